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
        with suppress(OSError, JsonError):
            if self._path.stat().st_size <= _LARGEST:
                found = strict_json.loads(self._path.read_bytes())
                if isinstance(found, dict) and (found.get("format"), found.get("schema")) == (self._format, _SCHEMA):
                    agencies = found.get("agencies")
                    return agencies if isinstance(agencies, dict) else {}
        return {}

    def keep(self, agency: str, kept: object) -> None:
        """Keep something JSON can hold for an agency, in place of what was kept.

        Raises:
            OSError: it cannot be written.
        """
        private_folder(self._path.parent)
        every = {**self.every(), agency: kept}
        content = strict_json.dumps({"format": self._format, "schema": _SCHEMA, "agencies": every})
        atomic.write(self._path, content, private=True)
