"""A small card under the words a finding is about: what is wrong, and the answer that nothing is."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QLineEdit, QWidget

from gui.bridge import Bridge
from gui.theme import theme
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Column, Row
from gui.widgets.text import SEVERITY_COLOURS, Sign, Text, severity_icon_colour
from gui.widgets.text import SEVERITY_ICONS as ICONS
from model.checks import SEVERITIES, Finding

_WIDTH, _AWAY = 424, 6
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)


class FindingPopover(Card):
    """The card; a child of the editor, so it goes where the window goes and never takes the keys away."""

    def __init__(self, bridge: Bridge, editor: QWidget) -> None:
        """Begin hidden."""
        super().__init__("raised", "grid", 8, editor)
        self.setObjectName("finding_popover")
        self._bridge, self._editor = bridge, editor
        self._finding: Finding | None = None
        self._sign = Sign("warning", "warn_icon", 20, filled=True)
        self._kind = Text("", 14, bold=True)
        self._words = Text("", 15, wrap=True)
        self._dismiss = Button("不改，说明理由", "link", name="popover_dismiss", height=32, px=14)
        self._reason = QLineEdit()
        self._confirm = Button("确定", "primary", name="popover_confirm")
        self._shadow = QGraphicsDropShadowEffect(self)
        self._build()
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
        width = min(theme().px(_WIDTH), self._editor.width() - 2 * theme().px(8))
        self.setFixedWidth(width)
        self.adjustSize()
        left = min(max(theme().px(8), words.left() - theme().px(8)), self._editor.width() - width - theme().px(8))
        below = words.bottom() + theme().px(_AWAY)
        fits = below + self.height() <= self._editor.height()
        self.move(left, below if fits else max(0, words.top() - self.height() - theme().px(_AWAY)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Colour the word for the severity again after a new style sheet has taken its colour away."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._colour()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

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
        column = Column(self, (16, 8, 10, 12), 6)
        column.put(head, self._words, foot)
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
            self.adjustSize()
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        reason = self._reason.text().strip()
        if self._finding is not None and reason:
            self._bridge.dismiss(self._finding, reason)
            self._close()

    def _close(self) -> None:
        self.hide()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
