"""What the desk writes of many units: the clerk chooses where, a thread writes and reads back, a sentence says it."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.desk.picking import near, offered
from gui.desk.summing import ToSum, write
from gui.desk.writing import Writing, returns_work, table_work, tidy_work
from model.files.problems import FileProblem
from model.review.board import Line
from model.review.desk import Desk
from model.review.opinion import Opinion, opinion
from model.review.summing import NotSummed


def opinions(lines: Sequence[Line]) -> list[Opinion]:
    """What is said to each unit whose report was returned."""
    return [
        opinion(line, line.decision.chosen, line.decision.remark, line.decision.at)
        for line in lines
        if line.state == "returned" and line.decision is not None
    ]


class Outputs(QObject):
    """Writes one thing at a time."""

    told = Signal(str)
    """What is written, what came of it, or why nothing is written."""
    summed = Signal(object)
    """The `Path` of a sum that was written as a draft."""

    def __init__(self, over: QWidget, documents: Path, today: Callable[[], date]) -> None:
        """Take what the file dialogs stand over, the folder with the drafts, and what gives the day that is today."""
        super().__init__(over)
        self._over, self._documents, self._today = over, documents, today
        self._writing: Writing | None = None

    def ask_returns(self, desk: Desk, said: Sequence[Opinion]) -> None:
        """Ask for a folder for the 退回意见 of all units that were returned."""
        if not said:
            self.told.emit("还没有退回的单位：点开单位，勾好问题，按“退回”。")
            return
        folder = str(near(desk, self._documents))
        if chosen := QFileDialog.getExistingDirectory(self._over, "退回意见放在哪个文件夹", folder):
            self.write_returns(said, Path(chosen))

    def write_returns(self, said: Sequence[Opinion], folder: Path) -> None:
        """Write the 退回意见, Word and web page, into a new folder below one."""
        self._write(f"正在写 {len(said)} 份退回意见…", returns_work(said, folder, self._today()))

    def ask_table(self, desk: Desk, year: int, lines: Sequence[Line]) -> None:
        """Ask for a place for 汇总.xlsx."""
        place = offered(desk, self._documents, year, "汇总.xlsx")
        if chosen := QFileDialog.getSaveFileName(self._over, "导出汇总", place, "Excel (*.xlsx)")[0]:
            self.write_table(lines, Path(chosen))

    def write_table(self, lines: Sequence[Line], path: Path) -> None:
        """Write 汇总.xlsx."""
        self._write("正在写汇总.xlsx…", table_work(lines, path))

    def ask_tidy(self, desk: Desk, year: int, lines: Sequence[Line]) -> None:
        """Ask for a place for the tidy table."""
        place = offered(desk, self._documents, year, "长表.csv")
        if chosen := QFileDialog.getSaveFileName(self._over, "导出长表", place, "CSV (*.csv)")[0]:
            self.write_tidy(lines, Path(chosen))

    def write_tidy(self, lines: Sequence[Line], path: Path) -> None:
        """Write the figures of all units as a tidy table."""
        rows = [line.row for line in lines if line.row and not line.row.error]
        self._write("正在写长表…", tidy_work(rows, path))

    def write_sum(self, chosen: ToSum, name: str) -> None:
        """Write the sum as a draft beside the others and read it back."""
        try:
            path = write(chosen, name, self._documents)
        except (NotSummed, FileProblem) as problem:
            self.told.emit(str(problem))
            return
        self.summed.emit(path)

    def _write(self, words: str, work: Callable[[], str]) -> None:
        """Write something in a thread, and say what came of it."""
        self.told.emit(words)
        self._writing = Writing(work, self)
        self._writing.told.connect(self.told)
        self._writing.start()
