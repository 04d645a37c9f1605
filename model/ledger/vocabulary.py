"""What an office's words for applicants and outcomes mean: by the table of words, by the form, and as remembered."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Literal

from model.form import forms
from model.form.form import Form, Table
from model.language.patterns import pattern
from model.ledger.words import squeezed_word, table, without_aside
from model.structs import Struct, field

Kind = Literal["applicant", "outcome"]
_DATA = {"applicant": "applicants", "outcome": "outcomes"}
_LINE = {"applicant": "column", "outcome": "row"}
_SEVERAL = pattern(r"[、，；/+\n]|和|及|与")
_IN_GROUP = pattern(r"[(（:：\-—/]?(?P<rest>.+?)\)?")
_SOFT = ("属于", "属", "因", "涉及", "本机关", "信息")


class Meaning(Struct, frozen=True):
    """What a word means.

    Attributes:
        line: the row or the column of the form; empty where it is not known.
        choices: the lines that it may be; all of them where nothing is said.
        reason: why, for the clerk.
        certain: whether it needs no question.
        several: whether it names two outcomes.
        open: whether it says that nothing is decided yet.
    """

    line: str = ""
    choices: tuple[str, ...] = ()
    reason: str = ""
    certain: bool = False
    several: bool = False
    open: bool = False


UNKNOWN = Meaning()


class Vocabulary(Struct, frozen=True, dict=True):
    """The meanings of the words of one kind."""

    kind: Kind
    meanings: Mapping[str, Meaning]
    groups: Mapping[str, Meaning]
    remembered: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _met(self) -> dict[str, Meaning]:
        return {}

    def meaning(self, word: str) -> Meaning:
        """What a cell means."""
        found = self._met.get(word)
        if found is None:
            found = self._met[word] = self._meaning(word)
        return found

    def _meaning(self, word: str) -> Meaning:
        bare = squeezed_word(word)
        if bare in self.remembered:
            return Meaning(self.remembered[bare], reason="上次回答过", certain=True)
        found = self._known(bare) or self._in_group(bare)
        return found or self._several(bare) or UNKNOWN

    def is_certain(self, word: str) -> bool:
        """Whether a word has a meaning that needs no question."""
        return self.meaning(word).certain

    def is_group(self, word: str) -> bool:
        """Whether a word names several lines of the form together."""
        return squeezed_word(word) in self.groups

    def with_remembered(self, words: Mapping[str, str]) -> "Vocabulary":
        """With what an office has answered before; lines that the form does not have count for nothing."""
        lines = {meaning.line for meaning in self.meanings.values()}
        known = {squeezed_word(word): line for word, line in words.items() if line in lines}
        return Vocabulary(self.kind, self.meanings, self.groups, known)

    def _known(self, bare: str) -> Meaning | None:
        return next((self.meanings[each] for each in _variants(bare) if each in self.meanings), self.groups.get(bare))

    def _in_group(self, bare: str) -> Meaning | None:
        """不予公开-国家秘密, 不予公开（属于国家秘密）: what stands behind the group's name, if it belongs there."""
        for name, group in self.groups.items():
            rest = _IN_GROUP.fullmatch(bare.removeprefix(name)) if bare.startswith(name) and bare != name else None
            found = self._known(squeezed_word(rest["rest"])) if rest else None
            if found is not None and found.line in group.choices:
                return found
            if found is not None and found.line:
                return Meaning(choices=(*group.choices, found.line), reason="大类和具体情形对不上")
        return None

    def _several(self, bare: str) -> Meaning | None:
        parts = [self._known(part) for part in _SEVERAL.split(bare)]
        lines = list(dict.fromkeys(part.line for part in parts if part is not None and part.line))
        if len(parts) > 1 and len(lines) > 1 and all(parts):
            return Meaning(choices=tuple(lines), reason="写了两种", several=True)
        return None


@cache
def built_in(kind: Kind, form: Form | None = None) -> Vocabulary:
    """The vocabulary that comes with the program, in the lines of a form; the newest one's unless one is given."""
    of, data = form or forms.newest(), table(_DATA[kind])
    own = _own(kind, of)
    lines = tuple(dict.fromkeys(meaning.line for meaning in own.values()))
    words = {**dict(_from_data(data["words"], _LINE[kind], lines)), **own}
    words.update((squeezed_word(word), Meaning(open=True, certain=True)) for word in data.get("open", ()))
    return Vocabulary(kind, words, dict(_groups(data["groups"], kind, of)))


def _variants(bare: str) -> Iterator[str]:
    yield bare
    yield (short := without_aside(bare))
    yield from (short.removeprefix(soft) for soft in _SOFT if short.startswith(soft) and short != soft)


def _from_data(entries: list[dict[str, object]], part: str, lines: tuple[str, ...]) -> Iterator[tuple[str, Meaning]]:
    for entry in entries:
        line, words, certain = str(entry[part]), entry["words"], not entry.get("ask", False)
        if line in lines and isinstance(words, list):
            meaning = Meaning(line, reason=str(entry["why"]), certain=certain)
            yield from ((squeezed_word(word), meaning) for word in words)


def _groups(entries: list[dict[str, object]], kind: Kind, form: Form) -> Iterator[tuple[str, Meaning]]:
    lines = applications(form).row_lines if kind == "outcome" else applications(form).column_lines
    for entry in entries:
        choices, words = tuple(line.id for line in lines if entry["group"] in line.roles), entry["words"]
        if choices and isinstance(words, list):
            yield from ((squeezed_word(word), Meaning(choices=choices, reason=str(entry["why"]))) for word in words)


def _own(kind: Kind, form: Form) -> dict[str, Meaning]:
    """The form's own words for its lines: labels, short ones, synonyms; a word that two lines have tells nothing."""
    its = applications(form)
    lines = {line.id: line for line in (its.row_lines if kind == "outcome" else its.column_lines)}
    wanted = [line.id for line in lines.values() if table("form")["main"][kind] in line.roles]
    found: dict[str, set[str]] = {}
    for line_id in wanted:
        for word in (*_labels(its, kind, line_id), *lines[line_id].synonyms):
            found.setdefault(squeezed_word(word), set()).add(line_id)
    said = Meaning("", reason="表样自己的名称", certain=True)
    return {
        word: Meaning(next(iter(ids)), reason=said.reason, certain=True)
        for word, ids in found.items()
        if len(ids) == 1 and not (kind == "outcome" and word == "其他")
    }


def _labels(its: Table, kind: Kind, line_id: str) -> Iterator[str]:
    part = 1 if kind == "outcome" else 2
    cell = next(cell for cell in its.number_cells if cell.id.split(".")[part] == line_id)
    label = (its.row_labels(cell) if kind == "outcome" else its.column_labels(cell))[-1]
    yield from (without_aside(squeezed_word(label.label)), label.short_label)


def is_counted(form: Form, table_id: str) -> bool:
    """Whether a table of a form is the one that a ledger is counted into."""
    found = form.table_as(table("form")["main"]["table"])
    return found is not None and found.id == table_id


def applications(form: Form) -> Table:
    """The form's table of applications."""
    found = form.table_as(table("form")["main"]["table"])
    assert found is not None
    return found
