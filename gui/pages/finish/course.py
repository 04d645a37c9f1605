"""报送与公布: the marks that the report was handed in and published, and what was frozen then."""

import hashlib
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from export.exporters import REPORT
from gui.controls.buttons import Button
from gui.controls.day_input import day_words
from gui.controls.flow import Flow
from gui.controls.layouts import Row
from gui.controls.text import Elided, Text, severity_sign
from gui.dialogs.passed import PassedDialog
from gui.pages.finish.correcting import CorrectionWays
from gui.pages.finish.session_card import SessionCard
from gui.pages.finish.signing import Signing, scan_words, signing_words
from gui.session.bridge import Bridge
from gui.session.export_job import Export
from model.files.problems import from_os_error
from model.report.change import WHOLE, Place
from model.report.correction import numbered
from model.report.publication import (
    changed_since_published,
    content_mark,
    handed_in,
    last_published,
    not_handed_in,
    not_published,
    not_signed,
    published,
)
from model.report.report import Passed, Report, Signed
from model.session.edits import Edit

_PUBLISHED = "公布后再改，会提醒网页和下载件要同时更换。公布的这一份（草稿和 Word）会留底，一直保留。"
_HANDED_IN = "交主管部门的日子，和公布是两回事；标记后不再提醒报送期限。"


class Course(QObject):
    """Asks for the marks and makes them; publishing freezes the file first, beside the draft's versions."""

    message = Signal(str)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        """Work on a session, and ask over a widget's window."""
        super().__init__(window)
        self._bridge, self._over = bridge, window
        self._freezing = Export(REPORT, self)
        self._asked: tuple[Report, date, str] | None = None
        self._freezing.done.connect(self._frozen)
        self._freezing.failed.connect(self._mark_alone)

    def ask_published(self) -> None:
        """Ask when and where it was published."""
        self._ask("公布", "网址", _PUBLISHED).marked.connect(self.publish)

    def ask_handed_in(self) -> None:
        """Ask when and to whom it was handed in."""
        self._ask("报送", "报给谁", _HANDED_IN).marked.connect(self._hand_in)

    def publish(self, day: date, where: str) -> None:
        """Freeze the report's file, and mark it as published."""
        report, file = self._bridge.session.report, self._bridge.file
        if file is None or self._asked is not None:
            return
        self._asked = report, day, where
        path = file.history.frozen(content_mark(report), REPORT.formats[0].suffix)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            self._mark_alone(from_os_error(path, error).reason)
            return
        self._freezing.start(report, path, self._bridge.session.today, replace=True)

    def close(self) -> None:
        """Wait for a file that is being frozen."""
        self._freezing.close()

    def _ask(self, what: str, where: str, words: str) -> PassedDialog:
        session = self._bridge.session
        standing, as_signed = signing_words(session.report)
        warning = "" if as_signed else f"{standing}：现在要{what}的不是签批的那一版。"
        dialog = PassedDialog(what, where, words, session.today, self._over.window(), warning)
        dialog.open()
        return dialog

    def _hand_in(self, day: date, where: str) -> None:
        revision = self._bridge.session.draft.revision
        self._bridge.do(Edit(lambda report: handed_in(report, day, where or None, revision), Place(WHOLE)))

    def _frozen(self, path: Path, _compared: object) -> None:
        """Nobody but this account may read what is kept with the versions."""
        with suppress(OSError):
            path.chmod(0o600)
        self._mark(self._freezing.digest)

    def _mark_alone(self, why: str) -> None:
        self._mark("")
        self.message.emit(f"已标记公布，但公布的 Word 没能留底：{why}")

    def _mark(self, digest: str) -> None:
        if self._asked is None:
            return
        (report, day, where), self._asked = self._asked, None
        revision, mark = self._bridge.session.draft.revision, content_mark(report)
        edit = Edit(lambda now: published(now, Passed(day, where or None, mark, digest, revision)), Place(WHOLE))
        self._bridge.do(edit)
        self._bridge.save_now()


