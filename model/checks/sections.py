"""Checks on what each prose section must contain."""

import re
from collections.abc import Iterator

from model.checks.numbers import FEE_WORDS
from model.checks.registry import Context, Problem, check
from model.fields import resolve
from model.outline import paragraphs
from model.report import Report

OVERVIEW_LIMIT = 1000
"""The length of section one that local notices ask for, in characters."""
PROBLEMS_LEAST = 10
"""The fewest characters that can name a problem and its improvement."""

_ASPECTS = {
    "主动公开": r"主动公开|(?:公开|发布|公布|推送)[^。；]{0,12}(?:信息|文件|条|篇)|信息公开[^。；]{0,6}(?:专栏|目录)",
    "依申请公开": r"依申请|公开申请|申请公开",
    "政府信息管理": r"信息管理|信息[^。；]{0,8}(?:审查|审核|发布|更新|管理|归档)|规范性文件|保密审查|动态(?:管理|调整)|清理",
    "政府信息公开平台建设": r"平台|网站|新媒体|公众号|微博|专栏|专区|公开栏|公报|政务服务网",
    "监督保障": r"监督|保障|考核|评议|培训|组织领导|责任(?:制|追究|落实)|追责|问责|检查|测评",
}
_OVERSIGHT = {"工作考核": r"考核", "社会评议": r"评议|满意度|民意调查", "责任追究": r"责任追究|追究|追责|问责"}
_PROBLEM_WORDS = re.compile(r"问题|不足|不够|差距|薄弱|短板|欠缺|有待|还需|仍需|尚|不高|不强|不及时|空间|滞后|单一|困难|不深|不全")
_IMPROVEMENT_WORDS = re.compile(
    r"改进|下一步|下步|今后|将(?:进一步|继续|聚焦|持续|着力|重点)|整改|加强|加大|提升|提高|完善|强化|优化|健全|措施"
)
_NOTHING_ELSE = re.compile(r"(?:没有|无|未有|不存在|暂无)[^。；]{0,8}(?:其[他它])?[^。；]{0,8}(?:事项|情况|内容)")
_FEE_SENTENCE = re.compile(r"费|国办函|按件|按量")
_NONE = re.compile(r"(?:暂?无|没有|不存在)[^，。；]{0,10}")


def _length(text: str, report: Report) -> int:
    """The characters a reader counts: fields as figures, no white space."""
    return sum(not character.isspace() for character in resolve(text, report))


@check("S-14", "error", "official")
def overview_empty(report: Report, _context: Context) -> Iterator[Problem]:
    """第一部分不能空。"""
    if not paragraphs(report.text.overview):
        yield Problem("第一部分还是空的。", section="overview")


@check("S-06", "hint", "official")
def aspect_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """总体情况要写五个方面：主动公开、依申请公开、政府信息管理、平台建设、监督保障。"""
    overview = report.text.overview
    missing = [aspect for aspect, words in _ASPECTS.items() if not re.search(words, overview)]
    if missing and paragraphs(overview):
        yield Problem(f"总体情况没有写{_quoted(missing)}。", section="overview")


@check("S-07", "warning", "law")
def oversight_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """政府的年度报告要写工作考核、社会评议和责任追究结果（《条例》第五十条）。"""
    overview = report.text.overview
    missing = [name for name, words in _OVERSIGHT.items() if not re.search(words, overview)]
    if report.agency.type == "government" and missing and paragraphs(overview):
        message = f"政府年度报告应写工作考核、社会评议和责任追究结果情况，现缺{_quoted(missing)}。"
        yield Problem(message, section="overview")


@check("S-13", "hint", "practice")
def overview_long(report: Report, _context: Context) -> Iterator[Problem]:
    """总体情况超过 1000 字（不少地方的通知要求原则上不超过一千字）。"""
    length = _length(report.text.overview, report)
    if length > OVERVIEW_LIMIT:
        yield Problem(f"第一部分现有{length}字；不少地方要求原则上不超过一千字。", section="overview")


@check("S-08", "error", "practice")
def problems_empty(report: Report, _context: Context) -> Iterator[Problem]:
    """第五部分不能空、只写“无”，或少于 10 字。"""
    if _says_nothing(report):
        yield Problem("“存在的主要问题及改进情况”不能空，也不能只写“无”。", section="problems")


def _says_nothing(report: Report) -> bool:
    text = "".join(paragraphs(report.text.problems)).rstrip("。.")
    return len(text) < PROBLEMS_LEAST or bool(_NONE.fullmatch(text))


@check("S-09", "hint", "practice")
def half_of_problems(report: Report, _context: Context) -> Iterator[Problem]:
    """第五部分既要写问题，也要写改进。"""
    text = report.text.problems
    if _says_nothing(report) or (_PROBLEM_WORDS.search(text) and _IMPROVEMENT_WORDS.search(text)):
        return
    yield Problem("第五部分要同时写问题和改进。", section="problems")


@check("S-10", "warning", "practice")
def fee_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """第六部分要写信息处理费收取情况，没有收取也写明；表三有逾期未缴费时由 T3-09 提示。"""
    unpaid = report.count("applications.other_fee_unpaid.total")
    if not unpaid and not FEE_WORDS.search(report.text.other_matters):
        message = "第六部分请先写明信息处理费收取情况（没有收取也写明），再写其他事项。"
        yield Problem(message, section="other_matters")


@check("S-11", "hint", "inference")
def only_the_fee(report: Report, _context: Context) -> Iterator[Problem]:
    """第六部分只写了信息处理费一项时，可加一句没有其他事项。"""
    text = report.text.other_matters
    sentences = [part for part in re.split(r"[。；\n]", text) if part.strip()]
    if not FEE_WORDS.search(text) or _NOTHING_ELSE.search(_without_fee_clauses(text)):
        return
    if all(_FEE_SENTENCE.search(sentence) for sentence in sentences):
        message = "没有其他事项时，在信息处理费之后写“没有其他需要报告的事项”。"
        yield Problem(message, section="other_matters")


def _without_fee_clauses(text: str) -> str:
    """The text without the clauses about the fee, whose 没有收取 must not be taken for 没有其他事项."""
    return "，".join(clause for clause in re.split(r"[，。；\n]", text) if "费" not in clause)


def _quoted(words: list[str]) -> str:
    return "".join(f"“{word}”" for word in words)
