"""The desk: whose reports are wanted, where they are, what was decided of each; a value, an edit makes a new one."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from model.report.report import NOTHING, Extra
from model.review.row import Row
from model.review.telling import Told
from model.structs import Struct, replace

Verdict = Literal["passed", "returned"]


class Decision(Struct, frozen=True):
    """What was decided of one version of a unit's report.

    Attributes:
        digest: of the file that was judged.
        file: its name, below the folder of the reports.
        chosen: the findings that go into the 退回意见.
        others: those that the version had beside them; both tell what a later version has mended.
        remark: what is said to the unit in words of one's own.
    """

    verdict: Verdict
    at: date
    digest: str
    file: str
    chosen: tuple[Told, ...] = ()
    others: tuple[Told, ...] = ()
    remark: str = ""
    extra: Extra = NOTHING

    @property
    def findings(self) -> tuple[Told, ...]:
        """All that the version had."""
        return (*self.chosen, *self.others)


class Desk(Struct, frozen=True):
    """Everything that is kept of many reports; what the files say is read again each time.

    Attributes:
        year: the report year; 0 while no file has told it.
        folder: where this year's reports are; empty where only single files were given.
        files: further files, and folders, each by its whole path.
        last_year: where last year's are; empty for none.
        names: the units whose reports are wanted; none where no list was given.
        decisions: by the unit's name.
        remarks: words of one's own about a unit that are sent to nobody, by its name.
    """

    folder: str
    year: int = 0
    last_year: str = ""
    names: tuple[str, ...] = ()
    decisions: Mapping[str, Decision] = NOTHING
    remarks: Mapping[str, str] = NOTHING
    files: tuple[str, ...] = ()
    extra: Extra = NOTHING

    @property
    def where(self) -> str:
        """Where the reports are, in words."""
        loose = f"{len(self.files)} 个文件" if self.files else ""
        return " ＋ ".join(filter(None, (self.folder, loose)))


def with_files(desk: Desk, files: Iterable[str]) -> Desk:
    """The desk with further files; one that it has already is not taken twice."""
    return replace(desk, files=tuple(dict.fromkeys((*desk.files, *files))))


def decided(desk: Desk, unit: str, decision: Decision | None) -> Desk:
    """The desk with a decision on a unit's report, or without one."""
    others = {name: each for name, each in desk.decisions.items() if name != unit}
    return replace(desk, decisions={**others, unit: decision} if decision else others)


def remarked(desk: Desk, unit: str, words: str) -> Desk:
    """The desk with a remark on a unit; an empty one takes it away."""
    others = {name: each for name, each in desk.remarks.items() if name != unit}
    return replace(desk, remarks={**others, unit: words} if words.strip() else others)


def judgement(row: Row, verdict: Verdict, chosen: tuple[Told, ...], remark: str, today: date) -> Decision:
    """A decision on the version of a report that a row is of."""
    return Decision(verdict, today, row.digest, row.file, chosen, _unchosen(row.findings, chosen), remark.strip())


def beside(decision: Decision, further: tuple[Told, ...]) -> Decision:
    """The decision on a version that had further findings, which do not lie in its own file."""
    return replace(decision, others=(*decision.others, *_unchosen(further, decision.chosen)))


def _unchosen(found: tuple[Told, ...], chosen: tuple[Told, ...]) -> tuple[Told, ...]:
    return tuple(finding for finding in found if finding not in chosen)
