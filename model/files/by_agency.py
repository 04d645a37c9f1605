"""What this machine keeps for each agency, in one private file of the data folder."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from model.files import atomic, strict_json
from model.files.private import private_folder
from model.files.strict_json import JsonError

_SCHEMA = 1
_LARGEST = 1_000_000
"""More bytes than such a file has; a larger one is left alone."""


class ByAgency:
    """The file: by the agency's name what is kept for it; what cannot be read counts as nothing."""

    def __init__(self, path: Path, file_format: str) -> None:
        """Take the file, and what it says of itself under `format`."""
        self._path, self._format = path, file_format

    def every(self) -> Mapping[str, Any]:
        """All that is kept, by the agency's name."""
        with suppress(OSError):
            if self._path.stat().st_size <= _LARGEST:
                return self._read(self._path.read_bytes())
        return {}

    def keep(self, agency: str, kept: object) -> None:
        """Keep something JSON can hold for an agency, in place of what was kept.

        Raises:
            OSError: it cannot be written.
        """
        self._write({**self.every(), agency: kept})

    def add(self, content: bytes) -> int:
        """Keep what another machine's file says of agencies of which nothing is kept here; how many those are.

        Raises:
            OSError: it cannot be written.
        """
        here = self.every()
        new = {agency: kept for agency, kept in self._read(content).items() if agency not in here}
        if new:
            self._write({**here, **new})
        return len(new)

    def _read(self, content: bytes) -> Mapping[str, Any]:
        with suppress(JsonError):
            found = strict_json.loads(content) if len(content) <= _LARGEST else None
            if isinstance(found, dict) and (found.get("format"), found.get("schema")) == (self._format, _SCHEMA):
                agencies = found.get("agencies")
                return agencies if isinstance(agencies, dict) else {}
        return {}

    def _write(self, every: Mapping[str, Any]) -> None:
        private_folder(self._path.parent)
        content = strict_json.dumps({"format": self._format, "schema": _SCHEMA, "agencies": every})
        atomic.write(self._path, content, private=True)
