"""What is left to do before the export: blank cells to confirm, findings by gravity, answered warnings."""

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.flow import Flow
from gui.controls.layouts import Card, Column, Row, holds_focus
from gui.controls.plain import set_tip
from gui.controls.text import Text, severity_sign
from gui.findings.answered import Answered
from gui.findings.entry import Entry, entry_of
from gui.pages.finish.unwritten import Unwritten, unwritten
from gui.services.words import cure_words, filled_words, place_words, shortened
from gui.session.bridge import Bridge
from model.checks import CHECKS, SEVERITIES, Finding
from model.checks.about import BlankCells
from model.checks.groups import groups
from model.form.form import Form
from model.report.change import Place
from model.session.zero_fill import zero_fill

_NAMED = 6
_SHORT, _LONGEST = 5, 12
"""The longest words of a cure that has other links beside it, and the longest shown at all, in characters."""


class ToDo(QWidget):
    """The list; its signals ask for what the clerk pressed."""

    go_to = Signal(object)
    place = Signal(object)
    dismiss = Signal(object)
    fix = Signal(object)
    confirm = Signal(object)
    message = Signal(str)
    checks_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the list for a session."""
        super().__init__(parent)
        self.setObjectName("to_do")
        self._bridge = bridge
        self._column = Column(self, 0, 12)
        self.refresh()

    def refresh(self) -> None:
        """Show the session's present state; the keyboard stays in its line, or goes to the one that takes its place."""
        gone = self._column.taken()
        at = next((index for index, line in enumerate(gone) if holds_focus(line)), -1)
        self._fill()
        if at >= 0:
            self._focus(at)
        for line in gone:
            line.hide()
            line.deleteLater()

    def _fill(self) -> None:
        session = self._bridge.session
        self._column.put(self._headline())
        if session.report.blanks:
            self._column.put(self._blanks(session.report.blanks))
        if parts := unwritten(session.report):
            card = Unwritten(self._bridge, parts)
            card.place.connect(self.place)
            card.message.connect(self.message)
            self._column.put(card)
        for group in groups(session.findings, session.report.form):
            if not isinstance(group.first.about, BlankCells):
                self._column.put(self._finding(entry_of(group, session)))
        if session.report.dismissed:
            self._column.put(Answered(self._bridge))

    def _focus(self, at: int) -> None:
        """Put the keyboard on the same button of a line as before, or on its first."""
        item = self._column.itemAt(min(at, self._column.count() - 1))
        line, focused = item.widget() if item else None, self.window().focusWidget()
        if line is not None and focused is not None:
            line.show()
            buttons = cast("list[Button]", line.findChildren(Button))
            for button in sorted(buttons, key=lambda found: found.objectName() != focused.objectName())[:1]:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_zero(self) -> None:
        filled = zero_fill(self._bridge.session.report)
        self._bridge.do(filled.edit)
        self.message.emit(filled_words(filled, self._bridge.session.report))

    def _headline(self) -> QWidget:
        findings = self._bridge.session.findings
        errors = sum(finding.severity == "error" for finding in findings)
        words = f"还有 {errors} 个错误要改" if errors else "没有错误，可以导出"
        line, column = QWidget(), Column(None, 0, 6)
        row = Row(None, 0, 10)
        row.put(severity_sign("error" if errors else "ok", 22))
        row.put(Text(words, 18, bold=True, wrap=True), stretch=1)
        column.put(row)
        column.put(Text(_summary(findings, errors), 14, color="text2", wrap=True))
        checks = Button(f"{len(CHECKS)} 项校验是哪些", "link", name="list_of_checks", height=28, px=14)
        checks.clicked.connect(self.checks_wanted)
        column.put(checks)
        line.setLayout(column)
        return line

    def _blanks(self, blanks: tuple[str, ...]) -> QWidget:
        card = Card("warn_tint", "warn_edge", 8)
        card.setObjectName("blank_cells")
        column, head, actions = Column(card, (14, 12, 14, 10), 6), Row(None, 0, 8), Flow(gap=16)
        head.put(severity_sign("warning", 20))
        head.put(Text(f"还有 {len(blanks)} 格没填", 15, bold=True, wrap=True), stretch=1)
        column.put(head)
        for words in _listed(blanks, self._bridge.session.report.form):
            column.put(Text(words, 14, color="text2", wrap=True))
        fill = Button("确认没有发生，全部填 0", "secondary", name="confirm_zero")
        see = Button("去填", "link", name="go_blank", height=32)
        fill.clicked.connect(self._fill_zero)
        see.clicked.connect(lambda: self.place.emit(Place(blanks[0].partition(".")[0], blanks[0])))
        fill.setEnabled(not self._bridge.session.read_only)
        actions.put(fill, see)
        column.addLayout(actions)
        return card

    def _finding(self, entry: Entry) -> QWidget:
        finding = entry.finding
        line, words = QWidget(), Column(None, 0, 2)
        line.setObjectName(f"to_do_{finding.check}")
        where = f"{SEVERITIES[finding.severity]} · {place_words(finding, entry.form)}"
        words.put(Text(where, 13, color="text2", wrap=True))
        words.put(Text(entry.group.sentence, wrap=True))
        above, actions = Flow(), Flow(gap=16)
        for number, button in enumerate(self._actions(entry)):
            long = number == 0 and len(button.text()) > _SHORT
            (above if long else actions).put(button)
        words.addLayout(above)
        words.addLayout(actions)
        return signed(line, severity_sign(finding.severity, 20), words)

    def _actions(self, entry: Entry) -> Iterable[Button]:
        finding, findings = entry.finding, entry.group.findings
        writable = not self._bridge.session.read_only
        if writable and entry.group.is_fixable:
            cure = _link(shortened(cure_words(entry.group), _LONGEST), f"cure_{finding.check}", self.fix, findings)
            cure.setAccessibleName(cure_words(entry.group))
            set_tip(cure, cure_words(entry.group) if cure.text() != cure_words(entry.group) else "")
            yield cure
        elif writable and entry.on_evidence:
            yield _link("已核对", f"confirmed_{finding.check}", self.confirm, findings)
        yield _link("去改" if finding.severity == "error" else "去看", f"see_{finding.check}", self.go_to, finding)
        if finding.severity != "error" and writable and not entry.on_evidence:
            yield _link("不改，说明理由", f"reason_{finding.check}", self.dismiss, findings)


