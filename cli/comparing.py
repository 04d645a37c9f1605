"""The call `nianbao compare`: a draft against what was published of it."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cli import output
from cli.call import Call, Parser
from cli.reading import read
from cli.status import DONE, ERRORS_FOUND
from model.form.form import Form
from model.report.comparison import Difference, compare, where


def _options(parser: Parser) -> None:
    parser.option("one", says="草稿，或一份报告", type=Path, metavar="甲")
    parser.option("other", says="另一份，如从网站上保存的网页", type=Path, metavar="乙")
    parser.option("--json", says="不同之处写成一行 JSON", action="store_true")


def _compare(options: Namespace) -> int:
    first, second = read(options.one), read(options.other)
    one, other = first.printed(), second.printed()
    found = compare(one, other)
    doubts = {str(options.one): len(first.doubts), str(options.other): len(second.doubts)}
    if options.json:
        output.say_json(_told(options, found, one.form, doubts))
    else:
        _say(options, [f"{where(each, one.form)}：“{each.one}” → “{each.other}”" for each in found], doubts)
    return ERRORS_FOUND if found else DONE


def _told(options: Namespace, found: Sequence[Difference], form: Form, doubts: Mapping[str, int]) -> dict[str, Any]:
    """The differences as JSON: figures by cell, texts by section and paragraph, and title, agency and year."""
    figures = [{"cell": each.place, "a": each.one, "b": each.other} for each in found if each.place in form.cells]
    texts = [
        {"section": each.place, "paragraph": each.paragraph, "a": each.one, "b": each.other}
        for each in found
        if each.paragraph
    ]
    heads = [
        {"place": each.place, "a": each.one, "b": each.other}
        for each in found
        if not each.paragraph and each.place not in form.cells
    ]
    names = {"a": str(options.one), "b": str(options.other)}
    return {**names, "figures": figures, "texts": texts, "heads": heads, "doubts": doubts}


def _say(options: Namespace, found: list[str], doubts: dict[str, int]) -> None:
    both = f"{options.one} 与 {options.other}"
    same = "读到的内容相同，但有存疑的地方" if any(doubts.values()) else "一致"
    output.say(f"{both}：有 {len(found)} 处不同" if found else f"{both}：{same}")
    for each in found:
        output.say(f"  {each}")
    for name, count in doubts.items():
        if count:
            output.say(f"  读 {name} 时有 {count} 处存疑，用 nianbao import 可以看到是哪些")


COMPARE = Call(
    "compare",
    "nianbao compare 甲 乙 [--json]",
    "两份报告（草稿或任何能读的文件）逐格逐段对照，列出不同之处；如发布的网页与草稿",
    _options,
    _compare,
)
CALLS = (COMPARE,)
