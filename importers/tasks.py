"""What the process apart can be asked to do: read a file of a kind into blocks, or a ledger into its lines.

Only the module of the task is imported: the start of the process is paid for each file that is read alone.
"""

from importlib import import_module

LEDGER = "ledger"
"""The lines of a ledger with what is counted of them."""
ROWS = "ledger-rows"
"""The lines of a ledger with all that stands in them, for the next year's ledger."""
MODULES = {LEDGER: "importers.ledger.workbook", ROWS: "importers.ledger.workbook"}
"""The modules that do a task, each with `answer(task, data)`."""
_OF_KINDS = "importers.formats.task"


def answer(task: str, data: bytes) -> bytes:
    """The answer of the process.

    Args:
        task: one of the above, or an id of `importers.formats.kinds`.
        data: a file's content.

    Raises:
        Refused: it cannot be read.
    """
    found: bytes = import_module(MODULES.get(task, _OF_KINDS)).answer(task, data)
    return found
