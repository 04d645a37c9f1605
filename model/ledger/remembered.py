"""The words of an office's ledgers that it has answered once, by agency, in the data folder.

A word that could hold a person's name, or a number, is never kept: kept are words made of the characters of the tables
of words alone, and of those none that begins as a short name does.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from model.files.by_agency import ByAgency
from model.ledger.words import squeezed_word, table
from resources import read_text

_MOST = 300
"""So many words of a kind are kept for an agency."""
_LONGEST, _LONGEST_NAME = 20, 4
_NEVER_FIRST = "向应曾连尚全权申符陆关包查从公行不未主其内外部依安国利政和单经计明"
"""Characters that are common words and surnames both."""

Words = dict[str, dict[str, str]]
"""The lines of the form by the word, by kind."""


class RememberedWords:
    """The file with the words."""

    def __init__(self, data: Path) -> None:
        """Use the data folder."""
        self._file = ByAgency(data / "ledger-words.json", "nianbao-ledger-words")

    def agencies(self) -> tuple[str, ...]:
        """The agencies that have answered about words."""
        return tuple(agency for agency in self._file.every() if any(self.of(agency).values()))

    def of(self, agency: str) -> Words:
        """The words of an agency; none where nothing can be read."""
        found = self._file.every().get(agency, {})
        kinds = found.items() if isinstance(found, dict) else ()
        return {
            kind: {word: line for word, line in words.items() if isinstance(line, str)}
            for kind, words in kinds
            if isinstance(words, dict)
        }

    def remember(self, agency: str, words: Mapping[str, Mapping[str, str]]) -> None:
        """Keep what was answered about words, those alone that can hold no name.

        Raises:
            OSError: it cannot be written.
        """
        kept = self.of(agency)
        for kind, answered in words.items():
            mine = kept.setdefault(kind, {})
            mine.update({word: line for word, line in answered.items() if may_be_kept(word)})
            kept[kind] = dict(list(mine.items())[-_MOST:])
        self._file.keep(agency, kept)


def may_be_kept(word: str) -> bool:
    """Whether a word can hold no person's name and no number."""
    bare = squeezed_word(word)
    could_be_a_name = len(bare) <= _LONGEST_NAME and bare[:1] in _surnames()
    return 1 < len(bare) <= _LONGEST and set(bare) <= _characters() and not could_be_a_name


@cache
def _surnames() -> frozenset[str]:
    lines = [line for line in read_text("words/surnames.txt").splitlines() if not line.startswith("#")]
    return frozenset("".join(lines).replace(" ", "")) | frozenset(_NEVER_FIRST)


@cache
def _characters() -> frozenset[str]:
    """The characters of the tables of words, save those that begin the names of people, digits and letters."""
    texts = [word for name in ("applicants", "outcomes") for part in ("words", "groups") for word in _words(name, part)]
    every = frozenset("".join(texts)) | frozenset(
        "已退转告知函复办理回件人的另材料补充予结案存档见附电话沟通书面口头当面"
    )
    return frozenset(character for character in every if not character.isascii()) - _only_surnames()


def _words(name: str, part: str) -> list[str]:
    return [word for entry in table(name)[part] for word in entry["words"]]


@cache
def _only_surnames() -> frozenset[str]:
    return _surnames() - frozenset(_NEVER_FIRST)
