"""The board: a line for each unit, with its state and what was found in its report, table by table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from model.checks.registry import SEVERITIES, Severity
from model.review.copied import alike_short, alike_told, alike_words
from model.review.desk import Decision, Desk
from model.review.matching import Handed, calls_itself_otherwise, handed_in
from model.review.row import Row
from model.review.similar import Alike, Shared, alike, shared
from model.review.telling import Told
from model.review.versions import Changes, changes
from model.structs import Struct, replace

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


class Mark(Struct, frozen=True):
    """How many findings of each severity a column has."""

    counts: tuple[tuple[Severity, int], ...] = ()

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(number for _, number in self.counts)

    @property
    def worst(self) -> Severity | None:
        """The gravest of them."""
        return self.counts[0][0] if self.counts else None

    @property
    def words(self) -> str:
        """错误 2, or nothing: the gravest, and how many are as grave."""
        return " ".join(_counted(*self.counts[0])) if self.counts else ""

    @property
    def all_words(self) -> str:
        """错误 2、提示 1: all of them."""
        return "、".join(" ".join(_counted(*each)) for each in self.counts)


def _counted(severity: Severity, number: int) -> tuple[str, str]:
    return SEVERITIES[severity], str(number)


NONE = Mark()


class Line(Struct, frozen=True):
    """One unit on the board.

    Attributes:
        row: the file that counts; None when there is none.
        others: further files of the unit.
        trouble: what is wrong with the file as a whole, a sentence each: it cannot be read, is of another year, is one
            of several that differ.
        marks: by column, those with findings.
        alike: whose text its own is like; `alike_words` says it, `alike_short` says it under a head.
        copied: the same as findings that may be returned to the unit.
        to_unit: of the trouble, what the unit can do something about, in words for it.
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
    alike_short: str = ""
    copied: tuple[Told, ...] = ()
    decision: Decision | None = None
    changes: Changes | None = None
    remark: str = ""
    to_unit: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Told, ...]:
        """What was found in the file that counts."""
        return self.row.findings if self.row else ()

    @property
    def sayable(self) -> tuple[Told, ...]:
        """What may be said to the unit: what was found, and whose words it has."""
        return (*self.findings, *self.copied)

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
    """By column, how many findings of each severity."""
    found: dict[str, list[Severity]] = {}
    for finding in findings:
        found.setdefault(finding.column, []).append(finding.severity)
    return {
        column: Mark(tuple((each, said.count(each)) for each in SEVERITIES if each in said))
        for column, said in found.items()
    }


def _line(
    unit: Handed, desk: Desk, year: int, likeness: Mapping[str, tuple[Alike, ...]], names: Mapping[str, str]
) -> Line:
    decision, remark = desk.decisions.get(unit.name), desk.remarks.get(unit.name, "")
    if not unit.rows and unit.behind:
        return Line(unit.name, "unreadable", unit.wanted, trouble=tuple(_behind(unit)), remark=remark)
    if not unit.rows:
        return Line(unit.name, "missing", unit.wanted, decision=decision, remark=remark)
    row, *others = unit.rows
    found = likeness.get(row.file, ())
    whole = () if row.error else (*_of_another(unit, row), *_whole(row, others, year))
    trouble = (*_trouble(unit, row), *(said for said, _ in whole), *_doubts(row))
    whose = {each: names.get(each.file, each.file) for each in found}
    line = Line(
        unit.name,
        _state(row, trouble, found, decision),
        unit.wanted,
        row,
        tuple(others),
        trouble,
        marks_of(row.findings),
        found,
        alike_words(row, whose),
        alike_short(row, whose),
        alike_told(row, whose),
        decision,
        remark=remark,
        to_unit=tuple(said for _, said in whole),
    )
    return replace(line, changes=_changes(line, row))


def _changes(line: Line, row: Row) -> Changes | None:
    """What became of the findings of an earlier version of a report; None where there is none."""
    decision = line.decision
    if row.error or (decision and decision.digest == row.digest):
        return None
    if decision:
        return changes(decision.findings, line.sayable)
    differing = (other for other in line.others if not other.error and other.content != row.content)
    earlier = next((other.findings for other in differing if other.year == row.year), None)
    return None if earlier is None else changes(earlier, row.findings)


def _state(row: Row, trouble: Sequence[str], found: Sequence[Alike], decision: Decision | None) -> State:
    if row.error:
        return "unreadable"
    if decision is not None and decision.digest == row.digest:
        return decision.verdict
    grave = any(finding.severity in _GRAVE for finding in row.findings)
    return "doubtful" if grave or trouble or found or row.doubts else "open"


def _trouble(unit: Handed, row: Row) -> Iterable[str]:
    if row.error:
        yield row.error
    elif not unit.wanted:
        yield "不在单位名单里"


def _behind(unit: Handed) -> Iterable[str]:
    """That the report of a unit stands behind another one in a file, and was not read."""
    for row in unit.behind:
        first = row.agency.name or "另一个单位"
        yield f"它的报告在“{row.file}”里，和{first}的在一个文件里，没有读入：请把它另存成单独的文件，再读一次"
    if not unit.wanted:
        yield "不在单位名单里"


def _of_another(unit: Handed, row: Row) -> Iterable[tuple[str, str]]:
    """That a file says another agency than the unit it is of, on the board, and to the unit."""
    if unit.wanted and calls_itself_otherwise(unit.name, row):
        said = f"报告里写的单位是“{row.agency.name}”"
        yield said, f"{said}，名单上是“{unit.name}”，请核对单位名称，写错的改正。"


def _whole(row: Row, others: Sequence[Row], year: int) -> Iterable[tuple[str, str]]:
    """What is wrong with a file as a whole, as it is said on the board, and to the unit."""
    if row.year != year:
        more = "如果只是标题的年份写错了，请改正"
        yield f"是{row.year}年的报告，不是{year}年的", f"报来的是{row.year}年的报告，应报{year}年的；{more}。"
    readable = [other for other in others if not other.error and other.year == row.year]
    if differing := [other.file for other in readable if other.content != row.content]:
        files = "”“".join(differing)
        both = f"有 {len(differing) + 1} 份，内容不同"
        yield (
            f"{both}，用最后修改的“{row.file}”；另有“{files}”",
            (f"{both}，本意见说的是最后修改的“{row.file}”；另有“{files}”，请只报一份。"),
        )


def _doubts(row: Row) -> Iterable[str]:
    if row.doubts and not row.error:
        yield f"读的时候有 {row.doubts} 处拿不准，请对照原文"
