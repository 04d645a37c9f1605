"""按行名粘贴: what of a pasted block goes where, before it is done, as its labels and the place do not agree."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Flowing, Row, Scroll
from gui.controls.text import Text
from gui.dialogs.opening import Dialog

_WIDTH, _HEIGHT = 620, 440
_ASKED = "粘贴的内容带有行名，与光标所在的位置对不上。将按行名放到下面这些行："


class PastePreview(Dialog):
    """The dialog; nothing is pasted without the answer."""

    agreed = Signal()

    def __init__(self, rows: Sequence[tuple[str, str]], after: str, parent: QWidget | None = None) -> None:
        """Show each row with its figures, and what else is to be said of the block."""
        super().__init__(parent)
        self.setObjectName("paste_preview")
        self.setWindowTitle("按行名粘贴")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = Flowing()
        lines, column, foot = Column(inside, (0, 0, 12, 0), 8), Column(self, 24, 12), Row(None, 0, 8)
        for label, figures in rows:
            line = Column(None, 0, 0)
            line.put(Text(label, 14, bold=True, wrap=True), Text(figures, 14, color="text2", wrap=True))
            lines.put(line)
        lines.addStretch(1)
        agree = Button("按行名粘贴", "primary", name="paste_agree", height=40)
        cancel = Button("取消", "secondary", name="paste_cancel", height=40)
        agree.setDefault(True)
        column.put(Text("按行名粘贴？", 18, bold=True), Text(_ASKED, color="text2", wrap=True))
        column.put(Scroll(inside), stretch=1)
        column.put(Text(after, 14, color="text2", wrap=True))
        foot.addStretch(1)
        foot.put(cancel, agree)
        column.put(foot)
        agree.clicked.connect(self._agree)
        cancel.clicked.connect(self.close)
        self.take_room(_WIDTH, _HEIGHT)

    def _agree(self) -> None:
        self.close()
        self.agreed.emit()
