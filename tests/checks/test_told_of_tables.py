"""Sentences about what the tables count, in ways that different clerks write, right and wrong."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from model.checks import Context, findings
from model.form.form import Value
from model.report.report import PastReport, Report, TextId, Texts
from model.structs import replace
from tests.checks.correct import BUREAU, FEES, applications, filled
from tests.forms import FORM

_FILE = Path(__file__).parents[1] / "data" / "told_of_tables.txt"
_SECTIONS: dict[str, TextId] = {"p": "problems", "m": "other_matters"}
_PAST = "past "
_KINDS = {
    "n": "natural_person",
    "e": "enterprise",
    "s": "research",
    "w": "public_welfare",
    "l": "legal_service",
    "o": "other_organisation",
}
_ROWS = {
    "r": "received",
    "i": "carried_in",
    "x": "carried_out",
    "g": "granted",
    "p": "partly_granted",
    "c": "refused_enforcement_file",
    "d": "refused_deliberative",
    "t": "refused_third_party",
    "h": "unavailable_not_held",
    "m": "unavailable_must_be_created",
    "u": "unavailable_still_unclear",
    "P": "unprocessed_petition",
    "R": "unprocessed_repeated",
    "b": "other_not_corrected",
}


def _figures(parts: list[str]) -> Iterator[dict[str, Value]]:
    for part in parts:
        if "=" in part:
            cell, _, value = part.partition("=")
            yield {cell: Decimal(value) if cell == FEES else int(value)}
            continue
        kind, _, listed = part.partition(":")
        counts = {_ROWS[each[0]]: int(each[1:]) for each in listed.split(",")}
        every = counts.get("received", 0) + counts.get("carried_in", 0)
        ended = sum(count for row, count in counts.items() if row not in ("received", "carried_in"))
        granted = counts.get("granted", 0) + every - ended
        yield applications(
            _KINDS[kind], **{row: count for row, count in {**counts, "granted": granted}.items() if count}
        )


def _report(line: str) -> Report:
    words, *parts = line.split("|")
    section: TextId = next((_SECTIONS[part] for part in parts if part in _SECTIONS), "overview")
    now = [part for part in parts if part not in _SECTIONS and not part.startswith(_PAST)]
    past = [part.removeprefix(_PAST) for part in parts if part.startswith(_PAST)]
    last_year = PastReport(FORM, BUREAU.year - 1, filled(*_figures(past)), Texts()) if past else None
    bare = replace(BUREAU, text=Texts(), numbers=filled(*_figures(now)), last_year=last_year)
    return bare.with_text(section, words.replace("⏎", "\n"))


@pytest.mark.parametrize("line", [line for line in _FILE.read_text("utf-8").splitlines() if line[:1] in ("+", "-")])
def test_a_sentence_is_told_of_where_it_is_not_what_the_tables_say(line: str) -> None:
    report = _report(line[1:])
    told = [each for each in findings(report, Context(date(report.year + 1, 1, 20))) if each.check.startswith("X-")]
    assert bool(told) is line.startswith("+"), told
