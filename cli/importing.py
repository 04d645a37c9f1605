"""The calls that begin a draft: `nianbao import` and `nianbao new`."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cli.words import Parser, print_doubts
from model.files.problems import FileProblem

if TYPE_CHECKING:
    from model.report.report import Report

ENDING = ".nianbao"
"""The ending of a draft's name."""


def import_report(arguments: list[str]) -> None:
    """`nianbao import`: a report of any kind becomes a draft.

    Raises:
        FileProblem: the file cannot be read, or the draft not written.
        UsageError: the call is wrong.
    """
    from importers.any_file import any_file
    from model.drafts.draft import Draft

    parser = Parser("import")
    parser.add_argument("file", type=Path)
    _add_output(parser)
    parser.add_argument("--year", type=int)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    _refuse(options.output, options.file, replace=options.force)
    found = any_file(options.file)
    if isinstance(found.held, Draft):
        raise FileProblem(options.file, "这已经是年报助手的草稿，不用导入")
    report = found.report(options.year, options.agency)
    _save(report, options.output, options.file)
    if not options.json:
        doubts = f"{len(found.doubts)} 处存疑，请逐处核对" if found.doubts else "没有存疑的地方"
        print(f"{options.output}（{report.agency.name}，{report.year}年）：读入 {len(report.numbers)} 个数据，{doubts}")
    print_doubts(options.file, found.doubts, as_json=options.json)


def new_report(arguments: list[str]) -> None:
    """`nianbao new`: the next year's draft from last year's report.

    Raises:
        FileProblem: last year's report cannot be read, or the draft not written.
        UsageError: the call is wrong.
    """
    from dataclasses import replace

    from importers.any_file import any_file
    from model.form.form import CellError
    from model.report.next_year import next_year

    parser = Parser("new")
    parser.add_argument("--from", dest="file", type=Path, required=True)
    parser.add_argument("--year", type=int, required=True)
    _add_output(parser)
    options = parser.parse_args(arguments)
    _refuse(options.output, options.file, replace=options.force)
    found = any_file(options.file)
    agency = replace(found.agency, name=options.agency) if options.agency else found.agency
    past = found.past()
    try:
        begun = next_year(past, agency, options.year, found.layout)
    except CellError as problem:
        raise FileProblem(options.file, str(problem)) from None
    _save(begun.report, options.output, options.file)
    print(f"{options.output}（{agency.name}，{options.year}年）：上年报告是{past.year}年的，{_carried(begun.report)}")
    if begun.remark:
        print(f"  {begun.remark}")
    print_doubts(options.file, found.doubts, as_json=False)


def _carried(report: "Report") -> str:
    from model.report.proposals import carried

    row = list(carried(report.form))
    known = any(cell_id in report.numbers for cell_id in row)
    return f"带入上年结转 {report.sum(row)} 件" if known else "没有带入上年结转"


def _add_output(parser: Parser) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--agency", default="")
    parser.add_argument("--force", action="store_true")


def _refuse(output: Path, source: Path, *, replace: bool) -> None:
    """Refuse a name that is no draft's, or is taken, before any work is done."""
    if output.suffix.lower() != ENDING:
        raise FileProblem(output, f"草稿的文件名请以 {ENDING} 结尾")
    if not output.exists():
        return
    if source.exists() and output.samefile(source):
        raise FileProblem(output, "草稿不能写在来源文件上，请换一个文件名")
    if not replace:
        raise FileProblem(output, "文件已存在，请换一个文件名，或加 --force 覆盖")


def _save(report: "Report", output: Path, source: Path) -> None:
    from model.drafts import draft

    if not report.agency.name.strip():
        raise FileProblem(source, "没有读出机关名称，请加 --agency 机关全称")
    draft.save(draft.Draft(report), output, datetime.now().astimezone())
