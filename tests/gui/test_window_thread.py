"""Other threads speak to the window only through one object that outlives every other; nothing they say is lost."""

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from gui.services.window_thread import call_soon_threadsafe
from tests.gui.driving import settle, wait
from tests.tools import PATIENCE_S

ROOT = Path(__file__).parents[2]

OWNERS_THAT_GO = """
import sys, time
from datetime import date
from pathlib import Path
from shiboken6 import delete
from tests.tools import application
app = application()
from gui.session.listing_job import ListingJob
from model.drafts.library import Library
library = Library(Path(sys.argv[1]), Path(sys.argv[1]) / "data")
for _ in library.list.scan():
    pass
entries = [library.list.read(entry) or entry for entry in library.list.now()]
for round in range(120):
    job = ListingJob(library, lambda: date(2026, 1, 10))
    job.start()
    job.ask(library.list.now())
    time.sleep(0.0001 * (round % 40))
    if round % 2:
        app.processEvents()
    delete(job)
print("went on")
"""


class Hearer(QObject):
    """Hears, and notes what."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def hear(self, number: int) -> None:
        self.heard.append(number)


def test_whoever_lets_go_of_a_list_that_is_being_read_goes_on(tmp_path: Path) -> None:
    seed = (ROOT / "tests" / "data" / "seed.nianbao").read_bytes()
    for number in range(3):
        (tmp_path / f"{number}.nianbao").write_bytes(seed)
    ran = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", OWNERS_THAT_GO, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=4 * PATIENCE_S,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "went on\n", "")


def test_every_call_out_of_many_threads_is_heard_in_the_windows_own(qapp: object) -> None:
    hearer = Hearer()
    tell = call_soon_threadsafe(hearer.hear)
    threads = [Thread(target=lambda first=first: [tell(first + n) for n in range(100)]) for first in (0, 100, 200)]
    for thread in threads:
        thread.start()
    assert hearer.heard == []
    wait(lambda: len(hearer.heard) == 300)
    assert sorted(hearer.heard) == list(range(300))
    assert qapp


@pytest.mark.parametrize("goes", [delete, repr], ids=["by Qt", "by Python"])
def test_nothing_is_told_to_somebody_who_is_gone(qapp: object, goes: Callable[[object], object]) -> None:
    hearer = Hearer()
    heard, tell = hearer.heard, call_soon_threadsafe(hearer.hear)
    tell(1)
    goes(hearer)
    del hearer
    settle()
    tell(2)
    settle()
    assert heard == []
    assert qapp


def test_no_thread_is_given_a_signal() -> None:
    given = [
        (path.name, ast.unparse(argument))
        for path in (ROOT / "gui").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith((".submit", ".add_done_callback", "Thread"))
        for argument in (*call.args, *(word.value for word in call.keywords))
    ]
    assert given
    assert [each for each in given if ".emit" in each[1] or "lambda" in each[1]] == []
