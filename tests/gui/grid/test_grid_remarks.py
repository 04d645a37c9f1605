"""Private remarks on cells: written by keys or from the menu, shown by a corner and a tooltip, in no output ever."""

import subprocess
from datetime import date
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from export.exporters import CHECK_SHEET, REPORT, Circumstances, Document, endings, export
from gui.grid.grid import NumberGrid
from gui.look.theme import theme
from gui.paper.outputs import register_painted
from gui.shell.window import MainWindow
from model.drafts.draft import load
from model.report.change import Place
from model.report.report import Approval, Report, Signed
from model.structs import replace
from tests.forms import FORM
from tests.gui.driving import commit, dialog, named, settle, wait
from tests.gui.grid.grid_tools import Desk, OpenDesk, zeros
from tests.gui.test_window import opened as opened_report
from tests.tools import need

register_painted()

CELL = "applications.granted.natural_person"
SECRET, GIVER = "张三电话里报的<b>三件</b>", "办公室李四"


def test_a_remark_is_written_by_keys_kept_and_shown(window: MainWindow, seed: Report) -> None:
    wizard = opened_report(window, seed)
    wizard.go(Place("applications", CELL))
    grid = named(wizard, NumberGrid, "grid_applications")
    QTest.keyClick(grid, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    asked = dialog(window)
    commit(named(asked, QLineEdit, "remark"), SECRET)
    commit(named(asked, QLineEdit, "given_by"), GIVER)
    QTest.keyClick(asked, Qt.Key.Key_Return)
    settle()
    report = wizard.bridge.session.report
    assert (report.remarks, report.given_by) == ({CELL: SECRET}, {CELL: GIVER})
    explained = grid.painter.explanation(FORM.cells[CELL])
    assert explained.endswith(f"备注：{SECRET}\n数字由谁提供：{GIVER}")
    path = wizard.path
    assert window.close_report()
    assert (load(path).report.remarks, load(path).report.given_by) == ({CELL: SECRET}, {CELL: GIVER})
    window.open_file(path)
    assert window.wizard is not None
    window.wizard.go(Place("applications", CELL))
    QTest.keyClick(named(window.wizard, QWidget, "grid_applications"), Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    asked = dialog(window)
    assert named(asked, QLineEdit, "remark").text() == SECRET
    named(asked, QLineEdit, "remark").selectAll()
    QTest.keyClick(named(asked, QLineEdit, "remark"), Qt.Key.Key_Delete)
    QTest.keyClick(asked, Qt.Key.Key_Return)
    wait(lambda: not window.wizard.bridge.session.report.remarks)  # type: ignore[union-attr]
    assert window.wizard.bridge.session.report.given_by == {CELL: GIVER}


def test_the_menu_has_the_way_and_a_corner_shows_that_there_is_one(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    wanted: list[str] = []
    desk.grid.remark_wanted.connect(wanted.append)
    desk.go("granted.natural_person")
    (action,) = [found for found in desk.grid.menu().actions() if found.text().startswith("备注")]
    action.trigger()
    assert wanted == [CELL]
    dialog_ = next(found for found in QApplication.topLevelWidgets() if found.objectName() == "remark_dialog")
    dialog_.close()
    desk.go("received.natural_person")
    assert corner(desk) != theme().tokens.accent
    desk.page._ask_for_remark(CELL)
    asked = next(
        found for found in QApplication.topLevelWidgets() if found.objectName() == "remark_dialog" and found.isVisible()
    )
    commit(named(asked, QLineEdit, "remark"), "核过")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    settle()
    assert corner(desk) == theme().tokens.accent


def corner(desk: Desk) -> QColor:
    QApplication.processEvents()
    grid = desk.grid
    return QColor(grid.viewport().grab(grid.cell_rect(CELL)).toImage().pixelColor(2, 1))


@pytest.mark.parametrize("document", [REPORT, CHECK_SHEET], ids=lambda document: document.name)
def test_no_output_of_any_kind_holds_a_remark(document: Document, seed: Report, tmp_path: Path) -> None:
    signed = Approval({"drafter": "暗语四"}, Signed(date(2025, 1, 8), "sha256:", "暗语五.pdf"))
    remarked = replace(seed, remarks={CELL: "暗语一"}, given_by={CELL: "暗语二"}, as_typed={"deadline": "暗语三"})
    private = replace(remarked, approval=signed)
    assert ".pdf" in endings(document)
    for kind in document.formats:
        path = tmp_path / f"a{kind.suffix}"
        around = Circumstances(date(2025, 1, 9))
        export(document, private, path, replace=True, circumstances=around)
        words = "".join(texts(path))
        assert len(words) > 1000
        assert "暗语一" not in words
        assert "暗语二" not in words
        assert "暗语五" not in words
        assert (document is CHECK_SHEET) == ("暗语三" in words) == ("暗语四" in words)
        plain = tmp_path / f"plain{kind.suffix}"
        unscanned = Approval(signed.names, Signed(date(2025, 1, 8), "sha256:"))
        without = replace(private, remarks={}, given_by={}, approval=unscanned)
        export(document, without, plain, replace=True, circumstances=around)
        assert path.read_bytes() == plain.read_bytes()


def texts(path: Path) -> list[str]:
    """All text in a file, of every part of one that is packed."""
    try:
        with ZipFile(path) as packed:
            return [packed.read(name).decode("utf-8", "replace") for name in packed.namelist()]
    except BadZipFile:
        pass
    if path.suffix == ".pdf":
        printed = subprocess.run([need("pdftotext"), path, "-"], check=True, capture_output=True)
        return ["".join(printed.stdout.decode().split()), path.read_bytes().decode("utf-8", "replace")]
    return [path.read_bytes().decode("utf-8", "replace")]
