"""The review of what was read: doubts, replies, what goes along, and what becomes of it."""

import shutil
import sys
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from gui.controls.fields import Tick
from gui.controls.text import Text
from gui.pages.review.busy import BusyPage
from gui.pages.review.page import ReviewPage
from gui.session import reading_job
from gui.session.reading_job import ReadingJob
from gui.shell.window import MainWindow
from gui.source.view import SourceView
from importers.answers import Reply
from importers.document.blocks import Document, Paragraph
from importers.read import read
from importers.reading import Doubt, Location, Reading
from model.drafts.draft import Draft, save
from model.report.report import Agency, Report
from model.structs import replace
from tests.forms import FORM
from tests.gui.driving import every, named, press, settle, wait, words
from tests.gui.pages.review_tools import of_last_year, printed, reviewed, word_file

FILES = Path(__file__).parents[2] / "data" / "import"
NORMAL = Path(__file__).parents[2] / "data" / "reading" / "41_normal_page.html"
IN_FORCE = "disclosure.normative_documents.in_force"
GRANTED = "applications.granted."
COLUMNS = ("natural_person", "enterprise", "research", "public_welfare", "legal_service", "other_organisation")


@pytest.fixture
def last_year(seed: Report, tmp_path: Path) -> Path:
    return word_file(of_last_year(seed), tmp_path)


@pytest.fixture
def doubtful(last_year: Path) -> Reading:
    """A figure with an explanation, and a row of strokes."""
    strokes = {f"{GRANTED}{column}": "/" for column in (*COLUMNS, "total")}
    return printed(last_year, {IN_FORCE: "12（其中修订3件）", **strokes})


def key(window: MainWindow, what: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, what, modifiers)
    settle()


def test_equal_doubts_of_a_row_are_one_question(window: MainWindow, doubtful: Reading) -> None:
    page = reviewed(window, doubtful)
    assert len(doubtful.doubts) == 8
    assert [len(card.question.places) for card in page.cards] == [1, 7]
    assert "有 2 处拿不准" in words(page)
    assert "7 格写的是“/”，读作 0" in words(page.cards[1])


def test_f8_walks_and_both_sides_show_the_doubt(window: MainWindow, doubtful: Reading) -> None:
    page = reviewed(window, doubtful)
    wait(lambda: page.cards[0].isAncestorOf(window.focusWidget()))
    for number, keys in ((2, Qt.KeyboardModifier.NoModifier), (1, Qt.KeyboardModifier.ShiftModifier)):
        key(window, Qt.Key.Key_F8, keys)
        QTest.qWait(80)
        card = page.cards[number - 1]
        assert card.at_hand
        assert card.isAncestorOf(window.focusWidget())
        assert not card.visibleRegion().isEmpty()
        assert page.source.viewport().rect().contains(page.source.location_rect(number))
    assert "疑问 1 / 2" in words(page)


def test_enter_confirms_one_after_the_other_and_then_begins_the_report(window: MainWindow, doubtful: Reading) -> None:
    page = reviewed(window, doubtful)
    wait(lambda: page.cards[0].isAncestorOf(window.focusWidget()))
    key(window, Qt.Key.Key_Return)
    wait(lambda: page.cards[1].isAncestorOf(window.focusWidget()))
    key(window, Qt.Key.Key_Return)
    assert window.focusWidget() is page.primary
    assert page.reading.doubts == ()
    assert page.reading.numbers[IN_FORCE] == 12
    assert not [entry for entry in page.reading.evidence if entry.place in (IN_FORCE, f"{GRANTED}research")]
    key(window, Qt.Key.Key_Return)
    assert window.wizard is not None
    report = window.wizard.bridge.session.report
    assert report.year == 2024
    assert report.last_year is not None
    assert report.last_year.numbers[IN_FORCE] == 12
    assert window.importing.page is None


@pytest.fixture
def four_doubts(last_year: Path) -> Reading:
    """Four explained figures in rows and columns of their own."""
    cells = (IN_FORCE, *(f"{GRANTED}{column}" for column in COLUMNS[:3]))
    return printed(last_year, {cell: f"{number}（含{number}）" for number, cell in enumerate(cells, 11)})


