"""Signed before: whether a report is what was signed, and what was changed since."""

from export.identity import report_digest
from model.report.correction import Corrected, corrected
from model.report.publication import signed_state
from model.report.report import Report


def signed_words(report: Report, part: str) -> list[str]:
    """That it was signed already, and whether as it is, on one line; nothing where it was not.

    Args:
        report: the report as it is now.
        part: the number of the part that lists what was changed since; empty where there is none.
    """
    mark = report.approval.signed
    if mark is None:
        return []
    day = f"{mark.at.year}年{mark.at.month}月{mark.at.day}日"
    if signed_state(report, report_digest(report)) == "same":
        return [f"{day}签批的就是这一版。"]
    return [f"{day}签批，后来改过，{f'见第{part}部分' if part else '签批的一版没有留底'}。"]


def since_signed(report: Report, before: Report | None) -> tuple[Corrected, ...] | None:
    """What prints something else than when it was signed; None where nothing was signed, changed or kept."""
    if before is None or signed_state(report, report_digest(report)) != "changed":
        return None
    return corrected(before, report)
