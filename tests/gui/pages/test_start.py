"""The start screen: what is listed, begun, opened, refused and recovered."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from gui.controls.notice import Notice
from gui.pages.start import draft_list
from gui.pages.start.draft_row import DraftRow
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts.draft import Draft, dumps, save
from model.drafts.library import Library
from model.report import preamble
from model.report.report import Passed, Report
from model.structs import replace
from tests.gui.driving import commit, dialog, every, named, offer_recovery, press, settle, wait, words

NOW = datetime(2025, 1, 9, 10, 2).astimezone()


def put(window: MainWindow, report: Report, name: str, at: datetime = NOW) -> Path:
    path = window.library.folder / f"{name}.nianbao"
    path.parent.mkdir(parents=True, exist_ok=True)
    save(Draft(report), path, at)
    window.show_start()
    settle()
    return path


def drop(window: MainWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(100, 100), Qt.DropAction.CopyAction, data, buttons, keys))


def notices(window: MainWindow) -> str:
    settle()
    return "\n".join(words(found) for found in every(window.start, Notice))


def test_an_empty_machine_says_how_to_begin(window: MainWindow) -> None:
    assert "点“从上年报告新建”开始" in words(window.start)
    assert "距 1 月 31 日还有 22 天" in words(window.start)


def test_the_agency_is_only_promised_when_there_is_one(window: MainWindow, seed: Report) -> None:
    tile = named(window.start, QWidget, "new_report")
    assert "沿用" not in tile.accessibleDescription()
    put(window, seed, "去年")
    assert tile.accessibleDescription() == "单位信息自动沿用上一份"


def test_lists_the_drafts_newest_first(window: MainWindow, seed: Report) -> None:
    put(window, replace(seed, year=2023), "旧", datetime(2024, 1, 15, 9, 0).astimezone())
    put(window, seed, "新")
    rows = every(window.start, DraftRow)
    assert [row.entry.year for row in rows] == [2024, 2023]
    assert "今天 10:02 保存" in words(rows[0])
    assert "2024 年 1 月 15 日 保存" in words(rows[1])


def test_the_day_they_are_due_is_said_once_and_another_day_in_its_row(window: MainWindow, seed: Report) -> None:
    put(window, seed, "县局")
    put(window, replace(seed, deadline=date(2025, 1, 20)), "另有通知的", NOW - timedelta(hours=1))
    assert words(window.start).count("距 1 月 31 日还有 22 天") == 1
    told = [words(row) for row in every(window.start, DraftRow)]
    assert ["还有 11 天" in found for found in told] == [False, True]
    put(window, replace(seed, deadline=date(2025, 1, 20)), "新的一份", NOW + timedelta(hours=1))
    assert words(window.start).count("距 1 月 20 日还有 11 天") == 1, "the head speaks of the newest one now"
    assert words(window.start).count("距 1 月 31 日还有 22 天") == 1


def test_a_season_whose_reports_are_all_published_has_no_days_left(window: MainWindow, seed: Report) -> None:
    put(window, replace(seed, published=Passed(date(2025, 1, 8))), "县局")
    assert "2024 年度报告，都已标记公布" in words(window.start)
    assert "还有" not in words(window.start)


def test_a_report_without_a_day_is_not_said_to_be_published(window: MainWindow, seed: Report) -> None:
    put(window, replace(seed, agency=replace(seed.agency, type="")), "汇总")
    assert "2024 年度报告，公布期限按当地通知" in words(window.start)
    assert "都已标记公布" not in words(window.start)


def test_begins_a_report(window: MainWindow) -> None:
    press(window, "new_report")
    asked = dialog(window)
    press(asked, "new_create")
    assert asked.isVisible()
    assert "请填写机关全称" in words(asked)
    commit(named(asked, QLineEdit, "new_name"), "云岭县水务局")
    press(asked, "new_create")
    assert window.wizard is not None
    report = window.wizard.bridge.session.report
    assert (report.agency.name, report.year) == ("云岭县水务局", 2024)
    assert preamble.is_composed(report)
    assert "云岭县水务局" in window.windowTitle()


def test_a_new_report_takes_the_agency_of_the_newest_draft(window: MainWindow, seed: Report) -> None:
    put(window, replace(seed, year=2023), "去年")
    press(window, "new_report")
    press(dialog(window), "new_create")
    assert window.wizard is not None
    assert window.wizard.bridge.session.report.agency == seed.agency


def test_opens_and_comes_back(window: MainWindow, seed: Report) -> None:
    put(window, seed, "某局")
    press(window.start, "open_draft")
    wait(lambda: window.wizard is not None)
    assert window.wizard is not None
    press(window.wizard, "back")
    assert not window.findChildren(Wizard)
    assert window.start.isVisible()


def test_a_dropped_draft_opens(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    path = tmp_path / "带 空格" / "某局.nianbao"
    path.parent.mkdir()
    save(Draft(seed), path, NOW)
    drop(window, path)
    wait(lambda: window.wizard is not None)
    assert window.wizard is not None
    assert window.wizard.path == path


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("上年.docx", b"PK\x05\x06" + bytes(18), "“上年.docx”没有读成"),
        ("照片.jpg", b"\xff\xd8\xff\xe0" + bytes(200), "这是图片"),
        ("说明", "本周工作安排。".encode(), "这不像一份政府信息公开工作年度报告"),
    ],
)
def test_what_is_no_report_gets_a_clear_line(
    window: MainWindow, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    drop(window, file)
    wait(lambda: said in notices(window))
    assert f"“{name}”" in notices(window)
    assert window.wizard is None
    assert window.importing.page is None


def test_several_files_over_an_open_report_get_a_line(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    assert window.open_file(put(window, seed, "某局"))
    assert window.wizard is not None
    drop(window, tmp_path / "a.nianbao", tmp_path / "b.nianbao")
    assert "一次只能打开一个文件" in words(window.wizard)


def test_an_unreadable_draft_offers_its_newest_version(window: MainWindow, seed: Report) -> None:
    path = put(window, seed, "某局")
    window.open_file(path)
    window.close_report()
    path.write_bytes(b"{")
    window.show_start()
    settle()
    assert "打不开" in words(window.start)
    press(window.start, "open_draft")
    press(dialog(window), "answer_restore")
    assert window.wizard is not None
    assert window.wizard.bridge.session.report.numbers == seed.numbers
    assert [file for file in path.parent.iterdir() if "损坏" in file.name]


def test_an_unreadable_draft_without_versions_is_named(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "坏.nianbao"
    path.write_bytes(b"{")
    window.open_file(path)
    assert "“坏.nianbao”打不开" in notices(window)
    assert path.read_bytes() == b"{"


def test_offers_what_a_crash_left(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    path = put(window, seed, "某局")
    other = Library(window.library.folder, tmp_path / "data")
    opened = other.open(path, NOW)
    opened.file.keep_copy(Draft(seed.with_number("applications.received.natural_person", 9)), NOW)
    opened.file.close()
    offer_recovery(window)
    assert "有没写进草稿的修改" in notices(window)
    press(window.start, "use_recovery")
    assert window.wizard is not None
    assert window.wizard.bridge.session.report.count("applications.received.natural_person") == 9


def test_a_second_opener_reads_only(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    path = put(window, seed, "某局")
    other = Library(window.library.folder, tmp_path / "data").open(path, NOW)
    window.open_file(path)
    assert window.wizard is not None
    assert window.wizard.bridge.session.read_only
    assert "只读" in [pill.accessibleName() for pill in every(window.wizard.top, QWidget)]
    other.file.close()


def test_of_many_drafts_only_those_in_sight_have_rows(window: MainWindow, seed: Report) -> None:
    """Three hundred drafts: few rows, none read before the list is shown but the first, all of them in the end."""
    folder = window.library.folder
    folder.mkdir(parents=True)
    content = dumps(Draft(seed))
    for number in range(300):
        (folder / f"某局{number:03d}.nianbao").write_bytes(
            content.replace(b'"year": 2024', b'"year": %d' % (2021 + number % 5))
        )
    window.show_start()
    assert sum(entry.unread for entry in window.library.list.now()) == 300 - 8
    settle()
    assert "300 份" in words(window.start)
    assert 4 <= len(every(window.start.list, DraftRow)) <= 30
    wait(lambda: not any(entry.unread for entry in window.library.list.now()))
    settle()
    bar: object = window.start.findChild(QScrollArea)
    assert isinstance(bar, QScrollArea)
    bar.verticalScrollBar().setValue(bar.verticalScrollBar().maximum() // 2)
    settle()
    rows = every(window.start.list, DraftRow)
    assert len(rows) <= 30
    shown = window.library.list.now()
    places = sorted(shown.index(row.entry) for row in rows)
    assert places == list(range(places[0], places[0] + len(places)))
    assert 100 < places[0] < 200
    tops = [row.y() for row in sorted(rows, key=lambda row: shown.index(row.entry))]
    assert tops == sorted(tops)
    asked = window.stage.listing._asked
    assert len(asked) < 80, "how far a draft is, is computed for what came into sight alone"


def test_rows_that_take_the_place_of_others_come_a_slice_at_a_time(
    window: MainWindow, seed: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Earlier rows stay in sight until the new ones are there, and events are answered in between."""
    for number in range(6):
        put(window, replace(seed, year=2021 + number % 5), f"某局{number}")
    shown = window.start.list
    wait(lambda: len([row for row in every(shown, DraftRow) if row.stated]) == 6)
    with window.stage.reading_held():
        settle()
        earlier = every(shown, DraftRow)
        monkeypatch.setattr(draft_list, "SLICE_S", 0)
        entries = [row.entry._replace(agency=f"另一局{row.entry.path.stem}") for row in earlier]
        shown.show_entries(entries)
        new = [row for row in every(shown, DraftRow) if row not in earlier]
        assert [row.entry for row in new] == entries[:1]
        assert [row.isHidden() for row in earlier] == [True] + [False] * 5
        wait(lambda: [row.entry for row in sorted(every(shown, DraftRow), key=DraftRow.y)] == entries)
        settle()
        assert len(every(shown, DraftRow)) == 6
        assert shown._outdated == {}
        shown.show_entries(entries[:2])
        settle()
        assert [row.entry for row in every(shown, DraftRow)] == entries[:2]


