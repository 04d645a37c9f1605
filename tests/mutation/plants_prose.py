"""Wrong figures in the prose: every clause of the generators, each figure of it wrong in several ways."""

import re
from collections.abc import Callable
from random import Random

from model.form.form import Value
from model.prose.agreement import is_unsettled
from model.report.past import past_value
from model.report.report import Report
from tests.mutation import wording
from tests.mutation.plant import Spoil, every
from tests.mutation.reports import has_past
from tests.mutation.writer import Writer
from tests.prose.sentences import NAMES
from tests.prose.writing import NOTATIONS, Slot, Written, write

Change = Callable[[Report, Slot, Random], Value | None]


def check_of(name: str) -> str:
    """The check whose matter a name counts."""
    cell = NAMES[name][0]
    table, row = cell.split(".")[:2]
    if table == "disputes":
        return "X-04"
    if table == "disclosure":
        return "X-05" if row in ("rules", "normative_documents") else "X-10"
    if name in ("新收", "办结"):
        return "X-01" if name == "新收" else "X-02"
    return "X-03" if row.startswith("carried") else "X-09"


def allowed(report: Report, name: str) -> set[Value]:
    """The figures that are right for a name, in any way of counting."""
    value = report.value(NAMES[name][0]) if len(NAMES[name]) == 1 else report.sum(NAMES[name])
    right = {value or 0}
    carried = report.count("applications.carried_in.total")
    if name == "新收":
        right |= {report.count("applications.received.total") + carried}
    if name == "办结":
        others = sum(report.count(f"applications.other_{row}.total") for row in ("not_corrected", "fee_unpaid", "misc"))
        total = report.count("applications.concluded.total")
        unprocessed = report.sum(NAMES["不予处理"])
        right |= {total, total - others, total - unprocessed, total - others - unprocessed}
        right |= {total - report.count("applications.other_misc.total")}
    columns = {"自然人", "企业", "科研", "律所", "公益", "法人"}
    if name in columns:
        received = report.sum(NAMES[name])
        inn = report.sum(cell.replace("received", "carried_in") for cell in NAMES[name])
        done = report.sum(cell.replace("received", "concluded") for cell in NAMES[name])
        right |= {received + inn, done}
    return right


# --- ways to be wrong ---


def _off_by_one(_report: Report, slot: Slot, _random: Random) -> Value:
    return slot.value + 1


def _one_less(_report: Report, slot: Slot, _random: Random) -> Value | None:
    return slot.value - 1 if slot.value >= 1 else None


def _ten_times(_report: Report, slot: Slot, _random: Random) -> Value | None:
    return slot.value * 10 if slot.value else None


def _swapped(_report: Report, slot: Slot, _random: Random) -> Value | None:
    digits = str(slot.value)
    return int(digits[::-1]) if digits.isdecimal() and digits[::-1] != digits else None


def _neighbour(report: Report, _slot: Slot, random: Random) -> Value | None:
    """The figure of another place of the form."""
    cells = NAMES[random.choice(list(NAMES))]
    return report.sum(cells) if "fees" not in cells[0] else None


def _last_years(report: Report, slot: Slot, _random: Random) -> Value | None:
    values = [
        past_value(report.last_year, cell, report.form) if report.last_year else None for cell in NAMES[slot.name]
    ]
    known = [value for value in values if value is not None]
    return sum(known[1:], start=known[0]) if len(known) == len(values) and has_past(report) else None


_CHANGES: dict[str, Change] = {
    "多一": _off_by_one,
    "少一": _one_less,
    "十倍": _ten_times,
    "颠倒": _swapped,
    "别的数": _neighbour,
    "上年的数": _last_years,
}


