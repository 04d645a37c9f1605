"""审核汇总 in the window, by keys and buttons: from the folder to the decision, the 退回意见 and the sum."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from export.exporters import REPORT, export
from gui.controls.fields import LineInput
from gui.controls.layouts import colour
from gui.desk import keeping, summing
from gui.desk.outputs import opinions
from gui.desk.page import DeskPage
from gui.desk.sum_dialog import SumDialog
from gui.look.theme import theme
from gui.shell.window import MainWindow
from gui.source.view import SourceView
from model.drafts import draft
from model.review import desk_file
from model.review.board import Line
from model.structs import replace
from tests.checks.correct import BUREAU, TOWNSHIP
from tests.gui.driving import every, named, press, settle, wait, words
from tests.gui.pages.test_start import drop

CELL = "applications.received.natural_person"
MISSING = "青河县审计局"
SHARED = (
    "围绕灌区改造和防汛值守，{0}在网站发布解读文件十二篇。每季度开展一次信息发布自查，整改错链四十条。"
    "本年度收到申请11件。"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "收到的"
    place.mkdir()
    export(REPORT, BUREAU.with_number(CELL, BUREAU.count(CELL) + 1), place / "a.docx", replace=False)
    export(REPORT, TOWNSHIP, place / "b.html", replace=False)
    (place / "坏.docx").write_bytes(b"PK\x03\x04")
    return place


@pytest.fixture
def page(window: MainWindow, folder: Path) -> Iterator[DeskPage]:
    """The desk with all read, begun as a clerk begins it."""
    press(window.start, "start_review")
    wait(lambda: window.desks.page is not None)
    shown = window.desks.page
    assert shown is not None
    shown.begin.take_folder(folder)
    shown.begin.take_names((BUREAU.agency.name, TOWNSHIP.agency.name, MISSING))
    assert shown.begin.start.hasFocus()
    QTest.keyClick(shown.begin.start, Qt.Key.Key_Space)
    wait(lambda: shown.reading.whole)
    yield shown
    shown.close_down()


def states(page: DeskPage) -> dict[str, str]:
    return {line.name: line.state for line in page.board.order}


def sum_dialog(page: DeskPage) -> SumDialog:
    (found,) = every(page, SumDialog)
    return found


def inside(path: Path) -> bytes:
    """Everything in a file, unpacked where it is packed."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def open_unit(page: DeskPage, name: str) -> Line:
    line = next(each for each in page.board.order if each.name == name)
    page.board.select(line)
    QTest.keyClick(page.board.table, Qt.Key.Key_Return)
    wait(lambda: isinstance(page.unit._view, SourceView))
    return line


def test_a_clerk_reviews_returns_and_sums(window: MainWindow, page: DeskPage, tmp_path: Path) -> None:
    wanted = {MISSING: "missing", "坏": "unreadable", BUREAU.agency.name: "doubtful", TOWNSHIP.agency.name: "open"}
    assert states(page) == wanted
    assert list(states(page).values()) == ["missing", "unreadable", "doubtful", "open"]

    open_unit(page, BUREAU.agency.name)
    view = page.unit._view
    assert isinstance(view, SourceView)
    wait(lambda: view.laid_out)
    assert "自然人" in page.unit.findings.item(0).text()
    assert not view.location_rect(1).isNull(), "the cell of the finding is marked on the paper"
    page.unit.findings.setCurrentRow(-1)
    view.picked.emit(1)
    assert page.unit.findings.currentRow() == 0

    page.unit.remark.setText("请一并核对正文")
    press(page.unit, "unit_return")
    QTest.keyClick(page.unit, Qt.Key.Key_Escape)
    assert states(page)[BUREAU.agency.name] == "returned"
    assert page.path is not None
    kept = desk_file.load(page.path).decisions[BUREAU.agency.name]
    assert (kept.verdict, kept.remark, [each.check for each in kept.chosen]) == (
        "returned",
        "请一并核对正文",
        ["T3-01"],
    )

    page.outputs.write_returns(opinions(page.lines), tmp_path / "出")
    wait(lambda: "逐一读回核对一致" in page.board._told.text())
    (written,) = (tmp_path / "出").iterdir()
    assert sorted(each.suffix for each in written.iterdir()) == [".docx", ".html"]

    press(page.board, "board_sum")
    asked = sum_dialog(page)
    assert asked.ticked == {BUREAU.agency.name, TOWNSHIP.agency.name}
    assert f"{MISSING}没有交" in asked._asked.text()
    assert f"{BUREAU.agency.name}的报告已退回" in asked._asked.text()
    named(asked, LineInput, "sum_name").setText("青河县")
    press(asked, "sum_write")
    wait(lambda: window.wizard is not None)
    assert not window.reviews_many
    (made,) = window.library.folder.glob("*.nianbao")
    both = BUREAU.count(CELL) + 1 + TOWNSHIP.count(CELL)
    report = draft.load(made).report
    assert (report.agency.name, report.count(CELL)) == ("青河县", both)
    assert report.summed is not None
    assert [unit.name for unit in report.summed.units] == [BUREAU.agency.name, TOWNSHIP.agency.name]

    assert window.wizard is not None
    window.wizard.back.emit()
    assert window.stage.stack.currentWidget() is page, "back from the sum the board is as it was left"
    assert states(page)[BUREAU.agency.name] == "returned"
    press(page.board, "board_back")
    assert window.stage.stack.currentWidget() is window.start


