"""The plans of the agencies of this machine, in the data folder: names of 科室 and of items, and no figure."""

from pathlib import Path

from model.files.by_agency import ByAgency
from model.gathering.plan import MOST, Plan, giver_name

_MOST_ITEMS = 300


class Plans:
    """The file with the plans."""

    def __init__(self, data: Path) -> None:
        """Use the data folder."""
        self._file = ByAgency(data / "sheets.json", "nianbao-sheets")

    def of(self, agency: str) -> Plan:
        """The plan of an agency; an empty one where none can be read."""
        found = self._file.every().get(agency)
        listed = found.items() if isinstance(found, dict) else ()
        plan = {item: _names(givers) for item, givers in list(listed)[:_MOST_ITEMS]}
        return {item: givers for item, givers in plan.items() if givers}

    def keep(self, agency: str, plan: Plan) -> None:
        """Keep the plan of an agency.

        Raises:
            OSError: it cannot be written.
        """
        self._file.keep(agency, {item: list(givers) for item, givers in plan.items()})


def _names(givers: object) -> tuple[str, ...]:
    listed = givers[:MOST] if isinstance(givers, list) else ()
    return tuple(name for name in (giver_name(each) for each in listed if isinstance(each, str)) if name)
