"""Imports ahead of need: nothing waits for them, nothing breaks by them, and they end with the window."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtTest import QTest

from gui.services.preload import Preload
from tests.gui.conftest import SEED
from tests.gui.driving import wait
from tests.tools import PATIENCE_S

ROOT = Path(__file__).parents[2]
_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gui.program import app
application = QApplication(["nianbao"])
turns, imported = 0, set()
def leave():
    global turns
    window, = (top for top in application.topLevelWidgets() if top.objectName() == "main_window")
    turns += 1
    imported.add(sum(name.startswith(("gui.", "model.")) for name in list(sys.modules)))  # a thread imports too
    if turns > 2 and (window.wizard is not None or not sys.argv[1:]):
        print("gui.shell.wizard" in sys.modules, len(imported) > 3, window.wizard is not None)
        window.close()
    else:
        QTimer.singleShot(0, leave)
QTimer.singleShot(0, leave)
sys.exit(app.run(Path(sys.argv[1]) if sys.argv[1:] else None))
"""


def _run(folder: Path, *arguments: str) -> str:
    """What the program says when it is closed as soon as its drafts are listed, or the one it was given is open."""
    places = {"NIANBAO_DOCUMENTS": str(folder / "文档"), "NIANBAO_DATA": str(folder / "data")}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _PROGRAM, *arguments],
        cwd=ROOT,
        env={**os.environ, **places},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    assert done.stderr.replace("This plugin does not support propagateSizeHints()", "").strip() == ""
    return done.stdout.strip()


def test_a_window_closed_at_once_imports_nothing_more(tmp_path: Path) -> None:
    assert _run(tmp_path) == "False False False"


def test_the_window_lives_between_the_imports_that_a_draft_waits_for(tmp_path: Path) -> None:
    draft = tmp_path / "某局.nianbao"
    draft.write_bytes(SEED.read_bytes())
    assert _run(tmp_path, str(draft)) == "True True True"
    assert draft.read_bytes() == SEED.read_bytes()


def test_what_cannot_be_imported_is_passed_over(qapp: object) -> None:
    assert qapp
    preload, ends = Preload(["no.such.module", "json"]), list[bool]()
    preload.done.connect(lambda: ends.append(True))
    preload.start()
    wait(lambda: bool(ends))


def test_only_the_last_wish_is_done_when_all_is_imported(qapp: object) -> None:
    assert qapp
    preload, done = Preload(["no.such.module", "no.such.other"]), list[str]()
    preload.before(lambda: done.append("first"))
    preload.before(lambda: done.append("second"))
    assert done == []
    wait(lambda: bool(done))
    assert done == ["second"]


def test_a_stopped_one_does_nothing_more(qapp: object) -> None:
    assert qapp
    preload, done = Preload(["no.such.module"]), list[str]()
    preload.before(lambda: done.append("late"))
    preload.stop()
    QTest.qWait(50)
    assert done == []


def test_what_is_imported_already_is_not_waited_for(qapp: object) -> None:
    assert qapp
    done: list[str] = []
    Preload(["json"]).before(lambda: done.append("now"))
    assert done == ["now"]


def test_reading_a_file_imports_no_library_that_works_in_another_process() -> None:
    code = (
        "import sys; from contextlib import suppress; from importlib import import_module\n"
        "from gui.session.reading_job import modules\n"
        "for name in modules():\n"
        "    with suppress(ImportError): import_module(name)\n"
        "print(sorted(sys.modules.keys() & {'openpyxl', 'xlrd', 'doc2docx', 'pdfplumber', 'pdfminer'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
