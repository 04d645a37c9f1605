"""What is typed and pasted into number cells."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.form.entry import (
    OUTSIDE,
    block_text,
    can_begin,
    may_become,
    parse_block,
    parse_entry,
    place_block,
)
from model.form.form import COUNT_LIMIT, CellError, Kind, format_value
from tests.forms import FORM
from tests.strategies import amounts, counts

APPLICATIONS, DISCLOSURE = FORM.table("applications"), FORM.table("disclosure")
WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("５", 5),
        ("０12", 12),
        ("007", 7),
        (" 5\u3000", 5),
        ("\u00a05\u200b", 5),
        ("1,234", 1234),
        ("1，234，567", 1_234_567),
        ("𝟓", 5),
        (str(COUNT_LIMIT), COUNT_LIMIT),
        ("", None),
        (" \u3000\t", None),
    ],
)
def test_counts_that_are_understood(text: str, value: int | None) -> None:
    assert parse_entry(text, "count") == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("/", "没有发生请填 0"),
        ("—", "没有发生请填 0"),
        ("－－", "没有发生请填 0"),
        ("无", "没有发生请填 0"),
        ("-5", "正负号"),
        ("+5", "正负号"),
        ("−5", "正负号"),
        ("5.5", "不能有小数"),
        ("5.0", "不能有小数"),
        ("5。", "不能有小数"),
        ("abc", "不是数字"),
        ("5件", "不是数字"),
        ("五", "不是数字"),
        ("①", "不是数字"),
        ("5²", "不是数字"),
        ("½", "不是数字"),
        ("٥", "不是数字"),
        ("1e3", "不是数字"),
        ("1 2", "不是数字"),
        ("0x10", "不是数字"),
        ("1_000", "不是数字"),
        ("12,34", "逗号"),
        (",123", "逗号"),
        ("1,234,", "逗号"),
        ("1000000001", "超出范围"),
        ("9" * 200, "超出范围"),
        ("9" * 201, "太长"),
    ],
)
def test_counts_that_are_refused(text: str, reason: str) -> None:
    with pytest.raises(CellError, match=reason):
        parse_entry(text, "count")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("4166.241619", "4166.241619"),
        ("４１６６。２４１６１９", "4166.241619"),
        ("1,234.50", "1234.50"),
        (".5", "0.5"),
        ("35.", "35"),
        ("007.10", "7.10"),
        ("0", "0"),
    ],
)
def test_amounts_keep_every_digit(text: str, written: str) -> None:
    value = parse_entry(text, "decimal")
    assert isinstance(value, Decimal)
    assert format_value(value) == written


@pytest.mark.parametrize(
    "text", [".", "1.2.3", "1,234.5,6", "1.234,5", "-1.5", "1e3", "9" * 31, "1." + "0" * 30, "NaN", "inf"]
)
def test_amounts_that_are_refused(text: str) -> None:
    with pytest.raises(CellError):
        parse_entry(text, "decimal")


@given(counts())
def test_every_count_is_read_back(value: int) -> None:
    for text in (str(value), f"{value:,}", str(value).translate(WIDE), f"{value:,}".translate(WIDE), f"　{value}\n"):
        assert parse_entry(text, "count") == value


@given(amounts())
def test_every_amount_is_read_back_exactly(value: Decimal) -> None:
    for text in (f"{value:f}", f"{value:f}".translate(WIDE), f"{value:f}".replace(".", "。")):
        read = parse_entry(text, "decimal")
        assert read is not None
        assert format_value(read) == f"{value:f}"


@given(st.text(max_size=30), st.sampled_from(("count", "decimal")))
def test_any_text_is_a_number_blank_or_refused(text: str, kind: str) -> None:
    cell = FORM.cells["disclosure.fees.amount" if kind == "decimal" else "disclosure.rules.issued"]
    try:
        value = parse_entry(text, cell.kind)
    except CellError:
        return
    assert value is None or cell.check(value) == value


@given(amounts() | counts(), st.integers(0, 40))
def test_what_begins_a_number_may_become_one(value: Decimal | int, cut: int) -> None:
    kind: Kind = "decimal" if isinstance(value, Decimal) else "count"
    for text in (format_value(value), f"{value:,}"):
        assert may_become(text[:cut], kind)


def test_what_cannot_become_a_number() -> None:
    assert not may_become("1.", "count")
    assert not may_become("a", "count")
    assert not may_become("1,2345", "count")
    assert not may_become("1.2.", "decimal")


def test_what_may_be_the_first_character() -> None:
    assert all(can_begin(text) for text in ("5", "５", "-", ".", "/", "12"))
    assert not any(can_begin(text) for text in ("a", "件", " ", "", "é"))


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\n2\n", [["1"], ["2"]]),
        ("5", [["5"]]),
        ("", [[""]]),
        ('"a\r\nb"\t"say ""x"""\t1\r\n', [["a\r\nb", 'say "x"', "1"]]),
        ('"abc\t1\n2', [['"abc', "1"], ["2"]]),
        ("1\t\t3\n\t\t\n", [["1", "", "3"], ["", "", ""]]),
        ("1\r2\r", [["1"], ["2"]]),
    ],
)
def test_blocks(text: str, block: list[list[str]]) -> None:
    assert parse_block(text) == block


