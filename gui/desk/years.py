"""The year of the reports on a desk: what the files say, or one that is chosen."""

from PySide6.QtWidgets import QWidget

from gui.controls.fields import Choice
from model.form import forms

_ASKED = "按文件里写的"


class YearChoice(Choice):
    """The choice; `picked` brings the year as words, 0 for what the files say."""

    def __init__(self, name: str, newest: int, parent: QWidget | None = None) -> None:
        """Offer every year that has a form, up to the newest."""
        years = [(str(year), f"{year}年") for year in range(newest, forms.first_year() - 1, -1)]
        super().__init__(name, "报告年度", [("0", _ASKED), *years], parent)

    @property
    def year(self) -> int:
        """The chosen year; 0 for what the files say."""
        return int(self.currentData())

    def show_year(self, year: int, usual: int) -> None:
        """Show the chosen year, and what the files say where they are asked; 0 for nothing yet."""
        self.setItemText(0, f"按文件：{usual}" if usual else _ASKED)
        if self.findData(str(year)) < 0:
            self.addItem(f"{year}年", str(year))
        self.show_choice(str(year))