def _left(page: ReviewPage) -> str:
    line = named(page, Text, "doubts_left")
    return line.text() if line.isVisible() else ""


def test_an_answer_leads_to_the_next_doubt_without_one_and_round(window: MainWindow, four_doubts: Reading) -> None:
    page = reviewed(window, four_doubts)
    wait(lambda: page.cards[0].isAncestorOf(window.focusWidget()))
    count = len(page.cards)
    assert count > 3
    assert _left(page) == f"还有 {count} 处没核对"
    press(page, "doubt_2_right")
    assert page.cards[2].at_hand
    press(page, f"doubt_{count}_right")
    assert page.cards[0].at_hand
    assert page.cards[0].isAncestorOf(window.focusWidget())
    key(window, Qt.Key.Key_Return)
    assert page.cards[2].at_hand
    assert _left(page) == f"还有 {count - 3} 处没核对"
    for number in range(3, count):
        press(page, f"doubt_{number}_right")
    assert window.focusWidget() is page.primary
    assert _left(page) == ""


def test_undo_takes_the_last_answer_back(window: MainWindow, four_doubts: Reading) -> None:
    page = reviewed(window, four_doubts)
    wait(lambda: page.cards[0].isAncestorOf(window.focusWidget()))
    press(page, "doubt_3_blank")
    press(page, "doubt_1_right")
    doubts = four_doubts.doubts
    assert len(page.reading.doubts) == len(doubts) - 2
    for number, left in ((1, len(doubts) - 1), (3, len(doubts))):
        key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        card = page.cards[number - 1]
        assert card.reply is None
        assert card.at_hand
        assert card.isAncestorOf(window.focusWidget())
        assert len(page.reading.doubts) == left
    assert page.reading.numbers == four_doubts.numbers
    key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.reading.doubts == doubts


def test_an_answer_can_be_chosen_anew(window: MainWindow, doubtful: Reading) -> None:
    page = reviewed(window, doubtful)
    press(page, "doubt_1_right")
    assert named(page, QAbstractButton, "doubt_again_1").text() == "重新选"
    press(page, "doubt_again_1")
    assert page.cards[0].at_hand
    assert named(page, QAbstractButton, "doubt_1_right").isVisible()


def test_another_figure_is_judged_as_in_the_tables(window: MainWindow, doubtful: Reading) -> None:
    page = reviewed(window, doubtful)
    press(page, "doubt_1_other")
    line = named(page, QLineEdit, "doubt_1_input")
    assert window.focusWidget() is line
    line.setText("12.5")
    key(window, Qt.Key.Key_Return)
    assert "件数不能有小数" in words(page.cards[0])
    assert page.cards[0].reply is None
    line.setText("１３")
    key(window, Qt.Key.Key_Return)
    assert page.reading.numbers[IN_FORCE] == 13
    assert "已确认，是 13" in words(page.cards[0])
    press(page, "doubt_again_1")
    assert page.reading.numbers[IN_FORCE] == 12


def test_strokes_can_be_left_blank(window: MainWindow, doubtful: Reading) -> None:
    page = reviewed(window, doubtful)
    press(page, "doubt_2_blank")
    assert not [cell for cell in page.reading.numbers if cell.startswith(GRANTED)]


def test_what_is_not_answered_stays_with_the_report_itself(window: MainWindow, doubtful: Reading) -> None:
    reading = replace(doubtful, year=2024)
    page = reviewed(window, reading)
    assert page.primary.objectName() == "accept_same"
    assert "疑问会留在校验结果里" in words(page)
    press(page, "accept_same")
    assert window.wizard is not None
    session = window.wizard.bridge.session
    assert session.report.source is not None
    assert session.report.source.file == "上年.docx"
    assert IN_FORCE in [entry.place for entry in session.report.source.evidence]
    session.recheck()
    assert [finding for finding in session.findings if IN_FORCE in finding.cells]


