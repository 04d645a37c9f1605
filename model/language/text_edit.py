"""What changed between two versions of a text: where, how much, and where that leaves a place further on."""

from model.structs import Struct


class TextEdit(Struct, frozen=True):
    """One stretch replaced by another, in code points.

    Between equal characters the same result can come from several places: the edit began anywhere from `earliest`
    to `start`.
    """

    earliest: int
    start: int
    removed: str
    inserted: str

    @property
    def span(self) -> tuple[int, int]:
        """Where the new stretch lies in the new text."""
        return self.start, self.start + len(self.inserted)

    def touches(self, caret: int) -> bool:
        """Whether the edit was made at a place of the old text, and not somewhere else."""
        return self.earliest <= caret <= self.start + len(self.removed)

    def moved(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """Where a span of the old text lies now; None when the edit cut into it."""
        start, end = span
        if end <= self.start:
            return span
        if start < self.start + len(self.removed):
            return None
        shift = len(self.inserted) - len(self.removed)
        return start + shift, end + shift


def text_edit(old: str, new: str) -> TextEdit:
    """The smallest single edit that makes one text into the other."""
    shorter = min(len(old), len(new))
    start, end = _same_start(old, new), _same_start(old[::-1], new[::-1])
    kept = min(end, shorter - start)
    return TextEdit(min(start, shorter - end), start, old[start : len(old) - kept], new[start : len(new) - kept])


def _same_start(old: str, new: str) -> int:
    """How many characters at the start are the same; compares slices, so a long text costs microseconds."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
