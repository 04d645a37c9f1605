"""The rates that supervisors compute from the tables, for the clerk to see first."""

from PySide6.QtWidgets import QWidget

from gui.controls.plain import set_tip
from gui.controls.text import Text
from gui.pages.finish.session_card import SessionCard
from gui.session.bridge import Bridge
from model.report.rates import Rate, rates


class RatesCard(SessionCard):
    """A line each: this year's share and how it came about, last year's, the change."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show a session."""
        super().__init__(bridge, "rates", 12, 6, parent)

    def _show(self) -> bool:
        found = rates(self._bridge.session.report)
        self._column.put(Text("上级常算的指标", 15, bold=True), Text("供参考，按表中数据计算", 13, color="text2"))
        for rate in found:
            self._column.put(_line(rate))
        return bool(found)


def _line(rate: Rate) -> QWidget:
    before = rate.before_words
    past = f"，上年{' ' if before[0].isdigit() else ''}{before}" if rate.known_before else ""
    change = f"，{_in_words(rate.change_words)}" if rate.change_words else ""
    line = Text(f"{rate.name}：{rate.now_words}{past}{change}", 14, color="text2", wrap=True)
    set_tip(line, rate.formula)
    return line


def _in_words(change: str) -> str:
    """A change without a sign, which a line that is too long would leave behind, away from its figure."""
    return change.replace("－", "下降 ").replace("＋", "上升 ")
