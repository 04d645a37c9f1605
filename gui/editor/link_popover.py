"""A typed figure that is one cell's: the mark under it, and the card that proposes to let it follow the table."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Row
from gui.controls.plain import set_tip
from gui.controls.text import Text
from gui.findings.card import WordsCard
from model.form.form import Form
from model.prose.insertable.linkable import LinkableFigure
from model.structs import Struct

_WIDTH = 360


class LinkMark(Struct, frozen=True):
    """A link's place as the document counts."""

    start: int
    end: int
    link: LinkableFigure

    def shifted(self, by: int) -> "LinkMark":
        """The same link further on."""
        return LinkMark(self.start + by, self.end + by, self.link)


class LinkPopover(WordsCard):
    """The card of one link at a time."""

    taken = Signal()
    """The figure that is shown shall follow the table."""

    def __init__(self, editor: QWidget) -> None:
        """Begin hidden."""
        super().__init__("link_popover", _WIDTH, editor)
        self._words = Text("", 14, color="text2", wrap=True)
        self._take = Button("改为随表更新", "secondary", name="link_take", height=32, px=14)
        close = Button("关闭", "ghost", name="link_close", sign="dismiss", bare=True, height=32)
        head, foot = Row(None, 0, 8), Row(None, 0, 8)
        head.put(self._words, stretch=1)
        head.put(close)
        foot.put(self._take)
        foot.addStretch(1)
        self.column.put(head, foot)
        for button in (close, self._take):
            button.installEventFilter(self)
        close.clicked.connect(self.put_away)
        self._take.clicked.connect(self.taken)

    def explain(self, link: LinkableFigure, form: Form, words: QRect) -> None:
        """Show a link at the first line of its figure."""
        table = form.table_of(link.cell_id).name
        self._words.setText(f"{link.words} 是{table}“{form.name(link.cell_id)}”的数")
        self._take.set_words(link.label)
        set_tip(self._take, "以后表里的数改了，这里跟着变（Alt+回车）")
        self.setAccessibleName(f"{self._words.text()}，可以{link.label}")
        self.show_at(words)
