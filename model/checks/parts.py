"""The parts of a report that checks read, and which of them an edit changed."""

from typing import Literal, get_args

from model.report.change import Change
from model.report.report import TEXT_IDS

Part = Literal[
    "tables",
    "notes",
    "title",
    "preamble",
    "overview",
    "problems",
    "other_matters",
    "agency",
    "last_year",
    "events",
    "source",
    "as_typed",
    "summed",
]
"""`tables` are the figures, `title` is the title as printed, `agency` stands for year, deadlines and layout as well,
`events` for what was handed in and published, `as_typed` for what could not be read of what was entered,
`summed` for the units that a consolidated report was added up from."""

PARTS: tuple[Part, ...] = get_args(Part)
WORDS: tuple[Part, ...] = ("title", "notes", *TEXT_IDS)
"""The parts that are prose: a check that reads them waits for a pause in typing."""


def changed_parts(change: Change) -> frozenset[Part]:
    """The parts that an edit changed; private remarks and answers to findings are none."""
    named = {"tables": bool(change.cells), "agency": change.agency}
    return frozenset(part for part in PARTS if named.get(part, part in change.texts))
