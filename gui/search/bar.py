"""The bar of find and replace, above the page: words in, places out; what it finds is shown by the window."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Ground, Row, holds_focus
from gui.controls.plain import set_tip
from gui.controls.ring import ENTER
from gui.controls.text import Elided, Text

_HEIGHT = 36


class SearchBar(Ground):
    """The bar; it begins out of sight."""

    wanted = Signal(str)
    """Other words are looked for."""
    stepped = Signal(int)
    """The next place is asked for, or with -1 the one before."""
    one_replaced = Signal(str)
    all_replaced = Signal(str)
    """The words that are to stand there instead."""
    undo_wanted = Signal()
    """What was replaced last is to be as it was."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it."""
        super().__init__("head", "b", parent=parent)
        self.setObjectName("search_bar")
        self.setAccessibleName("查找和替换")
        self._find, self._other = _field("search_for", "查找"), _field("replace_with", "替换为")
        self._said = Elided("", 14, color="text2")
        self._said.setObjectName("search_said")
        self._replaced = False
        """Whether places were replaced since something was typed here: then Ctrl+Z is for them."""
        self._replacing = QWidget()
        self._one = Button("替换", "secondary", name="replace_one", height=_HEIGHT)
        self._all = Button("全部替换", "secondary", name="replace_all", height=_HEIGHT)
        self._open = Button("替换…", "link", name="show_replace", height=_HEIGHT)
        self._close = Button("关闭查找", "ghost", name="close_search", sign="dismiss", bare=True, height=_HEIGHT)
        self._before = Button("上一处", "ghost", name="search_before", sign="chevron_up", bare=True, height=_HEIGHT)
        self._next = Button("下一处", "ghost", name="search_next", sign="chevron_down", bare=True, height=_HEIGHT)
        set_tip(self._before, "上一处（Shift+F3、Shift+回车）")
        set_tip(self._next, "下一处（F3、回车）")
        set_tip(self._all, "各部分里找到的都换掉，一步就能撤销")
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._find.text()

    def open(self, words: str, *, replacing: bool, writable: bool) -> None:
        """Come into sight with the keyboard, ready for other words to look for."""
        self._replacing.setVisible(replacing and writable)
        self._open.setVisible(not replacing and writable)
        self.show()
        if words:
            self._find.setText(words)
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()
        self.wanted.emit(self.words)

    def say(self, words: str) -> None:
        """Say what was found or done."""
        self._said.setText(words)
        self._said.setAccessibleName(words)

    def offer_undo(self) -> None:
        """Let Ctrl+Z take back what was replaced, until something is typed here."""
        self._replaced = True

    def enable_replacing(self, *, enabled: bool) -> None:
        """Let what is found be replaced, or not."""
        replaced = holds_focus(self._replacing) and not self._other.hasFocus()
        for button in (self._one, self._all):
            button.setEnabled(enabled)
        if replaced and not enabled:
            self._find.setFocus(Qt.FocusReason.OtherFocusReason)  # the next button in order would close the bar

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter goes on to the next place, in the second field it replaces this one first; Escape closes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, field: QObject, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in ENTER and field is self._other and not back:
            self._one.click()
        elif event.key() in ENTER:
            self.stepped.emit(-1 if back else 1)
        elif self._replaced and event.matches(QKeySequence.StandardKey.Undo):
            self._replaced = False
            self.undo_wanted.emit()
        else:
            return False
        return True

    def _typed(self) -> None:
        self._replaced = False

    def _show_replacing(self) -> None:
        """Show the second field, with the keyboard where words are still missing."""
        self.open("", replacing=True, writable=True)
        if self.words:
            self._other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        row, other = Row(self, (24, 6, 16, 6), 8), Row(self._replacing, 0, 8)
        row.put(Text("查找"))
        row.put(self._find, stretch=3)
        row.put(self._before, self._next)
        other.put(Text("替换为"))
        other.put(self._other, stretch=1)
        other.put(self._one, self._all)
        row.put(self._replacing, stretch=4)
        row.put(self._open)
        row.put(self._said)
        row.put(self._close)

    def _connect(self) -> None:
        for field in (self._find, self._other):
            field.installEventFilter(self)
            field.textEdited.connect(self._typed)
        self._find.textChanged.connect(self.wanted)
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._one.clicked.connect(lambda: self.one_replaced.emit(self._other.text()))
        self._all.clicked.connect(lambda: self.all_replaced.emit(self._other.text()))
        self._open.clicked.connect(self._show_replacing)
        self._close.clicked.connect(self.closed)


def _field(name: str, spoken: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    field.setMinimumWidth(100)
    field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # what is said takes its room first
    return field
