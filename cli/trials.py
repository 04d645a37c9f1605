"""`nianbao demo` and `nianbao self-test`: the program's main job, done for real."""

import sys
import time
from argparse import Namespace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import resources
from cli.call import Call, Parser
from cli.checking import findings
from cli.exporting import written
from cli.findings import summary
from cli.output import say
from cli.status import DONE
from cli.versions import version
from export.content import blocks
from export.word import second_reader
from export.writer import Difference
from importers.bounded import deadline
from importers.read import read
from importers.refused import Refused
from model.drafts import draft as drafts
from model.files.problems import FileProblem, from_os_error

_SHOWN = ("nianbao", "lxml", "python-docx", "openpyxl", "PySide6-Essentials")


def _demo_options(parser: Parser) -> None:
    parser.option("--out", says="写到哪个文件夹，不写就是“文档”里的“年报助手/示例”", type=Path, metavar="文件夹")


def _demo(options: Namespace) -> int:
    folder = options.out or _drafts_folder() / "示例"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(folder, error) from None
    _main_job(folder)
    return DONE


def _self_test(_options: Namespace) -> int:
    say(f"Python {sys.version.split()[0]}，" + "，".join(f"{name} {version(name)}" for name in _SHOWN))
    with TemporaryDirectory(prefix="年报助手 自检 ") as folder:
        _main_job(Path(folder))
        _read_back(Path(folder))
        say(f"6 {_window_test(Path(folder))}")
    say("自检通过")
    return DONE


def _read_back(folder: Path) -> None:
    """Read the report from its Word and Excel files, one here and one in a process apart, and end what never ends."""
    sample = drafts.loads(resources.read_bytes("sample.nianbao")).report
    for path in (folder / "读入.docx", folder / "读入.xlsx"):
        written(sample, path, replace=True)
        if dict(read(path).numbers) != dict(sample.numbers):
            raise FileProblem(path, "读入的数据与报告不一致")
    try:
        with deadline.within(0.0):
            while True:
                time.sleep(0.001)
    except Refused:
        say(f"5 读入：Word、Excel 各 {len(sample.numbers)} 个数据一致；读不完的能停下")


def _window_test(folder: Path) -> str:
    from gui.program import self_test

    return self_test.run(folder)


def _drafts_folder() -> Path:
    from gui.services.folders import documents_folder

    return documents_folder()


def _main_job(folder: Path) -> None:
    """The program's main job on the bundled report: draft, checks, Word report, read back by two readers."""
    sample = drafts.loads(resources.read_bytes("sample.nianbao"))
    report, stem = sample.report, f"{sample.report.agency.name}{sample.report.year}年年度报告（示例）"
    path, word = folder / f"{stem}.nianbao", folder / f"{stem}.docx"
    drafts.save(sample, path, datetime.now().astimezone())
    if drafts.load(path).report != report:
        raise FileProblem(path, "草稿读回与保存时不一致")
    say(f"1 草稿：{path}，保存后读回一致")
    say(f"2 校验：{summary(findings(report, sample.saved_at.date() if sample.saved_at else date.max))}")
    say(f"3 导出：{written(report, word, replace=True)}")
    try:
        numbers = second_reader.compare(word, blocks(report))
    except Difference as difference:
        raise FileProblem(word, str(difference)) from None
    say(f"4 复核：用另一个程序库打开，{numbers} 个数据、6 个标题一致")


DEMO = Call(
    "demo",
    "nianbao demo [--out 文件夹]",
    "用内置的示例报告走一遍：草稿、校验、导出 Word、读回核对",
    _demo_options,
    _demo,
)
SELF_TEST = Call(
    "self-test", "nianbao self-test", "自检：在临时文件夹里把每项功能真做一遍", lambda _parser: None, _self_test
)
CALLS = (DEMO, SELF_TEST)
