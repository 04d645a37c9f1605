"""What is remembered from one run to the next: zoom, light or dark, the window.

Nothing of what any report says.
"""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from gui.look.theme import Appearance, theme
from gui.services.private_settings import PrivateSettings

_APPEARANCES = ("system", "light", "dark")


class Remembered:
    """The settings file in the data folder; one that cannot be read or written is as good as none."""

    def __init__(self, data: Path) -> None:
        """Use the data folder."""
        self._settings = PrivateSettings(data / "settings.ini")

    def restore_theme(self) -> None:
        """Set zoom and appearance as they were."""
        zoom = str(self._settings.value("zoom", "100"))
        appearance = str(self._settings.value("appearance", "system"))
        theme().set_zoom(int(zoom) if zoom.isascii() and zoom.isdigit() else 100)
        theme().set_appearance(cast("Appearance", appearance if appearance in _APPEARANCES else "system"))

    def switch(self, name: str, *, usual: bool) -> bool:
        """Whether something was switched on last, or as it usually is."""
        return str(self._settings.value(name, usual)).lower() == "true"

    def keep_switch(self, name: str, *, on: bool) -> None:
        """Remember that something was switched on, or off."""
        self._settings.keep({name: on})

    def restore_window(self, window: QWidget) -> bool:
        """Put the window where it was; says whether that is known."""
        place = self._settings.value("window")
        return isinstance(place, QByteArray) and window.restoreGeometry(place)

    def keep(self, window: QWidget) -> None:
        """Remember how things are now."""
        kept = {"zoom": theme().zoom, "appearance": theme().appearance, "window": window.saveGeometry()}
        self._settings.keep(kept)
