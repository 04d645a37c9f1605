"""One unit: its file on the left, what was found on the right, and the decision below."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QStackedWidget, QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Field, LineInput
from gui.controls.layouts import Column, Ground, Row, colour
from gui.controls.plain import harmless
from gui.controls.segments import Segments
from gui.controls.text import Elided, Text
from gui.desk.alike import AlikeStrip
from gui.desk.board_model import told
from gui.desk.paper import Paper, paper_of
from gui.desk.rates import RatesTable
from gui.desk.ticks import TickRows
from gui.look.theme import theme
from gui.session.reading_job import ReadingJob
from gui.source.view import SourceView
from importers.any_file import AnyFile, any_file
from importers.reading import Location
from model.checks.registry import SEVERITIES
from model.files.problems import FileProblem
from model.review.board import STATES, Line
from model.review.opinion import usual
from model.review.sentences import names_of
from model.review.similar import Shared
from model.review.telling import Told
from model.structs import replace

_INKS = {"error": "error", "warning": "warn", "hint": "hint"}
_SHARE = 1000
"""File and findings share the width as three to two."""
_NOTHING_SAID = "退回意见里还没有内容：请勾上要改正的问题，或者写附言，再按“退回”。"
_NO_FILE = "没有收到这个单位的文件。收到后放进文件夹，回到总表点“重新审核”。"


class UnitView(Ground):
    """The view; what is decided is told by signals, and shown again from outside."""

    back = Signal()
    step = Signal(int)
    """The next unit, or with -1 the one before; what there is of them is told by `show_place`."""
    decided = Signal(object, object, str)
    """The verdict, None to take one back, the findings that are chosen, and what is said."""
    noted = Signal(str)
    """The private note, whenever it is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the view without a unit."""
        super().__init__("bg", parent=parent)
        self.setObjectName("desk_unit")
        self.line: Line | None = None
        self._paper: Paper | None = None
        self._job: ReadingJob | None = None
        self._view: QWidget = Text("")
        self._place, self._steps = Text("", 14, color="text2"), dict[int, Button]()
        self._name, self._state = Elided("", 20, bold=True), Text("", 15, bold=True)
        self._about, self._told = Text("", 14, color="text2", wrap=True), Text("", 14, color="warn", wrap=True)
        self.findings = QListWidget()
        self.findings.setObjectName("unit_findings")
        self.findings.setAccessibleName("发现的问题，勾上的写进退回意见")
        self.findings.setItemDelegate(TickRows(self.findings))
        self.findings.setWordWrap(True)
        self.findings.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.findings.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remark, self.note = LineInput("unit_remark", "附言"), LineInput("unit_note", "备忘")
        self.note.editingFinished.connect(lambda: self.noted.emit(self.note.text()))
        self.rates = RatesTable()
        self._parts = Segments("unit_parts", "看什么", [("findings", "问题"), ("rates", "指标")])
        self._lists = QStackedWidget()
        self.alike, self._shared = AlikeStrip(), tuple[Shared, ...]()
        self._left, side = QWidget(), QWidget()
        left, paper = QWidget(), Column(self._left, 0, 0)
        paper.put(self._view, stretch=1)
        outer = Column(left, 0, 0)
        outer.put(self.alike)
        outer.put(self._left, stretch=1)
        self._build_side(Column(side, (16, 12, 16, 12), 10))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(side)
        both.setChildrenCollapsible(False)
        both.setSizes([3 * _SHARE, 2 * _SHARE])
        column = Column(self, 0, 0)
        column.put(self._head())
        column.put(both, stretch=1)
        self.findings.currentRowChanged.connect(self._look_at)
        theme().follow(self._colour)

    def show_line(self, line: Line, file: Path | None, shared: tuple[Shared, ...]) -> None:
        """Show a unit, read its file, and mark in it what it shares with others."""
        same_unit = self.line is not None and self.line.name == line.name
        same = same_unit and self.line is not None and self.line.row == line.row
        if not same_unit:
            self.leave_note()
            self.note.setText(line.remark)
        if same_unit and self.line is not None and self.line.copied != line.copied:
            same = False
        decided = not same_unit or (self.line is not None and self.line.decision != line.decision)
        self.line = line
        self._say(line)
        if decided or not same:
            self._told.setText("")
        if decided:
            self._show_remark(line)
        self.rates.show_rates(line.row.rates if line.row else ())
        if not same:
            self._list(line)
            self._show_part("findings")
            self._read(line, file)
        if not same or shared != self._shared:
            self._shared = shared
            self._show_shared()

    def show_place(self, at: int, of: int) -> None:
        """Say which of how many units in a row this one is; from the first and the last one no step leads on."""
        self._place.setText(f"{at + 1}／{of}" if of > 1 else "")
        self._steps[-1].setEnabled(at > 0)
        self._steps[1].setEnabled(at + 1 < of)

    def leave_note(self) -> None:
        """Give up the note, as where the unit is left."""
        if self.line is not None and self.note.text() != self.line.remark:
            self.noted.emit(self.note.text())

    def leave(self) -> None:
        """Show no unit any more."""
        self.leave_note()
        self.line = None
        self.close_down()

    def close_down(self) -> None:
        """Let a reading be."""
        if self._job is not None:
            self._job.cancel()
            self._job.deleteLater()
            self._job = None

    @property
    def chosen(self) -> tuple[Told, ...]:
        """The findings that are ticked."""
        found = self.line.sayable if self.line else ()
        ticked = (self.findings.item(at).checkState() == Qt.CheckState.Checked for at in range(len(found)))
        return tuple(finding for finding, is_chosen in zip(found, ticked, strict=True) if is_chosen)

    def _head(self) -> QWidget:
        head = Ground("surface", "b")
        row = Row(head, (16, 10, 16, 10), 12)
        back = Button("总表", "ghost", name="unit_back", sign="arrow_left")
        back.clicked.connect(self.back)
        row.put(back)
        row.put(self._state)
        row.put(self._name, stretch=1)
        row.put(self._place)
        for words, name, by, sign in (
            ("上一个", "unit_before", -1, "chevron_left"),
            ("下一个", "unit_next", 1, "chevron_right"),
        ):
            button = Button(words, "secondary", name=name, sign=sign)
            button.clicked.connect(lambda _checked=False, by=by: self.step.emit(by))
            self._steps[by] = button
            row.put(button)
        return head

    def _build_side(self, column: Column) -> None:
        self._lists.addWidget(self.findings)
        self._lists.addWidget(self.rates)
        self._parts.chosen.connect(self._show_part)
        column.put(self._about, self._parts)
        column.put(self._lists, stretch=1)
        column.put(Field("附言（写进退回意见）", self.remark))
        column.put(Field("备忘（只给自己看，不写进任何文件）", self.note))
        row = Row(None, 0, 8)
        self._pass = Button("通过", "secondary", name="unit_pass", sign="checkmark", height=40)
        self._return = Button("退回", "primary", name="unit_return", sign="arrow_undo", height=40)
        self._undo = Button("撤销决定", "ghost", name="unit_undo", height=40)
        self._pass.clicked.connect(lambda: self.decided.emit("passed", (), self.remark.text()))
        self._return.clicked.connect(self._give_back)
        self._undo.clicked.connect(lambda: self.decided.emit(None, (), ""))
        row.put(self._undo)
        row.addStretch(1)
        row.put(self._pass, self._return)
        column.put(self._told, row)

    def _give_back(self) -> None:
        """Return the report, where there is anything to be said of it."""
        if self.line is not None and not (self.chosen or self.remark.text().strip() or self.line.to_unit):
            self._told.setText(_NOTHING_SAID)
            return
        self.decided.emit("returned", self.chosen, self.remark.text())

    def _show_part(self, part: str) -> None:
        self._parts.show_choice(part)
        self._lists.setCurrentWidget(self.rates if part == "rates" else self.findings)

    def _say(self, line: Line) -> None:
        self._name.setText(f"{line.name}　{line.row.file if line.row else ''}")
        self._state.setText(STATES[line.state])
        counts = [finding.severity for finding in line.sayable]
        said = "、".join(f"{counts.count(each)} 个{word}" for each, word in SEVERITIES.items() if counts.count(each))
        about = [*told(replace(line, remark="")), line.alike_words, f"{said}；勾上的写进退回意见" if said else ""]
        readable = line.row is not None and not line.row.error
        if readable and not line.sayable:
            about.append("没有发现问题")
        self._about.setText("\n".join(filter(None, about)))
        is_decided = line.state in ("passed", "returned")
        self._undo.setVisible(is_decided)
        self._pass.setEnabled(readable and line.state != "passed")
        self._return.setEnabled(readable)

    def _show_remark(self, line: Line) -> None:
        """Show what was written to the unit when it was decided; what is being typed is left alone until then."""
        decision = line.decision if line.state in ("passed", "returned") else None
        self.remark.show_text(decision.remark if decision else "")

    def _list(self, line: Line) -> None:
        decision = line.decision
        judged = decision is not None and line.row is not None and decision.digest == line.row.digest
        chosen = decision.chosen if decision and judged else usual(line)
        self.findings.blockSignals(True)  # noqa: FBT003
        self.findings.clear()
        for finding in line.sayable:
            self.findings.addItem(_item(finding, ticked=finding in chosen))
        self._colour()
        self.findings.blockSignals(False)  # noqa: FBT003

    def _colour(self) -> None:
        """Give the findings the colours of the look that is on."""
        for at, finding in enumerate(self.line.sayable if self.line else ()):
            self.findings.item(at).setForeground(colour(_INKS[finding.severity]))

    def _read(self, line: Line, file: Path | None) -> None:
        self.close_down()
        self._paper = None
        self.alike.clear()
        if file is None or line.row is None:
            self._show(Text(_NO_FILE, 16, color="text2", wrap=True))
            return
        self._show(Text(f"正在读“{line.row.file}”…", 16, color="text2", wrap=True))
        self._job = ReadingJob(file.name, lambda _stop: any_file(file), self)
        self._job.done.connect(self._show_paper)
        self._job.failed.connect(self._show_problem)
        self._job.start()

    def _show_problem(self, problem: FileProblem) -> None:
        self._show(Text(f"没有读成：{problem.reason}", 16, color="error", wrap=True))

    def _show_paper(self, found: AnyFile) -> None:
        self._paper = paper_of(found)
        view = SourceView(self._paper.document, self._paper.locations)
        view.picked.connect(self._pick)
        self._show(view)
        self._show_shared()
        self.findings.setCurrentRow(0)
        self._look_at(self.findings.currentRow())

    def _show_shared(self) -> None:
        """Mark on the paper the sentences that are others' too."""
        if self._paper is None or not isinstance(self._view, SourceView) or self.line is None or self.line.row is None:
            return
        paper, names = self._paper, names_of(self.line.row.agency)
        found = [(each.whose, paper.stretches(names, each.keys)) for each in self._shared]
        self.alike.show_found(self._view, found)

    def _show(self, widget: QWidget) -> None:
        column = self._left.layout()
        assert isinstance(column, Column)
        column.clear()
        column.set_margins((24, 24, 24, 24) if isinstance(widget, Text) else (0, 0, 0, 0))
        column.put(widget, stretch=1)
        self._view = widget

    def _look_at(self, row: int) -> None:
        """Show in the file where a finding is; all of them are marked, by their numbers."""
        if not isinstance(self._view, SourceView) or self.line is None:
            return
        self._view.show_marks(self._marks(self.line.sayable), row + 1)
        self._view.look_at_current()

    def _marks(self, findings: Sequence[Told]) -> list[tuple[int, str, Sequence[Location]]]:
        places = [self._paper.place_of(finding) if self._paper else None for finding in findings]
        both = zip(findings, places, strict=True)
        return [(at, told.quote or "", [place]) for at, (told, place) in enumerate(both, 1) if place is not None]

    def _pick(self, number: int) -> None:
        self.findings.setCurrentRow(number - 1)
        self.findings.setFocus()


def _item(finding: Told, *, ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(harmless(_sentence(finding)))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item


def _sentence(finding: Told) -> str:
    remedy = f"（{finding.remedy}）" if finding.remedy else ""
    return f"{SEVERITIES[finding.severity]}　{finding.place}\n{finding.message}{remedy}"
