"""Checks on the title, as composed or as the clerk wrote it; blanks and line breaks in it do not matter."""

import re
from collections.abc import Iterator

from model.checks.about import AgencyField
from model.checks.fix import Fix
from model.checks.reasons import LOCAL_NOTICE
from model.checks.registry import Context, Problem, check, in_text
from model.checks.rules.placeholders import is_unfilled
from model.language.numerals import YEAR_WORDS, year_of
from model.language.patterns import pattern
from model.language.squeezed import Squeezed, packed, squeezed
from model.report.report import Agency, Report

_YEAR = pattern(
    rf"(?<![0-9])(?:(?:19|20)[0-9]{{2}}|{YEAR_WORDS}(?=年))"
    r"(?![0-9]|\)第?[0-9]*号|年[0-9]{1,2}月)"
)
"""A year that is not in a document's number 〔2025〕2号 and not in a date 2025年1月20日."""
_WORK_PAPERS = pattern(r"政务公开|工作总结|工作报告")
_NAME = pattern(r"政府信息公开工作的?年度报告")
_NO_OTHER_NAME = r"(?=政(?!府办|府各)|[信工年度本二]|[^一-鿿]|$)"
_YEAR_SLIP = pattern(rf"(?:[0-9]{{4}}|{YEAR_WORDS})(?:年年度?|度)")
"""A year written twice or half; 2024年度, as many offices write, is none."""


def _reading(report: Report) -> Squeezed:
    """The title without blanks, not even between digits."""
    title = squeezed(report.title_text)
    kept = [(index, character) for index, character in zip(title.origin, title.text, strict=True) if character != " "]
    return Squeezed("".join(character for _, character in kept), tuple(index for index, _ in kept))


def _one_line(title: str) -> str:
    return "".join(title.split("\n")).strip()


def _whole(report: Report, message: str) -> Problem:
    return _problem(report, (0, len(report.title_text)), message)


def _problem(report: Report, span: tuple[int, int], message: str) -> Problem:
    """A problem with a title; the cure of one of the clerk's own is to have it composed again."""
    fix = None if report.title is None else Fix("恢复自动标题", own_title=False)
    return in_text("title", span, report.title_text, message, fix)


@check("H-01", "error", "practice", reads=("title", "agency"), aspect="format")
def title_without_year(report: Report, _context: Context) -> Iterator[Problem]:
    """标题要有年份；标题空着时也只提这一条。"""
    if not _YEAR.search(_reading(report).text) and not is_unfilled(report.title_text):
        right = f"{report.agency.name}{report.year}年{report.form.report_name}"
        yield _whole(report, f"标题缺少年份，应为“{right}”。")


@check("H-02", "error", "inference", reads=("title", "agency"), aspect="format")
def title_of_another_year(report: Report, _context: Context) -> Iterator[Problem]:
    """标题的年份是报告的年份；文号、日期里的年份不算。"""
    title = _reading(report)
    other = next((found for found in _YEAR.finditer(title.text) if year_of(found[0]) != report.year), None)
    if other:
        message = f"标题年份是{year_of(other[0])}，本报告是{report.year}年，请改成一致。"
        yield _problem(report, title.span(*other.span()), message)


@check("H-03", "warning", "practice", reads=("title", "agency"), reasons=LOCAL_NOTICE, aspect="format")
def title_of_another_paper(report: Report, _context: Context) -> Iterator[Problem]:
    """标题写“政府信息公开工作年度报告”：不缺“公开”“工作”，不写成政务公开、工作总结、工作报告（机关名称里的不算）。"""
    title = _reading(report).text
    beside = title.replace(packed(report.agency.name), "", 1)
    if title and (_WORK_PAPERS.search(beside) or not _NAME.search(title)):
        yield _whole(report, f"标题应为“{report.form.report_name}”，现为“{_one_line(report.title_text)}”。")


_WITH_OF = "工作的年度报告"


@check(
    "H-04",
    "hint",
    "practice",
    reads=("title", "agency"),
    reasons=("本机关历年都这样写", *LOCAL_NOTICE),
    aspect="format",
)
def title_words_year_oddly(report: Report, _context: Context) -> Iterator[Problem]:
    """标题的年份写“2024年”（写“2024年度”也不算错），不写“2024年年度”“2024度”；“工作年度报告”中间不加“的”。"""
    title = _reading(report)
    slip, odd = _YEAR_SLIP.search(title.text), title.text.find(_WITH_OF)
    if slip:
        span, why = slip.span(), f"“{slip[0]}”多了字或者少了字"
    elif odd >= 0:
        span, why = (odd, odd + len(_WITH_OF)), "报告的名称里没有“的”字"
    else:
        return
    yield _problem(report, title.span(*span), f"建议写“{report.year}年{report.form.report_name}”，{why}。")


@check("H-05", "warning", "practice", reads=("title", "agency"), reasons=LOCAL_NOTICE, aspect="format")
def title_without_agency(report: Report, context: Context) -> Iterator[Problem]:
    """标题用机关全称；县级以上人民政府的报告也可以用地名。"""
    title = _reading(report).text
    if not report.agency.name.strip():
        message = (
            "标题里没有机关全称，请写上。"
            if context.handed_in
            else "单位信息里没有机关全称，请填写；标题、引言和落款都要用它。"
        )
        yield Problem(message, section="agency", about=AgencyField("name"))
        return
    if title and not _names_agency(title, report.agency) and not is_unfilled(report.title_text):
        yield _whole(report, f"标题请用机关全称“{report.agency.name}”。")


def _names_agency(title: str, agency: Agency) -> bool:
    """Whether a title has the agency's full name, or, a government's, the region's with no other name behind it."""
    name = packed(agency.name)
    region = name.removesuffix("人民政府")
    of_region = agency.type == "government" and region
    return name in title or bool(of_region and re.search(re.escape(region) + _NO_OTHER_NAME, title))
