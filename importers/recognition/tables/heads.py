"""The heads of a grid: what each of its columns is called, from one row or several."""

from collections.abc import Mapping
from functools import cache

from importers.recognition.tables.labels import EXACT, core, meaning, meanings
from model.form.form import Form
from model.language.patterns import pattern
from model.structs import Struct, replace

_NUMBERED = pattern(r"[(（]?[0-9一二三四五六七八九十]{1,2}(?:[)）、]|[.．](?![0-9]))")
_HEAD_ROLES = ("parts.column", "list.column", "strip.group", "strip.result", "foreign.column")

Line = tuple[str, ...]


class Column(Struct, frozen=True):
    """What the head says about one column: a key for each shape of table it can belong to."""

    in_parts: str = ""
    in_list: str = ""
    group: str = ""
    result: str = ""
    foreign: bool = False
    sure: bool = True


class Head(Struct, frozen=True):
    """The rows of heads over some columns; `open` until a row of figures has followed."""

    rows: tuple[Line, ...] = ()
    open: bool = True

    def __len__(self) -> int:
        """How many columns wide it is."""
        return len(self.rows[0]) if self.rows else 0

    def more(self, row: Line) -> "Head":
        """The head with one more row; a new one when figures have followed this one."""
        return Head((*self.rows, row)) if self.open else Head((row,))


def columns_of(head: Head, form: Form) -> Mapping[int, Column]:
    """The columns that a head names, by their place; a full row in the form's order makes shortened names sure."""
    found = {index: column for index in range(len(head)) if (column := _column(head, index, form))}
    named = [column.in_list for column in found.values()]
    return {index: replace(column, sure=True) for index, column in found.items()} if named == _in_order(form) else found


@cache
def _in_order(form: Form) -> list[str]:
    """The columns of the table that is a list, from left to right."""
    table = form.shaped("list")
    return [line.id for line in table.column_lines] if table else []


def _column(head: Head, index: int, form: Form) -> Column | None:
    """The meaning of the lowest words over a column, with the kind of dispute above them."""
    below = [row for row in range(len(head.rows)) if head.rows[row][index].strip()]
    if not below:
        return None
    leaf = head.rows[below[-1]][index].strip()
    known = {found.role: found for found in meanings(leaf, form) if found.role in _HEAD_ROLES}
    if not known:
        return None
    group = known.get("strip.group")
    keys = {role: found.key for role, found in known.items()}
    return Column(
        in_parts=keys.get("parts.column", ""),
        in_list=keys.get("list.column", ""),
        group=group.key if group else _group_above(head, index, below[-1], form),
        result=keys.get("strip.result", ""),
        foreign="foreign.column" in known,
        sure=any(found.quality == EXACT for found in known.values()) or group is not None,
    )


def _group_above(head: Head, index: int, row: int, form: Form) -> str:
    """The kind of dispute that a head above names over a column, or left of it when merged cells are spelled out."""
    for line in reversed(head.rows[:row]):
        words = next((word for word in reversed(line[: index + 1]) if word.strip()), "")
        if found := meaning(words.strip(), "strip.group", form):
            return found.key
    return ""


def names_column(word: str, form: Form) -> bool:
    """Whether words can be a column's; a group's head over columns is one too."""
    word = word.strip()
    known = meanings(word, form)
    if not known or _NUMBERED.match(word):
        return False
    return any(found.role in _HEAD_ROLES or found.role == "group" for found in known) and not any(
        found.role in ("list.row", "parts.row") and found.quality == EXACT
        for found in known
        if core(word) not in ("其他", "总计")
    )


def lowest_words(head: Head | None, column: int) -> str:
    """The words of a head right over a column."""
    return next((row[column].strip() for row in reversed(head.rows) if row[column].strip()), "") if head else ""
