"""One call of the command line: how it is written, what it does, and its arguments, wrong ones said in Chinese."""

import argparse
import re
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NoReturn

from cli.status import UsageError
from model.structs import Struct

_CLIP = 80
_MESSAGES = (
    (re.compile(r"argument ([^:]+): expected (?:at least )?one argument"), r"\1 后面缺少内容"),
    (re.compile(r"argument ([^:]+): ignored explicit argument (.*)"), r"\1 后面不能有 \2"),
    (re.compile(r"argument ([^:]+): (.*)"), r"\1：\2"),
    (re.compile(r"the following arguments are required: (.*)"), r"缺少 \1"),
    (re.compile(r"unrecognized arguments: (-.*)"), r"没有这个选项：\1"),
    (re.compile(r"unrecognized arguments: (.*)"), r"多写了 \1"),
)
"""What argparse says, and how it is said here; its words are stable within Python 3.11 to 3.13, and tested."""


_UNUSED = partial(argparse.HelpFormatter, width=_CLIP)
"""The help is written here; left to itself argparse would load what measures a terminal at every argument."""


class Parser(argparse.ArgumentParser):
    """The arguments of one call; a wrong one is answered with what is wrong and the right way to write it."""

    def __init__(self, call: "Call") -> None:
        """Take the arguments of a call."""
        super().__init__(prog=call.name, formatter_class=_UNUSED, add_help=False, allow_abbrev=False)
        self._call = call
        self._told: list[tuple[str, str]] = []
        call.options(self)

    def option(self, *names: str, says: str, **settings: Any) -> None:  # noqa: ANN401 - as argparse takes them
        """Add an argument.

        Args:
            names: an option's names, or the name of a positional argument.
            says: what it is for, for the call's help.
            settings: as `argparse.ArgumentParser.add_argument` takes them.
        """
        action = self.add_argument(*names, **settings)
        shown = "、".join(action.option_strings) or str(action.metavar)
        value = f" {action.metavar}" if action.option_strings and action.nargs != 0 else ""
        self._told.append((shown + value, says))

    def help(self) -> list[str]:
        """The lines of the call's help."""
        lines = [self._call.usage, "", self._call.does, *self._call.more, ""]
        for shown, says in self._told:
            lines += [f"  {shown}", f"      {says}"]
        return lines

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises:
            UsageError: always.
        """
        what = next((pattern.sub(says, message) for pattern, says in _MESSAGES if pattern.match(message)), "写法不对")
        raise UsageError(f"命令写法不对：{what[:_CLIP]}。正确写法：{self._call.usage}")


class Call(Struct, frozen=True):
    """A call.

    Attributes:
        name: its first word.
        usage: how it is written.
        does: what it does, in a sentence.
        options: adds its arguments to a parser.
        run: does it, and gives the exit status.
        more: further lines of its help.
    """

    name: str
    usage: str
    does: str
    options: Callable[[Parser], None]
    run: Callable[[Namespace], int]
    more: tuple[str, ...] = ()

    def parser(self) -> Parser:
        """Its arguments."""
        return Parser(self)


def a_day(words: str) -> date:
    """A day of the calendar, as `2025-01-31`."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{words[:20]}”不是日期，请写成 2025-01-31 这样") from None


def a_year(words: str) -> int:
    """A year in digits."""
    if not re.fullmatch(r"[0-9]{4}", words):
        raise argparse.ArgumentTypeError(f"“{words[:20]}”不是年份，请写成 2024 这样")
    return int(words)


def add_today(parser: Parser) -> None:
    """Add `--today`, the day that checks use."""
    today = date.today()  # noqa: DTZ011 - the clerk's own day
    parser.option("--today", says="校验用的日期，不写就是今天", type=a_day, default=today, metavar="年-月-日")
