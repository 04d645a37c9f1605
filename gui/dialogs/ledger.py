"""从台账计数: what a ledger counts to, what it leaves open, and what it would change in the table, before it does."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Choice
from gui.controls.layouts import Card, Column, Row, Scroll
from gui.controls.text import Severity, Text
from gui.dialogs.file_dialog import MOST, FileDialog, rest, verdict
from model.form.form import Form, format_value
from model.ledger.counting import Count
from model.ledger.ledger import Ledger
from model.ledger.provenance import Difference
from model.ledger.questions import Question
from model.structs import Struct

_WIDTH, _HEIGHT = 780, 590
_LISTED = 5
"""So many lines are named in a question."""
_ASKED = (
    "选依申请公开台账（Excel、WPS 表格或 .csv），或把文件拖到这里。程序只数有几件：姓名、地址和内容不会进入草稿。"
    "填进表里以前，先列出不清楚的行和会改动的格。"
)


class Counted(Struct, frozen=True):
    """What the dialog shows of a count.

    Attributes:
        name: what the file is called.
        ledger: what was read.
        count: what it counts to.
        differences: what it would change in the tables.
        notes: what else is to be said, a sentence each.
        form: whose cells they are.
        same_file: whether the table was counted from this very file before.
    """

    name: str
    ledger: Ledger
    count: Count
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]
    form: Form
    same_file: bool


class LedgerDialog(FileDialog):
    """Asks for the ledger, then its questions, and shows the differences."""

    file_wanted = Signal()
    answered = Signal(str, str)
    """The key of a question and the id of the choice."""
    taken = Signal()
    template_wanted = Signal()
    """A ledger to be filled in is wanted: a blank one, or next year's of the one that was counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask for the file."""
        super().__init__("ledger_dialog", "从台账计数", parent)
        self._questions: dict[str, QWidget] = {}
        inside, above, middle, below = QWidget(), QWidget(), QWidget(), QWidget()
        self._above, self._middle, self._below = Column(above, 0, 10), Column(middle, 0, 10), Column(below, 0, 4)
        self._take = Button("填入表格", "primary", name="ledger_take", height=40)
        self._open = Button("选台账文件…", "secondary", name="ledger_open", height=40)
        self._template = Button("空白台账模板…", "link", name="ledger_template", height=40)
        close = Button("关闭", "ghost", name="ledger_close", height=40)
        lines, column, foot = Column(inside, (0, 0, 12, 0), 10), Column(self, 24, 12), Row(None, 0, 8)
        lines.put(above, middle, below)
        lines.addStretch(1)
        column.put(Text("从台账计数", 18, bold=True), Text(_ASKED, color="text2", wrap=True))
        column.put(Scroll(inside), stretch=1)
        foot.put(self._template)
        foot.addStretch(1)
        foot.put(close, self._open, self._take)
        column.put(foot)
        self._take.setVisible(False)
        self._open.setDefault(True)
        self._template.clicked.connect(self.template_wanted)
        self._open.clicked.connect(self.file_wanted)
        self._take.clicked.connect(self.taken)
        close.clicked.connect(self.close)
        self.take_room(_WIDTH, _HEIGHT)

    def show_busy(self, name: str) -> None:
        """Say that a file is being read."""
        self._clear()
        self._above.put(Text(f"正在读“{name}”…", color="text2"))

    def show_refused(self, why: str) -> None:
        """Say why nothing was counted."""
        self._clear()
        self._above.put(verdict("ledger_verdict", "没有计数", why, "error"))

    def show_counted(self, found: Counted, answers: Mapping[str, str]) -> None:
        """Show what was counted, with what was answered; questions that are there already stay as they are."""
        self._above.clear()
        self._above.put(verdict("ledger_verdict", *_summary(found)))
        self._ask(found, answers)
        self._below.clear()
        self._below.put(*rest(len(found.count.questions), "个问题"), *_told(found))
        self._take.setVisible(True)
        self._take.set_words("先填入清楚的" if found.count.waiting else "填入表格")
        self._open.set_words("换一本台账…")
        self._template.set_words("做下一年的台账…")
        self._take.setDefault(True)

    def show_written(self, words: str) -> None:
        """Say what was written, or why nothing was, above all else."""
        self._above.put(Text(words, 14, wrap=True))

    def _clear(self) -> None:
        for column in (self._above, self._middle, self._below):
            column.clear()
        self._questions = {}
        self._take.setVisible(False)

    def _ask(self, found: Counted, answers: Mapping[str, str]) -> None:
        asked = {question.key: question for question in found.count.questions[:MOST]}
        for key in self._questions.keys() - asked.keys():
            self._questions.pop(key).deleteLater()
        for number, (key, question) in enumerate(asked.items(), 1):
            if key not in self._questions:
                self._questions[key] = self._question(number, question, found.ledger, answers.get(key, ""))
                self._middle.put(self._questions[key])

    def _question(self, number: int, question: Question, ledger: Ledger, answer: str) -> QWidget:
        card = Card("surface", "border", 8)
        card.setObjectName(f"ledger_question_{number}")
        usual = next((choice.says for choice in question.choices if choice.id == question.suggested), "")
        offered = [
            ("", f"请选（多数算“{usual}”）" if usual else "请选"),
            *((each.id, each.says) for each in question.choices),
        ]
        choice = Choice(f"ledger_answer_{number}", question.says, offered)
        choice.show_choice(answer)
        choice.picked.connect(lambda picked: self.answered.emit(question.key, picked))
        column = Column(card, (16, 10, 16, 12), 4)
        column.put(
            Text(question.says, bold=True, wrap=True), Text(_where(ledger, question), 14, color="text2", wrap=True)
        )
        if question.reason:
            column.put(Text(question.reason, 14, color="text2", wrap=True))
        column.put(choice)
        return card


