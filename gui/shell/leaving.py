"""What is asked when a report cannot be saved where it is: on leaving it, and when it was changed elsewhere."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QDialog, QFileDialog

from model.drafts import saved_words
from model.files.problems import FileProblem

if TYPE_CHECKING:
    from gui.shell.stage import Stage
    from model.drafts.library import Opened


class Openings(Protocol):
    """What opens and closes the report."""

    def close(self) -> bool:
        """Close it, when it can be saved."""

    def leave(self) -> None:
        """Close it whatever is not saved."""

    def move_to(self, opened: "Opened", words: str) -> None:
        """Go on in another file, and say so."""

    def reopen(self, stale: bytes = b"", words: str = "") -> None:
        """Open it anew, and say why."""


_DRAFTS = "年报草稿 (*.nianbao)"


def ask_to_leave(stage: "Stage", opening: Openings, trouble: str, then: Callable[[], object] | None) -> None:
    """Ask what to do with a report that is not saved; the words say where the work is at this moment.

    Args:
        stage: what is shown.
        opening: closes the report.
        trouble: why it is not saved.
        then: done when the report is closed after all, as closing the window.
    """
    report = stage.report
    assert report is not None
    bridge = report.bridge
    if bridge.gone:
        versions = len(bridge.file.history.generations()) if bridge.file else 0
        what, again, leave = saved_words.leaving_gone(versions), "重新保存到原处", "仍要离开"
    else:
        copy = bridge.keep_copy()
        what = saved_words.leaving(copy)
        again, leave = ("继续等", saved_words.leaving_now(copy)) if bridge.hangs else ("再试一次", "仍要离开")
    answers = (("retry", again), ("save_as", "换个地方保存…"), ("leave", leave))
    question = stage.question(saved_words.STILL_UNSAVED, f"{trouble}。{what}", answers)

    def answer(chosen: str) -> None:
        if chosen == "retry":
            _try_again(stage, opening, then)
            return
        if chosen == "leave":
            opening.leave()
        elif not save_as(stage, opening):
            return
        elif then is not None:
            opening.close()
        _go_on(stage, then)

    def end(code: int) -> None:
        """What was asked about is done: the draft has it all."""
        if code == QDialog.DialogCode.Accepted and opening.close():
            _go_on(stage, then)

    if bridge.hangs:
        bridge.saved.connect(question.accept)
        question.finished.connect(end)
    question.answered.connect(answer)
    question.open()


def _try_again(stage: "Stage", opening: Openings, then: Callable[[], object] | None) -> None:
    report = stage.report
    if report is None:
        return
    left = report.bridge.save_now() if report.bridge.hangs else report.bridge.save_again()
    if left is None:
        opening.close()
        _go_on(stage, then)
    elif stage.report is report:
        ask_to_leave(stage, opening, left, then)


def _go_on(stage: "Stage", then: Callable[[], object] | None) -> None:
    if then is not None and stage.report is None:
        then()


def save_as(stage: "Stage", opening: Openings) -> bool:
    """Ask for another place and write the open report there as a draft of its own; says whether that was done."""
    report = stage.report
    if report is None:
        return False
    chosen, _ = QFileDialog.getSaveFileName(stage.over, "换个地方保存", str(Path.home() / report.path.name), _DRAFTS)
    if not chosen:
        return False
    path = Path(chosen if chosen.endswith(".nianbao") else f"{chosen}.nianbao")
    write = partial(stage.library.save_as, report.bridge.session.draft, path, datetime.now().astimezone())
    try:
        opened = stage.waiting.apart(saved_words.SAVING, path, write, lambda late: late.file.close())
    except FileProblem as problem:
        stage.tell(saved_words.not_written_there(problem), "error")
        return False
    opening.move_to(opened, saved_words.saved_elsewhere(path))
    return True


def ask_about_conflict(stage: "Stage", opening: Openings, cause: str) -> None:
    """Ask whose content the draft shall have after it was changed elsewhere; either way both are kept."""
    report = stage.report
    if report is None:
        return
    bridge = report.bridge
    what = saved_words.in_conflict(bridge.keep_copy())
    answers = (("mine", "用我这里的内容"), ("theirs", "用别处的内容"))
    question = stage.question(
        "这份年报在别处被改过", f"{cause}。{what}两份都会保留，没选的那份另存在旁边。", answers, safe="cancel"
    )

    def answer(chosen: str) -> None:
        if chosen == "mine":
            bridge.decide()
            return
        try:
            beside = bridge.put_beside()
        except FileProblem as problem:
            stage.tell(f"没有换：您的内容没能另存在旁边（{problem.reason}）", "error")
            return
        opening.reopen(words=saved_words.put_beside(beside) if beside else "")

    question.answered.connect(answer)
    question.open()
