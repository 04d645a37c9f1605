"""`nianbao export`: the report as a file, or as many files."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from cli import batch
from cli.call import Call, Parser, add_today
from cli.checking import findings
from cli.findings import finding_line
from cli.reading import opened_version
from cli.status import DONE, UsageError
from cli.terminal import output
from export.exporters import REPORT, Circumstances, FileFormat, endings, export
from export.writer import Comparison
from gui.paper.outputs import register_painted
from model.drafts.file_names import report_stem
from model.files.problems import FileProblem
from model.report.publication import changed_since_published, changed_since_signed
from model.report.report import Report


def _options(parser: Parser) -> None:
    register_painted()
    parser.option("files", says="草稿或报告，可以多个", nargs="+", type=Path, metavar="文件")
    parser.option(
        "-o",
        "--output",
        says=f"要写的文件：{endings(REPORT)}；多个文件时是文件夹，文件按机关和年份取名",
        required=True,
        metavar="文件或文件夹",
    )
    kinds = "、".join(f"{each.id}（{each.name}）" for each in REPORT.formats)
    usual = REPORT.formats[0].id
    parser.option("--to", says=f"写进文件夹的是哪一种文件：{kinds}；不写就是 {usual}", metavar="种类")
    parser.option("--force", says="覆盖已有的文件", action="store_true")
    add_today(parser)


def _export(options: Namespace) -> int:
    suffixes = [each.suffix for each in REPORT.formats]
    files = batch.distinct(options.files)
    target = batch.Target(options.output, files, suffixes)
    if not target.is_folder and REPORT.format_of(target.path) is None:
        hint = "" if target.path.suffix else batch.FOLDER_HINT
        raise FileProblem(target.path, f"只能导出成这些文件：{endings(REPORT)}，请换一个文件名{hint}")
    wanted = _format(options.to, target)

    told: set[str] = set()

    def work(path: Path) -> int:
        report, version = opened_version(path)
        new = target.name(path, report_stem(report.agency.name, report.year), wanted.suffix)
        batch.refuse_taken(new, path, replace=options.force)
        errors = _errors(report, options.today)
        around = Circumstances(options.today, version=version)
        notices = [line for line in wanted.notices(report) if line not in told]
        told.update(notices)
        output.say(*(f"注意：{line}" for line in notices))
        if target.is_folder:
            said = written(report, new, replace=options.force, circumstances=around)
            output.say(said + (f"；还有 {len(errors)} 个错误" if errors else ""))
            output.say(*_since_marked(report))
            return DONE
        output.say(*errors)
        output.say(written(report, new, replace=options.force, circumstances=around))
        if errors:
            output.say(f"注意：还有 {len(errors)} 个错误没有改正，见上。")
        output.say(*_since_marked(report))
        return DONE

    return batch.each(files, work)


def _format(to: str | None, target: batch.Target) -> FileFormat:
    """The kind of file that is wanted.

    Raises:
        UsageError: there is no such kind, or the name that was given says another one.
    """
    if to is None:
        return REPORT.format_of(target.path) or REPORT.formats[0]
    wanted = next((each for each in REPORT.formats if each.id == to.lower()), None)
    if wanted is None:
        raise UsageError(f"--to：没有“{to[:20]}”这种输出，可以是：{endings(REPORT)}")
    if not target.is_folder and REPORT.format_of(target.path) is not wanted:
        raise UsageError(f"--to：文件名 {target.path.name} 说的是另一种输出，请只写一个")
    return wanted


def _since_marked(report: Report) -> list[str]:
    """That the report was changed after it was marked as published or signed, where it was."""
    found = []
    if changed_since_published(report):
        found.append("注意：这份报告已标记公布，标记后又改过；网页、下载件要同时更换。")
    if changed_since_signed(report):
        found.append("注意：这份报告签批后改过，不是签批的那一版。")
    return found


def _errors(report: Report, today: date) -> list[str]:
    return [finding_line(finding, report.form) for finding in findings(report, today) if finding.severity == "error"]


def written(report: Report, path: Path, *, replace: bool, circumstances: Circumstances | None = None) -> str:
    """Write the report and say what was compared.

    Raises:
        FileProblem: it cannot be written.
    """
    compared = export(REPORT, report, path, replace=replace, circumstances=circumstances)
    return f"{path}，写出后读回：{_compared(compared)}"


def _compared(compared: Comparison) -> str:
    return f"{compared.numbers} 个数据、{compared.headings} 个部分、{compared.paragraphs} 段文字逐一核对一致"


EXPORT = Call(
    "export",
    "nianbao export 文件… -o 文件或文件夹 [--to 种类] [--force] [--today 年-月-日]",
    "导出报告，写出后读回逐格核对；未改正的错误列出来，但不阻止导出；只有随表数据 {{…}} 指向不存在的格时不导出",
    _options,
    _export,
)
CALLS = (EXPORT,)
