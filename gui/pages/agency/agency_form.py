"""The fields of the agency's page: each shows the session and sends its edits there."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.controls.fields import Field, LineInput, Tick
from gui.controls.layouts import Column, Divider, Row
from gui.controls.segments import Segments
from gui.controls.text import Text
from gui.session.bridge import Bridge
from model.form import forms
from model.language.contact import contact_problem
from model.language.days import year_in
from model.report.comparison import CHOICES
from model.report.length import LINE_LIMIT
from model.report.report import Report
from model.session.edits import set_agency
from model.session.entering import enter

TYPES, LEVELS = tuple(CHOICES["type"].items()), tuple(CHOICES["level"].items())

_DUE = {
    "department": "政府部门应在次年 1 月 31 日前公布（条例第四十九条）",
    "government": "人民政府应在次年 3 月 31 日前公布（条例第四十九条）",
}
_LINES = {
    "name": ("机关全称", "标题里用全称"),
    "short_name": ("简称（可不填）", "正文里可用"),
    "address": ("地址", ""),
    "postcode": ("邮编", ""),
    "phone": ("电话", ""),
    "fax": ("传真（可不填）", ""),
    "email": ("电子邮箱（可不填）", ""),
    "office": ("联系科室（可不填）", ""),
}
_OTHERS = {
    "title": "标题",
    "year": "报告年度",
    "hand_in_by": "报送期限",
    "deadline": "公布期限",
    "line_pt": "正文行距",
    "table_pt": "表格字号",
    "signature_date": "落款日期",
}


class AgencyForm(QWidget):
    """Name, type, year, period and how the public reaches the office."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the fields and show the open report."""
        super().__init__(parent)
        self.setObjectName("agency_form")
        self._bridge = bridge
        self.lines = {name: self._line(name) for name in _LINES}
        self.type = Segments("agency_type", "机关类型", TYPES)
        self.level = Segments("agency_level", "级别", LEVELS)
        self.year = LineInput("report_year", "报告年度")
        self.consolidated = Tick("agency_consolidated", "本报告汇总了下属单位的数据")
        self._type_field = Field("机关类型", self.type)
        self._year_field = Field("报告年度", self.year, "统计期 1 月 1 日至 12 月 31 日")
        self._lay_out()
        self._connect()
        self.show_report()

    def show_report(self) -> None:
        """Show the session's value in every field that shows another."""
        report = self._bridge.session.report
        for name, field in self.lines.items():
            self._show(field, report.as_typed.get(name, str(getattr(report.agency, name))))
            self._judge(name, field, typing=True)
        self._show_year(report)
        self.type.show_choice(report.agency.type)
        self.level.show_choice(report.agency.level)
        self.consolidated.setChecked(report.agency.consolidated)
        self._type_field.set_caption(_DUE.get(report.agency.type, "公布期限按当地通知"))

    def input(self, name: str) -> QWidget | None:
        """The input of a field by the agency's attribute, or `year`."""
        others: dict[str, QWidget] = {
            "year": self.year,
            "type": self.type,
            "level": self.level,
            "consolidated": self.consolidated,
        }
        return self.lines[name].content if name in self.lines else others.get(name)

    def missing(self) -> list[str]:
        """The needed fields that are empty, in words."""
        return missing(self._bridge.session.report)

    def _show_year(self, report: Report) -> None:
        """Show the year, or what was typed and is none; words that say the same year stay while they are typed."""
        unread = report.as_typed.get("year")
        if unread is not None or not (self.year.hasFocus() and year_in(self.year.text()) == report.year):
            self.year.show_text(str(report.year) if unread is None else unread)
        self._year_field.set_wrong("" if unread is None else f"填四位年份，{forms.first_year()} 年度起可用")

    def _show(self, field: Field, value: str) -> None:
        line = field.content
        if isinstance(line, LineInput):
            line.show_text(value)

    def _judge(self, name: str, field: Field, *, typing: bool) -> None:
        """Say that a way to reach the office cannot be one; not before the clerk has done typing."""
        report, line = self._bridge.session.report, field.content
        if name in report.as_typed:
            empty = not report.as_typed[name].strip()
            field.set_wrong("请填写机关全称" if empty else f"这一项太长，最多 {LINE_LIMIT} 字")
            return
        wrong = contact_problem(name, str(getattr(report.agency, name)))
        if not (typing and line.hasFocus() and not field.wrong):
            field.set_wrong(wrong)

    def _line(self, name: str) -> Field:
        label, caption = _LINES[name]
        return Field(label, LineInput(f"agency_{name}", label.partition("（")[0]), caption)

    def _lay_out(self) -> None:
        lines = self.lines
        column = Column(self, 0, 18)
        column.put(_row((lines["name"], 5), (lines["short_name"], 3)))
        column.put(self._type_field)
        column.put(_row((Field("级别", self.level), 5), (self._year_field, 3)))
        column.put(self.consolidated, Divider(), Text("联系方式", 18, bold=True))
        column.put(lines["address"])
        column.put(_row((lines["postcode"], 3), (lines["phone"], 4), (lines["fax"], 4)))
        column.put(_row((lines["email"], 5), (lines["office"], 3)))

    def _connect(self) -> None:
        for name, field in self.lines.items():
            if isinstance(field.content, LineInput):
                field.content.textEdited.connect(self._sender(name, field))
                field.content.editingFinished.connect(self._judge_of(name, field))
        self.year.textEdited.connect(lambda text: self._bridge.do(enter("year", text)))
        self.year.editingFinished.connect(lambda: self._show_year(self._bridge.session.report))
        self.type.chosen.connect(lambda value: self._bridge.do(set_agency(type=value)))
        self.level.chosen.connect(lambda value: self._bridge.do(set_agency(level=value)))
        self.consolidated.clicked.connect(lambda on: self._bridge.do(set_agency(consolidated=on)))

    def _sender(self, name: str, field: Field) -> Callable[[str], None]:
        def send(text: str) -> None:
            self._bridge.do(enter(name, text))
            self._judge(name, field, typing=True)

        return send

    def _judge_of(self, name: str, field: Field) -> Callable[[], None]:
        def judge() -> None:
            line = field.content
            if isinstance(line, LineInput) and line.text() == getattr(self._bridge.session.report.agency, name):
                self._judge(name, field, typing=False)

        return judge


def missing(report: Report) -> list[str]:
    """The fields that the report cannot do without and that are empty, in words."""
    needed = ("name", "address", "postcode", "phone")
    empty = [_LINES[name][0] for name in needed if not str(getattr(report.agency, name)).strip()]
    return empty if report.agency.type else [*empty, "机关类型"]


def doubtful(report: Report) -> list[str]:
    """The fields whose words cannot be what they are for, in words."""
    labels = {name: label.partition("（")[0] for name, (label, _caption) in _LINES.items()} | _OTHERS
    wrong = [name for name in _LINES if contact_problem(name, str(getattr(report.agency, name)))]
    return [labels[name] for name in labels if name in wrong or name in report.as_typed]


def _row(*parts: tuple[QWidget, int]) -> Row:
    row = Row(None, 0, 16)
    for widget, stretch in parts:
        row.addWidget(widget, stretch)
    return row
