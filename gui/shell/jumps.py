"""Where a finding is put right, and how the keyboard gets there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.controls.layouts import holds_focus
from model.checks import Finding
from model.checks.about import MissingContact
from model.checks.places import place_of
from model.report import preamble
from model.report.change import Place
from model.report.report import Report


def jump_of(finding: Finding, report: Report) -> Place:
    """Where a finding is put right: the cell it would set, the field or the note its words are in, or its place."""
    place = place_of(finding)
    if finding.fix is not None and finding.fix.numbers:
        cell_id = finding.fix.numbers[0][0]
        return Place(cell_id.partition(".")[0], cell_id)
    if isinstance(finding.about, MissingContact) and preamble.is_composed(report):
        return Place("agency", finding.about.fields[0])
    if finding.quote and place.cell is None and place.section in (table.id for table in report.form.tables):
        start = max(0, report.notes.get(place.section, "").find(finding.quote))
        return Place(place.section, span=(start, start + len(finding.quote)))
    return place


def keep_inside(page: QWidget) -> None:
    """See that the keyboard is in the page, and not on what was pressed to come here."""
    if page.isVisible() and not holds_focus(page):
        page.setFocus(Qt.FocusReason.OtherFocusReason)
