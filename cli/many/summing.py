"""`nianbao sum` and `nianbao table`: the figures of many reports as one draft, and as a tidy table."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cli import batch, output
from cli.call import Call, Parser
from cli.status import DONE, ERRORS_FOUND, UNUSABLE
from export.many import table
from importers.many.folder import sources
from importers.many.one_file import row
from model.drafts import draft
from model.drafts.draft import Draft
from model.files.problems import FileProblem
from model.form.form import format_value
from model.report.report import Agency
from model.review import summing
from model.review.row import Row
from model.review.summing import NotSummed

_DRAFT, _TABLE = ".nianbao", ".csv"


def _options(parser: Parser) -> None:
    parser.option("files", says="草稿或报告，可以多个；也可以是文件夹", nargs="+", type=Path, metavar="文件")


def _sum_options(parser: Parser) -> None:
    _options(parser)
    parser.option("-o", "--output", says="要写的汇总草稿", required=True, type=Path, metavar="草稿.nianbao")
    says = "汇总报告的机关全称；不写时是“几个单位汇总”，打开草稿后可以改"
    parser.option("--agency", says=says, default="", metavar="机关全称")
    parser.option("--force", says="覆盖已有的文件", action="store_true")


def _sum(options: Namespace) -> int:
    rows, status = _read(options, _DRAFT)
    try:
        asked = summing.questions(rows) if rows else ()
        agency = Agency(options.agency or f"{len(rows)}个单位汇总", consolidated=True)
        report = summing.consolidated(summing.summed(rows), agency, asked)
    except NotSummed as problem:
        raise FileProblem(options.output, f"{problem}，没有写") from None
    draft.save(Draft(report), options.output, datetime.now().astimezone())
    wrong = summing.unequal(draft.load(options.output).report, rows)
    if wrong:
        cell, own, right = wrong[0]
        said = f"“{report.form.name(cell)}”是 {format_value(own)}，各单位之和是 {format_value(right)}"
        raise FileProblem(options.output, f"写出后读回，汇总数不等于各单位之和：{said}；请重新汇总")
    output.say(f"{options.output}（{len(rows)} 个单位，{report.year}年）：{len(report.numbers)} 格，汇总数＝各单位之和")
    output.say(*(f"请核对：{question.words}" for question in asked))
    return max(status, ERRORS_FOUND if asked else DONE)


def _table_options(parser: Parser) -> None:
    _options(parser)
    parser.option("-o", "--output", says="要写的表", required=True, type=Path, metavar="表.csv")
    parser.option("--force", says="覆盖已有的文件", action="store_true")


def _table(options: Namespace) -> int:
    rows, status = _read(options, _TABLE)
    if not rows:
        raise FileProblem(options.output, "没有能读的报告，没有写")
    lines = table.write(rows, options.output)
    output.say(f"{options.output}：{len(rows)} 份报告，{lines} 行，写出后读回核对一致")
    return status


def _read(options: Namespace, ending: str) -> tuple[Sequence[Row], int]:
    """The rows of all files that can be read, and the status of those that cannot."""
    if options.output.suffix.lower() != ending:
        raise FileProblem(options.output, f"文件名请以 {ending} 结尾")
    found = sources(options.files)
    for each in found:
        batch.refuse_taken(options.output, each.path, replace=options.force)
    rows: list[Row] = []

    def work(path: Path) -> int:
        said = row(path, None)
        if said.error:
            raise FileProblem(path, said.error)
        rows.append(said)
        return DONE

    status = batch.each([each.path for each in found], work)
    if status == UNUSABLE and not rows:
        raise FileProblem(options.output, "没有能读的报告，没有写")
    return rows, status


SUM = Call(
    "sum",
    "nianbao sum 文件… -o 草稿.nianbao [--agency 机关全称] [--force]",
    "把许多报告的数据加成一份汇总草稿：每格由哪些单位组成、哪些不能直接相加，都写明；写出后核对汇总数＝各单位之和",
    _sum_options,
    _sum,
    ("有要人核对的（共同被告、重复计算、规章、空格），列出来，记在草稿的备注里，退出状态是 1。",),
)
TABLE = Call(
    "table",
    "nianbao table 文件… -o 表.csv [--force]",
    "把许多报告的数据写成一张长表：单位、年度、表样、格、数，一格一行，供统计软件使用",
    _table_options,
    _table,
)
CALLS = (SUM, TABLE)
