"""The open report: every edit, undo and redo, its findings, how far each part is, and what is not saved yet.

The whole flow of the wizard without a window. A session is made from a complete draft or not at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from model.form.form import Form, Value
from model.report import preamble
from model.report.change import Change, Place
from model.report.moved_years import moved_paragraph, moved_text
from model.report.proposals import not_zero, proposal, proposals
from model.report.remainder import Remainder
from model.report.report import TEXT_IDS
from model.session.answering import Answering
from model.session.progress import State, place_of, sections
from model.session.storable import TEXT_LIMIT, storable_head, storable_text, with_words

__all__ = ["TEXT_LIMIT", "Change", "Place", "Remainder", "Session", "State", "place_of", "sections"]


class Session(Answering):
    """One open draft and all that can be done to it."""

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
        first = next((cell_id for cell_id in self.report.form.typed if cell_id in values), None)
        return self._edit(after, Place(_table(first), first)) if first else Change()

    def fill_zero(self, table_id: str | None = None, cells: Iterable[str] | None = None) -> Change:
        """Fill blank cells with 0: of the whole report, of a table, or of some cells. Others stay as they are.

        A cell that has a proposal from last year's report takes it instead, so that a report of zeros stays right;
        `Change.proposed` names those that are no 0. 现行有效 stays blank when only a report older than last year's
        counts any; `Change.left_blank` names it.
        """
        wanted = set(self.report.blanks if cells is None else cells)
        blanks = [
            cell_id for cell_id in self.report.blanks if cell_id in wanted and table_id in (None, _table(cell_id))
        ]
        proposed = proposals(self.report)
        left = frozenset(cell_id for cell_id in blanks if not_zero(self.report, cell_id))
        values = {
            cell_id: proposed.get(cell_id, _zero(self.report.form, cell_id))
            for cell_id in blanks
            if cell_id not in left
        }
        change = self.set_numbers(values)
        taken = frozenset(cell_id for cell_id in values if proposed.get(cell_id))
        return replace(change, proposed=taken & change.cells, left_blank=left)

    def take_proposal(self, cell_id: str) -> Change:
        """Put into a blank cell what last year's report proposes for it; nothing where it proposes nothing."""
        count = proposal(self.report, cell_id)
        return Change() if count is None else self.set_number(cell_id, count)

    def remainder(self, column: str) -> Remainder | None:
        """How far a column of table three is off; None when it balances, and for the total, which only follows."""
        balance = self.report.form.balance_of(column)
        difference = self.report.difference(balance)
        if not difference or balance.is_sum:
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
        return self.set_number(self.report.form.balance_of(column).right[-1], remainder.carried_out)

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
        notes = with_words(self.report.notes, self.report.form.table(table_id).id, text)
        return self._edit(replace(self.report, notes=notes), Place(table_id), now)

    def set_remark(self, cell_id: str, text: str, *, now: float | None = None) -> Change:
        """Set the private remark on a cell; an empty one is taken away."""
        remarks = with_words(self.report.remarks, self.report.form.cells[cell_id].id, text)
        return self._edit(replace(self.report, remarks=remarks), Place(_table(cell_id), cell_id), now)

    def take_last_year(self, text_id: str) -> Change:
        """Put last year's text in the place of this year's, its years moved on, as one undo.

        Raises:
            CellError: the text is longer than a draft can hold.
        """
        text = moved_text(self.report, text_id)
        return self.set_text(text_id, text, now=None) if text else Change()

    def take_paragraph(self, text_id: str, index: int) -> Change:
        """Put one paragraph of last year's text, its years moved on, behind this year's text, as one undo.

        Args:
            text_id: one of the four texts.
            index: which of the paragraphs (see `model.language.outline`), from 0.

        Raises:
            CellError: the text would be longer than a draft can hold.
            IndexError: last year's text has no such paragraph.
        """
        text, paragraph = self.report.text[text_id], moved_paragraph(self.report, text_id, index)
        break_before = "\n" if text and not text.endswith("\n") else ""
        return self.set_text(text_id, text + break_before + paragraph, now=None)

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
            CellError: the report's form does not apply to it.
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


def _table(cell_id: str) -> str:
    return cell_id.partition(".")[0]


def _zero(form: Form, cell_id: str) -> Value:
    return Decimal(0) if form.cells[cell_id].kind == "decimal" else 0
