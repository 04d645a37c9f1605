"""What is asked when a report cannot be saved where it is: on leaving it, and when it was changed elsewhere."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QFileDialog

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
        what, again = saved_words.leaving_gone(versions), "重新保存到原处"
    else:
        what, again = saved_words.leaving(bridge.keep_copy()), "再试一次"
    answers = (("retry", again), ("save_as", "换个地方保存…"), ("leave", "仍要离开"))
    question = stage.question(saved_words.STILL_UNSAVED, f"{trouble}。{what}", answers)

    def answer(chosen: str) -> None:
        if chosen == "retry":
            if bridge.save_again() is None:
                opening.close()
            else:
                ask_to_leave(stage, opening, bridge.save_now() or trouble, then)
        elif chosen == "leave":
            opening.leave()
        elif not save_as(stage, opening):
            return
        elif then is not None:
            opening.close()
        if then is not None and stage.report is None:
            then()

    question.answered.connect(answer)
    question.open()


def save_as(stage: "Stage", opening: Openings) -> bool:
    """Ask for another place and write the open report there as a draft of its own; says whether that was done."""
    report = stage.report
    if report is None:
        return False
    chosen, _ = QFileDialog.getSaveFileName(stage.over, "换个地方保存", str(Path.home() / report.path.name), _DRAFTS)
    if not chosen:
        return False
    path = Path(chosen if chosen.endswith(".nianbao") else f"{chosen}.nianbao")
    try:
        opened = stage.library.save_as(report.bridge.session.draft, path, datetime.now().astimezone())
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
