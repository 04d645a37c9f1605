"""`nianbao review`: all reports of a folder read and checked, the board and 退回意见 written."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

from cli import batch
from cli.call import Call, Parser, a_year, add_today
from cli.status import DONE, ERRORS_FOUND, UNUSABLE
from cli.terminal import output, progress
from cli.terminal.json_lines import say_json
from export.exporters import OPINION
from export.many import workbook
from export.many.returns import write_all
from export.many.sheets import many_sheets
from importers.many import names
from importers.many.crew import MOST_WORKERS, Crew, usual_size
from importers.many.review import Work, steps, work
from model.checks import SEVERITIES
from model.files.problems import FileProblem, from_os_error
from model.review.board import STATES, Line, board
from model.review.desk import Desk
from model.review.opinion import opinion, usual
from model.review.row import Row

BOARD, RETURNS = "汇总.xlsx", "退回意见"
"""What is written into the folder."""
_PUBLIC = ("check", "severity", "message", "cells", "section", "span", "quote")


def _workers(words: str) -> int:
    if not words.isdigit() or not 1 <= int(words) <= MOST_WORKERS:
        raise ArgumentTypeError(f"只能是 1 到 {MOST_WORKERS}")
    return int(words)


def _options(parser: Parser) -> None:
    parser.option("folder", says="放着各单位报告的文件夹，包括下级文件夹", type=Path, metavar="文件夹")
    parser.option("-o", "--output", says=f"写 {BOARD} 和{RETURNS}的文件夹", type=Path, required=True, metavar="文件夹")
    parser.option("--last-year", says="上年报告所在的文件夹，同上年对照", type=Path, metavar="文件夹")
    parser.option("--units", says="应报单位的名单：xlsx、csv 或一行一个的文本", type=Path, metavar="文件")
    parser.option("--year", says="报告年度；不写时按多数报告的年度", type=a_year, metavar="年", default=0)
    parser.option("--workers", says="同时用几个进程；不写时按处理器个数", type=_workers, metavar="个数")
    parser.option("--json", says="每个单位一行 JSON", action="store_true")
    parser.option("--force", says="覆盖已有的文件", action="store_true")
    add_today(parser)


def _review(options: Namespace) -> int:
    target = _prepare(options)
    wanted = names.from_file(options.units) if options.units else ()
    found = work([options.folder], options.last_year, options.today, options.year)
    rows = _rows(found, options.workers)
    times = {source.name: source.changed for source in found.files}
    desk = Desk(str(options.folder), options.year, str(options.last_year or ""), wanted)
    lines = board(desk, rows, times)
    for line in lines:
        _tell(line, as_json=options.json)
    _write(lines, target, options)
    return _status(lines)


def _prepare(options: Namespace) -> Path:
    """The folder for what is written; refused before any work where something is in the way."""
    target: Path = options.output
    if not options.folder.is_dir():
        raise FileProblem(options.folder, "这里要一个文件夹，请检查路径")
    if target.resolve() == options.folder.resolve():
        raise FileProblem(target, "不能写进来源的文件夹，请换一个文件夹")
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(target, error) from None
    if not options.force:
        for name in (BOARD, RETURNS):
            batch.refuse_taken(target / name, options.folder, replace=False)
    return target


def _rows(found: Work, workers: int | None) -> Sequence[Row]:
    """All rows; one that was read again once the year was known counts as read then."""
    rows: dict[str, Row] = {}
    crew = Crew(workers or usual_size(len(found.files) + len(found.before)))
    try:
        for step in steps(found, crew, output.complain):
            if step.of > 1:
                progress.show(step.done, step.of, step.name)
            if step.row is not None:
                rows[step.row.file] = step.row
    finally:
        crew.end()
    return list(rows.values())


def _tell(line: Line, *, as_json: bool) -> None:
    if line.state == "unreadable" and line.row is not None:
        output.complain(f"{line.row.file}：{line.row.error}")
    elif line.state == "unreadable":
        output.complain(f"{line.name}：{'；'.join(line.trouble)}")
    if as_json:
        say_json(_plain(line))
        return
    counted = [finding.severity for finding in line.findings]
    counts = "、".join(f"{counted.count(each)} 个{word}" for each, word in SEVERITIES.items() if counted.count(each))
    about = [counts, line.alike_words, *line.trouble]
    file = f"（{line.row.file}）" if line.row else ""
    output.say(f"{line.name}{file}：{'；'.join([STATES[line.state], *filter(None, about)])}")


def _plain(line: Line) -> dict[str, object]:
    findings = [{key: getattr(finding, key) for key in _PUBLIC} for finding in line.findings]
    alike = [{"file": each.file, "section": each.text, "share": each.share} for each in line.alike]
    return {
        "file": line.row.file if line.row else None,
        "unit": line.name,
        "year": (line.row.year or None) if line.row else None,
        "state": line.state,
        "trouble": line.trouble,
        "alike": alike,
        "others": [row.file for row in line.others],
        "findings": findings,
    }


def _write(lines: Sequence[Line], target: Path, options: Namespace) -> None:
    cells = workbook.write(many_sheets(lines), target / BOARD)
    doubtful = [line for line in lines if line.row and not line.row.error and line.state != "open"]
    said = [opinion(line, usual(line), "", options.today) for line in doubtful]
    suffix = OPINION.formats[0].suffix
    written = sum(1 for _ in write_all(said, target / RETURNS, suffix, output.complain, replace=options.force))
    if not options.json:
        output.say(f"{target / BOARD}，写出后读回，{cells} 格逐格核对一致；{RETURNS} {written} 份")


def _status(lines: Sequence[Line]) -> int:
    if any(line.state == "unreadable" for line in lines):
        return UNUSABLE
    grave = any(finding.severity == "error" for line in lines for finding in line.findings)
    return ERRORS_FOUND if grave or any(line.state == "missing" for line in lines) else DONE


REVIEW = Call(
    "review",
    "nianbao review 文件夹 -o 文件夹 [--last-year 文件夹] [--units 文件] [--year 年] [--workers 个数] [--json]"
    " [--force] [--today 年-月-日]",
    "许多单位的报告一次读入、校验：谁没有交、哪张表有错、与谁雷同，写出汇总.xlsx 和退回意见；来源文件不动",
    _options,
    _review,
)
CALLS = (REVIEW,)
