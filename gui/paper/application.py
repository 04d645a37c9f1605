"""What Qt needs to set type where there is no window."""

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

_kept: list[QGuiApplication] = []


def start_application() -> None:
    """Start an application that shows nothing, unless one runs; only the main thread may be the first to call it."""
    if QCoreApplication.instance() is None:
        screen = [] if sys.platform == "win32" else ["-platform", "offscreen"]
        _kept.append(QGuiApplication(["nianbao", *screen]))
