"""Which call was meant, and what is said when it goes wrong; see `cli.output` for what is imported where."""

import os
import sys
from importlib import import_module

from cli import output
from cli.calls import CALLS
from cli.status import DONE, UNUSABLE, OutputError, UsageError, inner_trouble

NOBODY_READS = 141
"""The exit status when the reader of the output has gone, as after `| head -1`: 128 and the number of SIGPIPE."""

_IN_CHILD = {"--read-file-in-child": "importers.in_child", "--review-in-child": "importers.many.worker"}
"""How a frozen program runs itself as a process that reads files, and as one that reads and checks many."""
_HEAD = """年报助手：编写《政府信息公开工作年度报告》，全程离线。

  nianbao [文件]
      打开窗口（并打开一份草稿）"""
_FOOT = """  nianbao --help | --version | 命令 --help

文件是草稿（.nianbao），或者一份报告（Word、网页、Excel 等，按内容识别）。
退出状态：0 完成（check：没有错误）；1 校验发现错误；2 文件或命令不能用。"""


def run(arguments: list[str]) -> int:
    """Run one call; see `cli.main`.

    Raises:
        KeyboardInterrupt: the clerk pressed Ctrl+C.
    """
    output.speak_utf8()
    try:
        status = _run(arguments)
        output.finish()
    except Exception as error:  # noqa: BLE001 - a clerk must never see a traceback
        return _stopped_by(error)
    return status


def _stopped_by(error: Exception) -> int:
    from model.files.problems import FileProblem

    if isinstance(error, BrokenPipeError | OutputError):
        output.give_up_stdout()
    if isinstance(error, BrokenPipeError):
        return NOBODY_READS
    known = isinstance(error, UsageError | FileProblem | OutputError)
    output.complain(error if known else inner_trouble(error))
    return UNUSABLE


def _run(arguments: list[str]) -> int:
    match arguments:
        case ["--version"]:
            from cli.versions import own_version

            output.say(f"年报助手 {own_version()}")
            return DONE
        case [argument, *_] if argument in _IN_CHILD:
            return int(import_module(_IN_CHILD[argument]).main())
        case [name, *rest] if name in CALLS:
            return _call(name, rest)
        case ["-h" | "--help" | "help"]:
            return _help_all()
    return _window(arguments)


def _call(name: str, arguments: list[str]) -> int:
    from model.language.patterns import keep_compiled

    call = CALLS[name]
    parser = call.parser()
    if {"-h", "--help"} & set(arguments):
        output.say(*parser.help())
        return DONE
    status = call.run(parser.parse_args(arguments))
    keep_compiled()
    return status


def _help_all() -> int:
    """Print how every call is written."""
    calls = [line for call in CALLS.values() for line in (f"  {call.usage}", f"      {call.does}")]
    output.say(*_HEAD.split("\n"), *calls, *_FOOT.split("\n"))
    return DONE


def _window(arguments: list[str]) -> int:
    """Open the window, with a draft where one is named.

    Raises:
        UsageError: what is named is nothing, or no window can be opened here.
    """
    from pathlib import Path

    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        raise UsageError(f"没有这个命令：{' '.join(arguments)[:80]}。可用的命令见 nianbao --help")
    path = Path(arguments[0]) if arguments else None
    if path is not None and not path.exists():
        raise UsageError(f"没有这个命令，也没有这个文件：{path}。可用的命令见 nianbao --help")
    if not _has_screen():
        raise UsageError(
            f"这里没有屏幕，打不开窗口。不用窗口的命令：{'；'.join(call.usage for call in CALLS.values())}"
        )
    try:
        from gui.program import app
    except ImportError as error:
        raise UsageError(f"打不开窗口，缺少系统库（{error}）。不用窗口的命令见 nianbao --help") from None
    return app.run(path)


def _has_screen() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a display server is named."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in named)
