"""Where a finding is: the place it leads to, and that place in the words a clerk uses."""

from model.checks.about import AgencyField, BlankCells
from model.checks.registry import Finding
from model.form.form import Form
from model.report.change import WHOLE, Place

_ELSEWHERE = {"title": "标题", "preamble": "引言", "agency": "单位信息", WHOLE: "全文"}


def place_of(finding: Finding) -> Place:
    """Where a finding leads: its words or its first cell; of a field, to the field; without a place, to the due day."""
    if isinstance(finding.about, AgencyField):
        return Place("agency", finding.about.name)
    if finding.section is None:
        return Place("agency", "deadline")
    cell = next((cell_id for cell_id in finding.cells if cell_id.startswith(f"{finding.section}.")), None)
    return Place(finding.section, cell, finding.span)


def place_name(finding: Finding, form: Form) -> str:
    """The place in words: 表三 · 自然人, 一、总体情况, or for blank cells the tables with how many each has."""
    section = place_of(finding).section
    if section in _ELSEWHERE:
        return _ELSEWHERE[section]
    counts = _by_table(finding.cells, form) if isinstance(finding.about, BlankCells) else []
    if len(counts) > 1:
        return "、".join(f"{name} {count} 格" for name, count in counts)
    part = form.section(section)
    if part.table is None:
        return part.heading
    name, shared = form.table(part.table).name, _shared(finding.cells, form)
    return f"{name} · {shared}" if shared else name


def section_name(section: str, form: Form) -> str:
    """A part in words: 标题, 一、总体情况, for a table 表三."""
    if section in _ELSEWHERE:
        return _ELSEWHERE[section]
    part = form.section(section)
    return part.heading if part.table is None else form.table(part.table).name


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
