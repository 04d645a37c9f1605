"""What goes into the new report, and the year and the agency where the file did not say them."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.controls.fields import Field, LineInput, Tick
from gui.controls.layouts import Card, Column, Row
from gui.controls.text import Text, severity_sign
from gui.look.theme import theme
from gui.pages.review.words import entered_year
from importers.reading import Reading
from model.form.form import CellError
from model.report.proposals import carried

PARTS = {
    "agency": ("单位和联系方式", "直接带入，可以再改"),
    "carried": ("上年结转", "填进表三第二项"),
    "numbers": ("上年数据", "放在旁边对照、校验"),
    "text": ("上年正文", "放在旁边参考，不照抄"),
}
"""What can be taken along: its name, and what becomes of it."""
_NOT_COMPARED = "不是上一年的，只留着，不与它比较"


class Carry(QWidget):
    """The boxes to tick; all are ticked at first, but for 上年结转 when there is nothing to carry over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the boxes."""
        super().__init__(parent)
        self.setObjectName("carry")
        self._heading = Text("", 16, bold=True)
        self._ticks = {part: Tick(f"carry_{part}", words) for part, (words, _) in PARTS.items()}
        self._cells, self._parts = QGridLayout(), list[QWidget]()
        column = Column(self, 0, 8)
        column.put(self._heading)
        column.addLayout(self._cells)
        self._about = {part: Text(about, 13, color="text2") for part, (_, about) in PARTS.items()}
        for part, (_, about) in PARTS.items():
            cell = QWidget()
            inside = Column(cell, 0, 0)
            line = Row(None, (30, 0, 0, 0), 0)
            line.put(self._about[part], stretch=1)
            inside.put(self._ticks[part], line)
            self._ticks[part].setAccessibleDescription(about)
            self._ticks[part].setChecked(True)
            self._parts.append(cell)
        self._agency, self._some_carried, self._with_agency = self._parts[0], True, True
        self.set_narrow(narrow=False)
        self._restyle()
        theme().follow(self._restyle)

    def set_narrow(self, *, narrow: bool) -> None:
        """One box below the other where there is no room for two."""
        self._columns = 1 if narrow else 2
        self._place()
        for side in (0, 1):
            self._cells.setColumnStretch(side, int(side < self._columns))

    def _place(self) -> None:
        """Put the boxes that are offered one after the other, without a gap for one that is not."""
        for part in self._parts:
            self._cells.removeWidget(part)
        for index, part in enumerate(self._parts if self._with_agency else self._parts[1:]):
            self._cells.addWidget(part, index // self._columns, index % self._columns)

    @property
    def taken(self) -> frozenset[str]:
        """What is ticked."""
        return frozenset(part for part, tick in self._ticks.items() if tick.isChecked())

    def show_reading(self, reading: Reading, year: int | None, *, compared: bool) -> None:
        """Name the new report, and how many applications are carried over.

        Args:
            reading: what was read.
            year: the new report's year, where it is known.
            compared: whether it goes into a report that is open, which has its agency.
        """
        self._heading.setText(f"带入 {year} 年报告" if year else "带入新报告")
        self._with_agency = not compared
        self._agency.setVisible(self._with_agency)
        self._place()
        about = PARTS["numbers"][1] if _is_of_last_year(reading, year) else _NOT_COMPARED
        self._about["numbers"].setText(about)
        self._ticks["numbers"].setAccessibleDescription(about)
        words, some = _carried_words(reading, year)
        self._ticks["carried"].setText(words)
        self._ticks["carried"].setAccessibleName(words)
        if some != self._some_carried:
            self._some_carried = some
            self._ticks["carried"].setEnabled(some)
            self._ticks["carried"].setChecked(some)

    def _restyle(self) -> None:
        self._cells.setVerticalSpacing(theme().px(10))


def _is_of_last_year(reading: Reading, year: int | None) -> bool:
    """Whether what was read is of the year before, as far as is known."""
    return reading.year is None or year is None or reading.year == year - 1


def _carried_words(reading: Reading, year: int | None) -> tuple[str, bool]:
    """What is carried over, and whether anything is."""
    if not _is_of_last_year(reading, year):
        return "上年结转（不是上一年的，不带）", False
    carried_out = set(carried(reading.form).values())
    known = [value for cell, value in reading.numbers.items() if cell in carried_out]
    return (f"上年结转 {sum(map(int, known))} 件", True) if known else ("上年结转（没有读到）", False)


class Unsaid(Card):
    """What the file did not say and the report needs: its year, the agency's name."""

    edited = Signal()

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        """Ask for what is missing."""
        super().__init__("warn_tint", "warn_edge", 8, parent)
        self.setObjectName("unsaid")
        self._fields: dict[str, tuple[Field, LineInput]] = {}
        if reading.year is None:
            self._add("year", "报告年度", "这份文件是哪一年的，例如 2024")
        if not reading.agency.name:
            self._add("agency.name", "机关全称", "和公章上的名称一致")
        column, head = Column(self, (16, 12, 16, 12), 10), Row(None, 0, 8)
        head.put(severity_sign("warning", 20), Text("文件里没有写，请补上", bold=True))
        head.addStretch(1)
        column.put(head)
        column.put(*(field for field, _ in self._fields.values()))

    @property
    def inputs(self) -> tuple[LineInput, ...]:
        """The inputs in their order."""
        return tuple(line for _, line in self._fields.values())

    @property
    def values(self) -> Mapping[str, object]:
        """What was typed and can be used, by place."""
        found: dict[str, object] = {}
        for place, (_, line) in self._fields.items():
            words = " ".join(line.text().split())
            if words and place == "year":
                try:
                    found[place] = entered_year(words)
                except CellError:
                    continue
            elif words:
                found[place] = words
        return found

    def show_values(self, values: Mapping[str, object]) -> None:
        """Fill in what was typed before, by place."""
        for place, (_, line) in self._fields.items():
            if place in values:
                line.show_text(str(values[place]))

    def _add(self, place: str, name: str, about: str) -> None:
        line = LineInput(f"unsaid_{place.rpartition('.')[2]}", name)
        field = Field(name, line, about)
        self._fields[place] = (field, line)
        line.textChanged.connect(lambda _text: self._changed(place))

    def _changed(self, place: str) -> None:
        field, line = self._fields[place]
        wrong = "填四位年份，例如 2024" if place == "year" and line.text() and place not in self.values else ""
        field.set_wrong(wrong if len(line.text()) >= len("2024") else "")
        self.edited.emit()
