"""The report as a value: an edit makes a new one, totals follow from the numbers and are never stored."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, localcontext
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from model.files.strict_json import shown
from model.form import forms
from model.form.form import Balance, CellError, Form, Value
from model.language.characters import whole_characters
from model.structs import Struct, replace

AgencyType = Literal["department", "government", "township", "subdistrict", "other", ""]
AgencyLevel = Literal["county", "city", "province", "national", ""]
TitleOrder = Literal["agency_first", "year_first"]
FontSet = Literal["auto", "standard", "windows"]
TextId = Literal["preamble", "overview", "problems", "other_matters"]

TEXT_IDS: tuple[TextId, ...] = ("preamble", "overview", "problems", "other_matters")

Extra = Mapping[str, Any]
"""Keys of a draft file that this version does not know; kept as they were."""

NOTHING: Mapping[str, Any] = MappingProxyType({})


EXACT = 100
"""More digits than the sum of any amounts has."""


class Agency(Struct, frozen=True, dict=True):
    """The agency (机关) whose report it is, and how the public reaches its office."""

    name: str
    short_name: str = ""
    type: AgencyType = ""
    level: AgencyLevel = ""
    consolidated: bool = False
    office: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    extra: Extra = NOTHING


class Texts(Struct, frozen=True, dict=True):
    """The preamble and the three prose sections: plain text, paragraphs separated by a line feed."""

    preamble: str = ""
    overview: str = ""
    problems: str = ""
    other_matters: str = ""
    extra: Extra = NOTHING

    def __getitem__(self, text_id: str) -> str:
        """One text by its id; KeyError for any other word."""
        if text_id not in TEXT_IDS:
            raise KeyError(text_id)
        return str(getattr(self, text_id))


class Layout(Struct, frozen=True, dict=True):
    """How the Word report is set: line spacing and table size in points, the rest as choices."""

    title_order: TitleOrder = "agency_first"
    fonts: FontSet = "auto"
    line_pt: Decimal = Decimal("28.95")
    table_pt: Decimal = Decimal("10.5")
    signature: bool = False
    signature_date: date | None = None
    rules_slash: bool = False
    extra: Extra = NOTHING


class PastReport(Struct, frozen=True, dict=True):
    """Last year's report, for comparison; its numbers are under the ids of the form it was written on."""

    form: Form
    year: int
    numbers: Mapping[str, Value] = NOTHING
    text: Texts = Texts()
    extra: Extra = NOTHING


class Dismissal(Struct, frozen=True, dict=True):
    """A warning the clerk has answered with a reason; it holds while all that it was about stays.

    Attributes:
        check: the code of the check.
        cells: the values of the finding's cells.
        quote: the words it read.
        reason: what the clerk wrote.
        section: where it was; None in drafts of 0.1, which do not say.
        sentence: the sentence around the words, or the sentences when they are in several.
        digest: tells the text, the note or the state of things that it was about as a whole.
    """

    check: str
    cells: Mapping[str, Value | None]
    quote: str | None
    reason: str
    section: str | None = None
    sentence: str | None = None
    digest: str | None = None
    about_extra: Extra = NOTHING
    extra: Extra = NOTHING


class Event(Struct, frozen=True, dict=True):
    """Something that happened to the report on a day, such as `published`; `content` marks what it printed then."""

    at: date
    what: str
    content: str = ""
    extra: Extra = NOTHING


class Passed(Struct, frozen=True, dict=True):
    """That the report as it was then has been handed in (报送) or published (公布).

    Attributes:
        at: the day.
        where: to whom it was handed in, or the address of the page; None where the clerk does not say.
        content: tells what was printed then from anything else (see `model.report.publication`).
        digest: the SHA-256 of the Word file that was frozen then; empty where none was.
        revision: the draft's revision then.
    """

    at: date
    where: str | None = None
    content: str = ""
    digest: str = ""
    revision: int = 0
    extra: Extra = NOTHING


class Signed(Struct, frozen=True, dict=True):
    """That the leader has signed the report as it was then.

    Attributes:
        at: the day.
        digest: of what it printed then, `sha256:` and 64 hexadecimal digits, as the exported file's properties have it.
        scan: the name of the scanned sheet, which stands beside the draft; None where there is none.
        revision: the draft's revision then.
        content: tells what it printed then from anything else (see `model.report.publication.content_mark`); empty in
            older marks.
    """

    at: date
    digest: str
    scan: str | None = None
    revision: int = 0
    content: str = ""
    extra: Extra = NOTHING


