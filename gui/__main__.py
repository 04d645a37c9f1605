"""Runs the window from a checkout: `python -m gui [FILE]`."""

import sys
from pathlib import Path

from gui.program.app import run

if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