@given(st.lists(st.lists(st.none() | counts(), min_size=1, max_size=6), min_size=1, max_size=6))
def test_copied_blocks_are_read_back(rows: list[list[int | None]]) -> None:
    read = parse_block(block_text(rows))
    assert [[parse_entry(text, "count") for text in row] for row in read] == rows


@given(st.text(alphabet='"\t\r\n1a', max_size=60))
def test_any_text_is_a_block(text: str) -> None:
    assert all(row for row in parse_block(text))


def test_a_block_skips_totals_and_refuses_what_falls_outside() -> None:
    block = [["1", "2", "3", "4", "5", "6", "21", "9"], ["", "/", "7", "", "", "", "1"], ["8"]]
    placed = place_block(APPLICATIONS, (26, 3), block)
    first = [f"applications.carried_out.{column}" for column in ("research",)]
    assert list(placed.values) == first
    assert len(placed.skipped) == 8
    assert placed.skipped["applications.concluded.total"] == 21
    assert placed.blanks == 4
    assert (placed.refused[0].text, placed.refused[0].reason) == ("9", OUTSIDE)
    assert ("8", OUTSIDE) in [(refusal.text, refusal.reason) for refusal in placed.refused]
    assert placed.summary == (
        "已粘贴 1 格；跳过 8 个自动计算的格；4 个空白没有改动原数；"
        "没有采用 3 项：超出表格范围、“/”不是数字，没有发生请填 0"
    )


def test_a_merged_cell_takes_its_first_piece() -> None:
    placed = place_block(
        DISCLOSURE, (6, 1), [["3", "", ""], ["", "", ""], ["本年处理决定数量", "", ""], ["4", "5", ""]]
    )
    assert dict(placed.values) == {"disclosure.licences.decisions": 3, "disclosure.penalties.decisions": 4}
    assert [refusal.text for refusal in placed.refused] == ["5"]


def test_nothing_taken_is_said() -> None:
    placed = place_block(APPLICATIONS, (3, 3), [["无"]])
    assert not placed.values
    assert placed.summary.startswith("没有粘贴任何数字")


@given(
    st.lists(st.lists(st.sampled_from(("", "1", "1,234", "/", "x", "５", "3.5")), max_size=9), max_size=6),
    st.integers(0, 27),
    st.integers(0, 9),
)
def test_every_piece_of_a_block_is_accounted_for(block: list[list[str]], row: int, column: int) -> None:
    placed = place_block(APPLICATIONS, (row, column), block)
    texts = sum(bool(text) for line in block for text in line)
    assert len(placed.values) + len(placed.skipped) + len(placed.refused) == texts
    assert not any(FORM.cells[cell_id].computed for cell_id in placed.values)


