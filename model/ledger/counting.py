"""From a ledger to the figures of a year, by the rules of the form; a line that is not clear is not counted but asked.

Received in the year: 本年新收. Received before and not answered before: 上年结转. Answered in the year: its row, one
application one row. Not answered by the last day: 结转下年度. So every column balances by itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from model.form.form import Form
from model.ledger.applications import Application, Lines
from model.ledger.cases import Case, Cases
from model.ledger.fees import Fees, fee
from model.ledger.ledger import Ledger, Line, Place, Sheet
from model.ledger.numbers import left_out
from model.ledger.questions import SKIP, Answers, Asked, Choice, Question, answer_to
from model.ledger.vocabulary import Kind, Vocabulary, applications, built_in
from model.ledger.when import Period
from model.ledger.words import table
from model.structs import Struct, field

_CASE_FIELDS = frozenset(("review", "suit", "dispute"))


class Count(Struct, frozen=True, dict=True):
    """What was counted.

    Attributes:
        period: the year, and the day up to which was counted.
        numbers: every typed cell of the tables that the ledger speaks of.
        lines: the lines behind each cell that is not 0.
        questions: all that is not clear, with the answers given or not.
        answers: the answers that were taken.
        waiting: how many lines are not counted because nobody has answered yet.
        skipped: how many lines are not counted because the clerk said so.
        outside: how many applications are not of the year.
        fees: what was charged.
    """

    period: Period
    numbers: Mapping[str, int]
    lines: Mapping[str, tuple[Place, ...]]
    questions: tuple[Question, ...]
    answers: Answers
    waiting: int
    skipped: int
    outside: int
    fees: Fees

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """The questions that nobody has answered."""
        return tuple(question for question in self.questions if not answer_to(question, self.answers))


Vocabularies = dict[Kind, Vocabulary]


def vocabularies(form: Form, remembered: Mapping[str, Mapping[str, str]] | None = None) -> Vocabularies:
    """What words are known on a form: the built-in ones, and those an office has answered before, by kind."""
    kinds: tuple[Kind, ...] = ("applicant", "outcome")
    return {kind: built_in(kind, form).with_remembered((remembered or {}).get(kind, {})) for kind in kinds}


def count(
    ledger: Ledger,
    form: Form,
    of: Period,
    answers: Answers | None = None,
    known: Vocabularies | None = None,
) -> Count:
    """Count a ledger.

    Args:
        ledger: what was read.
        form: whose cells are filled.
        of: the year, and the day up to which is counted.
        answers: the answers to the questions of an earlier count of the same ledger.
        known: the words that are known; the built-in ones unless given.
    """
    asked = Asked(answers or {})
    counting = _Counting(ledger, of, form, asked, known or vocabularies(form))
    counting.work()
    cells = counting.cells
    return Count(
        of,
        {cell: len(cells.get(cell, ())) for cell in _covered(ledger, form)},
        {cell: tuple(places) for cell, places in cells.items()},
        asked.all(),
        asked.answers,
        counting.waiting,
        counting.skipped,
        counting.outside,
        counting.fees,
    )


class _Counting(Struct, dict=True):
    ledger: Ledger
    period: Period
    form: Form
    asked: Asked
    known: Vocabularies
    cells: dict[str, list[Place]] = field(default_factory=dict)
    waiting: int = 0
    skipped: int = 0
    outside: int = 0
    fees: Fees = field(default_factory=Fees)

    def work(self) -> None:
        """Count every line."""
        self._ask_about_sheets()
        same, unclear = left_out(self.ledger, self.asked)
        lines = Lines(self.period, self.known, self.asked, self.form)
        cases = Cases(self.period, self.asked, self.form)
        for sheet, line, place in _every(self.ledger):
            if place in same:
                self.skipped += 1
                continue
            found = lines.read(sheet, line, place)
            if sheet.fields & _CASE_FIELDS:
                self._put_cases(cases.read(sheet, line, place))
            if place in unclear:
                self.waiting += 1
            elif isinstance(found, Application):
                self._put(found, line)
            elif found == "outside":
                self.outside += 1
            elif found == "skipped":
                self.skipped += 1
            else:
                self.waiting += 1

    def _ask_about_sheets(self) -> None:
        """Ask about every sheet with rows of several cells that has no head of a ledger."""
        for index, sheet in enumerate(self.ledger.sheets):
            if sheet.other_rows and not sheet.fields:
                says = f"“{sheet.name}”这张表没有认出台账的栏目（收到日期、申请人类别、答复日期、办理结果），没有计数"
                offered = (Choice(SKIP, "不是台账，不计"),)
                self.asked.ask(Question(f"sheet:{index}", says, (Place(index, 1),), offered))

    def _put(self, application: Application, line: Line) -> None:
        rows = self._rows
        self._add(rows["new" if application.received == "within" else "old"], application)
        self._add(application.outcome if application.answered == "within" else rows["left"], application)
        if "fee" in line.said and "within" in (application.answered, application.received):
            self.fees = self.fees.and_one(fee(line, application.place, self.asked))

    @cached_property
    def _rows(self) -> Mapping[str, str]:
        """The rows of the form for what is received, carried in and carried out."""
        roles, lines = table("form")["main"], applications(self.form).row_lines
        return {name: next(line.id for line in lines if roles[name] in line.roles) for name in ("new", "old", "left")}

    @cached_property
    def _table(self) -> str:
        return applications(self.form).id

    def _add(self, row: str, application: Application) -> None:
        cell = f"{self._table}.{row}.{application.applicant}"
        self.cells.setdefault(cell, []).append(application.place)

    def _put_cases(self, cases: Iterable[Case]) -> None:
        rows = table("form")["cases"]
        for case in cases:
            cell = self.form.cell_as(f"{rows['table']}.{rows[case.way]}.{case.column}")
            if cell is not None:
                self.cells.setdefault(cell, []).append(case.place)


def _every(ledger: Ledger) -> Iterator[tuple[Sheet, Line, Place]]:
    for index, sheet in enumerate(ledger.sheets):
        for line in sheet.lines:
            yield sheet, line, Place(index, line.row)


def _covered(ledger: Ledger, form: Form) -> tuple[str, ...]:
    """The typed cells of the table of applications, and of that of cases where the ledger has a column for them."""
    tables = {applications(form).id}
    disputes = form.table_as(table("form")["cases"]["table"])
    if disputes is not None and any(sheet.fields & _CASE_FIELDS for sheet in ledger.sheets):
        tables.add(disputes.id)
    return tuple(cell for cell in form.typed if cell.partition(".")[0] in tables)
