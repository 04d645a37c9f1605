"""The plans of the agencies of this machine, in the data folder: names of 科室 and of items, and no figure."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from model.files import atomic, strict_json
from model.files.private import private_folder
from model.files.strict_json import JsonError
from model.gathering.plan import MOST, Plan, giver_name

_FORMAT, _SCHEMA = "nianbao-sheets", 1
_LARGEST = 1_000_000
_MOST_ITEMS = 300


class Plans:
    """The file with the plans."""

    def __init__(self, data: Path) -> None:
        """Use the data folder."""
        self._path = data / "sheets.json"

    def of(self, agency: str) -> Plan:
        """The plan of an agency; an empty one where none can be read."""
        found = self._all().get(agency)
        listed = found.items() if isinstance(found, dict) else ()
        plan = {item: _names(givers) for item, givers in list(listed)[:_MOST_ITEMS]}
        return {item: givers for item, givers in plan.items() if givers}

    def keep(self, agency: str, plan: Plan) -> None:
        """Keep the plan of an agency.

        Raises:
            OSError: it cannot be written.
        """
        every = {**self._all(), agency: {item: list(givers) for item, givers in plan.items()}}
        private_folder(self._path.parent)
        content = strict_json.dumps({"format": _FORMAT, "schema": _SCHEMA, "agencies": every})
        atomic.write(self._path, content, private=True)

    def _all(self) -> Mapping[str, Any]:
        with suppress(OSError, JsonError):
            if self._path.stat().st_size <= _LARGEST:
                found = strict_json.loads(self._path.read_bytes())
                if isinstance(found, dict) and (found.get("format"), found.get("schema")) == (_FORMAT, _SCHEMA):
                    agencies = found.get("agencies")
                    return agencies if isinstance(agencies, dict) else {}
        return {}


def _names(givers: object) -> tuple[str, ...]:
    listed = givers[:MOST] if isinstance(givers, list) else ()
    return tuple(name for name in (giver_name(each) for each in listed if isinstance(each, str)) if name)
