"""A stored text and the same text as an editor holds it, and the way between their positions.

The editor's document differs from the stored text in three ways: a known live field is one character (a chip), every
kind of line end is a paragraph end, and Qt counts UTF-16 units where the stored text counts code points. Here a chip is
one lone low surrogate, which no stored text can hold: so two texts can be compared and cut as plain strings.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from model.form.form import Form
from model.report.fields import cell_of, spellings
from model.structs import Struct

_FIRST_KEY, _KEY_COUNT = 0xDC00, 0x400
_KEY = re.compile("([\udc00-\udfff])")
_BRACE_BEFORE_KEY = re.compile("{[\udc00-\udfff]")
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
_LINE_ENDS, _NONCHARACTERS = "\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029", "\ud800-\udfff\ufdd0\ufdd1"
_NOT_SHOWN = re.compile(f"[{_NONCHARACTERS}]")
_ODD_SIGN = re.compile(f"[{_LINE_ENDS}{_NONCHARACTERS}]")
"""One class alone is looked for six times faster than what `_ODD` tells apart."""
_ODD = re.compile(f"\r\n|[{_LINE_ENDS}{_NONCHARACTERS}]")
"""Line ends of all kinds but the line feed, and what is not shown."""
_BRACES = 4

Span = tuple[int, int]


class _Keys:
    """The character that stands for each spelling of a field; the same one as long as the program runs."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self.sources: dict[str, str] = {}
        """The fields as they were spelt, by their characters."""

    def key(self, source: str) -> str | None:
        """The character for a field as it was spelt; None when there are too many spellings."""
        if source not in self._keys and len(self.sources) < _KEY_COUNT:
            key = chr(_FIRST_KEY + len(self.sources))
            self._keys[source], self.sources[key] = key, source
        return self._keys.get(source)


_KEYS = _Keys()


def chip_key(source: str) -> str:
    """The character of a field that is shown as a chip already."""
    key = _KEYS.key(source)
    if key is None:
        raise ValueError(source)
    return key


def chip_source(key: str) -> str:
    """The field `{{…}}`, as it was spelt, of a chip's character."""
    return _KEYS.sources[key]


def is_chip(character: str) -> bool:
    """Whether a character of a shown text is a chip."""
    return "\udc00" <= character <= "\udfff"


def chip_places(shown: str) -> Iterator[int]:
    """Where the chips of a shown text are, in code points."""
    return (found.start() for found in _KEY.finditer(shown))


@lru_cache(maxsize=4)
def units_of(text: str) -> "Units":
    """Positions of a text in code points and in UTF-16 units; a long one is asked for several times with every key."""
    return Units(text)


class Units:
    """Positions of a text in code points and in UTF-16 units, as Qt counts."""

    def __init__(self, text: str) -> None:
        """Take the text; its chips count one unit."""
        astral = len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)
        self._points = [found.start() for found in _BEYOND_BMP.finditer(text)] if astral else []
        self._units = [point + index for index, point in enumerate(self._points)]

    def unit(self, point: int) -> int:
        """The unit at which a code point begins."""
        return point + bisect_left(self._points, point)

    def point(self, unit: int) -> int:
        """The code point that begins at a unit; inside a pair, the one after it."""
        return unit - bisect_left(self._units, unit)


class Substitution(NamedTuple):
    """A part of one text that is another string in a second text."""

    start: int
    end: int
    words: str


class Changed:
    """A text with some parts substituted, and the way between the positions of both."""

    def __init__(self, text: str, substitutions: Iterable[Substitution]) -> None:
        """Take the first text and, in order, what is different in the second."""
        parts: list[str] = []
        self._before: list[Span] = []
        self._after: list[Span] = []
        done = length = 0
        for begin, end, words in substitutions:
            start = length + begin - done
            parts += text[done:begin], words
            done, length = end, start + len(words)
            self._before.append((begin, end))
            self._after.append((start, length))
        parts.append(text[done:])
        self.text = "".join(parts)
        """The second text."""

    def forward(self, span: Span) -> Span:
        """A span of the first text in the second; a part touched inside is covered whole."""
        return _moved(span, self._before, self._after)

    def back(self, span: Span) -> Span:
        """A span of the second text in the first; a part touched inside is covered whole."""
        return _moved(span, self._after, self._before)


def _moved(span: Span, origins: list[Span], targets: list[Span]) -> Span:
    start, end = (
        _position(place, origins, targets, end=is_end) for place, is_end in zip(span, (False, True), strict=True)
    )
    return (start, max(start, end))


def _position(place: int, origins: list[Span], targets: list[Span], *, end: bool) -> int:
    index = bisect_right(origins, (place, 0 if end else place)) - 1
    if index < 0:
        return place
    origin, target = origins[index], targets[index]
    if place <= origin[0]:
        return target[0]
    if place < origin[1]:
        return target[1] if end else target[0]
    return target[1] + place - origin[1]


class Shown(Struct, frozen=True):
    """A stored text as the editor's document holds it."""

    stored: str
    _changed: Changed

    @property
    def text(self) -> str:
        """The shown text: chips as one character each, paragraphs separated by a line feed."""
        return self._changed.text

    def to_shown(self, span: Span) -> Span:
        """A span of the stored text in the shown one, in code points of both; a chip is covered whole."""
        return self._changed.forward(span)

    def to_stored(self, span: Span) -> Span:
        """A span of the shown text in the stored one, in code points of both."""
        return self._changed.back(span)


def show(stored: str, form: Form) -> Shown:
    """A stored text as it is shown in a report on a form."""
    return Shown(stored, Changed(stored, _substitutions(stored, form)))


def _substitutions(stored: str, form: Form) -> list[Substitution]:
    chips = _chips(stored, form) if "{{" in stored else []
    if not _ODD_SIGN.search(stored):
        return chips
    odd = [
        Substitution(*found.span(), "\ufffd" if _NOT_SHOWN.match(found[0]) else "\n") for found in _ODD.finditer(stored)
    ]
    inside = {place for chip in chips for place in range(chip.start, chip.end)}
    return sorted((*chips, *(part for part in odd if part.start not in inside)))


def _chips(stored: str, form: Form) -> list[Substitution]:
    chips: list[Substitution] = []
    keys: dict[str, str | None] = {}
    for source, span in spellings(stored):
        if source not in keys:  # the same few cells are named again and again
            keys[source] = _KEYS.key(source) if cell_of(source) in form.cells else None
        if key := keys[source]:
            chips.append(Substitution(*span, key))
    return chips


def store(shown: str) -> str:
    """The stored text of a shown one.

    A field right behind an odd pair of braces would be read as the literal `{{`: the braces are doubled then, which is
    how a literal is stored, and the chip stays a chip.
    """
    if not _BRACE_BEFORE_KEY.search(shown):
        pieces = _KEY.split(shown)
        pieces[1::2] = map(_KEYS.sources.__getitem__, pieces[1::2])
        return "".join(pieces)
    parts: list[str] = []
    for part in _KEY.split(shown):
        if part and is_chip(part):
            before = parts[-1] if parts else ""
            braces = len(before) - len(before.rstrip("{"))
            parts += ("{{" if braces % _BRACES >= _BRACES // 2 else "", chip_source(part))
        else:
            parts.append(part)
    return "".join(parts)
