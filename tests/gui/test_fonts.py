"""What the tests see of typefaces is what they bring, on any machine."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

GENERIC = {"Monospace", "Sans Serif", "Serif"}
"""Names that Qt adds, for whichever typeface there is."""


def test_only_the_typefaces_of_the_tests_are_seen(qapp: QApplication) -> None:
    assert qapp
    seen = {family.rpartition(" ")[0] for family in QFontDatabase.families() if family not in GENERIC}
    assert seen == {"Noto Sans CJK", "Noto Sans Mono CJK", "Noto Serif CJK"}, "is fonts-noto-cjk installed?"
    assert QFontInfo(QFont("仿宋")).family() == "Noto Serif CJK SC"
