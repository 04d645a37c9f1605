"""Undo over a long day: what it holds is bounded by size, the oldest steps go, and the newest are all there."""

import gc
import os
from datetime import date
from pathlib import Path

import pytest

from model.drafts.draft import Draft
from model.report.report import Agency, new_report
from model.session.edits import set_number, set_text
from model.session.session import Session
from model.session.undo import LIMIT

EDITS, OF_NUMBERS = 20_000, 100
RECEIVED = "applications.received.natural_person"
LONG = "长" * 4000
KEPT = LIMIT // (2 * len(LONG) + 4000)
"""At least so many steps fit: a text of two bytes a character, and what a step costs by itself."""


def _memory() -> int:
    """What the process holds, in bytes."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="counts what Linux tells of a process")
def test_twenty_thousand_edits_hold_no_more_than_the_limit_and_the_newest_can_be_taken_back() -> None:
    session = Session(Draft(new_report(2024, Agency("某局")).with_text("overview", LONG)), date(2025, 1, 9))
    before = _memory()
    for number in range(1, EDITS + 1):
        if number % OF_NUMBERS:
            session.do(set_text("overview", f"{LONG}{number}", alone=True))
        else:
            session.do(set_number(RECEIVED, number))
    assert _memory() - before < 2 * LIMIT, "20,000 whole texts would be 160 MB"
    taken_back = 0
    for number in range(EDITS, 0, -1):
        if not session.can_undo:
            break
        report = session.report
        found = report.count(RECEIVED) if number % OF_NUMBERS == 0 else report.text.overview.removeprefix(LONG)
        assert str(found) == str(number)
        assert session.undo()
        taken_back += 1
    assert KEPT <= taken_back < EDITS
    while session.can_redo:
        session.redo()
    assert session.report.text.overview == f"{LONG}{EDITS - 1}"
    assert session.report.count(RECEIVED) == EDITS
