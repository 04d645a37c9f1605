"""An open report: rail, pages, findings and the bars around them; pages are built when they are first shown."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.bridge import Bridge
from gui.jumps import jump_of, keep_inside, where
from gui.pages.making import column_of, new_page, standing
from gui.remembered import LastPlaces
from gui.tab_order import go_on
from gui.theme import theme
from gui.widgets.bottom_bar import BottomBar
from gui.widgets.finding_item import entry_of
from gui.widgets.findings import FindingsPanel
from gui.widgets.layouts import Column, Ground, Row
from gui.widgets.rail import Rail
from gui.widgets.top_bar import TopBar
from gui.words import PAGES, page_of
from model.checks import Finding
from model.due import due_day, is_published
from model.session import Change, Place

NARROW_BELOW, TIGHT_BELOW, COMPACT_BELOW = 1366, 900, 800
"""The widths and the height of the window below which the wizard gives way, in pixels at 100 %."""
NOT_FILLED = "还没有填；没有发生的填 0"
"""What is said of a blank cell that was looked for."""


class Wizard(QWidget):
    """One open report."""

    back = Signal()
    settings = Signal()
    help = Signal()
    dismiss = Signal(object)

    def __init__(self, bridge: Bridge, path: Path, today: date, parent: QWidget | None = None) -> None:
        """Show an open session; its file's path gives exports their place and name."""
        super().__init__(parent)
        self.setObjectName("wizard")
        self.bridge, self.path, self._today = bridge, path, today
        self._pages: dict[str, Any] = {}
        self.page = self._reading = ""
        self._narrow = False
        self._folded_by_hand: bool | None = None
        self._behind: list[tuple[str, Change]] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._first = QTimer(self, singleShot=True, interval=0)
        self.top, self.rail, self.bottom = TopBar(), Rail(), BottomBar()
        self.findings = FindingsPanel()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self._refresh_all()
        self._places = LastPlaces(bridge.data) if bridge.data else None
        self._begun = self._places.place(path) if self._places else None
        self._surround(self._begun.section if self._begun else "agency")

    def begin(self) -> None:
        """Go where the clerk was when the report was closed, or to the first page, in the turns that follow."""
        self._first.start()

    def show_page(self, page: str) -> None:
        """Show a page, building it if this is the first time."""
        self._catch_up()
        self._surround(page)
        shown = self._built(page)
        if self._stack.indexOf(shown) < 0:
            self._stack.addWidget(shown)
        self._stack.setCurrentWidget(shown)
        self._show_status()
        self._remember_place()

    def go(self, place: Place) -> None:
        """Show a place: its page, with the focus on it."""
        self.show_page(page_of(place.section))
        page = self._built(self.page)
        page.go(place)
        keep_inside(page)

    def go_to(self, finding: Finding) -> None:
        """Show the place of a finding."""
        self.findings.take(finding)
        self.go(jump_of(finding, self.bridge.session.report))

    def step(self, forward: int) -> None:
        """Go to the next finding, or with -1 to the one before."""
        self._catch_up()
        stop = self.findings.step(forward)
        if stop is not None:
            report = self.bridge.session.report
            place = stop.place or jump_of(stop.finding, report)
            self.go(place)
            if place.cell in report.blanks:
                self.say(NOT_FILLED)

    def say(self, words: str) -> None:
        """Show one quiet line for a while."""
        self.bottom.flash(words)

    def show_reader(self, why: str) -> None:
        """Say that the report can only be looked at, and why."""
        self._reading = why
        self._show_head()
        self.say(why)

    def close_down(self) -> None:
        """Save, wait for what is under way, and give the draft free."""
        self._remember_place()
        finish = self._pages.get("finish")
        if finish is not None:
            finish.close_down()
        self.bridge.close()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001
        """Tab goes from the page to the way on to the next one, and round by the bar at the top."""
        parts = (self.top, self.rail, self.findings, self._stack, self.bottom.next, self.bottom)
        return go_on(parts, forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give way in a small window."""
        super().resizeEvent(event)
        self._make_room()

    def _remember_place(self) -> None:
        """Keep where the clerk is on the disk, so that even a power cut does not lose it."""
        if self._places is not None and self._stack.count():
            self._places.keep(self.path, where(self._built(self.page), self.page))

    def _go_on_beginning(self) -> None:
        """Build the first page in one turn and show it in the next, so that none is long."""
        if self._stack.count():
            return
        if self.page not in self._pages:
            self._built(self.page)
            self._first.start()
        elif self._begun is not None:
            self.go(self._begun)
        else:
            self.show_page(self.page)
            keep_inside(self._built(self.page))

    def _surround(self, page: str) -> None:
        """Make a page the present one in all that stands around it."""
        self.page = page
        self.rail.set_current(page)
        self.bottom.set_page(page)
        self._show_findings()
        self._fold()

    def _built(self, page: str) -> Any:  # noqa: ANN401 - the pages have no common class
        """A page, built if this is the first time, and not yet in its place."""
        if page not in self._pages:
            self._pages[page] = self._made(page)
        return self._pages[page]

    def _made(self, page: str) -> QWidget:
        """A page, with what it has to say connected to what can be done about it."""
        made = new_page(page, self.bridge, self.path)
        answers = {
            "message": self.say,
            "place_changed": lambda _cell: self._show_status(),
            "go_to": self.go_to,
            "place": self.go,
            "dismiss": self.dismiss,
        }
        for name, answer in answers.items():
            if isinstance(signal := getattr(made, name, None), SignalInstance):
                signal.connect(answer)
        return made

    def _lay_out(self) -> None:
        column, middle = Column(self, 0, 0), Row(None, 0, 0)
        ground = Ground("surface", corner=10)
        Column(ground, (1, 1, 0, 0), 0).put(self._stack, stretch=1)
        middle.put(self.rail)
        middle.put(ground, stretch=1)
        middle.put(self.findings)
        column.put(self.top)
        column.put(middle, stretch=1)
        column.put(self.bottom)

    def _connect(self) -> None:
        bridge = self.bridge
        bridge.changed.connect(self._apply)
        bridge.saved.connect(self.bottom.show_saved)
        bridge.saved.connect(lambda _at: self._remember_place())
        bridge.save_failed.connect(self.bottom.show_not_saved)
        bridge.kept_aside.connect(lambda path: self.say(f"别的程序改过这份文件，那一份已另存为“{path.name}”。"))
        self.top.back.connect(self.back)
        self.top.settings.connect(self.settings)
        self.top.help.connect(self.help)
        self.top.undo.connect(self._undo)
        self.top.redo.connect(self._redo)
        self.rail.chosen.connect(self._turn_to)
        self.bottom.chosen.connect(self._turn_to)
        self.bottom.balance.carry_out.connect(self._carry_out)
        self.bottom.balance.go.connect(self._go_to_column)
        self.findings.go.connect(self.go_to)
        self.findings.dismiss.connect(self.dismiss)
        self.findings.fill_zero.connect(self._fill_zero)
        self.findings.carry_out.connect(self._carry_out)
        self.findings.folded_changed.connect(self._note_folding)
        self._later.timeout.connect(self._catch_up)
        self._first.timeout.connect(self._go_on_beginning)
        theme().changed.connect(self._make_room)

    def _add_shortcuts(self) -> None:
        keys = {
            "Ctrl+Z": self._undo,
            "Ctrl+Y": self._redo,
            "Ctrl+Shift+Z": self._redo,
            "F8": lambda: self.step(1),
            "Shift+F8": lambda: self.step(-1),
            "Ctrl+S": self._save,
            "Ctrl+PgDown": lambda: self._turn(1),
            "Ctrl+PgUp": lambda: self._turn(-1),
        }
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(act)

    def _turn(self, step: int) -> None:
        pages = list(PAGES)
        self._turn_to(pages[min(max(pages.index(self.page) + step, 0), len(pages) - 1)])

    def _turn_to(self, page: str) -> None:
        self.go(Place(page))

    def _save(self) -> None:
        trouble = self.bridge.save_now()
        if trouble is None:
            self.bottom.show_saved(datetime.now().astimezone())
            self.say("已保存。平时不用按，改动会自动保存。")

    def _undo(self) -> None:
        self._show_step(self.bridge.undo(), "没有可以撤销的了。")

    def _redo(self) -> None:
        self._show_step(self.bridge.redo(), "没有可以重做的了。")

    def _show_step(self, change: Change | None, nothing: str) -> None:
        if change is None:
            self.say(nothing)
        elif change.place is not None:
            self.go(change.place)

    def _fill_zero(self) -> None:
        self.bridge.fill_zero()

    def _carry_out(self, column: str) -> None:
        self.bridge.carry_out(column)
        self._go_to_column(column, "carried_out")

    def _go_to_column(self, column: str, row: str = "received") -> None:
        self.go(Place("applications", f"applications.{row}.{column}"))

    def _apply(self, change: Change) -> None:
        """Show a change where the clerk is looking now, and everywhere else after that is painted."""
        self._built(self.page).apply(change)
        self._behind.append((self.page, change))
        self._later.start()

    def _catch_up(self) -> None:
        """Show what has changed in all that surrounds the page, and in the other pages."""
        self._later.stop()
        behind, self._behind = self._behind, []
        for shown, change in behind:
            for name, page in self._pages.items():
                if name != shown:
                    page.apply(change)
        if any(change.findings or change.cells for _, change in behind):
            self._show_findings()
        if any(change.agency for _, change in behind):
            self._show_head()
        if behind:
            self._show_states()
            self._show_status()

    def _refresh_all(self) -> None:
        self._show_head()
        self._show_states()
        self.bottom.show_saved(self.bridge.session.draft.saved_at)

    def _show_head(self) -> None:
        session = self.bridge.session
        report = session.report
        self.top.show_report(report.year, report.agency.name, read_only=self._reading)
        self.rail.deadline.show_days(due_day(report), self._today, published=is_published(report))

    def _show_states(self) -> None:
        session = self.bridge.session
        for page in PAGES:
            self.rail.set_state(page, session.state(page))
        self.top.set_steps(undo=session.can_undo, redo=session.can_redo)

    def _show_findings(self) -> None:
        session = self.bridge.session
        self.findings.show_entries([entry_of(finding, session) for finding in session.findings], self.page)

    def _show_status(self) -> None:
        page = self._built(self.page)
        if self.page == "applications":
            self.bottom.balance.show_session(self.bridge.session, column_of(page))
        elif (strip := getattr(page, "strip", None)) is not None:
            self.bottom.show_strip(strip)
        elif (status := getattr(page, "status", None)) is not None:
            self.bottom.show_status(*status())
        else:
            self.bottom.show_status(*standing(self.bridge, self.page))

    def _note_folding(self, folded: bool) -> None:  # noqa: FBT001
        if self.page != "agency":
            self._folded_by_hand = folded

    def _make_room(self) -> None:
        zoom = theme().zoom / 100
        narrow, compact = self.width() < NARROW_BELOW * zoom, self.height() < COMPACT_BELOW * zoom
        tight = self.width() < TIGHT_BELOW * zoom
        if narrow != self._narrow:
            self._folded_by_hand = None
        self._narrow = narrow
        self.rail.set_narrow(narrow=narrow)
        self.top.set_tight(tight=tight)
        self.bottom.set_room(narrow=narrow, tight=tight, compact=compact)
        self._fold()

    def _fold(self) -> None:
        """Fold the findings where there is no room, unless the clerk has opened them."""
        self.findings.setVisible(
            self.page != "finish" and (self.page != "agency" or bool(self.bridge.session.findings))
        )
        wanted = self._narrow if self._folded_by_hand is None else self._folded_by_hand
        self.findings.blockSignals(True)  # noqa: FBT003 - only what the clerk does is remembered
        self.findings.set_folded(folded=wanted or self.page == "agency")
        self.findings.blockSignals(False)  # noqa: FBT003
