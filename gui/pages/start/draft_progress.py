"""How far a draft in the list is: a word, what is wrong with it, and a bar for each of its pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.layouts import Column, Row
from gui.controls.plain import set_tip
from gui.controls.text import Pill, Text
from gui.look.theme import theme
from model.drafts.listing import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.session.progress import State


_COLOURS = {"empty": "border", "working": "accent", "problems": "warn_icon", "done": "ok"}


_STANDING = {"published": "已公布", "republish": "公布后改过", "resign": "签批后改过", "exported": "已导出"}


class DraftProgress(QWidget):
    """The place for it; what the checks have to say comes later, by `show_states`."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        """Say what is known without the checks."""
        super().__init__(parent)
        self._entry = entry
        self._column, self._head = Column(self, 0, 6), Row(None, 0, 8)
        self._words = Text(_known_word(entry), bold=True)
        self._head.put(self._words)
        self._head.addStretch(1)
        self._column.addStretch(1)
        self._column.put(self._head)
        self._column.addStretch(1)

    def show_states(self, states: "Mapping[str, State]") -> None:
        """Show how far each page of a draft that can be read is, once."""
        from gui.pages.start import draft_states

        self._words.setText(_known_word(self._entry) or draft_states.word(states))
        errors, warnings = draft_states.counts(states)
        if warnings:
            self._head.insertWidget(1, Pill("warning", str(warnings)))
        if errors:
            self._head.insertWidget(1, Pill("error", str(errors)))
        self._column.insertWidget(2, ProgressBars(draft_states.shown(states)))


class ProgressBars(QWidget):
    """Eight short bars, one for each page of the report."""

    def __init__(self, states: "list[State]", parent: QWidget | None = None) -> None:
        """Show some states."""
        super().__init__(parent)
        self._states = states
        done = sum(state.word == "done" for state in states)
        self.setAccessibleName(f"{len(states)} 部分里做完 {done} 部分")
        set_tip(self, f"{len(states)} 部分里做完 {done} 部分")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().renew(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the bars."""
        return QSize(theme().px(19 * len(self._states)), theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the bars."""
        painter, px = QPainter(self), theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, state in enumerate(self._states):
            name = "error" if state.errors else _COLOURS[state.word]
            painter.setBrush(getattr(theme().tokens, name))
            painter.drawRoundedRect(QRectF(px(19) * index, 0, px(15), px(6)), px(3), px(3))


def _known_word(entry: Entry) -> str:
    """The word; none where the checks have to be asked first."""
    return "打不开" if entry.problem is not None else _STANDING.get(entry.standing, "")
