"""The board as a table for Qt: only what is in sight is asked for; sorted by what a column means, not by its words."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from gui.controls.plain import harmless, tip
from gui.look.theme import theme
from model.checks.registry import SEVERITIES
from model.form.form import Form
from model.review.board import STATES, Line, State
from model.review.columns import columns

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
_GROUNDS = {"error": "error_tint", "warning": "warn_tint", "hint": "hint_tint"}
_INKS = {"error": "error", "warning": "warn", "hint": "hint"}
_STATES: dict[State, tuple[str, str]] = {
    "missing": ("error_tint", "error"),
    "unreadable": ("error_tint", "error"),
    "doubtful": ("warn_tint", "warn"),
    "returned": ("tint", "accent_t"),
    "passed": ("ok_tint", "ok"),
    "open": ("surface", "text"),
}
_UNIT, _STATE = 0, 1


class BoardModel(QAbstractTableModel):
    """The lines of the board."""

    def __init__(self, form: Form, parent: QObject | None = None) -> None:
        """Begin without lines; the form gives the tables' names."""
        super().__init__(parent)
        self._marks = columns(form)
        self.heads = ("单位", "状态", *self._marks, "雷同", "说明")
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; those that stay in their places keep them."""
        if [line.name for line in lines] == [line.name for line in self.lines]:
            changed = [at for at, pair in enumerate(zip(self.lines, lines, strict=True)) if pair[0] != pair[1]]
            self.lines = lines
            for at in changed:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.heads) - 1))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many units."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many columns."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, N802
        """The heads."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a cell shows, how, and what it is sorted by."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return harmless(self._words(line, column))
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._all_words(line, column))
            case Qt.ItemDataRole.BackgroundRole:
                return getattr(theme().tokens, self._look(line, column)[0])
            case Qt.ItemDataRole.ForegroundRole:
                return getattr(theme().tokens, self._look(line, column)[1])
        return self._rank(line, column) if role == SORT else None

    def _words(self, line: Line, column: int) -> str:
        if column == _UNIT:
            return line.name
        if column == _STATE:
            return STATES[line.state]
        if name := self._mark(column):
            return line.mark(name).words
        if column == len(self.heads) - 2:
            return line.alike_short
        return "；".join(told(line))

    def _all_words(self, line: Line, column: int) -> str:
        name = self._mark(column)
        if column == len(self.heads) - 2:
            return line.alike_words
        return line.mark(name).all_words if name else self._words(line, column)

    def _look(self, line: Line, column: int) -> tuple[str, str]:
        if column == _STATE:
            return _STATES[line.state]
        worst = line.mark(self._mark(column)).worst
        if worst:
            return _GROUNDS[worst], _INKS[worst]
        similar = column == len(self.heads) - 2 and line.alike
        return ("warn_tint", "warn") if similar else ("surface", "text")

    def _rank(self, line: Line, column: int) -> Any:  # noqa: ANN401
        """What is wanted first sorts first."""
        if column == _STATE:
            return list(STATES).index(line.state)
        if name := self._mark(column):
            mark = line.mark(name)
            gravity = list(SEVERITIES).index(mark.worst) if mark.worst else len(SEVERITIES)
            return gravity * 10_000 - mark.count
        if column == len(self.heads) - 2:
            return -max((each.share for each in line.alike), default=0)
        return self._words(line, column)

    def _mark(self, column: int) -> str:
        at = column - 2
        return self._marks[at] if 0 <= at < len(self._marks) else ""


def told(line: Line) -> list[str]:
    """What is said of a line beside its marks."""
    said = list(line.trouble)
    if line.changes is not None:
        changes = line.changes
        counts = f"已改 {len(changes.mended)}，仍在 {len(changes.still)}，新出现 {len(changes.new)}"
        said.append(f"{counts}（同前一版比）")
    if line.state == "missing":
        said.append("没有收到文件")
    return [*said, *([f"备忘：{line.remark}"] if line.remark else [])]


class BoardFilter(QSortFilterProxyModel):
    """Some of the lines: of one state, with some words in the unit's name or the file's."""

    def __init__(self, model: BoardModel, parent: QObject | None = None) -> None:
        """Show all of a model."""
        super().__init__(parent)
        self._state, self._words, self._model = "", "", model
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def show_only(self, state: str, words: str) -> None:
        """Show only lines of a state, empty for any, that have some words."""
        self._state, self._words = state, "".join(words.split())
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:  # noqa: N802
        """Whether a line is shown."""
        line = self._model.lines[row]
        if self._state and line.state != self._state:
            return False
        file = line.row.file if line.row else ""
        return not self._words or self._words in line.name or self._words in file

    def line_at(self, row: int) -> Line:
        """The line that is shown in a row."""
        return self._model.lines[self.mapToSource(self.index(row, 0)).row()]
