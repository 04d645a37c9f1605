"""What the window offers and asks about drafts: after a crash, an unreadable one, another file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from gui.services.moments import when
from model.drafts import saved_words
from model.drafts.library import Leftover, Unreadable

if TYPE_CHECKING:
    from gui.shell.stage import Stage


def offer(stage: "Stage", leftover: Leftover) -> None:
    """Say on the start screen what an earlier run left, and offer to go on with it.

    Closing the line forgets nothing but that a report was not closed: unsaved work is offered again.
    """
    at = when(leftover.saved_at, stage.today()) if leftover.saved_at else ""
    name = leftover.path.stem

    def use() -> None:
        if stage.open_file(leftover.path, leftover.copy):
            stage.library.forget(leftover)

    def open_only() -> None:
        if stage.open_file(leftover.path, None):
            stage.library.forget(leftover)

    if leftover.version:
        words = saved_words.damaged(f"{leftover.path.parent}", at, missing=True)
        stage.notice("warning", words, (("use_recovery", f"恢复到 {at} 的版本", use),), leftover.path)
    elif leftover.copy is not None:
        words = saved_words.unsaved_work(name, at)
        stage.notice("warning", words, (("use_recovery", "用恢复的内容打开", use),), leftover.path)
    elif leftover.saved_at is not None:
        words = saved_words.recovered(name, at)
        notice = stage.notice("hint", words, (("open_recovered", "打开", open_only),), leftover.path)
        notice.closed.connect(lambda: stage.library.forget(leftover))
    else:
        stage.library.forget(leftover)


def ask_for_unsaved(stage: "Stage", waiting: Leftover, otherwise: Callable[[], object]) -> None:
    """Ask with which content a draft is opened whose last work never reached it; neither is lost."""
    at = when(waiting.saved_at, stage.today()) if waiting.saved_at else ""
    words = f"{saved_words.unsaved_work(waiting.path.stem, at)}{saved_words.NOT_CHOSEN}"
    answers = (("use_recovery", "用恢复的内容"), ("use_draft", "用草稿里的内容"))
    question = stage.question("用哪一份内容打开？", words, answers)

    def answer(chosen: str) -> None:
        if chosen == "use_recovery":
            if stage.open_file(waiting.path, waiting.copy):
                stage.library.forget(waiting)
        else:
            stage.library.forget(waiting)
            otherwise()

    question.answered.connect(answer)
    question.open()


def offer_generation(stage: "Stage", problem: Unreadable) -> None:
    """Ask whether the newest good version shall take the place of a draft that is broken or missing."""
    path, generation = Path(problem.path), problem.generation
    if generation is None:
        refuse(stage, path, problem.reason)
        return
    at = when(generation.at, stage.today())
    words = saved_words.damaged(problem.reason, at, missing=problem.missing)
    question = stage.question(f"“{path.name}”打不开", words, (("restore", f"恢复到 {at} 的版本"),))
    question.answered.connect(lambda _: stage.open_file(path, generation.path))
    question.open()


def refuse(stage: "Stage", path: Path, reason: str) -> None:
    """Say in a line why a file is not opened."""
    stage.tell(f"“{path.name}”打不开：{reason}", "error", path)
