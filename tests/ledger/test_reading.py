"""Ledgers as files: every kind, hostile ones, and what leaves the process that opens them."""

import io
import json
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from importers import child, tasks
from importers.ledger.read import NO_APPLICATIONS, NO_LEDGER, read
from model.files.problems import FileProblem
from model.ledger.counting import Count, count
from model.ledger.when import day, period
from tests.importers.samples import FOLDER
from tests.ledger.offices import FORM
from tests.tools import bounded

HEAD = [
    "登记号",
    "收到日期",
    "申请人",
    "申请人类别",
    "申请内容",
    "答复日期",
    "办理结果",
    "收费",
    "复议及结果",
    "诉讼及结果",
]
LINES = [
    [
        "〔2025〕1号",
        "2025-1-3",
        "张三",
        "公民",
        "批复",
        "2025-1-20",
        "予以公开",
        "20元",
        "2025年5月维持",
        "2025年9月驳回诉讼请求",
    ],
    [
        "〔2025〕2号",
        "2025.2.3",
        "某某公司",
        "企业",
        "批复",
        "2025年3月1日",
        "不予公开-国家秘密",
        "",
        "",
        "2025-08-01撤诉",
    ],
    ["〔2025〕3号", "2025/12/3", "王五", "个人", "批复", "", "", "免费", "", ""],
    ["〔2024〕9号", "2024年12月3日", "某律所", "律所", "批复", "2025/1/5", "不存在", "", "审理中", ""],
]
NUMBERS = {
    "applications.received.natural_person": 2,
    "applications.received.enterprise": 1,
    "applications.carried_in.legal_service": 1,
    "applications.granted.natural_person": 1,
    "applications.refused_state_secret.enterprise": 1,
    "applications.unavailable_not_held.legal_service": 1,
    "applications.carried_out.natural_person": 1,
    "disputes.review.upheld": 1,
    "disputes.review.pending": 1,
    "disputes.suit_after_review.upheld": 1,
    "disputes.direct_suit.other": 1,
}


def counted(path: Path, year: int = 2025, until: date | None = None) -> Count:
    return count(read(path), FORM, period(year, until))


def figures(found: Count) -> dict[str, int]:
    return {cell: number for cell, number in found.numbers.items() if number}


def workbook(path: Path, *rows: Sequence[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("kind", ["xlsx", "xls", "et", "utf-8", "gb18030"])
def test_a_ledger_counts_the_same_from_every_kind_of_file(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "台账"
    if kind == "xlsx":
        workbook(path, HEAD, *LINES)
    elif kind in ("xls", "et"):
        path = Path(__file__).parents[1] / "data" / "ledger" / "ledger.xls"
    else:
        path.write_text("\r\n".join(",".join(row) for row in (HEAD, *LINES)), kind)
    found = counted(path)
    assert figures(found) == NUMBERS
    assert (found.fees.count, str(found.fees.amount), list(found.unanswered)) == (1, "20", [])


def test_no_name_and_no_content_leaves_the_process(tmp_path: Path) -> None:
    data = workbook(tmp_path / "台账.xlsx", HEAD, *LINES).read_bytes()
    told = child.answer(tasks.LEDGER, data).decode()
    assert "〔2025〕1号" in told
    assert not any(word in told for word in ("张三", "王五", "某某公司", "某律所", "批复"))


def test_without_a_column_of_kinds_a_name_tells_what_is_registered_so(tmp_path: Path) -> None:
    rows = [[cell for at, cell in enumerate(row) if at != 3] for row in (HEAD, *LINES)]
    found = counted(workbook(tmp_path / "台账.xlsx", *rows))
    assert found.numbers["applications.received.enterprise"] == 1
    assert [question.key for question in found.unanswered] == ["applicant:0"]
    assert found.waiting == 3
    assert "张三" not in child.answer(tasks.LEDGER, (tmp_path / "台账.xlsx").read_bytes()).decode()


def test_a_count_within_the_year_ends_on_its_day(tmp_path: Path) -> None:
    found = figures(
        counted(workbook(tmp_path / "台账.xlsx", HEAD[:7], *[row[:7] for row in LINES]), until=date(2025, 2, 20))
    )
    assert found["applications.carried_out.enterprise"] == 1
    assert found["applications.received.natural_person"] == 1
    assert "applications.refused_state_secret.enterprise" not in found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["1号", "2025-3-1", "张三", "公民", "", "2025-2-1", "公开"], "答复日期早于收到日期"),
        (["1号", "2025-3-1", "张三", "公民", "", "2025-3-9", ""], "有答复日期，没有办理结果"),
        (["1号", "2025-3-1", "张三", "公民", "", "", "公开"], "有办理结果，没有答复日期"),
        (["1号", "2025-3-1", "张三", "公民", "", "2025-3-9", "公开、不存在"], "写了两种办理结果"),
        (["1号", "3-1", "张三", "公民", "", "2025-3-9", "公开"], "日期没有写年份"),
        (["1号", "三月上旬", "张三", "公民", "", "2025-3-9", "公开"], "收到日期“三月上旬”读不出来"),
        (["1号", "", "张三", "公民", "", "2025-3-9", "公开"], "没有写收到日期"),
        (["1号", "2025-3-1", "张三", "", "", "2025-3-9", "公开"], "没有写申请人类别"),
        (["1号", "2025-3-1", "张三", "公民", "", "2025-3-9", "不予公开"], "办理结果只写了“不予公开”"),
        (["1号", "2205-3-1", "张三", "公民", "", "2025-3-9", "公开"], "收到日期“2205-3-1”读不出来"),
        (["1号", "2025-3-1", "张三", "火星人", "", "2025-3-9", "公开"], "申请人类别“火星人”不认识"),
    ],
)
def test_what_does_not_add_up_is_asked_with_its_line_and_not_counted(
    line: list[str], said: str, tmp_path: Path
) -> None:
    found = counted(workbook(tmp_path / "台账.xlsx", ["某局台账"], HEAD[:7], line, LINES[1][:7]))
    (question,) = found.unanswered
    assert (question.says, [place.row for place in question.places]) == (said, [3])
    assert figures(found) == {"applications.received.enterprise": 1, "applications.refused_state_secret.enterprise": 1}
    assert (found.waiting, found.skipped) == (1, 0)


