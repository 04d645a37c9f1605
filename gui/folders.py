"""Where the drafts and the program's own data are on this machine."""

import os
from pathlib import Path

DOCUMENTS_VARIABLE, DATA_VARIABLE = "NIANBAO_DOCUMENTS", "NIANBAO_DATA"
"""Environment variables that name the two folders in place of the usual ones."""


def documents_folder() -> Path:
    """The visible folder with the drafts: 文档/年报助手."""
    if given := os.environ.get(DOCUMENTS_VARIABLE):
        return Path(given)
    import platformdirs

    return platformdirs.user_documents_path() / "年报助手"


def data_folder() -> Path:
    """The folder with history, recovery, locks, settings and the log."""
    if given := os.environ.get(DATA_VARIABLE):
        return Path(given)
    import platformdirs

    return platformdirs.user_data_path("nianbao", appauthor=False)
