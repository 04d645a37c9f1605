"""What an edit and a key cost in table three, from the session or the key to the painted cells.

    python -m benchmarks.gui.grid

Prints medians in milliseconds and as ratios to painting one changed cell of a QTableView in the same run; ends with 1
when an edit takes more than 2 ms or a key more than 16 ms, in the table alone or in the whole window. The clock stops
when the changed cells are painted; what is shown in later iterations of the event loop, the list of findings and the
rail, is done before the next round begins, and measured by itself.
"""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

import resources
from benchmarks.limits import Ratio, costs, is_short
from benchmarks.timing import Work, medians, show
from gui.look.theme import theme
from gui.pages.table.page import NumbersPage
from gui.session.bridge import Bridge
from gui.shell.wizard import Wizard
from model.drafts import draft
from model.report.change import Place
from model.session.edits import set_number
from model.session.session import Session

ROUNDS = 200
EDIT_LIMIT, KEY_LIMIT = 2.0, 16.0
CELL = "applications.granted.natural_person"
_TURNS = 4
BASELINE = "QTableView: one changed item painted"
EDITS = "table: session edit to paint", "window: session edit to paint"
KEYS = "table: key to paint", "window: key to paint"


def main() -> int:
    """Print all measurements; 1 when a limit is exceeded."""
    app = QApplication([])
    app.setStyle("Fusion")
    theme().install()
    page, window = _page(), _wizard()
    works = {
        BASELINE: _table_view(),
        EDITS[0]: _edit(page._bridge),  # noqa: SLF001
        KEYS[0]: _key(page),
        "table: move to another cell": _move(page),
        "table: everything painted": _everything(page),
        EDITS[1]: _edit(window.bridge),
        KEYS[1]: _key(cast("NumbersPage", window._pages["applications"])),  # noqa: SLF001
        "window: session edit to findings and rail": _edit(window.bridge, window.catch_up, first=11),
    }
    times = medians(works, ROUNDS, _settle)
    show("table three in a window of 1440 × 900", times, BASELINE)
    late = any(times[name] > EDIT_LIMIT for name in EDITS) or any(times[name] > KEY_LIMIT for name in KEYS)
    return int(late)


def ratios() -> Iterator[Ratio]:
    """A digit and Return in table three of the whole window, against the same keys in a QTableView."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    theme().install()
    window = _wizard()
    page = cast("NumbersPage", window._pages["applications"])  # noqa: SLF001
    bare = _entry(_view())
    painted = _entry(page.grid, Qt.Key.Key_Up)

    def quiet() -> None:
        painted()
        _settle()

    works = {"bare": bare, "paint": painted, "quiet": quiet}
    times = costs(works, 15 if is_short() else ROUNDS, between=_settle)
    window.bridge.close()
    yield Ratio("digit and Return in table three, painted ÷ in a QTableView", times["paint"] / times["bare"], 4)
    yield Ratio("the same until the event loop is quiet ÷ painted", times["quiet"] / times["paint"], 3)


def _entry(view: QWidget, *back: Qt.Key) -> Work:
    """A digit and Return, painted; then what brings the cursor back."""
    digits = cycle((Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5))

    def work() -> None:
        for key in (next(digits), Qt.Key.Key_Return, *back):
            target = view.window().focusWidget() or view
            QTest.keyClick(target if view.isAncestorOf(target) else view, key)
            _paint()

    return work


def _view() -> QTableView:
    model = QStandardItemModel(28, 10)
    view = QTableView()
    view.setModel(model)
    _shown(view, 840, 690)
    view.setCurrentIndex(model.index(3, 0))
    return view


def _settle() -> None:
    """Let everything be shown that waits."""
    for _ in range(_TURNS):
        QApplication.processEvents()


def _paint() -> None:
    """Paint what is to be painted anew, and do nothing else that waits."""
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)


def _session() -> Session:
    return Session(draft.loads(resources.read_bytes("sample.nianbao")), date(2025, 1, 10))


def _shown(widget: QWidget, width: int, height: int) -> None:
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    QApplication.processEvents()


def _page() -> NumbersPage:
    bridge = Bridge(_session())
    page = NumbersPage("applications", bridge)
    bridge.changed.connect(page.apply)
    _shown(page, 888, 760)
    page.go(Place("applications", CELL))
    return page


def _wizard() -> Wizard:
    window = Wizard(Bridge(_session()), Path("sample.nianbao"), date(2025, 1, 10))
    _shown(window, 1440, 868)
    window.go(Place("applications", CELL))
    return window


def _edit(bridge: Bridge, then: Callable[[], None] = lambda: None, *, first: int = 1) -> Work:
    values = cycle(range(first, first + 8))

    def work() -> None:
        bridge.do(set_number(CELL, next(values)))
        then()
        _paint()

    return work


def _key(page: NumbersPage) -> Work:
    keys = cycle((Qt.Key.Key_1, Qt.Key.Key_Escape, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Up))

    def work() -> None:
        QTest.keyClick(page.grid, next(keys))
        _paint()

    return work


def _move(page: NumbersPage) -> Work:
    keys = cycle((Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up))

    def work() -> None:
        QTest.keyClick(page.grid, next(keys))
        _paint()

    return work


def _everything(page: NumbersPage) -> Work:
    def work() -> None:
        page.grid.viewport().update()
        _paint()

    return work


def _table_view() -> Work:
    model = QStandardItemModel(25, 7)
    for row in range(25):
        for column in range(7):
            model.setItem(row, column, QStandardItem("0"))
    view = QTableView()
    view.setModel(model)
    _shown(view, 840, 690)
    values = cycle(range(1, 9))

    def work() -> None:
        model.item(3, 0).setText(str(next(values)))
        _paint()

    work.view = view  # type: ignore[attr-defined]
    return work


if __name__ == "__main__":
    sys.exit(main())
