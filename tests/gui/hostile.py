"""A received report that says hostile words wherever it can, and a mouse that rests on everything."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from model.report.report import TEXT_IDS, PastReport, Report
from model.structs import replace
from tests.forms import FORM
from tests.gui.driving import every


def hostile(report: Report, evil: str) -> Report:
    """The report with the words in every place that a received draft can hold."""
    text = replace(report.text, **{name: f"{evil}截止6月底，{report.text[name]}" for name in TEXT_IDS})  # type: ignore[arg-type]
    agency = replace(report.agency, name=f"云岭县{evil}局", address=evil, phone=evil, office=evil)
    past = PastReport(FORM, report.year - 1, dict(report.numbers), text)
    return replace(
        report,
        agency=agency,
        text=text,
        title=f"{evil}年度报告",
        notes={"applications": f"{evil}截止", "disclosure": evil},
        remarks={"applications.received.natural_person": evil},
        numbers={**report.numbers, "applications.received.natural_person": 4711},
        last_year=past,
    )


def hover(where: QWidget) -> None:
    """Rest the mouse on every widget in sight, and on many places of the larger ones."""
    for widget in every(where, QWidget):
        for x in range(6, widget.width(), 90):
            for y in range(6, widget.height(), 45):
                at = QPoint(x, y)
                QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    QApplication.processEvents()
    QToolTip.hideText()
