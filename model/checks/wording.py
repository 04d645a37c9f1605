"""Checks on words that must not be published: unfilled places, wrong legal names, fields without a cell."""

import re
from collections.abc import Iterator

from model.checks.placeholders import unfilled_spans
from model.checks.reading import Paragraphs, all_words
from model.checks.registry import Context, Problem, check, in_text
from model.fields import fields
from model.form import Table, official
from model.report import TEXT_IDS, Report

_CONTEXT = 8
_LONGEST_QUOTE = 40

_WRONG_NAMES = {
    r"政府信息(?:工作)?年度报告": "政府信息公开工作年度报告",
    r"(?<!政府)信息公开工作年度报告": "政府信息公开工作年度报告",
    r"(?:政府)?信息公开处理费": "信息处理费",
    r"(?<![省市州县区])(?:政府信息公开工作条例|政务信息公开条例|政务公开条例)": "政府信息公开条例",
    r"(?<!简称)《信息公开条例》": "《政府信息公开条例》",
    r"《国务院政府信息公开条例》": "《中华人民共和国政府信息公开条例》",
    r"政府信息公开信息处理费管理条例": "政府信息公开信息处理费管理办法",
}
_WRONG_NAME = re.compile("|".join(f"({name})" for name in _WRONG_NAMES))
_SHORT_LAW = "《信息公开条例》"


@check("Y-04", "error", "practice")
def unfilled(report: Report, _context: Context) -> Iterator[Problem]:
    """残留的空：××、XX件、20XX年、__、【】、“此处填写”、缺数字的“信息  条”；一个日期、一个名称一条，表下的注也查。"""
    for section, words in all_words(report):
        paragraphs = Paragraphs(words)
        for start, end in unfilled_spans(words):
            where = "标题" if section == "title" else f"第{paragraphs.number(start)}段"
            yield in_text(section, (start, end), words, f"{where}“{_around(words, start, end)}”还有没填的空。")
    for table, note in _notes(report):
        for start, end in unfilled_spans(note):
            message = f"{table.name}的注“{_around(note, start, end)}”还有没填的空。"
            yield Problem(message, section=table.id, quote=note[start:end])


def _around(words: str, start: int, end: int) -> str:
    """A place with some words before and after it, on one line."""
    shown = words[max(0, start - _CONTEXT) : min(end, start + _LONGEST_QUOTE) + _CONTEXT]
    return " ".join(shown.splitlines()).strip()


def _notes(report: Report) -> Iterator[tuple[Table, str]]:
    for table in official().tables:
        if note := report.notes.get(table.id):
            yield table, note


@check("N-01", "warning", "official")
def wrong_name(report: Report, _context: Context) -> Iterator[Problem]:
    """法定名称写错，如“政府信息工作年度报告”“信息公开处理费”。标题由 H-03 检查；已定义的简称不算。"""
    defined = any(f"简称{_SHORT_LAW}" in report.text[section] for section in TEXT_IDS)
    for section in TEXT_IDS:
        words = report.text[section]
        for found in _WRONG_NAME.finditer(words):
            if found[0] != _SHORT_LAW or not defined:
                yield in_text(section, found.span(), words, _renaming(found))
    for table, note in _notes(report):
        for found in _WRONG_NAME.finditer(note):
            yield Problem(_renaming(found), section=table.id, quote=found[0])


def _renaming(found: re.Match[str]) -> str:
    right = list(_WRONG_NAMES.values())[(found.lastindex or 1) - 1]
    return f"“{found[0]}”应为“{right}”。"


@check("R-01", "error", "inference")
def field_without_cell(report: Report, _context: Context) -> Iterator[Problem]:
    """随表数据 {{…}} 指向表样里没有的格。空格由 T0-01 提示。"""
    for section in TEXT_IDS:
        words = report.text[section]
        for field in fields(words):
            if not field.known:
                span = (field.start, field.end)
                yield in_text(section, span, words, f"“{words[field.start : field.end]}”没有数据，不能导出。")
