"""A prose page in a real window, and the ways a clerk writes into it."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit, QWidget

from gui.editor.editor import ProseEdit
from gui.pages.prose.page import ProsePage
from gui.session.bridge import Bridge
from model.drafts.draft import Draft, load
from model.report.change import Change
from model.report.report import Report
from model.session.session import Session
from model.structs import replace

ROOT = Path(__file__).parents[3]
TODAY = date(2025, 1, 10)
RECEIVED = "applications.received.total"
CHIP = f"{{{{{RECEIVED}}}}}"


class Desk:
    """One text open in a window."""

    def __init__(self, text_id: str, report: Report, *, read_only: bool = False) -> None:
        self.text_id = text_id
        self.session = Session(Draft(report), TODAY, read_only)
        self.bridge = Bridge(self.session)
        self.changes: list[Change] = []
        self.window = QMainWindow()
        self.page = ProsePage(text_id, self.bridge)
        self.window.setCentralWidget(self.page)
        self.window.statusBar().addWidget(self.page.strip, 1)
        self.page.strip.show()
        self.bridge.changed.connect(self._show)
        self.window.resize(1164, 800)
        self.window.show()
        self.edit.setFocus()
        QApplication.processEvents()

    @property
    def edit(self) -> ProseEdit:
        return self.page.editor

    @property
    def text(self) -> str:
        return self.session.report.text[self.text_id]

    def put_cursor(self, point: int) -> None:
        self.edit.select((point, point))

    def commit(self, words: str) -> None:
        """What an input method does when a word is chosen."""
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(self.edit, event)

    def compose(self, words: str) -> None:
        """What an input method does while a word is being typed; empty at its end."""
        QApplication.sendEvent(self.edit, QInputMethodEvent(words, []))

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self.edit, key, held)

    def paste(self, data: QMimeData | str) -> None:
        if isinstance(data, str):
            words, data = data, QMimeData()
            data.setText(words)
        QGuiApplication.clipboard().setMimeData(data)
        self.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def find(self, name: str) -> QWidget:
        children: Any = self.window.findChildren(QWidget, name)
        (found,) = children
        assert isinstance(found, QWidget)
        return found

    def close(self) -> None:
        self.bridge.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()

    def _show(self, change: Change) -> None:
        self.changes.append(change)
        self.page.apply(change)


def seed() -> Report:
    return load(ROOT / "tests/data/seed.nianbao").report


def sample() -> Report:
    return load(ROOT / "resources/sample.nianbao").report


def with_text(report: Report, **words: Any) -> Report:
    return replace(report, text=replace(report.text, **words))


def formats(edit: QTextEdit, paragraph: int = 0) -> list[tuple[str, QTextCharFormat]]:
    """The words of a paragraph that look otherwise on the screen, and how."""
    block = edit.document().findBlockByNumber(paragraph)
    words = block.text().encode("utf-16-le")
    parts: list[Any] = list(block.layout().formats())
    spans = [(2 * part.start, 2 * (part.start + part.length), QTextCharFormat(part.format)) for part in parts]
    return [(words[start:end].decode("utf-16-le"), found) for start, end, found in spans]
