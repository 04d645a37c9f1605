"""What is asked before the board: where the reports are, last year's, and the list of units; or a desk of before."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Card, Column, Ground, Row
from gui.controls.text import Elided, Text
from gui.desk.picking import ask_for_reports, near
from gui.desk.years import YearChoice
from importers.many import names
from model.files.problems import FileProblem
from model.review.desk import Desk, with_files
from model.structs import replace

_ASK = (
    "放着各单位报告的文件夹（Word、网页、PDF、Excel、草稿都行，下级文件夹里的也算），或者许多文件；"
    "拖到这里也行。文件只读，不改动。"
)
_LISTED = 4
_LISTS = "单位名单 (*.xlsx *.xls *.csv *.txt *.docx);;所有文件 (*)"


class BeginView(Ground):
    """The questions; the first is enough."""

    begun = Signal(object)
    """A `Desk`."""
    opened = Signal(object)
    """The `Path` of a desk of before."""
    back = Signal()
    trouble = Signal(str)

    def __init__(self, newest: int, parent: QWidget | None = None) -> None:
        """Ask; the newest year is the last one that is offered."""
        super().__init__("bg", parent=parent)
        self.setObjectName("desk_begin")
        self._reports, self._last_year, self._names = Desk(""), "", tuple[str, ...]()
        self.year = YearChoice("desk_year", newest)
        self._said = {each: Elided("", 15, color="text2") for each in ("folder", "last_year", "names")}
        self.start = Button("开始审核", "primary", name="desk_start", height=44)
        self.start.setEnabled(False)
        self.start.clicked.connect(lambda: self.begun.emit(self.asked_for))
        self._before = QListWidget()
        self._before.setObjectName("desk_before")
        self._before.setAccessibleName("以前的审核汇总")
        self._before.itemActivated.connect(lambda _item: self._open())
        self._paths: Sequence[Path] = ()
        body = QWidget()
        body.setMaximumWidth(900)
        outer = Row(self, (24, 24, 24, 24), 0)
        outer.addStretch(1)
        outer.addWidget(body, 100)
        outer.addStretch(1)
        self._build(Column(body, 0, 14))

    def show_before(self, paths: Sequence[Path]) -> None:
        """List the desks of before."""
        self._paths = paths
        self._before.clear()
        self._before.addItems([path.stem for path in paths])
        self._older.setVisible(bool(paths))

    def say(self, words: str) -> None:
        """Say one line."""
        self._told.setText(words)

    @property
    def asked_for(self) -> Desk:
        """The desk that is to be begun."""
        return replace(self._reports, year=self.year.year, last_year=self._last_year, names=self._names)

    def take(self, dropped: Sequence[Path]) -> None:
        """Take what was dropped: one folder is where the reports are, anything else is added to them."""
        if len(dropped) == 1 and dropped[0].is_dir():
            self.take_folder(dropped[0])
        else:
            self.take_files(dropped)

    def take_folder(self, folder: Path) -> None:
        """Take the folder with the reports."""
        self._take(replace(self._reports, folder=str(folder)))

    def take_files(self, files: Sequence[Path]) -> None:
        """Take further files of reports, and folders."""
        self._take(with_files(self._reports, [str(each.absolute()) for each in files]))

    @property
    def _start(self) -> str:
        """Where to look next: beside what was chosen first; the system's own place where nothing was."""
        return str(near(self._reports, Path())) if self._reports.where else ""

    def _take(self, reports: Desk) -> None:
        self._reports = reports
        names = [Path(each).name for each in reports.files]
        listed = f"：{'、'.join(names[:_LISTED])}{'…' if len(names) > _LISTED else ''}" if names else ""
        self._said["folder"].setText(f"{reports.where}{listed}")
        self.start.setEnabled(True)
        self.start.setFocus()

    def take_last_year(self, folder: Path) -> None:
        """Take the folder with last year's reports."""
        self._last_year = str(folder)
        self._said["last_year"].setText(str(folder))

    def take_names(self, found: Sequence[str]) -> None:
        """Take the list of units."""
        self._names = tuple(found)
        more = "…" if len(found) > _LISTED else ""
        self._said["names"].setText(f"{len(found)} 个单位：{'、'.join(found[:_LISTED])}{more}")

    def _build(self, column: Column) -> None:
        head = Row(None, 0, 12)
        back = Button("返回", "ghost", name="desk_back", sign="arrow_left")
        back.clicked.connect(self.back)
        head.put(back, Text("审核汇总", 26, bold=True))
        head.addStretch(1)
        column.put(head)
        column.put(self._ask_reports(), self._ask_last_year(), self._ask_units())
        row, self._told = Row(None, 0, 8), Text("", 15, color="warn", wrap=True)
        row.put(Text("报告年度", 15, color="text2"), self.year)
        row.put(self._told, stretch=1)
        row.put(self.start)
        column.put(row)
        column.put(self._list_before(), stretch=1)
        column.addStretch(1)

    def _ask_reports(self) -> Card:
        folder = Button("选文件夹…", "tonal", name="desk_folder", sign="folder_open")
        files = Button("选文件…", "secondary", name="desk_files", sign="document_text")
        folder.clicked.connect(lambda: self._ask_folder(self.take_folder))
        files.clicked.connect(self._ask_files)
        return _card("1　各单位今年的报告", _ASK, self._said["folder"], folder, files)

    def _ask_last_year(self) -> Card:
        last_year = Button("选文件夹…", "secondary", name="desk_last_year", sign="folder_open")
        last_year.clicked.connect(lambda: self._ask_folder(self.take_last_year))
        says = "有上年的报告，就同上年对照。没有可以不选。"
        return _card("2　上年的报告（可以不选）", says, self._said["last_year"], last_year)

    def _ask_units(self) -> Card:
        chosen = Button("选文件…", "secondary", name="desk_names", sign="document_text")
        pasted = Button("粘贴名单", "secondary", name="desk_names_paste", sign="clipboard_paste")
        chosen.clicked.connect(self._ask_names)
        pasted.clicked.connect(self._paste_names)
        says = "有名单，就知道谁没有交：Excel、CSV 或文本，一行一个单位；也可以复制一列名称再点“粘贴名单”。"
        return _card("3　应报单位的名单（可以不选）", says, self._said["names"], chosen, pasted)

    def _list_before(self) -> QWidget:
        self._older = QWidget()
        older = Column(self._older, 0, 8)
        resume = Button("接着审核", "secondary", name="desk_resume")
        resume.clicked.connect(self._open)
        line = Row(None, 0, 8)
        line.put(Text("以前的审核汇总", 16, bold=True))
        line.addStretch(1)
        line.put(resume)
        older.put(line)
        older.put(self._before, stretch=1)
        self._older.hide()
        return self._older

    def _ask_folder(self, take: Callable[[Path], object]) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "选文件夹", self._start)
        if chosen:
            take(Path(chosen))

    def _ask_files(self) -> None:
        if chosen := ask_for_reports(self):
            self._reports = replace(self._reports, files=())
            self.take_files(chosen)

    def _ask_names(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "选单位名单", self._start, _LISTS)
        if chosen:
            try:
                self.take_names(names.from_file(Path(chosen)))
            except FileProblem as problem:
                self.trouble.emit(str(problem))

    def _paste_names(self) -> None:
        found = names.from_text(QApplication.clipboard().text())
        if found:
            self.take_names(found)
        else:
            self.trouble.emit("剪贴板里没有单位名称：请先在 Excel 里复制名称那一列，再点“粘贴名单”")

    def _open(self) -> None:
        row = max(0, self._before.currentRow())
        if row < len(self._paths):
            self.opened.emit(self._paths[row])


def _card(heading: str, says: str, value: Text, *buttons: Button) -> Card:
    card = Card("surface", "border", 10)
    column = Column(card, (20, 14, 20, 14), 6)
    row = Row(None, 0, 8)
    row.put(Text(heading, 17, bold=True))
    row.addStretch(1)
    row.put(*buttons)
    column.put(row)
    column.put(Text(says, 14, color="text2", wrap=True), value)
    return card
