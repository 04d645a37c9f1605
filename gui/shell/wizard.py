"""An open report: its pages, with all that stands around them; pages are built when they are first shown."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QStackedWidget, QTextEdit, QWidget

from gui.controls.layouts import Column
from gui.controls.tab_order import go_on
from gui.look.theme import theme
from gui.pages.page import Page, PageContext
from gui.pages.registry import Pages
from gui.paper.tools import print_report
from gui.search.searching import Searching
from gui.services.last_places import LastPlaces
from gui.session.bridge import Bridge
from gui.shell.commands import Commands
from gui.shell.frame import Frame
from gui.shell.jumps import keep_inside
from model.drafts import saved_words
from model.report.change import Change, Place, merged
from model.report.due import is_published

if TYPE_CHECKING:
    from concurrent.futures import Future

_SEARCHED = 40
"""Selected words of up to so many characters are looked for."""


class Wizard(QWidget):
    """One open report; the session's bridge belongs to it and goes with it."""

    back = Signal()
    settings = Signal()
    help = Signal()
    dismiss = Signal(object)
    last_year_wanted = Signal()
    comparison_wanted = Signal()
    book_wanted = Signal(str)
    ledger_wanted = Signal()
    sheets_wanted = Signal()
    asked = Signal(str)
    """What is to be done with the draft as a file, by the name of the action."""

    def __init__(self, bridge: Bridge, path: Path, today: date, parent: QWidget | None = None) -> None:
        """Show an open session; its file's path gives exports their place and name."""
        super().__init__(parent)
        self.setObjectName("wizard")
        self.bridge, self.path = bridge, path
        bridge.setParent(self)
        self._table = Pages(bridge.session.report.form)
        self._pages: dict[str, Page] = {}
        self._unseen: dict[str, list[Change]] = defaultdict(list)
        """What has changed since a page was last in sight; it is shown when the page is."""
        self._changes_around: list[Change] = []
        self._greeting = ""
        self._later = QTimer(self, singleShot=True, interval=0)
        self._first = QTimer(self, singleShot=True, interval=0)
        self._stack = QStackedWidget()
        frame = self._frame = Frame(bridge, today, self._table)
        self.top, self.rail, self.bottom, self.findings = frame.top, frame.rail, frame.bottom, frame.findings
        frame.lay_out(Column(self, 0, 0), self._stack)
        self._searching = Searching(bridge, frame.search, self._here, self.show_found, self)
        self.commands = Commands(bridge, self.findings, self._table, self)
        self._connect()
        self._connect_commands()
        self._places = LastPlaces(bridge.data) if bridge.data else None
        self._key = bridge.file.key if bridge.file else ""
        self._begun = (
            self._places.place(self._key, bridge.session.report.form, self._table.by_section) if self._places else None
        )
        frame.set_page(self._table.of_section(self._begun.section).id if self._begun else self._table.first.id)

    @property
    def page(self) -> str:
        """The id of the page that is shown, or is about to be."""
        return self._frame.page

    @property
    def name(self) -> str:
        """What the report is called."""
        report = self.bridge.session.report
        return f"{report.agency.name} {report.year} 年度报告".strip()

    def begin(self, page: str = "") -> None:
        """Go to a page, or where the clerk was when it was closed, or to the first one, as the event loop goes on."""
        if page:
            self._begun = Place(page)
            self._frame.set_page(page)
        self._first.start()

    def show_page(self, page: str) -> None:
        """Show a page, building it if this is the first time."""
        self.catch_up()
        self._frame.set_page(page)
        shown = self._built(page)
        if self._stack.indexOf(shown) < 0:
            self._stack.addWidget(shown)
        self._show_unseen(page)
        self._stack.setCurrentWidget(shown)
        self._show_status()
        self._remember_place()

    def go(self, place: Place) -> None:
        """Show a place: its page, with the focus on it."""
        self.show_page(self._table.of_section(place.section).id)
        page = self._built(self.page)
        page.go(place)
        keep_inside(page)

    def show_found(self, place: Place) -> None:
        """Show words of the report selected; the keyboard stays in the bar that looks for them, or goes along."""
        focused = QApplication.focusWidget()
        self.show_page(self._table.of_section(place.section).id)
        page = self._built(self.page)
        page.show_found(place)
        if focused is not None and self._frame.search.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            keep_inside(page)

    def search(self, *, replacing: bool) -> None:
        """Look for words in all parts, at first for those that are selected."""
        focused = QApplication.focusWidget()
        chosen = focused.textCursor().selectedText() if isinstance(focused, QTextEdit | QPlainTextEdit) else ""
        words = chosen if len(chosen) <= _SEARCHED and chosen.isprintable() else ""
        self._searching.begin()
        self._frame.search.open(words, replacing=replacing, writable=not self.bridge.session.read_only)

    def end_search(self) -> None:
        """Put the bar away; the keyboard goes to the words that were found last."""
        self._frame.search.hide()
        self.go(self._searching.place or self._here())

    def take_explained(self) -> bool:
        """Make the cure that the page is explaining just now; whether there was one."""
        return self._built(self.page).take_explained()

    def explain(self) -> bool:
        """Explain where the clerk is, beside the page, or end that; False where there is nothing to say."""
        return self._frame.explain(self._built(self.page))

    def print_report(self) -> None:
        """Ask for the printer, and print the report as it is now."""
        self.bridge.when_current(lambda: self.say(print_report(self.bridge.session.report, self)))

    def say(self, words: str) -> None:
        """Show one quiet line for a while."""
        self.bottom.flash(words)

    def say_at_first(self, words: str) -> None:
        """Show one quiet line when the first page is in sight."""
        self._greeting = words

    @property
    def is_shown(self) -> bool:
        """Whether a page of it is there to be seen."""
        return bool(self._stack.count())

    def say_when_shown(self, words: str) -> None:
        """Show one quiet line, when the first page is in sight if it is not yet."""
        if self.is_shown:
            self.say(words)
        else:
            self.say_at_first(words)

    def show_saved(self, at: datetime) -> None:
        """Say when the report was saved."""
        self.bottom.show_saved(at)

    def show_reader(self, why: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say lastingly that the report can only be looked at, why, and what can be done about it."""
        self._frame.show_reading(why)
        self.top.show_action(action, act)
        self.bottom.show_reading(why)

    def catch_up(self) -> None:
        """Show what has changed in all that surrounds the page; other pages show it when they are shown."""
        self._later.stop()
        if not self._changes_around:
            return
        behind, self._changes_around = merged(self._changes_around), []
        if behind.findings or behind.cells:
            self._frame.show_findings()
        if behind.agency or "events" in behind.texts:
            self._frame.show_head()
            self.setWindowTitle(self.name)
        elif is_published(self.bridge.session.report) or self.bridge.session.report.approval.signed:
            self._frame.show_head()
        self._frame.show_states()
        self._show_status()

    def close_down(self, *, save: bool = True) -> "Future[None] | None":
        """Save unless told not to, wait for what is under way, and give the draft free; see `Bridge.close`."""
        self._remember_place()
        for page in self._pages.values():
            page.close_down()
        return self.bridge.close(save=save)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001
        """Tab goes from the page to the way on to the next one, and round by the bar at the top.

        What is taken out of sight while it has the focus, as a finding that was cured, hands it to the page.
        """
        focused, page = QApplication.focusWidget(), self._stack.currentWidget()
        if focused is not None and not focused.isVisible() and page is not None and page.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        parts = (
            self.top,
            self._frame.search,
            self.rail,
            self.findings,
            self._frame.explanation,
            self._stack,
            self.bottom.next,
            self.bottom,
        )
        return go_on(parts, forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give way in a small window."""
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Look whether the draft is still there whenever the window comes to the front."""
        if event.type() == QEvent.Type.WindowActivate:
            self.bridge.look()
        return super().event(event)

    def _show_lost(self, words: str) -> None:
        """Say in place of a save that the draft was taken away; of one that is there again when it was saved."""
        if words:
            self.bottom.show_not_saved(words)
        else:
            self.bottom.show_saved(self.bridge.session.draft.saved_at)

    def _make_room(self) -> None:
        self._frame.make_room(self.width(), self.height())
        if self._stack.count():
            self._show_status()

    def _remember_place(self) -> None:
        """Keep where the clerk is on the disk, so that even a power cut does not lose it."""
        if self._places is not None and self._stack.count():
            self._places.keep(self._key, self._built(self.page).where())

    def _go_on_beginning(self) -> None:
        """Build the first page in one iteration of the event loop and show it in the next, so that none is long."""
        if self._stack.count():
            return
        if self.page not in self._pages:
            self._built(self.page)
            self._first.start()
        elif self._begun is not None:
            self.go(self._begun)
        else:
            self.go(Place(self.page))
        if self._greeting and self._stack.count():
            greeting, self._greeting = self._greeting, ""
            self.say(greeting)

    def _built(self, page: str) -> Page:
        """A page, built if this is the first time, and not yet in its place."""
        if page not in self._pages:
            built = self._table.entries[page].build(PageContext(self.bridge, self.path))
            self._pages[page] = built
            self._connect_page(built)
        return self._pages[page]

    def _connect_page(self, page: Page) -> None:
        page.message.connect(self.say)
        page.place.connect(self.go)
        page.go_to.connect(self.commands.go_to)
        page.dismiss.connect(self.dismiss)
        page.fix.connect(self.commands.fix)
        page.confirm.connect(self.commands.confirm)
        page.last_year_wanted.connect(self.last_year_wanted)
        page.comparison_wanted.connect(self.comparison_wanted)
        page.asked.connect(self.asked)
        page.explanation_wanted.connect(self.explain)
        page.book_wanted.connect(self.book_wanted)
        page.ledger_wanted.connect(self.ledger_wanted)
        page.sheets_wanted.connect(self.sheets_wanted)
        page.status_changed.connect(self._show_status)

    def _connect(self) -> None:
        bridge = self.bridge
        bridge.changed.connect(self._apply)
        bridge.saved.connect(self.bottom.show_saved)
        bridge.saved.connect(lambda _at: self._remember_place())
        bridge.save_is_slow.connect(self.bottom.show_saving)
        bridge.save_failed.connect(self.bottom.show_not_saved)
        bridge.lost.connect(self._show_lost)
        bridge.kept_aside.connect(lambda path: self.say(saved_words.kept_aside(path)))
        bridge.versions_failed.connect(self.bottom.show_versions_problem)
        self.top.back.connect(self.back)
        self.top.settings.connect(self.settings)
        self.top.help.connect(self.help)
        self.top.asked.connect(self.asked)
        self.findings.requests.dismiss.connect(self.dismiss)
        self._frame.purges.message.connect(self._say_purged)
        self._frame.explanation.book_wanted.connect(self.book_wanted)
        self._frame.explanation.closed.connect(lambda: keep_inside(self._built(self.page)))
        self._later.timeout.connect(self.catch_up)
        self._first.timeout.connect(self._go_on_beginning)
        theme().follow(self._make_room)

    def _connect_commands(self) -> None:
        commands, asked = self.commands, self.findings.requests
        self.bridge.saved_by_hand.connect(commands.say_saved)
        self.top.undo.connect(commands.undo)
        self.top.redo.connect(commands.redo)
        self.rail.chosen.connect(commands.go_to_page)
        self.bottom.chosen.connect(commands.go_to_page)
        asked.go.connect(commands.go_to)
        asked.fill_zero.connect(commands.fill_zero)
        asked.carry_out.connect(commands.carry_out)
        asked.fix.connect(commands.fix)
        asked.confirm.connect(commands.confirm)
        self._frame.search.closed.connect(self.end_search)
        self.top.search.connect(lambda: self.search(replacing=False))
        looking: dict[str, Callable[[], None]] = {
            "Ctrl+F": lambda: self.search(replacing=False),
            "Ctrl+H": lambda: self.search(replacing=True),
            "F3": lambda: self._searching.step(1),
            "Shift+F3": lambda: self._searching.step(-1),
        }
        for sequence, act in (looking | dict(commands.keys())).items():
            QShortcut(QKeySequence(sequence), self).activated.connect(act)

    def _apply(self, change: Change) -> None:
        """Show a change where the clerk is looking now, and around it after that is painted."""
        self._built(self.page).apply(change)
        for page in self._pages:
            if page != self.page:
                self._unseen[page].append(change)
        self._changes_around.append(change)
        self._later.start()

    def _show_unseen(self, page: str) -> None:
        if unseen := self._unseen.pop(page, []):
            self._pages[page].apply(merged(unseen))

    def _say_purged(self, words: str) -> None:
        """Say what came of it; the keyboard goes to the page, for the button it was on is gone."""
        self.say(words)
        keep_inside(self._built(self.page))

    def _here(self) -> Place:
        return self._built(self.page).where()

    def _show_status(self) -> None:
        self._frame.show_status(self._built(self.page))
