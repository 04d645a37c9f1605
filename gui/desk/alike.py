"""雷同 over the paper of a unit: whose sentences stand in it too, how many, and a way to each of them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Ground, Row
from gui.controls.plain import harmless
from gui.controls.text import Text
from gui.source.layout import Stretch
from gui.source.view import SourceView

Found = tuple[str, Sequence[Stretch]]
"""Whose sentences they are, and where they are on the paper."""


class AlikeStrip(Ground):
    """A button for each other report; pressed again and again, it goes from one of the sentences to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__("hint_tint", "b", parent=parent)
        self.setObjectName("unit_alike")
        self._row = Row(self, (16, 6, 16, 6), 8)
        self._view: SourceView | None = None
        self._at: dict[str, int] = {}
        self.hide()

    def show_found(self, view: SourceView, found: Sequence[Found]) -> None:
        """Offer what is alike on a paper; the sentences of the first are marked at once."""
        self.clear()
        self._view = view
        found = [(whose, where) for whose, where in found if where]
        if not found:
            return
        self._row.put(Text("雷同", 14, bold=True, color="hint"))
        for number, (whose, where) in enumerate(found):
            words = harmless(f"与{whose}相同：{len(where)} 句")
            button = Button(words, "secondary", name=f"unit_alike_{number}", height=32, px=14)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(not number)
            button.clicked.connect(lambda _checked=False, whose=whose, where=where: self._next(whose, where))
            self._row.put(button)
        self._row.addStretch(1)
        view.show_stretches(found[0][1], _said(found[0][0]))
        self.show()

    def clear(self) -> None:
        """Offer nothing."""
        self.hide()
        self._row.clear()
        self._view, self._at = None, {}

    def _next(self, whose: str, where: Sequence[Stretch]) -> None:
        if self._view is None:
            return
        at = self._at.get(whose, 0)
        self._at[whose] = (at + 1) % len(where)
        self._view.show_stretches(where, _said(whose))
        self._view.look_at_stretch(at)


def _said(whose: str) -> str:
    return f"这一句与{whose}的相同"
