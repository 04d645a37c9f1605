"""Moments and days in words."""

from datetime import date, datetime


def when(moment: datetime, today: date) -> str:
    """A moment as one says it: 今天 10:42, 11 月 20 日, 2024 年 1 月 15 日."""
    local = moment.astimezone()
    if local.date() == today:
        return f"今天 {local:%H:%M}"
    day = f"{local.month} 月 {local.day} 日"
    return day if local.year == today.year else f"{local.year} 年 {day}"


def moment_words(moment: datetime) -> str:
    """A moment with day and time, such as 2025 年 1 月 9 日 10:42."""
    local = moment.astimezone()
    return f"{local.year} 年 {local.month} 月 {local.day} 日 {local:%H:%M}"
