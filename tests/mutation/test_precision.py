"""Nothing is said of correct reports, however they are worded."""

import pytest

from tests.mutation.precision import alarms, generated, in_other_words, published
from tests.mutation.reports import judged

KNOWN = {
    "hongze_2024": ["T4-05"],
    "pingtan_2022": [],
    "pingtan_2023": ["T2-04"],
    "pingtan_2024": ["T2-04", "T3-12", "T4-04"],
    "shanghai_kewei_2024": [],
}
"""What published figures deserve: documents that do not follow, a suit without review, a leap, a lost case."""


def test_generated_reports_have_no_findings() -> None:
    assert [(each.finding.check, each.finding.message, each.around) for each in alarms(generated(150))] == []


def test_prose_of_the_other_generator_has_no_findings() -> None:
    assert [(each.finding.check, each.finding.message, each.around) for each in in_other_words(150)] == []


@pytest.mark.parametrize("name", KNOWN)
def test_published_figures_have_only_the_findings_they_deserve(name: str) -> None:
    assert [finding.check for finding in judged(published()[name])] == KNOWN[name]
