"""Ready sentences for a text, which are offered and never written by themselves: `resources/words/sentences.json`."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import resources
from model.language.patterns import pattern
from model.report.fields import fields
from model.report.report import Charged, Report

_ROLE = pattern(r"\{\{([^{}]+)\}\}")


def ready_sentences(report: Report, text_id: str) -> tuple[str, ...]:
    """The sentences that fit the report's tables and do not stand in the text yet, as stored, with live fields.

    One whose cells are all blank would say 0 of what nobody has counted yet.
    """
    holds = [when for when, is_so in _CONDITIONS.items() if is_so(report)]
    found = (_with_cells(report, words) for when, words in _sentences(text_id) if when in holds)
    open_ones = (words for words in found if words and words not in report.text[text_id])
    return tuple(words for words in open_ones if _is_counted(report, words))


def _is_counted(report: Report, words: str) -> bool:
    """Whether of the typed cells of a sentence at least one is filled in, if it has any."""
    cells = {field.cell_id for field in fields(words)} & set(report.form.typed)
    return not cells or bool(cells - set(report.blanks))


def _with_cells(report: Report, words: str) -> str:
    """A sentence with the cells of the report's form; nothing where it has not all of them."""
    roles = [mark[1] for mark in _ROLE.finditer(words)]
    cells = report.form.each_as(*roles)
    for role, cell in zip(roles, cells, strict=False):
        words = words.replace(f"{{{{{role}}}}}", f"{{{{{cell}}}}}")
    return _with_figures(report, words) if len(cells) == len(roles) else ""


def _with_figures(report: Report, words: str) -> str:
    """A sentence with the figures that stand in no cell: numbers of posts, and what a ledger says of fees."""
    fees = charged(report)
    figures = {"posts": "、".join(_posts(report))}
    if fees is not None:
        figures |= {"fee_count": str(fees.count), "fee_amount": f"{fees.amount:f}"}
    for name, said in figures.items():
        words = words.replace(f"[{name}]", said)
    return words


def _posts(report: Report) -> Iterator[str]:
    """What each channel published, those that published nothing left out."""
    for channel, words in _all()["channels"].items():
        if channel in report.posts and report.posts[channel].count:
            yield f"{words}{report.posts[channel].count}条"


def charged(report: Report) -> Charged | None:
    """What the ledger says of 信息处理费 for the report's year; None where it says nothing."""
    ledger = report.ledger
    return ledger.fees if ledger is not None and ledger.year == report.year else None


def _has_fees(report: Report) -> bool:
    fees = charged(report)
    return fees is not None and fees.count > 0


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
    "posts": lambda report: any(_posts(report)),
    "fees": _has_fees,
    "no_fees": lambda report: not _has_fees(report),
}


def _sentences(text_id: str) -> Iterator[tuple[str, str]]:
    return ((str(entry["when"]), str(entry["words"])) for entry in _all().get(text_id, ()))


@cache
def _all() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.read_text("words/sentences.json"))
    return found