class CourseWays(QWidget):
    """The ways to the marks, on one line."""

    def __init__(self, course: Course, signing: Signing, *, enabled: bool, parent: QWidget | None = None) -> None:
        """Lead to the questions; not enabled for a report that is only looked at."""
        super().__init__(parent)
        row = Flow(self, 16)
        for words, name, ask in (
            ("标记已签…", "mark_signed", signing.ask_signed),
            ("标记已报送…", "mark_handed_in", course.ask_handed_in),
            ("标记已公布…", "mark_published", course.ask_published),
        ):
            button = Button(words, "link", name=name, height=32)
            button.clicked.connect(ask)
            button.setEnabled(enabled)
            row.put(button)


class CourseCard(SessionCard):
    """What is marked, in a line each, with the way to take the mark back; nothing while nothing is marked."""

    correction_wanted = Signal(str)
    """A 更正说明 is wanted; how the name of its kind of file ends."""

    def __init__(self, bridge: Bridge, signing: Signing, parent: QWidget | None = None) -> None:
        """Show a session, and of what was signed what was changed since."""
        self._signing = signing
        super().__init__(bridge, "course", 10, 4, parent)

    def _show(self) -> bool:
        report = self._bridge.session.report
        mark, signed = last_published(report), report.approval.signed
        if signed is not None:
            self._put_signed(signed)
        if report.handed_in is not None:
            self._column.put(self._line("已报送", report.handed_in, "unmark_handed_in", not_handed_in))
            self._put_where(report.handed_in)
        if mark is not None:
            changed = changed_since_published(report)
            self._column.put(self._line("已公布", mark, "unmark_published", not_published, good=not changed))
            self._put_where(mark)
            words = "公布后改过，网页、下载件要同时更换，换好后再标记一次。" if changed else ""
            self._column.put(Text(f"{words}{self._kept(mark)}", 13, color="warn" if changed else "text2", wrap=True))
        if which := numbered(report):
            ways = CorrectionWays(which)
            ways.wanted.connect(self.correction_wanted)
            self._column.put(ways)
        return signed is not None or report.handed_in is not None or mark is not None

    def _put_signed(self, signed: Signed) -> None:
        words, same = signing_words(self._bridge.session.report)
        self._column.put(self._line("已签", signed, "unmark_signed", not_signed, good=same))
        line = Text(
            words if same else f"{words}，请再送签，或改回签批的内容。",
            14,
            color="text2" if same else "warn",
            wrap=True,
        )
        line.setObjectName("signing_state")
        self._column.put(line)
        if not same and (since := self._signing.since_words()):
            self._column.put(Text(since, 14, color="text2", wrap=True))
        file = self._bridge.file
        if file is not None and (scan := scan_words(signed, file.path)):
            self._column.put(Elided(scan, 13, color="text2"))

    def _put_where(self, mark: Passed) -> None:
        if mark.where:
            self._column.put(Elided(mark.where, 13, color="text2"))

    def _line(self, words: str, mark: Passed | Signed, name: str, withdraw: object, *, good: bool = True) -> QWidget:
        line = QWidget()
        row = Row(line, 0, 8)
        row.put(severity_sign("ok" if good else "warning", 18))
        row.put(Text(f"{words} {day_words(mark.at)}", 15, bold=True, wrap=True), stretch=1)
        back = Button("撤销标记", "link", name=name, height=28, px=14)
        back.clicked.connect(lambda: self._bridge.do(Edit(withdraw, Place(WHOLE))))  # type: ignore[arg-type]
        back.setEnabled(not self._bridge.session.read_only)
        row.put(back)
        return line

    def _kept(self, mark: Passed) -> str:
        """What is kept of what was published, as it is on the disk."""
        file = self._bridge.file
        if file is None or not mark.content:
            return ""
        versions = file.history.generations()
        draft = any(version.published == mark.content[:12] for version in versions)
        word = _digest(file.history.frozen(mark.content, REPORT.formats[0].suffix))
        kept = [
            f"{name} " if name.isascii() else name
            for name, there in (("草稿", draft), (REPORT.formats[0].name, bool(word)))
            if there
        ]
        if word and word != mark.digest:
            return "公布时留底的文件后来被改过。"
        return f"公布时的{'和 '.join(kept)}已留底。" if kept else "公布时的那一份没有留底。"


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