def test_only_the_ticked_units_are_summed_and_the_others_are_named(page: DeskPage) -> None:
    press(page.board, "board_sum")
    asked = sum_dialog(page)
    item = next(asked.units.item(at) for at in range(3) if BUREAU.agency.name in asked.units.item(at).text())
    item.setCheckState(Qt.CheckState.Unchecked)
    wait(lambda: f"{BUREAU.agency.name}没有选" in asked._asked.text())
    assert [line.name for line in asked.chosen.lines] == [TOWNSHIP.agency.name]
    gone = next(asked.units.item(at) for at in range(3) if MISSING in asked.units.item(at).text())
    assert not gone.flags() & Qt.ItemFlag.ItemIsEnabled
    press(asked, "sum_passed")
    assert not named(asked, QPushButton, "sum_write").isEnabled(), "nobody has passed"
    press(asked, "sum_all")
    assert len(asked.chosen.lines) == 2
    asked.close()


def test_a_desk_is_found_again_and_a_new_version_is_told(window: MainWindow, page: DeskPage, folder: Path) -> None:
    open_unit(page, BUREAU.agency.name)
    press(page.unit, "unit_return")
    page.unit.back.emit()
    press(page.board, "board_back")
    assert window.stage.stack.currentWidget() is window.start
    export(REPORT, replace(BUREAU, notes={"disclosure": "改过"}), folder / "a.docx", replace=True)
    drop(window, folder)
    wait(lambda: window.desks.page is not None)
    again = window.desks.page
    assert again is not None
    assert [path.stem for path in keeping.known(window.library.folder)] == ["审核汇总（收到的）"]
    again.begin.start.click()
    wait(lambda: again.reading.whole)
    assert again.desk.names == page.desk.names, "the list of units is remembered"
    line = next(each for each in again.lines if each.name == BUREAU.agency.name)
    assert line.state == "open"
    assert line.changes is not None
    assert [each.check for each in line.changes.mended] == ["T3-01"]
    again.close_down()


