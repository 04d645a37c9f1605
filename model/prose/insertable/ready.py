"""Ready sentences for a text, which are offered and never written by themselves: `resources/words/sentences.json`."""

import json
from collections.abc import Callable, Iterator
from functools import cache

import resources
from model.language.patterns import pattern
from model.report.report import Report

_ROLE = pattern(r"\{\{([^{}]+)\}\}")


def ready_sentences(report: Report, text_id: str) -> tuple[str, ...]:
    """The sentences that fit the report's tables and do not stand in the text yet, as stored, with live fields."""
    holds = [when for when, is_so in _CONDITIONS.items() if is_so(report)]
    found = (_with_cells(report, words) for when, words in _sentences(text_id) if when in holds)
    return tuple(words for words in found if words and words not in report.text[text_id])


def _with_cells(report: Report, words: str) -> str:
    """A sentence with the cells of the report's form; nothing where it has not all of them."""
    roles = [mark[1] for mark in _ROLE.finditer(words)]
    cells = report.form.each_as(*roles)
    for role, cell in zip(roles, cells, strict=False):
        words = words.replace(f"{{{{{role}}}}}", f"{{{{{cell}}}}}")
    return words if len(cells) == len(roles) else ""


def _is_zero(report: Report, role: str) -> bool | None:
    """Whether nothing happened of what a table counts; None while some of its cells are blank."""
    table = report.form.table_as(role)
    if table is None or any(cell.id in report.blanks for cell in table.number_cells):
        return None
    return not any(report.value(cell.id) for cell in table.number_cells)


_CONDITIONS: dict[str, Callable[[Report], bool]] = {
    "always": lambda _report: True,
    "no_applications": lambda report: _is_zero(report, "applications") is True,
    "applications": lambda report: _is_zero(report, "applications") is False,
    "no_disputes": lambda report: _is_zero(report, "disputes") is True,
    "disputes": lambda report: _is_zero(report, "disputes") is False,
}


def _sentences(text_id: str) -> Iterator[tuple[str, str]]:
    return ((str(entry["when"]), str(entry["words"])) for entry in _all().get(text_id, ()))


@cache
def _all() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads(resources.read_text("words/sentences.json"))
    return found
