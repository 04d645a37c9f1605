"""What the labels of a table mean: the form's own words, computed from the form, and those shortened or explained."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from model.form import forms
from model.form.form import Cell, Form, Line, Shape, Table
from model.language.patterns import pattern
from model.structs import Struct

Role = Literal[
    "parts.row",
    "parts.column",
    "list.row",
    "list.column",
    "strip.group",
    "strip.result",
    "undivided.row",
    "foreign.row",
    "foreign.column",
    "group",
    "banner",
]
"""Where a label can stand, by the shape of its table: `group` is a row's outer label or a head over columns,
`undivided` a row that another form has where this one has several, `foreign` one of another form whose numbers mean
something else, `banner` a whole row."""

EXACT, SHORTENED, SIMILAR = 3, 2, 1
"""How sure a meaning is: the form's own words, a part of them or more than them, or words much like them."""

_LONGEST = 60
_BRACKETS = pattern(r"\([^()]*\)")
_FOOTNOTE = pattern(r"[①-⑳⓪-⓿❶-➓¹²³⁰-⁹₀-₉*＊※†]|\[[0-9注]{1,3}\]|〔[0-9注]{1,3}〕")
_NUMBERING = pattern(
    r"^(?:\(?[一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.,:]|\(?[0-9]{1,2}(?:\)|[、.,:](?![0-9])))+"
)
_NOT_A_WORD = pattern(r"[^0-9A-Za-z㐀-鿿]")
_SAME = (("年度", "年"), ("其它", "其他"), ("合计", "总计"), ("其他组织", "其他"), ("数量", "数"), ("件数", "数"))
"""Words that offices write for each other in these tables; a label that is only such a word is read as the other."""
_TOTAL = "总计"
_AMBIGUOUS = 3
"""Up to so many characters, words that are one label exactly may be another one shortened, as 其他 is 其他结果."""
_TO_THE_LETTER: frozenset[Role] = frozenset(("foreign.row", "foreign.column", "undivided.row", "group"))
_CLOSE, _CLOSER = 0.6, 0.15


_OfOther = Callable[[Table, Table], Iterator[tuple[Role, Cell | str, str]]]


class Meaning(Struct, frozen=True):
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
def meanings(text: str, form: Form) -> tuple[Meaning, ...]:
    """What a label can mean in a form, by role the surest only; nothing for words that are no label of it."""
    if len(text) > 2 * _LONGEST or not (label := core(text)) or len(label) > _LONGEST or label.isdecimal():
        return ()
    vocabulary = _vocabulary(form)
    exact = tuple(Meaning(role, words[label], EXACT) for role, words in vocabulary.items() if label in words)
    if exact and len(label) > _AMBIGUOUS:
        return exact
    whole = _NOT_A_WORD.sub("", _NUMBERING.sub("", plain(text)))
    return tuple(
        found
        for role, words in vocabulary.items()
        if (found := _meaning(label, role, words) or (_meaning(whole, role, words) if whole != label else None))
    )


def meaning(text: str, role: Role, form: Form) -> Meaning | None:
    """What a label means in one role."""
    return next((found for found in meanings(text, form) if found.role == role), None)


def _meaning(label: str, role: Role, words: Mapping[str, str]) -> Meaning | None:
    if label in words:
        return Meaning(role, words[label], EXACT)
    if role in _TO_THE_LETTER:
        return None
    keys = _explained(label, words) or _shortened(label, words, 2 if role == "strip.result" else 3)
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
def _vocabulary(form: Form) -> Mapping[Role, Mapping[str, str]]:
    """The words of every label, by role, with the key each stands for."""
    found: dict[Role, dict[str, str]] = {}
    for role, label, key in (*_labels(form), *_labels_of_others(form)):
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


def _labels(form: Form) -> Iterator[tuple[Role, Cell | str, str]]:
    for table in form.tables:
        for cell in table.number_cells:
            yield from _labels_of(table, cell)
        for cell in _banners(table):
            yield "banner", cell, cell.label
        yield from _synonyms(table)


