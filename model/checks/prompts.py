"""What the form asks for in each text, as prompts beside the clerk's words and never among them."""

from collections.abc import Iterable

from model.checks.about import MissingAspects
from model.checks.aspects import ASPECTS
from model.checks.registry import Finding
from model.report.report import Report

CLOSING = "（灰字是提示，不会写进报告）"
"""What every set of prompts ends with."""

_OVERSIGHT = "工作考核、社会评议、责任追究的情况和结果，培训和检查的次数。"
_NUMERALS = "一二三四五"
_OTHERS = {
    "preamble": ("写明编制依据、报告的六个部分、统计期限，以及怎样联系：地址、邮编、电话、邮箱。",),
    "problems": (
        "先写存在的主要问题：一是……；二是……。",
        "再写改进情况：对照上面的问题，写清做了什么、下一步做什么。",
    ),
    "other_matters": (
        "先写信息处理费：发出几份收费通知，收了多少元；没有收取也要写明。",
        "再写其他需要报告的事项；没有的，写没有其他需要报告的事项。",
    ),
}


def prompts(text_id: str, report: Report, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The prompts for a text: the whole skeleton while it is empty, then only what a check still misses in it."""
    if not report.text[text_id].strip():
        return _closed(_skeleton(text_id, report))
    if text_id != "overview":
        return ()
    missing = [name for finding in findings for name in _missing(finding)]
    aspects = _aspects(report).items()
    return _closed([f"再写{name}：{words}" for name, words in aspects if name in missing])


def _missing(finding: Finding) -> tuple[str, ...]:
    return finding.about.names if isinstance(finding.about, MissingAspects) else ()


def _skeleton(text_id: str, report: Report) -> list[str]:
    if text_id != "overview":
        return list(_OTHERS[text_id])
    numbered = zip(_NUMERALS, _aspects(report).items(), strict=True)
    return ["先用一段话概括全年工作。", *(f"（{numeral}）{name}：{words}" for numeral, (name, words) in numbered)]


def _aspects(report: Report) -> dict[str, str]:
    """The five aspects of section one; a government also reports 工作考核、社会评议、责任追究 (《条例》第五十条)."""
    prompts = {aspect.name: aspect.prompt for aspect in ASPECTS}
    return prompts | {ASPECTS[-1].name: _OVERSIGHT} if report.agency.type == "government" else prompts


def _closed(lines: list[str]) -> tuple[str, ...]:
    return (*lines[:-1], lines[-1] + CLOSING) if lines else ()
