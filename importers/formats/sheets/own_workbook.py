"""The workbook that this program exports, put back into the order of a report.

It has a sheet for each table, one that lists all figures again, and one with every paragraph and what it is.
"""

from collections.abc import Iterator, Mapping, Sequence

from importers.document.blocks import Grid, Paragraph
from importers.document.layout import Item
from importers.formats.sheets.sheet import Sheet, items

LIST, TEXT = "数据清单", "文字"
"""The sheets behind those of the tables, as the writer names them."""
_TITLE, _TABLE, _GOES_ON = "标题", "表", "续"
_KINDS = frozenset((_TITLE, "部分", "段", "注", _TABLE, "落款", _GOES_ON))


def in_order(sheets: Mapping[str, Sheet]) -> list[Item] | None:
    """The paragraphs and tables of a report in its order, other sheets behind them; None for any other workbook.

    Args:
        sheets: the sheets that are shown, by their names.
    """
    lines = _lines(sheets[TEXT]) if LIST in sheets and TEXT in sheets else []
    named = {f"见“{name}”": name for name in sheets}
    tables = [named.get(words, "") for kind, words in lines if kind == _TABLE]
    is_own = bool(lines) and lines[0][0] == _TITLE and all(kind in _KINDS for kind, _ in lines)
    if not is_own or not all(tables) or len(set(tables)) < len(tables):
        return None
    found = list(_report(lines, {f"见“{name}”": list(items(sheets[name])) for name in tables}))
    for name, sheet in sheets.items():
        if name not in (*tables, LIST, TEXT):
            found += [Paragraph(name), *items(sheet)]
    return found


def _lines(sheet: Sheet) -> list[tuple[str, str]]:
    """What each row says it is, and its words; a row that only goes on belongs to the one before."""
    found: list[tuple[str, str]] = []
    for row in sheet.rows:
        kind, words = (sheet.words.get((row, column), "") for column in (1, 2))
        if kind == _GOES_ON and found:
            found[-1] = (found[-1][0], found[-1][1] + words)
        elif kind or words:
            found.append((kind, words))
    return found


def _report(lines: Sequence[tuple[str, str]], tables: Mapping[str, Sequence[Item]]) -> Iterator[Item]:
    for kind, words in lines:
        if kind == _TABLE:
            yield from _without_caption(tables[words])
        else:
            yield Paragraph(words)


def _without_caption(found: Sequence[Item]) -> Sequence[Item]:
    """What a table's sheet holds without the caption above it, which repeats the heading among the paragraphs."""
    has_caption = len(found) > 1 and isinstance(found[0], Paragraph) and isinstance(found[1], Grid)
    return found[1:] if has_caption else found
