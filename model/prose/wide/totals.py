"""A bare total behind what it adds up: 予以公开5件、部分公开2件，两者合计7件."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from model.language.patterns import pattern
from model.prose.figures import Figure
from model.prose.places import Place
from model.prose.tokens import COUNT_UNITS
from model.structs import replace

_BARE_TOTAL = pattern(
    "(?:[，、；：。(]|^)(?:以上|上述|[这后此])?(?:[两二三四五六]者|[两二三四几]项|[两二三四五六七八]类(?:案件|申请|决定)?)?(?:一共|总共|共计|合计|总计|累计|加起来|合起来|相加|总数|总量|总计数|共)(?:作出)?(?:各类)?(?:决定|案件)?(?:为|是|有|达)?$"
)
_SATISFIED = pattern("(?:申请)?(?:得到|获得)?(?:了)?(?:全部)?(?:满足|有结果|有所获|获得信息)(?:或|和)?(?:部分满足)?")
_NAMELY = pattern("^(?:也就是|即|合计|共)(?:有)?$")
"""Around a total of those granted: 公开11件、部分公开2件，即有13件满足或部分满足."""
_OF_OTHERS = pattern("复议|诉讼|起诉|许可|处罚|强制|文件")
"""In a statement of its own what its total is of: 复议12件，…、未结2件；诉讼均为复议后起诉，共4件."""
_ITEMS = pattern("[两二三四五]项")
_THESE = pattern("(?:以上|上述|前述|这)的?$")
"""Before the number of those that the sentences before told of: 以上10件，公开3件、不掌握2件，合计5件."""
_LEAST = 2
_INSIDE = 60
_ONE_WIDTH = str.maketrans("（）", "()")
_LONGEST = 6
"""How many characters words that only say that it is a total may have."""


def is_of_those_above(place: Place) -> bool:
    """Whether the sentence of a total begins with those before it: 以上三类加起来2,465件."""
    return place.text.plain.text.startswith(("以上", "上述"), place.text.sentence(place.token.start)[0])


_RIGHT_BEHIND = pattern("[，、]?(?:一共|共计|合计|总计|总共|合并|计|共)(?:有|为|是)?")


def _one_measure(place: Place) -> bool:
    """Whether the figure right before is counted by the same measure."""
    index = bisect_left(place.text.token_places, place.token.start)
    return index > 0 and place.text.tokens[index - 1].unit == place.token.unit


def is_bare_total(place: Place) -> bool:
    """Whether a figure is only said to be the total of those before it."""
    words, at = place.text.plain.text, place.token.start
    start = place.text.sentence(at)[0]
    if _SATISFIED.match(place.after):
        return bool(_NAMELY.search(place.before))
    if _RIGHT_BEHIND.fullmatch(words, place.previous_end, at) and _one_measure(place):
        return not place.after
    stated = words.rfind("；", place.previous_end, at) + 1
    start = stated if stated and _OF_OTHERS.search(words, stated, at) else start
    if place.after or (place.previous_end <= start and len(words[start:at]) > _LONGEST + 2 * is_of_those_above(place)):
        return False
    return bool(_BARE_TOTAL.search(words, max(start - 1, place.previous_end, at - 16, 0), at))


def total_of(before: Sequence[Figure], text: str) -> Figure | None:
    """What such a figure may count, by the figures of the sentence before it; None where one of them is not known.

    The total may be of the last two, of the last three and so on, or again of one that all of them are parts of; those
    that a bracket divides another one into are left aside where two others are known.
    """
    outside = [figure for figure in before if not _in_bracket(figure, text)]
    told = _total_of(outside, text) if len(outside) < len(before) else None
    return told or _total_of(before, text)


def _in_bracket(figure: Figure, text: str) -> bool:
    lead = text[max(0, figure.number[0] - _INSIDE) : figure.number[0]].translate(_ONE_WIDTH)
    return lead.rfind("(") > lead.rfind(")")


def _total_of(before: Sequence[Figure], text: str) -> Figure | None:
    counted = [
        figure
        for figure in before
        if figure.unit in COUNT_UNITS
        and figure.kind == "count"
        and not figure.past
        and not _ITEMS.fullmatch(figure.words)
        and (figure.meanings or not _THESE.search(text, max(0, figure.number[0] - _LONGEST), figure.number[0]))
    ]
    known = [figure for figure in counted if figure.meanings and not figure.partial]
    if len(known) < _LEAST or len(known) < len(counted):
        return None
    tops = [figure for figure in known if all(cell.endswith(".total") for cell in figure.meanings[0])]
    sums = [
        tuple(cell for figure in known[-many:] for cell in figure.meanings[min(row, len(figure.meanings) - 1)])
        for many in range(_LEAST, len(known) + 1)
        for row in range(2)
    ]
    sums += [
        tuple(cell for figure in tops[-many:] for cell in figure.meanings[0]) for many in range(_LEAST, len(tops) + 1)
    ]
    plain = [each for each in (tuple(dict.fromkeys(cells)) for cells in sums) if not _counts_twice(each)]
    first, last = known[-_LEAST:]
    apart = first.matter in ("received", "applicant") and last.item in _CARRIED and len(known) == _LEAST
    return _as_total(known[-1], tuple(plain) + (() if apart else _singly(known)))


_CARRIED = frozenset(("上年结转", "结转"))


def _counts_twice(cells: tuple[str, ...]) -> bool:
    """Whether a row's total stands beside columns of it: 新收21件（自然人19件、企业2件）."""
    rows = Counter(cell.rpartition(".")[0] for cell in cells)
    return any(cell.endswith(".total") and rows[cell.rpartition(".")[0]] > 1 for cell in cells)


_OF_APPLICATIONS = frozenset(("件", "份", "宗", ""))


def is_of_all(place: Place, before: Sequence[Figure]) -> bool:
    """Whether a bare total can only be that of the applications: the noun is left out where nothing else is told of."""
    if place.token.unit not in _OF_APPLICATIONS:
        return False
    others = [figure for figure in before if figure.unit in COUNT_UNITS and not figure.meanings]
    told = {figure.matter for figure in before if figure.meanings}
    return place.about_applications and not place.is_part and not told - {"carried"} and len(others) < _LEAST


def _singly(known: Sequence[Figure]) -> tuple[tuple[str, ...], ...]:
    return tuple(meaning for figure in known for meaning in figure.meanings)


def _as_total(last: Figure, meanings: tuple[tuple[str, ...], ...]) -> Figure:
    return replace(last, meanings=tuple(dict.fromkeys(meanings)), item="合计")
