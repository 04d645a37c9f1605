"""The kinds of processors that Linux desktops have, and how old their systems may be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Processor:
    """One kind of processor.

    Attributes:
        debian: what Debian calls it.
        machine: what compilers call it.
        glibc: the oldest version of the system's library of C.
        cxx: the newest version of symbols in the library of C++ that goes with that system.
        systems: such systems, as people call them.
    """

    debian: str
    machine: str
    glibc: tuple[int, ...]
    cxx: tuple[int, ...]
    systems: str

    @property
    def system(self) -> str:
        """The name of its folders below /usr/lib, which the names of its compilers begin with."""
        return f"{self.machine}-linux-gnu"


AMD64 = Processor("amd64", "x86_64", (2, 28), (3, 4, 25), "统信 UOS 20、银河麒麟桌面 V10 SP1")
"""For UOS 20 and deepin 20, with the libraries of GCC 8."""
ARM64 = Processor("arm64", "aarch64", (2, 31), (3, 4, 28), "银河麒麟桌面 V10 SP1")
"""For the desktop of Kylin V10 SP1, with the libraries of GCC 9: Qt's wheel asks for more than UOS 20 has."""
ALL = {processor.debian: processor for processor in (AMD64, ARM64)}
