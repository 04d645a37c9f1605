"""A character of a page."""

from typing import Any

Char = dict[str, Any]
"""A character as pdfplumber gives it: its text, box and size; under `aside`, what makes it no word of the page."""


def baseline(char: Char) -> float:
    """How far below the page's upper edge the feet of a character are."""
    return float(char["bottom"] + char["y0"] - char["matrix"][5])
