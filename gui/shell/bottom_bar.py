"""The bar at the foot: when it was saved, how the page stands, zoom, and the way to the next page."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Card, Ground, Row
from gui.controls.plain import set_tip
from gui.controls.text import Sign, Text
from gui.look.theme import ZOOM_STEP, theme
from gui.pages.page import Status
from gui.shell.rail import NARROW, WIDTH
from model.drafts import saved_words

_HEIGHT, _COMPACT, _AIR = 60, 54, 8
"""The height of the bar, in a low window, and what is left of it above and below what it says."""
_LEAST_SAID, _STEP = 300, 20
"""With less width for what is said the steps are icons alone; and the steps in which that width is shared out."""
_MESSAGE_MS = 8000
_STEP_WIDTH, _VALUE_WIDTH, _EDGE = 42, 72, 20
"""The widths of the zoom's buttons, and what is left beside it, in pixels at any zoom."""


class BottomBar(Ground):
    """The bar; `chosen` says to which page to go."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar."""
        super().__init__("bg", "t", parent=parent)
        self.setObjectName("bottom_bar")
        self._before = self._after = self._name_after = ""
        self._narrow = self._compact = self._tight = False
        self._saved = _Saved()
        self._status, self._message = _StatusLine("status_words"), _StatusLine("message_words")
        self._wanted: QWidget = self._status
        self._middle = QStackedWidget()
        self._middle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for widget in (self._status, self._message):
            self._middle.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MESSAGE_MS)
        self._timer.timeout.connect(self._end_message)
        self.zoom = ZoomBox()
        self._back = Button("上一步", "secondary", name="previous_page", sign="arrow_left", height=40)
        self.next = Button("下一步", "primary", name="next_page", sign_right="arrow_right", height=40)
        self._row = row = Row(self, 0, 16)
        row.put(self._saved)
        row.put(self._middle, stretch=1)
        row.put(self._back, self.next, self.zoom)
        row.addSpacing(_EDGE)
        for said in (self._saved, self._middle):
            said.installEventFilter(self)
        self._back.clicked.connect(lambda: self.chosen.emit(self._before))
        self.next.clicked.connect(lambda: self.chosen.emit(self._after))
        self._restyle()
        theme().follow(self._restyle)

    def set_neighbours(self, before: str, after: str, name_after: str) -> None:
        """Take the ids of the pages before and after, empty at the ends, and the name of the one after."""
        self._before, self._after, self._name_after = before, after, name_after
        self._back.setVisible(bool(before))
        self.next.setVisible(bool(after))
        self._timer.stop()
        self._show_middle(self._status)
        self._restyle()

    def set_room(self, *, narrow: bool, tight: bool, compact: bool) -> None:
        """Give way in a narrow, a very narrow or a low window."""
        self._narrow, self._compact, self._tight = narrow, compact, tight
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give each of what is said the width it needs."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Hear that what is said has become longer or shorter."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def show_status(self, status: Status) -> None:
        """Say how the page stands."""
        self._status.show_words(status.words, status.sign, status.color)
        self._show_middle(self._status)

    def show_strip(self, strip: QWidget) -> None:
        """Show a page's own widget about how it stands."""
        if self._middle.indexOf(strip) < 0:
            self._middle.addWidget(strip)
            strip.installEventFilter(self)
        self._show_middle(strip)

    def flash(self, words: str) -> None:
        """Show one quiet line for a while in place of how the page stands."""
        self._message.show_words(words, "", "")
        self._middle.setCurrentWidget(self._message)
        self._timer.start()
        self._fit()

    def _show_middle(self, widget: QWidget) -> None:
        self._wanted = widget
        if not self._timer.isActive():
            self._middle.setCurrentWidget(widget)
        self._fit()

    def _end_message(self) -> None:
        self._timer.stop()
        self._middle.setCurrentWidget(self._wanted)
        self._fit()

    def show_saved(self, at: datetime | None) -> None:
        """Say when the report was saved."""
        self._saved.show_saved(at)

    def show_saving(self) -> None:
        """Say that it is being saved, which takes long."""
        self._saved.show_saving()

    def show_not_saved(self, why: str) -> None:
        """Say that it could not be saved, and where the work is."""
        self._saved.show_not_saved(why)

    def show_versions_problem(self, why: str) -> None:
        """Say beside every save that no versions are kept, and why; empty when they are again."""
        self._saved.show_versions_problem(why)

    def show_reading(self, why: str) -> None:
        """Say in place of a save that nothing can be written, and why."""
        self._saved.show_reading(why)

    def _restyle(self) -> None:
        whole = f"下一步：{self._name_after}" if self._name_after else "下一步"
        self.next.set_words("下一步" if self._narrow else whole)
        self.next.setAccessibleName(whole)
        self._fit()

    def _fit(self) -> None:
        """Have all that is said stand there whole: as wide as it needs, and where that is not enough, higher.

        The place of the save is as wide as the rail as long as both it and the line beside it need two lines at most.
        """
        if not hasattr(self, "_row"):
            return
        usual, height = theme().px(NARROW if self._narrow else WIDTH) + theme().px(8), theme().px(self._height)
        self._show_steps(bare=self._tight, both=False)
        if self._room() < theme().px(_LEAST_SAID):
            self._show_steps(bare=True, both=True)
        room, middle = self._room(), self._middle.currentWidget()

        def needed(saved: int) -> int:
            return max(_height(self._saved, saved), _height(middle, room - saved)) + theme().px(_AIR)

        width = usual
        if needed(usual) > height or room - usual < middle.minimumSizeHint().width():
            most = max(room - middle.minimumSizeHint().width(), self._saved.minimumSizeHint().width())
            steps = range(self._saved.minimumSizeHint().width(), most + 1, theme().px(_STEP))
            width = min(steps, key=lambda step: (max(needed(step), height), abs(step - usual)))
        self._saved.setFixedWidth(width)
        self.setFixedHeight(max(height, needed(width)))

    @property
    def _height(self) -> int:
        return _COMPACT if self._compact else _HEIGHT

    def _show_steps(self, *, bare: bool, both: bool) -> None:
        self._back.set_bare(bare=bare)
        self.next.set_bare(bare=both)

    def _room(self) -> int:
        """The width for what is said, beside the buttons."""
        buttons = [button for button in (self._back, self.next, self.zoom) if not button.isHidden()]
        gaps = self._row.spacing() * (len(buttons) + 1) + _EDGE
        return self.width() - sum(button.sizeHint().width() for button in buttons) - gaps


