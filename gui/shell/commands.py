"""What the keys and the buttons around the page do in an open report."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from gui.services.words import filled_words, pages
from gui.shell.jumps import jump_of
from model.checks import Finding
from model.form.form import CellError
from model.report.change import Change, Place
from model.session.edits import carry_out
from model.session.zero_fill import zero_fill

if TYPE_CHECKING:
    from gui.shell.wizard import Wizard

NOT_FILLED = "还没有填；没有发生的填 0"
"""What is said of a blank cell that was looked for."""


class Commands:
    """The commands of one open report; each ends with the clerk where its effect is to be seen."""

    def __init__(self, wizard: "Wizard") -> None:
        """Connect what calls them."""
        self._wizard, self._bridge = wizard, wizard.bridge
        self._connect()
        self._add_shortcuts()

    def go_to(self, finding: Finding) -> None:
        """Show the place of a finding."""
        self._wizard.findings.take(finding)
        self._wizard.go(jump_of(finding, self._bridge.session.report))

    def step(self, forward: int) -> None:
        """Go to the next finding, or with -1 to the one before."""
        self._wizard.catch_up()
        stop = self._wizard.findings.step(forward)
        if stop is not None:
            report = self._bridge.session.report
            place = stop.place or jump_of(stop.finding, report)
            self._wizard.go(place)
            if place.cell in report.blanks:
                self._wizard.say(NOT_FILLED)

    def fix(self, findings: Sequence[Finding]) -> None:
        """Make the cures of some findings, and show the place; on the last page the clerk stays with the list."""
        try:
            change = self._bridge.cure(findings)
        except CellError as error:
            self._wizard.say(str(error))
            return
        if change.place is not None and self._wizard.page != "finish":
            self._wizard.go(change.place)
        if change:
            count = len(findings)
            self._wizard.say(f"改正了 {count} 处，可以撤销" if count > 1 else "已改正，可以撤销")

    def confirm(self, findings: Sequence[Finding]) -> None:
        """Take what the source printed as it was taken."""
        for finding in findings:
            self._bridge.confirm(finding)
        self._wizard.say("已记为核对过，可以撤销")

    def fix_at_hand(self) -> None:
        """Make the cure that is being explained in the text, else that of the finding F8 led to."""
        self._wizard.catch_up()
        if self._wizard.take_explained():
            return
        finding = self._wizard.findings.at_hand
        if finding is None:
            self._wizard.say("先按 F8 到要改的问题，再按 Alt+回车。")
        elif finding.fix is None:
            self._wizard.say("这个问题没有现成的改法，请在原处改。")
        else:
            self.fix([finding])

    def _connect(self) -> None:
        top, bottom, findings = self._wizard.top, self._wizard.bottom, self._wizard.findings
        top.undo.connect(self._undo)
        top.redo.connect(self._redo)
        self._wizard.rail.chosen.connect(self._turn_to)
        bottom.chosen.connect(self._turn_to)
        bottom.balance.carry_out.connect(self._carry_out)
        bottom.balance.go.connect(self._go_to_column)
        findings.go.connect(self.go_to)
        findings.fill_zero.connect(self._fill_zero)
        findings.carry_out.connect(self._carry_out)
        findings.fix.connect(self.fix)
        findings.confirm.connect(self.confirm)

    def _add_shortcuts(self) -> None:
        keys = {
            "Ctrl+Z": self._undo,
            "Ctrl+Y": self._redo,
            "Ctrl+Shift+Z": self._redo,
            "F8": lambda: self.step(1),
            "Shift+F8": lambda: self.step(-1),
            "Alt+Return": self.fix_at_hand,
            "Alt+Enter": self.fix_at_hand,
            "Ctrl+S": self._save,
            "Ctrl+PgDown": lambda: self._turn(1),
            "Ctrl+PgUp": lambda: self._turn(-1),
        }
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self._wizard).activated.connect(act)

    def _turn(self, step: int) -> None:
        order = list(pages(self._bridge.session.report.form))
        self._turn_to(order[min(max(order.index(self._wizard.page) + step, 0), len(order) - 1)])

    def _turn_to(self, page: str) -> None:
        self._wizard.go(Place(page))

    def _save(self) -> None:
        trouble = self._bridge.save_now()
        if trouble is None:
            self._wizard.bottom.show_saved(datetime.now().astimezone())
            self._wizard.say("已保存。平时不用按，改动会自动保存。")

    def _undo(self) -> None:
        self._show_step(self._bridge.undo(), "没有可以撤销的了。")

    def _redo(self) -> None:
        self._show_step(self._bridge.redo(), "没有可以重做的了。")

    def _show_step(self, change: Change | None, nothing: str) -> None:
        if change is None:
            self._wizard.say(nothing)
        elif change.place is not None:
            self._wizard.go(change.place)

    def _fill_zero(self) -> None:
        filled = zero_fill(self._bridge.session.report)
        self._bridge.do(filled.edit)
        self._wizard.say(filled_words(filled, self._bridge.session.report))

    def _carry_out(self, column: str) -> None:
        self._bridge.do(carry_out(column))
        self._go_to_cell(self._bridge.session.report.form.balance_of(column).right[-1])

    def _go_to_column(self, column: str) -> None:
        self._go_to_cell(self._bridge.session.report.form.balance_of(column).left[0])

    def _go_to_cell(self, cell_id: str) -> None:
        self._wizard.go(Place(self._bridge.session.report.form.table_of(cell_id).id, cell_id))
