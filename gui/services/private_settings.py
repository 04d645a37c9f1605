"""Settings in a file that nobody but this account may read."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

from model.files.private import private_file


class PrivateSettings(QSettings):
    """An INI file of mode 0600; one that cannot be read or written is as good as none."""

    def __init__(self, file: Path) -> None:
        """Use a file, which need not be there yet."""
        super().__init__(str(file), QSettings.Format.IniFormat)
        self._file = file

    def keep(self, values: Mapping[str, Any]) -> None:
        """Write some values; Qt alone would make the file readable for whom the umask allows."""
        with suppress(OSError):
            private_file(self._file)
        for name, value in values.items():
            self.setValue(name, value)
        self.sync()
