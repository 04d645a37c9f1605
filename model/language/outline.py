"""The levels of an official text: which words at the start of a paragraph are a heading of the second level."""

from model.language.patterns import pattern
from model.language.sentences import ends

RUN_IN_LIMIT = 40
"""The longest first sentence that is set as a heading, in characters; a longer one is a sentence that has a number."""

_SECOND_LEVEL = pattern(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_RUN_IN = pattern(r"[：:]|(?=——)")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a stored text: no empty ones, no blanks around them."""
    return [line for line in (line.strip() for line in text.splitlines()) if line]


def subheading_end(paragraph: str) -> int:
    """How many characters at the start are a heading of the second level （一）; 0 where there is none.

    The heading is what stands before a full stop, a colon or a dash that more words follow, with that mark unless it is
    a dash; or the whole paragraph when it has none of them. A full sentence alone is no heading.
    """
    if not _SECOND_LEVEL.match(paragraph):
        return 0
    stop = next((stop + 1 for stop in ends(paragraph, "statement")), 0)
    mark = _RUN_IN.search(paragraph)
    if mark is None and stop == len(paragraph):
        return 0
    end = min((end for end in (stop, mark.end() if mark else 0) if end), default=len(paragraph))
    return end if end <= RUN_IN_LIMIT else 0
