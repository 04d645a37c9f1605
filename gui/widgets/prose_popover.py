"""A small card under the words a finding is about: what is wrong, and the answer that nothing is."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QLineEdit, QPushButton, QWidget

from gui.bridge import Bridge
from gui.theme import theme
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Column, Row
from gui.widgets.prose_keys import ENTER
from gui.widgets.text import SEVERITY_COLOURS, Sign, Text, severity_icon_colour
from gui.widgets.text import SEVERITY_ICONS as ICONS
from model.checks import SEVERITIES, Finding

_WIDTH, _AWAY = 424, 6
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)


class FindingPopover(Card):
    """The card; a child of the editor, so that it goes where the window goes.

    What is pressed in it is meant for it alone: a key or a click that it has no use for never reaches the editor, whose
    selected words it would replace.
    """

    def __init__(self, bridge: Bridge, editor: QWidget) -> None:
        """Begin hidden."""
        super().__init__("raised", "grid", 8, editor)
        self.setObjectName("finding_popover")
        self._bridge, self._editor = bridge, editor
        self._finding: Finding | None = None
        self._place = QRect()
        self._sign = Sign("warning", "warn_icon", 20, filled=True)
        self._kind = Text("", 14, bold=True)
        self._words = Text("", 15, wrap=True)
        self._dismiss = Button("不改，说明理由", "link", name="popover_dismiss", height=32, px=14)
        self._reason = QLineEdit()
        self._confirm = Button("确定", "primary", name="popover_confirm")
        self._shadow = QGraphicsDropShadowEffect(self)
        self._column = Column(self, (16, 8, 10, 12), 6)
        self._build()
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    def explain(self, finding: Finding, words: QRect) -> None:
        """Show a finding under (or, without room there, above) the first line of its words."""
        self._finding = finding
        self._sign.set_sign(ICONS[finding.severity], severity_icon_colour(finding.severity), filled=True)
        self._kind.setText(SEVERITIES[finding.severity])
        self._words.setText(finding.message)
        self.setAccessibleName(f"{SEVERITIES[finding.severity]}，{finding.message}")
        self._ask(asking=False)
        self._colour()
        self.place(words)
        self.show()
        self.raise_()

    def place(self, words: QRect) -> None:
        """Go to the first line of some words, given in the editor's pixels."""
        self._place = words
        edge, away = theme().px(8), theme().px(_AWAY)
        width = min(theme().px(_WIDTH), self._editor.width() - 2 * edge)
        height = self._height(width)
        left = min(max(edge, words.left() - edge), self._editor.width() - width - edge)
        below = words.bottom() + away
        fits = below + height <= self._editor.height()
        self.setGeometry(left, below if fits else max(0, words.top() - height - away), width, height)

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

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Colour the word for the severity again after a new style sheet has taken its colour away."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._colour()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape puts it away; any other key that nothing on the card has used ends here."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()

    def keyReleaseEvent(self, _event: QKeyEvent) -> None:  # noqa: N802
        """The same for the end of a key."""

    def _build(self) -> None:
        close = Button("关闭", "ghost", name="popover_close", sign="dismiss", bare=True, height=32)
        head = Row(None, 0, 8)
        head.put(self._sign, self._kind)
        head.addStretch(1)
        head.put(close)
        self._reason.setObjectName("popover_reason")
        self._reason.setAccessibleName("不改的理由")
        self._reason.setPlaceholderText("为什么不改，例如：文件名称原文如此")
        foot = Row(None, 0, 12)
        foot.put(self._dismiss)
        foot.put(self._reason, stretch=1)
        foot.put(self._confirm)
        foot.addStretch(0)
        self._column.put(head, self._words, foot)
        for button in (close, self._dismiss, self._confirm):
            button.installEventFilter(self)
        close.clicked.connect(self._close)
        self._dismiss.clicked.connect(lambda: self._ask(asking=True))
        self._confirm.clicked.connect(self._answer)
        self._reason.returnPressed.connect(self._answer)
        self._reason.textChanged.connect(lambda words: self._confirm.setEnabled(bool(words.strip())))
        self._shadow.setBlurRadius(36)
        self._shadow.setOffset(0, 8)
        self.setGraphicsEffect(self._shadow)
        self._restyle()
        theme().changed.connect(self._restyle)

    def _colour(self) -> None:
        if self._finding is not None:
            self._kind.set_color(SEVERITY_COLOURS[self._finding.severity])

    def _restyle(self) -> None:
        self._shadow.setColor(theme().tokens.shadow)

    def _ask(self, *, asking: bool) -> None:
        """Ask for the reason, or offer to be asked; an error cannot be answered."""
        answerable = self._finding is not None and self._finding.severity != "error"
        answerable = answerable and not self._bridge.session.read_only
        self._dismiss.setVisible(answerable and not asking)
        self._reason.setVisible(asking)
        self._confirm.setVisible(asking)
        self._reason.clear()
        self._confirm.setEnabled(False)
        if asking:
            self.place(self._place)
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        reason = self._reason.text().strip()
        if self._finding is not None and reason:
            self._bridge.dismiss(self._finding, reason)
            self._close()

    def _height(self, width: int) -> int:
        """What its words need at a width, asked of the layout; its own size is only right once it has been in sight."""
        for child in (self._kind, self._words, self._reason):
            child.ensurePolished()
        return self._column.totalHeightForWidth(width)

    def _close(self) -> None:
        self.hide()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
