"""校验结果: all findings beside the page, those of the page first; it folds into a strip of counts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from gui.controls.layouts import Ground, holds_focus
from gui.findings.entry import Entry
from gui.findings.item import FindingItem, FindingRequests
from gui.findings.sides import OpenSide, Strip
from gui.look.theme import theme
from model.checks import Finding
from model.checks.about import BlankCells
from model.checks.places import place_of
from model.form.form import Form
from model.report.change import Place

WIDTH, FOLDED = 320, 44
"""The panel's width open and folded, in pixels at 100 %."""


class ShownPage(Protocol):
    """A page, as far as the panel needs it."""

    @property
    def id(self) -> str:
        """Its id."""


class PageOrder(Protocol):
    """The pages of a report."""

    def of_section(self, section: str) -> ShownPage:
        """The page that shows a section of the report."""

    def number(self, page: str) -> int:
        """The place of a page among the others."""


class Stop(NamedTuple):
    """Where a walk through the findings stops: a finding, and the place if it is one of several of this finding."""

    finding: Finding
    place: Place | None = None


class FindingsPanel(Ground):
    """The panel; `requests` asks for what the clerk pressed.

    While it is folded or out of sight only its counts are kept up; the list follows when it is shown.
    """

    folded_changed = Signal(bool)

    def __init__(self, form: Form, pages: PageOrder, parent: QWidget | None = None) -> None:
        """Build the panel for a report on a form and its pages, empty."""
        super().__init__("panel", "l", parent=parent)
        self._tables = [table.id for table in form.tables]
        self._pages = pages
        self.setObjectName("findings")
        self.setAccessibleName("校验结果")
        self._entries: tuple[Entry, ...] = ()
        self._page = ""
        self._at_hand: Finding | None = None
        self._stop: Stop | None = None
        self._walked, self._resume = 0, -1
        self._items: list[FindingItem] = []
        self._behind = False
        self.folded = False
        self.requests = FindingRequests(self)
        self.open_side, self._strip = OpenSide(), Strip()
        self._sides = QStackedLayout(self)
        self._sides.setContentsMargins(1, 0, 0, 0)
        self._sides.addWidget(self.open_side)
        self._sides.addWidget(self._strip)
        self.open_side.fold.clicked.connect(lambda: self.set_folded(folded=True))
        self.open_side.filter_changed.connect(self._refill)
        self._strip.unfold.clicked.connect(lambda: self.set_folded(folded=False))
        self._restyle()
        theme().follow(self._restyle)

    @property
    def at_hand(self) -> Finding | None:
        """The finding the clerk went to last, while it is open."""
        return self._at_hand

    def show_entries(self, entries: Sequence[Entry], page: str) -> None:
        """Show the findings, those of the page first; items that stay are kept."""
        turned = page != self._page
        if turned:
            self._resume = -1
        self._entries, self._page = tuple(entries), page
        self._keep_at_hand()
        self._refill()
        if turned:
            QTimer.singleShot(0, self, self._reveal)

    def step(self, forward: int) -> Stop | None:
        """The next stop in the order of the pages, or the one before with -1; its finding becomes the one at hand.

        Only what is listed is walked through. A finding that is gone, because it was put right, is gone on from.
        """
        walk = list(self._walk())
        if not walk:
            return None
        index = self._index(walk, forward) % len(walk)
        self.take(walk[index].finding)
        self._stop, self._walked = walk[index], index
        return walk[index]

    def take(self, finding: Finding) -> None:
        """Make a finding the one at hand."""
        self._stop, self._at_hand, self._resume = None, finding, -1
        self._mark()
        self._reveal()

    def set_folded(self, *, folded: bool) -> None:
        """Fold the panel into its strip, or open it."""
        if folded == self.folded:
            return
        self.folded = folded
        self._catch_up()
        self._sides.setCurrentIndex(int(folded))
        self._restyle()
        self.folded_changed.emit(folded)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Bring the list up to date when it comes into sight."""
        super().showEvent(event)
        self._catch_up()

    def _keep_at_hand(self) -> None:
        """Find the finding at hand again among those of now: an edit may have moved it, or it is gone."""
        known, before = [finding for entry in self._entries for finding in entry.group.findings], self._at_hand
        if before is None or before in known:
            return
        alike = (finding for finding in known if _same(finding) == _same(before))
        self._at_hand = next(alike, None)
        self._stop = None
        if self._at_hand is None:
            self._resume = self._walked

    def _index(self, walk: Sequence[Stop], forward: int) -> int:
        findings = [stop.finding for stop in walk]
        if self._stop in walk and self._stop is not None and self._stop.finding == self._at_hand:
            return walk.index(self._stop) + forward
        if self._at_hand in findings:
            return findings.index(self._at_hand) + forward
        if self._resume >= 0:
            return min(self._resume, len(walk)) - (forward < 0)
        page = self._pages.number(self._page)
        here = [index for index, stop in enumerate(walk) if self._stop_number(stop) >= page]
        return (here[0] if here else 0) - (forward < 0)

    def _here(self, entry: Entry) -> bool:
        return self._pages.of_section(entry.group.section).id == self._page

    def _listed(self) -> list[Entry]:
        """What the filter lets through, that of the page first."""
        chosen, here_only = self.open_side.filter.chosen, self.open_side.here_only.isChecked()
        wanted = [entry for entry in self._entries if not chosen or entry.finding.severity in chosen]
        listed = (entry for entry in wanted if self._here(entry) or not here_only)
        return sorted(listed, key=lambda entry: not self._here(entry))

    def _walk(self) -> Iterator[Stop]:
        """All stops; the finding of the blank cells has one in each table."""
        for entry in sorted(self._listed(), key=lambda entry: self._page_number(entry.finding)):
            for finding in entry.group.findings:
                yield from (Stop(finding, place) for place in self._places(finding))

    def _page_number(self, finding: Finding) -> int:
        return self._section_number(place_of(finding).section)

    def _section_number(self, section: str) -> int:
        return self._pages.number(self._pages.of_section(section).id)

    def _places(self, finding: Finding) -> Iterable[Place | None]:
        if not isinstance(finding.about, BlankCells):
            return [None]
        firsts = (
            next((cell for cell in finding.cells if cell.startswith(f"{table}.")), None) for table in self._tables
        )
        return [Place(table, cell) for table, cell in zip(self._tables, firsts, strict=True) if cell]

    def _stop_number(self, stop: Stop) -> int:
        return self._section_number(stop.place.section) if stop.place else self._page_number(stop.finding)

    def _refill(self) -> None:
        """Show what is listed now, by the items there are: those that look the same stay as they are."""
        listed = self._listed()
        self._strip.show_counts(self._entries)
        self.open_side.show_counts(self._entries, listed)
        self._behind = self.folded or not self.isVisible()
        if self._behind:
            return
        at = next((index for index, item in enumerate(self._items) if holds_focus(item)), -1)
        self._items, gone = self._matched(listed)
        groups = [[item for item in self._items if self._here(item.entry) is here] for here in (True, False)]
        self.open_side.show_items(*groups)
        for item in gone:
            if holds_focus(item) and self._items:
                self._items[min(at, len(self._items) - 1)].take_focus()
            item.hide()
            item.deleteLater()
        self._mark()

    def _catch_up(self) -> None:
        if self._behind:
            self._refill()
            QTimer.singleShot(0, self, self._reveal)

    def _matched(self, listed: Sequence[Entry]) -> tuple[list[FindingItem], list[FindingItem]]:
        """An item for each entry, one of those there are if it looks the same or has the same cause; and the rest."""
        left, matched = list(self._items), dict[int, FindingItem]()
        for likeness in (_looks, _cause):
            known = defaultdict[object, list[FindingItem]](list)
            for item in left:
                known[likeness(item.entry)].append(item)
            for index, entry in enumerate(listed):
                if index not in matched and (found := known[likeness(entry)]):
                    matched[index] = found.pop(0)
                    matched[index].show_entry(entry)
            left = [item for items in known.values() for item in items]
        new = {index: FindingItem(listed[index], self.requests) for index in range(len(listed)) if index not in matched}
        return [(matched | new)[index] for index in range(len(listed))], left

    def _reveal(self) -> None:
        """Scroll to the item with the finding at hand; of a long one to its head."""
        item = self._item_at_hand()
        if item is not None:
            area, air = self.open_side.area, theme().px(8)
            area.ensureWidgetVisible(item, 0, air)
            bar = area.verticalScrollBar()
            bar.setValue(min(bar.value(), max(0, item.y() - air)))

    def _item_at_hand(self) -> FindingItem | None:
        return next((item for item in self._items if self._at_hand in item.entry.group.findings), None)

    def _mark(self) -> None:
        """Show the item with the finding at hand as a card, or else the first of the page."""
        found = self._item_at_hand()
        first = next((item for item in self._items if self._here(item.entry)), None)
        for item in self._items:
            shown = self._at_hand if item is found else item.finding if found is None and item is first else None
            item.set_at_hand(shown)

    def _restyle(self) -> None:
        self.setFixedWidth(theme().px(FOLDED if self.folded else WIDTH))


def _looks(entry: Entry) -> object:
    return entry.looks


def _cause(entry: Entry) -> object:
    return entry.cause


def _same(finding: Finding) -> tuple[object, ...]:
    """What stays of a finding when an edit moves it."""
    return finding.check, finding.section, finding.cells, finding.quote
