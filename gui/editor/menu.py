"""The context menu of a prose editor, in Chinese and with the session's undo."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QTextEdit

from gui.editor.clipboard import has_words
from gui.services.clipboard import on_clipboard
from gui.session.bridge import Bridge


def edit_menu(edit: QTextEdit, bridge: Bridge | None = None) -> QMenu:
    """The commands that apply now; without a bridge, those of a text that is only read."""
    menu = QMenu(edit)
    menu.setObjectName("prose_menu")
    selected, writable = edit.textCursor().hasSelection(), bridge is not None and not edit.isReadOnly()
    if bridge is not None:
        _add(menu, "撤销\tCtrl+Z", bridge.undo, enabled=bridge.session.can_undo)
        _add(menu, "重做\tCtrl+Y", bridge.redo, enabled=bridge.session.can_redo)
        menu.addSeparator()
        _add(menu, "剪切\tCtrl+X", edit.cut, enabled=selected and writable)
    _add(menu, "复制\tCtrl+C", edit.copy, enabled=selected)
    if bridge is not None:
        _add(menu, "粘贴\tCtrl+V", edit.paste, enabled=writable and has_words(on_clipboard()))
    menu.addSeparator()
    _add(menu, "全选\tCtrl+A", edit.selectAll, enabled=not edit.document().isEmpty())
    return menu


def _add(menu: QMenu, words: str, act: Callable[[], object], *, enabled: bool) -> None:
    action = menu.addAction(words)
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked=False: act())
