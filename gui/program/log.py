"""The log: what kind of error happened and where in the code, and never a word or a figure of a report.

Exception messages and arguments are left out for that reason; what is logged are names of types, files of the program
and line numbers.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from model.files.private import opener, private_folder

LIMIT = 256 * 1024
"""The size at which a new file is begun, in bytes; one older file is kept."""


class Log:
    """A small log file; a disk that cannot be written is no reason to fail."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not be there yet."""
        self.path = folder / "nianbao.log"

    def note(self, *words: object) -> None:
        """Write one line: the time and some words of the program's own."""
        line = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} {' '.join(map(str, words))}\n"
        with suppress(OSError):
            private_folder(self.path.parent)
            if self.path.exists() and self.path.stat().st_size > LIMIT:
                self.path.replace(self.path.with_suffix(".1.log"))
            with open(self.path, "a", encoding="utf-8", opener=opener) as stream:
                stream.write(line)

    def error(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Write an exception: its type, and where it was raised and called from."""
        self.note("error", " < ".join([cause(kind, trace), *reversed(places(trace)[:-1])]))


def cause(kind: type[BaseException], trace: TracebackType | None) -> str:
    """An exception's type and the place where it was raised, by which one cause is told from another."""
    where = places(trace)
    return f"{kind.__module__}.{kind.__qualname__} at {where[-1] if where else '?'}"


def places(trace: TracebackType | None) -> list[str]:
    """The places a traceback goes through, outermost first, such as gui/shell/window.py:42 in open."""
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        file = "/".join(Path(code.co_filename).parts[-2:])
        found.append(f"{file}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    return found
