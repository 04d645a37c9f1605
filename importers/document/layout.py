"""From what stands in a file to blocks: merged cells spelled out, layout tables opened up, residues put in place."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Literal

from importers.document.blocks import Block, Grid, GridCell, Paragraph, Residue, ResidueKind
from importers.refused import TOO_MUCH, Refused
from model.language.patterns import pattern
from model.structs import Struct, field, replace

MOST_PLACES = 60_000
"""The most places of all grids together, merged ones counted singly; a report has some 600."""
MOST_LINES = 10_000
"""The most paragraphs, and lines within them; a report has some hundred."""
MOST_GRIDS = 1000
MOST_CHARACTERS = 400_000
"""The most characters of all paragraphs; a report has some ten thousand, and checks take seconds for these."""
PICTURE = "[图片]"
"""What stands for a cell that holds a picture instead of words."""
_MOST_COLUMNS = 2000
LONGEST_CELL = 1000
"""A cell with more characters is no cell of a data table: the table only lays out the page."""


class Mark(Struct, frozen=True):
    """A residue before its block is known: it belongs to the block before it."""

    kind: ResidueKind
    words: str = ""


Item = Block | Mark


class Cell(Struct):
    """A table's cell as the file has it.

    Attributes:
        items: what stands in it.
        columns: how many columns it covers.
        rows: how many rows it covers.
        goes_on: it is merged into the one above.
    """

    items: list[Item] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    goes_on: bool = False


_RADICALS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in range(0x2E80, 0x2FE0)
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
} | {
    ord(radical): word
    for radical, word in zip(
        "⺠⺟⻄⻅⻆⻉⻋⻌⻑⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻮⻰⻣⻤⺝⺼",
        "民母西见角贝车辶长长长门青韦页风飞食马鱼鸟麦黄齐齿龙骨鬼月月",
        strict=True,
    )
}  # fmt: skip
"""Signs for the parts of characters, which fonts of PDF files put in the place of the characters themselves."""

_SEEN_AS = (
    _RADICALS
    | dict.fromkeys(
        (
            *range(0x9),
            *range(0xE, 0x20),
            0x7F,
            0xAD,
            *range(0x200B, 0x2010),
            *range(0x2060, 0x2065),
            0xFEFF,
            0xFFFC,
            0xFFFE,
            0xFFFF,
        )
    )
    | {0xA0: " "}
)
"""Characters that nobody sees, and the blank that looks like any other."""


_RAISED, _LOWERED = (str.maketrans("0123456789", signs) for signs in ("⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"))
Aside = Literal["faint", "tiny", "struck"]
"""What makes words no words of the text: the colour of the paper, a size too small to see, a line through them."""
ASIDES: Mapping[str, str] = {"faint": "白色文字", "tiny": "极小的文字", "struck": "划去的文字"}
_ASIDE, _END_OF_ASIDE = "\x0e", "\x0f"
"""Around such words, until it is known whether they stand in a cell; no file can hold them."""
_SIGNS: Mapping[str, Aside] = {"": "faint", "\x01": "tiny", "\x02": "struck"}
"""What stands behind the first of them."""
_ASIDE_SHOWN = 40
_ASIDE_WORDS = pattern(f"{_ASIDE}([\x01\x02]?)([^{_END_OF_ASIDE}]*){_END_OF_ASIDE}")
_STRUCK_WORDS = pattern(f"{_ASIDE}\x02[^{_END_OF_ASIDE}]*{_END_OF_ASIDE}")


def finished(items: Iterable[Item]) -> tuple[tuple[Block, ...], tuple[Residue, ...]]:
    """The blocks with words in them, and the residues; of a block's revisions the first only.

    Raises:
        Refused: there are more than in any report.
    """
    blocks: list[Block] = []
    residues: dict[tuple[str, str, int], Residue] = {}
    for item in items:
        if isinstance(item, Mark):
            block = max(len(blocks) - 1, 0)
            told = "" if item.kind == "revision" else item.words
            residues.setdefault((item.kind, told, block), Residue(item.kind, item.words, block))
        elif isinstance(item, Grid):
            blocks.append(item)
        else:
            rest = _without_asides(item.text)
            if text := seen(rest):
                blocks.append(item if text == item.text else replace(item, text=text))
            for kind, words in _asides(item.text).items() if rest != item.text else ():
                told, block = words[:_ASIDE_SHOWN], max(len(blocks) - 1, 0)
                if kind == "struck" or _ASIDE not in rest:
                    residues.setdefault((kind, told, block), Residue(kind, told, block))
    _check_size(blocks)
    return tuple(blocks), tuple(residues.values())


def _check_size(blocks: Sequence[Block]) -> None:
    grids = [block for block in blocks if isinstance(block, Grid)]
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    places = sum(len(grid.rows) * len(grid.rows[0]) for grid in grids if grid.rows)
    lines = len(texts) + sum(text.count("\n") for text in texts)
    too_many = lines > MOST_LINES or len(grids) > MOST_GRIDS or places > MOST_PLACES
    if too_many or sum(map(len, texts)) > MOST_CHARACTERS:
        raise Refused(TOO_MUCH)


def seen(text: str) -> str:
    """A text as it is seen, without blanks around it."""
    return text.translate(_SEEN_AS).strip()


def raised(text: str) -> str:
    """A text set above the line: its digits as signs that cannot be taken for a part of the number before them."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """A text set below the line, likewise."""
    return text.translate(_LOWERED)


def faint(text: str, *, tiny: bool = False) -> str:
    """A text in the colour of the paper, or too small to be seen."""
    return aside("tiny" if tiny else "faint", text)


def aside(kind: Aside, text: str) -> str:
    """A text that is there, but may be no word of what is read."""
    sign = next(sign for sign, of in _SIGNS.items() if of == kind)
    return f"{_ASIDE}{sign}{text}{_END_OF_ASIDE}" if text.strip() else text


def unmarked(text: str) -> str:
    """A text of a file that may hold any sign, so that nothing of it can be taken for an aside."""
    return text.replace(_ASIDE, "")


def _asides(text: str) -> dict[Aside, str]:
    """The words of a text that are none of it, by what makes them so."""
    found: dict[Aside, str] = {}
    for sign, words in _ASIDE_WORDS.findall(text) if _ASIDE in text else ():
        found[_SIGNS[sign]] = found.get(_SIGNS[sign], "") + words
    return {kind: words.strip() for kind, words in found.items() if words.strip()}


def _without_asides(text: str) -> str:
    """A paragraph without struck words, and without those nobody sees unless it has no others, as on a coloured bar."""
    rest = _ASIDE_WORDS.sub("", text) if _ASIDE in text else text
    return rest if seen(rest) else _STRUCK_WORDS.sub("", text)


def told_in_cells(line: str) -> str:
    """A line of cells with tabs between them, its asides told as those of a table's cells."""
    return "\t".join(map(with_unseen_told, line.split("\t"))) if _ASIDE in line else line


