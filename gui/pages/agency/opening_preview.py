"""The opening of the report on paper: title and preamble, with what comes from the form's fields tinted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from export import title
from export.content import title_lines
from gui.controls.layouts import Card, Column
from gui.look.theme import theme
from model.language.outline import paragraphs
from model.report import preamble
from model.report.fields import resolve
from model.report.report import Report

_TITLE, _SMALLEST_TITLE, _BODY, _LEADING = 18, 12.5, 15, 27
_AT_THE_SIDES = 20 + 12 + 14
"""The margins beside the text and the scroll bar, in pixels at 100 %."""


class OpeningPreview(Card):
    """A quiet sheet that shows how the report will begin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the sheet, empty."""
        super().__init__("surface", "border", 8, parent)
        self.setObjectName("opening_preview")
        self._report: Report | None = None
        self._view = QTextEdit()
        self._view.setObjectName("opening_preview_text")
        self._view.setAccessibleName("报告开头预览")
        self._view.setReadOnly(True)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._view.viewport().setAutoFillBackground(False)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        Column(self, (20, 16, 12, 12)).put(self._view, stretch=1)
        theme().follow(self._refresh)

    def show_report(self, report: Report) -> None:
        """Show the opening of a report."""
        self._report = report
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the title to the width."""
        super().resizeEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        if self._report is None:
            return
        self._view.clear()
        self._write(self._report)
        self._view.verticalScrollBar().setValue(0)

    def _write(self, report: Report) -> None:
        cursor = QTextCursor(self._view.document())
        lines = title_lines(report)
        px = self._title_px(lines)
        for line in lines:
            for part in self._fitting(line, px):
                self._paragraph(cursor, heads=True)
                cursor.insertText(part, self._ink(px, bold=True))
        if preamble.is_composed(report):
            self._paragraph(cursor)
            for piece in preamble.pieces(report):
                cursor.insertText(piece.text, self._ink(_BODY, given=piece.given))
            return
        for words in paragraphs(resolve(report.text.preamble, report)):
            self._paragraph(cursor)
            cursor.insertText(words, self._ink(_BODY))

    def _title_px(self, lines: tuple[str, ...]) -> float:
        """The size of the title, less where its longest line would not fit."""
        room = self._room()
        sizes = (_TITLE - step / 2 for step in range(round(2 * (_TITLE - _SMALLEST_TITLE)) + 1))
        return next((px for px in sizes if _widest(lines, px) <= room), _SMALLEST_TITLE)

    def _fitting(self, line: str, px: float) -> list[str]:
        """A line of the title, folded by meaning where the smallest size is still too large for it."""
        room, wide = self._room(), _widest((line,), px)
        return [line] if wide <= room else title.fold(line, max(title.LEAST, int(title.width(line) * room / wide)))

    def _room(self) -> float:
        return self.width() - theme().px(_AT_THE_SIDES) - 2 * self._view.document().documentMargin()

    def _paragraph(self, cursor: QTextCursor, *, heads: bool = False) -> None:
        px = theme().px
        shape = QTextBlockFormat()
        shape.setLineHeight(px(_LEADING), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter if heads else Qt.AlignmentFlag.AlignLeft)
        shape.setTextIndent(0 if heads else px(2 * _BODY))
        first_of_body = not heads and cursor.blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter
        shape.setTopMargin(px(12) if first_of_body else 0)
        if self._view.document().isEmpty():
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)

    def _ink(self, px: float, *, bold: bool = False, given: bool = False) -> QTextCharFormat:
        ink = QTextCharFormat()
        ink.setFont(theme().serif(px, bold=bold))
        ink.setForeground(theme().tokens.text)
        if given:
            ink.setBackground(theme().tokens.tint)
        return ink


def _widest(lines: tuple[str, ...], px: float) -> int:
    metrics = QFontMetrics(theme().serif(px, bold=True))
    return max((metrics.horizontalAdvance(line) for line in lines), default=0)
