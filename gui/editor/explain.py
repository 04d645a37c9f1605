"""What a prose editor explains beside its words: the finding or the offer that was pressed or gone to."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.editor.highlight import Mark, ProseHighlighter
from gui.editor.link_offer import OfferMark, OfferPopover
from gui.editor.view import ProseView
from gui.findings.popover import FindingPopover
from gui.session.bridge import Bridge

Explained = Mark | OfferMark


class Explanations(QObject):
    """The two cards of one editor, of which one is shown at most; they go with their words, and away with them."""

    offer_taken = Signal(object)
    """The `OfferMark` whose figure shall follow the table."""

    def __init__(
        self, bridge: Bridge, editor: ProseView, marks: ProseHighlighter, place_of: Callable[[int], QRect]
    ) -> None:
        """Begin with nothing explained.

        Args:
            bridge: the session.
            editor: what the cards lie over.
            marks: knows where findings and offers are now.
            place_of: the caret's place in the editor's pixels, of a position as the document counts.
        """
        super().__init__(editor)
        self._bridge = bridge
        self.finding, self.offer = FindingPopover(bridge, editor), OfferPopover(editor)
        self._editor, self._marks, self._place_of = editor, marks, place_of
        self._explained: Explained | None = None
        self.offer.taken.connect(self.take)

    def explain(self, mark: Explained) -> None:
        """Show what a mark is about."""
        self.hide()
        self._explained = mark
        words = self._place_of(mark.start)
        if isinstance(mark, Mark):
            self.finding.explain(mark.finding, words)
        else:
            self.offer.explain(mark.offer, self._bridge.session.report.form, words)

    def explain_at(self, position: int) -> bool:
        """Show the finding at a position as the document counts, or else the offer; whether there is one."""
        mark = self._marks.mark_at(position) or self._marks.offer_at(position)
        if mark is None:
            self.hide()
            return False
        self.explain(mark)
        return True

    def take(self) -> bool:
        """Make the cure, or take the offer, that is shown; whether there was one."""
        if not self.finding.isHidden():
            return self.finding.take_fix()
        if self.offer.isHidden() or not isinstance(self._explained, OfferMark):
            return False
        self.offer.put_away()
        self.offer_taken.emit(self._explained)
        return True

    @property
    def shown(self) -> bool:
        """Whether something is being explained."""
        return not (self.finding.isHidden() and self.offer.isHidden())

    def add_to(self, menu: QMenu, position: int) -> None:
        """Put the offer at a position as the document counts above the other commands of a menu."""
        mark = self._marks.offer_at(position)
        if mark is not None:
            action = QAction(f"{mark.offer.label}\tAlt+回车", menu)
            action.triggered.connect(lambda _checked=False: self.offer_taken.emit(mark))
            menu.insertAction(menu.actions()[0], action)
            menu.insertSeparator(menu.actions()[1])

    def hide(self) -> None:
        """Put everything away."""
        self.finding.hide()
        self.offer.hide()

    def keep(self) -> None:
        """Put the card away when nothing is to be said any more of the words it is about."""
        mark = self._explained
        if isinstance(mark, Mark):
            known = self._marks.mark_at(mark.start)
            gone = known is None or known.finding != mark.finding
        else:
            gone = mark is not None and mark not in self._marks.offers
        if gone:
            self.hide()

    def follow(self) -> None:
        """Let the card go with its words, and away with them."""
        card = next((card for card in (self.finding, self.offer) if not card.isHidden()), None)
        if card is None or self._explained is None:
            return
        words = self._place_of(self._explained.start)
        if self._editor.rect().intersects(words):
            card.place(words)
        else:
            card.hide()
