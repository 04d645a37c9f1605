"""Documents made from a report's blocks: as offices write them, and bent in every way that published reports are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from hypothesis import strategies as st

from export.content import Heading, Note, NumberTable, Signature, Title, blocks
from export.content import Paragraph as Prose
from importers.document.blocks import Block, Document, Grid, GridCell, Paragraph
from model.form.form import Value
from model.report.report import Agency, Report, Texts
from model.structs import replace
from tests.forms import FORM
from tests.strategies import COUNTS, FEES, amounts

AGENCY = Agency("青河县水务局", "", "department", "county")
TEXTS = Texts(
    preamble="根据《中华人民共和国政府信息公开条例》的规定编制本报告，统计期限为2024年1月1日至2024年12月31日。",
    overview="（一）主动公开。公开信息120条。\n（二）依申请公开。收到申请5件。",
    problems="一是公开不够及时。下一步加强督促。",
    other_matters="本年度没有收取信息处理费。",
)

Rows = list[list[GridCell]]
Bend = Callable[[Rows, Random], Rows]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report with any figures, some of them blank, and texts of an ordinary kind."""
    seed = Random(draw(st.integers(0, 2**32)))
    most = draw(st.sampled_from((3, 40, 99_999, 10**9)))
    numbers: dict[str, Value] = {cell: seed.randint(0, most) for cell in COUNTS}
    numbers[FEES] = draw(amounts())
    for cell in draw(st.lists(st.sampled_from(COUNTS), max_size=5)):
        numbers.pop(cell, None)
    return Report(2024, AGENCY, numbers=numbers, text=TEXTS, form=FORM)


def document(report: Report, bend: Mapping[str, Sequence[Bend]] | None = None, seed: int = 0) -> Document:
    """The report as a Word file would give it, each table bent by some of the ways below."""
    found: list[Block] = []
    for block in blocks(report):
        match block:
            case Title(lines):
                found.append(Paragraph("\n".join(lines)))
            case Heading(text) | Prose(text) | Note(text):
                found.append(Paragraph(text))
            case NumberTable():
                found.append(Grid(_frozen(_bent(block, (bend or {}).get(block.table.id, ()), seed))))
            case Signature(lines):
                found.extend(Paragraph(line) for line in lines)
    return Document("docx", tuple(found))


def _bent(block: NumberTable, ways: Sequence[Bend], seed: int) -> Rows:
    rows = grid(block.table.id, block.values)
    for way in ways:
        rows = way(rows, Random(seed))
    return rows


def grid(table: str, values: Mapping[str, str]) -> Rows:
    """A table of the form, merged cells spelled out."""
    shape = FORM.table(table)
    return [
        [
            GridCell(values.get(cell.id, cell.label), (cell.row, cell.column) == (row, column))
            for column, cell in enumerate(line)
        ]
        for row, line in enumerate(shape.grid)
    ]


def _frozen(rows: Rows) -> tuple[tuple[GridCell, ...], ...]:
    return tuple(tuple(row) for row in rows)


def rows_of(block: Block) -> Rows:
    """The rows of a grid, to be bent further."""
    assert isinstance(block, Grid)
    return [list(row) for row in block.rows]


def replaced(document: Document, index: int, *others: Block) -> Document:
    """The document with one block replaced by others."""
    return replace(document, blocks=(*document.blocks[:index], *others, *document.blocks[index + 1 :]))


def index_of(document: Document, nth: int) -> int:
    """Where the nth grid of a document stands."""
    return [index for index, block in enumerate(document.blocks) if isinstance(block, Grid)][nth]


def as_grid(rows: Rows) -> Grid:
    """Rows as a grid, short rows filled up."""
    width = max(map(len, rows))
    return Grid(tuple(tuple(row) + (GridCell(""),) * (width - len(row)) for row in rows))


# --- ways to bend a table -------------------------------------------------------------------------------------------


def head_rows(rows: Rows) -> int:
    """How many rows stand above the first that holds figures behind a label, or holds nothing but figures."""
    return next(index for index, row in enumerate(rows) if row[-1].text[:1].isdigit())


def transposed(rows: Rows, _: Random) -> Rows:
    """Rows as columns."""
    return [list(column) for column in zip(*rows, strict=True)]


def repeated_labels(rows: Rows, _: Random) -> Rows:
    """Merged cells taken apart, each part with the words."""
    return [[GridCell(cell.text) for cell in row] for row in rows]


def blank_labels(rows: Rows, _: Random) -> Rows:
    """Merged cells taken apart, the words in the first part only."""
    return [[cell if cell.begins else GridCell("") for cell in row] for row in rows]


def with_remarks(rows: Rows, _: Random) -> Rows:
    """A column 备注 behind the others."""
    return [[*row, GridCell("备注" if not index else "")] for index, row in enumerate(rows)]


def with_serials(rows: Rows, _: Random) -> Rows:
    """A column of serial numbers before the others."""
    return [[GridCell("序号" if not index else str(index)), *row] for index, row in enumerate(rows)]


