"""Where a finding is, in the words a clerk uses: 表三 · 自然人, or 一、总体情况."""

from model.checks import Finding
from model.form.form import Form
from model.session.progress import place_of

_ELSEWHERE = {"title": "标题", "preamble": "引言", "agency": "单位信息", "finish": "全文"}
_BLANKS = "T0-01"


def place_name(finding: Finding, form: Form) -> str:
    """The place of a finding: a table with the row or column it is about, or the heading of a part."""
    section = place_of(finding).section
    if section in _ELSEWHERE:
        return _ELSEWHERE[section]
    counts = _by_table(finding.cells, form) if finding.check == _BLANKS else []
    if len(counts) > 1:
        return "、".join(f"{name} {count} 格" for name, count in counts)
    part = form.section(section)
    if part.table is None:
        return part.heading
    name, shared = form.table(part.table).name, _shared(finding.cells, form)
    return f"{name} · {shared}" if shared else name


def _by_table(cells: tuple[str, ...], form: Form) -> list[tuple[str, int]]:
    """The tables that some cells are in, with how many of them."""
    counted = [(table.name, sum(cell.startswith(f"{table.id}.") for cell in cells)) for table in form.tables]
    return [(name, count) for name, count in counted if count]


def _shared(cells: tuple[str, ...], form: Form) -> str:
    """The row or the column that all cells share; nothing when they share none."""
    names = [form.name(cell_id) for cell_id in cells]
    for end in (0, -1):
        shared = {name.split(" / ")[end] for name in names}
        if len(shared) == 1:
            return shared.pop()
    return ""
