"""What each key does in a number table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.grid.moves import Direction

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.grid.grid import NumberGrid

_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_STANDARD = QKeySequence.StandardKey


def is_ours(grid: "NumberGrid", event: QKeyEvent) -> bool:
    """Whether a key is the table's, though the window may have a shortcut with it."""
    if any(event.matches(key) for key in (_STANDARD.Copy, _STANDARD.Paste, _STANDARD.SelectAll, _STANDARD.Cut)):
        return True
    if grid.edit is not None and (event.matches(_STANDARD.Undo) or event.key() == Qt.Key.Key_Escape):
        return True
    plain = not event.modifiers() & _COMMANDS
    return plain and (bool(event.text()) or event.key() in (*_ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End))


def press(grid: "NumberGrid", event: QKeyEvent) -> bool:
    """Do what a key asks for; False when the table has no use for it."""
    return _command(grid, event) or _in_text(grid, event) or _in_table(grid, event) or _type(grid, event)


def _command(grid: "NumberGrid", event: QKeyEvent) -> bool:
    commands: dict[QKeySequence.StandardKey, Callable[[], object]] = {
        _STANDARD.Copy: grid.copy,
        _STANDARD.Cut: grid.cut,
        _STANDARD.Paste: grid.paste,
        _STANDARD.SelectAll: grid.select_all,
    }
    if grid.edit is not None:
        commands[_STANDARD.Undo] = grid.cancel
    for key, act in commands.items():
        if event.matches(key):
            act()
            return True
    return False


def _in_text(grid: "NumberGrid", event: QKeyEvent) -> bool:
    """Keys of the text being typed."""
    edit = grid.edit
    if edit is None or event.modifiers() & _COMMANDS:
        return False
    key = event.key()
    if key == Qt.Key.Key_Escape:
        grid.cancel()
    elif key == Qt.Key.Key_Backspace:
        edit.backspace()
        grid.typed()
    elif key == Qt.Key.Key_Delete:
        edit.delete()
        grid.typed()
    elif edit.keeps_arrows and key in _CARET:
        edit.move(_CARET[key])
        grid.show_caret()
    else:
        return False
    return True


_CARET: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}


def _in_table(grid: "NumberGrid", event: QKeyEvent) -> bool:
    """Keys that move, select, edit or clear."""
    key, control, shift = event.key(), bool(event.modifiers() & _CONTROL), bool(event.modifiers() & _SHIFT)
    if key in _ENTER and not control:
        _enter(grid, back=shift)
    elif key in _ARROWS:
        if grid.finish():
            _arrow(grid, _ARROWS[key], shift=shift)
    elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        last = key == Qt.Key.Key_End
        if grid.finish():
            grid.move_to(grid.grid_cursor.table_end(last=last) if control else grid.grid_cursor.row_end(last=last))
    elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and control:
        grid.leave(forward=key == Qt.Key.Key_Tab and not shift)
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        grid.clear()
    elif key == Qt.Key.Key_F2:
        grid.begin(keep=True)
        grid.show_caret()
    else:
        return False
    return True


def _enter(grid: "NumberGrid", *, back: bool) -> None:
    """Take what was typed, or what is proposed for a blank cell, and go on."""
    typed = grid.edit is not None
    if grid.finish():
        if not typed and not back:
            grid.take_proposal()
        grid.move_to(grid.grid_cursor.enter(back=back))


def _arrow(grid: "NumberGrid", direction: Direction, *, shift: bool) -> None:
    if shift:
        grid.extend(direction)
    else:
        grid.move_to(grid.grid_cursor.step(direction) or grid.grid_cursor.current)


def _type(grid: "NumberGrid", event: QKeyEvent) -> bool:
    text = event.text()
    if not text.isprintable() or not text or event.modifiers() & _COMMANDS:
        return False
    grid.type(text)
    return True