def test_an_application_that_begins_as_a_sum_does_is_counted_and_a_sum_is_not(tmp_path: Path) -> None:
    head = ["申请内容", *HEAD[:7]]
    lines = [["本年度预算", *LINES[0][:7]], ["合计", "1件", "", "", "", "", "", ""], ["", "", "2025-3-1"]]
    found = counted(workbook(tmp_path / "台账.xlsx", head, *lines))
    assert found.numbers["applications.received.natural_person"] == 1
    assert [[place.row for place in question.places] for question in found.unanswered] == [[4]]


def test_one_number_on_two_lines_is_asked_and_the_answer_is_kept_to(tmp_path: Path) -> None:
    ledger = read(workbook(tmp_path / "台账.xlsx", HEAD[:7], *[row[:7] for row in (*LINES, LINES[0])]))
    (question,) = count(ledger, FORM, period(2025)).unanswered
    assert question.says == "编号“(2025)1号”有 2 行"
    for answer, number in (("all", 3), ("first", 2), ("last", 2)):
        found = count(ledger, FORM, period(2025), {question.key: answer})
        assert (found.numbers["applications.received.natural_person"], found.unanswered) == (number, ())


def test_a_sheet_that_is_no_ledger_is_said(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", HEAD, *LINES)
    book = Workbook()
    book.active.append(HEAD)
    for line in LINES:
        book.active.append(line)
    book.create_sheet("草稿纸").append(["甲", "乙", "丙"])
    book.save(path)
    (question,) = counted(path).unanswered
    assert "“草稿纸”这张表没有认出台账的栏目" in question.says


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2025-03-04", date(2025, 3, 4)),
        ("45720", date(2025, 3, 4)),
        ("20250304", date(2025, 3, 4)),
        ("2025年3月4日下午", date(2025, 3, 4)),
        ("2025-03-04 10:20:30", date(2025, 3, 4)),
        ("２０２５．３．４", date(2025, 3, 4)),
        ("25.3.4", date(2025, 3, 4)),
        ("3.4", None),
        ("2025.13.4", None),
        ("2025年3月", None),
        ("5.1", None),
    ],
)
def test_days_are_read_in_every_usual_way(written: str, read_as: date | None) -> None:
    assert day(written, None).on == read_as


def far_cell() -> bytes:
    """A workbook whose only sheet has one cell at its end, which a reader of ranges makes a place for."""
    buffer, out = io.BytesIO(), io.BytesIO()
    Workbook().save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if "sheet1.xml" in name:
                far = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
                content = re.sub(
                    rb"<sheetData\s*/>|<sheetData></sheetData>", b"<sheetData>" + far + b"</sheetData>", content
                )
                assert far in content
            target.writestr(name, content)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO(far_cell())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr("xl/sharedStrings.xml", b" " * 300_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (far_cell(), "大得不像一份台账"),
        (bomb(), "大得不像一份台账"),
        (far_cell()[:600], "已损坏"),
        (
            (FOLDER / "02_lo_saved.doc").read_bytes(),
            NO_LEDGER[:8],
        ),
        (b"a,b,c\n1,2,3\n", NO_APPLICATIONS[:8]),
        (b"", "空的"),
    ],
)
def test_what_is_no_ledger_is_refused_in_bounded_time_with_what_to_do(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(data)
    with bounded(20), pytest.raises(FileProblem) as problem:
        read(path)
    assert reason in problem.value.reason
    assert "年度报告" not in problem.value.reason


def test_the_call_counts_and_lists_what_is_not_clear(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from cli import main

    path = workbook(tmp_path / "台账.xlsx", HEAD, *LINES)
    assert main(["ledger", str(path), "--year", "2025", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {cell: number for cell, number in told["numbers"].items() if number} == NUMBERS
    assert told["lines"]["applications.granted.natural_person"] == ["〔2025〕1号"]
    assert told["questions"] == []
    workbook(path, HEAD, ["2号", "2025-3-1", "张三", "火星人", "", "2025-3-9", "公开"])
    assert main(["ledger", str(path), "--year", "2025"]) == 1
    assert "第 2 行：申请人类别“火星人”不认识" in capsys.readouterr().out
    assert main(["ledger", str(path), "--year", "2025", "--until", "2024-01-01"]) == 2