def _labels_of(table: Table, cell: Cell) -> Iterator[tuple[Role, Cell | str, str]]:
    _, row, column = cell.id.split(".")
    rows, columns = table.row_labels(cell), table.column_labels(cell)
    if table.shape == "strip":
        yield "strip.result", columns[-1], column
        yield "strip.group", columns[-2], row
        outer: Iterable[Cell] = columns[:-2]
    else:
        yield f"{table.shape}.row", rows[-1], row  # type: ignore[misc]
        yield f"{table.shape}.column", columns[-1], column  # type: ignore[misc]
        outer = (*rows[:-1], *columns[:-1]) if table.shape == "list" else ()
    for label in outer:
        yield "group", label, core(label.label)


def _synonyms(table: Table) -> Iterator[tuple[Role, str, str]]:
    """The words that offices print for the labels of a table, as its form knows them."""
    ends: tuple[str, str] = ("group", "result") if table.shape == "strip" else ("row", "column")
    for end, lines in zip(ends, (table.row_lines, table.column_lines), strict=True):
        for line in lines:
            for words in line.synonyms:
                yield f"{table.shape}.{end}", words, line.id  # type: ignore[misc]


def _banners(table: Table) -> Iterator[Cell]:
    """The labels over no number of their own: whole rows, and the corner of the heads."""
    first = table.label_columns
    return (cell for cell in table.cells if cell.label and cell.column == 0 and first and _is_head(table, cell))


def _is_head(table: Table, cell: Cell) -> bool:
    return not any(table.grid[row][-1].id for row in cell.rows)


def _labels_of_others(form: Form) -> Iterator[tuple[Role, Cell | str, str]]:
    """What the labels of other forms mean in one: its own line of the same role, a row it divides, or nothing."""
    pairs: tuple[tuple[Shape, _OfOther], ...] = (("parts", _lines_of_other), ("list", _undivided))
    for other in map(forms.named, forms.IDS):
        for shape, labels in pairs:
            theirs, own = other.shaped(shape), form.shaped(shape)
            if other is not form and theirs and own:
                yield from labels(theirs, own)


def _lines_of_other(other: Table, own: Table) -> Iterator[tuple[Role, Cell | str, str]]:
    for cell in other.number_cells:
        _, row, column = cell.id.split(".")
        label, key = other.row_labels(cell)[-1], _same_line(row, other.row_lines, own.row_lines)
        yield ("parts.row", label, key) if key else ("foreign.row", label, label.label)
        label, key = other.column_labels(cell)[-1], _same_line(column, other.column_lines, own.column_lines)
        yield ("parts.column", label, key) if key else ("foreign.column", label, label.label)


def _same_line(line_id: str, others: tuple[Line, ...], own: tuple[Line, ...]) -> str:
    """The line of a form that has the same role as another form's; empty where there is none."""
    role = next(line.roles[:1] for line in others if line.id == line_id)
    return next((line.id for line in own if role and line.roles[:1] == role), "")


def _undivided(other: Table, own: Table) -> Iterator[tuple[Role, Cell | str, str]]:
    """The rows of another form that are a group of rows in this one, with the row that means the same."""
    groups = {core(label.label) for cell in own.number_cells for label in own.row_labels(cell)[:-1]}
    for cell in other.number_cells:
        label, key = other.row_labels(cell)[-1], _same_line(cell.id.split(".")[1], other.row_lines, own.row_lines)
        if key and core(label.label) in groups:
            yield "undivided.row", label, key


@cache
def row_groups(form: Form) -> Mapping[str, frozenset[str]]:
    """The outer labels of each row of the table that is a list, as `core` writes them."""
    found: dict[str, frozenset[str]] = {}
    table = form.shaped("list")
    if table is None:
        return found
    for cell in table.number_cells:
        found[cell.id.split(".")[1]] = frozenset(core(label.label) for label in table.row_labels(cell)[:-1])
    return found


@cache
def row_order(form: Form) -> Mapping[str, int]:
    """The rows of the table that is a list, numbered from the top."""
    table = form.shaped("list")
    return {line.id: index for index, line in enumerate(table.row_lines)} if table else {}
