"""The real window, without a screen, on drafts of its own: opened, typed into, saved by closing, opened again."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import cast

from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

import resources
from gui.grid.grid import NumberGrid
from gui.program import app as application
from gui.program.log import cause
from gui.shell.window import MainWindow
from model.drafts import draft
from model.files.problems import FileProblem
from model.report.change import Place
from model.report.report import Report

FIGURE = 4321
"""The figure that is typed."""


def run(folder: Path) -> str:
    """Open the bundled report in a window, type a figure into a table, save by closing, and open it again.

    Args:
        folder: a folder for drafts and data, which is left as it is then.

    Returns:
        One line that says what was done.

    Raises:
        FileProblem: something did not come out as it should.
    """
    app = _application()
    application.dress(app)
    path = _sample(folder)
    with _no_errors(folder), _window(app, folder) as window:
        _open(window, path)
        _type(app, window)
        if not window.close_report():
            raise FileProblem(path, "窗口没有存上草稿")
        _open(window, path)
        _expect(window, path)
        window.close_report()
    return f"窗口：打开示例，在表三键入一个数据，自动保存，重新打开，数据还在（Qt {qVersion()}，{app.platformName()}）"


def _application() -> "QApplication":
    app = QApplication.instance() or QApplication([sys.argv[0], "-style", "Fusion"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    return app


def _sample(folder: Path) -> Path:
    path = folder / "窗口 草稿" / "示例.nianbao"
    path.parent.mkdir(parents=True)
    draft.save(draft.loads(resources.read_bytes("sample.nianbao")), path, datetime.now().astimezone())
    return path


@contextmanager
def _no_errors(folder: Path) -> Iterator[None]:
    """Qt swallows what its slots raise; here it is kept, and makes the self-test fail at the end."""
    raised: list[str] = []

    def keep(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        raised.append(cause(kind, trace))

    before, sys.excepthook = sys.excepthook, keep
    try:
        yield
    finally:
        sys.excepthook = before
    if raised:
        raise FileProblem(folder, f"窗口出错：{raised[0]}")


@contextmanager
def _window(app: "QApplication", folder: Path) -> "Iterator[MainWindow]":
    window = MainWindow(folder / "窗口 草稿", folder / "窗口 数据", date.today, str)
    window.resize(1280, 800)
    window.show()
    window.show_start()
    app.processEvents()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _open(window: "MainWindow", path: Path) -> None:
    if not window.open_file(path) or window.wizard is None:
        raise FileProblem(path, "窗口打不开草稿")


def _type(app: "QApplication", window: "MainWindow") -> None:
    """Type the figure with keys, as a clerk does."""
    assert window.wizard is not None
    cell_id = _cell(window.wizard.bridge.session.report)
    window.wizard.go(Place(cell_id.partition(".")[0], cell_id))
    app.processEvents()
    grids = cast("list[NumberGrid]", window.findChildren(NumberGrid))
    grid = next(grid for grid in grids if grid.table.balanced)
    keys = [(Qt.Key.Key_0.value + int(digit), digit) for digit in str(FIGURE)] + [(Qt.Key.Key_Return.value, "\r")]
    for code, text in keys:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            app.sendEvent(grid, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text))
        app.processEvents()


def _cell(report: Report) -> str:
    """The cell that is typed into: the first that must balance."""
    return report.form.balances[0].left[0]


def _expect(window: "MainWindow", path: Path) -> None:
    assert window.wizard is not None
    report = window.wizard.bridge.session.report
    found = report.count(_cell(report))
    if found != FIGURE:
        raise FileProblem(path, f"键入 {FIGURE}，重新打开却是 {found}")
