"""The strip at the foot of table three: blank cells first, green only when all is filled in and balances."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from gui.controls.text import Sign
from gui.look.theme import theme
from gui.pages.table.balance_strip import BalanceStrip
from model.drafts.draft import Draft
from model.report.report import Report
from model.session.session import Session
from tests.gui.conftest import TODAY
from tests.gui.driving import every, named, words
from tests.gui.grid.grid_tools import blank, with_numbers, zeros


@pytest.fixture
def strip(qapp: QApplication) -> BalanceStrip:
    assert qapp
    return BalanceStrip()


def _show(strip: BalanceStrip, report: Report) -> str:
    strip.show_session(Session(Draft(report), TODAY), "natural_person")
    return words(strip)


def _signs(strip: BalanceStrip) -> list[QWidget]:
    return list(every(strip, Sign))


def test_an_empty_table_is_not_balanced_but_blank(strip: BalanceStrip) -> None:
    assert _show(strip, blank()) == "还有 144 格没填；没有发生的填 0。"
    assert not _signs(strip)
    assert strip.accessibleName() == "还有 144 格没填"


def test_a_column_off_stands_behind_the_blanks(strip: BalanceStrip) -> None:
    said = _show(strip, with_numbers(blank(), received__natural_person=5))
    assert said.splitlines() == ["还有 143 格没填", "新收 5 ＋ 结转 0 ≠ 办结 0 ＋ 结转下年 0"]
    assert named(strip, QPushButton, "balance_column").text() == "自然人"
    strip.resize(600, 60)
    image = strip.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme().tokens.warn_icon.name() in seen
    assert theme().tokens.error.name() not in seen


def test_a_table_filled_in_and_balanced_is_green(strip: BalanceStrip) -> None:
    assert _show(strip, zeros()).startswith("七列都平")
    assert _signs(strip)
    assert not named(strip, QLabel, "balance_blank").isVisibleTo(strip)


def test_the_button_says_that_it_adds_to_what_is_carried_out(strip: BalanceStrip) -> None:
    _show(strip, with_numbers(zeros(), received__natural_person=2, carried_out__natural_person=1))
    assert named(strip, QPushButton, "balance_carry_out").text() == "再加 1 件结转下年"
    _show(strip, with_numbers(zeros(), received__natural_person=2))
    assert named(strip, QPushButton, "balance_carry_out").text() == "确有 2 件仍在办理"
