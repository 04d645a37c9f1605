"""Texts made to keep the reader of figures busy; run as a program, it reads them all.

It prints each text on which the time grows much faster than the length; a text four times as long takes four times as
long when each character is looked at a bounded number of times, and sixteen times when each pair is.
"""

import sys
import time
from collections.abc import Iterator

from model.prose.reader import reading
from tests.checks.hostile import PATTERNS as OTHERS
from tests.forms import FORM

LENGTH = 1_500
GROWTH = 4
LONGEST = 50_000
UNREMARKABLE = 0.1
"""Seconds of the processor below which a text of the longer length is read without looking at pairs of characters."""
MOST = 2.5 * GROWTH
"""How many times as long the longer text may take."""

PATTERNS = (
    *OTHERS,
    "1件",
    "1件，",
    "一",
    "一百",
    "万",
    "十二件、",
    "1件、",
    "收到1件",
    "收到申请1件，",
    "收到申请",
    "政府信息公开",
    "政府信息公开申请",
    "未收到",
    "未收到政府信息公开",
    "无",
    "未发生",
    "未因政府信息公开",
    "行政复议",
    "行政复议、",
    "行政复议1件、",
    "诉讼、复议",
    "结转",
    "上年结转",
    "上年结转和",
    "其中",
    "其中1件",
    "其中县局1件",
    "其中县局收到",
    "共1件，其中",
    "分别为1件",
    "比上年增加1件",
    "比上年",
    "与上年持平",
    "同比增长1%，",
    "公开1件、",
    "予以公开、",
    "予以公开和部分公开、",
    "予以公开1件、",
    "1件予以公开",
    "规范性文件",
    "制发规范性文件1件，",
    "未制发",
    "行政许可、",
    "未作出行政许可、",
    "自然人1件、",
    "公民、法人",
    "2024年",
    "2023年1件",
    "季度",
    "{{applications.received.total}}件、",
    "（1件",
    "（（",
    "《",
    "《》1件",
    "1,000",
    "1,",
    "１，０００件",
    "申请申请",
    "县水务局",
    "县水务局收到",
    "依法依规",
    "投诉",
    "处理费1元",
    "未收取信息处理费",
    "均",
    "一半",
    "无一件",
    "行政复议1件，均被维持，",
    "收到申请1件，一半予以公开，",
    "部分公开和无法提供各1件，",
    "分别为1、",
    "予以公开（1件）、",
    "\n1.予以公开1件；",
    "净增1件，",
)


def seconds(pattern: str, length: int) -> float:
    """How long the reader is busy with a pattern over and over, behind a beginning that promises a figure."""
    text = ("（二）依申请公开。收到政府信息公开申请5件，其中" + pattern * length)[:length] + "1件"
    start = time.process_time()
    reading(text, FORM)
    return time.process_time() - start


def slow_patterns() -> Iterator[str]:
    """The patterns on which the reader slows down each time; and all of them in one endless text."""
    for pattern in PATTERNS:
        longer = seconds(pattern, LENGTH * GROWTH)
        if (
            longer > UNREMARKABLE
        ):  # the collector of garbage may have come by: it does not come each time; a text read before is known
            longer = min(longer, *(seconds(pattern, LENGTH * GROWTH + more) for more in (1, 2)))
        if longer > UNREMARKABLE and longer > MOST * (shorter := seconds(pattern, LENGTH)):
            yield f"{shorter:.3f} s, then {longer:.3f} s: {pattern!r}"
    seconds("".join(PATTERNS), LONGEST)


if __name__ == "__main__":
    sys.exit("\n".join(slow_patterns()) or None)
