"""What the window offers and asks about drafts: after a crash, an unreadable one, another file, one to remove."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile

from gui.services.moments import when
from model.drafts.library import Leftover, Unreadable

if TYPE_CHECKING:
    from gui.shell.stage import Stage


def offer(stage: "Stage", leftover: Leftover) -> None:
    """Say on the start screen what an earlier run left, and offer to go on with it."""
    at = when(leftover.saved_at, stage.today()) if leftover.saved_at else ""
    name = leftover.path.stem

    def forget() -> None:
        stage.library.forget(leftover)

    def use() -> None:
        if stage.open_file(leftover.path, leftover.copy):
            forget()

    if leftover.copy is not None:
        words = f"“{name}”有没写进草稿的修改，保存在{at or '上次运行时'}。"
        notice = stage.notice("warning", words, (("use_recovery", "用恢复的内容打开", use),), leftover.path)
    elif leftover.saved_at is not None:
        words = f"“{name}”上次没有正常关闭，已恢复到 {at} 保存的内容。"
        notice = stage.notice("hint", words, (("open_recovered", "打开", use),), leftover.path)
    else:
        forget()
        return
    notice.closed.connect(forget)


def offer_generation(stage: "Stage", problem: Unreadable) -> None:
    """Ask whether the newest good version shall take the place of an unreadable draft."""
    path, generation = Path(problem.path), problem.generation
    if generation is None:
        refuse(stage, path, problem.reason)
        return
    at = when(generation.at, stage.today())
    words = f"{problem.reason}。程序留有 {at} 的版本，可以用它继续；打不开的文件会改名留在原处，不会删除。"
    question = stage.question(f"“{path.name}”打不开", words, (("restore", f"恢复到 {at} 的版本"),))
    question.answered.connect(lambda _: stage.open_file(path, generation.path))
    question.open()


def refuse(stage: "Stage", path: Path, reason: str) -> None:
    """Say in a line why a file is not opened."""
    stage.tell(f"“{path.name}”打不开：{reason}", "error", path)


def ask_to_remove(stage: "Stage", path: Path) -> None:
    """Ask whether a draft shall go to the system's recycle bin, and move it there."""

    def remove() -> None:
        if not QFile(str(path)).moveToTrash():
            stage.tell(f"没能移走“{path.name}”，可能正在别处打开。", "error", path)
        stage.show_start()

    words = f"“{path.name}”会从“{path.parent.name}”文件夹移到系统的回收站，需要时可以从那里还原。"
    question = stage.question("移到回收站？", words, (("remove", "移到回收站"),), safe="cancel")
    question.answered.connect(remove)
    question.open()
