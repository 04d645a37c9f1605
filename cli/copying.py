"""`nianbao copy`: the 送审副本 of a draft."""

from argparse import Namespace
from pathlib import Path

from cli import batch, output
from cli.call import Call, Parser
from cli.reading import opened_version
from cli.status import DONE
from model.drafts.draft import Draft
from model.files.problems import FileProblem
from model.session import review_copy


def _options(parser: Parser) -> None:
    parser.option("file", says="草稿或报告", type=Path, metavar="文件")
    parser.option("-o", "--output", says="要写的草稿（.nianbao）", required=True, type=Path, metavar="副本")
    parser.option("--force", says="覆盖已有的文件", action="store_true")


def _copy(options: Namespace) -> int:
    if options.output.suffix.lower() != review_copy.SUFFIX:
        raise FileProblem(options.output, f"送审副本是草稿（{review_copy.SUFFIX}），请换一个文件名")
    report, version = opened_version(options.file)
    batch.refuse_taken(options.output, options.file, replace=options.force)
    revision, saved_at = (version.revision, version.saved_at) if version else (0, None)
    review_copy.write(Draft(report, revision=revision, saved_at=saved_at), options.output)
    output.say(f"{options.output}，写出后读回核对一致；{review_copy.LEFT_OUT}")
    return DONE


COPY = Call(
    "copy",
    "nianbao copy 文件 -o 副本.nianbao [--force]",
    "写送审副本：给别人看、改的草稿，要印的都在，备注、谁提供的、审签、理由、上年报告和来源都不在里面",
    _options,
    _copy,
)
CALLS = (COPY,)
