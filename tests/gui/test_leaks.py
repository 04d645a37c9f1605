"""Opening and closing a report again and again costs nothing that stays."""

import gc
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.pages.start.draft_row import DraftRow
from gui.shell.window import MainWindow
from model.drafts.draft import load, save
from tests.gui.conftest import SEED
from tests.gui.driving import every, settle, wait
from tests.tools import PATIENCE_S, malloc_in_use

WARM, CYCLES = 10, 30
PAGES = ("agency", "overview", "applications", "finish")
REST_MS = 500
MEMORY = 16.0
"""The most that the twenty cycles after the warming up may add, in MB: a kept session costs 2 to 4 each time."""
IN_USE = 400
"""The most of it that Qt and the bindings may keep, in KB: an entry kept for each connection makes 1,100."""

pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="counts what Linux tells of a process")


def _memory() -> float:
    """What the process holds, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _held(window: MainWindow) -> dict[str, int]:
    """Live widgets, objects of the window, Python's halves of Qt's objects, threads, file descriptors."""
    for thread in threading.enumerate():
        if thread.name == "heartbeat":  # of a lock that was released just now
            thread.join(PATIENCE_S)
    gc.unfreeze()  # what was imported ahead is frozen at some time, and would count no longer
    gc.collect()
    return {
        "widgets": len(QApplication.allWidgets()),
        "objects": sum(1 for _ in window.findChildren(QObject)),
        "wrappers": sum(isinstance(found, QObject) for found in gc.get_objects()),
        "threads": threading.active_count(),
        "descriptors": len(list(Path("/proc/self/fd").iterdir())),
    }


def _at_rest(window: MainWindow) -> dict[str, int]:
    """The same once nothing goes on any more: when the draft's row says how far it is, and it is the same twice."""
    wait(lambda: [row.stated for row in every(window.start, DraftRow)] == [True])
    found, now = None, _held(window)
    while now != found:
        QTest.qWait(REST_MS)
        found, now = now, _held(window)
    return now


def _cycle(window: MainWindow, path: Path) -> None:
    assert window.open_file(path)
    for page in PAGES:
        assert window.wizard is not None
        window.wizard.show_page(page)
        settle()
    assert window.close_report()
    settle()


def test_reports_opened_and_closed_again_and_again_leave_nothing_behind(window: MainWindow, tmp_path: Path) -> None:
    draft = load(SEED)
    path = tmp_path / "文档" / "一份.nianbao"
    path.parent.mkdir(exist_ok=True)
    save(draft, path, datetime(2025, 1, 9, tzinfo=UTC))
    for _ in range(WARM):
        _cycle(window, path)
    held, memory, in_use = _at_rest(window), _memory(), malloc_in_use()
    for _ in range(WARM, CYCLES):
        _cycle(window, path)
    # what reads the list of drafts lives, and has files open, for as long as it takes on a busy machine
    wait(lambda: all(many <= held[name] for name, many in _held(window).items()))
    assert _memory() - memory < MEMORY
    assert (malloc_in_use() - in_use) / 2**10 < IN_USE
