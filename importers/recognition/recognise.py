"""A document becomes a reading: tables, title, year, agency, texts, and everything that is doubtful about them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from importers.document.blocks import Document, Grid, Paragraph
from importers.reading import Doubt, Location, Reading
from importers.recognition.changed import Compared, compare
from importers.recognition.divided import divided
from importers.recognition.evidence import evidence, left_out
from importers.recognition.parts import Parts
from importers.recognition.reports import one_report, plain_lines
from importers.recognition.stream.restore import Restored, restored
from importers.recognition.tables.found import Tables
from importers.recognition.tables.tables import find_tables
from importers.recognition.texts.broken_lines import Joined, join
from importers.recognition.texts.contacts import contacts
from importers.recognition.texts.headings import find_headings
from importers.recognition.texts.lines import Line, lines_of
from importers.recognition.texts.prose import sort_lines
from importers.recognition.texts.running_heads import without_running_heads
from importers.recognition.texts.title import (
    Title,
    agency_in_preamble,
    agency_in_title,
    bare,
    find_title,
    is_title,
    level_of,
    other_agency,
    titles,
    type_of,
    usual_year,
    year_in,
    years_in_preamble,
)
from importers.recognition.unplaced import offered
from model.form import forms
from model.form.form import CellError, Form, Table, Value
from model.report.report import TEXT_IDS, Agency, Texts
from model.structs import replace

FIRST_YEAR_WITH_TABLES = 2019
"""Reports on earlier years have no common tables (the form of 2019 brought them)."""

_ENOUGH = 0.4
"""The share of a table's cells from which on it counts as found."""
_HEADINGS_OF_A_REPORT = 2
_SPELLED_OUT = frozenset(("text", "clipboard", "pdf"))
"""The kinds of document whose tables may be spelled out in lines."""
_COPIED = frozenset(("text", "clipboard"))
_OWN_TITLE = 200


class NotAReport(Exception):  # noqa: N818
    """A document is no report of this kind; the message says what was missed, for the clerk."""


def recognise(document: Document) -> Reading:
    """Read a document as a report.

    Raises:
        NotAReport: no table of the form was found, or too little else to say that this is such a report.
    """
    if document.kind in _COPIED:
        document = without_running_heads(document)
    document, told = _with_tables(divided(document, forms.newest()))
    whole = document
    form = forms.named(document.known.form) if document.known else forms.newest()
    document, others = (document, list[Doubt]()) if document.known else one_report(document, form)
    parts = _parts(document, form)
    if not document.known:
        parts = _by_its_own_form(parts)
    _refuse(parts)
    broken = MappingProxyType(parts.joined.broken)
    return replace(_reading(parts, [*told, *others, *parts.joined.doubts]), document=whole, broken=broken)


def _by_its_own_form(parts: Parts) -> Parts:
    """The document read by the form of its year, where that fits its tables better than the newest one does."""
    year = _years(parts)[0]
    try:
        form = forms.of(year) if year else parts.form
    except CellError:
        return parts
    if form is parts.form:
        return parts
    own = _parts(parts.document, form)
    return own if len(own.tables.cells) >= len(parts.tables.cells) else parts


def _parts(document: Document, form: Form) -> Parts:
    tables = find_tables(document, form)
    lines = lines_of(document, tables)
    joined = Joined(lines, {}) if document.known else join(lines, document.kind, form)
    lines = joined.lines
    headings = find_headings(lines, form)
    first = min((heading.line for heading in headings), default=len(lines))
    first = min([first, *(index for index, line in enumerate(lines) if line.table not in ("", "other"))])
    title = _own_title(document, lines) if document.known else find_title(lines[:first])
    prose = sort_lines(document, lines, headings, title, form)
    return Parts(document, tables, lines, headings, title, prose, joined)


def _with_tables(document: Document) -> tuple[Document, Sequence[Doubt]]:
    """The document with the tables that no grid holds put back from its words, and what is doubtful about them.

    The form of the year that its title names is tried too; the one that leaves fewer doubts counts.
    """
    form = forms.newest()
    grids = sum(isinstance(block, Grid) for block in document.blocks)
    if document.known or (document.kind not in _SPELLED_OUT and grids >= len(form.tables)):
        return document, ()
    own = _form_named(document) or form
    put_back = [found for each in dict.fromkeys((own, form)) if (found := _put_back(document, each))]
    best = min(put_back, key=lambda found: len(found.doubts), default=Restored(document))
    return best.document, best.doubts


