"""Form fields: a label, an input and a line under it that explains or says what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QRadioButton, QSizePolicy, QWidget

from gui.icons import icon
from gui.theme import theme
from gui.widgets.layouts import Column, Row
from gui.widgets.ring import paint_ring, shows_ring
from gui.widgets.text import Sign, Text

_LEAST_CHARACTERS = 8
_OWN_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LineInput(QLineEdit):
    """A line of text without an undo of its own: the report has one for everything."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        """Take the object name and the accessible name."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._restyle()
        theme().changed.connect(self._restyle)

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


class Segments(QWidget):
    """One choice of a few, all in sight."""

    chosen = Signal(str)

    def __init__(
        self, name: str, spoken: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Take the object name, the accessible name, and (value, words) of each choice."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons = {value: _Segment(f"{name}_{value}", words) for value, words in choices}
        row = Row(self, 3, 0)
        for value, button in self._buttons.items():
            row.put(button, stretch=1)
            button.clicked.connect(lambda _checked, chosen=value: self.chosen.emit(chosen))
        theme().changed.connect(self.update)

    def show_choice(self, value: str) -> None:
        """Mark a choice; one that is not there marks none."""
        for known, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(known == value)
            button.setAutoExclusive(True)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().tokens.head)
        painter.drawRoundedRect(QRectF(self.rect()), theme().px(6), theme().px(6))


class _Segment(QRadioButton):
    """One of the choices."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ring = False
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the words and the tick."""
        words = QFontMetrics(theme().font(15, bold=True)).horizontalAdvance(self.text())
        return QSize(words + theme().px(44), theme().px(36))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The words are never cut."""
        words = QFontMetrics(theme().font(15, bold=True)).horizontalAdvance(self.text())
        return QSize(words + theme().px(28), theme().px(36))

    def hitButton(self, _position: object) -> bool:  # noqa: N802
        """All of it can be pressed."""
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the ring when the keyboard brought the focus."""
        self._ring = shows_ring(event.reason(), before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the segment."""
        painter, tokens, px = QPainter(self), theme().tokens, theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        if self.isChecked() or self.underMouse():
            painter.setBrush(tokens.surface if self.isChecked() else tokens.hover)
            painter.setPen(QPen(tokens.accent, 1.5) if self.isChecked() else QPen(Qt.PenStyle.NoPen))
            painter.drawRoundedRect(area, px(5), px(5))
        if self.hasFocus() and self._ring:
            paint_ring(painter, self.rect(), px(5))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        tokens, px = theme().tokens, theme().px
        font = theme().font(15, self.isChecked())
        painter.setFont(font)
        painter.setPen(tokens.accent_t if self.isChecked() else tokens.text2)
        words = QFontMetrics(font).horizontalAdvance(self.text())
        tick = px(22) if self.isChecked() and self.width() >= words + px(30) else 0
        left = (self.width() - words - tick) // 2
        if tick:
            painter.drawPixmap(left, (self.height() - px(16)) // 2, icon("checkmark", tokens.accent, px(16)))
        area = self.rect().adjusted(left + tick, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())


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
        theme().changed.connect(self._restyle)

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
        theme().changed.connect(self.updateGeometry)

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
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.text, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(6), px(6))
