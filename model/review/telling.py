"""A finding in the words of a 退回意见: whoever mends it has the file, not this program and not its buttons."""

import re

from model.checks.places import place_name
from model.checks.registry import Finding, Severity
from model.report.report import Report
from model.review.columns import column_of
from model.structs import Struct, replace


class Told(Struct, frozen=True):
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


def told(finding: Finding, report: Report) -> Told:
    """A finding in plain words; the agency's name, which a file has no page for, stands in its title."""
    nameless = report.source is not None and finding.section == "agency"
    return Told(
        finding.check,
        finding.severity,
        finding.message,
        column_of(finding, report.form),
        "标题" if nameless else place_name(finding, report.form),
        _remedy(finding, report),
        finding.cells,
        finding.section,
        finding.span,
        finding.quote,
    )


def _remedy(finding: Finding, report: Report) -> str:
    """What the cure does, as somebody does it by hand."""
    fix = finding.fix
    if fix is None:
        return ""
    if fix.own_title is False and report.agency.name.strip():
        return f"改为“{replace(report, title=None).title_text}”"
    return _FIGURE.sub(r"改为\1", fix.label)
