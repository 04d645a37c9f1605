"""Figures that follow from last year's report: shown in blank cells and taken when the clerk agrees, never stored.

上年结转 is last year's 结转下年度, for each kind of applicant; 现行有效 is last year's, with what this year issued and
without what it repealed.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from model.form.form import COUNT_LIMIT, official
from model.report.past import earlier_report, past_count
from model.report.report import Report

CARRIED_IN, CARRIED_OUT = "applications.carried_in.", "applications.carried_out."
DOCUMENTS = MappingProxyType({"rules": "规章", "normative_documents": "行政规范性文件"})
"""The rows of table two that count documents in force, with their names."""


def proposals(report: Report) -> Mapping[str, int]:
    """Every blank cell that last year's report proposes a count for, in 件."""
    found = ((cell_id, proposal(report, cell_id)) for cell_id in proposable())
    return {cell_id: count for cell_id, count in found if count is not None}


def proposal(report: Report, cell_id: str) -> int | None:
    """What last year's report proposes for a blank cell, in 件; None for a filled one, and where nothing follows.

    Blank 制发 and 废止 count as 0, so that the proposal follows them while they are typed.
    """
    if cell_id in report.numbers or cell_id not in proposable():
        return None
    count = following(report, cell_id)
    return count if count is not None and 0 <= count <= COUNT_LIMIT else None


def following(report: Report, cell_id: str) -> int | None:
    """The count that last year's report and this year's other cells lead to, in 件, be the cell filled or not."""
    if cell_id.startswith(CARRIED_IN):
        return past_count(report, CARRIED_OUT + cell_id.removeprefix(CARRIED_IN))
    before, row = past_count(report, cell_id), cell_id.rpartition(".")[0]
    return None if before is None else before + report.count(f"{row}.issued") - report.count(f"{row}.repealed")


def not_zero(report: Report, cell_id: str) -> bool:
    """Whether a blank 现行有效 had better stay blank than become 0: documents were in force, and nothing is proposed.

    So it is when the earlier report is not last year's, or more were repealed than there can have been.
    """
    past = earlier_report(report)
    in_force = cell_id in proposable() and not cell_id.startswith(CARRIED_IN)
    return bool(past and in_force and past.numbers.get(cell_id)) and proposal(report, cell_id) is None


def following_cells(changed: Iterable[str]) -> Iterator[str]:
    """The cells whose proposal follows some cells: 现行有效 follows 制发 and 废止 of its row."""
    for cell_id in changed:
        row, _, column = cell_id.rpartition(".")
        if column in ("issued", "repealed") and f"{row}.in_force" in proposable():
            yield f"{row}.in_force"


@cache
def proposable() -> tuple[str, ...]:
    """The cells that can have a proposal, in the form's order."""
    in_force = {f"disclosure.{row}.in_force" for row in DOCUMENTS}
    return tuple(cell_id for cell_id in official().typed if cell_id in in_force or cell_id.startswith(CARRIED_IN))
