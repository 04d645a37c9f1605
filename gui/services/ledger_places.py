"""Where the ledger of each draft is on this machine; a draft itself holds no path."""

from pathlib import Path

from gui.services.private_settings import PrivateSettings
from model.drafts.file_names import key


class LedgerPlaces:
    """The ledgers by the drafts' places on the disk."""

    def __init__(self, data: Path) -> None:
        """Use the data folder."""
        self._settings = PrivateSettings(data / "ledgers.ini")

    def place(self, draft: Path) -> Path | None:
        """The ledger that was counted last for a draft, if it is still there."""
        said = str(self._settings.value(key(draft), ""))
        return Path(said) if said and Path(said).is_file() else None

    def keep(self, draft: Path, ledger: Path) -> None:
        """Remember the ledger of a draft."""
        self._settings.keep({key(draft): str(ledger.absolute())})
