"""The sum out of the board: which units can be in it, and its draft, written and read back."""

from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path

from model.drafts import draft, file_names
from model.drafts.draft import Draft
from model.files.problems import FileProblem
from model.report.report import Agency
from model.review import summing
from model.review.board import Line
from model.review.summing import Question
from model.structs import Struct, replace


class ToSum(Struct, frozen=True):
    """The units of a board for a sum.

    Attributes:
        lines: those that are in it, with a report that can be read.
        missing: units whose report is wanted and cannot be in it.
        left_out: units that could be in it, and were not chosen.
    """

    lines: tuple[Line, ...]
    missing: tuple[Line, ...] = ()
    left_out: tuple[Line, ...] = ()

    def only(self, names: Collection[str]) -> "ToSum":
        """Only some of the units, by their names; the others are left out."""
        every = (*self.lines, *self.left_out)
        chosen = tuple(line for line in every if line.name in names)
        return replace(self, lines=chosen, left_out=tuple(line for line in every if line.name not in names))

    @property
    def name(self) -> str:
        """What the sum is called unless somebody says so."""
        return f"{len(self.lines)}个单位汇总"

    @property
    def questions(self) -> tuple[Question, ...]:
        """What a person must decide; nothing where there is nothing to sum."""
        rows = [line.row for line in self.lines if line.row]
        if not rows:
            return ()
        returned = [line.name for line in self.lines if line.state == "returned"]
        return summing.questions(rows, _names(self.missing), returned, _names(self.left_out))


def to_sum(lines: Iterable[Line], year: int) -> ToSum:
    """Every unit whose report can be read and is of the year; those that are in no list are left out at first."""
    lines = tuple(lines)
    fit = tuple(line for line in lines if line.row and not line.row.error and line.row.year == year)
    missing = tuple(line for line in lines if line.wanted and line not in fit)
    return ToSum(tuple(line for line in fit if line.wanted), missing, tuple(line for line in fit if not line.wanted))


def write(chosen: ToSum, name: str, documents: Path) -> Path:
    """Write the sum as a draft of an agency among the others, read it back, and say where it is.

    Raises:
        NotSummed: the reports cannot be summed.
        FileProblem: the draft cannot be written, or is not the sum when it is read back.
    """
    rows = [line.row for line in chosen.lines if line.row]
    found = summing.summed(rows)
    report = summing.consolidated(found, Agency(name or chosen.name, consolidated=True), chosen.questions)
    path = next(file_names.new_paths(documents, report.agency.name, report.year))
    draft.save(Draft(report), path, datetime.now().astimezone())
    wrong = summing.unequal(draft.load(path).report, rows)
    if wrong:
        raise FileProblem(path, f"写出后读回，有 {len(wrong)} 格不等于各单位之和，请重新汇总")
    return path


def _names(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(line.name for line in lines)
