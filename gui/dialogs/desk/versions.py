"""历史版本: the earlier versions of a draft by day, each laid beside the present one, and put back whole or in part."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row
from gui.controls.plain import set_tip
from gui.controls.text import Text
from gui.dialogs.desk.difference_view import DifferenceView, Side
from gui.dialogs.opening import Dialog
from gui.look.theme import theme
from gui.services.moments import moment_words
from model.desk.differences import in_words
from model.drafts import saved_words
from model.drafts.draft import load
from model.drafts.history import Generation
from model.files.problems import FileProblem
from model.report.report import Report
from model.session.earlier import FIXED

_WIDTH, _HEIGHT, _LIST = 1120, 600, 330
_KNOWN = 40
"""So many versions that were read stay in memory."""
_NO_DRAFT = "草稿现在打不开，不能并排比较；可以恢复到这个版本。"
_FIRST = "留着的最早一份"


class VersionsDialog(Dialog):
    """The dialog; of each version in sight it says what changed in it, read when it comes into sight."""

    looked_at = Signal(object)
    """The `Generation` that is to be looked at."""
    restored = Signal(object)
    """The `Generation` that is to take the draft's place."""
    part_restored = Signal(object, str)
    """The `Generation` of which one part is to be put back, and the part's id."""

    def __init__(
        self,
        name: str,
        generations: Sequence[Generation],
        present: Report | None,
        parent: QWidget | None = None,
        *,
        fixed: bool = False,
    ) -> None:
        """List the versions of a draft.

        Args:
            name: what the draft is called.
            generations: its versions, newest first.
            present: what is in it now; None where it cannot be read.
            parent: the window.
            fixed: whether the draft can only be looked at, and nothing put back.
        """
        super().__init__(parent)
        self.setObjectName("versions_dialog")
        self.setWindowTitle("历史版本")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._generations, self._present, self._fixed = list(generations), present, fixed
        self._reports: dict[Generation, Report | None] = {}
        self._list, self._view = QListWidget(), DifferenceView()
        self._when = Text("", 16, bold=True, wrap=True)
        self._what = Text("", color="text2", wrap=True)
        self._what.setObjectName("version_changes")
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell_next)
        column = Column(self, 24, 12)
        said = saved_words.LOOKING if generations else "还没有历史版本。"
        column.put(Text(f"“{name}”的历史版本", 18, bold=True, wrap=True), Text(said, color="text2", wrap=True))
        column.put(self._middle(), stretch=1)
        column.put(self._foot())
        self.take_room(_WIDTH, _HEIGHT)
        self._fill()

    def _middle(self) -> QWidget:
        middle, right = QWidget(), Column(None, 0, 8)
        row = Row(middle, 0, 16)
        self._list.setObjectName("versions_list")
        self._list.setAccessibleName("历史版本，新的在前")
        self._list.setFixedWidth(theme().px(_LIST))
        self._list.setWordWrap(True)
        self._list.setSpacing(1)
        self._list.currentRowChanged.connect(lambda _row: self._show())
        self._list.itemActivated.connect(lambda _item: self._choose(self.looked_at))
        self._list.verticalScrollBar().valueChanged.connect(lambda _value: self._soon.start())
        self._view.taken.connect(self._choose_part)
        right.put(self._when, self._what)
        right.put(self._view, stretch=1)
        row.put(self._list)
        row.put(right, stretch=1)
        return middle

    def _foot(self) -> Row:
        foot = Row(None, 0, 8)
        close = Button("关闭", "ghost", name="versions_close", height=40)
        restore = Button("恢复到这个版本", "secondary", name="version_restore", height=40)
        look = Button("打开看整份", "primary", name="version_look", height=40)
        close.clicked.connect(self.close)
        restore.clicked.connect(lambda: self._choose(self.restored))
        look.clicked.connect(lambda: self._choose(self.looked_at))
        look.setEnabled(bool(self._generations))
        restore.setEnabled(bool(self._generations) and not self._fixed)
        look.setDefault(True)
        foot.addStretch(1)
        foot.put(close, restore, look)
        return foot

    def _fill(self) -> None:
        """A line for every version under the day it was kept; what changed in it comes when it is in sight."""
        last = ""
        for number, generation in enumerate(self._generations):
            day = moment_words(generation.at).rpartition(" ")[0]
            if day != last:
                last, heading = day, QListWidgetItem(day)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self._list.addItem(heading)
            item = QListWidgetItem(_words(generation, "…"))
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setSizeHint(QSize(0, theme().px(64)))
            self._list.addItem(item)
        if self._generations:
            self._list.setCurrentRow(1)
            self._soon.start()

    def _tell_next(self) -> None:
        """Say of the first version in sight of which it is not said yet what changed, and go on."""
        for row in self._rows_in_sight():
            item = self._list.item(row)
            number = item.data(Qt.ItemDataRole.UserRole)
            if number is not None and item.text().endswith("…"):
                item.setText(_words(self._generations[number], self._changed(number)))
                set_tip(item, item.text())
                self._soon.start()
                return

    def _rows_in_sight(self) -> range:
        area = self._list.viewport().rect()
        first, last = self._list.indexAt(area.topLeft()), self._list.indexAt(area.bottomLeft())
        end = last.row() if last.isValid() else self._list.count() - 1
        return range(max(first.row(), 0), end + 1)

    def _changed(self, number: int) -> str:
        """What changed from the version before to this one."""
        report = self._report(self._generations[number])
        if report is None:
            return "读不出来"
        before = self._report(self._generations[number + 1]) if number + 1 < len(self._generations) else None
        return _FIRST if before is None else in_words(before, report)

    def _report(self, generation: Generation) -> Report | None:
        if generation not in self._reports:
            if len(self._reports) >= _KNOWN:
                del self._reports[next(iter(self._reports))]
            self._reports[generation] = _read(generation)
        return self._reports[generation]

    def _show(self) -> None:
        """Lay the chosen version beside the present one."""
        generation = self._chosen()
        if generation is None:
            return
        at = moment_words(generation.at)
        self._what.setText(f"这一次改了：{self._changed(self._generations.index(generation))}")
        self._when.setText(f"{at}　与现在的草稿相比")
        report = self._report(generation)
        if report is None:
            self._view.show_words("这个版本读不出来，可能已经损坏。")
        elif self._present is None:
            self._view.show_words(_NO_DRAFT)
        else:
            take = "" if self._fixed or report.form.id != self._present.form.id else "恢复这一部分"
            self._view.show_two(Side("现在", self._present), Side(at, report), take, (FIXED,))

    def _chosen(self) -> Generation | None:
        item = self._list.currentItem()
        number = item.data(Qt.ItemDataRole.UserRole) if item else None
        return None if number is None else self._generations[number]

    def _choose(self, signal: SignalInstance) -> None:
        self._end(signal.emit)

    def _choose_part(self, part: str) -> None:
        self._end(lambda generation: self.part_restored.emit(generation, part))

    def _end(self, tell: Callable[[Generation], None]) -> None:
        generation = self._chosen()
        if generation is not None:
            self._soon.stop()
            self.close()
            tell(generation)


def _words(generation: Generation, changed: str) -> str:
    marks = (("公布", generation.published), ("签批", generation.signed))
    marked = "、".join(f"{what}时的内容" for what, mark in marks if mark)
    said = f"　{marked}" if marked else ""
    saved = f"第 {generation.revision} 次保存" if generation.revision else "最初的内容"
    return f"{generation.at.astimezone():%H:%M}　{saved}{said}\n{changed}"


def _read(generation: Generation) -> Report | None:
    with suppress(FileProblem):
        return load(generation.path).report
    return None
