"""What was exported last, from the draft and this machine's memory of folders, and what has become of it."""

from datetime import datetime
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from export.exporters import REPORT
from gui.pages.finish.export_panel import ExportState
from gui.session.bridge import Bridge
from gui.session.file_look import FileLook
from model.drafts.exported import Exported, ExportFolders
from model.drafts.file_names import report_stem
from model.drafts.open_draft import digest
from model.report.publication import print_mark
from model.report.report import Report


class ExportMemory(QObject):
    """The exports of one session; all that it says comes from digests."""

    changed = Signal()
    """What became of the last export is known anew."""

    def __init__(self, bridge: Bridge, usual: Path, parent: QObject | None = None) -> None:
        """Remember for a session; `usual` is the folder where exports go unless told otherwise."""
        super().__init__(parent)
        self._bridge, self._usual = bridge, usual
        file = bridge.file
        self._folders = ExportFolders(file.data, file.history.folder.name) if file else None
        self._own = bridge.session.exports
        self._fresh, self._there, self._usual_name = False, "", False
        self._look = FileLook(self)
        self._look.told.connect(self._tell)

    @property
    def last(self) -> Exported | None:
        """The last export; None before any."""
        return self._own[-1] if self._own else None

    @property
    def path(self) -> Path | None:
        """Where it is, or was."""
        if self.last is None:
            return None
        return self._folders.path(self.last, self._usual) if self._folders else self._usual / Path(self.last.name).name

    @property
    def usual_name(self) -> bool:
        """Whether the last export of this run had the name that the report had then."""
        return self._usual_name

    def note(self, report: Report, path: Path, file_digest: str, now: datetime) -> None:
        """Remember an export, in the draft too where there is one."""
        kind = REPORT.format_of(path)
        revision = self._bridge.session.draft.revision
        new = Exported(kind.id if kind else "", path.name, file_digest, print_mark(report), revision, now)
        self._own = (*self._own, new)
        self._fresh, self._there = True, file_digest
        self._usual_name = path.stem == report_stem(report.agency.name, report.year)
        if self._folders is not None:
            self._folders.note(path)
        self._bridge.note_export(new)

    def is_own(self, path: Path) -> bool:
        """Whether a file is one that was exported from this draft, and unchanged since."""
        try:
            found = digest(path)
        except OSError:
            return False
        return found is not None and any(each.name == path.name and each.digest == found for each in self._own)

    def look(self) -> None:
        """Look at the file again, where there is one."""
        if self.path is not None:
            self._look.look(self.path)

    def state(self) -> ExportState | None:
        """What has become of the last export; None before any."""
        last = self.last
        if last is None:
            return None
        if last.content != print_mark(self._bridge.session.report):
            return "changed"
        if self._there in ("", last.digest):
            return "" if not self._there else "checked" if self._fresh else "same"
        return "gone" if self._there == _GONE else "edited"

    @property
    def usual(self) -> Literal["never", "same", "changed"]:
        """Whether the usual kind of file was exported, and whether the report is still what the last one prints."""
        last = next((each for each in reversed(self._own) if each.kind == REPORT.formats[0].id), None)
        if last is None:
            return "never"
        return "same" if last.content == print_mark(self._bridge.session.report) else "changed"

    def close(self) -> None:
        """End the looking."""
        self._look.close()

    def _tell(self, path: Path, found: str | None) -> None:
        if path == self.path:
            self._there = found or _GONE
            self.changed.emit()


_GONE = "-"
