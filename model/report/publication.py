"""Marking a report as signed, published or handed in, and whether what it prints was changed since."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from model.form.form import format_value
from model.report.fields import resolve
from model.report.report import TEXT_IDS, Approval, Event, Passed, Report, Signed
from model.structs import replace

PUBLISHED = "published"
"""The word for the event."""
ROUTE: Mapping[str, str] = MappingProxyType(
    {
        "drafter": "拟稿",
        "section": "科室",
        "office": "办公室",
        "secrecy": "保密审查",
        "deputy": "分管领导",
        "principal": "主要领导",
    }
)
"""The steps in their order, by the key that a draft has the name under."""


def published(report: Report, mark: Passed | date) -> Report:
    """The report with the mark that it was published; a day alone stands for publishing it as it is now.

    The event is for programs of version 0.1, which know no other mark.
    """
    passed = mark if isinstance(mark, Passed) else Passed(mark, content=content_mark(report))
    event = Event(passed.at, PUBLISHED, content=passed.content)
    return replace(report, published=passed, events=(*report.events, event))


def not_published(report: Report) -> Report:
    """The report without any mark of publication."""
    events = tuple(event for event in report.events if event.what != PUBLISHED)
    return replace(report, published=None, events=events)


def handed_in(report: Report, day: date, where: str | None = None, revision: int = 0) -> Report:
    """The report with the mark that it was handed in (报送) on a day as it is now."""
    return replace(report, handed_in=Passed(day, where, content_mark(report), revision=revision))


def not_handed_in(report: Report) -> Report:
    """The report without that mark."""
    return replace(report, handed_in=None)


def last_published(report: Report) -> Passed | None:
    """The latest publication that is noted; of one day the one noted last. Versions up to 0.1 noted it as an event."""
    if report.published is not None:
        return report.published
    found = (event for event in reversed(report.events) if event.what == PUBLISHED)
    event = max(found, key=lambda event: event.at, default=None)
    return None if event is None else Passed(event.at, content=event.content)


def changed_since_published(report: Report) -> bool:
    """Whether the report prints something else than when it was published last; not known of older notes."""
    mark = last_published(report)
    return mark is not None and mark.content not in ("", content_mark(report))


def changed_since_signed(report: Report) -> bool:
    """Whether the report prints something else than when it was signed; not known of older marks."""
    signed = report.approval.signed
    return signed is not None and signed.content not in ("", content_mark(report))


def print_mark(report: Report) -> str:
    """What tells one printed file from another: the content, and how it is set; 64 hexadecimal digits."""
    layout = report.layout
    day = layout.signature_date.isoformat() if layout.signature_date else ""
    looks = [layout.title_order, layout.fonts, str(layout.line_pt), str(layout.table_pt), layout.signature, day]
    return hashlib.sha256(json.dumps([content_mark(report), looks]).encode()).hexdigest()


def content_mark(report: Report) -> str:
    """What tells one printed content from another: title, texts, figures, notes, 64 hexadecimal digits."""
    texts = [resolve(report.text[text_id], report) for text_id in TEXT_IDS]
    figures = [format_value(report.value(cell_id)) for cell_id in report.form.cells]
    notes = sorted((table, words) for table, words in report.notes.items() if words)
    head = [report.agency.name, report.title_text, report.layout.rules_slash]
    printed = json.dumps([head, texts, figures, notes])
    return hashlib.sha256(printed.encode()).hexdigest()


def with_names(report: Report, names: Mapping[str, str]) -> Report:
    """The report with the names of those who sign; an empty one leaves the line to be filled in by hand."""
    kept = {step: " ".join(name.split()) for step, name in names.items() if name.strip()}
    return replace(report, approval=replace(report.approval, names=MappingProxyType(kept)))


def with_days(report: Report, days: Mapping[str, date | None]) -> Report:
    """The report with the days on which each of them signed; none leaves the day to be filled in by hand."""
    kept = {step: day for step, day in days.items() if day}
    return replace(report, approval=replace(report.approval, days=MappingProxyType(kept)))


def names_of(report: Report) -> Approval:
    """The approval of a new report of the same agency: the names alone."""
    return Approval(report.approval.names)


def with_signed(report: Report, mark: Signed) -> Report:
    """The report with the mark of what was signed, in place of an earlier one."""
    return replace(report, approval=replace(report.approval, signed=mark))


def not_signed(report: Report) -> Report:
    """The report without that mark; a scan stays where it is."""
    return replace(report, approval=replace(report.approval, signed=None))


def signed_state(report: Report, digest: str) -> Literal["", "same", "changed"]:
    """Whether a content, by its digest, is what was signed; empty where nothing was."""
    signed = report.approval.signed
    return "" if signed is None else "same" if signed.digest == digest else "changed"
