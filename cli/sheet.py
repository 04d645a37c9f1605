"""`nianbao sheet`: the 校验单 of a report, for the person who signs."""

from argparse import Namespace
from pathlib import Path

from cli import batch, output
from cli.call import DONE, Call, Parser, add_today
from cli.checking import opened_version
from export.exporters import CHECK_SHEET, Circumstances, endings, export


def _options(parser: Parser) -> None:
    parser.option("file", says="草稿或报告", type=Path, metavar="文件")
    says = f"要写的文件：{endings(CHECK_SHEET)}"
    parser.option("-o", "--output", says=says, required=True, type=Path, metavar="校验单")
    parser.option("--force", says="覆盖已有的文件", action="store_true")
    add_today(parser)


def _sheet(options: Namespace) -> int:
    report, version = opened_version(options.file)
    batch.refuse_taken(options.output, options.file, replace=options.force)
    around = Circumstances(options.today, version=version)
    export(CHECK_SHEET, report, options.output, replace=options.force, circumstances=around)
    output.say(f"{options.output}，写出后读回，逐段逐格核对一致")
    return DONE


SHEET = Call(
    "sheet",
    "nianbao sheet 文件 -o 校验单 [--force] [--today 年-月-日]",
    "写校验单：全部问题、已说明的理由、勾稽和常用指标，供审核人签字；上面有报告内容的摘要",
    _options,
    _sheet,
)
CALLS = (SHEET,)
