r"""What the command line prints: answers on standard output, complaints and progress on standard error.

Names and texts in them come from strangers: characters that steer a terminal or turn the direction of a line are shown
as what they are, `\u202e`. In JSON that is the same string written in another way.
"""

import json
import os
import re
import shutil
import sys
import unicodedata
from contextlib import suppress

_STEERING = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


class OutputError(Exception):
    """Standard output takes nothing more; the message says why."""


class _Progress:
    """The line on a terminal that says how far a long call is; it is wiped out before anything else is printed."""

    width = 0


def speak_utf8() -> None:
    """Print UTF-8 whatever the machine's own code is."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(*lines: str) -> None:
    """Print lines on standard output.

    Raises:
        BrokenPipeError: nobody reads it any more.
        OutputError: it cannot be written.
    """
    _wipe()
    try:
        for line in lines:
            print(harmless(line))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from None


def say_json(value: object) -> None:
    """Print one JSON value on a line; see `say`."""
    say(json.dumps(value, ensure_ascii=False))


def complain(trouble: object) -> None:
    """One line on standard error."""
    _wipe()
    with suppress(OSError):
        print(harmless(" ".join(str(trouble).split())), file=sys.stderr)


def show_progress(number: int, of: int, name: str) -> None:
    """Say which of many files is worked on, where somebody looks at a terminal."""
    if of < 2 or sys.stderr is None or not sys.stderr.isatty():  # noqa: PLR2004 - one file is no progress
        return
    _wipe()
    line = _cut(f"{number}/{of} {harmless(name)}", shutil.get_terminal_size().columns - 1)
    with suppress(OSError):
        sys.stderr.write(line)
        sys.stderr.flush()
        _Progress.width = _width(line)


def finish() -> None:
    """Wipe out the progress, and write what is still on its way; see `say`."""
    _wipe()
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from None


def give_up_stdout() -> None:
    """Let what is still on its way go nowhere, so that Python does not complain at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def harmless(text: str) -> str:
    """A line with every steering character spelled out."""
    return _STEERING.sub(lambda found: json.dumps(found.group())[1:-1], text)


def _unwritable(error: OSError) -> OutputError:
    from model.files.problems import from_os_error

    return OutputError(str(from_os_error("标准输出", error)))


def _wipe() -> None:
    if _Progress.width:
        with suppress(OSError):
            sys.stderr.write(f"\r{' ' * _Progress.width}\r")
            sys.stderr.flush()
        _Progress.width = 0


def _cut(line: str, width: int) -> str:
    while _width(line) > max(width, 1):
        line = line[:-1]
    return line


def _width(line: str) -> int:
    """How many columns of a terminal a line takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
