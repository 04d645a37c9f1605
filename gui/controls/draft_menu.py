"""What can be done with a draft as a file: one table for the list's rows and for the open report."""

from collections.abc import Callable, Container
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget


class DraftAction(NamedTuple):
    """An action: its name, its words, and where it is offered: in the `list`, in an open `report`, or `elsewhere`.

    `elsewhere` is the list's row of a draft that lies in another folder.
    """

    name: str
    words: str
    where: Container[str]


_ALL = ("list", "report", "elsewhere")
_ROWS = ("list", "elsewhere")
ACTIONS = (
    DraftAction("versions", "历史版本…", _ALL),
    DraftAction("rename", "重命名…", _ALL),
    DraftAction("copy", "复制一份", _ALL),
    DraftAction("send", "另存为／发给同事…", _ALL),
    DraftAction("next_year", "据此新建下一年", _ROWS),
    DraftAction("copying", "抄录模式…", _ALL),
    DraftAction("folder", "打开所在文件夹", _ALL),
    DraftAction("unlist", "从列表中去掉（文件不动）", ("elsewhere",)),
    DraftAction("remove", "移到回收站…", _ROWS),
)
"""All actions in the order of the menu; `gui.shell.desk.actions` does them."""


def draft_menu(where: str, asked: Callable[[str], None], parent: QWidget) -> QMenu:
    """The menu with what is offered at a place; it tells the name of what was chosen."""
    menu = QMenu(parent)
    menu.setObjectName("draft_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in ACTIONS:
        if where in action.where:
            item = menu.addAction(action.words)
            item.setObjectName(f"draft_{action.name}")
            item.triggered.connect(lambda _checked=False, name=action.name: asked(name))
    return menu
