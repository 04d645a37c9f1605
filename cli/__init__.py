"""年报助手 without a window: the command line `nianbao`, described in `docs/command-line.md`.

Only what the first instant needs is imported here, so that Ctrl+C is answered in one line from the start.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells know it: 128 and the number of the signal."""


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Run one call and return its exit status; whatever goes wrong is a line on standard error."""
    try:
        from cli.program import run

        return run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("已中断\n")
        return INTERRUPTED
