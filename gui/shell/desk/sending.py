"""另存为／发给同事: a draft whole, to go on with and to take back, or as 送审副本."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from gui.services.show_in_folder import show_in_folder
from model.drafts import saved_words
from model.files.problems import FileProblem
from model.session import review_copy

if TYPE_CHECKING:
    from gui.shell.stage import Stage

_WORDS = (
    "整份：对方能接着改，备注、理由和上年报告都在里面；改完发回来，打开它就能换上。\n"
    f"送审副本：只给人看，{review_copy.LEFT_OUT}。"
)


def ask_to_send(stage: "Stage", path: Path) -> None:
    """Ask what is sent, where it is written to, and write it."""
    question = stage.question("另存或发给同事", _WORDS, (("whole", "整份"), ("review", "送审副本")))
    question.answered.connect(lambda kind: _write(stage, path, whole=kind == "whole"))
    question.open()


def _write(stage: "Stage", path: Path, *, whole: bool) -> None:
    try:
        draft = stage.desk.draft(path)
        name = path.name if whole else review_copy.file_name(draft.report)
        target = _target(stage, name)
        if target is None:
            return
        if whole:
            stage.desk.send(path, target)
        else:
            review_copy.write(draft, target)
    except FileProblem as problem:
        stage.tell(saved_words.not_written_there(problem), "error", path)
        return
    stage.say_done(saved_words.sent(target, whole=whole), "打开所在文件夹", lambda: show_in_folder(target))


def _target(stage: "Stage", name: str) -> Path | None:
    desktop = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
    chosen, _ = QFileDialog.getSaveFileName(
        stage.over, "写到哪里", str(Path(desktop) / name), f"年报草稿 (*{review_copy.SUFFIX})"
    )
    if not chosen:
        return None
    return Path(chosen if chosen.endswith(review_copy.SUFFIX) else chosen + review_copy.SUFFIX)
