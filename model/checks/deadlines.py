"""Checks on the day the report is due."""

from collections.abc import Iterator
from datetime import date

from model.checks.registry import Context, Problem, check
from model.report import Report


@check("P-02", "warning", "law")
def department_late(report: Report, context: Context) -> Iterator[Problem]:
    """县级以上政府部门未公布，而 1 月 31 日（或草稿中设定的日期）已过（《条例》第四十九条）。"""
    due = report.deadline or date(report.year + 1, 1, 31)
    if report.agency.type == "department" and _late(report, context, due):
        yield Problem(f"已过{due.month}月{due.day}日。县级以上政府部门应在1月31日前提交并公布年度报告。")


@check("P-03", "warning", "law")
def government_late(report: Report, context: Context) -> Iterator[Problem]:
    """县级以上地方人民政府未公布，而 3 月 31 日（或草稿中设定的日期）已过（《条例》第四十九条）。"""
    due = report.deadline or date(report.year + 1, 3, 31)
    if report.agency.type == "government" and _late(report, context, due):
        yield Problem(f"已过{due.month}月{due.day}日。本级政府年度报告应在3月31日前公布。")


def _late(report: Report, context: Context, due: date) -> bool:
    """Whether last year's report, which the agency is writing now, is still unpublished after its day."""
    published = any(event.what == "published" for event in report.events)
    return not published and report.year == context.today.year - 1 and context.today > due
