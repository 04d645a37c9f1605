"""检查与导出: what is left to do, the pages, the export in its thread, and what comes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from export.content import blocks
from export.exporters import REPORT, FileFormat, register
from gui.controls.buttons import Button
from gui.controls.layouts import Scroll
from gui.look.theme import theme
from gui.paper import pages as paper
from gui.paper.preview import PagePreview
from gui.paper.table import TableSlice
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.report.report import Report
from model.session.answers import dismissed
from model.session.edits import set_agency, set_number, set_text, set_year
from model.structs import replace
from tests.gui.driving import dialog, every, named, press, settle, wait, words
from tests.gui.test_window import OFF, opened
from tests.test_exporters import WORDS


def finish(window: MainWindow, report: Report) -> Wizard:
    wizard = opened(window, report)
    wizard.show_page("finish")
    settle()
    return wizard


def export(wizard: Wizard) -> Path:
    press(wizard, "export_docx")
    result = named(wizard, QWidget, "export_result")
    wait(result.isVisible)
    return wizard.path.with_suffix(".docx")


def test_exports_and_says_what_was_compared(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    assert "没有错误，可以导出" in words(wizard)
    assert export(wizard).exists()
    assert named(wizard, QLabel, "export_verdict").text() == "200 个数据、6 个部分逐一核对一致"


def test_each_kind_that_was_handed_over_says_when_and_whether_it_is_still_the_report(
    window: MainWindow, seed: Report
) -> None:
    wizard = finish(window, seed)
    card = named(wizard, QWidget, "handed_over")
    export(wizard)
    assert not card.isVisible()
    wizard.bridge.do(set_agency(name="青禾市民政局"))
    press(wizard, "export_html")
    wait(lambda: "更早导出的文件" in words(card))
    assert card.isVisible()
    assert "Word：之后内容改过" in words(card)
    assert "网页" not in words(card)
    wizard.bridge.undo()
    wait(lambda: "Word：内容与现在的一致" in words(card))


def test_every_earlier_export_is_told_as_its_file_is_now(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    files = [wizard.path.with_suffix(suffix) for suffix in (".docx", ".html", ".xlsx", ".pdf")]
    for path in files:
        press(wizard, f"export_{path.suffix[1:]}")
        if path.suffix == ".pdf":
            press(dialog(window), "answer_write")
        wait(lambda: path.exists() and named(wizard, Button, "export_docx").isEnabled())  # noqa: B023 - waited for
    card = named(wizard, QWidget, "handed_over")
    wait(lambda: words(card).count("内容与现在的一致") == 3)
    files[1].write_bytes(b"x" * files[1].stat().st_size)
    files[2].unlink()
    come_to_front(window)
    wait(lambda: "网页：那个文件后来改过" in words(card) and "Excel：文件不在原处了" in words(card))
    assert "Word：内容与现在的一致" in words(card)
    files[0].unlink()
    files[0].mkdir()
    wizard.show_page("overview")
    wizard.show_page("finish")
    wait(lambda: "Word：那个文件现在读不了" in words(card))
    assert named(wizard, Button, "export_docx").kind == "primary"
    assert window.open_file(wizard.path)
    again = window.wizard
    assert again is not None
    again.show_page("finish")
    wait(lambda: "Excel：文件不在原处了" in words(named(again, QWidget, "handed_over")))
    assert "内容与现在的一致" not in words(named(again, QWidget, "handed_over"))


def come_to_front(window: MainWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def test_a_word_file_that_says_something_else_does_not_hide_behind_another_kind_written_since(
    window: MainWindow, seed: Report
) -> None:
    wizard = finish(window, seed)
    button = named(wizard, Button, "export_docx")
    press(wizard, "export_html")
    wait(named(wizard, QWidget, "export_result").isVisible)
    assert (button.kind, button.text()) == ("primary", "导出 Word")
    export(wizard)
    wait(lambda: (button.kind, button.text()) == ("tonal", "重新导出 Word"))
    wizard.bridge.do(set_number(seed.form.typed[0], 7))
    press(wizard, "export_html")
    wait(lambda: "已导出，并读回核对" in words(named(wizard, QWidget, "export_result")))
    wait(lambda: "Word：之后内容改过" in words(named(wizard, QWidget, "handed_over")))
    assert (button.kind, button.text()) == ("primary", "重新导出 Word")


def test_an_export_is_named_after_the_agency_and_the_year_of_now(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    wizard.bridge.do(set_agency(name="青禾市民政局"))
    wizard.bridge.do(set_year(2023))
    assert not export(wizard).exists()
    assert (wizard.path.parent / "青禾市民政局2023年度报告.docx").exists()


def test_every_registered_kind_of_file_has_its_button(window: MainWindow, seed: Report, words_too: FileFormat) -> None:
    wizard = finish(window, seed)
    usual, other = named(wizard, Button, "export_docx"), named(wizard, Button, f"export_{words_too.id}")
    assert (usual.kind, usual.text()) == ("primary", f"导出 {REPORT.formats[0].name}")
    assert (other.kind, other.text(), other.accessibleName()) == ("secondary", words_too.name, f"导出 {words_too.name}")
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Space)
    wait(named(wizard, QWidget, "export_result").isVisible)
    assert wizard.path.with_suffix(words_too.suffix).exists()
    assert not wizard.path.with_suffix(".docx").exists()


@pytest.fixture
def words_too() -> Iterator[FileFormat]:
    """One more kind of file, registered as an engineer would."""
    register(REPORT, WORDS)
    yield WORDS
    REPORT.formats.remove(WORDS)


@pytest.mark.parametrize(("zoom", "scrolls"), [(100, False), (150, True)])
def test_what_is_done_last_leaves_the_list_its_room(window: MainWindow, seed: Report, zoom: int, scrolls: bool) -> None:
    theme().set_zoom(zoom)
    wizard = finish(window, seed)
    export(wizard)
    press(wizard, "sheet_html")
    wait(named(wizard, QWidget, "open_sheet").isVisible)
    settle()
    to_do, again = named(wizard, QWidget, "to_do"), named(wizard, Button, "export_docx")
    area = next(found for found in every(wizard, Scroll) if found.isAncestorOf(to_do))
    assert area.isAncestorOf(named(wizard, QWidget, "sheet_panel")) is scrolls
    assert not area.isAncestorOf(again)
    assert again.visibleRegion().boundingRect() == again.rect()
    assert area.height() > area.parentWidget().height() * 0.6  # type: ignore[union-attr]
    opening = named(wizard, QWidget, "open_sheet")
    assert not opening.visibleRegion().isEmpty()


def test_a_cure_by_keys_leaves_the_keyboard_in_the_list(window: MainWindow, seed: Report) -> None:
    window.activateWindow()
    wizard = finish(window, seed.with_text("overview", "截止2024年底，按排了工作。"))
    to_do = named(wizard, QWidget, "to_do")
    before = [button.objectName() for button in cures(to_do)]
    assert len(before) > 1
    for _ in before:
        first = cures(to_do)[0]
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Space)
        wait(lambda: first not in cures(to_do))  # noqa: B023 - waited for at once
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert to_do.isAncestorOf(focused)
    assert not cures(to_do)


def cures(to_do: QWidget) -> list[Button]:
    return [button for button in every(to_do, Button) if button.objectName().startswith("cure_")]


def test_zeros_by_keys_leave_the_keyboard_in_the_page(window: MainWindow, seed: Report) -> None:
    window.activateWindow()
    wizard = finish(window, seed.with_number(OFF, None))
    zero = named(wizard, Button, "confirm_zero")
    zero.setFocus()
    QTest.keyClick(zero, Qt.Key.Key_Space)
    wait(lambda: not wizard.bridge.session.report.blanks and wizard.findChild(QWidget, "blank_cells") is None)
    settle()
    focused, page = QApplication.focusWidget(), named(wizard, QWidget, "page_finish")
    assert focused is not None
    assert focused is page or page.isAncestorOf(focused)


def test_an_edit_after_the_export_asks_for_another_one(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    export(wizard)
    heading, again = named(wizard, QLabel, "export_heading"), named(wizard, Button, "export_docx")
    opening = named(wizard, Button, "open_file")
    assert (heading.text(), opening.kind) == ("已导出，并读回核对", "primary")
    wizard.show_page("applications")
    wizard.bridge.do(set_number(OFF, 2))
    wizard.show_page("finish")
    settle()
    assert heading.text() == "导出后又改过，请重新导出"
    assert "核对一致" not in words(named(wizard, QWidget, "export_result"))
    assert (opening.kind, again.kind, again.text()) == ("secondary", "primary", "重新导出 Word")
    wizard.bridge.undo()
    settle()
    assert (heading.text(), opening.kind, again.kind) == ("已导出，并读回核对", "primary", "tonal")


def test_an_answer_to_a_warning_does_not_make_the_export_old(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    export(wizard)
    finding = next(found for found in wizard.bridge.session.findings if found.severity == "warning")
    wizard.bridge.do(dismissed([finding], "已核对"))
    settle()
    assert named(wizard, QLabel, "export_heading").text() == "已导出，并读回核对"


def test_a_click_on_a_page_enlarges_it_and_the_next_goes_back(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    preview = named(wizard, PagePreview, "page_preview")
    wait(lambda: preview.verticalScrollBar().maximum() > 0)
    small = preview.shown_at(0)
    for width in (preview.viewport().width() - 60, small.width() + 2):
        QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=preview.shown_at(0).center())
        settle()
        assert abs(preview.shown_at(0).width() - width) < 60
    assert named(wizard, Button, "enlarge_page").text() == "放大"


def test_open_errors_are_named_once_and_do_not_stop_it(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed.with_number(OFF, 2))
    assert "还有 1 个错误要改" in words(wizard)
    assert export(wizard).exists()
    assert "还有 1 个错误没改" in named(wizard, QLabel, "export_line").text()


def test_asks_before_it_replaces_a_file(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    there = wizard.path.with_suffix(".docx")
    there.write_bytes(b"mine")
    press(wizard, "export_docx")
    press(dialog(window), "answer_cancel")
    assert there.read_bytes() == b"mine"
    press(wizard, "export_docx")
    press(dialog(window), "answer_replace")
    wait(named(wizard, QWidget, "export_result").isVisible)
    assert there.read_bytes()[:2] == b"PK"


def test_a_place_that_cannot_be_written_is_named(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    wizard.path.with_name(f".~lock.{wizard.path.stem}.docx#").write_text("")
    press(wizard, "export_docx")
    line = named(wizard, QLabel, "export_line")
    wait(lambda: line.text().startswith("没有导出"))
    assert "WPS" in line.text()
    assert named(wizard, QWidget, "export_docx").isEnabled()


def test_a_file_that_cannot_be_replaced_is_refused_before_anything_is_asked(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    there, line = wizard.path.with_suffix(".docx"), named(wizard, QLabel, "export_line")
    there.mkdir()
    press(wizard, "export_docx")
    assert line.text() == "没有导出：这是一个文件夹，请指定文件"
    there.rmdir()
    there.write_bytes(b"mine")
    there.with_name(f".~lock.{there.name}#").write_text("")
    press(wizard, "export_docx")
    assert "WPS" in line.text()
    assert not every(window, QDialog)
    assert there.read_bytes() == b"mine"


def test_blank_cells_are_listed_and_confirmed(window: MainWindow, seed: Report) -> None:
    blank = {"disputes.review.upheld": None, "applications.granted.research": None}
    wizard = finish(window, seed.with_numbers(blank))
    said = words(named(wizard, QWidget, "blank_cells"))
    assert "还有 2 格没填" in said
    assert "表三 1 格：予以公开 / 科研机构" in said
    press(wizard, "confirm_zero")
    wait(lambda: wizard.findChild(QWidget, "blank_cells") is None)
    assert wizard.bridge.session.report.blanks == ()


def test_a_dismissal_can_be_taken_back(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    finding = next(found for found in wizard.bridge.session.findings if found.severity == "warning")
    wizard.bridge.do(dismissed([finding], "已核对"))
    wizard.show_page("finish")
    settle()
    assert "已说明理由的 1 个" in words(wizard)
    assert finding.message in words(named(wizard, QWidget, "answered"))
    assert "理由：已核对" in words(wizard)
    press(wizard, f"restore_{finding.check}")
    assert finding in wizard.bridge.session.findings


def test_a_dismissal_whose_words_have_changed_says_so(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed.with_text("overview", "截止12月31日，情况良好。"))
    finding = next(found for found in wizard.bridge.session.findings if found.check == "F-04")
    wizard.bridge.do(dismissed([finding], "原文如此"))
    wizard.bridge.do(set_text("overview", "截至12月31日，情况良好。", alone=True))
    wizard.show_page("finish")
    settle()
    assert "不再起作用" in words(named(wizard, QWidget, "answered"))


def test_findings_are_put_right_from_the_list_and_the_clerk_stays_there(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed.with_text("overview", "截止6月底，开展培训。\n截止12月31日，完成任务。"))
    press(wizard, "cure_F-04")
    assert wizard.bridge.session.report.text.overview == "截至6月底，开展培训。\n截至12月31日，完成任务。"
    assert wizard.page == "finish"
    wait(lambda: wizard.findChild(QWidget, "to_do_F-04") is None)


@pytest.mark.parametrize("signature", [False, True])
def test_the_paper_holds_every_line_and_table(qapp: object, seed: Report, signature: bool) -> None:
    assert qapp is not None
    report = replace(seed, layout=replace(seed.layout, signature=signature))
    pages = paper.pages(blocks(report), report.layout)
    slices = [piece for page in pages for piece in page.pieces if isinstance(piece, TableSlice)]
    assert [(piece.start, piece.end) for piece in slices] == [(0, piece.table.rows) for piece in slices]
    lines = [piece for page in pages for piece in page.pieces if isinstance(piece, paper.Line)]
    assert all(line.y + 20 >= paper.TOP and line.y <= paper.TOP + paper.TEXT_HEIGHT for line in lines)
    assert len(pages) == 5


def test_a_long_table_breaks_between_rows(qapp: object, seed: Report) -> None:
    assert qapp is not None
    report = replace(seed, layout=replace(seed.layout, table_pt=seed.layout.table_pt * 2))
    slices = [
        piece
        for page in paper.pages(blocks(report), report.layout)
        for piece in page.pieces
        if isinstance(piece, TableSlice) and piece.table.rows > 20
    ]
    assert len(slices) > 1
    assert [piece.start for piece in slices[1:]] == [piece.end for piece in slices[:-1]]
