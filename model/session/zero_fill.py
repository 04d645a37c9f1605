"""What blank cells are filled with when nothing happened: 0, or what last year's report leads to."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from model.form.form import Form, Value
from model.report.proposals import not_zero, proposals
from model.report.report import Report
from model.session.edits import Edit, set_numbers, table_of
from model.structs import Struct


class ZeroFill(Struct, frozen=True):
    """What the blank cells asked for get.

    Attributes:
        values: the cells that are filled, in the form's order.
        proposed: those of them that get what last year's report proposes and that is no 0, so that a report of zeros
            stays right.
        left_blank: the cells that stay blank: 现行有效 where only a report older than last year's counts any.
    """

    values: Mapping[str, Value]
    proposed: frozenset[str]
    left_blank: frozenset[str]

    @property
    def edit(self) -> Edit:
        """Fill them as one step."""
        return set_numbers(self.values)


def zero_fill(report: Report, table_id: str | None = None, cells: Iterable[str] | None = None) -> ZeroFill:
    """What filling the blank cells comes to: of the whole report, of a table, or of some cells."""
    wanted = set(report.blanks if cells is None else cells)
    blanks = [cell_id for cell_id in report.blanks if cell_id in wanted and table_id in (None, table_of(cell_id))]
    proposed = proposals(report)
    left = frozenset(cell_id for cell_id in blanks if not_zero(report, cell_id))
    values = {cell_id: proposed.get(cell_id, _zero(report.form, cell_id)) for cell_id in blanks if cell_id not in left}
    return ZeroFill(values, frozenset(cell_id for cell_id in values if proposed.get(cell_id)), left)


def _zero(form: Form, cell_id: str) -> Value:
    return Decimal(0) if form.cells[cell_id].kind == "decimal" else 0
