"""A report as the blocks of a document, in reading order: what every export walks over, and nothing about fonts."""

import re
from collections.abc import Iterator, Mapping

from export import title
from model.form.form import Section, Table, format_value
from model.language.outline import paragraphs, subheading_end
from model.language.squeezed import Paragraphs
from model.report.fields import Field, resolve, unknown
from model.report.publication import last_published
from model.report.report import TEXT_IDS, Report
from model.report.rule_making import cannot_make_rules, rules_cells
from model.structs import Struct

NO_FIGURE = "/"
"""What stands in a cell that has no figure by law."""

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NOT_PRINTABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]")
_LONGEST_QUOTE = 40
_LONG_WORD = re.compile(r"[!-~]{16,}")


class Title(Struct, frozen=True):
    """The title, broken into lines by meaning."""

    lines: tuple[str, ...]


class Heading(Struct, frozen=True):
    """The heading of one of the six sections."""

    text: str


class Paragraph(Struct, frozen=True):
    """A paragraph of prose; its first `subheading` characters are a heading of the second level.

    Where it has a `long_word`, such as an address, the word may break anywhere, so that no line is drawn apart.
    """

    text: str
    subheading: int = 0
    long_word: bool = False


class NumberTable(Struct, frozen=True):
    """One of the form's tables, with the heading of its section and the printed figure of every number cell."""

    table: Table
    caption: str
    values: Mapping[str, str]


class Listing(Struct, frozen=True):
    """A plain table of words under a head; `shares` are the widths of its columns, in any unit.

    One that is filled in by hand has rows of at least `row_pt` points, and its rows stay together on a page.
    """

    head: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    row_pt: int = 0


class Note(Struct, frozen=True):
    """A remark printed under a table."""

    text: str


class Signature(Struct, frozen=True):
    """落款: the agency, and the day where one is known."""

    lines: tuple[str, ...]


Block = Title | Heading | Paragraph | NumberTable | Listing | Note | Signature


def why_not(report: Report) -> str | None:
    """Why a report cannot be printed: live fields that stand for no cell; None when it can.

    What the clerk must still decide, such as an open error, is said and stops nothing; this is a mark of the program,
    whose figure nobody knows, and there is no report in which it is right.
    """
    places = [
        _field_at(report, text_id, field)
        for text_id in TEXT_IDS
        for field in unknown(report.text[text_id], report.form)
    ]
    if not places:
        return None
    more = f"等{len(places)}处" if len(places) > 1 else ""
    return f"{places[0]}{more}指向的数据不存在，印不出数来；请改成数字，或用“插入数据”重新插入，再导出"


def _field_at(report: Report, text_id: str, field: Field) -> str:
    words = report.text[text_id]
    part = next((section.heading for section in report.form.sections if section.text == text_id), "引言")
    number = Paragraphs(words).number(field.start)
    return f"“{part}”第{number}段的“{words[field.start : field.end][:_LONGEST_QUOTE]}”"


def blocks(report: Report) -> tuple[Block, ...]:
    """The whole document: title, preamble, the six sections in their order, and the signature if it is wanted."""
    return tuple(_blocks(report))


def _blocks(report: Report) -> Iterator[Block]:
    yield Title(title_lines(report))
    yield from _prose(report, "preamble")
    for section in report.form.sections:
        yield Heading(section.heading)
        if section.table:
            yield _table(report, section)
            yield from _notes(report, section.table)
        else:
            yield from _prose(report, section.id)
    if report.layout.signature:
        yield _signature(report)


def _prose(report: Report, text_id: str) -> Iterator[Paragraph]:
    for text in printable(resolve(report.text[text_id], report)):
        yield Paragraph(text, subheading_end(text), bool(_LONG_WORD.search(text)))


def _table(report: Report, section: Section) -> NumberTable:
    table = report.form.table(section.id)
    return NumberTable(table, section.heading, {cell.id: _figure(report, cell.id) for cell in table.number_cells})


def _figure(report: Report, cell_id: str) -> str:
    """The figure as printed; a slash for 规章 that the agency cannot make, where the local habit is so."""
    value = report.value(cell_id)
    of_rules = report.layout.rules_slash and cell_id in rules_cells(report.form)
    if of_rules and not value and cannot_make_rules(report.agency):
        return NO_FIGURE
    return format_value(value)


def _notes(report: Report, table_id: str) -> Iterator[Note]:
    lines = printable(report.notes.get(table_id, ""))
    for index, line in enumerate(lines):
        yield Note(line if index or line.startswith("注") else f"注：{line}")


def _signature(report: Report) -> Signature:
    published = last_published(report)
    day = report.layout.signature_date or (published and published.at)
    name = " ".join(printable(report.agency.name))
    return Signature((name, f"{day.year}年{day.month}月{day.day}日") if day else (name,))


def printable(text: str) -> list[str]:
    """The paragraphs of a text as a document can hold them: no control characters, nothing empty."""
    return paragraphs(_NOT_PRINTABLE.sub("", "\n".join(text.splitlines())))


def title_lines(report: Report) -> tuple[str, ...]:
    """The title in lines: as the clerk broke it, or on one line, or broken behind the agency's name.

    No line is left to a program to break: it would leave a character alone.
    """
    if report.title is not None:
        own = printable(report.title)
        most = title.FULL if len(own) > 1 else title.WIDTH
        return tuple(part for line in own for part in ((line,) if title.width(line) <= most else title.fold(line)))
    whole = "".join(printable(report.title_text))
    if title.width(whole) <= title.WIDTH:
        return (whole,)
    year = "" if report.layout.title_order == "year_first" else f"{report.year}年"
    tail = f"{year}{report.form.report_name}"
    return (*title.fold(whole.removesuffix(tail)), tail)
