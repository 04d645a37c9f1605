"""What was exported, from the draft and this machine's memory of folders, and what has become of each file."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from export.exporters import REPORT
from gui.pages.finish.export_panel import ExportState
from gui.session.bridge import Bridge
from gui.session.file_look import GONE, UNREADABLE, FileLook
from model.drafts.exported import Exported, ExportFolders, remembered
from model.drafts.file_names import report_stem
from model.drafts.open_draft import digest
from model.report.publication import print_mark
from model.report.report import Report


class ExportMemory(QObject):
    """The exports of one session; all that it says comes from digests."""

    changed = Signal()
    """What became of the exports is known anew."""

    def __init__(self, bridge: Bridge, usual: Path, parent: QObject | None = None) -> None:
        """Remember for a session; `usual` is the folder where exports go unless told otherwise."""
        super().__init__(parent)
        self._bridge, self._usual = bridge, usual
        file = bridge.file
        self._folders = ExportFolders(file.data, file.history.folder.name) if file else None
        self._own = bridge.session.exports
        self._paths: dict[str, Path] = {}
        self._there: dict[Path, str] = {}
        self._fresh: Exported | None = None
        self._usual_name = False
        self._look = FileLook(self)
        self._look.told.connect(self._tell)

    @property
    def last(self) -> Exported | None:
        """The last export; None before any."""
        return self._own[-1] if self._own else None

    @property
    def path(self) -> Path | None:
        """Where it is, or was."""
        return None if self.last is None else self._path(self.last)

    @property
    def usual_name(self) -> bool:
        """Whether the last export of this run had the name that the report had then."""
        return self._usual_name

    def note(self, report: Report, path: Path, file_digest: str, now: datetime) -> None:
        """Remember an export, in the draft too where there is one."""
        kind = REPORT.format_of(path)
        revision = self._bridge.session.draft.revision
        new = Exported(kind.id if kind else "", path.name, file_digest, print_mark(report), revision, now)
        self._own = remembered(self._own, new)
        self._fresh = new
        self._paths[path.name], self._there[path] = path, file_digest
        self._usual_name = path.stem == report_stem(report.agency.name, report.year)
        if self._folders is not None:
            self._folders.note(path)
        self._bridge.note_export(new)
        self.look()

    def is_own(self, path: Path) -> bool:
        """Whether a file is one that was exported from this draft, and unchanged since."""
        try:
            found = digest(path)
        except OSError:
            return False
        return found is not None and any(each.name == path.name and each.digest == found for each in self._own)

    def look(self) -> None:
        """Look at every exported file again."""
        self._look.look(tuple(self._path(each) for each in self._own))

    def state(self) -> ExportState | None:
        """What has become of the last export, first of all whether the report was changed since; None before any."""
        if self.last is None:
            return None
        now = print_mark(self._bridge.session.report)
        return "changed" if self.last.content != now else self._state(self.last, now)

    def earlier(self) -> tuple[tuple[Exported, ExportState], ...]:
        """Every export before the last one, the newest first, and what has become of it."""
        now = print_mark(self._bridge.session.report) if len(self._own) > 1 else ""
        return tuple((each, self._state(each, now)) for each in self._own[-2::-1])

    @property
    def usual(self) -> Literal["never", "same", "changed"]:
        """Whether the usual kind of file was exported, and whether it still is what the report is."""
        last = next((each for each in reversed(self._own) if each.kind == REPORT.formats[0].id), None)
        if last is None:
            return "never"
        state = self._state(last, print_mark(self._bridge.session.report))
        return "same" if state in ("", "checked", "same") else "changed"

    def close(self) -> None:
        """End the looking."""
        self._look.close()

    def _path(self, exported: Exported) -> Path:
        """Where an export is, or was; this machine's memory of that is read once."""
        name = exported.name
        if name not in self._paths:
            usual = self._usual / Path(name).name
            self._paths[name] = self._folders.path(exported, self._usual) if self._folders else usual
        return self._paths[name]

    def _state(self, exported: Exported, now: str) -> ExportState:
        """What has become of an export, where the report prints `now`."""
        there = self._there.get(self._path(exported), "")
        if there == GONE:
            return "gone"
        if exported.content != now:
            return "changed"
        if there in ("", UNREADABLE):
            return "unreadable" if there else ""
        if there != exported.digest:
            return "edited"
        return "checked" if exported is self._fresh else "same"

    def _tell(self, found: Mapping[Path, str]) -> None:
        known, self._there = self._there, {**self._there, **found}
        if known != self._there:
            self.changed.emit()
