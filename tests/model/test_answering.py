"""What is done about findings without a window: cured alone and together, answered with a reason, confirmed."""

from datetime import date
from pathlib import Path

from model.checks import CHECKS
from model.drafts.draft import Draft, load
from model.report.report import Agency, Evidence, Source
from model.session.answers import confirmed_finding, dismissed
from model.session.edits import set_text
from model.session.session import Session
from model.structs import replace

TODAY = date(2025, 1, 9)
SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
SLIPS = "截止6月底，开展培训。。\n截止12月31日，发布信息12 条。"


def _slips() -> Session:
    return Session(Draft(load(SEED).report.with_text("overview", SLIPS)), TODAY)


def test_all_cures_of_a_cause_are_one_undo() -> None:
    session = _slips()
    before = session.report
    slips = [finding for finding in session.findings if finding.check in ("F-01", "F-04")]
    change = session.cure(slips)
    assert session.report.text.overview == "截至6月底，开展培训。\n截至12月31日，发布信息12条。"
    assert change.place is not None
    assert change.place.section == "overview"
    assert not {finding.check for finding in session.findings} & {"F-01", "F-04"}
    session.undo()
    assert session.report is before


def test_a_cured_finding_is_gone_at_once_and_the_others_stay_where_they_are() -> None:
    session = _slips()
    first, second = (finding for finding in session.findings if finding.check == "F-04")
    session.cure([first])
    (left,) = (finding for finding in session.findings if finding.check == "F-04")
    assert left.span is not None
    assert session.report.text.overview[slice(*left.span)] == second.quote
    session.cure([left])
    assert "截止" not in session.report.text.overview


def test_cures_that_touch_each_other_are_made_one_after_the_other() -> None:
    session = _slips()
    first = next(finding for finding in session.findings if finding.check == "F-04")
    session.cure([first, first])
    assert session.report.text.overview == SLIPS.replace("截止", "截至", 1)


def test_nothing_is_cured_in_a_report_that_is_only_looked_at() -> None:
    session = Session(Draft(load(SEED).report.with_text("overview", SLIPS)), TODAY, read_only=True)
    before = session.findings
    assert not session.cure(session.findings)
    assert session.findings == before


def test_one_reason_answers_all_findings_of_a_cause() -> None:
    session = _slips()
    slips = [finding for finding in session.findings if finding.check == "F-04"]
    session.do(dismissed(slips, "原文如此"))
    assert not [finding for finding in session.findings if finding.check == "F-04"]
    assert set(session.answered()) == set(range(len(session.report.dismissed)))
    session.undo()
    assert [finding for finding in session.findings if finding.check == "F-04"] == slips


def test_what_the_source_printed_is_confirmed_by_its_finding_as_one_undo() -> None:
    kept = (Evidence("disclosure.rules.issued", "/"), Evidence("disclosure.rules.repealed", "无"))
    report = replace(load(SEED).report, agency=Agency("某部", type="other"), source=Source("上年.docx", kept))
    session = Session(Draft(report), TODAY)
    found = [finding for finding in session.findings if finding.check == "T2-01"]
    for finding in found:
        session.do(confirmed_finding(finding))
    assert session.report.source is not None
    assert not session.report.source.evidence
    assert not [finding for finding in session.findings if finding.check == "T2-01"]
    for _ in found:
        session.undo()
    assert session.report == report


def test_checks_run_one_by_one_find_what_they_find_together() -> None:
    session, other = _slips(), _slips()
    for each in (session, other):
        each.do(set_text("overview", "截止6月底，共XX件。"))
    other.recheck()
    for entry in CHECKS.values():
        session.check(entry)
    assert session.tell_findings().findings
    assert session.findings == other.findings