def with_unseen_told(text: str) -> str:
    """A cell's words with those that may be none of it as a remark, which is no part of a figure or a label."""
    found = _asides(text)
    if not found:
        return text
    rest = _ASIDE_WORDS.sub("", text).strip()
    alone = [] if seen(rest) else [kind for kind in found if kind != "struck"]
    words = "".join(found[kind] for kind in alone) or rest
    told = (ASIDES[kind] if kind in alone else f"{ASIDES[kind]}：{said}" for kind, said in found.items())
    return f"{words}（{'；'.join(told)}）"


def note(kind: str, words: str) -> list[Mark]:
    """What is told of words that stand outside of the text; nothing where there are none.

    Args:
        kind: what a reader calls it, such as 脚注.
        words: what it says.
    """
    said = words.strip()
    return [Mark("note", said if said.startswith(kind) else f"{kind}：{said}")] if said else []


def struck(words: Sequence[str], rest: str) -> list[Mark]:
    """What is told of a paragraph that is struck through as a whole; nothing where other words are left of it."""
    said = "".join(words).strip()
    return [Mark("struck_out", said)] if said and not seen(rest) else []


def table(rows: Sequence[Sequence[Cell]]) -> list[Item]:
    """A table as a grid; one that only lays out the page as what stands in its cells, in reading order."""
    cells = [cell for row in rows for cell in row if not cell.goes_on]
    inner = [item for cell in cells for item in cell.items]
    if _lays_out(cells, inner):
        return inner
    grid = _grid(rows)
    marks = [item for item in inner if isinstance(item, Mark)]
    return [grid, *marks] if any(cell.text for row in grid.rows for cell in row) else [*marks]


