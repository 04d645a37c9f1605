"""Live fields as chips, and the clipboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget

from gui.editor.clipboard import NO_FILES, NO_IMAGES, NOTHING, STORED
from model.report.length import TEXT_LIMIT
from model.session.edits import set_number
from tests.gui.editor.prose_tools import CHIP, RECEIVED, Desk, formats, sample, seed, with_text

CONTROL = Qt.KeyboardModifier.ControlModifier
OBJECT = "\ufffc"

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset="utf-8"><style><!-- p.MsoNormal {mso-style-parent:""; font-size:16.0pt;} --></style></head>
<body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal style='text-indent:32.0pt'><b><span style='font-family:黑体'>（一）加大力度。</span></b><span
lang=EN-US>&nbsp;12&nbsp;</span><span style='color:red'>条信息<o:p></o:p></span></p>
<p class=MsoNormal>　　第二段\u200b。</p><!--EndFragment--></body></html>"""


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp
    opened = Desk("overview", with_text(seed(), overview=f"收到{CHIP}件。"))
    yield opened
    opened.close()


def test_a_known_field_is_one_character(desk: Desk) -> None:
    assert desk.edit.toPlainText() == f"收到{OBJECT}件。"
    assert desk.edit.stored == desk.text


def test_an_unknown_field_is_underlined_text(desk: Desk) -> None:
    desk.edit.selectAll()
    desk.paste("共{{no.such.cell}}件")
    assert desk.edit.toPlainText() == desk.text == "共{{no.such.cell}}件"
    assert [part for part, found in formats(desk.edit) if found.fontUnderline()] == ["{{no.such.cell}}"]


def test_typing_around_a_chip(desk: Desk) -> None:
    desk.put_cursor(2)
    desk.commit("申请")
    desk.put_cursor(4 + len(CHIP))
    QTest.keyClicks(desk.edit, "2")
    desk.commit("多")
    assert desk.text == f"收到申请{CHIP}2多件。"
    assert desk.edit.toPlainText() == f"收到申请{OBJECT}2多件。"


def test_a_chip_is_deleted_as_one_and_comes_back(desk: Desk) -> None:
    desk.put_cursor(2 + len(CHIP))
    desk.key(Qt.Key.Key_Backspace)
    assert desk.text == "收到件。"
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.text == f"收到{CHIP}件。"
    assert desk.edit.toPlainText() == f"收到{OBJECT}件。"
    assert desk.edit.selected() == (2 + len(CHIP), 2 + len(CHIP))


def test_deleting_beside_a_chip(desk: Desk) -> None:
    desk.put_cursor(2)
    desk.key(Qt.Key.Key_Backspace)
    desk.put_cursor(1 + len(CHIP))
    desk.key(Qt.Key.Key_Delete)
    assert desk.text == f"收{CHIP}。"


def test_a_field_typed_by_hand_becomes_a_chip(desk: Desk) -> None:
    desk.put_cursor(len(desk.text))
    for words in ("{{", RECEIVED, "}", "}"):
        QTest.keyClicks(desk.edit, words)
    assert desk.edit.toPlainText() == f"收到{OBJECT}件。{OBJECT}"
    desk.commit("件")
    assert desk.text == f"收到{CHIP}件。{CHIP}件"


def test_braces_before_a_chip_leave_it_one(desk: Desk) -> None:
    desk.put_cursor(2)
    QTest.keyClicks(desk.edit, "{{")
    assert OBJECT in desk.edit.toPlainText()
    assert desk.text == f"收到{{{{{{{{{CHIP}件。"


def _width(desk: Desk) -> float:
    cursor = desk.edit.textCursor()
    cursor.setPosition(2)
    left = desk.edit.cursorRect(cursor).left()
    cursor.setPosition(3)
    return desk.edit.cursorRect(cursor).left() - left


