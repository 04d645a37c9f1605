"""Marking a report as published, and whether what it prints was changed since."""

import hashlib
import json
from dataclasses import replace
from datetime import date

from model.form.form import format_value
from model.report.fields import resolve
from model.report.report import TEXT_IDS, Event, Report

PUBLISHED = "published"
"""The word for the event."""


def published(report: Report, day: date) -> Report:
    """The report with the event that it was published on a day as it is now."""
    return replace(report, events=(*report.events, Event(day, PUBLISHED, content=content_mark(report))))


def last_published(report: Report) -> Event | None:
    """The latest publication that is noted; of one day the one noted last."""
    found = (event for event in reversed(report.events) if event.what == PUBLISHED)
    return max(found, key=lambda event: event.at, default=None)


def changed_since_published(report: Report) -> bool:
    """Whether the report prints something else than when it was published last; not known of older notes."""
    event = last_published(report)
    return event is not None and event.content not in ("", content_mark(report))


def content_mark(report: Report) -> str:
    """What tells one printed content from another: title, texts, figures, notes, 64 hexadecimal digits."""
    texts = [resolve(report.text[text_id], report) for text_id in TEXT_IDS]
    figures = [format_value(report.value(cell_id)) for cell_id in report.form.cells]
    notes = sorted((table, words) for table, words in report.notes.items() if words)
    head = [report.agency.name, report.title_text, report.layout.rules_slash]
    printed = json.dumps([head, texts, figures, notes])
    return hashlib.sha256(printed.encode()).hexdigest()
