"""The cells of a form that a few words name as texts do: 收到, 办结, 诉讼, 律师."""

from collections.abc import Iterable, Iterator

from model.form.form import Form, Line, Table
from model.language.patterns import pattern
from model.prose import vocabulary

_FEES = pattern("收费|收取|金额")
_APPLICATIONS = {
    "received": vocabulary.RECEIVED,
    "concluded": vocabulary.CONCLUDED,
    "carried_in": vocabulary.CARRIED_IN,
    "carried_out": vocabulary.CARRIED_OUT,
}
_CARRIED = ("carried_in", "carried_out")
_SUITS = ("direct_suit", "suit_after_review")


def cells_named(form: Form, words: str) -> frozenset[str]:
    """The cells whose row, column or both the words name; none where they name neither in any table."""
    return frozenset(cell for table in form.tables for cell in _cells(table, words))


def _cells(table: Table, words: str) -> Iterator[str]:
    roles = frozenset(_roles(table.role, words))
    rows, columns = ({line.id for line in lines if roles & {*line.roles}} for lines in _lines(table))
    for cell in table.number_cells if rows or columns else ():
        _, row, column = cell.id.split(".")
        if (row in rows or not rows) and (column in columns or not columns):
            yield cell.id


def _lines(table: Table) -> tuple[Iterable[Line], ...]:
    return table.row_lines, table.column_lines


def _roles(table: str, words: str) -> Iterator[str]:
    """The roles of rows and columns of a table that the words name."""
    if table == "applications":
        yield from _of_applications(words)
    elif table == "disputes":
        yield from _of_disputes(words)
    elif table == "disclosure":
        yield from _of_disclosure(words)


def _of_applications(words: str) -> Iterator[str]:
    results = {**vocabulary.RESULTS, **vocabulary.GROUPS}
    narrow = [role for role, expression in results.items() if pattern(expression).search(words)]
    yield from narrow
    yield from (role for role, expression in vocabulary.APPLICANTS.items() if pattern(expression).search(words))
    if not narrow:
        carried = [role for role in _CARRIED if _APPLICATIONS[role].search(words)]
        yield from carried or (_CARRIED if vocabulary.CARRIED.search(words) else ())
        yield from (role for role in ("received", "concluded") if not carried and _APPLICATIONS[role].search(words))


def _of_disputes(words: str) -> Iterator[str]:
    if result := vocabulary.DISPUTE_RESULTS.search(words):
        yield result.lastgroup or ""
    elif "撤诉" in words:
        yield "other"
    if kind := vocabulary.DISPUTE_KINDS.search(words):
        named = {"after": _SUITS[1:], "direct": _SUITS[:1], "suit": _SUITS, "review": ("review",)}
        yield from named[kind.lastgroup or "suit"]


def _of_disclosure(words: str) -> Iterator[str]:
    if document := vocabulary.DOCUMENT.search(words):
        yield "normative_documents" if document.lastgroup == "normative" else "rules"
    if verb := vocabulary.DOCUMENT_VERBS.search(words):
        yield verb.lastgroup or ""
    if decision := vocabulary.DECISIONS.search(words):
        yield decision.lastgroup or ""
    if _FEES.search(words):
        yield "fees"
