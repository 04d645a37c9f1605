"""The next report started from the last one: agency, figures carried over, last year beside it, and nothing else."""

from collections.abc import Mapping

from model.form.carry_over import carried_over
from model.form.form import CellError, Value
from model.report import preamble
from model.report.proposals import carried
from model.report.report import Agency, Layout, PastReport, Report, new_report
from model.structs import Struct, replace


class NextYear(Struct, frozen=True):
    """A new report, and what the clerk must know of how it was started.

    Attributes:
        report: the report.
        carried: the cells of 上年结转 that were filled in.
        remark: why figures were not carried over, or not all of them; empty when all were.
    """

    report: Report
    carried: tuple[str, ...]
    remark: str = ""


def past_report(report: Report) -> PastReport:
    """A report as the one to compare the next with: its figures and texts, and not what is private to it."""
    return PastReport(report.form, report.year, report.numbers, report.text)


def next_year(past: PastReport, agency: Agency, year: int, layout: Layout | None = None) -> NextYear:
    """The report for a year, started from an earlier one; prose and all figures but 上年结转 are left to the clerk.

    Args:
        past: the earlier report.
        agency: whose report it is, as in the earlier one.
        year: the new report's year.
        layout: how the Word report is set, as in the newest draft; the day under the last signature is not taken.

    Raises:
        CellError: there is no form for the year, or the earlier report is not earlier.
    """
    report = new_report(year, agency)
    if past.year >= year:
        raise CellError(f"上年报告是{past.year}年的，新报告的年度要晚于它，不能是{year}年")
    filled_in = _carried_over(past, report) if past.year == year - 1 else {}
    layout = replace(layout or Layout(), signature_date=None)
    report = replace(report, last_year=past, layout=layout).with_numbers(filled_in)
    report = report.with_text("preamble", preamble.compose(report))
    return NextYear(report, tuple(filled_in), _remark(past, report, filled_in))


def _carried_over(past: PastReport, report: Report) -> Mapping[str, Value]:
    """This year's 上年结转 from last year's 结转下年度, where that is known."""
    numbers = carried_over(past.numbers, past.form, report.form)
    found = {cell_id: numbers.get(carried_out) for cell_id, carried_out in carried(report.form).items()}
    return {cell_id: value for cell_id, value in found.items() if value is not None}


def _remark(past: PastReport, report: Report, filled_in: Mapping[str, Value]) -> str:
    if past.year != report.year - 1:
        which = f"最近的报告是{past.year}年的，不是{report.year - 1}年的"
        return f"{which}，所以没有带入上年结转，也不与它比较数字，请自己填写。"
    if len(filled_in) == len(carried(report.form)):
        return ""
    part = f"只带入了{len(filled_in)}类申请人的上年结转" if filled_in else "没有带入上年结转"
    return f"上年报告的“结转下年度继续办理”没有填全，{part}，其余请自己填写。"
