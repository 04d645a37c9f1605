"""汇总: the figures of many reports as one, every cell with its units, and what must not be summed blindly."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from types import MappingProxyType

from model.checks import laws
from model.form.form import CellError, Form, Value
from model.report.report import EXACT, Agency, Report, Summed, SummedUnit
from model.report.rule_making import cannot_make_rules, rules_cells
from model.review.row import Row
from model.structs import Struct

_NAMED = 5
"""How many units a question or a cell names; the others are counted."""


class Question(Struct, frozen=True):
    """Something that a sum alone gets wrong, for a person to decide.

    Attributes:
        cells: the cells it is about; none when it is about the whole.
        words: what it is, in a sentence with what to do.
    """

    cells: tuple[str, ...]
    words: str


class Sum(Struct, frozen=True):
    """The figures of some reports together.

    Attributes:
        form: their form.
        numbers: the typed cells; one that is blank in every report is absent.
        behind: by cell, the units that have a figure there, with it.
        units: the units with their figures that are more than 0, as the consolidated report keeps them.
    """

    form: Form
    year: int
    numbers: Mapping[str, Value]
    behind: Mapping[str, tuple[tuple[str, Value], ...]]
    units: tuple[SummedUnit, ...]


class NotSummed(Exception):  # noqa: N818 - it is what the sum says of the reports
    """Some reports cannot be summed; the message is for the clerk."""


def summed(rows: Sequence[Row]) -> Sum:
    """The sum of some reports of one year and form.

    Raises:
        NotSummed: there is none, one cannot be read, years or forms differ, or a figure becomes too large.
    """
    first = _alike(rows)
    form = first.report.form
    behind = {
        cell: tuple((row.agency.name, row.numbers[cell]) for row in rows if cell in row.numbers) for cell in form.typed
    }
    numbers = {cell: _total(cell, [value for _, value in parts], form) for cell, parts in behind.items() if parts}
    units = tuple(SummedUnit(row.agency.name, MappingProxyType(_filled(row))) for row in rows)
    return Sum(form, first.year, MappingProxyType(numbers), MappingProxyType(behind), units)


def consolidated(found: Sum, agency: Agency, asked: Iterable[Question]) -> Report:
    """The sum as a report to be finished, which keeps the units behind each cell; a question stands in its remark."""
    remarks: dict[str, str] = {}
    for question in asked:
        for cell in question.cells:
            remarks[cell] = "\n".join(filter(None, (remarks.get(cell, ""), question.words)))
    private = MappingProxyType(remarks)
    return Report(
        found.year, agency, numbers=found.numbers, form=found.form, remarks=private, summed=Summed(found.units)
    )


def unequal(report: Report, rows: Sequence[Row]) -> tuple[tuple[str, Value | None, Value | None], ...]:
    """汇总数＝各单位之和: the cells where a report is not the sum of the units, with its figure and the sum's."""
    numbers = summed(rows).numbers
    pairs = ((cell, report.numbers.get(cell), numbers.get(cell)) for cell in report.form.typed)
    return tuple((cell, own, sum_) for cell, own, sum_ in pairs if own != sum_)


def questions(
    rows: Sequence[Row], missing: Sequence[str] = (), returned: Sequence[str] = (), left_out: Sequence[str] = ()
) -> tuple[Question, ...]:
    """What a person must decide before the sum of some reports is right.

    Args:
        rows: the reports that are summed.
        missing: units that handed nothing in, nothing that can be read, or a report of another year.
        returned: units whose report was returned, and is in the sum all the same.
        left_out: units whose report could be in the sum, and was not chosen.
    """
    if left_out:
        words = f"{_named(left_out)}没有选，不在汇总里：请在说明里写明。"
        return (Question((), words), *_questions(rows, missing, returned))
    return tuple(_questions(rows, missing, returned))


