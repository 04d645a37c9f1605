"""Where the drafts and the program's own data are on this machine."""

import os
import sys
from contextlib import suppress
from pathlib import Path

DOCUMENTS_VARIABLE, DATA_VARIABLE = "NIANBAO_DOCUMENTS", "NIANBAO_DATA"
"""Environment variables that name the two folders in place of the usual ones."""
PORTABLE_MARK = "便携模式.txt"
"""A file of this name beside the frozen program keeps everything beside it, as on a stick."""
PORTABLE_DOCUMENTS, PORTABLE_DATA = "年报草稿", "程序数据"


def documents_folder() -> Path:
    """The visible folder with the drafts: the chosen one, 文档/年报助手, or beside a portable program."""
    if given := os.environ.get(DOCUMENTS_VARIABLE):
        return Path(given)
    if chosen := _chosen():
        return chosen
    if home := portable_home():
        return home / PORTABLE_DOCUMENTS
    return _usual()[0]


def is_given() -> bool:
    """Whether whoever started the program has said where the drafts are, so that nothing chosen counts."""
    return bool(os.environ.get(DOCUMENTS_VARIABLE))


def is_chosen(folder: Path) -> bool:
    """Whether the clerk has chosen this folder for the drafts."""
    return _chosen() == folder


def begin_in(folder: Path) -> str:
    """Where a file dialog begins: the folder, or the nearest one above it that is there, as before the first draft.

    A dialog that is given a folder that is not there takes its name for that of a file, and stands anywhere. One that
    the clerk has chosen is not looked at: it may be a share that does not answer.
    """
    if is_chosen(folder):
        return str(folder)
    return str(next((each for each in (folder, *folder.parents) if os.path.isdir(each)), Path.home()))  # noqa: PTH112 - it never raises


def data_folder() -> Path:
    """The folder with history, recovery, locks, settings and the log."""
    if given := os.environ.get(DATA_VARIABLE):
        return Path(given)
    if home := portable_home():
        return home / PORTABLE_DATA
    return _usual()[1]


def _chosen() -> Path | None:
    """The folder that the clerk has chosen (see `model.desk.folder`), wherever it is now."""
    with suppress(OSError, ValueError):
        words = (data_folder() / "documents.txt").read_bytes()[:4096].decode("utf-8", "surrogateescape").strip()
        if words and Path(words).is_absolute():
            return Path(words)
    return None


def _usual() -> tuple[Path, Path]:
    """The folders for documents and for data that the system names."""
    import platformdirs  # not needed where the folders are given, as beside a portable program

    return platformdirs.user_documents_path() / "年报助手", platformdirs.user_data_path("nianbao", appauthor=False)


def portable_home() -> Path | None:
    """The folder of a frozen program that was told to keep its data beside itself; None for every other."""
    if not getattr(sys, "frozen", False):
        return None
    home = Path(sys.executable).parent
    return home if (home / PORTABLE_MARK).exists() else None
