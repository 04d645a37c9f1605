"""Strokes through words that a reader of PDF files added as marks of its own: the page's content does not hold them."""

from collections.abc import Iterator, Sequence
from typing import Any

Drawn = dict[str, Any]
"""A line, a box or a picture as pdfplumber gives it."""

_CORNERS = 8
"""The numbers of the four corners of what is crossed out."""
_NOT_SHOWN = 0x2
"""The flag of a mark that is hidden."""
_MOST_STEPS = 8
"""References that lead to each other in a circle are given up."""


def crossed_out(page: Any) -> Iterator[Drawn]:  # noqa: ANN401 - pdfplumber's page
    """The strokes, each as a line through the middle of its words."""
    marks = _resolved(page.page_obj.annots)
    for each in marks if isinstance(marks, list) else ():
        mark = _resolved(each)
        if not isinstance(mark, dict) or getattr(_resolved(mark.get("Subtype")), "name", "") != "StrikeOut":
            continue
        flags, corners = _resolved(mark.get("F")), _resolved(mark.get("QuadPoints"))
        if not isinstance(corners, list) or (isinstance(flags, int) and flags & _NOT_SHOWN):
            continue
        for start in range(0, len(corners) - _CORNERS + 1, _CORNERS):
            numbers = [_resolved(number) for number in corners[start : start + _CORNERS]]
            if all(isinstance(number, int | float) for number in numbers):
                yield _stroke(page, numbers)


def _stroke(page: Any, numbers: Sequence[float]) -> Drawn:  # noqa: ANN401 - pdfplumber's page
    corners = [page.point2coord(_turned(page.page_obj, *numbers[at : at + 2])) for at in range(0, _CORNERS, 2)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    middle = (min(down) + max(down)) / 2
    return {"x0": min(across), "x1": max(across), "top": middle, "bottom": middle}


def _turned(page: Any, x: float, y: float) -> tuple[float, float]:  # noqa: ANN401 - pdfminer's page
    """Where a point of the content is on the page as it is turned to be read."""
    left, low, right, high = page.mediabox
    match page.rotate:
        case 90:
            return y - low, right - x
        case 180:
            return right - x, high - y
        case 270:
            return high - y, x - left
    return x - left, y - low


def _resolved(value: Any) -> Any:  # noqa: ANN401 - what a file holds is anything
    """What a reference within a file stands for; any other value as it is."""
    for _ in range(_MOST_STEPS):
        if not hasattr(value, "resolve"):
            break
        value = value.resolve()
    return value
