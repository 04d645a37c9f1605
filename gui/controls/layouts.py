"""Layouts whose margins and gaps grow with the zoom, and the plain grounds and lines between them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QWidget,
)

from gui.look.theme import theme

NO_LIMIT = 16_777_215
"""Qt's largest length: as maximum of a width or a height, none."""

Margins = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels at 100 %."""


class Box(QBoxLayout):
    """A row or a column with its margins and its gap given in pixels at 100 %."""

    def __init__(
        self, direction: QBoxLayout.Direction, parent: QWidget | None, margins: Margins | float, gap: float
    ) -> None:
        """Keep the measures; one number stands for four equal margins."""
        super().__init__(direction)
        self._margins = margins if isinstance(margins, tuple) else (margins, margins, margins, margins)
        self._gap = gap
        if parent is not None:
            parent.setLayout(self)
        self._restyle()
        theme().follow(self._restyle)

    def set_margins(self, margins: Margins) -> None:
        """Change the margins, in pixels at 100 %."""
        self._margins = margins
        self._restyle()

    def put(self, *items: QWidget | QBoxLayout, stretch: int = 0) -> None:
        """Add widgets and layouts, each with the same stretch."""
        for item in items:
            if isinstance(item, QWidget):
                self.addWidget(item, stretch)
            else:
                self.addLayout(item, stretch)

    def taken(self) -> list[QWidget]:
        """Take everything out, and return the widgets, which still belong to their parent.

        What holds a widget in a layout goes with it: a taken one that is left would keep the widget's ear, and the
        layout it is put into next would never hear that it needs another height.
        """
        items = [self.itemAt(index) for index in range(self.count())]
        widgets = [widget for item in items if item is not None and (widget := item.widget()) is not None]
        for widget in widgets:
            self.removeWidget(widget)
        while self.count():
            self.takeAt(0)
        return widgets

    def clear(self) -> None:
        """Take out and delete everything."""
        for widget in self.taken():
            widget.hide()
            widget.deleteLater()

    def _restyle(self) -> None:
        left, top, right, bottom = (theme().px(margin) for margin in self._margins)
        self.setContentsMargins(left, top, right, bottom)
        self.setSpacing(theme().px(self._gap))


class Row(Box):
    """A row from left to right."""

    def __init__(self, parent: QWidget | None = None, margins: Margins | float = 0, gap: float = 8) -> None:
        """See `Box`."""
        super().__init__(QBoxLayout.Direction.LeftToRight, parent, margins, gap)


class Column(Box):
    """A column from top to bottom."""

    def __init__(self, parent: QWidget | None = None, margins: Margins | float = 0, gap: float = 8) -> None:
        """See `Box`."""
        super().__init__(QBoxLayout.Direction.TopToBottom, parent, margins, gap)


class Card(QFrame):
    """A ground with round corners: a fill, an edge, and children on it."""

    def __init__(
        self, fill: str = "surface", edge: str = "border", radius: float = 10, parent: QWidget | None = None
    ) -> None:
        """Take the names of two colours and the radius in pixels at 100 %; an empty name paints nothing."""
        super().__init__(parent)
        self._fill, self._edge, self._radius = fill, edge, radius
        theme().renew(self)

    def set_colours(self, fill: str, edge: str) -> None:
        """Change fill and edge."""
        self._fill, self._edge = fill, edge
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint fill and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme().px(self._radius)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour(self._edge), 1) if self._edge else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(colour(self._fill) if self._fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, radius, radius)


class Ground(QWidget):
    """A plain coloured ground, with a line along some of its edges and a round corner at the top left if wanted."""

    def __init__(self, fill: str = "bg", edges: str = "", corner: float = 0, parent: QWidget | None = None) -> None:
        """Take the colour's name, the edges with a line (`t`, `r`, `b`, `l`), and the corner's radius."""
        super().__init__(parent)
        self._fill, self._edges, self._corner = fill, edges, corner
        theme().renew(self)

    def set_edges(self, edges: str) -> None:
        """Change which edges have a line."""
        self._edges = edges
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground and its lines."""
        painter = QPainter(self)
        if self._corner:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            radius = theme().px(self._corner)
            area = QRectF(0.5, 0.5, self.width() + radius, self.height() + radius)
            painter.setPen(QPen(theme().tokens.border, 1))
            painter.setBrush(colour(self._fill))
            painter.drawRoundedRect(area, radius, radius)
            return
        painter.fillRect(self.rect(), colour(self._fill))
        for edge in self._edges:
            painter.fillRect(self._line(edge), theme().tokens.border)

    def _line(self, edge: str) -> QRectF:
        width, height = self.width(), self.height()
        lines = {
            "t": (0, 0, width, 1),
            "b": (0, height - 1, width, 1),
            "l": (0, 0, 1, height),
            "r": (width - 1, 0, 1, height),
        }
        return QRectF(*lines[edge])


class Divider(QWidget):
    """A line of one pixel, lying or standing."""

    def __init__(self, *, standing: bool = False, length: float = 0, parent: QWidget | None = None) -> None:
        """Take the direction and, if it must not fill its place, the length in pixels at 100 %."""
        super().__init__(parent)
        self._standing, self._length = standing, length
        self._restyle()
        theme().follow(self._restyle)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), theme().tokens.border)

    def _restyle(self) -> None:
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if self._standing:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, fixed if self._length else free)
            if self._length:
                self.setFixedHeight(theme().px(self._length))
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(free, fixed)
        self.update()


class Scroll(QScrollArea):
    """A scroll area without a frame that shows its one widget on the ground below it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        """Take the widget to scroll; it is as wide as the area."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()  # its own one: asking for the default one makes PySide load every kind of widget, for 20 ms
        self.setViewport(ground)
        ground.setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)


class Flowing(QWidget):
    """What a `Scroll` scrolls where lines wrap: as high as they are at its width, and never as at their narrowest."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No height of its own; the height for its width is what counts."""
        return QSize(super().minimumSizeHint().width(), 0)


def followed_bar(area: QAbstractScrollArea) -> QScrollBar:
    """Give an area a vertical bar whose signals may be connected to.

    The bindings never give back a bar that the area made itself once something is connected to its signals or slots.
    """
    bar = QScrollBar(Qt.Orientation.Vertical)
    area.setVerticalScrollBar(bar)
    return bar


def holds_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in a widget, or comes back to it when a dialog over its window closes."""
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def colour(name: str) -> QColor:
    """A colour of the theme in force by its name."""
    found: QColor = getattr(theme().tokens, name)
    return found
