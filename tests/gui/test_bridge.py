"""The session for Qt: signals for what changed, and a file that is never more than a second behind."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from threading import Event, Timer, get_ident
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from gui.session import autosave, checking
from gui.session.autosave import Autosave
from gui.session.bridge import Bridge
from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.library import Library, Opened
from model.files import atomic
from model.form.form import CellError
from model.report.change import Change, Place
from model.report.report import Agency, new_report
from model.session.answers import dismissed, restored
from model.session.edits import (
    Edit,
    carry_out,
    set_agency,
    set_deadline,
    set_layout,
    set_note,
    set_number,
    set_numbers,
    set_remark,
    set_text,
    set_title,
    set_year,
)
from model.session.opened import session_of
from model.session.session import Session
from model.session.zero_fill import zero_fill
from model.structs import replace
from tests.disks import freeze, hanging_disk, held_open, thaw
from tests.tools import PATIENCE_S

TODAY = date(2025, 1, 9)
RECEIVED = "applications.received.natural_person"
SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"


def _now() -> datetime:
    return datetime.now().astimezone()


def _until(done: Callable[[], object]) -> None:
    """Let events happen until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not done():
        assert time.monotonic() < end, "it did not happen"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)


def _turns(count: int) -> None:
    """Let the event loop go round some times."""
    for _ in range(count):
        QCoreApplication.processEvents()
        time.sleep(0.002)


class Heard:
    """A bridge on a new draft, and every signal it gave."""

    def __init__(self, opened: Opened) -> None:
        self.path = opened.file.path
        self.bridge = Bridge(session_of(opened, TODAY), opened.file)
        self.changes: list[Change] = []
        self.saved: list[datetime] = []
        self.failed: list[str] = []
        self.aside: list[Path] = []
        self.bridge.changed.connect(self.changes.append)
        self.bridge.saved.connect(self.saved.append)
        self.bridge.save_failed.connect(self.failed.append)
        self.bridge.kept_aside.connect(self.aside.append)

    def on_disk(self) -> object:
        return draft.load(self.path).report.value(RECEIVED)

    @property
    def autosave(self) -> Autosave:
        """What saves."""
        assert self.bridge._autosave is not None
        return self.bridge._autosave

    @property
    def timer(self) -> QTimer:
        """What the next save waits for."""
        return self.autosave._timer


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library in empty folders."""
    return Library(tmp_path / "文档", tmp_path / "data")


@pytest.fixture
def heard(library: Library, qapp: QCoreApplication) -> Iterator[Heard]:
    """A bridge on a new draft."""
    assert qapp
    heard = Heard(library.create(new_report(2024, Agency("某局")), _now()))
    yield heard
    heard.bridge.close()


def test_an_edit_is_told_and_saved_by_itself_soon(heard: Heard) -> None:
    change = heard.bridge.do(set_number(RECEIVED, 5))
    assert heard.changes == [change]
    assert heard.timer.isActive()
    assert heard.timer.interval() == autosave.DELAY_MS < 500
    _until(lambda: heard.saved)
    assert heard.on_disk() == 5
    assert not heard.bridge.session.unsaved


def test_typing_on_puts_no_save_off(heard: Heard) -> None:
    """The first unsaved edit starts the clock, and those after it leave it running."""
    starts: list[int] = []
    start, edits = heard.timer.start, 0

    def counted() -> None:
        starts.append(edits)
        start()

    setattr(heard.timer, "start", counted)  # noqa: B010 - for a type checker a method is no attribute
    while len(heard.saved) < 3:
        edits += 1
        heard.bridge.do(set_number(RECEIVED, edits))
        _turns(1)
    assert len(starts) <= len(heard.saved) + 1 < edits
    _until(lambda: not heard.bridge.session.unsaved)
    assert heard.on_disk() == edits


def test_what_did_not_change_is_not_written(heard: Heard) -> None:
    before = heard.path.stat().st_mtime_ns
    heard.bridge.do(set_number(RECEIVED, None))
    heard.bridge.do(set_number(RECEIVED, 1))
    heard.bridge.undo()
    assert heard.bridge.save_now() is None
    _until(lambda: not heard.timer.isActive())
    _turns(20)
    assert not heard.saved
    assert heard.path.stat().st_mtime_ns == before


def test_an_edit_made_during_a_save_is_saved_next(heard: Heard) -> None:
    heard.bridge.saved.connect(lambda _: heard.bridge.do(set_number(RECEIVED, 2)))
    heard.bridge.do(set_number(RECEIVED, 1))
    _until(lambda: len(heard.saved) == 2)
    assert heard.on_disk() == 2


def test_saving_now_waits_for_what_was_edited_during_a_save_and_tells_its_trouble(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow disk that is full after the first of two saves."""
    begun, go_on, write = list[Path](), Event(), atomic.write

    def slow(path: Path, *content: Any, **how: Any) -> None:
        if path == heard.path:
            begun.append(path)
            assert go_on.wait(PATIENCE_S)
            if len(begun) > 1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        write(path, *content, **how)

    with monkeypatch.context() as disk:
        disk.setattr(atomic, "write", slow)
        heard.bridge.do(set_number(RECEIVED, 1))
        _until(lambda: begun)
        heard.bridge.do(set_number(RECEIVED, 2))
        _until(lambda: heard.autosave._overdue)
        go_on.set()
        assert "磁盘空间不足" in str(heard.bridge.save_now())
        assert heard.on_disk() == 1
    assert heard.bridge.save_now() is None
    assert heard.on_disk() == 2


