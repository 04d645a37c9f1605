"""What the keys and the buttons around the page do in an open report."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from gui.findings.panel import FindingsPanel
from gui.pages.registry import Pages
from gui.services.words import changed_words, filled_words
from gui.session.bridge import Bridge
from gui.shell.jumps import jump_of
from model.checks import Finding
from model.drafts import saved_words
from model.form.form import CellError
from model.report.change import Change, Place
from model.session.edits import carry_out
from model.session.zero_fill import zero_fill

NOT_FILLED = "还没有填；没有发生的填 0"
"""What is said of a blank cell that was looked for."""


class Shown(Protocol):
    """What is shown of the open report, as far as commands need it."""

    @property
    def page(self) -> str:
        """The id of the page that is shown."""

    def go(self, place: Place) -> None:
        """Show a place."""

    def say(self, words: str) -> None:
        """Show one quiet line."""

    def show_saved(self, at: datetime) -> None:
        """Say when the report was saved."""

    def catch_up(self) -> None:
        """Show everywhere what has changed."""

    def print_report(self) -> None:
        """Ask for the printer, and print the report as it is now."""

    def take_explained(self) -> bool:
        """Make the cure that the page explains; whether there was one."""


class Commands:
    """The commands of one open report; each ends with the clerk where its effect is to be seen."""

    def __init__(self, bridge: Bridge, findings: FindingsPanel, pages: Pages, shown: Shown) -> None:
        """Take the session, the list of findings, the table of pages, and what shows the effect."""
        self._bridge, self._findings, self._pages, self._shown = bridge, findings, pages, shown

    def keys(self) -> Mapping[str, Callable[[], None]]:
        """The shortcuts of an open report."""
        return {
            "Ctrl+Z": self.undo,
            "Ctrl+Y": self.redo,
            "Ctrl+Shift+Z": self.redo,
            "F8": lambda: self.step(1),
            "Shift+F8": lambda: self.step(-1),
            "Alt+Return": self.fix_at_hand,
            "Alt+Enter": self.fix_at_hand,
            "Ctrl+S": self.save,
            "Ctrl+P": self._shown.print_report,
            "Ctrl+PgDown": lambda: self.turn_page(1),
            "Ctrl+PgUp": lambda: self.turn_page(-1),
        }

    def go_to(self, finding: Finding) -> None:
        """Show the place of a finding."""
        self._findings.take(finding)
        self._shown.go(jump_of(finding, self._bridge.session.report))

    def go_to_page(self, page: str) -> None:
        """Show a page by its id."""
        self._shown.go(Place(page))

    def turn_page(self, step: int) -> None:
        """Show the page so many steps further on, or back."""
        entry = self._pages.step_from(self._shown.page, step)
        self.go_to_page(entry.id if entry else self._shown.page)

    def step(self, forward: int) -> None:
        """Go to the next finding, or with -1 to the one before."""
        self._shown.catch_up()
        stop = self._findings.step(forward)
        if stop is not None:
            report = self._bridge.session.report
            place = stop.place or jump_of(stop.finding, report)
            self._shown.go(place)
            if place.cell in report.blanks:
                self._shown.say(NOT_FILLED)

    def fix(self, findings: Sequence[Finding]) -> None:
        """Make the cures of some findings, and show the place; where no findings stand beside the page, stay there."""
        try:
            change = self._bridge.cure(findings)
        except CellError as error:
            self._shown.say(str(error))
            return
        if change.place is not None and self._pages.entries[self._shown.page].findings != "none":
            self._shown.go(change.place)
        if change:
            count = len(findings)
            self._shown.say(f"改正了 {count} 处，可以撤销" if count > 1 else "已改正，可以撤销")

    def confirm(self, findings: Sequence[Finding]) -> None:
        """Take what the source printed as it was taken."""
        for finding in findings:
            self._bridge.confirm(finding)
        self._shown.say("已记为核对过，可以撤销")

    def fix_at_hand(self) -> None:
        """Make the cure that is being explained in the text, else that of the finding F8 led to."""
        self._shown.catch_up()
        if self._shown.take_explained():
            return
        finding = self._findings.at_hand
        if finding is None:
            self._shown.say("先按 F8 到要改的问题，再按 Alt+回车。")
        elif finding.fix is None:
            self._shown.say("这个问题没有现成的改法，请在原处改。")
        else:
            self.fix([finding])

    def save(self) -> None:
        """Save now, also where all was saved and the file is gone; a trouble is told by the bar at the foot."""
        if self._bridge.session.read_only:
            self._shown.say(saved_words.nothing_to_save())
        else:
            self._bridge.save_by_hand()

    def say_saved(self, was_gone: bool) -> None:  # noqa: FBT001 - a signal's
        """Say that the draft holds everything, as it was asked for."""
        self._shown.show_saved(datetime.now().astimezone())
        self._shown.say(saved_words.saved_by_hand(again=was_gone))

    def undo(self) -> None:
        """Take the last step back, show where, and say what."""
        self._show_step(self._bridge.undo(), "撤销")

    def redo(self) -> None:
        """Make the step taken back last again, show where, and say what."""
        self._show_step(self._bridge.redo(), "重做")

    def fill_zero(self) -> None:
        """Fill the blank cells of the whole report with 0."""
        filled = zero_fill(self._bridge.session.report)
        self._bridge.do(filled.edit)
        self._shown.say(filled_words(filled, self._bridge.session.report))

    def carry_out(self, column: str) -> None:
        """Put what a column of table three is off into 结转下年度, and show it."""
        edit = carry_out(column)
        self._bridge.do(edit)
        self._shown.go(edit.place_in(self._bridge.session.report))

    def _show_step(self, change: Change | None, name: str) -> None:
        if change is None:
            self._shown.say(f"没有可以{name}的了。")
            return
        if change.place is not None:
            self._shown.go(change.place)
        if what := changed_words(change, self._bridge.session.report.form):
            self._shown.say(f"已{name}：{what}")
