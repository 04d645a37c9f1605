"""What is doubtful about the tables: labels unlike the form's, rows missing or too many, totals that do not add up."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from importers.reading import Doubt, Location
from importers.recognition.tables.figures import Figure
from importers.recognition.tables.found import Tables
from importers.recognition.tables.grids import Odd, Place, Scan
from model.form import forms
from model.form.carry_over import same_cells
from model.form.form import Form, Table, format_value

_FEW = 3
_SHOWN = 200


def unsure(form: Form, block: int, places: list[Place]) -> Iterator[Doubt]:
    """One doubt for each row or column whose label is not the form's."""
    by_reason: dict[tuple[str, str], list[Place]] = {}
    for place in places:
        if place.unsure:
            by_reason.setdefault((place.unsure, place.table), []).append(place)
    for (reason, table), found in by_reason.items():
        for location, taken in _lines(form, block, found):
            message = f"{form.table(table).name}：{reason}，当作“{taken}”读入，请核对。"
            yield Doubt(table, reason, taken, message, location)


def _lines(form: Form, block: int, places: list[Place]) -> Iterator[tuple[Location, str]]:
    """The rows, or else the column, that some places make up, each with its name in the form."""
    rows = dict.fromkeys(place.row for place in places)
    columns = dict.fromkeys(place.column for place in places)
    along_rows = len(rows) <= len(columns)
    for line in rows if along_rows else columns:
        cell = next(place.cell for place in places if line == (place.row if along_rows else place.column))
        first, _, last = form.name(cell).partition(" / ")
        ways = {place.cell.split(".")[1] for place in places}
        yield (
            Location(block, line, None) if along_rows else Location(block, None, line),
            first if len(ways) == 1 else last,
        )


def odd(form: Form, block: int, odd: Odd, found: Scan) -> Doubt:
    """A row or column that is none of the form's, with its words."""
    table = found.places[0].table
    label = f"“{cut(odd.label)}”" if odd.label else "没有名称的一行"
    message = f"{form.table(table).name}里的{label}不是表样里的行，没有读入，请核对。"
    location = Location(block, None, odd.column) if found.turned else Location(block, odd.row, odd.column)
    return Doubt(table, cut(odd.words), "", message, location)


def too_wide(form: Form, block: int, odd: Odd, found: Scan) -> Doubt:
    """A row with more figures than its table has columns: any of them may stand in another's place."""
    table = form.table_of(odd.label)
    row = form.name(odd.label).partition(" / ")[0]
    message = f"{table.name}“{row}”这一行在表头的列以外还有数字（{cut(odd.words)}），可能错了位，请对照原件核对这一行。"
    location = Location(block, None, odd.column) if found.turned else Location(block, odd.row, None)
    return Doubt(table.id, cut(odd.words), "", message, location)


def blank(tables: Tables) -> Iterator[Doubt]:
    """Tables that are there without any figure."""
    for table in tables.form.tables:
        found = [tables.cells[cell.id] for cell in table.number_cells if cell.id in tables.cells]
        if found and not any(each.words for each in found):
            message = f"{table.name}是空白的，没有数字；没有发生的请填 0。"
            yield Doubt(table.id, "", "", message, Location(found[0].location.block))


def two_tables(form: Form, table: str, block: int, cells: list[str], here: Mapping[str, list[Place]]) -> Doubt:
    """A second table of the same kind with other figures."""
    name = form.table(table).name
    message = (
        f"文件里不止一张{name}，后一张有 {len(cells)} 格数字不同（如“{form.name(cells[0])}”），"
        "读入的是前一张；如果文件里有几个单位的表，请只留下本单位的再导入。"
    )
    place = here[cells[0]][0]
    return Doubt(table, cut(place.words), "", message, Location(block, place.row, place.column))


def missing(tables: Tables) -> Iterator[Doubt]:
    """Tables, rows and columns of the form that were not found; of another form only those that it has too."""
    form = tables.form
    for table in form.tables:
        wanted = [cell.id for cell in table.number_cells]
        lacking = [cell for cell in wanted if cell not in tables.cells]
        if len(lacking) == len(wanted):
            yield Doubt(table.id, "", "", f"没有找到{table.name}，请按原件填写。")
        elif lacking and not (tables.old and table.shape == "parts"):
            lacking = [cell for cell in lacking if not (tables.old and _is_new(form, cell))]
            block = tables.blocks(table.id)[0]
            yield from (
                Doubt(table.id, "", "", f"{table.name}没有找到{what}，请按原件填写。", Location(block))
                for what in _named(form, table, lacking, wanted)
            )


def _is_new(form: Form, cell: str) -> bool:
    """Whether a form before this one had no such cell, or not of the same meaning."""
    before = (other for other in map(forms.named, forms.IDS) if other.first_year < form.first_year)
    older = max(before, key=lambda other: other.first_year, default=None)
    return older is not None and cell not in same_cells(older, form)


def _named(form: Form, table: Table, lacking: list[str], wanted: list[str]) -> list[str]:
    """What cells are missing, as whole rows or columns where they are."""
    for part, word in ((1, "行"), (2, "列")):
        keys = dict.fromkeys(cell.split(".")[part] for cell in lacking)
        of_keys = [cell for cell in wanted if cell.split(".")[part] in keys]
        if table.shape != "strip" and len(of_keys) == len(lacking):
            names = [form.name(next(c for c in of_keys if c.split(".")[part] == key)) for key in keys]
            shown = [name.split(" / ")[part - 1] for name in names]
            return (
                [f"“{name}”一{word}" for name in shown]
                if len(shown) <= _FEW
                else [f"“{shown[0]}”等 {len(shown)} {word}"]
            )
    return [f"“{form.name(lacking[0])}”等 {len(lacking)} 格"] if lacking else []


