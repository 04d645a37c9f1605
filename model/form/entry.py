"""What the clerk types or pastes into number cells: from characters to values, and blocks from spreadsheets.

Full-width digits, thousands separators and the punctuation of Chinese input methods are understood; whatever is not
plainly a number is refused with a reason, and nothing is guessed.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.form.form import AMOUNT_LENGTH, Cell, CellError, Kind, Table, Value, format_value, parse_amount
from model.form.labelled_block import Misfit, is_label, leads, pieces
from model.language.patterns import pattern
from model.structs import Struct, replace

Block = list[list[str]]
"""Rows of cell texts, as copied from a spreadsheet; rows may differ in length."""
Corner = tuple[int, int]
"""A place of a table's grid: row and column."""

TEXT_LIMIT = 200
"""No number has more characters; a longer text is refused unread."""
BLOCK_LIMIT = 100_000
"""The most characters of a block that are read; the largest table has some 600."""

_ZERO_SIGNS = frozenset("/\\-—–―─−_无零〇")
_PLAIN = pattern(r"[0-9]+")
_BEGUN = pattern(r"[0-9]*|[0-9]{1,3}(,[0-9]{3})*,[0-9]{0,3}")
_GROUPED = pattern(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?")
_DECIMAL = pattern(r"[0-9]+\.?[0-9]*|\.[0-9]+")
_SIGNS = frozenset("+-−±")
_COUNT, _AMOUNT, _CHANGE = Cell(0, 0, kind="count"), Cell(0, 0, kind="decimal"), Cell(0, 0, kind="change")
_INVISIBLE = str.maketrans("", "", "\u200b\u200c\u200d\u2060\ufeff")
_DASHES = frozenset("-—–－")
_ZERO_DECIMALS = pattern(r"(?<=[0-9])\.0{1,6}$")
_FIELD = pattern(r'"((?:[^"]|"")*+)"(?=\t|\r?\n|\r|\Z)|[^\t\r\n]*')


def parse_entry(text: str, kind: Kind) -> Value | None:
    """The value that a text stands for in a cell of a kind, in 件 or 万元; None for a blank text.

    Raises:
        CellError: the text is not such a number; the message says why.
    """
    if len(text) > TEXT_LIMIT:
        raise CellError("内容太长，不是数字")
    plain = _plain(text)
    if not plain:
        return None
    if kind == "change" and plain[0] in "+-−" and plain[1:]:
        size = _count(_ungrouped(plain[1:].strip()))
        return _CHANGE.check(size if plain[0] == "+" else -size)
    _refuse_words(plain)
    digits = _ungrouped(plain.replace("。", "."))
    return _amount(digits) if kind == "decimal" else _count(digits)


def _plain(text: str) -> str:
    """The text in plain characters: full-width forms narrowed, no blanks around it, nothing invisible."""
    return "".join(map(_narrow, text.translate(_INVISIBLE))).strip()


def _narrow(character: str) -> str:
    """The ordinary form of a wide, narrow or styled character; ① and ² stay: they are no digits of a number."""
    if character.isascii():
        return character
    tag = unicodedata.decomposition(character).partition(" ")[0]
    if tag in ("<wide>", "<narrow>", "<font>", "<noBreak>"):
        return unicodedata.normalize("NFKC", character)
    return character


def _refuse_words(plain: str) -> None:
    if not set(plain) - _ZERO_SIGNS:
        raise CellError(f"“{_short(plain)}”不是数字，没有发生请填 0")
    if plain[0] in _SIGNS:
        raise CellError(f"“{_short(plain)}”带有正负号，只能填 0 或正数")
    if set(plain) - set("0123456789.,。"):
        raise CellError(f"“{_short(plain)}”不是数字")


def _ungrouped(plain: str) -> str:
    """Without thousands separators, which must stand where they belong."""
    if "," not in plain:
        return plain
    if not _GROUPED.fullmatch(plain):
        raise CellError(f"“{_short(plain)}”里的逗号位置不对")
    return plain.replace(",", "")


def _count(digits: str) -> Value:
    if not _PLAIN.fullmatch(digits):
        raise CellError(f"“{_short(digits)}”不是整数，件数不能有小数")
    return _COUNT.check(int(digits))


def _amount(digits: str) -> Value:
    """An amount written .5, 35. or 007.10 is taken as 0.5, 35 and 7.10; every other digit stays."""
    if not _DECIMAL.fullmatch(digits):
        raise CellError(f"“{_short(digits)}”不是金额，应写成 35.5 这样的小数")
    whole, _point, fraction = digits.partition(".")
    whole = whole.lstrip("0") or "0"
    return _AMOUNT.check(parse_amount(f"{whole}.{fraction}" if fraction else whole))


def _short(text: str) -> str:
    return text if len(text) <= 12 else f"{text[:12]}…"  # noqa: PLR2004


def may_become(text: str, kind: Kind) -> bool:
    """Whether more characters could still make a number of a text, as of “1,2” or of “35.” in an amount."""
    plain = _plain(text).replace("。", ".")
    plain = plain[1:] if kind == "change" and plain[:1] in _SIGNS else plain
    digits, point, fraction = plain.partition(".")
    if point and (kind != "decimal" or set(fraction) - set("0123456789")):
        return False
    return bool(_BEGUN.fullmatch(digits)) and len(plain) <= AMOUNT_LENGTH


def can_begin(character: str) -> bool:
    """Whether a typed character may be the first of a number, or of something worth explaining; a letter is not."""
    plain = _plain(character)
    return bool(plain) and not any(unicodedata.category(one).startswith("L") for one in plain)


def parse_block(text: str) -> Block:
    """The cells of copied text: rows by line, cells by tab, quoted where Excel quotes; a last line end is dropped.

    Only the first `BLOCK_LIMIT` characters are read.
    """
    return list(_rows(text[:BLOCK_LIMIT].removesuffix("\n").removesuffix("\r")))


def _rows(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    position = 0
    while True:
        field = _FIELD.match(text, position)
        assert field is not None
        row.append(field[0] if field[1] is None else field[1].replace('""', '"'))
        position = field.end()
        if text.startswith("\t", position):
            position += 1
            continue
        yield row
        if position >= len(text):
            return
        row = []
        position += 2 if text.startswith("\r\n", position) else 1


class Refusal(Struct, frozen=True):
    """A pasted text that was not taken, and why."""

    text: str
    reason: str


class Placement(Struct, frozen=True):
    """What a pasted block comes to.

    Attributes:
        values: the typed cells that are filled, with their values.
        skipped: the computed cells under the block, with the figures that were pasted on them.
        blanks: how many blank pieces fell on typed cells; these keep their value.
        refused: what was not taken.
        by_labels: the labels that were pasted along decided where the figures went, not the place.
    """

    values: Mapping[str, Value]
    skipped: Mapping[str, Value | None]
    blanks: int
    refused: tuple[Refusal, ...]
    by_labels: bool = False

    @property
    def summary(self) -> str:
        """What was taken, skipped and refused, in one line for the clerk."""
        how = "按行名粘贴" if self.by_labels else "粘贴"
        taken = f"已{how} {len(self.values)} 格" if self.values else "没有粘贴任何数字"
        return "；".join(filter(None, (taken, self.left_out)))

    @property
    def left_out(self) -> str:
        """What was skipped and refused; empty for nothing."""
        left_out = []
        if self.skipped:
            left_out.append(f"跳过 {len(self.skipped)} 个自动计算的格")
        if self.blanks:
            left_out.append(f"{self.blanks} 个空白没有改动原数")
        if self.refused:
            left_out.append(f"没有采用 {len(self.refused)} 项：{self._reasons()}")
        return "；".join(left_out)

    def _reasons(self) -> str:
        reasons = list(dict.fromkeys(refusal.reason for refusal in self.refused))
        return "、".join(reasons[:2]) + (" 等" if len(reasons) > 2 else "")  # noqa: PLR2004


OUTSIDE = "超出表格范围"
"""The reason for what falls outside the table."""


def place_block(table: Table, corner: Corner, block: Sequence[Sequence[str]]) -> Placement:
    """Lay a block over a table, its first cell at a place of the grid; a block with row labels by what they say.

    Numbers go to the typed cells they cover; a blank leaves its cell alone; computed cells are skipped; a label may lie
    on the same label; everything else is refused. A block whose labels fit neither the place nor the table's rows is
    refused whole.
    """
    labels = [
        (row, column, text)
        for row, column, text in _pieces(block, corner)
        if is_label(text) and leads(block[row - corner[0]], column - corner[1])
    ]
    if all(_lies_on_itself(table, row, column, text) for row, column, text in labels):
        return _placed(
            _Target(_cell_at(table, row, column), row, column, text) for row, column, text in _pieces(block, corner)
        )
    try:
        found = pieces(table, block)
    except Misfit as misfit:
        reason = f"{misfit}，整块没有粘贴"
        return Placement(
            {}, {}, 0, tuple(Refusal(text, reason) for _, _, text in _pieces(block, corner) if _plain(text))
        )
    return replace(
        _placed(_Target(each.cell, each.cell.row, each.cell.column, each.text) for each in found), by_labels=True
    )


class _Target(Struct, frozen=True):
    """A text, and where it falls: a cell of the table at a row and column, or outside."""

    cell: Cell | None
    row: int
    column: int
    text: str

    @property
    def begins(self) -> bool:
        """Whether a place is the first of a number cell, where its content stands."""
        return (
            self.cell is not None
            and bool(self.cell.id)
            and (self.cell.row, self.cell.column) == (self.row, self.column)
        )


def _placed(targets: Iterable[_Target]) -> Placement:
    values: dict[str, Value] = {}
    skipped: dict[str, Value | None] = {}
    refused: list[Refusal] = []
    blanks = 0
    for target in targets:
        cell, text = target.cell, target.text
        try:
            if not _plain(text):
                blanks += target.begins and cell is not None and not cell.computed
            elif cell is None:
                refused.append(Refusal(text, OUTSIDE))
            elif cell.computed:
                skipped[cell.id] = _figure(text)
            elif target.begins:
                values[cell.id] = _filled(text, cell)
            elif not _same_label(cell, text):
                refused.append(Refusal(text, f"“{_short(text.strip())}”落在标题格上"))
        except CellError as error:
            refused.append(Refusal(text, str(error)))
    return Placement(values, skipped, blanks, tuple(refused))


def _lies_on_itself(table: Table, row: int, column: int, text: str) -> bool:
    cell = _cell_at(table, row, column)
    return cell is not None and _same_label(cell, text)


def _pieces(block: Sequence[Sequence[str]], corner: Corner) -> Iterator[tuple[int, int, str]]:
    for row, texts in enumerate(block, corner[0]):
        for column, text in enumerate(texts, corner[1]):
            yield row, column, text


def _cell_at(table: Table, row: int, column: int) -> Cell | None:
    return table.grid[row][column] if 0 <= row < table.rows and 0 <= column < table.columns else None


def _same_label(cell: Cell, text: str) -> bool:
    return bool(cell.label) and "".join(text.split()) == cell.label


def _filled(text: str, cell: Cell) -> Value:
    value = parse_entry(_as_formatted(text, cell.kind), cell.kind)
    assert value is not None
    return value


def _as_formatted(text: str, kind: Kind) -> str:
    """What a spreadsheet shows, as one types it: a dash alone is its 0, and a count may have decimals of zeros."""
    plain = _plain(text)
    if plain in _DASHES:
        return "0"
    return _ZERO_DECIMALS.sub("", plain) if kind == "count" else plain


def _figure(text: str) -> Value | None:
    try:
        return parse_entry(_as_formatted(text, "count"), "count")
    except CellError:
        return None


def block_text(rows: Sequence[Sequence[Value | None]]) -> str:
    """Figures as text that a spreadsheet takes: tabs between cells, a line end behind each row, blank cells empty."""
    lines = ("\t".join("" if value is None else format_value(value) for value in row) for row in rows)
    return "".join(f"{line}\n" for line in lines)
