"""Figures of any agency as an honest year leaves them: balanced, following from last year's, without odd leaps."""

from collections.abc import Mapping
from decimal import Decimal
from random import Random

from model.form.form import Value
from model.report.report import Agency
from model.report.rule_making import cannot_make_rules
from tests.forms import FORM

FEES = "disclosure.fees.amount"
NOBODY, FEW, MANY = 0, 12, 300
"""How many applications a year brings, about."""

Numbers = Mapping[str, Value]

_COLUMNS = tuple(part.rpartition(".")[2] for part in FORM.parts["applications.received.total"])
_RESULTS = tuple(part.split(".")[1] for part in FORM.parts["applications.concluded.natural_person"])
_WORK = ("licences", "penalties", "compulsory_measures")
_OUTCOMES = ("upheld", "corrected", "other", "pending")
_GROUPS = ("review", "direct_suit", "suit_after_review")
_NO_DIRECT_SUITS_SINCE = 2024


def zeros() -> dict[str, Value]:
    """All typed cells with 0."""
    return {cell: Decimal(0) if cell == FEES else 0 for cell in FORM.typed}


def figures(random: Random, agency: Agency, year: int, scale: int, past: Numbers | None = None) -> dict[str, Value]:
    """All typed cells of one year, following last year's where these are given."""
    return zeros() | _disclosure(random, agency, past) | _applications(random, scale, past) | _disputes(
        random, year, scale, past
    )  # fmt: skip


def received(numbers: Numbers) -> int:
    """All applications that came in."""
    return sum(int(numbers[f"applications.received.{column}"]) for column in _COLUMNS)


def _disclosure(random: Random, agency: Agency, past: Numbers | None) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for row in ("normative_documents", *(() if cannot_make_rules(agency) else ("rules",))):
        before = int(past[f"disclosure.{row}.in_force"]) if past else random.choice((0, 7, 40, random.randint(3, 400)))
        issued = random.randint(0, 9)
        repealed = random.randint(0, min(before, 6))
        counts = {"issued": issued, "repealed": repealed, "in_force": before + issued - repealed}
        found |= {f"disclosure.{row}.{column}": count for column, count in counts.items()}
    for row in _WORK:
        cell = f"disclosure.{row}.decisions"
        found[cell] = _near(random, int(past[cell]), 0) if past else random.choice((0, 3, random.randint(4, 4000)))
    amount = Decimal(random.choice((0, random.randint(1, 10**6)))).scaleb(-2)
    if past:
        amount = Decimal(past[FEES]) + Decimal(random.randint(1, 90)).scaleb(-2) if past[FEES] else Decimal(0)
    return found | {FEES: amount}


def _near(random: Random, before: int, least: int) -> int:
    """A count of the same size that is not the same."""
    if before == 0:
        return 0
    return max(least, before + random.choice((-1, 1)) * random.randint(1, max(1, before // 5)))


def _applications(random: Random, scale: int, past: Numbers | None) -> dict[str, Value]:
    """Table three; tried again while it is too unlike last year's."""
    while True:
        found: dict[str, Value] = {}
        for column in _COLUMNS:
            found |= _column(random, column, scale if column == "natural_person" else scale // 8, past)
        now, before = received(found), received(past) if past else None
        out = sum(int(found[f"applications.carried_out.{column}"]) for column in _COLUMNS)
        if (before is None or abs(now - before) <= max(10, before / 2)) and (out < 5 or out * 4 <= now):
            return found


def _column(random: Random, column: str, scale: int, past: Numbers | None) -> dict[str, Value]:
    counts = dict.fromkeys(_RESULTS, 0)
    for _ in range(random.randint(scale // 2, scale)):
        counts[random.choice((*_RESULTS[:2], *_RESULTS))] += 1
    carried_in = int(past[f"applications.carried_out.{column}"]) if past else random.randint(0, min(2, scale))
    carried_out = random.randint(0, min(3, scale))
    missing = max(0, carried_in - carried_out - sum(counts.values()))
    counts["granted"] += missing
    counts |= {"carried_in": carried_in, "carried_out": carried_out}
    counts["received"] = sum(counts[row] for row in _RESULTS) + carried_out - carried_in
    return {f"applications.{row}.{column}": count for row, count in counts.items()}


def _disputes(random: Random, year: int, scale: int, past: Numbers | None) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for group in _GROUPS if scale else ():
        if group == "direct_suit" and year >= _NO_DIRECT_SUITS_SINCE:
            continue
        for outcome in _OUTCOMES:
            most = 2 if scale == FEW else 9
            found[f"disputes.{group}.{outcome}"] = random.choice((0, 0, random.randint(0, most)))
        lacking = int(past[f"disputes.{group}.pending"]) if past else 0
        found[f"disputes.{group}.upheld"] = int(found[f"disputes.{group}.upheld"]) + lacking
    if year + 1 == _NO_DIRECT_SUITS_SINCE and found:
        found["disputes.direct_suit.pending"] = 0
    if found and not any(int(found[f"disputes.review.{outcome}"]) for outcome in _OUTCOMES):
        found["disputes.review.upheld"] = 1
    return found