def test_files_dropped_on_the_start_screen_begin_a_desk_and_more_can_be_added(window: MainWindow, folder: Path) -> None:
    drop(window, folder / "a.docx", folder / "坏.docx")
    wait(lambda: window.desks.page is not None)
    page = window.desks.page
    assert page is not None
    assert "2 个文件：a.docx、坏.docx" in words(page.begin)
    page.begin.start.click()
    wait(lambda: page.reading.whole)
    assert page.desk.folder == ""
    assert states(page) == {"坏": "unreadable", BUREAU.agency.name: "doubtful"}

    drop(window, folder / "b.html", folder / "a.docx")
    read: list[str] = []
    assert page.reading.job is not None
    page.reading.job.stepped.connect(lambda step: read.append(step.name))
    wait(lambda: page.reading.whole)
    assert states(page)[TOWNSHIP.agency.name] == "open"
    assert read == ["b.html"], "only the new file is read"
    assert page.path is not None
    assert [Path(each).name for each in desk_file.load(page.path).files] == ["a.docx", "坏.docx", "b.html"]
    assert "3 个文件" in words(page.board)
    drop(window, folder / "b.html")
    assert "已经在里面了" in page.board._told.text()

    press(page.board, "board_back")
    drop(window, folder / "坏.docx", folder / "a.docx", folder / "b.html")
    wait(lambda: window.desks.page is not None)
    again = window.desks.page
    assert again is not None
    again.begin.start.click()
    wait(lambda: again.reading.whole)
    assert again.path == page.path, "the same files are the same desk"
    again.close_down()


def test_the_year_is_what_the_files_say_until_another_is_chosen(page: DeskPage) -> None:
    assert page.board.year.currentText() == "按文件：2024"
    assert "审核汇总　2024年" in words(page.board)
    page.board.year.picked.emit("2023")
    wait(lambda: page.reading.whole)
    assert "审核汇总　2023年" in words(page.board)
    line = next(each for each in page.lines if each.name == TOWNSHIP.agency.name)
    assert "是2024年的报告，不是2023年的" in line.trouble
    assert page.path is not None
    assert desk_file.load(page.path).year == 2023
    page.board.year.picked.emit("0")
    wait(lambda: page.reading.whole)
    assert states(page)[TOWNSHIP.agency.name] == "open"


def test_a_finding_is_shown_whole_however_long_it_is(window: MainWindow, page: DeskPage) -> None:
    window.resize(1000, 700)
    open_unit(page, BUREAU.agency.name)
    rows = page.unit.findings
    rows.item(0).setText("警告\n" + "正文写的件数和表三不一致，请核对后改成一致。" * 6)
    rows.doItemsLayout()
    assert rows.textElideMode() == Qt.TextElideMode.ElideNone
    widest = QRect(0, 0, rows.viewport().width(), 10_000)
    words = rows.fontMetrics().boundingRect(widest, Qt.TextFlag.TextWordWrap, rows.item(0).text())
    assert words.height() > 4 * rows.fontMetrics().lineSpacing()
    assert rows.visualItemRect(rows.item(0)).height() >= words.height()


def test_the_rates_of_a_unit_stand_beside_its_findings(page: DeskPage) -> None:
    line = open_unit(page, BUREAU.agency.name)
    press(page.unit, "unit_parts_rates")
    assert page.unit.rates.isVisible()
    assert line.row is not None
    table, rates = page.unit.rates.model(), line.row.rates
    shown = [[table.index(row, column).data() for column in range(3)] for row in range(table.rowCount())]
    assert shown == [[rate.name, rate.now, "没有上年数据"] for rate in rates]
    assert len(rates) == 6


def test_a_note_is_kept_on_the_desk_and_stands_in_no_file_that_is_written(page: DeskPage, tmp_path: Path) -> None:
    secret = "电话催过，科长出差"
    open_unit(page, BUREAU.agency.name)
    press(page.unit, "unit_return")
    page.unit.note.setText(secret)
    QTest.keyClick(page.unit, Qt.Key.Key_Escape)
    assert page.path is not None
    assert desk_file.load(page.path).remarks == {BUREAU.agency.name: secret}
    line = open_unit(page, BUREAU.agency.name)
    assert (line.remark, page.unit.note.text()) == (secret, secret)
    assert line.state == "returned"
    page._step(1)
    assert page.unit.note.text() == ""
    out = tmp_path / "出"
    page.outputs.write_returns(opinions(page.lines), out)
    wait(lambda: "逐一读回核对一致" in page.board._told.text())
    page.outputs.write_table(page.lines, out / "汇总.xlsx")
    wait(lambda: "逐格读回核对一致" in page.board._told.text())
    page.outputs.write_tidy(page.lines, out / "长表.csv")
    wait(lambda: "逐行读回核对一致" in page.board._told.text())
    made = summing.write(summing.to_sum(page.lines, page.year), "", out)
    written = [each for each in out.rglob("*") if each.is_file()]
    assert made in written
    assert len(written) == 5
    assert [each.name for each in written if secret.encode() in inside(each)] == []