def _height(said: QWidget, width: int) -> int:
    """How high what is said must be at a width."""
    high = said.heightForWidth(width) if said.hasHeightForWidth() else -1
    return max(high, said.minimumSizeHint().height())


class _FixedButton(Button):
    """A button that is equally wide at every zoom, so that it stays under the mouse that presses it."""

    def __init__(self, words: str, width: int, **look: Any) -> None:  # noqa: ANN401
        self._width = width
        super().__init__(words, "ghost", height=34, **look)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()


class ZoomBox(Card):
    """Zoom out, the present zoom, zoom in; it stays where it is at every zoom, in the corner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the box."""
        super().__init__("", "border", 6, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setObjectName("zoom")
        self._less = _FixedButton("缩小", _STEP_WIDTH, name="zoom_out", sign="subtract", bare=True)
        self._value = _FixedButton("100%", _VALUE_WIDTH, name="zoom_reset", px=14)
        self._more = _FixedButton("放大", _STEP_WIDTH, name="zoom_in", sign="add", bare=True)
        row = Row(self, 1, 0)
        row.put(self._less, self._value, self._more)
        self._less.clicked.connect(lambda: theme().set_zoom(theme().zoom - ZOOM_STEP))
        self._more.clicked.connect(lambda: theme().set_zoom(theme().zoom + ZOOM_STEP))
        self._value.clicked.connect(lambda: theme().set_zoom(100))
        set_tip(self._less, "缩小（Ctrl+减号）")
        set_tip(self._more, "放大（Ctrl+加号）")
        set_tip(self._value, "回到 100%（Ctrl+0）")
        self._restyle()
        theme().follow(self._restyle)

    def _restyle(self) -> None:
        self._value.set_words(f"{theme().zoom}%")
        self._value.setAccessibleName(f"缩放 {theme().zoom}%")


class _Saved(QWidget):
    """The place under the rail: 已自动保存 10:42."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("saved")
        self._sign = Sign("checkmark_circle", "ok", 20)
        self._words = Text(color="text2", px=14, wrap=True)
        self._words.setObjectName("saved_words")
        row = Row(self, (24, 0, 4, 0), 8)
        row.put(self._sign)
        row.put(self._words, stretch=1)
        self._at: datetime | None = None
        self._problem = ""

    def show_saved(self, at: datetime | None) -> None:
        """Say when."""
        self._at = at
        self._sign.setVisible(at is not None)
        saved = saved_words.saved_words(at, datetime.now().astimezone()) if at else ""
        if self._problem:
            self._warn(f"{saved}；{saved_words.versions_not_kept(self._problem)}")
            return
        self._sign.set_sign("checkmark_circle", "ok")
        self._words.setText(saved)
        self._words.set_color("text2")

    def show_versions_problem(self, why: str) -> None:
        """Say with the last save that no versions are kept."""
        self._problem = why
        self.show_saved(self._at)

    def show_saving(self) -> None:
        """Say that it is under way."""
        self._sign.show()
        self._sign.set_sign("info", "text2")
        self._words.setText(saved_words.SAVING)
        self._words.set_color("text2")

    def show_not_saved(self, why: str) -> None:
        """Say why not."""
        self._warn(why)

    def show_reading(self, why: str) -> None:
        """Say that nothing can be written."""
        self._sign.show()
        self._sign.set_sign("info", "text2")
        self._words.setText(why)
        self._words.set_color("text2")

    def _warn(self, words: str) -> None:
        self._sign.show()
        self._sign.set_sign("warning", "warn_icon", filled=True)
        self._words.setText(words)
        self._words.set_color("warn")


class _StatusLine(QWidget):
    """One quiet line about the page."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sign = Sign("checkmark_circle", "ok", 20, filled=True)
        self._words = Text(wrap=True)
        self._words.setObjectName(name)
        row = Row(self, (8, 0, 0, 0), 8)
        row.put(self._sign)
        row.put(self._words, stretch=1)

    def show_words(self, words: str, sign: str, color: str) -> None:
        """Show the line and, if there is one, its icon."""
        self._words.setText(words)
        self._sign.setVisible(bool(sign))
        if sign:
            self._sign.set_sign(sign, color, filled=True)
