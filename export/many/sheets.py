"""The sheets of 汇总.xlsx, row by row: the board, all figures by unit, the findings, and the rates of supervisors."""

from collections.abc import Iterable, Iterator, Sequence

from export.excel.sheets import Value, number
from model.checks.registry import SEVERITIES, Severity
from model.form import forms
from model.form.form import Form, format_value
from model.review.board import STATES, Line
from model.review.columns import columns
from model.structs import Struct, field

Row = tuple[Value, ...]
_WIDE, _MIDDLE, _NARROW = 44, 24, 11


class ManyRows(Struct, frozen=True):
    """A sheet: its name, the widths of its columns in characters, how many columns stay in view, and its rows.

    `shades` tells by the number of a row, from 1, and of a column, from 0, which cells are shaded as how grave.
    """

    name: str
    widths: tuple[int, ...]
    fixed: int
    rows: tuple[Row, ...]
    shades: dict[tuple[int, int], Severity] = field(default_factory=dict)


def many_sheets(lines: Sequence[Line]) -> tuple[ManyRows, ...]:
    """All sheets; the first row of each is its head."""
    form = _form(lines)
    return (_board(lines, form), *_figures(lines), _findings(lines), _rates(lines))


def _form(lines: Sequence[Line]) -> Form:
    """The form that most lines are on; the newest where nothing can be read."""
    found = [line.row.form for line in lines if line.row and line.row.form]
    return forms.named(max(set(found), key=found.count)) if found else forms.newest()


def _board(lines: Sequence[Line], form: Form) -> ManyRows:
    names = columns(form)
    head: Row = ("单位", "状态", *names, "问题合计", "雷同", "说明", "文件", "年度", "意见")
    shades: dict[tuple[int, int], Severity] = {}
    for at, line in enumerate(lines, 2):
        marks = {2 + column: line.mark(name).worst for column, name in enumerate(names)}
        shades |= {(at, column): worst for column, worst in marks.items() if worst and worst != "hint"}
        if line.state in ("missing", "unreadable"):
            shades[at, 1] = "error"
        elif line.state in ("doubtful", "returned"):
            shades[at, 1] = "warning"
    widths = (_MIDDLE, *[_NARROW] * (2 + len(names)), _WIDE, _WIDE, _WIDE, _NARROW, _WIDE)
    return ManyRows("总表", widths, 1, (head, *(_line(line, names) for line in lines)), shades)


def _line(line: Line, names: Sequence[str]) -> Row:
    row, decision = line.row, line.decision
    marks = [line.mark(name).words or None for name in names]
    said = [*line.trouble]
    if line.changes is not None:
        changes = line.changes
        words = f"已改 {len(changes.mended)}，仍在 {len(changes.still)}，新出现 {len(changes.new)}"
        said.append(f"{words}（同前一版比）")
    judged = decision.remark if decision else ""
    year = row.year or None if row else None
    found, file = len(line.findings) or None, row.file if row else None
    about = ("；".join(said) or None, file, year, judged or None)
    return line.name, STATES[line.state], *marks, found, line.alike_words or None, *about


def _figures(lines: Sequence[Line]) -> Iterator[ManyRows]:
    """A sheet for each form that units used: a row for each unit, a column for each of the form's figures."""
    used = dict.fromkeys(line.row.form for line in lines if line.row and line.row.form)
    for form in map(forms.named, used):
        names = [f"{form.table_of(cell).name} {form.name(cell)}" for cell in form.cells]
        rows = [_unit(line, form) for line in lines if line.row and line.row.form == form.id]
        head: Row = ("单位", "年度", *names)
        name = "数据" if len(used) == 1 else f"数据（{form.id}）"
        yield ManyRows(name, (_MIDDLE, _NARROW, *[14] * len(names)), 2, (head, *rows))


def _unit(line: Line, form: Form) -> Row:
    assert line.row is not None
    report = line.row.report
    values = (report.value(cell) for cell in form.cells)
    return line.name, report.year, *(None if each is None else number(format_value(each)) for each in values)


def _findings(lines: Sequence[Line]) -> ManyRows:
    head: Row = ("单位", "级别", "栏目", "位置", "问题", "原文", "编号", "文件")
    found: list[Row] = [head]
    shades: dict[tuple[int, int], Severity] = {}
    for line in lines:
        for each in line.findings:
            file = line.row.file if line.row else ""
            told = (each.column, each.place, each.message, each.quote, each.check, file)
            found.append((line.name, SEVERITIES[each.severity], *told))
            if each.severity != "hint":
                shades[len(found), 1] = each.severity
    return ManyRows("问题", (_MIDDLE, 8, 8, _MIDDLE, 70, _MIDDLE, 9, _WIDE), 1, tuple(found), shades)


def _rates(lines: Iterable[Line]) -> ManyRows:
    head: Row = ("单位", "指标（供参考）", "本年", "上年", "变化")
    rows = [
        (line.name, each.name, each.now, each.before, each.change or None)
        for line in lines
        if line.row
        for each in line.row.rates
    ]
    return ManyRows("指标", (_MIDDLE, _MIDDLE, _MIDDLE, _MIDDLE, _MIDDLE), 1, (head, *rows))
