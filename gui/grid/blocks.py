"""What is done to the selected block of a number table: copied, cut, pasted over, cleared, filled with 0."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from gui.dialogs.paste_preview import PastePreview
from gui.grid import clipboard
from gui.grid.entry import READ_ONLY, GridEntry
from gui.grid.moves import GridCursor
from gui.grid.repaint import GridRepaint
from gui.services.clipboard import on_clipboard
from gui.services.words import filled_words
from gui.session.bridge import Bridge
from model.form.entry import Placement
from model.form.form import Table
from model.session.edits import set_numbers
from model.session.zero_fill import zero_fill


class GridBlocks:
    """The commands on the selection of one table; each is one undo step."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is one part of the table
        self,
        bridge: Bridge,
        table: Table,
        cursor: GridCursor,
        repaint: GridRepaint,
        entry: GridEntry,
        tell: Callable[[str], None],
        over: QWidget,
    ) -> None:
        """Take the session, the parts of the table, and what a question stands over."""
        self._over = over
        self._bridge, self._table, self._cursor = bridge, table, cursor
        self._repaint, self._entry, self._tell = repaint, entry, tell

    def copy(self) -> None:
        """Put the selected block on the clipboard, as text that a spreadsheet takes."""
        rows, columns = self._cursor.block
        edit = self._entry.edit
        text = edit.text if edit else clipboard.copied(self._table, self._bridge.session.report, rows, columns)
        QApplication.clipboard().setText(text)

    def cut(self) -> None:
        """Copy the selected block and make it blank."""
        self.copy()
        self._entry.drop()
        self.clear()

    def paste(self) -> None:
        """Lay the clipboard's block over the table from the selection's first cell."""
        text = on_clipboard().text()
        if self._bridge.session.read_only or not text:
            self._tell(READ_ONLY if self._bridge.session.read_only else "剪贴板里没有可以粘贴的文字")
        elif self._entry.edit is not None and not set(text.strip()) & set("\t\n"):
            self._entry.type(text.strip())
        else:
            self._entry.withdraw()
            self._paste_block(text)

    def clear(self) -> None:
        """Make the selected cells blank."""
        if self._bridge.session.read_only:
            self._tell(READ_ONLY)
            return
        self._tell("")
        chosen = self._cursor.selected
        cells = [cell.id for cell in self._table.number_cells if cell.id in chosen and not cell.computed]
        self._bridge.do(set_numbers(dict.fromkeys(cells)))

    def fill_zero(self, *, whole: bool = False) -> None:
        """Fill blank cells with 0: the selected ones, or with `whole`, or when one is selected, those of the table."""
        if self._bridge.session.read_only:
            self._tell(READ_ONLY)
            return
        self._entry.finish()
        chosen = self._cursor.selected
        every = frozenset(cell.id for cell in self._table.number_cells)
        filled = zero_fill(
            self._bridge.session.report, self._table.id, chosen if len(chosen) > 1 and not whole else every
        )
        self._bridge.do(filled.edit)
        self._tell(filled_words(filled, self._bridge.session.report) or "没有空格")

    def _paste_block(self, text: str) -> None:
        placement, block = clipboard.placed(self._table, text, *self._cursor.block)
        if placement.by_labels and placement.values:
            report = self._bridge.session.report
            rows = clipboard.placed_rows(self._table, placement, report)
            dialog = PastePreview(rows, clipboard.outlook(placement, report), self._over.window())
            dialog.agreed.connect(lambda: self._fill(placement))
            dialog.open()
            return
        self._fill(placement)
        if not placement.by_labels:
            self._select_pasted(len(block), max(map(len, block)))

    def _fill(self, placement: Placement) -> None:
        self._bridge.do(set_numbers(placement.values))
        self._tell(clipboard.line(placement, self._bridge.session.report))

    def _select_pasted(self, rows: int, columns: int) -> None:
        first_row, first_column = (part[0] for part in self._cursor.block)
        grid = self._table.grid
        last = grid[min(first_row + rows, len(grid)) - 1][min(first_column + columns, len(grid[0])) - 1]
        first = grid[first_row][first_column]
        if first.id and last.id:
            with self._repaint.moving():
                self._cursor.select(first, last)
