"""彻底清除: taking words out of every kept copy of a draft, as after an identity number was typed by mistake."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from model.drafts.draft import loads
from model.drafts.file_names import SUFFIX, is_aside
from model.drafts.history import Generation, History
from model.drafts.identity import name_of, noted_id
from model.drafts.store import Store
from model.files import atomic, strict_json
from model.files.strict_json import JsonError
from model.language.patterns import pattern
from model.structs import Struct

LEAST, LEAST_PLAIN = 2, 6
"""The fewest characters that can be purged, of Chinese and of plain digits and letters; fewer stand in other words."""
PREFIX = 12
"""A beginning of a longer number that was saved while it was typed counts from so many characters on."""

_ESCAPE = pattern(r"\\(?:u[0-9a-fA-F]{4}|[nrt])")
_INVISIBLE = (
    "\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164"
    "\\ufe00-\\ufe0f\\ufeff"
)
_GAP = f"[{_INVISIBLE}-]*"
"""What may stand between the characters of words."""
_NUMBER_GAP = f"[{_INVISIBLE}\\-_,.;:/|~·•、，．。：；／＿－–—−‐‑‒]*"
"""What may stand between the characters of a number: separators too."""
_HEAD = ("format", "schema", "id", "revision", "saved_at", "form")
"""The keys of a draft that hold nothing anybody wrote."""
_FULL_WIDTH = 0xFEE0
_PLAIN = range(0x21, 0x7F)


class Words:
    """What is to be gone: some words, however spaced and in whatever width, and long beginnings of a number."""

    def __init__(self, words: str) -> None:
        """Take the words as they stood in the text.

        Raises:
            ValueError: they are too few to be told from others.
        """
        gap = _NUMBER_GAP if _is_number(words) else _GAP
        characters = [_plain(character) for character in words if not re.fullmatch(gap, character)]
        if len(characters) < (LEAST_PLAIN if "".join(characters).isascii() else LEAST):
            raise ValueError("要清除的文字太短，请给出完整的号码或姓名")
        self._pattern = re.compile(_pattern(characters, gap), re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        """Whether a text holds them."""
        return bool(self._pattern.search(text))

    def taken_out(self, text: str) -> str:
        """The text without them."""
        while (less := self._pattern.sub("", text)) != text:
            text = less
        return text


def _is_number(words: str) -> bool:
    """Whether the words are digits and letters with whatever parts them, and no Chinese."""
    return not any(unicodedata.category(character) == "Lo" and not _plain(character).isdigit() for character in words)


def _pattern(characters: list[str], gap: str) -> str:
    parts = [_any_form(character) for character in characters]
    whole = gap.join(parts)
    if len(parts) <= PREFIX or not all(character.isascii() and character.isalnum() for character in characters):
        return whole
    more = ""
    for part in reversed(parts[PREFIX:]):
        more = f"(?:{gap}{part}{more})?"
    return gap.join(parts[:PREFIX]) + more


def _plain(character: str) -> str:
    """A digit of any script as 0 to 9, full width as half width."""
    digit = unicodedata.digit(character, None)
    if digit is not None and unicodedata.category(character) == "Nd":
        return str(digit)
    code = ord(character) - _FULL_WIDTH
    return chr(code) if code in _PLAIN else character


def _any_form(character: str) -> str:
    """A pattern for a character in every width, and for a digit in every script."""
    if character.isascii() and character.isdigit():
        return f"[{_digits()[int(character)]}]"
    wide = chr(ord(character) + _FULL_WIDTH) if ord(character) in _PLAIN else ""
    return f"[{re.escape(character)}{wide}]"


@cache
def _digits() -> tuple[str, ...]:
    """For each of 0 to 9 the characters of all scripts that are this digit."""
    found: list[list[str]] = [[] for _ in range(10)]
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) == "Nd":
            found[unicodedata.digit(character)].append(character)
    return tuple("".join(characters) for characters in found)


def holds(path: Path, words: Words) -> bool:
    """Whether a file holds the words anywhere, be it a draft or the remains of one; False where there is no file.

    Raises:
        OSError: it cannot be read.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return False
    value = _parsed(content)
    return words.are_in(_unescaped(content)) if value is None else value != _without(value, words)


class Purged(Struct, frozen=True):
    """What a purge did.

    Attributes:
        copies: how many copies held the words, which are gone from them now.
        left: the files the clerk sees, and drafts that began as a copy, that still hold them.
        published: the copies of what was published that still hold them.
    """

    copies: int
    left: tuple[Path, ...]
    published: tuple[Generation, ...] = ()


