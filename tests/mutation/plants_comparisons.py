"""Sums that do not add up, and comparisons with last year that are wrong."""

from random import Random

from model.report.past import past_value
from model.report.report import Report
from tests.mutation.plant import Spoil, every, inserting
from tests.mutation.plants_prose import said_beside
from tests.mutation.reports import has_past

_SUMS = (
    "全年公开信息300条，其中政策类200条、动态类120条。",
    "全年公开信息共300条，包括政策类200条、动态类120条。",
    "网站、公众号发布信息300条，分别为200条、120条。",
    "网站发布200条、公众号发布120条，共计300条。",
    "网站发布200条，公众号发布120条，合计300条。",
    "公开信息300条（其中：政策类200条、动态类120条）。",
    "公开信息共计1,024条，其中网站1000条，公众号100条。",
    "发布解读１２篇，其中图解８篇，视频９篇。",
    "发布解读十二篇，其中图解八篇、视频六篇。",
    "通过网站发布信息200条、微信发布120条，总计300条。",
)
every("X-06", ((words, inserting(words, ("overview",))) for words in _SUMS))

# --- comparisons ---

_RECEIVED = "applications.received.total"


def _compared(form: str, *, percent: bool) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        years = _years(report)
        if years is None or (now := report.count(_RECEIVED)) == years[0][1]:
            return None
        right = {(n - b) * 100 / b if percent else n - b for n, b in years}
        before = years[0][1]
        change = (now - before) * 100 / before if percent else now - before
        wrong = (
            0
            if "持平" in form
            else change + (1 if change > 0 else -1) * random.choice((11, 25) if percent else (1, 10))
        )
        if any(abs(wrong - each) < (1 if percent else 0.5) for each in right):
            return None
        words = form.replace("{n}", str(now)).replace("{去}", str(report.year - 1))
        words = words.replace("{d}", ("增加", "增长")[percent] if change > 0 else ("减少", "下降")[percent])
        return said_beside(report, random, words.replace("{x}", f"{abs(wrong):.1f}" if percent else str(abs(wrong))))

    return spoil


def _years(report: Report) -> list[tuple[int, int]] | None:
    """This year's and last year's applications, with and without what was carried in; None where a year had none."""
    if report.last_year is None or not has_past(report):
        return None
    now = report.count(_RECEIVED)
    before = past_value(report.last_year, _RECEIVED, report.form)
    carried = past_value(report.last_year, "applications.carried_in.total", report.form)
    if not now or not before or carried is None:
        return None
    both = now + report.count("applications.carried_in.total")
    return [(n, b) for n in (now, both) for b in (int(before), int(before + carried))]


_BY_COUNT = (
    "全年收到政府信息公开申请{n}件，比上年{d}{x}件。",
    "全年收到政府信息公开申请{n}件，较去年{d}{x}件。",
    "全年收到政府信息公开申请{n}件，较{去}年{d}{x}件。",
    "全年收到政府信息公开申请{n}件，同比{d}{x}件。",
    "政府信息公开申请量较上年{d}{x}件。",
    "全年收到政府信息公开申请{n}件，与上年持平。",
    "全年新收政府信息公开申请{n}件，与去年相比{d}{x}件。",
    "全年收到政府信息公开申请{n}件，相比上一年{d}了{x}件。",
)
_BY_PERCENT = (
    "全年收到政府信息公开申请{n}件，同比{d}{x}%。",
    "全年收到政府信息公开申请{n}件，比上年{d}{x}%。",
    "全年收到政府信息公开申请{n}件，较{去}年{d}{x}％。",
    "全年收到政府信息公开申请{n}件，与上年相比{d}{x}%。",
    "政府信息公开申请数量同比{d}{x}%。",
)
every("X-08", ((form, _compared(form, percent=False)) for form in _BY_COUNT))
every("X-11", ((form, _compared(form, percent=True)) for form in _BY_PERCENT))
