"""The edits of a report: each is a pure function from the present report to the next one, and the place it is about.

`Session.do` makes them. Those of typed words merge with the one before at the same place into one undo step.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from model.form.form import Value
from model.report import preamble
from model.report.change import WHOLE, Place
from model.report.length import TITLE_LIMIT
from model.report.moved_years import moved_paragraph, moved_text
from model.report.proposals import proposal
from model.report.remainder import remainder
from model.report.report import TEXT_IDS, FromLedger, Report
from model.session.storable import storable_head, storable_text, with_words
from model.structs import Struct, replace

MakeNext = Callable[[Report], Report]


class Edit(Struct, frozen=True):
    """One edit.

    Attributes:
        make: gives the next report; raises `CellError` where a draft could not hold it.
        place: where it is shown; a function of the present report where the report decides.
        typed: whether it is made key by key, so that several within the typing pause are one undo step.
    """

    make: MakeNext
    place: Place | Callable[[Report], Place]
    typed: bool = False

    def place_in(self, report: Report) -> Place:
        """Where it is shown, by the report before it."""
        return self.place if isinstance(self.place, Place) else self.place(report)


def table_of(cell_id: str) -> str:
    """The table of a cell."""
    return cell_id.partition(".")[0]


# Numbers


def set_number(cell_id: str, value: Value | None) -> Edit:
    """Set one typed cell, or make it blank by None.

    Raises once made:
        CellError: the cell is not one the clerk fills in, or cannot hold the value.
    """
    return Edit(lambda report: report.with_number(cell_id, value), Place(table_of(cell_id), cell_id))


def set_numbers(values: Mapping[str, Value | None]) -> Edit:
    """Set several typed cells as one step, as a paste does; its place is the first of them in the form.

    Raises once made:
        CellError: one of them cannot be set; nothing is changed then.
    """

    def place(report: Report) -> Place:
        first = next((cell_id for cell_id in report.form.typed if cell_id in values), None)
        return Place(table_of(first), first) if first else Place(WHOLE)

    return Edit(lambda report: report.with_numbers(values), place)


def take_count(values: Mapping[str, Value | None], ledger: FromLedger) -> Edit:
    """Put what was counted from a ledger into its cells, and keep where it comes from.

    Raises once made:
        CellError: one of the cells cannot be set; nothing is changed then.
    """
    edit = set_numbers(values)
    return Edit(lambda report: replace(edit.make(report), ledger=ledger), edit.place)


def take_proposal(cell_id: str) -> Edit:
    """Put into a blank cell what last year's report proposes for it; nothing where it proposes nothing."""

    def make(report: Report) -> Report:
        count = proposal(report, cell_id)
        return report if count is None else report.with_number(cell_id, count)

    return Edit(make, Place(table_of(cell_id), cell_id))


def carry_out(column: str) -> Edit:
    """The answer 确有 n 件仍在办理: put what a column is off into 结转下年度.

    Raises once made:
        CellError: 结转下年度 cannot hold it.
    """

    def make(report: Report) -> Report:
        found = remainder(report, column)
        if found is None or found.carried_out is None:
            return report
        return report.with_number(report.form.balance_of(column).right[-1], found.carried_out)

    def place(report: Report) -> Place:
        cell_id = report.form.balance_of(column).right[-1]
        return Place(table_of(cell_id), cell_id)

    return Edit(make, place)


# Words


def set_text(text_id: str, text: str, *, alone: bool = False) -> Edit:
    """Replace one text; what is typed at one place within the typing pause is one step, unless it stands `alone`.

    Args:
        text_id: one of the four texts.
        text: the whole of it.
        alone: always a step of its own, as for what is pasted.

    Raises once made:
        CellError: the text is longer than a draft can hold.
    """
    known = TEXT_IDS[TEXT_IDS.index(text_id)]
    return Edit(
        lambda report: report.with_text(known, storable_text(text, report.text[known])), Place(text_id), typed=not alone
    )


def set_title(title: str | None) -> Edit:
    """Set the clerk's own title, or let the program compose it by None.

    Raises once made:
        CellError: it is longer than a title can be.
    """

    def make(report: Report) -> Report:
        words = None if title is None else storable_text(title, report.title or "", limit=TITLE_LIMIT)
        return replace(report, title=words)

    return Edit(make, Place("title"), typed=True)


def set_note(table_id: str, text: str) -> Edit:
    """Set the note printed under a table; an empty one is taken away."""

    def make(report: Report) -> Report:
        return replace(report, notes=with_words(report.notes, report.form.table(table_id).id, text))

    return Edit(make, Place(table_id), typed=True)


def set_remark(cell_id: str, text: str, given_by: str = "") -> Edit:
    """Set the private remark on a cell, and who gave its figure; what is empty is taken away."""

    def make(report: Report) -> Report:
        cell = report.form.cells[cell_id].id
        remarks, givers = with_words(report.remarks, cell, text), with_words(report.given_by, cell, given_by)
        return replace(report, remarks=remarks, given_by=givers)

    return Edit(make, Place(table_of(cell_id), cell_id))


def take_last_year(text_id: str) -> Edit:
    """Put last year's text in the place of this year's, its years moved on.

    Raises once made:
        CellError: the text is longer than a draft can hold.
    """

    def make(report: Report) -> Report:
        text = moved_text(report, text_id)
        return set_text(text_id, text).make(report) if text else report

    return Edit(make, Place(text_id))


def take_paragraph(text_id: str, index: int) -> Edit:
    """Put one paragraph of last year's text, its years moved on, behind this year's text.

    Args:
        text_id: one of the four texts.
        index: which of the paragraphs (see `model.language.outline`), from 0.

    Raises once made:
        CellError: the text would be longer than a draft can hold.
        IndexError: last year's text has no such paragraph.
    """

    def make(report: Report) -> Report:
        text, paragraph = report.text[text_id], moved_paragraph(report, text_id, index)
        break_before = "\n" if text and not text.endswith("\n") else ""
        return set_text(text_id, text + break_before + paragraph).make(report)

    return Edit(make, Place(text_id))


# Agency, year and layout


def set_agency(**fields: Any) -> Edit:  # noqa: ANN401
    """Set some fields of the agency; a preamble still as it was composed from them is composed anew.

    Raises once made:
        CellError: a draft cannot hold the value, such as an empty name.
    """

    def make(report: Report) -> Report:
        return preamble.follow(report, storable_head(replace(report, agency=replace(report.agency, **fields))))

    return Edit(make, Place("agency", next(iter(fields), None)), typed=True)


def set_year(year: int) -> Edit:
    """Set the report's year; see `set_agency` for the preamble.

    Raises once made:
        CellError: the form in force does not apply to it.
    """
    return Edit(
        lambda report: preamble.follow(report, storable_head(replace(report, year=year))), Place("agency", "year")
    )


def set_deadline(deadline: date | None) -> Edit:
    """Set the day the report is due, or leave it to the regulations by None."""
    return Edit(lambda report: replace(report, deadline=deadline), Place("agency", "deadline"))


def set_hand_in_by(day: date | None) -> Edit:
    """Set the day by which the report is to be handed in (报送), or say by None that none is set."""
    return Edit(lambda report: replace(report, hand_in_by=day), Place("agency", "hand_in_by"))


def set_layout(**fields: Any) -> Edit:  # noqa: ANN401
    """Set some fields of the layout.

    Raises once made:
        CellError: a draft cannot hold the value.
    """
    return Edit(
        lambda report: storable_head(replace(report, layout=replace(report.layout, **fields))),
        Place("agency", next(iter(fields), None)),
    )