def with_title_row(rows: Rows, _: Random) -> Rows:
    """The table's title across its first row."""
    title = GridCell("统计表（2024年度）")
    return [[title] + [replace(title, begins=False)] * (len(rows[0]) - 1), *rows]


def head_again(rows: Rows, random: Random) -> Rows:
    """The head repeated somewhere among the rows, as a converter writes it at a page's end."""
    head = head_rows(rows)
    at = random.randint(head + 1, max(head + 1, len(rows) - 1))
    return [*rows[:at], *rows[:head], *rows[at:]]


def other_order(rows: Rows, random: Random) -> Rows:
    """The columns with figures in another order."""
    first = next(index for index, cell in enumerate(rows[-1]) if cell.text[:1].isdigit())
    order = list(range(first, len(rows[0])))
    random.shuffle(order)
    return [row[:first] + [row[column] for column in order] for row in repeated_labels(rows, random)]


def rows_in_other_order(rows: Rows, random: Random) -> Rows:
    """The rows with figures in another order."""
    head = head_rows(rows)
    below = repeated_labels(rows[head:], random)
    random.shuffle(below)
    return [*rows[:head], *below]


def leaf_labels(rows: Rows, _: Random) -> Rows:
    """One label column with the innermost words."""
    first = next(index for index, cell in enumerate(rows[-1]) if cell.text[:1].isdigit())
    return [[row[first - 1], *row[first:]] for row in rows]


def blank_totals(rows: Rows, _: Random) -> Rows:
    """The totals at the end of the rows left empty."""
    head = head_rows(rows)
    return [*rows[:head], *([*row[:-1], GridCell("")] for row in rows[head:])]


def explained_labels(rows: Rows, _: Random) -> Rows:
    """A remark behind every label."""
    return [[_explained(cell) for cell in row] for row in rows]


def _explained(cell: GridCell) -> GridCell:
    is_label = cell.text and not cell.text[0].isdigit() and not cell.text.startswith("（本列")
    return replace(cell, text=f"{cell.text}（见说明）①") if is_label else cell


SHORT = {
    "一、本年新收政府信息公开申请数量": "本年新收",
    "二、上年结转政府信息公开申请数量": "二、上年结转申请",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "部分公开",
    "1.属于国家秘密": "国家秘密",
    "2.其他法律行政法规禁止公开": "2、法律行政法规禁止公开",
    "3.危及“三安全一稳定”": "③三安全一稳定",
    "1.本机关不掌握相关政府信息": "1. 本机关不掌握",
    "2.没有现成信息需要另行制作": "需要另行制作",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期未缴纳费用",
    "四、结转下年度继续办理": "四、结转下年度",
    "社会公益组织": "公益组织",
    "本年制发件数": "本年制发数",
    "行政规范性文件": "规范性文件",
    "本年收费金额（单位：万元）": "收费金额(万元)",
}


def short_labels(rows: Rows, _: Random) -> Rows:
    """Labels as offices shorten them."""
    return [[replace(cell, text=SHORT.get(cell.text, cell.text)) for cell in row] for row in rows]


def spelled_heads(rows: Rows, _: Random) -> Rows:
    """Table four with one row of heads, each naming its kind and its result."""
    return [
        [GridCell("-".join(dict.fromkeys(row[c].text for row in rows[:-1]))) for c in range(len(rows[0]))],
        rows[-1],
    ]


def two_way(rows: Rows, _: Random) -> Rows:
    """Table four with its three kinds as rows."""
    kinds, results = ("行政复议", "未经复议直接起诉", "复议后起诉"), rows[2][10:15]
    below = [[GridCell(kind), *rows[-1][5 * n : 5 * n + 5]] for n, kind in enumerate(kinds)]
    return [[GridCell("类别"), *results], *below]


ANY_TABLE: tuple[Bend, ...] = (
    repeated_labels,
    blank_labels,
    with_remarks,
    with_serials,
    with_title_row,
    transposed,
    explained_labels,
    short_labels,
)
"""What can be done to every table."""
BENDS: Mapping[str, tuple[Bend, ...]] = {
    "disclosure": ANY_TABLE,
    "applications": (*ANY_TABLE, other_order, rows_in_other_order, leaf_labels, blank_totals, head_again),
    "disputes": (*ANY_TABLE, other_order, spelled_heads, two_way),
}


def split(document: Document, nth: int, at: int, *, head: int = 0, between: str = "") -> Document:
    """The document with a grid in two, the second part with so many rows of the head again."""
    index = index_of(document, nth)
    rows = rows_of(document.blocks[index])
    upper, lower = rows[:at], rows[:head] + rows[at:]
    lower[0] = [replace(cell, begins=True) for cell in lower[0]]
    middle = (Paragraph(between),) if between else ()
    return replaced(document, index, as_grid(upper), *middle, as_grid(lower))


def figures(report: Report) -> Iterator[tuple[str, Value]]:
    """The typed figures of a report as a file prints them: a blank cell is 0."""
    for cell in FORM.typed:
        yield cell, report.value(cell) or 0
