"""Typing into a number cell: what is typed counts at once and is one undo; what is no number is left as it was typed.

A cell with that in it has no figure, and a check says so until it is put right, emptied or undone.
"""

import time
from collections.abc import Callable

from gui.grid.edit import CellEdit
from gui.session.bridge import Bridge
from model.form.entry import may_become, parse_entry
from model.form.form import Cell, CellError, Value, format_value
from model.session.edits import set_number
from model.session.entering import leave_unread
from model.session.undo import TYPING_PAUSE


def left(value: Value | None) -> str:
    """What became of a cell whose new text was refused, behind the reason."""
    return "，没有填入" if value is None else "，已保留原来的数"


class CellTyping:
    """The one cell that is being edited, if any.

    Each keystroke that makes a number goes to the session, so that totals, balances and the saved file follow; all of
    them carry the same moment, which makes them one undo.
    """

    def __init__(self, bridge: Bridge, tell: Callable[[str], None]) -> None:
        """Send edits to the bridge, and one quiet line to the clerk where something is refused."""
        self._bridge, self._tell = bridge, tell
        self.edit: CellEdit | None = None
        self.sending = False
        self._cell: Cell | None = None
        self._before: Value | None = None
        self._unread = ""
        self._moment = 0.0
        self._revision = -1

    def begin(self, cell: Cell, *, keep: bool) -> CellEdit:
        """Begin to edit a cell: with its figure and a caret to move, or, to replace the figure, with nothing."""
        self._cell, self._revision = cell, -1
        self._moment = max(time.monotonic(), self._moment + TYPING_PAUSE)
        report = self._bridge.session.report
        self._before, self._unread = report.value(cell.id), report.as_typed.get(cell.id, "")
        text = format_value(self._before) if keep and self._before is not None else self._unread if keep else ""
        self.edit = CellEdit(text, len(text), keeps_arrows=keep)
        return self.edit

    def typed(self) -> None:
        """Follow a change of the edited text."""
        edit, cell = self.edit, self._cell
        assert edit is not None
        assert cell is not None
        edit.wrong = ""
        try:
            value = parse_entry(edit.text, cell.kind)
        except CellError as error:
            if not may_become(edit.text, cell.kind):
                edit.wrong = str(error)
                self._withdraw()
                self._tell(str(error))
            return
        self._send(value)

    def finish(self) -> bool:
        """End the edit; False when the text is no number, and stays in the cell as it was typed."""
        edit, cell = self.edit, self._cell
        if edit is None or cell is None:
            return True
        self.edit = None
        try:
            value = parse_entry(edit.text, cell.kind)
        except CellError as error:
            self._withdraw()
            self._bridge.do(leave_unread(cell, edit.text), now=self._moment)
            self._tell(f"{error}，先照样留着，请改正")
            return False
        self._send(value)
        if value == self._before and not self._unread:
            self._withdraw()
        return True

    def cancel(self) -> None:
        """End the edit as if nothing had been typed."""
        if self.edit is not None:
            self.edit = None
            self._withdraw()

    def drop(self) -> None:
        """End the edit and leave the figure as it stands now."""
        self.edit = None

    def _send(self, value: Value | None) -> None:
        assert self._cell is not None
        self.sending = True
        try:
            if self._bridge.do(set_number(self._cell.id, value), now=self._moment):
                self._revision = self._bridge.session.revision
        finally:
            self.sending = False

    def _withdraw(self) -> None:
        """Take back what this edit has done."""
        assert self._cell is not None
        self.sending = True
        try:
            if self._bridge.session.revision == self._revision:
                self._bridge.take_back()
            elif self._revision >= 0:
                self._bridge.do(set_number(self._cell.id, self._before))
        finally:
            self.sending = False
            self._revision = -1
