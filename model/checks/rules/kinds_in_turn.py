"""Decisions and fees of which only one sort is named, in a sentence that tells the table's kinds one after another."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from model.language.sentences import has_end
from model.prose.agreement import agrees, table_value
from model.prose.figures import Figure
from model.report.report import Report
from model.structs import replace

_MATTERS = frozenset(("decisions", "fees"))


def told_in_turn(report: Report, figures: tuple[Figure, ...], text: str) -> tuple[Figure, ...]:
    """The figures, such a one as all of its kind where the text gives no other of that kind: 取水许可58件，处罚6件."""
    told = [figure for figure in figures if figure.matter in _MATTERS and figure.meanings and not figure.past]
    if not any(figure.partial and figure.narrowed for figure in told):
        return figures
    times = Counter(figure.meanings[0] for figure in told if figure.kind != "several")
    whole = {
        id(figure)
        for figure in told
        if figure.partial
        and figure.narrowed
        and times[figure.meanings[0]] == 1
        and not _is_divided(figure, figures, text)
        and _is_beside(report, figure, told, text)
    }
    return tuple(replace(figure, partial=False) if id(figure) in whole else figure for figure in figures)


def _is_divided(figure: Figure, figures: tuple[Figure, ...], text: str) -> bool:
    """Whether a figure beside it, of something not known, may be the rest of its kind: 取水许可31件，其余许可22件."""
    place = bisect_left(figures, figure.number, key=lambda each: each.number)
    return any(
        not other.meanings
        and other.kind == "count"
        and other.unit == figure.unit
        and not has_end(
            text, "sentence", min(figure.number[1], other.number[1]), max(figure.number[0], other.number[0])
        )
        for other in (*figures[max(0, place - 1) : place], *figures[place + 1 : place + 2])
    )


def _is_beside(report: Report, figure: Figure, told: Sequence[Figure], text: str) -> bool:
    """Whether another kind in the sentence, not only some of it, is as the table has it."""
    return any(
        other.meanings[0] != figure.meanings[0]
        and not other.partial
        and agrees(other, table_value(report, other.meanings[0]) or 0)
        and not has_end(
            text, "sentence", min(figure.number[1], other.number[1]), max(figure.number[0], other.number[0])
        )
        for other in told
    )
