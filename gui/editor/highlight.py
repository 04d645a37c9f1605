"""What a prose editor shows about its text without changing it: headings, findings, fields without a cell, likeness."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat

from gui.controls.layouts import colour
from gui.editor.chip import BLANK, OBJECT, chips_of
from gui.editor.document import ProseDocument
from gui.editor.link_popover import LinkMark
from gui.editor.shown import Changed, Span, Substitution, Units, units_of
from gui.look.theme import theme
from model.checks import Finding
from model.form.form import Form
from model.language.likeness import same_spans
from model.language.outline import subheading_end
from model.report.fields import cell_of, fields
from model.structs import Struct

_WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
_DOTS = QTextCharFormat.UnderlineStyle.DotLine
_COLOURS = {"error": "error", "warning": "warn", "hint": "hint"}

Painting = Callable[[QTextCharFormat], None]


class FindingMark(Struct, frozen=True):
    """A finding's place as the document counts."""

    start: int
    end: int
    finding: Finding

    def shifted(self, by: int) -> "FindingMark":
        """The same finding further on."""
        return FindingMark(self.start + by, self.end + by, self.finding)


_AnyMark = TypeVar("_AnyMark", FindingMark, LinkMark)


def moved(marks: Iterable[_AnyMark], position: int, removed: int, added: int) -> list[_AnyMark]:
    """The marks after an edit: those behind it move along, those it cut into are gone until the checks have run."""
    kept = []
    for mark in marks:
        if mark.end <= position:
            kept.append(mark)
        elif mark.start >= position + removed:
            kept.append(mark.shifted(added - removed))
    return kept


