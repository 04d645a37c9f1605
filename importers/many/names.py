"""The list of units: the names in a workbook, a table in text, or pasted lines."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from importers.bounded.encodings import decoded
from importers.document.blocks import Grid
from importers.files import LARGEST, document
from importers.refused import Refused
from model.files.problems import FileProblem, from_os_error
from model.language.patterns import pattern

MOST = 5000
"""The most units."""
_LONGEST = 100
_HEAD = pattern("^(?:填报|报送)?(?:单位|机关|部门)(?:全称|名称)?$|^(?:名称|全称)$")
_NAME = pattern("[一-鿿]{2}")
_LINE = pattern(r"[\r\n]+")
_NOTHING = "没有读出单位名称：请把单位全称一行一个写在第一列，首行可以写“单位名称”"


def from_file(path: Path) -> tuple[str, ...]:
    """The names in a file.

    Raises:
        FileProblem: it cannot be read, or has no names.
    """
    rows = _text_rows(path) if path.suffix.lower() in (".csv", ".txt") else _grid_rows(path)
    found = _names(rows)
    if not found:
        raise FileProblem(path, _NOTHING)
    if len(found) > MOST:
        raise FileProblem(path, f"单位超过 {MOST} 个，请分成几份名单")
    return found


def from_text(text: str) -> tuple[str, ...]:
    """The names in pasted lines, or a pasted column."""
    return _names([line.split("\t") for line in _LINE.split(text)])


def _text_rows(path: Path) -> list[list[str]]:
    try:
        with path.open("rb") as stream:
            text = decoded(stream.read(LARGEST))
    except OSError as error:
        raise from_os_error(path, error) from None
    except Refused as refused:
        raise FileProblem(path, refused.reason) from None
    lines = [line.replace("\t", ",").replace("，", ",") for line in text.replace("\0", "").splitlines()]
    try:
        return list(csv.reader(io.StringIO("\n".join(lines))))
    except csv.Error:
        raise FileProblem(path, _NOTHING) from None


def _grid_rows(path: Path) -> list[list[str]]:
    rows: list[list[str]] = []
    for block in document(path).blocks:
        if isinstance(block, Grid):
            rows += [[cell.text if cell.begins else "" for cell in row] for row in block.rows]
        else:
            rows.append([block.text])
    return rows


def _names(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names of the column under a head that says so, or else of the column with the most of them."""
    plain = [["".join(cell.split()) for cell in row] for row in rows]
    for number, row in enumerate(plain):
        column = next((at for at, cell in enumerate(row) if _HEAD.search(cell)), None)
        if column is not None:
            return _of(plain[number + 1 :], column)
    columns = range(max(map(len, plain), default=0))
    return max((_of(plain, column) for column in columns), key=len, default=())


def _of(rows: Iterable[Sequence[str]], column: int) -> tuple[str, ...]:
    cells = (row[column] for row in rows if column < len(row))
    return tuple(dict.fromkeys(cell for cell in cells if _NAME.search(cell) and len(cell) <= _LONGEST))
