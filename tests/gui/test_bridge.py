"""The session for Qt: signals for what changed, and a file that is never more than a second behind."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop

from gui.session.bridge import Bridge
from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.library import Library, Opened
from model.form.form import CellError
from model.report.report import Agency, new_report
from model.session.opened import session_of
from model.session.session import Change, Place, Session
from tests.disks import freeze, hanging_disk, held_open, thaw

TODAY = date(2025, 1, 9)
RECEIVED = "applications.received.natural_person"
SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"


def _now() -> datetime:
    return datetime.now().astimezone()


def _until(done: Callable[[], object], seconds: float = 5.0) -> float:
    """Let events happen until something is so; how long that took, in seconds."""
    start = time.monotonic()
    while not done():
        assert time.monotonic() - start < seconds, "it did not happen"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)
    return time.monotonic() - start


def _wait(seconds: float) -> None:
    end = time.monotonic() + seconds
    _until(lambda: time.monotonic() > end)


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


def test_an_edit_is_told_and_saved_within_a_second(heard: Heard) -> None:
    change = heard.bridge.set_number(RECEIVED, 5)
    assert heard.changes == [change]
    assert _until(lambda: heard.saved) < 1
    assert heard.on_disk() == 5
    assert not heard.bridge.session.unsaved


def test_an_edit_waits_less_than_a_second_while_typing_goes_on(heard: Heard) -> None:
    made: list[float] = []
    late, end = 0.0, time.monotonic() + 2.5
    while time.monotonic() < end:
        heard.bridge.set_number(RECEIVED, len(made) + 1)
        made.append(time.monotonic())
        _wait(0.01)
        saved = int(str(heard.on_disk() or 0))
        if saved < len(made):
            late = max(late, time.monotonic() - made[saved])
    assert late < 1
    assert len(heard.saved) >= 3


def test_what_did_not_change_is_not_written(heard: Heard) -> None:
    before = heard.path.stat().st_mtime_ns
    heard.bridge.set_number(RECEIVED, None)
    heard.bridge.set_number(RECEIVED, 1)
    heard.bridge.undo()
    assert heard.bridge.save_now() is None
    _wait(0.6)
    assert not heard.saved
    assert heard.path.stat().st_mtime_ns == before


def test_an_edit_made_during_a_save_is_saved_next(heard: Heard) -> None:
    heard.bridge.saved.connect(lambda _: heard.bridge.set_number(RECEIVED, 2))
    heard.bridge.set_number(RECEIVED, 1)
    _until(lambda: len(heard.saved) == 2)
    assert heard.on_disk() == 2


def test_a_refused_edit_is_not_told(heard: Heard) -> None:
    with pytest.raises(CellError):
        heard.bridge.set_number(RECEIVED, -1)
    assert not heard.changes


def test_every_edit_goes_through_and_back(heard: Heard) -> None:
    bridge, first = heard.bridge, heard.bridge.session.report
    hint = next(finding for finding in bridge.session.findings if finding.severity != "error")
    edits: list[Callable[[], Change]] = [
        lambda: bridge.set_numbers({RECEIVED: 3}),
        lambda: bridge.carry_out("natural_person"),
        lambda: bridge.fill_zero("disputes"),
        lambda: bridge.set_text("overview", "一"),
        lambda: bridge.set_title("标题"),
        lambda: bridge.set_note("disputes", "注"),
        lambda: bridge.set_remark(RECEIVED, "谁报的"),
        lambda: bridge.set_agency(phone="1"),
        lambda: bridge.set_year(2023),
        lambda: bridge.set_deadline(TODAY),
        lambda: bridge.set_layout(signature=True),
        lambda: bridge.dismiss(hint, "已核对"),
        lambda: bridge.restore(bridge.session.report.dismissed[0]),
        lambda: bridge.apply(lambda report: replace(report, title=None), Place("title")),
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


def test_texts_are_checked_in_a_pause_and_not_at_the_keystroke(heard: Heard) -> None:
    def codes() -> set[str]:
        return {finding.check for finding in heard.bridge.session.findings}

    for count in range(20):
        assert not heard.bridge.set_text("overview", "共XX件。" + "字" * count).findings
        _wait(0.02)
    assert "Y-04" not in codes()
    _until(lambda: "Y-04" in codes(), 1)
    assert heard.changes[-1] == Change(findings=True)
    heard.bridge.set_text("overview", "共收到申请。")
    assert heard.bridge.recheck().findings
    assert "S-14" not in codes()


def test_a_place_that_is_gone_is_told_once_and_written_when_it_is_back(heard: Heard, library: Library) -> None:
    away = library.folder.rename(library.folder.with_name("移走"))
    heard.bridge.set_number(RECEIVED, 1)
    _until(lambda: heard.failed)
    heard.bridge.set_number(RECEIVED, 2)
    _wait(0.6)
    assert len(heard.failed) == 1
    assert "保存的位置不见了" in heard.failed[0]
    assert "暂存" in heard.failed[0]
    assert heard.bridge.save_now() == heard.failed[0]
    away.rename(library.folder)
    assert _until(lambda: heard.saved) < 3
    assert heard.on_disk() == 2
    assert len(heard.failed) == 1
    assert heard.bridge.save_now() is None


def test_closing_without_a_place_keeps_the_work(library: Library, heard: Heard) -> None:
    away = library.folder.rename(library.folder.with_name("移走"))
    heard.bridge.set_number(RECEIVED, 7)
    heard.bridge.close()
    away.rename(library.folder)
    assert heard.on_disk() is None
    (left,) = library.leftovers()
    assert left.copy is not None
    again = Heard(library.open(left.path, _now(), copy=left.copy))
    _until(lambda: again.saved)
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
        heard.bridge.set_number(RECEIVED, 1)
        freeze(disk)
        start = time.monotonic()
        line = heard.bridge.save_now()
        heard.bridge.close()
        assert time.monotonic() - start < 3
        assert heard.failed == [line]
        assert "没有响应" in str(line)
        (copy,) = (tmp_path / "data").glob("recovery/*/draft.nianbao")
        assert draft.load(copy).report.value(RECEIVED) == 1
        thaw(disk)
        _until(lambda: heard.on_disk() == 1)
        opened.file.close()


def test_a_strangers_change_is_told(heard: Heard) -> None:
    draft.save(Draft(new_report(2024, Agency("别的局"))), heard.path, _now())
    heard.bridge.set_number(RECEIVED, 1)
    assert heard.bridge.save_now() is None
    assert [draft.load(path).report.agency.name for path in heard.aside] == ["别的局"]
    assert heard.on_disk() == 1


def test_closing_saves_what_is_not_saved_yet(library: Library, heard: Heard) -> None:
    heard.bridge.set_number(RECEIVED, 1)
    heard.bridge.close()
    assert heard.on_disk() == 1
    reopened = library.open(heard.path, _now())
    assert not reopened.read_only
    reopened.file.close()


def test_a_draft_open_elsewhere_is_only_looked_at(heard: Heard, library: Library, tmp_path: Path) -> None:
    heard.bridge.close()
    with held_open(heard.path, tmp_path / "data"):
        looking = Heard(library.open(heard.path, _now()))
        assert not looking.bridge.set_number(RECEIVED, 1)
        assert looking.bridge.save_now() is None
        assert looking.bridge.keep_copy() is None
        looking.bridge.close()
        assert not looking.changes


def test_an_emergency_copy_is_offered_at_the_next_start(heard: Heard, library: Library) -> None:
    heard.bridge.session.set_number(RECEIVED, 9)
    copy = heard.bridge.keep_copy()
    assert copy is not None
    assert draft.load(copy).report.value(RECEIVED) == 9
    assert not library.leftovers(), "it is still open"


def test_a_bridge_without_a_file_keeps_nothing(qapp: QCoreApplication) -> None:
    assert qapp
    bridge = Bridge(Session(draft.load(SEED), TODAY))
    assert bridge.set_number(RECEIVED, 9)
    assert bridge.save_now() is None
    assert bridge.keep_copy() is None
    bridge.close()


def test_a_failing_disk_does_not_stop_the_typing(heard: Heard, library: Library) -> None:
    """Edits take no longer while saves fail than while they work."""
    library.folder.rename(library.folder.with_name("移走"))
    slowest = 0.0
    for count in range(1, 200):
        start = time.perf_counter()
        heard.bridge.set_number(RECEIVED, count)
        slowest = max(slowest, time.perf_counter() - start)
        _wait(0.004)
    assert slowest < 0.016
    assert heard.failed
    library.folder.with_name("移走").rename(library.folder)
