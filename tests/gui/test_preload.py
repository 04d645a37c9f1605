"""Imports ahead of need: nothing waits for them, nothing breaks by them, and they end with the window."""

import os
import subprocess
import sys
from pathlib import Path

from gui.preload import Preload
from tests.gui.conftest import SEED
from tests.gui.driving import wait

ROOT = Path(__file__).parents[2]
_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gui import app
application = QApplication(["nianbao"])
def leave():
    window, = (top for top in application.topLevelWidgets() if top.objectName() == "main_window")
    print("gui.wizard" in sys.modules, "gui.pages.finish" in sys.modules, window.wizard is not None)
    window.close()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, leave))
sys.exit(app.run(Path(sys.argv[1]) if sys.argv[1:] else None))
"""


def _run(folder: Path, *arguments: str) -> str:
    """What the program says when it is closed as soon as its drafts are listed."""
    places = {"NIANBAO_DOCUMENTS": str(folder / "文档"), "NIANBAO_DATA": str(folder / "data")}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _PROGRAM, *arguments],
        cwd=ROOT,
        env={**os.environ, **places},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr.replace("This plugin does not support propagateSizeHints()", "").strip() == ""
    return done.stdout.strip()


def test_a_window_closed_at_once_imports_nothing_more(tmp_path: Path) -> None:
    assert _run(tmp_path) == "False False False"


def test_a_draft_opens_before_anything_is_imported_ahead(tmp_path: Path) -> None:
    draft = tmp_path / "某局.nianbao"
    draft.write_bytes(SEED.read_bytes())
    assert _run(tmp_path, str(draft)) == "True False True"
    assert draft.read_bytes() == SEED.read_bytes()


def test_what_cannot_be_imported_is_passed_over(qapp: object) -> None:
    assert qapp
    preload, ends = Preload(["no.such.module", "json"]), list[bool]()
    preload.done.connect(lambda: ends.append(True))
    preload.start()
    wait(lambda: bool(ends))
