"""The line of a terminal that is wiped out before anything else is printed; nothing is imported for it."""

import sys


class Line:
    """How wide it is now; nothing where there is none."""

    width = 0


def wipe() -> None:
    """Wipe it out, if there is any."""
    if not Line.width:
        return
    try:
        sys.stderr.write(f"\r{' ' * Line.width}\r")
        sys.stderr.flush()
    except OSError:
        pass
    Line.width = 0
