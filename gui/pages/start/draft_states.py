"""What the checks say of how far a draft of the list is; loaded when they have said it."""

from collections.abc import Mapping

from model.report.change import WHOLE
from model.session.progress import State


def shown(states: Mapping[str, State]) -> list[State]:
    """The states of the pages; the last page of a report that is not begun is not wrong yet."""
    every = list(states.values())
    return every if _begun(states) else [*every[:-1], State("empty")]


def counts(states: Mapping[str, State]) -> tuple[int, int]:
    """How many errors and warnings there are in a report that is begun."""
    whole = states[WHOLE]
    return (whole.errors, whole.warnings) if _begun(states) else (0, 0)


def word(states: Mapping[str, State]) -> str:
    """How far it is."""
    if all(state.word == "done" for state in states.values()):
        return "填好了"
    return "填写中" if _begun(states) else "刚开始"


def _begun(states: Mapping[str, State]) -> bool:
    return any(state.word != "empty" for page, state in states.items() if page not in ("agency", WHOLE))
