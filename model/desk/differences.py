"""What differs between two reports, part by part: between versions of a draft, and between two drafts of one report."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from model.form.form import Form
from model.language.text_edit import text_edit
from model.report.change import WHOLE, Place, change
from model.report.comparison import CHOICES, FIELD_NAMES, Difference, compare, of_draft
from model.report.report import TEXT_IDS, Agency, Layout, Report

OTHERS: Mapping[str, str] = {
    "remarks": "备注和数据由谁提供",
    "last_year": "放在旁边的上年报告",
    "dismissed": "不改的理由",
    "events": "报送、公布和签批",
}
"""Parts of a draft that no page shows as its own, by what `Change.texts` calls them."""
_MATCHED = 400
"""Stretches of more characters are marked as a whole where they differ."""
_RUN = 3
"""So few equal characters between two differing stretches are marked with them."""
Span = tuple[int, int]


class Part(NamedTuple):
    """A part in which two reports differ.

    Attributes:
        id: `agency`, `title`, the id of a text or a table, or one of `OTHERS`.
        name: its name, such as 表三.
        words: what differs in it, in a few words, such as 表三 3 格.
    """

    id: str
    name: str
    words: str


class Row(NamedTuple):
    """One place that differs: its name, and what stands there in each report; empty for nothing."""

    name: str
    one: str
    other: str


def parts(one: Report, other: Report) -> tuple[Part, ...]:
    """The parts in which two reports differ, in the order of the pages."""
    found = change(one, other, Place(WHOLE))
    form, typed = one.form, set(one.form.typed)
    counts = {table.id: 0 for table in form.tables}
    for cell in found.cells & typed:
        counts[form.table_of(cell).id] += 1
    noted = {name for name in counts if one.notes.get(name, "") != other.notes.get(name, "")}
    head = found.agency or _as_typed(one, typed) != _as_typed(other, typed)
    return (
        *([Part("agency", "单位信息", "单位信息")] if head else []),
        *(Part(text, name, name) for text, name in _texts(form) if text in found.texts),
        *(_table(name, form.table(name).name, counts[name], noted) for name in counts if counts[name] or name in noted),
        *(Part(name, words, words) for name, words in OTHERS.items() if name in found.texts),
    )


def in_words(one: Report, other: Report) -> str:
    """What differs, in a line: 表三 3 格、总体情况; says so where nothing does."""
    return "、".join(part.words for part in parts(one, other)) or "内容相同"


def rows(one: Report, other: Report) -> Mapping[str, tuple[Row, ...]]:
    """All places that differ, by the part they are in; a part of equal words has none."""
    found: dict[str, list[Row]] = {part.id: [] for part in parts(one, other)}
    typed = set(one.form.typed) | set(other.form.typed)
    for difference in compare(of_draft(one), of_draft(other)):
        part = _part_of(difference, one.form)
        computed = difference.place in one.form.cells and difference.place not in typed
        if part in found and not computed:
            found[part].append(_row(difference, one.form))
    if "agency" in found:
        found["agency"] += [Row(name, old, new) for name, old, new in _fields(one, other)]
    for name in found.keys() & OTHERS.keys():
        found[name] += _counted(name, one, other)
    return {part: tuple(listed) for part, listed in found.items()}


def marks(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of two texts that differ, in code points; a stretch that one of them lacks is marked in one."""
    edit = text_edit(one, other)
    start, removed, inserted = edit.start, edit.removed, edit.inserted
    if not removed or not inserted or max(len(removed), len(inserted)) > _MATCHED:
        return _span(start, len(removed)), _span(start, len(inserted))
    first: list[Span] = []
    second: list[Span] = []
    for from_, to, at, end in _differing(removed, inserted):
        first += _span(start + from_, to - from_)
        second += _span(start + at, end - at)
    return tuple(first), tuple(second)


def _span(start: int, length: int) -> tuple[Span, ...]:
    return ((start, start + length),) if length else ()


def _differing(one: str, other: str) -> Iterator[tuple[int, int, int, int]]:
    """Where two stretches differ, those close to each other as one."""
    last: tuple[int, int, int, int] | None = None
    for tag, start, end, at, to in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if last is not None and start - last[1] < _RUN:
            last = (last[0], end, last[2], to)
            continue
        if last is not None:
            yield last
        last = (start, end, at, to)
    if last is not None:
        yield last


