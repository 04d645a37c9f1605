"""What stands around the page of an open report: its bars, the rail and the findings, as the session has them."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from gui.controls.layouts import Column, Ground, Row
from gui.findings.item import entry_of
from gui.findings.panel import FindingsPanel
from gui.findings.purge_cards import PurgeCards
from gui.look.theme import theme
from gui.services.words import pages
from gui.session.bridge import Bridge
from gui.shell.bottom_bar import BottomBar
from gui.shell.page_builder import column_of, standing
from gui.shell.rail import Rail
from gui.shell.top_bar import TopBar
from model.checks.groups import groups
from model.report.due import due_day, is_published

NARROW_BELOW, TIGHT_BELOW, COMPACT_BELOW = 1366, 900, 800
"""The widths and the height of the window below which all this gives way, in pixels at 100 %."""


class Surroundings:
    """The parts, and what each shows; `page` is the page they stand around."""

    def __init__(self, bridge: Bridge, today: date) -> None:
        """Make the parts for a session as it is."""
        self._bridge, self._today = bridge, today
        self.page = self._reading = ""
        self._narrow = False
        self._folded_by_hand: bool | None = None
        form = bridge.session.report.form
        self.top, self.rail, self.bottom = TopBar(), Rail(form), BottomBar(form)
        self.findings = FindingsPanel(form)
        self.findings.folded_changed.connect(self._note_folding)
        self.purges = PurgeCards(bridge)
        self.findings.open_side.above.put(self.purges)
        self.show_head()
        self.show_states()
        self.bottom.show_saved(bridge.session.draft.saved_at)

    def lay_out(self, column: Column, pages: QStackedWidget) -> None:
        """Put the parts around the pages."""
        middle = Row(None, 0, 0)
        ground = Ground("surface", corner=10)
        Column(ground, (1, 1, 0, 0), 0).put(pages, stretch=1)
        middle.put(self.rail)
        middle.put(ground, stretch=1)
        middle.put(self.findings)
        column.put(self.top)
        column.put(middle, stretch=1)
        column.put(self.bottom)

    def turn_to(self, page: str) -> None:
        """Stand around another page."""
        self.page = page
        self.rail.set_current(page)
        self.bottom.set_page(page)
        self.show_findings()
        self._fold()

    def show_reading(self, why: str) -> None:
        """Say that the report can only be looked at, and why."""
        self._reading = why
        self.show_head()

    def show_head(self) -> None:
        """Name the report, and say how many days are left for it."""
        report = self._bridge.session.report
        self.top.show_report(report.year, report.agency.name, read_only=self._reading)
        self.rail.deadline.show_days(due_day(report), self._today, published=is_published(report))

    def show_states(self) -> None:
        """Show how far each page is, and whether there is a step to undo or redo."""
        session = self._bridge.session
        for page in pages(session.report.form):
            self.rail.set_state(page, session.state(page))
        self.top.set_steps(undo=session.can_undo, redo=session.can_redo)

    def show_findings(self) -> None:
        """List the findings, those of the page first."""
        session = self._bridge.session
        found = groups(session.findings, session.report.form)
        self.findings.show_entries([entry_of(group, session) for group in found], self.page)

    def show_status(self, page: Any) -> None:  # noqa: ANN401 - the pages have no common class
        """Say how the page stands, which says it itself or has a strip for it."""
        if any(table.balanced and table.id == self.page for table in self._bridge.session.report.form.tables):
            self.bottom.balance.show_session(self._bridge.session, column_of(page))
        elif (strip := getattr(page, "strip", None)) is not None:
            self.bottom.show_strip(strip)
        elif (status := getattr(page, "status", None)) is not None:
            self.bottom.show_status(*status())
        else:
            self.bottom.show_status(*standing(self._bridge, self.page))

    def make_room(self, width: int, height: int) -> None:
        """Give way in a small window."""
        zoom = theme().zoom / 100
        narrow, tight, compact = width < NARROW_BELOW * zoom, width < TIGHT_BELOW * zoom, height < COMPACT_BELOW * zoom
        if narrow != self._narrow:
            self._folded_by_hand = None
        self._narrow = narrow
        self.rail.set_narrow(narrow=narrow)
        self.top.set_tight(tight=tight)
        self.bottom.set_room(narrow=narrow, tight=tight, compact=compact)
        self._fold()

    def _note_folding(self, folded: bool) -> None:  # noqa: FBT001
        if self.page != "agency":
            self._folded_by_hand = folded

    def _fold(self) -> None:
        """Fold the findings where there is no room, unless the clerk has opened them."""
        self.findings.setVisible(
            self.page != "finish" and (self.page != "agency" or bool(self._bridge.session.findings))
        )
        wanted = self._narrow if self._folded_by_hand is None else self._folded_by_hand
        self.findings.blockSignals(True)  # noqa: FBT003 - only what the clerk does is remembered
        self.findings.set_folded(folded=wanted or self.page == "agency")
        self.findings.blockSignals(False)  # noqa: FBT003
