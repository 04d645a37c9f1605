"""Which figures of a draft were copied into another system: ticked with their value, so that a changed one is not."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from model.files import atomic
from model.files.private import private_folder

_MOST = 64 * 1024


class Ticks:
    """The ticks of one draft in the data folder; a file that cannot be read or written is as good as none."""

    def __init__(self, data: Path, name: str) -> None:
        """Use the data folder, and the name that the draft is kept under in it."""
        self._file = data / "copied" / f"{name}.json"
        self._ticked: dict[str, str] = {}
        with suppress(OSError, ValueError, RecursionError):
            if self._file.stat().st_size <= _MOST:
                found = json.loads(self._file.read_bytes())
                if isinstance(found, dict):
                    self._ticked = {str(cell): str(figure) for cell, figure in found.items()}

    def ticked(self, figures: Mapping[str, str]) -> frozenset[str]:
        """The cells whose present figure was ticked."""
        return frozenset(cell for cell, figure in figures.items() if self._ticked.get(cell) == figure)

    def set(self, cell: str, figure: str | None) -> None:
        """Tick a figure, or take the tick away by None."""
        if figure is None:
            self._ticked.pop(cell, None)
        else:
            self._ticked[cell] = figure
        self._keep()

    def clear(self) -> None:
        """Take all ticks away."""
        self._ticked.clear()
        self._keep()

    def _keep(self) -> None:
        with suppress(OSError):
            private_folder(self._file.parent)
            atomic.write(self._file, json.dumps(self._ticked).encode(), private=True)
