"""彻底清除: taking words out of every kept copy of a draft, as after an identity number was typed by mistake."""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from model.drafts.draft import loads
from model.files import atomic, strict_json
from model.files.strict_json import JsonError
from model.language.patterns import pattern

LEAST, LEAST_PLAIN = 2, 6
"""The fewest characters that can be purged, of Chinese and of plain digits and letters; fewer stand in other words."""
PREFIX = 12
"""A beginning of a longer number that was saved while it was typed counts from so many characters on."""

_ESCAPE = pattern(r"\\(?:u[0-9a-fA-F]{4}|[nrt])")
_GAP = "[\\s\u200b-\u200d\u2060\ufeff-]*"
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
        characters = [_plain(character) for character in words if not re.fullmatch(_GAP, character)]
        if len(characters) < (LEAST_PLAIN if "".join(characters).isascii() else LEAST):
            raise ValueError("要清除的文字太短，请给出完整的号码或姓名")
        self._pattern = re.compile(_pattern(characters), re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        """Whether a text holds them."""
        return bool(self._pattern.search(text))

    def taken_out(self, text: str) -> str:
        """The text without them."""
        while (less := self._pattern.sub("", text)) != text:
            text = less
        return text


def _pattern(characters: list[str]) -> str:
    parts = [_either_width(character) for character in characters]
    whole = _GAP.join(parts)
    if len(parts) <= PREFIX or not all(character.isascii() and character.isalnum() for character in characters):
        return whole
    more = ""
    for part in reversed(parts[PREFIX:]):
        more = f"(?:{_GAP}{part}{more})?"
    return _GAP.join(parts[:PREFIX]) + more


def _plain(character: str) -> str:
    code = ord(character) - _FULL_WIDTH
    return chr(code) if code in _PLAIN else character


def _either_width(character: str) -> str:
    wide = chr(ord(character) + _FULL_WIDTH) if ord(character) in _PLAIN else ""
    return f"[{re.escape(character)}{wide}]"


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
            atomic.write(path, less)
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
