"""Runs the window from a checkout: `python -m gui [FILE]`."""

import sys

from gui.program.app import run

if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:2]))
