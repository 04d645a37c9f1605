"""The data folder is for this account alone, whatever the umask, and so is what an earlier version left there."""

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui.program.log import LIMIT, Log
from gui.services.remembered import Remembered
from gui.shell.window import MainWindow
from model.drafts.library import Library
from model.report.change import Place
from model.report.report import Report
from tests.gui.conftest import TODAY
from tests.gui.driving import settle, wait

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a profile private by itself")


@pytest.fixture(params=[0, 0o022, 0o077])
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def _now() -> datetime:
    return datetime.now().astimezone()


def _modes(data: Path) -> dict[str, int]:
    return {found.relative_to(data).as_posix(): found.stat().st_mode & 0o777 for found in (data, *data.rglob("*"))}


def _wanted(data: Path) -> dict[str, int]:
    return {name: 0o700 if (data / name).is_dir() else 0o600 for name in _modes(data)}


@pytest.mark.usefixtures("_umask")
def test_all_that_a_day_leaves_is_for_this_account_alone(qapp: QApplication, seed: Report, tmp_path: Path) -> None:
    assert qapp
    data = tmp_path / "家" / "data"
    log = Log(data / "log")
    log.note("the first thing that is written")
    window = MainWindow(tmp_path / "文档", data, lambda: TODAY, lambda: "0")
    window.show()
    window.show_start()
    made = window.library.create(seed, _now())
    made.file.close()
    assert window.open_file(made.file.path)
    assert window.wizard is not None
    window.wizard.go(Place("overview", span=(3, 3)))
    window.keep_copy()
    assert window.close_report()
    wait((data / "list.json").exists)
    Remembered(data).keep(window)
    log.path.write_bytes(bytes(LIMIT + 1))
    log.note("in a new file")
    window.close()
    window.deleteLater()
    settle()
    found = _modes(data)
    assert found == _wanted(data)
    names = {"settings.ini", "places.ini", "list.json", "station.txt", "layout.txt", "log/nianbao.log", "history"}
    assert names <= found.keys()


def test_what_others_could_read_is_closed_to_them_at_the_start(seed: Report, tmp_path: Path) -> None:
    data = tmp_path / "data"
    made = Library(tmp_path / "文档", data).create(seed, _now())
    made.file.close()
    for name in ("settings.ini", "places.ini", "log/nianbao.log"):
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_bytes(b"")
    outside = tmp_path / "elsewhere.txt"
    outside.write_bytes(b"")
    outside.chmod(0o644)
    (data / "link.txt").symlink_to(outside)
    for found in (data, *data.glob("*"), *data.glob("log/*"), *data.glob("locks/*"), *data.glob("history/*")):
        if not found.is_symlink():
            found.chmod(0o777 if found.is_dir() else 0o666)
    Library(tmp_path / "文档", data).leftovers()
    (data / "link.txt").unlink()
    assert _modes(data) == _wanted(data)
    assert outside.stat().st_mode & 0o777 == 0o644, "a link is not followed"
