"""What is drawn among the words of a page and is none of them: struck through, white on white, or too small to see."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from statistics import median
from typing import Any

from importers.document.layout import Aside
from importers.formats.pdf.char import Char, baseline
from importers.formats.pdf.crossed_out import Drawn, crossed_out
from importers.refused import TOO_MUCH, Refused

_THIN = 2.0
"""A line through words is no thicker, in points."""
_LOWEST, _HIGHEST = 0.12, 0.6
"""How far above the feet of characters a line runs through them, as a part of their size: not under, not over them."""
_COVERED, _BEYOND = 0.6, 1.0
"""Of a line through words so much lies on them, and it ends so many characters behind them: a table's rule goes on."""
_WHITE = 0.95
"""A colour with so much light, from 0 to 1, is not seen on paper."""
_INKS = frozenset(("Separation", "DeviceN", "Indexed", "Pattern", "Lab"))
"""Kinds of colours whose numbers do not say how light they are."""
_TINY, _TINY_PART = 3.0, 0.4
"""Characters so many points high, and so small a part of what is usual on the page, are not seen."""
_MOST_LOOKS = 300_000
"""The most characters looked at for the lines of a page, or boxes for its white characters."""


def mark(page: Any, chars: Sequence[Char]) -> list[Drawn]:  # noqa: ANN401 - pdfplumber's page
    """Say of characters that they are struck, faint or tiny, under the key `aside`; the lines through those struck."""
    size = median([char["size"] for char in chars]) if chars else 0.0
    _say("tiny", [char for char in chars if char["size"] <= _TINY and char["size"] <= _TINY_PART * size])
    _say("faint", _unseen([char for char in chars if _is_white(char)], page))
    return _strike(page, chars)


def _say(kind: Aside, chars: Iterable[Char]) -> None:
    for char in chars:
        char["aside"] = kind


def _is_white(drawn: Mapping[str, Any], ink: str = "non_stroking_color", space: str = "ncs") -> bool:
    """Whether something is in the colour of the paper: grey, red, green and blue, or four inks."""
    colour = drawn.get(ink)
    if (
        not isinstance(colour, tuple)
        or drawn.get(space) in _INKS
        or not all(isinstance(part, int | float) for part in colour)
    ):
        return False
    if len(colour) == len("CMYK"):
        return bool(max(colour) <= 1 - _WHITE)
    return len(colour) in (1, len("RGB")) and bool(min(colour) >= _WHITE)


def _unseen(white: Sequence[Char], page: Any) -> Sequence[Char]:  # noqa: ANN401 - pdfplumber's page
    """White characters without those on a picture or a ground of another colour, as the heads of tables have."""
    if not white:
        return white
    filled = (each for each in (*page.rects, *page.curves) if each.get("fill") and not _is_white(each))
    grounds = [(each["x0"], each["top"], each["x1"], each["bottom"]) for each in (*filled, *page.images)]
    if len(white) * len(grounds) > _MOST_LOOKS:
        return white
    return [char for char in white if not any(_is_on(char, ground) for ground in grounds)]


def _is_on(char: Char, ground: tuple[float, float, float, float]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(ground[0] <= x <= ground[2] and ground[1] <= y <= ground[3])


def _strike(page: Any, chars: Sequence[Char]) -> list[Drawn]:  # noqa: ANN401 - pdfplumber's page
    """Say of characters that they are struck; the lines that do it."""
    rows = _rows(chars)
    feet = [foot for foot, _, _ in rows]
    largest = max((char["size"] for char in chars), default=0.0)
    found, looks = [], 0
    for line in chain(_thin(page), crossed_out(page)):
        y = (line["top"] + line["bottom"]) / 2
        through: list[Char] = []
        for _, lefts, row in rows[bisect_left(feet, y) : bisect_left(feet, y + _HIGHEST * largest)]:
            inside = slice(bisect_left(lefts, line["x0"] - largest), bisect_left(lefts, line["x1"]))
            through += [char for char in row[inside] if _is_through(line, y, char)]
            looks += 1 + inside.stop - inside.start
        if looks > _MOST_LOOKS:
            raise Refused(TOO_MUCH)
        if through and _is_of(line, through):
            _say("struck", through)
            found.append(line)
    return found


def _thin(page: Any) -> Iterator[Drawn]:  # noqa: ANN401 - pdfplumber's page
    """What is drawn as a level line that can be seen."""
    for each in page.lines:
        if each["bottom"] - each["top"] <= _THIN and not _is_white(each, "stroking_color", "scs"):
            yield each
    for each in (*page.rects, *page.curves):
        inked = (each.get("fill") and not _is_white(each)) or (
            each.get("stroke") and not _is_white(each, "stroking_color", "scs")
        )
        if inked and each["bottom"] - each["top"] <= min(_THIN, each["x1"] - each["x0"]):
            yield each


def _rows(chars: Iterable[Char]) -> list[tuple[float, list[float], list[Char]]]:
    """The characters whose feet are on one level, from left to right, with where each begins; from the top down."""
    levels: dict[float, list[Char]] = {}
    for char in chars:
        if not char["text"].isspace():
            levels.setdefault(baseline(char), []).append(char)
    for row in levels.values():
        row.sort(key=lambda char: char["x0"])
    return [(foot, [char["x0"] for char in levels[foot]], levels[foot]) for foot in sorted(levels)]


def _is_through(line: Drawn, y: float, char: Char) -> bool:
    """Whether a line runs through the middle of a character."""
    height, middle = (baseline(char) - y) / char["size"], (char["x0"] + char["x1"]) / 2
    return _LOWEST <= height <= _HIGHEST and bool(line["x0"] <= middle <= line["x1"])


def _is_of(line: Drawn, through: Sequence[Char]) -> bool:
    """Whether a line is drawn for the characters it runs through, and no rule that these stand on by chance."""
    beyond = _BEYOND * max(char["size"] for char in through)
    left, right = min(char["x0"] for char in through), max(char["x1"] for char in through)
    covered = sum(char["x1"] - char["x0"] for char in through)
    ends = line["x0"] >= left - beyond and line["x1"] <= right + beyond
    return bool(ends and covered >= _COVERED * (line["x1"] - line["x0"]))
