"""征集表…: the plan is settled, sheets are written, those that came back are read, shown and taken in one step."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from export.gathering.folder import Written, write_all
from gui.dialogs.gathering.plan import PlanDialog
from gui.dialogs.gathering.sheets import SheetsDialog
from gui.services.folders import nearest
from gui.session.reading_job import ReadingJob
from importers.gathering.read import SUFFIXES, Readings, read_all
from model.files.problems import FileProblem, from_os_error
from model.gathering.adding import Gathered, gathered
from model.gathering.items import items
from model.gathering.plan import Plan, by_giver, plan_of
from model.gathering.plans import Plans
from model.session.gathering import take_sheets

if TYPE_CHECKING:
    from gui.shell.stage import Stage
    from gui.shell.wizard import Wizard
    from model.report.report import Report


class Gathering(QObject):
    """The sheets of one report, as long as their dialog is open."""

    def __init__(self, stage: "Stage", wizard: "Wizard") -> None:
        """Show who is asked for what."""
        self._dialog = SheetsDialog(stage.over)
        super().__init__(self._dialog)
        self._stage, self._bridge = stage, wizard.bridge
        self._plans = Plans(stage.data)
        self._job: ReadingJob | None = None
        self._read: Readings | None = None
        self._dialog.plan_wanted.connect(self._ask_for_plan)
        self._dialog.sheets_wanted.connect(self._write)
        self._dialog.files_wanted.connect(self._choose)
        self._dialog.dropped.connect(self._begin)
        self._dialog.taken.connect(self._take)
        self._dialog.finished.connect(self._stop)
        self._show_plan()
        self._dialog.open()

    @property
    def _report(self) -> "Report":
        return self._bridge.session.report

    def _plan(self) -> Plan:
        return self._plans.of(self._report.agency.name)

    def _show_plan(self) -> None:
        self._dialog.show_plan(by_giver(self._plan(), self._report.form))

    def _ask_for_plan(self) -> None:
        asked = PlanDialog(items(self._report.form), self._plan(), self._dialog)
        asked.saved.connect(self._keep_plan)
        asked.open()

    def _keep_plan(self, lines: Mapping[str, str]) -> None:
        """Keep the plan; items of other forms in it stay as they are."""
        own = {item.id for item in items(self._report.form)}
        others = {item: givers for item, givers in self._plan().items() if item not in own}
        try:
            self._plans.keep(self._report.agency.name, {**others, **plan_of(lines, self._report.form)})
        except OSError as error:
            self._dialog.show_refused(f"分工没有记下：{from_os_error(error.filename or '', error).reason}")
            return
        self._show_plan()
        if self._read is not None:
            self._show(self._read)

    def _write(self, suffix: str) -> None:
        """Ask for a folder, and write a sheet for each 科室 into it."""
        chosen = QFileDialog.getExistingDirectory(self._dialog, "写到哪个文件夹", str(self._stage.documents))
        if not chosen:
            return
        self._read = None
        try:
            written = write_all(self._report, by_giver(self._plan(), self._report.form), Path(chosen), suffix)
        except FileProblem as problem:
            self._dialog.show_refused(str(problem))
            return
        self._dialog.show_written("\n".join(_told(written, Path(chosen))))

    def _choose(self) -> None:
        readable = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _ = QFileDialog.getOpenFileNames(
            self._dialog, "选收回的征集表", str(nearest(self._stage.documents)), f"征集表 ({readable});;所有文件 (*)"
        )
        if chosen:
            self._begin([Path(each) for each in chosen])

    def _begin(self, paths: Sequence[Path]) -> None:
        self._stop()
        self._read, form = None, self._report.form
        self._job = ReadingJob("征集表", lambda stop: read_all(paths, form, stop), self)
        self._job.done.connect(self._show)
        self._job.failed.connect(lambda problem: self._dialog.show_refused(problem.reason))
        self._dialog.show_busy(len(paths))
        self._job.start()

    def _show(self, found: Readings) -> None:
        self._read = found
        self._dialog.show_gathered(self._gathered(found))

    def _gathered(self, found: Readings) -> Gathered:
        return gathered(self._report, self._plan(), found.sheets, found.problems)

    def _take(self) -> None:
        """Fill in the figures in one step, and say what came of it."""
        if self._read is None:
            return
        report, found = self._report, self._gathered(self._read)
        edit = take_sheets(found)
        self._bridge.do(edit)
        self._dialog.close()
        if self._stage.report is not None:
            self._stage.report.go(edit.place_in(report))
        posts = "；发布条数在第一部分可以插入" if any(each.item.channel for each in found.sums) else ""
        left = len(found.doubts) + len(found.refused)
        unclear = f"；有 {left} 处要核对" if left else ""
        self._stage.tell(f"已从征集表填入，改动 {len(found.changes)} 个数，可以撤销{unclear}{posts}")

    def _stop(self, _result: int = 0) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.deleteLater()
            self._job = None


def _told(written: Written, folder: Path) -> list[str]:
    """What came of writing, a line each."""
    lines = [f"写好 {len(written.new)} 张表，在“{folder.name}”里：{_names(written.new)}"] if written.new else []
    if written.kept:
        lines.append(f"已经有 {len(written.kept)} 张，可能填过，没有动：{_names(written.kept)}")
    return lines + [f"没有写成：{problem}" for problem in written.failed]


def _names(paths: Sequence[Path]) -> str:
    return "、".join(path.name for path in paths)
