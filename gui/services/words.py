"""What the window calls the parts of a report and the places in it."""

from typing import TYPE_CHECKING

from model.checks.places import place_name, place_of
from model.form.form import Value, format_value, official
from model.report.change import WHOLE
from model.report.past import past_count
from model.report.proposals import CARRIED_IN, CARRIED_OUT, proposal

if TYPE_CHECKING:
    from model.checks import Finding
    from model.checks.groups import Group
    from model.report.report import Report
    from model.session.zero_fill import ZeroFill

PART_NAMES = {
    "agency": "单位信息",
    "overview": "总体情况",
    "disclosure": "主动公开",
    "applications": "收到和处理申请",
    "disputes": "复议、诉讼",
    "problems": "问题及改进",
    "other_matters": "其他事项",
    WHOLE: "检查与导出",
}
"""The parts of a report in their order, with their short names; the last one stands for the whole."""

_OPENING = ("title", "preamble")


def part_of(section: str) -> str:
    """The part of a report that a section belongs to: title and preamble are the agency's."""
    return "agency" if section in _OPENING else section


def place_words(finding: "Finding") -> str:
    """Where a finding is, in words: 表三 · 自然人, or 一、总体情况; a text is called as in the rail."""
    section = place_of(finding).section
    if section in PART_NAMES and section not in ("agency", WHOLE) and official().section(section).table is None:
        return f"{official().section(section).heading[:2]}{PART_NAMES[section]}"
    return place_name(finding)


def cure_words(group: "Group") -> str:
    """What the button says that cures one finding or all of one cause."""
    count, fix = len(group.findings), group.first.fix
    return f"全部改正 {count} 处" if count > 1 else fix.label if fix else ""


def shortened(words: str, most: int) -> str:
    """Words of at most so many characters, the middle left out of longer ones."""
    if len(words) <= most:
        return words
    tail = most // 3
    return f"{words[: most - tail - 1]}…{words[-tail:]}"


def cell_words(cell_id: str) -> str:
    """A cell as one says it, such as 本年新收 / 自然人."""
    return official().name(cell_id)


def filled_words(filled: "ZeroFill", report: "Report") -> str:
    """What was put into blank cells: 0, and by last year's report something else, which is named; what was left."""
    proposed = sorted(filled.proposed, key=official().typed.index)
    zeros = len(filled.values) - len(proposed)
    words = [f"填了 {zeros} 格 0"] if zeros else []
    for end, name in ((".in_force", "现行有效"), ("", "上年结转")):
        cells = [cell for cell in proposed if cell.endswith(".in_force") == bool(end)]
        if cells:
            words.append(f"{name}按上年填 {'、'.join(figure(report.value(cell)) for cell in cells)}")
    done = [f"{'；'.join(words)}，可以撤销"] if words else []
    left = ["现行有效没有填，请按今年实际填写"] if filled.left_blank else []
    return "。".join((*done, *left))


def proposal_words(report: "Report", cell_id: str) -> str:
    """What last year's report leads to in a blank cell, and how: 上年 12＋制发 3－废止 1，现行有效应为 14。."""
    found = proposal(report, cell_id)
    if cell_id.startswith(CARRIED_IN):
        return f"上年有 {past_count(report, CARRIED_OUT + cell_id.removeprefix(CARRIED_IN))} 件结转下来。按回车填入"
    row = cell_id.rpartition(".")[0]
    issued, repealed = report.count(f"{row}.issued"), report.count(f"{row}.repealed")
    return f"上年 {past_count(report, cell_id)}＋制发 {issued}－废止 {repealed}，应为 {found}。按回车填入"


def figure(value: Value | None) -> str:
    """A figure as it is printed."""
    return format_value(value)
