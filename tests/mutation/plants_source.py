"""Mistakes that a source file printed."""

from random import Random

from model.report.report import Evidence, Report, Source
from model.report.rule_making import rules_cells
from model.structs import replace
from tests.forms import FORM
from tests.mutation.figures import FEES
from tests.mutation.plant import Spoil, every, plant

_TOTALS = tuple(FORM.parts)
_SECTIONS = FORM.sections


def printing(report: Report, place: str, printed: str) -> Report | None:
    """The report whose source printed other words at a place; None for one without a source."""
    if report.source is None:
        return None
    kept = [entry for entry in report.source.evidence if entry.place != place]
    old = next((index for index, entry in enumerate(report.source.evidence) if entry.place == place), len(kept))
    kept.insert(old, Evidence(place, printed))
    return replace(report, source=Source(report.source.file, tuple(kept)))


# --- words where numbers belong ---


def _odd(table: str, words: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        cells = [cell for cell in FORM.typed if cell.startswith(table) and cell not in (FEES, *rules_cells(FORM))]
        return printing(report, random.choice(cells), words)

    return spoil


_ODD = (
    "/",
    "—",
    "-",
    "无",
    "5件",
    "十七",
    "-3",
    "2.5",
    "约20",
    "N/A",
    "○",
    "1、2",
    "/ ",
    "未统计",
    "3 份",
    "一百零五件",
    "O",
)
for code, table in (("T2-01", "disclosure."), ("T3-04", "applications."), ("T4-02", "disputes.")):
    every(code, ((words, _odd(table, words)) for words in _ODD))


def _odd_fees(words: str) -> Spoil:
    return lambda report, _random: printing(report, FEES, words)


every("T2-01", ((f"收费 {words}", _odd_fees(words)) for words in ("无", "35.5万元", "-1", "3,5.1.2", "/")))


# --- totals that do not hold ---


def _wrong(places: str, change: int | str, *, column: bool = False) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        cells = [cell for cell in _TOTALS if cell.startswith(places) and column == _is_column(cell)]
        cell = random.choice(cells)
        total = report.total(cell)
        printed = change if isinstance(change, str) else str(total + change if change < 10 else (total + 1) * change)
        return None if printed.startswith("-") or printed == str(total) else printing(report, cell, printed)

    return spoil


def _is_column(cell: str) -> bool:
    return cell.startswith("applications.concluded.") and not cell.endswith(".total")


_CHANGES: tuple[tuple[str, int | str], ...] = (
    ("多一", 1),
    ("少一", -1),
    ("十倍", 10),
    ("多三", 3),
    ("是文字", "见下表"),
)
every("T3-02", ((name, _wrong("applications.", change, column=True)) for name, change in _CHANGES), by=("T3-03",))
every("T3-03", ((name, _wrong("applications.", change)) for name, change in _CHANGES))
every("T4-01", ((name, _wrong("disputes.", change)) for name, change in _CHANGES))


def _blank_total(places: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        cells = [cell for cell in _TOTALS if cell.startswith(places) and report.total(cell) and not _is_column(cell)]
        return printing(report, random.choice(cells), "") if cells else None

    return spoil


every("T3-03", [("总计没有填", _blank_total("applications."))])
every("T4-01", [("总计没有填", _blank_total("disputes."))])


@plant("T3-03", "一格抄错")
def _misread(report: Report, random: Random) -> Report | None:
    cells = [cell for cell in FORM.typed if cell.startswith("applications.")]
    cell = random.choice(cells)
    return report.with_number(cell, report.count(cell) + random.choice((1, 30))) if report.source else None


@plant("T4-01", "一格抄错")
def _misread_dispute(report: Report, random: Random) -> Report | None:
    cell = random.choice([cell for cell in FORM.typed if cell.startswith("disputes.")])
    return report.with_number(cell, report.count(cell) + random.choice((1, 30))) if report.source else None


# --- headings ---


def _without(section: str) -> Spoil:
    def spoil(report: Report, _random: Random) -> Report | None:
        if report.source is None:
            return None
        kept = [entry for entry in report.source.evidence if entry.place != f"heading.{section}"]
        return replace(report, source=replace(report.source, evidence=(*kept, Evidence(f"missing.{section}", ""))))

    return spoil


every("S-01", ((f"缺{section.heading}", _without(section.id)) for section in _SECTIONS))


@plant("S-01", "顺序颠倒")
def _disordered(report: Report, random: Random) -> Report | None:
    if report.source is None:
        return None
    kept = list(report.source.evidence)
    places = [index for index, entry in enumerate(kept) if entry.place.startswith("heading.")]
    first, second = sorted(random.sample(places, 2))
    kept[first], kept[second] = kept[second], kept[first]
    return replace(report, source=replace(report.source, evidence=tuple(kept)))


def _headed(section: str, printed: str) -> Spoil:
    return lambda report, _random: printing(report, f"heading.{section}", printed)


_OTHERWISE = (
    ("overview", "一、概述"),
    ("overview", "一、总体情況"),
    ("disclosure", "二、行政机关主动公开政府信息情况"),
    ("disclosure", "二、主动公开信息情况"),
    ("disclosure", "二、主动公开政府信息的情况"),
    ("applications", "三、依申请公开政府信息情况"),
    ("applications", "三、收到和办理政府信息公开申请情况"),
    ("applications", "三、收到和处理政府信息公开申请情况统计表"),
    ("disputes", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
    ("disputes", "四、政府信息公开行政复议和行政诉讼情况"),
    ("disputes", "四、政府信息公开行政法复议、行政诉讼情况"),
    ("problems", "五、政府信息公开工作存在的主要问题及改进情况"),
    ("problems", "五、存在的主要问题及改进措施"),
    ("problems", "五、存在问题和改进情况"),
    ("other_matters", "六、其它需要报告的事项"),
    ("other_matters", "六、其他"),
)
every("S-02", ((printed, _headed(section, printed)) for section, printed in _OTHERWISE))

_NUMBERED = ("3、{}", "三.{}", "（三）{}", "{}", "第三部分 {}", "四、{}", "3.{}", "③{}", "Ⅲ、{}", "叁、{}")
every(
    "S-03",
    ((form, _headed("applications", form.format(_SECTIONS[2].heading.partition("、")[2]))) for form in _NUMBERED),
)


def _with(place: str, printed: str) -> Spoil:
    def spoil(report: Report, _random: Random) -> Report | None:
        if report.source is None:
            return None
        return replace(
            report, source=replace(report.source, evidence=(*report.source.evidence, Evidence(place, printed)))
        )

    return spoil


_FURTHER = ("七、附件", "七、下一步工作打算", "八、附表", "七、需要说明的事项", "附件")
every("S-04", ((printed, _with("heading.other", printed)) for printed in _FURTHER))
_RESIDUES = ("修订痕迹", "批注", "批注：请核实", "图片", "书签", "错误！未找到引用源")
every("Y-05", ((f"来源 {words}", _with("residue.overview", words)) for words in _RESIDUES))
every("Y-05", [("来源标题 修订痕迹", _with("residue.title", "修订痕迹"))])
