"""X-14: one figure given twice, differently."""

from collections import defaultdict
from collections.abc import Iterator

from model.checks.reasons import PROSE
from model.checks.registry import Context, Problem, check, in_text
from model.language.patterns import pattern
from model.language.sentences import has_end
from model.prose.figures import Figure
from model.prose.reader import reading
from model.report.report import Report, TextId

_TEXTS: tuple[TextId, ...] = ("overview", "problems")
_WORDS = pattern("[一-鿿]{4,}")
_OTHER_SCOPE = pattern(
    "其中|上年|去年|季度|上半年|下半年|每[月年周]|20[0-9]{2}年|第[一二三]|由[^，。；]{0,12}(?:增|减|降|升|压)|提高到|累计|增加|减少|分别"
)
_BEHIND, _BEFORE, _LONG = 12, 12, 4
_LEAST = 12


@check("X-14", "hint", "practice", reads=("agency", *_TEXTS), reasons=PROSE)
def said_twice(report: Report, _context: Context) -> Iterator[Problem]:
    """同一件事前后写了两个相近的数（只差一位或两位对调），名称、单位相同，中间没有“其中”。"""
    seen: dict[str, list[tuple[Figure, set[str], TextId]]] = defaultdict(list)
    for section in _TEXTS:
        words = report.text[section]
        for figure in reading(words, report.form).figures:
            if (
                figure.meanings
                or figure.kind != "count"
                or figure.bound != "exact"
                or not isinstance(figure.value, int)
            ):
                continue
            if figure.value < _LEAST or figure.unit in ("%", "％", "元", "万元"):
                continue
            names = _names(words, figure, report.year)
            for other, their, where in seen[figure.unit][-30:]:
                in_one_list = where == section and _in_one_sentence(words, other, figure)
                alike = names & their
                if (alike or _are_long(figure, other)) and not in_one_list and _is_slip(figure, other):
                    name = f"“{max(alike, key=len)}”" if alike else "像是同一个数："
                    message = f"{name}这里写{figure.value}{figure.unit}，前面写{other.value}{other.unit}，请核对。"
                    yield in_text(section, figure.span, words, message)
                    break
            seen[figure.unit].append((figure, names, section))


def _in_one_sentence(words: str, other: Figure, figure: Figure) -> bool:
    """Whether one list tells of both, each of a thing of its own."""
    start, end = other.number[1], figure.number[0]
    return start <= end and not has_end(words, "sentence", start, end)


def _are_long(figure: Figure, other: Figure) -> bool:
    """Whether both have four digits or more, two of them exchanged: no two numbers of one measure do by chance."""
    mine, theirs = str(figure.value), str(other.value)
    return len(mine) >= _LONG and sorted(mine) == sorted(theirs) and figure.unit not in _ROUND


_ROUND = frozenset(("", "人", "人次", "次"))
"""Measures of audiences, whose large numbers are many."""


def _names(words: str, figure: Figure, year: int) -> set[str]:
    """Runs of four characters near a figure, before it and behind it in its clause, but for the report's own year."""
    start, end = figure.clause
    begin, until = figure.number[0], figure.number[1]
    before = words[max(start, begin - _BEFORE) : begin]
    behind = words[until : min(end, until + _BEHIND)].removeprefix(figure.unit)
    before = before.replace(f"{year}年度", "").replace(f"{year}年", "")
    if _OTHER_SCOPE.search(before):
        return set()
    runs = [run for part in (before, behind) for run in _WORDS.findall(part)]
    return {run[place : place + _LONG] for run in runs for place in range(len(run) - _LONG + 1)}


def _is_slip(figure: Figure, other: Figure) -> bool:
    """Whether two numbers are one with two figures exchanged, or with one of at least four otherwise."""
    mine, theirs = str(figure.value), str(other.value)
    if mine == theirs or len(mine) != len(theirs):
        return False
    different = [place for place, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b]
    swapped = len(different) == 2 and sorted(mine) == sorted(theirs) and different[1] - different[0] == 1  # noqa: PLR2004
    return swapped or (len(different) == 1 and len(mine) >= _LONG)
