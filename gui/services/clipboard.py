"""What is on the clipboard."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def on_clipboard() -> QMimeData:
    """What was copied last; without content where nothing was, for which Qt has no object at all."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if found is None else found
