"""One report in two drafts: asked about before the second one is opened or made, and shown side by side."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from gui.dialogs.desk.difference import DifferenceDialog
from gui.dialogs.desk.difference_view import Side
from gui.services.moments import moment_words
from gui.shell.desk.history import become
from model.desk.brought_back import with_printed
from model.drafts import saved_words
from model.drafts.draft import Draft
from model.files.problems import FileProblem
from model.report.report import Report

if TYPE_CHECKING:
    from gui.shell.opening import Opening
    from gui.shell.stage import Stage
    from model.desk.desk import Twin

_INTO = "把改动放进那一份：印出来的换成读到的，备注、理由和上年报告不动，可以撤销。"
_ANSWERS = (("replace", "用它替换"), ("both", "两份都留"))


class Clashes:
    """What is asked about two drafts of one report."""

    def __init__(self, stage: "Stage", opening: "Opening") -> None:
        """Take what questions stand over, and what opens drafts."""
        self._stage, self._opening = stage, opening

    def about_file(self, path: Path) -> bool:
        """Ask about a file that is to be opened where another draft is of the same report; whether it was asked."""
        desk = self._stage.desk
        twin = desk.twin(path)
        if twin is None:
            return False
        try:
            theirs, mine = desk.draft(path), desk.draft(twin.path)
        except FileProblem:
            return False
        self._ask(path, twin, theirs, mine)
        return True

    def about_new(self, report: Report, make: Callable[[], object]) -> bool:
        """Ask before a second draft for an agency and year is made; whether it was asked.

        What was read from a file, as from the Word file that was sent round, can go into the draft that is there.
        """
        found = self._stage.desk.same_report(report.agency.name, report.year)
        mine = self._stage.desk.report(found.path) if found else None
        if found is None or mine is None:
            return False
        file = report.source.file if report.source else ""
        answers = (("into", "把改动放进那一份"), ("look", "看不同")) if file else (("open", "打开那一份"),)
        words = (
            f"“{found.path.name}”（{moment_words(found.saved_at)} 保存）也是 {report.agency.name} "
            f"{report.year} 年度的。{_INTO if file else ''}另建一份，两份都会列出来。"
        )
        question = self._stage.question(f"{report.year} 年度的已经有一份", words, (*answers, ("make", "另建一份")))
        back = with_printed(mine, report) if file and mine.form.id == report.form.id else report

        def answer(chosen: str) -> None:
            if chosen == "open":
                self._opening.open(found.path)
            elif chosen == "look":
                self._look_at_new(found.path, mine, back, file, answer)
            elif chosen == "into":
                become(self._stage, self._opening, found.path, back, saved_words.replaced_by(Path(file)))
            else:
                make()

        question.answered.connect(answer)
        question.open()
        return True

    def _look_at_new(self, path: Path, mine: Report, back: Report, file: str, answer: Callable[[str], None]) -> None:
        one, other = Side(f"本机的：{path.name}", mine), Side(f"读到的：{file}", back)
        answers = (("into", "把改动放进那一份"), ("make", "另建一份"))
        dialog = DifferenceDialog("两份有哪些不同", one, other, answers, self._stage.over)
        dialog.answered.connect(answer)
        dialog.open()

    def _ask(self, path: Path, twin: "Twin", theirs: Draft, mine: Draft) -> None:
        same = "这是同一份草稿的另一个副本" if twin.same else "两份是同一机关同一年度的"
        words = (
            f"{same}。\n本机的：{_told(mine)}，在“{twin.path.parent}”。\n打开的：{_told(theirs)}，在“{path.parent}”。\n"
            "“用它替换”把本机那份的内容换成打开的这份，可以撤销，原来的内容也在历史版本里；打开的文件不动。"
        )
        answers = (("look", "看不同"), *_ANSWERS)
        question = self._stage.question(f"“{path.name}”和本机的一份是同一份报告", words, answers, "look")

        def answer(chosen: str) -> None:
            if chosen == "look":
                self._look(path, twin, theirs.report, mine.report)
            else:
                self._do(chosen, path, twin, theirs.report)

        question.answered.connect(answer)
        question.open()

    def _look(self, path: Path, twin: "Twin", theirs: Report, mine: Report) -> None:
        one, other = Side(f"本机的：{twin.path.name}", mine), Side(f"打开的：{path.name}", theirs)
        dialog = DifferenceDialog("两份有哪些不同", one, other, _ANSWERS, self._stage.over)
        dialog.answered.connect(lambda chosen: self._do(chosen, path, twin, theirs))
        dialog.open()

    def _do(self, chosen: str, path: Path, twin: "Twin", theirs: Report) -> None:
        if chosen == "both":
            self._opening.open(path, ask=False)
        elif self._opening.open(twin.path, ask=False):
            become(self._stage, self._opening, twin.path, theirs, saved_words.replaced_by(path))


def _told(draft: Draft) -> str:
    return f"{moment_words(draft.saved_at)} 保存" if draft.saved_at else "不知道哪天的"