def test_a_chip_follows_its_figure(desk: Desk) -> None:
    before, picture = _width(desk), desk.edit.grab().toImage()
    desk.bridge.do(set_number("applications.received.natural_person", 123456))
    QApplication.processEvents()
    assert _width(desk) > before
    assert desk.edit.grab().toImage() != picture
    assert desk.text == f"收到{CHIP}件。"
    assert desk.page.counter.words == "10 / 1000 字"


def _base_lines(desk: Desk) -> list[float]:
    layout = desk.edit.document().firstBlock().layout()
    return [layout.lineAt(number).y() + layout.lineAt(number).ascent() for number in range(2)]


def test_a_chip_keeps_the_line_as_high_as_it_was(desk: Desk) -> None:
    desk.edit.selectAll()
    desk.commit("字" * 60)
    lines, high = _base_lines(desk), desk.edit.document().size().height()
    desk.edit.insert_field(RECEIVED)
    assert _base_lines(desk) == pytest.approx(lines)
    assert desk.edit.document().size().height() == high


def test_the_pointer_lights_a_chip_and_names_its_cell(desk: Desk) -> None:
    cursor = desk.edit.textCursor()
    cursor.setPosition(2)
    point = desk.edit.cursorRect(cursor).center()
    point.setX(point.x() + 12)
    before = desk.edit.grab().toImage()
    QTest.mouseMove(desk.edit.viewport(), point)
    QApplication.processEvents()
    assert desk.edit.grab().toImage() != before
    assert desk.edit.explanation(point) == "表三：本年新收 / 总计"


