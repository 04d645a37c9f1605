"""What is read of the files of a desk: the rows as they come, what holds of an earlier run, and how a run ended."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.desk.job import Done, ReviewJob
from importers.many.review import Known, Past, Step, Work
from model.review.board import Likeness, Line, board, usual_year
from model.review.desk import Desk

if TYPE_CHECKING:
    from model.review.row import Row


class Reading(QObject):
    """One run after the other over the files of a desk, and what is known of them by now."""

    begun = Signal()
    """A run has begun; nothing of it is read yet."""
    stepped = Signal(int, int, str)
    """So many of so many files are read, and which was the last."""
    ended = Signal(str)
    """A run is over, and this is to be said of it; `whole` says whether all is read."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Read nothing yet; `today` gives the day that is today."""
        super().__init__(parent)
        self._today = today
        self.job: ReviewJob | None = None
        """What reads at present."""
        self.whole = False
        """Whether all is read, so that the board is whole."""
        self.rows: dict[str, Row] = {}
        """What was read, by the names of the files."""
        self._work: Work | None = None
        self._read = 0
        self._likeness: Likeness = {}
        self._pasts: list[Past] = []
        self._skipped: list[str] = []

    @property
    def files(self) -> Mapping[str, Path]:
        """Where the files are, by their names."""
        return {source.name: source.path for source in self._work.files} if self._work else {}

    def lines(self, desk: Desk) -> tuple[Line, ...]:
        """The board as it is now; who has handed in nothing is known only when all is read."""
        times = {source.name: source.changed for source in self._work.files} if self._work else {}
        found = board(desk, list(self.rows.values()), times, self._likeness)
        return found if self.whole else tuple(line for line in found if line.state != "missing")

    def year(self, desk: Desk) -> int:
        """The year of the reports; 0 while no file has told it."""
        return desk.year or usual_year(self.rows.values())

    def read_all(self, desk: Desk) -> None:
        """Read and check everything."""
        self.rows, self._work, self._pasts, self._skipped = {}, None, [], []
        self._start(desk, None)

    def read_changed(self, desk: Desk, *, broken: bool = False) -> None:
        """Read and check what is new or was changed, where all was read before; else everything.

        Args:
            desk: whose files.
            broken: whether what could not be read is tried again.
        """
        if not self.whole or self._work is None:
            self.read_all(desk)
            return
        rows = {name: row for name, row in self.rows.items() if not (broken and row.error)}
        self._start(desk, Done(self._work, rows, tuple(self._pasts)))

    def stop(self) -> None:
        """Stop where it is: what was read stays."""
        self.end()
        left = max(0, len(self.files) - len(self.rows))
        words = f"已停止：读了 {len(self.rows)} 个文件，还有 {left} 个没有读，没有列出。点“重新审核”从头读。"
        self.ended.emit(words)

    def end(self) -> None:
        """End what is under way, and tell nothing more of it."""
        if self.job is not None:
            self.job.cancel()
            self.job.deleteLater()
            self.job = None

    def _start(self, desk: Desk, known: Done | None) -> None:
        self.end()
        self._likeness, self.whole, self._read = {}, False, 0
        self.begun.emit()
        job = self.job = ReviewJob(desk, self._today(), known, self)
        job.found.connect(self._found)
        job.kept.connect(self._keep)
        job.stepped.connect(self._step)
        job.skipped.connect(self._skip)
        job.done.connect(self._done)
        job.failed.connect(self.ended)
        job.start()

    def _found(self, found: Work) -> None:
        self._work = found

    def _keep(self, known: Known) -> None:
        self.rows, self._pasts = dict(known.rows), list(known.pasts or ())
        self._skipped = self._skipped if known.pasts is not None else []

    def _skip(self, why: str) -> None:
        self._skipped.append(why)

    def _step(self, step: Step) -> None:
        if step.row is not None:
            self.rows[step.row.file] = step.row
            self._read += 1
        if step.past is not None:
            self._pasts.append(step.past)
        name = f"上年的报告　{step.name}" if step.past else step.name
        self.stepped.emit(min(step.done, step.of - 1), step.of, name)

    def _done(self, likeness: Likeness) -> None:
        self._likeness, self.whole = likeness, True
        more = f"；上年的文件有 {len(self._skipped)} 个读不了：{self._skipped[0]}" if self._skipped else ""
        kept = len(self.rows) - self._read
        same = f"，其中 {kept} 个没有变，没有重读" if kept > 0 else ""
        self.ended.emit(f"读了 {len(self.rows)} 个文件{same}{more}。点一个单位，看原文和问题。")