def test_shared_sentences_are_marked_on_the_paper_and_name_the_other_unit(page: DeskPage, folder: Path) -> None:
    for name, agency in (("c.docx", "青河县统计局"), ("d.html", "青河县司法局")):
        whose = replace(BUREAU.agency, name=agency, short_name="")
        text = replace(BUREAU.text, overview=SHARED.format(agency), problems="没有。")
        export(REPORT, replace(BUREAU, agency=whose, text=text), folder / name, replace=False)
    page.run()
    wait(lambda: page.reading.whole)
    open_unit(page, "青河县统计局")
    view = page.unit._view
    assert isinstance(view, SourceView)
    wait(lambda: view.laid_out)
    assert "与青河县司法局相同：2 句" in [button.text() for button in every(page.unit.alike, QPushButton)]
    marked = [view._blocks[each.block].text[each.start : each.end] for each in view._stretches]  # type: ignore[union-attr]
    assert marked == SHARED.format("青河县统计局").split("。")[:2]
    before = view.viewport().grab().toImage()
    press(page.unit, "unit_alike_0")
    (area, *_) = view._stretch_areas()
    assert view.viewport().rect().contains(area.center())
    view.show_stretches((), "")
    assert view.viewport().grab().toImage() != before, "the marks are seen"
    open_unit_again = next(each for each in page.board.order if each.name == TOWNSHIP.agency.name)
    page._open(open_unit_again)
    assert not page.unit.alike.isVisible()


def test_a_stop_keeps_what_was_read_and_writes_nothing_of_all(page: DeskPage) -> None:
    page.run()
    press(page.board, "board_cancel")
    settle()
    assert "已停止" in page.board._told.text()
    assert not named(page.board, QPushButton, "board_sum").isEnabled()
    assert "missing" not in states(page).values()


def test_the_next_unit_is_the_next_one_of_the_list_though_a_decision_has_moved_this_one(page: DeskPage) -> None:
    start = [line.name for line in page.board.order]
    assert start == [MISSING, "坏", BUREAU.agency.name, TOWNSHIP.agency.name]
    open_unit(page, BUREAU.agency.name)
    press(page.unit, "unit_pass")
    assert list(states(page).values()) == ["missing", "unreadable", "passed", "open"]
    press(page.unit, "unit_undo")
    page.board.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    press(page.unit, "unit_next")
    assert page.unit.line is not None
    assert page.unit.line.name == TOWNSHIP.agency.name, "the order of the board is another one now, the walk goes on"
    assert "4／4" in words(page.unit)
    assert not named(page.unit, QPushButton, "unit_next").isEnabled()
    press(page.unit, "unit_before")
    assert page.unit.line.name == BUREAU.agency.name
    assert named(page.unit, QPushButton, "unit_next").isEnabled()


def test_in_a_filter_a_unit_that_leaves_it_does_not_send_back_to_the_first(page: DeskPage) -> None:
    press(page.board, "board_doubtful")
    assert list(states(page)) == [BUREAU.agency.name]
    press(page.board, "board_all")
    press(page.board, "board_open")
    open_unit(page, TOWNSHIP.agency.name)
    press(page.unit, "unit_pass")
    assert states(page) == {}
    assert not named(page.unit, QPushButton, "unit_next").isEnabled()
    press(page.unit, "unit_back")
    assert page.board.table.isVisible()


