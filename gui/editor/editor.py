"""The editor of the report's texts: plain text in, plain text out, undo by the session, findings where they are."""

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from gui.controls.layouts import Margins, followed_bar
from gui.editor.clipboard import has_words, pasted
from gui.editor.document import TextMeasures
from gui.editor.explain import Explanations
from gui.editor.highlight import FindingMark
from gui.editor.keys import ENTER, is_command, is_redo, is_undo
from gui.editor.link_popover import LinkMark
from gui.editor.menu import edit_menu
from gui.editor.shown import show
from gui.editor.view import ProseView
from gui.session.bridge import Bridge
from model.checks.prompts import prompts
from model.form.form import CellError
from model.language.subheadings import numeral_end
from model.prose.insertable.linkable import linkable_figures
from model.report.change import Change, Place
from model.report.length import TEXT_LIMIT
from model.report.report import TEXT_IDS
from model.session.edits import set_text
from model.session.storable import too_long

_OVERRIDE = QEvent.Type.ShortcutOverride


class ProseEdit(ProseView):
    """One text of the report; every change goes to the session, and what the session says is shown."""

    message = Signal(str)
    """One quiet line: what was refused."""
    finding_at = Signal(object)
    """The `Finding` under the cursor, or None."""
    place = Signal(object)
    """A `Place` elsewhere in the report that the clerk wants to see."""

    def __init__(
        self, text_id: str, bridge: Bridge, parent: QWidget | None = None, *, margins: Margins = (12, 8, 12, 8)
    ) -> None:
        """Show a text of the open report.

        Args:
            text_id: one of the four texts.
            bridge: the session.
            parent: the parent widget.
            margins: around the text, in pixels at 100 %.
        """
        super().__init__(lambda: bridge.session.report, TextMeasures(), margins, parent)
        self.text_id, self._bridge = text_id, bridge
        self._sending = self._alone = False
        name = "引言" if text_id == "preamble" else bridge.session.report.form.section(text_id).heading
        self.setObjectName(f"prose_{text_id}")
        self.setAccessibleName(f"{name}，正文")
        if bridge.session.read_only:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.explained = Explanations(bridge, self, self._highlighter, self._caret_at)
        self.popover = self.explained.finding
        self.explained.finding.go.connect(self.place)
        self.explained.finding.message.connect(self.message)
        self.explained.link_taken.connect(self._take_link)
        self._document.contentsChanged.connect(self._send)
        self.cursorPositionChanged.connect(self._tell_finding)
        followed_bar(self).valueChanged.connect(self.explained.follow)
        bridge.checked.connect(self._mark_links)
        self.show_text(bridge.session.report.text[text_id])
        self._decorate()
        self._mark_links()

    def apply(self, change: Change) -> None:
        """Show what changed, and nothing else; a text changed from outside takes the cursor along."""
        if self.text_id in change.texts:
            self.explained.hide()
            self._follow(jump=not self._sending)
        if change.cells:
            self._document.refresh_chips(change.cells)
            self._highlighter.follow_figures()
            self.viewport().update()
        if change.findings or change.agency or self.text_id in change.texts:
            self._decorate()

    def go(self, place: Place, *, explain: bool = True) -> None:
        """Put the cursor on a place of this text.

        The words of a finding are selected and explained; anywhere else the cursor goes to the end of the place, for
        words selected after an undo would be lost with the next key.
        """
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if place.span is None:
            return
        mark = self._highlighter.mark_of(place.span)
        self.select(place.span if mark else (place.span[1], place.span[1]))
        self.lift()
        if mark is not None and explain:
            self.explained.explain(mark)

    def show_words(self, span: tuple[int, int]) -> None:
        """Select some words and bring them into sight; the keyboard stays where it is."""
        self.explained.hide()
        self.select(span)
        self.lift()

    def insert_field(self, cell_id: str) -> None:
        """Put a live field in place of the selection."""
        self.insert_stored(f"{{{{{cell_id}}}}}")

    def insert_stored(self, stored: str) -> None:
        """Put a stored text in place of the selection, as an edit that is undone by itself."""
        self._put_alone(self.textCursor(), show(stored, self._form).text)

    def insert_sentence(self, stored: str) -> None:
        """Write a sentence at the end of the paragraph with the cursor, as an edit that is undone by itself."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._put_alone(cursor, show(stored, self._form).text)

    def insert_heading(self, numeral: str) -> None:
        """Begin the current paragraph with a number such as （三）; take away the one that is there."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        if known := numeral_end(cursor.block().text()):
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, known)
        self._put_alone(cursor, "" if known else numeral)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to a shortcut of the window, which also shows what they changed elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == _OVERRIDE and (is_undo(event) or is_redo(event)):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Undo and redo are the session's, what is held with Alt or Ctrl writes nothing, Enter begins a paragraph."""
        if is_undo(event):
            self._bridge.undo()
        elif is_redo(event):
            self._bridge.redo()
        elif event.key() == Qt.Key.Key_Escape and self.explained.shown:
            self.explained.hide()
        elif is_command(event):
            event.ignore()
        elif event.key() in ENTER and not self.isReadOnly():
            self._put(self.textCursor(), "\n")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the explanation at its words."""
        super().resizeEvent(event)
        self.explained.follow()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Put the explanation away with the page."""
        super().hideEvent(event)
        self.explained.hide()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Take what an input method gives; what had to wait for the end of its word is shown after it."""
        super().inputMethodEvent(event)
        self.viewport().update()
        self._follow(jump=False)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Whether there is text to take; a dropped file is left to the window."""
        return has_words(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Insert what is pasted or dropped as plain text, or say why not."""
        words, refused = pasted(source)
        if len(words) > TEXT_LIMIT:
            refused = too_long(len(words))
        elif words:
            self.insert_stored(words)
        if refused:
            self.message.emit(refused)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a finding explains it, on a figure that could follow the tables proposes that."""
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        if event.button() == Qt.MouseButton.LeftButton and not cursor.hasSelection():
            self.explained.explain_at(cursor.position())
        else:
            self.explained.hide()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """The commands of any editor."""
        menu = edit_menu(self, self._bridge)
        self.explained.add_to(menu, self.textCursor().position())
        menu.exec(event.globalPos())

    def _put(self, cursor: QTextCursor, shown: str) -> None:
        self._document.write(cursor, shown)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _put_alone(self, cursor: QTextCursor, shown: str) -> None:
        self._alone = True
        self._put(cursor, shown)
        self._alone = False

    def _follow(self, *, jump: bool) -> None:
        """Make the document hold what the session holds; while a word is being composed, that waits."""
        stored = self._bridge.session.report.text[self.text_id]
        if stored != self._shown.stored:
            self._shown = show(stored, self._form)
        replaced = None if self._composing else self._document.replace(self._shown.text)
        if jump and replaced:
            cursor = self.textCursor()
            cursor.setPosition(replaced[1])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _send(self) -> None:
        """Give the session the text as it is now, without what is being composed."""
        if self._document.busy:
            return
        text = self._document.read()
        if text == self._document.shown:
            return
        self._document.shown = text
        self.explained.hide()
        self._sending = True
        try:
            self._bridge.do(set_text(self.text_id, self._document.stored(), alone=self._alone))
        except CellError as error:
            self.message.emit(str(error))
        self._sending = False
        self._follow(jump=False)

    def _decorate(self) -> None:
        session = self._bridge.session
        words = session.report.text[self.text_id]
        self._highlighter.set_marks(
            [
                FindingMark(*self._in_document(found.span), found)
                for found in session.findings
                if found.section == self.text_id and found.span and words[slice(*found.span)] == found.quote
            ]
        )
        self.set_prompts(prompts(self.text_id, session.report, session.findings))
        self._tell_finding()
        self.explained.keep()

    def _mark_links(self) -> None:
        """Mark the figures that could follow the tables, as the reading of this text found them."""
        if self.isReadOnly():
            return
        text_id = TEXT_IDS[TEXT_IDS.index(self.text_id)]
        report, marks = self._bridge.session.report, self._highlighter.marks
        links = [LinkMark(*self._in_document(found.span), found) for found in linkable_figures(report, text_id)]
        self._highlighter.set_links(
            [one for one in links if not any(mark.start < one.end and one.start < mark.end for mark in marks)]
        )
        self.explained.keep()

    def _take_link(self, mark: LinkMark) -> None:
        """Put the live field where the figure stands, as an edit that is undone by itself."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        self._put_alone(cursor, show(mark.link.field, self._form).text)

    def _tell_finding(self) -> None:
        mark = self._highlighter.mark_at(self.textCursor().position())
        self.finding_at.emit(mark.finding if mark else None)

    def _caret_at(self, position: int) -> QRect:
        cursor = QTextCursor(self._document)
        cursor.setPosition(position)
        return self.cursorRect(cursor).translated(self.viewport().pos())
