"""One report in two drafts: asked about before the second one is opened or made, and shown side by side."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gui.dialogs.desk.difference import DifferenceDialog
from gui.dialogs.desk.difference_view import Side
from gui.services.moments import moment_words
from gui.shell.desk.history import become
from model.desk.brought_back import with_printed
from model.desk.differences import in_words, parts
from model.drafts import saved_words
from model.drafts.draft import Draft, load
from model.files.problems import FileProblem
from model.report.report import Report

if TYPE_CHECKING:
    from gui.shell.opening import Opening
    from gui.shell.stage import Stage
    from model.desk.desk import Twin

_INTO = "把改动放进那一份：印出来的换成读到的，备注、理由和上年报告不动，可以撤销。"
_ANSWERS = (("replace", "用它替换"), ("both", "两份都留"))


class _Known(NamedTuple):
    """The draft that is there, and what was read: its place, its report, that report with what was read put into it.

    `file` is the name of the file that was read, empty for none; `saved` tells when the draft was saved.
    """

    path: Path
    mine: Report
    back: Report
    file: str
    saved: str


class Clashes:
    """What is asked about two drafts of one report."""

    def __init__(self, stage: "Stage", opening: "Opening") -> None:
        """Take what questions stand over, and what opens drafts."""
        self._stage, self._opening = stage, opening

    def look_at_file(self, path: Path) -> Callable[[], None] | None:
        """Look whether another draft is of the report in a file that is to be opened; asks about them, None for none.

        It may be called in a thread; what it returns asks in the window.
        """
        desk = self._stage.desk
        twin = desk.twin(path)
        if twin is None:
            return None
        try:
            theirs, mine = desk.draft(path), desk.draft(twin.path)
        except FileProblem:
            return None
        return partial(self._ask, path, twin, theirs, mine)

    def look_at_new(self, report: Report, make: Callable[[], object], draft: str = "") -> Callable[[], None] | None:
        """Look whether there is a draft of a report already before another is made; asks about it, None for none.

        It may be called in a thread; what it returns asks in the window. What was read from a file, as from the Word
        file that was sent round, can go into the draft that is there.

        Args:
            report: the report.
            make: makes the second draft.
            draft: the id of the draft that the report says it was exported from, which leads back to that one.
        """
        desk, file = self._stage.desk, report.source.file if report.source else ""
        origin = desk.exported_from(draft, report.year)
        same = None if origin else desk.same_report(report.agency.name, report.year)
        found = origin or (same.path if same else None)
        there = _loaded(found)
        if found is None or there is None:
            return None
        mine = there.report
        back = with_printed(mine, report) if file and mine.form.id == report.form.id else report
        known = _Known(found, mine, back, file, _told(there))
        if origin is not None and parts(mine, back) == ():
            return partial(self._ask_same, known, make)
        return partial(self._ask_new, known, make, "" if not draft else "another" if origin is None else "this")

    def _ask_same(self, known: "_Known", make: Callable[[], object]) -> None:
        """Tell that a file says what its draft says, and open that one unless a second one is wanted."""
        words = f"“{known.file}”是从它导出的，要印的内容与它一样，没有要放进去的改动。"
        answers = (("open", "打开那一份"), ("make", "另建一份"))
        self._put(known, make, f"草稿“{known.path.name}”就在这里", words, answers)

    def _ask_new(self, known: "_Known", make: Callable[[], object], exported: str) -> None:
        """Ask; `exported` says from which draft the file was exported: `this`, `another`, or empty where not known."""
        answers = (("into", "把改动放进那一份"), ("look", "看不同")) if known.file else (("open", "打开那一份"),)
        told = f"“{known.path.name}”（{known.saved}）"
        if exported == "this":
            heading = f"“{known.file}”是从这里的一份草稿导出的"
            words = f"草稿是{told}；不同的有：{in_words(known.mine, known.back)}。{_INTO}"
        else:
            heading = f"{known.mine.year} 年度的已经有一份"
            words = f"{told}也是 {known.mine.agency.name} {known.mine.year} 年度的。{_INTO if known.file else ''}"
            words += f"“{known.file}”不是从它导出的，是从另一份草稿。" if exported else ""
        self._put(known, make, heading, f"{words}另建一份，两份都会列出来。", (*answers, ("make", "另建一份")))

    def _put(
        self,
        known: "_Known",
        make: Callable[[], object],
        heading: str,
        words: str,
        answers: tuple[tuple[str, str], ...],
    ) -> None:
        question = self._stage.question(heading, words, answers)

        def answer(chosen: str) -> None:
            if chosen == "open":
                self._opening.open(known.path)
            elif chosen == "look":
                self._look_at_new(known.path, known.mine, known.back, known.file, answer)
            elif chosen == "into":
                become(self._stage, self._opening, known.path, known.back, saved_words.replaced_by(Path(known.file)))
            else:
                make()

        question.answered.connect(answer)
        question.open()

    def _look_at_new(self, path: Path, mine: Report, back: Report, file: str, answer: Callable[[str], None]) -> None:
        one, other = Side(f"本机的：{path.name}", mine), Side(f"读到的：{file}", back)
        answers = (("into", "把改动放进那一份"), ("make", "另建一份"))
        dialog = DifferenceDialog("两份有哪些不同", one, other, answers, self._stage.over)
        dialog.answered.connect(answer)
        dialog.parts_taken.connect(lambda of: self._take_parts(path, back, Path(file), of))
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
        dialog.parts_taken.connect(lambda of: self._take_parts(twin.path, theirs, path, of))
        dialog.open()

    def _take_parts(self, mine: Path, theirs: Report, file: Path, of: Sequence[str]) -> None:
        """Put some parts of what was opened into the draft that is there."""
        there = _loaded(mine)
        if there is None or not self._opening.open(mine, ask=False):
            return
        names = [part.name for part in parts(there.report, theirs) if part.id in of]
        become(self._stage, self._opening, mine, theirs, saved_words.taken_from(file, names), of)

    def _do(self, chosen: str, path: Path, twin: "Twin", theirs: Report) -> None:
        if chosen == "both":
            self._opening.open(path, ask=False)
        elif self._opening.open(twin.path, ask=False):
            become(self._stage, self._opening, twin.path, theirs, saved_words.replaced_by(path))


def _loaded(path: Path | None) -> Draft | None:
    with suppress(FileProblem):
        return load(path) if path else None
    return None


def _told(draft: Draft) -> str:
    return f"{moment_words(draft.saved_at)} 保存" if draft.saved_at else "不知道哪天的"
