"""What a foreign file says is plain text in the window: hovering, asking, pasting opens no file it names.

The files are watched by the system itself (inotify), so that what Qt opens is seen too; the first test shows that the
watch sees it.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from gui.controls.plain import harmless, tip
from gui.controls.text import Text
from gui.editor.clipboard import pasted
from gui.pages.registry import Pages
from gui.shell.desk.removing import ask_to_remove
from gui.shell.window import MainWindow
from model.drafts.draft import Draft, save
from model.report.report import Report
from tests.forms import FORM
from tests.gui.driving import every, settle, wait
from tests.gui.hostile import hostile, hover
from tests.gui.opened_files import OpenedFiles

COPIED = Path(__file__).parents[1] / "data" / "reading" / "08_copied_from_pdf.txt"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A picture that nothing may open."""
    path = tmp_path / "trap" / "x.png"
    path.parent.mkdir()
    QImage(2, 2, QImage.Format.Format_RGB32).save(str(path))
    return path


@pytest.fixture
def opened_files(trap: Path) -> Iterator[OpenedFiles]:
    with OpenedFiles(trap.parent) as watch:
        yield watch


def test_the_watch_sees_what_qt_opens(window: MainWindow, trap: Path, opened_files: OpenedFiles) -> None:
    assert not opened_files.any()
    label = QLabel(f'<img src="{trap}">', window)
    label.show()
    settle()
    assert opened_files.any()
    QToolTip.showText(QPoint(10, 10), f'<img src="file://{trap}">', window)
    settle()
    assert opened_files.any()
    QToolTip.hideText()


def test_a_received_draft_opens_no_file(
    window: MainWindow, seed: Report, trap: Path, opened_files: OpenedFiles, tmp_path: Path
) -> None:
    evil = f'<img src="file://{trap}">'
    path = tmp_path / "文档" / "年报助手" / "收到的<b>.nianbao"
    path.parent.mkdir(parents=True)
    save(Draft(hostile(seed, evil)), path, datetime(2025, 1, 9, tzinfo=UTC))
    window.show_start()
    settle()
    hover(window)
    assert window.open_file(path)
    assert window.wizard is not None
    for page in Pages(FORM).entries:
        window.wizard.show_page(page)
        settle()
        hover(window)
    assert any(evil in label.text() for label in every(window, QLabel))
    assert not opened_files.any()
    window.wizard.dismiss.emit([found for found in window.wizard.bridge.session.findings if found.severity != "error"])
    settle()
    hover(window)
    assert not opened_files.any()


def test_questions_and_notices_open_no_file(window: MainWindow, trap: Path, opened_files: OpenedFiles) -> None:
    evil = f'<img src="file://{trap}">'
    window.stage.tell(f"“{evil}”打不开：{evil}")
    window.stage.question(evil, evil, (("yes", evil),)).open()
    ask_to_remove(window.stage, Path(f"/{evil.replace('/', '∕')}.nianbao"))
    settle()
    hover(window)
    assert not opened_files.any()


def test_a_file_that_is_read_opens_no_other(
    window: MainWindow, trap: Path, opened_files: OpenedFiles, tmp_path: Path
) -> None:
    evil = f'<img src="file://{trap}">'
    page = tmp_path / "上年.txt"
    page.write_text(f"{COPIED.read_text('utf-8')}\n{evil}做了工作。\n", "utf-8")
    window.importing.take(page)
    wait(lambda: window.importing.page is not None and window.importing.page.objectName() == "page_review")
    hover(window)
    assert not opened_files.any()


def test_a_pasted_page_loads_nothing(qapp: QApplication, trap: Path, opened_files: OpenedFiles) -> None:
    assert qapp
    data = QMimeData()
    data.setHtml(
        f'<link rel="stylesheet" href="file://{trap}"><style>@import url("file://{trap}");</style>'
        f'<p>第一段&nbsp;。<img src="file://{trap}"></p><table><tr><td>甲</td><td>乙</td></tr></table>'
    )
    assert pasted(data) == ("第一段。\n甲\n乙", "")
    assert not opened_files.any()


def test_what_cannot_be_seen_is_shown(qapp: QApplication) -> None:
    assert qapp
    assert Text("左\u202e右").text() == "左▯右"
    assert harmless("左\u202e右\u200b\x07") == "左▯右▯▯"
    assert tip("一\n二") == "一\n二"
    assert tip("<b>\u202e\n") == "<qt>&lt;b&gt;▯<br></qt>"
