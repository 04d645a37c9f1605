"""Which year is being prepared, and what the drafts on this machine say of it."""

from collections.abc import Sequence
from datetime import date

from gui.controls.deadline import deadline_line
from model.drafts.listing import Entry
from model.report.due import season_year


def season_words(entries: Sequence[Entry], today: date) -> str:
    """The year that is being prepared, and the days left for the newest draft of that year that is not published."""
    year, due = season_year(today), season_due(entries, today)
    drafts = [entry for entry in entries if entry.year == year and entry.readable]
    if due is None and drafts:
        published = all(entry.published for entry in drafts)
        return f"{year} 年度报告，{'都已标记公布' if published else '公布期限按当地通知'}"
    line = deadline_line(due or date(year + 1, 1, 31), today, published=False)
    return f"{year} 年度报告，{line}" if due else f"{year} 年度报告，政府部门{line}"


def season_due(entries: Sequence[Entry], today: date) -> date | None:
    """The day that the head of the list names for the drafts of this season; None while none of them has one."""
    year = season_year(today)
    return next((entry.due for entry in entries if entry.due and entry.year == year and not entry.published), None)


def has_past(entries: Sequence[Entry], today: date) -> bool:
    """Whether a draft of an earlier season is there to begin with."""
    return any(entry.year is not None and entry.year < season_year(today) for entry in entries)
