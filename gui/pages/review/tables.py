"""The tables as they were read, cell by cell, on the official form; what is wrong is put right there."""

from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row
from gui.controls.segments import Segments
from gui.controls.text import Elided, Text
from gui.grid.grid import NumberGrid
from gui.session.bridge import Bridge
from importers.reading import Reading
from model.drafts.draft import Draft
from model.report.change import Change
from model.report.report import Agency, Report
from model.session.session import Session


class ReviewTables(QWidget):
    """The three tables over a session of their own, which is thrown away."""

    done = Signal(object)
    """The figures as they are now, by cell."""
    looked_at = Signal(str)
    """The cell that has become the current one."""

    def __init__(self, reading: Reading, today: date, parent: QWidget | None = None) -> None:
        """Show what was read."""
        super().__init__(parent)
        self.setObjectName("review_tables")
        year, form = reading.year or reading.form.first_year, reading.form
        report = Report(year, Agency(reading.agency.name or "？"), numbers=dict(reading.numbers), form=form)
        self._bridge = Bridge(Session(Draft(report), today), None, self)
        self._grids: dict[str, NumberGrid] = {}
        self._stack, self._line = QStackedWidget(), Elided("", 14, color="text2")
        self._choice = Segments("review_table", "哪一张表", [(table.id, f"{table.name}") for table in form.tables])
        back = Button("看完了", "tonal", name="tables_done", sign="checkmark")
        back.clicked.connect(self.finish)
        head, column = Row(None, 0, 12), Column(self, (24, 16, 12, 12), 8)
        head.put(Text("读到的数", 18, bold=True))
        head.put(self._choice, stretch=1)
        head.put(back)
        column.put(head)
        column.put(Text("点哪一格，原文就翻到那里；不对的直接改，自动算的格不用管。", 14, color="text2", wrap=True))
        column.put(self._stack, stretch=1)
        column.put(self._line)
        self._choice.chosen.connect(self.show_table)
        self._bridge.changed.connect(self._apply)
        self.show_table(form.tables[0].id)

    @property
    def grid(self) -> NumberGrid:
        """The table that is shown."""
        return cast("NumberGrid", self._stack.currentWidget())

    def show_table(self, table_id: str) -> None:
        """Show one table, with the keyboard on it."""
        if table_id not in self._grids:
            grid = self._grids[table_id] = NumberGrid(table_id, self._bridge)
            grid.place_changed.connect(self.looked_at)
            grid.message.connect(self._line.setText)
            self._stack.addWidget(grid)
        self._choice.show_choice(table_id)
        self._stack.setCurrentWidget(self._grids[table_id])
        self._grids[table_id].setFocus(Qt.FocusReason.OtherFocusReason)
        self.looked_at.emit(self._grids[table_id].current)

    def _apply(self, change: Change) -> None:
        for grid in self._grids.values():
            grid.apply(change)

    def finish(self) -> None:
        """Hand on the figures as they are now."""
        for grid in self._grids.values():
            grid.entry.finish()
        self.done.emit(self._bridge.session.report.numbers)
        self._bridge.close()
