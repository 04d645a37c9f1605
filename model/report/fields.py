"""Live fields: `{{table.row.column}}` in a text stands for the figure in that cell; `{{{{` for a literal `{{`."""

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
    return (Field(*span, cell_of(words)) for words, span in spellings(text))


def spellings(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The live fields of a stored text as they are spelt, and where each is, in order."""
    return ((mark[0], mark.span()) for mark in _MARK.finditer(text) if mark[1] is not None)


def cell_of(spelling: str) -> str:
    """The id of the cell that a live field stands for, in whatever way it is spelt."""
    return spelling[2:-2].strip()


def unknown(text: str, form: Form) -> Iterator[Field]:
    """The live fields of a stored text that stand for no cell of a form; a report with one is not printed."""
    return (field for field in fields(text) if not field.known(form)) if "{{" in text else iter(())


def resolve(text: str, report: Report) -> str:
    """The text as published: fields as figures (a blank cell as 0), an unknown field as it was typed."""
    if "{{" not in text:
        return text

    pieces = _MARK.split(text)
    figures = {inside: _figure(inside, report) for inside in set(pieces[1::2])}
    pieces[1::2] = map(figures.__getitem__, pieces[1::2])
    return "".join(pieces)


def _figure(inside: str | None, report: Report) -> str:
    """What is printed for what stands between the braces; None where these are a literal."""
    if inside is None:
        return "{{"
    cell_id = inside.strip()
    return format_value(report.value(cell_id)) if cell_id in report.form.cells else f"{{{{{inside}}}}}"