class Approval(Struct, frozen=True, dict=True):
    """签批: who signs for each step of `model.report.publication.ROUTE`, on which day, and what was signed; private."""

    names: Mapping[str, str] = NOTHING
    signed: Signed | None = None
    days: Mapping[str, date] = NOTHING
    extra: Extra = NOTHING


class Charged(Struct, frozen=True, dict=True):
    """信息处理费: how many applications were charged, and how much in 元 together."""

    count: int
    amount: Decimal
    extra: Extra = NOTHING


class FromLedger(Struct, frozen=True, dict=True):
    """What was counted from a ledger of applications (台账); private.

    Attributes:
        digest: the SHA-256 of the ledger's file.
        year: what was counted.
        cells: behind each cell that was counted, the registration numbers, or where in the ledger the lines stand.
        fees: what was charged; None where the ledger does not say it, or not of every line.
    """

    digest: str
    year: int
    cells: Mapping[str, tuple[str, ...]] = NOTHING
    fees: Charged | None = None
    extra: Extra = NOTHING


class Posted(Struct, frozen=True, dict=True):
    """How many posts a channel such as the website had in the year, and who says so; private, and in no table."""

    count: int
    given_by: str = ""
    extra: Extra = NOTHING


class SummedUnit(Struct, frozen=True, dict=True):
    """One unit of a sum: its name, and its figures that are more than 0."""

    name: str
    numbers: Mapping[str, Value] = NOTHING
    extra: Extra = NOTHING


class Summed(Struct, frozen=True, dict=True):
    """What a consolidated report was added up from (汇总); private."""

    units: tuple[SummedUnit, ...]
    extra: Extra = NOTHING

    @cached_property
    def sums(self) -> Mapping[str, Value]:
        """What the units have together, to the last digit, in the cells where any has more than 0."""
        found: dict[str, Value] = {}
        with localcontext(prec=EXACT):
            for unit in self.units:
                for cell, value in unit.numbers.items():
                    found[cell] = found.get(cell, 0) + value
        return found


class Evidence(Struct, frozen=True, dict=True):
    """What a source file printed at a place that the report itself does not keep."""

    place: str
    printed: str
    extra: Extra = NOTHING


class Source(Struct, frozen=True, dict=True):
    """The file a report was read from."""

    file: str
    evidence: tuple[Evidence, ...] = ()
    extra: Extra = NOTHING