def test_figures_changed_in_word_are_taken_or_left_cell_by_cell(
    window: MainWindow, last_year: Path, seed: Report
) -> None:
    other = f"{GRANTED}research"
    reading = printed(last_year, {IN_FORCE: "77", other: "88"}, known=True)
    page = reviewed(window, reading)
    assert page.changed is not None
    assert "导出后被改过 2 格" in words(page)
    assert (page.reading.numbers[IN_FORCE], page.reading.numbers[other]) == (77, 88)
    named(page, Tick, f"changed_{IN_FORCE}").click()
    assert (page.reading.numbers[IN_FORCE], page.reading.numbers[other]) == (seed.value(IN_FORCE), 88)
    press(page, "changed_leave_all")
    assert page.reading.numbers[other] == seed.value(other)


def test_what_the_file_does_not_say_must_be_said_first(window: MainWindow, last_year: Path) -> None:
    reading = printed(last_year, {})
    page = reviewed(window, replace(reading, year=None, agency=replace(reading.agency, name="")))
    assert not page.primary.isEnabled()
    assert "请先补上报告年度" in page.primary.toolTip()
    named(page, QLineEdit, "unsaid_year").setText("2O23")
    assert "填四位年份" in words(page)
    named(page, QLineEdit, "unsaid_year").setText("2023 年")
    assert not page.primary.isEnabled()
    named(page, QLineEdit, "unsaid_name").setText("云岭县水务局")
    assert page.primary.isEnabled()
    assert page.primary.text() == "新建 2024 年报告"
    press(page, "accept_next")
    assert window.wizard is not None
    assert window.wizard.bridge.session.report.agency.name == "云岭县水务局"


def test_every_figure_can_be_seen_and_put_right(window: MainWindow, last_year: Path) -> None:
    page = reviewed(window, printed(last_year, {}))
    press(page, "see_all")
    tables = page._tables
    assert tables is not None
    tables.show_table("applications")
    tables.grid.navigation.go(f"{GRANTED}research")
    QTest.keyClicks(tables.grid, "6")
    press(page, "tables_done")
    assert page.reading.numbers[f"{GRANTED}research"] == 6
    assert page._tables is None


def test_only_what_is_ticked_goes_along(window: MainWindow, last_year: Path) -> None:
    page = reviewed(window, printed(last_year, {}))
    for part in ("carried", "text", "agency"):
        named(page, Tick, f"carry_{part}").click()
    press(page, "accept_next")
    assert window.wizard is not None
    report = window.wizard.bridge.session.report
    assert not report.numbers
    assert report.agency == Agency(report.agency.name)
    assert report.last_year is not None
    assert report.last_year.numbers
    assert not report.last_year.text.overview


def test_what_cannot_be_carried_over_is_not_ticked(window: MainWindow, last_year: Path) -> None:
    page = reviewed(window, replace(printed(last_year, {}), year=2022))
    tick = named(page, Tick, "carry_carried")
    assert "不是上一年的，不带" in tick.text()
    assert not tick.isEnabled()
    assert page.carry.taken == {"agency", "numbers", "text"}
    assert "不与它比较" in words(page.carry)
    page.carry.show_reading(page.reading, 2023, compared=False)
    assert "放在旁边对照、校验" in words(page.carry)


def test_the_boxes_to_tick_stand_without_a_hole_where_one_is_not_offered(window: MainWindow, last_year: Path) -> None:
    page = reviewed(window, printed(last_year, {}))
    for compared, count in ((True, 3), (False, 4), (True, 3)):
        page.carry.show_reading(page.reading, 2025, compared=compared)
        settle()
        ticks = every(page.carry, Tick)
        places = [tick.mapTo(page.carry, tick.rect().topLeft()) for tick in ticks]
        assert len(ticks) == count
        assert min(place.y() for place in places) == places[0].y() == places[1].y()
        assert places[0].x() < places[1].x()


def test_carrying_over_is_offered_once_the_year_is_said(window: MainWindow, last_year: Path) -> None:
    page = reviewed(window, replace(printed(last_year, {}), year=None))
    tick, year = named(page, Tick, "carry_carried"), named(page, QLineEdit, "unsaid_year")
    for typed, possible in (("2022", False), ("2023", True)):
        year.setText(typed)
        assert (tick.isEnabled(), tick.isChecked()) == (possible, possible)


