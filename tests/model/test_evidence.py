"""What a draft keeps of its source ends where the clerk edits or confirms, and comes back with undo."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drafts.draft import Draft
from model.report import evidence
from model.report.change import Change, Place
from model.report.report import Evidence, Report, Source
from model.session.answers import confirmed
from model.session.edits import Edit, set_agency, set_note, set_number, set_numbers, set_remark, set_text, set_title
from model.session.session import Session
from model.session.zero_fill import zero_fill
from model.structs import replace
from tests.checks.beside import HEADINGS, MISREAD, headed, printed_totals, sourced
from tests.checks.correct import BUREAU, TODAY, TOWNSHIP
from tests.forms import FORM
from tests.strategies import COMPUTED, COUNTS, counts, reports

ALL = printed_totals(BUREAU)


def _session(report: Report) -> Session:
    return Session(Draft(report), TODAY)


def _places(report: Report) -> list[str]:
    return [entry.place for entry in evidence.evidence(report)]


def _adds_to(cell_id: str, total: str) -> bool:
    parts = FORM.parts[total]
    return cell_id in parts or any(part in FORM.parts and _adds_to(cell_id, part) for part in parts)


def test_editing_a_cell_ends_its_evidence_and_that_of_every_total_it_is_part_of() -> None:
    session = _session(replace(ALL, source=Source("", (*evidence.evidence(ALL), Evidence(MISREAD, "5件")))))
    before = session.report
    change = session.do(set_number(MISREAD, 6))
    ended = {MISREAD, "applications.granted.total", "applications.concluded.natural_person"}
    ended |= {"applications.concluded.total"}
    assert set(_places(before)) - set(_places(session.report)) == ended
    assert "source" in change.texts
    session.undo()
    assert session.report is before
    session.redo()
    assert not ended & set(_places(session.report))


@given(st.sampled_from(COUNTS), st.integers(10**6, 10**8))
def test_a_total_keeps_its_evidence_exactly_while_none_of_its_parts_is_edited(cell_id: str, count: int) -> None:
    session = _session(ALL)
    session.do(set_number(cell_id, count))
    kept = set(_places(session.report))
    assert kept == {total for total in COMPUTED if not _adds_to(cell_id, total)}


def test_a_paste_and_a_filled_zero_end_evidence_as_typing_does() -> None:
    session = _session(ALL.with_number("disputes.review.other", None))
    session.do(set_numbers({"disputes.direct_suit.other": 3}))
    session.do(zero_fill(session.report, cells=["disputes.review.other"]).edit)
    assert {place for place in COMPUTED if place not in _places(session.report)} == {
        "disputes.direct_suit.total",
        "disputes.review.total",
    }


def test_editing_a_text_ends_what_was_left_in_it_and_that_it_was_missing() -> None:
    left = [(f"{kind}.{text}", "") for kind in ("residue", "missing") for text in ("overview", "problems")]
    session = _session(sourced(BUREAU, *left, ("heading.overview", HEADINGS[0]), ("residue.title", "")))
    session.do(set_text("overview", "改过。"), now=0)
    assert _places(session.report) == ["residue.problems", "missing.problems", "heading.overview", "residue.title"]
    session.do(set_title("改过的标题"), now=1)
    assert "residue.title" not in _places(session.report)


def test_what_is_no_edit_of_the_place_leaves_its_evidence() -> None:
    session = _session(ALL)
    session.do(set_agency(office="办公室"))
    session.do(set_remark(MISREAD, "张三报来"), now=0)
    session.do(set_number(MISREAD, BUREAU.numbers[MISREAD]))
    session.do(set_note("applications", "含下属单位"), now=1)
    assert session.report.source == ALL.source


def test_confirming_ends_one_place_as_one_undo_and_its_finding_at_once() -> None:
    session = _session(headed(BUREAU, "1、总体情况", "二、公开情况", *HEADINGS[2:]))
    found = {finding.check: finding for finding in session.findings}
    assert [place for place, _ in found["S-03"].evidence] == ["heading.overview"]
    assert [place for place, _ in found["S-02"].evidence] == ["heading.disclosure"]
    change = session.do(confirmed("heading.disclosure"))
    assert change == Change(texts=frozenset({"source"}), findings=True, place=Place("disclosure"))
    assert [finding.check for finding in session.findings] == ["S-03"]
    session.undo()
    assert {finding.check for finding in session.findings} == {"S-02", "S-03"}
    assert session.do(confirmed("missing.overview")) == Change()


def test_of_several_further_headings_one_can_be_confirmed() -> None:
    session = _session(sourced(BUREAU, ("heading.other", "七、附件"), ("heading.other", "八、说明")))
    session.do(confirmed("heading.other", "七、附件"))
    (left,) = session.findings
    assert left.quote == "八、说明"
    assert [place for place, _ in left.evidence] == ["heading.other"]
    session.do(confirmed("heading.other"))
    assert session.findings == ()


@pytest.mark.parametrize("cells", [(MISREAD,), ("applications.granted.total", "applications.concluded.total")])
def test_a_misread_cell_is_settled_by_editing_it_or_by_confirming_its_totals(cells: tuple[str, ...]) -> None:
    session = _session(ALL.with_number(MISREAD, 4))
    session = _session(replace(session.report, source=ALL.source))
    (finding,) = session.findings
    assert finding.check == "T3-03"
    assert finding.cells[0] == MISREAD
    assert {place for place, _ in finding.evidence} == set(finding.cells[1:])
    if cells == (MISREAD,):
        session.do(set_number(MISREAD, 5))
        assert session.findings == ()
        return
    for place in finding.cells[1:]:
        session.do(confirmed(place))
    assert [found.check for found in session.findings] == ["T3-01"]


def test_an_imported_report_is_accepted_with_all_its_evidence_as_one_undo() -> None:
    session = _session(TOWNSHIP)
    assert session.do(Edit(lambda _report: ALL, Place("agency"))).cells
    assert session.report is ALL
    session.undo()
    assert session.report is TOWNSHIP
    assert not session.can_undo


@given(reports(), st.sampled_from(COUNTS), counts())
def test_an_edit_never_adds_evidence_and_costs_nothing_where_there_is_none(
    report: Report, cell_id: str, count: int
) -> None:
    session = Session(Draft(report), date(2026, 1, 5))
    session.do(set_number(cell_id, count))
    kept = evidence.evidence(session.report)
    assert [entry for entry in evidence.evidence(report) if entry in kept] == list(kept)
    if not evidence.evidence(report):
        assert session.report.source is report.source
