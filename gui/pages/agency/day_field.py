"""A field for a day of the report: shows the session, sends what is typed there, and says when it cannot be read."""

from datetime import date

from PySide6.QtWidgets import QWidget

from gui.controls.day_input import DayInput
from gui.controls.fields import Field
from gui.session.bridge import Bridge
from model.session.entering import enter


class DayField(Field):
    """The field; its name is that of the report's day."""

    def __init__(self, bridge: Bridge, name: str, label: str, caption: str, parent: QWidget | None = None) -> None:
        """Take the session, the day's name (see `model.session.entering`), its label and what is said below it."""
        self.line = DayInput(name, label)
        super().__init__(f"{label}（可不填）", self.line, caption, parent)
        self._bridge, self._name = bridge, name
        self.line.textEdited.connect(lambda text: bridge.do(enter(name, text)))

    def show_day(self, day: date | None) -> None:
        """Show the day as the session has it, or what was typed and is none."""
        report = self._bridge.session.report
        unread = report.as_typed.get(self._name)
        self.line.show_day(day, unread, report.year + 1)
        self.set_wrong("" if unread is None else f"读不出日期，写成 {report.year + 1}年1月15日 这样")
