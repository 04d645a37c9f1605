"""Findings put together by cause, and the sums a single wrong cell breaks."""

from datetime import date
from pathlib import Path

import pytest

from model.checks import Context, Finding, findings
from model.checks.groups import Group, broken_by, groups, in_context, suspect_of
from model.drafts.draft import load
from model.report.report import Evidence, Report, Source
from model.structs import replace
from tests.forms import FORM

TODAY = date(2025, 1, 9)
SLIPS = "截止6月底，开展培训。。\n截止12月31日，发布信息12 条，，完成任务。\n全年收到申请5件。。"


@pytest.fixture
def seed() -> Report:
    return load(Path(__file__).parents[1] / "data" / "seed.nianbao").report


def found(report: Report) -> tuple[Finding, ...]:
    return findings(report, Context(TODAY))


def group_of(report: Report, check: str) -> list[Group]:
    return [group for group in groups(found(report), FORM) if group.first.check == check]


def test_slips_with_one_cure_are_one_group_with_a_count(seed: Report) -> None:
    report = seed.with_text("overview", SLIPS)
    (stops,) = [group for group in group_of(report, "F-01") if group.section == "overview"]
    assert (stops.sentence, stops.is_fixable) == ("标点 4 处", True)
    (until,) = group_of(report, "F-04")
    assert until.sentence == "“截止”建议改为“截至” 2 处"


def test_each_part_has_a_group_of_its_own(seed: Report) -> None:
    report = seed.with_text("overview", "截止6月底。").with_text("problems", "截止12月底，问题已改进。")
    assert [group.section for group in group_of(report, "F-04")] == ["overview", "problems"]


def test_findings_that_are_about_different_things_stay_alone(seed: Report) -> None:
    report = seed.with_text("overview", "本年度收到政府信息公开申请7件，办结8件。")
    alone = [group for group in groups(found(report), FORM) if group.first.check.startswith("X")]
    assert len(alone) >= 2
    assert all(len(group.findings) == 1 and group.sentence == group.first.message for group in alone)


def test_no_finding_is_lost_and_the_gravest_come_first_in_the_order_of_the_report(seed: Report) -> None:
    report = seed.with_text("overview", SLIPS).with_number("applications.carried_out.natural_person", 3)
    every = found(report)
    together = groups(reversed(every), FORM)
    assert sorted(map(repr, every)) == sorted(repr(finding) for group in together for finding in group.findings)
    gravity = ["error", "warning", "hint"]
    ranks = [gravity.index(group.severity) for group in together]
    assert ranks == sorted(ranks)
    spans = [finding.span for group in group_of(report, "F-01") for finding in group.findings if finding.span]
    assert spans


def printed(report: Report, wrong: dict[str, str]) -> Report:
    """A report read from a file that printed every total right but these."""
    kept = tuple(Evidence(cell_id, words) for cell_id, words in wrong.items())
    return replace(report, source=Source("last.docx", kept))


def test_one_wrong_cell_is_told_with_the_sums_it_breaks(seed: Report) -> None:
    cell = "applications.unavailable_not_held"
    report = seed.with_number(f"{cell}.natural_person", 2)
    report = printed(
        report,
        {f"{cell}.total": "3", "applications.concluded.natural_person": "5", "applications.concluded.total": "5"},
    )
    (finding,) = [entry for entry in found(report) if entry.check == "T3-03"]
    wrong = suspect_of(finding)
    assert wrong is not None
    assert wrong.suspect == f"{cell}.natural_person"
    lines = broken_by(report, wrong)
    assert any("应为 2，印的是 3" in line for line in lines)
    assert any("应为 4，印的是 5" in line for line in lines)
    assert lines[-1] == "“自然人”一列不平，相差 1"
    (group,) = group_of(report, "T3-03")
    assert len(group.findings) == 1


def test_totals_without_a_certain_culprit_are_one_group(seed: Report) -> None:
    rows = ("applications.granted.total", "applications.refused_state_secret.total")
    report = printed(seed, {rows[0]: "7", rows[1]: "9"})
    group = group_of(report, "T3-03")
    assert [one.sentence for one in group] == ["总计一列对不上的 2 处"]


def test_short_words_are_shown_with_those_around_them(seed: Report) -> None:
    report = seed.with_text("overview", SLIPS)
    stops = next(group for group in group_of(report, "F-01") if group.section == "overview")
    assert "培训。。" in in_context(report, stops.first)
    assert "\n" not in "".join(in_context(report, finding) for finding in stops.findings)