def signed(line: QWidget, sign: QWidget, words: Column) -> QWidget:
    """A line of the list: a sign, and beside it its words."""
    row = Row(line, 0, 10)
    side = Column(None, 0, 0)
    side.put(sign)
    side.addStretch(1)
    row.put(side)
    row.put(words, stretch=1)
    return line


def _link(words: str, name: str, signal: object, value: object) -> Button:
    button = Button(words, "link", name=name, height=32)
    button.clicked.connect(lambda: signal.emit(value))  # type: ignore[attr-defined]
    return button


def _summary(findings: Sequence[Finding], errors: int) -> str:
    counts = {word: sum(f.severity == severity for f in findings) for severity, word in SEVERITIES.items()}
    others = "、".join(f"{counts[word]} 个{word}" for word in ("警告", "提示") if counts[word])
    if errors:
        return "带着错误也能导出，但公布前应当改好。" + (f"另有 {others}。" if others else "")
    return f"校验里有 {others}，可以再看看。" if others else "各项校验都通过或已说明。"


def _listed(blanks: tuple[str, ...], form: Form) -> list[str]:
    """The blank cells by table, the first few by name."""
    lines = []
    for table in form.tables:
        mine = [cell_id for cell_id in blanks if cell_id.startswith(f"{table.id}.")]
        if mine:
            named = "；".join(form.name(cell_id) for cell_id in mine[:_NAMED])
            lines.append(f"{table.name} {len(mine)} 格：{named}{' 等' if len(mine) > _NAMED else ''}")
    return lines
