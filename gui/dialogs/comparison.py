"""与网页核对: what was published, brought in by paste or file, against the open draft."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from export.identity import report_digest, short
from export.sheet.standing import Standing
from gui.controls.buttons import Button
from gui.controls.layouts import Card, Column, Flowing, Row, Scroll
from gui.controls.text import Severity, Text
from gui.dialogs.desk.difference_view import pair
from gui.dialogs.file_dialog import MOST, FileDialog, rest, verdict
from gui.look.theme import theme
from importers.reading import Reading
from model.report.change import Place
from model.report.comparison import Difference, compare, of_draft, of_source, where
from model.report.evidence import HEADING
from model.report.publication import signed_state
from model.report.report import Report, Signed
from model.structs import Struct, replace

_WIDTH, _HEIGHT, _LABEL = 760, 560, 52
_PAGES = frozenset(("clipboard", "html", "mht"))
_ASKED = (
    "在浏览器里打开已公布的年度报告，全选、复制，再点“粘贴网页”；也可以打开保存下来的网页、Word 或 PDF，"
    "或把文件拖到这里。草稿不会被改动。"
)


class Compared(Struct, frozen=True):
    """What came of it.

    Attributes:
        heading: in a few words.
        words: what was compared.
        severity: how serious it is.
        differences: what differs.
        doubts: what could not be read for certain of the published one, in words.
        source: what the published one is called.
    """

    heading: str
    words: str
    severity: Severity
    differences: tuple[Difference, ...]
    doubts: tuple[str, ...]
    source: str


def compared(report: Report, reading: Reading, its: Standing | None = None) -> Compared:
    """The open report against what was published.

    Args:
        report: the open report.
        reading: what was read.
        its: how the file stands that it was read from, where that is one of ours.

    Raises:
        CellError: what was published is on a form that its year cannot have.
    """
    source = "网页" if reading.document.kind in _PAGES else "文件"
    whole = reading if reading.year else replace(reading, year=report.year)
    draft = of_draft(report)
    published = of_source(whole.report(""))
    found = compare(draft, published)
    doubts = doubt_lines(reading)
    count = f"{len(draft.figures)} 个数据、{sum(map(len, draft.texts.values()))} 段文字"
    count += f"、{len(published.headings)} 个部分的标题" if published.headings else ""
    if found:
        also = f"；另有 {len(doubts)} 处没有读准" if doubts else ""
        words = f"核对了 {count}{also}。{signed_file(report, its)}"
        return Compared(f"有 {len(found)} 处不同", words, "error", found, doubts, source)
    if doubts:
        heading = f"读到的与草稿相同，有 {len(doubts)} 处没有读准"
        return Compared(heading, f"核对了 {count}；下面这些请自己看一眼。", "warning", (), doubts, source)
    return Compared(f"{source}与草稿一致", f"{count}逐一相同{_signed(report)}。", "ok", (), (), source)


def signed_file(report: Report, its: Standing | None, what: str = "这个文件") -> str:
    """Whether a file is what was signed, in a sentence; empty where nothing was signed or it is none of ours."""
    mark = report.approval.signed
    if mark is None or its is None:
        return ""
    told = f"{_day(mark)}签批的那一版"
    if its.signed == "same":
        return f"{what}就是 {told}{'' if its.present else '，草稿后来改过'}。"
    return f"{what}不是 {told}（签批的摘要 {short(mark.digest)}，它的 {its.digest}）。"


def sheet_words(report: Report, its: Standing) -> Compared:
    """What is said of a 审签单, which prints no report to compare."""
    now = "草稿现在要印的与单子上的是同一版。" if its.present else "草稿现在要印的不是单子上的那一版。"
    words = f"单子上报告的摘要是 {its.digest}。{signed_file(report, its, '它')}{now}"
    good = its.present and its.signed != "other"
    return Compared("这是审签单", words, "ok" if good else "warning", (), (), "文件")


def _day(mark: Signed) -> str:
    return f"{mark.at.year}年{mark.at.month}月{mark.at.day}日"


def _signed(report: Report) -> str:
    """Whether the draft, and so what is the same, is what was signed; nothing where nothing was."""
    signed = report.approval.signed
    if signed is None:
        return ""
    is_that = signed_state(report, report_digest(report)) == "same"
    return f"，草稿与 {_day(signed)}签批的一致" if is_that else f"，但草稿在 {_day(signed)}签批后改过"


def doubt_lines(reading: Reading) -> tuple[str, ...]:
    """What could not be read for certain, each sentence once."""
    return tuple(dict.fromkeys(doubt.message for doubt in reading.doubts))


class ComparisonDialog(FileDialog):
    """Asks for the published report, and shows what differs."""

    pasted = Signal()
    file_wanted = Signal()
    chosen = Signal(object)
    """The `Place` in the draft of a difference."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask."""
        super().__init__("comparison_dialog", "与网页核对", parent)
        self._inside = Flowing()
        self._list = Column(self._inside, (0, 0, 12, 0), 10)
        self._paste = Button("粘贴网页", "primary", name="compare_paste", height=40)
        self._open = Button("打开文件…", "secondary", name="compare_open", height=40)
        close = Button("关闭", "ghost", name="compare_close", height=40)
        self._paste.setDefault(True)
        column, foot = Column(self, 24, 12), Row(None, 0, 8)
        column.put(Text("与已公布的网页核对", 18, bold=True), Text(_ASKED, color="text2", wrap=True))
        column.put(Scroll(self._inside), stretch=1)
        foot.addStretch(1)
        foot.put(close, self._open, self._paste)
        column.put(foot)
        self._list.addStretch(1)
        self._paste.clicked.connect(self.pasted)
        self._open.clicked.connect(self.file_wanted)
        close.clicked.connect(self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.pasted)
        self.take_room(_WIDTH, _HEIGHT)

    def show_busy(self, name: str) -> None:
        """Say that something is being read."""
        self._show([Text(f"正在读“{name}”…", color="text2")])

    def show_refused(self, why: str) -> None:
        """Say why nothing was compared."""
        self._show([verdict("compare_verdict", "没有核对", why, "error")])

    def show_compared(self, found: Compared, report: Report) -> None:
        """Show what differs."""
        self._show(
            [
                verdict("compare_verdict", found.heading, found.words, found.severity),
                *(self._difference(number, each, report, found.source) for number, each in _first(found.differences)),
                *rest(len(found.differences), "处不同"),
                *(Text(f"没有读准：{words}", 14, color="text2", wrap=True) for words in found.doubts[:MOST]),
                *rest(len(found.doubts), "处没有读准"),
            ]
        )
        self._paste.set_words("再粘贴一次")

    def _show(self, widgets: Sequence[QWidget]) -> None:
        self._list.clear()
        self._list.put(*widgets)
        self._list.addStretch(1)

    def _difference(self, number: int, difference: Difference, report: Report, source: str) -> QWidget:
        card = Card("surface", "border", 8)
        card.setObjectName(f"difference_{number}")
        one, other = difference.excerpts
        name = where(difference, report.form)
        column, head = Column(card, (16, 8, 16, 10), 2), Row(None, 0, 8)
        go = Button("去看草稿", "link", name=f"difference_go_{number}", height=30)
        go.setAccessibleDescription(name)
        go.clicked.connect(lambda: self._choose(_place(difference, report)))
        head.put(Text(name, bold=True, wrap=True), stretch=1)
        head.put(go)
        column.put(head)
        for label, marked in zip(("草稿：", f"{source}："), pair(one, other), strict=True):
            line = Row(None, 0, 4)
            words = Text(label, color="text2")
            words.setMinimumWidth(theme().px(_LABEL))
            line.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
            line.put(marked, stretch=1)
            column.put(line)
        return card

    def _choose(self, place: Place) -> None:
        self.close()
        self.chosen.emit(place)


def _first(differences: Sequence[Difference]) -> Iterator[tuple[int, Difference]]:
    return enumerate(differences[:MOST], 1)


def _place(difference: Difference, report: Report) -> Place:
    place = difference.place
    if place in report.form.cells:
        return Place(report.form.table_of(place).id, place)
    if place in ("agency.name", "year"):
        return Place("agency", place.removeprefix("agency."))
    return Place(place.removeprefix(HEADING))
