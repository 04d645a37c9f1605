"""All ratios with limits in one run: `python -m benchmarks [short]`; it ends with 1 when one is above its limit."""

import sys
from itertools import chain

from benchmarks import command_line, work
from benchmarks.gui import grid, memory, prose, window
from benchmarks.limits import judged

ALL = (work, command_line, window, grid, prose, memory)

sys.exit(judged("ratios, in processor time; memory in MB", chain.from_iterable(module.ratios() for module in ALL)))
