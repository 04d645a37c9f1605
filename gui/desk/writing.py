"""Writing what is said of many units, in a thread: a workbook of a hundred thousand cells takes some seconds."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from export.exporters import OPINION
from export.many import table, workbook
from export.many.returns import write_all
from export.many.sheets import many_sheets
from gui.services.window_thread import call_soon_threadsafe
from model.files.problems import FileProblem
from model.review.board import Line
from model.review.opinion import Opinion
from model.review.row import Row

UNEXPECTED = "写的时候出了意外，没有写成"


class Writing(QObject):
    """One piece of work; what came of it is told in a sentence."""

    told = Signal(str)

    def __init__(self, work: Callable[[], str], parent: QObject | None = None) -> None:
        """Take the work; it imports nothing, and raises `FileProblem` where it fails."""
        super().__init__(parent)
        self._work = work

    def start(self) -> None:
        """Begin in a thread."""
        Thread(target=_run, args=(self._work, call_soon_threadsafe(self._hear)), name="writing").start()

    def _hear(self, words: str) -> None:
        self.told.emit(words)


def returns_work(said: Sequence[Opinion], folder: Path, day: date) -> Callable[[], str]:
    """Writes 退回意见 as every kind of file there is for them, into a new folder below one."""
    kinds = tuple(OPINION.formats)
    for kind in kinds:
        kind.load()  # what it imports is imported here, in the window's thread

    def work() -> str:
        target = next(path for path in _names(folder, f"退回意见{day.isoformat()}") if not path.exists())
        failed: list[str] = []

        def fail(problem: FileProblem) -> None:
            failed.append(str(problem))

        written = sum(1 for kind in kinds for _ in write_all(said, target, kind.suffix, fail))
        more = f"；{len(failed)} 个没有写成：{failed[0]}" if failed else ""
        names = "和".join(kind.name for kind in kinds)
        return f"写了 {written} 个文件（{len(said)} 个单位，{names}），逐一读回核对一致，在 {target}{more}"

    return work


def table_work(lines: Sequence[Line], path: Path) -> Callable[[], str]:
    """Writes 汇总.xlsx."""

    def work() -> str:
        cells = workbook.write(many_sheets(lines), path)
        return f"写了 {path}，{cells} 格逐格读回核对一致"

    return work


def tidy_work(rows: Sequence[Row], path: Path) -> Callable[[], str]:
    """Writes the tidy table: a line for each unit, year and cell."""

    def work() -> str:
        if not rows:
            raise FileProblem(path, "没有能读的报告，没有写")
        lines = table.write(rows, path)
        return f"写了 {path}：{len(rows)} 份报告，{lines} 行（单位、年度、表样、格、数），逐行读回核对一致"

    return work


def _run(work: Callable[[], str], tell: Callable[[str], None]) -> None:
    try:
        tell(work())
    except FileProblem as problem:
        tell(str(problem))
    except BaseException:
        tell(UNEXPECTED)
        raise  # a mistake of the program is also logged


def _names(folder: Path, stem: str) -> Iterator[Path]:
    yield folder / stem
    yield from (folder / f"{stem}（{number}）" for number in count(2))
