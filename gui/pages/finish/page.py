"""检查与导出: what is left to do, the pages as they will be printed, and the export."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from export.content import blocks
from export.exporters import CHECK_SHEET, REPORT, FileFormat
from gui.controls.buttons import Button
from gui.controls.flow import Flow
from gui.controls.layouts import NO_LIMIT, Column, Divider, Flowing, Ground, Row, Scroll
from gui.controls.plain import set_tip
from gui.controls.text import Text
from gui.dialogs.question import QuestionDialog
from gui.findings.purge_cards import PurgeCards
from gui.help.books import CHECKS
from gui.look.theme import theme
from gui.pages.finish.correcting import Correcting
from gui.pages.finish.course import Course, CourseCard, CourseWays
from gui.pages.finish.export_memory import ExportMemory
from gui.pages.finish.export_panel import ExportPanel
from gui.pages.finish.handed_over import HandedOverCard
from gui.pages.finish.rates_card import RatesCard
from gui.pages.finish.review_copying import ReviewCopy
from gui.pages.finish.sheet_panel import SheetPanel
from gui.pages.finish.signing import Signing
from gui.pages.finish.to_do import ToDo
from gui.pages.page import Page, Status
from gui.paper import pages as paper
from gui.paper.outputs import register_painted
from gui.paper.preview import PagePreview
from gui.paper.tools import PaperTools
from gui.session.bridge import Bridge
from gui.session.export_job import Export, refusal
from model.drafts.file_names import report_stem
from model.report.change import WHOLE, Change, Place
from model.session import review_copy

if TYPE_CHECKING:
    from export.writer import Comparison
    from model.report.report import Report

_TALL, _LOW, _LOWEST = 640, 480, 290
"""The heights below which what is seldom wanted scrolls with the list, the 审签单 too, and the export, at 100 %."""
_PANEL, _NARROW_PANEL, _ROOMY, _LEAST_SIDE_BY_SIDE = 384, 330, 900, 640
_LEAST_PREVIEW = 240
"""The least height of the pages where they stand below the list, at 100 %."""
_WITH_COUNT = 480
"""The width of the preview's head with room for the count of pages, at 100 %."""
_PAUSE_MS = 200
_SLICE_S = 0.008
"""Pages are set for so long at a time, in seconds; events are answered in between."""


