"""征集表: who is asked, the sheets to send out, and what those that came back would change, before it does."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Card, Column, Row, Scroll
from gui.controls.text import Severity, Text
from gui.dialogs.file_dialog import MOST, FileDialog, rest, verdict
from gui.look.theme import theme
from model.form.form import format_value
from model.gathering.adding import Gathered, Sum
from model.gathering.items import Item

_WIDTH, _HEIGHT = 780, 590
_ASKED = (
    "给每个科室一张只有它那几栏的表，填好收回来一起读入（也可以把文件拖到这里）。填进表格以前，先列出会改动的格和看不清的地方；"
    "两个科室都有的相加。发布条数不进表格。"
)
_NO_PLAN = "还没有定哪个科室填哪几栏。"


class SheetsDialog(FileDialog):
    """The dialog."""

    plan_wanted = Signal()
    sheets_wanted = Signal(str)
    """The ending of the files that are wanted."""
    files_wanted = Signal()
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet but what can be done."""
        super().__init__("sheets_dialog", "征集表", parent)
        self._plan_words = Text(_NO_PLAN, wrap=True)
        self._plan = Button("定分工…", name="sheets_plan")
        self._word = Button("写出 Word 表…", "link", name="sheets_word", height=40)
        self._excel = Button("写出 Excel 表…", "link", name="sheets_excel", height=40)
        self._open = Button("读收回的表…", "secondary", name="sheets_open", height=40)
        self._take = Button("填入表格", "primary", name="sheets_take", height=40)
        inside = QWidget()
        self._shown = Column(inside, (0, 0, 12, 0), 8)
        column = Column(self, 24, 12)
        column.put(Text("征集表", 18, bold=True), Text(_ASKED, color="text2", wrap=True), self._settled())
        column.put(Scroll(inside), stretch=1)
        column.put(self._foot())
        self._plan.clicked.connect(self.plan_wanted)
        self._word.clicked.connect(lambda: self.sheets_wanted.emit(".docx"))
        self._excel.clicked.connect(lambda: self.sheets_wanted.emit(".xlsx"))
        self._open.clicked.connect(self.files_wanted)
        self._take.clicked.connect(self.taken)
        self._take.setVisible(False)
        self.setMinimumSize(theme().px(_WIDTH), theme().px(_HEIGHT))

    def show_plan(self, asked: Mapping[str, tuple[Item, ...]]) -> None:
        """Say who is asked for how much; without a plan there are no sheets to write."""
        said = "、".join(f"{giver} {len(items)} 项" for giver, items in asked.items())
        self._plan_words.setText(f"分工：{said}" if asked else _NO_PLAN)
        self._plan.set_words("改分工…" if asked else "定分工…")
        for button in (self._word, self._excel):
            button.setEnabled(bool(asked))
        self._open.setDefault(bool(asked))
        self._plan.setDefault(not asked)

    def show_busy(self, files: int) -> None:
        """Say that files are being read."""
        self._clear()
        self._shown.put(Text(f"正在读 {files} 张表…", color="text2"))

    def show_refused(self, why: str) -> None:
        """Say why nothing could be done."""
        self._clear()
        self._shown.put(verdict("sheets_verdict", "没有读成", why, "error"))
        self._shown.addStretch(1)

    def show_written(self, words: str) -> None:
        """Say what was written, in place of all else."""
        self._clear()
        self._shown.put(Text(words, 15, wrap=True))
        self._shown.addStretch(1)

    def show_gathered(self, found: Gathered) -> None:
        """Show what the sheets come to."""
        self._clear()
        self._shown.put(verdict("sheets_verdict", *_summary(found)))
        self._shown.put(*_told(found))
        self._shown.addStretch(1)
        self._take.setVisible(bool(found.sums))
        self._take.set_words("填入看得清的" if found.doubts or found.refused else "填入表格")
        self._take.setDefault(bool(found.sums))
        self._open.set_words("换几张表…")

    def _settled(self) -> QWidget:
        card = Card("surface", "border", 10)
        row = Row(card, (16, 8, 8, 8), 12)
        row.put(self._plan_words, stretch=1)
        row.put(self._plan)
        return card

    def _foot(self) -> Row:
        foot, close = Row(None, 0, 8), Button("关闭", "ghost", name="sheets_close", height=40)
        close.clicked.connect(self.close)
        foot.put(self._word, self._excel)
        foot.addStretch(1)
        foot.put(close, self._open, self._take)
        return foot

    def _clear(self) -> None:
        self._shown.clear()
        self._take.setVisible(False)


def _summary(found: Gathered) -> tuple[str, str, Severity]:
    unclear = len(found.doubts) + len(found.refused)
    changed, figures = len(found.changes), len(found.sums)
    words = f"收到 {figures} 个数，会改动 {changed} 个。" if figures else "没有读到可以填的数。"
    if unclear:
        return f"有 {unclear} 处要看一看", words, "warning"
    if not figures:
        return "没有可以填的数", words, "warning"
    if not changed:
        return "收到的数与现在的都一致", words, "ok"
    return f"都清楚，会改动 {changed} 个数", words, "hint"


def _told(found: Gathered) -> Iterator[QWidget]:
    """What is unclear, what changes, and what else is to be said."""
    yield from _listed((*found.refused, *found.doubts), "warn")
    if found.changes:
        yield Text("会改动的数", 15, bold=True)
        yield from _listed(tuple(map(_change, found.changes)), "text")
    yield from _listed(found.notes, "text2")


def _change(each: Sum) -> str:
    before = "空" if each.before is None else format_value(each.before)
    place = "发布条数" if each.item.channel else "表格"
    return f"{place}　{each.item.name}：{before} → {format_value(each.after)}（{each.given_by}）"


def _listed(sentences: tuple[str, ...], ink: str) -> Iterator[QWidget]:
    yield from (Text(words, 15, color=ink, wrap=True) for words in sentences[:MOST])
    yield from rest(len(sentences), "条")
