"""What `re` compiles expressions to, kept where Python keeps its compiled modules, so that the next start need not.

Compiling the expressions of all checks takes half a second, reading what came of it some milliseconds. The file is to
expressions what a `.pyc` file is to modules: it stands beside them, is as trustworthy as they are, holds for one
version of Python alone, and is made anew where it is missing or anything about it is wrong. An expression is looked up
by its own words, so that a changed one is never taken for another.
"""

import marshal
import os
import re
import sys
import zlib
from array import array
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from model.language.beginnings import looking_first, looks_first
from model.language.required import Sets, required

_INNER: Any = import_module("re._compiler")
_PARSER: Any = import_module("re._parser")
_ENGINE: Any = import_module("_sre")

Key = tuple[str, int]
Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], Sets]
"""The flags, the code, how many groups there are, their numbers by their names and the other way round; what must stand
in a text, see `model.language.required`."""

_VERSION = 4
_MOST = 5000
"""So many may be kept; more are those of earlier versions of the program, and all are begun anew."""


def place() -> Path:
    """The file, beside the compiled modules of this package; in a frozen program it was put where its source would be.

    A frozen program may not write there, so the file comes with it (see `packaging/bundle.py`).
    """
    compiled = None if getattr(sys, "frozen", False) or __spec__ is None else __spec__.cached
    folder = Path(compiled).parent if compiled else Path(__file__).parent
    return folder / f"patterns.{sys.implementation.cache_tag}.re"


class Programs:
    """The programs of one file."""

    def __init__(self, path: Path) -> None:
        """Read nothing yet."""
        self._path = path
        self._kept: dict[Key, Program] | None = None
        self._is_new = False

    def compiled(self, expression: str, flags: int) -> re.Pattern[str]:
        """The compiled expression, as `re.compile` gives it; raises `re.error` where that does."""
        known, key = self.known(), (expression, int(flags))
        try:
            if key not in known:
                known[key] = _program(*key)
                self._is_new = True
            return _assembled(expression, known[key])
        except re.error:
            raise
        except Exception:  # noqa: BLE001 - a Python with other inner parts: only the time saved is lost
            known.pop(key, None)
            return re.compile(expression, flags)

    def required(self, expression: str, flags: int) -> Sets:
        """What must stand in a text for the compiled expression to be found in it."""
        program = self.known().get((expression, int(flags)))
        return program[-1] if program else ()

    def known(self) -> dict[Key, Program]:
        """What was read from the file, and made since."""
        if self._kept is None:
            self._kept = _read(self._path)
        return self._kept

    def keep(self) -> None:
        """Write the file, if there is something new and Python may keep its own."""
        if self._is_new and not sys.dont_write_bytecode:
            self._is_new = False
            with suppress(OSError):
                self.write()

    def write(self) -> None:
        """Write the file; what others wrote since is kept. OSError where that is not possible."""
        every = _read(self._path) | self.known()
        content = marshal.dumps(every if len(every) <= _MOST else self.known())
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(_stamp(content) + content)
            beside.replace(self._path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise


def _stamp(content: bytes) -> bytes:
    """What the file begins with: the version of Python, of its engine, of a program here, and a sum of the rest."""
    return f"{sys.hexversion:x} {_ENGINE.MAGIC} {_VERSION} {zlib.crc32(content)}\n".encode()


def _read(path: Path) -> dict[Key, Program]:
    with suppress(OSError, ValueError, EOFError, TypeError):
        stamp, _, content = path.read_bytes().partition(b"\n")
        if stamp + b"\n" == _stamp(content):
            found: dict[Key, Program] = marshal.loads(content)  # noqa: S302 - as trustworthy as the modules beside it
            return found
    return {}


def _program(expression: str, flags: int) -> Program:
    parsed = _PARSER.parse(expression, flags)
    code = looking_first(_INNER._code(parsed, flags), parsed, flags)  # noqa: SLF001 - it has no other name
    needed = () if looks_first(code) else required(parsed, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    flags |= state.flags
    return flags, array("I", code).tobytes(), state.groups - 1, dict(state.groupdict), tuple(names), needed


def _assembled(expression: str, program: Program) -> re.Pattern[str]:
    flags, code, *groups, _ = program
    numbers = array("I")
    numbers.frombytes(code)
    made: re.Pattern[str] = _ENGINE.compile(expression, flags, numbers.tolist(), *groups)
    return made
