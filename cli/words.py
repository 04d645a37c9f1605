"""What the command line says: its calls, its complaints, and findings and doubts line by line."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from importers.reading import Doubt
    from model.checks import Finding
    from model.form.form import Form
    from model.report.report import Report

NAMED_CELLS = 4
"""How many cells of a finding are named in a line."""
_PUBLIC = ("check", "severity", "message", "cells", "section", "span", "quote")
_DOUBT = ("place", "printed", "taken", "message")

CALLS = {
    "demo": "nianbao demo [--out 文件夹]",
    "import": "nianbao import 文件 -o 草稿.nianbao [--year 年] [--agency 机关全称] [--json] [--force]",
    "new": "nianbao new --from 上年报告 --year 年 -o 草稿.nianbao [--agency 机关全称] [--force]",
    "check": "nianbao check 文件… [--last-year 文件或文件夹] [--json] [--today 年-月-日]",
    "export": "nianbao export 文件 -o 报告.docx [--force] [--today 年-月-日]",
    "self-test": "nianbao self-test",
}
HELP = f"""年报助手：编写《政府信息公开工作年度报告》，全程离线。

  nianbao [文件]
      打开窗口（并打开一份草稿）
  {CALLS["demo"]}
      用内置的示例报告走一遍：草稿、校验、导出 Word、读回核对
  {CALLS["import"]}
      把一份报告读成草稿，列出存疑的地方
  {CALLS["new"]}
      从上年报告开始写下一年的：带入单位信息和上年结转，上年报告放在旁边对照
  {CALLS["check"]}
      校验，列出错误、警告和提示；可以同上年报告对照
  {CALLS["export"]}
      导出 Word 报告，写出后读回逐格核对
  {CALLS["self-test"]}
      自检：在临时文件夹里把每项功能真做一遍
  nianbao --help | --version

文件是草稿（.nianbao），或者一份报告（Word、网页、Excel 等，按内容识别）。
退出状态：0 完成（check：没有错误）；1 校验发现错误；2 文件或命令不能用。"""


class UsageError(Exception):
    """The call is not one of those in `HELP`."""


class Parser(argparse.ArgumentParser):
    """The arguments of one call; a wrong one is answered with the right way to write it."""

    def __init__(self, call: str) -> None:
        """Read the arguments of a call in `CALLS`."""
        super().__init__(prog=call, add_help=False, allow_abbrev=False)

    def error(self, _message: str) -> NoReturn:
        """Refuse the arguments: `UsageError`."""
        raise UsageError(f"命令写法不对。正确写法：{CALLS.get(self.prog, 'nianbao --help')}")


def complain(line: object) -> None:
    """One line on standard error."""
    print(" ".join(str(line).split()), file=sys.stderr)


def print_json(value: object) -> None:
    """One JSON value on a line."""
    print(json.dumps(value, ensure_ascii=False))


def print_findings(path: Path, report: "Report", found: "tuple[Finding, ...]", *, as_json: bool) -> None:
    """What the checks found in one file."""
    if as_json:
        listed = [{key: getattr(finding, key) for key in _PUBLIC} for finding in found]
        print_json({"file": str(path), "agency": report.agency.name, "year": report.year, "findings": listed})
        return
    print(f"{path}（{report.agency.name}，{report.year}年）：{summary(found)}")
    for finding in found:
        print(finding_line(finding, report.form))


def summary(found: "Iterable[Finding]") -> str:
    """How many findings there are of each severity."""
    from model.checks import SEVERITIES

    severities = [finding.severity for finding in found]
    counts = {word: severities.count(severity) for severity, word in SEVERITIES.items()}
    return "、".join(f"{count} 个{word}" for word, count in counts.items() if count) or "没有发现问题"


def finding_line(finding: "Finding", form: "Form") -> str:
    """A finding with its severity, its code and where it is."""
    from model.checks import SEVERITIES

    cells = "、".join(form.name(cell_id) for cell_id in finding.cells[:NAMED_CELLS])
    more = "等" if len(finding.cells) > NAMED_CELLS else ""
    where = "，".join(part for part in (_headings(form).get(finding.section or "", ""), cells + more) if part)
    place = f"（{where}）" if where else " "
    return f"  {SEVERITIES[finding.severity]} {finding.check}{place}{finding.message}"


def print_doubts(path: Path, doubts: "tuple[Doubt, ...]", *, as_json: bool) -> None:
    """What was not certain in reading one file."""
    if as_json:
        listed = [{key: getattr(doubt, key) for key in _DOUBT} for doubt in doubts]
        print_json({"file": str(path), "doubts": listed})
        return
    for doubt in doubts:
        print(f"  存疑 {doubt.message}")


def _headings(form: "Form") -> dict[str, str]:
    return {"title": "标题", "preamble": "引言"} | {part.id: part.heading for part in form.sections}
