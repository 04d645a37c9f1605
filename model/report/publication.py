"""Marking a report as published or handed in, and whether what it prints was changed since."""

import hashlib
import json
from dataclasses import replace
from datetime import date

from model.form.form import format_value
from model.report.fields import resolve
from model.report.report import TEXT_IDS, Event, Passed, Report

PUBLISHED = "published"
"""The word for the event."""


def published(report: Report, day: date, where: str | None = None, digest: str = "", revision: int = 0) -> Report:
    """The report with the mark that it was published on a day as it is now.

    Args:
        report: what was published.
        day: when.
        where: the address of the page, where it is known.
        digest: the SHA-256 of the Word file frozen with it.
        revision: the draft's revision.
    """
    mark = Passed(day, where, content_mark(report), digest, revision)
    event = Event(day, PUBLISHED, content=mark.content)
    return replace(report, published=mark, events=(*report.events, event))


def not_published(report: Report) -> Report:
    """The report without any mark of publication."""
    return replace(report, published=None, events=tuple(event for event in report.events if event.what != PUBLISHED))


def handed_in(report: Report, day: date, where: str | None = None, revision: int = 0) -> Report:
    """The report with the mark that it was handed in (报送) on a day as it is now."""
    return replace(report, handed_in=Passed(day, where, content_mark(report), revision=revision))


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


def content_mark(report: Report) -> str:
    """What tells one printed content from another: title, texts, figures, notes, 64 hexadecimal digits."""
    texts = [resolve(report.text[text_id], report) for text_id in TEXT_IDS]
    figures = [format_value(report.value(cell_id)) for cell_id in report.form.cells]
    notes = sorted((table, words) for table, words in report.notes.items() if words)
    head = [report.agency.name, report.title_text, report.layout.rules_slash]
    printed = json.dumps([head, texts, figures, notes])
    return hashlib.sha256(printed.encode()).hexdigest()
