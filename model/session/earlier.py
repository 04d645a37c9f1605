"""Edits that put what another state of the report says into its place: a version, or a draft from elsewhere."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from model.form.form import CellError
from model.report.change import WHOLE, Place
from model.report.report import TEXT_IDS, Report, TextId
from model.session.edits import Edit
from model.structs import replace

OTHER_FORM = "那一份用的是另一个年度的表样，不能放进这一份"
FIXED = "events"
"""The part that is never put back by itself: what has happened to the report has happened."""


def take_whole(earlier: Report) -> Edit:
    """Put all of it back but what has happened to the report since: handed in, published, signed.

    Raises once made:
        CellError: it is on another form.
    """

    def make(report: Report) -> Report:
        _same_form(report, earlier)
        kept = ("handed_in", "published", "events", "approval")
        return replace(earlier, **{name: getattr(report, name) for name in kept})

    return Edit(make, Place(WHOLE))


def take_parts(earlier: Report, parts: Sequence[str]) -> Edit:
    """Put some parts of it back (see `model.desk.differences.parts`), as one step.

    Raises once made:
        CellError: it is on another form, or a part is one of what has happened.
    """

    def make(report: Report) -> Report:
        _same_form(report, earlier)
        for part in parts:
            report = _taker(report, part)(report, earlier)
        return report

    places = [part for part in parts if part in ("agency", "title", *TEXT_IDS, *_tables(earlier))]
    return Edit(make, Place(places[0] if places else WHOLE))


def _same_form(report: Report, earlier: Report) -> None:
    if report.form.id != earlier.form.id:
        raise CellError(OTHER_FORM)


def _tables(report: Report) -> list[str]:
    return [table.id for table in report.form.tables]


def _taker(report: Report, part: str) -> Callable[[Report, Report], Report]:
    if part in TEXT_IDS:
        text: TextId = TEXT_IDS[TEXT_IDS.index(part)]
        return lambda now, then: now.with_text(text, then.text[text])
    if part in _tables(report):
        return lambda now, then: _table(now, then, part)
    takers: Mapping[str, Callable[[Report, Report], Report]] = {
        "agency": _agency,
        "title": lambda now, then: _as_typed(replace(now, title=then.title), then, lambda name: name == "title"),
        "remarks": lambda now, then: replace(now, remarks=then.remarks, given_by=then.given_by, posts=then.posts),
        "last_year": lambda now, then: replace(now, last_year=then.last_year),
        "dismissed": lambda now, then: replace(now, dismissed=then.dismissed),
    }
    if part not in takers:
        raise CellError("报送、公布和签批是发生过的事，不随版本恢复")
    return takers[part]


def _agency(now: Report, then: Report) -> Report:
    head = {name: getattr(then, name) for name in ("agency", "year", "deadline", "hand_in_by", "layout")}
    return _as_typed(replace(now, **head), then, lambda name: name not in now.form.cells and name != "title")


def _table(now: Report, then: Report, table: str) -> Report:
    def inside(name: str) -> bool:
        return name in now.form.cells and now.form.table_of(name).id == table

    notes = _merged(now.notes, then.notes, lambda name: name == table)
    report = replace(now, numbers=_merged(now.numbers, then.numbers, inside), notes=notes)
    return _as_typed(report, then, inside)


def _as_typed(report: Report, then: Report, inside: Callable[[str], bool]) -> Report:
    return replace(report, as_typed=_merged(report.as_typed, then.as_typed, inside))


def _merged(now: Mapping[str, Any], then: Mapping[str, Any], inside: Callable[[str], bool]) -> Mapping[str, Any]:
    """What is now, with what was then in its place where a name is inside."""
    outside = {name: value for name, value in now.items() if not inside(name)}
    return MappingProxyType({**outside, **{name: value for name, value in then.items() if inside(name)}})
