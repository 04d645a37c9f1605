"""The levels of an official text: which words at the start of a paragraph are a heading of the second level."""

from model.language.patterns import pattern

RUN_IN_LIMIT = 40
"""The longest first sentence that is set as a heading, in characters; a longer one is a sentence that has a number."""

_SECOND_LEVEL = pattern(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_SENTENCE_END = pattern(r"[。！？；!?;]")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a stored text: no empty ones, no blanks around them."""
    return [line for line in (line.strip() for line in text.splitlines()) if line]


def subheading_end(paragraph: str) -> int:
    """How many characters at the start are a heading of the second level （一）; 0 where there is none.

    The heading is the first sentence with its full stop, or the whole paragraph when it has no sentence end.
    """
    if not _SECOND_LEVEL.match(paragraph):
        return 0
    stop = _SENTENCE_END.search(paragraph)
    end = stop.end() if stop else len(paragraph)
    return end if end <= RUN_IN_LIMIT else 0
