"""Checks in the clerk's pauses: in slices between which keys have their turn, dropped when typing goes on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.session import checking
from gui.session.bridge import Bridge
from model.checks import CHECKS, Check
from model.drafts.draft import Draft, load
from model.session.edits import set_text
from model.session.session import Session
from tests.gui.driving import wait

if TYPE_CHECKING:
    from model.report.change import Change

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
READING = [code for code, entry in CHECKS.items() if "overview" in entry.parts]
"""The checks that have to run again when the overview is edited."""
LONG = "聚焦重点领域，持续加大主动公开力度，确保政务信息及时准确地向社会公布。\n" * 550


class Counted(Session):
    """A session that notes which checks run on it in slices."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft, date(2025, 1, 9))
        self.ran: list[str] = []

    def check(self, entry: Check) -> None:
        self.ran.append(entry.code)
        super().check(entry)


@pytest.fixture
def bridge(qapp: QApplication) -> Iterator[Bridge]:
    """A text nearly as long as a draft holds; every check is a slice of its own."""
    assert qapp
    assert len(LONG) >= 19_000
    made = Bridge(Counted(Draft(load(SEED).report.with_text("overview", LONG))))
    yield made
    made.close()


def ran(bridge: Bridge) -> list[str]:
    assert isinstance(bridge.session, Counted)
    return bridge.session.ran


def test_no_check_of_the_texts_runs_at_the_key_and_those_that_read_the_text_in_the_pause(bridge: Bridge) -> None:
    told: list[bool] = []
    bridge.checked.connect(lambda: told.append(True))
    bridge.do(set_text("overview", LONG + "共XX件。", alone=True))
    assert ran(bridge) == []
    wait(lambda: bool(told))
    assert ran(bridge) == READING
    assert "Y-04" in {finding.check for finding in bridge.session.findings}


def test_what_waits_has_its_turn_between_the_slices(bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "SLICE_MS", 0.001)
    turns: list[int] = []
    key = QTimer(interval=0)
    key.timeout.connect(lambda: turns.append(len(ran(bridge))))
    key.start()
    told: list[bool] = []
    bridge.checked.connect(lambda: told.append(True))
    bridge.do(set_text("overview", LONG + "又。", alone=True))
    wait(lambda: bool(told))
    key.stop()
    assert len(set(turns)) > len(READING) // 2


def test_typing_on_drops_what_has_not_run_and_begins_anew(bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "SLICE_MS", 0.001)
    heard: list[Change] = []
    bridge.do(set_text("overview", LONG + "共XX", alone=True))
    wait(lambda: len(ran(bridge)) > 3)
    assert len(ran(bridge)) < len(READING)
    first = len(ran(bridge))
    with monkeypatch.context() as without_a_pause:
        without_a_pause.setattr(checking, "PAUSE_MS", 10_000_000)
        bridge.do(set_text("overview", LONG + "共XX件", alone=True))
        bridge.changed.connect(heard.append)
        QTest.qWait(20)
        assert len(ran(bridge)) == first
    bridge.do(set_text("overview", LONG + "共XX件。", alone=True))
    wait(lambda: len(ran(bridge)) == first + len(READING))
    wait(lambda: bool(heard))
    assert ran(bridge)[first:] == READING


def test_closing_or_checking_at_once_leaves_nothing_to_run(bridge: Bridge) -> None:
    bridge.do(set_text("overview", LONG + "共XX件。", alone=True))
    assert bridge.recheck().findings
    QTest.qWait(2 * checking.PAUSE_MS)
    assert ran(bridge) == []
