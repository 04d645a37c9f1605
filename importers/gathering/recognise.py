"""From blocks to a sheet: the table under its head, whose year and agency, and who filled it in."""

from collections.abc import Iterator, Mapping, Sequence

from importers.document.blocks import Block, Document, Grid, GridCell, Paragraph
from importers.recognition.tables.figures import MONEY, read_figure
from model.form.form import Form
from model.gathering.items import Item, data, item_of
from model.gathering.plan import giver_name
from model.gathering.returned import Given, Returned
from model.language.patterns import pattern
from model.language.squeezed import packed
from model.structs import Struct

_YEAR = pattern(r"(?P<agency>.{0,100}?)(?P<year>20[0-9]{2})")
_LONGEST = 60
"""So many characters of a remark, or of a line that is not known, are kept."""
_QUOTED = 20
"""So many characters are quoted of what is no figure."""
_MOST = 500
"""The most lines of a sheet."""
_NEEDED = ("row", "column", "figure")


class _Line(Struct, frozen=True):
    row: str
    column: str
    figure: str
    unit: str
    remark: str

    @property
    def says(self) -> str:
        return " ".join(words for words in (self.row, self.column, self.figure, self.unit) if words)[:_LONGEST]


def sheet_in(document: Document, form: Form) -> Returned | None:
    """The sheet in a file; None where no table has its head."""
    lines = [line for block in document.blocks if isinstance(block, Grid) for line in _lines(block)]
    if not any(_head(row) for block in document.blocks if isinstance(block, Grid) for row in block.rows):
        return None
    words = [text for block in document.blocks for text in _texts(block)]
    agency, year = _whose(words)
    given, unknown = _given(lines[:_MOST], form)
    return Returned("", "", agency, year, _giver(words), tuple(given.values()), tuple(unknown))


def _lines(grid: Grid) -> Iterator[_Line]:
    """The lines under the head of a grid, if it has one."""
    columns: Mapping[str, int] = {}
    for row in grid.rows:
        if found := _head(row):
            columns = found
        elif columns:
            said = {name: row[at].text for name, at in columns.items()}
            own = row[columns["figure"]]
            figure = own.text if own.begins else ""
            yield _Line(said["row"], said["column"], figure, said.get("unit", ""), said.get("remark", "").strip())


def _head(row: Sequence[GridCell]) -> Mapping[str, int]:
    """The columns by name; nothing for a row that is no head."""
    words = {packed(cell.text): at for at, cell in reversed(list(enumerate(row)))}
    found = {name: words[head] for name, head in data()["head"].items() if head in words}
    return found if all(name in found for name in _NEEDED) else {}


def _given(lines: Sequence[_Line], form: Form) -> tuple[dict[str, Given], list[str]]:
    """The lines by the item they name, and those with a figure that name none."""
    given: dict[str, Given] = {}
    unknown: list[str] = []
    for line in lines:
        item = item_of(form, line.row, line.column)
        if item is None:
            unknown += [line.says] if line.figure.strip() else []
            continue
        found, before = _read(line, item), given.get(item.id)
        if before is not None and (before.value, before.doubt) != (found.value, found.doubt):
            found = Given(item, None, "写了两次，数不同")
        given[item.id] = found
    return given, unknown


def _read(line: _Line, item: Item) -> Given:
    unit = packed(line.unit)
    remark = " ".join(line.remark.split())[:_LONGEST]
    if item.cell.kind == "decimal" and unit and unit not in MONEY:
        return Given(item, None, f"单位写的是“{line.unit[:_LONGEST]}”，不是万元" if line.figure.strip() else "", remark)
    figure = read_figure(line.figure, item.cell, unit if item.cell.kind == "decimal" else "")
    written = f"写的是“{line.figure.strip()[:_QUOTED]}”，" if figure.value is None and figure.doubt else ""
    return Given(item, figure.value, f"{written}{figure.doubt}", remark)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    else:
        yield from (cell.text for row in block.rows for cell in row if cell.begins)


def _whose(words: Sequence[str]) -> tuple[str, int | None]:
    """The agency and the year of the title; both unknown where there is none."""
    for text in words:
        before, title, _ = packed(text).partition(data()["title"])
        found = _YEAR.fullmatch(before) if title else None
        if found is not None:
            return found["agency"], int(found["year"])
    return "", None


def _giver(words: Sequence[str]) -> str:
    """The 科室 behind its label, in one place or in the next one."""
    label = data()["giver"]
    for text, following in zip(words, (*words[1:], ""), strict=True):
        bare = packed(text)
        if bare.startswith(label):
            return giver_name(bare.removeprefix(label).lstrip("：") or packed(following))
    return ""
