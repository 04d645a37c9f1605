"""Form fields: a label, an input and a line under it that explains or says what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QWidget

from gui.controls.layouts import Column, Row
from gui.controls.ring import paint_ring
from gui.controls.text import Sign, Text
from gui.look.icons import icon
from gui.look.theme import theme

_LEAST_CHARACTERS = 8
_LONGEST = 1000
"""The most characters a line takes: what is shown can then be kept."""
_OWN_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LineInput(QLineEdit):
    """A line of text without an undo of its own: the report has one for everything."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        """Take the object name and the accessible name."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setMaxLength(_LONGEST)
        self._restyle()
        theme().follow(self._restyle)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave undo and redo to the window."""
        if _is_undo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer the standard menu without its undo and redo."""
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:
            menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def show_text(self, text: str) -> None:
        """Show the text, leaving the cursor alone when it is there already."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def set_wrong(self, *, wrong: bool) -> None:
        """Mark the input as wrong."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def _restyle(self) -> None:
        self.setFont(theme().font(16))


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _OWN_UNDO)


class Field(QWidget):
    """A label above an input and, if wanted, a line below it."""

    def __init__(self, label: str, content: QWidget, caption: str = "", parent: QWidget | None = None) -> None:
        """Put them together."""
        super().__init__(parent)
        self.content = content
        self.wrong = ""
        """What is said to be wrong with the input."""
        self._caption = caption
        self._sign = Sign("error_circle", "error", 16, filled=True)
        self._below = Text(caption, 13, color="text2", wrap=True)
        heading = Text(label, 14, color="text2")
        heading.setBuddy(content)
        column = Column(self, 0, 6)
        column.put(heading, content)
        below = Row(None, 0, 4)
        below.put(self._sign)
        below.put(self._below, stretch=1)
        column.put(below)
        column.addStretch(1)
        self.set_wrong("")

    def set_caption(self, caption: str) -> None:
        """Change the line below."""
        self._caption = caption
        self.set_wrong("")

    def set_wrong(self, why: str) -> None:
        """Say what is wrong, or with an empty text that nothing is."""
        self.wrong = why
        self._sign.setVisible(bool(why))
        self._below.setText(why or self._caption)
        self._below.setVisible(bool(why or self._caption))
        self._below.set_color("error" if why else "text2")
        if isinstance(self.content, LineInput):
            self.content.set_wrong(wrong=bool(why))


class Choice(QComboBox):
    """One choice of a list."""

    picked = Signal(str)

    def __init__(
        self, name: str, spoken: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Take the object name, the accessible name, and (value, words) of each choice."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        for value, words in choices:
            self.addItem(words, value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_CHARACTERS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)
        self.activated.connect(lambda index: self.picked.emit(str(self.itemData(index))))
        self._restyle()
        theme().follow(self._restyle)

    def show_choice(self, value: str) -> None:
        """Mark a choice."""
        self.setCurrentIndex(self.findData(value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Do not change a choice by turning the wheel over it."""
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the box and the arrow."""
        super().paintEvent(event)
        side = theme().px(16)
        left, top = self.width() - side - theme().px(12), (self.height() - side) // 2
        QPainter(self).drawPixmap(left, top, icon("chevron_down", theme().tokens.text2, side))

    def _restyle(self) -> None:
        self.setFont(theme().font(15))


class Tick(QCheckBox):
    """A box to tick, with its words behind it."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        """Take the object name and the words."""
        super().__init__(words, parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().renew(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the box and the words."""
        words = QFontMetrics(theme().font(15)).horizontalAdvance(self.text())
        return QSize(words + theme().px(36), theme().px(32))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def hitButton(self, _position: object) -> bool:  # noqa: N802
        """All of it can be pressed."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the box and the words."""
        painter, tokens, px = QPainter(self), theme().tokens, theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign = "checkbox_checked" if self.isChecked() else "checkbox_unchecked"
        ink = tokens.accent if self.isChecked() else tokens.border2
        painter.drawPixmap(px(2), (self.height() - px(20)) // 2, icon(sign, ink, px(20), self.isChecked()))
        painter.setFont(theme().font(15))
        painter.setPen(tokens.text if self.isEnabled() else tokens.disabled)
        area = self.rect().adjusted(px(30), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, self.rect(), px(6))