def _put_back(document: Document, form: Form) -> Restored | None:
    """The document with the tables of a form that no grid holds put back; None where it has them all."""
    found = find_tables(document, form)
    lacking = (table for table in form.tables if any(cell.id not in found.cells for cell in table.number_cells))
    wanted = [table.id for table in lacking if not (found.old and table.shape == "parts")]
    return restored(document, form, wanted) if wanted else None


def _form_named(document: Document) -> Form | None:
    """The form of the year that the first title in a document names."""
    years = (year_in(title.text) for title in titles(plain_lines(document)))
    year = next(filter(None, years), None)
    try:
        return forms.of(year) if year else None
    except CellError:
        return None


def _own_title(document: Document, lines: Sequence[Line]) -> Title | None:
    """The title of our own export: its first paragraph, whatever its words."""
    first = document.blocks[0] if document.blocks else None
    if not isinstance(first, Paragraph) or len(first.text) > _OWN_TITLE or first.level:
        return find_title(lines)
    count = sum(line.location.block == 0 for line in lines)
    return Title("".join(line.text for line in lines[:count]), range(count)) if count else None


def _refuse(parts: Parts) -> None:
    found = [table for table in parts.form.tables if _is_found(parts.tables, table)]
    headings = sum(heading.section != "other" for heading in parts.headings)
    like_a_report = parts.title is not None or headings >= _HEADINGS_OF_A_REPORT
    if len(found) > 1 or (found and like_a_report) or parts.document.known:
        return
    year = _years(parts)[0]
    if like_a_report and not found and year and year < FIRST_YEAR_WITH_TABLES:
        raise NotAReport(
            f"这是 {year} 年的报告，{FIRST_YEAR_WITH_TABLES} 年以前的年度报告没有统一的三张表，"
            "没有可以带入的数据；请选 2019 年以后的报告，或直接新建。"
        )
    missed = [
        *([] if parts.title else ["标题"]),
        *([] if headings >= _HEADINGS_OF_A_REPORT else ["六个部分的标题"]),
        *(table.name for table in parts.form.tables if table not in found),
    ]
    raise NotAReport(
        f"这不像一份政府信息公开工作年度报告：没有找到{'、'.join(missed)}；请选择带有三张表的年度报告原件。"
    )


def _is_found(tables: Tables, table: Table) -> bool:
    cells = [cell.id for cell in table.number_cells]
    share = sum(cell in tables.cells for cell in cells) / len(cells)
    return share >= _ENOUGH or (tables.old and table.shape == "parts" and share > 0)


def _reading(parts: Parts, others: Sequence[Doubt]) -> Reading:
    compared = _compared(parts)
    year, about_year = _year(parts)
    agency, about_agency = _agency(parts)
    doubts = [
        *compared.doubts,
        *parts.prose.doubts,
        *left_out(parts),
        *about_year,
        *about_agency,
        *_about_headings(parts),
        *_about_title(parts),
        *others,
    ]
    texts: dict[str, Any] = {text: parts.text(text) for text in TEXT_IDS}
    cells = parts.tables.cells
    return Reading(
        document=parts.document,
        form=parts.form,
        year=year,
        title=parts.title_text,
        agency=agency,
        numbers=MappingProxyType(dict(compared.numbers)),
        printed=MappingProxyType({cell: found.words for cell, found in cells.items()}),
        text=Texts(**texts),
        notes=MappingProxyType({table: "\n".join(lines) for table, lines in parts.prose.notes.items() if lines}),
        doubts=tuple(sorted(offered(doubts, parts.document, parts.form, parts.tables.ids), key=_in_order)),
        changed=compared.changed,
        evidence=tuple(evidence(parts)),
        locations=MappingProxyType(_locations(parts, agency)),
    )


def _compared(parts: Parts) -> Compared:
    if parts.document.known:
        return compare(parts.tables, parts.document.known)
    numbers: Mapping[str, Value] = parts.tables.numbers()
    return Compared(numbers, (), tuple(parts.tables.doubts))


def _in_order(doubt: Doubt) -> tuple[int, int, int]:
    location = doubt.location
    return (10**9, 0, 0) if location is None else (location.block, location.row or 0, location.column or 0)


def _years(parts: Parts) -> tuple[int | None, list[int]]:
    """The year to take, and all that title and preamble name for the report."""
    in_title = year_in(parts.title_text)
    in_preamble = years_in_preamble(parts.text("preamble"))
    known = parts.document.known
    named = [*([in_title] if in_title else []), *in_preamble]
    if known and (in_title is None or not is_title(parts.title_text)):
        return known.year, named
    return (named[0] if named else None), named


