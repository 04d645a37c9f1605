"""退回意见: everything that is to be mended stands in it, with its place; what nobody may read is not said again."""

from datetime import date
from pathlib import Path
from typing import NoReturn

import docx2txt

from export.exporters import OPINION
from export.many.returns import write_all
from model.files.problems import FileProblem
from model.report.report import Source, Texts
from model.review.board import board
from model.review.desk import Desk, beside, decided, judgement
from model.review.opinion import Opinion, opinion, usual
from model.review.row import Row, row_of
from model.structs import replace
from tests.checks.correct import BUREAU, TODAY, TOWNSHIP
from tests.review.corpus import PLANTED

NUMBER = "11010519491231002X"


def fail(problem: FileProblem) -> NoReturn:
    raise problem


def test_every_chosen_finding_is_told_once_and_a_number_of_a_person_is_not(tmp_path: Path) -> None:
    report = BUREAU
    for mistake in PLANTED:
        report = mistake.spoil(report)
    row = row_of(report, "a.docx", "1" * 64, 0, TODAY)
    (line,) = board(Desk(""), [row], {})
    chosen = usual(line)
    said = opinion(line, chosen, "请于周五前改好", date(2025, 1, 13))
    (path,) = write_all([said], tmp_path, OPINION.formats[0].suffix, fail)
    words = docx2txt.process(str(path))
    assert {mistake.check for mistake in PLANTED if mistake.check != "T2-04"} <= {each.check for each in line.findings}
    for finding in chosen:
        assert finding.message in words
        assert finding.place in words
    assert "请于周五前改好" in words
    assert NUMBER in report.text.other_matters
    assert NUMBER not in words


def test_the_next_version_is_told_what_it_has_mended(tmp_path: Path) -> None:
    spoilt = PLANTED[0].spoil(PLANTED[3].spoil(BUREAU))
    old, new = (
        row_of(each, "a.docx", digest, 0, TODAY) for each, digest in ((spoilt, "1"), (PLANTED[0].spoil(BUREAU), "2"))
    )
    desk = decided(Desk(""), BUREAU.agency.name, judgement(old, "returned", old.findings, "", TODAY))
    (line,) = board(desk, [new], {})
    assert line.changes is not None
    assert [each.check for each in line.changes.mended] == ["Y-04"]
    assert [each.check for each in line.changes.still] == ["T3-01"]
    said = opinion(line, usual(line), "", TODAY)
    (path,) = write_all([said], tmp_path, ".html", fail)
    assert "已改正 1 处，仍在 1 处，新出现 0 处" in path.read_text("utf-8")


SAME = "围绕灌区改造和防汛值守，在网站发布解读文件十二篇。每季度开展一次信息发布自查，整改错链四十条。" * 2


def words_of(said: Opinion, folder: Path) -> str:
    (path,) = write_all([said], folder, OPINION.formats[0].suffix, fail)
    return str(docx2txt.process(str(path)))


def copies() -> tuple[Row, Row]:
    """Two units with the same words in part one."""
    one, two = (
        row_of(replace(each, text=Texts(overview=SAME)), f"{at}.docx", f"{at}", 0, TODAY)
        for at, each in enumerate((TOWNSHIP, BUREAU))
    )
    return one, two


def test_copied_words_are_returned_to_those_for_whom_they_are_ticked(tmp_path: Path) -> None:
    line, other = board(Desk(""), copies(), {})
    (told,) = line.copied
    assert (told.message, told.place, told.remedy) == (
        f"“总体情况”有 100% 的文字与{BUREAU.agency.name}的报告逐句相同。",
        "一、总体情况",
        "按本单位的实际重写",
    )
    assert told in usual(line)
    assert told.message in words_of(opinion(line, usual(line), "", TODAY), tmp_path)
    without = tuple(each for each in usual(other) if each not in other.copied)
    assert "逐句相同" not in words_of(opinion(other, without, "", TODAY), tmp_path)


