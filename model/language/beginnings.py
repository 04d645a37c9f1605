"""What a match of an expression can begin with, so that it is tried nowhere else in a text.

The engine itself looks for the first character where an expression, or each of its alternatives, begins with a plain
one; not where one begins with a group, with what may be left out, or with a look around. Most expressions here do, and
are tried at each character of a text: to look for the few characters that they can begin with takes a tenth of that.
"""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

_OF: Any = import_module("re._constants")
_INNER: Any = import_module("re._compiler")

Characters = frozenset[str]

_WIDEST = 64
"""A class with a longer range of characters, such as that of all Chinese ones, is taken for any character."""
_MOST = 160
"""So many characters are few enough to be looked for."""
_NO_CHARACTER: Characters = frozenset()
_BLANKS: Characters = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | frozenset(
    map(chr, range(0x2000, 0x200B))
)
r"""What \s stands for."""


class _Start(NamedTuple):
    """How a part can begin: its first characters, None for any, and whether it can take no character at all."""

    characters: Characters | None
    is_empty: bool = False


_ANY = _Start(None)
_NOTHING = _Start(_NO_CHARACTER, is_empty=True)


def first_characters(parsed: Any, flags: int) -> Characters | None:  # noqa: ANN401 - an inner part of `re`
    """The characters with which every match of an expression begins; None where they are many, or not known."""
    if flags & _OF.SRE_FLAG_IGNORECASE:
        return None
    start = _sequence(parsed)
    return None if start.is_empty or start.characters is None or len(start.characters) > _MOST else start.characters


def looking_first(code: list[int], parsed: Any, flags: int) -> list[int]:  # noqa: ANN401 - an inner part of `re`
    """The code of an expression, changed so that it is tried only where a match can begin.

    Code begins with what is known of the expression: the length of this part, what kind of things are known, and
    the least and greatest width of a match; then a set of first characters, if that is the kind.
    """
    characters = first_characters(parsed, flags)
    if not characters or looks_first(code):
        return code
    kept, _ = _INNER._optimize_charset([(_OF.LITERAL, ord(each)) for each in sorted(characters)])  # noqa: SLF001
    known = [_OF.SRE_INFO_CHARSET, *code[3:5]]
    _INNER._compile_charset(kept, flags, known)  # noqa: SLF001 - it has no other name
    return [code[0], len(known) + 1, *known, *code[code[1] + 1 :]]


def looks_first(code: Sequence[int]) -> bool:
    """Whether the engine looks for the first characters before it tries an expression."""
    return code[0] == _OF.INFO and bool(code[2])


def _sequence(parts: Iterable[tuple[Any, Any]]) -> _Start:
    found = _NO_CHARACTER
    for kind, value in parts:
        start = _start(kind, value)
        if start.characters is None:
            return _ANY
        found |= start.characters
        if not start.is_empty:
            return _Start(found)
    return _Start(found, is_empty=True)


def _start(kind: Any, value: Any) -> _Start:  # noqa: ANN401 - inner parts of `re`
    handle = _HANDLERS.get(kind)
    return handle(value) if handle else _ANY


def _literal(code: int) -> _Start:
    return _Start(frozenset((chr(code),)))


def _class(items: Sequence[tuple[Any, Any]]) -> _Start:
    if items[0][0] is _OF.NEGATE:
        return _Start(_BLANKS) if (_OF.CATEGORY, _OF.CATEGORY_NOT_SPACE) in items else _ANY
    characters: set[str] = set()
    for kind, value in items:
        if (kind, value) == (_OF.CATEGORY, _OF.CATEGORY_SPACE):
            characters |= _BLANKS
        elif kind is _OF.LITERAL:
            characters.add(chr(value))
        elif kind is _OF.RANGE and value[1] - value[0] < _WIDEST:
            characters.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return _ANY
    return _Start(frozenset(characters))


def _branch(value: tuple[None, Sequence[Any]]) -> _Start:
    starts = [_sequence(branch) for branch in value[1]]
    if any(start.characters is None for start in starts):
        return _ANY
    every = _NO_CHARACTER.union(*(start.characters or _NO_CHARACTER for start in starts))
    return _Start(every, any(start.is_empty for start in starts))


def _repeat(value: tuple[int, int, Any]) -> _Start:
    start = _sequence(value[2])
    return _Start(start.characters, start.is_empty or value[0] == 0)


def _group(value: tuple[Any, int, int, Any]) -> _Start:
    return _ANY if value[1] & _OF.SRE_FLAG_IGNORECASE else _sequence(value[3])


def _no_character(_value: object) -> _Start:
    return _NOTHING


_HANDLERS: dict[Any, Callable[[Any], _Start]] = {
    _OF.LITERAL: _literal,
    _OF.IN: _class,
    _OF.BRANCH: _branch,
    _OF.MAX_REPEAT: _repeat,
    _OF.MIN_REPEAT: _repeat,
    _OF.POSSESSIVE_REPEAT: _repeat,
    _OF.SUBPATTERN: _group,
    _OF.ATOMIC_GROUP: _sequence,
    _OF.ASSERT: _no_character,
    _OF.ASSERT_NOT: _no_character,
    _OF.AT: _no_character,
}
"""How each kind of part begins; any other may begin with anything."""
