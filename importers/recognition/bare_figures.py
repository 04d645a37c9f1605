"""Words that are a figure alone, or what offices write for none."""

import unicodedata

from model.language.patterns import pattern

_FIGURE = pattern(
    r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:件|条|宗|起|次|份|万?元)?|[/\\|—–―－-]{1,3}|无|零|〇|○"
)


def is_figure(words: str) -> bool:
    """Whether words are a figure alone, or what offices write for none."""
    return bool(_FIGURE.fullmatch(unicodedata.normalize("NFKC", words)))
