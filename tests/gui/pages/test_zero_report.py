"""From last year's file to this year's zero report as Word, by what a clerk really presses, counted."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from export.content import blocks
from export.exporters import REPORT, export
from export.identity import Version
from export.word import readback
from export.writer import Content
from gui.pages.review.page import ReviewPage
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts.draft import load
from model.report.report import Report
from model.structs import replace
from tests.forms import FORM
from tests.gui.driving import named, settle, wait

MOST = 6
"""What it takes: drop, accept, the last page, 0, last year's words, export."""


class Hand:
    """A clerk's hand: everything it does is counted."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.done = window, list[str]()

    def drop(self, file: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        keys = Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys)
        self.window.dropEvent(event)
        self.done.append("drop")

    def click(self, name: str) -> None:
        button = named(self.window, QAbstractButton, name)
        wait(lambda: button.isVisible() and button.isEnabled())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()
        self.done.append(f"click {name}")

    def press(self, key: Qt.Key) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        settle()
        self.done.append(f"key {key.name}")


@pytest.fixture
def last_year(seed: Report, tmp_path: Path) -> Path:
    """Last year's report as a Word file that says nothing of where it came from, with one application left over."""
    report = replace(seed, year=2023, title=None, text=replace(seed.text, **_of_2023(seed)))
    path = tmp_path / "2023年政府信息公开年报（报送稿）.docx"
    export(REPORT, report, path, replace=True)
    return path


def _of_2023(seed: Report) -> dict[str, Any]:
    return {
        name: seed.text[name].replace("2024", "2023") for name in ("preamble", "overview", "problems", "other_matters")
    }


def test_a_zero_report_takes_a_drop_and_five_presses(window: MainWindow, last_year: Path) -> None:
    hand = Hand(window)
    hand.drop(last_year)
    wait(lambda: isinstance(window.importing.page, ReviewPage))
    page = window.importing.page
    assert isinstance(page, ReviewPage)
    assert not page.cards, [card.question.first for card in page.cards]
    wait(lambda: window.focusWidget() is page.primary)
    hand.press(Qt.Key.Key_Return)
    wait(lambda: isinstance(window.wizard, Wizard))
    assert window.wizard is not None
    hand.click("rail_finish")
    hand.click("confirm_zero")
    wait(lambda: window.findChild(QWidget, "take_texts") is not None)
    hand.click("take_texts")
    hand.click("export_docx")
    folder = window.library.folder
    wait(lambda: bool(list(folder.glob("*.docx"))))
    report = window.wizard.bridge.session.report
    print("\n".join(hand.done))
    assert len(hand.done) <= MOST

    (word,) = folder.glob("*.docx")
    said = readback.read(word.read_bytes()).identity
    assert said is not None
    saved = Version(int(said.revision), datetime.fromisoformat(said.modified), load(window.wizard.path).id)
    assert readback.verify(word.read_bytes(), Content(report, blocks(report), version=saved)).numbers == 200
    assert report.year == 2024
    assert not report.blanks
    assert all(report.difference(balance) == 0 for balance in FORM.balances)
    assert "2023" not in report.text.overview
    assert report.last_year is not None
    in_force = "disclosure.normative_documents.in_force"
    assert report.value(in_force) == report.last_year.numbers[in_force]