def _summary(found: Counted) -> tuple[str, str, Severity]:
    count, unanswered = found.count, len(found.count.unanswered)
    read = sum(len(sheet.lines) for sheet in found.ledger.sheets)
    counted = read - count.waiting - count.skipped - count.outside
    words = f"“{found.name}”共 {read} 行，{count.period.year} 年的计入 {counted} 件"
    words += "".join(
        f"，{number} {what}"
        for number, what in ((count.outside, "件不是这一年的"), (count.skipped, "行按您说的不计"))
        if number
    )
    if unanswered or count.waiting:
        waits = f"，{count.waiting} 行还没有计入" if count.waiting else ""
        return f"有 {unanswered} 处要问您{waits}", f"{words}。", "warning"
    if not count.numbers:
        return "没有可以填的数", f"{words}。", "warning"
    changed = len(found.differences)
    if not changed:
        return f"台账说到的 {len(count.numbers)} 格，表格里的数都与台账一致", f"{words}。", "ok"
    return f"都清楚了，会改动 {changed} 格", f"{words}。", "hint"


def _where(ledger: Ledger, question: Question) -> str:
    places = "、".join(map(ledger.name, question.places[:_LISTED]))
    return f"{places}等 {len(question.places)} 行" if len(question.places) > _LISTED else places


def _told(found: Counted) -> Iterator[QWidget]:
    """The notes and the differences."""
    yield from (Text(note, 14, color="text2", wrap=True) for note in found.notes)
    if found.differences:
        yield Text("会改动的格", 15, bold=True)
    named = [each for each in found.differences if each.before is not None or each.after]
    for each in named[:MOST]:
        before = "空" if each.before is None else format_value(each.before)
        table = found.form.table_of(each.cell).name
        yield Text(f"{table}　{found.form.name(each.cell)}：{before} → {each.after}", 15, wrap=True)
    yield from rest(len(named), "格")
    if zeros := len(found.differences) - len(named):
        yield Text(f"另外 {zeros} 格现在是空的，填 0。", 15, wrap=True)


def _fees_go_to(*, offered: bool) -> str:
    if offered:
        return "填入以后，第六部分的“插入数据”里有现成的句子。"
    return "还有不清楚的行，都清楚了，第六部分的“插入数据”里才有现成的句子。"


def listed_notes(count: Count, carried: Sequence[tuple[str, int, int]], *, offered: bool) -> tuple[str, ...]:
    """What else is to be said of a count: blank differences with last year's report, and the fees.

    Args:
        count: what was counted.
        carried: see `model.ledger.provenance.carried_in_otherwise`.
        offered: whether the sentence about the fees will be offered.
    """
    notes = [
        f"上年结转（{name}）：台账是 {now} 件，上年报告结转下年度的是 {before} 件，请核对。"
        for name, before, now in carried
    ]
    if count.fees.count:
        notes.append(f"信息处理费：{count.fees.count} 件，共 {count.fees.amount} 元。{_fees_go_to(offered=offered)}")
    return tuple(notes)
