"""我的年报: the drafts on this machine, what can be begun, and what should be known first."""

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Ground, Row, Scroll
from gui.controls.plain import set_tip
from gui.controls.tab_order import go_on
from gui.controls.text import Sign, Text
from gui.look.theme import theme
from gui.pages.start.draft_list import DraftListView
from gui.pages.start.tiles import DropZone, Tile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui.controls.notice import Notice
    from model.drafts.listing import Entry

_WIDTH, _LISTED = 1120, 6
_NOTICES = 2
"""So many lines are shown of more than one more."""
_FIRST, _AGAIN = "没有上年文件时用", "单位信息自动沿用上一份"
_LAST_YEAR, _LAST_YEAR_HERE = (
    "选上年的 Word 文件，单位和数据自动带入",
    "用本机上往年的草稿，或选上年的 Word 文件",
)


class StartPage(Ground):
    """The page; its signals ask for what the clerk pressed."""

    new = Signal()
    open_file = Signal()
    from_last_year = Signal()
    pasted = Signal()
    review = Signal()
    opened = Signal(object)
    restored = Signal(object)
    asked = Signal(str, object)
    """The name of an action with a draft (see `gui.controls.draft_menu`), and its `Entry`."""
    deleted = Signal()
    backup = Signal()
    restore = Signal()
    settings = Signal()
    help = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Build the page without drafts; nothing of the model is needed for that, so that the window comes quickly."""
        super().__init__("bg", parent=parent)
        self.setObjectName("page_start")
        self.setAccessibleName("我的年报")
        self._today = today
        self.drop_zone = DropZone()
        self._season = Text("", 16, color="text2")
        self._count = Text("", 14, color="text2")
        self._notices = Column(None, 0, 8)
        self._more_notices = Button("", "link", name="more_notices", height=32)
        self._more_notices.clicked.connect(lambda: self._fold_notices(fold=False))
        self._more_notices.hide()
        self.list = self._list = DraftListView(today)
        self._list.setObjectName("draft_list")
        self._list.setAccessibleName("本机上的年报")
        self._deleted = Button("", "link", name="deleted_drafts", height=32)
        self._deleted.hide()
        body = QWidget()
        middle = QWidget()
        self._middle = middle
        row = Row(body, (24, 28, 24, 16), 0)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        column = Column(middle, 0, 14)
        column.put(self._head(), self._tiles(), self._notices, self._more_notices, self._caption(), self._list)
        column.put(self._deleted, self.drop_zone)
        column.addStretch(1)
        column.put(_promise())
        Column(self, 0, 0).put(Scroll(body), stretch=1)
        self._list.opened.connect(self.opened)
        self._list.restored.connect(self.restored)
        self._list.asked.connect(self.asked)
        self._deleted.clicked.connect(self.deleted)
        self.setFocus()
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._close_newest_notice)
        QShortcut(QKeySequence("Ctrl+V"), self).activated.connect(self.pasted)
        self._restyle()
        theme().follow(self._restyle)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001
        """Tab begins with what most come for: a new report, a file, what should be known, the drafts."""
        return go_on(
            (self._past, self._new, self._file, *self._shown_notices(), self._more_notices, self._list, self),
            forward=forward,
        )

    def show_drafts(self, entries: "Sequence[Entry]", *, looking: bool = False) -> None:
        """Show the drafts, newest first; `show_states` says how far each is.

        Args:
            entries: the drafts.
            looking: whether their folder is still being looked through, and these are what was there the last time.
        """
        from gui.pages.start.season import (
            has_past,
            season_due,
            season_words,
        )  # the model, after the first screen is painted

        self._list.setVisible(bool(entries))
        self._new.set_line(_AGAIN if entries else _FIRST)
        self._past.set_line(_LAST_YEAR_HERE if has_past(entries, self._today) else _LAST_YEAR)
        count = f"{len(entries)} 份，最近修改的在前" if entries else "还没有，点“从上年报告新建”开始"
        self._count.setText("正在看草稿文件夹，下面是上次看到的…" if looking else count)
        self._list.show_entries(entries, said=season_due(entries, self._today))
        self._season.setText(season_words(entries, self._today))

    def show_deleted(self, count: int) -> None:
        """Say of how many deleted drafts versions are kept."""
        self._deleted.set_words(f"还留有 {count} 份已删除年报的历史版本…")
        self._deleted.setVisible(bool(count))

    def show_past(
        self, entries: "Sequence[Entry]", take: "Callable[[Entry], None]", otherwise: "Callable[[], None]"
    ) -> None:
        """Show the drafts of earlier years to begin with, or a file."""
        menu = QMenu(self)
        menu.setObjectName("past_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in entries[:_LISTED]:
            words = f"本机的 {entry.year} 年度报告 · {entry.agency}".replace("&", "&&")
            menu.addAction(words).triggered.connect(lambda _checked=False, entry=entry: take(entry))
        menu.addSeparator()
        menu.addAction("选上年的文件…").triggered.connect(lambda _checked=False: otherwise())
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._past.mapToGlobal(self._past.rect().bottomLeft()))

    def add_notice(self, notice: "Notice") -> None:
        """Show a line above the list until it is closed, in place of an earlier one about the same file."""
        same = next((shown for shown in self._shown_notices() if shown.about == notice.about), None)
        if same is not None and same.asks and not notice.asks:
            same.say_first(notice.words)
            notice.deleteLater()
            return
        if same is not None:
            self._put_away(same)
        self._notices.put(notice)
        notice.closed.connect(lambda: self._put_away(notice))
        self._fold_notices()

    def says_about(self, about: str) -> bool:
        """Whether there is a line about a file or folder."""
        return any(notice.about == about for notice in self._shown_notices())

    def end_notice(self, about: str) -> None:
        """Take away the line about a file."""
        for notice in self._shown_notices():
            if notice.about == about:
                self._put_away(notice)

    def clear_notices(self) -> None:
        """Take all lines away."""
        self._notices.clear()
        self._more_notices.hide()

    def _shown_notices(self) -> "list[Notice]":
        items = (self._notices.itemAt(index) for index in range(self._notices.count()))
        return [cast("Notice", item.widget()) for item in items if item is not None]

    def _put_away(self, notice: "Notice") -> None:
        self._notices.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self._fold_notices(fold=self._more_notices.isVisibleTo(self))

    def _fold_notices(self, *, fold: bool = True) -> None:
        """Show the newest lines, and how many more there are, so that the drafts stay in sight; or all of them."""
        notices = self._shown_notices()
        hidden = len(notices) - _NOTICES if fold and len(notices) > _NOTICES + 1 else 0
        for index, notice in enumerate(notices):
            notice.setVisible(index >= hidden)
        self._more_notices.set_words(f"还有 {hidden} 条提示…")
        self._more_notices.setVisible(bool(hidden))

    def _close_newest_notice(self) -> None:
        if shown := self._shown_notices():
            shown[-1].closed.emit()

    def _head(self) -> Row:
        head, words, line = Row(None, (0, 8, 0, 4), 8), Column(None, 0, 4), Row(None, 0, 8)
        line.put(Sign("calendar_ltr", "text2", 20), self._season)
        line.addStretch(1)
        words.put(Text("我的年报", 30, bold=True), line)
        head.put(words, stretch=1)
        review = Button("审核汇总", "secondary", name="start_review", sign="text_number_list_ltr")
        set_tip(review, "收各单位报告的：一次审核一个文件夹，谁没有交、哪张表有错、写退回意见、加成汇总")
        review.clicked.connect(self.review)
        head.put(review)
        self._keep = Button("备份", "ghost", name="start_backup", sign="shield_checkmark")
        self._keep.clicked.connect(self._show_keeping)
        settings = Button("设置", "ghost", name="start_settings", sign="settings")
        helps = Button("帮助", "ghost", name="start_help", sign="question_circle")
        settings.clicked.connect(self.settings)
        helps.clicked.connect(self.help)
        head.put(self._keep, settings, helps)
        return head

    def _show_keeping(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("backup_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("备份全部…").triggered.connect(lambda _checked=False: self.backup.emit())
        menu.addAction("从备份恢复…").triggered.connect(lambda _checked=False: self.restore.emit())
        menu.popup(self._keep.mapToGlobal(self._keep.rect().bottomLeft()))

    def _tiles(self) -> Row:
        row = Row(None, 0, 14)
        past = Tile("从上年报告新建", _LAST_YEAR, name="from_last_year", sign="document_arrow_up", main=True)
        new = self._new = Tile("新建空白", _FIRST, name="new_report", sign="document_add")
        file = self._file = Tile("打开文件", "草稿、Word、网页都行", name="open_file_tile", sign="folder_open")
        for tile, signal, share in ((past, self.from_last_year, 5), (new, self.new, 3), (file, self.open_file, 3)):
            tile.clicked.connect(signal)
            row.addWidget(tile, share)
        self._past = past
        return row

    def _caption(self) -> Row:
        row = Row(None, (0, 8, 0, 0), 10)
        row.put(Text("本机上的年报", 16, bold=True), self._count)
        row.addStretch(1)
        return row

    def _restyle(self) -> None:
        self._middle.setMaximumWidth(theme().px(_WIDTH))


def _promise() -> Row:
    row = Row(None, (0, 8, 0, 4), 8)
    row.addStretch(1)
    row.put(Sign("shield_checkmark", "text2", 20))
    row.put(Text("所有内容只保存在这台电脑上，本软件不联网", 15, color="text2"))
    row.addStretch(1)
    return row
