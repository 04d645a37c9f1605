"""What must stand in a text for an expression to be found in it, so that most texts need not be searched.

An expression of which it is not known what it begins with (see `beginnings`) is tried at each character of a text; to
look for a few words that it must hold takes a hundredth of that. The words are derived from the parsed expression, as
code search engines do it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from itertools import product
from typing import Any

_OF: Any = import_module("re._constants")

Sets = tuple[tuple[str, ...], ...]
"""Of each of these, one word stands in the text."""
Words = frozenset[str]
"""One of these stands in the text; the empty word is in every text, so that such a set says nothing."""

_MOST = 24
"""So many words are looked for faster than the expression is tried."""
_BOUND = 2
"""So many sets are kept of an expression, the rarest."""
_NOTHING: Words = frozenset(("",))


class _Needs:
    """What a part of an expression needs: all that it can be, where that is few, and sets one word of each it holds."""

    def __init__(self, exact: Words | None = None, sets: Iterable[Words] = ()) -> None:
        self.exact, self.sets = exact, [words for words in sets if "" not in words]

    @property
    def every(self) -> list[Words]:
        """All sets, what it can be among them."""
        return [*self.sets, *([] if self.exact is None or "" in self.exact else [self.exact])]


def required(parsed: Any, flags: int) -> Sets:  # noqa: ANN401 - an inner part of `re`
    """Sets of words, of each of which one stands in every text in which the expression is found; none where unknown."""
    if flags & re.IGNORECASE:
        return ()
    found = sorted({_shortest(words) for words in _sequence(parsed).every}, key=_commonness)
    found = [words for words in found if len(words) <= _MOST]
    return tuple(tuple(sorted(words)) for words in found[:_BOUND])


def _shortest(words: Words) -> Words:
    """Without those that hold another one."""
    return frozenset(word for word in words if not any(other in word for other in words if other != word))


def _commonness(words: Words) -> tuple[int, int, list[str]]:
    """Long words and few come first."""
    return -min(map(len, words)), len(words), sorted(words)


def _sequence(parts: Iterable[tuple[Any, Any]]) -> _Needs:
    whole: Words | None = _NOTHING
    run = _NOTHING
    sets: list[Words] = []
    for kind, value in parts:
        needs = _needs(kind, value)
        sets += needs.sets
        joined = None if needs.exact is None else _joined(run, needs.exact)
        if joined is None:
            sets.append(run)
            run, whole = needs.exact or _NOTHING, None
        else:
            run = joined
    return _Needs(None if whole is None else run, [*sets, run] if whole is None else sets)


def _joined(first: Words, second: Words) -> Words | None:
    """Every word of the first followed by every one of the second, where that is few."""
    if len(first) * len(second) > _MOST:
        return None
    return frozenset(one + other for one, other in product(first, second))


def _needs(kind: Any, value: Any) -> _Needs:  # noqa: ANN401 - inner parts of `re`
    handle = _HANDLERS.get(kind)
    return handle(value) if handle else _Needs()


def _literal(code: int) -> _Needs:
    return _Needs(frozenset((chr(code),)))


def _class(items: Sequence[tuple[Any, Any]]) -> _Needs:
    """A class of few characters; a negated one or a category is anything."""
    characters: set[str] = set()
    for kind, value in items:
        if kind is _OF.LITERAL:
            characters.add(chr(value))
        elif kind is _OF.RANGE and value[1] - value[0] < _MOST:
            characters.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return _Needs()
    return _Needs(frozenset(characters) if len(characters) <= _MOST else None)


def _branch(value: tuple[None, Sequence[Any]]) -> _Needs:
    found = [_sequence(branch) for branch in value[1]]
    exact = [needs.exact for needs in found if needs.exact is not None]
    if len(exact) == len(found) and len(every := frozenset[str]().union(*exact)) <= _MOST:
        return _Needs(every)
    best = [min(needs.every, key=_commonness, default=_NOTHING) for needs in found]
    return _Needs(None, [frozenset[str]().union(*best)])


def _repeat(value: tuple[int, int, Any]) -> _Needs:
    least, most, item = value
    needs = _sequence(item)
    if least == 0:
        return _Needs(needs.exact | _NOTHING if most == 1 and needs.exact is not None else None)
    return needs if least == most == 1 else _Needs(None, needs.every)


def _group(value: tuple[Any, int, int, Any]) -> _Needs:
    return _Needs() if value[1] & re.IGNORECASE else _sequence(value[3])


def _looked_at(value: tuple[int, Any]) -> _Needs:
    """It takes no character, but what it looks at stands in the text."""
    return _Needs(_NOTHING, _sequence(value[1]).every)


def _no_character(_value: object) -> _Needs:
    return _Needs(_NOTHING)


_HANDLERS: dict[Any, Callable[[Any], _Needs]] = {
    _OF.LITERAL: _literal,
    _OF.IN: _class,
    _OF.BRANCH: _branch,
    _OF.MAX_REPEAT: _repeat,
    _OF.MIN_REPEAT: _repeat,
    _OF.POSSESSIVE_REPEAT: _repeat,
    _OF.SUBPATTERN: _group,
    _OF.ATOMIC_GROUP: _sequence,
    _OF.ASSERT: _looked_at,
    _OF.ASSERT_NOT: _no_character,
    _OF.AT: _no_character,
}
"""What each kind of part needs; any other may be anything."""
