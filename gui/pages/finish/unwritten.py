"""The parts without words for which last year's report has some: to write them, or to begin with last year's."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Card, Column, Row
from gui.controls.text import Text, severity_sign
from gui.session.bridge import Bridge
from model.form.form import CellError
from model.report.change import WHOLE, Place
from model.report.moved_years import moved_text
from model.report.report import Report
from model.session.edits import Edit
from model.structs import replace


def unwritten(report: Report) -> tuple[str, ...]:
    """The sections without words that last year's report has words for."""
    texts = [section.text for section in report.form.sections if section.text]
    return tuple(name for name in texts if not report.text[name].strip() and moved_text(report, name).strip())


class Unwritten(Card):
    """Says which parts they are; taking last year's words is one undo, and what is not edited stays marked."""

    place = Signal(object)
    message = Signal(str)

    def __init__(self, bridge: Bridge, parts: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Name the parts."""
        super().__init__("sunken", "border", 8, parent)
        self.setObjectName("unwritten_texts")
        self._bridge, self._sections = bridge, parts
        column, head, actions = Column(self, (14, 12, 14, 10), 6), Row(None, 0, 8), Row(None, 0, 16)
        head.put(severity_sign("hint", 20))
        head.put(Text(f"{len(parts)} 部分文字还没写", 15, bold=True), stretch=1)
        names = "；".join(bridge.session.report.form.section(name).heading for name in parts)
        take = Button("先带入上年的文字", "secondary", name="take_texts")
        write = Button("去写", "link", name="go_text", height=32)
        take.clicked.connect(self._take)
        write.clicked.connect(lambda: self.place.emit(Place(parts[0])))
        take.setEnabled(not bridge.session.read_only)
        actions.put(take, write)
        actions.addStretch(1)
        column.put(head)
        column.put(Text(names, 14, color="text2", wrap=True))
        column.put(Text("年份会改成今年；带来没改的段落会标出来。", 13, color="text2", wrap=True))
        column.put(actions)

    def _take(self) -> None:
        def taken(report: Report) -> Report:
            words: dict[str, Any] = {name: moved_text(report, name) for name in self._sections}
            return replace(report, text=replace(report.text, **words))

        try:
            self._bridge.do(Edit(taken, Place(WHOLE)))
        except CellError as error:
            self.message.emit(str(error))
            return
        many = len(self._sections)
        self.message.emit(f"{many} 部分带自上年，年份已改，请逐段核对、按今年的情况改写。可以撤销。")
