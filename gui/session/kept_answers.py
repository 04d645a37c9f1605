"""What the clerk answers about a file, kept on the disk soon after it was said, and when the review ends."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from model.files.problems import from_os_error

_SOON_MS = 1000


class KeptAnswers(QObject):
    """Keeps answers a while after the last one."""

    def __init__(self, keep: Callable[[], None], parent: QObject) -> None:
        """Take what writes them, which may raise an OSError."""
        super().__init__(parent)
        self._keep, self._unkept = keep, False
        self._timer = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._timer.timeout.connect(self.now)

    def soon(self) -> None:
        """Something was said."""
        self._unkept = True
        self._timer.start()

    def now(self) -> str:
        """Keep what was said and is not kept yet; why that fails, or nothing."""
        self._timer.stop()
        if not self._unkept:
            return ""
        try:
            self._keep()
        except OSError as error:
            return from_os_error(error.filename or "", error).reason
        self._unkept = False
        return ""
