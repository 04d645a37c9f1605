"""雷同 in words: beside the findings on the board, and as findings that may be returned to the unit."""

from collections.abc import Iterator, Mapping

from model.checks.rules.old_years import LIKE_LAST_YEAR
from model.review.columns import WORDS
from model.review.row import Row
from model.review.similar import LAST_YEARS, Alike
from model.review.telling import Told

CODE = "雷同"
"""Stands where other findings have the code of their check."""


def alike_words(row: Row, whose: Mapping[Alike, str]) -> str:
    """Whose words a report has, in which parts and how much: 与某局相同：第一部分 96%、第五部分 100%."""
    return "；".join(f"与{unit}相同：{said}" for unit, said in _by_unit(row, whose))


def alike_short(row: Row, whose: Mapping[Alike, str]) -> str:
    """The same under a head that says what it is about: 某局：第一部分 96%、第五部分 100%."""
    return "；".join(f"{unit}：{said}" for unit, said in _by_unit(row, whose))


def _by_unit(row: Row, whose: Mapping[Alike, str]) -> Iterator[tuple[str, str]]:
    """Each other unit, and which parts have how much of its words; parts with as much are named together."""
    shares: dict[str, dict[int, list[str]]] = {}
    for each, unit in whose.items():
        part = _heading(row, each).partition("、")[0]
        shares.setdefault(unit or LAST_YEARS, {}).setdefault(each.share, []).append(part)
    for unit, found in shares.items():
        yield unit, "、".join(f"第{'、'.join(parts)}部分 {share}%" for share, parts in found.items())


def alike_told(row: Row, whose: Mapping[Alike, str]) -> tuple[Told, ...]:
    """The same as findings, one for each part and each whose words it has."""
    known = {finding.section for finding in row.findings if finding.check == LIKE_LAST_YEAR}
    return tuple(_told(row, each, unit) for each, unit in whose.items() if unit or each.text not in known)


def _told(row: Row, each: Alike, unit: str) -> Told:
    heading = _heading(row, each)
    message = f"“{heading.partition('、')[2]}”有 {each.share}% 的文字与{unit or LAST_YEARS}的报告逐句相同。"
    remedy = "按本单位的实际重写" if unit else "按今年的情况重写"
    return Told(CODE, "warning", message, WORDS, heading, remedy, section=each.text)


def _heading(row: Row, each: Alike) -> str:
    return row.report.form.section(each.text).heading
