"""The document of a prose editor: plain text and chips in the typography of the report's levels.

It has no undo of its own (the session has one for everything), and it is never rewritten as a whole: a new text
replaces the part that differs, so that the caret, the layout and the eye stay where they are.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from gui.theme import theme
from gui.widgets.layouts import Margins
from gui.widgets.prose_chip import OBJECT, ChipPainter, cell_of, chip_format, source_of
from gui.widgets.prose_shown import Span, Units, chip_key, chip_places, chip_source
from model.text_edit import text_edit

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Measures:
    """The type of a text, in pixels at 100 %."""

    px: float = 17
    line: float = 32
    gap: float = 5
    indent: float = 34


class ProseDocument(QTextDocument):
    """Paragraphs and chips; `shown` is the text they hold (see `prose_shown`)."""

    def __init__(self, figure: Callable[[str], str], measures: Measures, parent: QObject | None = None) -> None:
        """Begin empty.

        Args:
            figure: the words for a cell's present figure, empty for a blank cell.
            measures: the type.
            parent: the owner.
        """
        super().__init__(parent)
        self._measures = measures
        self.margins: Margins = (0, 0, 0, 0)
        self.room_below = 0.0
        """What is kept free under the text, in pixels."""
        self.shown = ""
        self.busy = False
        """Whether the document is being changed by the program and not by the clerk."""
        self.setUndoRedoEnabled(False)
        self.chips = ChipPainter(figure, self)
        self.restyle()

    def units(self) -> Units:
        """Positions of the shown text in code points and as the document counts them."""
        return Units(self.shown)

    def read(self) -> str:
        """The text the document holds now; the cost grows with its length only at the speed of copying."""
        text = self.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        if OBJECT not in text:
            return text
        units, cursor, parts, done = Units(text), QTextCursor(self), [], 0
        while (place := text.find(OBJECT, done)) >= 0:
            cursor.setPosition(units.unit(place) + 1)
            source = source_of(cursor.charFormat())
            parts += text[done:place], chip_key(source) if source else OBJECT
            done = place + 1
        return "".join((*parts, text[done:]))

    def replace(self, shown: str) -> Span | None:
        """Make the document hold another text; only the middle part that differs is replaced.

        Returns:
            The span of the new middle part as the document counts; None when nothing differs.
        """
        if shown == self.shown:
            return None
        edit, old, new = text_edit(self.shown, shown), self.units(), Units(shown)
        self.busy = True
        cursor = QTextCursor(self)
        cursor.setPosition(old.unit(edit.start))
        cursor.setPosition(old.unit(edit.start + len(edit.removed)), QTextCursor.MoveMode.KeepAnchor)
        self.shown = shown
        self.write(cursor, edit.inserted)
        self.busy = False
        return new.unit(edit.span[0]), new.unit(edit.span[1])

    def write(self, cursor: QTextCursor, shown: str) -> None:
        """Put a shown text in place of the cursor's selection."""
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        done = 0
        for place in chip_places(shown):
            cursor.insertText(shown[done:place], QTextCharFormat())
            cursor.insertText(OBJECT, chip_format(chip_source(shown[place])))
            done = place + 1
        cursor.insertText(shown[done:], QTextCharFormat())
        cursor.endEditBlock()

    def chip_at(self, position: int) -> str | None:
        """The field of the chip at a position as the document counts; None where there is none."""
        if position < 0 or self.characterAt(position) != OBJECT:
            return None
        cursor = QTextCursor(self)
        cursor.setPosition(position + 1)
        return source_of(cursor.charFormat())

    def refresh_chips(self, cells: Collection[str]) -> None:
        """Measure and paint the chips of some cells again, because their figures changed."""
        units = self.units()
        for place in chip_places(self.shown):
            if cell_of(chip_source(self.shown[place])) in cells:
                self.markContentsDirty(units.unit(place), 1)

    def restyle(self) -> None:
        """Set type and distances for the theme's present zoom."""
        self.busy = True
        self.setDefaultFont(theme().font(self._measures.px))
        cursor = QTextCursor(self)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._paragraph())
        self.set_frame()
        self.busy = False

    def set_frame(self) -> None:
        """Set the distances around the text, where they changed."""
        left, top, right, bottom = (theme().px(margin) for margin in self.margins)
        frame = self.rootFrame().frameFormat()
        before = frame.leftMargin(), frame.topMargin(), frame.rightMargin(), frame.bottomMargin()
        if before != (left, top, right, bottom + self.room_below):
            frame.setLeftMargin(left)
            frame.setTopMargin(top)
            frame.setRightMargin(right)
            frame.setBottomMargin(bottom + self.room_below)
            self.rootFrame().setFrameFormat(frame)

    def _paragraph(self) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLineHeight(theme().px(self._measures.line), _FIXED)
        made.setBottomMargin(theme().px(self._measures.gap))
        made.setTextIndent(theme().px(self._measures.indent))
        return made
