"""Mistakes in tables two and four, blank cells, and last year's tables again."""

from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

from model.report.report import Report, Summed, SummedUnit
from model.report.rule_making import cannot_make_rules, rules_cells
from model.structs import replace
from tests.forms import FORM
from tests.mutation.figures import FEES
from tests.mutation.past import COLUMNS, TERMS, past_of, typed_of_three, with_past
from tests.mutation.plant import Spoil, every, plant
from tests.mutation.reports import has_past

if TYPE_CHECKING:
    from model.form.form import Value

_DOCUMENTS = "disclosure.normative_documents."
_WORK = tuple(f"disclosure.{row}.decisions" for row in ("licences", "penalties", "compulsory_measures"))


# --- blanks ---


@plant("T0-01", "一格")
def _one_blank(report: Report, random: Random) -> Report:
    return report.with_number(random.choice(FORM.typed), None)


@plant("T0-01", "几格")
def _some_blanks(report: Report, random: Random) -> Report:
    return report.with_numbers(dict.fromkeys(random.sample(FORM.typed, 9), None))


@plant("T0-01", "一张表")
def _blank_table(report: Report, random: Random) -> Report:
    table = random.choice(("disclosure.", "applications.", "disputes."))
    return report.with_numbers({cell: None for cell in FORM.typed if cell.startswith(table)})


@plant("T0-01", "全部")
def _all_blank(report: Report, _random: Random) -> Report:
    return report.with_numbers(dict.fromkeys(FORM.typed, None))


# --- table two ---


def _rules(cell: str, value: int) -> Spoil:
    return lambda report, _random: report.with_number(cell, value) if cannot_make_rules(report.agency) else None


every(
    "T2-03",
    ((f"{cell.rpartition('.')[2]} {value}", _rules(cell, value)) for cell in rules_cells(FORM) for value in (1, 17)),
)


def _in_force_off(by: int) -> Spoil:
    def spoil(report: Report, _random: Random) -> Report | None:
        wrong = report.count(f"{_DOCUMENTS}in_force") + by
        return report.with_number(f"{_DOCUMENTS}in_force", wrong) if has_past(report) and wrong >= 0 else None

    return spoil


every("T2-04", ((f"现行有效差{by}", _in_force_off(by)) for by in (1, -1, 10, -5)))


@plant("T2-04", "忘了加制发", ("T2-05",))
def _issued_forgotten(report: Report, _random: Random) -> Report | None:
    cell = f"{_DOCUMENTS}issued"
    return report.with_number(cell, report.count(cell) + 3) if has_past(report) else None


@plant("T2-04", "规章现行有效不对")
def _rules_in_force(report: Report, _random: Random) -> Report | None:
    cell = rules_cells(FORM)[2]
    ready = has_past(report) and not cannot_make_rules(report.agency)
    return report.with_number(cell, report.count(cell) + 2) if ready else None


@plant("T2-05", "废止太多")
def _too_many_repealed(report: Report, random: Random) -> Report | None:
    expected = past_of(report, f"{_DOCUMENTS}in_force") + report.count(f"{_DOCUMENTS}issued")
    wrong = expected + random.choice((1, 12))
    return report.with_number(f"{_DOCUMENTS}repealed", wrong) if has_past(report) else None


@plant("T2-06", "现行有效太少")
def _too_few_in_force(report: Report, random: Random) -> Report | None:
    if report.last_year:
        return None
    issued = random.randint(4, 60)
    return report.with_numbers({f"{_DOCUMENTS}issued": issued, f"{_DOCUMENTS}repealed": 1, f"{_DOCUMENTS}in_force": 2})


def _fees(value: str) -> Spoil:
    return lambda report, _random: report.with_number(FEES, Decimal(value))


every("T2-07", ((value, _fees(value)) for value in ("10000", "355000", "1234567", "88000000")))


@plant("T2-07", "乘以一万")
def _yuan(report: Report, _random: Random) -> Report | None:
    before = report.last_year.numbers.get(FEES) if report.last_year else None
    return report.with_number(FEES, Decimal(before) * 10000) if before else None


def _leap(cell: str, now: int, before: int) -> Spoil:
    def spoil(report: Report, _random: Random) -> Report | None:
        value = Decimal(now) if cell == FEES else now
        past: Value = Decimal(before) if cell == FEES else before
        return with_past(report.with_number(cell, value), {cell: past})

    return spoil


every("T2-08", ((f"{cell} {before}至{now}", _leap(cell, now, before))
                for cell in (*_WORK, FEES) for now, before in ((0, 3), (0, 900), (120, 15), (11, 77))))  # fmt: skip


# --- table four ---


@plant("T4-04", "上年未结的少了")
def _pending_lost(report: Report, random: Random) -> Report | None:
    group = random.choice(("review", "direct_suit", "suit_after_review"))
    return with_past(report, {f"disputes.{group}.pending": report.count(f"disputes.{group}.total") + 2})


@plant("T4-05", "未经复议直接起诉")
def _direct_suit(report: Report, random: Random) -> Report | None:
    outcome = random.choice(("upheld", "corrected", "other", "pending"))
    return report.with_number(f"disputes.direct_suit.{outcome}", 2) if report.year >= 2024 else None


@plant("T4-06", "没有申请却有复议")
def _disputes_of_nothing(report: Report, random: Random) -> Report | None:
    nobody = not report.count("applications.received.total") and has_past(report)
    nobody = nobody and not any(past_of(report, f"applications.{row}.{column}") for row in TERMS for column in COLUMNS)
    group = random.choice(("review", "suit_after_review"))
    return report.with_number(f"disputes.{group}.upheld", 1) if nobody else None


# --- last year's table again ---


@plant("Y-08", "三张表没有改")
def _old_tables(report: Report, _random: Random) -> Report | None:
    if not report.last_year or sum(value > 2 for value in report.last_year.numbers.values()) < 7:
        return None
    return report.with_numbers(dict(report.last_year.numbers))


@plant("Y-08", "表三没有改")
def _old_table_three(report: Report, _random: Random) -> Report | None:
    past = report.last_year.numbers if report.last_year else {}
    old = {cell: past[cell] for cell in typed_of_three() if cell in past}
    return report.with_numbers(dict(old)) if sum(value > 2 for value in old.values()) >= 5 else None


@plant("Y-08", "表二没有改")
def _old_table_two(report: Report, _random: Random) -> Report | None:
    past = report.last_year.numbers if report.last_year else {}
    old = {cell: past[cell] for cell in past if cell.startswith("disclosure.")}
    kept = [cell for cell, value in old.items() if value > 2 and not cell.endswith("in_force")]
    return report.with_numbers(dict(old)) if len(kept) >= 5 else None


# --- a sum that is none any more ---


@plant("Z-01", "汇总以后改了一格")
def _no_sum(report: Report, random: Random) -> Report:
    cell = random.choice([cell for cell in FORM.typed if cell.startswith("disclosure.") and cell != FEES])
    units = {each: value for each, value in report.numbers.items() if each != cell}
    units[cell] = report.count(cell) + 1
    return replace(report, summed=Summed((SummedUnit("某某局", units),)))
