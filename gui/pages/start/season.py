"""Which year is being prepared, and what the drafts on this machine say of it."""

from collections.abc import Sequence
from datetime import date

from gui.controls.deadline import deadline_line
from model.drafts.listing import Entry
from model.report.due import season_year


def season_words(entries: Sequence[Entry], today: date) -> str:
    """The year that is being prepared, and the days left for the newest draft of that year."""
    year = season_year(today)
    own = next((entry.due for entry in entries if entry.due and entry.year == year), None)
    line = deadline_line(own or date(year + 1, 1, 31), today, published=False)
    return f"{year} 年度报告，{line}" if own else f"{year} 年度报告，政府部门{line}"


def has_past(entries: Sequence[Entry], today: date) -> bool:
    """Whether a draft of an earlier season is there to begin with."""
    return any(entry.year is not None and entry.year < season_year(today) for entry in entries)
