"""The window: the start screen, or an open report."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow

from gui.controls.plain import harmless
from gui.controls.ring import listen
from gui.look.theme import ZOOM_STEP, theme
from gui.services.dropped import dropped_files
from gui.services.preload import Preload
from gui.shell.desks import ENDING, Desks
from gui.shell.stage import Stage

if TYPE_CHECKING:
    from gui.pages.start.page import StartPage
    from gui.shell.importing import Importing
    from gui.shell.opening import Opening
    from gui.shell.window_dialogs import WindowDialogs
    from gui.shell.wizard import Wizard
    from model.drafts.library import Library

TITLE = "年报助手"


class MainWindow(QMainWindow):
    """The one window of the program; it makes the helpers and connects them."""

    closed = Signal()

    def __init__(self, documents: Path, data: Path, today: Callable[[], date], version: Callable[[], str]) -> None:
        """Show the start screen, still without the drafts; `show_start` brings them.

        Args:
            documents: the folder with the drafts.
            data: the folder with the program's own data.
            today: gives the day that is today.
            version: gives the program's version.
        """
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        self.preload = Preload(parent=self, is_open=lambda: self.wizard is not None)
        self.stage = Stage(self, documents, data, today, self.open_file)
        self._version = version
        self.setCentralWidget(self.stage.stack)
        self._connect()
        self._connect_start()
        self._add_shortcuts()

    @property
    def start(self) -> "StartPage":
        """The start screen."""
        return self.stage.start

    @property
    def wizard(self) -> "Wizard | None":
        """The open report."""
        return self.stage.report

    @property
    def reviews_many(self) -> bool:
        """Whether the desk for many reports is shown."""
        return "desks" in self.__dict__ and self.desks.page is not None

    @property
    def library(self) -> "Library":
        """The drafts of this user."""
        return self.stage.library

    # The helpers, each with all that an open report needs: imported after the first screen is painted

    @cached_property
    def opening(self) -> "Opening":
        """How a report is opened, made and closed."""
        from gui.shell.opening import Opening

        made = Opening(self.stage)
        made.clashes = lambda: self.dialogs.clashes
        made.opened.connect(self._connect_report)
        made.restore_wanted.connect(lambda version, path: self.dialogs.put_back(path, version))
        self.closed.connect(made.drop)
        return made

    @cached_property
    def importing(self) -> "Importing":
        """How reports come in."""
        from gui.shell.importing import Importing

        made = Importing(self.stage, self.opening, self.open_soon)
        made.backup_wanted.connect(self._restore_backup)
        made.help.connect(self._help)
        self.closed.connect(made.leave)
        return made

    @cached_property
    def desks(self) -> "Desks":
        """The desk for many reports."""
        made = Desks(self.stage, self.preload, self.open_soon)
        self.opening.opened.connect(made.put_aside)
        self.opening.left.connect(made.come_back)
        self.closed.connect(made.drop)
        return made

    @cached_property
    def dialogs(self) -> "WindowDialogs":
        """What can be asked for."""
        from gui.shell.window_dialogs import WindowDialogs

        return WindowDialogs(self.stage, self.opening, self.importing, self._version)

    # The start screen

    def show_start(self) -> None:
        """Show the drafts as they are now, and as the event loop goes on how far each is."""
        self.stage.show_start()

    def offer_recovery(self) -> None:
        """Say what an earlier run left behind."""
        if self.library.may_have_left:
            self.opening.offer_leftovers()

    def _offer_unsaved(self) -> None:
        """Say again what work never reached its draft, whenever the list is shown after the first time."""
        if self.stage.has_library and self.library.may_have_left:
            self.opening.offer_leftovers(unsaved=True)

    # An open report

    def open_file(self, path: Path, copy: Path | None = None) -> bool:
        """Open a draft; says whether it is open now, and shows a line when it is not.

        Args:
            path: the draft, or a file that turns out to be something else.
            copy: a version or a recovery copy to take the content from.
        """
        return self.opening.open(path, copy)

    def open_soon(self, path: Path) -> None:
        """Open a draft as soon as all that it needs is imported; the window stays alive meanwhile."""
        self.preload.before(lambda: self.opening.open_soon(path))

    def close_report(self) -> bool:
        """Save and close the open report; says whether that was possible, and asks when it was not."""
        return self.wizard is None or self.opening.close()

    def keep_copy(self) -> Path | None:
        """Put the open work into a safe place, as after an error in the program."""
        return self.wizard.bridge.keep_copy() if self.wizard else None

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Save, give the draft free, and close; a report that cannot be saved keeps the window open."""
        if self.wizard is None or self.opening.close(then=self.close):
            self.closed.emit()
            event.accept()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Look whether the folder of the drafts can be used again whenever the window comes to the front."""
        if event.type() == QEvent.Type.ActivationChange:
            self.stage.look_at_folder()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Note from now on whether keys or the mouse are used."""
        super().showEvent(event)
        listen(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files, and mark the place for them."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.start.drop_zone.set_hot(hot=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802
        """Mark the place no longer."""
        self.start.drop_zone.set_hot(hot=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open what was dropped; several files, and a folder, are the reports of many units."""
        self.start.drop_zone.set_hot(hot=False)
        files = dropped_files(event)
        many = len(files) > 1 or (len(files) == 1 and (files[0].is_dir() or files[0].suffix == ENDING))
        if self.wizard is None and files and (many or self.reviews_many):
            self.desks.take(files)
        elif len(files) == 1:
            self.importing.take(files[0])
        elif files:
            self.stage.tell("一次只能打开一个文件。许多单位的报告，请先返回“我的年报”，再一起拖进来。")

    # Connections

    # What is asked for by name goes to a helper that is made only then

    def _help(self) -> None:
        self.dialogs.help()

    def _explain(self) -> None:
        """Explain where the clerk is in an open report; where there is nothing to explain, the whole program."""
        if self.wizard is None or not self.wizard.explain():
            self._help()

    def _settings(self) -> None:
        self.dialogs.settings()

    def _deleted(self) -> None:
        self.dialogs.deleted()

    def _back_up(self) -> None:
        self.dialogs.keeping.back_up()

    def _choose_backup(self) -> None:
        self.dialogs.keeping.choose_backup()

    def _restore_backup(self, path: Path) -> None:
        self.dialogs.keeping.restore(path)

    def _choose_file(self) -> None:
        self.dialogs.choose_file()

    def _new_report(self) -> None:
        self.dialogs.new_report()

    def _from_last_year(self) -> None:
        self.dialogs.from_last_year()

    def _review(self, files: Sequence[Path] = ()) -> None:
        self.desks.begin(files)

    def _paste(self) -> None:
        self.importing.paste()

    def _show_name(self, name: str) -> None:
        self.setWindowTitle(f"{harmless(name)} — {TITLE}" if name else TITLE)

    def _connect(self) -> None:
        self.stage.named.connect(self._show_name)
        self.stage.list_shown.connect(self.preload.start)
        self.stage.list_shown.connect(self._offer_unsaved)
        self.preload.done.connect(self.stage.read_list)
        self.closed.connect(self.preload.stop)
        self.closed.connect(self.stage.end_reading)

    def _connect_report(self, report: "Wizard") -> None:
        report.settings.connect(self.dialogs.settings)
        report.help.connect(self.dialogs.help)
        report.dismiss.connect(self.dialogs.dismiss)
        report.last_year_wanted.connect(self.dialogs.last_year)
        report.comparison_wanted.connect(self.dialogs.comparison)
        report.book_wanted.connect(self.dialogs.book)
        report.ledger_wanted.connect(self.dialogs.ledger)
        report.sheets_wanted.connect(self.dialogs.sheets)
        report.asked.connect(lambda action: self.dialogs.act(action, report.path))
        report.windowTitleChanged.connect(self._show_name)

    def _connect_start(self) -> None:
        start = self.start
        start.new.connect(self._new_report)
        start.open_file.connect(self._choose_file)
        start.from_last_year.connect(self._from_last_year)
        start.pasted.connect(self._paste)
        start.review.connect(self._review)
        start.opened.connect(lambda entry: self.open_soon(entry.path))
        start.restored.connect(lambda entry: self.open_soon(entry.path))
        start.asked.connect(lambda action, entry: self.dialogs.act(action, entry.path))
        start.deleted.connect(self._deleted)
        start.backup.connect(self._back_up)
        start.restore.connect(self._choose_backup)
        start.settings.connect(self._settings)
        start.help.connect(self._help)

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl++": lambda: theme().set_zoom(theme().zoom + ZOOM_STEP),
            "Ctrl+=": lambda: theme().set_zoom(theme().zoom + ZOOM_STEP),
            "Ctrl+-": lambda: theme().set_zoom(theme().zoom - ZOOM_STEP),
            "Ctrl+0": lambda: theme().set_zoom(100),
            "F1": self._explain,
            "Ctrl+O": self._choose_file,
            "Ctrl+N": self._new_report,
        }
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(act)
