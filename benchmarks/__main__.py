"""All ratios with limits in one run: `python -m benchmarks [short]`; it ends with 1 when one is above its limit."""

import sys
from itertools import chain

from benchmarks import command_line, work
from benchmarks.gui import grid, prose, window
from benchmarks.limits import judged

ALL = (work, command_line, window, grid, prose)

sys.exit(judged("ratios, in processor time", chain.from_iterable(module.ratios() for module in ALL)))
