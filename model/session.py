"""The open report: every edit, undo and redo, its findings, how far each part is, and what is not saved yet.

The whole flow of the wizard without a window. A session is made from a complete draft or not at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from model import preamble, progress
from model.change import Change, Place, change, changed_fields
from model.check_results import CheckResults, table_checks
from model.checks import CHECKS, Context, Finding, dismiss
from model.checks.fix import fixed
from model.draft import Draft
from model.form import Balance, Value, official
from model.progress import SECTIONS, State, place_of
from model.remainder import Remainder
from model.report import TEXT_IDS, Dismissal, Report
from model.storable import TEXT_LIMIT, storable_head, storable_text, with_words
from model.undo import UndoStack

__all__ = ["SECTIONS", "TEXT_LIMIT", "Change", "Place", "Remainder", "Session", "State", "place_of"]


class Session:
    """One open draft and all that can be done to it."""

    def __init__(
        self,
        draft: Draft,
        today: date,
        read_only: bool = False,  # noqa: FBT001, FBT002
        *,
        unsaved: bool = False,
    ) -> None:
        """Open a complete draft.

        Args:
            draft: as it was loaded or made.
            today: the day that checks on deadlines go by.
            read_only: whether edits are without effect, because the draft is open elsewhere.
            unsaved: whether the draft's file does not hold it yet, as after taking an earlier version.
        """
        self.report = draft.report
        self.read_only = read_only
        self.revision = 0
        self._draft = draft
        self._saved_report = None if unsaved else draft.report
        self._undo = UndoStack()
        self._results = CheckResults(self.report, Context(today))
        self.findings = self._results.open(self.report)

    @property
    def draft(self) -> Draft:
        """The draft as it would be saved now."""
        return replace(self._draft, report=self.report)

    @property
    def unsaved(self) -> bool:
        """Whether the present value is another than the one saved last."""
        return self.report is not self._saved_report

    @property
    def can_undo(self) -> bool:
        """Whether an edit can be taken back."""
        return self._undo.can_undo and not self.read_only

    @property
    def can_redo(self) -> bool:
        """Whether an edit can be made again."""
        return self._undo.can_redo and not self.read_only

    def saved(self, draft: Draft) -> None:
        """Take note of what was written: its report, identity and time; edits made meanwhile stay unsaved."""
        self._draft = draft
        self._saved_report = draft.report

    # Numbers

    def set_number(self, cell_id: str, value: Value | None, *, now: float | None = None) -> Change:
        """Set one typed cell, or make it blank by None; with `now`, edits of one cell in one breath are one undo.

        Raises:
            CellError: the cell is not one the clerk fills in, or cannot hold the value.
        """
        return self._edit(self.report.with_number(cell_id, value), Place(_table(cell_id), cell_id), now)

    def set_numbers(self, values: Mapping[str, Value | None]) -> Change:
        """Set several typed cells as one undo, as a paste does.

        Raises:
            CellError: one of them cannot be set; nothing is changed then.
        """
        after = self.report.with_numbers(values)
        first = next((cell_id for cell_id in official().typed if cell_id in values), None)
        return self._edit(after, Place(_table(first), first)) if first else Change()

    def fill_zero(self, table_id: str | None = None, cells: Iterable[str] | None = None) -> Change:
        """Fill blank cells with 0: of the whole report, of a table, or of some cells. Others stay as they are."""
        wanted = set(self.report.blanks if cells is None else cells)
        blanks = [
            cell_id for cell_id in self.report.blanks if cell_id in wanted and table_id in (None, _table(cell_id))
        ]
        return self.set_numbers({cell_id: _zero(cell_id) for cell_id in blanks})

    def remainder(self, column: str) -> Remainder | None:
        """How far a column of table three is off; None when it balances, and for the total, which only follows."""
        balance = _balance(column)
        difference = self.report.difference(balance)
        if not difference or column == "total":
            return None
        carried_out = self.report.count(balance.right[-1]) + difference
        return Remainder(column, difference, carried_out if carried_out >= 0 else None)

    def carry_out(self, column: str) -> Change:
        """The answer 确有 n 件仍在办理: put what a column is off into 结转下年度.

        Raises:
            CellError: 结转下年度 cannot hold it.
        """
        remainder = self.remainder(column)
        if remainder is None or remainder.carried_out is None:
            return Change()
        return self.set_number(_balance(column).right[-1], remainder.carried_out)

    # Words

    def set_text(self, text_id: str, text: str, *, now: float | None) -> Change:
        """Replace one text; what is typed at one place in one breath is one undo.

        Args:
            text_id: one of the four texts.
            text: the whole of it.
            now: a clock in seconds that only goes forward; None for an edit that is always a step of its own.

        Raises:
            CellError: the text is longer than a draft can hold.
        """
        known = TEXT_IDS[TEXT_IDS.index(text_id)]
        return self._edit(self.report.with_text(known, storable_text(text)), Place(text_id), now)

    def set_title(self, title: str | None, *, now: float) -> Change:
        """Set the clerk's own title, or let the program compose it by None."""
        words = None if title is None else storable_text(title)
        return self._edit(replace(self.report, title=words), Place("title"), now)

    def set_note(self, table_id: str, text: str, *, now: float) -> Change:
        """Set the note printed under a table; an empty one is taken away."""
        notes = with_words(self.report.notes, official().table(table_id).id, text)
        return self._edit(replace(self.report, notes=notes), Place(table_id), now)

    def set_remark(self, cell_id: str, text: str, *, now: float | None = None) -> Change:
        """Set the private remark on a cell; an empty one is taken away."""
        remarks = with_words(self.report.remarks, official().cells[cell_id].id, text)
        return self._edit(replace(self.report, remarks=remarks), Place(_table(cell_id), cell_id), now)

    # Agency, year and layout

    def set_agency(self, *, now: float | None = None, **fields: Any) -> Change:  # noqa: ANN401
        """Set some fields of the agency; with `now`, edits of one field in one breath are one undo.

        A preamble that is still as it was composed from them is composed anew.

        Raises:
            CellError: a draft cannot hold the value, such as an empty name.
        """
        after = storable_head(replace(self.report, agency=replace(self.report.agency, **fields)))
        return self._edit(preamble.follow(self.report, after), Place("agency", next(iter(fields), None)), now)

    def set_year(self, year: int) -> Change:
        """Set the report's year; see `set_agency` for the preamble.

        Raises:
            CellError: the form in force does not apply to it.
        """
        after = storable_head(replace(self.report, year=year))
        return self._edit(preamble.follow(self.report, after), Place("agency", "year"))

    def set_deadline(self, deadline: date | None) -> Change:
        """Set the day the report is due, or leave it to the regulations by None."""
        return self._edit(replace(self.report, deadline=deadline), Place("agency", "deadline"))

    def set_layout(self, **fields: Any) -> Change:  # noqa: ANN401
        """Set some fields of the layout.

        Raises:
            CellError: a draft cannot hold the value.
        """
        after = storable_head(replace(self.report, layout=replace(self.report.layout, **fields)))
        return self._edit(after, Place("agency", next(iter(fields), None)))

    # Findings

    def dismiss(self, finding: Finding, reason: str) -> Change:
        """Answer a warning or a hint with a reason; it comes back when its figures or words change.

        Raises:
            ValueError: an error cannot be dismissed, and a reason must say something.
        """
        return self._edit(dismiss(self.report, finding, storable_text(reason)), place_of(finding))

    def restore(self, dismissal: Dismissal) -> Change:
        """Take a dismissal back."""
        kept = tuple(entry for entry in self.report.dismissed if entry != dismissal)
        return self._edit(replace(self.report, dismissed=kept), Place("finish"))

    def fix(self, finding: Finding) -> Change:
        """Make the certain cure of a finding as one undo; nothing for a finding that has none.

        Raises:
            CellError: a number or a text cannot be stored.
        """
        if finding.fix is None:
            return Change()
        return self._edit(fixed(self.report, finding.fix), place_of(finding))

    def recheck(self) -> Change:
        """Run every check on the present value; edits run only those on the tables, so that typing never waits."""
        self._results.run(self.report, CHECKS.values())
        return Change(findings=self._find())

    def state(self, section: str) -> State:
        """How far one part of the wizard is, by the findings as they were checked last."""
        return progress.state(self.report, self.findings, section)

    # Any edit

    def apply(self, edit: Callable[[Report], Report], place: Place) -> Change:
        """Make any other edit as one undo, such as the fix of a finding.

        Args:
            edit: makes the next report from the present one.
            place: where it is shown.
        """
        return self._edit(edit(self.report), place)

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        step = self._undo.undo() if self.can_undo else None
        return self._become(step.before, step.place) if step else None

    def redo(self) -> Change | None:
        """Make the step again that was taken back last; None when there is none."""
        step = self._undo.redo() if self.can_redo else None
        return self._become(step.after, step.place) if step else None

    def take_back(self) -> Change | None:
        """Withdraw the step that is being made, leaving nothing to undo or redo of it; None when there is none."""
        step = None if self.read_only else self._undo.take_back()
        return self._become(step.before, step.place) if step else None

    def _edit(self, after: Report, place: Place, now: float | None = None) -> Change:
        if self.read_only or not changed_fields(self.report, after):
            return Change()
        self._undo.push(self.report, after, place, now)
        return self._become(after, place)

    def _become(self, after: Report, place: Place) -> Change:
        before, self.report = self.report, after
        self.revision += 1
        found = change(before, after, place)
        self._results.follow(before, after)
        if found.cells or found.agency:
            self._results.run(after, table_checks())
        return replace(found, findings=self._find())

    def _find(self) -> bool:
        """Bring the open findings up to date; whether they changed."""
        before, self.findings = self.findings, self._results.open(self.report)
        return before != self.findings


def _table(cell_id: str) -> str:
    return cell_id.partition(".")[0]


def _zero(cell_id: str) -> Value:
    return Decimal(0) if official().cells[cell_id].kind == "decimal" else 0


def _balance(column: str) -> Balance:
    return next(balance for balance in official().balances if balance.column == column)