def test_a_refused_edit_is_not_told(heard: Heard) -> None:
    with pytest.raises(CellError):
        heard.bridge.do(set_number(RECEIVED, -1))
    assert not heard.changes


def test_every_edit_goes_through_and_back(heard: Heard) -> None:
    bridge, first = heard.bridge, heard.bridge.session.report
    hint = next(finding for finding in bridge.session.findings if finding.severity != "error")
    edits: list[Callable[[], Change]] = [
        lambda: bridge.do(set_numbers({RECEIVED: 3})),
        lambda: bridge.do(carry_out("natural_person")),
        lambda: bridge.do(zero_fill(bridge.session.report, "disputes").edit),
        lambda: bridge.do(set_text("overview", "一")),
        lambda: bridge.do(set_title("标题")),
        lambda: bridge.do(set_note("disputes", "注")),
        lambda: bridge.do(set_remark(RECEIVED, "谁报的")),
        lambda: bridge.do(set_agency(phone="1")),
        lambda: bridge.do(set_year(2023)),
        lambda: bridge.do(set_deadline(TODAY)),
        lambda: bridge.do(set_layout(signature=True)),
        lambda: bridge.do(dismissed([hint], "已核对")),
        lambda: bridge.do(restored(bridge.session.report.dismissed[0])),
        lambda: bridge.do(Edit(lambda report: replace(report, title=None), Place("title"))),
    ]
    for edit in edits:
        assert edit()
    assert len(heard.changes) == len(edits)
    last = bridge.session.report
    while bridge.undo():
        pass
    assert bridge.session.report is first
    while bridge.redo():
        pass
    assert bridge.session.report is last
    assert bridge.save_now() is None
    assert draft.load(heard.path).report == last


