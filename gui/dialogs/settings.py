"""The few settings: light or dark, zoom, and where things are kept."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSlider, QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Field
from gui.controls.layouts import Column, Divider, Row
from gui.controls.segments import Segments
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP, Appearance, theme

_WIDTH = 520


class SettingsDialog(Dialog):
    """The dialog; what is changed is changed at once."""

    folder_wanted = Signal()
    """The drafts are to be kept in another folder."""

    def __init__(self, documents: Path, data: Path, parent: QWidget | None = None, *, fixed: str = "") -> None:
        """Show the present settings and the two folders; `fixed` says why the one with the drafts cannot be chosen."""
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle("设置")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._appearance = Segments("appearance", "外观", (("system", "跟随系统"), ("light", "浅色"), ("dark", "深色")))
        self._zoom, self._percent = QSlider(Qt.Orientation.Horizontal), Text("", 15)
        self._zoom.setObjectName("zoom_slider")
        self._zoom.setAccessibleName("缩放")
        self._zoom.setRange(ZOOM_LEAST // ZOOM_STEP, ZOOM_MOST // ZOOM_STEP)
        self._zoom.setPageStep(1)
        close = Button("关闭", "primary", name="settings_close", height=40)
        close.setDefault(True)
        column, foot = Column(self, 24, 16), Row(None, 0, 8)
        column.put(Text("设置", 18, bold=True), Field("外观", self._appearance), self._zoom_field(), Divider())
        change = Button("换文件夹…", "secondary", name="change_documents")
        change.setEnabled(not fixed)
        change.clicked.connect(self._ask_for_folder)
        column.put(self._folder("年报草稿", "open_documents", documents, change))
        if fixed:
            column.put(Text(fixed, 14, color="text2", wrap=True))
        column.put(self._folder("历史版本、恢复文件和日志", "open_data", data))
        foot.addStretch(1)
        foot.put(close)
        column.put(foot)
        self._appearance.chosen.connect(lambda value: theme().set_appearance(cast("Appearance", value)))
        self._zoom.valueChanged.connect(lambda value: theme().set_zoom(value * ZOOM_STEP))
        close.clicked.connect(self.close)
        self._restyle()
        theme().follow(self._restyle)

    def _zoom_field(self) -> Field:
        line = QWidget()
        row = Row(line, 0, 12)
        row.put(self._zoom, stretch=1)
        row.put(self._percent)
        return Field("缩放", line, "也可以按 Ctrl+加号、Ctrl+减号，Ctrl+0 回到 100%")

    def _ask_for_folder(self) -> None:
        self.close()
        self.folder_wanted.emit()

    def _folder(self, label: str, name: str, folder: Path, *more: QWidget) -> QWidget:
        line, words = QWidget(), Column(None, 0, 2)
        row = Row(line, 0, 12)
        words.put(Text(label, 14, color="text2"), Text(str(folder), 14, wrap=True))
        button = Button("打开", "secondary", name=name)
        button.setAccessibleName(f"打开{label}所在文件夹")
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        row.put(words, stretch=1)
        row.put(button, *more)
        return line

    def _restyle(self) -> None:
        self.setMinimumWidth(theme().px(_WIDTH))
        self._appearance.show_choice(theme().appearance)
        self._zoom.setValue(theme().zoom // ZOOM_STEP)
        self._percent.setText(f"{theme().zoom}%")
