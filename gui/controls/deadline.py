"""The card that says how many days are left."""

from datetime import date

from PySide6.QtWidgets import QWidget

from gui.controls.layouts import Card, Column, Row
from gui.controls.plain import set_tip
from gui.controls.text import Sign, Text

_LONG_PAST = 120
"""After so many days it is another season, and the days are not counted any more."""


class DeadlineCard(Card):
    """A quiet card: 距 1 月 31 日还有 70 天."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the card, empty until a day is known."""
        super().__init__("surface", "border", 10, parent)
        self.setObjectName("deadline_card")
        self._sign = Sign("calendar_ltr", "text2", 20)
        self._caption = Text(px=13, color="text2", wrap=True)
        self._days = Text(px=20, bold=True, wrap=True)
        row = Row(self, (14, 10, 12, 10), 12)
        words = Column(None, 0, 0)
        self._hand_in, self._signed = Text(px=13, wrap=True), Text("签批后改过", 14, color="warn", wrap=True)
        self._hand_in.hide()
        self._signed.hide()
        words.put(self._hand_in, self._caption, self._days, self._signed)
        row.put(self._sign)
        row.put(words, stretch=1)

    def show_days(  # noqa: PLR0913
        self,
        due: date | None,
        today: date,
        *,
        published: bool,
        changed: bool = False,
        hand_in: date | None = None,
        resign: bool = False,
    ) -> None:
        """Say how many days are left until the report is due, or that it is published.

        Args:
            due: the day by which it is to be published.
            today: the day it is.
            published: whether it is.
            changed: whether what it prints has been changed since it was published.
            hand_in: the day by which it still has to be handed in (报送), which has a line of its own.
            resign: whether what it prints has been changed since it was signed.
        """
        left = (hand_in - today).days if hand_in else 0
        self._hand_in.setText(f"报送还有 {left} 天" if left > 0 else f"报送已过 {-left} 天" if left else "今天报送")
        self._hand_in.set_color("text2" if left > 0 else "warn")
        set_tip(self, f"报送{deadline_line(hand_in, today, published=False)}" if hand_in else "")
        self._hand_in.setVisible(hand_in is not None)
        caption, days, color = deadline_words(due, today, published=published)
        if changed:
            days, color = "公布后改过", "warn"
        caption = f"公布{caption}" if hand_in and due and caption and not published else caption
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))
        self._days.setText(days)
        self._days.set_color(color)
        done = published and not changed
        self._sign.set_sign("checkmark_circle" if done else "calendar_ltr", "ok" if done else "text2")
        self._signed.setVisible(resign)
        handing, signing = self._hand_in.text() if hand_in else "", self._signed.text() if resign else ""
        self.setAccessibleName(f"{handing} {caption}{days} {signing}".strip())


def deadline_words(due: date | None, today: date, *, published: bool) -> tuple[str, str, str]:
    """What to say of a day: a caption, the days, and the name of their colour."""
    if published:
        return "", "已标记公布", "ok"
    if due is None:
        return "公布期限", "按当地通知", "text"
    day = f"{due.month} 月 {due.day} 日"
    if due.year - today.year > 1:
        day = f"{due.year} 年 {day}"
    left = (due - today).days
    if left < -_LONG_PAST:
        return f"期限 {due.year} 年", f"{due.month} 月 {due.day} 日", "text"
    if left < 0:
        return f"已过 {day}", f"{-left} 天", "warn"
    if due.year - today.year > 1:
        return f"距 {day}", f"还有 {left} 天", "text"
    return (f"距 {day}还有", f"{left} 天", "text") if left else (f"期限 {day}", "就是今天", "warn")


def deadline_line(due: date | None, today: date, *, published: bool) -> str:
    """The same on one line: 距 1 月 31 日还有 70 天."""
    caption, days, _ = deadline_words(due, today, published=published)
    return f"{caption} {days}".strip() if due and not published else f"{caption}{days}"
