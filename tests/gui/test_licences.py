"""The licences: every declared part is named with its whole licence text, and the program shows them."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from gui.dialogs.licences import LicencesDialog
from gui.services import components as notices
from gui.shell.window import MainWindow
from tests.gui.driving import dialog, every, named, press, words

ROOT = Path(__file__).parents[2]


def test_every_declared_part_brings_its_licence_and_its_source() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[^\w.-]", line, maxsplit=1)[0].lower() for line in declared} - {"pyside6-essentials"}
    parts = {part.name.lower(): part for part in notices.parts()}
    assert names <= parts.keys()
    for part in parts.values():
        assert part.licence, part.name
        assert part.source.startswith(("https://", "http://")), part.name
        assert part.texts, part.name
        assert all(len(text) > 500 for text in part.texts), part.name


def test_qt_comes_with_the_texts_of_its_licence() -> None:
    qt = notices.parts()[0]
    assert (qt.licence, len(qt.texts)) == ("LGPL-3.0", 2)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.texts[0]
    assert "GNU GENERAL PUBLIC LICENSE" in qt.texts[1]
    assert qt.version in qt.source


def test_what_types_chinese_on_linux_is_told_there_only(monkeypatch: pytest.MonkeyPatch) -> None:
    (part,) = (part for part in notices.parts() if part.name.startswith("fcitx-qt5"))
    assert (part.licence, "Redistributions in binary form" in part.texts[0]) == ("BSD-3-Clause", True)
    monkeypatch.setattr(sys, "platform", "win32")
    assert not any(part.name.startswith("fcitx-qt5") for part in notices.parts())


def test_the_program_shows_them_from_its_help(window: MainWindow) -> None:
    window.dialogs.help()
    press(dialog(window), "show_licences")
    (shown,) = every(window, LicencesDialog)
    assert "木兰宽松许可证" in words(shown)
    text = named(shown, QPlainTextEdit, "licences_text")
    assert text.isReadOnly()
    assert text.toPlainText() == notices.text()
    press(shown, "licences_close")
