"""Reading figures in official Chinese prose: which words give a number, and what of the form it counts."""

from model.form.form import Form
from model.prose.figures import Comparison, Figure, Meaning, Reading, Sum
from model.prose.linkable import LinkableFigure, linkable_figures
from model.prose.reader import reading


def read(text: str, form: Form) -> tuple[Figure, ...]:
    """The figures of a stored text in order, with words that say none as figures of 0; spans in code points."""
    return reading(text, form).figures


def sums(text: str, form: Form) -> tuple[Sum, ...]:
    """The totals of a text that are followed or preceded by their parts."""
    return reading(text, form).sums


def comparisons(text: str, form: Form) -> tuple[Comparison, ...]:
    """The comparisons with an earlier year whose subject is known."""
    return reading(text, form).comparisons


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
