"""更正: each publication of another content is the next correction, and only what prints otherwise is listed."""

from datetime import date

from export.content import Listing, Title
from export.correction import correction_sheet
from model.report.correction import Correction, corrected, numbered
from model.report.publication import not_published, published
from model.report.report import Report
from model.structs import replace
from tests.checks.correct import BUREAU

CELL = "disclosure.penalties.decisions"


def said(report: Report) -> Report:
    return report.with_text("problems", "一是公开不及时。二是培训不够。\n下一步改进。")


def test_corrections_are_numbered_by_what_was_published() -> None:
    assert numbered(BUREAU) is None
    first = published(BUREAU, date(2025, 1, 20))
    assert numbered(first) is None
    assert numbered(replace(first, remarks={CELL: "待核"})) is None
    changed = first.with_number(CELL, 99)
    one = numbered(changed)
    assert one is not None
    assert (one.number, one.published.at, one.made) == (1, date(2025, 1, 20), None)
    second = published(changed, date(2025, 3, 1))
    one = numbered(second)
    assert one is not None
    assert (one.number, one.published.at, one.made) == (1, date(2025, 1, 20), date(2025, 3, 1))
    two = numbered(second.with_number(CELL, 100))
    assert two is not None
    assert (two.number, two.published.at, two.made) == (2, date(2025, 3, 1), None)
    assert numbered(published(second, date(2025, 3, 2))) == replace(one, made=date(2025, 3, 2))
    assert numbered(not_published(second)) is None


def test_the_sentences_and_figures_that_print_otherwise_stand_side_by_side() -> None:
    before = said(BUREAU).with_number(CELL, None)
    assert corrected(before, before.with_number(CELL, 0)) == (), "a blank cell prints 0"
    after = said(BUREAU).with_number(CELL, 99)
    after = after.with_text("problems", "一是公开不及时。二是培训太少。\n下一步改进。\n再补一段。")
    found = corrected(before, after)
    assert [(each.before, each.after) for each in found if each.is_figure] == [("0", "99")]
    assert [(each.before, each.after) for each in found if not each.is_figure] == [
        ("二是培训不够。", "二是培训太少。"),
        ("", "再补一段。"),
    ]


def test_the_sheet_names_the_correction_and_lists_each_place_once() -> None:
    before = published(said(BUREAU), date(2025, 1, 20))
    after = before.with_number(CELL, 99).with_text("problems", "一是公开不及时。二是培训太少。\n下一步改进。")
    which = numbered(after)
    assert which is not None
    blocks = correction_sheet(after, Correction(which, before))
    title = blocks[0]
    assert isinstance(title, Title)
    assert title.lines[-1] == "更正说明（更正一）"
    figures, texts = (block.rows for block in blocks if isinstance(block, Listing))
    (row,) = figures
    assert row[2:] == (str(BUREAU.count(CELL)), "99")
    (row,) = texts
    assert row[2:] == ("二是培训不够。", "二是培训太少。")
