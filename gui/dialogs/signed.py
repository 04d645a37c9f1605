"""Asks on which day the report was signed, and for the scan of what was signed."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.controls.buttons import Button
from gui.controls.day_input import DayInput
from gui.controls.fields import Field
from gui.controls.layouts import Column, Row
from gui.controls.text import Elided, Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme

_WIDTH = 480
_WORDS = (
    "记下现在的内容。以后在这一页随时看得到与签批的是否一致；拿到一个文件，用“与网页核对…”打开它，"
    "就知道是不是签的那一版，审签单也行。"
)
_SCANS = "扫描件 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.ofd);;所有文件 (*)"


class SignedDialog(Dialog):
    """The dialog; `marked` brings the day, and the `Path` of a scan or None."""

    marked = Signal(object, object)

    def __init__(self, version: str, today: date, parent: QWidget | None = None) -> None:
        """Ask, with today filled in; `version` says what is going to be marked."""
        super().__init__(parent)
        self.setObjectName("signed_dialog")
        self.setWindowTitle("标记已签")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme().px(_WIDTH))
        self._scan: Path | None = None
        self._day = DayInput("signed_day", "签批日期")
        self._day.show_day(today, None, today.year)
        self._day_field = Field("签批日期", self._day)
        self._scan_name = Elided("", 13, color="text2")
        choose = Button("附上扫描件…（可不附）", "link", name="signed_scan", height=32)
        save = Button("标记已签", "primary", name="signed_save", height=40)
        cancel = Button("取消", "ghost", name="signed_cancel", height=40)
        save.setDefault(True)
        row, scan = Row(None, 0, 8), Row(None, 0, 8)
        row.addStretch(1)
        row.put(cancel, save)
        scan.put(choose)
        scan.put(self._scan_name, stretch=1)
        column = Column(self, 24, 16)
        column.put(Text("标记已签", 18, bold=True), Text(_WORDS, 14, color="text2", wrap=True))
        column.put(Text(version, 14, wrap=True), self._day_field, scan, row)
        choose.clicked.connect(self._choose)
        save.clicked.connect(self._answer)
        cancel.clicked.connect(self.close)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "签批的扫描件", "", _SCANS)
        if chosen:
            self._scan = Path(chosen)
            self._scan_name.setText(self._scan.name)

    def _answer(self) -> None:
        day = self._day.day
        if day is None:
            self._day_field.set_wrong("请填日期，如 2025年1月15日")
            return
        self.close()
        self.marked.emit(day, self._scan)
