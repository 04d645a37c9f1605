"""Undo and redo over whole reports; what is typed at one place without a pause is one step, and old steps are dropped.

Reports share what did not change, so that a step costs what its edit made anew. The steps together are bounded by
`LIMIT`: when it is passed, the oldest go.
"""

import sys
from collections import deque

from model.language.text_edit import TextEdit, text_edit
from model.report.change import Place, words_at
from model.report.report import TEXT_IDS, Report
from model.structs import Struct, replace

TYPING_PAUSE = 1.0
"""The longest pause between two edits of one step, in seconds."""
LIMIT = 32 * 1024 * 1024
"""What all steps together may hold of the memory, in bytes, the newest step excepted."""
_STEP_BYTES, _ENTRY_BYTES = 2000, 110
"""What a step costs by itself, and an entry of a mapping or a tuple that was made anew, as measured."""


class Step(Struct, frozen=True):
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
        """Whether it begins or joins paragraphs, which ends a step."""
        return self.typed is not None and "\n" in self.typed.removed + self.typed.inserted

    def merges_with(self, last: "Step") -> bool:
        """Whether it was made without a pause after the step before it, and where that ended."""
        if last.now is None or self.now is None or not 0 <= self.now - last.now < TYPING_PAUSE:
            return False
        if last.place != self.place or last.breaks or self.breaks:
            return False
        return self.typed is None or (last.typed is not None and self.typed.touches(last.typed.span[1]))

    @property
    def size(self) -> int:
        """About how many bytes the step alone holds: what the report before it does not share with the one after."""
        before, after = self.before, self.after
        texts = sum(sys.getsizeof(before.text[text_id]) for text_id in TEXT_IDS if _anew(before, after, text_id))
        kept = ((before.numbers, after.numbers), (before.notes, after.notes), (before.remarks, after.remarks))
        entries = sum(len(old) for old, new in kept if old is not new)
        if before.ledger is not None and before.ledger is not after.ledger:
            entries += sum(map(len, before.ledger.cells.values()))
        return _STEP_BYTES + texts + _ENTRY_BYTES * entries


def _anew(before: Report, after: Report, text_id: str) -> bool:
    return before.text[text_id] is not after.text[text_id]


class UndoStack:
    """The steps made and the steps taken back."""

    def __init__(self, limit: int = LIMIT) -> None:
        """Begin without any step; `limit` is the most that the steps made may hold, in bytes."""
        self._limit, self._size = limit, 0
        self._made: deque[Step] = deque()
        self._taken_back: deque[Step] = deque()
        self._redo_before: deque[Step] = deque()
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
        """Add an edit: to the last step when it was made without a pause after it, else as a step of its own.

        Args:
            before: the report before the edit.
            after: the report after it.
            place: where it was made.
            now: a clock in seconds that only goes forward; None for an edit that is always a step of its own.
        """
        old, new = words_at(before, place), words_at(after, place)
        step = Step(before, after, place, now, None if old is None or new is None else text_edit(old, new))
        if self._open and self._made and step.merges_with(self._made[-1]):
            step = replace(step, before=self._pop().before)
        else:
            self._redo_before, self._taken_back = self._taken_back, deque()
        self._made.append(step)
        self._size += step.size
        self._open = True
        self._drop_oldest()

    def undo(self) -> Step | None:
        """Take the last step back; None when there is none."""
        self._open = False
        if not self._made:
            return None
        self._taken_back.append(self._pop())
        return self._taken_back[-1]

    def redo(self) -> Step | None:
        """Make the step again that was taken back last; None when there is none."""
        self._open = False
        if not self._taken_back:
            return None
        self._made.append(self._taken_back.pop())
        self._size += self._made[-1].size
        return self._made[-1]

    def take_back(self) -> Step | None:
        """Forget the last step, as if it had never been made; None unless it is what was done last."""
        if not self._open:
            return None
        self._open = False
        self._taken_back, self._redo_before = self._redo_before, deque()
        return self._pop()

    def _pop(self) -> Step:
        step = self._made.pop()
        self._size -= step.size
        return step

    def _drop_oldest(self) -> None:
        while self._size > self._limit and len(self._made) > 1:
            self._size -= self._made.popleft().size
