"""Numbers written with blanks between their digits: the sums say whether they are one number."""

from collections.abc import Iterable, Mapping

from importers.recognition.tables.doubts import cell_doubt
from importers.recognition.tables.figures import Figure, read_figure
from importers.recognition.tables.found import Tables
from model.form.form import Form, Value
from model.language.patterns import pattern
from model.structs import replace

_SPACED = pattern(r"(?<![0-9０-９])[0-9０-９]++(?:[ \u3000\xa0\t]++[0-9０-９]++)+")
_LETTERSPACED = pattern(r"[0-9０-９](?:[ \u3000\xa0\t]+[0-9０-９])+")


def close_up(tables: Tables) -> None:
    """Take such a number where a total or its parts agree, with a doubt that says so."""
    form = tables.form
    closed = {cell: _closed(form, cell, found.words) for cell, found in tables.cells.items() if _is_spaced(found.words)}
    closed = {cell: figure for cell, figure in closed.items() if figure.value is not None}
    if not closed:
        return
    values = {cell: found.figure.value or 0 for cell, found in tables.cells.items()}
    values |= {cell: figure.value for cell, figure in closed.items() if figure.value is not None}
    sums = [(total, parts) for total, parts in form.parts.items() if all(cell in values for cell in (total, *parts))]
    for cell, figure in closed.items():
        own = [(total, parts) for total, parts in sums if cell in (total, *parts)]
        agreed = bool(own) and all(_holds(values, total, parts) for total, parts in own)
        if agreed or (not own and _LETTERSPACED.fullmatch(tables.cells[cell].words.strip())):
            reason = "数字中间有空格" + ("，接起来与合计相符" if own else "")
            taken = Figure(figure.value, reason)
            tables.cells[cell] = replace(tables.cells[cell], figure=taken)
            tables.doubts[:] = [doubt for doubt in tables.doubts if doubt.place != cell]
            tables.doubts.append(cell_doubt(form, cell, tables.cells[cell].words, taken, tables.cells[cell].location))


def _is_spaced(words: str) -> bool:
    return bool(_SPACED.fullmatch(words.strip()))


def _closed(form: Form, cell: str, words: str) -> Figure:
    return read_figure("".join(words.split()), form.cells[cell])


def _holds(values: Mapping[str, Value], total: str, parts: Iterable[str]) -> bool:
    return values[total] == sum(values[part] for part in parts)
