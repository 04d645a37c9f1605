"""The cure of a finding: words and numbers in one step, at their place also after somebody typed before it."""

from datetime import date

import pytest

from model.checks import Finding, Fix, Replacement
from model.checks.fix import fixed
from model.drafts.draft import Draft
from model.language.text_edit import text_edit
from model.report.report import Agency, Report
from model.session.session import Session
from tests.forms import FORM

WORDS = "截止12月31日，收到申请5件。截止到年底，办结5件。"
BOTH = Fix(
    "改为“截至”",
    (Replacement("overview", (0, 2), "截至"), Replacement("overview", (16, 19), "截至")),
    (("applications.received.natural_person", 5), ("applications.carried_in.natural_person", None)),
)


def _report() -> Report:
    report = Report(2025, Agency("云岭县水务局"), form=FORM).with_text("overview", WORDS)
    return report.with_number("applications.carried_in.natural_person", 1)


def test_a_fix_replaces_all_its_words_and_sets_its_numbers() -> None:
    report = fixed(_report(), BOTH)
    assert report.text.overview == "截至12月31日，收到申请5件。截至年底，办结5件。"
    assert dict(report.numbers) == {"applications.received.natural_person": 5}


def test_a_fix_follows_what_is_typed_before_it_and_ends_when_its_words_are_edited() -> None:
    before = text_edit(WORDS, "全年情况。" + WORDS)
    moved = BOTH.moved("overview", before)
    assert moved is not None
    after = fixed(_report().with_text("overview", "全年情况。" + WORDS), moved)
    assert after.text.overview == "全年情况。截至12月31日，收到申请5件。截至年底，办结5件。"
    assert BOTH.moved("problems", before) == BOTH
    assert BOTH.moved("overview", text_edit(WORDS, WORDS.replace("截止到", "截"))) is None


def test_title_and_note_are_fixed_where_they_stand_and_a_composed_title_comes_back() -> None:
    report = fixed(_report(), Fix("", (Replacement("title", (0, 6), "云岭县水利局"),)))
    assert report.title == "云岭县水利局2025年政府信息公开工作年度报告"
    assert fixed(report, Fix("", own_title=False)).title is None
    noted = fixed(report, Fix("", (Replacement("disclosure", (0, 0), "含下属单位"),)))
    assert noted.notes == {"disclosure": "含下属单位"}


@pytest.mark.parametrize("fix", [BOTH, None])
def test_a_fix_is_one_undo(fix: Fix | None) -> None:
    session = Session(Draft(_report()), date(2026, 1, 5))
    found = Finding("F-04", "hint", "", (), "overview", (0, 2), "截止", fix)
    assert bool(session.cure([found])) == (fix is not None)
    assert session.can_undo == (fix is not None)
    session.undo()
    assert session.report == _report()
