"""A dialog that reads a file, chosen or dropped on it, and says in a card what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from gui.controls.layouts import Card, Column, Row
from gui.controls.text import Severity, Text, severity_sign
from gui.dialogs.opening import Dialog
from gui.services.dropped import dropped_files

MOST = 100
"""So many things of a kind are listed."""


class FileDialog(Dialog):
    """Takes files that are dropped on it; deleted when it is closed."""

    dropped = Signal(object)
    """The list of `Path`s of files, at least one."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """Nothing in it yet.

        Args:
            name: the object's name.
            title: what the window's bar says.
            parent: the window it belongs to.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Tell what was dropped."""
        if files := dropped_files(event):
            self.dropped.emit(files)


def verdict(name: str, heading: str, words: str, severity: Severity) -> QWidget:
    """A card that says what came of a file: in a few words, and in a sentence or two."""
    colour = {"ok": "ok", "error": "error", "warning": "warn", "hint": "hint"}[severity]
    card = Card(f"{colour}_tint", f"{colour}_edge", 10)
    card.setObjectName(name)
    row, column = Row(card, (16, 12, 16, 12), 10), Column(None, 0, 2)
    column.put(Text(heading, 16, bold=True, color=colour, wrap=True), Text(words, 14, color="text2", wrap=True))
    row.addWidget(severity_sign(severity, 22), 0, Qt.AlignmentFlag.AlignTop)
    row.put(column, stretch=1)
    return card


def rest(count: int, what: str) -> list[QWidget]:
    """How many more there are than are listed, in a sentence; nothing where all are."""
    return [Text(f"另有 {count - MOST} {what}没有列出。", 14, color="text2")] if count > MOST else []
