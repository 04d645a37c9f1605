"""Figures of the prose beside the tables: wrong ones are warnings at their words, doubtful ones are left alone."""

from decimal import Decimal
from pathlib import Path

import pytest

from model.checks import CHECKS, Finding
from model.checks.fix import fixed
from model.checks.registry import Context
from model.checks.run import run
from model.drafts.draft import load
from model.prose.insertable.linkable import linkable_figures
from model.report.report import Report
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, FEES, TODAY, TOWNSHIP, applications, reworded

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
OWN = "（二）依申请公开。"


def found(report: Report) -> list[Finding]:
    """What the checks of prose find."""
    entries = [entry for code, entry in CHECKS.items() if code.startswith("X-")]
    return [finding for entry in entries for finding in run(entry, report, Context(TODAY))]


def said(report: Report, words: str) -> list[tuple[str, str | None]]:
    """The codes and quotes when the overview says just that of applications."""
    return [(each.check, each.quote) for each in found(report.with_text("overview", OWN + words))]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("收到申请11件。", True),
        ("收到申请12件。", True),
        ("新收申请12件。", False),
        ("收到申请10件。", False),
        ("收到申请约12件。", True),
        ("收到申请10余件。", True),
        ("收到申请20余件。", False),
        ("办结10件。", True),
        ("答复9件。", True),
        ("办结9件。", False),
        ("予以公开、部分公开共7件。", True),
        ("予以公开、部分公开共8件。", False),
        ("1件由申请人撤回。", True),
        ("2件由申请人撤回。", False),
        ("收到申请11件，其中自然人9件。", True),
        ("收到申请11件，其中自然人10件。", False),
        ("收到申请11件，其中自然人8件。", False),
        ("行政事业性收费4166.24万元。", True),
        ("行政事业性收费4166万元。", True),
        ("行政事业性收费4167万元。", True),
        ("行政事业性收费4168万元。", False),
        ("行政事业性收费41662416.19元。", True),
        ("2023年收到申请3件。", True),
        ("县住建局局长信箱收到来信3件。", True),
        ("县自然资源局收到申请3件。", False),
    ],
)
def test_a_figure_is_right_in_every_way_it_may_be_meant(words: str, *, right: bool) -> None:
    assert (said(BUREAU, words) == []) is right


def test_a_government_is_not_judged_by_a_bureau() -> None:
    assert said(COUNTY, "县自然资源局收到申请3件。") == []
    assert said(COUNTY, "青河县人民政府收到申请3件。") == [("X-01", "收到申请3件")]


def test_the_finding_names_the_cells_and_both_figures() -> None:
    report = reworded(COUNTY, "overview", "办结95件", "办结 96 件")
    (finding,) = found(report)
    assert finding.cells == ("applications.concluded.total",)
    assert finding.message == "正文写办结96件，表三办理结果总计是95件，请核对后改成一致。"
    assert finding.quote == "办结 96 件"


@pytest.mark.parametrize(
    ("words", "label", "cured"),
    [
        ("办结９件", "改为随表数据（10）", "办结{{applications.concluded.total}}件"),
        ("予以公开、部分公开共二十余件", "改为7件", "予以公开、部分公开共7件"),
        ("收到申请10件", "改为11件", "收到申请11件"),
    ],
)
def test_the_fix_puts_the_field_where_one_cell_is_meant(words: str, label: str, cured: str) -> None:
    (finding,) = found(BUREAU.with_text("overview", f"{OWN}{words}。"))
    assert finding.fix is not None
    assert finding.fix.label == label
    after = fixed(BUREAU.with_text("overview", f"{OWN}{words}。"), finding.fix)
    assert after.text.overview == f"{OWN}{cured}。"
    assert found(after) == []


def test_words_that_say_none_have_no_fix() -> None:
    report = TOWNSHIP.with_numbers(applications("natural_person", received=2, granted=2))
    (finding,) = found(report)
    assert (finding.check, finding.fix) == ("X-01", None)


def test_nothing_is_compared_with_blank_or_unbalanced_tables() -> None:
    wrong = reworded(COUNTY, "overview", "办结95件", "办结96件")
    assert found(wrong.with_number("applications.granted.research", None)) == []
    assert found(wrong.with_number("applications.received.enterprise", 4)) == []
    assert len(found(wrong)) == 1


def test_live_fields_agree_by_definition() -> None:
    words = "收到申请{{applications.received.total}}件，办结{{applications.carried_in.total}}件。"
    assert said(BUREAU, words) == []


def test_offers_are_typed_figures_of_one_filled_cell() -> None:
    words = f"{OWN}收到申请11件，办结十件，上年结转1件，约2件结转下年，予以公开和部分公开7件，收费3元。"
    report = BUREAU.with_text("overview", words)
    shown = [(offer.words, offer.cell_id, offer.value) for offer in linkable_figures(report, "overview")]
    assert shown == [
        ("11", "applications.received.total", 11),
        ("十", "applications.concluded.total", 10),
        ("1", "applications.carried_in.total", 1),
    ]
    assert linkable_figures(report, "overview")[0].label == "改为随表更新（11）"
    blank = report.with_number("applications.carried_in.research", None)
    assert [offer.words for offer in linkable_figures(blank, "overview")] == ["11", "十"]


def test_amounts_are_offered_exactly() -> None:
    report = BUREAU.with_text("overview", "行政事业性收费4166.24万元。")
    (offer,) = linkable_figures(report, "overview")
    assert (offer.words, offer.cell_id, offer.value) == ("4166.24", FEES, Decimal("4166.241619"))


def test_the_published_seed_has_no_findings_and_a_wrong_figure_in_it_has() -> None:
    seed = load(SEED).report
    assert found(seed) == []
    wrong = reworded(seed, "overview", "共收到依申请公开5件", "共收到依申请公开6件")
    assert [(each.check, each.quote) for each in found(wrong)] == [("X-01", "收到依申请公开6件")]
    suit = seed.with_number("disputes.direct_suit.upheld", 1)
    assert [each.check for each in found(suit)] == ["X-04"]
    assert found(replace(wrong, year=2025)) != []
