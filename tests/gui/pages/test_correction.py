"""更正说明 on the last page: against the copy kept at the publication, numbered, each publication kept."""

from datetime import date
from pathlib import Path

import docx as python_docx
import pytest
from PySide6.QtWidgets import QWidget

import cli
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.report.report import Report
from model.session.edits import set_number
from tests.gui.driving import named, press, settle, wait, words
from tests.gui.pages.test_course import publish
from tests.gui.pages.test_finish import finish
from tests.gui.test_window import OFF


def correction(window: MainWindow, wizard: Wizard, number: str, kind: str) -> Path:
    wait(lambda: f"更正说明（{number}）" in words(named(wizard, QWidget, "course")))
    settle()
    press(wizard, f"correction_{kind}")
    name = f"{wizard.path.stem}更正说明（{number}）.{kind}"
    wait(lambda: f"更正说明已写出并读回核对：{name}" in words(window))
    return wizard.path.with_name(name)


def test_each_correction_is_against_what_was_published_before_and_all_are_kept(
    window: MainWindow,
    seed: Report,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wizard = finish(window, seed)
    publish(window, wizard, "2025年1月8日", "https://www.example.gov.cn/1")
    assert not wizard.findChildren(QWidget, "correction_ways")
    wizard.bridge.do(set_number(OFF, 2))
    first = correction(window, wizard, "更正一", "docx")
    (table, *_) = python_docx.Document(str(first)).tables
    assert [cell.text for cell in table.rows[1].cells][2:] == [str(seed.count(OFF)), "2"]

    publish(window, wizard, "2025年3月1日", "")
    wait(lambda: (mark := wizard.bridge.session.report.published) is not None and mark.at == date(2025, 3, 1))
    wizard.bridge.do(set_number(OFF, 3))
    wait(lambda: "更正二" in words(named(wizard, QWidget, "course")))
    second = correction(window, wizard, "更正二", "html")
    assert "<td>2</td><td>3</td>" in second.read_text("utf-8")
    assert first.exists()
    file = wizard.bridge.file
    assert file is not None
    wait(lambda: len([each for each in file.history.generations() if each.published]) == 2)

    monkeypatch.setenv("NIANBAO_DATA", str(file.data))
    assert wizard.bridge.save_now() is None
    out = tmp_path / "说明.docx"
    assert cli.main(["correction", str(wizard.path), "-o", str(out)]) == 0
    assert "更正二" in capsys.readouterr().out
    rows = [[cell.text for cell in row.cells][2:] for row in python_docx.Document(str(out)).tables[0].rows]
    assert ["2", "3"] in rows


def test_without_the_kept_copy_it_says_so_and_writes_nothing(
    window: MainWindow,
    seed: Report,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wizard = finish(window, seed)
    monkeypatch.setenv("NIANBAO_DATA", str(tmp_path / "empty"))
    out = tmp_path / "说明.html"
    assert cli.main(["correction", str(wizard.path), "-o", str(out)]) == 2
    assert "没有可更正的" in capsys.readouterr().err
    publish(window, wizard, "2025年1月8日", "")
    wizard.bridge.do(set_number(OFF, 2))
    assert wizard.bridge.save_now() is None
    file = wizard.bridge.file
    assert file is not None
    for version in file.history.generations():
        if version.published:
            version.path.unlink()
    wait(lambda: "更正说明（" in words(named(wizard, QWidget, "course")))
    settle()
    press(wizard, "correction_html")
    wait(lambda: "没有写更正说明：公布的那一份没有留底" in words(window))
    assert cli.main(["correction", str(wizard.path), "-o", str(out)]) == 2
    assert "没有留底在这台电脑上" in capsys.readouterr().err
    assert not out.exists()
    assert not list(wizard.path.parent.glob("*更正说明*"))