class FinishPage(Page):
    """The page."""

    def __init__(self, bridge: Bridge, path: Path, parent: QWidget | None = None) -> None:
        """Build the page for a session and its file."""
        super().__init__(parent)
        self.setObjectName("page_finish")
        register_painted()
        self._bridge, self._path = bridge, path
        self._stale = True
        self._told: set[str] = set()
        self._arranged: tuple[bool, ...] = ()
        self._exporting: Report | None = None
        self._memory = ExportMemory(bridge, path.parent, self)
        self._export, self._sheet_export = Export(REPORT, self), Export(CHECK_SHEET, self)
        self._preview, self._to_do = PagePreview(), ToDo(bridge)
        self._panel, self._sheet = ExportPanel(), SheetPanel(writable=not bridge.session.read_only)
        self._tools = PaperTools(lambda: bridge.session.report, when_current=bridge.when_current)
        self._signing, self._correcting = Signing(bridge, path, self), Correcting(bridge, path.parent, self)
        self._course, self._marks = Course(bridge, self), CourseCard(bridge, self._signing)
        self._review = ReviewCopy(bridge, path.parent, self)
        self._more = QWidget()
        self._where = Text("", 14, color="text2")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._refresh)
        self._parts: Iterator[None] = iter(())
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._refresh_part)
        self._lay_out()
        self._connect()
        self._restyle()
        theme().follow(self._restyle)
        self._show_memory()

    def go(self, _place: Place) -> None:
        """Focus the export."""
        target = self._panel.export if self._panel.export.isEnabled() else self._preview
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply(self, change: Change) -> None:
        """Show what changed, in a pause and only while the page is in sight."""
        self._stale = self._stale or bool(change)
        if self.isVisible():
            self._compare()
            self._timer.start(_PAUSE_MS)

    def where(self) -> Place:
        """The page as a whole."""
        return Place(WHOLE)

    def status(self) -> Status:
        """What the preview is, and where in a narrow window."""
        where = "" if self._arranged[:1] == (True,) else "在最下面，"
        return Status(f"预览{where}按公文版式排好，分页以 Word 为准")

    def close_down(self) -> None:
        """Wait for an export that is under way."""
        self._export.close()
        self._sheet_export.close()
        self._course.close()
        self._correcting.close()
        self._memory.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Check everything and set the pages when the page comes into sight."""
        super().showEvent(event)
        self._compare()
        self._memory.look()
        self._bridge.recheck()
        if self._stale:
            self._timer.start(0)

    def event(self, event: QEvent) -> bool:
        """Look at the exported files again whenever the window comes to the front."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._memory.look()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the pages below the list where there is no room for them beside it."""
        super().resizeEvent(event)
        self._restyle()

    def _lay_out(self) -> None:
        left, head, body = QWidget(), Flow(), Flowing()
        self._head = Column(None, (24, 14, 12, 12), 0)
        self._head.addLayout(head)
        heading = Text("检查与导出", 22, bold=True)
        heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        before = Button("前一页", "ghost", name="page_before", sign="chevron_left", bare=True)
        after = Button("后一页", "ghost", name="page_after", sign="chevron_right", bare=True)
        before.clicked.connect(lambda: self._preview.turn(-1))
        after.clicked.connect(lambda: self._preview.turn(1))
        self._enlarge = Button("放大", "ghost", name="enlarge_page")
        self._enlarge.clicked.connect(lambda: self._preview.enlarge(enlarged=not self._preview.enlarged))
        self._preview.enlarged_changed.connect(lambda on: self._enlarge.set_words("缩小" if on else "放大"))
        head.put(heading, self._where, self._enlarge, before, after)
        column = Column(left, 0, 0)
        column.put(self._head)
        column.put(self._preview, stretch=1)
        column.put(self._tools)
        self._inside = Column(body, (24, 20, 24, 20), 16)
        purges = PurgeCards(self._bridge)
        purges.message.connect(self.message)
        purges.message.connect(lambda _words: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self._rates, self._handed_over = RatesCard(self._bridge), HandedOverCard(self._bridge, self._memory)
        ways = CourseWays(self._course, self._signing, enabled=not self._bridge.session.read_only)
        self._listed = (self._handed_over, self._marks, ways, purges, self._to_do, self._rates)
        self._side, self._list = Ground("panel", "l"), Scroll(body)
        self._standing = QWidget()
        side, foot = Column(self._side, (1, 0, 0, 0), 0), Column(self._standing, (24, 12, 24, 10), 8)
        compare = Button("与网页核对…", "link", name="compare_page", height=32)
        compare.clicked.connect(self.comparison_wanted)
        others = Flow(self._more, 16)
        copying = Button("送审副本…", "link", name="review_copy", height=32)
        set_tip(copying, f"给别人看、改的草稿：{review_copy.LEFT_OUT}")
        copying.clicked.connect(lambda: self._bridge.when_current(self._review.ask))
        others.put(self._panel.elsewhere, compare, copying)
        self._foot = foot
        side.put(self._list, stretch=1)
        self._line = Divider()
        side.put(self._line, self._standing)
        self._row = Row(self, 0, 0)
        self._row.put(self._side)
        self._left = left

    def _connect(self) -> None:
        self._preview.position_changed.connect(self._where.setText)
        self._tools.message.connect(self.message)
        self._tools.figures_wanted.connect(lambda: self.asked.emit("copying"))
        self._to_do.go_to.connect(self.go_to)
        self._to_do.place.connect(self.place)
        self._to_do.dismiss.connect(self.dismiss)
        self._to_do.message.connect(self.message)
        self._to_do.fix.connect(self.fix)
        self._to_do.confirm.connect(self.confirm)
        self._to_do.checks_wanted.connect(lambda: self.book_wanted.emit(CHECKS))
        self._sheet.wanted.connect(lambda suffix: self._bridge.when_current(lambda: self._ask_for_sheet(suffix)))
        self._sheet.opened.connect(self._open)
        self._sheet.signers_wanted.connect(self._signing.ask_names)
        self._sheet_export.done.connect(lambda path, _written: self._sheet.show_done(path))
        self._sheet_export.failed.connect(self._sheet.show_failed)
        for told in (self._sheet_export.done, self._sheet_export.failed):
            told.connect(lambda *_: QTimer.singleShot(0, self, lambda: self._list.ensureWidgetVisible(self._sheet)))
        current = self._bridge.when_current
        self._panel.wanted.connect(lambda kind: current(lambda: self._ask(self._default_path(kind))))
        self._panel.elsewhere.clicked.connect(lambda: current(self._choose))
        self._panel.open_file.clicked.connect(lambda: self._open(self._panel.path))
        self._panel.open_folder.clicked.connect(lambda: self._open(self._panel.path.parent))
        self._export.done.connect(self._tell_done)
        self._course.message.connect(self.message)
        self._signing.message.connect(self.message)
        self._correcting.message.connect(self.message)
        self._review.message.connect(self.message)
        self._marks.correction_wanted.connect(lambda suffix: current(lambda: self._correcting.start(suffix)))
        self._memory.changed.connect(self._compare)
        self._export.failed.connect(self._panel.show_failed)

    def _refresh(self) -> None:
        """Show the report as it is now, a part of the page in each event-loop iteration, so that none is long."""
        self._stale = False
        self._parts = self._refreshing()
        self._refresh_part()

    def _refresh_part(self) -> None:
        for _ in self._parts:
            self._next.start()
            return

    def _refreshing(self) -> Iterator[None]:
        """Refresh card after card, then set the pages; they are shown when all are set."""
        for card in (self._to_do, self._handed_over, self._marks, self._rates):
            card.refresh()
            yield
        report = self._bridge.session.report
        pages: list[paper.Page] = []
        start = time.perf_counter()
        for _ in paper.setting(blocks(report), report.layout, pages):
            if time.perf_counter() - start > _SLICE_S:
                yield
                start = time.perf_counter()
        self._preview.show_pages(pages)
        self._tools.show_pages(pages)

    def _default_path(self, kind: FileFormat = REPORT.formats[0]) -> Path:
        """Beside the draft, named after the agency and the year of now: the draft's own name may be an older one."""
        return self._path.parent / f"{_stem(self._bridge.session.report)}{kind.suffix}"

    def _sheet_path(self, suffix: str) -> Path:
        """Beside the exported report and named like it, unless that name is of an agency or a year that was edited."""
        path = self._memory.path or self._default_path()
        if self._memory.usual_name:
            path = path.with_name(self._default_path().name)
        return path.with_name(f"{path.stem}{CHECK_SHEET.ending}{suffix}")

    def _choose(self) -> None:
        kinds = {f"{kind.name} (*{kind.suffix})": kind for kind in REPORT.formats}
        chosen, picked = QFileDialog.getSaveFileName(
            self,
            f"导出{REPORT.name}",
            str(self._default_path()),
            ";;".join(kinds),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            path, kind = Path(chosen), kinds.get(picked, REPORT.formats[0])
            self._ask(path if REPORT.format_of(path) else path.with_name(f"{path.name}{kind.suffix}"))

    def _ask(self, path: Path) -> None:
        """Export, asking first when a file of that name is there; one that is open elsewhere is refused at once."""
        if not path.exists() or self._memory.is_own(path):
            self._start(path)
            return
        if why := refusal(path):
            self._panel.show_failed(why)
            return
        question = _replacing(path, (("elsewhere", "换个名字…"), ("replace", "替换")), self.window())
        question.answered.connect(lambda answer: self._start(path) if answer == "replace" else self._choose())
        question.open()

    def _ask_for_sheet(self, suffix: str) -> None:
        """Export the 审签单 beside the report, asking first when a file of that name is there."""
        path = self._sheet_path(suffix)
        if not path.exists():
            self._start_sheet(path)
        elif why := refusal(path):
            self._sheet.show_failed(why)
        else:
            question = _replacing(path, (("replace", "替换"),), self.window())
            question.answered.connect(lambda _answer: self._start_sheet(path))
            question.open()

    def _start_sheet(self, path: Path) -> None:
        kind = CHECK_SHEET.format_of(path) or CHECK_SHEET.formats[0]
        self._after_notices(kind, path, self._write_sheet)

    def _write_sheet(self, path: Path) -> None:
        session = self._bridge.session
        self._sheet.show_busy()
        version = self._bridge.saved_version()
        signed = self._signing.before()
        self._sheet_export.start(session.report, path, session.today, replace=True, version=version, signed=signed)

    def _start(self, path: Path) -> None:
        """Export, saying first what is to be said before such a file is written, once for each such saying."""
        kind = REPORT.format_of(path) or REPORT.formats[0]
        self._after_notices(kind, path, self._write)

    def _after_notices(self, kind: FileFormat, path: Path, write: Callable[[Path], None]) -> None:
        notices = kind.notices(self._bridge.session.report)
        if not set(notices) - self._told:
            write(path)
            return
        words = "；\n".join(notices)
        question = QuestionDialog(f"{kind.name} 用的字体", f"{words}。", (("write", "照样导出"),), self.window())
        question.answered.connect(lambda _answer: self._told.update(notices))
        question.answered.connect(lambda _answer: write(path))
        question.open()

    def _write(self, path: Path) -> None:
        self._panel.show_busy(REPORT.format_of(path) or REPORT.formats[0])
        session = self._bridge.session
        self._exporting = session.report
        version = self._bridge.saved_version()
        self._export.start(session.report, path, session.today, replace=True, version=version)

    def _tell_done(self, path: Path, compared: "Comparison") -> None:
        errors = sum(finding.severity == "error" for finding in self._bridge.session.findings)
        now = datetime.now().astimezone()
        if self._exporting is not None:
            self._memory.note(self._exporting, path, self._export.digest, now)
        self._panel.show_done(path, compared, now, errors)
        self._handed_over.refresh()
        self._compare()
        self._list.verticalScrollBar().setValue(0)

    def _compare(self) -> None:
        """Say whether what was exported is still what the report is, and the file still what was exported."""
        if (state := self._memory.state()) is not None:
            self._panel.show_state(state, self._memory.usual)

    def _show_memory(self) -> None:
        """Show what was exported last in an earlier run."""
        last = self._memory.last
        if last is not None and self._memory.path is not None:
            self._panel.show_earlier(self._memory.path, last.at)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.message.emit(f"打不开，请到这里找：{path}")

    def _restyle(self) -> None:
        beside, roomy = self.width() >= theme().px(_LEAST_SIDE_BY_SIDE), self.width() >= theme().px(_ROOMY)
        lower = [self.height() < theme().px(height) for height in (_LOWEST, _LOW, _TALL)]
        if self._arranged != (arranged := (beside, *lower)):
            self._arranged = arranged
            self._arrange(lower, beside=beside)
            self.status_changed.emit()
        side = theme().px(_PANEL if roomy else _NARROW_PANEL)
        self._side.setMinimumWidth(side if beside else 0)
        self._side.setMaximumWidth(side if beside else NO_LIMIT)
        edge = 24 if beside else 14
        self._inside.set_margins((edge, 20, edge, 20))
        self._head.set_margins((24 if beside else 0, 14, 12 if beside else 0, 12))
        self._preview.setMinimumHeight(0 if beside else max(theme().px(_LEAST_PREVIEW), self.height() * 2 // 3))
        self._where.setVisible(self.width() - (side if beside else 0) >= theme().px(_WITH_COUNT))

    def _arrange(self, lower: list[bool], *, beside: bool) -> None:
        """Leave the list its room: in a low window the export, the 审签单 and what is seldom wanted scroll with it.

        In a narrow window the pages do so too, below all else; the keyboard stays where it is.
        """
        focused = self.window().focusWidget()
        below = (self._panel, self._sheet, self._more)
        scrolled = [widget for widget, low in zip(below, lower, strict=True) if low]
        export = [self._panel] if self._panel in scrolled else []
        self._inside.taken()
        self._inside.put(self._panel.result, *export, *self._listed)
        self._inside.addStretch(1)
        self._inside.put(*(widget for widget in scrolled if widget not in export), *([] if beside else [self._left]))
        self._foot.taken()
        self._foot.put(*(widget for widget in below if widget not in scrolled))
        if beside:
            self._row.insertWidget(0, self._left, 1)
        self._sheet.put_result(above=self._sheet not in scrolled)
        for widget in (self._standing, self._line):
            widget.setVisible(len(scrolled) < len(below))
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)


def _replacing(path: Path, answers: tuple[tuple[str, str], ...], window: QWidget) -> QuestionDialog:
    return QuestionDialog(
        "替换已有的文件吗？",
        f"“{path.parent.name}”文件夹里已有“{path.name}”。替换后，在那个文件里手工改过的内容就没有了。",
        answers,
        window,
    )


def _stem(report: "Report") -> str:
    return report_stem(report.agency.name, report.year)
