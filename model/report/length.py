"""How long a text is, as a reader counts."""

from model.report.fields import resolve
from model.report.report import Report


def length(text: str, report: Report) -> int:
    """The characters of a stored text: fields as figures, no white space."""
    return sum(map(len, resolve(text, report).split()))
