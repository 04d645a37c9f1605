"""How many planted mistakes are found, check by check."""

from random import Random

from model.checks import CHECKS
from model.report.report import Report
from model.structs import Struct, field
from tests.mutation import (
    plants_applications,
    plants_clerks,
    plants_comparisons,
    plants_language,
    plants_numbers,
    plants_opening,
    plants_practice,
    plants_prose,
    plants_public,
    plants_sections,
    plants_source,
    plants_stale,
    plants_unfilled,
    plants_wordings,
)
from tests.mutation.plant import PLANTS, Base, Plant, base, is_told, new_findings
from tests.mutation.reports import report_of

PLANT_MODULES = (
    plants_numbers,
    plants_applications,
    plants_source,
    plants_opening,
    plants_sections,
    plants_language,
    plants_unfilled,
    plants_public,
    plants_stale,
    plants_prose,
    plants_comparisons,
    plants_wordings,
    plants_practice,
    plants_clerks,
)
"""The modules that register plants."""

LEAST = {"error": 1.0, "warning": 0.95, "hint": 0.9}
"""Which share of the planted mistakes must be found, by severity."""


class Tally(Struct):
    """What was planted for a check, what of it was found, and how much else was said of the same mistakes."""

    planted: int = 0
    found: int = 0
    others: int = 0
    missed: dict[str, Report] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """The share that was found."""
        return self.found / self.planted if self.planted else 0.0


def bases(count: int) -> list[Base]:
    """Correct reports to spoil, always the same; with and without last year and a source in turn."""
    return [base(report_of(Random(f"基{index}"), bool(index % 2), bool(index // 2 % 2))) for index in range(count)]


def spoilt(plant: Plant, report: Report, index: int) -> Report | None:
    """A report with a plant's mistake; None where it has no place for it."""
    return plant.spoil(report, Random(f"{plant.label}{index}"))


def recall(before: list[Base], each: int) -> dict[str, Tally]:
    """Plant every mistake in up to `each` of some reports; the tallies are by code, of every check."""
    tallies = {code: Tally() for code in CHECKS}
    for plant in PLANTS:
        made = 0
        for index in Random(plant.label).sample(range(len(before)), len(before)):
            after = spoilt(plant, before[index].report, index)
            if after is not None:
                _count(tallies[plant.code], plant, before[index], after)
                made += 1
            if made == each:
                break
        else:
            if not made:
                tallies[plant.code].missed[f"{plant.name}：没有一份报告可种"] = before[0].report
    return tallies


def _count(tally: Tally, plant: Plant, before: Base, after: Report) -> None:
    found = new_findings(plant, before, after)
    tally.planted += 1
    if is_told(plant, before, after, found):
        tally.found += 1
        tally.others += len(found) - 1
    else:
        tally.missed.setdefault(plant.name, after)
