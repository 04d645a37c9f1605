"""Changes after the report was published, and days of signing or publication that cannot be."""

import re
from collections.abc import Iterator
from datetime import date

from model.checks.about import AgencyField
from model.checks.parts import WORDS
from model.checks.registry import Context, Problem, check, in_text
from model.language.numerals import YEAR_WORDS, count_of, year_of
from model.language.patterns import pattern
from model.report.publication import changed_since_published, content_mark, last_published
from model.report.report import TEXT_IDS, Report


@check("P-06", "hint", "practice", reads=(*WORDS, "tables", "agency", "events"))
def changed_after_publication(report: Report, _context: Context) -> Iterator[Problem]:
    """标记“已公布”以后，标题、文字、数据或表注又有改动。"""
    if changed_since_published(report):
        yield Problem("本报告已标记公布，改动后网页、下载件要同时更换。", state=content_mark(report))


@check("P-11", "warning", "practice", reads=("agency", "events", *TEXT_IDS))
def impossible_day(report: Report, context: Context) -> Iterator[Problem]:
    """落款日期、公布日期不早于统计期限的最后一天（报告年度 12 月 31 日）。

    文中写的本报告公布日期、单成一行的日期也查。已报送、已公布的标记，日期不在今天以后。
    """
    yield from _still_to_come(report, context.today)
    mark = last_published(report)
    signed = report.layout.signature_date if report.layout.signature else None
    for name, field, day in (
        ("落款日期", "signature_date", signed),
        ("公布日期", "deadline", mark.at if mark else None),
    ):
        if day is not None and day < date(report.year, 12, 31):
            said = f"{day.year}年{day.month}月{day.day}日"
            message = f"{name}{said}早于统计期限的最后一天（{report.year}年12月31日），请核对。"
            yield Problem(message, section="agency", about=AgencyField(field), state=f"{field} {said}")
    for section in TEXT_IDS:
        words = report.text[section]
        for found in _too_early(words, report.year):
            message = f"“{found[0].strip()}”早于统计期限的最后一天（{report.year}年12月31日），请核对。"
            yield in_text(section, found.span(), words, message)


def _still_to_come(report: Report, today: date) -> Iterator[Problem]:
    """What is marked as done on a day after today."""
    for name, mark in (("报送", report.handed_in), ("公布", last_published(report))):
        if mark is not None and mark.at > today:
            said = f"{mark.at.year}年{mark.at.month}月{mark.at.day}日"
            message = f"标记的{name}日期{said}在今天以后，请在“检查与导出”撤销标记，核对日期后重新标记。"
            yield Problem(message, section="agency", about=AgencyField("deadline"), state=f"{name} {said}")


def _too_early(words: str, this_year: int) -> Iterator[re.Match[str]]:
    """The days before its year ends on which a text says that the report was published, or that are signed under it."""
    for found in _PUBLISHED.finditer(words) if "本" in words and "报告" in words else ():
        if found["year"] == str(this_year) and (found["month"], found["day"]) != ("12", "31"):
            yield found
    for found in _SIGNED_WITHIN.finditer(words) if "落款" in words else ():
        if found["year"] == str(this_year) and (found["month"], found["day"]) != ("12", "31"):
            yield found
    for found in _SIGNED.finditer(words, max(0, len(words) - _TAIL)):
        month, day = count_of(found["month"]), count_of(found["day"] or "")
        if (year_of(found["year"]), month, day or _LAST_DAY) < (this_year, 12, _LAST_DAY):
            yield found


_DAY = r"(?P<year>20[0-9]{2})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
_PUBLISHED = pattern(
    rf"本(?:年度)?(?:报告|年报)[^，。；\n0-9]{{0,8}}?(?:公布|公开|发布|落款|编制|形成|印发)?(?:日期|时间)?(?:为|是|于|：|:)?{_DAY}(?:公布|公开|发布|编制|完成|印发|形成|上网|起公布)?(?![起至])"
)
"""The day on which the report says it was published or written."""
_SIGNED_WITHIN = pattern(f"落款(?<=[，。；、（(\\n]落款)(?:日期|时间)?(?:为|是|：|:)?{_DAY}(?=[，。；）)\\n]|$)")
"""The day with which the report says that it is signed, in a sentence with other things."""
_NUMERAL = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_BLANKS = "[ \t\u3000]{0,40}"
_BLANK = "[ \u3000]?"
_SEAL = "(?:[（(](?:公章|盖章|印章?)[）)])?"
_SIGNED = pattern(
    f"(?:^|(?<=。)){_BLANKS}[（(]?(?:[一-鿿]{{2,40}}(?:政府|办事处|委员会|办公室|中心|分局|[局委办院厅])"
    f"{_SEAL}[ \t\u3000，,]{{0,40}})?"
    f"(?:(?:落款|成文|签发|印发|发布|公布|公开|编制|报告|制作|填报)?(?:日期|时间)[：:]?{_BLANKS})?"
    f"[（(]?(?P<year>20[0-9]{{2}}|{YEAR_WORDS}){_BLANK}(?:年|[.．/-]){_BLANK}"
    f"(?P<month>{_NUMERAL}){_BLANK}(?:月|[.．/-](?=[0-9])){_BLANK}"
    f"(?:(?P<day>{_NUMERAL}){_BLANK}[日号]?)?。?[）)]?{_SEAL}{_BLANKS}$",
    re.MULTILINE,
)
"""A line that is only a day, or the name of an office and a day, as below a letter."""
_LAST_DAY = 31
_TAIL = 120
"""So many characters at the end of a text are looked at for who signed it and when."""
