"""审核汇总 in place of the start screen: begun there, left to it; what it needs is imported when it is first wanted."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.services.preload import Preload, modules_of
from gui.shell.stage import Stage

if TYPE_CHECKING:
    from gui.desk.page import DeskPage

ENDING = ".nianbao-desk"
_NAME = "审核汇总"
_NEEDED = ("importers.many", "model.review", "export.many", "gui.source", "gui.desk")


class Desks(QObject):
    """Opens and leaves the desk."""

    def __init__(self, stage: Stage, preload: Preload, open_soon: Callable[[Path], None]) -> None:
        """Take where it is shown, what is imported before it, and what opens a draft."""
        super().__init__(stage)
        self._stage, self._before, self._open_soon = stage, preload, open_soon
        self._own = Preload(("lxml.etree", "openpyxl", *modules_of(_NEEDED)), self)
        self.page: DeskPage | None = None
        self._aside: DeskPage | None = None
        """The desk whose sum is open as a report: it is shown again when the clerk goes back from that."""

    def begin(self, files: Sequence[Path] = ()) -> None:
        """Show the questions, with what was dropped; a desk of before is opened at once."""
        self._before.before(lambda: self._own.before(lambda: self._show(files)))

    def take(self, files: Sequence[Path]) -> None:
        """Take what was dropped on the window: into the desk that is shown, or else a desk is begun with it."""
        if self.page is None or ENDING in {file.suffix for file in files}:
            self.begin(files)
        else:
            self.page.take(files)

    def leave(self) -> None:
        """Show the start screen again, if the desk is shown."""
        self._end_aside()
        if self.page is not None:
            page, self.page = self.page, None
            page.close_down()
            self._stage.put_away(page)
            self._stage.show_start()

    def put_aside(self) -> None:
        """Keep the desk where it is, as the sum it made is open in its place."""
        if self.page is not None:
            self.page, self._aside = None, self.page

    def come_back(self) -> None:
        """Show the desk as it was, where the report that was left is the sum it made."""
        if self._aside is not None:
            self.page, self._aside = self._aside, None
            self._stage.put(self.page, _NAME)

    def drop(self) -> None:
        """End what is under way, as the window is closed."""
        self._own.stop()
        self._end_aside()
        if self.page is not None:
            self.page.close_down()

    def _end_aside(self) -> None:
        if self._aside is not None:
            page, self._aside = self._aside, None
            page.close_down()
            self._stage.put_away(page)

    def _show(self, files: Sequence[Path]) -> None:
        from gui.desk.page import DeskPage

        if self._stage.report is not None:
            return
        self.leave()
        page = self.page = DeskPage(self._stage.documents, self._stage.today)
        page.left.connect(self.leave)
        page.summed.connect(self._open_soon)
        self._stage.put(page, _NAME)
        desks = [file for file in files if file.suffix == ENDING]
        if desks:
            page.open_desk(desks[0])
        elif files:
            page.begin.take(files)
