"""Check on a consolidated report: it is the sum of its units, or somebody says why it is not."""

from collections.abc import Iterator

from model.checks.fix import Fix
from model.checks.reasons import SUMMED
from model.checks.registry import Context, Problem, check
from model.form.form import COUNT_LIMIT, format_value
from model.ledger.summed import named, unequal
from model.report.report import Report


@check("Z-01", "warning", "inference", reads=("tables", "summed"), group="不等于各单位之和", reasons=SUMMED)
def no_sum_of_the_units(report: Report, _context: Context) -> Iterator[Problem]:
    """汇总数＝各单位之和：汇总成的草稿，每格同各单位报的数相加对照；应当不等的写明理由；空格由 T0-01 提示。"""
    if report.summed is None:
        return
    for each in unequal(report):
        if each.own is None:
            continue  # a blank cell is told of already
        parts = named(report.summed, each.cell)
        together = f"各单位之和是{format_value(each.sum)}{parts and f'（{parts}）'}"
        own = f"“{report.form.name(each.cell)}”是{format_value(each.own)}"
        message = f"{own}，{together}；请核对，应当不等的写明理由。"
        fits = report.form.cells[each.cell].kind == "decimal" or each.sum <= COUNT_LIMIT
        fix = Fix(f"改为 {format_value(each.sum)}", numbers=((each.cell, each.sum),)) if fits else None
        yield Problem(message, (each.cell,), fix=fix)
