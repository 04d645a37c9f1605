"""Texts made to keep a careless regular expression busy; run as a program, every check reads all of them.

It prints each check whose time grows much faster than the text: a check that looks at each character a bounded number
of times takes six times as long on a text six times as long, one that looks at each pair thirty-six times.
"""

import sys
import time
from collections.abc import Iterator

from model.checks import CHECKS, Check, Context, findings
from model.report.report import TEXT_IDS, Report
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, TODAY

LENGTH = 6_000
GROWTH = 6
LONGEST = 200_000
UNREMARKABLE = 0.04
"""Seconds of the processor below which a check on a text of `LENGTH` looks at no pairs of its characters."""
MOST = 3 * GROWTH
"""How many times as long the longer text may take; twice as long as it ought to is still the machine's humour."""

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
    "“",
    "”",
    "“\n",
    "‘",
    "《《",
    "》",
    "1）",
    "1-1 ",
    "220102199001011234 ",
    "申请人",
    "申请人张三",
    "内部资料",
    "注意保存",
    "http://",
    "a@",
    "aa.",
    "一是",
    "三是",
    "近1",
    "1余",
    "1,",
    "收到政府信息公开申请",
    "收到1份",
    "截止",
    "简称",
    "（简称",
    "国办函[2021]",
    "青河",
    "白石县",
    "。。",
    "，,",
    "习近平",
    "𠮷",
    "\u200b",
    "\x00",
)


def texts(length: int) -> Iterator[str]:
    """Each pattern over and over, behind a beginning and before an end that promise a match."""
    for pattern in PATTERNS:
        yield f"由公布《2024年1月1日至电话：邮编：现将【请{pattern * (length // len(pattern))}》"


def report_of(text: str) -> Report:
    """A report with the text in every place that checks read, and an endless agency's name to compare it with."""
    report = replace(BUREAU, title=text, notes={"applications": text, "disclosure": text})
    for text_id in TEXT_IDS:
        report = report.with_text(text_id, text)
    return replace(report, agency=replace(COUNTY.agency, name=f"青河县{text}局"))


def seconds(entry: Check, report: Report) -> float:
    """How long a check keeps the processor busy with a report."""
    start = time.process_time()
    for _ in entry.find(report, Context(TODAY)):
        pass
    return time.process_time() - start


def slow_checks() -> Iterator[str]:
    """The checks that slow down, each with the text it was given; and all of them with one endless text."""
    for short, long in zip(texts(LENGTH), texts(LENGTH * GROWTH), strict=True):
        report = report_of(short)
        for entry in CHECKS.values():
            once = seconds(entry, report)
            if once > UNREMARKABLE and (more := seconds(entry, report_of(long))) > once * MOST:
                yield f"{entry.code} {once:.2f} s, then {more:.2f} s: {short[:60]!r}"
    everything = "".join(PATTERNS)
    findings(report_of(everything * (LONGEST // len(everything))), Context(TODAY))


if __name__ == "__main__":
    sys.exit("\n".join(slow_checks()) or None)
