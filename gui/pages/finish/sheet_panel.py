"""审签单: the quiet second export of the last page, in any kind of file, and where it went."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from export.exporters import CHECK_SHEET, FileFormat
from gui.controls.buttons import Button
from gui.controls.flow import Flow
from gui.controls.layouts import Column
from gui.controls.plain import set_tip
from gui.controls.text import Text


class SheetPanel(QWidget):
    """The ways to export it, and once it is written the ways to it."""

    wanted = Signal(str)
    """How the name of the wanted kind of file ends."""
    signers_wanted = Signal()
    """The names on it are to be set."""
    opened = Signal(object)
    """The `Path` that is to be opened: the sheet, or its folder."""

    def __init__(self, *, writable: bool = True, parent: QWidget | None = None) -> None:
        """Begin before any sheet; the names on it are set where the draft is `writable`."""
        super().__init__(parent)
        self.setObjectName("sheet_panel")
        self.path = Path()
        self._line = Text("", 14, color="text2", wrap=True)
        self._line.setObjectName("sheet_line")
        self._ways = QWidget()
        ways = Flow(self._ways, 16)
        see = Button("打开审签单", "link", name="open_sheet", height=32)
        folder = Button("打开所在文件夹", "link", name="open_sheet_folder", height=32)
        row = Flow()
        row.put(Text("审签单", 15, bold=True))
        names = Button("姓名…", "link", name="sheet_signers", height=32)
        names.setAccessibleName("审签单上的姓名")
        names.setEnabled(writable)
        names.clicked.connect(self.signers_wanted)
        for kind in CHECK_SHEET.formats:
            row.put(self._way(kind))
        row.put(names)
        ways.put(see, folder)
        self._column = Column(self, 0, 0)
        self._column.addLayout(row)
        self._column.put(self._line, self._ways)
        self._line.hide()
        self._ways.hide()
        see.clicked.connect(lambda: self.opened.emit(self.path))
        folder.clicked.connect(lambda: self.opened.emit(self.path.parent))

    def put_result(self, *, above: bool) -> None:
        """Say what came of it above what is pressed, or below: that stays where it is when the line comes."""
        for widget in (self._line, self._ways):
            self._column.removeWidget(widget)
        at = 0 if above else 1
        self._column.insertWidget(at, self._line)
        self._column.insertWidget(at + 1, self._ways)

    def show_busy(self) -> None:
        """Say that it is being written."""
        self._say("正在校验并写审签单……", "text2")
        self._ways.hide()

    def show_done(self, path: Path) -> None:
        """Say where it is."""
        self.path = path
        self._say(f"审签单已存到“{path.parent.name}”文件夹：{path.name}", "text2")
        self._ways.show()

    def show_failed(self, why: str) -> None:
        """Say why it was not written."""
        self._say(f"没有导出审签单：{why}", "error")
        self._ways.hide()

    def _way(self, kind: FileFormat) -> Button:
        button = Button(kind.name, "secondary", name=f"sheet_{kind.id}", height=34)
        button.fill_width()
        button.setAccessibleName(f"导出审签单，{kind.name}")
        set_tip(button, "写明是哪一版，各环节签字的地方，全部问题、已说明的理由和勾稽关系")
        button.clicked.connect(lambda: self.wanted.emit(kind.suffix))
        return button

    def _say(self, words: str, color: str) -> None:
        self._line.setText(words)
        self._line.set_color(color)
        self._line.show()
