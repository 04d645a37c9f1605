"""What every page of an open report is, for whatever stands around it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.session.bridge import Bridge
from model.report.change import Change, Place
from model.structs import Struct


class PageContext(Struct, frozen=True):
    """What a page is built from: the open session, and the file that gives exports their place and name."""

    bridge: Bridge
    path: Path


class Status(Struct, frozen=True):
    """How a page stands, for the bar at the foot: a line, its icon, and the name of the icon's colour."""

    words: str = ""
    sign: str = ""
    color: str = ""


class Page(QWidget):
    """One page. A subclass says what it shows; its signals ask for what only the window around it can do."""

    message = Signal(str)
    """One quiet line."""
    place = Signal(object)
    """A `Place` of the report that is to be shown."""
    go_to = Signal(object)
    """The `Finding` whose place is to be shown."""
    dismiss = Signal(object)
    """The findings of one cause that are to be answered with a reason."""
    fix = Signal(object)
    """The findings whose cures are to be made."""
    confirm = Signal(object)
    """The findings about the source that are confirmed."""
    last_year_wanted = Signal()
    """Last year's report is to be brought in."""
    comparison_wanted = Signal()
    """The report is to be compared with what was published of it."""
    asked = Signal(str)
    """The name of a `gui.controls.draft_menu.DraftAction` that is wanted for the open draft."""
    explanation_wanted = Signal()
    """What belongs into the place where the clerk is is to be explained, or no longer."""
    book_wanted = Signal(str)
    """The id of the book (see `gui.help.books`) that is to be opened."""
    ledger_wanted = Signal()
    """The table's figures are to be counted from a ledger."""
    sheets_wanted = Signal()
    """The table's figures are to be gathered from the 科室 of the agency."""
    status_changed = Signal()
    """What the bar at the foot says of the page is another now."""

    def go(self, place: Place) -> None:
        """Put the keyboard on a place of the page."""
        raise NotImplementedError

    def show_found(self, place: Place) -> None:
        """Show words that were looked for, selected."""
        self.go(place)

    def apply(self, change: Change) -> None:
        """Show what changed."""
        raise NotImplementedError

    def where(self) -> Place:
        """Where the clerk is on the page."""
        raise NotImplementedError

    def status(self) -> Status | QWidget:
        """How the page stands, in words or a widget of its own; asked for after every change while it is in sight."""
        return Status()

    def take_explained(self) -> bool:
        """Make the cure that the page is explaining just now; whether there was one."""
        return False

    def set_narrow(self, *, narrow: bool) -> None:
        """Say less at the foot in a narrow window."""

    def close_down(self) -> None:
        """Wait for what is under way; the page is not used after that."""
