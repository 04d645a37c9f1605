"""The bars around the review: back and what it is, the source's name and its doubts, what it is to become."""

from PySide6.QtCore import Signal

from gui.controls.buttons import Button
from gui.controls.layouts import Divider, Ground, Row
from gui.controls.plain import set_tip
from gui.controls.text import Elided, Sign, Text
from gui.pages.review.aims import Aim, Aims, why_not
from importers.reading import Reading


class ReviewTop(Ground):
    """Back, what the page is, help."""

    back = Signal()
    help = Signal()

    def __init__(self, way: str) -> None:
        """Say what the page is, and behind it the way that led here; empty for none."""
        super().__init__("bg")
        row = Row(self, (16, 6, 16, 6), 8)
        back = Button("返回", "ghost", name="review_back", sign="chevron_left")
        helps = Button("帮助", "ghost", name="review_help", sign="question_circle", bare=True)
        back.clicked.connect(self.back)
        helps.clicked.connect(self.help)
        row.put(back, Divider(standing=True, length=24))
        row.put(Text("核对读到的内容", bold=True))
        row.put(Elided(way, color="text2"), stretch=1)
        row.put(helps)


class SourceHead(Ground):
    """The file's name, and the way through its doubts."""

    step = Signal(int)
    """1 for the next doubt, -1 for the one before."""

    def __init__(self, name: str, doubts: int) -> None:
        """Name the file and count its doubts."""
        super().__init__("surface", "t")
        self._doubts, self._walked = doubts, Text("", 14, color="text2")
        row = Row(self, (24, 7, 16, 7), 8)
        row.put(Sign("document_text", "text2", 20))
        row.put(Elided(name, bold=True), stretch=1)
        row.put(self._walked)
        for words, sign, keys, step in (
            ("上一个疑问", "chevron_up", "Shift+F8", -1),
            ("下一个疑问", "chevron_down", "F8", 1),
        ):
            button = Button(words, "ghost", name=f"doubt_{'before' if step < 0 else 'after'}", sign=sign, bare=True)
            set_tip(button, f"{words}（{keys}）")
            button.setEnabled(bool(doubts))
            button.clicked.connect(lambda _checked, step=step: self.step.emit(step))
            row.put(button)

    def show_at(self, number: int) -> None:
        """Say which doubt is looked at, from 1; 0 for none."""
        if not self._doubts:
            self._walked.setText("没有疑问")
        else:
            self._walked.setText(f"疑问 {number} / {self._doubts}" if number else f"疑问共 {self._doubts} 处")


class ReviewFoot(Ground):
    """What the clerk should know, and the buttons that end the review; the likeliest is the primary one."""

    cancelled = Signal()
    accepted = Signal(object)
    """The `Aim`."""

    def __init__(self, aims: Aims) -> None:
        """Offer what a reading can become."""
        super().__init__("bg", "t")
        self._aims = aims
        self._buttons = {aim: self._button(aim) for aim in aims.order}
        self._left = Text("", bold=True, color="warn")
        self._left.setObjectName("doubts_left")
        words = "原文件不会被改动。"
        if aims.order[0] == "same":
            words += "没看完也可以先建，疑问会留在校验结果里。"
        cancel = Button("取消", "secondary", name="review_cancel", height=40)
        cancel.clicked.connect(self.cancelled)
        row = Row(self, (24, 10, 20, 10), 10)
        row.put(Sign("info", "text2", 20))
        row.put(Elided(words, color="text2"), stretch=1)
        row.put(self._left)
        row.put(cancel, *(self._buttons[aim] for aim in reversed(aims.order)))

    @property
    def primary(self) -> Button:
        """The button of the likeliest aim."""
        return self._buttons[self._aims.order[0]]

    def show_reading(self, reading: Reading, left: int) -> None:
        """Say what each button makes of the reading, or why it cannot yet, and how many doubts have no answer."""
        self._left.setText(f"还有 {left} 处没核对")
        self._left.setVisible(left > 0)
        for aim, button in self._buttons.items():
            why = why_not(aim, reading)
            button.set_words(self._aims.words(aim, reading.year))
            button.setEnabled(not why)
            set_tip(button, why)

    def _button(self, aim: Aim) -> Button:
        main = aim == self._aims.order[0]
        arrow = "arrow_right" if main else ""
        button = Button("", "primary" if main else "secondary", name=f"accept_{aim}", sign_right=arrow, height=40)
        button.clicked.connect(lambda: self.accepted.emit(aim))
        return button