def test_how_far_the_drafts_in_sight_are_is_shown_when_it_is_known(window: MainWindow, seed: Report) -> None:
    put(window, seed, "新")
    (row,) = every(window.start, DraftRow)
    wait(lambda: row.stated)
    assert "填写中" in words(row) or "填好了" in words(row)
    window.show_start()
    assert every(window.start, DraftRow) == [row], "a row of the same content stays"


def test_many_notices_leave_the_drafts_in_sight_and_are_all_there_when_asked_for(window: MainWindow) -> None:
    for number in range(5):
        window.stage.notice("hint", f"提示{number}")
    assert notices(window).splitlines() == ["提示3", "提示4"]
    more = named(window.start, QAbstractButton, "more_notices")
    assert more.text() == "还有 3 条提示…"
    press(window.start, "more_notices")
    assert len(notices(window).splitlines()) == 5
    assert not more.isVisibleTo(window.start)
    for _ in range(5):
        window.start._close_newest_notice()
    assert not notices(window)


def test_three_notices_are_all_shown(window: MainWindow) -> None:
    for number in range(3):
        window.stage.notice("hint", f"提示{number}")
    assert len(notices(window).splitlines()) == 3


def test_the_row_of_a_broken_draft_says_no_more_than_helps(window: MainWindow) -> None:
    window.library.folder.mkdir(parents=True, exist_ok=True)
    (window.library.folder / "坏.nianbao").write_bytes(b"{broken")
    window.show_start()
    settle()
    shown = words(named(window.start, QWidget, "draft_list"))
    assert "文件已损坏或不完整" in shown
    assert "JSON" not in shown
