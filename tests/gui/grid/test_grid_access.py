"""The tables as a screen reader meets them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from gui.grid import access as grid_access
from model.session.zero_fill import zero_fill
from tests.forms import FORM
from tests.gui.grid.grid_tools import Desk, blank, with_numbers

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp
    desk = Desk("applications", with_numbers(blank(), received__natural_person=5))
    yield desk
    desk.close()


def _table(desk: Desk) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(desk.grid)


def _cell(desk: Desk, cell: str) -> QAccessibleInterface:
    cells = desk.grid.table.cells
    return _table(desk).child(cells.index(FORM.cells[f"applications.{cell}"]))


def _is(desk: Desk, cell: str, flag: str) -> bool:
    return bool(getattr(_cell(desk, cell).state(), flag))


def test_the_table_and_its_cells(desk: Desk) -> None:
    table = _table(desk)
    assert table.role() == QAccessible.Role.Table
    assert table.text(NAME) == "表三，三、收到和处理政府信息公开申请情况"
    assert table.childCount() == len(desk.grid.table.cells)
    names = [table.child(index).text(NAME) for index in range(table.childCount())]
    assert "本年新收 / 自然人，5" in names
    assert "上年结转 / 自然人，空" in names
    assert "本年新收 / 总计，5" in names
    assert "（一）予以公开" in names
    assert table.child(-1) is None
    assert table.child(table.childCount()) is None


def test_a_cell_knows_its_place(desk: Desk) -> None:
    cell = _cell(desk, "granted.research")
    assert cell.role() == QAccessible.Role.Cell
    assert cell.parent() is _table(desk)
    assert _table(desk).child(_table(desk).indexOfChild(cell)) is cell
    rect = cell.rect()
    assert _table(desk).childAt(rect.center().x(), rect.center().y()) is cell
    assert rect.size() == desk.grid.cell_rect("applications.granted.research").size()
    labels = {_table(desk).child(index).text(NAME): _table(desk).child(index).role() for index in range(30)}
    assert labels["自然人"] == QAccessible.Role.ColumnHeader
    assert labels["一、本年新收政府信息公开申请数量"] == QAccessible.Role.RowHeader


def test_the_current_cell_has_the_focus(desk: Desk) -> None:
    assert _table(desk).focusChild().text(NAME) == "本年新收 / 自然人，5"
    desk.press(Qt.Key.Key_Down)
    assert _table(desk).focusChild().text(NAME) == "上年结转 / 自然人，空"
    assert desk.grid.accessibleDescription() == "上年结转 / 自然人，空"
    assert _is(desk, "carried_in.natural_person", "focused")
    assert not _is(desk, "received.natural_person", "focused")
    assert not _is(desk, "received.total", "focusable")
    assert _is(desk, "received.total", "readOnly")
    desk.after.setFocus()
    assert _table(desk).focusChild() is None


def test_events_name_the_cell(desk: Desk) -> None:
    event = QAccessibleEvent(desk.grid, QAccessible.Event.Focus)
    event.setChild(desk.grid.table.cells.index(FORM.cells["applications.granted.research"]))
    assert event.accessibleInterface().text(NAME) == "予以公开 / 科研机构，空"


def test_a_finding_is_its_description(desk: Desk) -> None:
    desk.bridge.do(zero_fill(desk.bridge.session.report).edit)
    assert "不平" in _cell(desk, "received.natural_person").text(DESCRIPTION)
    assert _cell(desk, "granted.total").text(DESCRIPTION) == "自动计算，不用填写"
    assert not _cell(desk, "granted.research").text(DESCRIPTION)


def test_moving_and_typing_with_a_reader_at_work(desk: Desk) -> None:
    QAccessible.setActive(True)
    try:
        for _ in range(5):
            desk.press(Qt.Key.Key_Return)
            desk.type("3")
        grid_access.announce(desk.grid.readable, QAccessible.Event.NameChanged)
    finally:
        QAccessible.setActive(False)
    assert _table(desk).focusChild().text(NAME).endswith("，3")


def test_cells_go_with_their_table(qapp: QApplication) -> None:
    assert qapp
    for _ in range(3):
        desk = Desk("disputes")
        cell = _table(desk).child(20)
        QAccessible.uniqueId(cell)
        assert cell.isValid()
        desk.close()
        QApplication.processEvents()
