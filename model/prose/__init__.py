"""Reading figures in official Chinese prose: which words give a number, and what of the form it counts."""

from model.prose.figures import Comparison, Figure, Meaning, Reading, Sum
from model.prose.linkable import LinkableFigure, linkable_figures
from model.prose.reader import reading


def read(text: str) -> tuple[Figure, ...]:
    """The figures of a stored text in order, with words that say none as figures of 0; spans in code points."""
    return reading(text).figures


def sums(text: str) -> tuple[Sum, ...]:
    """The totals of a text that are followed or preceded by their parts."""
    return reading(text).sums


def comparisons(text: str) -> tuple[Comparison, ...]:
    """The comparisons with an earlier year whose subject is known."""
    return reading(text).comparisons


__all__ = [
    "Comparison",
    "Figure",
    "LinkableFigure",
    "Meaning",
    "Reading",
    "Sum",
    "comparisons",
    "linkable_figures",
    "read",
    "reading",
    "sums",
]
