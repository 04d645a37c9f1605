"""Texts made to keep a careless regular expression busy; run as a program, every check reads all of them.

It prints each check that takes longer on one text than `MOST_SECONDS` of the processor: those that look at each
character a bounded number of times take a tenth of it, and one that looks at each pair takes many times more.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace

from model.checks import CHECKS, Context
from model.report import TEXT_IDS, Report
from tests.checks.correct import BUREAU, COUNTY, TODAY

LENGTH = 10_000
MIXED_LENGTH = 200_000
MOST_SECONDS = 1.0

PATTERNS = (
    "邮编：",
    "邮编",
    "电话",
    "电话：0431-",
    "地址",
    "（",
    "（）",
    "【",
    "【填写",
    "[",
    "《",
    "《》",
    "{{",
    "{{a",
    "收到 ",
    "信息 ",
    "共计　",
    "1",
    "1 ",
    "1-",
    "0",
    "2024",
    "2024年",
    "2024年1月",
    "2024年1月1日",
    "2024年1月1日至",
    "2024年度",
    "年 月 ",
    "二〇二四",
    "二〇二四年",
    "公布",
    "公布县",
    "公布2024年水务局",
    "由水务局",
    "由局",
    "局",
    "县",
    "政府信息公开",
    "政府信息公开工作",
    "信息处理费",
    "收取",
    "费",
    "不",
    "无",
    "没有",
    "本年度",
    "有待进一步",
    "针对问题",
    "加强",
    "现",
    "现将",
    "请",
    "请予以",
    "以上报告",
    "妥否，",
    "县政府、",
    "办公室：",
    "国办公开",
    "令",
    "492",
    "×",
    "XX",
    "XX件",
    "X ",
    "_",
    "__a",
    "、",
    "，",
    "。",
    "；",
    "：",
    " ",
    "\t",
    "\n",
    " \n",
    "a",
    "撤回",
    "申请",
    "（一）",
    "平台",
    "中",
    "２０２４",
    "𠮷",
    "\u200b",
    "\x00",
)


def texts() -> Iterator[str]:
    """Each pattern over and over, behind a beginning and before an end that promise a match; then all together."""
    for pattern in PATTERNS:
        yield f"由公布《2024年1月1日至电话：邮编：现将【请{pattern * (LENGTH // len(pattern))}》"
    everything = "".join(PATTERNS)
    yield everything * (MIXED_LENGTH // len(everything))


def report_of(text: str) -> Report:
    """A report with the text in every place that checks read, and an endless agency's name to compare it with."""
    report = replace(BUREAU, title=text, notes={"applications": text, "disclosure": text})
    for text_id in TEXT_IDS:
        report = report.with_text(text_id, text)
    return replace(report, agency=replace(COUNTY.agency, name=f"青河县{text}局"))


def slow_checks() -> Iterator[str]:
    """The checks that take too long, each with the text it was given."""
    for text in texts():
        report = report_of(text)
        for entry in CHECKS.values():
            start = time.process_time()
            for _ in entry.find(report, Context(TODAY)):
                pass
            seconds = time.process_time() - start
            if seconds > MOST_SECONDS * max(1, len(text) / LENGTH):
                yield f"{entry.code} {seconds:.1f} s: {text[:60]!r}"


if __name__ == "__main__":
    sys.exit("\n".join(slow_checks()) or None)
