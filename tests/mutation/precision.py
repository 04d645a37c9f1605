"""What is said of correct reports: nothing ought to be."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

from model.checks import Finding
from model.report.report import Agency, PastReport, Report
from model.structs import Struct, replace
from tests.forms import FORM
from tests.mutation.figures import FEES
from tests.mutation.reports import judged, report_of, texts_of
from tests.prose.writing import written_overview

PUBLISHED = Path(__file__).parents[1] / "data" / "published"
_AGENCIES = {
    "hongze": Agency("洪泽区人民政府", "洪泽区政府", "government", "county"),
    "pingtan": Agency("平潭综合实验区管理委员会", "平潭综合实验区", "other", "city"),
    "shanghai": Agency("上海市科学技术委员会", "市科委", "department", "province"),
}
_LOOSE = ("F-01", "F-03", "F-05")
"""What the other generator writes on purpose: blanks around figures, 份 and 宗, subheadings in several ways."""


class FalseAlarm(Struct, frozen=True):
    """A finding in a correct report, with the words around it."""

    name: str
    finding: Finding
    around: str


def generated(count: int) -> Iterator[tuple[str, Report]]:
    """Correct reports, always the same."""
    for index in range(count):
        yield f"生成{index}", report_of(Random(f"正{index}"))


def alarms(reports: Iterator[tuple[str, Report]]) -> Iterator[FalseAlarm]:
    """All that is found in some reports."""
    for name, report in reports:
        for finding in judged(report):
            yield FalseAlarm(name, finding, _around(report, finding))


def _around(report: Report, finding: Finding) -> str:
    if finding.span is None or finding.section is None:
        return ""
    start, end = finding.span
    return report.words(finding.section)[max(0, start - 30) : end + 30].replace("\n", "⏎")


def in_other_words(count: int) -> Iterator[FalseAlarm]:
    """What is found in the same reports with the prose of the other generator."""
    reports = (
        (name, report.with_text("overview", written_overview(report, Random(name)).text))
        for name, report in generated(count)
    )
    return (alarm for alarm in alarms(_of_this_year(reports)) if alarm.finding.check not in _LOOSE)


def _of_this_year(reports: Iterator[tuple[str, Report]]) -> Iterator[tuple[str, Report]]:
    """Reports on 2024, the year which that prose speaks of, whose other results need no word."""
    for name, report in reports:
        if report.year == 2024 and not report.count("applications.other_misc.total"):
            yield name, report


def published() -> dict[str, Report]:
    """The figures of published reports by their file, with prose of our own and last year's where it is there."""
    found = {path.stem: _published(path) for path in sorted(PUBLISHED.glob("*.json"))}
    for name, report in found.items():
        before = found.get(name.replace(str(report.year), str(report.year - 1)))
        past = PastReport(FORM, before.year, before.numbers, before.text) if before and before != report else None
        found[name] = replace(report, last_year=past, text=texts_of(report, Random(name)))
    return found


def _published(path: Path) -> Report:
    data = json.loads(path.read_text("utf-8"))
    typed = {cell: data["numbers"][cell] for cell in FORM.typed}
    numbers = {cell: Decimal(value) if cell == FEES else int(value) for cell, value in typed.items()}
    agency = replace(
        _AGENCIES[path.stem.partition("_")[0]], address="人民路8号", postcode="130000", phone="0431-89682735"
    )
    return Report(data["year"], agency, numbers=numbers, form=FORM)