@pytest.mark.parametrize("chosen", [False, True])
def test_the_head_says_how_the_file_came_in(
    window: MainWindow, last_year: Path, monkeypatch: pytest.MonkeyPatch, *, chosen: bool
) -> None:
    monkeypatch.setattr(window.dialogs, "_chosen", lambda _title: last_year)
    if chosen:
        window.dialogs.choose_last_year()
    else:
        window.importing.take(last_year)
    wait(lambda: isinstance(window.importing.page, ReviewPage))
    page = window.importing.page
    assert isinstance(page, ReviewPage)
    assert "核对读到的内容" in words(page._top)
    assert ("从上年报告新建" in words(page._top)) is chosen


def test_carrying_over_goes_by_the_report_that_is_open(
    window: MainWindow, last_year: Path, seed: Report, tmp_path: Path
) -> None:
    path = tmp_path / "前年.nianbao"
    save(Draft(replace(seed, year=2022, title=None)), path, datetime(2025, 1, 9).astimezone())
    window.open_file(path)
    window.importing._as_last_year = True
    for year, possible in ((2021, True), (2023, False)):
        page = reviewed(window, replace(printed(last_year, {}), year=year))
        assert "带入 2022 年报告" in words(page)
        assert named(page, Tick, "carry_carried").isEnabled() is possible


def test_cancelling_leaves_nothing_behind(window: MainWindow, doubtful: Reading) -> None:
    page = reviewed(window, doubtful)
    press(page, "review_cancel")
    assert window.importing.page is None
    assert window.start.isVisible()
    assert not list(window.library.folder.glob("*"))


def test_a_report_whose_form_is_not_that_of_its_year_can_only_be_last_years(
    window: MainWindow, last_year: Path
) -> None:
    page = reviewed(window, replace(printed(last_year, {}), year=2020))
    assert [name for name in ("accept_next", "accept_same") if page.findChild(QAbstractButton, name)] == ["accept_next"]


def test_everything_that_can_be_pressed_has_a_name(window: MainWindow, doubtful: Reading) -> None:
    page = reviewed(window, doubtful)
    assert all(button.accessibleName() for button in every(page, QAbstractButton))
    assert all(line.accessibleName() for line in every(page, QLineEdit))
    assert page.source.accessibleName()


