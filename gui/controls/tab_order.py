"""The way of Tab through parts of the window, as they are laid out, however late their widgets were made."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


def go_on(parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the focus to the next widget in some parts, from the last on to the first; says whether there is one.

    Args:
        parts: the parts in their order; one inside another counts where it is named first.
        forward: whether the next one is wanted, or the one before.
    """
    focused = QApplication.focusWidget()
    inside = None if focused in parts else focused
    found = (widget for part in parts for widget in _within(part))
    way = list(dict.fromkeys(widget for widget in found if widget is inside or _stops(widget)))
    at = way.index(focused) if focused in way else -1 if forward else len(way)
    if not [widget for widget in way if widget is not focused]:
        return False
    target = way[(at + (1 if forward else -1)) % len(way)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _reveal(target)
    return True


def _stops(widget: QWidget) -> bool:
    tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return bool(tabbed) and widget.isEnabled() and widget.focusProxy() is None


def _within(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all that is in sight on it: first what is laid out, in that order, then the rest."""
    if not widget.isVisible() or widget.isWindow():
        return
    yield widget
    laid_out = list(_items(widget.layout()))
    rest = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid_out]
    for child in (*laid_out, *rest):
        yield from _within(child)


def _items(layout: QLayout | None) -> Iterator[QWidget]:
    items = [layout.itemAt(index) for index in range(layout.count())] if layout is not None else []
    for item in items:
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget
        elif item is not None:
            yield from _items(item.layout())


def _reveal(widget: QWidget) -> None:
    """Scroll everything around a widget so that it can be seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
