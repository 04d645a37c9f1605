"""Where one was in a report, from one run to the next."""

from collections.abc import Container
from pathlib import Path

from gui.services.private_settings import PrivateSettings
from model.form.form import Form
from model.report.change import WHOLE, Place

_NAMED_BEFORE = {"finish": WHOLE}
"""Sections as version 0.1 named them."""
_DIGITS = 10
"""The most digits of a remembered position."""


class LastPlaces:
    """Where the clerk is in each draft, by the draft's place on the disk (see `model.drafts.file_names.key`)."""

    def __init__(self, data: Path) -> None:
        """Use the data folder."""
        self._settings = PrivateSettings(data / "places.ini")

    def place(self, draft: str, form: Form, sections: Container[str]) -> Place | None:
        """Where the clerk was in a draft on a form, among the sections that pages show; None when that is not known."""
        section, _, rest = str(self._settings.value(draft, "")).partition(" ")
        section = _NAMED_BEFORE.get(section, section)
        if section not in sections:
            return None
        if rest.isascii() and rest.isdigit() and len(rest) < _DIGITS:
            return Place(section, span=(int(rest), int(rest)))
        return Place(section, rest if rest in form.cells else None)

    def keep(self, draft: str, place: Place) -> None:
        """Remember where the clerk is in a draft."""
        where = place.cell or ("" if place.span is None else str(place.span[1]))
        self._settings.keep({draft: f"{place.section} {where}".strip()})
