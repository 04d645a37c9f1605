"""插入数据: the cells of the tables with their present figures, searched by words of their names or as texts say them.

Above them stand ready sentences for the text.
"""

from functools import cache

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.controls.layouts import Card, Column
from gui.controls.plain import set_tip
from gui.controls.text import Text
from gui.editor.chip import BLANK
from gui.look.theme import theme
from gui.services.words import figure
from gui.session.bridge import Bridge
from model.form.form import Form
from model.prose.insertable.named import cells_named
from model.prose.insertable.ready import ready_sentences
from model.report.fields import resolve
from model.structs import Struct

_CELL, _FIGURE, _SENTENCE = (Qt.ItemDataRole.UserRole + number for number in range(3))
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class CellChoice(Struct, frozen=True):
    """A cell as it is offered, and the words it is found by."""

    cell_id: str
    table: str
    name: str
    words: str


@cache
def choices(form: Form) -> tuple[CellChoice, ...]:
    """Every cell of a form, table by table; in a row its total first, because a sentence mostly tells the total."""
    return tuple(
        CellChoice(cell.id, table.name, form.name(cell.id), f"{table.name} {form.name(cell.id)}")
        for table in form.tables
        for cell in sorted(table.number_cells, key=lambda cell: (cell.row, not form.adds_row(cell.id), cell.column))
    )


class CellPicker(Card):
    """A list that opens under its button; `picked` gives the cell."""

    picked = Signal(str)
    sentence_picked = Signal(str)
    """A ready sentence, as stored."""

    def __init__(self, text_id: str, bridge: Bridge, parent: QWidget) -> None:
        """Begin closed, for one of the texts.

        It is square and opaque, because where nothing blends windows, clear corners are black.
        """
        super().__init__("raised", "grid", 0, parent)
        self._text_id, self._bridge = text_id, bridge
        self.setObjectName("cell_picker")
        self.setAccessibleName("插入数据")
        self.setWindowFlag(Qt.WindowType.Popup)
        self._search = QLineEdit()
        self._search.setObjectName("cell_search")
        self._search.setAccessibleName("找哪一格")
        self._search.setPlaceholderText("找哪一格，例如：收到、办结、诉讼")
        self._list = QListWidget()
        self._list.setObjectName("cell_list")
        self._list.setAccessibleName("表格里的数据")
        self._list.setItemDelegate(_RowPainter(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)  # the names wrap by the width that it gets in the end
        self._none = Text("没有这样的格，换个说法试试。", 14, color="text2")
        column = Column(self, 12, 8)
        column.put(self._search)
        column.put(self._none)
        column.put(self._list, stretch=1)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self._take)
        self._list.itemClicked.connect(self._take)
        self._list.itemActivated.connect(self._take)

    def open_at(self, place: QPoint) -> None:
        """Show the present figures, with the top right corner at a place on the screen."""
        self._list_cells()
        self._search.clear()
        self._filter("")
        self.resize(theme().px(424), theme().px(440))
        self.move(place.x() - self.width(), place.y())
        self.show()
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrows move in the list while one types in the search line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _head(self, words: str) -> None:
        QListWidgetItem(words, self._list).setFlags(Qt.ItemFlag.NoItemFlags)

    def _list_sentences(self) -> None:
        report = self._bridge.session.report
        sentences = ready_sentences(report, self._text_id)
        if sentences:
            self._head("现成的句子")
        for sentence in sentences:
            item = QListWidgetItem(resolve(sentence, report), self._list)
            item.setData(_SENTENCE, sentence)
            item.setData(_FIGURE, "")

    def _list_cells(self) -> None:
        report, table = self._bridge.session.report, ""
        self._list.clear()
        self._list_sentences()
        for choice in choices(report.form):
            if choice.table != table:
                table = choice.table
                heading = report.form.section(choice.cell_id.partition(".")[0]).heading
                self._head(f"{table}　{heading.partition('、')[2]}")
            item = QListWidgetItem(choice.name, self._list)
            value = report.value(choice.cell_id)
            item.setData(_CELL, choice.cell_id)
            item.setData(_FIGURE, BLANK if value is None else figure(value))
            set_tip(item, f"{choice.table}：{choice.name}")

    def _filter(self, wanted: str) -> None:
        parts = wanted.replace("/", " ").split()
        found = self._found(parts)
        head: QListWidgetItem | None = None
        for item in self._items():
            if _is_head(item):
                head = item
                item.setHidden(True)
                continue
            said = all(part in item.text() for part in parts)
            item.setHidden(not (said if item.data(_SENTENCE) else item.data(_CELL) in found))
            if head is not None and not item.isHidden():
                head.setHidden(False)
        visible = self._visible()
        self._list.setVisible(bool(visible))
        self._none.setVisible(not visible)
        if visible:
            cells = [item for item in visible if parts and item.data(_CELL)]
            self._list.setCurrentItem((cells or visible)[0])
            self._list.scrollToItem((cells or visible)[0])

    def _found(self, parts: list[str]) -> set[str]:
        """The cells that all parts name, by the form's words or as texts do."""
        form = self._bridge.session.report.form
        named = [(part, cells_named(form, part)) for part in parts]
        return {
            choice.cell_id
            for choice in choices(form)
            if all(part in choice.words or choice.cell_id in cells for part, cells in named)
        }

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _visible(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if not _is_head(item) and not item.isHidden()]

    def _move(self, step: int) -> None:
        visible = self._visible()
        if visible:
            current = self._list.currentItem()
            index = visible.index(current) + step if current in visible else 0
            self._list.setCurrentItem(visible[min(max(index, 0), len(visible) - 1)])

    def _take(self) -> None:
        current = self._list.currentItem()
        if current is None or current.isHidden() or _is_head(current):
            return
        self.hide()
        if sentence := current.data(_SENTENCE):
            self.sentence_picked.emit(sentence)
        else:
            self.picked.emit(current.data(_CELL))


def _is_head(item: QListWidgetItem) -> bool:
    return not item.data(_CELL) and not item.data(_SENTENCE)


class _RowPainter(QStyledItemDelegate):
    """A row: the cell's name, wrapped where it is long, and its figure at the right; or a table's name."""

    def sizeHint(  # noqa: N802
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """High enough for the whole name."""
        width = self._list_width() - theme().px(110)
        flags = Qt.TextFlag.TextWordWrap.value
        words = QFontMetrics(theme().font(15)).boundingRect(QRect(0, 0, width, 1000), flags, index.data())
        return QSize(width, max(theme().px(36), words.height() + theme().px(14)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        tokens, area = theme().tokens, option.rect.adjusted(theme().px(8), 0, -theme().px(8), 0)  # type: ignore[attr-defined]
        head = not index.data(_CELL) and not index.data(_SENTENCE)
        current = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        if current:
            painter.fillRect(option.rect, tokens.tint2)  # type: ignore[attr-defined]
        painter.setFont(theme().font(13 if head else 15, head))
        painter.setPen(tokens.text3 if head else tokens.accent_t if current else tokens.text)
        words = area if head else area.adjusted(0, 0, -theme().px(94), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, index.data())
        if not head:
            self._paint_figure(painter, area, index.data(_FIGURE))
        painter.restore()

    def _paint_figure(self, painter: QPainter, area: QRect, words: str) -> None:
        known = words != BLANK
        painter.setFont(theme().font(15, known))
        painter.setPen(theme().tokens.accent_t if known else theme().tokens.text2)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    def _list_width(self) -> int:
        parent = self.parent()
        return parent.viewport().width() if isinstance(parent, QListWidget) else 0
