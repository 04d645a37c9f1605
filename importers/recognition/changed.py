"""Our own export read again: the words of its tables beside the figures it carries along."""

from collections.abc import Mapping

from importers.document.blocks import KnownFigures
from importers.reading import Doubt
from importers.recognition.tables.doubts import where
from importers.recognition.tables.found import Found, Tables
from model.form.form import Form, Value, format_value
from model.structs import Struct


class Compared(Struct, frozen=True):
    """The figures to take, the cells that were changed since, and what is doubtful."""

    numbers: Mapping[str, Value]
    changed: tuple[Doubt, ...]
    doubts: tuple[Doubt, ...]


def compare(tables: Tables, known: KnownFigures) -> Compared:
    """Take the words where they can be read, else the exported figure; no doubts when nothing was changed."""
    changed, lost, form = [], [], tables.form
    for cell, value in known.numbers.items():
        found = tables.cells.get(cell)
        if found is None or found.figure.value is None:
            lost.append(_lost(form, cell, value, found))
        elif found.figure.value != value:
            changed.append(_changed(form, cell, value, found))
    numbers = {cell: value for cell, value in known.numbers.items() if not form.cells[cell].computed}
    numbers.update(tables.numbers())
    unread = {doubt.place for doubt in lost}
    doubts = [doubt for doubt in tables.doubts if doubt.place not in unread] if changed or lost else []
    return Compared(numbers, tuple(changed), (*doubts, *lost))


def _changed(form: Form, cell: str, value: Value, found: Found) -> Doubt:
    both = f"现在是“{found.words}”，导出时是 {format_value(value)}"
    message = f"{where(form, cell)}导出后被改过：{both}；按现在的读入，请核对。"
    return Doubt(cell, found.words, format_value(value), message, found.location)


def _lost(form: Form, cell: str, value: Value, found: Found | None) -> Doubt:
    words = found.words if found else ""
    reason = f"现在写的是“{words}”，读不出数字" if words else "现在读不到数字"
    message = f"{where(form, cell)}{reason}，取导出时的 {format_value(value)}，请核对。"
    return Doubt(cell, words, format_value(value), message, found.location if found else None)
