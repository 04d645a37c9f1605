"""A dismissal hides the finding it was about, and comes to nothing when what it was about changes."""

import json
from collections.abc import Callable
from types import MappingProxyType

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from model.checks import Context, Finding, dismiss, findings
from model.checks.run import all_findings
from model.drafts.draft import Draft, dumps, loads
from model.report.report import TEXT_IDS, Dismissal, PastReport, Report, TextId, Texts
from model.session import answers, edits
from model.session.session import Session
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, TODAY, codes, judged, reworded
from tests.forms import FORM

REASON = "已核实"
OLD = "2023年，本机关持续加强政策解读。"
NO_FEE = "2023年，本机关没有收取信息处理费。"


def only(report: Report, code: str) -> list[Finding]:
    return [finding for finding in judged(report) if finding.check == code]


def added(report: Report, section: TextId, words: str) -> Report:
    return report.with_text(section, f"{report.text[section]}\n{words}")


def test_the_same_words_elsewhere_are_another_finding() -> None:
    report = added(added(BUREAU, "overview", OLD), "problems", "2023年，队伍建设不足，将加强培训。")
    first, second = only(report, "Y-01")
    assert first.quote == second.quote
    answered = dismiss(report, first, REASON)
    assert only(answered, "Y-01") == [second]
    assert [finding.section for finding in only(added(answered, "other_matters", NO_FEE), "Y-01")] == [
        "problems",
        "other_matters",
    ]


def test_another_sentence_of_the_same_section_is_another_finding() -> None:
    report = added(added(BUREAU, "overview", OLD), "overview", "2023年，本机关组织培训两次。")
    first, second = only(report, "Y-01")
    assert only(dismiss(report, first, REASON), "Y-01") == [second]


def test_a_finding_returns_when_its_sentence_is_another_and_not_when_others_are() -> None:
    report = added(BUREAU, "overview", OLD)
    answered = dismiss(report, only(report, "Y-01")[0], REASON)
    assert not only(reworded(answered, "overview", OLD, f"　　{OLD}又一句。"), "Y-01")
    assert only(reworded(answered, "overview", "持续加强政策解读", "持续加强政策公开"), "Y-01")


def test_a_finding_on_a_whole_section_returns_with_any_change_of_it() -> None:
    past = PastReport(FORM, 2023, text=Texts(overview=BUREAU.text.overview, problems=BUREAU.text.problems))
    report = replace(BUREAU, last_year=past)
    overview, problems = only(report, "Y-02")
    answered = dismiss(report, overview, REASON)
    assert only(answered, "Y-02") == [problems]
    assert len(only(added(answered, "overview", "新的一句。"), "Y-02")) == 2
    assert only(added(answered, "other_matters", "新的一句。"), "Y-02") == [problems]


def test_one_more_slip_in_a_paragraph_is_not_hidden_by_the_answer_to_the_first() -> None:
    report = added(BUREAU, "overview", "强化监督,落实责任。规范管理。")
    answered = dismiss(report, only(report, "F-01")[0], REASON)
    assert only(answered, "F-01") == []
    assert only(reworded(answered, "overview", "规范管理。", "规范管理,细化流程。"), "F-01")


def test_an_answer_to_one_missing_way_to_reach_the_office_says_nothing_of_another() -> None:
    report = reworded(BUREAU, "preamble", "邮编：", "邮编：1")
    (finding,) = only(report, "H-08")
    answered = dismiss(report, finding, REASON)
    assert only(answered, "H-08") == []
    assert only(reworded(answered, "preamble", "电话：", "电话：00"), "H-08")


def test_an_answer_about_figures_does_not_hang_on_the_note_below() -> None:
    spoilt = COUNTY.with_number("disputes.direct_suit.upheld", 3)
    answered = dismiss(spoilt, only(spoilt, "T4-05")[0], REASON)
    assert codes(replace(answered, notes=MappingProxyType({"disputes": "统计口径见附件。"}))) == []


def test_an_answer_is_kept_by_the_draft_file_with_all_it_is_about() -> None:
    report = added(BUREAU, "overview", OLD)
    answered = dismiss(report, only(report, "Y-01")[0], REASON)
    text = dumps(Draft(answered))
    assert json.loads(text)["dismissed"] == [
        {
            "check": "Y-01",
            "about": {"cells": {}, "quote": "2023年", "section": "overview", "sentence": OLD},
            "reason": REASON,
        }
    ]
    assert loads(text).report.dismissed == answered.dismissed


# Drafts of 0.1, which say neither section nor sentence


def of_old(report: Report, *entries: tuple[str, dict[str, int], str | None]) -> Report:
    return replace(report, dismissed=tuple(Dismissal(check, cells, quote, REASON) for check, cells, quote in entries))


def test_an_old_answer_holds_where_it_can_be_about_one_finding_only() -> None:
    older = OLD.replace("2023", "2021")
    report = added(BUREAU, "overview", older)
    old = of_old(report, ("Y-01", {}, "2021年"))
    assert only(old, "Y-01") == []
    session = Session(Draft(old), TODAY)
    assert not [finding for finding in session.findings if finding.check == "Y-01"]
    assert not session.unsaved
    assert session.report.dismissed[0].sentence == older
    session.do(edits.set_text("other_matters", f"{report.text.other_matters}\n{NO_FEE.replace('2023', '2021')}"))
    session.recheck()
    assert [finding.section for finding in session.findings if finding.check == "Y-01"] == ["other_matters"]


