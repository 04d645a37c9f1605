"""The clerk's answers about a file as plain values that can be kept, and back."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from gui.pages.review.words import entered
from importers.answers import Question, Reply
from model.form.entry import parse_entry
from model.form.form import CellError, Form, Value, format_value


def packed_replies(replies: Mapping[Question, Reply]) -> list[dict[str, Any]]:
    """Replies in the order they were given, each with what identifies its question."""
    return [
        {"doubts": _key(question), "right": reply.right, "value": _words(reply.value)}
        for question, reply in replies.items()
    ]


def replies_in(packed: object, questions: Iterable[Question]) -> Iterator[tuple[Question, Reply]]:
    """The replies that still answer one of some questions; what else is kept is passed over."""
    known = {str(_key(question)): question for question in questions}
    for entry in packed if isinstance(packed, list) else ():
        question = known.get(str(entry.get("doubts"))) if isinstance(entry, dict) else None
        if question is not None:
            with suppress(CellError):
                yield question, _reply(question, entry)


def packed_figures(numbers: Mapping[str, Value]) -> dict[str, str]:
    """Figures as words."""
    return {cell: format_value(value) for cell, value in numbers.items()}


def figures_in(packed: object, form: Form) -> dict[str, Value] | None:
    """The figures again; None where none are kept, or one cannot be read."""
    if not isinstance(packed, dict):
        return None
    found: dict[str, Value] = {}
    for cell, words in packed.items():
        try:
            value = parse_entry(str(words), form.cells[cell].kind)
        except (KeyError, CellError):
            return None
        if value is not None and not form.cells[cell].computed:
            found[cell] = value
    return found


def _key(question: Question) -> list[list[str]]:
    return [[doubt.place, doubt.printed, doubt.taken] for doubt in question.doubts]


def _words(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return format_value(value)  # type: ignore[arg-type]


def _reply(question: Question, entry: Mapping[str, Any]) -> Reply:
    right, words = entry.get("right") is True, entry.get("value")
    return Reply(right) if right or not isinstance(words, str) else Reply(right, entered(question, words))
