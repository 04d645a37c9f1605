"""A real application without a screen, in which every message of Qt's own is a failure."""

import os
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gui.look.theme import theme
from gui.services.preload import modules_of, rooms
from gui.shell.window import MainWindow
from model.drafts.draft import load
from model.language import patterns
from model.report.report import Report
from tests.gui.grid.grid_tools import Desk, OpenDesk

_NO_SCREEN = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
)
"""What the screenless platform says of itself."""


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The one application, after its first second: Fusion, with the theme, everything imported.

    It leaves nothing on the clipboard that Qt would free too late.
    """
    for module in modules_of(rooms()):
        import_module(module)
    patterns.every()
    app = QApplication.instance() or QApplication(["nianbao"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    theme().install()
    yield app
    app.clipboard().clear()


@pytest.fixture(autouse=True)
def no_qt_messages() -> Iterator[None]:
    """Fail a test in which Qt prints a warning."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and message not in _NO_SCREEN:
            said.append(message or "")

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    assert not said, said


@pytest.fixture(autouse=True)
def _as_at_first(qapp: QApplication) -> Iterator[None]:
    """Every test begins and ends light and at 100 %."""
    yield
    theme().set_zoom(100)
    theme().set_appearance("system")
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


TODAY = date(2025, 1, 9)
SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"


@pytest.fixture
def seed() -> Report:
    """A complete, correct report."""
    return load(SEED).report


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on an empty machine, in sight."""
    theme().set_zoom(100)
    shown = MainWindow(tmp_path / "文档" / "年报助手", tmp_path / "data", lambda: TODAY, lambda: "0")
    shown.resize(1440, 868)
    shown.show_start()
    shown.show()
    yield shown
    shown.opening.leave_anyway = True
    shown.close()
    shown.deleteLater()
    qapp.processEvents()


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[OpenDesk]:
    """Opens tables, by default the third and blank, of which nothing is painted yet as counted."""
    assert qapp
    desks: list[Desk] = []

    def open_desk(table_id: str = "applications", report: Report | None = None, **look: Any) -> Desk:
        desks.append(Desk(table_id, report, **look))
        desks[-1].painted()
        return desks[-1]

    yield open_desk
    for desk in desks:
        desk.close()
