"""Undo and redo over whole reports; what is typed into one place in one breath is one step."""

from dataclasses import dataclass, replace

from model.change import Place, words_at
from model.report import Report
from model.text_edit import text_edit

BREATH = 1.0
"""The longest pause within one breath, in seconds."""


@dataclass(frozen=True)
class Step:
    """One step: the report before and after it, the place, and when its last edit was made, if that matters."""

    before: Report
    after: Report
    place: Place
    now: float | None = None
    caret: int | None = None


class UndoStack:
    """The steps made and the steps taken back."""

    def __init__(self) -> None:
        """Begin without any step."""
        self._made: list[Step] = []
        self._taken_back: list[Step] = []
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
        edit = Step(before, after, place, now)
        old, new = words_at(before, place), words_at(after, place)
        breaks, goes_on = False, True
        if old is not None and new is not None:
            typed = text_edit(old, new)
            edit = replace(edit, caret=typed.span[1])
            breaks = "\n" in typed.removed + typed.inserted
            goes_on = bool(self._made) and self._made[-1].caret is not None and typed.touches(self._made[-1].caret)
        if goes_on and not breaks and self._same_breath(edit):
            edit = replace(edit, before=self._made.pop().before)
        self._made.append(edit)
        self._taken_back.clear()
        self._open = not breaks

    def undo(self) -> Step | None:
        """Take the last step back; None when there is none."""
        return self._move(self._made, self._taken_back)

    def redo(self) -> Step | None:
        """Make the step again that was taken back last; None when there is none."""
        return self._move(self._taken_back, self._made)

    def _same_breath(self, edit: Step) -> bool:
        last = self._made[-1] if self._made and self._open else None
        if last is None or last.now is None or edit.now is None or last.place != edit.place:
            return False
        return 0 <= edit.now - last.now < BREATH

    def _move(self, source: list[Step], target: list[Step]) -> Step | None:
        self._open = False
        if not source:
            return None
        target.append(source.pop())
        return target[-1]