def test_tab_goes_round_and_reaches_every_reply(window: MainWindow, doubtful: Reading) -> None:
    page = reviewed(window, doubtful)
    wait(lambda: page.cards[0].isAncestorOf(window.focusWidget()))
    met = set()
    for _ in range(60):
        key(window, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert focused is not None
        met.add(focused.objectName())
    wanted = {
        "doubt_1_right",
        "doubt_1_other",
        "doubt_2_right",
        "doubt_2_blank",
        "see_all",
        "carry_text",
        "accept_next",
    }
    assert wanted | {"review_cancel", "source_view", "review_back"} <= met


def test_a_file_without_end_is_shown_around_the_report(window: MainWindow) -> None:
    long = Document("text", tuple(Paragraph(f"第 {number} 段") for number in range(20_000)))
    view = SourceView(long, {"title": Location(12_000)})
    view.resize(700, 600)
    view.show()
    wait(lambda: view.laid_out)
    assert len(view._laid) <= 3000
    view.show_marks([(1, "第 12500 段", [Location(12_500)])], 1)
    view.look_at_current()
    assert view.viewport().rect().contains(view.location_rect(1))
    view.deleteLater()
    assert window


def test_a_long_reading_says_so_and_can_be_let_be(window: MainWindow, doubtful: Reading) -> None:
    stop = Event()

    def slow(cancelled: Event) -> Reading:
        stop.wait(20)
        assert cancelled.is_set()
        return doubtful

    window.importing._read(ReadingJob("很大.docx", slow, window))
    wait(lambda: isinstance(window.importing.page, BusyPage))
    assert "正在读“很大.docx”" in words(window)
    press(window, "busy_cancel")
    assert window.start.isVisible()
    assert window.importing.page is None
    stop.set()
    QTest.qWait(100)
    assert window.importing.page is None


def test_the_thread_that_reads_imports_nothing(last_year: Path) -> None:
    for name in reading_job.modules():
        __import__(name)
    before = set(sys.modules)
    reading_job.of_file(last_year)._read()  # type: ignore[misc]
    new = {name for name in set(sys.modules) - before if name.split(".")[0] in ("importers", "lxml", "PySide6", "gui")}
    assert not new
    assert reading_job.modules() == []


def test_a_copied_page_is_read_on_the_start_screen(window: MainWindow, last_year: Path) -> None:
    html = _as_html(printed(last_year, {}).document)
    data = QMimeData()
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    window.activateWindow()
    wait(window.isActiveWindow)
    window.start.setFocus()
    key(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: isinstance(window.importing.page, ReviewPage))
    page = window.importing.page
    assert isinstance(page, ReviewPage)
    assert len(page.reading.printed) == len(FORM.cells)
    QGuiApplication.clipboard().clear()


def _as_html(found: Document) -> str:
    """The document as a portal has it."""
    parts = []
    for block in found.blocks:
        if isinstance(block, Paragraph):
            parts.append(f"<p>{block.number}{block.text}</p>")
        else:
            rows = ("".join(f"<td>{cell.text}</td>" for cell in row) for row in block.rows)
            parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    return "".join(parts)


def test_a_doubt_about_a_section_can_be_denied(window: MainWindow, last_year: Path) -> None:
    reading = printed(last_year, {})
    doubt = Doubt(
        "problems",
        "5、存在问题",
        "五、存在的主要问题及改进情况",
        "这个标题认作第五部分。",
        reading.locations.get("problems"),
    )
    page = reviewed(window, replace(reading, doubts=(doubt,)))
    press(page, "doubt_1_wrong")
    assert page.reading.text.problems == ""
    assert page.reading.text.overview


def test_answers_survive_leaving_the_page_and_the_program(window: MainWindow, last_year: Path, tmp_path: Path) -> None:
    printed_file = tmp_path / "有疑问.docx"
    shutil.copy(FILES / "06a_slash_for_zero.docx", printed_file)
    page = _opened(window, printed_file)
    count = len(page.cards)
    assert count
    press(page, "doubt_1_right")
    key(window, Qt.Key.Key_Escape)
    wait(lambda: window.importing.page is None)
    renamed = printed_file.rename(tmp_path / "改名.docx")
    page = _opened(window, renamed)
    assert page.cards[0].reply == Reply(right=True)
    assert "上次答过的 1 处已经填好" in words(page)
    press(page, "doubt_again_1")
    press(page, "review_back")
    page = _opened(window, renamed)
    assert page.cards[0].reply is None
    assert "上次答过" not in words(page)
    page = _opened(window, last_year)
    assert "上次答过" not in words(page)


def test_figures_put_right_in_the_tables_are_remembered_too(window: MainWindow, last_year: Path) -> None:
    page = _opened(window, last_year)
    page.summary.see_all.emit()
    assert page._tables is not None
    page._tables.show_table("disclosure")
    QTest.keyClicks(page._tables.grid, "7\r")
    press(page, "tables_done")
    figures = page.reading.numbers
    key(window, Qt.Key.Key_Escape)
    again = _opened(window, last_year)
    assert again.reading.numbers == figures
    assert again.reading.numbers != read(last_year).numbers


def test_answers_that_hold_purged_words_are_forgotten(window: MainWindow) -> None:
    files, digest = window.library.store.answered_files, "0" * 64
    said = [{"doubts": [["agency.office", "张三四 13800000000", ""]], "right": True, "value": None}]
    files.keep(digest, {"replies": said})
    files.keep("1" * 64, {"replies": []} | {"left": ["x"]})
    opened = window.library.create(
        Report(2024, Agency("青河县水务局"), numbers={}, form=FORM), datetime.now().astimezone()
    )
    opened.file.close()
    window.library.purge(opened.file.path, "13800000000")
    assert not files.answers(digest)
    assert files.answers("1" * 64)


def test_answers_that_cannot_be_read_or_kept_stop_nothing(window: MainWindow, last_year: Path) -> None:
    folder = window.library.store.data / "answers"
    page = _opened(window, last_year)
    digest = page.reading.document.digest
    folder.mkdir(parents=True)
    (folder / f"{digest}.json").write_bytes(
        b'{"format": "nianbao-answers", "schema": 1, "answers": {"replies": 3, "numbers": 4}}'
    )
    assert _opened(window, last_year).cards == []
    (folder / f"{digest}.json").write_bytes(b"\xff{")
    assert _opened(window, last_year).cards == []


def _opened(window: MainWindow, path: Path) -> ReviewPage:
    """The page over a file that is opened as by the clerk."""
    window.activateWindow()
    wait(window.isActiveWindow)
    window.importing.take(path)
    wait(lambda: isinstance(window.importing.page, ReviewPage))
    page = window.importing.page
    assert isinstance(page, ReviewPage)
    wait(lambda: page.source.laid_out)
    settle()
    return page


def test_a_row_that_could_be_table_four_is_taken_from_its_card(window: MainWindow, tmp_path: Path) -> None:
    page = _opened(window, _without_table_four(tmp_path))
    card = next(card for card in page.cards if card.question.could_be)
    assert "用作表四" in "".join(button.text() for button in every(card, QAbstractButton))
    press(page, f"doubt_{card.number}_take")
    assert "已用作表四" in words(card)
    assert page.reading.numbers["disputes.review.upheld"] == 1
    assert [each for each in page.cards if each.isVisible()] == [card]
    assert "读到了 200 个数据、6 个部分" in words(page)
    assert window.focusWidget() is page.primary
    press(page, f"doubt_again_{card.number}")
    assert "读到了 185 个数据" in words(page)
    assert len([each for each in page.cards if each.isVisible()]) == len(page.cards) > 1
    press(page, f"doubt_{card.number}_take")
    again = _opened(window, tmp_path / "页.html")
    assert again.reading.numbers["disputes.review.upheld"] == 1


def test_a_doubt_about_a_whole_table_shows_what_was_read_of_it(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "宽.html"
    row = "<tr><td>规章</td><td>0</td><td>0</td><td>0</td>"
    path.write_text(NORMAL.read_text("utf-8").replace(row, f"{row}<td>2</td>"), "utf-8")
    page = _opened(window, path)
    (card,) = page.cards
    assert "行政许可：12" in words(card)
    assert "读到 10 / 10 格" in words(card)
    press(page, "doubt_1_table")
    assert page._tables is not None
    assert page._tables.grid.objectName() == "grid_disclosure"


def _without_table_four(folder: Path) -> Path:
    """The sound page with a row of figures in the place of table four."""
    text = NORMAL.read_text("utf-8")
    start = text.index("<table", text.index("四、政府信息公开行政复议"))
    figures = "".join(f"<td>{figure}</td>" for figure in (1, 0, 2, 0, 3, *[0] * 10))
    path = folder / "页.html"
    path.write_text(
        f"{text[:start]}<table border=1><tr>{figures}</tr></table>{text[text.index('<p>五、', start) :]}", "utf-8"
    )
    return path


def test_a_portal_page_that_is_pasted_and_a_pdf_that_is_dropped_are_read(window: MainWindow) -> None:
    copied = QMimeData()
    copied.setHtml((NORMAL.parent / "01_portal_share_bar.html").read_text("utf-8"))
    QGuiApplication.clipboard().setMimeData(copied)
    window.activateWindow()
    wait(window.isActiveWindow)
    key(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: isinstance(window.importing.page, ReviewPage))
    page = window.importing.page
    assert isinstance(page, ReviewPage)
    assert "都读准了" in words(page)
    assert page.reading.numbers == read(NORMAL).numbers
    before = page
    data, at, action = QMimeData(), QPoint(500, 500), Qt.DropAction.CopyAction
    data.setUrls([QUrl.fromLocalFile(str(NORMAL.parent / "ruled.pdf"))])
    hand = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(at, action, data, *hand))
    QApplication.sendEvent(window, QDropEvent(QPointF(at), action, data, *hand))
    wait(lambda: window.importing.page is not before and isinstance(window.importing.page, ReviewPage))
    page = window.importing.page
    assert isinstance(page, ReviewPage)
    assert "读到了 200 个数据、6 个部分" in words(page)
