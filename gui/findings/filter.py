"""Which findings are listed: of some severities only, of this part only; the counts are always of all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.layouts import Row, colour
from gui.controls.plain import set_tip
from gui.controls.ring import RingButton, paint_ring
from gui.controls.text import SEVERITY_COLOURS, Pill, Severity, paint_pill, pill_size
from gui.findings.entry import Entry
from gui.look.theme import theme
from model.checks import SEVERITIES


class FindingsFilter(QWidget):
    """A toggle for each severity; none pressed lists them all. It keeps what was chosen as long as it lives."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with everything listed."""
        super().__init__(parent)
        self.setObjectName("findings_filter")
        self.toggles = {severity: SeverityToggle(severity) for severity in SEVERITIES}
        self._fine = Pill("ok", "没有问题")
        row = Row(self, (8, 0, 0, 4), 6)
        row.put(*self.toggles.values(), self._fine)
        row.addStretch(1)
        for toggle in self.toggles.values():
            toggle.toggled.connect(self._choose)

    @property
    def chosen(self) -> frozenset[str]:
        """The severities that are listed; none stands for all."""
        return frozenset(severity for severity, toggle in self.toggles.items() if toggle.isChecked())

    def clear(self) -> None:
        """List everything again."""
        for toggle in self.toggles.values():
            toggle.setChecked(False)

    def show_counts(self, entries: Sequence[Entry]) -> None:
        """Show how many findings of each severity there are; one that is chosen stays in sight with none."""
        for severity, toggle in self.toggles.items():
            count = count_of(entries, severity)
            toggle.show_count(count)
            toggle.setVisible(count > 0 or toggle.isChecked())
        self._fine.setVisible(not entries and not self.chosen)

    def _choose(self) -> None:
        chosen = self.chosen
        for severity, toggle in self.toggles.items():
            toggle.set_faded(faded=bool(chosen) and severity not in chosen)
        self.changed.emit()


class SeverityToggle(RingButton):
    """A capsule with a severity's count; pressed, only such findings are listed."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        """Begin with none, not pressed."""
        super().__init__(parent)
        self.severity, self._faded = severity, False
        self.setObjectName(f"only_{severity}")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().renew(self)

    def show_count(self, count: int) -> None:
        """Show how many there are."""
        word = SEVERITIES[self.severity]  # type: ignore[index]
        self.setText(f"{count} 个{word}")
        self.setAccessibleName(f"只看{word}，有 {count} 个")
        set_tip(self, f"只看{word}；再按一下看全部")
        self.updateGeometry()

    def set_faded(self, *, faded: bool) -> None:
        """Recede, because others are chosen."""
        self._faded = faded
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the words."""
        return pill_size(self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the capsule: with an edge when it is pressed, without its ground while others are."""
        painter, name = QPainter(self), SEVERITY_COLOURS[self.severity]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "hover" if self.underMouse() and not self.isChecked() else "panel" if self._faded else ""
        paint_pill(painter, self.rect(), self.severity, self.text(), fill=ground)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour(name))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), self.height() / 2, self.height() / 2)
        if self.hasFocus() and self.ringed:
            paint_ring(painter, self.rect(), self.height() / 2)


def count_of(entries: Sequence[Entry], severity: str) -> int:
    """How many findings of a severity there are."""
    return sum(len(entry.group.findings) for entry in entries if entry.finding.severity == severity)
