"""审核汇总 in the window: the questions, the board and the unit in turn, and what is decided of the units."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.controls.layouts import Column, Ground
from gui.desk import keeping
from gui.desk.begin import BeginView
from gui.desk.board_view import BoardView
from gui.desk.outputs import Outputs, opinions
from gui.desk.picking import ask_for_reports
from gui.desk.reading import Reading
from gui.desk.sum_dialog import SumDialog
from gui.desk.summing import to_sum
from gui.desk.unit import UnitView
from model.files.problems import FileProblem
from model.form import forms
from model.review import desk_file
from model.review.board import Line, shared_by
from model.review.deciding import decide, pass_all
from model.review.desk import Desk, Verdict, remarked, with_files
from model.review.telling import Told
from model.structs import replace

_REFRESH_MS, _REST = 400, 5
"""How often the board is made anew while files are read, and how many times as long as that took there is rest."""


class DeskPage(Ground):
    """The page that stands in place of the start screen."""

    left = Signal()
    """It is not wanted any more."""
    summed = Signal(object)
    """The `Path` of a draft that is to be opened."""

    def __init__(self, documents: Path, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Begin with the questions.

        Args:
            documents: the folder with the drafts, where desks are kept too.
            today: gives the day that is today.
            parent: the parent widget.
        """
        super().__init__("bg", parent=parent)
        self.setObjectName("page_desk")
        self._documents, self._today = documents, today
        self.desk = Desk("")
        self.path: Path | None = None
        self.reading = Reading(today, self)
        self.outputs = Outputs(self, documents, today)
        self._walk: list[str] = []
        """The units that are gone through one after the other, in the order they had when the first was opened."""
        self._before_pass: Desk | None = None
        """The desk before many were passed at once, while that can be taken back."""
        newest = today().year
        self.begin, self.board, self.unit = BeginView(newest), BoardView(forms.newest(), newest), UnitView()
        self._stack = QStackedWidget()
        for view in (self.begin, self.board, self.unit):
            self._stack.addWidget(view)
        Column(self, 0, 0).put(self._stack, stretch=1)
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self._refresh)
        self.begin.show_before(keeping.known(documents))
        self._connect()
        self._connect_work()

    # What is reviewed

    def begin_with(self, desk: Desk) -> None:
        """Review a folder, with what was decided of it before."""
        self.path = keeping.place_for(desk, self._documents)
        try:
            self.desk = keeping.begun(desk, self.path)
        except FileProblem as problem:
            self._say(str(problem))
            return
        self._keep()
        self.read_all()

    def open_desk(self, path: Path) -> None:
        """Go on with a desk of before; its folder is read again."""
        try:
            self.desk, self.path = desk_file.load(path), path
        except FileProblem as problem:
            self._say(str(problem))
            return
        self.read_all()

    def take(self, files: Sequence[Path]) -> None:
        """Take what was dropped: before the board into its questions, else the new files are read beside the others."""
        if self._stack.currentWidget() is self.begin:
            self.begin.take(files)
            return
        before = self.desk
        self.desk = with_files(before, [str(file.absolute()) for file in files])
        if self.desk == before:
            self._say("这些文件已经在里面了。改过的，点“重新审核”。")
            return
        self._keep()
        self.reading.read_changed(self.desk)

    def set_year(self, year: int) -> None:
        """Review the reports as those of a year, or with 0 of the one that most of them say."""
        if year != self.desk.year:
            self.desk = replace(self.desk, year=year)
            self._keep()
            self.reading.read_changed(self.desk)

    def read_all(self) -> None:
        """Read and check everything."""
        self.reading.read_all(self.desk)

    def run(self) -> None:
        """Read and check what is new, was changed or could not be read, where all was read before; else everything."""
        self.reading.read_changed(self.desk, broken=True)

    def close_down(self) -> None:
        """End what is under way."""
        self.reading.end()
        self.unit.leave()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The board as it is now."""
        return self.reading.lines(self.desk)

    @property
    def year(self) -> int:
        """The year of the reports; 0 while no file has told it."""
        return self.reading.year(self.desk)

    def _add_files(self) -> None:
        if chosen := ask_for_reports(self):
            self.take(chosen)

    def _begin_reading(self) -> None:
        self._stack.setCurrentWidget(self.board)
        self.board.show_progress(0, 1, "正在找文件…")
        self.board.say("")
        self._refresh()

    def _show_progress(self, done: int, of: int, name: str) -> None:
        self.board.show_progress(done, of, name)
        if not self._soon.isActive():
            self._soon.start()

    def _end_reading(self, words: str) -> None:
        self.board.show_end(whole=self.reading.whole)
        self._refresh()
        self._say(words)

    def _refresh(self) -> None:
        begun = time.perf_counter()
        lines = self.lines
        self.board.show_lines(lines)
        self.board.show_heads(self.year, self.desk)
        if self.unit.line is not None:
            name = self.unit.line.name
            if (line := next((each for each in lines if each.name == name), None)) is not None:
                self._show_unit(line)
        self._soon.setInterval(max(_REFRESH_MS, round(_REST * 1000 * (time.perf_counter() - begun))))

    # One unit

    def _open(self, line: Line) -> None:
        self._walk = [each.name for each in self.board.order]
        self._stack.setCurrentWidget(self.unit)
        self._show_unit(line)
        self.unit.findings.setFocus()

    def _show_unit(self, line: Line) -> None:
        file = self.reading.files.get(line.row.file) if line.row else None
        self.unit.show_line(line, file, shared_by(line, self.board.model.lines))
        if line.name in self._walk:
            self.unit.show_place(self._walk.index(line.name), len(self._walk))

    def _step(self, by: int) -> None:
        """Go on in the order in which the walk began: a decision moves a unit on the board, not in the walk."""
        known = {line.name: line for line in self.board.model.lines}
        left = [name for name in self._walk if name in known]
        here = self.unit.line.name if self.unit.line else ""
        at = left.index(here) + by if here in left else 0
        if 0 <= at < len(left):
            self._show_unit(known[left[at]])

    def _decide(self, verdict: Verdict | None, chosen: tuple[Told, ...], remark: str) -> None:
        if self.unit.line is not None:
            self._take_desk(decide(self.desk, self.unit.line, verdict, (chosen, remark), self._today()))

    def _pass_all(self) -> None:
        """Pass all that is shown and wants nothing done, or take that back."""
        if self._before_pass is not None:
            self._take_desk(self._before_pass)
            self._say("已撤销，这些单位又是待审。")
            return
        before = self.desk
        desk, passed = pass_all(before, self.board.order, self._today())
        self._take_desk(desk, before)
        hinted = sum(bool(line.findings) for line in passed)
        more = f"，其中 {hinted} 个有提示" if hinted else ""
        self._say(f"通过了 {len(passed)} 个单位{more}。")

    def _take_desk(self, desk: Desk, before: Desk | None = None) -> None:
        """Go on with another desk; where `before` is given, it can be gone back to until the next decision."""
        self.desk, self._before_pass = desk, before
        self.board.show_undo(possible=before is not None)
        self._keep()
        self._refresh()

    def _note(self, words: str) -> None:
        """Keep the private note on the unit that is shown; it stands in no file but the desk's own."""
        line = self.unit.line
        if line is not None and words.strip() != line.remark:
            self.desk = remarked(self.desk, line.name, words.strip())
            self._keep()
            self._refresh()

    def _keep(self) -> None:
        """Save the desk; where that fails it is said, and tried again at the next decision."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            desk_file.save(self.desk, self.path)
        except (FileProblem, OSError) as problem:
            self._say(f"决定没有存下来：{problem}")

    def _ask_sum(self) -> None:
        """Let the units be chosen, and ask what a sum alone gets wrong."""
        dialog = SumDialog(to_sum(self.lines, self.year), self)
        dialog.wanted.connect(self.outputs.write_sum)
        dialog.open()

    def _say(self, words: str) -> None:
        self.board.say(words)
        self.begin.say(words)

    def _connect_work(self) -> None:
        """What is read, and what is written."""
        self.reading.begun.connect(self._begin_reading)
        self.reading.stepped.connect(self._show_progress)
        self.reading.ended.connect(self._end_reading)
        self.board.returns_wanted.connect(lambda: self.outputs.ask_returns(self.desk, opinions(self.lines)))
        self.board.table_wanted.connect(lambda: self.outputs.ask_table(self.desk, self.year, self.lines))
        self.board.tidy_wanted.connect(lambda: self.outputs.ask_tidy(self.desk, self.year, self.lines))
        self.outputs.told.connect(self._say)
        self.outputs.summed.connect(self._open_sum)

    def _open_sum(self, path: Path) -> None:
        self.close_down()
        self.summed.emit(path)

    def _connect(self) -> None:
        self.begin.begun.connect(self.begin_with)
        self.begin.opened.connect(self.open_desk)
        self.begin.back.connect(self._leave)
        self.begin.trouble.connect(self._say)
        self.board.back.connect(self._leave)
        self.board.again.connect(self.run)
        self.board.files_wanted.connect(self._add_files)
        self.board.year.picked.connect(lambda year: self.set_year(int(year)))
        self.board.cancelled.connect(self.reading.stop)
        self.board.opened.connect(self._open)
        self.board.all_passed.connect(self._pass_all)
        self.board.sum_wanted.connect(self._ask_sum)
        self.unit.back.connect(self._show_board)
        self.unit.step.connect(self._step)
        self.unit.decided.connect(self._decide)
        self.unit.noted.connect(self._note)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self._step_back)

    def _show_board(self) -> None:
        self.unit.leave_note()
        line = self.unit.line
        self._stack.setCurrentWidget(self.board)
        if line is not None:
            self.board.select(line)

    def _step_back(self) -> None:
        if self._stack.currentWidget() is self.unit:
            self._show_board()

    def _leave(self) -> None:
        self.close_down()
        self.left.emit()
