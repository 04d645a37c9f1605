"""A number page in a real window, and the ways a clerk fills it in."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from gui.grid.grid import NumberGrid
from gui.pages.table.page import NumbersPage
from gui.session.bridge import Bridge
from model.drafts.draft import Draft
from model.form.form import Value
from model.report.change import Change
from model.report.report import Agency, PastReport, Report, new_report
from model.session.session import Session
from model.structs import replace
from tests.forms import FORM

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
COLUMNS = ("natural_person", "enterprise", "research", "public_welfare", "legal_service", "other_organisation")


def blank() -> Report:
    """A report without a figure."""
    return new_report(2024, Agency("某局"))


def zeros() -> Report:
    """A report of zeros."""
    numbers: dict[str, Value | None] = dict.fromkeys(FORM.typed, 0)
    return blank().with_numbers(numbers | {"disclosure.fees.amount": None})


class Desk:
    """One table open in a window, between two other inputs."""

    def __init__(
        self,
        table_id: str,
        report: Report | None = None,
        *,
        read_only: bool = False,
        size: tuple[int, int] = (888, 828),
    ) -> None:
        self.session = Session(Draft(report or blank()), date(2025, 1, 10), read_only)
        self.bridge = Bridge(self.session)
        self.changes: list[Change] = []
        self.lines: list[str] = []
        self.window = QWidget()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.page = NumbersPage(table_id, self.bridge)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.before, self.page, self.after):
            column.addWidget(widget)
        self.bridge.changed.connect(self._show)
        self.grid.message.connect(self.lines.append)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.grid.setFocus()
        QApplication.processEvents()

    @property
    def grid(self) -> NumberGrid:
        return self.page.grid

    @property
    def current(self) -> str:
        """The current cell without its table."""
        return self.grid.current.partition(".")[2]

    def value(self, cell: str) -> Value | None:
        """The figure of a cell of this table."""
        return self.session.report.value(f"{self.grid.table.id}.{cell}")

    def values(self) -> Mapping[str, Value]:
        return self.session.report.numbers

    def go(self, cell: str) -> None:
        self.grid.navigation.go(f"{self.grid.table.id}.{cell}")

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.window.focusWidget() or self.grid, key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.grid, text)

    def commit(self, words: str, composing: str = "") -> None:
        """What an input method does when something is chosen, or while it is being composed."""
        event = QInputMethodEvent(composing, [])
        if words:
            event.setCommitString(words)
        QApplication.sendEvent(self.grid, event)

    def paste(self, text: str) -> str:
        """Paste a text; the line that says what came of it."""
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, modifiers=CONTROL)
        return self.lines[-1] if self.lines else ""

    def copy(self) -> str:
        self.press(Qt.Key.Key_C, modifiers=CONTROL)
        return QGuiApplication.clipboard().text()

    def point(self, cell: str) -> QPoint:
        return self.grid.cell_rect(f"{self.grid.table.id}.{cell}").center()

    def click(self, cell: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, modifiers, self.point(cell))

    def painted(self) -> int:
        """How many cells were painted since the last call."""
        QApplication.processEvents()
        count = self.grid.painter.painted_cells
        self.grid.painter.painted_cells = 0
        return count

    def close(self) -> None:
        self.bridge.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _show(self, change: Change) -> None:
        self.changes.append(change)
        self.page.apply(change)


OpenDesk = Callable[..., Desk]
"""Opens a desk, which the fixture `opened` closes after the test; its arguments are those of `Desk`."""


def with_numbers(report: Report, **cells: Value | None) -> Report:
    """The report with some cells of table three set, written row__column."""
    return report.with_numbers({f"applications.{name.replace('__', '.')}": value for name, value in cells.items()})


def with_last_year(report: Report, numbers: Mapping[str, Value]) -> Report:
    """The report with last year's figures."""
    return replace(report, last_year=PastReport(FORM, 2023, numbers))
