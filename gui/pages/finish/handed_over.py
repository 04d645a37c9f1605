"""交出过的文件: every file exported before the last one, when, and what has become of it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from export.exporters import REPORT
from gui.controls.text import Text
from gui.pages.finish.export_memory import ExportMemory
from gui.pages.finish.export_panel import ExportState
from gui.pages.finish.session_card import SessionCard
from gui.session.bridge import Bridge
from model.drafts.exported import Exported

_STATES: Mapping[ExportState, tuple[str, str]] = {
    "": ("正在查看那个文件…", "text2"),
    "checked": ("内容与现在的一致", "text2"),
    "same": ("内容与现在的一致", "text2"),
    "edited": ("那个文件后来改过", "warn"),
    "gone": ("文件不在原处了", "warn"),
    "unreadable": ("那个文件现在读不了", "warn"),
    "changed": ("之后内容改过", "warn"),
}


class HandedOverCard(SessionCard):
    """A line for each, the newest first; nothing until there are two, as the last one has a card of its own."""

    def __init__(self, bridge: Bridge, memory: ExportMemory, parent: QWidget | None = None) -> None:
        """Show a session's exports."""
        self._memory = memory
        super().__init__(bridge, "handed_over", 10, 4, parent)
        memory.changed.connect(self.refresh)

    def _show(self) -> bool:
        earlier = self._memory.earlier()
        if earlier:
            self._column.put(Text("更早导出的文件", 15, bold=True))
        for each, state in earlier:
            words, color = _STATES[state]
            line = Text(f"{_moment(each)}{_kind(each)}：{words}", 13, wrap=True)
            line.set_color(color)
            self._column.put(line)
        return bool(earlier)


def _moment(exported: Exported) -> str:
    return f"{exported.at.astimezone():%Y-%m-%d %H:%M} " if exported.at else ""


def _kind(exported: Exported) -> str:
    return next((kind.name for kind in REPORT.formats if kind.id == exported.kind), exported.name)
