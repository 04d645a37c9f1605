"""What is remembered from one run to the next: zoom, light or dark, the window.

Nothing of what any report says.
"""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from gui.look.theme import Appearance, theme

_APPEARANCES = ("system", "light", "dark")


class Remembered:
    """The settings file in the data folder; one that cannot be read or written is as good as none."""

    def __init__(self, data: Path) -> None:
        """Use the data folder."""
        self._settings = QSettings(str(data / "settings.ini"), QSettings.Format.IniFormat)

    def restore_theme(self) -> None:
        """Set zoom and appearance as they were."""
        zoom = str(self._settings.value("zoom", "100"))
        appearance = str(self._settings.value("appearance", "system"))
        theme().set_zoom(int(zoom) if zoom.isascii() and zoom.isdigit() else 100)
        theme().set_appearance(cast("Appearance", appearance if appearance in _APPEARANCES else "system"))

    def restore_window(self, window: QWidget) -> bool:
        """Put the window where it was; says whether that is known."""
        place = self._settings.value("window")
        return isinstance(place, QByteArray) and window.restoreGeometry(place)

    def keep(self, window: QWidget) -> None:
        """Remember how things are now."""
        self._settings.setValue("zoom", theme().zoom)
        self._settings.setValue("appearance", theme().appearance)
        self._settings.setValue("window", window.saveGeometry())
        self._settings.sync()
