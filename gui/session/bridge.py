"""The session for Qt: every edit goes through here, pages hear what changed, and the file follows by itself."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from export.identity import Version
from gui.session.autosave import Autosave, Wait, wait_still
from gui.session.checking import Checking
from gui.session.draft_watch import DraftWatch
from gui.session.purging import Purging
from model.checks import Finding
from model.drafts.exported import Exported
from model.drafts.open_draft import DraftFile
from model.report.change import Change
from model.session.answers import confirmed_finding
from model.session.edits import Edit
from model.session.session import Session

if TYPE_CHECKING:
    from concurrent.futures import Future


class Bridge(QObject):
    """One open session and its signals; `do`, `cure`, `undo` and `redo` raise what those of `Session` raise."""

    changed = Signal(object)
    """`Change`: what is to be shown anew."""
    saved = Signal(object)
    """`datetime`: everything up to that moment is in the file."""
    save_is_slow = Signal()
    """A save takes long; how it ends is told by another signal."""
    saved_by_hand = Signal(bool)
    """After `save_by_hand`: the file holds everything; whether it had been taken away."""
    save_failed = Signal(str)
    """One line for the status bar; the work is kept and saving tried again."""
    kept_aside = Signal(object)
    """`Path`: the file had been changed elsewhere; what stood in it was kept under this name."""
    stopped = Signal(str)
    """What happened to the file elsewhere; nothing is written there until `decide`."""
    lost = Signal(str)
    """A line when all was saved and the draft was taken away; an empty one when it is there again."""
    versions_failed = Signal(str)
    """A line when the data folder takes nothing, an empty one when it does again."""
    outdated = Signal(bool)
    """A draft that is only looked at holds something else on the disk now; see `DraftWatch.outdated`."""
    gone_from_disk = Signal(bool)
    """A draft that is only looked at is no longer in its place, or is there again; see `DraftWatch.gone`."""
    checked = Signal()
    """Every check has run on the present value, after a pause."""

    def __init__(
        self,
        session: Session,
        file: DraftFile | None = None,
        parent: QObject | None = None,
        wait: Wait = wait_still,
    ) -> None:
        """Take charge of a complete session.

        Args:
            session: as opened.
            file: where it is saved; None for a session that is only looked at.
            parent: the owner.
            wait: how the end of a save is waited for.
        """
        super().__init__(parent)
        self.session = session
        self._checking = Checking(session, self)
        self._checking.done.connect(self._tell_checked)
        self._autosave = None if file is None or session.read_only else Autosave(session, file, self, wait)
        self._file = file
        self._watch: DraftWatch | None = None
        if file is not None and session.read_only and file.known is not None:
            self._watch = DraftWatch(file.path, file.known, self)
            self._watch.outdated.connect(self.outdated)
            self._watch.gone.connect(self.gone_from_disk)
        if self._autosave is not None:
            self._autosave.saved.connect(self.saved)
            self._autosave.slow.connect(self.save_is_slow)
            self._autosave.by_hand.connect(self.saved_by_hand)
            self._autosave.failed.connect(self.save_failed)
            self._autosave.kept_aside.connect(self.kept_aside)
            self._autosave.stopped.connect(self.stopped)
            self._autosave.lost.connect(self.lost)
            self._autosave.versions_failed.connect(self.versions_failed)
        self.purging: Purging | None = None
        """What is to be purged; None for a session that is only looked at."""
        if file is not None and self._autosave is not None:
            self.purging = Purging(session, file, self.forget_history, self.save_now, self)
            self.checked.connect(self.purging.look)

    def do(self, edit: Edit, *, now: float | None = None) -> Change:
        """Make an edit; see `Session.do`. For typed words the clock is the machine's unless given."""
        clock = time.monotonic() if now is None and edit.typed else now
        return self._tell(self.session.do(edit, now=clock))

    def cure(self, findings: Iterable[Finding]) -> Change:
        """Make the cures of findings; those that are open no more, because an edit cut into them, are left alone."""
        known = [finding for finding in findings if finding in self.session.findings]
        return self._tell(self.session.cure(known), soon=True)

    def confirm(self, finding: Finding) -> Change:
        """Take what the source printed as it was taken; the checks run at once."""
        return self._tell(self.session.do(confirmed_finding(finding)), soon=True)

    def forget_history(self, words: str) -> Change:
        """Drop every step that could be undone; told even where nothing changed, for there is nothing to undo now."""
        change = self.session.forget_history(words)
        if not change:
            self.changed.emit(change)
        return self._tell(change)

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        change = self.session.undo()
        return change and self._tell(change)

    def redo(self) -> Change | None:
        """Make the step again that was taken back last; None when there is none."""
        change = self.session.redo()
        return change and self._tell(change)

    def take_back(self) -> Change | None:
        """Withdraw the step that is being made; told even where no figure changed, for a step to undo is gone."""
        change = self.session.take_back()
        if change is not None and not change:
            self.changed.emit(change)
        return change and self._tell(change)

    def note_export(self, new: Exported) -> None:
        """Remember an export in the draft; see `Session.note_export`."""
        self.session.note_export(new)
        if self._autosave:
            self._autosave.touch()

    def when_current(self, act: Callable[[], object]) -> None:
        """Do something with the report, at once where it is written here; else when the draft is looked at again.

        Where the draft was changed elsewhere nothing is done, and `outdated` tells of it.
        """
        if self._watch is None:
            act()
        else:
            self._watch.when_current(act)

    def recheck(self) -> Change:
        """Run the checks that wait for a pause now, all at once, as before an export."""
        self._checking.stop()
        change = self.session.recheck()
        self._tell_checked(change)
        return change

    @property
    def data(self) -> Path | None:
        """The folder with the program's own data; None for a session without a file."""
        return self._file.data if self._file else None

    def save_now(self) -> str | None:
        """Save and wait for it; the line for the clerk when that fails, else None."""
        return self._autosave.flush() if self._autosave else None

    def saved_version(self) -> Version | None:
        """Save, and say which save holds the report as it is now; None where none does."""
        self.save_now()
        draft = self.session.draft
        return (
            Version(draft.revision, draft.saved_at, draft.id) if draft.revision and not self.session.unsaved else None
        )

    def look(self) -> None:
        """Look whether the draft is still there; `lost` tells when that is another answer than before."""
        if self._autosave:
            self._autosave.look()

    def save_by_hand(self) -> None:
        """Save now, without waiting; `saved_by_hand` tells when the file holds everything."""
        if self._autosave:
            self._autosave.save_by_hand()

    @property
    def gone(self) -> bool:
        """Whether all was saved and the file had been taken away when it was last looked at, as by `save_now`."""
        return self._autosave is not None and self._autosave.gone

    @property
    def hangs(self) -> bool:
        """Whether a save was waited for in vain, and still does not come to an end."""
        return self._autosave is not None and self._autosave.hangs

    @property
    def file(self) -> DraftFile | None:
        """The draft's file; None for a session that is only looked at and has none."""
        return self._file

    def save_again(self) -> str | None:
        """Write the file even where nothing is unsaved; see `save_now`."""
        return self._autosave.save_again() if self._autosave else None

    def decide(self) -> str | None:
        """Write over what was changed elsewhere, which is kept beside it; see `save_now`."""
        return self._autosave.decide() if self._autosave else None

    def put_beside(self) -> Path | None:
        """Write what is in hand under a name beside the file, and say which.

        Raises:
            FileProblem: it cannot be written.
        """
        return self._autosave.put_beside() if self._autosave else None

    def keep_copy(self) -> Path | None:
        """Put the work into the recovery folder, as after an error in the program; None when that fails too."""
        return self._autosave.keep_copy() if self._autosave else None

    def close(self, *, save: bool = True) -> "Future[None] | None":
        """Save unless told not to, and give the file free; the bridge is not used after that.

        Returns:
            Done when the file is free, which a place that does not answer can put off; None where it is free now.
        """
        self._checking.stop()
        if self._watch is not None:
            self._watch.close()
        if self._autosave:
            return self._autosave.close(save=save)
        if self._file:
            self._file.close()
        return None

    def _tell(self, change: Change, *, soon: bool = False) -> Change:
        if change:
            self.changed.emit(change)
            self._checking.begin(soon=soon)
        if self._autosave:
            self._autosave.touch()
        return change

    def _tell_checked(self, change: Change) -> None:
        if change:
            self.changed.emit(change)
        self.checked.emit()
