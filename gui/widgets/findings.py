"""校验结果: all findings beside the page, those of the page first; it folds into a strip of counts."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from gui.theme import theme
from gui.widgets.buttons import Button
from gui.widgets.finding_item import Entry, FindingItem
from gui.widgets.layouts import Column, Divider, Ground, Row, Scroll
from gui.widgets.text import SEVERITY_COLOURS, Pill, Severity, Sign, Text, severity_sign
from gui.words import BLANKS, PAGES, page_of
from model.checks import SEVERITIES, Finding
from model.form import official
from model.progress import place_of
from model.session import Place

WIDTH, FOLDED = 320, 44
"""The panel's width open and folded, in pixels at 100 %."""


class Stop(NamedTuple):
    """Where a walk through the findings stops: a finding, and the place if it is one of several of this finding."""

    finding: Finding
    place: Place | None = None


class FindingsPanel(Ground):
    """The panel; its signals ask for what the clerk pressed."""

    go = Signal(object)
    dismiss = Signal(object)
    fill_zero = Signal()
    carry_out = Signal(str)
    folded_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the panel, empty."""
        super().__init__("panel", "l", parent=parent)
        self.setObjectName("findings")
        self.setAccessibleName("校验结果")
        self._entries: tuple[Entry, ...] = ()
        self._page, self._at_hand = "", -1
        self._stop: Stop | None = None
        self._items: dict[Finding, FindingItem] = {}
        self._captions = {title: _caption(title) for title in ("本部分", "其他部分")}
        self.folded = False
        self._open, self._strip = _OpenSide(), _Strip()
        self._sides = QStackedLayout(self)
        self._sides.setContentsMargins(1, 0, 0, 0)
        self._sides.addWidget(self._open)
        self._sides.addWidget(self._strip)
        self._open.fold.clicked.connect(lambda: self.set_folded(folded=True))
        self._strip.unfold.clicked.connect(lambda: self.set_folded(folded=False))
        self._restyle()
        theme().changed.connect(self._restyle)

    @property
    def findings(self) -> list[Finding]:
        """The findings in the order they are shown and walked through."""
        return [entry.finding for entry in self._ordered()]

    def show_entries(self, entries: Sequence[Entry], page: str) -> None:
        """Show the findings, those of the page first; items that stay are kept."""
        at_hand = self._current()
        self._entries, self._page = tuple(entries), page
        shown = self.findings
        self._at_hand = shown.index(at_hand) if at_hand in shown else -1
        self._refill()

    def step(self, forward: int) -> Stop | None:
        """The next stop in the order of the pages, or the one before with -1; its finding becomes the one at hand."""
        walk = _walk(sorted((entry.finding for entry in self._entries), key=_page_number))
        if not walk:
            return None
        at_hand = self._current()
        if self._stop in walk and self._stop.finding == at_hand:
            index = walk.index(self._stop) + forward
        elif at_hand is not None:
            index = [stop.finding for stop in walk].index(at_hand) + forward
        else:
            here = [index for index, stop in enumerate(walk) if _stop_number(stop) >= _number(self._page)]
            index = (here[0] if here else 0) - (forward < 0)
        stop = walk[index % len(walk)]
        self.take(stop.finding)
        self._stop = stop
        return stop

    def take(self, finding: Finding) -> None:
        """Make a finding the one at hand."""
        self._stop = None
        shown = self.findings
        self._at_hand = shown.index(finding) if finding in shown else -1
        self._mark()
        if (item := self._items.get(finding)) is not None:
            self._open.area.ensureWidgetVisible(item, 0, theme().px(16))

    def set_folded(self, *, folded: bool) -> None:
        """Fold the panel into its strip, or open it."""
        if folded == self.folded:
            return
        self.folded = folded
        self._sides.setCurrentIndex(int(folded))
        self._restyle()
        self.folded_changed.emit(folded)

    def _current(self) -> Finding | None:
        shown = self.findings
        return shown[self._at_hand] if 0 <= self._at_hand < len(shown) else None

    def _here(self, entry: Entry) -> bool:
        return page_of(place_of(entry.finding).section) == self._page

    def _ordered(self) -> list[Entry]:
        return sorted(self._entries, key=lambda entry: not self._here(entry))

    def _refill(self) -> None:
        column = self._open.list
        kept = {item.entry: item for item in self._items.values()}
        column.taken()
        for caption in self._captions.values():
            caption.hide()
        self._items = {}
        ordered = self._ordered()
        for title, here in (("本部分", True), ("其他部分", False)):
            group = [entry for entry in ordered if self._here(entry) is here]
            if group:
                column.put(self._captions[title])
                self._captions[title].show()
            for entry in group:
                item = kept.pop(entry, None) or self._item(entry)
                self._items[entry.finding] = item
                column.put(item)
        column.addStretch(1)
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        self._open.show_counts(self._entries)
        self._strip.show_counts(self._entries)
        self._mark()

    def _item(self, entry: Entry) -> FindingItem:
        item = FindingItem(entry)
        item.go.connect(self.go)
        item.dismiss.connect(self.dismiss)
        item.fill_zero.connect(self.fill_zero)
        item.carry_out.connect(self.carry_out)
        return item

    def _mark(self) -> None:
        at_hand = self._current()
        first = next((entry.finding for entry in self._ordered() if self._here(entry)), None)
        for finding, item in self._items.items():
            item.set_at_hand(at_hand=finding == (at_hand or first))

    def _restyle(self) -> None:
        self.setFixedWidth(theme().px(FOLDED if self.folded else WIDTH))


class _OpenSide(QWidget):
    """The panel when it is open."""

    def __init__(self) -> None:
        super().__init__()
        self.fold = Button("收起校验结果", "ghost", name="fold_findings", sign="panel_right_contract", bare=True)
        self.pills: dict[Severity, Pill] = {name: Pill(name, "") for name in SEVERITIES}
        self.pills["ok"] = Pill("ok", "没有问题")
        body = QWidget()
        self.list = Column(body, (0, 0, 4, 8), 6)
        self.area = Scroll(body)
        self.area.setObjectName("findings_list")
        column = Column(self, (12, 8, 8, 12), 4)
        head = Row(None, (8, 0, 4, 0), 0)
        head.put(Text("校验结果", 16, bold=True))
        head.addStretch(1)
        head.put(self.fold)
        pills = Row(None, (8, 0, 0, 4), 6)
        pills.put(*self.pills.values())
        pills.addStretch(1)
        foot = Column(None, (8, 0, 8, 0), 10)
        foot.put(Divider(), Text("按 F8 到下一个问题", 13, color="text2"))
        column.put(head, pills)
        column.put(self.area, stretch=1)
        column.put(foot)

    def show_counts(self, entries: Sequence[Entry]) -> None:
        """Show how many findings of each gravity there are."""
        for severity, word in SEVERITIES.items():
            count = _count(entries, severity)
            self.pills[severity].setVisible(count > 0)
            self.pills[severity].set_text(f"{count} 个{word}")
        self.pills["ok"].setVisible(not entries)


class _Strip(QWidget):
    """The panel when it is folded: an icon and a count for each gravity."""

    def __init__(self) -> None:
        super().__init__()
        self.unfold = Button("展开校验结果", "ghost", name="unfold_findings", sign="panel_right_expand", bare=True)
        self.counts = {severity: Text("", 14, bold=True, color=SEVERITY_COLOURS[severity]) for severity in SEVERITIES}
        self.signs: dict[Severity, Sign] = {severity: severity_sign(severity, 20) for severity in SEVERITIES}
        column = Column(self, (0, 8, 0, 12), 2)
        column.put(self.unfold)
        column.addSpacing(4)
        for severity in SEVERITIES:
            column.put(self.signs[severity], self.counts[severity])
            column.addSpacing(6)
        column.addStretch(1)
        for index in range(column.count()):
            item = column.itemAt(index)
            if item is not None and item.widget() is not None:
                item.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def show_counts(self, entries: Sequence[Entry]) -> None:
        """Show how many findings of each gravity there are."""
        for severity, word in SEVERITIES.items():
            count = _count(entries, severity)
            self.signs[severity].setVisible(count > 0)
            self.counts[severity].setVisible(count > 0)
            self.counts[severity].setText(str(count))
            self.signs[severity].setToolTip(f"{count} 个{word}")


def _caption(words: str) -> QWidget:
    ground = QWidget()
    row = Row(ground, (12, 6, 0, 0), 0)
    row.put(Text(words, 13, bold=True, color="text2"))
    return ground


def _number(page: str) -> int:
    pages = list(PAGES)
    return pages.index(page) if page in pages else 0


def _page_number(finding: Finding) -> int:
    return _number(page_of(place_of(finding).section))


def _walk(findings: Iterable[Finding]) -> list[Stop]:
    """All stops; the finding of the blank cells has one in each table."""
    return [Stop(finding, place) for finding in findings for place in _places(finding)]


def _places(finding: Finding) -> Sequence[Place | None]:
    if finding.check != BLANKS:
        return [None]
    tables = [table.id for table in official().tables]
    firsts = (next((cell for cell in finding.cells if cell.startswith(f"{table}.")), None) for table in tables)
    return [Place(table, cell) for table, cell in zip(tables, firsts, strict=True) if cell]


def _stop_number(stop: Stop) -> int:
    return _number(page_of(stop.place.section)) if stop.place else _page_number(stop.finding)


def _count(entries: Sequence[Entry], severity: str) -> int:
    return sum(entry.finding.severity == severity for entry in entries)
