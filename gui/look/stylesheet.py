"""The style sheet of the standard widgets; what it cannot draw well is painted by widgets of our own."""

from collections.abc import Callable, Mapping
from string import Template

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $grid; padding: ${p6}px ${p8}px; }
QLineEdit, QComboBox, QDateEdit {
    background: $surface; color: $text; border: 1px solid $border2; border-radius: ${p6}px;
    padding: 0 ${p12}px; min-height: ${p40}px; selection-background-color: $tint2; selection-color: $text;
}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus { border: 2px solid $accent; padding: 0 ${p11}px;
    min-height: ${p38}px; }
QLineEdit:disabled, QLineEdit:read-only, QComboBox:disabled { background: $sunken; color: $text2;
    border-color: $button_border; }
QLineEdit[wrong="true"] { border: 1px solid $error; }
QLineEdit[wrong="true"]:focus { border: 2px solid $error; }
QComboBox::drop-down { border: 0; width: ${p28}px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $grid; outline: 0;
    padding: ${p4}px; selection-background-color: $tint2; selection-color: $accent_t; }
QComboBox QAbstractItemView::item { min-height: ${p36}px; padding: 0 ${p8}px; }
QMenu { background: $raised; color: $text; border: 1px solid $grid; padding: ${p4}px; }
QMenu::item { padding: ${p8}px ${p24}px ${p8}px ${p16}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $hover; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: ${p4}px ${p8}px; }
QTableView, QListWidget#unit_findings, QListWidget#desk_before, QListWidget#sum_units {
    background: $surface; color: $text;
    border: 1px solid $border; outline: 0; gridline-color: $border; selection-background-color: $tint2;
    selection-color: $text; }
QListWidget#unit_findings::item, QListWidget#desk_before::item, QListWidget#sum_units::item { padding: ${p6}px ${p8}px;
    border-bottom: 1px solid $border; }
QListWidget#unit_findings::item:selected, QListWidget#desk_before::item:selected,
QListWidget#sum_units::item:selected { background: $tint2; color: $text; }
QListWidget#sum_units::item:disabled { color: $disabled; }
QListWidget#unit_findings::indicator, QListWidget#sum_units::indicator {
    width: ${p16}px; height: ${p16}px; background: $surface; border: 1px solid $border2; border-radius: ${p3}px; }
QListWidget#unit_findings::indicator:checked, QListWidget#sum_units::indicator:checked {
    background: $accent; border-color: $accent; }
QSplitter::handle { background: $border; }
QTableView::item { padding: 0 ${p8}px; border: 0; }
QTableView::item:focus { border: 2px solid $accent; }
QHeaderView { background: $head; }
QHeaderView::section { background: $head; color: $text2; border: 0; border-right: 1px solid $border;
    border-bottom: 1px solid $grid; padding: 0 ${p8}px; }
QScrollArea, QScrollArea > QWidget > QWidget[transparent="true"] { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: ${p3}px; margin: ${p3}px; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::handle:hover { background: $border2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QDialog, QMessageBox { background: $surface; }
QProgressBar { background: $border; border: 0; border-radius: ${p3}px; max-height: ${p6}px; }
QProgressBar::chunk { background: $accent; border-radius: ${p3}px; }
""")
_LENGTHS = (3, 4, 6, 8, 11, 12, 16, 24, 28, 32, 36, 38, 40)


def stylesheet(colours: Mapping[str, str], px: Callable[[float], int]) -> str:
    """The style sheet for some colours by name, and the lengths as `px` gives them at the present zoom."""
    return _SHEET.substitute(colours, **{f"p{length}": str(px(length)) for length in _LENGTHS})
