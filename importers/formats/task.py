"""Reading a file of a kind in the process apart."""

from importers.document import packed
from importers.formats import kinds
from importers.tasks import MODULES


def answer(kind: str, data: bytes) -> bytes:
    """The blocks of a file of a kind.

    Raises:
        Refused: it cannot be read.
    """
    return packed.dumps(kinds.by_id(kind).load()(data))


def in_child_modules() -> frozenset[str]:
    """The modules that are never needed in the window's process, because they work in the one apart."""
    return kinds.in_child_modules() | frozenset(MODULES.values())
