"""What was read well, in six lines; and what was changed in Word after our own export."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Tick
from gui.controls.layouts import Card, Column, Row
from gui.controls.text import Sign, Text
from gui.look.theme import theme
from importers.reading import Doubt, Reading
from model.form.form import Form
from model.language.outline import paragraphs
from model.report.report import TEXT_IDS

_NAMED = 20
"""How many changed cells are named one by one."""
_CONTACT = ("name", "short_name", "office", "address", "postcode", "phone", "fax", "email")


def headline(reading: Reading) -> str:
    """How much was read: 读到了 200 个数据、6 个部分."""
    return f"读到了 {len(reading.printed)} 个数据、{sum(1 for _ in _parts(reading))} 个部分"


def _parts(reading: Reading) -> Iterator[str]:
    for section in reading.form.sections:
        if section.text and reading.text[section.text].strip():
            yield section.id
        if section.table and any(cell.startswith(f"{section.table}.") for cell in reading.printed):
            yield section.id


class Summary(Card):
    """The lines, and the way to see every figure."""

    see_all = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it, empty."""
        super().__init__("sunken", "", 8, parent)
        self.setObjectName("review_summary")
        self._grid = QGridLayout()
        self._lines: list[QWidget] = []
        self._narrow = False
        see = self.see = Button("逐项查看", "link", name="see_all", height=32)
        see.clicked.connect(self.see_all)
        column, head = Column(self, (16, 10, 16, 14), 6), Row(None, 0, 8)
        head.put(Text("已读准", bold=True), stretch=1)
        head.put(see)
        column.put(head)
        column.addLayout(self._grid)
        self._restyle()
        theme().follow(self._restyle)

    def show_reading(self, reading: Reading) -> None:
        """Count what was read and is not doubtful."""
        for line in self._lines:
            self._grid.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for name, count, found in _lines(reading):
            line = QWidget()
            row = Row(line, 0, 8)
            row.put(Sign(*(("checkmark_circle", "ok") if found else ("warning", "warn_icon")), 18, filled=True))
            row.put(Text(name, 14), stretch=1)
            row.put(Text(count, 14, color="text2"))
            self._lines.append(line)
        self._place()

    def set_narrow(self, *, narrow: bool) -> None:
        """One line below the other where there is no room for two."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def _place(self) -> None:
        rows = len(self._lines) if self._narrow else (len(self._lines) + 1) // 2
        for index, line in enumerate(self._lines):
            self._grid.addWidget(line, index % rows, index // rows)
        for column in (0, 1):
            self._grid.setColumnStretch(column, int(not (column and self._narrow)))

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(theme().px(40))
        self._grid.setVerticalSpacing(theme().px(8))


def _lines(reading: Reading) -> Iterator[tuple[str, str, bool]]:
    items = sum(bool(getattr(reading.agency, name)) for name in _CONTACT)
    yield "单位和联系方式", f"{items} 项" if items else "没有读到", bool(items)
    overview = _length(reading, ("overview",))
    yield "一、总体情况", f"{overview} 字" if overview else "没有读到", bool(overview)
    doubtful = {doubt.place for doubt in reading.doubts}
    for table in reading.form.tables:
        cells = [cell.id for cell in table.number_cells]
        good = sum(cell in reading.printed and cell not in doubtful for cell in cells)
        found = any(cell in reading.printed for cell in cells)
        words = f"{good} 格" if good == len(cells) else f"{good} / {len(cells)} 格"
        yield f"{_numeral(reading.form, table.id)}、{table.short}", words if found else "没有读到", found
    rest = _length(reading, ("problems", "other_matters"))
    yield "五、六两部分", f"{rest} 字" if rest else "没有读到", bool(rest)


def _numeral(form: Form, section: str) -> str:
    return form.section(section).heading[0]


def _length(reading: Reading, texts: Iterable[str]) -> int:
    return sum(len(line) for text_id in texts if text_id in TEXT_IDS for line in paragraphs(reading.text[text_id]))


class ChangedCells(Card):
    """导出后被改过 3 格: each with its figure in Word now and as it was exported; either can be taken."""

    chosen = Signal()

    def __init__(self, changed: tuple[Doubt, ...], form: Form, parent: QWidget | None = None) -> None:
        """List the cells of a form; Word's figures are taken unless the clerk leaves them."""
        super().__init__("surface", "hint_edge", 8, parent)
        self.setObjectName("changed_cells")
        self._ticks = {
            doubt.place: Tick(f"changed_{doubt.place}", _changed_words(doubt, form)) for doubt in changed[:_NAMED]
        }
        self._others = [doubt.place for doubt in changed[_NAMED:]]
        self._take_others = True
        column, head, actions = Column(self, (16, 12, 16, 12), 4), Row(None, 0, 8), Row(None, 0, 16)
        head.put(Sign("info", "hint", 20), Text(f"导出后被改过 {len(changed)} 格", bold=True))
        head.addStretch(1)
        column.put(head)
        column.put(
            Text(
                "这是本软件导出的文件，后来在 Word 里改过。打勾的用现在的数，不打勾的用导出时的数。",
                14,
                color="text2",
                wrap=True,
            )
        )
        column.put(*self._ticks.values())
        if self._others:
            column.put(Text(f"另有 {len(self._others)} 格，跟着下面的选择。", 14, color="text2"))
        for name, words, take in (("take", "都用现在的", True), ("leave", "都用导出时的", False)):
            button = Button(words, "link", name=f"changed_{name}_all", height=32)
            button.clicked.connect(lambda _checked, take=take: self._take_all(take=take))
            actions.put(button)
        actions.addStretch(1)
        column.put(actions)
        for tick in self._ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(self.chosen)

    @property
    def left(self) -> tuple[str, ...]:
        """The cells whose exported figure shall stand."""
        unticked = [place for place, tick in self._ticks.items() if not tick.isChecked()]
        return (*unticked, *([] if self._take_others else self._others))

    def leave(self, places: Iterable[str]) -> None:
        """Let the exported figure stand at some places, and Word's at all others."""
        left = frozenset(places)
        for place, tick in self._ticks.items():
            tick.setChecked(place not in left)
        self._take_others = not left & set(self._others)
        self.chosen.emit()

    def _take_all(self, *, take: bool) -> None:
        self._take_others = take
        for tick in self._ticks.values():
            tick.setChecked(take)
        self.chosen.emit()


def _changed_words(doubt: Doubt, form: Form) -> str:
    name = form.name(doubt.place).replace(" / ", "，") if doubt.place in form.cells else doubt.place
    return f"{name}：导出时 {doubt.taken or '空'}，现在 {doubt.printed or '空'}"
