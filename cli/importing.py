"""The calls that begin a draft: `nianbao import` and `nianbao new`."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from cli import batch
from cli.call import Call, Parser, a_year
from cli.findings import print_doubts
from cli.reading import read, report_of
from cli.status import DONE, UsageError
from cli.terminal import output
from cli.terminal.json_lines import say_json
from importers.any_file import YearUnknown
from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.file_names import report_stem
from model.files.problems import FileProblem
from model.form.form import CellError
from model.report.next_year import next_year
from model.report.proposals import carried
from model.report.report import Report
from model.structs import replace

ENDING = ".nianbao"
"""The ending of a draft's name."""
_NO_YEAR = "没有读出是哪一年的报告，请加 --year 年，如 --year 2024"
_NO_AGENCY = "没有读出机关名称，请加 --agency 机关全称"


def _import_options(parser: Parser) -> None:
    parser.option("files", says="年度报告，可以多个", nargs="+", type=Path, metavar="文件")
    _add_output(parser, "要写的草稿；多个文件时是文件夹，草稿按机关和年份取名", "草稿.nianbao或文件夹")
    parser.option("--year", says="报告年度，文件里没有写明或写错时用", type=a_year, metavar="年")
    parser.option("--json", says="存疑的地方写成 JSON，每个文件一行", action="store_true")


def _import(options: Namespace) -> int:
    files = batch.distinct(options.files)
    if options.agency and len(files) > 1:
        raise UsageError("--agency：一个机关全称只能用于一个文件，请分开导入")
    target = batch.Target(options.output, files, [ENDING])
    if not target.is_folder:
        hint = "" if target.path.suffix else batch.FOLDER_HINT
        _refuse(target.path, files[0], replace=options.force, hint=hint)

    def work(path: Path) -> int:
        _import_one(path, target, options)
        return DONE

    def refused(path: Path, problem: FileProblem) -> None:
        if options.json:
            say_json({"file": str(path), "error": problem.reason})

    return batch.each(files, work, refused)


def _import_one(path: Path, target: batch.Target, options: Namespace) -> None:
    found = read(path)
    if isinstance(found.held, Draft):
        raise FileProblem(path, "这已经是年报助手的草稿，不用导入")
    try:
        report = report_of(path, found, options.year, options.agency)
    except YearUnknown:
        raise FileProblem(path, _NO_YEAR) from None
    new = target.name(path, report_stem(report.agency.name, report.year), ENDING)
    _refuse(new, path, replace=options.force)
    _save(report, new, path)
    if not options.json:
        doubts = f"{len(found.doubts)} 处存疑，请逐处核对" if found.doubts else "没有存疑的地方"
        output.say(f"{new}（{report.agency.name}，{report.year}年）：读入 {len(report.numbers)} 个数据，{doubts}")
    print_doubts(path, found.doubts, as_json=options.json)


def _new_options(parser: Parser) -> None:
    parser.option(
        "--from", says="上年报告：草稿或任何能读的文件", dest="file", type=Path, required=True, metavar="上年报告"
    )
    parser.option("--year", says="新报告的年度", type=a_year, required=True, metavar="年")
    _add_output(parser, "要写的草稿", "草稿.nianbao")


def _new(options: Namespace) -> int:
    new = Path(options.output)
    _refuse(new, options.file, replace=options.force)
    found = read(options.file)
    agency = replace(found.agency, name=options.agency) if options.agency else found.agency
    past = found.past()
    try:
        begun = next_year(past, agency, options.year, found.layout)
    except CellError as problem:
        raise FileProblem(options.file, str(problem)) from None
    _save(begun.report, new, options.file)
    output.say(f"{new}（{agency.name}，{options.year}年）：上年报告是{past.year}年的，{_carried(begun.report)}")
    if begun.remark:
        output.say(f"  {begun.remark}")
    print_doubts(options.file, found.doubts, as_json=False)
    return DONE


def _carried(report: Report) -> str:
    row = list(carried(report.form))
    known = any(cell_id in report.numbers for cell_id in row)
    return f"带入上年结转 {report.sum(row)} 件" if known else "没有带入上年结转"


def _add_output(parser: Parser, says: str, metavar: str) -> None:
    parser.option("-o", "--output", says=says, required=True, metavar=metavar)
    parser.option("--agency", says="机关全称，文件里没有写明或写错时用", default="", metavar="机关全称")
    parser.option("--force", says="覆盖已有的文件", action="store_true")


def _refuse(path: Path, source: Path, *, replace: bool, hint: str = "") -> None:
    """Refuse a name that is no draft's, or is taken, before any work is done."""
    if path.suffix.lower() != ENDING:
        raise FileProblem(path, f"草稿的文件名请以 {ENDING} 结尾{hint}")
    batch.refuse_taken(path, source, replace=replace)


def _save(report: Report, output: Path, source: Path) -> None:
    if not report.agency.name.strip():
        raise FileProblem(source, _NO_AGENCY)
    draft.save(draft.Draft(report), output, datetime.now().astimezone())


IMPORT = Call(
    "import",
    "nianbao import 文件… -o 草稿.nianbao或文件夹 [--year 年] [--agency 机关全称] [--json] [--force]",
    "把报告读成草稿，列出存疑的地方",
    _import_options,
    _import,
)
NEW = Call(
    "new",
    "nianbao new --from 上年报告 --year 年 -o 草稿.nianbao [--agency 机关全称] [--force]",
    "从上年报告开始写下一年的：带入单位信息和上年结转，上年报告放在旁边对照",
    _new_options,
    _new,
)
CALLS = (IMPORT, NEW)