def purge_versions(store: Store, name: str, path: Path, words: Words, *, published: bool) -> Purged:
    """Take the words out of the versions of a draft and of its unsaved work, and name what still holds them.

    Raises:
        OSError: a copy cannot be read, written or deleted; those before it are done.
    """
    history = store.history(name)
    holding = published_holding(history, words)
    spared = () if published else holding
    left_alone = {version.path for version in spared}
    copies = [*_copies(history.folder), *_copies(store.recovery(name, path).folder)]
    done = purge_files((file for file in copies if file not in left_alone), words)
    for version in holding if published else ():
        for file in history.folder.glob(f"{history.frozen(version.published, '').name}.*"):
            file.unlink()
    left = tuple(file for file in _near(path, name) if holds(file, words))
    return Purged(done, left + _relatives(store, name, words), spared)


def kept_with(
    store: Store, name: str, path: Path, words: Words
) -> tuple[tuple[Path, ...], tuple[Path, ...], tuple[Path, ...]]:
    """Which versions of a draft, which copies of its unsaved work, and which drafts beside it hold some words."""
    kept = _copies(store.history(name).folder), _copies(store.recovery(name, path).folder), _near(path, name)
    versions, copies, near = (tuple(file for file in files if _may_hold(file, words)) for files in kept)
    return versions, copies, tuple(file for file in near if file != path)


def _copies(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*") if file.suffix in (SUFFIX, ".tmp"))


def _may_hold(path: Path, words: Words) -> bool:
    with suppress(OSError):
        return holds(path, words)
    return False


def _near(path: Path, name: str) -> list[Path]:
    """A draft, and what may hold its words beside it: of its name, of its id, and all that was ever put aside there."""
    return [
        file
        for file in sorted(path.parent.glob(f"*{SUFFIX}"))
        if file.stem.startswith(path.stem) or is_aside(file) or name_of(noted_id(file) or "", file) == name
    ]


def published_holding(history: History, words: Words) -> tuple[Generation, ...]:
    """The copies of what was published that hold the words."""
    return tuple(version for version in history.generations() if version.published and holds(version.path, words))


def _relatives(store: Store, name: str, words: Words) -> tuple[Path, ...]:
    """Where the drafts are whose versions hold the words and that began as a copy of this one, or this one of them."""
    own = store.place(name)
    found: list[Path] = []
    for other in store.names():
        place = store.place(other)
        related = place is not None and (place.of == name or (own is not None and own.of == other))
        if place is not None and related and other != name and place.path is not None:
            versions = store.history(other).generations()
            found += [place.path] if any(holds(version.path, words) for version in versions) else []
    return tuple(found)


def purge_files(paths: Iterable[Path], words: Words) -> int:
    """Take the words out of some copies of drafts; one that is no draft without them is deleted.

    Returns:
        How many files held them.

    Raises:
        OSError: a file cannot be read, written or deleted; those before it are done.
    """
    held = [path for path in paths if holds(path, words)]
    for path in held:
        less = _purged(path.read_bytes(), words)
        if less is None:
            path.unlink()
        else:
            atomic.write(path, less, private=True)
    return len(held)


def _purged(content: bytes, words: Words) -> bytes | None:
    """A draft's bytes without the words; None when that is no draft."""
    value = _parsed(content)
    if value is None:
        return None
    less = strict_json.dumps(_without(value, words))
    with suppress(JsonError):
        loads(less)
        return less
    return None


def _parsed(content: bytes) -> dict[str, Any] | None:
    with suppress(JsonError):
        value = strict_json.loads(content)
        return value if isinstance(value, dict) else None
    return None


def _without(draft: dict[str, Any], words: Words) -> dict[str, Any]:
    return {key: part if key in _HEAD else _stripped(part, words) for key, part in draft.items()}


def _stripped(value: Any, words: Words) -> Any:  # noqa: ANN401
    match value:
        case str():
            return words.taken_out(value)
        case list():
            return [_stripped(part, words) for part in value]
        case dict():
            return {words.taken_out(key): _stripped(part, words) for key, part in value.items()}
    return value


def _unescaped(content: bytes) -> str:
    """The text in the remains of a draft, with the escapes of JSON read."""
    text = content.decode("utf-8", "replace")
    return _ESCAPE.sub(lambda escape: str(json.loads(f'"{escape[0]}"')), text)
