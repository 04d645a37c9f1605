r"""What the command line prints: answers on standard output, complaints and progress on standard error.

Names and texts in them come from strangers: characters that steer a terminal or turn the direction of a line are shown
as what they are, `\u202e`. In JSON that is the same string written in another way.

Only what the shortest call needs is imported here: `nianbao --version` takes little more than Python itself.
"""

import os
import sys

from cli.status import OutputError
from cli.terminal.line import wipe

_PRINTABLE_BUT_STEERING = "\ufffc"
"""The one steering character that Python calls printable."""


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
    wipe()
    try:
        for line in lines:
            print(harmless(line))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from None


def say_json(value: object) -> None:
    """Print one JSON value on a line; see `say`."""
    import json

    say(json.dumps(value, ensure_ascii=False))


def complain(trouble: object) -> None:
    """One line on standard error."""
    wipe()
    try:
        print(harmless(" ".join(str(trouble).split())), file=sys.stderr)
    except OSError:
        return


def finish() -> None:
    """Wipe out the progress, and write what is still on its way; see `say`."""
    wipe()
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from None


def give_up_stdout() -> None:
    """Let what is still on its way go nowhere, so that Python does not complain at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def harmless(text: str) -> str:
    """A line with every steering character spelled out."""
    if text.isprintable() and _PRINTABLE_BUT_STEERING not in text:
        return text
    from cli.terminal.steering import spelled_out

    return spelled_out(text)


def _unwritable(error: OSError) -> OutputError:
    from model.files.problems import from_os_error

    return OutputError(str(from_os_error("标准输出", error)))
