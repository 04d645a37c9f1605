"""Regular expressions that are compiled when they are first used, so that importing a module costs nothing.

What came of it is kept for the next start, see `model.language.programs`.

A pattern behaves as the `re.Pattern` it stands for. Whoever has time to spare, such as a window that waits for its
user, compiles the rest with `compile_next`, one at a time.
"""

import re
from pathlib import Path
from typing import Any, cast

from model.language.programs import Programs, place
from model.language.searches import SEARCHES

_PROGRAMS = Programs(place())


class _Lazy:
    """Stands for a compiled pattern; whatever is asked of it is asked of that, and kept for the next time."""

    def __init__(self, expression: str, flags: int) -> None:
        """Note the expression."""
        self._expression, self._flags = expression, flags
        self._compiled: re.Pattern[str] | None = None

    def __repr__(self) -> str:
        """The call that makes it."""
        return f"pattern({self._expression!r})"

    @property
    def is_compiled(self) -> bool:
        """Whether it has been used."""
        return self._compiled is not None

    def compile(self) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._compiled is None:
            self._compiled = self.compile_with(_PROGRAMS)
        return self._compiled

    def compile_with(self, programs: Programs) -> re.Pattern[str]:
        """The pattern, compiled or taken from what is kept."""
        return programs.compiled(self._expression, self._flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a method or a field of the compiled pattern
        """Called once for each name: what it finds is an attribute of its own from then on."""
        found = getattr(self.compile(), name)
        if name in SEARCHES and (sets := _PROGRAMS.required(self._expression, self._flags)):
            found = SEARCHES[name](found, sets)
        setattr(self, name, found)
        return found


_PATTERNS: list[_Lazy] = []


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression for a module's constant; a wrong one raises `re.error` when it is first used."""
    lazy = _Lazy(expression, flags)
    _PATTERNS.append(lazy)
    return cast("re.Pattern[str]", lazy)


def keep_compiled() -> None:
    """Keep what was compiled for the next start; at the end of a call, or in idle time."""
    _PROGRAMS.keep()


def write_compiled(path: Path) -> None:
    """Write what all patterns so far compile to into a file, for a program that is frozen."""
    programs = Programs(path)
    for lazy in _PATTERNS:
        lazy.compile_with(programs)
    programs.write()


def any_waiting() -> bool:
    """Whether a pattern of the modules imported so far is not compiled yet."""
    return not all(lazy.is_compiled for lazy in _PATTERNS)


def compile_next() -> bool:
    """Compile one of the patterns not used yet; False when there was none left."""
    waiting = next((lazy for lazy in _PATTERNS if not lazy.is_compiled), None)
    if waiting is not None:
        waiting.compile()
    return waiting is not None


def every() -> tuple[re.Pattern[str], ...]:
    """The patterns of all modules imported so far, compiled."""
    return tuple(lazy.compile() for lazy in _PATTERNS)
