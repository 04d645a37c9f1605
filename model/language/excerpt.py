"""A place of a text with a few words around it, cut where a reader would cut."""

from model.language.patterns import pattern

_CUT = "…"
_SENTENCE = "。！？；"
_CLAUSE = "，、：）"
_WORD = pattern(r"\{\{[^{}\n]*\}\}|[0-9０-９A-Za-z][0-9０-９A-Za-z.,:@/_%％-]*[年月日号件条次个份期%％元万]{0,3}")


def excerpt(words: str, start: int, end: int, reach: int = 14) -> str:
    """The words at a place on one line, from the beginning of a sentence or clause to the end of one.

    Args:
        words: the text.
        start: where the place begins.
        end: where it ends.
        reach: how many characters before and behind it are shown at most; where no clause begins or ends so near, the
            words are cut, but not within a figure, a Latin word or a live field.
    """
    first, before = _first(words, start, reach)
    last, behind = _last(words, end, reach)
    return before + " ".join(words[first:last].split("\n")).strip() + behind


def _first(words: str, start: int, reach: int) -> tuple[int, str]:
    """Where the words begin that are shown, and what stands for those left out."""
    least = max(words.rfind("\n", max(0, start - reach), start) + 1, start - reach, 0)
    sentence = max(words.rfind(mark, least, start) for mark in _SENTENCE) + 1
    if sentence or least == 0 or words[least - 1] == "\n":
        return sentence or least, ""
    clause = min((at + 1 for mark in _CLAUSE if (at := words.find(mark, least, start)) >= 0), default=0)
    return clause or _outside(words, least, start, forwards=True), _CUT


def _last(words: str, end: int, reach: int) -> tuple[int, str]:
    """Where the words end that are shown, and what stands for those left out."""
    line = words.find("\n", end, end + reach)
    most = min(len(words) if line < 0 else line, end + reach)
    if words[end - 1 : end] in tuple(_SENTENCE):
        return end, ""
    sentence = min((at + 1 for mark in _SENTENCE if (at := words.find(mark, end, most)) >= 0), default=0)
    if sentence or most in (len(words), line):
        return sentence or most, ""
    clause = max(words.rfind(mark, end, most) for mark in _CLAUSE)
    return (clause if clause > end else _outside(words, most, end, forwards=False)), _CUT


def _outside(words: str, at: int, limit: int, *, forwards: bool) -> int:
    """A place that is not within a word, the next one towards a limit."""
    low, high = (max(0, at - 60), limit) if forwards else (limit, min(len(words), at + 60))
    for word in _WORD.finditer(words, low, high):
        if word.start() < at < word.end():
            return word.end() if forwards else word.start()
    return at
