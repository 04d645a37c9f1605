"""Writing a draft: a report into plain JSON values, keys in the file's fixed order."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from model.form.form import Form, Value
from model.report.report import NOTHING, Approval, Dismissal, FromLedger, PastReport, Report, Summed
from model.structs import Struct, fields_of

_LEFT_OUT = {"rules_slash": False, "content": ""}
"""Keys that are written only where they say something, so that drafts from before them stay byte for byte."""


def plain_report(report: Report) -> dict[str, Any]:
    """The keys of a draft that come from the report, in the file's order; those of later versions only where needed."""
    added = {
        "hand_in_by": iso(report.hand_in_by),
        "handed_in": plain(report.handed_in),
        "published": plain(report.published),
        "as_typed": dict(report.as_typed),
        "sources": dict(report.given_by),
        "approval": _plain_approval(report.approval),
        "ledger": _plain_ledger(report.ledger),
        "summed": _plain_summed(report.summed, report.form),
        "posts": {channel: plain(posted) for channel, posted in report.posts.items()},
    }
    return {
        "year": report.year,
        "agency": plain(report.agency),
        "deadline": iso(report.deadline),
        "title": report.title,
        "text": plain(report.text),
        "numbers": _plain_numbers(report.numbers, report.form),
        "layout": plain(report.layout),
        "notes": dict(report.notes),
        "remarks": dict(report.remarks),
        "last_year": _plain_past(report.last_year),
        "dismissed": [_plain_dismissal(entry, report.form) for entry in report.dismissed],
        "events": [plain(event) for event in report.events],
        "source": plain(report.source),
        **{key: value for key, value in added.items() if value},
    }


def iso(moment: date | None) -> str | None:
    """A day or a time in its written form."""
    return moment.isoformat() if moment else None


def plain(value: Any) -> Any:  # noqa: ANN401
    """A value object as JSON: its fields in order, then the keys this version does not know."""
    if isinstance(value, date):
        return iso(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if not isinstance(value, Struct):
        return value
    known = {name: plain(part) for name, part in fields_of(value).items() if name != "extra"}
    said = {name: part for name, part in known.items() if name not in _LEFT_OUT or part != _LEFT_OUT[name]}
    return {**said, **getattr(value, "extra", NOTHING)}


def _plain_approval(approval: Approval) -> dict[str, Any]:
    days = {step: iso(day) for step, day in approval.days.items()}
    known = {"names": dict(approval.names), "signed": plain(approval.signed), "days": days}
    return {**{key: value for key, value in known.items() if value}, **approval.extra}


def _plain_ledger(ledger: FromLedger | None) -> dict[str, Any] | None:
    if ledger is None:
        return None
    cells = {cell_id: list(numbers) for cell_id, numbers in ledger.cells.items()}
    fees = {} if ledger.fees is None else {"fees": plain(ledger.fees)}
    return {"digest": ledger.digest, "year": ledger.year, "cells": cells, **fees, **ledger.extra}


def _plain_summed(summed: Summed | None, form: Form) -> dict[str, Any] | None:
    if summed is None:
        return None
    units = [{"name": unit.name, "numbers": _plain_numbers(unit.numbers, form), **unit.extra} for unit in summed.units]
    return {"units": units, **summed.extra}


def _plain_numbers(numbers: Mapping[str, Value | None], form: Form) -> dict[str, Any]:
    ordered = (cell_id for cell_id in form.cells if cell_id in numbers)
    return {cell_id: plain(numbers[cell_id]) for cell_id in ordered}


def _plain_past(past: PastReport | None) -> dict[str, Any] | None:
    if past is None:
        return None
    known = {name: plain(part) for name, part in fields_of(past).items() if name not in ("form", "extra")}
    return {"form": past.form.id, **known, "numbers": _plain_numbers(past.numbers, past.form), **past.extra}


def _plain_dismissal(entry: Dismissal, form: Form) -> dict[str, Any]:
    added = {"section": entry.section, "sentence": entry.sentence, "digest": entry.digest}
    known = {name: value for name, value in added.items() if value is not None}
    about = {"cells": _plain_numbers(entry.cells, form), "quote": entry.quote, **known, **entry.about_extra}
    return {"check": entry.check, "about": about, "reason": entry.reason, **entry.extra}
