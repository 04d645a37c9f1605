"""送审副本: a draft to hand upward, without what is private."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.session.bridge import Bridge
from gui.session.export_job import refusal
from model.files.problems import FileProblem
from model.session import review_copy


class ReviewCopy(QObject):
    """Asks where it goes, and writes it; what came of it is told in a line."""

    message = Signal(str)

    def __init__(self, bridge: Bridge, folder: Path, window: QWidget) -> None:
        """Copy the draft of a session, by default into a folder, and ask over a widget's window."""
        super().__init__(window)
        self._bridge, self._folder, self._over = bridge, folder, window

    def ask(self) -> None:
        """Ask for its place; the dialog asks before a file there is replaced."""
        usual = self._folder / review_copy.file_name(self._bridge.session.report)
        chosen, _ = QFileDialog.getSaveFileName(
            self._over.window(), "送审副本存到哪里", str(usual), f"年报草稿 (*{review_copy.SUFFIX})"
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != review_copy.SUFFIX:
            path = path.with_name(f"{path.name}{review_copy.SUFFIX}")
            if path.exists():  # the dialog has asked about the name without the ending
                self.message.emit(f"没有写送审副本：已有“{path.name}”，请换一个名字")
                return
        self.write(path)

    def write(self, path: Path) -> None:
        """Write it as the report is now, but never over the draft itself."""
        own = self._bridge.file
        if own is not None and path.exists() and path.samefile(own.path):
            self.message.emit("没有写送审副本：那是这份草稿自己，请换一个名字")
        elif path.exists() and (why := refusal(path)):
            self.message.emit(f"没有写送审副本：{why}")
        else:
            self._write(path)

    def _write(self, path: Path) -> None:
        try:
            review_copy.write(self._bridge.session.draft, path)
        except FileProblem as problem:
            self.message.emit(f"没有写送审副本：{problem.reason}")
        else:
            self.message.emit(f"送审副本已写出并读回核对：{path.name}；{review_copy.LEFT_OUT}")
