"""What figures that stand together tell of each other: which of several readings all of them share."""

from collections.abc import Sequence
from dataclasses import replace

from model.language.patterns import pattern
from model.language.sentences import has_end
from model.prose.comparisons import CHANGED_TO
from model.prose.figures import Figure

_INSIDE = pattern("由|其中|包括|包含|含|有|连同|加上|加|合计|共|算上|[（(]")
"""Words after which applications carried over are among those counted before."""
_CLOSED = pattern("[（(][^（）()]*[）)]")
_BOTH = 2


def told_together(figures: tuple[Figure, ...], text: str) -> tuple[Figure, ...]:
    """The figures of a stored text, in order, each with what its neighbours leave of its readings."""
    told = list(figures)
    for index, figure in enumerate(figures[:-1]):
        following = figures[index + 1]
        between = text[figure.number[1] : following.number[0]]
        if has_end(between, "sentence", 0, len(between)):
            continue
        if _is_without_carried(figures, index, text):
            told[index] = replace(figure, meanings=figure.meanings[:1])
        elif (
            figure.kind == "count"
            and not figure.meanings
            and following.matter == "documents"
            and CHANGED_TO.search(between)
        ):
            told[index] = replace(
                figure, matter="documents", meanings=following.meanings, item=following.item, past=True
            )
    return tuple(told)


def _is_without_carried(figures: Sequence[Figure], index: int, text: str) -> bool:
    """Whether what was received is told apart from what was carried in: 收到申请7件；上年结转1件."""
    figure = figures[index]
    if figure.matter != "received" or len(figure.meanings) != _BOTH or figure.partial:
        return False
    for each in figures[index + 1 :]:
        between = text[figure.number[1] : each.number[0]]
        if has_end(between, "sentence", 0, len(between)):
            return False
        if each.matter == "carried" and each.item == "上年结转" and each.kind == "count":
            return not _INSIDE.search(_CLOSED.sub("", between))
    return False
