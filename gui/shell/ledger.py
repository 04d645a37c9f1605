"""从台账计数…: a ledger is read and counted; its figures go into the tables when the clerk has seen what changes."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from gui.dialogs.ledger import Counted, LedgerDialog, listed_notes
from gui.services.folders import begin_in
from gui.services.ledger_places import LedgerPlaces
from gui.session.reading_job import ReadingJob
from importers.ledger.read import SUFFIXES, read, read_whole
from model.files.problems import FileProblem, from_os_error
from model.ledger.counting import Count, count, vocabularies
from model.ledger.next_year import left_open
from model.ledger.provenance import carried_in_otherwise, differences, from_ledger
from model.ledger.remembered import RememberedWords, Words
from model.ledger.when import period
from model.session.edits import take_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gui.shell.stage import Stage
    from gui.shell.wizard import Wizard
    from model.ledger.ledger import Ledger


class LedgerCounting(QObject):
    """One count, as long as its dialog is open."""

    def __init__(self, stage: "Stage", wizard: "Wizard") -> None:
        """Ask for the ledger, or read again the one that was counted before."""
        self._dialog = LedgerDialog(stage.over)
        super().__init__(self._dialog)
        self._stage, self._bridge, self._draft = stage, wizard.bridge, wizard.path
        self._job: ReadingJob | None = None
        self._path = Path()
        self._ledger: Ledger | None = None
        self._answers: dict[str, str] = {}
        self._places, self._words = LedgerPlaces(stage.data), RememberedWords(stage.data)
        self._dialog.file_wanted.connect(self._choose)
        self._dialog.dropped.connect(self._read_dropped)
        self._dialog.answered.connect(self._answer)
        self._dialog.taken.connect(self._take)
        self._dialog.template_wanted.connect(self._choose_template)
        self._dialog.finished.connect(self._stop)
        self._dialog.open()
        known = self._places.place(wizard.path) if wizard.bridge.session.report.ledger is not None else None
        if known is not None:
            self._read(known)

    def _read_dropped(self, files: list[Path]) -> None:
        self._read(files[0])

    def _choose(self) -> None:
        readable = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _ = QFileDialog.getOpenFileName(
            self._dialog, "选依申请公开台账", begin_in(self._stage.documents), f"台账 ({readable});;所有文件 (*)"
        )
        if chosen:
            self._read(Path(chosen))

    def _read(self, path: Path) -> None:
        self._stop()
        self._path, self._ledger, self._answers = path, None, {}
        self._job = ReadingJob(path.name, lambda stop: read(path, stop), self)
        self._job.done.connect(self._take_in)
        self._job.failed.connect(self._refuse)
        self._dialog.show_busy(path.name)
        self._job.start()

    def _take_in(self, ledger: "Ledger") -> None:
        self._ledger = ledger
        self._show()

    def _refuse(self, problem: "FileProblem") -> None:
        self._dialog.show_refused(f"“{problem.path}”没有读成：{problem.reason}")

    def _answer(self, key: str, choice: str) -> None:
        self._answers[key] = choice
        self._show()

    def _counted(self, ledger: "Ledger") -> Count:
        report = self._bridge.session.report
        known = vocabularies(report.form, self._words.of(report.agency.name))
        return count(ledger, report.form, period(report.year), self._answers, known)

    def _show(self) -> None:
        if self._ledger is None:
            return
        report, found = self._bridge.session.report, self._counted(self._ledger)
        offered = from_ledger(self._ledger, found).fees is not None
        notes = listed_notes(found, tuple(carried_in_otherwise(report, found)), offered=offered)
        same = report.ledger is not None and report.ledger.digest == self._ledger.digest
        changed = differences(report, found)
        self._dialog.show_counted(
            Counted(self._path.name, self._ledger, found, changed, notes, report.form, same), self._answers
        )

    def _take(self) -> None:
        """Fill the tables in one step, remember the words that were answered, and say what came of it."""
        if self._ledger is None:
            return
        report, found = self._bridge.session.report, self._counted(self._ledger)
        changed = differences(report, found)
        edit = take_count(dict(found.numbers), from_ledger(self._ledger, found))
        self._bridge.do(edit)
        self._places.keep(self._draft, self._path)
        told = self._remember(report.agency.name, found)
        self._dialog.close()
        if self._stage.report is not None:
            self._stage.report.go(edit.place_in(report))
        waiting = f"；有 {found.waiting} 行不清楚，没有计入" if found.waiting else ""
        self._stage.tell(f"已从台账填入，改动 {len(changed)} 格，可以撤销{waiting}{told}")

    def _choose_template(self) -> None:
        """Ask where a ledger to be filled in is written: a blank one, or next year's with what is still open."""
        year = self._bridge.session.report.year + 1
        name = f"{year}年依申请公开台账.xlsx" if self._ledger else "依申请公开台账模板.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(
            self._dialog, "写到哪里", str(self._stage.documents / name), "Excel 表格 (*.xlsx)"
        )
        target = Path(chosen).with_suffix(".xlsx") if chosen else None
        if target is None:
            return
        if self._ledger is None:
            self._write(target, ())
            return
        if target.exists() and target.samefile(self._path):
            self._dialog.show_written("这是正在算的台账，没有写；请换一个文件名。")
            return
        found, path = self._counted(self._ledger), self._path
        form = self._bridge.session.report.form
        self._stop()
        self._job = ReadingJob(path.name, lambda stop: read_whole(path, stop), self)
        self._job.done.connect(lambda whole: self._write(target, left_open(whole, found, form)))
        self._job.failed.connect(self._refuse)
        self._job.start()

    def _write(self, target: Path, lines: "Sequence[Mapping[str, str]]") -> None:
        save = import_module("export.ledger.template").save  # it loads what writes workbooks
        report = self._bridge.session.report
        year = report.year + (self._ledger is not None)
        try:
            save(target, report.form, year, lines)
        except FileProblem as problem:
            self._dialog.show_written(f"没有写成：{problem.reason}")
            return
        brought = f"，带来没有办结和不清楚的 {len(lines)} 件" if self._ledger else ""
        self._dialog.show_written(f"已写好“{target.name}”{brought}。")

    def _remember(self, agency: str, found: Count) -> str:
        """Keep what was answered about words; why that fails, or nothing."""
        words: Words = {}
        lines = {choice.id for question in found.questions for choice in question.choices if question.word}
        for question in found.questions:
            answer = self._answers.get(question.key, "")
            if question.word and answer in lines:
                words.setdefault(question.kind, {})[question.word] = answer
        if not words:
            return ""
        try:
            self._words.remember(agency, words)
        except OSError as error:
            return f"；回答没能记下：{from_os_error(error.filename or '', error).reason}"
        return ""

    def _stop(self, _result: int = 0) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.deleteLater()
            self._job = None
