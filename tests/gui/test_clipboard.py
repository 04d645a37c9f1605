"""Where nothing was copied yet, every way to paste says so, and nothing else happens."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from gui.editor.menu import edit_menu
from gui.shell.window import MainWindow
from model.report.change import Place
from model.report.report import Report
from tests.gui.driving import named, settle, words
from tests.gui.test_saving import notices, opened


def _by_the_menu(window: MainWindow) -> None:
    assert window.wizard is not None
    edit = named(window, QTextEdit, "prose_overview")
    (paste,) = [action for action in edit_menu(edit, window.wizard.bridge).actions() if "粘贴" in action.text()]
    assert not paste.isEnabled()


def _by_keys(window: MainWindow) -> None:
    QTest.keyClick(named(window, QTextEdit, "prose_overview"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _into_a_table(window: MainWindow) -> None:
    assert window.wizard is not None
    window.wizard.go(Place("applications", "applications.received.natural_person"))
    QTest.keyClick(named(window, QWidget, "grid_applications"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "剪贴板里没有可以粘贴的文字" in words(window)


@pytest.mark.parametrize("paste", [_by_the_menu, _by_keys, _into_a_table])
def test_an_empty_clipboard_changes_nothing(
    window: MainWindow, seed: Report, paste: Callable[[MainWindow], None]
) -> None:
    wizard = opened(window, seed)
    wizard.go(Place("overview"))
    QApplication.clipboard().clear()
    paste(window)
    assert wizard.bridge.session.report == seed


def test_an_empty_clipboard_is_no_report(window: MainWindow) -> None:
    QApplication.clipboard().clear()
    window.importing.paste()
    assert "剪贴板里没有可以读的报告" in notices(window)
