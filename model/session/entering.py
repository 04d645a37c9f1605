"""What the clerk types into a field that is not plain words: read where it can be, else kept as it was typed.

A field with something unreadable in it has no value, or its last one where it must have one; a check names it until it
is read or emptied. So nothing that was typed is lost, and nothing is taken for what it is not.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from model.form.form import Cell, CellError
from model.language.characters import whole_characters
from model.language.days import day_of, year_in
from model.report.change import Place
from model.report.report import Report
from model.session.edits import (
    Edit,
    set_agency,
    set_deadline,
    set_hand_in_by,
    set_layout,
    set_title,
    set_year,
    table_of,
)

_DAYS: dict[str, Callable[[date | None], Edit]] = {
    "deadline": set_deadline,
    "hand_in_by": set_hand_in_by,
    "signature_date": lambda day: set_layout(signature_date=day),
}
_POINTS = ("line_pt", "table_pt")
_LENGTH = 1000
"""The most characters of an unreadable entry that are kept; the fields take no more."""


def enter(name: str, text: str) -> Edit:
    """Enter a text into a field of 单位信息; what cannot be read is kept in `Report.as_typed`.

    Args:
        name: a line of the agency, `title`, `year`, one of the days, `line_pt` or `table_pt`.
        text: as typed.
    """

    def make(report: Report) -> Report:
        try:
            return _edit(name, text, report).make(report).read((name,))
        except CellError:
            emptied = _DAYS[name](None).make(report) if name in _DAYS else report
            return emptied.unread(name, _kept(text))

    return Edit(make, Place("agency", name), typed=True)


def leave_unread(cell: Cell, text: str) -> Edit:
    """Leave in a cell what is no number; the cell has none then."""
    return Edit(lambda report: report.unread(cell.id, _kept(text)), Place(table_of(cell.id), cell.id))


def _kept(text: str) -> str:
    return whole_characters(text[:_LENGTH])


def _edit(name: str, text: str, report: Report) -> Edit:
    """The edit that a text asks for; `CellError` where it cannot be read."""
    if name in _DAYS:
        return _DAYS[name](_day(text, report))
    if name == "title":
        return set_title(text)
    if name == "year":
        return set_year(year_in(text) or 0)
    if name in _POINTS:
        points: dict[str, Any] = {name: _points(text)}
        return set_layout(**points)
    return set_agency(**{name: text})


def _day(text: str, report: Report) -> date | None:
    day = day_of(text, report.year + 1)
    if day is None and text.strip():
        raise CellError("不是日期")
    return day


def _points(text: str) -> Decimal:
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        raise CellError("不是磅数") from None
