"""Checks on figures that can hardly all be right together."""

from collections.abc import Iterator
from decimal import Decimal

from model.checks.reasons import ANY, FIGURES
from model.checks.registry import Context, Problem, check
from model.checks.rules.fee_amounts import charged_amounts
from model.form.form import format_value
from model.report.past import past_count
from model.report.report import Report

_COLUMNS = ("enterprise", "research", "public_welfare", "legal_service", "other_organisation")
_FEW_REVIEWS, _TIMES, _AT_LEAST = 3, 2, 5
_APPLICANTS_LEAST = 5
_FEW_APPLICATIONS, _SOME_APPLICATIONS = 5, 10
_REPEATED_SHARE = 3
"""Hardly more than one application in so many only repeats an earlier one."""
_YUAN = 10_000


def _count(report: Report, role: str) -> int:
    cell = report.form.cell_as(role)
    return report.count(cell) if cell else 0


def _past(report: Report, role: str) -> int | None:
    cell = report.form.cell_as(role)
    return past_count(report, cell) if cell else None


@check("T2-09", "warning", "official", reads=("tables", "agency", "other_matters"), reasons=FIGURES)
def fee_in_the_wrong_table(report: Report, _context: Context) -> Iterator[Problem]:
    """表二行政事业性收费与第六部分的信息处理费金额相同（按元，或换算成万元），像是填错了地方。"""
    cell = report.form.cell_as("disclosure.fees.amount")
    if cell is None or not report.value(cell):
        return
    filled = Decimal(report.value(cell) or 0)
    for amount in charged_amounts(report):
        if amount and filled in (amount, amount / _YUAN):
            yield Problem(
                f"表二行政事业性收费填了{format_value(filled)}万元，正好是第六部分的信息处理费{format_value(amount)}元；"
                "信息处理费不填在表二，请核对。",
                (cell,),
            )
            return


@check("T3-13", "hint", "practice", reads=("tables",), reasons=FIGURES)
def all_in_one_column(report: Report, _context: Context) -> Iterator[Problem]:
    """新收五件以上，没有一件是自然人的，而且全在法人的同一列。"""
    by_column = {column: _count(report, f"applications.received.{column}") for column in _COLUMNS}
    filled = [column for column, count in by_column.items() if count]
    natural = _count(report, "applications.received.natural_person")
    if natural or len(filled) != 1 or by_column[filled[0]] < _APPLICANTS_LEAST:
        return
    cells = report.form.each_as(f"applications.received.{filled[0]}")
    name = report.form.name(cells[0]).rpartition(" / ")[2]
    message = f"新收{by_column[filled[0]]}件全部填在“{name}”一列，没有自然人，请确认没有填错列。"
    yield Problem(message, cells)


@check("T3-14", "hint", "law", reads=("tables", "agency", "last_year"), reasons=FIGURES)
def repeated_among_few(report: Report, _context: Context) -> Iterator[Problem]:
    """申请很少（不到十件），却有“无正当理由大量反复申请”，或者重复申请不止一件而申请不到五件、占三分之一以上。"""
    here = _count(report, "applications.received.total") + _count(report, "applications.carried_in.total")
    both_years = here + (_past(report, "applications.received.total") or 0)
    excessive = _count(report, "applications.unprocessed_excessive.total")
    repeated = _count(report, "applications.unprocessed_repeated.total")
    can_hardly_be = excessive and here < _SOME_APPLICATIONS
    if can_hardly_be or (repeated > 1 and (both_years < _FEW_APPLICATIONS or repeated * _REPEATED_SHARE > here)):
        role, count = ("excessive", excessive) if excessive else ("repeated", repeated)
        name = "无正当理由大量反复申请" if excessive else "重复申请"
        cells = report.form.each_as(f"applications.unprocessed_{role}.total")
        yield Problem(f"申请一共{here}件，却有“{name}”{count}件，请核对认定的依据。", cells)


@check("T4-08", "hint", "inference", reads=("tables", "agency", "last_year"), reasons=FIGURES)
def more_reviews_than_answers(report: Report, _context: Context) -> Iterator[Problem]:
    """行政复议远多于两年办结的申请；或者有复议后起诉，两年却都没有复议。"""
    reviews = _count(report, "disputes.review.total")
    done, done_before = _count(report, "applications.concluded.total"), _past(report, "applications.concluded.total")
    pending = _past(report, "disputes.review.pending") or 0
    most = done + done_before + pending if done_before is not None else done * _TIMES + _AT_LEAST
    cells = report.form.each_as("disputes.review.total")
    if reviews >= _FEW_REVIEWS and reviews > most and not report.blanks:
        years = f"两年共办结{done + done_before}件" if done_before is not None else f"今年办结{done}件"
        yield Problem(f"行政复议{reviews}件，而申请{years}，请核对是否计入了其他案件。", cells)
    after = _count(report, "disputes.suit_after_review.total")
    if after and not reviews and _past(report, "disputes.review.total") == 0:
        message = f"复议后起诉{after}件，今年和上年却都没有行政复议，请核对。"
        yield Problem(message, report.form.each_as("disputes.suit_after_review.total"))


_ASPECTS_OF_FIVE = (
    "答复",
    "复议",
    "诉讼",
    "败诉",
    "纠错",
    "纠正",
    "撤销",
    "判决",
    "重作",
    "依申请",
    "申请办理",
    "办理申请",
)
_MANY_CORRECTED, _MANY, _SHARE, _FEW_DISCLOSED = 2, 4, 5, 20
_SHARE_OF_ONE = 2
"""One case that was corrected is told of where it is so large a part of all, and part one tells of it."""
_CORRECTION = ("纠正", "撤销", "责令", "确认违法", "重新答复", "重作")


@check("S-15", "hint", "practice", reads=("tables", "overview", "problems"), reasons=ANY)
def silent_on_corrections(report: Report, _context: Context) -> Iterator[Problem]:
    """复议、诉讼纠正较多（四件以上，两件以上、占五分之一，或者一件、占一半），或者办结的申请很少公开，第五部分却没有提到答复、复议或诉讼。"""
    text = report.text.problems
    if not text.strip() or any(word in text for word in _ASPECTS_OF_FIVE):
        return
    groups = ("review", "direct_suit", "suit_after_review")
    corrected = sum(_count(report, f"disputes.{group}.corrected") for group in groups)
    every = sum(_count(report, f"disputes.{group}.total") for group in groups)
    share = _SHARE if corrected >= _MANY_CORRECTED else _SHARE_OF_ONE
    told = corrected > 1 or any(word in report.text.overview for word in _CORRECTION)
    if corrected >= _MANY or (corrected and told and corrected * share >= every):
        message = f"复议、诉讼中有{corrected}件被纠正，第五部分没有提到答复、复议或诉讼，请考虑补充。"
        yield Problem(message, section="problems", state=str(corrected))
        return
    if "申请" in text:
        return
    done = _count(report, "applications.concluded.total")
    given = _count(report, "applications.granted.total") + _count(report, "applications.partly_granted.total")
    if done >= _FEW_DISCLOSED and given * 10 < done:
        message = f"办结{done}件中公开和部分公开只有{given}件，第五部分没有提到申请的答复，请考虑补充。"
        yield Problem(message, section="problems", state=str(given))
