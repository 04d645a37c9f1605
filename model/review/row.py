"""What is known of one report among many: figures, findings, and what its sentences come to; nothing of its file.

A row is small, so that ten thousand of them fit in memory, and plain, so that it travels between processes.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from model.checks.registry import Context
from model.checks.run import findings
from model.form import forms
from model.form.form import Form, Value
from model.report.past import year_before
from model.report.publication import content_mark
from model.report.rates import rates
from model.report.report import NOTHING, Agency, Report
from model.review.sentences import Sentence, sentences_of
from model.review.telling import Told, told
from model.structs import Struct, fields_of, replace

_NOBODY = Agency("")


class RateTold(Struct, frozen=True):
    """A rate of supervisors in words: this year's, last year's, and the change."""

    name: str
    now: str
    before: str
    change: str


class Row(Struct, frozen=True):
    """One report.

    Attributes:
        file: where it was read, as the caller names it.
        digest: the SHA-256 of the file.
        error: why it cannot be read; the rest is empty then.
        agency: its name, type, level, and whether it covers other agencies.
        content: tells what it says from what another file says; the same for one report in two kinds of file.
        doubts: how many places of the file were not certain.
        numbers: the typed cells that are filled in.
        sentences: by the id of the text, those that are compared with other reports (see `model.review.similar`).
        before: the same of last year's report.
        has_last_year: whether last year's report is known.
        lacks_year: whether its file does not say the year, or names two; with an error, it can be read if only somebody
            says it.
        more: whose reports stand in the same file and were not read.
    """

    file: str
    digest: str = ""
    error: str = ""
    agency: Agency = _NOBODY
    year: int = 0
    form: str = ""
    content: str = ""
    doubts: int = 0
    numbers: Mapping[str, Value] = NOTHING
    findings: tuple[Told, ...] = ()
    rates: tuple[RateTold, ...] = ()
    sentences: Mapping[str, tuple[Sentence, ...]] = NOTHING
    before: Mapping[str, tuple[Sentence, ...]] = NOTHING
    has_last_year: bool = False
    lacks_year: bool = False
    more: tuple[str, ...] = ()

    @property
    def report(self) -> Report:
        """Its figures as a report, for totals."""
        return Report(self.year, self.agency, numbers=self.numbers, form=forms.named(self.form))


def row_of(report: Report, file: str, digest: str, doubts: int, today: date) -> Row:
    """Everything that the desk wants to know of a report; last year's, where it has one, is beside it.

    Args:
        report: the report.
        file: what its file is called.
        digest: of the file.
        doubts: how many places were not certain.
        today: the day that checks use.
    """
    found = tuple(
        told(finding, report) for finding in findings(report, Context(today, handed_in=report.source is not None))
    )
    return replace(unjudged(report, file, digest, doubts), findings=found)


def unjudged(report: Report, file: str, digest: str, doubts: int) -> Row:
    """The same without the findings, for a sum or a table."""
    past, agency, form = year_before(report), report.agency, report.form
    return Row(
        file,
        digest,
        "",
        Agency(agency.name, agency.short_name, agency.type, agency.level, agency.consolidated),
        report.year,
        form.id,
        content_mark(report),
        doubts,
        MappingProxyType({cell: report.numbers[cell] for cell in form.typed if cell in report.numbers}),
        (),
        tuple(RateTold(each.name, each.now_words, each.before_words, each.change_words) for each in rates(report)),
        sentences_of(report.text, report.agency),
        sentences_of(past.text, report.agency) if past else NOTHING,
        past is not None,
    )


def plain(row: Row) -> dict[str, Any]:
    """A row as JSON; see `from_plain`."""
    agency = {name: getattr(row.agency, name) for name in _AGENCY}
    numbers = {cell: f"{value:f}" if isinstance(value, Decimal) else value for cell, value in row.numbers.items()}
    found = fields_of(row)
    listed = {"findings": [fields_of(each) for each in row.findings], "rates": [fields_of(each) for each in row.rates]}
    texts = {name: {text: list(said) for text, said in found[name].items()} for name in ("sentences", "before")}
    return {**found, **listed, **texts, "agency": agency, "numbers": numbers}


def from_plain(value: Mapping[str, Any]) -> Row:
    """The row in JSON that `plain` gave.

    Raises:
        ValueError, TypeError, KeyError: it is something else.
    """
    said = dict(value)
    form = forms.named(said["form"]) if said["form"] else None
    numbers = dict(_numbers(said["numbers"], form)) if form else {}
    texts = {name: MappingProxyType(dict(_texts(said[name]))) for name in ("sentences", "before")}
    return Row(
        **{
            **said,
            **texts,
            "agency": Agency(**said["agency"]),
            "numbers": MappingProxyType(numbers),
            "findings": tuple(told_from(each) for each in said["findings"]),
            "rates": tuple(RateTold(**each) for each in said["rates"]),
            "more": tuple(map(str, said.get("more", ()))),
        }
    )


def told_from(value: Mapping[str, Any]) -> Told:
    """A finding in JSON."""
    span = value.get("span")
    listed = {"cells": tuple(value.get("cells") or ()), "span": (span[0], span[1]) if span else None}
    return Told(**{**value, **listed})


_AGENCY = ("name", "short_name", "type", "level", "consolidated")


def _numbers(said: Mapping[str, Any], form: Form) -> Iterator[tuple[str, Value]]:
    """The figures under the form's own ids, which all rows share."""
    for cell_id in form.typed:
        if cell_id in said:
            value = said[cell_id]
            yield cell_id, form.typed_cell(cell_id).check(Decimal(value) if isinstance(value, str) else value)


def _texts(said: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    for text, found in said.items():
        yield text, tuple((int(key), int(length)) for key, length in found)
