"""Moments and days in words."""

from datetime import date, datetime


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
