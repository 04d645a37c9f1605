"""Which call was meant, and what is said when it goes wrong."""

import os
import sys
from importlib import import_module
from pathlib import Path

from cli import output
from cli.batch import inner_trouble
from cli.call import DONE, UNUSABLE, Parser, UsageError
from cli.calls import CALLS
from model.files.problems import FileProblem

NOBODY_READS = 141
"""The exit status when the reader of the output has gone, as after `| head -1`: 128 and the number of SIGPIPE."""

_IN_CHILD = {"--read-file-in-child": "importers.child", "--review-in-child": "importers.many.worker"}
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
    except (UsageError, FileProblem) as problem:
        output.complain(problem)
        return UNUSABLE
    except output.OutputError as problem:
        output.give_up_stdout()
        output.complain(problem)
        return UNUSABLE
    except BrokenPipeError:
        output.give_up_stdout()
        return NOBODY_READS
    except Exception as error:  # noqa: BLE001 - a clerk must never see a traceback
        output.complain(inner_trouble(error))
        return UNUSABLE
    return status


def _run(arguments: list[str]) -> int:
    match arguments:
        case ["-h" | "--help" | "help"]:
            output.say(*_help())
            return DONE
        case ["--version"]:
            from cli.versions import version

            output.say(f"年报助手 {version('nianbao')}")
            return DONE
        case [argument, *_] if argument in _IN_CHILD:
            return int(import_module(_IN_CHILD[argument]).main())
        case [name, *rest] if name in CALLS:
            parser = Parser(CALLS[name])
            if {"-h", "--help"} & set(rest):
                output.say(*parser.help())
                return DONE
            return CALLS[name].run(parser.parse_args(rest))
    return _window(arguments)


def _help() -> list[str]:
    calls = [line for call in CALLS.values() for line in (f"  {call.usage}", f"      {call.does}")]
    return [*_HEAD.split("\n"), *calls, *_FOOT.split("\n")]


def _window(arguments: list[str]) -> int:
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
