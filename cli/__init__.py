"""年报助手 without a window: the command line `nianbao`, described in `docs/command-line.md`."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cli.words import (
    CALLS,
    HELP,
    Parser,
    UsageError,
    complain,
    finding_line,
    print_findings,
    print_json,
    summary,
)
from model.files.problems import FileProblem, from_os_error

if TYPE_CHECKING:
    from importers.last_years import LastYears
    from model.checks import Finding
    from model.report.report import Report

DONE, ERRORS_FOUND, UNUSABLE = 0, 1, 2
"""The exit statuses."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one call and return its exit status; whatever goes wrong is a line on standard error."""
    _speak_utf8()
    try:
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except (UsageError, FileProblem) as problem:
        complain(str(problem))
        return UNUSABLE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return UNUSABLE
    except KeyboardInterrupt:
        complain("已中断")
        return UNUSABLE
    except Exception as error:  # noqa: BLE001 - a clerk must never see a traceback
        complain(f"程序内部出错（{_where(error)}），草稿没有改动；请把这一行交给技术支持")
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


def _run(arguments: list[str]) -> int:
    match arguments:
        case ["-h" | "--help" | "help"]:
            print(HELP)
            return DONE
        case ["--version"]:
            print(f"年报助手 {_version('nianbao')}")
            return DONE
        case ["--read-file-in-child", *rest]:  # how a file is read in a process of its own; nobody types it
            from importers.bounded import child

            return child.main(rest)
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
        from gui.program import app
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
    parser = Parser("check")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--last-year", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())  # noqa: DTZ011 - the clerk's own day
    options = parser.parse_args(arguments)
    before = _last_years(options.last_year) if options.last_year else None
    status = DONE
    for path in options.files:
        try:
            report = _beside(path, _report(path), before)
        except FileProblem as problem:
            complain(problem)
            if options.json:
                print_json({"file": str(path), "error": problem.reason})
            status = UNUSABLE
            continue
        found = _findings(report, options.today)
        print_findings(path, report, found, as_json=options.json)
        if any(finding.severity == "error" for finding in found):
            status = max(status, ERRORS_FOUND)
    return status


def _last_years(place: Path) -> "LastYears":
    """The reports to compare with: of a folder, or the one in a file, for whichever agency."""
    from importers.any_file import any_file
    from importers.last_years import LastYears, from_folder

    if place.is_dir():
        return from_folder(place, complain)
    found = any_file(place)
    return LastYears((("", found.past()),))


def _beside(path: Path, report: "Report", before: "LastYears | None") -> "Report":
    """The report with last year's beside it; said where there is none."""
    found = before.beside(report) if before else report
    if before and found is report:
        complain(f"{path}：没有找到{report.agency.name}{report.year - 1}年的报告，没有同上年对照")
    return found


def _export(arguments: list[str]) -> int:
    parser = Parser("export")
    parser.add_argument("file", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())  # noqa: DTZ011 - the clerk's own day
    options = parser.parse_args(arguments)
    if options.output.suffix.lower() != ".docx":
        raise FileProblem(options.output, "目前只能导出 Word，文件名请以 .docx 结尾")
    report = _report(options.file)
    if options.output.exists() and options.output.samefile(options.file):
        raise FileProblem(options.output, "导出的文件不能就是草稿本身，请换一个文件名")
    errors = [finding for finding in _findings(report, options.today) if finding.severity == "error"]
    for finding in errors:
        print(finding_line(finding, report.form))
    print(_write_word(report, options.output, replace=options.force))
    if errors:
        print(f"注意：还有 {len(errors)} 个错误没有改正，见上。")
    return DONE


def _demo(arguments: list[str]) -> int:
    parser = Parser("demo")
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

    Parser("self-test").parse_args(arguments)
    versions = {name: _version(name) for name in ("nianbao", "lxml", "python-docx", "openpyxl", "PySide6-Essentials")}
    print(f"Python {sys.version.split()[0]}，" + "，".join(f"{name} {number}" for name, number in versions.items()))
    with TemporaryDirectory(prefix="年报助手 自检 ") as folder:
        _main_job(Path(folder))
        print(f"5 {_window_test(Path(folder))}")
    print("自检通过")
    return DONE


def _window_test(folder: Path) -> str:
    from gui.program import self_test

    return self_test.run(folder)


def _import(arguments: list[str]) -> int:
    from cli import importing

    importing.import_report(arguments)
    return DONE


def _new(arguments: list[str]) -> int:
    from cli import importing

    importing.new_report(arguments)
    return DONE


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": _demo,
    "import": _import,
    "new": _new,
    "check": _check,
    "export": _export,
    "self-test": _self_test,
}


def _main_job(folder: Path) -> None:
    """The program's main job on the bundled report: draft, checks, Word report, read back by two readers."""
    import resources
    from export.content import blocks
    from export.word import second_reader
    from export.word.readback import Difference
    from model.drafts import draft as drafts

    sample = drafts.loads(resources.read_bytes("sample.nianbao"))
    report, stem = sample.report, f"{sample.report.agency.name}{sample.report.year}年年度报告（示例）"
    path, word = folder / f"{stem}.nianbao", folder / f"{stem}.docx"
    drafts.save(sample, path, datetime.now().astimezone())
    if drafts.load(path).report != report:
        raise FileProblem(path, "草稿读回与保存时不一致")
    print(f"1 草稿：{path}，保存后读回一致")
    print(f"2 校验：{summary(_findings(report, sample.saved_at.date() if sample.saved_at else date.max))}")
    print(f"3 导出：{_write_word(report, word, replace=True)}")
    try:
        numbers = second_reader.compare(word, blocks(report))
    except Difference as difference:
        raise FileProblem(word, str(difference)) from None
    print(f"4 复核：用另一个程序库打开，{numbers} 个数据、6 个标题一致")


def _report(path: Path) -> "Report":
    from importers.any_file import any_file

    return any_file(path).report()


def _drafts_folder() -> Path:
    from gui.services.folders import documents_folder

    return documents_folder()


def _findings(report: "Report", today: date) -> "tuple[Finding, ...]":
    from model import checks

    return checks.findings(report, checks.Context(today))


def _write_word(report: "Report", path: Path, *, replace: bool) -> str:
    from export.word import docx

    compared = docx.write(report, path, replace=replace)
    return (
        f"{path}，写出后读回：{compared.numbers} 个数据、{compared.headings} 个部分、"
        f"{compared.paragraphs} 段文字逐一核对一致"
    )
