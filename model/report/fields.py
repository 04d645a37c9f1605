"""Live fields: `{{table.row.column}}` in a text stands for the figure in that cell; `{{{{` for a literal `{{`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from model.form.form import Form, format_value
from model.language.patterns import pattern
from model.report.report import Report

_MARK = pattern(r"\{\{\{\{|\{\{([^{}\n]*)\}\}")


class Field(NamedTuple):
    """A live field and its span in the stored text, in code points."""

    start: int
    end: int
    cell_id: str

    def known(self, form: Form) -> bool:
        """Whether a form has such a cell."""
        return self.cell_id in form.cells


def fields(text: str) -> Iterator[Field]:
    """The live fields of a stored text, in order."""
    for mark in _MARK.finditer(text):
        if mark[1] is not None:
            yield Field(mark.start(), mark.end(), mark[1].strip())


def unknown(text: str, form: Form) -> Iterator[Field]:
    """The live fields of a stored text that stand for no cell of a form; a report with one is not printed."""
    return (field for field in fields(text) if not field.known(form)) if "{{" in text else iter(())


def resolve(text: str, report: Report) -> str:
    """The text as published: fields as figures (a blank cell as 0), an unknown field as it was typed."""
    if "{{" not in text:
        return text

    known: dict[str, str] = {}

    def figure(mark: re.Match[str]) -> str:
        words = mark[0]
        if words not in known:  # the same few cells are named again and again
            known[words] = _figure(mark, report)
        return known[words]

    return _MARK.sub(figure, text)


def _figure(mark: re.Match[str], report: Report) -> str:
    if mark[1] is None:
        return "{{"
    cell_id = mark[1].strip()
    return format_value(report.value(cell_id)) if cell_id in report.form.cells else mark[0]
