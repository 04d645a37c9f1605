"""The diagnostics: versions, system, log and settings, and nothing of any report, not even its file's name."""

import zipfile
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QLabel

from gui.program.log import Log
from gui.services import diagnostics
from gui.shell.window import MainWindow
from model.files.problems import FileProblem
from model.report.report import Report
from model.session.edits import set_number
from tests.gui.driving import dialog, named, press
from tests.gui.test_window import opened


def contents(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


def test_nothing_of_a_report_gets_in(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    wizard = opened(window, seed)
    wizard.bridge.do(set_number("applications.received.natural_person", 987_654))
    name = wizard.path.stem
    assert window.close_report()
    Log(window.stage.data / "log").note("error", "builtins.ValueError at gui/shell/window.py:42 in open")
    settings = QSettings(str(window.stage.data / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("recent", name)
    settings.setValue("zoom", 150)
    settings.sync()
    target = tmp_path / "诊断.zip"
    diagnostics.write(target, window.stage.documents, window.stage.data, "1.2.3")
    found = contents(target)
    assert found.keys() == {"系统和版本.txt", "nianbao.log"}
    told = "".join(found.values())
    for secret in (
        name,
        seed.agency.name,
        "987654",
        seed.text.preamble[:12],
        str(window.stage.documents),
        str(window.stage.data),
    ):
        assert secret not in told
    for wanted in ("年报助手 1.2.3", "Qt 6", "lxml", "zoom=150", "gui/shell/window.py:42", "屏幕"):
        assert wanted in told


def test_a_place_that_takes_no_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        diagnostics.write(tmp_path / "没有" / "诊断.zip", tmp_path, tmp_path, "1")


def test_the_help_saves_them_where_the_clerk_wants(window: MainWindow, tmp_path: Path) -> None:
    window.dialogs.help()
    target = tmp_path / "诊断.zip"
    with patch.object(QFileDialog, "getSaveFileName", return_value=(str(target), "")):
        press(dialog(window), "save_diagnostics")
    assert "没有报告的内容" in named(dialog(window), QLabel, "diagnostics_line").text()
    assert zipfile.is_zipfile(target)
    with patch.object(QFileDialog, "getSaveFileName", return_value=(str(tmp_path / "没有" / "诊断.zip"), "")):
        press(dialog(window), "save_diagnostics")
    assert "没能保存" in named(dialog(window), QLabel, "diagnostics_line").text()
    press(dialog(window), "help_close")
