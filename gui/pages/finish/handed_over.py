"""交出过的文件: every file exported before the last one, when, and whether it still prints what the report is."""

from PySide6.QtWidgets import QWidget

from export.exporters import REPORT
from gui.controls.text import Elided, Text
from gui.pages.finish.session_card import SessionCard
from gui.session.bridge import Bridge
from model.drafts.exported import Exported
from model.report.publication import print_mark


class HandedOverCard(SessionCard):
    """A line for each, the newest first; nothing until there are two, as the last one has a card of its own."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show a session."""
        super().__init__(bridge, "handed_over", 10, 4, parent)

    def _show(self) -> bool:
        earlier = self._bridge.session.exports[-2::-1]
        if earlier:
            self._column.put(Text("更早导出的文件", 15, bold=True))
        now = print_mark(self._bridge.session.report)
        for each in earlier:
            same = each.content == now
            line = Elided(f"{_moment(each)}{_kind(each)}：{'内容与现在的一致' if same else '之后内容改过'}", 13)
            line.set_color("text2" if same else "warn")
            self._column.put(line)
        return bool(earlier)


def _moment(exported: Exported) -> str:
    return f"{exported.at.astimezone():%Y-%m-%d %H:%M} " if exported.at else ""


def _kind(exported: Exported) -> str:
    return next((kind.name for kind in REPORT.formats if kind.id == exported.kind), exported.name)
