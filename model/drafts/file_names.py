"""Names for draft files: safe on Windows, short enough for any disk, never one that is taken."""

import hashlib
import os
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from model.language.patterns import pattern

SUFFIX = ".nianbao"
NAME_LIMIT = 255
"""The longest name of a file, in bytes of UTF-8."""
STEM_LIMIT = 180
"""The longest name the program gives a new draft, in bytes of UTF-8, so that there is room for more words."""

_DEVICES = pattern(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$)\s*\.", re.IGNORECASE)
"""What Windows takes for a device, whatever follows the dot."""
_ASIDE = pattern(r"（[^（）]+，\d{4}-\d\d-\d\d \d\d时\d\d分）(?:（\d+）)?$")
_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")


def new_paths(folder: Path, agency: str, year: int) -> Iterator[Path]:
    """Free names for a new draft, best first, such as 某局2024年度报告.nianbao."""
    return _free(folder, report_stem(agency, year))


def report_stem(agency: str, year: int) -> str:
    """What a report's files are called, without a suffix: 某局2024年度报告."""
    words = f"{year}年度报告"
    return plain_name(agency, STEM_LIMIT - len(words.encode())) + words


def plain_name(words: str, limit: int = STEM_LIMIT) -> str:
    """Words as a part of a file's name, of at most so many bytes of UTF-8."""
    plain = "".join(character for character in words.translate(_FORBIDDEN) if character.isprintable()).strip(" .")
    if _DEVICES.match(plain):
        plain = plain.replace(".", "．", 1)
    return _cut(plain, limit)


def beside(path: Path, words: str, now: datetime) -> Path:
    """A free name beside a draft that says what became of it: 某局（损坏，2025-01-09 10时02分）.nianbao."""
    return next(_free(path.parent, path.stem, f"（{words}，{now:%Y-%m-%d %H时%M分}）"))


def is_aside(path: Path) -> bool:
    """Whether a file has a name that `beside` gave."""
    return bool(_ASIDE.search(path.stem))


def key(path: Path) -> str:
    """A short name for the place a draft is kept at, the same for every way to write it."""
    real = os.path.normcase(os.path.realpath(path))
    return hashlib.sha256(real.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _free(folder: Path, stem: str, words: str = "") -> Iterator[Path]:
    names = (folder / _fitting(stem, words + number) for number in _numbers())
    return (path for path in names if not os.path.lexists(path))


def _numbers() -> Iterator[str]:
    yield ""
    yield from (f"（{number}）" for number in count(2))


def _fitting(stem: str, words: str) -> str:
    """The name with as much of the stem as fits."""
    return _cut(stem, NAME_LIMIT - len((words + SUFFIX).encode())) + words + SUFFIX


def _cut(text: str, limit: int) -> str:
    return text.encode("utf-8", "replace")[:limit].decode("utf-8", "ignore")
