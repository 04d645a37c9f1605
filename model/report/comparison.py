"""Two reports against each other, such as a draft and what was published of it: every figure, heading and paragraph."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from model.form.form import Form, format_value
from model.report.evidence import HEADING, evidence
from model.report.fields import resolve
from model.report.printed_totals import holds
from model.report.report import NOTHING, TEXT_IDS, Report
from model.structs import Struct

FIELD_NAMES: Mapping[str, str] = {
    "name": "机关全称",
    "short_name": "简称",
    "address": "地址",
    "postcode": "邮编",
    "phone": "电话",
    "fax": "传真",
    "email": "电子邮箱",
    "office": "联系科室",
    "type": "机关类型",
    "level": "级别",
    "consolidated": "汇总了下属单位的数据",
    "title": "标题",
    "year": "报告年度",
    "deadline": "公布期限",
    "hand_in_by": "报送期限",
    "title_order": "标题里的先后",
    "fonts": "字体",
    "line_pt": "正文行距",
    "table_pt": "表格字号",
    "signature": "文末落款",
    "signature_date": "落款日期",
    "rules_slash": "规章一行印“/”",
}
"""What the fields of the agency's page are called."""
CHOICES: Mapping[str, Mapping[str, str]] = {
    "type": {
        "department": "政府部门",
        "government": "人民政府",
        "township": "乡镇",
        "subdistrict": "街道",
        "other": "其他",
    },
    "level": {"county": "县级", "city": "市级", "province": "省级", "national": "国家级"},
    "title_order": {"agency_first": "单位在前", "year_first": "年份在前"},
    "fonts": {
        "auto": "自动（Windows 自带字体，有小标宋时用小标宋）",
        "standard": "国标字体名（方正小标宋、仿宋_GB2312）",
        "windows": "Windows 自带字体（宋体、仿宋）",
    },
}
"""What can be chosen in those that are chosen."""
_PLACES = {"title": "标题", "agency.name": "机关名称", "year": "年度", "preamble": "引言"}
_PAIRED = 250_000
"""Texts of more paragraphs, as one number times the other, are laid side by side in their order."""
_AROUND = 8
"""So many characters around what differs say where in a paragraph it stands."""


class Difference(Struct, frozen=True):
    """One place where two reports differ.

    Attributes:
        place: a cell id, `title`, `agency.name`, `year`, the id of a text, or of a table for the notes under it;
            `heading.` and the id of a part for its heading.
        paragraph: which paragraph of a text, from 1, as the first report counts; 0 where there is none.
        one: what the first report has; empty for nothing.
        other: what the second one has.
    """

    place: str
    paragraph: int
    one: str
    other: str

    @property
    def excerpts(self) -> tuple[str, str]:
        """What differs of both, with some characters around it; the whole where one has nothing or both are short."""
        start = _common(self.one, self.other)
        end = _common(self.one[start:][::-1], self.other[start:][::-1])
        if not self.one or not self.other or start + end <= 4 * _AROUND:
            return self.one, self.other
        return _cut(self.one, start, end), _cut(self.other, start, end)


class Printed(Struct, frozen=True):
    """What a report says in print.

    Attributes:
        form: its form.
        heads: the words of `title`, `agency.name` and `year`.
        figures: by cell, those of all cells that are not blank.
        texts: the paragraphs by text id, and the notes by table id.
        headings: the headings of the parts by the part's id, with their numbers; of a source those that it has.
    """

    form: Form
    heads: Mapping[str, str]
    figures: Mapping[str, str]
    texts: Mapping[str, Sequence[str]]
    headings: Mapping[str, str] = NOTHING


def of_draft(report: Report) -> Printed:
    """What a draft will print: live fields as figures, totals as they are computed; a blank cell is not a 0."""
    texts: dict[str, list[str]] = {text: _lines(resolve(report.text[text], report)) for text in TEXT_IDS}
    headings = {section.id: section.heading for section in report.form.sections}
    return Printed(report.form, _heads(report), _figures(report), {**texts, **_notes(report)}, headings)


