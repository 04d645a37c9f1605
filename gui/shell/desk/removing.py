"""移到回收站, and back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile

from model.desk.desk import content_of
from model.drafts import saved_words
from model.files.problems import FileProblem

if TYPE_CHECKING:
    from gui.shell.stage import Stage


def ask_to_remove(stage: "Stage", path: Path) -> None:
    """Ask whether a draft shall go to the system's recycle bin, move it there, and offer to take it back."""
    words = f"“{path.name}”会从“{path.parent.name}”文件夹移到系统的回收站，需要时可以从那里还原。"
    question = stage.question("移到回收站？", words, (("remove", "移到回收站"),), safe="cancel")
    question.answered.connect(lambda _answer: _remove(stage, path))
    question.open()


def to_trash(path: Path) -> bool:
    """Move a file to the system's recycle bin; says whether that worked."""
    return QFile(str(path)).moveToTrash()


def _remove(stage: "Stage", path: Path) -> None:
    try:
        content = content_of(path)
    except FileProblem:
        content = b""
    if not to_trash(path):
        stage.tell(f"没能移走“{path.name}”，可能正在别处打开。", "error", path)
        stage.show_start()
        return
    stage.desk.recent.forget(path)
    stage.show_start()
    undo = (("undo_remove", "撤销", lambda: _put_back(stage, path, content)),) if content else ()
    stage.notice("hint", f"“{path.name}”已移到回收站。", undo, path)


def _put_back(stage: "Stage", path: Path, content: bytes) -> None:
    try:
        target = stage.desk.put_back(path, content)
    except FileProblem as problem:
        stage.tell(saved_words.not_written_there(problem), "error", path)
        return
    stage.desk.note_opened(target)
    stage.end_notice(path)  # once it is back there is nothing to take back
    stage.show_start()
    stage.tell(saved_words.taken_back(target), "hint", path)
