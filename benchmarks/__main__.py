"""All ratios with limits in one run: `python -m benchmarks [short]`; it ends with 1 when one is above its limit."""

import sys
from itertools import chain

from benchmarks import command_line, grid, prose, window, work
from benchmarks.limits import judged

ALL = (work, command_line, window, grid, prose)

sys.exit(judged("ratios, in processor time", chain.from_iterable(module.ratios() for module in ALL)))
