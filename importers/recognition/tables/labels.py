"""What the labels of a table mean: the form's own words, computed from the form, and those shortened or explained."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

import resources
from model.form.form import Cell, Table, official
from model.language.patterns import pattern

Role = Literal[
    "disclosure.row",
    "disclosure.column",
    "applications.row",
    "applications.column",
    "disputes.group",
    "disputes.result",
    "undivided.row",
    "old.row",
    "old.column",
    "group",
    "banner",
]
"""Where a label can stand: `group` is a row's outer label or a head over columns, `undivided` a row that the form of
2019 had where the form in force has several, `old` one whose numbers mean something else, `banner` a whole row."""

EXACT, SHORTENED, SIMILAR = 3, 2, 1
"""How sure a meaning is: the form's own words, a part of them or more than them, or words much like them."""

_LONGEST = 60
_BRACKETS = pattern(r"\([^()]*\)")
_FOOTNOTE = pattern(r"[①-⑳⓪-⓿❶-➓¹²³⁰-⁹*＊※†]|\[[0-9注]{1,3}\]|〔[0-9注]{1,3}〕")
_NUMBERING = pattern(
    r"^(?:\(?[一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.,:]|\(?[0-9]{1,2}(?:\)|[、.,:](?![0-9])))+"
)
_NOT_A_WORD = pattern(r"[^0-9A-Za-z㐀-鿿]")
_SAME = (("年度", "年"), ("其它", "其他"), ("合计", "总计"), ("其他组织", "其他"), ("数量", "数"), ("件数", "数"))
"""Words that offices write for each other in these tables; a label that is only such a word is read as the other."""
_TOTAL = "总计"
_AMBIGUOUS = 3
"""Up to so many characters, words that are one label exactly may be another one shortened, as 其他 is 其他结果."""
_TO_THE_LETTER: frozenset[Role] = frozenset(("old.row", "old.column", "undivided.row", "group"))
_CLOSE, _CLOSER = 0.6, 0.15


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a label: what it is a label of, and how sure that is."""

    role: Role
    key: str
    quality: int


def plain(text: str) -> str:
    """A label without blanks, footnote marks and punctuation, in half-width characters; its numbering stays."""
    return unicodedata.normalize("NFKC", _FOOTNOTE.sub("", "".join(text.split())))


def core(text: str) -> str:
    """The words of a label alone: no numbering, no punctuation, nothing in brackets, 年度 as 年 and 合计 as 总计."""
    label = _NUMBERING.sub("", plain(text))
    label = _NOT_A_WORD.sub("", _BRACKETS.sub("", label) or label)
    for word, other in _SAME:
        if word != "其他组织" or label == word:
            label = label.replace(word, other)
    return label


@lru_cache(maxsize=4096)
def meanings(text: str) -> tuple[Meaning, ...]:
    """What a label can mean, by role the surest only; nothing for words that are no label of the form."""
    if len(text) > 2 * _LONGEST or not (label := core(text)) or len(label) > _LONGEST or label.isdecimal():
        return ()
    vocabulary = _vocabulary()
    exact = tuple(Meaning(role, words[label], EXACT) for role, words in vocabulary.items() if label in words)
    if exact and len(label) > _AMBIGUOUS:
        return exact
    whole = _NOT_A_WORD.sub("", _NUMBERING.sub("", plain(text)))
    return tuple(
        found
        for role, words in vocabulary.items()
        if (found := _meaning(label, role, words) or (_meaning(whole, role, words) if whole != label else None))
    )


def meaning(text: str, role: Role) -> Meaning | None:
    """What a label means in one role."""
    return next((found for found in meanings(text) if found.role == role), None)


def _meaning(label: str, role: Role, words: Mapping[str, str]) -> Meaning | None:
    if label in words:
        return Meaning(role, words[label], EXACT)
    if role in _TO_THE_LETTER:
        return None
    keys = _explained(label, words) or _shortened(label, words, 2 if role == "disputes.result" else 3)
    if len(keys) == 1:
        return Meaning(role, keys.pop(), SHORTENED)
    if not keys and role.endswith(".row") and (key := _similar(label, words)):
        return Meaning(role, key, SIMILAR)
    return None


def _explained(label: str, words: Mapping[str, str]) -> set[str]:
    """The keys whose words stand within a label, words that stand within longer ones left aside."""
    inside = [word for word in words if word in label and (len(word) > 2 or word == _TOTAL == label[-2:])]  # noqa: PLR2004
    return {words[word] for word in inside if not any(word != other and word in other for other in inside)}


def _shortened(label: str, words: Mapping[str, str], least: int) -> set[str]:
    """The keys whose words hold a label of so many characters, in one piece or with gaps."""
    if len(label) < least:
        return set()
    whole = {key for word, key in words.items() if label in word}
    return whole or {key for word, key in words.items() if _is_cut_from(label, word)}


def _is_cut_from(short: str, full: str) -> bool:
    left = iter(full)
    return all(character in left for character in short)


def _similar(label: str, words: Mapping[str, str]) -> str:
    """The key whose words are much like a label, and clearly more so than any other's; else empty."""
    if len(label) < 4:  # noqa: PLR2004
        return ""
    best: dict[str, float] = {}
    for word, key in words.items():
        best[key] = max(best.get(key, 0.0), _likeness(label, word))
    (first, score), *rest = sorted(best.items(), key=lambda found: -found[1])
    return first if score >= _CLOSE and score - max((s for _, s in rest), default=0.0) >= _CLOSER else ""


