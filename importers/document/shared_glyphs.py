"""Characters that typefaces print with one glyph, so that a file that knows its glyphs alone may name the wrong one.

A PDF file says of a glyph one character of those that are printed with it, or the sign that a ligature is. Here the one
that is written in Chinese is taken; no two of them can be told apart on paper.
"""

from collections.abc import Mapping

AS_WRITTEN: Mapping[int, str] = {
    0x2E3A: "\u2014\u2014",  # the dash of two characters, as GB/T 15834 has it
    0x2E3B: "\u2014\u2014\u2014",
    0x301C: "\uff5e",  # the wave of Japanese and that of Chinese
    0x22EF: "\u2026",  # the dots in the middle of the line, which is where a Chinese typeface sets them
}


def as_written(text: str) -> str:
    """A text from glyphs with the characters that are written in Chinese."""
    return text.translate(AS_WRITTEN)
