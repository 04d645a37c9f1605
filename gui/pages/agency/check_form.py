"""校验设置: the few things that checks go by and that a form cannot tell, each with what it does."""

from PySide6.QtWidgets import QWidget

from gui.controls.fields import Tick
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.pages.agency.day_field import DayField
from gui.session.bridge import Bridge
from model.report.rule_making import cannot_make_rules
from model.session.edits import set_layout

_KIND = "机关类型和级别（在上面选）决定公布期限怎么算、规章一行该不该有数；不选就不查这两样。"
_SLASH = "规章一行是 0 时印成“/”"
_CANNOT = "按上面的类型和级别，本机关不能制定规章；当地要求写“/”的，打勾即可，草稿里仍然是 0。"
_CAN = "只对不能制定规章的机关（乡镇、街道、县级政府、地方政府部门）有用。"


class CheckForm(QWidget):
    """The settings; each shows the session and sends its edits there."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the fields and show the open report."""
        super().__init__(parent)
        self.setObjectName("check_form")
        self._bridge = bridge
        self._deadline = DayField(bridge, "deadline", "公布期限", "空着按条例算；当地另有通知的填在这里")
        self._hand_in = DayField(bridge, "hand_in_by", "报送期限", "交主管部门的日子，和公布是两回事")
        self._slash = Tick("rules_slash", _SLASH)
        self._slash_words = Text("", 13, color="text2", wrap=True)
        column, slash, days = Column(self, 0, 18), Column(None, 0, 2), Row(None, 0, 16)
        slash.put(self._slash, self._slash_words)
        head = Column(None, 0, 4)
        head.put(Text("校验设置", 18, bold=True), Text(_KIND, 14, color="text2", wrap=True))
        days.addWidget(self._hand_in, 1)
        days.addWidget(self._deadline, 1)
        column.put(head, days, slash)
        self._slash.clicked.connect(lambda on: self._bridge.do(set_layout(rules_slash=on)))
        self.show_report()

    def show_report(self) -> None:
        """Show the session's value in every field that shows another."""
        report = self._bridge.session.report
        self._deadline.show_day(report.deadline)
        self._hand_in.show_day(report.hand_in_by)
        useful = cannot_make_rules(report.agency)
        self._slash.setChecked(report.layout.rules_slash)
        self._slash.setEnabled(useful or report.layout.rules_slash)
        self._slash_words.setText(_CANNOT if useful else _CAN)
        self._slash.setAccessibleDescription(self._slash_words.text())

    def input(self, name: str) -> QWidget | None:
        """The input of `deadline`, `hand_in_by` or `rules_slash`."""
        return {"deadline": self._deadline.line, "hand_in_by": self._hand_in.line, "rules_slash": self._slash}.get(name)
