"""Decisions on lines of the board: on one of them, and on all at once that want nothing done."""

from collections.abc import Iterable
from datetime import date

from model.review.board import Line
from model.review.desk import Desk, Verdict, beside, decided, judgement
from model.review.telling import Told


def decide(desk: Desk, line: Line, verdict: Verdict | None, said: tuple[tuple[Told, ...], str], today: date) -> Desk:
    """The desk with a decision on a unit's report, or with None without one.

    Args:
        desk: the desk.
        line: the unit; one without a report is left alone.
        verdict: what is decided.
        said: the findings that are chosen, and the remark.
        today: the day.
    """
    if line.row is None:
        return desk
    made = judgement(line.row, verdict, *said, today) if verdict else None
    return decided(desk, line.name, made and beside(made, line.copied))


def pass_all(desk: Desk, lines: Iterable[Line], today: date) -> tuple[Desk, list[Line]]:
    """The desk with all passed that want nothing done, and which they are; no other is touched."""
    passed = [line for line in lines if line.state == "open"]
    for line in passed:
        desk = decide(desk, line, "passed", ((), ""), today)
    return desk, passed
