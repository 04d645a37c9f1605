"""Two versions of one report against each other: which findings were mended, which are new, which are still there."""

from collections import Counter
from collections.abc import Iterable

from model.review.telling import Told
from model.structs import Struct


class Changes(Struct, frozen=True):
    """What became of the findings of an earlier version."""

    mended: tuple[Told, ...]
    new: tuple[Told, ...]
    still: tuple[Told, ...]


def changes(before: Iterable[Told], after: Iterable[Told]) -> Changes:
    """The findings told apart by what they are about; the words of those that are still there are the new ones."""
    left = list(before)
    open_ones = Counter(finding.key for finding in left)
    new: list[Told] = []
    still: list[Told] = []
    for finding in after:
        known = open_ones[finding.key] > 0
        open_ones[finding.key] -= known
        (still if known else new).append(finding)
    gone = Counter(finding.key for finding in still)
    mended = []
    for finding in left:
        stays = gone[finding.key] > 0
        gone[finding.key] -= stays
        if not stays:
            mended.append(finding)
    return Changes(tuple(mended), tuple(new), tuple(still))
