"""The page of one text: heading and tools, the editor, last year's text beside it, and its length for the bar."""

from PySide6.QtCore import QPoint, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.controls.layouts import Column, Row
from gui.controls.text import Elided
from gui.editor.document import TextMeasures
from gui.editor.editor import ProseEdit
from gui.look.theme import theme
from gui.pages.page import Page
from gui.pages.prose.counter import Counter
from gui.pages.prose.findings import FindingLine, FindingLines
from gui.pages.prose.head import ProseHead
from gui.pages.prose.insert import CellPicker
from gui.pages.prose.last_year import LastYear
from gui.pages.prose.offers import Offers
from gui.session.bridge import Bridge
from model.checks.rules.sections import OVERVIEW_LIMIT
from model.form.form import CellError
from model.language.likeness import clause_keys
from model.language.outline import paragraphs
from model.language.subheadings import next_numeral
from model.prose.insertable.ready import ready_sentences
from model.report.change import Change, Place
from model.report.fields import resolve
from model.report.length import length
from model.report.moved_years import moved_text, untouched
from model.session.edits import take_last_year, take_paragraph

_PAUSE_MS = 200
_LEFT, _RIGHT = 40, 40
_SHORTEST_LINE = 30
"""The shortest line this year's text is left with beside last year's, in characters."""


