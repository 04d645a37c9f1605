"""What keys mean in a prose editor, beside writing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""The two keys that begin a paragraph or press a button."""

_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_META, _SHIFT = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.ShiftModifier


def is_undo(event: QKeyEvent) -> bool:
    """Whether it is the key for undo."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether it is one of the keys for redo."""
    again = (event.key(), event.modifiers()) in ((Qt.Key.Key_Y, _CONTROL), (Qt.Key.Key_Z, _CONTROL | _SHIFT))
    return again or event.matches(QKeySequence.StandardKey.Redo)


def is_command(event: QKeyEvent) -> bool:
    """Whether what the key would write is not meant to be written, because Alt, Ctrl or the Windows key is held.

    Ctrl and Alt together are the AltGr of many keyboards, which writes; a character without a key (such as one
    entered by its number with Alt held) is written as well.
    """
    held = event.modifiers()
    if not event.key() or not (held & (_ALT | _CONTROL | _META)):
        return False
    if not held & _META and held & _ALT and held & _CONTROL:
        return False
    if event.key() in ENTER:
        return bool(held & (_ALT | _META))
    return event.text().isprintable() and bool(event.text()) and not _edits(event)


def _edits(event: QKeyEvent) -> bool:
    """Whether it is a command of the editor itself, such as copying; its text says nothing."""
    keys = QKeySequence.StandardKey
    known = (keys.Copy, keys.Cut, keys.Paste, keys.SelectAll)
    return any(event.matches(key) for key in known)
