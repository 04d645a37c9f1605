"""`nianbao sheet`: the 审签单 of a report, for the person who signs."""

from argparse import Namespace
from pathlib import Path

from cli import batch, output
from cli.call import Call, Parser, add_today
from cli.reading import opened_version
from cli.status import DONE
from export.exporters import CHECK_SHEET, Circumstances, endings, export
from gui.paper.outputs import register_painted
from gui.services.folders import data_folder
from model.drafts.store import Store


def _options(parser: Parser) -> None:
    register_painted()
    parser.option("file", says="草稿或报告", type=Path, metavar="文件")
    says = f"要写的文件：{endings(CHECK_SHEET)}"
    parser.option("-o", "--output", says=says, required=True, type=Path, metavar="审签单")
    parser.option("--force", says="覆盖已有的文件", action="store_true")
    add_today(parser)


def _sheet(options: Namespace) -> int:
    report, version = opened_version(options.file)
    batch.refuse_taken(options.output, options.file, replace=options.force)
    mark = report.approval.signed
    history = Store(data_folder()).history_at(options.file) if mark else None
    signed = history.signed_report(mark.content) if mark and history else None
    around = Circumstances(options.today, version=version, signed=signed)
    export(CHECK_SHEET, report, options.output, replace=options.force, circumstances=around)
    output.say(f"{options.output}，写出后读回，逐段逐格核对一致")
    return DONE


SHEET = Call(
    "sheet",
    "nianbao sheet 文件 -o 审签单 [--force] [--today 年-月-日]",
    "写审签单：是哪一版、各环节签字的地方、签批后改了哪里、主要数据、全部问题和理由、勾稽和常用指标",
    _options,
    _sheet,
)
CALLS = (SHEET,)
