"""单位信息: the agency, how it is reached, the look of the report; beside it the opening as it will be printed."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import NO_LIMIT, Card, Column, Divider, Ground, Row, Scroll
from gui.controls.plain import set_tip
from gui.controls.text import Sign, Text, severity_sign_of
from gui.editor.editor import ProseEdit
from gui.look.theme import theme
from gui.pages.agency.agency_form import AgencyForm, doubtful, missing
from gui.pages.agency.check_form import CheckForm
from gui.pages.agency.layout_form import LayoutForm
from gui.pages.agency.opening_preview import OpeningPreview
from gui.pages.page import Page, Status
from gui.session.bridge import Bridge
from model.report import preamble
from model.report.change import Change, Place
from model.session.edits import Edit

_LOW = 420
"""The height of the opening below the form, at 100 %."""

if TYPE_CHECKING:
    from model.checks import Finding

_FORM, _OPENING, _LEAST_OPENING, _LEAST_SIDE_BY_SIDE = 640, 460, 360, 900
"""The widths of the form and of the opening, and the page's least width for both beside each other, at 100 %."""


class AgencyPage(Page):
    """The page."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the page and show the open report."""
        super().__init__(parent)
        self.setObjectName("page_agency")
        self.setAccessibleName("单位信息")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._bridge = bridge
        self._form = AgencyForm(bridge)
        self._opening = OpeningPanel(bridge)
        self._last_year = Button("导入上年报告…", "secondary", name="import_last_year", sign="document_arrow_up")
        set_tip(self._last_year, "选上年的 Word 文件，把上年的数和文字放在旁边对照；只填空着的上年结转")
        self._last_year.clicked.connect(self.last_year_wanted)
        self._row, self._body = Row(self, 0, 0), Column(None, 0, 0)
        self._scroll = Scroll(self._left())
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._row.put(self._scroll, stretch=1)
        self._row.put(self._opening)
        self._show_last_year()
        self._form.setEnabled(not bridge.session.read_only)
        QTimer.singleShot(0, self, lambda: self._further_forms)
        self._restyle()
        theme().follow(self._restyle)

    def go(self, place: Place) -> None:
        """Focus the field, the title or the words of the preamble that a place names."""
        if place.section == "preamble":
            self._opening.edit(place)
            self._show_soon(self._opening)
            return
        name = "title" if place.section == "title" else place.cell or "name"
        found = self._form.input(name)
        for form in () if found is not None else self._further_forms:
            found = found or form.input(name)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_soon(found)

    def show_found(self, place: Place) -> None:
        """Select the words of the preamble."""
        self.go(place)
        if place.section == "preamble" and place.span is not None:
            self._opening.show_words(place.span)

    def apply(self, change: Change) -> None:
        """Show what changed."""
        if change.agency or change.texts & {"title", "as_typed"}:
            for form in (self._form, *self._further_forms):
                form.show_report()
        if "last_year" in change.texts:
            self._show_last_year()
        self._opening.apply(change)

    def where(self) -> Place:
        """The page as a whole."""
        return Place("agency")

    def status(self) -> Status:
        """Which needed fields are empty, or cannot be what they are for."""
        empty = missing(self._bridge.session.report)
        if empty:
            return Status(f"还没填：{'、'.join(empty)}")
        if wrong := doubtful(self._bridge.session.report):
            return Status(f"请核对：{'、'.join(wrong)}", "warning", "warn_icon")
        return Status("必填的都填好了", "checkmark_circle", "ok")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the opening below the form where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange once shown."""
        if event.type() == QEvent.Type.Show:
            self._arrange()
        return super().event(event)

    def _show_last_year(self) -> None:
        """Offer to bring last year's report in while there is none."""
        session = self._bridge.session
        self._last_year.setVisible(session.report.last_year is None and not session.read_only)

    def _show_soon(self, part: QWidget) -> None:
        """Scroll to a part of the page, when everything has its place."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part))

    def _left(self) -> QWidget:
        body, form = QWidget(), QWidget()
        body.setLayout(self._body)
        outer = Row(None, (40, 24, 24, 32), 0)
        outer.addWidget(form, 1)
        outer.addStretch(0)
        self._body.put(outer)
        column = Column(form, 0, 18)
        head = Column(None, 0, 4)
        first = Row(None, 0, 8)
        first.put(Text("单位信息", 24, bold=True), stretch=1)
        first.put(self._last_year)
        head.put(first)
        head.put(Text("标题、引言和联系方式由这里生成，每年只需核对一次。", color="text2", wrap=True))
        column.put(head)
        self._form_side, self._forms = form, Column(None, 0, 18)
        column.put(self._form, self._forms)
        column.addStretch(1)
        return body

    @cached_property
    def _further_forms(self) -> "tuple[CheckForm, LayoutForm]":
        """What is asked below the first form, built in an event-loop iteration of its own."""
        forms = CheckForm(self._bridge), LayoutForm(self._bridge)
        for form in forms:
            form.setEnabled(not self._bridge.session.read_only)
            self._forms.put(Divider(), form)
        return forms

    def _arrange(self) -> None:
        side_by_side = self.width() >= theme().px(_LEAST_SIDE_BY_SIDE)
        if side_by_side != (self._row.indexOf(self._opening) >= 0):
            focused = QApplication.focusWidget()
            inside = focused is not None and self._opening.isAncestorOf(focused)
            (self._row if side_by_side else self._body).put(self._opening)
            self._opening.show()  # at once, for what is out of sight cannot have the keyboard
            if focused is not None and inside:
                focused.setFocus(Qt.FocusReason.OtherFocusReason)
        free = self.width() - theme().px(_FORM + 64)
        width = min(max(free, theme().px(_LEAST_OPENING)), theme().px(_OPENING))
        self._opening.set_width(width if side_by_side else None)

    def _restyle(self) -> None:
        self._form_side.setMaximumWidth(theme().px(_FORM))
        self._arrange()


class OpeningPanel(Ground):
    """Title and preamble as they will be printed, or the preamble to be edited."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the panel, showing the print."""
        super().__init__("panel", "l", parent=parent)
        self.setObjectName("opening")
        self._bridge, self._stale = bridge, True
        self._editor: ProseEdit | None = None
        self._heading = Text("报告开头将写成", 16, bold=True)
        self._edit = Button("改写引言", "link", name="edit_preamble", height=32)
        self._compose = Button("重新生成", "link", name="compose_preamble", height=32)
        self._preview, self._pages = OpeningPreview(), QStackedWidget()
        self._pages.addWidget(self._preview)
        self._hint, self._sign = Text("", 14, color="text2", wrap=True), Sign("info", "text2", 20)
        self._about, self._finding = "", cast("Finding | None", None)
        head, foot = Row(None, 0, 16), Row(None, 0, 8)
        head.put(self._heading, stretch=1)
        head.put(self._compose, self._edit)
        foot.put(self._sign)
        foot.put(self._hint, stretch=1)
        column = Column(self, (24, 16, 24, 16), 12)
        column.put(head)
        column.put(self._pages, stretch=1)
        column.put(foot)
        set_tip(self._compose, "按单位信息重新写一遍引言，现在的引言会被替换（可以撤销）")
        self._edit.clicked.connect(self._toggle)
        self._compose.clicked.connect(self._recompose)

    def set_width(self, width: int | None) -> None:
        """Be that wide beside the form; without a width, as wide as the page, below the form."""
        self.setMinimumWidth(width or 0)
        self.setMaximumWidth(width or NO_LIMIT)
        self.setMinimumHeight(0 if width else theme().px(_LOW))
        self.set_edges("l" if width else "t")
        if not self._stale:
            self._show()

    def edit(self, place: Place | None = None) -> None:
        """Show the editor, with the cursor on a place."""
        editor = self._made_editor()
        self._pages.setCurrentIndex(1)
        self._show()
        editor.moveCursor(QTextCursor.MoveOperation.Start)
        editor.go(place or Place("preamble"), explain=False)

    def show_words(self, span: tuple[int, int]) -> None:
        """Select some words of the preamble."""
        self._made_editor().show_words(span)

    def apply(self, change: Change) -> None:
        """Show what changed."""
        if self._editor is not None:
            self._editor.apply(change)
        self._stale = self._stale or bool(change.agency or change.cells or change.texts & {"title", "preamble"})
        if self.isVisible():
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Show what has changed while it was out of sight, in an event-loop iteration of its own."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self._show()

    def _made_editor(self) -> "ProseEdit":
        if self._editor is None:
            card = Card("surface", "border", 8)
            self._editor = ProseEdit("preamble", self._bridge, card)
            self._editor.finding_at.connect(self._tell)
            Column(card, 4).put(self._editor, stretch=1)
            self._pages.addWidget(card)
        return self._editor

    def _toggle(self) -> None:
        if self._pages.currentWidget() is self._preview:
            self.edit()
        else:
            self._pages.setCurrentWidget(self._preview)
            self._show()

    def _recompose(self) -> None:
        self._bridge.do(Edit(lambda report: report.with_text("preamble", preamble.compose(report)), Place("preamble")))

    def _show(self) -> None:
        report = self._bridge.session.report
        composed, editing = preamble.is_composed(report), self._pages.currentWidget() is not self._preview
        self._preview.show_report(report)
        self._heading.setText("引言" if editing else "报告开头将写成")
        self._edit.set_words("看效果" if editing else "改写引言")
        read_only = self._bridge.session.read_only
        self._edit.setVisible(editing or not read_only)
        self._compose.setVisible(not composed and not read_only)
        side = "左边" if self.maximumWidth() < NO_LIMIT else "上面"
        follows = f"浅蓝底的字来自{side}，改{side}这里跟着变。" if not editing else "改过以后，引言不再跟着单位信息变。"
        self._about = follows if composed else "引言是自己写的，单位信息改了不会跟着变。"
        self._tell(self._finding if editing else None)

    def _tell(self, finding: "Finding | None") -> None:
        """Say below what is wrong with the words under the cursor, or else what the preamble is."""
        self._finding = finding
        drawing, ink = severity_sign_of(finding.severity) if finding else ("info", "text2")
        self._sign.set_sign(drawing, ink, filled=finding is not None)
        self._hint.setText(finding.message if finding else self._about)
