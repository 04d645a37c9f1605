"""签批: who signs, the mark of what was signed, and whether the report is still that."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from export.identity import report_digest, short
from export.sheet.signed import since_signed
from gui.dialogs.signed import SignedDialog
from gui.dialogs.signers import SignersDialog
from gui.session.bridge import Bridge
from model.drafts.file_names import report_stem
from model.files.problems import FileProblem
from model.files.scans import keep_scan
from model.report.change import WHOLE, Place
from model.report.publication import content_mark, signed_state, with_days, with_names, with_signed
from model.report.report import Report, Signed
from model.session.edits import Edit

_NAMED = 3
"""So many places that were changed are named."""
STANDINGS = {"same": ("与签批的一致", True), "changed": ("签批后改过", False)}
"""What is said of a report that was signed, and whether it is as it should be."""


class Signing(QObject):
    """Asks for the names and for the mark, and makes it; a scan is copied beside the draft first."""

    message = Signal(str)

    def __init__(self, bridge: Bridge, draft: Path, window: QWidget) -> None:
        """Work on the session of a draft, and ask over a widget's window."""
        super().__init__(window)
        self._bridge, self._draft, self._over = bridge, draft, window
        self._kept: tuple[str, Report | None] = ("", None)

    def ask_names(self) -> None:
        """Ask who signs on the 审签单, and on which day."""
        approval, year = self._bridge.session.report.approval, self._bridge.session.today.year
        dialog = SignersDialog(approval.names, approval.days, year, self._over.window())
        dialog.named.connect(self._name)
        dialog.open()

    def ask_signed(self) -> None:
        """Ask when the report was signed."""
        now = short(report_digest(self._bridge.session.report))
        said = f"现在的内容，摘要 {now}；与审签单上印的摘要相同，才是签的这一版。"
        dialog = SignedDialog(said, self._bridge.session.today, self._over.window())
        dialog.marked.connect(self.mark)
        dialog.open()

    def mark(self, day: date, scan: Path | None) -> None:
        """Keep the scan where there is one, and the mark; no mark where the scan could not be kept."""
        report, name = self._bridge.session.report, None
        if scan is not None:
            try:
                name = keep_scan(scan, self._draft, report_stem(report.agency.name, report.year)).name
            except FileProblem as problem:
                self.message.emit(f"没有标记：扫描件没能存到草稿旁边，{problem.reason}")
                return
        version = self._bridge.saved_version()
        revision = version.revision if version else 0
        signed = Signed(day, report_digest(report), name, revision, content_mark(report))
        self._bridge.do(Edit(lambda now: with_signed(now, signed), Place(WHOLE)))
        self._bridge.save_now()

    def before(self) -> Report | None:
        """The report as it was signed; None where nothing was, or where that is not kept."""
        signed, file = self._bridge.session.report.approval.signed, self._bridge.file
        if signed is None or file is None:
            return None
        content, report = self._kept
        if report is None or content != signed.content:
            report = file.history.signed_report(signed.content)
            self._kept = signed.content, report
        return report

    def since_words(self) -> str:
        """What was changed since it was signed, the first places by name; empty where that is not known."""
        found = since_signed(self._bridge.session.report, self.before())
        if not found:
            return ""
        places = list(dict.fromkeys(each.place for each in found))
        return f"改了 {len(found)} 处：{'，'.join(places[:_NAMED])}{'……' if len(places) > _NAMED else '。'}"

    def _name(self, names: Mapping[str, str], days: Mapping[str, date | None]) -> None:
        self._bridge.do(Edit(lambda report: with_days(with_names(report, names), days), Place(WHOLE)))


def signing_words(report: Report) -> tuple[str, bool]:
    """Whether the report is what was signed, computed from its digest; empty where nothing was."""
    if report.approval.signed is None:
        return "", True
    return STANDINGS[signed_state(report, report_digest(report))]


def scan_words(signed: Signed, draft: Path) -> str:
    """Where the scan is; empty where there is none."""
    if not signed.scan:
        return ""
    path = draft.with_name(Path(signed.scan).name)
    return f"扫描件：{path.name}" if path.is_file() else f"扫描件“{path.name}”不在草稿旁边了"