def test_an_old_answer_that_may_be_about_several_answers_none() -> None:
    report = added(added(BUREAU, "overview", OLD), "problems", "2023年，队伍建设不足，将加强培训。")
    assert len(only(of_old(report, ("Y-01", {}, "2023年")), "Y-01")) == 2
    long = BUREAU.with_text("overview", BUREAU.text.overview * 8)
    assert only(long, "S-13") == only(of_old(long, ("S-13", {}, None)), "S-13") != []


def test_an_old_answer_about_figures_holds_while_they_stay() -> None:
    spoilt = COUNTY.with_number("disputes.direct_suit.upheld", 3)
    old = of_old(spoilt, ("T4-05", {"disputes.direct_suit.total": 3}, None))
    assert codes(old) == []
    assert codes(of_old(spoilt, ("T4-05", {"disputes.direct_suit.total": 4}, None))) == ["T4-05"]
    kept = loads(dumps(Draft(of_old(spoilt, ("T4-05", {"disputes.direct_suit.total": 4}, None))))).report
    assert kept.dismissed[0].section is None


# Whatever is edited, dismissed and restored

_SENTENCES = (
    OLD,
    NO_FEE,
    "2023年，本机关组织培训两次。",
    "截止12月31日，公开信息300余条。",
    "强化监督,落实责任。",
    "其他工作。",
)


class Dismissing(RuleBasedStateMachine):
    """Every finding that is hidden has an answer to just that: check, section, sentence or text, figures."""

    def __init__(self) -> None:
        super().__init__()
        past = PastReport(FORM, 2023, text=Texts(overview=OLD * 4, problems=OLD * 4))
        self.session = Session(Draft(replace(BUREAU, last_year=past)), TODAY)
        self.answered: list[tuple[Dismissal, object]] = []

    @rule(
        section=st.sampled_from(TEXT_IDS), parts=st.lists(st.sampled_from(_SENTENCES), max_size=4), line=st.booleans()
    )
    def write(self, section: TextId, parts: list[str], line: bool) -> None:
        self.session.do(edits.set_text(section, ("\n" if line else "").join(parts)))

    @rule(cell=st.sampled_from(("disputes.direct_suit.upheld", "disclosure.rules.issued")), value=st.integers(0, 3))
    def fill(self, cell: str, value: int) -> None:
        self.session.do(edits.set_number(cell, value))

    @rule()
    def pause(self) -> None:
        self.session.recheck()

    @rule(undo=st.booleans())
    def go_back(self, undo: bool) -> None:
        if undo:
            self.session.undo()
        else:
            self.session.redo()

    def open_ones(self) -> list[Finding]:
        return [finding for finding in self.session.findings if finding.severity != "error"]

    @precondition(lambda self: self.open_ones())
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        self.session.recheck()
        if open_ones := self.open_ones():
            finding = data.draw(st.sampled_from(open_ones))
            self.session.do(answers.dismissed([finding], REASON))
            self.answered.append((self.session.report.dismissed[-1], subject(self.session.report, finding)))

    @precondition(lambda self: self.session.report.dismissed)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        entry = data.draw(st.sampled_from(self.session.report.dismissed))
        self.session.do(answers.restored(entry))

    @invariant()
    def nothing_else_is_hidden(self) -> None:
        report = self.session.report
        shown = findings(report, Context(TODAY))
        in_force = [about for entry, about in self.answered if entry in report.dismissed]
        for finding in all_findings(report, Context(TODAY)):
            hidden = finding not in shown
            assert hidden == (finding.severity != "error" and subject(report, finding) in in_force)

    @invariant()
    def the_session_shows_after_a_pause_what_the_checks_find(self) -> None:
        if not self.session.stale_checks:
            assert set(self.session.findings) == set(findings(self.session.report, Context(TODAY)))


def subject(report: Report, finding: Finding) -> object:
    """What a finding is about, told by other means than the program's own."""
    figures = tuple((cell_id, report.value(cell_id)) for cell_id in finding.cells)
    words = report.words(finding.section) if finding.section in ("title", *TEXT_IDS) else ""
    if finding.span is None:
        return finding.check, finding.section, finding.quote, figures, words, finding.state
    start, end = finding.span
    while start > 0 and words[start - 1] not in "。！？!?\n":
        start -= 1
    while end < len(words) and words[end - 1] not in "。！？!?\n":
        end += 1
    return finding.check, finding.section, finding.quote, figures, words[start:end].strip(), finding.state


Dismissing.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestDismissing = Dismissing.TestCase


@pytest.mark.parametrize(
    "broken", [lambda entry: replace(entry, section="problems"), lambda entry: replace(entry, sentence="")]
)
def test_an_answer_with_another_section_or_sentence_answers_nothing(broken: Callable[[Dismissal], Dismissal]) -> None:
    report = added(BUREAU, "overview", OLD)
    answered = dismiss(report, only(report, "Y-01")[0], REASON)
    changed = replace(answered, dismissed=(broken(answered.dismissed[0]),))
    assert only(changed, "Y-01")
