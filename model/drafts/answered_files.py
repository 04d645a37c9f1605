"""What the clerk answered about files that were read, by the digest of each file's content, in the data folder.

A cache that saves work: what cannot be read counts as nothing answered.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from model.files import atomic, strict_json
from model.files.strict_json import JsonError

_FORMAT, _SCHEMA = "nianbao-answers", 1
_MOST = 200
"""The files answered longest ago are forgotten beyond so many."""
_LARGEST = 1_000_000
_DIGEST = re.compile(r"[0-9a-f]{64}")


class AnsweredFiles:
    """The folder with one file of plain JSON for each file that was answered about."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not be there yet."""
        self._folder = folder

    def answers(self, digest: str) -> Mapping[str, Any]:
        """What was answered about a file; empty for nothing."""
        if not _DIGEST.fullmatch(digest):
            return {}
        with suppress(OSError, JsonError):
            path = self._path(digest)
            found = strict_json.loads(path.read_bytes()) if path.stat().st_size <= _LARGEST else None
            if isinstance(found, dict) and (found.get("format"), found.get("schema")) == (_FORMAT, _SCHEMA):
                answers = found.get("answers")
                return answers if isinstance(answers, dict) else {}
        return {}

    def keep(self, digest: str, answers: Mapping[str, Any]) -> None:
        """Remember what was answered about a file; nothing answered forgets it.

        Raises:
            OSError: it cannot be written.
        """
        if not _DIGEST.fullmatch(digest):
            return
        path = self._path(digest)
        if not answers:
            path.unlink(missing_ok=True)
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        content = strict_json.dumps({"format": _FORMAT, "schema": _SCHEMA, "answers": answers})
        if len(content) <= _LARGEST:
            atomic.write(path, content, private=True)
        for old in sorted(self._files(), key=lambda file: file.stat().st_mtime, reverse=True)[_MOST:]:
            old.unlink(missing_ok=True)

    def forget(self, those: Callable[[Path], bool]) -> None:
        """Forget the answers in those files of the folder.

        Raises:
            OSError: one cannot be deleted; and whatever `those` raises.
        """
        for path in self._files():
            if those(path):
                path.unlink(missing_ok=True)

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}.json"

    def _files(self) -> list[Path]:
        return list(self._folder.glob("*.json"))
