"""Work that could not be written to its place, kept in the data folder until the place is back."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from model.drafts.draft import Draft, load
from model.drafts.file_names import SUFFIX
from model.drafts.history import History
from model.files import atomic
from model.files.private import opener, private_folder
from model.files.problems import FileProblem
from model.structs import Struct

_COPY = f"draft{SUFFIX}"
_ORIGIN = "path.txt"
_PROBE = bytes(4096)


class RecoveryCopy(Struct, frozen=True):
    """Where unsaved work on one draft is kept; `origin` is the draft's own place."""

    folder: Path
    origin: Path

    @property
    def path(self) -> Path:
        """The copy itself."""
        return self.folder / _COPY

    def keep(self, content: bytes) -> Path:
        """Write the copy, in place of an older one.

        Raises:
            OSError: it cannot be written.
        """
        private_folder(self.folder)
        self.note_origin()
        atomic.write(self.path, content, private=True)
        return self.path

    def note_origin(self) -> None:
        """Note the draft's own place beside the copy.

        Raises:
            OSError: it cannot be written.
        """
        origin = str(self.origin).encode("utf-8", "surrogateescape")
        if not (self.folder / _ORIGIN).exists() or (self.folder / _ORIGIN).read_bytes() != origin:
            atomic.write(self.folder / _ORIGIN, origin, private=True)

    def probe(self) -> None:
        """Make sure that work could be kept here.

        Raises:
            OSError: it could not.
        """
        root = self.folder.parent
        private_folder(root)
        file = root / "probe.txt"
        try:
            with open(file, "wb", buffering=0, opener=opener) as stream:
                if stream.write(_PROBE) < len(_PROBE):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
        finally:
            with suppress(OSError):
                file.unlink()

    def read(self) -> Draft | None:
        """What is in the copy; None where there is none, or it cannot be read."""
        with suppress(FileProblem):
            return load(self.path)
        return None

    def retire(self, history: History, now: datetime) -> None:
        """Put the copy among the versions of its draft, once it is saved or not wanted; it is never just deleted."""
        with suppress(OSError):
            if self.path.exists():
                history.add(self.path.read_bytes(), now)
                shutil.rmtree(self.folder)


def recoveries(root: Path) -> Iterator[RecoveryCopy]:
    """All copies that are there."""
    for origin in sorted(root.glob(f"*/{_ORIGIN}")):
        with suppress(OSError):
            place = Path(origin.read_bytes().decode("utf-8", "surrogateescape"))
            if (origin.parent / _COPY).exists():
                yield RecoveryCopy(origin.parent, place)
