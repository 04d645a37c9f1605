"""年报助手 without a window: the command line `nianbao`, described in `docs/command-line.md`."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from model.problems import FileProblem, from_os_error

if TYPE_CHECKING:
    from model.checks import Finding
    from model.draft import Draft
    from model.report import Report

NAMED_CELLS = 4
"""How many cells of a finding are named in a line."""
_PUBLIC = ("check", "severity", "message", "cells", "section", "span", "quote")
DONE, ERRORS_FOUND, UNUSABLE = 0, 1, 2
"""The exit statuses."""

CALLS = {
    "demo": "nianbao demo [--out 文件夹]",
    "check": "nianbao check 文件… [--json] [--today 年-月-日]",
    "export": "nianbao export 文件 -o 报告.docx [--force] [--today 年-月-日]",
    "self-test": "nianbao self-test",
}
HELP = f"""年报助手：编写《政府信息公开工作年度报告》，全程离线。

  nianbao [文件]
      打开窗口（并打开一份草稿）
  {CALLS["demo"]}
      用内置的示例报告走一遍：草稿、校验、导出 Word、读回核对
  {CALLS["check"]}
      校验草稿，列出错误、警告和提示
  {CALLS["export"]}
      导出 Word 报告，写出后读回逐格核对
  {CALLS["self-test"]}
      自检：在临时文件夹里把每项功能真做一遍
  nianbao --help | --version

文件是草稿（.nianbao）。退出状态：0 完成（check：没有错误）；1 校验发现错误；2 文件或命令不能用。"""


class UsageError(Exception):
    """The call is not one of those in `HELP`."""


class _Parser(argparse.ArgumentParser):
    def error(self, _message: str) -> NoReturn:
        raise UsageError(f"命令写法不对。正确写法：{CALLS.get(self.prog, 'nianbao --help')}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one call and return its exit status; whatever goes wrong is a line on standard error."""
    _speak_utf8()
    try:
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except (UsageError, FileProblem) as problem:
        _complain(str(problem))
        return UNUSABLE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return UNUSABLE
    except KeyboardInterrupt:
        _complain("已中断")
        return UNUSABLE
    except Exception as error:  # noqa: BLE001 - a clerk must never see a traceback
        _complain(f"程序内部出错（{_where(error)}），草稿没有改动；请把这一行交给技术支持")
        return UNUSABLE
    return status


