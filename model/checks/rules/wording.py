"""Checks on words that must not be published: unfilled places, wrong legal names, fields without a cell."""

import re
from collections.abc import Iterator
from functools import lru_cache

from model.checks.parts import WORDS
from model.checks.passages import passages
from model.checks.reasons import WORDING
from model.checks.registry import Context, Problem, check, in_text, rewording
from model.checks.rules.placeholders import unfilled_spans
from model.language.excerpt import excerpt
from model.language.patterns import pattern
from model.report.fields import resolve, unknown
from model.report.names import is_cut_from
from model.report.report import TEXT_IDS, Report

_LONGEST_QUOTE = 40
_NEAR = 200
"""How far from a place its words are looked at; much farther than is shown, so that no live field is cut that is."""

_WRONG_NAMES = {
    r"政府信息(?:工作)?年度报告|政府信息公开年度工作报告": "政府信息公开工作年度报告",
    r"(?<!政府)信息公开工作年度报告": "政府信息公开工作年度报告",
    r"(?:政府)?信息(?!公开信息)(?:检索|公开|查询|复制|提供|服务|资料)[一-鿿]{0,2}处理费用?": "信息处理费",
    r"(?:政府)?信息公开处理费|信息(?:公开|处置|办理|处里?|处事|处理收|处理服务|公开收|公开服务)费(?!用)"
    r"|信息处理(?:工本|成本|服务|手续|检索)费|信息费处理费|信息理处费|信息处费理|信处理费|信息费处理": "信息处理费",
    r"(?<![省市州县区])(?:政府信息公开工作条例|政务信息公开条例|政务公开条例)": "政府信息公开条例",
    r"(?<!简称)《信息公开条例》": "《政府信息公开条例》",
    r"《国务院政府信息公开条例》": "《中华人民共和国政府信息公开条例》",
    r"政府信息工作(?=指南|目录)|政府公开信息(?=指南|目录|工作(?!人员)|申请|条例|专栏|年报|制度|机制)"
    r"|信息公开政府(?=申请|工作|条例|目录|指南|年报)"
    r"|政府信息公(?![开布示告众报用共司安益务文正平园交证职允])|政府信息开(?=工作|条例|申请|目录|指南|年度|专栏|平台|情况|制度)"
    r"|政信息公开(?<![行党财民邮家林渔路校村警][政务]信息公开)|政府信公开"
    r"|政府信公息开|政府息公开|政信府息公开|信息政府公开|政府公信息开": "政府信息公开",
    r"政府公开信息(?=管理)|政府管理信息(?=方面|情况|工作|[。：，])|信息政府管理"
    r"|政府信管理|政府信息管(?=[，。；：、工方情]|$)": "政府信息管理",
    r"政府信息工作(?<!公开政府信息工作)(?!年度报告|指南|目录|人员|[委室处站])": "政府信息公开工作",
    r"(?<![一-鿿])政府公开工作|政府公开工作(?<=[好进强展对把将]政府公开工作)": "政府信息公开工作",
    r"(?<![》一-鿿])政府信息条例": "政府信息公开条例",
    r"政府信息申请公开(?=[0-9])": "政府信息公开申请",
    r"政府信息公开信息费(?!用)": "政府信息公开信息处理费",
    r"政府信息公开信息处理费管理条例": "政府信息公开信息处理费管理办法",
}
_OTHER_LAWS = (
    "行政复议法",
    "行政诉讼法",
    "行政许可法",
    "行政处罚法",
    "行政强制法",
    "国家赔偿法",
    "保守国家秘密法",
    "个人信息保护法",
    "数据安全法",
    "网络安全法",
    "行政复议法实施条例",
    "保守国家秘密法实施条例",
    "重大行政决策程序暂行条例",
    "优化营商环境条例",
    "信访工作条例",
    "党政机关公文处理工作条例",
    "公共企事业单位信息公开规定制定办法",
)
"""Other laws that reports cite; none of them is another law but for one letter."""
_ALSO_NAMES = (
    "政府信息主动公开目录",
    "政府信息主动公开指南",
    "政府信息公开指引",
    "政府信息公开名录",
    "政务信息公开目录",
    "政务信息公开指南",
    "信访条例",
    "政府信息公开工作年度报告格式",
)
_KNOWN_NAMES = (
    "中华人民共和国政府信息公开条例",
    "政府信息公开条例",
    "政府信息公开信息处理费管理办法",
    "中华人民共和国政府信息公开工作年度报告格式",
    "政府信息公开指南",
    "政府信息公开目录",
    "政府信息公开工作年度报告",
    *(f"{nation}{law}" for law in _OTHER_LAWS for nation in ("", "中华人民共和国")),
)
_CITED = pattern(r"[《〈]([^《》〈〉\n]{4,24})[》〉]")
_OF_FEE = pattern("^(?:国务院办公厅)?(?:关于)?(?:印发)?政府信息公开信息[一-鿿]{2,12}(?:办法|规定|条例|方法|细则)$")
"""The one document whose name begins so."""
_FEE_LAW = "政府信息公开信息处理费管理办法"
_LETTERS = 2
"""How many letters may be lost or doubled in a name that is still nearly a known one."""
_WRONG_NAME = pattern("|".join(f"({name})" for name in _WRONG_NAMES))
_SHORT_LAW = "《信息公开条例》"


