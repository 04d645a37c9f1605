"""The words a report prints, place by place, and what in them no advice on language may touch."""

import re
from collections.abc import Iterator
from functools import lru_cache

from model.checks.fix import Fix
from model.checks.registry import Problem, in_text
from model.language.patterns import pattern
from model.language.sentences import rewritten
from model.language.squeezed import Paragraphs
from model.report.report import TEXT_IDS, Report
from model.structs import Struct
from resources import read_text

HIDDEN = "\ue000"
"""What stands for each character that is not to be read."""

_ADDRESS = pattern(r"(?:https?://|www\.)[!-~]{1,500}|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,120}")
_FIELD = pattern(r"\{\{[^{}\n]*\}\}")
_QUOTED = pattern(r"(?<=“)[^“”\n]+(?=”)|(?<=《)[^《》\n]+(?=》)")


class Passage(Struct, frozen=True):
    """The title, a text, or the note under a table; a finding in a note names it and has no span."""

    section: str
    words: str
    note_of: str = ""

    def where(self, position: int) -> str:
        """The place as the clerk knows it: 标题, 第3段, 表二的注."""
        if self.note_of:
            return f"{self.note_of}的注"
        return "标题" if self.section == "title" else f"第{self.paragraph(position)}段"

    def paragraph(self, position: int) -> int:
        """The number of the paragraph at a place, from 1."""
        return _paragraphs(self.words).number(position)

    def problem(self, span: tuple[int, int], message: str, fix: Fix | None = None) -> Problem:
        """A problem with some of the words; in a note there is no fix, as a note's places are not followed."""
        if self.note_of:
            return Problem(message, section=self.section, quote=self.words[span[0] : span[1]])
        return in_text(self.section, span, self.words, message, fix)


def passages(report: Report) -> Iterator[Passage]:
    """Everything printed that a clerk wrote: the title, the texts, the notes."""
    for section in ("title", *TEXT_IDS):
        yield Passage(section, report.words(section))
    yield from notes(report)


def notes(report: Report) -> Iterator[Passage]:
    """The notes under the tables."""
    for table in report.form.tables:
        if words := report.notes.get(table.id):
            yield Passage(table.id, words, table.name)


@lru_cache(maxsize=4)
def without_addresses(text: str) -> str:
    """The text with web and e-mail addresses hidden, character for character."""
    return _ADDRESS.sub(_hidden, text) if "@" in text or "://" in text or "www." in text else text


@lru_cache(maxsize=16)
def advisable(text: str) -> str:
    """The text, character for character, with what is not to be advised on hidden.

    Hidden are what is quoted and sentences with political formulae.
    """
    text = unquoted(text)
    return rewritten(text, "sentence", _without_formula) if _formula().search(text) else text


@lru_cache(maxsize=16)
def unquoted(text: str) -> str:
    """The text, character for character, without what it quotes: for checks on facts, which formulae have as well.

    Hidden are addresses, and the insides of quotations and of names of documents; a live field reads as a figure.
    """
    text = without_addresses(text)
    if "{{" in text:
        text = _FIELD.sub(lambda field: "0" * len(field[0]), text)
    return _QUOTED.sub(_hidden, text)


@lru_cache(maxsize=8)
def _paragraphs(words: str) -> Paragraphs:
    return Paragraphs(words)


def _hidden(found: re.Match[str]) -> str:
    return HIDDEN * len(found[0])


def _without_formula(sentence: str) -> str:
    return HIDDEN * len(sentence) if _formula().search(sentence) else sentence


@lru_cache(maxsize=1)
def _formula() -> re.Pattern[str]:
    return pattern("|".join(map(re.escape, word_list("formulae.txt"))))


def word_list(name: str) -> tuple[str, ...]:
    """The words of a list among the resources, one a line; lines that begin with # are remarks."""
    lines = (line.strip() for line in read_text(f"words/{name}").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
