"""Selecting, copying and pasting blocks; the mouse and the menu."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip

from tests.forms import FORM
from tests.gui.driving import every, press, words
from tests.gui.grid.grid_tools import COLUMNS, CONTROL, SHIFT, OpenDesk, blank, with_numbers, zeros

KEY = Qt.Key


def test_a_block_from_excel_is_one_undo(opened: OpenDesk) -> None:
    desk = opened()
    line = desk.paste("5\t1,234\t\r\n０\t2\t/\r\n")
    assert [desk.value(f"received.{column}") for column in COLUMNS[:3]] == [5, 1234, None]
    assert [desk.value(f"carried_in.{column}") for column in COLUMNS[:3]] == [0, 2, None]
    assert line == "已粘贴 4 格；1 个空白没有改动原数；没有采用 1 项：“/”不是数字，没有发生请填 0。"
    desk.bridge.undo()
    assert not desk.values()
    assert not desk.session.can_undo


def test_a_whole_table_with_its_totals(opened: OpenDesk) -> None:
    desk = opened()
    rows = [[str(index)] * 6 + [str(index * 6)] for index in range(25)]
    rows[23] = [str(sum(range(2, 23)))] * 6 + ["1512"]
    line = desk.paste("\n".join("\t".join(row) for row in rows))
    assert line == "已粘贴 144 格；跳过 31 个自动计算的格。"
    assert desk.value("concluded.total") == 1512
    assert desk.value("carried_out.other_organisation") == 24


def test_pasted_totals_that_differ_are_said(opened: OpenDesk) -> None:
    desk = opened()
    line = desk.paste("1\t1\t1\t1\t1\t1\t7")
    assert line == "已粘贴 6 格；跳过 1 个自动计算的格；有 1 个总计与粘贴的不同，请核对。"


def test_what_falls_outside_is_refused(opened: OpenDesk) -> None:
    desk = opened()
    desk.go("carried_out.other_organisation")
    line = desk.paste("1\t2\t3\n4\t5\n")
    assert desk.value("carried_out.other_organisation") == 1
    assert "跳过 1 个自动计算的格" in line
    assert "没有采用 3 项：超出表格范围" in line


def test_a_paste_into_what_is_being_typed(opened: OpenDesk) -> None:
    desk = opened()
    desk.type("1")
    desk.paste("23")
    assert desk.value("received.natural_person") == 123
    desk.paste("7\t8\n")
    assert desk.value("received.natural_person") == 7
    assert desk.value("received.enterprise") == 8
    assert desk.grid.entry.edit is None


def test_an_empty_clipboard_is_said(opened: OpenDesk) -> None:
    desk = opened()
    assert "没有可以粘贴" in desk.paste("")


def test_copying_gives_a_block_with_the_totals(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=5, carried_in__enterprise=1))
    desk.press(KEY.Key_A, modifiers=CONTROL)
    rows = [line.split("\t") for line in desk.copy().splitlines()]
    assert len(rows) == 25
    assert rows[0] == ["5", "", "", "", "", "", "5"]
    assert rows[1] == ["", "1", "", "", "", "", "1"]
    assert rows[23] == ["0"] * 7


def test_what_was_copied_can_be_pasted(opened: OpenDesk) -> None:
    numbers = {cell_id: index for index, cell_id in enumerate(FORM.typed)} | {"disclosure.fees.amount": Decimal("1.50")}
    for table_id in ("disclosure", "applications", "disputes"):
        source, target = opened(table_id, blank().with_numbers(numbers)), opened(table_id)
        source.press(KEY.Key_A, modifiers=CONTROL)
        text = source.copy()
        line = target.paste(text)
        assert "没有采用" not in line
        own = {cell_id: str(value) for cell_id, value in numbers.items() if cell_id.startswith(f"{table_id}.")}
        assert {cell_id: str(value) for cell_id, value in target.values().items()} == own


def test_shift_and_arrows_select_totals_too(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    desk.go("other_misc.legal_service")
    desk.press(KEY.Key_Right, KEY.Key_Right, KEY.Key_Down, modifiers=SHIFT)
    assert desk.copy() == "0\t0\t0\n0\t0\t0\n"
    desk.press(KEY.Key_Left, modifiers=SHIFT)
    desk.press(KEY.Key_Delete)
    assert [desk.value(f"other_misc.{column}") for column in COLUMNS[4:]] == [None, None]
    assert desk.value("other_misc.public_welfare") == 0
    desk.bridge.undo()
    assert desk.value("other_misc.legal_service") == 0


def test_cutting(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=5))
    desk.press(KEY.Key_X, modifiers=CONTROL)
    assert desk.value("received.natural_person") is None
    assert desk.paste("\n").startswith("没有粘贴任何数字")


def test_dragging_selects(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    view = desk.grid.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=desk.point("granted.natural_person"))
    QTest.mouseMove(view, desk.point("partly_granted.enterprise"))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=desk.point("partly_granted.enterprise"))
    assert desk.current == "granted.natural_person"
    assert desk.copy() == "0\t0\n0\t0\n"
    desk.type("4")
    assert desk.value("granted.natural_person") == 4
    assert desk.copy() == "4"


def test_dragging_over_the_edge_scrolls_along(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    view, start = desk.grid.viewport(), desk.point("refused_by_law.natural_person")
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(40):
        QTest.mouseMove(view, QPoint(start.x() + step % 2, view.height() + 30))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert desk.copy().count("0\n") == 20
    assert desk.current == "refused_by_law.natural_person"


def test_clicks(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    desk.click("granted.research")
    assert desk.current == "granted.research"
    desk.type("3")
    desk.click("granted.enterprise")
    assert desk.value("granted.research") == 3
    desk.click("granted.total")
    assert desk.current == "granted.enterprise"
    assert desk.copy() == "3\n"
    desk.click("granted.enterprise")
    desk.click("carried_in.natural_person", SHIFT)
    assert desk.copy() == "0\t0\n0\t0\n"
    QTest.mouseDClick(desk.grid.viewport(), Qt.MouseButton.LeftButton, pos=desk.point("granted.enterprise"))
    desk.type("2")
    assert desk.value("granted.enterprise") == 2


def test_a_label_selects_what_it_names(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    view, bands = desk.grid.viewport(), desk.grid.sheet.bands
    row = next(cell for cell in desk.grid.table.cells if cell.label == "（一）予以公开")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=bands.visible(row).center())
    assert desk.copy() == "\t".join("0000000") + "\n"
    column = next(cell for cell in desk.grid.table.cells if cell.label == "科研机构")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=bands.visible(column).center())
    assert desk.copy() == "0\n" * 25
    assert desk.current == "received.research"


def test_the_menu(opened: OpenDesk) -> None:
    desk = opened()
    desk.click("granted.natural_person")
    desk.press(KEY.Key_Right, modifiers=SHIFT)
    menu = desk.grid.menu()
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words == ["复制", "粘贴", "清除", "选中的空格填 0", "", "这一格填什么？", "备注…"]
    menu.actions()[3].trigger()
    assert desk.values() == {"applications.granted.natural_person": 0, "applications.granted.enterprise": 0}
    desk.press(KEY.Key_Left)
    assert desk.grid.menu().actions()[3].text() == "全部填 0"
    assert "填了 2 格 0" in desk.lines[-1]


def test_the_menu_opens_on_the_cell_that_was_asked(opened: OpenDesk) -> None:
    desk = opened()
    at = desk.point("granted.research")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, desk.grid.viewport().mapToGlobal(at))
    QApplication.sendEvent(desk.grid.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert desk.current == "granted.research"
    menu.close()


def test_a_tooltip_gives_the_reason(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(zeros(), received__natural_person=5))
    texts = []
    for cell in ("received.natural_person", "received.total", "granted.natural_person"):
        at = desk.point(cell)
        QApplication.sendEvent(desk.grid.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, QPoint(at)))
        texts.append(QToolTip.text())
    QToolTip.hideText()
    assert "自然人" in texts[0]
    assert "不平" in texts[0]
    assert texts[1] == "自动计算，不用填写"


LABELLED = (
    "一、本年新收政府信息公开申请数量\t6\t1\t0\t0\t0\t0\t7\n二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2\n"
)


@pytest.mark.parametrize("answer", ["paste_agree", "paste_cancel"])
def test_a_block_whose_labels_and_place_disagree_is_shown_before_it_is_pasted(opened: OpenDesk, answer: str) -> None:
    desk = opened(report=with_numbers(blank(), carried_in__natural_person=5))
    desk.go("received.natural_person")
    desk.paste(LABELLED)
    shown = next(found for found in every(desk.window, QDialog))
    said = words(shown)
    assert "自然人 6，商业企业 1" in said
    assert "自然人 2（原为 5）" in said
    assert "其中 1 格换掉原数" in said
    assert desk.value("received.natural_person") is None
    press(shown, answer)
    agreed = answer == "paste_agree"
    assert desk.value("received.natural_person") == (6 if agreed else None)
    assert desk.value("received.enterprise") == (1 if agreed else None)
    assert desk.value("carried_in.natural_person") == (2 if agreed else 5)
    assert any("已按行名粘贴 12 格" in line for line in desk.lines) is agreed
