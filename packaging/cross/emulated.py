"""A Debian for a processor that this machine does not have, below a folder; qemu runs its programs, one and all.

That its programs are handed to qemu, those that they start themselves too, holds inside a namespace alone: nothing is
registered with this machine's kernel, and nothing of what is installed there is installed here.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from processors import Processor

_MACHINES = {"aarch64": 183}
"""What the heads of programs call the processors."""
_SHARED = ("/dev", "/tmp")
_ENTER = """set -e
mount -t binfmt_misc none /proc/sys/fs/binfmt_misc
printf %s "$RULE" >/proc/sys/fs/binfmt_misc/register
for place in $SHARED; do mkdir -p "$ROOT$place"; mount --rbind "$place" "$ROOT$place"; done
mkdir -p "$ROOT/proc"
mount -t proc none "$ROOT/proc"
exec chroot "$ROOT" /usr/bin/env -i "$@"
"""
_NAMESPACES = ("--user", "--map-root-user", "--mount", "--pid", "--fork", "--kill-child")


class Emulated:
    """The Debian; its /tmp is that of this machine."""

    def __init__(self, root: Path, processor: Processor) -> None:
        """Take a folder into which packages were unpacked."""
        self.root, self._processor = root, processor
        shell = root / "bin" / "sh"
        if not shell.exists():
            shell.symlink_to("dash")

    def command(self, *command: str | Path, environment: Mapping[str, str] | None = None) -> list[str]:
        """What this machine runs to run a program there; it sees the environment that is given, and no more."""
        seen = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/tmp", **(environment or {})}
        told = {
            "ROOT": self.root,
            "RULE": rule(self._processor, installed(self._processor)),
            "SHARED": " ".join(_SHARED),
        }
        settings = [f"{name}={value}" for name, value in told.items()]
        inside = [f"{name}={value}" for name, value in seen.items()]
        enter = ["unshare", *_NAMESPACES, "sh", "-c", _ENTER, "sh"]
        return ["env", *settings, *enter, *inside, *map(str, command)]

    def run(
        self, *command: str | Path, environment: Mapping[str, str] | None = None, patience: float
    ) -> subprocess.CompletedProcess[str]:
        """Run a program there to its end; what it says, both kinds together.

        Args:
            command: the program and its arguments.
            environment: what it sees beside what every program there does.
            patience: how long it may take, in seconds.

        Raises:
            subprocess.TimeoutExpired: it took longer; neither it nor what it started runs any more.
        """
        return subprocess.run(
            self.command(*command, environment=environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=patience,
        )


def installed(processor: Processor) -> str:
    """The program that runs those for a processor.

    Raises:
        RuntimeError: it is not installed.
    """
    qemu = shutil.which(f"qemu-{processor.machine}-static")
    if qemu is None:
        raise RuntimeError("install qemu-user-static")
    return os.path.realpath(qemu)


def rule(processor: Processor, qemu: str) -> str:
    """What tells the kernel which program, by its path, runs the programs for a processor, known by their heads."""
    head = b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00" + _MACHINES[processor.machine].to_bytes(2, "little")
    mask = b"\xff" * 7 + b"\x00" + b"\xff" * 8 + b"\xfe\xff\xff\xff"
    magic, covered = ("".join(f"\\x{byte:02x}" for byte in part) for part in (head, mask))
    return f":{processor.machine}:M::{magic}:{covered}:{qemu}:F"
