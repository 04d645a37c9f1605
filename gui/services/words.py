"""What the window calls the parts of a report and the places in it."""

from typing import TYPE_CHECKING

from model.checks.places import place_name, place_of
from model.form.form import Value, format_value
from model.report.change import WHOLE
from model.report.past import past_count
from model.report.proposals import carried, documents, proposal

if TYPE_CHECKING:
    from model.checks import Finding
    from model.checks.groups import Group
    from model.form.form import Form
    from model.report.change import Change
    from model.report.report import Report
    from model.session.zero_fill import ZeroFill

PART_NAMES = {
    "agency": "单位信息",
    "overview": "总体情况",
    "problems": "问题及改进",
    "other_matters": "其他事项",
    WHOLE: "检查与导出",
}
"""The short names of the parts of a report that are no tables, and of the whole; a table's is its form's."""

_OPENING = ("title", "preamble")
_OPENING_NAMES = {"title": "标题", "preamble": "引言"}
_OTHER_NAMES = {
    "notes": "表下的注",
    "remarks": "格子的备注",
    "last_year": "上年的报告",
    "dismissed": "忽略的问题",
    "events": "签发、报送和公布的记录",
    "as_typed": "填了而读不出来的内容",
    "summed": "汇总的单位",
}
"""What a change is called where it changed neither a text nor a figure."""


def part_of(section: str) -> str:
    """The part of a report that a section belongs to: title and preamble are the agency's."""
    return "agency" if section in _OPENING else section


def place_words(finding: "Finding", form: "Form") -> str:
    """Where a finding is, in words: 表三 · 自然人, or 一、总体情况; a text is called as in the rail."""
    section = place_of(finding).section
    if section is not None and any(part.text == section for part in form.sections):
        return _text_name(section, form)
    return place_name(finding, form)


def changed_words(change: "Change", form: "Form") -> str:
    """What a change changed, as after an undo: 一、总体情况、表三 12 格; empty where there is nothing to name."""
    texts = (*_OPENING, *(part.text for part in form.sections if part.text is not None))
    words = [_text_name(text, form) for text in texts if text in change.texts]
    for table in form.tables:
        cells = [cell for cell in form.typed if cell in change.cells and form.table_of(cell) is table]
        words += [f"{table.name} {form.name(cells[0]) if len(cells) == 1 else f'{len(cells)} 格'}"] if cells else []
    words += ["单位信息"] if change.agency else []
    return "、".join(words or [name for key, name in _OTHER_NAMES.items() if key in change.texts])


def _text_name(section: str, form: "Form") -> str:
    return _OPENING_NAMES.get(section) or f"{form.section(section).heading[:2]}{PART_NAMES[section]}"


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


def filled_words(filled: "ZeroFill", report: "Report") -> str:
    """What was put into blank cells: 0, and by last year's report something else, which is named; what was left."""
    in_force = {row.in_force for row in documents(report.form)}
    proposed = sorted(filled.proposed, key=report.form.typed.index)
    zeros = len(filled.values) - len(proposed)
    words = [f"填了 {zeros} 格 0"] if zeros else []
    for of_documents, name in ((True, "现行有效"), (False, "上年结转")):
        cells = [cell for cell in proposed if (cell in in_force) is of_documents]
        if cells:
            words.append(f"{name}按上年填 {'、'.join(figure(report.value(cell)) for cell in cells)}")
    done = [f"{'；'.join(words)}，可以撤销"] if words else []
    left = ["现行有效没有填，请按今年实际填写"] if filled.left_blank else []
    return "。".join((*done, *left))


def proposal_words(report: "Report", cell_id: str) -> str:
    """What last year's report leads to in a blank cell, and how: 上年 12＋制发 3－废止 1，现行有效应为 14。."""
    found = proposal(report, cell_id)
    if carried_out := carried(report.form).get(cell_id):
        return f"上年有 {past_count(report, carried_out)} 件结转下来。按回车填入"
    row = next(row for row in documents(report.form) if row.in_force == cell_id)
    issued, repealed = report.count(row.issued), report.count(row.repealed)
    return f"上年 {past_count(report, cell_id)}＋制发 {issued}－废止 {repealed}，应为 {found}。按回车填入"


def figure(value: Value | None) -> str:
    """A figure as it is printed."""
    return format_value(value)