class Report(Struct, frozen=True, dict=True):
    """One yearly report on its form.

    `numbers` holds the typed cells that are filled in, and a blank one is absent. `as_typed` holds what could not be
    read of what the clerk entered, by the cell's id or the field's name: such a cell has no number, such a field no
    value, or its last one where it must have one. `remarks` and `given_by` (who gave a cell's figure) are private,
    and so are `approval`, `ledger`, `summed` and `posts` (of each channel).
    """

    year: int
    agency: Agency
    form: Form
    numbers: Mapping[str, Value] = NOTHING
    text: Texts = Texts()
    title: str | None = None
    deadline: date | None = None
    layout: Layout = Layout()
    notes: Mapping[str, str] = NOTHING
    remarks: Mapping[str, str] = NOTHING
    last_year: PastReport | None = None
    dismissed: tuple[Dismissal, ...] = ()
    events: tuple[Event, ...] = ()
    source: Source | None = None
    hand_in_by: date | None = None
    handed_in: Passed | None = None
    published: Passed | None = None
    as_typed: Mapping[str, str] = NOTHING
    given_by: Mapping[str, str] = NOTHING
    approval: Approval = Approval()
    ledger: FromLedger | None = None
    summed: Summed | None = None
    posts: Mapping[str, Posted] = NOTHING

    def with_number(self, cell_id: str, value: Value | None) -> "Report":
        """The report with one typed cell set, or made blank by None; see `with_numbers`."""
        return self.with_numbers({cell_id: value})

    def with_numbers(self, values: Mapping[str, Value | None]) -> "Report":
        """The report with several typed cells set in one step; None makes a cell blank.

        Raises:
            CellError: a cell is not one the clerk fills in, or cannot hold the value; nothing is changed then.
        """
        numbers = dict(self.numbers)
        for cell_id, value in values.items():
            cell = self.form.typed_cell(cell_id)
            if value is None:
                numbers.pop(cell_id, None)
            else:
                numbers[cell_id] = cell.check(value)
        return self.read(values, numbers=MappingProxyType(numbers))

    def read(self, names: Iterable[str], **changed: Any) -> "Report":  # noqa: ANN401 - as `replace` takes
        """The report with some of it replaced, where nothing is left unread of some cells or fields."""
        gone = self.as_typed.keys() & set(names)
        left = {name: text for name, text in self.as_typed.items() if name not in gone} if gone else self.as_typed
        return replace(self, as_typed=MappingProxyType(left) if gone else left, **changed)

    def unread(self, name: str, text: str) -> "Report":
        """The report with what was typed into a cell or a field, which cannot be read, kept; a cell becomes blank."""
        numbers = self.numbers
        if name in numbers:
            numbers = MappingProxyType({cell: value for cell, value in numbers.items() if cell != name})
        words = MappingProxyType({**self.as_typed, name: whole_characters(text)})
        return replace(self, numbers=numbers, as_typed=words)

    def with_text(self, text_id: TextId, text: str) -> "Report":
        """The report with one text replaced; halves of characters, which no file can hold, become �."""
        changed: dict[str, Any] = {text_id: whole_characters(text)}
        made = replace(self, text=replace(self.text, **changed))
        made.__dict__["_totals"] = self._totals  # the numbers are the same
        return made

    def value(self, cell_id: str) -> Value | None:
        """The number in a cell, in 件 or 万元; None for a blank one. Computed cells always have a number.

        Raises:
            KeyError: the form has no such cell.
        """
        if self.form.cells[cell_id].computed:
            return self.total(cell_id)
        return self.numbers.get(cell_id)

    def total(self, cell_id: str) -> int:
        """The number of a computed cell; blank parts add nothing.

        Raises:
            KeyError: the form does not compute such a cell.
        """
        if cell_id not in self._totals:
            self._totals[cell_id] = sum(self.count(part) for part in self.form.parts[cell_id])
        return self._totals[cell_id]

    def count(self, cell_id: str) -> int:
        """A count in 件 for arithmetic, a blank cell counting as 0; see `value`."""
        number = self.numbers.get(cell_id)  # what most cells are asked for: a typed number
        return int(self.value(cell_id) or 0) if number is None else int(number)

    @cached_property
    def _totals(self) -> dict[str, int]:
        return {}

    @cached_property
    def blanks(self) -> tuple[str, ...]:
        """The typed cells not filled in yet, in the form's order; one with something unreadable in it is none."""
        return tuple(
            cell_id for cell_id in self.form.typed if cell_id not in self.numbers and cell_id not in self.as_typed
        )

    def difference(self, balance: Balance) -> int:
        """How far a column is off: 新收＋上年结转 minus 办理结果＋结转下年度, in 件; 0 when it balances."""
        return self.sum(balance.left) - self.sum(balance.right)

    def sum(self, cell_ids: Iterable[str]) -> int:
        """The sum of some count cells, in 件."""
        return sum(self.count(cell_id) for cell_id in cell_ids)

    @property
    def title_text(self) -> str:
        """The title as printed, on one line: the clerk's own, or agency, year and the report's official name."""
        if self.title is not None:
            return self.title
        year, name = f"{self.year}年", self.form.report_name
        if self.layout.title_order == "year_first":
            return f"{year}{self.agency.name}{name}"
        return f"{self.agency.name}{year}{name}"

    def words(self, section_id: str) -> str:
        """The words of a place that findings point into: `title` or the id of a text."""
        return self.title_text if section_id == "title" else self.text[section_id]


def new_report(year: int, agency: Agency) -> Report:
    """An empty report for a year, on the form of that year.

    Raises:
        CellError: there is no form for that year.
    """
    return Report(year, agency, form=forms.of(year))


def check_year(year: int, form: Form) -> int:
    """The year itself, when a form applies to it.

    Raises:
        CellError: reports of that year are not written on the form.
    """
    if not form.applies_to(year):
        until = "起" if form.last_year is None else f"至 {form.last_year} 年度"
        raise CellError(f"{shown(year)} 不是可用的报告年度，{form.issued_as}的表样从 {form.first_year} 年度{until}使用")
    return year
