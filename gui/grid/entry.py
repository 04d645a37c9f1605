"""Typing into the current cell of a number table, in the words of the clerk; not the events that ask for it."""

from collections.abc import Callable

from gui.grid.edit import CellEdit
from gui.grid.moves import GridCursor
from gui.grid.repaint import GridRepaint
from gui.grid.sheet import GridSheet
from gui.grid.typing import CellTyping, left
from gui.session.bridge import Bridge
from model.form.entry import can_begin
from model.form.form import format_value
from model.session.edits import take_proposal

READ_ONLY = "这份报告以只读方式打开，不能修改"


class GridEntry:
    """The text being typed, and what becomes of it."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is one part of the table
        self,
        bridge: Bridge,
        sheet: GridSheet,
        cursor: GridCursor,
        repaint: GridRepaint,
        tell: Callable[[str], None],
        show_caret: Callable[[], None],
    ) -> None:
        """Take the session, the parts of the table, and how to say a line and to show the caret where it is now."""
        self._bridge, self._sheet, self._cursor, self._repaint = bridge, sheet, cursor, repaint
        self._tell, self._show_caret = tell, show_caret
        self._typing = CellTyping(bridge, tell)

    @property
    def edit(self) -> CellEdit | None:
        """The text being typed into the current cell."""
        return self._typing.edit

    @property
    def sending(self) -> bool:
        """Whether a change of the session comes from here just now."""
        return self._typing.sending

    def begin(self, *, keep: bool) -> CellEdit | None:
        """Begin to edit the current cell; None, with a line that says so, when the report is only looked at."""
        if self._bridge.session.read_only:
            self._tell(READ_ONLY)
            return None
        self._tell("")
        with self._repaint.moving():
            self._cursor.put(self._cursor.current)
        self._sheet.reveal(self._cursor.current)
        return self._typing.begin(self._cursor.current, keep=keep)

    def begin_within(self) -> None:
        """Begin to edit with the figure and a caret to move, as F2 does."""
        self.begin(keep=True)
        self._show_caret()

    def type(self, text: str) -> None:
        """Take typed characters: they replace the figure, or go on with what is being typed."""
        edit = self.edit
        if edit is None:
            if not can_begin(text):
                kept = left(self._bridge.session.report.value(self._cursor.current.id))
                self._tell(f"“{text.strip()[:12]}”不是数字{kept}" if text.strip() else "")
                return
            edit = self.begin(keep=False)
        if edit is not None:
            edit.insert(text)
            self.typed()

    def compose(self, preedit: str, committed: str) -> None:
        """Take what an input method composes and hands over."""
        if preedit and self.edit is None:
            self.begin(keep=False)
        if self.edit is not None:
            self.edit.preedit = preedit
        if committed:
            self._commit(committed)
        elif self.edit is not None:
            if not self.edit.text and not self.edit.preedit:
                self.cancel()
            self._show_caret()

    def typed(self) -> None:
        """Follow a change of the text being typed."""
        self._typing.typed()
        self._show_caret()

    def move_caret(self, steps: int) -> None:
        """Move the caret in the text being typed."""
        if self.edit is not None:
            self.edit.move(steps)
            self._show_caret()

    def finish(self) -> bool:
        """Take what was typed; False when it is no number, and the old one was kept."""
        if self.edit is None:
            return True
        done = self._typing.finish()
        self._show_caret()
        return done

    def cancel(self) -> None:
        """Forget what was typed."""
        self._tell("")
        self._typing.cancel()
        self._show_caret()

    def withdraw(self) -> None:
        """Forget what was typed, as something else takes its place."""
        self._typing.cancel()

    def drop(self) -> None:
        """End the edit and leave the figure as it stands now."""
        self._typing.drop()
        self._show_caret()

    def take_proposal(self) -> bool:
        """Put into the current cell what last year's report leads to; says whether there was something."""
        cell_id = self._cursor.current.id
        if self._bridge.session.read_only or not self._bridge.do(take_proposal(cell_id)):
            return False
        self._tell(f"已按上年填 {format_value(self._bridge.session.report.value(cell_id))}，可以撤销")
        return True

    def _commit(self, text: str) -> None:
        edit = self.edit
        if edit is not None and not edit.text and not edit.keeps_arrows and not can_begin(text):
            self.cancel()
        self.type(text)