def _lays_out(cells: Sequence[Cell], inner: Sequence[Item]) -> bool:
    """Whether a table is one cell only, holds a larger table, or has a cell as long as a text."""
    inside = max((_begun(item) for item in inner if isinstance(item, Grid)), default=0)
    return len(cells) <= 1 or inside > len(cells) or any(_length(cell) > LONGEST_CELL for cell in cells)


def _begun(grid: Grid) -> int:
    return sum(cell.begins for row in grid.rows for cell in row)


def _length(cell: Cell) -> int:
    return sum(len(item.text) for item in cell.items if isinstance(item, Paragraph))


def words(items: Sequence[Item]) -> str:
    """What stands in a cell, a line for each paragraph, automatic numbers included; or that it is a picture."""
    said = "\n".join(filter(None, (seen(_line(item)) for item in items)))
    is_picture = not said and any(isinstance(item, Mark) and item.kind == "picture" for item in items)
    return PICTURE if is_picture else said


def _line(item: Item) -> str:
    match item:
        case Paragraph(text, number):
            return number + with_unseen_told(text)
        case Grid(rows):
            return "\n".join(cell.text for cell in chain.from_iterable(rows) if cell.begins and cell.text)
    return ""


def _grid(rows: Sequence[Sequence[Cell]]) -> Grid:
    lines: list[list[GridCell]] = []
    hanging: dict[int, tuple[int, str]] = {}
    places = 0
    for row in rows:
        lines.append(_row(row, hanging, lines[-1] if lines else []))
        places += len(lines[-1])
        if places > MOST_PLACES:
            raise Refused(TOO_MUCH)
    width = max(map(len, lines), default=0)
    if width * len(lines) > MOST_PLACES:
        raise Refused(TOO_MUCH)
    return Grid(tuple((*line, *[GridCell("")] * (width - len(line))) for line in lines))


def _row(row: Sequence[Cell], hanging: dict[int, tuple[int, str]], above: Sequence[GridCell]) -> list[GridCell]:
    """The places of a row.

    Args:
        row: its cells.
        hanging: by column, how many further rows a cell from above covers, and its words; brought up to date.
        above: the row before.
    """
    line: list[GridCell] = []
    cells = iter(row)
    cell = next(cells, None)
    while cell is not None or len(line) in hanging:
        if len(line) in hanging:
            line.append(_hung(hanging, len(line)))
            continue
        assert cell is not None
        text = above[len(line)].text if cell.goes_on and len(line) < len(above) else words(cell.items)
        goes_on = cell.goes_on and len(line) < len(above)
        for index in range(_bounded(cell.columns)):
            if cell.rows > 1:
                hanging[len(line)] = (cell.rows - 1, text)
            line.append(GridCell(text, begins=not goes_on and index == 0))
        cell = next(cells, None)
    return line


def _hung(hanging: dict[int, tuple[int, str]], column: int) -> GridCell:
    left, text = hanging.pop(column)
    if left > 1:
        hanging[column] = (left - 1, text)
    return GridCell(text, begins=False)


def _bounded(columns: int) -> int:
    if columns > _MOST_COLUMNS:
        raise Refused(TOO_MUCH)
    return max(columns, 1)
