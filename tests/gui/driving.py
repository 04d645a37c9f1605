"""What the tests of the window share: finding things by name, pressing them, typing, waiting."""

import time
from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from gui.controls.notice import Notice
from gui.shell.window import MainWindow
from tests.tools import PATIENCE_S

Kind = TypeVar("Kind", bound=QWidget)


def settle() -> None:
    """Let the application do all that is waiting, deletions too, also what a page does part by part."""
    for _ in range(6):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def every(where: QWidget, kind: type[Kind]) -> list[Kind]:
    """The widgets of a kind that are in sight."""
    return [found for found in cast("list[Kind]", where.findChildren(kind)) if found.isVisibleTo(where)]


def words(where: QWidget) -> str:
    """All that labels say in a widget."""
    return "\n".join(label.text() for label in every(where, QLabel))


def named(where: QWidget, kind: type[Kind], name: str) -> Kind:
    """The widget of that object name."""
    found = cast("Kind | None", where.findChild(kind, name))
    assert found is not None, name
    return found


def press(where: QWidget, name: str) -> None:
    """Press a button with the mouse."""
    QTest.mouseClick(named(where, QAbstractButton, name), Qt.MouseButton.LeftButton)
    settle()


def commit(widget: QWidget, words: str) -> None:
    """Type words as an input method does."""
    widget.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def wait(until: Callable[[], bool]) -> None:
    """Let the application run until something holds."""
    end = time.monotonic() + PATIENCE_S
    while not until():
        assert time.monotonic() < end, "waited in vain"
        QTest.qWait(10)


def offer_recovery(window: MainWindow) -> None:
    """Have the window say what an earlier run left, of which there is something."""
    window.offer_recovery()
    wait(lambda: bool(every(window.start, Notice)))


def dialog(window: MainWindow) -> QDialog:
    """The dialog that is open."""
    settle()
    return next(found for found in every(window, QDialog) if found.isVisible())
