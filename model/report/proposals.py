"""Figures that follow from last year's report: shown in blank cells and taken when the clerk agrees, never stored.

上年结转 is last year's 结转下年度, for each kind of applicant; 现行有效 is last year's, with what this year issued and
without what it repealed.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from model.form.form import COUNT_LIMIT, Form
from model.report.past import earlier_report, past_count, past_value
from model.report.report import Report
from model.report.rule_making import cannot_make_rules, rules_cells
from model.structs import Struct


class Documents(Struct, frozen=True):
    """The cells of a row of documents in force (规章, 行政规范性文件), and the row's name."""

    name: str
    issued: str
    repealed: str
    in_force: str

    @property
    def cells(self) -> tuple[str, str, str]:
        """制发, 废止 and 现行有效."""
        return self.issued, self.repealed, self.in_force


def proposals(report: Report) -> Mapping[str, int]:
    """Every blank cell that last year's report proposes a count for, in 件."""
    found = ((cell_id, proposal(report, cell_id)) for cell_id in proposable(report.form))
    return {cell_id: count for cell_id, count in found if count is not None}


def proposal(report: Report, cell_id: str) -> int | None:
    """What last year's report proposes for a blank cell, in 件; None for a filled one, and where nothing follows.

    Blank 制发 and 废止 count as 0, so that the proposal follows them while they are typed.
    """
    if cell_id in report.numbers or cell_id not in proposable(report.form):
        return None
    count = following(report, cell_id)
    if count and _has_no_rules(report, cell_id):
        return None
    return count if count is not None and 0 <= count <= COUNT_LIMIT else None


def following(report: Report, cell_id: str) -> int | None:
    """The count that last year's report and this year's other cells lead to, in 件, be the cell filled or not."""
    if carried_out := carried(report.form).get(cell_id):
        return past_count(report, carried_out)
    before, row = past_count(report, cell_id), _row_in_force(report.form, cell_id)
    return None if before is None or row is None else before + report.count(row.issued) - report.count(row.repealed)


def not_zero(report: Report, cell_id: str) -> bool:
    """Whether a blank 现行有效 had better stay blank than become 0: documents were in force, and nothing is proposed.

    So it is when the earlier report is not last year's, or more were repealed than there can have been.
    """
    if _has_no_rules(report, cell_id):
        return False
    past = earlier_report(report)
    were_in_force = past and _row_in_force(report.form, cell_id) and past_value(past, cell_id, report.form)
    return bool(were_in_force) and proposal(report, cell_id) is None


def _has_no_rules(report: Report, cell_id: str) -> bool:
    """Whether a cell counts 规章 and the agency is of a kind that can have none: last year's figure was a slip."""
    return cell_id in rules_cells(report.form) and cannot_make_rules(report.agency)


def following_cells(form: Form, changed: Iterable[str]) -> Iterator[str]:
    """The cells whose proposal follows some cells: 现行有效 follows 制发 and 废止 of its row."""
    for cell_id in changed:
        yield from (row.in_force for row in documents(form) if cell_id in (row.issued, row.repealed))


@cache
def proposable(form: Form) -> tuple[str, ...]:
    """The cells that can have a proposal, in the form's order."""
    in_force = {row.in_force for row in documents(form)}
    return tuple(cell_id for cell_id in form.typed if cell_id in in_force or cell_id in carried(form))


@cache
def carried(form: Form) -> Mapping[str, str]:
    """For each typed cell of 上年结转 that of 结转下年度 for the same applicant."""
    carried_in = (cell_id for cell_id in form.typed if form.role(cell_id).split(".")[1:2] == ["carried_in"])
    pairs = ((cell_id, form.cell_as(form.role(cell_id).replace("carried_in", "carried_out"))) for cell_id in carried_in)
    return {cell_id: carried_out for cell_id, carried_out in pairs if carried_out is not None}


@cache
def documents(form: Form) -> tuple[Documents, ...]:
    """The rows that count documents in force: those that have 制发, 废止 and 现行有效."""
    found = []
    for cell_id in form.typed:
        row, _, column = form.role(cell_id).rpartition(".")
        cells = form.each_as(*(f"{row}.{part}" for part in ("issued", "repealed", "in_force")))
        if column == "in_force" and cells:
            found.append(Documents(form.name(cell_id).partition(" / ")[0], *cells))
    return tuple(found)


def _row_in_force(form: Form, cell_id: str) -> Documents | None:
    return next((row for row in documents(form) if row.in_force == cell_id), None)
