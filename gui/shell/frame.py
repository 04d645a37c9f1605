"""What stands around the page of an open report: its bars, the rail and the findings, as the session has them."""

from datetime import date

from PySide6.QtWidgets import QStackedWidget

from gui.controls.layouts import Column, Ground, Row
from gui.findings.entry import entry_of
from gui.findings.panel import FindingsPanel
from gui.findings.purge_cards import PurgeCards
from gui.help.panel import ExplanationPanel
from gui.look.theme import theme
from gui.pages.page import Page, Status
from gui.pages.registry import Pages
from gui.search.bar import SearchBar
from gui.session.bridge import Bridge
from gui.shell.bottom_bar import BottomBar
from gui.shell.rail import Rail
from gui.shell.top_bar import TopBar
from model.checks.groups import groups
from model.explanations import Explanation, explained
from model.report.due import due_day, hand_in_day, is_published
from model.report.publication import changed_since_published, changed_since_signed

NARROW_BELOW, TIGHT_BELOW, COMPACT_BELOW = 1366, 900, 800
"""The widths and the height of the window below which all this gives way, in pixels at 100 %."""


class Frame:
    """The parts around the page, and what each shows; `page` is the id of that page."""

    def __init__(self, bridge: Bridge, today: date, pages: Pages) -> None:
        """Make the parts for a session as it is, and for its pages."""
        self._bridge, self._today, self._pages = bridge, today, pages
        self.page = self._reading = ""
        self._narrow = False
        self._folded_by_hand: bool | None = None
        self.top, self.rail, self.bottom = TopBar(), Rail(pages.entries.values()), BottomBar()
        self.findings = FindingsPanel(bridge.session.report.form, pages)
        self.findings.folded_changed.connect(self._note_folding)
        self.search, self.explanation = SearchBar(), ExplanationPanel()
        self.explanation.closed.connect(lambda: self.show_explanation(shown=False))
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
        middle.put(self.findings, self.explanation)
        column.put(self.top, self.search)
        column.put(middle, stretch=1)
        column.put(self.bottom)

    def set_page(self, page: str) -> None:
        """Stand around another page."""
        self.page = page
        self.rail.set_current(page)
        before, after = self._pages.step_from(page, -1), self._pages.step_from(page, 1)
        self.bottom.set_neighbours(before.id if before else "", after.id if after else "", after.name if after else "")
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
        self.rail.deadline.show_days(
            due_day(report),
            self._today,
            published=is_published(report),
            changed=changed_since_published(report),
            hand_in=hand_in_day(report),
            resign=changed_since_signed(report),
        )

    def show_states(self) -> None:
        """Show how far each page is, and whether there is a step to undo or redo."""
        session = self._bridge.session
        for entry in self._pages.entries.values():
            self.rail.set_state(entry.id, entry.state(session) if entry.state else None)
        self.top.set_steps(undo=session.can_undo, redo=session.can_redo)

    def show_findings(self) -> None:
        """List the findings, those of the page first."""
        session = self._bridge.session
        found = groups(session.findings, session.report.form)
        self.findings.show_entries([entry_of(group, session) for group in found], self.page)

    def show_status(self, page: Page) -> None:
        """Say how the page stands, which says it itself or has a strip for it."""
        page.set_narrow(narrow=self._narrow)
        self._follow(page)
        status = page.status()
        if isinstance(status, Status):
            self.bottom.show_status(status)
        else:
            self.bottom.show_strip(status)

    def explain(self, page: Page) -> bool:
        """Explain in the findings' place where the clerk is, or end that; False where there is nothing to say."""
        shown = self.explanation.isHidden()
        if shown and not self._explained(page):
            return False
        self.show_explanation(shown=shown)
        if shown:
            self._follow(page)
            self.explanation.announce()
        return True

    def show_explanation(self, *, shown: bool) -> None:
        """Put the explanation into the findings' place, or the findings back into it."""
        self.explanation.setVisible(shown)
        self._fold()

    def _explained(self, page: Page) -> tuple[Explanation, ...]:
        return explained(self._bridge.session.report.form, page.where())

    def _follow(self, page: Page) -> None:
        """Explain where the clerk is now, while that is asked for."""
        if self.explanation.isHidden():
            return
        if found := self._explained(page):
            self.explanation.show_explanations(found)
        else:
            self.show_explanation(shown=False)

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
        if self._pages.entries[self.page].findings == "open":
            self._folded_by_hand = folded

    def _fold(self) -> None:
        """Fold the findings where there is no room, unless the clerk has opened them."""
        kind = self._pages.entries[self.page].findings
        listed = kind == "open" or (kind == "folded" and bool(self._bridge.session.findings))
        self.findings.setVisible(listed and self.explanation.isHidden())
        wanted = self._narrow if self._folded_by_hand is None else self._folded_by_hand
        self.findings.blockSignals(True)  # noqa: FBT003 - only what the clerk does is remembered
        self.findings.set_folded(folded=wanted or kind == "folded")
        self.findings.blockSignals(False)  # noqa: FBT003
