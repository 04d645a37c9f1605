"""换文件夹: the drafts' folder is chosen, and its drafts moved along or left and kept in sight."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from gui.shell.desk.keeping import Job, run
from model.desk import folder as folders
from model.desk.folder import Moved
from model.drafts.leftovers import drafts_in
from model.files.problems import FileProblem

if TYPE_CHECKING:
    from gui.shell.stage import Stage

_MOST_TOLD = 5


def choose_folder(stage: "Stage") -> None:
    """Ask for another folder for the drafts."""
    chosen = QFileDialog.getExistingDirectory(stage.over, "年报草稿放在哪个文件夹", str(stage.documents))
    if not chosen or Path(chosen) == stage.documents:
        return
    target = Path(chosen)
    try:
        folders.usable(target, stage.desk)
    except FileProblem as problem:
        stage.notice("error", f"不能用这个文件夹：{problem}")
        return
    _ask(stage, target)


def _ask(stage: "Stage", target: Path) -> None:
    drafts = drafts_in(stage.documents)
    if not drafts:
        _use(stage, target, Moved())
        return
    words = (
        f"“{stage.documents}”里有 {len(drafts)} 份草稿。一起移过去：逐份移到“{target}”，历史版本照样跟着；"
        "留在原处：以前的仍然列出来，写明在哪个文件夹，新建的放进新文件夹。"
    )
    answers = (("move", "一起移过去"), ("leave", "留在原处"))
    question = stage.question("换草稿文件夹", words, answers)

    def answer(chosen: str) -> None:
        if chosen == "move":
            done = Moved()
            work = partial(folders.move_all, stage.desk, target, done=done)
            stopped = partial(_stopped, stage, target, done)
            run(stage, Job("正在移动草稿…", work, lambda moved: _use(stage, target, moved), "没有换文件夹", stopped))
        else:
            _use(stage, target, Moved(stayed=drafts))

    question.answered.connect(answer)
    question.open()


def _stopped(stage: "Stage", target: Path, done: Moved) -> list[str]:
    """Keep in sight what was moved before the clerk ended it, and say so."""
    folders.keep_in_sight(stage.desk, done.moved)
    stage.show_start_if_shown()
    if not done.moved:
        return ["什么也没有改动"]
    return [f"{len(done.moved)} 份草稿已经移到“{target}”，仍然列出来", "其余的没有动"]


def _use(stage: "Stage", target: Path, moved: Moved) -> None:
    """Go on with the other folder, and say what became of the drafts."""
    try:
        folders.choose(target, stage.desk)
    except FileProblem as problem:
        stage.notice("error", f"草稿文件夹没有换成：{problem}")
        folders.keep_in_sight(stage.desk, moved.moved)
        stage.show_start()
        return
    stage.use_folder(target)
    folders.keep_in_sight(stage.desk, moved.stayed)
    stage.show_start()
    words = f"草稿文件夹现在是“{target}”" + (f"，移来 {len(moved.moved)} 份草稿" if moved.moved else "")
    stage.notice("warning" if moved.problems else "ok", f"{words}。{'；'.join(moved.problems[:_MOST_TOLD])}")
