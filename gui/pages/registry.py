"""The one table of pages: what each is called, how it is drawn in the rail, how it is built, how far it is.

A new page is one entry here and its own folder.
"""

from collections.abc import Callable
from typing import Literal

from gui.pages.agency.page import AgencyPage
from gui.pages.finish.page import FinishPage
from gui.pages.page import Page, PageContext
from gui.pages.prose.page import ProsePage
from gui.pages.table.page import NumbersPage
from gui.services.words import PART_NAMES, part_of
from model.form.form import Form, Section
from model.report.change import WHOLE
from model.session.progress import State
from model.session.session import Session
from model.structs import Struct


class PageEntry(Struct, frozen=True):
    """One page.

    Attributes:
        id: its name in the program.
        name: its short name.
        build: makes it.
        state: how far it is; None where that cannot be said of it.
        section: the part of the report it shows, or `WHOLE`; empty where that is called as the page is, or is none.
        sign: its icon in the rail; where it has none, its numeral is shown.
        numeral: the numeral of the section, such as 三.
        divided: whether a line in the rail parts it from those before.
        findings: whether the findings stand beside it: open, folded and only where there are any, or not at all.
    """

    id: str
    name: str
    build: Callable[[PageContext], Page]
    state: Callable[[Session], State] | None = None
    section: str = ""
    sign: str = ""
    numeral: str = ""
    divided: bool = False
    findings: Literal["open", "folded", "none"] = "open"


class Pages:
    """The pages of one report in their order."""

    def __init__(self, form: Form) -> None:
        """Make the table: the agency, the sections of the form, the end."""
        short = PART_NAMES | {table.id: table.short for table in form.tables}
        sections = [
            _section(section, short[section.id], first=not index) for index, section in enumerate(form.sections)
        ]
        found = (*BEFORE, *sections, *AFTER)
        self.entries = {entry.id: entry for entry in found}
        self.by_section = {entry.section or entry.id: entry for entry in found}
        self._order = list(self.entries)

    @property
    def first(self) -> PageEntry:
        """The page that work begins on."""
        return self.entries[self._order[0]]

    def of_section(self, section: str) -> PageEntry:
        """The page that shows a section of the report; that of the whole for what has no page of its own."""
        return self.by_section.get(part_of(section), self.by_section[WHOLE])

    def number(self, page: str) -> int:
        """The place of a page among the others, from 0.

        Raises:
            ValueError: there is no such page.
        """
        return self._order.index(page)

    def step_from(self, page: str, step: int) -> PageEntry | None:
        """The page so many steps further on, or back; None beyond the ends."""
        index = self.number(page) + step
        return self.entries[self._order[index]] if 0 <= index < len(self._order) else None


def _state_of(part: str) -> Callable[[Session], State]:
    return lambda session: session.state(part)


_AGENCY = PageEntry(
    "agency",
    PART_NAMES["agency"],
    lambda context: AgencyPage(context.bridge),
    _state_of("agency"),
    sign="building_government",
    findings="folded",
)
_FINISH = PageEntry(
    "finish",
    PART_NAMES[WHOLE],
    lambda context: FinishPage(context.bridge, context.path),
    _state_of(WHOLE),
    WHOLE,
    sign="document_checkmark",
    divided=True,
    findings="none",
)


BEFORE, AFTER = (_AGENCY,), (_FINISH,)
"""The pages before and after those of the form's sections."""


def _section(section: Section, name: str, *, first: bool) -> PageEntry:
    def build(context: PageContext) -> Page:
        kind = NumbersPage if section.table else ProsePage
        return kind(section.id, context.bridge)

    return PageEntry(
        section.id,
        name,
        build,
        _state_of(section.id),
        numeral=section.heading[0],
        divided=first,
    )
