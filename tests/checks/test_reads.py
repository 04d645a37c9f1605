"""Every check says truly which parts of the report it reads: what it does not name cannot change its findings."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from model.checks import CHECKS, Context
from model.checks.parts import PARTS, changed_parts
from model.checks.run import run
from model.drafts.draft import load
from model.form import forms
from model.report.change import Place, change
from model.report.report import TEXT_IDS, Report
from model.session.results import CheckResults
from model.structs import replace
from tests import strategies
from tests.checks.beside import PAST_BUREAU, with_past
from tests.checks.correct import BUREAU, CORRECT, TODAY
from tests.checks.recorded import recorded
from tests.checks.test_one_mistake import MISTAKES

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"


@cache
def reports() -> tuple[Report, ...]:
    told = with_past(BUREAU.with_text("overview", "2023年收到政府信息公开申请5件。"), PAST_BUREAU)
    return (*CORRECT.values(), load(SEED).report, told, *(spoil() for _, spoil in MISTAKES))


def looked_at(code: str, report: Report) -> frozenset[str]:
    seen = recorded(report)
    list(CHECKS[code].find(seen, Context(TODAY)))
    return frozenset(seen.looked_at)


@pytest.mark.parametrize("code", list(CHECKS))
def test_a_check_reads_what_it_names_and_nothing_else(code: str) -> None:
    seen = frozenset[str]().union(*(looked_at(code, report) for report in reports()))
    assert seen <= CHECKS[code].parts
    assert CHECKS[code].reads - seen <= {"tables"}, "named, and never read"


@settings(max_examples=30, deadline=None)
@given(strategies.reports())
def test_no_report_makes_a_check_read_more(report: Report) -> None:
    for code, entry in CHECKS.items():
        assert looked_at(code, report) <= entry.parts, code


def test_what_was_recorded_is_what_is_found() -> None:
    for report in reports()[:12]:
        for entry in CHECKS.values():
            assert list(run(entry, recorded(report), Context(TODAY))) == list(run(entry, report, Context(TODAY)))


def test_an_edit_names_the_parts_that_it_changed() -> None:
    report = CORRECT["bureau"]
    numbered = change(report, report.with_number("disclosure.rules.issued", 1), Place("disclosure"))
    assert changed_parts(numbered) == {"tables"}
    for part in TEXT_IDS:
        reworded = change(report, report.with_text(part, "另写"), Place(part))
        assert changed_parts(reworded) == {part}
    assert set(PARTS) >= {part for entry in CHECKS.values() for part in entry.parts}


def test_on_another_form_every_check_has_to_run_again() -> None:
    report = CORRECT["bureau"]
    results = CheckResults(report, Context(TODAY))
    assert not results.stale
    results.follow(report, replace(report, form=forms.of(2019)), frozenset({"agency"}))
    waiting = [code for code, entry in CHECKS.items() if not entry.runs_at_once]
    assert [entry.code for entry in results.stale] == waiting
