"""更正说明: against what was kept at the publication, beside the draft, numbered."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from export.correction import name_of
from export.exporters import CORRECTION
from gui.controls.buttons import Button
from gui.controls.flow import Flow
from gui.controls.text import Text
from gui.dialogs.question import QuestionDialog
from gui.session.bridge import Bridge
from gui.session.export_job import Export, refusal
from model.drafts.file_names import report_stem
from model.report.correction import Correction, Numbered, numbered


class Correcting(QObject):
    """Writes it; what came of it is told in a line."""

    message = Signal(str)

    def __init__(self, bridge: Bridge, folder: Path, window: QWidget) -> None:
        """Work on a session, write into a folder, and ask over a widget's window."""
        super().__init__(window)
        self._bridge, self._folder, self._over = bridge, folder, window
        self._export = Export(CORRECTION, self)
        self._export.done.connect(
            lambda path, _read: self.message.emit(f"{CORRECTION.name}已写出并读回核对：{path.name}")
        )
        self._export.failed.connect(lambda why: self.message.emit(f"没有写{CORRECTION.name}：{why}"))

    def start(self, suffix: str) -> None:
        """Write it as a kind of file, asking first when a file of that name is there."""
        report, file = self._bridge.session.report, self._bridge.file
        which = numbered(report)
        before = file.history.published_report(which.published.content) if file and which else None
        if which is None or before is None:
            self.message.emit(f"没有写{CORRECTION.name}：公布的那一份没有留底，可以用“与网页核对…”对照")
            return
        stem = report_stem(report.agency.name, report.year)
        path = self._folder / f"{stem}{CORRECTION.ending}（{name_of(which.number)}）{suffix}"
        if not path.exists():
            self._write(path, Correction(which, before))
        elif why := refusal(path):
            self.message.emit(f"没有写{CORRECTION.name}：{why}")
        else:
            words = f"“{path.parent.name}”文件夹里已有“{path.name}”。替换后，在那个文件里手工改过的内容就没有了。"
            question = QuestionDialog("替换已有的文件吗？", words, (("replace", "替换"),), self._over.window())
            question.answered.connect(lambda _answer: self._write(path, Correction(which, before)))
            question.open()

    def close(self) -> None:
        """Wait for a file that is being written."""
        self._export.close()

    def _write(self, path: Path, correction: Correction) -> None:
        version = self._bridge.saved_version()
        session = self._bridge.session
        self._export.start(session.report, path, session.today, replace=True, version=version, correction=correction)


class CorrectionWays(QWidget):
    """Which correction the report is, and a button for each kind of file."""

    wanted = Signal(str)
    """How the name of the wanted kind of file ends."""

    def __init__(self, which: Numbered, parent: QWidget | None = None) -> None:
        """Name the correction."""
        super().__init__(parent)
        self.setObjectName("correction_ways")
        row = Flow(self, 12)
        row.put(Text(f"{CORRECTION.name}（{name_of(which.number)}）", 14, color="text2"))
        for kind in CORRECTION.formats:
            button = Button(kind.name, "link", name=f"correction_{kind.id}", height=28)
            button.setAccessibleName(f"写{CORRECTION.name}，{kind.name}")
            button.clicked.connect(lambda _on=False, suffix=kind.suffix: self.wanted.emit(suffix))
            row.put(button)
