"""A small card beside some words of a text: what it explains or offers stands under them and goes where they go."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QPushButton, QWidget

from gui.controls.layouts import Card, Column
from gui.controls.ring import ENTER
from gui.look.theme import theme

_AWAY = 6


class WordsCard(Card):
    """The card; a child of the editor, so that it goes where the window goes.

    What is pressed in it is meant for it alone: a key or a click that it has no use for never reaches the editor, whose
    selected words it would replace.
    """

    def __init__(self, name: str, width: float, editor: QWidget) -> None:
        """Begin hidden.

        Args:
            name: the object name.
            width: in pixels at 100 %.
            editor: what it lies over.
        """
        super().__init__("raised", "grid", 8, editor)
        self.setObjectName(name)
        self._editor, self._width = editor, width
        self._place = QRect()
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(36)
        self._shadow.setOffset(0, 8)
        self.setGraphicsEffect(self._shadow)
        self.column = Column(self, (16, 8, 10, 12), 6)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()
        self._restyle()
        theme().follow(self._restyle)

    def show_at(self, words: QRect) -> None:
        """Come into sight at the first line of some words, given in the editor's pixels."""
        self.place(words)
        self.show()
        self.raise_()

    def place(self, words: QRect) -> None:
        """Go to the first line of some words, given in the editor's pixels: under it, or above where there is room."""
        self._place = words
        edge, away = theme().px(8), theme().px(_AWAY)
        width = min(theme().px(self._width), self._editor.width() - 2 * edge)
        height = self._height(width)
        left = min(max(edge, words.left() - edge), self._editor.width() - width - edge)
        below = words.bottom() + away
        fits = below + height <= self._editor.height()
        self.setGeometry(left, below if fits else max(0, words.top() - height - away), width, height)

    def has_room(self) -> bool:
        """Whether all of it fits under or above its words, so that it need not cover them."""
        away = theme().px(_AWAY)
        room = max(self._editor.height() - self._place.bottom(), self._place.top()) - away
        return self._height(min(theme().px(self._width), self._editor.width() - 2 * theme().px(8))) <= room

    def put_away(self) -> None:
        """Go out of sight, and give the keyboard back to the text."""
        self.hide()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def setVisible(self, visible: bool) -> None:  # noqa: N802, FBT001
        """Give the keyboard back before it is hidden: Qt would send it on, which in a table is another cell."""
        focused = QApplication.focusWidget()
        if not visible and focused is not None and self.isAncestorOf(focused):
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        super().setVisible(visible)

    def event(self, event: QEvent) -> bool:
        """Be as high as what is on the card, whenever that has changed."""
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self.place(self._place)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let Enter press the button with the focus, as Space does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            if isinstance(watched, QPushButton) and not event.isAutoRepeat():
                watched.click()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape puts it away; any other key that nothing on the card has used ends here."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()

    def keyReleaseEvent(self, _event: QKeyEvent) -> None:  # noqa: N802
        """The same for the end of a key."""

    def _height(self, width: int) -> int:
        """What its words need at a width, asked of the layout; its own size is only right once it has been in sight."""
        for child in cast("list[QWidget]", self.findChildren(QWidget)):
            child.ensurePolished()
        return self.column.totalHeightForWidth(width)

    def _restyle(self) -> None:
        self._shadow.setColor(theme().tokens.shadow)
