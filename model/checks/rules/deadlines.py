"""Checks on the day the report is due."""

from collections.abc import Iterator

from model.checks.about import AgencyField
from model.checks.registry import Context, Problem, check
from model.report.due import due_day, hand_in_day, is_published, lawful_day
from model.report.report import Report


@check("P-02", "warning", "law", reads=("agency", "events"))
def department_late(report: Report, context: Context) -> Iterator[Problem]:
    """县级以上政府部门未公布，而 1 月 31 日（或草稿中设定的日期）已过（《条例》第四十九条）。"""
    if report.agency.type == "department" and (due := _missed(report, context)):
        yield Problem(
            f"已过{due}。县级以上政府部门应在1月31日前提交并公布年度报告，请抓紧公布，已公布的请作标记。", state=due
        )


@check("P-03", "warning", "law", reads=("agency", "events"))
def government_late(report: Report, context: Context) -> Iterator[Problem]:
    """县级以上地方人民政府未公布，而 3 月 31 日（或草稿中设定的日期）已过（《条例》第四十九条）。"""
    if report.agency.type == "government" and (due := _missed(report, context)):
        yield Problem(f"已过{due}。本级政府年度报告应在3月31日前公布，请抓紧公布，已公布的请作标记。", state=due)


@check("P-10", "warning", "practice", reads=("agency", "events"))
def not_handed_in(report: Report, context: Context) -> Iterator[Problem]:
    """设定的报送期限已过而没有标记“已报送”。报送（交主管部门）和公布是两个日期。"""
    due = hand_in_day(report)
    if due is not None and report.year == context.today.year - 1 and context.today > due:
        day = f"{due.month}月{due.day}日"
        message = f"已过设定的报送期限{day}，还没有标记“已报送”，报送后请作标记。"
        yield Problem(message, section="agency", about=AgencyField("hand_in_by"), state=day)


def _missed(report: Report, context: Context) -> str:
    """The day that has passed while last year's report, which is written now, is unpublished; empty when none has."""
    due = due_day(report)
    if due is None or is_published(report) or report.year != context.today.year - 1 or context.today <= due:
        return ""
    day = f"{due.month}月{due.day}日"
    return day if due == lawful_day(report) else f"设定的公布日期{day}"
