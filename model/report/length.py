"""How long a text is, as a reader counts, and how long one may be."""

from model.report.fields import resolve
from model.report.report import Report

TEXT_LIMIT = 20_000
"""The longest text that is typed or pasted, in characters; the longest sections that were published have some 8,000."""
READ_LIMIT = 5 * TEXT_LIMIT
"""The longest text that is taken from a draft, in characters; one above `TEXT_LIMIT` can only be made shorter."""
LINE_LIMIT = 200
"""The longest line of the agency's particulars, in characters."""
TITLE_LIMIT = 4 * LINE_LIMIT
"""The longest title, in characters; it may have several lines."""


def length(text: str, report: Report) -> int:
    """The characters of a stored text: fields as figures, no white space."""
    return sum(map(len, resolve(text, report).split()))
