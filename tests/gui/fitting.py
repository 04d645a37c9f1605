"""What of a window cannot be seen whole: what sticks out of its place, lies over another, or has no room for words."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QCheckBox, QLabel, QLayout, QScrollArea, QWidget

from gui.controls.buttons import Button
from gui.controls.text import Elided
from tests.gui.driving import every

_LOOSE = 1
"""So many pixels may be lost to rounding."""


def misfits(window: QWidget) -> list[str]:
    """What cannot be seen whole, each with where it is and by how much; what can be scrolled to can be seen."""
    return [
        f"{_path(found)}: {told}"
        for found in every(window, QWidget)
        if not found.isWindow() and (parent := found.parentWidget()) is not None
        for told in (*_outside(found, parent), *_unread(found), *_covered(found))
    ]


def _outside(widget: QWidget, parent: QWidget) -> Iterator[str]:
    area = parent.parentWidget()
    if isinstance(area, QScrollArea) and area.widget() is widget:
        over = widget.width() - parent.width() - _scrolled(area, Qt.Orientation.Horizontal)
        high = widget.height() - parent.height() - _scrolled(area, Qt.Orientation.Vertical)
    elif isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        return
    else:
        box, room = widget.geometry(), parent.rect()
        over = max(room.left() - box.left(), box.right() - room.right())
        high = max(room.top() - box.top(), box.bottom() - room.bottom())
    if max(over, high) > _LOOSE:
        yield f"sticks out by {max(over, 0)}×{max(high, 0)}"


def _scrolled(area: QScrollArea, way: Qt.Orientation) -> int:
    """How far an area scrolls for one who sees its bar."""
    lying = way == Qt.Orientation.Horizontal
    policy = area.horizontalScrollBarPolicy() if lying else area.verticalScrollBarPolicy()
    bar = area.horizontalScrollBar() if lying else area.verticalScrollBar()
    return 0 if policy == Qt.ScrollBarPolicy.ScrollBarAlwaysOff else bar.maximum()


def _unread(widget: QWidget) -> Iterator[str]:
    """Words of a button or a label that have no room; those that end in … by design tell them otherwise."""
    if isinstance(widget, Button | QCheckBox):
        lack, low = widget.sizeHint().width() - widget.width(), widget.sizeHint().height() - widget.height()
    elif isinstance(widget, QLabel) and not isinstance(widget, Elided) and widget.text():
        lack = 0 if widget.wordWrap() else widget.sizeHint().width() - widget.width()
        low = widget.heightForWidth(widget.width()) - widget.height()
    else:
        return
    if max(lack, low) > _LOOSE:
        yield f"“{widget.text()}” lacks {max(lack, 0)}×{max(low, 0)}"


def _covered(parent: QWidget) -> Iterator[str]:
    """Neighbours of one layout that lie over each other."""
    layout = parent.layout()
    shown = [] if layout is None else [widget for widget in _laid_out(layout) if widget.isVisibleTo(parent)]
    for one, other in combinations(shown, 2):
        shared = one.geometry().intersected(other.geometry())
        if min(shared.width(), shared.height()) > _LOOSE:
            yield f"{_name(one)} lies over {_name(other)} by {shared.width()}×{shared.height()}"


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__


def _path(widget: QWidget) -> str:
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and not at.isWindow() and len(names) < len("places"):
        names.append(_name(at))
        at = at.parentWidget()
    return " < ".join(names)
