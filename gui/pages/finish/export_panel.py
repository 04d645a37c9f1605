"""The export and what came of it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from export.exporters import REPORT, FileFormat
from gui.controls.buttons import Button, Kind
from gui.controls.flow import Flow
from gui.controls.layouts import Card, Column, Row
from gui.controls.plain import set_tip
from gui.controls.text import Text, severity_sign, severity_sign_of

if TYPE_CHECKING:
    from export.writer import Comparison

ExportState = Literal["", "checked", "same", "edited", "gone", "unreadable", "changed"]
"""What has become of an export: not known yet, read back just now, the file as it was written, the file edited since,
the file gone, the file there but not to be read, the report changed since."""
_STATES: dict[ExportState, tuple[str, bool]] = {
    "": ("已导出", True),
    "checked": ("已导出，并读回核对", True),
    "same": ("已导出，那个文件没有变", True),
    "edited": ("已导出，那个文件后来改过", False),
    "gone": ("已导出，但文件不在原处了", False),
    "unreadable": ("已导出，但那个文件现在读不了", False),
    "changed": ("导出后又改过，请重新导出", False),
}


class ExportPanel(QWidget):
    """A button for each kind of file, the progress, and the card that says what was written and how it was checked."""

    wanted = Signal(object)
    """The `FileFormat` of the button that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the panel before any export."""
        super().__init__(parent)
        self.setObjectName("export_panel")
        self.path = Path()
        self._usual = REPORT.formats[0]
        self.export = self._button(self._usual, "primary", 44)
        self.others = tuple(self._button(kind, "secondary", 36) for kind in REPORT.formats[1:])
        self.elsewhere = Button("导出到别处…", "link", name="export_elsewhere", height=32)
        """The way to another place; the page puts it where there is room for it."""
        self.open_file = Button("打开文件", "primary", name="open_file", sign="open", height=42)
        self.open_folder = Button("打开所在文件夹", "secondary", name="open_folder", sign="folder_open", height=42)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("正在导出")
        self._line = Text("", 14, color="text2", wrap=True)
        self._line.setObjectName("export_line")
        self.result = self._result()
        column = Column(self, 0, 8)
        column.put(self.export, self._other_kinds(), self._progress, self._line)
        self.result.hide()
        self._progress.hide()
        self._line.hide()

    def show_busy(self, kind: FileFormat) -> None:
        """Say that a kind of file is being written."""
        self._progress.show()
        self._enable(enabled=False)
        self._say(f"正在写 {kind.name} 文件，并读回核对……", "text2")

    def show_done(self, path: Path, compared: "Comparison", at: datetime, errors: int) -> None:
        """Show what was written and what was compared, and name the errors that are still open, once."""
        self._end()
        self._verdict.setText(f"{compared.numbers} 个数据、{compared.headings} 个部分逐一核对一致")
        self._show_file(path)
        self.show_state("checked")
        where = f"{at:%H:%M} 导出到“{path.parent.name}”文件夹"
        self._say(
            f"{where}。还有 {errors} 个错误没改，公布前请改好再导出。" if errors else where,
            "warn" if errors else "text2",
        )
        self.open_file.setFocus()

    def show_earlier(self, path: Path, at: datetime | None) -> None:
        """Show an export of an earlier day, of which `show_state` then says what has become."""
        self._show_file(path)
        moment = f"{at.astimezone():%Y-%m-%d %H:%M} " if at else ""
        self._say(f"{moment}导出到“{path.parent.name}”文件夹", "text2")
        self.show_state("")

    def show_state(self, state: ExportState, usual: Literal["never", "same", "changed"] = "same") -> None:
        """Say what has become of the export; see `ExportState`.

        The usual kind of file stands out unless it is `usual` that it was exported as the report is now: a Word file
        that says something else must not hide behind a PDF that was written since.
        """
        heading, good = _STATES[state]
        name = "ok" if good else "warn"
        self.result.set_colours(f"{name}_tint", f"{name}_edge")
        self._sign.set_sign(*severity_sign_of("ok" if good else "warning"), filled=True)
        self._heading.setText(heading)
        self._heading.set_color(name)
        self._verdict.setVisible(state == "checked")
        self.open_file.setEnabled(state != "gone")
        self.open_file.set_kind("primary" if good else "secondary")
        self.export.set_kind("tonal" if good and usual == "same" else "primary")
        self.export.set_words(f"{'' if usual == 'never' else '重新'}导出 {self._usual.name}")

    def _show_file(self, path: Path) -> None:
        self.path = path
        self._name.setText(path.name)
        set_tip(self._name, str(path))
        self.result.show()

    def show_failed(self, why: str) -> None:
        """Say why nothing was written."""
        self._end()
        self._say(f"没有导出：{why}", "error")

    def _end(self) -> None:
        self._progress.hide()
        self._enable(enabled=True)

    def _enable(self, *, enabled: bool) -> None:
        for button in (self.export, *self.others):
            button.setEnabled(enabled)

    def _button(self, kind: FileFormat, look: Kind, height: int) -> Button:
        usual = look == "primary"
        button = Button(
            f"导出 {kind.name}" if usual else kind.name,
            look,
            name=f"export_{kind.id}",
            sign="document_text" if usual else "",
            height=height,
            px=16 if usual else 15,
        )
        button.setAccessibleName(f"导出 {kind.name}")
        button.fill_width()
        button.clicked.connect(lambda: self.wanted.emit(kind))
        return button

    def _other_kinds(self) -> QWidget:
        """The further kinds of file in a row; nothing where there is only the usual one."""
        line = QWidget()
        Flow(line).put(*self.others)
        if not self.others:
            line.hide()
        return line

    def _say(self, words: str, color: str) -> None:
        self._line.setText(words)
        self._line.set_color(color)
        self._line.show()

    def _result(self) -> Card:
        card = Card("ok_tint", "ok_edge", 10)
        card.setObjectName("export_result")
        self._sign = severity_sign("ok", 22)
        self._heading = Text("", 16, bold=True, wrap=True)
        self._heading.setObjectName("export_heading")
        self._verdict = Text("", 16, bold=True, wrap=True)
        self._verdict.setObjectName("export_verdict")
        self._name = Text("", color="text2", wrap=True)
        column, head, ways_on = Column(card, (16, 14, 16, 14), 8), Row(None, 0, 8), Flow(row_gap=8)
        head.put(self._sign)
        head.put(self._heading, stretch=1)
        self.open_file.fill_width()
        self.open_folder.fill_width()
        ways_on.put(self.open_file, self.open_folder)
        column.put(head, self._verdict, self._name)
        column.addLayout(ways_on)
        return card
