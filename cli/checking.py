"""`nianbao check`: the findings of drafts and reports."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from cli import batch, output
from cli.call import Call, Parser, add_today
from cli.findings import print_findings
from cli.reading import read, report_of
from cli.status import DONE, ERRORS_FOUND
from model import checks
from model.checks import Finding
from model.files.problems import FileProblem
from model.report.report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importers.last_years import LastYears


def _options(parser: Parser) -> None:
    parser.option("files", says="草稿或报告，可以多个", nargs="+", type=Path, metavar="文件")
    parser.option(
        "--last-year", says="同上年对照：上年的报告，或放着上年报告的文件夹", type=Path, metavar="文件或文件夹"
    )
    parser.option("--json", says="每个文件一行 JSON", action="store_true")
    add_today(parser)


def _check(options: Namespace) -> int:
    before = _last_years(options.last_year) if options.last_year else None

    def work(path: Path) -> int:
        report = _beside(path, opened(path), before)
        found = findings(report, options.today)
        print_findings(path, report, found, as_json=options.json)
        return ERRORS_FOUND if any(finding.severity == "error" for finding in found) else DONE

    def refused(path: Path, problem: FileProblem) -> None:
        if options.json:
            output.say_json({"file": str(path), "error": problem.reason})

    return batch.each(options.files, work, refused)


CHECK = Call(
    "check",
    "nianbao check 文件… [--last-year 文件或文件夹] [--json] [--today 年-月-日]",
    "校验，列出错误、警告和提示；可以同上年报告对照",
    _options,
    _check,
)


def opened(path: Path) -> Report:
    """The report in a file of any kind.

    Raises:
        FileProblem: there is none, or it cannot be read.
    """
    return report_of(path, read(path))


def findings(report: Report, today: date) -> tuple[Finding, ...]:
    """What the checks find in a report on a day."""
    return checks.findings(report, checks.Context(today))


def _last_years(place: Path) -> "LastYears":
    """The reports to compare with: of a folder, or the one in a file, for whichever agency."""
    from importers.last_years import LastYears, from_folder

    if place.is_dir():
        return from_folder(place, output.complain)
    found = read(place)
    return LastYears((("", found.past()),))


def _beside(path: Path, report: Report, before: "LastYears | None") -> Report:
    """The report with last year's beside it; said where there is none."""
    found = before.beside(report) if before else report
    if before and found is report:
        output.complain(f"{path}：没有找到{report.agency.name}{report.year - 1}年的报告，没有同上年对照")
    return found


CALLS = (CHECK,)
