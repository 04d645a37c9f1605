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
    for index, figure in enumerate(figures):
        if _is_the_rest(figures, index, text):
            told[index] = _with_rest(figures, index)
        if index + 1 == len(figures):
            break
        following = figures[index + 1]
        between = text[figure.number[1] : following.number[0]]
        if has_end(between, "sentence", 0, len(between)):
            continue
        if _is_without_carried(figures, index, text):
            told[index] = replace(figure, meanings=figure.meanings[:1])
        elif (
            figure.kind == "count"
            and not figure.meanings
            and following.meanings
            and following.kind == "count"
            and following.unit == figure.unit
            and CHANGED_TO.search(between)
        ):
            told[index] = replace(
                figure, matter=following.matter, meanings=following.meanings, item=following.item, past=True
            )
    return tuple(told)


_OTHERS, _LISTED = (
    "其他组织申请",
    pattern("[件份宗][^，。；\n0-9]{0,20}[，、；]?[^，。；\n0-9]{0,20}其[他它余][^，。；\n0-9]{0,10}"),
)
_ORGANISATIONS = ("enterprise", "research", "public_welfare", "legal_service", "other_organisation")


def _is_the_rest(figures: Sequence[Figure], index: int, text: str) -> bool:
    """Whether 其他组织 ends a list that names other organisations, and may stand for all that it does not name."""
    figure = figures[index]
    if figure.item != _OTHERS or not index or figures[index - 1].matter != "applicant":
        return False
    return bool(_LISTED.fullmatch(text, figures[index - 1].number[1], figure.number[0]))


def _with_rest(figures: Sequence[Figure], index: int) -> Figure:
    """The figure of 其他组织, which may count all organisations that the list before it does not name as well."""
    figure, named = figures[index], set[str]()
    for before in reversed(figures[:index]):
        if before.matter != "applicant":
            break
        named |= {cell.rpartition(".")[2] for cell in before.meanings[0]}
    left = [kind for kind in _ORGANISATIONS if kind not in named]
    rows = [
        dict.fromkeys(cell.rpartition(".")[0] for cell in meaning) for meaning in figure.meanings if "." in meaning[0]
    ]
    rest = tuple(tuple(f"{row}.{kind}" for row in each for kind in left) for each in rows)
    return replace(figure, meanings=tuple(dict.fromkeys((*figure.meanings, *rest))))


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
