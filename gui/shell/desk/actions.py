"""Does what was chosen in the menu of a draft (see `gui.controls.draft_menu`)."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gui.dialogs.desk.copying import CopyingDialog
from gui.dialogs.desk.rename import RenameDialog
from gui.services.show_in_folder import show_in_folder
from gui.shell.desk.history import opened_at, show_versions
from gui.shell.desk.removing import ask_to_remove
from gui.shell.desk.sending import ask_to_send
from model.desk.ticks import Ticks
from model.drafts import saved_words
from model.files.problems import FileProblem

if TYPE_CHECKING:
    from gui.shell.opening import Opening
    from gui.shell.stage import Stage
    from model.report.report import Report


class DraftActions:
    """The actions of the menu, each with the path of a draft."""

    def __init__(self, stage: "Stage", opening: "Opening", next_year: "Callable[[Report], object]") -> None:
        """Take what is shown, what opens drafts, and what begins the next year's report with one."""
        self._stage, self._opening, self._next_year = stage, opening, next_year

    def act(self, name: str, path: Path) -> None:
        """Do one of them by its name, after what is open is saved."""
        wizard = opened_at(self._stage, path)
        if wizard is not None and name != "versions" and (trouble := wizard.bridge.save_now()):
            wizard.say(trouble)
        else:
            self.table()[name](path)

    def table(self) -> Mapping[str, Callable[[Path], object]]:
        """What each name stands for."""
        return {
            "versions": lambda path: show_versions(self._stage, self._opening, path),
            "rename": self._rename,
            "copy": self._copy,
            "send": lambda path: ask_to_send(self._stage, path),
            "next_year": self._begin_next,
            "copying": self._copy_figures,
            "folder": self._show_folder,
            "unlist": self._unlist,
            "remove": lambda path: ask_to_remove(self._stage, path),
        }

    def _show_folder(self, path: Path) -> None:
        if not show_in_folder(path):
            self._stage.tell(f"打不开文件夹，请到这里找：{path.parent}")

    def _copy_figures(self, path: Path) -> None:
        wizard = opened_at(self._stage, path)
        report = wizard.bridge.session.report if wizard else self._stage.desk.report(path)
        if report is None:
            self._stage.tell(f"“{path.name}”打不开，不能抄录。", "error", path)
            return
        library = self._stage.library
        CopyingDialog(report, Ticks(library.store.data, library.kept_under(path)), self._stage.over).show()

    def _unlist(self, path: Path) -> None:
        self._stage.desk.recent.forget(path)
        self._stage.show_start()

    def _begin_next(self, path: Path) -> None:
        report = self._stage.desk.report(path)
        if report is None:
            self._stage.tell(f"“{path.name}”打不开，不能据此新建。", "error", path)
        else:
            self._next_year(report)

    def _copy(self, path: Path) -> None:
        try:
            target = self._stage.desk.copy(path, datetime.now().astimezone())
        except FileProblem as problem:
            self._stage.tell(saved_words.not_written_there(problem), "error", path)
            return
        self._stage.show_start_if_shown()
        self._stage.say_done(saved_words.copied(target), "打开副本", lambda: self._opening.open(target))

    def _rename(self, path: Path) -> None:
        RenameDialog(path.stem, lambda stem: self._renamed(path, stem), self._stage.over).open()

    def _renamed(self, path: Path, stem: str) -> str:
        """Rename, and go on with the draft under its new name where it is open; why it was not done."""
        was_open = opened_at(self._stage, path) is not None
        if was_open and not self._opening.close():
            return "请先处理左下角的提示，再改名"
        target = path
        try:
            target = self._stage.desk.rename(path, stem)
        except FileProblem as problem:
            return problem.reason
        finally:
            if was_open:
                self._opening.open(target, ask=False)
        self._stage.show_start_if_shown()
        return ""
