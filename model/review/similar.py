"""雷同: whose sentences stand in another unit's report, or in last year's, from half of a part on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from model.review.sentences import COMPARED, Sentence
from model.structs import Struct

if TYPE_CHECKING:
    from model.review.row import Row

FROM = 50
"""From how much of a part's compared characters on it is told, in per cent."""
LEAST_SAME = 40
"""How many characters must be the same at least: a part of one short sentence tells nothing."""
LAST_YEARS = "本单位上年"
"""What a unit's own report of the year before is called."""
MOST_HOLDERS = 200
"""Of a sentence that more reports have, only so many are looked at; it is nearly a set phrase then."""


class Alike(Struct, frozen=True):
    """A part of a report that stands in another one.

    Attributes:
        file: the other report's file; empty for the agency's own report of the year before.
        text: the id of the part.
        share: how much of the part's compared characters, in per cent.
    """

    file: str
    text: str
    share: int


def alike(rows: Iterable["Row"]) -> Mapping[str, tuple[Alike, ...]]:
    """For each report, by its file, the one most like it in each part, and its own of last year where that is like it.

    Two files of one agency are versions of one report, and not compared.
    """
    readable = [row for row in rows if not row.error]
    found: defaultdict[str, list[Alike]] = defaultdict(list)
    for text in COMPARED:
        held = _holders(readable, text)
        for row in readable:
            found[row.file] += _of(row, text, held, readable)
    return {file: tuple(each) for file, each in found.items() if each}


def _holders(rows: Sequence["Row"], text: str) -> Mapping[int, list[int]]:
    held: defaultdict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key, _ in row.sentences.get(text, ()):
            if len(held[key]) < MOST_HOLDERS:
                held[key].append(number)
    return held


def _of(row: "Row", text: str, held: Mapping[int, list[int]], rows: Sequence["Row"]) -> Iterable[Alike]:
    own = row.sentences.get(text, ())
    whole = sum(length for _, length in own)
    same: Counter[int] = Counter()
    for key, length in own:
        for number in held.get(key, ()):
            same[number] += length
    others = ((count, number) for number, count in same.items() if rows[number].agency.name != row.agency.name)
    most, other = max(others, key=lambda pair: (pair[0], -pair[1]), default=(0, -1))
    if _tells(most, whole):
        yield Alike(rows[other].file, text, most * 100 // whole)
    then = {key for key, _ in row.before.get(text, ())}
    kept = sum(length for key, length in own if key in then)
    if _tells(kept, whole):
        yield Alike("", text, kept * 100 // whole)


def _tells(same: int, whole: int) -> bool:
    return same >= LEAST_SAME and same * 100 >= whole * FROM


class Shared(Struct, frozen=True):
    """The sentences that a report shares with another one.

    Attributes:
        whose: the other unit, or this one the year before.
        keys: what those sentences come to (see `model.review.sentences`).
    """

    whose: str
    keys: frozenset[Sentence]


def shared(row: "Row", found: Iterable[Alike], others: Mapping[str, tuple[str, "Row"]]) -> tuple[Shared, ...]:
    """The sentences behind what is alike, for each other report.

    Args:
        row: the report.
        found: what is alike in it.
        others: by file, the unit and the report.
    """
    keys: dict[str, frozenset[Sentence]] = {}
    for each in found:
        name, there = others.get(each.file, (each.file, None)) if each.file else (LAST_YEARS, None)
        theirs = there.sentences if there else {} if each.file else row.before
        same = frozenset(row.sentences.get(each.text, ())) & frozenset(theirs.get(each.text, ()))
        keys[name] = keys.get(name, frozenset()) | same
    return tuple(Shared(whose, same) for whose, same in keys.items() if same)
