"""`nianbao correction`: the 更正说明 of a report that was changed after it was published."""

from argparse import Namespace
from pathlib import Path

from cli import batch, output
from cli.call import Call, Parser
from cli.reading import opened_version
from cli.status import DONE
from export.correction import name_of
from export.exporters import CORRECTION, Circumstances, endings, export
from gui.services.folders import data_folder
from model.drafts.store import Store
from model.files.problems import FileProblem
from model.report.correction import Correction, numbered
from model.report.report import Report


def _options(parser: Parser) -> None:
    parser.option("file", says="标记过已公布、后来改过的草稿", type=Path, metavar="草稿")
    says = f"要写的文件：{endings(CORRECTION)}"
    parser.option("-o", "--output", says=says, required=True, type=Path, metavar="更正说明")
    parser.option("--force", says="覆盖已有的文件", action="store_true")


def _correct(options: Namespace) -> int:
    report, version = opened_version(options.file)
    batch.refuse_taken(options.output, options.file, replace=options.force)
    correction = _correction(options.file, report)
    around = Circumstances(version=version, correction=correction)
    export(CORRECTION, report, options.output, replace=options.force, circumstances=around)
    output.say(f"{options.output}（{name_of(correction.numbered.number)}），写出后读回，逐段逐格核对一致")
    return DONE


def _correction(path: Path, report: Report) -> Correction:
    """What is corrected, from what was kept at its publication.

    Raises:
        FileProblem: nothing was published, nothing was changed since, or what was published is not kept here.
    """
    which = numbered(report)
    if which is None:
        raise FileProblem(path, "没有可更正的：没有标记过已公布，或公布后要印的内容没有改过")
    history = Store(data_folder()).history_at(path)
    before = history.published_report(which.published.content) if history else None
    if before is None:
        day = f"{which.published.at:%Y-%m-%d}"
        raise FileProblem(path, f"{day} 公布的那一份没有留底在这台电脑上，可以用 nianbao compare 同公布的文件对照")
    return Correction(which, before)


CORRECT = Call(
    "correction",
    "nianbao correction 草稿 -o 更正说明 [--force]",
    "写更正说明：同公布时留底的那一份逐格逐句对照，改过的两边并列；按公布的次数编为更正一、更正二",
    _options,
    _correct,
)
CALLS = (CORRECT,)
