"""Undo and redo over whole reports; what is typed into one place in one breath is one step."""

from dataclasses import dataclass, replace

from model.language.text_edit import TextEdit, text_edit
from model.report.change import Place, words_at
from model.report.report import Report

BREATH = 1.0
"""The longest pause within one breath, in seconds."""


@dataclass(frozen=True)
class Step:
    """One step: the report before and after it, the place, and when and how its last edit was made there.

    `now` is None for an edit that is always a step of its own, `typed` where the place has no words.
    """

    before: Report
    after: Report
    place: Place
    now: float | None = None
    typed: TextEdit | None = None

    @property
    def breaks(self) -> bool:
        """Whether it begins or joins paragraphs, which ends a breath."""
        return self.typed is not None and "\n" in self.typed.removed + self.typed.inserted

    def goes_on_from(self, last: "Step") -> bool:
        """Whether it was made in the same breath as the step before it, and where that ended."""
        if last.now is None or self.now is None or not 0 <= self.now - last.now < BREATH:
            return False
        if last.place != self.place or last.breaks or self.breaks:
            return False
        return self.typed is None or (last.typed is not None and self.typed.touches(last.typed.span[1]))


class UndoStack:
    """The steps made and the steps taken back."""

    def __init__(self) -> None:
        """Begin without any step."""
        self._made: list[Step] = []
        self._taken_back: list[Step] = []
        self._redo_before: list[Step] = []
        self._open = False

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back."""
        return bool(self._made)

    @property
    def can_redo(self) -> bool:
        """Whether a step can be made again."""
        return bool(self._taken_back)

    def push(self, before: Report, after: Report, place: Place, now: float | None) -> None:
        """Add an edit: to the last step when it belongs to the same breath, else as a step of its own.

        Args:
            before: the report before the edit.
            after: the report after it.
            place: where it was made.
            now: a clock in seconds that only goes forward; None for an edit that is always a step of its own.
        """
        old, new = words_at(before, place), words_at(after, place)
        step = Step(before, after, place, now, None if old is None or new is None else text_edit(old, new))
        if self._open and self._made and step.goes_on_from(self._made[-1]):
            step = replace(step, before=self._made.pop().before)
        else:
            self._redo_before, self._taken_back = self._taken_back, []
        self._made.append(step)
        self._open = True

    def undo(self) -> Step | None:
        """Take the last step back; None when there is none."""
        return self._move(self._made, self._taken_back)

    def redo(self) -> Step | None:
        """Make the step again that was taken back last; None when there is none."""
        return self._move(self._taken_back, self._made)

    def take_back(self) -> Step | None:
        """Forget the last step, as if it had never been made; None unless it is what was done last."""
        if not self._open:
            return None
        self._open = False
        self._taken_back, self._redo_before = self._redo_before, []
        return self._made.pop()

    def _move(self, source: list[Step], target: list[Step]) -> Step | None:
        self._open = False
        if not source:
            return None
        target.append(source.pop())
        return target[-1]