def test_copied_words_are_mended_only_when_they_are_gone() -> None:
    one, two = copies()
    (line, _) = board(Desk(""), (one, two), {})
    made = beside(judgement(one, "returned", one.findings, "", TODAY), line.copied)
    assert made.findings == line.sayable
    desk = decided(Desk(""), line.name, made)
    (same, _) = board(desk, (replace(one, digest="9"), two), {})
    assert same.changes is not None
    assert (same.changes.mended, same.changes.new) == ((), ())
    (alone,) = board(desk, (replace(one, digest="9"),), {})
    assert alone.changes is not None
    assert alone.changes.mended == line.copied


def test_an_opinion_says_what_the_unit_can_do_and_nothing_of_the_program(tmp_path: Path) -> None:
    spoilt = replace(
        BUREAU.with_text("overview", BUREAU.text.overview.replace("{{applications.received.total}}", "99")),
        title="2024年政府信息工作报告",
        source=Source("来源.docx"),
    )
    row = row_of(spoilt, "a.docx", "1", 2, TODAY)
    (line,) = board(Desk("", names=("别的局",)), [row], {})[1:]
    assert line.trouble == ("不在单位名单里", "读的时候有 2 处拿不准，请对照原文")
    words = words_of(opinion(line, line.findings, "", TODAY), tmp_path)
    assert f"改为“{replace(spoilt, title=None).title_text}”" in words
    assert f"改为{BUREAU.count('applications.received.total')}" in words
    for of_the_program in ("随表", "自动", "拿不准", "名单", "单位信息", "0 处"):
        assert of_the_program not in words


def test_what_is_said_of_a_draft_is_said_otherwise_of_a_file() -> None:
    numbers = dict(list(BUREAU.numbers.items())[1:])
    blank = replace(BUREAU, numbers=numbers, agency=replace(BUREAU.agency, name=""), title="年度报告")
    of_draft, of_file = (
        {each.check: each for each in row_of(report, "a", "1", 0, TODAY).findings}
        for report in (blank, replace(blank, source=Source("来源.docx")))
    )
    assert "导出前" in of_draft["T0-01"].message
    assert of_file["T0-01"].message == "还有1格未填，请填上；没有发生的填 0。"
    assert of_draft["H-05"].place == "单位信息"
    assert (of_file["H-05"].place, of_file["H-05"].message) == ("标题", "标题里没有机关全称，请写上。")


def test_of_a_report_of_another_year_the_unit_is_told_both_ways(tmp_path: Path) -> None:
    row = row_of(BUREAU, "a.docx", "1", 0, TODAY)
    (line,) = board(Desk("", year=BUREAU.year + 1), [row], {})
    words = words_of(opinion(line, (), "", TODAY), tmp_path)
    assert f"报来的是{BUREAU.year}年的报告，应报{BUREAU.year + 1}年的；如果只是标题的年份写错了，请改正。" in words


def test_a_file_whose_title_has_a_slip_in_the_name_is_its_units_by_the_name_of_the_file(tmp_path: Path) -> None:
    slip = replace(BUREAU, agency=replace(BUREAU.agency, name="青河县水条局", short_name=""))
    row = row_of(slip, f"03-{BUREAU.agency.name}年报.docx", "1", 0, TODAY)
    lines = board(Desk("", names=(BUREAU.agency.name, TOWNSHIP.agency.name)), [row], {})
    assert [(line.name, line.state) for line in lines] == [
        (BUREAU.agency.name, "doubtful"),
        (TOWNSHIP.agency.name, "missing"),
    ]
    assert lines[0].trouble == ("报告里写的单位是“青河县水条局”",)
    words = words_of(opinion(lines[0], (), "", TODAY), tmp_path)
    assert f"报告里写的单位是“青河县水条局”，名单上是“{BUREAU.agency.name}”，请核对单位名称，写错的改正。" in words
    right = replace(row, agency=BUREAU.agency)
    assert board(Desk("", names=(BUREAU.agency.name,)), [right], {})[0].trouble == ()