def sums(tables: Tables) -> Iterator[Doubt]:
    """Printed totals that are not the sum of their parts, and empty ones in a table that prints the others."""
    form = tables.form
    totals = [cell for cell in form.parts if cell in tables.cells]
    for cell in totals:
        parts = [tables.cells[part] for part in form.parts[cell] if part in tables.cells]
        if len(parts) < len(form.parts[cell]):
            continue
        found, total = tables.cells[cell], sum((part.figure.value or Decimal(0) for part in parts), Decimal(0))
        if found.figure.value is None:
            if total and not found.words and _prints_totals(tables, cell, totals):
                message = f"{where(form, cell)}空着，各项相加是 {total}，其他总计都有数字；请核对这一行有没有错位。"
                yield Doubt(cell, "", str(total), message, found.location)
        elif found.figure.value != total:
            message = f"{where(form, cell)}印的是 {found.figure.value}，各项相加是 {total}，请对照原件核对各项。"
            yield Doubt(cell, cut(found.words), str(total), message, found.location)


def gaps(tables: Tables) -> Iterator[Doubt]:
    """Rows without a total that are filled in part: a figure may stand one cell too far."""
    rows: dict[str, list[str]] = {}
    table = tables.form.shaped("parts")
    for cell in table.number_cells if table else ():
        if cell.id in tables.cells:
            rows.setdefault(cell.id.split(".")[1], []).append(cell.id)
    for cells in rows.values():
        blank = [cell for cell in cells if not tables.cells[cell].words]
        if blank and len(blank) < len(cells):
            name, location = tables.form.name(blank[0]).partition(" / ")[0], tables.cells[blank[0]].location
            message = (
                f"{where(tables.form, blank[0]).partition('“')[0]}“{name}”有空着的格，请核对这一行的数字有没有错位。"
            )
            yield Doubt(blank[0], "", "", message, location)


def out_of_order(form: Form, block: int, found: Scan) -> Iterator[Doubt]:
    """Rows and columns that stand elsewhere than in the form; they are read by their names."""
    for table in dict.fromkeys(place.table for place in found.places):
        places = [place for place in found.places if place.table == table]
        for word, along_rows in (("行", True), ("列", False)):
            lines = _misplaced(form, places, along_rows=along_rows, form_rows=along_rows != found.turned)
            locations = [Location(block, line, None) if along_rows else Location(block, None, line) for line in lines]
            message = f"{form.table(table).name}有些{word}的次序与表样不同，已按{word}名读入，请核对。"
            yield from (
                Doubt(table, "", "", message, location)
                for location in (locations if len(locations) <= _FEW else [Location(block)])
            )


def is_said(tables: Tables, doubt: Doubt) -> bool:
    """Whether the same was said of another part of a split table."""
    whole = doubt.location is not None and doubt.location.row is None and doubt.location.column is None
    return whole and any((said.place, said.message) == (doubt.place, doubt.message) for said in tables.doubts)


def _misplaced(form: Form, places: list[Place], *, along_rows: bool, form_rows: bool) -> list[int]:
    """The rows or columns of a grid that would stand elsewhere if they had the form's order."""
    order: dict[int, int] = {}
    for place in places:
        shape, line = form.cells[place.cell], place.row if along_rows else place.column
        span, at = (shape.row_span, shape.row) if form_rows else (shape.column_span, shape.column)
        if span == 1:
            order[line] = min(at, order.get(line, at))
    lines = sorted(order)
    expected = sorted(order.values())
    return [line for line, at in zip(lines, expected, strict=True) if order[line] != at]


def _prints_totals(tables: Tables, cell: str, totals: list[str]) -> bool:
    table = cell.partition(".")[0]
    same = [tables.cells[other] for other in totals if other.startswith(f"{table}.")]
    return sum(bool(other.words) for other in same) * 2 >= len(same)


def left_behind(tables: Tables) -> Iterator[Doubt]:
    """What another form asked otherwise, and is not taken over."""
    table = tables.form.shaped("parts")
    others = (form for form in map(forms.named, forms.IDS) if form is not tables.form)
    told = ((form, its) for form in others if (its := form.shaped("parts")) and its.note)
    if tables.old and table and (found := next(told, None)):
        form, its = found
        message = f"{table.name}用的是 {form.first_year} 年的旧表样，{its.note}"
        block = next(block for block, found in tables.scans.items() if found.old)
        yield Doubt(table.id, "", "", message, Location(block))


def where(form: Form, cell: str) -> str:
    """A cell as a message names it: its table, row and column."""
    return f"{form.table_of(cell).name}“{form.name(cell)}”"


def cut(words: str) -> str:
    """Words as a doubt shows them, of bounded length."""
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def cell_doubt(form: Form, cell: str, words: str, figure: Figure, location: Location) -> Doubt:
    """What is doubtful about the words in one cell."""
    taken = "" if figure.value is None else format_value(figure.value)
    remedy = "请核对" if taken else "没有读入，请按原件填写"
    return Doubt(cell, cut(words), taken, f"{where(form, cell)}：{figure.doubt}，{remedy}。", location)
