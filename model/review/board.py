"""The board: a line for each unit, with its state and what was found in its report, table by table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from model.checks.registry import SEVERITIES, Severity
from model.review.desk import Decision, Desk
from model.review.matching import Handed, handed_in
from model.review.row import Row, Told
from model.review.similar import LAST_YEARS, Alike, Shared, alike, shared
from model.review.versions import Changes, changes

State = Literal["missing", "unreadable", "doubtful", "returned", "passed", "open"]

STATES: Mapping[State, str] = {
    "missing": "未交",
    "unreadable": "读不了",
    "doubtful": "有疑问",
    "returned": "退回",
    "passed": "通过",
    "open": "待审",
}
"""The states with the words the office reads; those that want something done first."""
_GRAVE: tuple[Severity, ...] = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Mark:
    """How many findings a column has, and the gravest of them."""

    count: int = 0
    worst: Severity | None = None

    @property
    def words(self) -> str:
        """错误 2, or nothing; the number is of all findings of the column."""
        return f"{SEVERITIES[self.worst]} {self.count}" if self.worst else ""


NONE = Mark()


@dataclass(frozen=True)
class Line:
    """One unit on the board.

    Attributes:
        row: the file that counts; None when there is none.
        others: further files of the unit.
        trouble: what is wrong with the file as a whole, a sentence each: it cannot be read, is of another year, is one
            of several that differ.
        marks: by column, those with findings.
        alike: whose text its own is like; `alike_words` says it.
        changes: what became of the findings of an earlier version: the one that was judged, or an earlier file.
    """

    name: str
    state: State
    wanted: bool
    row: Row | None = None
    others: tuple[Row, ...] = ()
    trouble: tuple[str, ...] = ()
    marks: Mapping[str, Mark] | None = None
    alike: tuple[Alike, ...] = ()
    alike_words: str = ""
    decision: Decision | None = None
    changes: Changes | None = None
    remark: str = ""

    @property
    def findings(self) -> tuple[Told, ...]:
        """What was found in the file that counts."""
        return self.row.findings if self.row else ()

    def mark(self, column: str) -> Mark:
        """The mark of a column."""
        return (self.marks or {}).get(column, NONE)


Likeness = Mapping[str, tuple[Alike, ...]]


def board(
    desk: Desk, rows: Sequence[Row], times: Mapping[str, float], likeness: Likeness | None = None
) -> tuple[Line, ...]:
    """All units in the order of the list.

    Args:
        desk: the list and the decisions.
        rows: the files that have been read.
        times: when each of them was changed last.
        likeness: see `likeness_of`; it is found out where it is not given.
    """
    year = desk.year or usual_year(rows)
    units = handed_in(desk.names, rows, times, year)
    if likeness is None:
        likeness = likeness_of(desk, rows, times)
    names = {row.file: unit.name for unit in units for row in unit.rows}
    return tuple(_line(unit, desk, year, likeness, names) for unit in units)


def likeness_of(desk: Desk, rows: Sequence[Row], times: Mapping[str, float]) -> Likeness:
    """Which of the reports that count are alike."""
    units = handed_in(desk.names, rows, times, desk.year or usual_year(rows))
    return alike(unit.rows[0] for unit in units if unit.rows)


def shared_by(line: Line, lines: Iterable[Line]) -> tuple[Shared, ...]:
    """The sentences that a unit's report shares with those of others on the board, and with its own last one."""
    if line.row is None or not line.alike:
        return ()
    rows = ((each.name, row) for each in lines for row in (each.row, *each.others) if row)
    return shared(line.row, line.alike, {row.file: (name, row) for name, row in rows})


def usual_year(rows: Iterable[Row]) -> int:
    """The year that most of the reports are of, the later of two that are equally many; 0 when none can be read."""
    counted = Counter(row.year for row in rows if not row.error)
    return max(counted, key=lambda year: (counted[year], year), default=0)


def marks_of(findings: Iterable[Told]) -> Mapping[str, Mark]:
    """By column, how many findings and the gravest."""
    order, found = list(SEVERITIES), dict[str, Mark]()
    for finding in findings:
        before = found.get(finding.column, NONE)
        worst = min((each for each in (before.worst, finding.severity) if each), key=order.index)
        found[finding.column] = Mark(before.count + 1, worst)
    return found


def _line(
    unit: Handed, desk: Desk, year: int, likeness: Mapping[str, tuple[Alike, ...]], names: Mapping[str, str]
) -> Line:
    decision, remark = desk.decisions.get(unit.name), desk.remarks.get(unit.name, "")
    if not unit.rows:
        return Line(unit.name, "missing", unit.wanted, decision=decision, remark=remark)
    row, *others = unit.rows
    found = likeness.get(row.file, ())
    trouble = tuple(_trouble(unit, row, others, year))
    earlier = _earlier(row, others, decision)
    return Line(
        unit.name,
        _state(row, trouble, found, decision),
        unit.wanted,
        row,
        tuple(others),
        trouble,
        marks_of(row.findings),
        found,
        _alike_words(row, found, names),
        decision,
        None if earlier is None else changes(earlier, row.findings),
        remark,
    )


def _earlier(row: Row, others: Sequence[Row], decision: Decision | None) -> tuple[Told, ...] | None:
    """The findings of an earlier version of a report; None where there is none."""
    if row.error or (decision and decision.digest == row.digest):
        return None
    if decision:
        return decision.findings
    differing = (other for other in others if not other.error and other.content != row.content)
    return next((other.findings for other in differing if other.year == row.year), None)


def _state(row: Row, trouble: Sequence[str], found: Sequence[Alike], decision: Decision | None) -> State:
    if row.error:
        return "unreadable"
    if decision is not None and decision.digest == row.digest:
        return decision.verdict
    grave = any(finding.severity in _GRAVE for finding in row.findings)
    return "doubtful" if grave or trouble or found or row.doubts else "open"


def _trouble(unit: Handed, row: Row, others: Sequence[Row], year: int) -> Iterable[str]:
    if row.error:
        yield row.error
        return
    if not unit.wanted:
        yield "不在单位名单里"
    if row.year != year:
        yield f"是{row.year}年的报告，不是{year}年的"
    readable = [other for other in others if not other.error and other.year == row.year]
    differing = [other.file for other in readable if other.content != row.content]
    if differing:
        yield f"有 {len(differing) + 1} 份内容不同的文件，用的是最后修改的“{row.file}”；另有“{'”“'.join(differing)}”"
    if row.doubts:
        yield f"读的时候有 {row.doubts} 处拿不准，请对照原文"


def _alike_words(row: Row, found: Sequence[Alike], names: Mapping[str, str]) -> str:
    """Whose words a report has, in which parts and how much: 与某局相同：第一部分 96%、第五部分 100%."""
    parts: dict[str, list[str]] = {}
    for each in found:
        whose = names.get(each.file, each.file) if each.file else LAST_YEARS
        part = row.report.form.section(each.text).heading.partition("、")[0]
        parts.setdefault(whose, []).append(f"第{part}部分 {each.share}%")
    return "；".join(f"与{whose}相同：{'、'.join(said)}" for whose, said in parts.items())