def test_nothing_is_returned_without_a_word_of_what_is_wrong(page: DeskPage) -> None:
    line = open_unit(page, TOWNSHIP.agency.name)
    assert line.findings == ()
    press(page.unit, "unit_return")
    assert states(page)[TOWNSHIP.agency.name] == "open"
    assert "退回意见里还没有内容" in words(page.unit)
    page.unit.remark.setText("请盖章后重报")
    page._refresh()
    assert "退回意见里还没有内容" in words(page.unit), "other files that are read meanwhile change nothing here"
    assert page.unit.remark.text() == "请盖章后重报"
    press(page.unit, "unit_return")
    assert states(page)[TOWNSHIP.agency.name] == "returned"
    assert "退回意见里还没有内容" not in words(page.unit)


def test_what_was_unticked_stays_out_of_the_opinion(page: DeskPage) -> None:
    open_unit(page, BUREAU.agency.name)
    for at in range(page.unit.findings.count()):
        page.unit.findings.item(at).setCheckState(Qt.CheckState.Unchecked)
    page.unit.remark.setText("只缺盖章")
    press(page.unit, "unit_return")
    (said,) = opinions(page.lines)
    assert (said.findings, said.remark) == ((), "只缺盖章")


def test_all_that_want_nothing_done_pass_at_once_and_that_is_taken_back(page: DeskPage) -> None:
    button = named(page.board, QPushButton, "board_pass_all")
    assert not button.isVisible()
    press(page.board, "board_open")
    assert (button.isVisible(), button.text()) == (True, "这 1 个都通过")
    press(page.board, "board_pass_all")
    assert page.path is not None
    assert {name: each.verdict for name, each in desk_file.load(page.path).decisions.items()} == {
        TOWNSHIP.agency.name: "passed"
    }
    assert "通过了 1 个单位" in page.board._told.text()
    press(page.board, "board_all")
    assert button.text() == "撤销“都通过”"
    assert states(page)[BUREAU.agency.name] == "doubtful", "what is doubtful is looked at one by one"
    press(page.board, "board_pass_all")
    assert states(page)[TOWNSHIP.agency.name] == "open"
    assert desk_file.load(page.path).decisions == {}
    assert not button.isVisible()
    press(page.board, "board_open")
    press(page.board, "board_pass_all")
    press(page.board, "board_all")
    open_unit(page, BUREAU.agency.name)
    press(page.unit, "unit_pass")
    assert not button.isVisibleTo(page.board), "another decision was taken since"


def test_what_has_not_changed_is_not_read_again(page: DeskPage, folder: Path) -> None:
    export(REPORT, BUREAU, folder / "a.docx", replace=True)
    press(page.board, "board_again")
    read: list[str] = []
    assert page.reading.job is not None
    page.reading.job.stepped.connect(lambda step: read.append(step.name))
    wait(lambda: page.reading.whole)
    assert sorted(read) == ["a.docx", "坏.docx"], "what was changed, and what could not be read"
    assert states(page)[BUREAU.agency.name] == "open"
    assert states(page)[TOWNSHIP.agency.name] == "open"
    assert "读了 3 个文件，其中 1 个没有变，没有重读" in page.board._told.text()
    (folder / "b.html").unlink()
    press(page.board, "board_again")
    wait(lambda: page.reading.whole)
    assert states(page)[TOWNSHIP.agency.name] == "missing"


def test_a_filter_that_nobody_is_in_says_so(page: DeskPage) -> None:
    press(page.board, "board_returned")
    assert states(page) == {}
    assert page.board.table.nothing == "没有“退回”的单位"
    empty = page.board.table.viewport().grab().toImage()
    page.board.table.nothing = ""
    assert page.board.table.viewport().grab().toImage() != empty, "it is painted"
    page.board.search.setText("没有这个局")
    wait(lambda: page.board.table.nothing == "没有找到这样的单位或文件")
    page.board.search.clear()
    press(page.board, "board_all")
    assert len(states(page)) == 4


def test_the_findings_of_a_unit_follow_a_change_of_the_look(page: DeskPage) -> None:
    open_unit(page, BUREAU.agency.name)
    ink = page.unit.findings.item(0).foreground().color()
    theme().set_appearance("dark")
    assert page.unit.findings.item(0).foreground().color() == colour("error") != ink
    theme().set_appearance("light")
    assert page.unit.findings.item(0).foreground().color() == ink
