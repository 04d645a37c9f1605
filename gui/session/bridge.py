"""The session for Qt: every edit goes through here, pages hear what changed, and the file follows by itself."""

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.session.autosave import Autosave
from gui.session.checking import Checking
from gui.session.purging import Purging
from model.checks import Finding
from model.drafts.open_draft import DraftFile
from model.form.form import Value
from model.report.report import Dismissal, Report
from model.session.session import Change, Place, Session


class Bridge(QObject):
    """One open session and its signals; the methods are those of `Session`, and raise what they raise."""

    changed = Signal(object)
    """`Change`: what is to be shown anew."""
    saved = Signal(object)
    """`datetime`: everything up to that moment is in the file."""
    save_failed = Signal(str)
    """One line for the status bar; the work is kept and saving tried again."""
    kept_aside = Signal(object)
    """`Path`: another program had changed the file; its version was kept under this name."""
    checked = Signal()
    """Every check has run on the present value, after a pause."""

    def __init__(self, session: Session, file: DraftFile | None = None, parent: QObject | None = None) -> None:
        """Take charge of a complete session.

        Args:
            session: as opened.
            file: where it is saved; None for a session that is only looked at.
            parent: the owner.
        """
        super().__init__(parent)
        self.session = session
        self._checking = Checking(session, self)
        self._checking.done.connect(self._tell_checked)
        self._autosave = None if file is None or session.read_only else Autosave(session, file, self)
        self._file = file
        if self._autosave is not None:
            self._autosave.saved.connect(self.saved)
            self._autosave.failed.connect(self.save_failed)
            self._autosave.kept_aside.connect(self.kept_aside)
        self.purging = Purging(self, file.path, file.data) if file is not None and self._autosave else None
        """What is to be purged; None for a session that is only looked at."""

    def set_number(self, cell_id: str, value: Value | None, *, now: float | None = None) -> Change:
        """See `Session.set_number`."""
        return self._tell(self.session.set_number(cell_id, value, now=now))

    def set_numbers(self, values: Mapping[str, Value | None]) -> Change:
        """See `Session.set_numbers`."""
        return self._tell(self.session.set_numbers(values))

    def fill_zero(self, table_id: str | None = None, cells: Iterable[str] | None = None) -> Change:
        """See `Session.fill_zero`."""
        return self._tell(self.session.fill_zero(table_id, cells))

    def take_proposal(self, cell_id: str) -> Change:
        """See `Session.take_proposal`."""
        return self._tell(self.session.take_proposal(cell_id))

    def take_last_year(self, text_id: str) -> Change:
        """See `Session.take_last_year`."""
        return self._tell(self.session.take_last_year(text_id))

    def take_paragraph(self, text_id: str, index: int) -> Change:
        """See `Session.take_paragraph`."""
        return self._tell(self.session.take_paragraph(text_id, index))

    def carry_out(self, column: str) -> Change:
        """See `Session.carry_out`."""
        return self._tell(self.session.carry_out(column))

    def set_text(self, text_id: str, text: str, *, now: float | None = None, alone: bool = False) -> Change:
        """See `Session.set_text`; the clock is the machine's unless given, and no clock counts for a step `alone`."""
        return self._tell(self.session.set_text(text_id, text, now=None if alone else _clock(now)))

    def set_title(self, title: str | None, *, now: float | None = None) -> Change:
        """See `Session.set_title`; the clock is the machine's unless given."""
        return self._tell(self.session.set_title(title, now=_clock(now)))

    def set_note(self, table_id: str, text: str, *, now: float | None = None) -> Change:
        """See `Session.set_note`; the clock is the machine's unless given."""
        return self._tell(self.session.set_note(table_id, text, now=_clock(now)))

    def set_remark(self, cell_id: str, text: str, *, now: float | None = None) -> Change:
        """See `Session.set_remark`; the clock is the machine's unless given."""
        return self._tell(self.session.set_remark(cell_id, text, now=_clock(now)))

    def set_agency(self, *, now: float | None = None, **fields: Any) -> Change:  # noqa: ANN401
        """See `Session.set_agency`; the clock is the machine's unless given."""
        return self._tell(self.session.set_agency(now=_clock(now), **fields))

    def set_year(self, year: int) -> Change:
        """See `Session.set_year`."""
        return self._tell(self.session.set_year(year))

    def set_deadline(self, deadline: date | None) -> Change:
        """See `Session.set_deadline`."""
        return self._tell(self.session.set_deadline(deadline))

    def set_layout(self, **fields: Any) -> Change:  # noqa: ANN401
        """See `Session.set_layout`."""
        return self._tell(self.session.set_layout(**fields))

    def dismiss(self, finding: Finding, reason: str) -> Change:
        """See `Session.dismiss`."""
        return self._tell(self.session.dismiss(finding, reason))

    def dismiss_all(self, findings: Iterable[Finding], reason: str) -> Change:
        """See `Session.dismiss_all`."""
        return self._tell(self.session.dismiss_all(findings, reason))

    def restore(self, dismissal: Dismissal) -> Change:
        """See `Session.restore`."""
        return self._tell(self.session.restore(dismissal))

    def fix(self, findings: Iterable[Finding]) -> Change:
        """See `Session.fix_all`; findings that are open no more, because an edit cut into them, are left alone."""
        known = [finding for finding in findings if finding in self.session.findings]
        return self._tell(self.session.fix_all(known), soon=True)

    def confirm(self, finding: Finding) -> Change:
        """See `Session.confirm_finding`."""
        return self._tell(self.session.confirm_finding(finding), soon=True)

    def forget_history(self, words: str) -> Change:
        """See `Session.forget_history`; told even where nothing changed, for there is nothing to undo now."""
        change = self.session.forget_history(words)
        if not change:
            self.changed.emit(change)
        return self._tell(change)

    def apply(self, edit: Callable[[Report], Report], place: Place) -> Change:
        """See `Session.apply`."""
        return self._tell(self.session.apply(edit, place))

    def undo(self) -> Change | None:
        """See `Session.undo`."""
        change = self.session.undo()
        return change and self._tell(change)

    def redo(self) -> Change | None:
        """See `Session.redo`."""
        change = self.session.redo()
        return change and self._tell(change)

    def take_back(self) -> Change | None:
        """See `Session.take_back`; told even where no figure is another now, for a step to undo is gone."""
        change = self.session.take_back()
        if change is not None and not change:
            self.changed.emit(change)
        return change and self._tell(change)

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

    def keep_copy(self) -> Path | None:
        """Put the work into the recovery folder, as after an error in the program; None when that fails too."""
        return self._autosave.keep_copy() if self._autosave else None

    def close(self) -> None:
        """Save and give the file free; the bridge is not used after that."""
        self._checking.stop()
        if self._autosave:
            self._autosave.close()
        elif self._file:
            self._file.close()

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


def _clock(now: float | None) -> float:
    return time.monotonic() if now is None else now