def test_texts_are_checked_in_a_pause_and_not_at_the_keystroke(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    def codes() -> set[str]:
        return {finding.check for finding in heard.bridge.session.findings}

    assert checking.PAUSE_MS < 500
    with monkeypatch.context() as without_a_pause:
        without_a_pause.setattr(checking, "PAUSE_MS", 10_000_000)
        for count in range(20):
            assert not heard.bridge.do(set_text("overview", "共XX件。" + "字" * count)).findings
            _turns(5)
        assert "Y-04" not in codes()
    assert not heard.bridge.do(set_text("overview", "共XX件。")).findings
    _until(lambda: "Y-04" in codes())
    assert heard.changes[-1] == Change(findings=True)
    heard.bridge.do(set_text("overview", "共收到申请。"))
    assert heard.bridge.recheck().findings
    assert "S-14" not in codes()


def test_a_place_that_is_gone_is_told_once_and_written_when_it_is_back(heard: Heard, library: Library) -> None:
    away = library.folder.rename(library.folder.with_name("移走"))
    heard.bridge.do(set_number(RECEIVED, 1))
    _until(lambda: heard.failed)
    heard.bridge.do(set_number(RECEIVED, 2))
    assert heard.bridge.save_now() == heard.failed[0]
    assert len(heard.failed) == 1
    assert "保存的位置不见了" in heard.failed[0]
    assert "暂存" in heard.failed[0]
    away.rename(library.folder)
    _until(lambda: heard.saved)
    assert heard.on_disk() == 2
    assert len(heard.failed) == 1
    assert heard.bridge.save_now() is None


def test_closing_without_a_place_keeps_the_work(library: Library, heard: Heard) -> None:
    away = library.folder.rename(library.folder.with_name("移走"))
    heard.bridge.do(set_number(RECEIVED, 7))
    heard.bridge.close()
    away.rename(library.folder)
    assert heard.on_disk() is None
    (left,) = library.leftovers()
    assert left.copy is not None
    again = Heard(library.open(left.path, _now(), copy=left.copy))
    assert again.on_disk() == 7, "written before anything else"
    again.bridge.close()
    assert again.on_disk() == 7
    assert not library.leftovers()


def test_closing_does_not_wait_for_a_place_that_does_not_answer(
    tmp_path: Path, qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    monkeypatch.setattr("gui.session.autosave.HANGING_S", 0.5)
    with hanging_disk(tmp_path / "共享") as disk:
        library = Library(disk, tmp_path / "data")
        opened = library.create(new_report(2024, Agency("某局")), _now())
        heard = Heard(opened)
        heard.bridge.do(set_number(RECEIVED, 1))
        freeze(disk)
        hung = Timer(PATIENCE_S, thaw, [disk])
        hung.start()
        line = heard.bridge.save_now()
        heard.bridge.close()
        assert hung.is_alive()
        hung.cancel()
        assert heard.on_disk() is None, "what was written to the place is waited for"
        assert heard.failed == [line]
        assert "没有回应" in str(line)
        (copy,) = (tmp_path / "data").glob("recovery/*/draft.nianbao")
        assert draft.load(copy).report.value(RECEIVED) == 1
        thaw(disk)
        _until(lambda: heard.on_disk() == 1)
        opened.file.close()


def test_a_change_made_elsewhere_stops_saving_until_the_clerk_decides(heard: Heard) -> None:
    stopped = list[str]()
    heard.bridge.stopped.connect(stopped.append)
    draft.save(Draft(new_report(2024, Agency("别的局"))), heard.path, _now())
    for count in (1, 2, 3):
        heard.bridge.do(set_number(RECEIVED, count))
        assert "在别处被改过" in str(heard.bridge.save_now())
    assert len(stopped) == 1, "asked once"
    assert not heard.aside
    assert draft.load(heard.path).report.agency.name == "别的局"
    assert heard.bridge.decide() is None
    assert [draft.load(path).report.agency.name for path in heard.aside] == ["别的局"]
    assert heard.on_disk() == 3


def test_closing_saves_what_is_not_saved_yet(library: Library, heard: Heard) -> None:
    heard.bridge.do(set_number(RECEIVED, 1))
    heard.bridge.close()
    assert heard.on_disk() == 1
    reopened = library.open(heard.path, _now())
    assert not reopened.read_only
    reopened.file.close()


def test_a_draft_open_elsewhere_is_only_looked_at(heard: Heard, library: Library, tmp_path: Path) -> None:
    heard.bridge.close()
    with held_open(heard.path, tmp_path / "data"):
        looking = Heard(library.open(heard.path, _now()))
        assert not looking.bridge.do(set_number(RECEIVED, 1))
        assert looking.bridge.save_now() is None
        assert looking.bridge.keep_copy() is None
        looking.bridge.close()
        assert not looking.changes


def test_an_emergency_copy_is_offered_at_the_next_start(heard: Heard, library: Library) -> None:
    heard.bridge.session.do(set_number(RECEIVED, 9))
    copy = heard.bridge.keep_copy()
    assert copy is not None
    assert draft.load(copy).report.value(RECEIVED) == 9
    assert not library.leftovers(), "it is still open"


def test_a_bridge_without_a_file_keeps_nothing(qapp: QCoreApplication) -> None:
    assert qapp
    bridge = Bridge(Session(draft.load(SEED), TODAY))
    assert bridge.do(set_number(RECEIVED, 9))
    assert bridge.save_now() is None
    assert bridge.keep_copy() is None
    bridge.close()


def test_a_disk_that_takes_for_ever_and_then_fails_does_not_stop_the_typing(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Edits are made and told while a save is under way, which goes on a thread of its own."""
    threads: list[int] = []
    go_on = Event()

    def write(path: Path, *_: object, **__: object) -> None:
        threads.append(get_ident())
        assert go_on.wait(PATIENCE_S)
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    with monkeypatch.context() as slow:
        slow.setattr(atomic, "write", write)
        heard.bridge.do(set_number(RECEIVED, 1))
        _until(lambda: threads)
        for count in range(2, 201):
            heard.bridge.do(set_number(RECEIVED, count))
            _turns(1)
        assert len(heard.changes) == 200
        assert not heard.failed
        assert not heard.saved
        go_on.set()
        _until(lambda: heard.failed)
    assert get_ident() not in threads
    assert heard.bridge.save_now() is None
    assert heard.on_disk() == 200
