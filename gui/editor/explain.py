"""What a prose editor explains beside its words: the finding or the link that was pressed or gone to."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.editor.highlight import FindingMark, ProseHighlighter
from gui.editor.link_popover import LinkMark, LinkPopover
from gui.editor.view import ProseView
from gui.findings.popover import FindingPopover
from gui.session.bridge import Bridge

Explained = FindingMark | LinkMark


class Explanations(QObject):
    """The two cards of one editor, of which one is shown at most; they go with their words, and away with them."""

    link_taken = Signal(object)
    """The `LinkMark` whose figure shall follow the table."""

    def __init__(
        self, bridge: Bridge, editor: ProseView, marks: ProseHighlighter, place_of: Callable[[int], QRect]
    ) -> None:
        """Begin with nothing explained.

        Args:
            bridge: the session.
            editor: what the cards lie over.
            marks: knows where findings and links are now.
            place_of: the caret's place in the editor's pixels, of a position as the document counts.
        """
        super().__init__(editor)
        self._bridge = bridge
        self.finding, self.link = FindingPopover(bridge, editor), LinkPopover(editor)
        self._editor, self._marks, self._place_of = editor, marks, place_of
        self._explained: Explained | None = None
        self.link.taken.connect(self.take)

    def explain(self, mark: Explained) -> None:
        """Show what a mark is about."""
        self.hide()
        self._explained = mark
        words = self._place_of(mark.start)
        if isinstance(mark, FindingMark):
            self.finding.explain(mark.finding, words)
        else:
            self.link.explain(mark.link, self._bridge.session.report.form, words)

    def explain_at(self, position: int) -> bool:
        """Show the finding at a position as the document counts, or else the link; whether there is one."""
        mark = self._marks.mark_at(position) or self._marks.link_at(position)
        if mark is None:
            self.hide()
            return False
        self.explain(mark)
        return True

    def take(self) -> bool:
        """Make the cure, or take the link, that is shown; whether there was one."""
        if not self.finding.isHidden():
            return self.finding.take_fix()
        if self.link.isHidden() or not isinstance(self._explained, LinkMark):
            return False
        self.link.put_away()
        self.link_taken.emit(self._explained)
        return True

    @property
    def shown(self) -> bool:
        """Whether something is being explained."""
        return not (self.finding.isHidden() and self.link.isHidden())

    def add_to(self, menu: QMenu, position: int) -> None:
        """Put the link at a position as the document counts above the other commands of a menu."""
        mark = self._marks.link_at(position)
        if mark is not None:
            action = QAction(f"{mark.link.label}\tAlt+回车", menu)
            action.triggered.connect(lambda _checked=False: self.link_taken.emit(mark))
            menu.insertAction(menu.actions()[0], action)
            menu.insertSeparator(menu.actions()[1])

    def hide(self) -> None:
        """Put everything away."""
        self.finding.hide()
        self.link.hide()

    def keep(self) -> None:
        """Put the card away when nothing is to be said any more of the words it is about."""
        mark = self._explained
        if isinstance(mark, FindingMark):
            known = self._marks.mark_at(mark.start)
            gone = known is None or known.finding != mark.finding
        else:
            gone = mark is not None and mark not in self._marks.links
        if gone:
            self.hide()

    def follow(self) -> None:
        """Let the card go with its words, and away with them."""
        card = next((card for card in (self.finding, self.link) if not card.isHidden()), None)
        if card is None or self._explained is None:
            return
        words = self._place_of(self._explained.start)
        if self._editor.rect().intersects(words):
            card.place(words)
        else:
            card.hide()
