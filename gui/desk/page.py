"""审核汇总 in the window: the questions, the board and the unit in turn, and what is written of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from gui.controls.layouts import Column, Ground
from gui.desk import keeping
from gui.desk.begin import BeginView
from gui.desk.board_view import BoardView
from gui.desk.job import Done, ReviewJob
from gui.desk.picking import ask_for_reports, near, offered
from gui.desk.sum_dialog import SumDialog
from gui.desk.summing import ToSum, to_sum, write
from gui.desk.unit import UnitView
from gui.desk.writing import Writing, returns_work, table_work, tidy_work
from importers.many.review import Known, Past, Step, Work
from model.files.problems import FileProblem
from model.form import forms
from model.review import desk_file
from model.review.board import Likeness, Line, board, shared_by, usual_year
from model.review.deciding import decide, pass_all
from model.review.desk import Desk, Verdict, remarked, with_files
from model.review.opinion import Opinion, opinion
from model.review.row import Row
from model.review.summing import NotSummed
from model.review.telling import Told

_REFRESH_MS = 400
"""How often the board is made anew while files are read."""


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
        self.job: ReviewJob | None = None
        """What reads at present."""
        self._work: Work | None = None
        self._rows: dict[str, Row] = {}
        self._read = 0
        self._files: dict[str, Path] = {}
        self._times: dict[str, float] = {}
        self._likeness: Likeness = {}
        self._pasts: list[Past] = []
        self._skipped: list[str] = []
        self._walk: list[str] = []
        """The units that are gone through one after the other, in the order they had when the first was opened."""
        self._before_pass: Desk | None = None
        """The desk before many were passed at once, while that can be taken back."""
        self.whole = False
        """Whether all is read, so that the board is whole."""
        self._writing: Writing | None = None
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
        self._go_on(self._rows)

    def set_year(self, year: int) -> None:
        """Review the reports as those of a year, or with 0 of the one that most of them say."""
        if year != self.desk.year:
            self.desk = replace(self.desk, year=year)
            self._keep()
            self._go_on(self._rows)

    def read_all(self) -> None:
        """Read and check everything."""
        self._rows, self._files, self._times, self._pasts, self._skipped = {}, {}, {}, [], []
        self._start(None)

    def run(self) -> None:
        """Read and check what is new, was changed or could not be read, where all was read before; else everything."""
        self._go_on({name: row for name, row in self._rows.items() if not row.error})

    def _go_on(self, rows: Mapping[str, Row]) -> None:
        """Read all but what rows are known of, where all was read before; else everything."""
        if self.whole and self._work is not None:
            self._start(Done(self._work, dict(rows), tuple(self._pasts)))
        else:
            self.read_all()

    def _start(self, known: Done | None) -> None:
        self._end_job()
        self._likeness, self.whole, self._read = {}, False, 0
        self._stack.setCurrentWidget(self.board)
        self.board.show_progress(0, 1, "正在找文件…")
        self.board.say("")
        self._refresh()
        job = self.job = ReviewJob(self.desk, self._today(), known, self)
        job.found.connect(self._found)
        job.kept.connect(self._keep_read)
        job.stepped.connect(self._stepped)
        job.skipped.connect(self._skipped.append)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.start()

    def close_down(self) -> None:
        """End what is under way."""
        self._end_job()
        self.unit.leave()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The board as it is now; who has handed in nothing is known only when all is read."""
        found = board(self.desk, list(self._rows.values()), self._times, self._likeness)
        return found if self.whole else tuple(line for line in found if line.state != "missing")

    @property
    def year(self) -> int:
        """The year of the reports; 0 while no file has told it."""
        return self.desk.year or usual_year(self._rows.values())

    def _add_files(self) -> None:
        if chosen := ask_for_reports(self):
            self.take(chosen)

    def _found(self, found: Work) -> None:
        self._work = found
        self._files = {source.name: source.path for source in found.files}
        self._times = {source.name: source.changed for source in found.files}

    def _keep_read(self, known: Known) -> None:
        self._rows, self._pasts = dict(known.rows), list(known.pasts or ())
        self._skipped = self._skipped if known.pasts is not None else []

    def _stepped(self, step: Step) -> None:
        if step.row is not None:
            self._rows[step.row.file] = step.row
            self._read += 1
        if step.past is not None:
            self._pasts.append(step.past)
        name = f"上年的报告　{step.name}" if step.past else step.name
        self.board.show_progress(min(step.done, step.of - 1), step.of, name)
        if not self._soon.isActive():
            self._soon.start()

    def _done(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self.whole = True
        self.board.show_end(whole=True)
        self._refresh()
        more = f"；上年的文件有 {len(self._skipped)} 个读不了：{self._skipped[0]}" if self._skipped else ""
        kept = len(self._rows) - self._read
        same = f"，其中 {kept} 个没有变，没有重读" if kept > 0 else ""
        self._say(f"读了 {len(self._rows)} 个文件{same}{more}。点一个单位，看原文和问题。")

    def _failed(self, why: str) -> None:
        self.board.show_end(whole=False)
        self._refresh()
        self._say(why)

    def stop(self) -> None:
        """Stop where it is: what was read stays."""
        self._end_job()
        self.board.show_end(whole=False)
        self._refresh()
        left = max(0, len(self._files) - len(self._rows))
        self._say(f"已停止：读了 {len(self._rows)} 个文件，还有 {left} 个没有读，没有列出。点“重新审核”从头读。")

    def _end_job(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self.job.deleteLater()
            self.job = None

    def _refresh(self) -> None:
        lines = self.lines
        self.board.show_lines(lines)
        self.board.show_heads(self.year, self.desk)
        if self.unit.line is not None:
            name = self.unit.line.name
            if (line := next((each for each in lines if each.name == name), None)) is not None:
                self._show_unit(line)

    # One unit

    def _open(self, line: Line) -> None:
        self._walk = [each.name for each in self.board.order]
        self._stack.setCurrentWidget(self.unit)
        self._show_unit(line)
        self.unit.findings.setFocus()

    def _show_unit(self, line: Line) -> None:
        file = self._files.get(line.row.file) if line.row else None
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

    # What is written

    def _write_returns(self) -> None:
        said = list(self._opinions())
        if not said:
            self._say("还没有退回的单位：点开单位，勾好问题，按“退回”。")
            return
        chosen = QFileDialog.getExistingDirectory(self, "退回意见放在哪个文件夹", str(near(self.desk, self._documents)))
        if chosen:
            self.write_returns(said, Path(chosen))

    def write_returns(self, said: Sequence[Opinion], folder: Path) -> None:
        """Write the 退回意见 of all units that were returned, Word and web page, into a new folder below one."""
        self._write(f"正在写 {len(said)} 份退回意见…", returns_work(said, folder, self._today()))

    def _opinions(self) -> Iterable[Opinion]:
        for line in self.lines:
            if line.state == "returned" and line.decision is not None:
                yield opinion(line, line.decision.chosen, line.decision.remark, line.decision.at)

    def _write_table(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, "导出汇总", offered(self.desk, self._documents, self.year, "汇总.xlsx"), "Excel (*.xlsx)"
        )
        if chosen:
            self.write_table(Path(chosen))

    def write_table(self, path: Path) -> None:
        """Write 汇总.xlsx."""
        self._write("正在写汇总.xlsx…", table_work(self.lines, path))

    def _write_tidy(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, "导出长表", offered(self.desk, self._documents, self.year, "长表.csv"), "CSV (*.csv)"
        )
        if chosen:
            self.write_tidy(Path(chosen))

    def write_tidy(self, path: Path) -> None:
        """Write the figures of all units as a tidy table."""
        rows = [line.row for line in self.lines if line.row and not line.row.error]
        self._write("正在写长表…", tidy_work(rows, path))

    def _ask_sum(self) -> None:
        """Let the units be chosen, and ask what a sum alone gets wrong."""
        dialog = SumDialog(to_sum(self.lines, self.year), self)
        dialog.wanted.connect(self.write_sum)
        dialog.open()

    def write_sum(self, chosen: ToSum, name: str) -> None:
        """Write the sum as a draft beside the others, read it back, and ask for it to be opened."""
        try:
            path = write(chosen, name, self._documents)
        except (NotSummed, FileProblem) as problem:
            self._say(str(problem))
            return
        self.close_down()
        self.summed.emit(path)

    def _say(self, words: str) -> None:
        self.board.say(words)
        self.begin.say(words)

    def _write(self, words: str, work: Callable[[], str]) -> None:
        """Write something in a thread, and say what came of it."""
        self._say(words)
        self._writing = Writing(work, self)
        self._writing.told.connect(self._say)
        self._writing.start()

    def _connect(self) -> None:
        self.begin.begun.connect(self.begin_with)
        self.begin.opened.connect(self.open_desk)
        self.begin.back.connect(self._leave)
        self.begin.trouble.connect(self._say)
        self.board.back.connect(self._leave)
        self.board.again.connect(self.run)
        self.board.files_wanted.connect(self._add_files)
        self.board.year.picked.connect(lambda year: self.set_year(int(year)))
        self.board.cancelled.connect(self.stop)
        self.board.opened.connect(self._open)
        self.board.all_passed.connect(self._pass_all)
        self.board.returns_wanted.connect(self._write_returns)
        self.board.sum_wanted.connect(self._ask_sum)
        self.board.table_wanted.connect(self._write_table)
        self.board.tidy_wanted.connect(self._write_tidy)
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