def _likeness(one: str, other: str) -> float:
    pairs, others = set(pairwise(one)), set(pairwise(other))
    return 2 * len(pairs & others) / ((len(pairs) + len(others)) or 1)


@cache
def _vocabulary() -> Mapping[Role, Mapping[str, str]]:
    """The words of every label, by role, with the key each stands for."""
    found: dict[Role, dict[str, str]] = {}
    for role, label, key in (*_official_labels(), *_old_labels()):
        for word in _aliases(label):
            found.setdefault(role, {}).setdefault(word, key)
    return found


def _aliases(label: Cell | str) -> Iterator[str]:
    if isinstance(label, str):
        yield core(label)
        return
    yield core(label.label)
    yield core(label.short_label)
    unbracketed = _NOT_A_WORD.sub("", _NUMBERING.sub("", plain(label.label)))
    yield unbracketed


def _official_labels() -> Iterator[tuple[Role, Cell | str, str]]:
    for table in official().tables:
        for cell in table.number_cells:
            yield from _labels_of(table, cell)
        for cell in _banners(table):
            yield "banner", cell, cell.label


def _labels_of(table: Table, cell: Cell) -> Iterator[tuple[Role, Cell | str, str]]:
    _, row, column = cell.id.split(".")
    rows, columns = table.row_labels(cell), table.column_labels(cell)
    if table.id == "disputes":
        yield "disputes.result", columns[-1], column
        yield "disputes.group", columns[-2], row
        outer: Iterable[Cell] = columns[:-2]
    else:
        yield f"{table.id}.row", rows[-1], row  # type: ignore[misc]
        yield f"{table.id}.column", columns[-1], column  # type: ignore[misc]
        outer = (*rows[:-1], *columns[:-1]) if table.id == "applications" else ()
    for label in outer:
        yield "group", label, core(label.label)


def _banners(table: Table) -> Iterator[Cell]:
    """The labels over no number of their own: whole rows, and the corner of the heads."""
    first = min(cell.column for cell in table.number_cells)
    return (cell for cell in table.cells if cell.label and cell.column == 0 and first and _is_head(table, cell))


def _is_head(table: Table, cell: Cell) -> bool:
    return not any(table.grid[row][-1].id for row in cell.rows)


def _old_labels() -> Iterator[tuple[Role, str, str]]:
    old = json.loads(resources.read_text("forms/2019.json"))
    for label, key in old["carried_over"]["columns"].items():
        yield "disclosure.column", label, key
    for label, key in old["carried_over"]["rows"].items():
        yield "disclosure.row", label, key
    for label, key in old["carried_over"]["undivided"].items():
        yield "undivided.row", label, key
    for label in old["left_behind"]["columns"]:
        yield "old.column", label, label
    for label in old["left_behind"]["rows"]:
        yield "old.row", label, label


@cache
def row_groups() -> Mapping[str, frozenset[str]]:
    """The outer labels of each row of the applications table, as `core` writes them."""
    table = official().table("applications")
    found: dict[str, frozenset[str]] = {}
    for cell in table.number_cells:
        found[cell.id.split(".")[1]] = frozenset(core(label.label) for label in table.row_labels(cell)[:-1])
    return found


@cache
def row_order() -> Mapping[str, int]:
    """The rows of the applications table, numbered from the top."""
    table = official().table("applications")
    keys = dict.fromkeys(cell.id.split(".")[1] for cell in table.number_cells)
    return {key: index for index, key in enumerate(keys)}
