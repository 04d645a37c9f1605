"""征集表: written, filled in by others, read back and added up; nothing is taken that is not clear."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Pt
from openpyxl import Workbook, load_workbook

from importers.gathering.read import read
from model.files.problems import FileProblem
from model.form import forms
from model.form.form import Form, Value, format_value
from model.gathering.adding import Gathered, gathered
from model.gathering.items import is_gathered, items
from model.gathering.plan import by_giver, givers_in
from model.gathering.plans import Plans
from model.report.report import Agency, Posted, Report, new_report
from model.session.edits import set_number, set_remark
from model.session.gathering import take_sheets
from tests.gathering.filling import (
    COMPULSORY,
    FEES,
    FORM,
    ITEMS,
    LICENCES,
    LINES,
    PENALTIES,
    WEBSITE,
    YEAR,
    fill,
    plan,
    report,
    sheets,
)
from tests.invented import invented

KINDS = (".docx", ".xlsx")


def added(found: Report, *paths: Path) -> Gathered:
    return gathered(found, plan(), [read(path, FORM) for path in paths])


def figures(found: Gathered) -> dict[str, str]:
    return {each.item.id: format_value(each.after) for each in found.sums}


@pytest.mark.parametrize("suffix", KINDS)
def test_a_sheet_has_the_lines_of_its_giver_alone_and_the_same_bytes_each_time(tmp_path: Path, suffix: str) -> None:
    first, again = sheets(tmp_path / "a", suffix), sheets(tmp_path / "b", suffix)
    assert list(first) == ["审批科", "法规科", "执法队", "财务科", "办公室"]
    assert [path.read_bytes() for path in first.values()] == [path.read_bytes() for path in again.values()]
    found = read(first["执法队"], FORM)
    assert (found.agency, found.year, found.giver) == ("某县某局", YEAR, "执法队")
    assert [given.item.id for given in found.given] == [PENALTIES, COMPULSORY]
    assert not any(given.value or given.doubt for given in found.given)
    with ZipFile(first["执法队"]) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_of_the_report_but_agency_and_year_is_in_a_sheet(tmp_path: Path) -> None:
    filled = report().with_number(LICENCES, 987654).with_text("overview", "九八七")
    secret = set_remark(LICENCES, "不能给别人看").make(filled)
    for suffix in KINDS:
        for path in sheets(tmp_path, suffix, of=secret).values():
            text = str(load_workbook(path).active) if suffix == ".xlsx" else Document(str(path)).element.xml
            assert "987654" not in text
            assert b"987654" not in path.read_bytes()


@pytest.mark.parametrize("suffix", KINDS)
def test_what_two_give_is_added_and_said_and_who_gave_it_is_kept(tmp_path: Path, suffix: str) -> None:
    blank = sheets(tmp_path, suffix)
    paths = [
        fill(blank["法规科"], {PENALTIES: "3"}),
        fill(blank["执法队"], {PENALTIES: "5", COMPULSORY: "0"}, "含下属中队"),
        fill(blank["财务科"], {FEES: "35.50"}),
        fill(blank["办公室"], {WEBSITE: "120"}),
    ]
    found = added(report(), *paths)
    assert figures(found) == {PENALTIES: "8", COMPULSORY: "0", FEES: "35.50", WEBSITE: "120"}
    said = "\n".join(found.notes)
    assert "行政处罚 / 本年处理决定数量有 2 个科室的数，相加：法规科 3＋执法队 5＝8" in said
    assert "执法队在行政处罚 / 本年处理决定数量旁写着：含下属中队" in said
    assert "审批科还没有交：行政许可 / 本年处理决定数量" in said
    assert (found.doubts, found.refused) == ((), ())
    after = take_sheets(found).make(report())
    assert after.given_by == {PENALTIES: "法规科 3、执法队 5", COMPULSORY: "执法队", FEES: "财务科"}
    assert after.numbers == {PENALTIES: 8, COMPULSORY: 0, FEES: Decimal("35.50")}
    assert after.posts == {"website": Posted(120, "办公室")}


def test_any_figures_of_any_plan_come_back_as_their_sums(tmp_path: Path) -> None:
    random = Random(18)
    for turn in range(4):
        names = ["法规科", "审批科", "执法队", "办公室"]
        lines = {item: "、".join(random.sample(names, random.randint(1, 3))) for item in ITEMS}
        blank = sheets(tmp_path / str(turn), random.choice(KINDS), lines)
        truth: Counter[str] = Counter()
        for giver, path in blank.items():
            given = {item.id: random.randint(0, 99) for item in by_giver(plan(lines), FORM)[giver]}
            truth.update(dict.fromkeys(given, 0))
            truth.update(given)
            fill(path, {item: str(number) for item, number in given.items()})
        found = gathered(report(), plan(lines), [read(path, FORM) for path in blank.values()])
        assert figures(found) == {item: str(number) for item, number in truth.items()}
        assert found.doubts == ()


def test_a_sheet_that_comes_later_is_added_to_what_was_given_before(tmp_path: Path) -> None:
    blank = sheets(tmp_path, ".docx")
    first = take_sheets(added(report(), fill(blank["法规科"], {PENALTIES: "3"}))).make(report())
    assert first.given_by == {PENALTIES: "法规科"}
    later = fill(blank["执法队"], {PENALTIES: "5"})
    found = added(first, later)
    assert figures(found)[PENALTIES] == "8"
    assert any("法规科 3＋执法队 5＝8（法规科的是以前交的）" in note for note in found.notes)
    both = take_sheets(found).make(first)
    anew = added(both, fill(sheets(tmp_path / "b", ".xlsx")["法规科"], {PENALTIES: "4"}))
    assert figures(anew)[PENALTIES] == "9"


def test_what_was_changed_by_hand_is_replaced_and_never_added_to(tmp_path: Path) -> None:
    path = fill(sheets(tmp_path, ".docx")["执法队"], {PENALTIES: "5"})
    by_hand = set_number(PENALTIES, 40).make(set_remark(PENALTIES, "", "法规科 3、某人 9").make(report()))
    assert figures(added(by_hand, path))[PENALTIES] == "5"
    told = set_number(PENALTIES, 40).make(set_remark(PENALTIES, "", "电话里说的").make(report()))
    found = added(told, path)
    assert [(each.before, each.after) for each in found.changes] == [(40, 5)]


@pytest.mark.parametrize(
    ("words", "value", "doubt"),
    [
        ("５件", 5, ""),
        ("1,234", 1234, ""),
        ("无", 0, "按 0 读入"),
        ("12.5", None, "件数不能是小数"),
        ("-3", None, "数字是负数"),
        ("约十几件", None, "这一格不是数字"),
        ("99999999999", None, "超出"),
        ("3（含2024年）", 3, "说明没有读入"),
        ("=1+1", None, "公式"),
        ("5元", None, "不是件数的单位"),
        ("一" * 70, None, "不是数字"),
    ],
)
def test_a_figure_is_read_exactly_or_said_to_be_unclear(
    tmp_path: Path, words: str, value: Value | None, doubt: str
) -> None:
    found = added(report(), fill(sheets(tmp_path, ".docx")["审批科"], {LICENCES: words}))
    assert figures(found) == ({} if value is None else {LICENCES: str(value)})
    assert doubt in "\n".join(found.doubts)
    assert bool(found.doubts) == bool(doubt)
    if value is None:
        assert f"写的是“{words[:20]}”" in found.doubts[0]
        assert found.doubts[0].endswith("，没有填")


def test_an_amount_in_another_unit_is_converted_and_said(tmp_path: Path) -> None:
    path = fill(sheets(tmp_path, ".docx")["财务科"], {FEES: "35000"})
    document = Document(str(path))
    document.tables[0].rows[1].cells[4].text = "元"
    document.save(str(path))
    found = added(report(), path)
    assert figures(found) == {FEES: "3.5"}
    assert "已换算成万元" in found.doubts[0]
    document.tables[0].rows[1].cells[4].text = "美元"
    document.save(str(path))
    assert (figures(added(report(), path)), "不是万元" in added(report(), path).doubts[0]) == ({}, True)


def test_a_sheet_of_another_year_or_agency_and_the_same_file_twice_are_left_out(tmp_path: Path) -> None:
    path = fill(sheets(tmp_path, ".docx")["审批科"], {LICENCES: "5"})
    old = gathered(new_report(2024, Agency("某县某局")), plan(), [read(path, FORM)])
    assert (old.sums, "是 2025 年的表" in old.refused[0]) == ((), True)
    other = gathered(new_report(YEAR, Agency("某市某局")), plan(), [read(path, FORM)])
    assert (other.sums, "是“某县某局”的表" in other.refused[0]) == ((), True)
    copy = tmp_path / "副本.docx"
    copy.write_bytes(path.read_bytes())
    found = added(report(), path, copy)
    assert (figures(found), "是同一个文件" in found.refused[0]) == ({LICENCES: "5"}, True)


def test_two_sheets_of_one_giver_that_differ_leave_the_cell_and_equal_ones_count_once(tmp_path: Path) -> None:
    first = fill(sheets(tmp_path / "a", ".docx")["审批科"], {LICENCES: "5"})
    other = fill(sheets(tmp_path / "b", ".xlsx")["审批科"], {LICENCES: "5"})
    assert figures(added(report(), first, other)) == {LICENCES: "5"}
    found = added(report(), first, fill(other, {LICENCES: "6"}))
    assert (figures(found), "请只选一份" in found.doubts[0]) == ({}, True)


def test_a_line_that_is_there_twice_or_unknown_is_said(tmp_path: Path) -> None:
    path = fill(sheets(tmp_path, ".docx")["审批科"], {LICENCES: "5"}, twice=True)
    found = added(report(), path)
    assert (figures(found), "写了两次，数不同" in found.doubts[0]) == ({}, True)
    document = Document(str(path))
    document.tables[0].rows[-1].cells[1].text = "行政确认"
    document.save(str(path))
    found = added(report(), path)
    assert figures(found) == {LICENCES: "5"}
    assert "有一行不认识，没有计入：行政确认 本年处理决定数量 77" in found.doubts[0]


def test_struck_and_hidden_figures_do_not_count_and_words_stay_words(tmp_path: Path) -> None:
    path = sheets(tmp_path, ".docx")["审批科"]
    document = Document(str(path))
    cell = document.tables[0].rows[1].cells[3].paragraphs[0]
    cell.add_run("9").font.hidden = True
    cell.add_run("5").font.size = Pt(9)
    document.paragraphs[1].runs[0].text = "填报科室：\u202e<b>审批</b>、 科"
    document.save(str(path))
    after = take_sheets(added(report(), path)).make(report())
    assert (after.numbers[LICENCES], after.given_by[LICENCES]) == (5, "<b>审批</b>科")


def test_a_sheet_without_year_or_giver_is_taken_and_said(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["项目", "内容", "数字"], ["行政许可", "本年处理决定数量", 5]):
        book.active.append(row)
    book.save(path := tmp_path / "来的.xlsx")
    found = added(report(), path)
    assert figures(found) == {LICENCES: "5"}
    assert "没有写是哪一年的" in found.doubts[0]
    assert "没有写填报科室，记作“未写科室（来的）”" in found.doubts[1]


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"PK\x03\x04nothing", b"\x89PNG"])
def test_what_is_no_sheet_is_refused_in_words(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "表.docx"
    path.write_bytes(data)
    with pytest.raises(FileProblem) as refused:
        read(path, FORM)
    assert refused.value.reason


def test_a_sum_that_no_cell_can_hold_is_left_out(tmp_path: Path) -> None:
    blank = sheets(tmp_path, ".docx")
    paths = [fill(blank[giver], {PENALTIES: "999999999"}) for giver in ("法规科", "执法队")]
    found = added(report(), *paths)
    assert (figures(found), "加起来" in found.doubts[-1]) == ({}, True)


def test_blank_lines_are_named(tmp_path: Path) -> None:
    found = added(report(), fill(sheets(tmp_path, ".docx")["执法队"], {PENALTIES: "5"}))
    assert "执法队没有填：行政强制 / 本年处理决定数量" in found.notes


@pytest.mark.parametrize("form", [*map(forms.named, forms.IDS), invented()], ids=lambda form: form.id)
def test_the_cells_come_from_the_form(form: Form) -> None:
    table = form.table_as("disclosure")
    assert table is not None
    asked = [item for item in items(form) if not item.channel]
    assert [item.cell.id for item in asked] == [cell.id for cell in table.number_cells if not cell.computed]
    assert len({(item.row, item.column) for item in items(form)}) == len(items(form))
    assert is_gathered(form, table.id)


def test_names_are_told_apart_and_a_plan_is_kept_for_its_agency(tmp_path: Path) -> None:
    assert givers_in(" 法规科，执法队;法规科\u200b、审批 科") == ("法规科", "执法队", "审批", "科")
    kept = Plans(tmp_path)
    kept.keep("某县某局", plan(LINES))
    kept.keep("某市某局", plan({LICENCES: "甲科"}))
    assert Plans(tmp_path).of("某县某局") == plan(LINES)
    assert Plans(tmp_path).of("别的局") == {}
    for broken in (b"", b"[]", b'{"format": "nianbao-sheets", "schema": 1, "agencies": {"a": {"b": [1, "\\u202e"]}}}'):
        (tmp_path / "sheets.json").write_bytes(broken)
        assert Plans(tmp_path).of("a") == {}
