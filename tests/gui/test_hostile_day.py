"""A whole day with a hostile draft, page and clipboard: no file is opened that the program did not choose, no socket.

Every file that the program and its children open is seen by `strace`; what is opened must lie where the program, its
libraries, the system's settings and its own data lie, or be one of the files that the clerk named.
"""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from model.drafts.draft import Draft, load, save
from tests.gui.conftest import SEED
from tests.gui.hostile import hostile
from tests.tools import PATIENCE_S, need

ROOT = Path(__file__).parents[2]
COPIED = ROOT / "tests" / "data" / "reading" / "08_copied_from_pdf.txt"
NAMED = ("received.nianbao", "page.html", "page.txt")
SYSTEM = (
    "/usr/",
    "/lib",
    "/etc/",
    "/proc/",
    "/sys/",
    "/dev/",
    "/var/cache/fontconfig",
    "/var/lib/dbus/machine-id",
    "/run/",
)
_OPENED = re.compile(r'(?:open|openat|openat2)\((?:[A-Z_]+, |\d+<[^>]*>, )?"((?:[^"\\]|\\.)*)"(.*)')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clerk's folder after the day, with all that was opened in `log`."""
    place = tmp_path_factory.mktemp("day")
    for name in ("trap", "control"):
        QImage(2, 2, QImage.Format.Format_RGB32).save(str(place / f"{name}.png"))
    for name in ("documents", "data", "tmp", "home"):
        (place / name).mkdir()
    evil = _evil(place / "trap.png")
    save(Draft(hostile(load(SEED).report, evil)), place / "received.nianbao", datetime(2025, 1, 9, tzinfo=UTC))
    copied = COPIED.read_text("utf-8")
    (place / "page.txt").write_text(f"{copied}\n{evil}做了工作。\n", "utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in copied.splitlines())
    (place / "page.html").write_text(f"<html><head>{evil}</head><body>{evil}{paragraphs}</body></html>", "utf-8")
    names = "open,openat,openat2,socket,connect"
    watch: list[str | Path] = [need("strace"), "-f", "-qq", "-s", "4096", "--seccomp-bpf", "-o", place / "log"]
    environment = {**os.environ, "TMPDIR": str(place / "tmp"), "HOME": str(place / "home")}
    done = subprocess.run(
        [*watch, "-e", f"trace={names}", sys.executable, "-m", "tests.gui.hostile_day", place],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=4 * PATIENCE_S,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return place


def _evil(trap: Path) -> str:
    """Words that make a careless reader open a file, on this machine or on another."""
    return (
        f'<img src="file://{trap}"><img src="{trap}"><link rel="stylesheet" href="file://{trap}">'
        f'<style>@import url("file://{trap}"); p {{ background: url({trap}) }}</style><iframe src="{trap}"></iframe>'
        '<img src="http://192.0.2.1/x.png"><img src="//192.0.2.1/share/x.png"><img src="\\\\192.0.2.1\\share\\x.png">'
        f'<!DOCTYPE a [<!ENTITY b SYSTEM "file://{trap}">]>&b;'
    )


def _opened(folder: Path) -> list[tuple[str, bool]]:
    """Every path that was asked for, absolute, and whether it was opened."""
    found = []
    for line in (folder / "log").read_text("utf-8", "replace").splitlines():
        call = _OPENED.search(line)
        if call is not None:
            raw = call[1].encode("latin-1", "replace").decode("unicode_escape").encode("latin-1", "replace")
            found.append((os.path.normpath(ROOT / raw.decode("utf-8", "replace")), " = -1 " not in call[2]))
    return found


def test_no_file_is_opened_that_the_program_did_not_choose(folder: Path) -> None:
    opened = _opened(folder)
    assert str(folder / "control.png") in [path for path, _ in opened], "the watch does not see what Qt opens"
    assert {str(folder / name) for name in NAMED} <= {path for path, _ in opened}
    assert [path for path, _ in opened if Path(path).name in ("trap.png", "x.png") or "/192.0.2.1" in path] == []
    own = [folder / name for name in ("documents", "data", "tmp", "home", "control.png", *NAMED)]
    places = (*SYSTEM, *map(str, own), str(ROOT), sys.prefix, sys.base_prefix, str(Path(sys.executable).resolve()))
    beside = re.compile(re.escape(str(folder)) + r"(?:/(?:\.nianbao-[0-9a-f]+\.(?:lock|tmp)|[^/]*\.docx))?")
    strange = {path for path, done in opened if done and not path.startswith(places) and not beside.fullmatch(path)}
    assert strange == set()


def test_no_socket_to_a_network_is_made(folder: Path) -> None:
    assert "AF_INET" not in (folder / "log").read_text("utf-8", "replace")