def _where(error: Exception) -> str:
    """The kind of an unexpected error and the line of the program it came from; nothing of a report's content."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} {place}"


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(line: str) -> None:
    print(" ".join(line.split()), file=sys.stderr)


def _run(arguments: list[str]) -> int:
    match arguments:
        case ["-h" | "--help" | "help"]:
            print(HELP)
            return DONE
        case ["--version"]:
            print(f"年报助手 {_version('nianbao')}")
            return DONE
        case [name, *rest] if name in _COMMANDS:
            return _COMMANDS[name](rest)
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        raise UsageError(f"没有这个命令：{' '.join(arguments)[:80]}。可用的命令见 nianbao --help")
    path = Path(arguments[0]) if arguments else None
    if path is not None and not path.exists():
        raise UsageError(f"没有这个命令，也没有这个文件：{path}。可用的命令见 nianbao --help")
    if not _has_screen():
        raise UsageError(f"这里没有屏幕，打不开窗口。不用窗口的命令：{'；'.join(CALLS.values())}")
    try:
        from gui import app
    except ImportError as error:
        raise UsageError(f"打不开窗口，缺少系统库（{error}）。不用窗口的命令见 nianbao --help") from None
    return app.run(path)


def _has_screen() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a display server is named."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in named)


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "（未安装）"


def _check(arguments: list[str]) -> int:
    parser = _parser("check")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())  # noqa: DTZ011 - the clerk's own day
    options = parser.parse_args(arguments)
    status = DONE
    for path in options.files:
        try:
            draft = _load(path)
        except FileProblem as problem:
            _complain(str(problem))
            if options.json:
                _print_json({"file": str(path), "error": problem.reason})
            status = UNUSABLE
            continue
        found = _findings(draft.report, options.today)
        _print_findings(path, draft.report, found, as_json=options.json)
        if any(finding.severity == "error" for finding in found):
            status = max(status, ERRORS_FOUND)
    return status


def _export(arguments: list[str]) -> int:
    parser = _parser("export")
    parser.add_argument("file", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())  # noqa: DTZ011 - the clerk's own day
    options = parser.parse_args(arguments)
    if options.output.suffix.lower() != ".docx":
        raise FileProblem(options.output, "目前只能导出 Word，文件名请以 .docx 结尾")
    report = _load(options.file).report
    if options.output.exists() and options.output.samefile(options.file):
        raise FileProblem(options.output, "导出的文件不能就是草稿本身，请换一个文件名")
    errors = [finding for finding in _findings(report, options.today) if finding.severity == "error"]
    for finding in errors:
        print(_line(finding))
    print(_write_word(report, options.output, replace=options.force))
    if errors:
        print(f"注意：还有 {len(errors)} 个错误没有改正，见上。")
    return DONE


def _demo(arguments: list[str]) -> int:
    parser = _parser("demo")
    parser.add_argument("--out", type=Path, default=None)
    folder = parser.parse_args(arguments).out or _drafts_folder() / "示例"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(folder, error) from None
    _main_job(folder)
    return DONE


def _self_test(arguments: list[str]) -> int:
    from tempfile import TemporaryDirectory

    _parser("self-test").parse_args(arguments)
    versions = {name: _version(name) for name in ("nianbao", "lxml", "python-docx", "openpyxl", "PySide6-Essentials")}
    print(f"Python {sys.version.split()[0]}，" + "，".join(f"{name} {number}" for name, number in versions.items()))
    with TemporaryDirectory(prefix="年报助手 自检 ") as folder:
        _main_job(Path(folder))
    print("自检通过")
    return DONE


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": _demo,
    "check": _check,
    "export": _export,
    "self-test": _self_test,
}


def _main_job(folder: Path) -> None:
    """The program's main job on the bundled report: draft, checks, Word report, read back by two readers."""
    import resources
    from export import second_reader
    from export.layout import blocks
    from export.readback import Difference
    from model import draft as drafts

    sample = drafts.loads(resources.read_bytes("sample.nianbao"))
    report, stem = sample.report, f"{sample.report.agency.name}{sample.report.year}年年度报告（示例）"
    path, word = folder / f"{stem}.nianbao", folder / f"{stem}.docx"
    drafts.save(sample, path, datetime.now().astimezone())
    if drafts.load(path).report != report:
        raise FileProblem(path, "草稿读回与保存时不一致")
    print(f"1 草稿：{path}，保存后读回一致")
    print(f"2 校验：{_summary(_findings(report, sample.saved_at.date() if sample.saved_at else date.max))}")
    print(f"3 导出：{_write_word(report, word, replace=True)}")
    try:
        numbers = second_reader.compare(word, blocks(report))
    except Difference as difference:
        raise FileProblem(word, str(difference)) from None
    print(f"4 复核：用另一个程序库打开，{numbers} 个数据、6 个标题一致")


def _parser(name: str) -> _Parser:
    return _Parser(prog=name, add_help=False, allow_abbrev=False)


def _load(path: Path) -> "Draft":
    from model import draft

    return draft.load(path)


def _drafts_folder() -> Path:
    import platformdirs

    return platformdirs.user_documents_path() / "年报助手"


def _findings(report: "Report", today: date) -> "tuple[Finding, ...]":
    from model import checks

    return checks.findings(report, checks.Context(today))


def _write_word(report: "Report", path: Path, *, replace: bool) -> str:
    from export import docx

    compared = docx.write(report, path, replace=replace)
    return (
        f"{path}，写出后读回：{compared.numbers} 个数据、{compared.headings} 个部分、"
        f"{compared.paragraphs} 段文字逐一核对一致"
    )


def _print_findings(path: Path, report: "Report", found: "tuple[Finding, ...]", *, as_json: bool) -> None:
    if as_json:
        listed = [{key: getattr(finding, key) for key in _PUBLIC} for finding in found]
        _print_json({"file": str(path), "agency": report.agency.name, "year": report.year, "findings": listed})
        return
    print(f"{path}（{report.agency.name}，{report.year}年）：{_summary(found)}")
    for finding in found:
        print(_line(finding))


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False))


def _summary(found: "tuple[Finding, ...]") -> str:
    from model.checks import SEVERITIES

    counts = {word: sum(finding.severity == severity for finding in found) for severity, word in SEVERITIES.items()}
    return "、".join(f"{count} 个{word}" for word, count in counts.items() if count) or "没有发现问题"


def _line(finding: "Finding") -> str:
    from model.checks import SEVERITIES
    from model.form import official

    headings = {"title": "标题", "preamble": "引言"} | {part.id: part.heading for part in official().sections}
    place = headings.get(finding.section or "", "")
    cells = "、".join(official().name(cell_id) for cell_id in finding.cells[:NAMED_CELLS])
    more = "等" if len(finding.cells) > NAMED_CELLS else ""
    where = "，".join(part for part in (place, cells + more) if part)
    return f"  {SEVERITIES[finding.severity]} {finding.check}（{where}）{finding.message}"


if __name__ == "__main__":
    sys.exit(main())
