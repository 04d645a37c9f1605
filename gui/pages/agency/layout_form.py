"""The choices for the look of the Word report: title, typefaces, spacing, signature."""

from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Choice, Field, LineInput, Tick
from gui.controls.layouts import Column, Row
from gui.controls.segments import Segments
from gui.controls.text import Text
from gui.pages.agency.day_field import DayField
from gui.session.bridge import Bridge
from model.report.change import Place
from model.report.comparison import CHOICES
from model.report.length import TITLE_LIMIT
from model.session.edits import Edit, set_layout
from model.session.entering import enter
from model.structs import replace

_ORDERS, _FONTS = tuple(CHOICES["title_order"].items()), tuple(CHOICES["fonts"].items())
_OWN_TITLE = "这是自己写的标题，单位名称、年份改了不会跟着变。"
_POINTS = {"line_pt": "填 28 到 30 之间的磅数，如 28.95", "table_pt": "填 8 到 12 之间的磅数，如 10.5"}


class LayoutForm(QWidget):
    """The fields; each shows the session and sends its edits there."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the fields and show the open report."""
        super().__init__(parent)
        self.setObjectName("layout_form")
        self._bridge = bridge
        self.title = LineInput("report_title", "标题")
        self._own_title = Field("标题", self.title)
        self._composed = Button("恢复自动标题", "link", name="compose_title", height=32)
        self._order = Segments("title_order", "标题里的先后", _ORDERS)
        self._fonts = Choice("fonts", "字体", _FONTS)
        self._line = LineInput("line_pt", "正文行距")
        self._table = LineInput("table_pt", "表格字号")
        self._line_field = Field("正文行距（磅）", self._line)
        self._table_field = Field("表格字号（磅）", self._table)
        self._signature = Tick("signature", "文末落款（机关名称和日期）")
        self._day_field = DayField(bridge, "signature_date", "落款日期", "空着用公布的日子")
        self._lay_out()
        self._connect()
        self.show_report()

    def show_report(self) -> None:
        """Show the session's value in every field that shows another."""
        report, layout = self._bridge.session.report, self._bridge.session.report.layout
        unread = report.as_typed.get("title")
        self.title.show_text(report.title_text if unread is None else unread)
        self._own_title.set_wrong("" if unread is None else f"标题太长（{len(unread)} 字），最多 {TITLE_LIMIT} 字")
        self._composed.setVisible(report.title is not None or unread is not None)
        if unread is None:
            self._own_title.set_caption("" if report.title is None else _OWN_TITLE)
        self._order.show_choice(layout.title_order)
        self._order.setEnabled(report.title is None)
        self._fonts.show_choice(layout.fonts)
        self._show_points(self._line_field, "line_pt", layout.line_pt)
        self._show_points(self._table_field, "table_pt", layout.table_pt)
        self._day_field.show_day(layout.signature_date)
        self._signature.setChecked(layout.signature)
        self._day_field.setVisible(layout.signature or "signature_date" in report.as_typed)

    def _show_points(self, field: Field, name: str, points: Decimal) -> None:
        """Show a measure in points, or what was typed and is none."""
        unread, line = self._bridge.session.report.as_typed.get(name), field.content
        if isinstance(line, LineInput) and (unread is not None or _number(line.text()) != points):
            line.show_text(f"{points:f}" if unread is None else unread)
        field.set_wrong("" if unread is None else _POINTS[name])

    def input(self, name: str) -> QWidget | None:
        """The input of a field by the layout's attribute, or `title`."""
        found: dict[str, QWidget] = {
            "title": self.title,
            "title_order": self._order,
            "fonts": self._fonts,
            "line_pt": self._line,
            "table_pt": self._table,
            "signature": self._signature,
            "signature_date": self._day_field.line,
        }
        return found.get(name)

    def _lay_out(self) -> None:
        column = Column(self, 0, 18)
        column.put(Text("标题和版式", 18, bold=True), self._own_title)
        column.put(self._composed)
        column.put(Field("标题里的先后", self._order))
        column.put(Field("字体", self._fonts))
        column.put(_row((self._line_field, 1), (self._table_field, 1)))
        column.put(self._signature, self._day_field)

    def _connect(self) -> None:
        self.title.textEdited.connect(lambda text: self._bridge.do(enter("title", text)))
        self._composed.clicked.connect(self._compose_title)
        self._order.chosen.connect(lambda value: self._bridge.do(set_layout(title_order=value)))
        self._fonts.picked.connect(lambda value: self._bridge.do(set_layout(fonts=value)))
        self._line.textEdited.connect(lambda text: self._bridge.do(enter("line_pt", text)))
        self._table.textEdited.connect(lambda text: self._bridge.do(enter("table_pt", text)))
        self._signature.clicked.connect(lambda on: self._bridge.do(set_layout(signature=on)))

    def _compose_title(self) -> None:
        """Give the title back to the program; what could not be kept of an own one goes with it."""
        self._bridge.do(Edit(lambda report: replace(report.read(("title",)), title=None), Place("title")))


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _row(*parts: tuple[QWidget, int]) -> Row:
    row = Row(None, 0, 16)
    for widget, stretch in parts:
        row.addWidget(widget, stretch)
    return row