@check("Y-04", "error", "practice", reads=(*WORDS, "tables"), group="没填的空")
def unfilled(report: Report, _context: Context) -> Iterator[Problem]:
    """残留的空：××、XX件、20XX年、__、【】、“此处填写”、缺数字的“信息  条”；一个日期、一个名称一条，表下的注也查。"""
    for passage in passages(report):
        words = passage.words
        for start, end in unfilled_spans(words):
            message = f"{passage.where(start)}“{_around(report, words, start, end)}”还有没填的空，请填上或删去。"
            yield passage.problem((start, end), message)


def _around(report: Report, words: str, start: int, end: int) -> str:
    """A place with some words around it, with the figures that live fields stand for."""
    before = resolve(words[max(0, start - _NEAR) : start], report)
    behind = resolve(words[end : end + _NEAR], report)
    place = words[start:end][:_LONGEST_QUOTE]
    return excerpt(f"{before}{place}{behind}", len(before), len(before) + len(place))


@check("N-01", "warning", "official", reads=WORDS, group="名称写错", reasons=WORDING, aspect="format")
def wrong_name(report: Report, _context: Context) -> Iterator[Problem]:
    """法定名称写错，如“政府信息工作年度报告”“信息公开处理费”。标题由 H-03 检查；已定义的简称不算。"""
    defined = any(f"简称{_SHORT_LAW}" in report.text[section] for section in TEXT_IDS)
    for passage in passages(report):
        for found in _WRONG_NAME.finditer(passage.words if passage.section != "title" else ""):
            if found[0] != _SHORT_LAW or not defined:
                right = _right_name(found)
                message = f"“{found[0]}”应为“{right}”。"
                yield passage.problem(found.span(), message, rewording(passage.section, found.span(), right))
        for found, right in _nearly_known(passage.words):
            message = f"“{found[1]}”应为“{right}”。"
            yield passage.problem(found.span(1), message, rewording(passage.section, found.span(1), right))


@lru_cache(maxsize=16)
def _nearly_known(words: str) -> tuple[tuple[re.Match[str], str], ...]:
    """Names in book marks that are one of the known ones but for a letter or two."""
    cited = ((found, _known_nearest(found[1])) for found in _CITED.finditer(words))
    return tuple((found, right) for found, right in cited if right and not _WRONG_NAME.search(found[0]))


def _known_nearest(name: str) -> str:
    if name in _KNOWN_NAMES or name in _ALSO_NAMES:
        return ""
    if _OF_FEE.search(name) and _FEE_LAW not in name:
        return _FEE_LAW
    return next((known for known in _KNOWN_NAMES if _is_near(name, known)), "")


def _is_near(written: str, name: str) -> bool:
    """Whether one letter is another one, or up to two behind the first ones are lost or doubled."""
    if len(written) == len(name):
        return sum(a != b for a, b in zip(written, name, strict=True)) == 1
    if abs(len(written) - len(name)) > _LETTERS or written[:2] != name[:2]:
        return False
    return is_cut_from(written, name) if len(written) < len(name) else is_cut_from(name, written)


def _right_name(found: re.Match[str]) -> str:
    return list(_WRONG_NAMES.values())[(found.lastindex or 1) - 1]


@check("R-01", "error", "inference", reads=TEXT_IDS)
def field_without_cell(report: Report, _context: Context) -> Iterator[Problem]:
    """随表数据 {{…}} 指向表样里没有的格；有这样的地方，报告不能导出。空格由 T0-01 提示。"""
    for section in TEXT_IDS:
        words = report.text[section]
        for field in unknown(words, report.form):
            message = (
                f"“{_short(words[field.start : field.end])}”指向的数据不存在，改好以前不能导出："
                "请改成数字，或用“插入数据”重新插入。"
            )
            yield in_text(section, (field.start, field.end), words, message)


def _short(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"
