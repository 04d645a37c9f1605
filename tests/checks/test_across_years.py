"""Figures and texts beside last year's: what is remarked, what is not, and what is not known."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from model.form.form import Value
from model.report.report import Report, TextId, Texts
from model.structs import replace
from tests.checks.beside import DISPUTED, DOCUMENTS, PAST_BUREAU, bureau_after, with_past
from tests.checks.correct import BUREAU, COUNTY, FEES, TOWNSHIP, applications, codes, filled, judged, quotes, reworded

BUREAU_AFTER = bureau_after()


def test_a_report_that_follows_from_last_years_has_no_findings() -> None:
    assert judged(BUREAU_AFTER) == ()


@pytest.mark.parametrize("year", [2022, 2024, 2025])
def test_only_figures_of_the_year_before_are_compared(year: int) -> None:
    assert judged(with_past(BUREAU, BUREAU.numbers, year=year)) == ()


@pytest.mark.parametrize(
    ("year", "which"), [(2021, "2021年"), (2022, "2022年"), (2023, "上年"), (2024, ""), (2025, "")]
)
def test_texts_are_compared_with_the_earlier_report_of_whichever_year(year: int, which: str) -> None:
    report = with_past(BUREAU, {}, Texts(overview=BUREAU.text.overview), year)
    found = [finding.message for finding in judged(report) if finding.check == "Y-02"]
    assert found == ([f"“总体情况”与{which}报告相似100%，请按今年情况重写，只改数字和年份不算。"] if which else [])


def test_what_is_not_known_of_last_year_is_not_judged() -> None:
    assert judged(with_past(COUNTY, {})) == ()
    known = {"applications.received.natural_person": 3, "applications.carried_out.enterprise": 0}
    assert judged(with_past(COUNTY, known)) == ()


NOTED: list[tuple[str, str]] = [
    ("notes", "因机构改革，3件文件划转县农业农村局。"),
    ("notes", "清理后宣布失效3件。"),
    ("overview", "全年清理行政规范性文件，3件自然失效。"),
    ("overview", "规范性文件统计口径按新的通知执行。"),
]


@pytest.mark.parametrize(("place", "words"), NOTED)
def test_documents_in_force_that_are_explained_are_not_remarked(place: str, words: str) -> None:
    wrong = bureau_after(disclosure__normative_documents__in_force=12)
    assert codes(wrong) == ["T2-04"]
    if place == "notes":
        assert codes(replace(wrong, notes={"disclosure": words})) == []
    else:
        assert codes(wrong.with_text("overview", f"{BUREAU.text.overview}{words}")) == []


EXPLAINED: list[tuple[str, str, bool]] = [
    ("notes", "上年报告误填结转5件，已在网站更正。", True),
    ("overview", "上年报告的结转件数有误，今年按实际数填报。", True),
    ("overview", "2023年结转的申请随职能划转移交县水务局。", True),
    ("overview", "上年结转的申请均已办结。", False),
]


@pytest.mark.parametrize(("place", "words", "explained"), EXPLAINED)
def test_a_carry_over_that_is_explained_is_not_remarked(place: str, words: str, explained: bool) -> None:
    wrong = bureau_after(applications__carried_out__natural_person=3)
    assert codes(wrong) == ["T3-06"]
    said = replace(wrong, notes={"applications": words})
    if place == "overview":
        said = wrong.with_text("overview", f"{BUREAU.text.overview}{words}")
    assert ("T3-06" in codes(said)) != explained


def test_who_makes_no_rules_is_told_so_once() -> None:
    made = BUREAU_AFTER.with_number("disclosure.rules.in_force", 2)
    assert codes(with_past(made, {**PAST_BUREAU, "disclosure.rules.in_force": 1})) == ["T2-03"]


FEE_CASES: list[tuple[str, str, list[str]]] = [
    ("41.6", "4166.241619", ["T2-07"]),
    ("41.7", "4166.241619", ["T2-08"]),
    ("4166.241619", "41.7", ["T2-08"]),
    ("800", "4166.241619", ["T2-08"]),
    ("834", "4166.241619", []),
    ("0", "4166.241619", []),
    ("4166.241619", "0", ["T2-08"]),
    ("1.5", "9.5", []),
]


@pytest.mark.parametrize(("before", "now", "found"), FEE_CASES)
def test_fees_in_another_unit_or_much_changed(before: str, now: str, found: list[str]) -> None:
    """A hundred times as much is a wrong unit, five times as much a change; a tiny sum is neither."""
    report = BUREAU.with_number(FEES, Decimal(now))
    assert codes(with_past(report, {**PAST_BUREAU, FEES: Decimal(before)})) == found


CARRIED: list[tuple[Mapping[str, Value], list[str]]] = [
    (applications("natural_person", carried_out=1), []),
    (applications("natural_person", carried_out=0), ["T3-06"]),
    (applications("natural_person", carried_out=0) | applications("enterprise", carried_out=1), ["T3-07"]),
    (applications("natural_person", carried_out=0) | applications("enterprise", carried_out=2), ["T3-06"]),
]


@pytest.mark.parametrize(("last", "found"), CARRIED)
def test_what_was_carried_over_is_told_by_the_total_or_else_by_the_kinds(
    last: Mapping[str, Value], found: list[str]
) -> None:
    assert codes(with_past(BUREAU, {**PAST_BUREAU, **last})) == found


def test_blank_cells_of_what_was_carried_over_are_only_blank() -> None:
    blank = BUREAU.with_numbers(dict.fromkeys((cell for cell in BUREAU.numbers if ".carried_in." in cell), None))
    assert "T3-06" not in codes(with_past(blank, {**PAST_BUREAU, **applications("enterprise", carried_out=9)}))


RECEIVED: list[tuple[int, list[str]]] = [(11, []), (21, []), (22, []), (23, ["T3-12"]), (0, ["T3-12"]), (3, [])]


@pytest.mark.parametrize(("before", "found"), RECEIVED)
def test_a_change_of_applications_counts_by_share_and_by_number(before: int, found: list[str]) -> None:
    report = with_past(BUREAU, {**PAST_BUREAU, **applications("natural_person", received=before)})
    assert codes(report) == found


def test_disputes_pending_last_year_belong_to_the_same_group_this_year() -> None:
    pending = {"disputes.review.pending": 1, "disputes.direct_suit.pending": 0}
    assert codes(with_past(BUREAU, {**PAST_BUREAU, **pending})) == []
    assert codes(with_past(BUREAU, {**PAST_BUREAU, "disputes.suit_after_review.pending": 1})) == ["T4-04"]


def test_disputes_without_applications_need_two_years_of_none() -> None:
    assert codes(with_past(DISPUTED, filled())) == ["T4-06"]
    assert codes(with_past(DISPUTED, filled(applications("enterprise", received=1, granted=1)))) == []
    assert codes(DISPUTED) == []


def test_a_few_figures_the_same_by_chance_are_no_old_table() -> None:
    small = [cell for cell, value in BUREAU.numbers.items() if value in (1, 2) and "carried" not in cell]
    ones = {cell: BUREAU.numbers[cell] for cell in small[:6]}
    assert "Y-08" not in codes(with_past(BUREAU, {**PAST_BUREAU, **ones}))
    assert "Y-08" not in codes(with_past(BUREAU, {**PAST_BUREAU, f"{DOCUMENTS}in_force": 17}))
    assert "Y-08" in codes(with_past(BUREAU, BUREAU.numbers))


def test_a_large_report_has_more_figures_the_same_by_chance() -> None:
    cells = [cell for cell in BUREAU.numbers if cell.startswith("applications.")][:40]
    now = {cell: 3 + index for index, cell in enumerate(cells)}
    report = BUREAU.with_numbers(now)
    for same, found in ((8, False), (len(cells), True)):
        past = {cell: count + (index >= same) for index, (cell, count) in enumerate(now.items())}
        assert ("Y-08" in codes(with_past(report, {**PAST_BUREAU, **past}))) == found


STALE: list[tuple[TextId, str, str]] = [
    ("overview", "2023年，我局公开信息80条。", "2023年"),
    ("overview", "２０２３ 年，我局公开信息80条。", "２０２３ 年"),
    ("overview", "二〇二三年公开信息80条。", "二〇二三年"),
    ("overview", "截至2023年12月31日，公开信息80条。", "2023年"),
    ("overview", "（六）2023年工作情况", "2023年"),
    ("overview", "我局2022年度收到申请5件。", "2022年"),
    ("overview", "（一）主动公开：2023年通过网站公开信息80条。", "2023年"),
    ("overview", "一是2023年公开信息80条。", "2023年"),
    ("overview", "青河县人民政府2023年公开信息80条。", "2023年"),
    ("overview", "总体来看，2023年公开信息80条。", "2023年"),
    ("overview", "2025年全年公开信息80条。", "2025年"),
    ("problems", "2023年，公开工作取得进步，比2022年更好。", "2023年"),
    ("other_matters", "2023年没有收取信息处理费。", "2023年"),
]


@pytest.mark.parametrize(("section", "words", "quote"), STALE)
def test_a_sentence_that_begins_with_another_year_is_stale(section: TextId, words: str, quote: str) -> None:
    report = COUNTY.with_text(section, f"{COUNTY.text[section]}\n{words}")
    assert quotes(report, "Y-01") == [quote]


QUIET: list[tuple[TextId, str]] = [
    ("overview", "根据《2023年政务公开工作要点》推进工作。"),
    ("overview", "《2023年政务公开工作要点》落实到位。"),
    ("overview", "按国办公开办函〔2021〕30号编制，较2023年又有进步。"),
    ("overview", "与2023年相比，公开信息增加5条。"),
    ("overview", "2023年收到申请5件，2024年收到申请8件。"),
    ("overview", "2023年同期为5件。"),
    ("overview", "（一）制度建设：2023年印发的制度继续执行。"),
    ("overview", "2021年以来，公开工作逐年进步。"),
    ("overview", "2023年度部门决算按时公开，2024年预算同步公开。"),
    ("overview", "2019年5月15日施行的《条例》学习了4次。"),
    ("overview", "2023年印发的制度继续执行。"),
    ("overview", "2021年至2024年连续四年没有申请。"),
    ("overview", "2023年5件，今年8件。"),
    ("problems", "2025年，将按季抽查。"),
    ("problems", "2025年工作计划：按季抽查。"),
    ("problems", "2023年存在的问题已整改到位。"),
    ("overview", "2024年，公开信息80条。"),
    ("overview", "县志2023卷出版。"),
    ("overview", "2025年版标准目录正在修订。"),
    ("overview", "2023年结转的资金全部公开。"),
    ("overview", "青河县人民政府2023年部门决算按时公开。"),
    ("overview", "2023年曾有两起处罚案件被诉至法院，当时均作了复盘。"),
    ("overview", "2021年首次建立会商制度，当年收到申请28件。"),
    ("overview", "2020年公示行政处罚102件，2021年公示76件。"),
]


@pytest.mark.parametrize(("section", "words"), QUIET)
def test_other_years_have_their_places(section: TextId, words: str) -> None:
    assert quotes(COUNTY.with_text(section, f"{COUNTY.text[section]}\n{words}"), "Y-01") == []


@pytest.mark.parametrize(("count", "quiet"), [(5, True), (7, False)])
def test_a_sentence_of_last_year_with_the_figure_of_its_report_is_no_leftover(count: int, quiet: bool) -> None:
    told = BUREAU.with_text("overview", f"{BUREAU.text.overview}\n2023年收到政府信息公开申请{count}件。")
    received = {cell: 0 for cell in PAST_BUREAU if cell.startswith("applications.received.")}
    report = with_past(told, {**PAST_BUREAU, **received, "applications.received.natural_person": 5})
    assert ("Y-01" not in codes(report)) == quiet


def _after(text: Texts, now: Report = BUREAU) -> list[str]:
    return [code for code in codes(with_past(now, PAST_BUREAU, text)) if code == "Y-02"]


def test_a_text_is_last_years_when_only_figures_were_changed() -> None:
    last = BUREAU.text.overview.replace("2024", "2023").replace("214", "198").replace("2次", "三次")
    assert _after(Texts(overview=last)) == ["Y-02"]
    assert _after(Texts(overview="\n".join(reversed(last.splitlines())))) == ["Y-02"]


def test_a_text_with_its_own_sentences_is_not() -> None:
    assert _after(BUREAU.text, TOWNSHIP) == []
    lines = BUREAU.text.overview.splitlines()
    assert _after(Texts(overview="\n".join(lines[:3]))) == []
    assert _after(Texts(problems="加强培训。"), BUREAU.with_text("problems", "加强培训。")) == []


@pytest.mark.parametrize("share", [70, 90])
def test_how_much_is_the_same_is_said_from_four_fifths_on(share: int) -> None:
    same = [f"第{chr(0x4E00 + count)}项工作已经完成" for count in range(share)]
    new = [f"另有{chr(0x5E00 + count)}项工作正在推进" for count in range(100 - share)]
    report = with_past(BUREAU.with_text("overview", "。".join(same + new)), {}, Texts(overview="。".join(same)))
    found = [finding.message for finding in judged(report) if finding.check == "Y-02"]
    assert bool(found) == (share == 90)
    assert not found or "89%" in found[0] or "90%" in found[0]


def test_an_untouched_subheading_alone_is_not_last_years_text() -> None:
    assert _after(Texts(overview="\n".join(line[:6] for line in BUREAU.text.overview.splitlines()))) == []


def test_the_words_of_this_year_are_read_where_they_stand() -> None:
    report = reworded(COUNTY, "overview", "（二）依申请公开情况。", "（二）依申请公开情况。2022年共受理。")
    (finding,) = [finding for finding in judged(report) if finding.check == "Y-01"]
    assert finding.message.startswith("第3段出现“2022年”")
