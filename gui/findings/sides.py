"""The two sides of the findings' panel: the list with its filter, and the strip it folds into."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Divider, Row, Scroll
from gui.controls.plain import set_tip
from gui.controls.text import SEVERITY_COLOURS, Severity, Sign, Text, severity_sign
from gui.findings.entry import Entry
from gui.findings.filter import FindingsFilter, count_of
from model.checks import SEVERITIES

KEYS = "F8 下一个问题，Alt+回车 照建议改"
"""What the foot of the panel says."""


class OpenSide(QWidget):
    """The panel when it is open."""

    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it, empty."""
        super().__init__(parent)
        self.fold = Button("收起校验结果", "ghost", name="fold_findings", sign="panel_right_contract", bare=True)
        self.here_only = Button("只看本部分", "ghost", name="only_here", height=28, px=13)
        self.here_only.setCheckable(True)
        self.filter = FindingsFilter()
        self._shown: tuple[tuple[QWidget, ...], ...] = ()
        self._captions = {title: _caption(title) for title in ("本部分", "其他部分")}
        self._notice, self._hidden = QWidget(), Text("", 14, color="text2", wrap=True)
        self._all = Button("全部列出", "link", name="list_all", height=32)
        body = QWidget()
        self._list = Column(body, (0, 0, 4, 8), 6)
        self.area = Scroll(body)
        self.area.setObjectName("findings_list")
        self.above = Column(None, 0, 6)
        """Room for what is said above the list."""
        self._lay_out()
        self.here_only.toggled.connect(self.filter_changed)
        self.filter.changed.connect(self.filter_changed)
        self._all.clicked.connect(self._list_all)

    def show_items(self, here: Sequence[QWidget], elsewhere: Sequence[QWidget]) -> None:
        """Show these items, in their order; a list that stays as it is is left alone."""
        if self._shown == (listed := (tuple(here), tuple(elsewhere))):
            return
        self._shown = listed
        self._list.taken()
        for title, items in zip(self._captions, (here, elsewhere), strict=True):
            caption = self._captions[title]
            self._list.put(caption, *items)
            caption.setVisible(bool(items))
        self._list.put(self._notice)
        self._list.addStretch(1)

    def show_counts(self, entries: Sequence[Entry], listed: Sequence[Entry]) -> None:
        """Show how many findings of each gravity there are, and say what is not listed."""
        self.filter.show_counts(entries)
        self.here_only.setVisible(bool(entries) or self.here_only.isChecked())
        hidden = [entry for entry in entries if entry not in listed]
        counts = ((count_of(hidden, severity), word) for severity, word in SEVERITIES.items())
        left_out = "、".join(f"{count} 个{word}" for count, word in counts if count)
        none = "" if listed else "这样筛选没有问题。"
        filtered = self.filter.chosen or self.here_only.isChecked()
        self._notice.setVisible(bool(filtered and (left_out or not listed)))
        self._hidden.setText(f"{none}另有 {left_out} 没有列出。" if left_out else none)

    def _list_all(self) -> None:
        self.filter.clear()
        self.here_only.setChecked(False)

    def _lay_out(self) -> None:
        column = Column(self, (12, 8, 8, 12), 4)
        head = Row(None, (8, 0, 4, 0), 4)
        head.put(Text("校验结果", 16, bold=True))
        head.addStretch(1)
        head.put(self.here_only, self.fold)
        foot = Column(None, (8, 0, 8, 0), 10)
        foot.put(Divider(), Text(KEYS, 13, color="text2"))
        notice = Column(self._notice, (12, 6, 12, 6), 0)
        notice.put(self._hidden, self._all)
        self._notice.setObjectName("filtered_away")
        column.put(head, self.filter, self.above)
        column.put(self.area, stretch=1)
        column.put(foot)


class Strip(QWidget):
    """The panel when it is folded: an icon and a count for each gravity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it, empty."""
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click anywhere on it, as on a count, opens the panel."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.unfold.click()

    def show_counts(self, entries: Sequence[Entry]) -> None:
        """Show how many findings of each gravity there are."""
        for severity, word in SEVERITIES.items():
            count = count_of(entries, severity)
            self.signs[severity].setVisible(count > 0)
            self.counts[severity].setVisible(count > 0)
            self.counts[severity].setText(str(count))
            set_tip(self.signs[severity], f"{count} 个{word}")


def _caption(words: str) -> QWidget:
    ground = QWidget()
    row = Row(ground, (12, 6, 0, 0), 0)
    row.put(Text(words, 13, bold=True, color="text2"))
    return ground
