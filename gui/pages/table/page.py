"""The page of one number table: heading and tools, one quiet line, the table, and the note under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from gui.controls.buttons import Button
from gui.controls.flow import Flow
from gui.controls.layouts import Box, Column, Row
from gui.controls.plain import set_tip
from gui.controls.text import Elided, Text
from gui.dialogs.remark import RemarkDialog
from gui.grid.entry import READ_ONLY
from gui.grid.grid import NumberGrid
from gui.look.theme import theme
from gui.pages.page import Page, Status
from gui.pages.table.balance_strip import BalanceStrip
from gui.pages.table.explain import GridExplanation
from gui.pages.table.note import NoteField
from gui.services.remembered import Remembered
from gui.services.words import proposal_words
from gui.session.bridge import Bridge
from model.gathering.items import is_gathered
from model.ledger.provenance import provenance
from model.ledger.vocabulary import is_counted
from model.report.change import Change, Place
from model.report.past import year_before
from model.report.proposals import proposal
from model.report.remainder import Remainder, remainder
from model.session.edits import carry_out, set_remark, take_proposal

_LEGEND = "灰色的小字是上年的数"
_LINE_HEIGHT, _AIR = 22, 4
"""The quiet line, and what keeps it off the table, in pixels at 100 %."""
_LEAST_WORDS = 48
"""The least width of the words of the quiet line, at 100 %."""
_LEAST_WITH_HEADING = 340
"""Lower, a heading that has no room beside the tools is left to the rail, at 100 %."""


class NumbersPage(Page):
    """One of the three tables."""

    def __init__(self, table_id: str, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show a table of the bridge's session."""
        super().__init__(parent)
        self.table_id, self._bridge = table_id, bridge
        self.setObjectName(f"page_{table_id}")
        self.setAccessibleName(bridge.session.report.form.section(table_id).heading)
        self.grid = NumberGrid(table_id, bridge)
        self._explained = GridExplanation(bridge, self.grid)
        self.note = NoteField(table_id, bridge)
        self._note_row = QWidget()
        self._note_label = Text("注：", 15, color="text2")
        self._note_label.setBuddy(self.note)
        self._note_open = self.grid.table.shape != "list"
        self.line = QuietLine(bridge)
        self._balance = BalanceStrip() if self.grid.table.balanced else None
        self._heading = Text(bridge.session.report.form.section(table_id).heading, 22, bold=True)
        self._remembered = Remembered(bridge.data) if bridge.data else None
        self._zero = Button("全部填 0", name="fill_zero", sign="number_circle_0")
        self._compare_button = Button("对照上年", name="show_last_year", sign="column_triple")
        self._count = Button("从台账计数…", name="count_ledger", sign="calculator")
        self._gather = Button("征集表…", name="gather_sheets", sign="document_text")
        self._add_note = Button("加注", name="add_note", sign="comment")
        self._head = Box(QBoxLayout.Direction.LeftToRight, None, 0, 8)
        self._build()
        self._connect()
        self._refresh()

    @property
    def current_cell(self) -> str:
        """The id of the current cell."""
        return self.grid.current

    def go(self, place: Place) -> None:
        """Put the keyboard on a cell, or, for a stretch of text, on the note."""
        if place.cell is None and place.span is not None:
            self._open_note()
            self.note.go(place.span)
            return
        if place.cell is not None:
            self.grid.navigation.go(place.cell)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if place.cell is not None:
            self._explained.explain(place.cell)

    def take_explained(self) -> bool:
        """Make the cure that is explained beside the cell; whether there was one."""
        return self._explained.take()

    def where(self) -> Place:
        """The current cell."""
        return Place(self.table_id, self.current_cell)

    def status(self) -> Status | QWidget:
        """How many cells are still blank; of a table whose columns must balance, how they do, in its own strip."""
        report = self._bridge.session.report
        if self._balance is not None:
            self._balance.show_session(self._bridge.session, self.current_cell.rpartition(".")[2])
            return self._balance
        blank = sum(cell_id.startswith(f"{self.table_id}.") for cell_id in report.blanks)
        typed = sum(cell_id.startswith(f"{self.table_id}.") for cell_id in report.form.typed)
        if blank:
            return Status(f"还有 {blank} 格没填；没有发生的填 0。")
        return Status(f"{typed} 格都已填写", "checkmark_circle", "ok")

    def set_narrow(self, *, narrow: bool) -> None:
        """Say less at the foot in a narrow window."""
        if self._balance is not None:
            self._balance.set_narrow(narrow=narrow)

    def _ask_for_remark(self, cell_id: str) -> None:
        """Ask for the private remark on a cell; one that can only be looked at is shown in its tooltip."""
        report = self._bridge.session.report
        if self._bridge.session.read_only:
            self.line.say(READ_ONLY)
            return
        known = report.remarks.get(cell_id, ""), report.given_by.get(cell_id, "")
        dialog = RemarkDialog(report.form.name(cell_id), *known, self.window())
        dialog.written.connect(lambda remark, giver: self._bridge.do(set_remark(cell_id, remark, giver)))
        dialog.open()

    def apply(self, change: Change) -> None:
        """Show what changed."""
        self.grid.apply(change)
        if change.cells or change.findings:
            self._explained.hide()
        if change.cells or change.texts or change.agency:
            self.line.say("")
        if "notes" in change.texts:
            self.note.show_note()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the tools under the heading where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        tools, tall = Flow(), QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        tools.put(self._count, self._gather, self._zero, self._compare_button, self._add_note)
        tall.setHeightForWidth(True)
        self._heading.setMinimumWidth(1)
        self._heading.setSizePolicy(tall)
        self._head.put(self._heading, stretch=1)
        self._head.addLayout(tools)
        foot = Row(self._note_row, (0, 8, 12, 0), 4)
        foot.put(self._note_label)
        foot.put(self.note, stretch=1)
        column = Column(self, (24, 7, 12, 10), 0)
        inner = Column(None, (0, 0, 12, 0), 0)
        inner.put(self._head, self.line)
        inner.addSpacing(0)
        column.put(inner)
        column.put(self.grid, stretch=1)
        column.put(self._note_row)
        column.addStretch(0)

    def _connect(self) -> None:
        self.grid.message.connect(self.line.say)
        self.grid.place_changed.connect(self._moved)
        self.grid.remark_wanted.connect(self._ask_for_remark)
        self.note.message.connect(self.line.say)
        self.line.explain.clicked.connect(self.explanation_wanted)
        self.grid.explanation_wanted.connect(self.explanation_wanted)
        self.line.go.connect(lambda cell_id: self.go(Place(self.table_id, cell_id)))
        self._count.clicked.connect(self.ledger_wanted)
        self._gather.clicked.connect(self.sheets_wanted)
        self._zero.clicked.connect(lambda: self.grid.blocks.fill_zero(whole=True))
        self._compare_button.clicked.connect(self._compare)
        self._add_note.clicked.connect(lambda: self.go(Place(self.table_id, span=(0, 0))))
        theme().follow(self._arrange)
        if self._balance is not None:
            self._balance.carry_out.connect(self._carry_out)
            self._balance.go.connect(self._go_to_column)

    def _carry_out(self, column: str) -> None:
        self._bridge.do(carry_out(column))
        self.go(Place(self.table_id, self._bridge.session.report.form.balance_of(column).right[-1]))

    def _go_to_column(self, column: str) -> None:
        self.go(Place(self.table_id, self._bridge.session.report.form.balance_of(column).left[0]))

    def _moved(self, cell_id: str) -> None:
        self.line.ask(self.table_id, cell_id)
        self.status_changed.emit()

    def _refresh(self) -> None:
        session = self._bridge.session
        report = session.report
        blank = any(cell_id.startswith(f"{self.table_id}.") for cell_id in report.blanks)
        self._enable_zero(enabled=blank and not session.read_only)
        self._count.setVisible(is_counted(report.form, self.table_id) and not session.read_only)
        self._count.set_words("从台账计数…" if report.ledger is None else "重新计数…")
        self._gather.setVisible(is_gathered(report.form, self.table_id) and not session.read_only)
        self._show_comparing()
        self._show_note()
        self.line.ask(self.table_id, self.current_cell)

    def _show_comparing(self) -> None:
        """The switch of last year's figures; where there are none, the way to bring last year's report in."""
        past, session = year_before(self._bridge.session.report), self._bridge.session
        known = past is not None and bool(past.numbers)
        if known != self._compare_button.isCheckable():
            self._compare_button.setCheckable(known)
            self._show_last_year(shown=known and self._was_comparing())
        self._compare_button.setVisible(known or not session.read_only)
        set_tip(self._compare_button, "" if known else "选上年的报告，把上年的数放在旁边")

    def _compare(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        if not self._compare_button.isCheckable():
            self.last_year_wanted.emit()
            return
        self._show_last_year(shown=shown)
        if self._remembered is not None:
            self._remembered.keep_switch(f"compare_{self.table_id}", on=shown)

    def _was_comparing(self) -> bool:
        usual = self.grid.table.shape == "parts"
        return self._remembered.switch(f"compare_{self.table_id}", usual=usual) if self._remembered else usual

    def _show_last_year(self, *, shown: bool) -> None:
        self._compare_button.setChecked(shown)
        self.grid.show_last_year(shown=shown)
        self.line.set_legend(_LEGEND if shown and self.grid.table.shape != "parts" else "")

    def _enable_zero(self, *, enabled: bool) -> None:
        """A button that goes out hands the keyboard to the table: Qt would give it to the next button."""
        if self._zero.hasFocus() and not enabled:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._zero.setEnabled(enabled)

    def _show_note(self) -> None:
        shown = self._note_open or bool(self._bridge.session.report.notes.get(self.table_id))
        self._note_row.setVisible(shown)
        self._add_note.setVisible(not shown and not self._bridge.session.read_only)

    def _open_note(self) -> None:
        self._note_open = True
        self._show_note()

    def _arrange(self) -> None:
        heading = self._heading.fontMetrics().horizontalAdvance(self._heading.text())
        whole = self.width() - theme().px(60)
        in_one_row = self._fit_tools(whole - heading)
        if not in_one_row:
            self._fit_tools(whole)
        direction = QBoxLayout.Direction.LeftToRight if in_one_row else QBoxLayout.Direction.TopToBottom
        self._heading.setWordWrap(not in_one_row)
        self._heading.setVisible(in_one_row or self.height() >= theme().px(_LEAST_WITH_HEADING))
        self._head.setDirection(direction)

    def _fit_tools(self, room: int) -> bool:
        """Show as many of the last tools as icons as it takes; whether all are in one row of that width then."""
        return any(self._tools_width(icons) <= room for icons in range(len(self._tools) + 1))

    @property
    def _tools(self) -> tuple[Button, ...]:
        """The buttons beside the heading; the last ones lose their words first."""
        return (self._count, self._gather, self._zero, self._compare_button, self._add_note)

    def _tools_width(self, icons: int) -> int:
        """What the tools need with so many of the last as icons, as which they are shown from now on."""
        tools = [button for button in self._tools if button.isVisibleTo(self)]
        for number, button in enumerate(tools):
            tip, bare = button.toolTip(), number >= len(tools) - icons
            button.set_bare(bare=bare)
            set_tip(button, button.text() if bare else "" if tip == button.text() else tip)
        return sum(button.sizeHint().width() + theme().px(8) for button in tools)


class QuietLine(QWidget):
    """One line between heading and table: what was just done or refused, else the question of a column that is off."""

    go = Signal(str)
    """The id of a cell to go to."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("quiet_line")
        self.setAutoFillBackground(True)  # so that other words do not paint all that lies below anew
        self._bridge = bridge
        self._said = self._legend = ""
        self._remainder: Remainder | None = None
        self._blank = self._cell = ""
        self._asked = False
        self.words = Elided("", 14, color="text2")
        self.words.setObjectName("quiet_words")
        self.missed = Button("漏填了办理结果", "link", name="remainder_missed", height=22, px=14)
        self.pending = Button("", "link", name="remainder_pending", height=22, px=14)
        self.proposed = Button("", "link", name="take_proposal", height=22, px=14)
        row = Row(self, (1, 0, 0, _AIR), 16)
        self.explain = Button("这一格填什么？", "link", name="explain_cell", height=22, px=14)
        set_tip(self.explain, "什么算在这一格里，什么不算（F1）")
        row.put(self.words, self.missed, self.pending, self.proposed)
        row.addStretch(1)
        row.put(self.explain)
        self.missed.clicked.connect(self._go_to_missed)
        self.pending.clicked.connect(self._carry_out)
        self.proposed.clicked.connect(self._take_proposal)
        self._restyle()
        theme().follow(self._restyle)

    def say(self, line: str) -> None:
        """Show one line, also to a screen reader; an empty one gives way to the question."""
        self._said = line
        if line and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, line))
        self._show()

    def set_legend(self, words: str) -> None:
        """Say this where there is nothing else to say."""
        self._legend = words
        self._show()

    def ask(self, table_id: str, cell_id: str) -> None:
        """Offer what is proposed for a cell; else ask about its column when that is off, or the first that is."""
        balances = self._bridge.session.report.form.balances
        columns = [balance.column for balance in balances if balance.cells[0].startswith(f"{table_id}.")]
        own = cell_id.rpartition(".")[2]
        first = [own] if own in columns else []
        remainders = (remainder(self._bridge.session.report, column) for column in (*first, *columns))
        self._remainder = next((found for found in remainders if found), None)
        self._cell = cell_id
        self._blank = cell_id if proposal(self._bridge.session.report, cell_id) is not None else ""
        self._show()

    def _show(self) -> None:
        asked = None if self._said or self._blank else self._remainder
        editable = asked is not None and not self._bridge.session.read_only
        possible = editable and asked is not None and asked.difference > 0 and asked.carried_out is not None
        name = self._column_name(asked.column) if asked else ""
        proposed_words = proposal_words(self._bridge.session.report, self._blank) if self._blank else ""
        question = f"{name}一列{asked.question}" if asked else ""
        counted = provenance(self._bridge.session.report, self._cell)
        self.words.setText(self._said or proposed_words or question or counted or self._legend)
        self.proposed.setVisible(bool(proposed_words) and not self._said and not self._bridge.session.read_only)
        self.proposed.set_words(f"填 {proposal(self._bridge.session.report, self._blank)}" if proposed_words else "")
        self._asked = possible
        self.pending.setVisible(possible)
        if asked is not None:
            self.pending.set_words(asked.answer)
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Offer as much as there is room for."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Where there is no room, ask with a sign alone what a cell is for, and leave out what stands elsewhere too."""
        self.missed.setVisible(self._asked)
        self._ask_shortly(shortly=False)
        if self._links_width() > self.width():
            self._ask_shortly(shortly=True)
            self.missed.setVisible(self._asked and self._links_width() <= self.width())
        self.words.setVisible(self._links_width() <= self.width())

    def _ask_shortly(self, *, shortly: bool) -> None:
        tip = self.explain.toolTip()
        self.explain.set_sign("question_circle" if shortly else "")
        self.explain.set_bare(bare=shortly)
        set_tip(self.explain, tip)

    def _links_width(self) -> int:
        """What the links need beside a few words."""
        links = (self.missed, self.pending, self.proposed, self.explain)
        shown = [link for link in links if not link.isHidden()]
        return sum(link.sizeHint().width() + theme().px(16) for link in shown) + theme().px(_LEAST_WORDS)

    def _column_name(self, column: str) -> str:
        form = self._bridge.session.report.form
        return form.name(form.balance_of(column).cells[0]).rpartition(" / ")[2]

    def _go_to_missed(self) -> None:
        """Go to the first blank cell of the column's results, or to the first of them."""
        if self._remainder is not None:
            report, column = self._bridge.session.report, self._remainder.column
            terms = report.form.balance_of(column).right
            results = next(report.form.parts[term] for term in terms if term in report.form.parts)
            self.go.emit(next((cell_id for cell_id in results if report.value(cell_id) is None), results[0]))

    def _carry_out(self) -> None:
        if self._remainder is not None:
            column = self._remainder.column
            self._bridge.do(carry_out(column))
            self.go.emit(self._bridge.session.report.form.balance_of(column).right[-1])

    def _take_proposal(self) -> None:
        cell_id = self._blank
        self._bridge.do(take_proposal(cell_id))
        self.go.emit(cell_id)

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(_LINE_HEIGHT + _AIR))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme().tokens.surface)
        self.setPalette(palette)
