"""The page of the checks for the clerk: `python -m model.checks.page > docs/checks.md`."""

import sys
from collections.abc import Iterator

from model.checks import BASES, CHECKS, SEVERITIES, Check

_HEAD = """# 校验一览

下表由程序生成（`python -m model.checks.page > docs/checks.md`），列出已经实现的全部校验。

- 错误应当改正，不能忽略；警告和提示可以写明理由后忽略。\
理由只对这一处有效，所在的句子（或整段文字）、所指的格变动后会重新出现。
- 依据：表样，即现行年度报告格式；法律，即《中华人民共和国政府信息公开条例》（简称《条例》）等；\
惯例，即各地审核常见的要求；\
推断，即由数据推得，仅供核对。

| 编号 | 级别 | 校验内容 | 依据 |
| --- | --- | --- | --- |
"""


def page() -> str:
    """The whole page in Markdown, one row a check, by code."""
    return _HEAD + "".join(_rows())


def _rows() -> Iterator[str]:
    for code in sorted(CHECKS):
        yield _row(CHECKS[code])


def _row(entry: Check) -> str:
    rule = entry.rule.replace("|", r"\|")
    return f"| {entry.code} | {SEVERITIES[entry.severity]} | {rule} | {BASES[entry.basis]} |\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode())