def test_copied_inside_as_a_field_outside_as_a_figure(desk: Desk) -> None:
    desk.edit.selectAll()
    desk.key(Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "收到5件。"
    assert bytes(data.data(STORED).data()).decode() == f"收到{CHIP}件。"
    assert not data.hasHtml()
    desk.put_cursor(len(desk.text))
    desk.key(Qt.Key.Key_V, CONTROL)
    assert desk.text == f"收到{CHIP}件。" * 2
    assert desk.edit.toPlainText() == f"收到{OBJECT}件。" * 2


def test_cut_and_paste_of_a_chip(desk: Desk) -> None:
    desk.edit.select((2, 2 + len(CHIP)))
    desk.key(Qt.Key.Key_X, CONTROL)
    assert desk.text == "收到件。"
    desk.put_cursor(0)
    desk.key(Qt.Key.Key_V, CONTROL)
    assert desk.text == f"{CHIP}收到件。"


def test_paste_is_one_undo(desk: Desk) -> None:
    desk.put_cursor(0)
    desk.paste("　　一段\r\n二段\u00a0{{applications.received.total}}\n")
    assert desk.text == f"一段\n二段{CHIP}收到{CHIP}件。"
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.text == f"收到{CHIP}件。"


def test_paste_from_word(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml(WORD)
    desk.edit.selectAll()
    desk.paste(data)
    assert desk.text == "（一）加大力度。12条信息\n第二段。"
    cursor = desk.edit.textCursor()
    for place in range(1, len(desk.text)):
        cursor.setPosition(place)
        assert not cursor.charFormat().properties()


def test_plain_text_wins_over_html(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml(WORD)
    data.setText("1.\t第一项\r\n")
    desk.edit.selectAll()
    desk.paste(data)
    assert desk.text == "1. 第一项"


def _image() -> QMimeData:
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    return data


def _file() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/年报.docx")])
    return data


def _invisible() -> QMimeData:
    data = QMimeData()
    data.setText("\u200b\n")
    return data


@pytest.mark.parametrize(("data", "words"), [(_image(), NO_IMAGES), (_file(), NO_FILES), (_invisible(), NOTHING)])
def test_what_is_no_text_is_refused(desk: Desk, data: QMimeData, words: str) -> None:
    said: list[str] = []
    desk.page.message.connect(said.append)
    desk.edit.insertFromMimeData(data)
    assert said == [words]
    assert desk.text == f"收到{CHIP}件。"
    assert not desk.changes


@pytest.mark.parametrize("more", [1, 1_000_000])
@pytest.mark.parametrize("before", ["", "原有的一段。"])
def test_a_paste_beyond_the_limit_is_refused_in_words_and_changes_nothing(desk: Desk, before: str, more: int) -> None:
    desk.edit.selectAll()
    desk.key(Qt.Key.Key_Delete)
    desk.commit(before)
    said: list[str] = []
    desk.page.message.connect(said.append)
    desk.paste("长" * (TEXT_LIMIT - len(before) + more))
    count = TEXT_LIMIT + more - (len(before) if more > TEXT_LIMIT else 0)
    assert said == [f"文字太长（{count} 字），一处最多 {TEXT_LIMIT} 字，没有放进来；是不是贴错了内容？"]
    assert desk.text == desk.edit.toPlainText() == before
    desk.paste("长" * (TEXT_LIMIT - len(before)))
    assert len(desk.text) == TEXT_LIMIT
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.text == before


def test_characters_nobody_sees_never_enter(desk: Desk) -> None:
    data = QMimeData()
    data.setData(STORED, "甲\u202e乙\u200b".encode())
    desk.edit.selectAll()
    desk.paste(data)
    desk.commit("丙\u2066丁")
    assert desk.text == desk.edit.toPlainText() == "甲乙丙丁"


def test_a_dropped_file_is_left_to_the_window(desk: Desk) -> None:
    assert not desk.edit.canInsertFromMimeData(_file())
    assert not desk.edit.canInsertFromMimeData(_image())


def test_dropped_text_is_cleaned(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml("<b>粗体</b>")
    point, hand = desk.edit.cursorRect().center(), (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.edit.viewport(), QDragEnterEvent(point, Qt.DropAction.CopyAction, data, *hand))
    QApplication.sendEvent(desk.edit.viewport(), QDropEvent(QPointF(point), Qt.DropAction.CopyAction, data, *hand))
    assert desk.text == f"粗体收到{CHIP}件。"


def _picker(desk: Desk) -> tuple[QLineEdit, QListWidget]:
    QTest.mouseClick(desk.find("insert_data"), Qt.MouseButton.LeftButton)
    search, cells = desk.find("cell_search"), desk.find("cell_list")
    assert isinstance(search, QLineEdit)
    assert isinstance(cells, QListWidget)
    return search, cells


def test_inserting_a_figure(desk: Desk) -> None:
    desk.put_cursor(0)
    search, cells = _picker(desk)
    assert sum(bool(cells.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(cells.count())) == 200
    search.setText("上年结转 自然人")
    shown = [cells.item(row).text() for row in range(cells.count()) if not cells.item(row).isHidden()]
    assert shown[1:] == ["上年结转政府信息公开申请数量 / 自然人"] or shown[1:] == ["上年结转 / 自然人"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert desk.text == f"{{{{applications.carried_in.natural_person}}}}收到{CHIP}件。"
    assert not search.isVisible()


def test_choosing_by_keyboard(desk: Desk) -> None:
    desk.put_cursor(0)
    search, cells = _picker(desk)
    first = cells.currentItem()
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert cells.currentItem() is not first
    while (chosen := cells.currentItem().data(Qt.ItemDataRole.UserRole)) is None:  # a ready sentence
        QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert desk.text.startswith(f"{{{{{chosen}}}}}")


def test_a_search_without_a_match(desk: Desk) -> None:
    search, cells = _picker(desk)
    search.setText("没有的格")
    assert not cells.isVisible()
    QTest.keyClick(search, Qt.Key.Key_Return)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert desk.text == f"收到{CHIP}件。"


def test_the_sample_with_all_its_chips(qapp: QApplication) -> None:
    assert qapp
    desk = Desk("overview", sample())
    assert desk.edit.toPlainText().count(OBJECT) == desk.text.count("{{") == 11
    desk.edit.moveCursor(desk.edit.textCursor().MoveOperation.End)
    desk.commit("完")
    assert desk.text == sample().text.overview + "完"
    desk.close()
