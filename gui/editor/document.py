"""The document of a prose editor: plain text and chips in the typography of the report's levels.

It has no undo of its own (the session has one for everything), and it is never rewritten as a whole: a new text
replaces the part that differs, so that the caret, the layout and the eye stay where they are.
"""

import re
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from gui.editor.chip import OBJECT, ChipPainter, chip_format, chips_of, source_of
from gui.editor.shown import Span, Units, chip_key, chip_places, chip_source, store, units_of
from gui.look.theme import theme
from model.language.text_edit import text_edit
from model.report.fields import cell_of
from model.structs import Struct

if TYPE_CHECKING:
    from gui.controls.layouts import Margins

_CHIP = re.compile("[\udc00-\udfff]")
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class TextMeasures(Struct, frozen=True):
    """The type of a text, in pixels at 100 %."""

    px: float = 17
    line: float = 32
    gap: float = 5
    indent: float = 34


class ProseDocument(QTextDocument):
    """Paragraphs and chips; `shown` is the text they hold (see `prose_shown`)."""

    def __init__(self, figure: Callable[[str], str], measures: TextMeasures, parent: QObject | None = None) -> None:
        """Begin empty.

        Args:
            figure: the words for a cell's present figure, empty for a blank cell.
            measures: the type.
            parent: the owner.
        """
        super().__init__(parent)
        self._measures = measures
        self.margins: Margins = (0, 0, 0, 0)
        self.room_below = self.room_right = 0.0
        """What is kept free under the text and at its right, in pixels."""
        self._frame: Margins | None = None
        self.shown = ""
        self._edits: list[tuple[int, int, int]] = []
        self.busy = False
        """Whether the document is being changed by the program and not by the clerk."""
        self.styling = False
        """Whether only its looks are being changed, which Qt reports as if every word were new."""
        self.setUndoRedoEnabled(False)
        self.contentsChange.connect(self._note)
        self.chips = ChipPainter(figure, self)
        self.restyle()

    def units(self) -> Units:
        """Positions of the shown text in code points and as the document counts them."""
        return units_of(self.shown)

    def read(self) -> str:
        """The text the document holds now; the cost grows with its length only at the speed of copying.

        Only what Qt has reported as new is looked at for chips: their characters elsewhere are known.
        """
        known = self._edited(self._raw())
        self._edits.clear()
        return self.read_whole() if known is None else known

    def read_whole(self) -> str:
        """The same, looked up chip by chip."""
        text = self._raw()
        return self._with_chips(text) if OBJECT in text else text

    def stored(self) -> str:
        """The shown text as it is stored."""
        return store(self.shown)

    def _raw(self) -> str:
        return self.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _edited(self, text: str) -> str | None:
        """The shown text with the one edit since it was read; None when that is not all that happened."""
        if len(self._edits) != 1:
            return None
        position, removed, added = self._edits[0]
        old, new = self.units(), units_of(text)
        start, end, rest = new.point(position), new.point(position + added), old.point(position + removed)
        if OBJECT in text[start:end] or start != old.point(position):
            return None
        known = self.shown[:start] + text[start:end] + self.shown[rest:]
        return known if _CHIP.sub(OBJECT, known) == text else None

    def _with_chips(self, text: str) -> str:
        units, done = units_of(text), 0
        parts: list[str] = []
        block = self.begin()
        while block.isValid():
            for unit, source in chips_of(block) if OBJECT in block.text() else ():
                place = units.point(unit)
                parts += text[done:place], chip_key(source)
                done = place + 1
            block = block.next()
        return "".join((*parts, text[done:]))

    def replace(self, shown: str) -> Span | None:
        """Make the document hold another text; only the middle part that differs is replaced.

        Returns:
            The span of the new middle part as the document counts; None when nothing differs.
        """
        if shown == self.shown:
            return None
        edit, old, new = text_edit(self.shown, shown), self.units(), units_of(shown)
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
        self.busy = self.styling = True
        self.setDefaultFont(theme().font(self._measures.px))
        cursor = QTextCursor(self)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._paragraph())
        self.busy = self.styling = False
        self.set_frame()

    def set_frame(self) -> None:
        """Set the distances around the text, where they changed."""
        left, top, right, bottom = (theme().px(margin) for margin in self.margins)
        wanted: Margins = (left, top, right + self.room_right, bottom + self.room_below)
        if wanted == self._frame:
            return
        self._frame = wanted
        frame = self.rootFrame().frameFormat()
        frame.setLeftMargin(wanted[0])
        frame.setTopMargin(wanted[1])
        frame.setRightMargin(wanted[2])
        frame.setBottomMargin(wanted[3])
        self.busy = self.styling = True
        self.rootFrame().setFrameFormat(frame)
        self.busy = self.styling = False

    def _note(self, position: int, removed: int, added: int) -> None:
        """Remember what the clerk changed; what the program changes is known."""
        if not self.busy:
            self._edits.append((position, removed, added))

    def end_of_text(self) -> float:
        """Where a paragraph under the text would begin, in pixels from the document's top."""
        last = self.lastBlock().layout()
        lines = last.lineCount() * theme().px(self._measures.line)
        return last.position().y() + lines + theme().px(self._measures.gap)

    def _paragraph(self) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLineHeight(theme().px(self._measures.line), _FIXED)
        made.setBottomMargin(theme().px(self._measures.gap))
        made.setTextIndent(theme().px(self._measures.indent))
        return made
