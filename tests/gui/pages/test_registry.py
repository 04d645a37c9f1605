"""One entry in the table of pages is a page everywhere: in the rail, on the way through, when a draft opens again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.pages import registry
from gui.pages.page import Page
from gui.pages.registry import PageEntry, Pages
from gui.shell.window import MainWindow
from model.report.change import WHOLE, Change, Place
from model.report.report import Report
from tests.forms import FORM
from tests.gui.driving import named, press, settle
from tests.gui.test_window import OFF, opened


class Calendar(Page):
    """A page that shows no part of the report and does not say how far it is."""

    def go(self, place: Place) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        assert place.section == "tried_page"

    def apply(self, change: Change) -> None:
        assert change

    def where(self) -> Place:
        return Place("tried_page")


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> PageEntry:
    """One page more, behind all others."""
    entry = PageEntry("tried_page", "日历", lambda _context: Calendar(), sign="calendar_ltr")
    monkeypatch.setattr(registry, "AFTER", (*registry.AFTER, entry))
    return entry


def test_a_page_that_shows_no_part_of_the_report_is_one_entry(
    window: MainWindow, seed: Report, calendar: PageEntry
) -> None:
    wizard = opened(window, seed.with_number(OFF, 2))
    item = wizard.rail.items[calendar.id]
    assert item.accessibleName() == calendar.name
    press(wizard.rail, f"rail_{calendar.id}")
    assert wizard.page == calendar.id
    assert not item.grab().isNull()
    assert not named(wizard.bottom, type(wizard.bottom.next), "next_page").isVisible()
    press(wizard.bottom, "previous_page")
    assert wizard.page == list(Pages(FORM).entries)[-2]
    press(wizard.bottom, "next_page")
    QTest.keyClick(window, Qt.Key.Key_F8)
    settle()
    assert wizard.page in Pages(FORM).entries
    press(wizard.rail, f"rail_{calendar.id}")
    path = wizard.path
    window.show_start()
    settle()
    assert window.open_file(path)
    settle()
    assert window.wizard is not None
    assert window.wizard.page == calendar.id


def test_what_is_about_the_whole_report_stands_on_its_own_page_wherever_that_is(calendar: PageEntry) -> None:
    pages = Pages(FORM)
    assert list(pages.entries)[-1] == calendar.id
    assert {pages.of_section(section).id for section in (WHOLE, "", "no such part")} == {"finish"}
    assert pages.of_section("preamble").id == pages.of_section("title").id == "agency"
    assert [pages.number(page) for page in pages.entries] == list(range(len(pages.entries)))
