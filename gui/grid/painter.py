"""How a whole number table is painted: the looks of its cells by session, cursor and marks; shadows, edge, ring."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QRegion
from PySide6.QtWidgets import QWidget

from gui.grid import paint as grid_paint
from gui.grid import paint_balance as grid_paint_balance
from gui.grid.edit import CellEdit
from gui.grid.layout import style_of
from gui.grid.marks import GridMarks
from gui.grid.moves import GridCursor
from gui.grid.paint import LabelLook, NumberLook
from gui.grid.sheet import GridSheet
from gui.look.theme import theme
from model.explanations import explained_label
from model.form.form import Cell, format_value
from model.ledger.provenance import provenance
from model.report.past import past_value, year_before
from model.report.proposals import proposal
from model.session.session import Session

_RADIUS, _SHADOW = 8, 6


class GridPainter:
    """Paints one table.

    Attributes:
        painted_cells: how many cells have been painted so far.
        shows_last_year: whether last year's figures stand beside this year's.
    """

    def __init__(self, session: Session, sheet: GridSheet, cursor: GridCursor, marks: GridMarks) -> None:
        """Take what is painted and where it stands."""
        self._session, self._sheet, self._cursor, self._marks = session, sheet, cursor, marks
        self._selected = cursor.selected
        self._edit: CellEdit | None = None
        self._caret = False
        self.painted_cells = 0
        self.shows_last_year = False

    def explanation(self, cell: Cell) -> str:
        """What there is to say about a cell: what was found, that it adds up by itself, last year's figure.

        About a label: what belongs into the cells that it names.
        """
        if not cell.id:
            found = explained_label(self._session.report.form, self._sheet.table, cell)
            return found.brief if found else ""
        mark = self._marks.cells.get(cell.id)
        words = list(mark.messages) if mark else ["自动计算，不用填写"] if cell.computed else []
        proposed = self._proposed(cell)
        ready = f"按上年应为 {proposed}，按回车填入" if proposed else ""
        past = self._last_year(cell)
        counted = provenance(self._session.report, cell.id)
        return "\n".join([*words, *filter(None, [ready, past and f"上年 {past}", *self._remark(cell), counted])])

    def _remark(self, cell: Cell) -> tuple[str, ...]:
        """The private remark on a cell and who gave its figure, in words."""
        report = self._session.report
        remark, giver = report.remarks.get(cell.id), report.given_by.get(cell.id)
        return tuple(filter(None, (remark and f"备注：{remark}", giver and f"数字由谁提供：{giver}")))

    def paint(self, view: QWidget, region: QRegion, *, edit: CellEdit | None, caret: bool, focused: bool) -> None:
        """Paint the cells in a region of the view.

        Args:
            view: the viewport.
            region: what is to be painted.
            edit: what is being typed into the current cell.
            caret: whether its caret shows just now.
            focused: whether the table has the keyboard.
        """
        painter = QPainter(view)
        painter.setClipRegion(region.subtracted(QRegion(self._sheet.bands.outline)))
        painter.fillRect(view.rect(), theme().tokens.surface)
        self._selected, self._edit, self._caret = self._cursor.selected, edit, caret
        for cell, whole, visible in self._sheet.bands.seen:
            if region.intersects(visible):
                self._paint_cell(painter, cell, whole, visible)
        if self._sheet.layout.balance_height:
            self._paint_balance_row(painter, region)
        self._paint_shadows(painter, region)
        self._paint_edge(painter, region)
        self._paint_ring(painter, region, focused=focused)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: Cell, whole: QRect, visible: QRect) -> None:
        self.painted_cells += 1
        painter.setClipRect(visible)
        if cell.id:
            grid_paint.paint_number(painter, self._sheet.kit, whole, self._number_look(cell))
        else:
            grid_paint.paint_label(painter, self._sheet.kit, whole, visible, self._label_look(cell))

    def _paint_balance_row(self, painter: QPainter, region: QRegion) -> None:
        for column in (None, *self._marks.balances):
            visible = self._sheet.bands.balance(column).intersected(self._sheet.bands.balance_clip(column))
            if not region.intersects(visible):
                continue
            self.painted_cells += 1
            painter.setClipRect(visible)
            area = self._sheet.bands.balance(column)
            if column is None:
                grid_paint_balance.paint_balance_label(
                    painter, self._sheet.kit, area, self._session.report.form.balance_label
                )
            else:
                highlighted = column == self._cursor.current.column
                grid_paint_balance.paint_balance(
                    painter, self._sheet.kit, area, self._marks.off[column], highlighted=highlighted
                )

    def _number_look(self, cell: Cell) -> NumberLook:
        value, mark = self._session.report.value(cell.id), self._marks.cells.get(cell.id)
        current = cell is self._cursor.current
        unread = "" if value is not None else self._session.report.as_typed.get(cell.id, "")
        return NumberLook(
            text=unread if value is None else format_value(value),
            zero=value == 0,
            computed=cell.computed,
            highlighted=self._cursor.shares_line(cell),
            current=current,
            selected=cell.id in self._selected and (len(self._selected) > 1 or cell.computed),
            read_only=self._session.read_only,
            mark=_painted(mark.severity) if mark else "",
            edit=self._edit if current else None,
            caret=self._caret,
            last_year=self._last_year(cell),
            proposed="" if value is not None or unread else self._proposed(cell),
            remark=bool(self._remark(cell)),
        )

    def _last_year(self, cell: Cell) -> str:
        past = year_before(self._session.report) if self.shows_last_year else None
        value = past_value(past, cell.id, self._session.report.form) if past is not None and cell.id else None
        return "" if value is None else format_value(value)

    def _proposed(self, cell: Cell) -> str:
        """What last year's report leads to in a blank cell."""
        found = proposal(self._session.report, cell.id)
        return "" if found is None else str(found)

    def _label_look(self, cell: Cell) -> LabelLook:
        style = style_of(cell, self._sheet.table)
        wrong = style == "head" and any(cell is self._marks.head_of(column) for column in self._marks.off_columns)
        return LabelLook(
            self._sheet.layout.lines[cell],
            style,
            bold=style == "bar" or (style == "head" and cell.row == 0 and not cell.row_span > 1),
            plain=style == "head" and not self._sheet.table.repeated_head_rows,
            highlighted=any(cell is label for label in self._cursor.labels(self._cursor.current)),
            wrong=wrong,
        )

    def _paint_shadows(self, painter: QPainter, region: QRegion) -> None:
        body, scroll, reach = self._sheet.bands.body, self._sheet.bands.scroll.y(), theme().px(_SHADOW)
        if scroll and self._sheet.bands.head_rows:
            self._paint_shadow(painter, region, QRect(body.left(), body.top(), body.width(), reach), up=True)
        if scroll < self._sheet.bands.range.y() and self._sheet.bands.pins_balance:
            area = QRect(body.left(), body.bottom() + 1 - reach, body.width(), reach)
            self._paint_shadow(painter, region, area, up=False)

    def _paint_shadow(self, painter: QPainter, region: QRegion, area: QRect, *, up: bool) -> None:
        if not region.intersects(area):
            return
        shadow = QLinearGradient(area.topLeft(), area.bottomLeft())
        dark, none = QColor(0, 0, 0, 90 if theme().dark else 26), QColor(0, 0, 0, 0)
        shadow.setColorAt(0, dark if up else none)
        shadow.setColorAt(1, none if up else dark)
        painter.setClipRegion(region)
        painter.fillRect(area, QBrush(shadow))

    def _paint_edge(self, painter: QPainter, region: QRegion) -> None:
        """Round the corners off and draw the outline, where any of them is to be painted."""
        outline, radius, tokens = QRectF(self._sheet.bands.outline), theme().px(_RADIUS), theme().tokens
        painter.setClipping(False)
        if self._sheet.bands.within.contains(region.boundingRect()):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corners = QPainterPath()
        corners.addRect(outline)
        corners.addRoundedRect(outline, radius, radius)
        painter.fillPath(corners, tokens.surface)
        half = self._sheet.kit.hairline / 2
        painter.setPen(QPen(tokens.grid, self._sheet.kit.hairline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(outline.adjusted(half, half, -half, -half), radius, radius)

    def _paint_ring(self, painter: QPainter, region: QRegion, *, focused: bool) -> None:
        """Ring the current cell, over the table's own edge."""
        current = self._cursor.current
        visible = self._sheet.bands.visible(current)
        if region.intersects(visible):
            painter.setClipRect(visible)
            grid_paint.paint_ring(painter, self._sheet.kit, self._sheet.bands.rect(current), focused=focused)


def _painted(severity: str) -> Literal["error", "warning", ""]:
    """The severities that tint a cell; hints are only told."""
    return "error" if severity == "error" else "warning" if severity == "warning" else ""