ROWS = (
    "一、本年新收政府信息公开申请数量\t6\t1\t0\t0\t0\t0\t7",
    "三、本年度办理结果（一）予以公开\t4\t1\t0\t0\t0\t0\t5",
    "（三）不予公开1.属于国家秘密\t2\t0\t0\t0\t0\t0\t2",
    "3.其他\t0\t0\t3\t0\t0\t0\t3",
    "（七）总计\t6\t1\t3\t0\t0\t0\t10",
)
PASTED = {
    "applications.received.natural_person": 6,
    "applications.received.enterprise": 1,
    "applications.granted.natural_person": 4,
    "applications.granted.enterprise": 1,
    "applications.refused_state_secret.natural_person": 2,
    "applications.other_misc.research": 3,
}


def merged(text: str) -> list[str]:
    """A row of the form's own layout: label columns for what is merged."""
    label, *figures = text.split("\t")
    outer, inner = (
        ("三、本年度办理结果", label.removeprefix("三、本年度办理结果")) if label.startswith("三、") else ("", "")
    )
    return [outer or label, inner, "", *figures]


@pytest.mark.parametrize("corner", [(3, 3), (0, 0), (27, 9)])
@pytest.mark.parametrize("shape", ["plain", "merged", "no totals", "with heads", "in another order"])
def test_rows_that_bring_their_labels_go_where_these_say(shape: str, corner: tuple[int, int]) -> None:
    head = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    block = {
        "plain": [row.split("\t") for row in ROWS],
        "merged": [merged(row) for row in ROWS],
        "no totals": [row.split("\t")[:-1] for row in ROWS],
        "with heads": [head, *(row.split("\t") for row in reversed(ROWS))],
        "in another order": [
            [cells[index] for index in (0, 2, 1, 3, 4, 5, 6, 7)] for cells in (head, *(row.split("\t") for row in ROWS))
        ],
    }[shape]
    placed = place_block(APPLICATIONS, corner, block)
    assert {cell: value for cell, value in placed.values.items() if value} == PASTED
    assert placed.by_labels
    assert not placed.refused


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (["行政许可\t12"], "第 1 行的“行政许可”不是表三的行名"),
        (["甲\t1\t2", "乙\t3\t4"], "第 1 行的“甲”不是表三的行名"),
        (["5件\t1\t2", "A\t3\t4"], "第 1 行的“没有行名的一行”不是表三的行名"),
        ([ROWS[0], "二、上年结转政府信息公开申请数量\t1\t2"], "第 2 行有 2 个数字，表三的这一行是 7 个"),
        ([ROWS[0], "\t1\t2\t0\t0\t0\t0\t3"], "第 2 行的“没有行名的一行”不是表三的行名"),
        ([ROWS[0], ROWS[0]], "有两行的行名相同"),
    ],
)
def test_a_block_whose_labels_fit_nowhere_is_refused_whole(rows: list[str], reason: str) -> None:
    placed = place_block(APPLICATIONS, (3, 3), [row.split("\t") for row in rows])
    assert not placed.values
    assert placed.summary == f"没有粘贴任何数字；没有采用 {len(placed.refused)} 项：{reason}，整块没有粘贴"


def test_labels_place_the_rows_of_the_other_two_tables() -> None:
    rows = [["规章", "1", "0", "2"], ["行政许可", "12", "", ""], ["行政事业性收费", "35.5"]]
    placed = place_block(DISCLOSURE, (2, 1), rows)
    assert {cell: format_value(value) for cell, value in placed.values.items()} == {
        "disclosure.rules.issued": "1",
        "disclosure.rules.repealed": "0",
        "disclosure.rules.in_force": "2",
        "disclosure.licences.decisions": "12",
        "disclosure.fees.amount": "35.5",
    }
    rows = [["复议后起诉", "1", "0", "0", "0", "1"], ["行政复议", "2", "3", "0", "0", "5"]]
    placed = place_block(FORM.table("disputes"), (3, 0), rows)
    assert placed.values["disputes.suit_after_review.upheld"] == 1
    assert placed.values["disputes.review.corrected"] == 3


def test_what_a_spreadsheet_shows_for_a_number_is_the_number() -> None:
    placed = place_block(APPLICATIONS, (3, 3), parse_block(" 1,234 \t - \t 12.00 \t5"))
    assert list(placed.values.values()) == [1234, 0, 12, 5]
    refused = place_block(APPLICATIONS, (3, 3), parse_block("12.50\t(5)\t-5"))
    assert not refused.values
    assert len(refused.refused) == 3
