"""How a text's page looks: at once in the theme that is chosen, and whole in a narrow window and at a large zoom."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.controls.buttons import Button
from gui.editor.view import ProseView
from gui.look.theme import Appearance, theme
from gui.shell.window import MainWindow
from model.report.change import Place
from model.report.report import PastReport, Report, Texts
from model.structs import replace
from tests.forms import FORM
from tests.gui.driving import every, named, press, settle
from tests.gui.editor.prose_tools import CHIP, Desk, seed, with_text
from tests.gui.editor.test_prose_page import beside
from tests.gui.test_window import opened

SAME = "认真贯彻决策部署的各项要求。"
TOOLS = ("insert_data", "insert_heading", "compare_last_year")


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp
    made = Desk("overview", beside(SAME, f"{SAME}{CHIP}件"))
    yield made
    made.close()


def _at(view: QWidget, place: QPoint) -> QColor:
    settle()
    return view.grab().toImage().pixelColor(place)


def _seen(view: ProseView) -> set[str]:
    settle()
    image = view.viewport().grab(QRect(0, 0, view.viewport().width(), 120)).toImage()
    return {image.pixelColor(x, y).name() for y in range(image.height()) for x in range(image.width())}


def _past(desk: Desk) -> ProseView:
    view = desk.find("last_year_text")
    assert isinstance(view, ProseView)
    return view


def test_both_texts_follow_the_theme_at_once(desk: Desk) -> None:
    views = [(desk.edit, "surface"), (_past(desk), "panel")]
    appearances: tuple[Appearance, ...] = ("light", "dark", "light", "dark")
    for appearance in appearances:
        theme().set_appearance(appearance)
        tokens = theme().tokens
        for view, ground in views:
            assert _at(view.viewport(), QPoint(3, 3)) == getattr(tokens, ground)
            assert {tokens.text.name(), tokens.same.name(), getattr(tokens, ground).name()} <= _seen(view)
        assert tokens.tint.name() in _seen(desk.edit)


def test_a_page_out_of_sight_follows_the_theme_too(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    for page in ("overview", "problems"):
        wizard.go(Place(page))
    theme().set_appearance("dark")
    wizard.go(Place("overview"))
    edit = named(wizard, ProseView, "prose_overview")
    assert _at(edit.viewport(), QPoint(3, 3)) == theme().tokens.surface


def _explained(desk: Desk, paragraphs: int) -> tuple[QWidget, QLabel]:
    finding = next(found for found in desk.session.findings if found.section == "overview" and found.span)
    desk.page.go(Place("overview", span=finding.span))
    labels: Any = desk.edit.popover.findChildren(QLabel)
    (message,) = [label for label in labels if label.text() == finding.message]
    assert paragraphs + 1 == desk.edit.document().blockCount()
    return desk.edit.popover, message


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("paragraphs", [0, 40])
def test_an_explanation_is_as_high_as_its_words_from_the_first(qapp: QApplication, zoom: int, paragraphs: int) -> None:
    assert qapp
    theme().set_zoom(zoom)
    desk = Desk("overview", with_text(seed(), overview="其余。\n" * paragraphs + "收到信息公开处理费。"))
    card, message = _explained(desk, paragraphs)
    at_first, place = card.size(), card.geometry()
    needed = message.heightForWidth(message.width())
    assert needed <= message.height() <= needed + theme().px(4)
    assert desk.edit.rect().contains(place)
    settle()
    assert card.size() == at_first
    foot = named(card, QWidget, "popover_dismiss").geometry().bottom()
    assert card.height() - foot <= theme().px(16)
    desk.close()


def test_an_explanation_above_its_words_stays_there_when_it_grows(qapp: QApplication) -> None:
    assert qapp
    desk = Desk("overview", with_text(seed(), overview="其余。\n" * 40 + "收到信息公开处理费。"))
    desk.window.resize(desk.window.width(), 360)
    settle()
    card, _ = _explained(desk, 40)
    settle()
    assert card.isVisible()
    words = desk.edit.cursorRect().translated(desk.edit.viewport().pos())
    foot = card.geometry().bottom()
    press(card, "popover_dismiss")
    assert card.geometry().bottom() == foot < words.top()
    reason = named(card, QWidget, "popover_reason").geometry()
    assert card.rect().contains(reason)
    assert card.height() - reason.bottom() <= theme().px(16)
    desk.close()


def test_the_list_of_cells_has_no_clear_corners(desk: Desk) -> None:
    press(desk.page, "insert_data")
    picker = desk.find("cell_picker")
    assert not picker.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    image = picker.grab().toImage()
    ends = [image.pixelColor(x, y) for x in (0, picker.width() - 1) for y in (0, picker.height() - 1)]
    assert all(end.alpha() == 255 and end.lightness() >= theme().tokens.grid.lightness() for end in ends)
    picker.hide()


def _resize(desk: Desk, width: int) -> None:
    desk.page.strip.hide()
    desk.window.resize(width, 700)
    settle()
    assert desk.page.width() == width


def _whole(label: QLabel) -> bool:
    return label.wordWrap() or label.contentsRect().width() >= label.fontMetrics().horizontalAdvance(label.text())


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("width", [520, 700, 860, 1000, 1300, 1800])
def test_tools_are_whole_at_every_width(desk: Desk, zoom: int, width: int) -> None:
    theme().set_zoom(zoom)
    _resize(desk, width if zoom == 100 else max(width, 700))
    for name in TOOLS:
        tool = named(desk.page, Button, name)
        assert tool.width() >= tool.sizeHint().width()
        assert tool.mapTo(desk.page, QPoint(tool.width(), 0)).x() <= desk.page.width()
        assert tool.accessibleName() == tool.text()
        assert tool.toolTip() == (tool.text() if tool.width() == tool.height() else "")


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("width", [700, 800, 860, 900, 1000, 1164, 1800])
def test_last_year_is_never_cut_however_narrow_it_is_opened(desk: Desk, zoom: int, width: int) -> None:
    theme().set_zoom(zoom)
    _resize(desk, width)
    pane = desk.page.last_year
    assert pane is not None
    if pane.folded:
        press(desk.page, "compare_last_year")
    labels = every(pane, QLabel)
    assert any(label.text().endswith("100%") for label in labels)
    for label in labels:
        assert _whole(label), label.text()
        assert pane.rect().contains(QRect(label.mapTo(pane, QPoint(0, 0)), label.size()))


def _line(desk: Desk) -> float:
    margins = desk.edit.document().rootFrame().frameFormat()
    width = desk.edit.viewport().width() - margins.leftMargin() - margins.rightMargin()
    return width / desk.edit.document().defaultFont().pixelSize()


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_last_year_leaves_this_years_lines_thirty_characters(desk: Desk, zoom: int) -> None:
    theme().set_zoom(zoom)
    pane, seen = desk.page.last_year, set()
    assert pane is not None
    for width in range(700, 2400, 100):
        _resize(desk, width)
        seen.add(pane.folded)
        assert pane.folded or _line(desk) >= 29.9
        assert desk.find("compare_last_year").property("checked") is not pane.folded
    assert seen == {True, False}


def _folded_at(desk: Desk, width: int) -> bool:
    _resize(desk, width)
    return desk.page.last_year is not None and desk.page.last_year.folded


def test_what_the_clerk_has_folded_or_opened_stays(desk: Desk) -> None:
    assert _folded_at(desk, 700)
    press(desk.page, "unfold_last_year")
    assert not _folded_at(desk, 720)
    assert not _folded_at(desk, 1300)
    assert _folded_at(desk, 700)
    assert not _folded_at(desk, 1300)
    press(desk.page, "fold_last_year")
    assert _folded_at(desk, 700)
    assert _folded_at(desk, 1300)


def test_what_is_the_same_is_marked_only_beside_last_year(desk: Desk) -> None:
    _resize(desk, 700)
    assert theme().tokens.same.name() not in _seen(desk.edit)
    _resize(desk, 1300)
    assert theme().tokens.same.name() in _seen(desk.edit)


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_text_fits_a_small_window(window: MainWindow, seed: Report, zoom: int) -> None:
    past = PastReport(FORM, 2023, text=Texts(problems=SAME))
    wizard = opened(window, replace(seed, last_year=past))
    wizard.go(Place("problems"))
    theme().set_zoom(zoom)
    window.resize(1024, 700)
    settle()
    page = named(wizard, QWidget, "page_problems")
    shown = QRect(page.mapTo(window, QPoint(0, 0)), page.size())
    assert window.rect().contains(shown)
    for name in TOOLS:
        tool = named(page, Button, name)
        assert page.rect().contains(QRect(tool.mapTo(page, QPoint(0, 0)), tool.size()))
