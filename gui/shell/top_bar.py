"""The bar at the top of an open report: back, which report it is, undo, redo, settings, help."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.draft_menu import draft_menu
from gui.controls.layouts import Divider, Ground, Row
from gui.controls.plain import set_tip
from gui.controls.text import Elided, Pill, Text
from gui.look.theme import theme

_HEIGHT = 48


class TopBar(Ground):
    """The bar; its signals say what was pressed."""

    back = Signal()
    undo = Signal()
    redo = Signal()
    search = Signal()
    settings = Signal()
    help = Signal()
    asked = Signal(str)
    """The name of an action with the draft as a file (see `gui.controls.draft_menu`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar."""
        super().__init__("bg", parent=parent)
        self.setObjectName("top_bar")
        self._back = Button("我的年报", "ghost", name="back", sign="chevron_left")
        self._year = Text(bold=True)
        self._agency = Elided(color="text2")
        self._agency.setObjectName("top_agency")
        self._reading = Pill("hint", "只读")
        self._reading.hide()
        self._action = Button("", "secondary", name="reading_action", height=34)
        self._action.hide()
        self._act: Callable[[], object] | None = None
        self._undo = Button("撤销", "ghost", name="undo", sign="arrow_undo")
        self._redo = Button("重做", "ghost", name="redo", sign="arrow_redo")
        self._search = Button("查找和替换", "ghost", name="search", sign="search", bare=True)
        self._more = Button("草稿文件", "ghost", name="report_more", sign="more_horizontal", bare=True)
        self._settings = Button("设置", "ghost", name="settings", sign="settings", bare=True)
        self._help = Button("帮助", "ghost", name="help", sign="question_circle", bare=True)
        set_tip(self._undo, "撤销（Ctrl+Z）")
        set_tip(self._redo, "重做（Ctrl+Y）")
        set_tip(self._more, "历史版本、文件夹等")
        set_tip(self._search, "在全文里查找、替换（Ctrl+F、Ctrl+H）")
        set_tip(self._help, "帮助和使用说明")
        set_tip(self._back, "回到我的年报")
        self._lay_out()
        self._connect()
        self._restyle()
        theme().follow(self._restyle)

    def show_report(self, year: int, agency: str, *, read_only: str = "") -> None:
        """Name the report, and say that it is only read, with the reason as a tooltip."""
        self._year.setText(f"{year} 年度报告")
        self._agency.setText(agency)
        self._reading.setVisible(bool(read_only))
        set_tip(self._reading, read_only)

    def show_action(self, words: str, act: Callable[[], object] | None) -> None:
        """Offer what can be done about a report that is only read; nothing without words."""
        self._act = act
        self._action.set_words(words)
        self._action.setVisible(bool(words))

    def set_steps(self, *, undo: bool, redo: bool) -> None:
        """Say whether there is something to undo and to redo."""
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)

    def set_tight(self, *, tight: bool) -> None:
        """Show undo and redo as icons alone in a very narrow window."""
        for button in (self._undo, self._redo):
            tip = button.toolTip()
            button.set_bare(bare=tight)
            set_tip(button, tip)

        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show the way back as an icon alone where its words have no room."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        bar, tip = self.layout(), self._back.toolTip()
        assert bar is not None
        self._back.set_bare(bare=False)
        self._back.set_bare(bare=bar.minimumSize().width() > self.width())
        set_tip(self._back, tip)

    def _lay_out(self) -> None:
        row = Row(self, (16, 0, 16, 0), 4)
        row.put(self._back)
        row.addSpacing(4)
        row.put(Divider(standing=True, length=24))
        row.addSpacing(8)
        row.put(self._year)
        row.addSpacing(4)
        row.put(self._agency, stretch=1)
        row.put(self._reading, self._action)
        row.put(self._undo, self._redo)
        row.put(Divider(standing=True, length=24))
        row.put(self._search, self._more, self._settings, self._help)

    def _connect(self) -> None:
        pairs = (
            (self._back, self.back),
            (self._undo, self.undo),
            (self._redo, self.redo),
            (self._search, self.search),
            (self._settings, self.settings),
            (self._help, self.help),
        )
        for button, signal in pairs:
            button.clicked.connect(signal)
        self._action.clicked.connect(lambda: self._act and self._act())
        self._more.clicked.connect(self._menu)

    def _menu(self) -> None:
        menu = draft_menu("report", self.asked.emit, self)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(_HEIGHT))
