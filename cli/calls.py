"""The one table of calls, in the order of `nianbao --help`; a call's module is imported when it is asked for."""

from collections.abc import Mapping
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.call import Call


class Calls(Mapping[str, "Call"]):
    """Every call by its name; each module gives those it holds as `CALLS`."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        """Take the name of each call with the module of `cli` that holds it."""
        self._modules = modules

    def __getitem__(self, name: str) -> "Call":
        """The call of that name."""
        found: tuple[Call, ...] = import_module(f"cli.{self._modules[name]}").CALLS
        return next(call for call in found if call.name == name)

    def __contains__(self, name: object) -> bool:
        """Whether there is such a call; its module is not imported for that."""
        return name in self._modules

    def __iter__(self) -> "Iterator[str]":
        """All names."""
        return iter(self._modules)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._modules)


CALLS = Calls(
    {
        "demo": "trials",
        "import": "importing",
        "new": "importing",
        "check": "checking",
        "compare": "comparing",
        "export": "exporting",
        "sheet": "sheet",
        "copy": "copying",
        "verify": "verifying",
        "correction": "correcting",
        "review": "many.reviewing",
        "sum": "many.summing",
        "table": "many.summing",
        "ledger": "ledger.counting",
        "sheets": "gathering.sheets",
        "backup": "desk.keeping",
        "restore": "desk.keeping",
        "self-test": "trials",
    }
)
"""Every call of the command line."""
