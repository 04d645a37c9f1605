"""What the process apart can be asked to do: read a file of a kind into blocks, or a ledger into its lines."""

from importlib import import_module

from importers.document import packed
from importers.formats import kinds

LEDGER = "ledger"
"""The lines of a ledger with what is counted of them."""
ROWS = "ledger-rows"
"""The lines of a ledger with all that stands in them, for the next year's ledger."""
_MODULES = {LEDGER: "importers.ledger.workbook", ROWS: "importers.ledger.workbook"}


def answer(task: str, data: bytes) -> bytes:
    """The answer of the process.

    Args:
        task: one of the above, or an id of `importers.formats.kinds`.
        data: a file's content.

    Raises:
        Refused: it cannot be read.
    """
    if task in _MODULES:
        lines: bytes = import_module(_MODULES[task]).answer(task, data)
        return lines
    return packed.dumps(kinds.by_id(task).load()(data))


def in_child_modules() -> frozenset[str]:
    """The modules that are never needed in this process, because they work in the one apart."""
    return kinds.in_child_modules() | frozenset(_MODULES.values())
