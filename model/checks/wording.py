"""Checks on words that must not be published: unfilled places, wrong legal names, fields without a cell."""

import re
from collections.abc import Iterator

from model.checks.registry import Context, Problem, check, in_text
from model.fields import fields
from model.report import TEXT_IDS, Report

_MEASURE = r"[件条宗起项份例次篇个名人元年月日期号局委办厅镇乡县市区省]"
_NOT_A_MEASURE = r"(?!目|例|款|文|线|理|行|日)"
_UNFILLED = re.compile(
    r"[×Ｘ✕]{2,}"
    rf"|(?<![A-Za-z0-9])[Xx]{{2,}}(?={_MEASURE})"
    r"|_{2,}|＿{2,}"
    r"|【\s*】|【[^】\n]{0,20}(?:填写|待补|待定|待填)[^】\n]{0,20}】"
    r"|此处(?:请)?填写|(?:请|待)(?:在此)?(?:填写|补充)(?:此处|数据|数字|内容)"
    rf"|(?:信息|文件|申请|收到|受理|办结|公开|公布|发布|答复|共计?|累计)[ \u3000]+(?:条|件|份|次|项|篇|宗|起){_NOT_A_MEASURE}"
)
_CONTEXT = 8

_WRONG_NAMES = {
    "政府信息工作年度报告": "政府信息公开工作年度报告",
    "政府信息公开处理费": "信息处理费",
    "信息公开处理费": "信息处理费",
    "政府信息公开工作条例": "政府信息公开条例",
    "政务信息公开条例": "政府信息公开条例",
    "政务公开条例": "政府信息公开条例",
    "《信息公开条例》": "《政府信息公开条例》",
    "国务院政府信息公开条例": "中华人民共和国政府信息公开条例",
    "政府信息公开信息处理费管理条例": "政府信息公开信息处理费管理办法",
}
_WRONG_NAME = re.compile("|".join(sorted(map(re.escape, _WRONG_NAMES), key=len, reverse=True)))


def _all_words(report: Report) -> Iterator[tuple[str, str]]:
    for section in ("title", *TEXT_IDS):
        yield section, report.words(section)


def _paragraph_number(words: str, position: int) -> int:
    """Which paragraph of its text a place is in, counted from 1 without empty ones."""
    return max(1, sum(bool(line.strip()) for line in words[: position + 1].splitlines()))


@check("Y-04", "error", "practice")
def unfilled(report: Report, _context: Context) -> Iterator[Problem]:
    """残留的空：××、XX件、__、【】、“此处填写”、缺数字的“信息  条”。"""
    for section, words in _all_words(report):
        for found in _UNFILLED.finditer(words):
            around = words[max(0, found.start() - _CONTEXT) : found.end() + _CONTEXT].replace("\n", " ").strip()
            number = _paragraph_number(words, found.start())
            message = f"第{number}段“{around}”还有没填的空。"
            yield in_text(section, found.span(), words, message)


@check("N-01", "warning", "official")
def wrong_name(report: Report, _context: Context) -> Iterator[Problem]:
    """法定名称写错，如“政府信息工作年度报告”“信息公开处理费”。标题由 H-03 检查。"""
    for section in TEXT_IDS:
        words = report.text[section]
        for found in _WRONG_NAME.finditer(words):
            message = f"“{found[0]}”应为“{_WRONG_NAMES[found[0]]}”。"
            yield in_text(section, found.span(), words, message)


@check("R-01", "error", "inference")
def field_without_cell(report: Report, _context: Context) -> Iterator[Problem]:
    """随表数据 {{…}} 指向表样里没有的格。空格由 T0-01 提示。"""
    for section in TEXT_IDS:
        words = report.text[section]
        for field in fields(words):
            if not field.known:
                span = (field.start, field.end)
                yield in_text(section, span, words, f"“{words[field.start : field.end]}”没有数据，不能导出。")