def _wrong(template: str, name: str, change: Change, notation: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        written = Writer(report, random).written(template)
        slots = [slot for slot in written.slots if slot.name == name]
        if not slots or is_unsettled(report):
            return None
        value = change(report, slots[0], random)
        if value is None or value in allowed(report, name) or value < 0:
            return None
        return said_beside(report, random, _said(written, slots[0], value, notation))

    return spoil


def _said(written: Written, slot: Slot, value: Value, notation: str) -> str:
    return written.text[: slot.start] + write(value, notation) + written.text[slot.end :]


def said_beside(report: Report, random: Random, sentence: str) -> Report:
    """The report with one sentence more among those about applications."""
    text = report.text.overview
    item = re.search(r"（二）[^\n]*\n?[^\n]*(?=\n（三）)", text)
    end = item.end() if item and random.random() < 0.8 else len(text)
    said = "" if item and end < len(text) else "政府信息公开申请办理规范。"
    return report.with_text("overview", f"{text[:end]}{said}{sentence}{text[end:]}")


_TEMPLATES = (
    *wording.APPLICATIONS,
    *wording.RESULTS[:4],
    *wording.DISPUTES,
    "{制发|制定}行政规范性文件{制发文件}件，废止{废止文件}件，现行有效{有效文件}件。",
    "年内新出台规范性文件{制发文件}件。",
    "现行有效的规范性文件共{有效文件}件。",
    "全年作出行政许可决定{许可}件、行政处罚决定{处罚}件、行政强制{强制}件。",
    "办理行政许可{许可}件。",
    "收取行政事业性收费{收费}万元。",
    "全年行政事业性收费共计{收费}万元。",
    "全年共收到依申请公开{新收}件，均在法定期限内答复。",
    "{年}年收到信息公开申请{新收}件，与申请人充分沟通。",
    "我单位共接到政府信息公开申请{新收}件，通过信函、网络方式答复。",
    "新增政府信息公开申请{新收}件。",
    "政府信息公开申请总数{新收}件。",
    "已办结政府信息公开申请{办结}件。",
    "全年答复政府信息公开申请{办结}件。",
    "政府信息公开申请结转下年度继续办理{结转下年}件。",
    "政府信息公开申请中上年结转{上年结转}件。",
    "按结果分，政府信息公开申请予以公开{予以公开}件，部分公开{部分公开}件，无法提供{无法提供}件，不予处理{不予处理}件。",
    "政府信息公开申请答复中，同意公开{予以公开}件、不予公开{不予公开}件、信息不存在{不掌握}件。",
    "收到政府信息公开申请{新收}件，其中自然人申请{自然人}件，企业申请{企业}件。",
    "因政府信息公开引发行政复议{复议}件、行政诉讼{诉讼}件。",
    "全年因依申请公开被提起行政复议{复议}件。",
    "全年发生涉及政府信息公开的行政复议案件{复议}件，行政诉讼案件{诉讼}件。",
)


_SMALL = ("上年结转", "结转下年", "复议纠正", "复议未审结", "制发文件", "废止文件", "收费")
"""Counts of one digit, and an amount."""


def _plants() -> None:
    for template in _TEMPLATES:
        for name in dict.fromkeys(name for name in NAMES if f"{{{name}}}" in template):
            for change, make in _CHANGES.items():
                if change == "颠倒" and name in _SMALL:
                    continue
                notation = NOTATIONS[(len(template) + len(change) + len(name)) % len(NOTATIONS)]
                how = f"{name}{change} {notation}：{template[:28]}"
                every(check_of(name), [(how, _wrong(template, name, make, notation))], ("X-06",))


_plants()


# --- words that say none ---

_NONE = (
    ("新收", "全年没有收到政府信息公开申请。"),
    ("新收", "全年未收到依申请公开事项。"),
    ("新收", "本年度无政府信息公开申请。"),
    ("新收", "本机关未接到任何政府信息公开申请。"),
    ("新收", "全年政府信息公开申请为零。"),
    ("新收", "全年依申请公开零申请。"),
    ("上年结转", "政府信息公开申请无上年结转。"),
    ("结转下年", "政府信息公开申请没有结转下年度办理的。"),
    ("复议", "全年未发生因政府信息公开引起的行政复议。"),
    ("复议", "无因政府信息公开引发的行政复议案件。"),
    ("复议诉讼", "因政府信息公开引起的行政复议、行政诉讼均为0。"),
    ("诉讼", "没有因政府信息公开被提起行政诉讼。"),
    ("制发文件", "全年未制发行政规范性文件。"),
    ("制发文件", "本年度没有制定规范性文件。"),
    ("处罚", "全年未作出行政处罚决定。"),
    ("许可", "全年没有办理行政许可。"),
    ("收费", "全年未收取行政事业性收费。"),
    ("不予公开", "政府信息公开申请办理中没有不予公开的情形。"),
)


def _none(name: str, sentence: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        value = report.value(NAMES[name][0]) if len(NAMES[name]) == 1 else report.sum(NAMES[name])
        return said_beside(report, random, sentence) if value else None

    return spoil


for counted, words in _NONE:
    every(check_of(counted), [(words, _none(counted, words))])
