"""A finding in the words of a 退回意见: whoever mends it has the file, not this program and not its buttons."""

import re
from dataclasses import dataclass, replace

from model.checks.places import place_name
from model.checks.registry import Finding, Severity
from model.report.report import Report
from model.review.columns import column_of


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as it is told to those who handed the report in.

    Attributes:
        column: what it is counted under (see `model.review.columns`).
        place: where it is, in words.
        remedy: what its certain cure does, such as 改为“截至”; empty where there is none.
    """

    check: str
    severity: Severity
    message: str
    column: str
    place: str
    remedy: str = ""
    cells: tuple[str, ...] = ()
    section: str | None = None
    span: tuple[int, int] | None = None
    quote: str | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What it shares with the same mistake in another version, where words have moved and figures changed."""
        return self.check, self.section, self.cells, self.quote


_FIGURE = re.compile(r"改为随表数据（(.+)）")
_OF_DRAFTS = (
    ("，导出前请填写或确认为0。", "，请填上；没有发生的填 0。"),
    (re.compile(r"，这是原文印的，已按[^，]*读入，请核对。"), "，请改成数字；没有发生的填 0。"),
    ("单位信息里没有机关全称，请填写；标题、引言和落款都要用它。", "标题里没有机关全称，请写上。"),
    (re.compile("单位信息是(?=“)"), "报告别处是"),
)
"""What is said of a draft in the window, and what instead of a file that was handed in."""


def told(finding: Finding, report: Report) -> Told:
    """A finding in plain words; of a report that was read from a file, without the words of the window."""
    found = Told(
        finding.check,
        finding.severity,
        finding.message,
        column_of(finding, report.form),
        place_name(finding, report.form),
        _remedy(finding, report),
        finding.cells,
        finding.section,
        finding.span,
        finding.quote,
    )
    return found if report.source is None else _of_a_file(found)


def _remedy(finding: Finding, report: Report) -> str:
    """What the cure does, as somebody does it by hand."""
    fix = finding.fix
    if fix is None:
        return ""
    if fix.own_title is False and report.agency.name.strip():
        return f"改为“{replace(report, title=None).title_text}”"
    return _FIGURE.sub(r"改为\1", fix.label)


def _of_a_file(found: Told) -> Told:
    message = found.message
    for of_draft, of_file in _OF_DRAFTS:
        message = re.sub(of_draft if isinstance(of_draft, re.Pattern) else re.escape(of_draft), of_file, message)
    nameless = found.section == "agency" and message != found.message
    return replace(found, message=message, place="标题" if nameless else found.place)
