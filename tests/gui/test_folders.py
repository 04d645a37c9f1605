"""Where drafts and data are: the usual folders, those that are named, and beside a portable program."""

import sys
from pathlib import Path

import pytest

from gui.services import folders


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A frozen program in a folder of its own, and no folder named."""
    home = tmp_path / "U 盘" / "年报助手"
    home.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(home / "nianbao.exe"))
    monkeypatch.delenv(folders.DOCUMENTS_VARIABLE, raising=False)
    monkeypatch.delenv(folders.DATA_VARIABLE, raising=False)
    return home


def test_a_marked_program_keeps_everything_beside_itself(program: Path) -> None:
    (program / folders.PORTABLE_MARK).touch()
    assert folders.documents_folder() == program / "年报草稿"
    assert folders.data_folder() == program / "程序数据"


def test_without_the_mark_the_users_folders_are_used(program: Path) -> None:
    for folder in (folders.documents_folder(), folders.data_folder()):
        assert not folder.is_relative_to(program)


def test_a_checkout_is_never_portable(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program / folders.PORTABLE_MARK).touch()
    monkeypatch.delattr(sys, "frozen")
    assert not folders.documents_folder().is_relative_to(program)


def test_a_named_folder_comes_first(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program / folders.PORTABLE_MARK).touch()
    monkeypatch.setenv(folders.DOCUMENTS_VARIABLE, str(tmp_path / "别处"))
    monkeypatch.setenv(folders.DATA_VARIABLE, str(tmp_path / "数据"))
    assert (folders.documents_folder(), folders.data_folder()) == (tmp_path / "别处", tmp_path / "数据")


def test_a_dialog_begins_in_the_folder_or_the_nearest_above_it_that_is_there(tmp_path: Path) -> None:
    assert folders.nearest(tmp_path) == tmp_path
    assert folders.nearest(tmp_path / "文档" / "年报助手") == tmp_path
