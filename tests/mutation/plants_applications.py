"""Mistakes in table three."""

from random import Random
from typing import TYPE_CHECKING

from model.report.report import Report
from tests.forms import FORM
from tests.mutation.past import COLUMNS, TERMS, past_of, typed_of_three, with_past
from tests.mutation.plant import Spoil, every, plant
from tests.mutation.reports import has_past

if TYPE_CHECKING:
    from model.form.form import Value

_SOURCED = ("T3-03", "T3-02")
_RESULTS = tuple(part.split(".")[1] for part in FORM.parts["applications.concluded.natural_person"])


def _cell(random: Random) -> str:
    return f"applications.{random.choice((*TERMS, *_RESULTS))}.{random.choice(COLUMNS)}"


@plant("T3-01", "一格多一", _SOURCED)
def _one_more(report: Report, random: Random) -> Report:
    cell = _cell(random)
    return report.with_number(cell, report.count(cell) + 1)


@plant("T3-01", "一格十倍", _SOURCED)
def _ten_times(report: Report, random: Random) -> Report | None:
    filled = [cell for cell in typed_of_three() if report.count(cell)]
    if not filled:
        return None
    cell = random.choice(filled)
    return report.with_number(cell, report.count(cell) * 10)


@plant("T3-01", "数字颠倒", _SOURCED)
def _digits_swapped(report: Report, random: Random) -> Report | None:
    filled = [cell for cell in typed_of_three() if str(report.count(cell)) != str(report.count(cell))[::-1]]
    if not filled:
        return None
    cell = random.choice(filled)
    return report.with_number(cell, int(str(report.count(cell))[::-1]))


@plant("T3-01", "填错列", _SOURCED)
def _wrong_column(report: Report, random: Random) -> Report | None:
    row = random.choice((*TERMS, *_RESULTS))
    first, second = (f"applications.{row}.{column}" for column in random.sample(COLUMNS, 2))
    if report.count(first) == report.count(second):
        return None
    return report.with_numbers({first: report.count(second), second: report.count(first)})


@plant("T3-01", "漏填成零", _SOURCED)
def _left_zero(report: Report, random: Random) -> Report | None:
    filled = [cell for cell in typed_of_three() if report.count(cell)]
    return report.with_number(random.choice(filled), 0) if filled else None


@plant("T3-01", "新收里多算了结转", _SOURCED)
def _carried_counted_twice(report: Report, _random: Random) -> Report | None:
    carried = report.count("applications.carried_in.natural_person")
    cell = "applications.received.natural_person"
    return report.with_number(cell, report.count(cell) + carried) if carried else None


def moved(report: Report, changes: dict[str, int]) -> Report:
    """The report with some figures of table three changed by so much, each column balanced by 新收 or 予以公开."""
    numbers: dict[str, Value] = {}
    for cell, by in changes.items():
        column = cell.rpartition(".")[2]
        left = by if ".carried_in." in cell or ".received." in cell else -by
        balance = f"applications.{'granted' if left > 0 else 'received'}.{column}"
        numbers[cell] = report.count(cell) + by
        numbers[balance] = int(numbers.get(balance, report.count(balance))) + abs(left)
    return report.with_numbers(numbers)


@plant("T3-06", "上年结转多了")
def _carried_in_more(report: Report, random: Random) -> Report | None:
    column = random.choice(COLUMNS)
    return moved(report, {f"applications.carried_in.{column}": random.choice((1, 4))}) if has_past(report) else None


@plant("T3-06", "上年结转没有填")
def _carried_in_none(report: Report, _random: Random) -> Report | None:
    cells = [f"applications.carried_in.{column}" for column in COLUMNS]
    filled = [cell for cell in cells if report.count(cell)]
    if not filled or not has_past(report):
        return None
    received = {
        cell.replace("carried_in", "received"): report.count(cell.replace("carried_in", "received")) for cell in filled
    }
    return report.with_numbers(
        dict.fromkeys(filled, 0)
        | {cell: received[cell] + report.count(cell.replace("received", "carried_in")) for cell in received}
    )


@plant("T3-07", "上年结转填错列")
def _carried_in_elsewhere(report: Report, random: Random) -> Report | None:
    filled = [column for column in COLUMNS if report.count(f"applications.carried_in.{column}")]
    if not filled or not has_past(report):
        return None
    source = random.choice(filled)
    target = random.choice([column for column in COLUMNS if column != source])
    return moved(report, {f"applications.carried_in.{source}": -1, f"applications.carried_in.{target}": 1})


@plant("T3-08", "结转过多")
def _much_carried_out(report: Report, random: Random) -> Report:
    out = report.count("applications.received.total") + random.randint(5, 30)
    return moved(report, {"applications.carried_out.natural_person": out})


def _unpaid(section: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report:
        cell = f"applications.other_fee_unpaid.{random.choice(COLUMNS)}"
        return moved(report, {cell: random.choice((1, 3))}).with_text("other_matters", section)

    return spoil


_SILENT = ("没有其他需要报告的事项。", "无其他需要报告的事项。", "办理人大代表建议3件，均已公开。", "")
every("T3-09", ((f"第六部分“{words}”", _unpaid(words)) for words in _SILENT))


@plant("T3-10", "没有说明其他处理")
def _unexplained(report: Report, random: Random) -> Report | None:
    text = report.text.overview
    if any(word in text for word in ("撤", "转", "其他处理", "终止", "并", "退")):
        return None
    return moved(report, {f"applications.other_misc.{random.choice(COLUMNS)}": random.choice((1, 5))})


@plant("T3-12", "新收少一位")
def _received_fell(report: Report, _random: Random) -> Report | None:
    return with_past(
        report, {"applications.received.natural_person": 10 * report.count("applications.received.total") + 40}
    )


@plant("T3-12", "新收多一位")
def _received_rose(report: Report, _random: Random) -> Report | None:
    more = past_of(report, "applications.received.natural_person") * 9 + 60
    return moved(report, {"applications.received.natural_person": more}) if has_past(report) else None
