"""What a source file printed: totals told once, odd words together, headings, what was left over in the text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checks import Finding
from model.report.evidence import evidence
from model.report.printed_totals import number, suspects, wrong_totals
from model.report.report import Report, TextId
from model.structs import replace
from tests.checks.beside import DOCUMENTS, HEADINGS, MISREAD, headed, printed_totals, sourced
from tests.checks.correct import BUREAU, COUNTY, FEES, TOWNSHIP, codes, judged, quotes, reworded
from tests.strategies import COUNTS

ALL = printed_totals(BUREAU)


def _messages(report: Report, code: str) -> list[str]:
    return [finding.message for finding in judged(report) if finding.check == code]


def test_totals_that_hold_say_nothing_however_they_are_written() -> None:
    assert judged(ALL) == ()
    written = printed_totals(
        BUREAU,
        applications__received__total=" １１ ",
        applications__concluded__total="10件",
        applications__refused_by_law__total="/",
        disputes__direct_suit__total="",
    )
    assert judged(written) == ()
    assert judged(printed_totals(COUNTY.with_number("disclosure.licences.decisions", 9))) == ()


@given(st.sampled_from([cell_id for cell_id in COUNTS if cell_id.startswith("applications.")]), st.integers(1, 9))
def test_one_misread_cell_of_table_three_is_one_finding_that_names_it(cell_id: str, more: int) -> None:
    report = ALL.with_number(cell_id, BUREAU.count(cell_id) + more)
    errors = [finding for finding in judged(report) if finding.severity == "error"]
    assert [finding.check for finding in errors] == ["T3-03"]
    assert errors[0].cells[0] == cell_id
    assert suspects(report) == {cell_id: -more}


def test_two_mistakes_are_two_findings() -> None:
    report = ALL.with_numbers({MISREAD: 4, "applications.other_misc.enterprise": 5})
    assert suspects(report) == {MISREAD: 1, "applications.other_misc.enterprise": -5}
    found = [finding for finding in judged(report) if finding.severity == "error"]
    assert sorted(finding.cells[0] for finding in found) == [MISREAD, "applications.other_misc.enterprise"]


def test_mistakes_that_cannot_be_told_apart_name_no_cell() -> None:
    report = ALL.with_numbers({MISREAD: 4, "applications.refused_third_party.enterprise": 0})
    assert [wrong.total.split(".")[1] for wrong in wrong_totals(report)] == ["granted", "refused_third_party"]
    assert suspects(report) == {}
    assert codes(report).count("T3-01") == 2


def test_a_column_added_up_wrong_is_told_with_the_total_of_all() -> None:
    report = printed_totals(BUREAU, applications__concluded__enterprise="3", applications__concluded__total="11")
    (finding,) = judged(report)
    assert finding.check == "T3-02"
    assert finding.cells == ("applications.concluded.enterprise", "applications.concluded.total")


def test_totals_not_filled_in_are_one_finding_and_only_where_there_is_something_to_add() -> None:
    blank = {f"applications__{row}__total": "" for row in ("received", "granted", "refused_by_law", "concluded")}
    (finding,) = judged(printed_totals(BUREAU, **blank))
    assert finding.message == "表三“本年新收”一行的总计应为11，现为空，另有总计也没有填。"
    assert len(finding.cells) == 3


def test_words_for_a_total_are_quoted() -> None:
    assert _messages(printed_totals(COUNTY, disputes__review__total="八"), "T4-01") == [
        "表四“行政复议”总计应为8，现为“八”。"
    ]


NUMBERS = {
    "7": 7,
    " １２ ": 12,
    "1,234": 1234,
    "1，234件": 1234,
    "": None,
    "/": None,
    "-3": None,
    "1.5": None,
    "七": None,
}


@pytest.mark.parametrize(("printed", "count"), NUMBERS.items())
def test_a_printed_number_is_read_or_it_is_none(printed: str, count: int | None) -> None:
    assert number(printed) == count


def test_odd_words_of_the_same_kind_are_one_finding() -> None:
    odd = [("applications.received.research", "0件"), (MISREAD, "5件"), ("applications.granted.research", "无")]
    first, second = _messages(sourced(BUREAU, *odd), "T3-04")
    assert first == "表三“本年新收/科研机构等2格”只能填0或正整数，现为“0件”“5件”，这是原文印的，已按0、5读入，请核对。"
    assert second == "表三“予以公开/科研机构”只能填0或正整数，现为“无”，这是原文印的，已按0读入，请核对。"


def test_odd_words_that_were_not_read_are_told_what_can_stand_there() -> None:
    odd = [("applications.received.research", "-"), ("applications.granted.research", "-"), (FEES, "无")]
    report = sourced(BUREAU.with_numbers({"applications.granted.research": None, FEES: None}), *odd)
    assert _messages(report, "T3-04") == [
        "表三“本年新收/科研机构”只能填0或正整数，现为“-”，这是原文印的，已按0读入，请核对。",
        "表三“予以公开/科研机构”只能填0或正整数，现为“-”，这是原文印的，没有读入，请核对后填写。",
    ]
    (fees,) = _messages(report, "T2-01")
    assert fees.endswith("只能填不小于0的数，现为“无”，这是原文印的，没有读入，请核对后填写。")
    assert sorted(codes(report)) == ["T2-01", "T3-04", "T3-04"]


@pytest.mark.parametrize("words", ["2.5", "-2", "约5", "九件多"])
@pytest.mark.parametrize(
    ("cell", "code", "said"),
    [
        ("applications.granted.natural_person", "T3-04", "按原文的总计应是5"),
        ("applications.carried_in.natural_person", "T3-04", "按原文的总计应是1"),
        ("disputes.review.upheld", "T4-02", "没有读入"),
        (f"{DOCUMENTS}in_force", "T2-01", "没有读入"),
    ],
)
def test_an_odd_cell_that_was_not_read_is_one_finding_whatever_it_breaks(
    words: str, cell: str, code: str, said: str
) -> None:
    odd = sourced(BUREAU.with_number(cell, None), *((e.place, e.printed) for e in evidence(ALL)), (cell, words))
    found = [finding for finding in judged(odd) if finding.severity == "error"]
    assert [(each.check, each.cells, each.quote) for each in found] == [(code, (cell,), words)]
    assert said in found[0].message
    assert codes(odd.with_number("disclosure.penalties.decisions", None)).count("T0-01") == 1


def test_a_stroke_for_rules_is_right_where_none_can_be_made() -> None:
    stroke = sourced(BUREAU, ("disclosure.rules.issued", " — "), ("disclosure.rules.in_force", "/"))
    assert judged(stroke) == ()
    assert codes(sourced(BUREAU, (f"{DOCUMENTS}issued", "/"))) == ["T2-01"]
    city = replace(COUNTY, agency=replace(COUNTY.agency, level="city"))
    assert "T2-01" in codes(sourced(city, ("disclosure.rules.issued", "/")))


def test_a_number_set_otherwise_is_a_number_and_another_number_is_not() -> None:
    written = sourced(BUREAU, (f"{DOCUMENTS}in_force", "１７"), (FEES, "4,166.241619"), ("no.such.cell", "？"))
    assert judged(written) == ()
    assert codes(sourced(BUREAU, (f"{DOCUMENTS}in_force", "18"))) == ["T2-01"]


def test_headings_as_the_form_has_them_say_nothing() -> None:
    assert judged(headed(BUREAU, *HEADINGS)) == ()
    assert judged(headed(BUREAU, *(f" {heading.replace('、', '、 ', 1)}：" for heading in HEADINGS))) == ()


NUMBERED = ["3、", "三.", "（三）", "第三部分 ", "", "四、"]


@pytest.mark.parametrize("numeral", NUMBERED)
def test_a_heading_with_another_number_is_told_the_right_one(numeral: str) -> None:
    heading = f"{numeral}收到和处理政府信息公开申请情况"
    report = headed(BUREAU, *HEADINGS[:2], heading, *HEADINGS[3:])
    assert _messages(report, "S-03") == [f"“{heading}”的序号应写作“三、”。"]
    assert codes(report) == ["S-03"]


def test_a_whole_report_numbered_otherwise_is_one_finding() -> None:
    report = headed(BUREAU, *(f"{count}. {heading[2:]}" for count, heading in enumerate(HEADINGS, 1)))
    (message,) = _messages(report, "S-03")
    assert message.count("序号应写作") == 6


def test_sections_in_another_order_are_told_where_the_order_breaks() -> None:
    order = ("overview", "applications", "disclosure", "disputes", "problems", "other_matters")
    headings = (HEADINGS[0], HEADINGS[2], HEADINGS[1], *HEADINGS[3:])
    places = tuple(f"heading.{section}" for section in order)
    report = sourced(BUREAU, *zip(places, headings, strict=True))
    (finding,) = judged(report)
    assert (finding.check, finding.section) == ("S-01", "applications")
    assert "的前面" in finding.message


def test_what_is_missing_is_told_once() -> None:
    empty = TOWNSHIP.with_text("overview", "").with_text("problems", "").with_text("other_matters", "")
    missing = [(f"missing.{section}", "") for section in ("overview", "problems", "other_matters")]
    assert set(codes(sourced(empty, *missing))) == {"S-01"}
    assert len(_messages(sourced(empty, *missing), "S-01")) == 3


LEFT: dict[str, str] = {
    "全年[bookmark: _GoBack]公开": "[bookmark: _GoBack]",
    "见错误!未找到引用源。": "错误!未找到引用源。",
    "见错误！ 未定义书签。": "错误！ 未定义书签。",
    "见Error! Reference source not found.": "Error! Reference source not found.",
    '见{ HYPERLINK "http://a" }': '{ HYPERLINK "http://a" }',
    "一_Toc123456789二": "_Toc123456789",
    "公开&nbsp;信息": "&nbsp;",
    "公开<br/>信息。": "<br/>",
    "见_GoBack。": "_GoBack",
    "公开&#160;信息。": "&#160;",
    "[批注：请核实]公开信息。": "[批注：请核实]",
    "见错误！使用“开始”选项卡将标题 1 应用于文字。": "错误！使用“开始”选项卡将标题 1 应用于文字。",
}


@pytest.mark.parametrize(("words", "quote"), LEFT.items())
def test_what_word_left_in_a_text_is_found_and_can_be_taken_out(words: str, quote: str) -> None:
    report = TOWNSHIP.with_text("overview", f"{TOWNSHIP.text.overview}\n{words}")
    assert quotes(report, "Y-05") == [quote]
    (finding,) = [finding for finding in judged(report) if finding.check == "Y-05"]
    assert finding.fix is not None
    assert finding.fix.replacements[0].words == ""


def test_live_fields_and_ordinary_words_are_no_residue() -> None:
    words = "{{applications.received.total}}件，出现错误！未找到原因。书签印刷。AT&T"
    assert quotes(TOWNSHIP.with_text("overview", words), "Y-05") == []


def test_a_residue_that_stands_in_the_text_is_told_once() -> None:
    words = "错误！未找到引用源。"
    report = sourced(reworded(COUNTY, "overview", "（一）", f"{words}（一）"), ("residue.overview", words))
    assert quotes(report, "Y-05") == [words]


PREAMBLES: dict[str, list[str]] = {
    "全文包括总体情况等六个部分": [],
    "全文分为6个部分": [],
    "本报告由六部分组成": [],
    "本报告共五部分": ["五部分"],
    "报告分为七大部分": ["七大部分"],
    "内容包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、被申请行政复议和提起行政诉讼情况、存在的主要问题及改进情况、"
    "其他需要报告的事项": [],
    "内容包括总体情况、主动公开政府信息情况、存在的主要问题及改进情况、其他需要报告的事项": [
        "总体情况、主动公开政府信息情况、存在的主要问题及改进情况、其他"
    ],
    "全文包括总体情况、主动公开等": [],
    "公开是工作的一部分": [],
    "本报告是全县公开工作的一部分": [],
}


@pytest.mark.parametrize(("words", "found"), PREAMBLES.items(), ids=range(len(PREAMBLES)))
def test_the_preamble_names_six_parts(words: str, found: list[str]) -> None:
    report = reworded(BUREAU, "preamble", "全文包括总体情况等六个部分", words)
    assert quotes(report, "S-05") == found


SPOILT: list[tuple[TextId, Callable[[Finding], bool]]] = [("overview", lambda finding: finding.section == "overview")]


@pytest.mark.parametrize(("section", "is_there"), SPOILT)
def test_a_residue_points_to_its_section(section: TextId, is_there: Callable[[Finding], bool]) -> None:
    (finding,) = judged(sourced(BUREAU, (f"residue.{section}", "批注：请核实")))
    assert is_there(finding)
    assert finding.message == "文中残留“批注：请核实”，请删除。"


def test_numbers_within_a_heading_are_part_of_it_and_endless_blanks_keep_no_check_busy() -> None:
    heading = "二、主动公开（一）政府信息情况"
    (message,) = _messages(headed(BUREAU, HEADINGS[0], heading, *HEADINGS[2:]), "S-02")
    assert message.startswith("“主动公开（一）政府信息情况”")
    assert "S-02" in codes(headed(BUREAU, *HEADINGS[:5], f"六、{' ' * 100_000}其他"))
