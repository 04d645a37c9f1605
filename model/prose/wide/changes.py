"""What several figures changed by, told of all of them together: 许可5件、处罚3件，同比分别增长6%和8%."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.language.patterns import pattern
from model.prose.figures import Comparison, Figure
from model.prose.places import Text
from model.prose.tokens import COUNT_UNITS

_YEAR = "(?:(?:较|比|与|同)(?:上一?年(?:度)?|去年(?:度)?|(?P<year>20[0-9]{2})年(?:度)?)(?:同期)?(?:相比)?，?|同比)"
_CHANGED = "(?:(?P<rise>增长|增加|上升|提高|多|增)|(?:减少|下降|降低|少|减))(?:了|加)?"
_RESPECTIVELY = pattern(f"[，；、(]{_YEAR}?分别{_YEAR.replace('P<year>', 'P<other>')}?{_CHANGED}$")
_JOINED = frozenset(("、", "和", "及", "与", "以及"))
_LEAST, _MOST, _REACH = 2, 6, 24


def changes(text: Text, figures: Sequence[Figure]) -> Iterator[Comparison]:
    """The comparisons of a text whose figures, one for each token, are given."""
    words, tokens = text.plain.text, text.tokens
    for first in range(_LEAST, len(tokens)):
        lead = words[max(tokens[first - 1].end, tokens[first].start - _REACH) : tokens[first].start]
        found = _RESPECTIVELY.search(lead) if "分别" in lead else None
        many = _run(text, first) if found else 0
        if found and _LEAST <= many <= first:
            year = found["year"] or found["other"]
            for place in range(many):
                of, change = figures[first - many + place], figures[first + place]
                if of.meanings and of.kind == "count" and of.unit in COUNT_UNITS and not (of.partial or of.past):
                    change = replace(change, kind="comparison")
                    yield Comparison(change, bool(found["rise"]), (of,), int(year) if year else None)


def _run(text: Text, first: int) -> int:
    """How many figures are listed from one on."""
    many = 1
    while first + many < len(text.tokens) and many < _MOST:
        before, after = text.tokens[first + many - 1], text.tokens[first + many]
        if text.plain.text[before.end : after.start] not in _JOINED:
            break
        many += 1
    return many
