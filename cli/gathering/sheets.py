"""`nianbao sheets`: who gives which figure, the sheets to send out, and what those that came back come to."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from cli import batch, output
from cli.call import Call, Parser
from cli.reading import opened_version
from cli.status import DONE, ERRORS_FOUND, UNUSABLE, UsageError
from export.exporters import GATHERING
from export.gathering.folder import write_all
from gui.services.folders import data_folder
from importers.gathering.read import read_all
from model.drafts import draft
from model.drafts.draft import Draft
from model.files.problems import FileProblem, from_os_error
from model.form.form import CellError, Form, format_value
from model.gathering.adding import Gathered, gathered
from model.gathering.items import Item, items
from model.gathering.plan import Plan, by_giver, givers_in
from model.gathering.plans import Plans
from model.report.report import Report
from model.session.gathering import take_sheets

_ENDING = ".nianbao"
_KINDS = tuple(each.id for each in GATHERING.formats)


def _options(parser: Parser) -> None:
    parser.option("file", says="年报草稿：机关、年度和现在的数", type=Path, metavar="草稿")
    says = "定由哪个科室填，可以写几次；如 行政许可=审批科，或 行政处罚=法规科、执法队；等号后面空着就是不征集"
    parser.option("--give", says=says, action="append", default=[], metavar="项目=科室")
    parser.option("--read", says="收回的征集表，可以多个", nargs="+", type=Path, metavar="表")
    says = "没有 --read 时是写征集表的文件夹，一个科室一个文件；有 --read 时是填好的新草稿"
    parser.option("-o", "--output", says=says, type=Path, metavar="文件夹或新草稿")
    parser.option("--to", says=f"征集表写成哪一种：{'、'.join(_KINDS)}；不写就是 {_KINDS[0]}", metavar="种类")
    parser.option("--force", says="覆盖已有的草稿", action="store_true")


def _sheets(options: Namespace) -> int:
    if options.to not in (None, *_KINDS):
        raise UsageError(f"--to：没有“{options.to[:20]}”这一种，可以是：{'、'.join(_KINDS)}")
    report = opened_version(options.file)[0]
    plan = _settled(report, options.give)
    if options.read:
        return _read(report, plan, options)
    asked = by_giver(plan, report.form)
    for giver, asked_for in asked.items():
        output.say(f"{giver}：{'、'.join(item.name for item in asked_for)}")
    if not asked:
        output.say("还没有定哪个科室填哪几栏：用 --give 项目=科室，或在窗口里表二上点“征集表…”")
    if options.output is None:
        return DONE
    if not asked:
        raise FileProblem(options.output, "没有写征集表：还没有定哪个科室填哪几栏")
    written = write_all(report, asked, options.output, f".{options.to or _KINDS[0]}")
    output.say(*(f"{path}：征集表，写出后读回核对一致" for path in written.new))
    output.say(*(f"{path}：已经在那里，可能填过，没有动" for path in written.kept))
    for problem in written.failed:
        output.complain(problem)
    return UNUSABLE if written.failed else DONE


def _settled(report: Report, given: list[str]) -> Plan:
    """The plan of the agency, with what is settled now kept in the data folder.

    Raises:
        FileProblem: it cannot be kept.
        UsageError: what is settled names no item.
    """
    plans = Plans(data_folder())
    plan = dict(plans.of(report.agency.name))
    for each in given:
        words, equals, names = each.partition("=")
        named = _named(report.form, words) if equals else ()
        if not named:
            known = "、".join(dict.fromkeys(item.row for item in items(report.form)))
            raise UsageError(f"--give：“{each[:30]}”不认识，应写成 项目=科室，项目可以是：{known}")
        plan.update({item.id: givers_in(names) for item in named})
    plan = {item: givers for item, givers in plan.items() if givers}
    if given:
        try:
            plans.keep(report.agency.name, plan)
        except OSError as error:
            raise from_os_error(error.filename or data_folder(), error) from None
    return plan


def _named(form: Form, words: str) -> tuple[Item, ...]:
    """The items of a row, or the one of a row and a column."""
    bare = words.replace(" ", "")
    return tuple(item for item in items(form) if bare in (item.row, item.name.replace(" ", "")))


def _read(report: Report, plan: Plan, options: Namespace) -> int:
    new = options.output
    if new is not None:
        if new.suffix.lower() != _ENDING:
            raise UsageError(f"-o：有 --read 时写的是草稿，文件名请以 {_ENDING} 结尾")
        for source in (options.file, *options.read):
            batch.refuse_taken(new, source, replace=options.force)
    read = read_all(options.read, report.form)
    found = gathered(report, plan, read.sheets, read.problems)
    output.say(*_lines(found))
    if new is not None and found.sums:
        try:
            after = take_sheets(found).make(report)
        except CellError as problem:
            raise FileProblem(new, f"没有写：{problem}") from None
        draft.save(Draft(after), new, datetime.now().astimezone())
        output.say(f"{new}：填入 {len(found.sums)} 个数，改动 {len(found.changes)} 个")
    elif new is not None:
        raise FileProblem(new, "没有可以填的数，没有写")
    return ERRORS_FOUND if found.doubts or found.refused else DONE


def _lines(found: Gathered) -> Iterator[str]:
    for each in found.sums:
        before = "空" if each.before is None else format_value(each.before)
        was = f"{before} → " if each.changes else ""
        yield f"{each.item.name}：{was}{format_value(each.after)}（{each.given_by}）"
    yield from found.notes
    yield from (f"请核对：{words}" for words in (*found.refused, *found.doubts))


SHEETS = Call(
    "sheets",
    "nianbao sheets 草稿 [--give 项目=科室] [--read 表…] [-o 文件夹或新草稿] [--to 种类] [--force]",
    "征集表：给每个科室写一张只有它那几栏的表，读收回的表，算出表二的数和各由谁提供；发布条数不进表格",
    _options,
    _sheets,
    (
        "分工记在本机，按机关记；两个科室都有的一栏相加；看不清的不填，列出来，退出状态是 1。",
        "草稿本身不改，填好的写进 -o 的新草稿。",
    ),
)
CALLS = (SHEETS,)