def _year(parts: Parts) -> tuple[int | None, list[Doubt]]:
    year, named = _years(parts)
    location = _title_location(parts)
    if year is None:
        usual = usual_year("\n".join(parts.text(text) for text in ("overview", "problems", "other_matters")))
        if usual is None:
            return None, [Doubt("year", "", "", "没有读到报告年度，请填写。", location)]
        message = f"标题和引言都没有写年度，正文里最多的是 {usual} 年，请核对。"
        return usual, [Doubt("year", "", str(usual), message, location)]
    others = sorted({str(other) for other in named if other != year})
    if not others or (parts.document.known and parts.document.known.year == year):
        return year, []
    where = "标题" if year_in(parts.title_text) == year else "引言"
    message = f"{where}的年度是 {year}，引言里还有 {'、'.join(others)} 年；按 {year} 年读入，请核对。"
    return year, [Doubt("year", "、".join((str(year), *others)), str(year), message, location)]


def _agency(parts: Parts) -> tuple[Agency, list[Doubt]]:
    preamble, known = parts.text("preamble"), parts.document.known
    name = agency_in_title(parts.title_text)
    if known and (not is_title(parts.title_text) or bare(known.agency) in bare(parts.title_text)):
        name = known.agency
    doubts = []
    if not name:
        name = agency_in_preamble(preamble) or parts.prose.signed
        message = f"标题里没有机关名称，从{'引言' if name != parts.prose.signed else '落款'}读到“{name}”，请核对。"
        doubts = [
            Doubt("agency.name", name, name, message if name else "没有读到机关名称，请填写。", _title_location(parts))
        ]
    fields: dict[str, Any] = dict(contacts(preamble, name))
    if not doubts and not known:
        doubts = [*_about_names(Agency(name, **fields), parts)]
    consolidated = bool(re.search(r"汇总(?:了)?(?:全|各|所属|下属)|数据包括本机关和纳入汇总", preamble))
    return Agency(name, type=type_of(name), level=level_of(name), consolidated=consolidated, **fields), doubts


def _about_names(agency: Agency, parts: Parts) -> Iterator[Doubt]:
    """A doubt where the preamble, which gives the address, names another agency than the title."""
    if other := other_agency(parts.text("preamble"), agency):
        reached = agency.office or agency.address or agency.phone
        message = (
            f"标题写的是“{agency.name}”，引言写的是“{other}”；"
            f"单位名称按标题读入{'，联系方式来自引言' if reached else ''}，请核对。"
        )
        yield Doubt("agency.name", other, agency.name, message, parts.prose.locations.get("preamble"))


def _about_title(parts: Parts) -> Iterator[Doubt]:
    if parts.title is None and not parts.document.known:
        yield Doubt("title", "", "", "没有找到标题，由程序按机关名称和年度拼写，请核对。")


def _about_headings(parts: Parts) -> Iterator[Doubt]:
    """A doubt for each part whose heading was not found, or one for all."""
    named = {heading.section for heading in parts.headings}
    doubted = {doubt.place for doubt in parts.prose.doubts}
    if not named:
        yield Doubt("overview", "", "", "没有找到任何一个部分的标题，文字按三张表的前后次序分开，请逐段核对。")
        return
    for section in parts.form.sections:
        if section.id not in named and section.id not in doubted:
            yield Doubt(section.id, "", "", f"没有找到“{section.heading}”这个标题，请核对这一部分的内容。")


def _locations(parts: Parts, agency: Agency) -> dict[str, Location]:
    locations = {cell: found.location for cell, found in parts.tables.cells.items()}
    locations.update({text: location for text, location in parts.prose.locations.items() if text in TEXT_IDS})
    title, preamble = _title_location(parts), parts.prose.locations.get("preamble")
    if title:
        locations |= {"title": title}
    if year := title if year_in(parts.title_text) else preamble:
        locations["year"] = year
    if name := title if agency_in_title(parts.title_text) else preamble:
        locations["agency.name"] = name
    if preamble:
        fields = ("short_name", "office", "address", "postcode", "phone", "fax", "email")
        locations.update({f"agency.{name}": preamble for name in fields if getattr(agency, name)})
    return locations


def _title_location(parts: Parts) -> Location | None:
    return parts.lines[parts.title.lines[0]].location if parts.title and len(parts.title.lines) else None
