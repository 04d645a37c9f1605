"""What each key does in a number table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.grid.blocks import GridBlocks
from gui.grid.entry import GridEntry
from gui.grid.moves import Direction
from gui.grid.navigation import Navigation

if TYPE_CHECKING:
    from collections.abc import Callable

_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_CARET: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_STANDARD = QKeySequence.StandardKey


class GridKeys:
    """The keys of one table."""

    def __init__(
        self,
        entry: GridEntry,
        navigation: Navigation,
        blocks: GridBlocks,
        leave: "Callable[[bool], None]",
        remark: "Callable[[], None]",
    ) -> None:
        """Take what the keys act on.

        Args:
            entry: the text being typed.
            navigation: the cursor's moves.
            blocks: copy and paste.
            leave: goes on to the next widget, or back, from anywhere in the table.
            remark: asks for the remark on the current cell.
        """
        self._entry, self._navigation, self._blocks = entry, navigation, blocks
        self._leave, self._remark = leave, remark

    def is_ours(self, event: QKeyEvent) -> bool:
        """Whether a key is the table's, though the window may have a shortcut with it."""
        if any(event.matches(key) for key in (_STANDARD.Copy, _STANDARD.Paste, _STANDARD.SelectAll, _STANDARD.Cut)):
            return True
        if self._entry.edit is not None and (event.matches(_STANDARD.Undo) or event.key() == Qt.Key.Key_Escape):
            return True
        plain = not event.modifiers() & _COMMANDS
        return plain and (bool(event.text()) or event.key() in (*_ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End))

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False when the table has no use for it."""
        return self._command(event) or self._in_text(event) or self._in_table(event) or self._type(event)

    def _command(self, event: QKeyEvent) -> bool:
        commands: dict[QKeySequence.StandardKey, Callable[[], object]] = {
            _STANDARD.Copy: self._blocks.copy,
            _STANDARD.Cut: self._blocks.cut,
            _STANDARD.Paste: self._blocks.paste,
            _STANDARD.SelectAll: self._navigation.select_all,
        }
        if self._entry.edit is not None:
            commands[_STANDARD.Undo] = self._entry.cancel
        for key, act in commands.items():
            if event.matches(key):
                act()
                return True
        return False

    def _in_text(self, event: QKeyEvent) -> bool:
        """Keys of the text being typed."""
        entry, edit, key = self._entry, self._entry.edit, event.key()
        if edit is None or event.modifiers() & _COMMANDS:
            return False
        if key == Qt.Key.Key_Escape:
            entry.cancel()
        elif key == Qt.Key.Key_Backspace:
            edit.backspace()
            entry.typed()
        elif key == Qt.Key.Key_Delete:
            edit.delete()
            entry.typed()
        elif edit.keeps_arrows and key in _CARET:
            entry.move_caret(_CARET[key])
        else:
            return False
        return True

    def _in_table(self, event: QKeyEvent) -> bool:
        """Keys that move, select, edit or clear."""
        key, control, shift = event.key(), bool(event.modifiers() & _CONTROL), bool(event.modifiers() & _SHIFT)
        if key in _ENTER and not control:
            self._navigation.enter(back=shift)
        elif key in _ARROWS:
            if self._entry.finish():
                self._navigation.step(_ARROWS[key], extending=shift)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            if self._entry.finish():
                self._navigation.go_to_end(last=key == Qt.Key.Key_End, whole=control)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and control:
            self._leave(key == Qt.Key.Key_Tab and not shift)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._blocks.clear()
        elif key == Qt.Key.Key_F2 and shift:
            self._remark()
        elif key == Qt.Key.Key_F2:
            self._entry.begin_within()
        else:
            return False
        return True

    def _type(self, event: QKeyEvent) -> bool:
        text = event.text()
        if not text.isprintable() or not text or event.modifiers() & _COMMANDS:
            return False
        self._entry.type(text)
        return True