def _texts(form: Form) -> Iterator[tuple[str, str]]:
    """The title and the four texts with their names, 总体情况 without its number."""
    yield "title", FIELD_NAMES["title"]
    for text in TEXT_IDS:
        yield text, "引言" if text == "preamble" else form.section(text).heading.partition("、")[2]


def _table(table: str, name: str, cells: int, noted: set[str]) -> Part:
    words = [f"{name} {cells} 格"] if cells else []
    return Part(table, name, "、".join([*words, *([f"{name}的注"] if table in noted else [])]))


def _as_typed(report: Report, cells: set[str]) -> dict[str, str]:
    return {name: words for name, words in report.as_typed.items() if name not in cells}


def _part_of(difference: Difference, form: Form) -> str:
    if difference.place in form.cells:
        return form.table_of(difference.place).id
    return "agency" if difference.place in ("agency.name", "year") else difference.place


def _row(difference: Difference, form: Form) -> Row:
    place, (one, other) = difference.place, (difference.one, difference.other)
    if place in form.cells:
        return Row(form.name(place), one, other)
    if not difference.paragraph:
        return Row(FIELD_NAMES[place.removeprefix("agency.")], one, other)
    return Row(f"{'注，' if place not in TEXT_IDS else ''}第 {difference.paragraph} 段", one, other)


def _fields(one: Report, other: Report) -> Iterator[tuple[str, str, str]]:
    """What stands in the fields of the agency's page that no comparison of prints lists."""
    for name in (*_names_of(Agency), *_names_of(Layout), "deadline", "hand_in_by"):
        old, new = _said(one, name), _said(other, name)
        if name != "name" and old != new:
            yield FIELD_NAMES[name], old, new
    for name in sorted(one.as_typed.keys() | other.as_typed.keys()):
        old, new = one.as_typed.get(name, ""), other.as_typed.get(name, "")
        if name in FIELD_NAMES and old != new:
            yield f"{FIELD_NAMES[name]}（读不出来的）", old, new


def _names_of(kind: type[Agency | Layout]) -> list[str]:
    return [name for name in kind.__struct_fields__ if name != "extra"]


def _value(report: Report, name: str) -> Any:  # noqa: ANN401 - of any field
    home = next(part for part in (report.agency, report.layout, report) if hasattr(part, name))
    return getattr(home, name)


def _said(report: Report, name: str) -> str:
    value = _value(report, name)
    if isinstance(value, bool):
        return "是" if value else "否"
    words = "" if value is None else str(value)
    return CHOICES.get(name, {}).get(words, words)


def _counted(name: str, one: Report, other: Report) -> Iterator[Row]:
    """How many there are of what is not shown word by word."""
    if name == "remarks":
        yield from _pairs(one, other, one.remarks, other.remarks, "备注")
        yield from _pairs(one, other, one.given_by, other.given_by, "由谁提供")
        yield from _posts(one, other)
    elif name == "last_year":
        old, new = (f"{past.year} 年" if past else "" for past in (one.last_year, other.last_year))
        yield Row("上年报告", old, new)
    elif name == "dismissed":
        old, new = (f"{len(report.dismissed)} 条" for report in (one, other))
        yield Row("说明过的理由", old, new)
    else:
        for label, field in (("报送", "handed_in"), ("公布", "published")):
            old, new = (_day(getattr(report, field)) for report in (one, other))
            if old != new:
                yield Row(label, old, new)
        old, new = (_day(report.approval.signed) for report in (one, other))
        if old != new:
            yield Row("签批", old, new)


def _posts(one: Report, other: Report) -> Iterator[Row]:
    for channel in sorted(one.posts.keys() | other.posts.keys()):
        posted = (report.posts.get(channel) for report in (one, other))
        old, new = (f"{each.count} 条（{each.given_by}）" if each else "" for each in posted)
        if old != new:
            yield Row("征集来的发布条数", old, new)


def _day(passed: Any) -> str:  # noqa: ANN401 - Passed, Signed or None
    return passed.at.isoformat() if passed else ""


def _pairs(one: Report, other: Report, old: Mapping[str, str], new: Mapping[str, str], label: str) -> Iterator[Row]:
    for cell in (*one.form.cells, *(cell for cell in other.form.cells if cell not in one.form.cells)):
        if old.get(cell, "") != new.get(cell, ""):
            form = one.form if cell in one.form.cells else other.form
            yield Row(f"{form.name(cell)}，{label}", old.get(cell, ""), new.get(cell, ""))