def _questions(rows: Sequence[Row], missing: Sequence[str], returned: Sequence[str]) -> Iterator[Question]:
    form = rows[0].report.form
    if missing:
        yield Question((), f"{_named(missing)}没有交、读不了或不是这一年的，不在汇总里：请催交，或在说明里写明。")
    if returned:
        yield Question((), f"{_named(returned)}的报告已退回，汇总用的是退回前的数：改好再交后请重新汇总。")
    covering = [row.agency.name for row in rows if row.agency.consolidated or row.agency.type == "government"]
    if covering and len(rows) > len(covering):
        words = "本身可能已经包含所属单位的数，与所属单位的报告相加会重复计算：请确认只算一次。"
        yield Question((), f"{_named(covering)}的报告{words}")
    yield from _twice_named(rows)
    yield from _of_cells(rows, rules_cells(form), _with_rules)
    for table in form.tables:
        if not table.balanced and table.shape == "strip":
            yield from _of_cells(rows, tuple(cell.id for cell in table.number_cells if not cell.computed), _disputes)
    yield from _blank(rows, form)


def _of_cells(
    rows: Sequence[Row], cells: tuple[str, ...], ask: Callable[[Sequence[Row], tuple[str, ...]], str]
) -> Iterator[Question]:
    """A question about the units that have more than 0 in some cells, where there is one."""
    with_some = [row for row in rows if any(row.numbers.get(cell) for cell in cells)]
    filled = tuple(cell for cell in cells if any(row.numbers.get(cell) for row in with_some))
    if words := ask(with_some, filled):
        yield Question(filled, words)


def _with_rules(rows: Sequence[Row], _cells: tuple[str, ...]) -> str:
    without = [row.agency.name for row in rows if cannot_make_rules(row.agency)]
    if without:
        return f"{_named(without)}填了规章，而这样的机关没有规章制定权：请核实是不是规范性文件，汇总里现在计入了。"
    names = [row.agency.name for row in rows]
    several = "几个部门联合制定的规章只算一件；" if len(names) > 1 else ""
    return f"{_named(names)}填了规章：{several}请同司法行政部门的统计核对。" if names else ""


def _disputes(rows: Sequence[Row], cells: tuple[str, ...]) -> str:
    if len(rows) <= 1:
        return ""
    cases = sum(int(row.numbers.get(cell, 0)) for row in rows for cell in cells)
    return (
        f"{_named([row.agency.name for row in rows])}填了行政复议、行政诉讼，共 {cases} 件："
        f"复议机关作共同被告的，只由原行为机关计，复议机关不计（{laws.number('joint_defendant')}）；"
        "同一案件两个机关都计了的，只算一件。请逐件核对后在汇总里改。"
    )


def _twice_named(rows: Sequence[Row]) -> Iterator[Question]:
    counted = Counter(row.agency.name for row in rows)
    twice = [name for name, count in counted.items() if count > 1]
    if twice:
        yield Question((), f"{_named(twice)}有不止一份报告，都加进去了：请只留一份。")


def _blank(rows: Sequence[Row], form: Form) -> Iterator[Question]:
    blanks = {row.agency.name: sum(cell not in row.numbers for cell in form.typed) for row in rows}
    units = [name for name, count in blanks.items() if count]
    if units:
        total = sum(blanks.values())
        yield Question((), f"{_named(units)}共有 {total} 格没有填，汇总时没有数可加：空格不等于 0，请核实。")


def _alike(rows: Sequence[Row]) -> Row:
    """The first of some reports that can be summed with each other."""
    if not rows:
        raise NotSummed("没有可以汇总的报告")
    unread = [row.file for row in rows if row.error]
    if unread:
        raise NotSummed(f"{unread[0]} 读不了，不能汇总")
    other = next((row for row in rows if (row.year, row.form) != (rows[0].year, rows[0].form)), None)
    if other is not None:
        both = f"{rows[0].agency.name}是{rows[0].year}年的，{other.agency.name}是{other.year}年的"
        raise NotSummed(f"年度或表样不同，不能相加：{both}。请只选同一年的报告")
    return rows[0]


def _total(cell: str, values: Sequence[Value], form: Form) -> Value:
    start = Decimal(0) if form.cells[cell].kind == "decimal" else 0
    try:
        with localcontext(prec=EXACT):
            return form.typed_cell(cell).check(sum(values, start))
    except CellError as problem:
        raise NotSummed(f"{form.table_of(cell).name} {form.name(cell)}相加以后{problem}") from None


def _filled(row: Row) -> dict[str, Value]:
    return {cell: value for cell, value in row.numbers.items() if value}


def _named(names: Sequence[str]) -> str:
    more = f"等 {len(names)} 个单位" if len(names) > _NAMED else ""
    return "、".join(names[:_NAMED]) + more