class ProsePage(Page):
    """One of the three prose sections."""

    def __init__(self, text_id: str, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show a text of the open report."""
        super().__init__(parent)
        self.text_id, self._bridge = text_id, bridge
        self.setObjectName(f"page_{text_id}")
        self.setAccessibleName(bridge.session.report.form.section(text_id).heading)
        self.editor = ProseEdit(text_id, bridge, margins=(_LEFT, 16, _RIGHT, 24))
        self.strip = QWidget(self)
        """The counter and the finding under the cursor, for the bar at the window's foot."""
        self.strip.setObjectName("prose_strip")
        self.strip.hide()
        self.counter = Counter(OVERVIEW_LIMIT if text_id == "overview" else None)
        self.last_year = self._make_last_year()
        self._whole, self._offers = FindingLines(), Offers()
        self._line = FindingLine()
        self._picker = CellPicker(text_id, bridge, self)
        self._taken = Elided("", 14, color="text2")
        self._taken.setObjectName("taken_paragraphs")
        self._head = ProseHead(bridge.session.report.form.section(text_id).heading)
        self._insert, self._heading, self._compare_button = self._head.insert, self._head.number, self._head.compare
        self._folded_by_hand: bool | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()
        self._refresh()

    def go(self, place: Place) -> None:
        """Put the cursor on a place of the text."""
        self.editor.go(place)

    def show_found(self, place: Place) -> None:
        """Select the words, and leave the keyboard where it is."""
        if place.span is not None:
            self.editor.show_words(place.span)

    def status(self) -> QWidget:
        """The counter and the finding under the cursor."""
        return self.strip

    def where(self) -> Place:
        """The cursor in the text."""
        end = self.editor.selected()[1]
        return Place(self.text_id, span=(end, end))

    def apply(self, change: Change) -> None:
        """Show what changed."""
        self.editor.apply(change)
        if self.text_id in change.texts or change.cells:
            self._count()
            self._pause.start()
        if change.findings or change.cells or change.texts & {self.text_id, "remarks"}:
            self._show_findings()
        if "last_year" in change.texts:
            self._replace_last_year()

    def take_explained(self) -> bool:
        """Make the cure, or take the offer, that is explained in the text; whether there was one."""
        return self.editor.explained.take()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """What the head needs: last year's pane gives way before the window would have to stay wide for it."""
        return QSize(self._head.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave this year's text the larger part."""
        super().resizeEvent(event)
        self._make_room()

    def _make_last_year(self) -> LastYear | None:
        past = self._bridge.session.report.last_year
        if past is None or not past.text[self.text_id].strip():
            return None
        return LastYear(self.text_id, past, self._bridge, self)

    def _build(self) -> None:
        foot = Row(self.strip, (16, 0, 0, 0), 24)
        foot.put(self.counter)
        foot.put(self._taken)
        foot.put(self._line, stretch=1)
        middle = Column(None, 0, 0)
        middle.put(self._whole, self._offers)
        middle.put(self.editor, stretch=1)
        body = self._body = Row(None, 0, 0)
        body.put(middle, stretch=1)
        if self.last_year is not None:
            body.put(self.last_year)
        column = Column(self, 0, 0)
        column.put(self._head)
        column.put(body, stretch=1)

    def _connect(self) -> None:
        writable = not self._bridge.session.read_only
        self._insert.setEnabled(writable)
        self._heading.setEnabled(writable)
        self._compare_button.setCheckable(True)
        self._compare_button.setChecked(True)
        self._head.explain.clicked.connect(self.explanation_wanted)
        self._insert.clicked.connect(self._open_picker)
        self._heading.clicked.connect(self._number_paragraph)
        self._picker.picked.connect(self._insert_field)
        self._picker.sentence_picked.connect(self._insert_sentence)
        self._offers.taken.connect(self._insert_sentence)
        self._pause.timeout.connect(self._compare)
        self.editor.message.connect(self.message)
        self.editor.place.connect(self.place)
        self._whole.fix.connect(lambda finding: self._bridge.cure([finding]))
        self.editor.finding_at.connect(self._line.show_finding)
        self._compare_button.clicked.connect(lambda shown: self._fold_by_hand(folded=not shown))
        theme().follow(self._make_room)
        self._connect_last_year()

    def _connect_last_year(self) -> None:
        self._compare_button.setVisible(self.last_year is not None)
        if self.last_year is not None:
            self.last_year.fold_asked.connect(lambda folded: self._fold_by_hand(folded=folded))
            self.last_year.wanted.connect(self._take)

    def _replace_last_year(self) -> None:
        """Last year's report came in, or went by an undo."""
        if self.last_year is not None:
            self._body.removeWidget(self.last_year)
            self.last_year.hide()
            self.last_year.deleteLater()
        self.last_year = self._make_last_year()
        if self.last_year is not None:
            self._body.put(self.last_year)
        self._connect_last_year()
        self._make_room()
        self._refresh()

    def _take(self, number: int) -> None:
        """Take a paragraph of last year's text, or with -1 the whole, its years moved on."""
        edit = take_last_year(self.text_id) if number < 0 else take_paragraph(self.text_id, number)
        moved = self._moved_words(number)
        try:
            self._bridge.do(edit)
        except CellError as error:
            self.message.emit(str(error))
            return
        self.message.emit(f"已带入{moved}。请按今年的情况改写，可以撤销。")
        self.editor.setFocus()

    def _moved_words(self, number: int) -> str:
        """What is said of the years in what is taken over; nothing where there are none, or none that move."""
        report = self._bridge.session.report
        past = report.last_year
        if past is None:
            return ""
        before, after = paragraphs(past.text[self.text_id]), paragraphs(moved_text(report, self.text_id))
        taken = slice(None) if number < 0 else slice(number, number + 1)
        return f"，年份往后移了 {report.year - past.year} 年" if before[taken] != after[taken] else ""

    def _refresh(self) -> None:
        self._count()
        self._compare()
        self._show_findings()

    def _count(self) -> None:
        report = self._bridge.session.report
        self.counter.show_count(length(report.text[self.text_id], report))
        taken = len(untouched(report, self.text_id))
        self._taken.setText(f"{taken} 段带自上年，还没改" if taken else "")
        self._taken.setVisible(bool(taken))

    def _compare(self) -> None:
        if self.last_year is None:
            self.editor.compare_with(frozenset())
            return
        report = self._bridge.session.report
        folded = self.last_year.folded
        self.editor.compare_with(self._taken_clauses() if folded else self.last_year.clauses)
        if not folded:
            self.last_year.compare_with(resolve(report.text[self.text_id], report))

    def _taken_clauses(self) -> frozenset[str]:
        """What was taken from last year and not edited yet; it is marked also where last year is out of sight."""
        report = self._bridge.session.report
        text = report.text[self.text_id]
        lines = "\n".join(text[start:end] for start, end in untouched(report, self.text_id))
        return clause_keys(resolve(lines, report))

    def _show_findings(self) -> None:
        findings = self._bridge.session.findings
        report = self._bridge.session.report
        offered = not report.text[self.text_id].strip() and not self._bridge.session.read_only
        self._offers.show_sentences(ready_sentences(report, self.text_id) if offered else (), report)
        self._whole.show_findings([found for found in findings if found.section == self.text_id and not found.span])

    def _make_room(self) -> None:
        """Make last year's pane narrower, and fold it, before this year's lines become too short to be written."""
        if self.last_year is None:
            return
        line = theme().px(TextMeasures().px) * _SHORTEST_LINE + theme().px(_LEFT + _RIGHT) + self.editor.bar_width
        narrow = self.last_year.take(self.width(), self.width() - line)
        if not narrow and self._folded_by_hand is False:
            self._folded_by_hand = None
        self._fold(folded=narrow if self._folded_by_hand is None else self._folded_by_hand)

    def _fold_by_hand(self, *, folded: bool) -> None:
        """Fold or open for good; what is opened where there is no room folds again by itself once there was."""
        self._folded_by_hand = folded
        self._fold(folded=folded)

    def _fold(self, *, folded: bool) -> None:
        self._compare_button.setChecked(not folded)
        if self.last_year is not None and self.last_year.folded != folded:
            self.last_year.fold(folded=folded)
            self._compare()

    def _open_picker(self) -> None:
        below = self._insert.mapToGlobal(QPoint(self._insert.width(), self._insert.height() + 4))
        self._picker.open_at(below)

    def _insert_field(self, cell_id: str) -> None:
        self.editor.insert_field(cell_id)
        self.editor.setFocus()

    def _insert_sentence(self, sentence: str) -> None:
        """Write a ready sentence at the cursor, behind the words of the paragraph there."""
        self.editor.insert_sentence(sentence)
        self.editor.setFocus()

    def _number_paragraph(self) -> None:
        before = self.editor.stored[: self.editor.selected()[0]]
        self.editor.insert_heading(next_numeral(before.rpartition("\n")[0]))
        self.editor.setFocus()
