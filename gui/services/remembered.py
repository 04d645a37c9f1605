"""What is remembered from one run to the next: zoom, light or dark, the window, where one was in a report.

Nothing of what any report says.
"""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from gui.look.theme import Appearance, theme

if TYPE_CHECKING:
    from model.form.form import Form
    from model.report.change import Place

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


class LastPlaces:
    """Where the clerk is in each draft, by the draft's place on the disk."""

    def __init__(self, data: Path) -> None:
        """Use the data folder."""
        self._settings = QSettings(str(data / "places.ini"), QSettings.Format.IniFormat)

    def place(self, path: Path, form: "Form") -> "Place | None":
        """Where the clerk was in a draft; None when that is not known."""
        from model.drafts.file_names import key
        from model.report.change import Place
        from model.session.progress import sections

        section, _, rest = str(self._settings.value(key(path), "")).partition(" ")
        if section not in sections(form):
            return None
        if rest.isascii() and rest.isdigit():
            return Place(section, span=(int(rest), int(rest)))
        return Place(section, rest if rest in form.cells else None)

    def keep(self, path: Path, place: "Place") -> None:
        """Remember where the clerk is in a draft."""
        from model.drafts.file_names import key

        where = place.cell or ("" if place.span is None else str(place.span[1]))
        self._settings.setValue(key(path), f"{place.section} {where}".strip())
        self._settings.sync()
