"""Whatever is typed into a field: after saving and reopening the screen shows it, or what it was read as."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gui.controls.day_input import day_words
from gui.shell.window import MainWindow
from model.drafts.draft import load
from model.report.change import Place
from model.report.report import Report
from model.structs import replace
from tests.gui.driving import commit, named, settle
from tests.gui.test_window import opened

FIELDS = {
    "agency_name": "name",
    "agency_postcode": "postcode",
    "agency_phone": "phone",
    "report_year": "year",
    "deadline": "deadline",
    "hand_in_by": "hand_in_by",
    "signature_date": "signature_date",
    "line_pt": "line_pt",
    "table_pt": "table_pt",
}
USUAL = (
    "2027年1月15日",
    "2027/1/15",
    "1-15",
    "二〇二七年一月十五日",
    "26年",
    "2026",
    "29",
    "28.95",
    "130000",
    "2027.13.1",
)
TYPED = st.sampled_from(USUAL) | st.text(
    st.sampled_from("0123456789年月日-/.．，一二〇十 上号２6x＊<>{}局"), max_size=14
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), TYPED, min_size=1, max_size=4))
def test_nothing_that_was_typed_is_silently_gone_after_reopening(
    window: MainWindow, seed: Report, entered: dict[str, str]
) -> None:
    wizard = opened(window, replace(seed, layout=replace(seed.layout, signature=True)))
    path = wizard.path
    for name, text in entered.items():
        line = named(wizard, QLineEdit, name)
        line.selectAll()
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        if text:
            commit(line, text)
    named(wizard, QLineEdit, "agency_office").setFocus()
    settle()
    shown = {name: named(wizard, QLineEdit, name).text() for name in entered}
    assert window.close_report()
    saved = load(path).report
    window.open_file(path)
    assert window.wizard is not None
    window.wizard.go(Place("agency"))
    settle()
    for name, text in entered.items():
        assert named(window.wizard, QLineEdit, name).text() == shown[name]
        unread = saved.as_typed.get(FIELDS[name])
        assert shown[name] == (read_as(saved, FIELDS[name]) if unread is None else text)
        assert (unread is not None) == any(
            found.check == "R-02" and found.quote == text and found.section == "agency"
            for found in window.wizard.bridge.session.findings
        ) or list(entered.values()).count(text) > 1
        assert shown[name].strip() or not text.strip()
    assert window.close_report()
    path.unlink()


def read_as(report: Report, name: str) -> str:
    """What a field says of the value that the report has."""
    days = {"signature_date": report.layout.signature_date, "deadline": report.deadline}
    if name in (*days, "hand_in_by"):
        return day_words(days.get(name, report.hand_in_by))
    if name == "year":
        return str(report.year)
    if name in ("line_pt", "table_pt"):
        return f"{getattr(report.layout, name):f}"
    return str(getattr(report.agency, name))
