"""When the program itself is wrong: the work first, then one dialog a cause, and a log without a word of the report."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui.program.log import LIMIT, Log
from gui.program.uncaught import Uncaught
from tests.gui.driving import settle, wait

SECRET = "云岭县水务局收到申请 8675309 件"


class Told:
    """What the hook did, in order."""

    def __init__(self, tmp_path: Path) -> None:
        self.log = Log(tmp_path / "log")
        self.order: list[str] = []
        self.hook = Uncaught(self.log, self.keep, self.tell)

    def keep(self) -> Path:
        self.order.append("kept")
        return Path("copy.nianbao")

    def tell(self, log: Path, copy: Path | None) -> None:
        self.order.append(f"told {log.name} {copy}")

    def fail(self) -> None:
        try:
            int(SECRET)
        except ValueError as error:
            self.hook.handle(type(error), error, error.__traceback__)


@pytest.fixture
def told(qapp: QApplication, tmp_path: Path) -> Told:
    assert qapp is not None
    return Told(tmp_path)


def test_the_work_is_kept_before_anything_is_said(told: Told) -> None:
    told.fail()
    settle()
    assert told.order == ["kept", "told nianbao.log copy.nianbao"]


def test_one_dialog_a_cause(told: Told) -> None:
    for _ in range(3):
        told.fail()
    settle()
    assert told.order.count("kept") == 3
    assert sum(line.startswith("told") for line in told.order) == 1


def test_the_log_names_type_and_place_and_nothing_of_the_report(told: Told) -> None:
    told.fail()
    written = told.log.path.read_text(encoding="utf-8")
    assert "builtins.ValueError at gui/test_uncaught.py" in written
    assert "in fail" in written
    for word in (SECRET, "8675309", "水务局"):
        assert word not in written


def test_errors_of_other_threads_arrive(told: Told) -> None:
    told.hook.install()
    try:
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        wait(lambda: any(line.startswith("told") for line in told.order))
    finally:
        told.hook.uninstall()
    assert "ZeroDivisionError" in told.log.path.read_text(encoding="utf-8")


def test_the_log_begins_anew_when_it_is_long(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.path.write_text("x" * (LIMIT + 1), encoding="utf-8")
    log.note("start")
    assert log.path.stat().st_size < 100
    assert (tmp_path / "nianbao.1.log").exists()


def test_a_log_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way")
    Log(tmp_path / "log").note("start")
