"""What a draft remembers of its exports: which file, of which content; where its folder was stays on the machine."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from model.drafts.reading import Fields, read_text, read_time, read_whole_number
from model.files import atomic
from model.report.publication import changed_since_published, changed_since_signed, last_published, print_mark
from model.report.report import NOTHING, Extra, Report
from model.structs import Struct

MOST = 12
"""So many exports are remembered: the newest of each kind of file and name."""
_FOLDER = "exports"


class Exported(Struct, frozen=True):
    """One export.

    Attributes:
        kind: the kind of file, as the command line names it, such as `docx`.
        name: the file's name, without its folder.
        digest: the SHA-256 of the file's bytes.
        content: tells what the report printed from anything else (see `model.report.publication.print_mark`).
        revision: the draft's revision then.
        at: when.
    """

    kind: str
    name: str
    digest: str
    content: str
    revision: int = 0
    at: datetime | None = None
    extra: Extra = NOTHING


def read_exported(place: str, value: Any) -> Exported:  # noqa: ANN401
    """One export out of a draft; `JsonError` for anything wrong."""
    found = Fields(place, value)
    return Exported(
        found.need("kind", read_text),
        found.need("name", read_text),
        found.need("digest", read_text),
        found.take("content", read_text, ""),
        found.take("revision", read_whole_number, 0),
        found.take("at", read_time, None),
        found.rest(),
    )


def remembered(known: tuple[Exported, ...], new: Exported) -> tuple[Exported, ...]:
    """The exports with a new one at the end, which takes the place of an earlier one into the same file."""
    others = [each for each in known if (each.kind, each.name) != (new.kind, new.name)]
    return (*others[1 - MOST :], new)


def standing(report: Report, exports: tuple[Exported, ...]) -> str:
    """How far the report has come, told from digests.

    `published`, `republish` (公布后改过), `resign` (签批后改过), `exported`, or nothing.
    """
    if last_published(report) is not None:
        return "republish" if changed_since_published(report) else "published"
    if changed_since_signed(report):
        return "resign"
    return "exported" if exports and exports[-1].content == print_mark(report) else ""


class ExportFolders:
    """In which folder of this machine each exported file of one draft was put; it is no part of the draft."""

    def __init__(self, data: Path, name: str) -> None:
        """Use the data folder, and the name of the draft in it."""
        self._path = data / _FOLDER / f"{name}.json"

    def note(self, path: Path) -> None:
        """Remember where a file is; where that cannot be written, it is forgotten."""
        known = self._known()
        known.pop(path.name, None)
        known[path.name] = str(path.parent)
        content = json.dumps(dict(list(known.items())[-2 * MOST :]), ensure_ascii=True).encode()
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            atomic.write(self._path, content, private=True)

    def path(self, exported: Exported, usual: Path) -> Path:
        """Where an exported file is, or would be: beside the draft where nothing else is known."""
        folder = self._known().get(exported.name)
        name = Path(exported.name).name
        return (Path(folder) if folder else usual) / name

    def _known(self) -> dict[str, str]:
        with suppress(OSError, ValueError):
            found = json.loads(self._path.read_bytes())
            if isinstance(found, dict):
                return {str(name): str(folder) for name, folder in found.items()}
        return {}
