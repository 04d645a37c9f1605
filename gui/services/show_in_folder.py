"""Shows a file or a folder with the system's own programs."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_in_folder(path: Path) -> bool:
    """Open the folder that a file is in; says whether that worked."""
    return open_with_system(path.parent)


def open_with_system(path: Path) -> bool:
    """Open a file or a folder; says whether that worked."""
    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
