"""An open report: its pages, with all that stands around them; pages are built when they are first shown."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from gui.controls.layouts import Column
from gui.controls.tab_order import go_on
from gui.look.theme import theme
from gui.services.remembered import LastPlaces
from gui.services.words import page_of
from gui.session.bridge import Bridge
from gui.shell.commands import Commands
from gui.shell.frame import Surroundings
from gui.shell.jumps import keep_inside, where
from gui.shell.page_builder import new_page
from model.report.change import Change, Place


class Wizard(QWidget):
    """One open report."""

    back = Signal()
    settings = Signal()
    help = Signal()
    dismiss = Signal(object)
    last_year_wanted = Signal()

    def __init__(self, bridge: Bridge, path: Path, today: date, parent: QWidget | None = None) -> None:
        """Show an open session; its file's path gives exports their place and name."""
        super().__init__(parent)
        self.setObjectName("wizard")
        self.bridge, self.path = bridge, path
        self._pages: dict[str, Any] = {}
        self._behind: list[tuple[str, Change]] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._first = QTimer(self, singleShot=True, interval=0)
        self._stack = QStackedWidget()
        around = self._around = Surroundings(bridge, today)
        self.top, self.rail, self.bottom, self.findings = around.top, around.rail, around.bottom, around.findings
        around.lay_out(Column(self, 0, 0), self._stack)
        self._connect()
        self.commands = Commands(self)
        self._places = LastPlaces(bridge.data) if bridge.data else None
        self._begun = self._places.place(path, bridge.session.report.form) if self._places else None
        around.turn_to(self._begun.section if self._begun else "agency")

    @property
    def page(self) -> str:
        """The id of the page that is shown, or is about to be."""
        return self._around.page

    @property
    def name(self) -> str:
        """What the report is called."""
        report = self.bridge.session.report
        return f"{report.agency.name} {report.year} 年度报告".strip()

    def begin(self, page: str = "") -> None:
        """Go to a page, or where the clerk was when it was closed, or to the first one, in the turns that follow."""
        if page:
            self._begun = Place(page)
            self._around.turn_to(page)
        self._first.start()

    def show_page(self, page: str) -> None:
        """Show a page, building it if this is the first time."""
        self.catch_up()
        self._around.turn_to(page)
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

    def take_explained(self) -> bool:
        """Take what the page offers beside the words it explains; whether it did."""
        take = getattr(self._built(self.page), "take_explained", None)
        return bool(take and take())

    def say(self, words: str) -> None:
        """Show one quiet line for a while."""
        self.bottom.flash(words)

    def show_reader(self, why: str) -> None:
        """Say that the report can only be looked at, and why."""
        self._around.show_reading(why)
        self.say(why)

    def catch_up(self) -> None:
        """Show what has changed in all that surrounds the page, and in the other pages."""
        self._later.stop()
        behind, self._behind = self._behind, []
        for shown, change in behind:
            for name, page in self._pages.items():
                if name != shown:
                    page.apply(change)
        if any(change.findings or change.cells for _, change in behind):
            self._around.show_findings()
        if any(change.agency for _, change in behind):
            self._around.show_head()
            self.setWindowTitle(self.name)
        if behind:
            self._around.show_states()
            self._show_status()

    def close_down(self) -> None:
        """Save, wait for what is under way, and give the draft free."""
        self._remember_place()
        finish = self._pages.get("finish")
        if finish is not None:
            finish.close_down()
        self.bridge.close()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001
        """Tab goes from the page to the way on to the next one, and round by the bar at the top.

        What is taken out of sight while it has the focus, as a finding that was cured, hands it to the page.
        """
        focused, page = QApplication.focusWidget(), self._stack.currentWidget()
        if focused is not None and not focused.isVisible() and page is not None and page.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        parts = (self.top, self.rail, self.findings, self._stack, self.bottom.next, self.bottom)
        return go_on(parts, forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give way in a small window."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._around.make_room(self.width(), self.height())

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
            "go_to": self.commands.go_to,
            "place": self.go,
            "dismiss": self.dismiss,
            "fix": self.commands.fix,
            "confirm": self.commands.confirm,
            "last_year_wanted": self.last_year_wanted,
        }
        for name, answer in answers.items():
            if isinstance(signal := getattr(made, name, None), SignalInstance):
                signal.connect(answer)
        return made

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
        self.findings.dismiss.connect(self.dismiss)
        self._around.purges.message.connect(self._say_purged)
        self._later.timeout.connect(self.catch_up)
        self._first.timeout.connect(self._go_on_beginning)
        theme().changed.connect(self._make_room)

    def _apply(self, change: Change) -> None:
        """Show a change where the clerk is looking now, and everywhere else after that is painted."""
        self._built(self.page).apply(change)
        self._behind.append((self.page, change))
        self._later.start()

    def _say_purged(self, words: str) -> None:
        """Say what came of it; the keyboard goes to the page, for the button it was on is gone."""
        self.say(words)
        keep_inside(self._built(self.page))

    def _show_status(self) -> None:
        self._around.show_status(self._built(self.page))
