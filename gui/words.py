"""What the window calls its pages, the places in the report, and moments."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from model.form import Value, format_value, official

if TYPE_CHECKING:
    from model.checks import Finding

PAGES = {
    "agency": "单位信息",
    "overview": "总体情况",
    "disclosure": "主动公开",
    "applications": "收到和处理申请",
    "disputes": "复议、诉讼",
    "problems": "问题及改进",
    "other_matters": "其他事项",
    "finish": "检查与导出",
}
"""The pages in their order, with the short names of the rail."""

BLANKS = "T0-01"
"""The check that finds the blank cells of all tables."""

_OPENING = {"title": "标题", "preamble": "引言"}


def page_of(section: str) -> str:
    """The page that shows a section."""
    return "agency" if section in _OPENING else section


def place_words(finding: "Finding") -> str:
    """Where a finding is, in words: 表三 · 自然人, or 一、总体情况."""
    from model.progress import place_of

    section = place_of(finding).section
    if section in _OPENING:
        return _OPENING[section]
    if section in ("agency", "finish"):
        return PAGES[section]
    part = official().section(section)
    counts = _by_table(finding.cells) if finding.check == BLANKS else []
    if len(counts) > 1:
        return "、".join(f"{name} {count} 格" for name, count in counts)
    if part.table is None:
        return f"{part.heading[:2]}{PAGES[section]}"
    name = official().table(part.table).name
    return f"{name} · {_common(finding.cells)}" if _common(finding.cells) else name


def _by_table(cells: tuple[str, ...]) -> list[tuple[str, int]]:
    """The tables that some cells are in, with how many of them."""
    counted = [(table.name, sum(cell.startswith(f"{table.id}.") for cell in cells)) for table in official().tables]
    return [(name, count) for name, count in counted if count]


def _common(cells: tuple[str, ...]) -> str:
    """The row or the column that all cells of a finding share; nothing when they share none."""
    names = [official().name(cell_id) for cell_id in cells]
    for end in (0, -1):
        shared = {name.split(" / ")[end] for name in names}
        if len(shared) == 1:
            return shared.pop()
    return ""


def cell_words(cell_id: str) -> str:
    """A cell as one says it, such as 本年新收 / 自然人."""
    return official().name(cell_id)


def figure(value: Value | None) -> str:
    """A figure as it is printed."""
    return format_value(value)


def saved_words(at: datetime, now: datetime) -> str:
    """When the report was saved: the time of today, or the day."""
    local = at.astimezone()
    if local.date() == now.date():
        return f"已自动保存 {local:%H:%M}"
    return f"{local.year}年{local.month}月{local.day}日 保存"


def when(moment: datetime, today: date) -> str:
    """A moment as one says it: 今天 10:42, 11 月 20 日, 2024 年 1 月 15 日."""
    local = moment.astimezone()
    if local.date() == today:
        return f"今天 {local:%H:%M}"
    day = f"{local.month} 月 {local.day} 日"
    return day if local.year == today.year else f"{local.year} 年 {day}"
