"""备份全部… and 从备份恢复…, in a thread, with what was read back said afterwards."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from gui.dialogs.desk.progress import ProgressDialog
from gui.services.show_in_folder import show_in_folder
from gui.session.task import Task, Work
from model.desk import backup
from model.desk import restore as restoring
from model.desk.backup import Backup
from model.desk.kept_settings import settings_of
from model.files.problems import FileProblem

if TYPE_CHECKING:
    from gui.controls.text import Severity
    from gui.shell.stage import Stage

_KIND = "备份 (*.zip)"
_MOST_TOLD = 5


class Keeping:
    """Backs up, and restores."""

    def __init__(self, stage: "Stage") -> None:
        """Take what it stands over, and where it is told."""
        self._stage = stage

    def back_up(self) -> None:
        """Ask where to, and write the backup."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"年报助手备份{self._stage.today():%Y-%m-%d}.zip"
        chosen, _ = QFileDialog.getSaveFileName(
            self._stage.over, "备份写到哪里（最好是 U 盘或另一个盘）", str(Path(documents) / name), _KIND
        )
        if not chosen:
            return
        target, desk = Path(chosen if chosen.lower().endswith(".zip") else f"{chosen}.zip"), self._stage.desk
        work = partial(backup.write, target, desk.library, desk.recent.paths(), settings_of(self._stage.data))
        run(self._stage, Job("正在备份，写好以后逐个读回核对…", work, self._backed_up, "没有备份成"))

    def choose_backup(self) -> None:
        """Ask for a backup, and restore it."""
        chosen, _ = QFileDialog.getOpenFileName(self._stage.over, "选备份文件", "", f"{_KIND};;所有文件 (*)")
        if chosen:
            self.restore(Path(chosen))

    def restore(self, path: Path) -> None:
        """Look a backup through, ask, and bring it back."""
        run(self._stage, Job("正在核对备份…", partial(backup.look, path), self._ask, "没有恢复"))

    def _backed_up(self, made: Backup) -> None:
        counted = f"{len(made.drafts)} 份草稿、{made.versions} 份历史版本，逐个读回核对一致"
        words = f"备份好了：{counted}，存在“{made.path}”。"
        if made.left_out:
            words = f"{words}有 {len(made.left_out)} 个文件没能备份：{_listed(made.left_out)}"
        severity: Severity = "warning" if made.left_out else "ok"
        show = (("backup_folder", "打开所在文件夹", lambda: _show(made.path)),)
        self._stage.notice(severity, words, show, made.path)

    def _ask(self, found: Backup) -> None:
        counts = Counter(restoring.states(found, self._stage.library).values())
        words = (
            f"{found.made_at[:10]} 的备份，核对完好：{len(found.drafts)} 份草稿、{found.versions} 份历史版本。\n"
            f"本机没有的 {counts['new']} 份，内容相同的 {counts['same']} 份，内容不同的 {counts['different']} 份。\n"
            f"草稿放进“{self._stage.library.folder}”，本机的草稿不会不声不响地被覆盖。"
        )
        both, swap = ("both", "恢复，不同的两份都留"), ("replace", "恢复，不同的换成备份里的")
        answers = (both, swap) if counts["different"] else (("both", "恢复"),)
        question = self._stage.question("从备份恢复？", words, answers, "both")
        question.answered.connect(lambda choice: self._bring_back(found, choice))
        question.open()

    def _bring_back(self, found: Backup, choice: restoring.Choice) -> None:
        now = datetime.now().astimezone().replace(microsecond=0)
        done = restoring.Restored()
        work = partial(restoring.restore, found, self._stage.library, choice, now, done=done)
        stopped = partial(restoring.stopped, done, found)
        run(self._stage, Job("正在恢复…", work, self._restored, "没有恢复完", stopped))

    def _restored(self, done: restoring.Restored) -> None:
        self._stage.show_start()
        words = "；".join(restoring.told(done))
        if done.failed:
            words = f"{words}。没有恢复的：{_listed(done.failed)}"
        self._stage.notice("warning" if done.failed else "ok", f"{words}。")


def _nothing() -> list[str]:
    return ["什么也没有改动"]


class Job(NamedTuple):
    """Long work for the clerk.

    Attributes:
        words: what is done, while it is.
        work: does it.
        then: takes what came of it.
        refused: says in a few words that it failed; why stands behind it.
        stopped: what is so when the clerk has ended it, a sentence each.
    """

    words: str
    work: Work
    then: Callable[..., None]
    refused: str
    stopped: Callable[[], list[str]] = _nothing


def run(stage: "Stage", job: Job) -> None:
    """Do work in a thread under a dialog that says how far it is, and tell what came of it."""
    stage.stop_reading()
    dialog = ProgressDialog(job.words, stage.over)
    task = Task(job.work, stage)

    def end() -> None:
        task.deleteLater()
        stage.show_start_if_shown()

    def succeed(result: object) -> None:
        dialog.cancelled.disconnect()
        dialog.close()
        end()
        job.then(result)

    def fail(problem: FileProblem) -> None:
        dialog.cancelled.disconnect()
        dialog.close()
        end()
        stage.notice("error", f"{job.refused}：{problem}")

    def cancel() -> None:
        result = task.cancel()
        end()
        if result is not None:
            job.then(result)
        else:
            stage.notice("warning", f"已取消，{job.refused}。{'；'.join(job.stopped())}。")

    task.progress.connect(dialog.show_progress)
    task.done.connect(succeed)
    task.failed.connect(fail)
    dialog.cancelled.connect(cancel)
    dialog.open()


def _show(path: Path) -> None:
    show_in_folder(path)


def _listed(words: list[str] | tuple[str, ...]) -> str:
    more = f"等 {len(words)} 个" if len(words) > _MOST_TOLD else ""
    return f"{'；'.join(words[:_MOST_TOLD])}{more}"
