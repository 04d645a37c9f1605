"""雷同 in words: beside the findings on the board, and as findings that may be returned to the unit."""

from collections.abc import Mapping

from model.review.columns import WORDS
from model.review.row import Row
from model.review.similar import LAST_YEARS, Alike
from model.review.telling import Told

CODE = "雷同"
"""Stands where other findings have the code of their check."""
_LAST_YEARS_WORDS = "Y-02"
"""The check that tells the unit's own words of last year; what it tells is not told twice."""


def alike_words(row: Row, whose: Mapping[Alike, str]) -> str:
    """Whose words a report has, in which parts and how much: 与某局相同：第一部分 96%、第五部分 100%."""
    parts: dict[str, list[str]] = {}
    for each, unit in whose.items():
        part = _heading(row, each).partition("、")[0]
        parts.setdefault(unit or LAST_YEARS, []).append(f"第{part}部分 {each.share}%")
    return "；".join(f"与{unit}相同：{'、'.join(said)}" for unit, said in parts.items())


def alike_told(row: Row, whose: Mapping[Alike, str]) -> tuple[Told, ...]:
    """The same as findings, one for each part and each whose words it has."""
    known = {finding.section for finding in row.findings if finding.check == _LAST_YEARS_WORDS}
    return tuple(_told(row, each, unit) for each, unit in whose.items() if unit or each.text not in known)


def _told(row: Row, each: Alike, unit: str) -> Told:
    heading = _heading(row, each)
    message = f"“{heading.partition('、')[2]}”有 {each.share}% 的文字与{unit or LAST_YEARS}的报告逐句相同。"
    remedy = "按本单位的实际重写" if unit else "按今年的情况重写"
    return Told(CODE, "warning", message, WORDS, heading, remedy, section=each.text)


def _heading(row: Row, each: Alike) -> str:
    return row.report.form.section(each.text).heading
