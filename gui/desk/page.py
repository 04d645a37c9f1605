"""审核汇总 in the window: the questions, the board and the unit in turn, and what is written of them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from gui.controls.layouts import Column, Ground
from gui.desk import keeping
from gui.desk.begin import BeginView
from gui.desk.board_view import BoardView
from gui.desk.job import ReviewJob
from gui.desk.unit import UnitView
from gui.desk.writing import Writing, returns_work, table_work
from gui.dialogs.question import QuestionDialog
from importers.many.review import Step, Work
from model.drafts import draft, file_names
from model.drafts.draft import Draft
from model.files.problems import FileProblem
from model.form import forms
from model.report.report import Agency
from model.review import desk_file, summing
from model.review.board import Likeness, Line, board, usual_year
from model.review.desk import Desk, decided, judgement
from model.review.opinion import Opinion, opinion, usual
from model.review.row import Row, Told
from model.review.summing import NotSummed

_REFRESH_MS = 400
"""How often the board is made anew while files are read."""
_ASKED = 12
"""So many questions of a sum are shown; the others stand in the draft's remarks."""


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
        self._job: ReviewJob | None = None
        self._rows: dict[str, Row] = {}
        self._files: dict[str, Path] = {}
        self._times: dict[str, float] = {}
        self._likeness: Likeness = {}
        self._skipped: list[str] = []
        self._whole = False
        self._writing: Writing | None = None
        self.begin, self.board, self.unit = BeginView(), BoardView(forms.newest()), UnitView()
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
        self.run()

    def open_desk(self, path: Path) -> None:
        """Go on with a desk of before; its folder is read again."""
        try:
            self.desk, self.path = desk_file.load(path), path
        except FileProblem as problem:
            self._say(str(problem))
            return
        self.run()

    def run(self) -> None:
        """Read and check the folder anew."""
        self._end_job()
        self._rows, self._files, self._times, self._likeness, self._skipped = {}, {}, {}, {}, []
        self._whole = False
        self._stack.setCurrentWidget(self.board)
        self.board.show_heads("审核汇总", self.desk.folder)
        self.board.show_progress(0, 1, "正在找文件…")
        self.board.say("")
        self._refresh()
        job = self._job = ReviewJob(self.desk, self._today(), self)
        job.found.connect(self._found)
        job.stepped.connect(self._stepped)
        job.skipped.connect(self._skipped.append)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.start()

    def close_down(self) -> None:
        """End what is under way."""
        self._end_job()
        self.unit.close_down()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The board as it is now; who has handed in nothing is known only when all is read."""
        found = board(self.desk, list(self._rows.values()), self._times, self._likeness)
        return found if self._whole else tuple(line for line in found if line.state != "missing")

    def _found(self, found: Work) -> None:
        self._files = {source.name: source.path for source in found.files}
        self._times = {source.name: source.changed for source in found.files}

    def _stepped(self, step: Step) -> None:
        if step.row is not None:
            self._rows[step.row.file] = step.row
        self.board.show_progress(min(step.done, step.of - 1), step.of, step.name)
        if not self._soon.isActive():
            self._soon.start()

    def _done(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._whole = True
        self.board.show_end(whole=True)
        self._refresh()
        more = f"；上年的文件有 {len(self._skipped)} 个读不了：{self._skipped[0]}" if self._skipped else ""
        self._say(f"读了 {len(self._rows)} 个文件{more}。点一个单位，看原文和问题。")

    def _failed(self, why: str) -> None:
        self.board.show_end(whole=False)
        self._refresh()
        self._say(why)

    def _stop(self) -> None:
        """Stop where it is: what was read stays."""
        self._end_job()
        self.board.show_end(whole=False)
        self._refresh()
        left = max(0, len(self._files) - len(self._rows))
        self._say(f"已停止：读了 {len(self._rows)} 个文件，还有 {left} 个没有读，没有列出。点“重新审核”从头读。")

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.deleteLater()
            self._job = None

    def _refresh(self) -> None:
        lines = self.lines
        self.board.show_lines(lines)
        year = self.desk.year or usual_year(self._rows.values())
        self.board.show_heads(f"审核汇总　{year}年" if year else "审核汇总", self.desk.folder)
        if self.unit.line is not None:
            name = self.unit.line.name
            if (line := next((each for each in lines if each.name == name), None)) is not None:
                self._show_unit(line)

    # One unit

    def _open(self, line: Line) -> None:
        self._stack.setCurrentWidget(self.unit)
        self._show_unit(line)
        self.unit.findings.setFocus()

    def _show_unit(self, line: Line) -> None:
        self.unit.show_line(line, self._files.get(line.row.file) if line.row else None)

    def _step(self, by: int) -> None:
        names = [line.name for line in self.board.order]
        here = self.unit.line.name if self.unit.line else ""
        at = names.index(here) + by if here in names else 0
        if 0 <= at < len(names):
            self._show_unit(self.board.order[at])

    def _decide(self, verdict: str, chosen: tuple[Told, ...], remark: str) -> None:
        line = self.unit.line
        if line is None or line.row is None:
            return
        made = judgement(line.row, "returned", chosen, remark, self._today()) if verdict == "returned" else None
        if verdict == "passed":
            made = judgement(line.row, "passed", (), remark, self._today())
        self.desk = decided(self.desk, line.name, made)
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
        chosen = QFileDialog.getExistingDirectory(self, "退回意见放在哪个文件夹")
        if chosen:
            self.write_returns(said, Path(chosen))

    def write_returns(self, said: Sequence[Opinion], folder: Path) -> None:
        """Write the 退回意见 of all units that were returned, Word and web page, into a new folder below one."""
        self._write(f"正在写 {len(said)} 份退回意见…", returns_work(said, folder, self._today()))

    def _opinions(self) -> Iterable[Opinion]:
        for line in self.lines:
            if line.state == "returned" and line.decision is not None:
                yield opinion(line, line.decision.chosen or usual(line), line.decision.remark, line.decision.at)

    def _write_table(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "导出汇总", "汇总.xlsx", "Excel (*.xlsx)")
        if chosen:
            self.write_table(Path(chosen))

    def write_table(self, path: Path) -> None:
        """Write 汇总.xlsx."""
        self._write("正在写汇总.xlsx…", table_work(self.lines, path))

    def _ask_sum(self) -> None:
        """Ask what a sum alone gets wrong, then write it."""
        rows, missing, returned = self._to_sum()
        try:
            asked = summing.questions(rows, missing, returned) if rows else ()
            summing.summed(rows)
        except NotSummed as problem:
            self._say(f"{problem}。")
            return
        words = "\n".join(f"· {each.words}" for each in asked[:_ASKED]) or "没有需要先核对的。"
        heading = f"把 {len(rows)} 个单位加成一份汇总草稿"
        dialog = QuestionDialog(heading, words, [("sum", "汇总，问题记在备注里")], self)
        dialog.answered.connect(lambda _answer: self.write_sum())
        dialog.open()

    def write_sum(self) -> None:
        """Write the sum as a draft beside the others, read it back, and ask for it to be opened."""
        rows, missing, returned = self._to_sum()
        try:
            asked = summing.questions(rows, missing, returned)
            report = summing.consolidated(
                summing.summed(rows), Agency(f"{len(rows)}个单位汇总", consolidated=True), asked
            )
            path = next(file_names.new_paths(self._documents, report.agency.name, report.year))
            draft.save(Draft(report), path, datetime.now().astimezone())
            wrong = summing.unequal(draft.load(path).report, rows)
        except (NotSummed, FileProblem) as problem:
            self._say(str(problem))
            return
        if wrong:
            self._say(f"写出后读回，有 {len(wrong)} 格不等于各单位之和，请重新汇总：{path}")
            return
        self.close_down()
        self.summed.emit(path)

    def _to_sum(self) -> tuple[list[Row], list[str], list[str]]:
        lines = [line for line in self.lines if line.wanted]
        year = self.desk.year or usual_year(self._rows.values())
        readable = [line for line in lines if line.row and not line.row.error and line.row.year == year]
        missing = [line.name for line in lines if line not in readable]
        returned = [line.name for line in readable if line.state == "returned"]
        return [line.row for line in readable if line.row], missing, returned

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
        self.board.cancelled.connect(self._stop)
        self.board.opened.connect(self._open)
        self.board.returns_wanted.connect(self._write_returns)
        self.board.sum_wanted.connect(self._ask_sum)
        self.board.table_wanted.connect(self._write_table)
        self.unit.back.connect(self._show_board)
        self.unit.step.connect(self._step)
        self.unit.decided.connect(self._decide)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self._step_back)

    def _show_board(self) -> None:
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
