"""The window is closed in the midst of what goes on in a thread: the program goes on, in silence, and ends."""

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from gui.shell.window import MainWindow
from model.drafts.draft import load
from model.report.report import Report
from tests.gui.conftest import SEED
from tests.tools import PATIENCE_S

ROOT = Path(__file__).parents[2]
TIMES = int(os.environ.get("NIANBAO_CLOSINGS", "4"))
NO_SCREEN = "This plugin does not support"


@pytest.mark.parametrize("what", ["list", "open", "read", "edit", "word", "pdf"])
def test_the_window_can_be_closed_in_the_midst_of_it(what: str, tmp_path: Path) -> None:
    drafts = tmp_path / "文档"
    drafts.mkdir()
    for number in range(40 if what == "list" else 2):
        shutil.copyfile(SEED, drafts / f"{number}.nianbao")
    shutil.copyfile(ROOT / "tests" / "data" / "import" / "02_lo_saved.doc", tmp_path / "收到的.doc")
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-X", "faulthandler", "-m", "tests.gui.closer", what, str(tmp_path), str(TIMES)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=4 * PATIENCE_S,
    )  # fmt: skip
    said = [line for line in ran.stderr.splitlines() if not line.startswith(NO_SCREEN)]
    assert (ran.returncode, said, ran.stdout) == (0, [], f"{TIMES} times\n")
    for number in range(2):
        load(drafts / f"{number}.nianbao")
    assert not list(drafts.glob(".nianbao-*")), "no lock, nothing half-written"


def test_the_list_is_not_read_on_after_the_window_was_closed_while_a_draft_was_being_opened(
    window: MainWindow, seed: Report
) -> None:
    made = window.library.create(seed, datetime.now().astimezone())
    made.file.close()
    window.stage.read_list()
    window.opening.open_soon(made.file.path)
    window.opening._step()
    assert window.close()
    assert window.stage.listing._worker is None