class ProseHighlighter(QSyntaxHighlighter):
    """Formats of the screen only, worked out paragraph by paragraph as they change."""

    def __init__(self, document: ProseDocument, figure: Callable[[str], str], form: Form) -> None:
        """Join a document; `figure` is the same as the document's, `form` that of the report."""
        self._prose, self._figure, self._form = document, figure, form
        self.marks: list[FindingMark] = []
        self.links: list[LinkMark] = []
        """The figures that could follow the tables by themselves, as far as no finding is about them."""
        self.other_clauses: frozenset[str] = frozenset()
        """The clauses of the text laid beside; what is the same in both is shown on a ground."""
        document.contentsChange.connect(self._move_marks)
        super().__init__(document)

    def set_marks(self, marks: list[FindingMark]) -> None:
        """Show these findings; only paragraphs in which something changed are worked out again."""
        changed = {(mark.start, mark.end, mark.finding.severity) for mark in self.marks} ^ {
            (mark.start, mark.end, mark.finding.severity) for mark in marks
        }
        self.marks = marks
        self._again({number for start, end, _ in changed for number in self._blocks(start, end)})

    def set_links(self, links: list[LinkMark]) -> None:
        """Show these links; only paragraphs in which something changed are worked out again."""
        changed = {(mark.start, mark.end) for mark in self.links} ^ {(mark.start, mark.end) for mark in links}
        self.links = links
        self._again({number for start, end in changed for number in self._blocks(start, end)})

    def set_other_clauses(self, clauses: frozenset[str]) -> None:
        """Compare with another text."""
        if clauses != self.other_clauses:
            self.other_clauses = clauses
            self.rehighlight()

    def follow_figures(self) -> None:
        """Work out anew what depends on the figures of chips: whether a clause is the same as in the other text."""
        if self.other_clauses and OBJECT in self._prose.toRawText():
            self.rehighlight()

    def mark_at(self, position: int) -> FindingMark | None:
        """The gravest finding at a position as the document counts; the end of its words counts as well."""
        found = [mark for mark in self.marks if mark.start <= position <= mark.end]
        return min(found, key=lambda mark: list(_COLOURS).index(mark.finding.severity), default=None)

    def link_at(self, position: int) -> LinkMark | None:
        """The link about the figure at a position as the document counts."""
        return next((mark for mark in self.links if mark.start <= position <= mark.end), None)

    def mark_of(self, span: Span) -> FindingMark | None:
        """The finding about just this span of the stored text."""
        return next((mark for mark in self.marks if mark.finding.span == span), None)

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """Set the formats of the current paragraph."""
        layers = list(self._layers(text))
        edges = sorted({edge for (start, end), _ in layers for edge in (start, end)})
        for start, end in pairwise(edges):
            made = QTextCharFormat()
            for (first, last), paint in layers:
                if first <= start and end <= last:
                    paint(made)
            self.setFormat(start, end - start, made)

    def _layers(self, text: str) -> Iterator[tuple[Span, Painting]]:
        """What is painted where in a paragraph, in UTF-16 units from its start, the lowest layer first."""
        units, published = units_of(text), self._published(text)
        for span in same_spans(published.text, self.other_clauses):
            yield _in_units(units, published.back(span)), _same
        if heading := _heading(published):
            yield _in_units(units, heading), _bold
        for field in fields(text):
            if not field.known(self._form):
                yield _in_units(units, (field.start, field.end)), _underlined
        begin, length = self.currentBlock().position(), self.currentBlock().length() - 1
        for link in self.links:
            if begin <= link.start and link.end <= begin + length:
                yield (link.start - begin, link.end - begin), _linkable
        for mark in self.marks:
            if mark.start < begin + length and mark.end > begin:
                span = max(0, mark.start - begin), min(length, mark.end - begin)
                yield span, _PAINTINGS[mark.finding.severity]

    def _published(self, text: str) -> Changed:
        """The paragraph with its chips as figures."""
        return Changed(text, [Substitution(place, place + 1, words) for place, words in self._chips(text)])

    def _chips(self, text: str) -> Iterator[tuple[int, str]]:
        if OBJECT not in text:
            return
        units, begin = units_of(text), self.currentBlock().position()
        for unit, source in chips_of(self.currentBlock()):
            yield units.point(unit - begin), self._figure(cell_of(source)) or BLANK

    def _move_marks(self, position: int, removed: int, added: int) -> None:
        if not self._prose.styling:
            self.marks = moved(self.marks, position, removed, added)
            apart = [mark for mark in self.links if mark.end < position or mark.start > position + removed]
            self.links = moved(apart, position, removed, added)  # a digit typed beside a figure makes it another one

    def _blocks(self, start: int, end: int) -> Iterable[int]:
        document = self.document()
        first = document.findBlock(start).blockNumber()
        last = document.findBlock(end).blockNumber()
        return range(max(0, first), (last if last >= 0 else document.blockCount() - 1) + 1)

    def _again(self, numbers: Iterable[int]) -> None:
        for number in sorted(numbers):
            block: QTextBlock = self.document().findBlockByNumber(number)
            if block.isValid():
                self.rehighlightBlock(block)


def _heading(published: Changed) -> Span | None:
    text = published.text
    blank = len(text) - len(text.lstrip())
    end = subheading_end(text[blank:])
    return published.back((blank, blank + end)) if end else None


def _in_units(units: Units, span: Span) -> Span:
    return units.unit(span[0]), units.unit(span[1])


def _same(made: QTextCharFormat) -> None:
    made.setBackground(theme().tokens.same)


def _bold(made: QTextCharFormat) -> None:
    made.setFontWeight(QFont.Weight.Bold)


def _underlined(made: QTextCharFormat) -> None:
    made.setFontUnderline(True)


def _linkable(made: QTextCharFormat) -> None:
    made.setUnderlineStyle(_DOTS)
    made.setUnderlineColor(theme().tokens.accent)


def _found(severity: str, *, ground: bool) -> Painting:
    def paint(made: QTextCharFormat) -> None:
        made.setUnderlineStyle(_WAVE)
        made.setUnderlineColor(colour(_COLOURS[severity]))
        if ground:
            made.setBackground(colour(f"{_COLOURS[severity]}_tint"))

    return paint


_PAINTINGS = {
    "error": _found("error", ground=True),
    "warning": _found("warning", ground=True),
    "hint": _found("hint", ground=False),
}