def of_source(report: Report) -> Printed:
    """What the file printed that a report was read from: its words as they stand, and its own totals."""
    wrong = {
        entry.place: entry.printed
        for entry in evidence(report)
        if entry.place in report.form.parts and not holds(report, entry.place, entry.printed)
    }
    texts: dict[str, list[str]] = {text: _lines(report.text[text]) for text in TEXT_IDS}
    places = {entry.place: entry.printed for entry in evidence(report)}
    named = ((each.id, places.get(f"{HEADING}{each.id}", "")) for each in report.form.sections)
    headings = {section: printed for section, printed in named if printed.strip()}
    return Printed(report.form, _heads(report), {**_figures(report), **wrong}, {**texts, **_notes(report)}, headings)


def compare(one: Printed, other: Printed) -> tuple[Difference, ...]:
    """All differences in the order of the first report's form; none when the reports say the same.

    Blanks in and around words do not count: pages and converters set them as they like.
    """
    return (*_of_heads(one, other), *_of_headings(one, other), *_of_figures(one, other), *_of_texts(one, other))


def where(difference: Difference, form: Form) -> str:
    """The place for the clerk: 表三 本年新收 / 自然人, 标题, 引言第 1 段."""
    place = difference.place
    if place in form.cells:
        return f"{form.table_of(place).name} {form.name(place)}"
    if place.startswith(HEADING):
        return f"“{form.section(place.removeprefix(HEADING)).heading}”的标题"
    tables = {table.id: f"{table.name}下的注" for table in form.tables}
    name = _PLACES.get(place) or tables.get(place) or form.section(place).heading
    return f"{name}第 {difference.paragraph} 段" if difference.paragraph else name


def _heads(report: Report) -> Mapping[str, str]:
    return {"title": report.title_text, "agency.name": report.agency.name, "year": str(report.year)}


def _figures(report: Report) -> dict[str, str]:
    found = ((cell, report.value(cell)) for cell in report.form.cells)
    return {cell: format_value(value) for cell, value in found if value is not None}


def _notes(report: Report) -> dict[str, list[str]]:
    return {table: [line.removeprefix("注：") for line in _lines(notes)] for table, notes in report.notes.items()}


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _of_heads(one: Printed, other: Printed) -> Iterator[Difference]:
    for place, first in one.heads.items():
        second = other.heads[place]
        if _bare(first) != _bare(second):
            yield Difference(place, 0, first, second)


def _of_headings(one: Printed, other: Printed) -> Iterator[Difference]:
    """The headings that both have and that read otherwise; one that is not there is a doubt of what was read."""
    for section, first in one.headings.items() if one.form is other.form else ():
        second = other.headings.get(section, first)
        if _bare(first) != _bare(second):
            yield Difference(f"{HEADING}{section}", 0, first, second)


def _of_figures(one: Printed, other: Printed) -> Iterator[Difference]:
    for cell in one.form.cells:
        first, second = one.figures.get(cell, ""), other.figures.get(cell, "")
        if first != second:
            yield Difference(cell, 0, first, second)


def _of_texts(one: Printed, other: Printed) -> Iterator[Difference]:
    for place in (*TEXT_IDS, *(table.id for table in one.form.tables)):
        yield from _paragraphs(place, one.texts.get(place, ()), other.texts.get(place, ()))


def _paragraphs(place: str, one: Sequence[str], other: Sequence[str]) -> Iterator[Difference]:
    """The paragraphs that differ; those between two that are the same are paired in their order."""
    for start, end, from_, to in _differing(list(map(_bare, one)), list(map(_bare, other))):
        for offset, (first, second) in enumerate(zip_longest(one[start:end], other[from_:to], fillvalue="")):
            yield Difference(place, start + offset + 1, first, second)


def _differing(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of paragraphs that differ; of very many all between the first and the last that do."""
    if len(one) * len(other) <= _PAIRED:
        for tag, *stretch in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            if tag != "equal":
                yield stretch[0], stretch[1], stretch[2], stretch[3]
        return
    start = _common(one, other)
    end = min(_common(one[::-1], other[::-1]), min(len(one), len(other)) - start)
    if start + end < max(len(one), len(other)):
        yield start, len(one) - end, start, len(other) - end


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many characters, or paragraphs, two texts have in common from their beginning."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(map(len, (one, other)))
    )


def _cut(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), len(text) - end + _AROUND)
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"


def _bare(words: str) -> str:
    return "".join(words.split())
