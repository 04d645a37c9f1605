"""The call `nianbao ledger`: what a ledger of applications counts to, without a report."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from cli import output
from cli.batch import refuse_taken
from cli.call import Call, Parser, a_day, a_year
from cli.status import DONE, ERRORS_FOUND, UsageError
from gui.services.folders import data_folder
from importers.ledger.read import read, read_whole
from model.form import forms
from model.form.form import CellError, Form
from model.ledger.counting import Count, Vocabularies, count, vocabularies
from model.ledger.ledger import Ledger, Place
from model.ledger.next_year import left_open
from model.ledger.numbers import numbers_by_place
from model.ledger.remembered import RememberedWords
from model.ledger.when import Period, period


def _options(parser: Parser) -> None:
    parser.option("file", says="台账：.xlsx、.xls 或 .csv", type=Path, metavar="台账", nargs="?")
    parser.option("--year", says="算哪一年；只写空白模板时不用", type=a_year, metavar="年")
    parser.option("--until", says="算到那一年的哪一天，不写就是年底", type=a_day, metavar="年-月-日")
    says = "用这个机关在窗口里答过的叫法；本机只记着一个机关的，可以不写"
    parser.option("--agency", says=says, default="", metavar="机关全称")
    parser.option("--json", says="写成一行 JSON", action="store_true")
    parser.option(
        "--template",
        says="写一本可以填的台账；有台账时写下一年的，没有办结的带过去",
        type=Path,
        metavar="新台账.xlsx",
    )
    parser.option("--force", says="覆盖已有的文件", action="store_true")


def _ledger(options: Namespace) -> int:
    if options.template is not None:
        return _template(options)
    if options.file is None or options.year is None:
        raise UsageError(f"缺少{'台账' if options.file is None else ' --year'}。正确写法：{LEDGER.usage}")
    of, form = _period(options), _form(options.year)
    ledger = read(options.file)
    found = count(ledger, form, of, known=_known(options, form))
    if options.json:
        output.say_json(_told(options.file, ledger, found))
    else:
        output.say(*_lines(options.file, form, ledger, found))
    return ERRORS_FOUND if found.unanswered else DONE


def _template(options: Namespace) -> int:
    """Write a blank ledger, or next year's with what the given one leaves open."""
    save = import_module("export.ledger.template").save  # it loads what writes workbooks, which counting does without
    target = options.template
    if target.suffix.lower() != ".xlsx":
        raise UsageError("--template：文件名请以 .xlsx 结尾")
    refuse_taken(target, options.file or Path(), replace=options.force)
    if options.file is None:
        year = options.year or date.today().year  # noqa: DTZ011 - the clerk's own year
        save(target, _form(year), year)
        output.say(f"{target}：空白台账，{year} 年")
        return DONE
    if options.year is None:
        raise UsageError(f"缺少 --year。正确写法：{LEDGER.usage}")
    form = _form(options.year)
    found = count(read(options.file), form, _period(options), known=_known(options, form))
    lines = left_open(read_whole(options.file), found, form)
    save(target, form, options.year + 1, lines)
    unclear = f"，其中 {found.waiting} 行不清楚，请核对" if found.waiting else ""
    output.say(f"{target}：{options.year + 1} 年的台账，带来没有办结的 {len(lines)} 件{unclear}")
    return DONE


def _known(options: Namespace, form: Form) -> Vocabularies:
    """The words that are known: with those of the agency, as the window counts; it is said whose, or why none."""
    remembered = RememberedWords(data_folder())
    agencies = remembered.agencies()
    agency = options.agency or (agencies[0] if len(agencies) == 1 else "")
    words = remembered.of(agency) if agency in agencies else {}
    if words:
        output.complain(f"用了“{agency}”答过的叫法 {sum(map(len, words.values()))} 个")
    elif options.agency:
        output.complain(f"本机没有记过“{agency}”的叫法，只用自带的")
    elif agencies:
        output.complain(f"本机记着 {len(agencies)} 个机关的叫法，没有用；请加 --agency 机关全称：{'、'.join(agencies)}")
    return vocabularies(form, words)


def _form(year: int) -> Form:
    try:
        return forms.of(year)
    except CellError as error:
        raise UsageError(str(error)) from None


def _period(options: Namespace) -> Period:
    if options.until and options.until.year != options.year:
        raise UsageError(f"--until：{options.until} 不在 {options.year} 年里")
    return period(options.year, options.until)


def _told(file: Path, ledger: Ledger, found: Count) -> dict[str, Any]:
    numbers = numbers_by_place(ledger)
    return {
        "file": str(file),
        "year": found.period.year,
        "until": found.period.until.isoformat(),
        "numbers": found.numbers,
        "lines": {cell: [numbers[place] for place in places] for cell, places in found.lines.items()},
        "fees": {"count": found.fees.count, "amount": str(found.fees.amount)},
        "outside": found.outside,
        "waiting": found.waiting,
        "questions": [
            {"sheet": ledger.sheets[place.sheet].name, "line": place.row, "message": question.says}
            for question in found.unanswered
            for place in question.places
        ],
    }


def _lines(file: Path, form: Form, ledger: Ledger, found: Count) -> Iterator[str]:
    until = f"{found.period.until.isoformat()} 为止" if found.period.is_partial else "全年"
    yield f"{file}：{found.period.year} 年（{until}）"
    for cell, number in found.numbers.items():
        if number:
            yield f"  {form.name(cell)}：{number}"
    if found.fees.count:
        yield f"  信息处理费：{found.fees.count} 件，共 {found.fees.amount} 元"
    if found.outside:
        yield f"  不是这一年的 {found.outside} 件，没有计"
    if found.unanswered:
        yield f"  有 {len(found.unanswered)} 处不清楚，{found.waiting} 行没有计入："
    for question in found.unanswered:
        yield f"    {_where(ledger, question.places)}：{question.says}"


def _where(ledger: Ledger, places: tuple[Place, ...]) -> str:
    named = "、".join(map(ledger.name, places[:3]))
    return f"{named}等 {len(places)} 行" if len(places) > 3 else named  # noqa: PLR2004 - no more would be read


LEDGER = Call(
    "ledger",
    "nianbao ledger [台账] [--year 年] [--until 年-月-日] [--agency 机关全称]"
    " [--json] [--template 新台账.xlsx] [--force]",
    "从依申请公开台账算出表三（有复议、诉讼栏的，还有表四）和信息处理费；不清楚的行不计入，逐行列出；或者写一本可以填的台账",
    _options,
    _ledger,
)
CALLS = (LEDGER,)
