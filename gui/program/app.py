"""The application: started, dressed, guarded, and run until its window closes."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gui.look.icons import app_icon
from gui.look.theme import theme
from gui.program import translations
from gui.program.log import Log
from gui.program.uncaught import Uncaught
from gui.services.folders import data_folder, documents_folder
from gui.services.remembered import Remembered
from gui.shell.window import TITLE, MainWindow

_FIRST_SIZE = (1440, 900)
_ROOM = 0.92
_GIVE_WAY_S = 0.0005
"""After so long a thread that computes lets the window's go on; with Python's 5 ms every file it touches costs that."""


def run(named: str = "") -> int:
    """Show the window, with a file opened if one is named, and return the exit status when it is closed."""
    app = QApplication.instance() or QApplication([sys.argv[0], "-style", "Fusion"])
    assert isinstance(app, QApplication)
    documents, data = documents_folder(), data_folder()
    log = Log(data / "log")
    qInstallMessageHandler(_listener(log))
    dress(app, later=True)
    remembered = Remembered(data)
    remembered.restore_theme()
    window = MainWindow(documents, data, _today, _version)
    guard = Uncaught(log, window.keep_copy, lambda place, copy: _tell(window, place, copy))
    guard.install()
    app.commitDataRequest.connect(lambda _manager: window.close_report())
    if not remembered.restore_window(window):
        _place(window)
    window.closed.connect(lambda: remembered.keep(window))
    window.show()
    QTimer.singleShot(0, lambda: _begin(window, named))
    try:
        return app.exec()
    finally:
        guard.uninstall()
        qInstallMessageHandler(None)


def _begin(window: MainWindow, named: str) -> None:
    """Bring the drafts into the window that is already in sight, and when they are in sight what is asked for."""
    theme().add_sheet()
    window.setWindowIcon(app_icon())
    window.show_start()
    QTimer.singleShot(0, window, lambda: _go_on(window, named))


def _go_on(window: MainWindow, named: str) -> None:
    window.offer_recovery()
    if named:
        window.importing.take(Path(named))


def dress(app: QApplication, *, later: bool = False) -> None:
    """Give the application words and theme, the style sheet later if so wanted, and the window's thread precedence."""
    sys.setswitchinterval(_GIVE_WAY_S)
    app.setApplicationName("nianbao")
    app.setApplicationDisplayName(TITLE)
    translations.install(app)
    theme().install(later=later)


def _tell(window: MainWindow, log: Path, copy: Path | None) -> None:
    from model.drafts import saved_words

    kept = saved_words.emergency(copy) if window.wizard else ""
    words = (
        f"{kept}可以继续用；如果再出现，请关掉程序重新打开，并把日志交给技术支持：\n{log}\n日志里没有报告的文字和数据。"
    )
    window.stage.question("程序出了点问题", words, (("go_on", "知道了"),), cancel="").open()


def _place(window: MainWindow) -> None:
    """Make the window as large as the look has it, or as the screen allows, in its middle."""
    room = window.screen().availableGeometry()
    width, height = _FIRST_SIZE
    window.resize(min(width, round(room.width() * _ROOM)), min(height, round(room.height() * _ROOM)))
    window.move(room.center() - window.rect().center())


def _listener(log: Log) -> Callable[[QtMsgType, Any, str | None], None]:
    """Writes what kind of message Qt has and where it comes from, and never the message."""

    def hear(kind: QtMsgType, context: Any, _message: str | None) -> None:  # noqa: ANN401 - not in Qt's stubs
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            log.note("qt", kind.name, context.category or "", f"{context.file or ''}:{context.line}")

    return hear


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the clerk's own day


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("nianbao")
    except PackageNotFoundError:
        return ""
