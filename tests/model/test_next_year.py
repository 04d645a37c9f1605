"""The next year's report begun from the last: figures carried over, proposals, last year's words with moved years."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checks import Context, findings
from model.drafts.draft import Draft, dumps, loads
from model.form.form import COUNT_LIMIT, CellError
from model.language.outline import paragraphs
from model.report import preamble
from model.report.moved_years import moved_paragraph, moved_text, moved_years, untouched
from model.report.next_year import next_year, past_report
from model.report.proposals import proposal, proposals
from model.report.report import Agency, Layout, PastReport, Report, Texts
from model.session.edits import set_number, set_text, take_last_year, take_paragraph, take_proposal
from model.session.session import Session
from model.session.zero_fill import zero_fill
from model.structs import replace
from tests.checks.beside import with_past
from tests.checks.correct import BUREAU, FEES, TODAY, filled
from tests.forms import FORM, OLD_FORM
from tests.strategies import reports

CARRIED_IN = tuple(cell_id for cell_id in FORM.typed if cell_id.startswith("applications.carried_in."))
IN_FORCE = "disclosure.normative_documents.in_force"
ISSUED = "disclosure.normative_documents.issued"
REPEALED = "disclosure.normative_documents.repealed"


def _begun(past: Report = BUREAU, year: int = 2025) -> Report:
    return next_year(past_report(past), past.agency, year, past.layout).report


def _session(report: Report) -> Session:
    return Session(Draft(report), TODAY)


def test_a_new_year_has_the_agency_the_figures_carried_over_and_nothing_else() -> None:
    begun = next_year(past_report(BUREAU), BUREAU.agency, 2025, replace(BUREAU.layout, signature_date=TODAY))
    report = begun.report
    assert (report.year, report.agency, report.remarks, report.dismissed) == (2025, BUREAU.agency, {}, ())
    assert report.numbers == dict.fromkeys(CARRIED_IN, 0) | {CARRIED_IN[0]: 2}
    assert (begun.carried, begun.remark) == (CARRIED_IN, "")
    assert report.last_year == PastReport(FORM, 2024, BUREAU.numbers, BUREAU.text)
    assert report.text == Texts(preamble=preamble.compose(report))
    assert report.layout == Layout()
    assert "2025年1月1日至2025年12月31日" in report.text.preamble


@given(reports())
def test_from_any_report_a_new_one_can_be_begun_saved_and_opened(past: Report) -> None:
    if past.year > 2100:
        return
    report = _begun(past, past.year + 1)
    assert loads(dumps(Draft(report))).report == report
    carried_out = {cell_id: past.numbers.get(cell_id.replace("_in.", "_out.")) for cell_id in CARRIED_IN}
    assert report.numbers == {cell_id: count for cell_id, count in carried_out.items() if count is not None}


def test_figures_of_the_form_of_2019_carry_over_too() -> None:
    old = PastReport(OLD_FORM, 2020, {"applications.carried_out.enterprise": 4})
    begun = next_year(old, Agency("青河县水务局"), 2021)
    assert dict(begun.report.numbers) == {"applications.carried_in.enterprise": 4}
    assert "只带入了1类申请人的上年结转" in begun.remark


def test_a_gap_between_the_years_carries_nothing_and_says_why() -> None:
    begun = next_year(past_report(BUREAU), BUREAU.agency, 2026)
    assert begun.report.numbers == {}
    assert begun.carried == ()
    assert "2024年的，不是2025年的" in begun.remark
    assert begun.report.last_year is not None
    assert proposals(begun.report) == {}
    assert not {"Y-08", "T3-06", "T2-04"} & {found.check for found in findings(begun.report, Context(TODAY))}


@pytest.mark.parametrize("year", [2024, 2023, 2020, 3000])
def test_a_year_that_cannot_follow_is_refused(year: int) -> None:
    with pytest.raises(CellError):
        _begun(year=year)


def test_documents_in_force_are_proposed_and_follow_the_years_entries_while_the_cell_is_blank() -> None:
    report = _begun()
    assert proposal(report, IN_FORCE) == 17
    report = report.with_numbers({ISSUED: 4, REPEALED: 2})
    assert proposals(report) == {"disclosure.rules.in_force": 0, IN_FORCE: 19}
    assert IN_FORCE not in report.numbers
    assert proposal(report.with_number(IN_FORCE, 20), IN_FORCE) is None
    assert proposal(report.with_number(REPEALED, 40), IN_FORCE) is None
    assert proposal(report.with_number(ISSUED, COUNT_LIMIT), IN_FORCE) is None
    assert proposal(report, ISSUED) is None
    assert proposals(replace(report, last_year=None)) == {}


def test_figures_carried_over_are_proposed_when_last_year_is_put_beside_a_report_later() -> None:
    report = with_past(Report(2025, BUREAU.agency, form=FORM), BUREAU.numbers, year=2024)
    assert proposals(report)[CARRIED_IN[0]] == 2


def test_a_report_filled_with_zeros_takes_the_proposals_and_says_which() -> None:
    session = _session(_begun())
    filled = zero_fill(session.report)
    assert filled.proposed == {IN_FORCE}
    session.do(filled.edit)
    assert session.report.numbers[IN_FORCE] == 17
    assert session.report.numbers[FEES] == Decimal(0)
    assert not session.report.blanks
    assert not {"T2-04", "T2-06", "T3-06"} & {found.check for found in findings(session.report, Context(TODAY))}
    session.undo()
    assert IN_FORCE not in session.report.numbers
    assert not zero_fill(session.report, "disputes").proposed
    assert zero_fill(session.report, cells=[IN_FORCE]).proposed == {IN_FORCE}


def test_documents_in_force_in_an_older_report_are_not_filled_with_zero() -> None:
    session = _session(_begun(year=2026))
    filled = zero_fill(session.report)
    assert filled.left_blank == {IN_FORCE}
    session.do(filled.edit)
    assert session.report.blanks == (IN_FORCE,)
    assert session.report.numbers["disclosure.rules.in_force"] == 0
    again = zero_fill(session.report, cells=[IN_FORCE])
    assert not session.do(again.edit)
    assert again.left_blank == {IN_FORCE}
    assert not zero_fill(session.report, "disputes").left_blank
    session.do(set_number(IN_FORCE, 19))
    assert not zero_fill(session.report).left_blank


def test_documents_in_force_stay_blank_when_more_were_repealed_than_there_were() -> None:
    session = _session(_begun().with_number(REPEALED, 40))
    assert zero_fill(session.report).left_blank == {IN_FORCE}
    none = _session(Report(2025, BUREAU.agency, form=FORM))
    filled = zero_fill(none.report)
    assert not filled.left_blank
    none.do(filled.edit)
    assert not none.report.blanks


def test_a_proposal_is_taken_as_one_undo() -> None:
    session = _session(_begun())
    assert IN_FORCE in session.do(take_proposal(IN_FORCE)).cells
    assert session.report.numbers[IN_FORCE] == 17
    assert not session.do(take_proposal(IN_FORCE))
    assert not session.do(take_proposal(ISSUED))
    session.undo()
    assert proposal(session.report, IN_FORCE) == 17


MOVED = {
    "2023年，我局收到申请5件。": "2024年，我局收到申请5件。",
    "2023 年度": "2024 年度",
    "２０２３年": "２０２４年",
    "二〇二三年": "二〇二四年",
    "二○二九年": "二○三○年",
    "较2022年增加3件，比2022年下降，与2022年相比": "较2023年增加3件，比2023年下降，与2023年相比",
    "2024年将继续": "2025年将继续",
    "2023年1月1日至2023年12月31日": "2024年1月1日至2024年12月31日",
    "自2023年1月1日起至2023年12月31日止": "自2024年1月1日起至2024年12月31日止",
    "2023-12-31，2023.1.1": "2024-12-31，2024.1.1",
    "2022—2023年": "2023—2024年",
    "2022年至2023年": "2023年至2024年",
    "国办公开办函〔2021〕30号、2023〔5〕号": "国办公开办函〔2021〕30号、2023〔5〕号",
    "《2023年政务公开工作要点》": "《2023年政务公开工作要点》",
    "《关于印发〈2023年要点〉的通知》和2023年": "《关于印发〈2023年要点〉的通知》和2024年",
    "《条例》（2019年5月15日施行）": "《条例》（2019年5月15日施行）",
    "2023年修订的《条例》": "2023年修订的《条例》",
    "自2023年起实行": "自2023年起实行",
    "2023年国务院令第711号，2023年第5号公告": "2023年国务院令第711号，2023年第5号公告",
    "{{applications.received.total}}件，电话0431-2023": "{{applications.received.total}}件，电话0431-2023",
    "www.example.com/2023/01/01": "www.example.com/2023/01/01",
    "120232年": "120232年",
    "《没有合上 2023年\n《要点》2023年": "《没有合上 2024年\n《要点》2024年",
    "": "",
}


@pytest.mark.parametrize(("text", "moved"), MOVED.items(), ids=range(len(MOVED)))
def test_years_of_the_report_move_on_and_those_of_documents_stay(text: str, moved: str) -> None:
    assert moved_years(text, 1) == moved


@given(st.sampled_from(tuple(MOVED)), st.integers(-3, 3))
def test_years_moved_on_and_back_are_as_they_were(text: str, by: int) -> None:
    assert moved_years(moved_years(text, by), -by) == text
    assert moved_years(text, 0) == text


def test_history_stays_where_it_was() -> None:
    text = "2019年建成的专区，2023年改版，较2022年好，2024年再改。"
    assert moved_years(text, 1, 2023) == "2019年建成的专区，2024年改版，较2023年好，2025年再改。"


LAST = Texts(
    preamble="2024年的引言。",
    overview="（一）主动公开情况\n\n　　2024年，公开信息12条。\n收到申请{{applications.received.total}}件。",
)


def _with_last_text() -> Report:
    return with_past(Report(2025, BUREAU.agency, form=FORM), filled(), LAST, 2024)


def test_last_years_text_is_taken_whole_or_by_the_paragraph_as_one_undo() -> None:
    session = _session(_with_last_text())
    session.do(take_last_year("overview"))
    assert session.report.text.overview == LAST.overview.replace("2024", "2025")
    session.undo()
    assert session.report.text.overview == ""
    session.do(take_paragraph("overview", 1))
    session.do(take_paragraph("overview", 2))
    taken = "2025年，公开信息12条。\n收到申请{{applications.received.total}}件。"
    assert session.report.text.overview == taken
    session.undo()
    assert session.report.text.overview == taken.partition("\n")[0]
    with pytest.raises(IndexError):
        session.do(take_paragraph("overview", 3))
    assert not session.do(take_last_year("problems"))


def test_what_was_taken_and_not_edited_is_known_from_the_text_itself() -> None:
    session = _session(_with_last_text())
    assert untouched(session.report, "overview") == ()
    session.do(take_last_year("overview"))
    text = session.report.text.overview
    assert [text[start:end] for start, end in untouched(session.report, "overview")] == paragraphs(text)[1:]
    session.do(set_text("overview", text.replace("12条", "15条")))
    ((start, end),) = untouched(session.report, "overview")
    assert session.report.text.overview[start:end] == "收到申请{{applications.received.total}}件。"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("2025年 公开信息12.5万条，“均”按期办结。", 1),
        ("2025年，公开信息12.5万条；均按期办结", 1),
        ("2025年，公开信息125万条，均按期办结。", 0),
        ("2025年，公开信息12.5万条，按期办结。", 0),
        ("……", 0),
    ],
)
def test_a_paragraph_with_other_punctuation_only_is_not_edited(words: str, count: int) -> None:
    past = BUREAU.with_text("overview", "2024年，公开信息12.5万条，均按期办结。\n——")
    report = _begun(past).with_text("overview", f"  {words}")
    assert [report.text.overview[start:end] for start, end in untouched(report, "overview")] == [words] * count


def test_a_preamble_that_the_program_composes_is_not_taken() -> None:
    past = BUREAU.with_text("preamble", preamble.compose(BUREAU))
    assert untouched(_begun(past), "preamble") == ()
    report = _with_last_text()
    assert untouched(report.with_text("preamble", moved_text(report, "preamble")), "preamble") == ((0, 9),)
    assert moved_paragraph(report, "preamble", 0) == "2025年的引言。"
