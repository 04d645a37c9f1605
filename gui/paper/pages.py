"""The report on paper: blocks set on A4 pages as the Word report sets them, to be painted at any size.

Lengths are in quarters of a point, so that type can be set in whole pixels and still be exact enough.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title
from export.pdf.parts import Mark, Part, Role, no_mark
from export.signature import rights
from gui.paper.listing import PaperListing, RowSlice, words_of
from gui.paper.table import PaperTable, TableSlice
from model.report.report import Layout
from model.structs import Struct, field, replace

UNIT = 4
"""Quarters of a point in a point."""
WIDTH, HEIGHT = 2381, 3368
"""The page: A4."""
LEFT, TOP, RIGHT, BOTTOM = 317, 420, 295, 397
"""The margins: GB/T 9704-2012."""
TEXT_WIDTH, TEXT_HEIGHT = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

_BODY, _TITLE, _TITLE_LEAD, _NUMBER = 16 * UNIT, 22 * UNIT, 34 * UNIT, 14 * UNIT
_NUMBER_BASE = HEIGHT - 283
_SHORT, _CARRIED = 3, 2
"""A paragraph of so few lines goes to the next page whole with the 落款; of a longer one, so many lines go."""
_INK = QColor("#000000")

BODY_FAMILIES = ("仿宋", "FangSong", "仿宋_GB2312", "Noto Serif CJK SC", "serif")
SUBHEADING_FAMILIES = ("楷体", "KaiTi", "楷体_GB2312", "Noto Serif CJK SC", "serif")
HEADING_FAMILIES = ("黑体", "SimHei", "Noto Sans CJK SC", "sans-serif")
TITLE_FAMILIES = ("方正小标宋简体", "华文中宋", "宋体", "SimSun", "Noto Serif CJK SC", "serif")
TABLE_FAMILIES = ("宋体", "SimSun", "Noto Serif CJK SC", "serif")


class Piece(Protocol):
    """Something that stands on a page."""

    def paint(self, painter: QPainter, mark: Mark) -> None:
        """Paint it where it stands, in the page's units; tell what each text is that is painted."""


class Line(Struct, frozen=True):
    """One line of a paragraph, at a place of the page; `text` is what it stands for."""

    layout: QTextLayout
    index: int
    x: float
    y: float
    part: Part
    text: str

    def paint(self, painter: QPainter, mark: Mark) -> None:
        """Paint it."""
        mark(self.part, self.text)
        line = self.layout.lineAt(self.index)
        line.draw(painter, QPointF(self.x, self.y - line.y()))


class Unseen(Struct, frozen=True):
    """A paragraph of characters that show nothing."""

    part: Part
    text: str

    def paint(self, _painter: QPainter, mark: Mark) -> None:
        """Tell of it."""
        mark(self.part, self.text)


class Page(Struct):
    """One page with what stands on it."""

    number: int
    pieces: list[Piece] = field(default_factory=list)

    def paint(self, painter: QPainter, mark: Mark = no_mark) -> None:
        """Paint the page in black on white; the painter is scaled to the page's units."""
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), Qt.GlobalColor.white)
        painter.setPen(_INK)
        for piece in self.pieces:
            piece.paint(painter, mark)
        side = Qt.AlignmentFlag.AlignRight if self.number % 2 else Qt.AlignmentFlag.AlignLeft
        painter.setFont(_font(TABLE_FAMILIES, _NUMBER))
        inside = QRectF(LEFT + _NUMBER, _NUMBER_BASE - 2 * _NUMBER, TEXT_WIDTH - 2 * _NUMBER, 2 * _NUMBER)
        mark(None, "")
        painter.drawText(inside, side | Qt.AlignmentFlag.AlignBottom, f"— {self.number} —")


def pages(blocks: Iterable[Block], layout: Layout) -> list[Page]:
    """The pages of a report."""
    made: list[Page] = []
    for _ in setting(blocks, layout, made):
        pass
    return made


def setting(blocks: Iterable[Block], layout: Layout, made: list[Page]) -> Iterator[None]:
    """Set a report block by block, for who must not take long over it at a time.

    Args:
        blocks: what is set.
        layout: how.
        made: the pages are put here as they begin.
    """
    setter = _Setter(layout, made)
    listed = list(blocks)
    for number, (block, following) in enumerate(zip(listed, [*listed[1:], None], strict=True)):
        setter.add(number, block, following)
        yield


def divided(pages: Sequence[Page]) -> str:
    """Which tables no page has room for, and where they stand, in words; empty for none."""
    where: dict[PaperTable, list[int]] = {}
    for page in pages:
        for piece in page.pieces:
            if isinstance(piece, TableSlice):
                where.setdefault(piece.table, []).append(page.number)
    over = [(table.name, numbers) for table, numbers in where.items() if len(numbers) > 1]
    return "；".join(f"{name}一页排不下，分在第 {'、'.join(map(str, numbers))} 页" for name, numbers in over)


class _Setter:
    """Sets block after block, beginning a new page where one is full."""

    def __init__(self, layout: Layout, pages: list[Page]) -> None:
        self.pages = pages
        pages.append(Page(1))
        self._layout = layout
        self._lead = float(layout.line_pt) * UNIT
        self._y = float(TOP)
        self._number = 0

    def add(self, number: int, block: Block, following: Block | None) -> None:
        """Set a block, by its number in the document; what follows decides whether a heading stays at a page's foot."""
        self._number = number
        match block:
            case Title(lines):
                for index, line in enumerate(lines or ("",)):
                    font = _font(TITLE_FAMILIES, _TITLE, bold=True)
                    self._prose(line, font, "H1", lead=_TITLE_LEAD, centred=True, before="\n" if index else "")
                self._y += self._lead
            case Heading(text):
                self._keep_with(following)
                self._prose(text, _font(HEADING_FAMILIES, _BODY), "H2", indent=2 * _BODY)
            case Paragraph():
                role: Role = "H3" if block.subheading == len(block.text) else "P"
                font = _font(BODY_FAMILIES, _BODY)
                self._prose(block.text, font, role, indent=2 * _BODY, subheading=block.subheading)
            case NumberTable():
                self._table(PaperTable(block, self._layout.table_pt, number))
            case Listing():
                self._listing(PaperListing(block, self._layout.table_pt, number), whole=bool(block.row_pt))
            case Note(text):
                self._prose(text, _font(TABLE_FAMILIES, float(self._layout.table_pt) * UNIT), lead=self._note_lead())
            case Signature(lines):
                self._signature(lines)

    def _signature(self, lines: tuple[str, ...]) -> None:
        """落款 stays together, a line below what goes before, and never stands on a page alone."""
        if self._room() < (1 + len(lines)) * self._lead:
            self._new_page_with_words()
        self._y += self._lead
        for index, (line, right) in enumerate(zip(lines, rights(lines), strict=True)):
            self._prose(line, _font(BODY_FAMILIES, _BODY), right=right * _BODY, row=index)

    def _note_lead(self) -> float:
        return (float(self._layout.table_pt) + 5) * UNIT

    def _prose(  # noqa: PLR0913
        self,
        text: str,
        font: QFont,
        role: Role = "P",
        *,
        lead: float = 0,
        indent: float = 0,
        subheading: int = 0,
        centred: bool = False,
        right: float | None = None,
        before: str = "",
        row: int = 0,
    ) -> None:
        lead = lead or self._lead
        layout, part = _set(text, font, indent, subheading), Part(role, self._number, row)
        if not layout.lineCount():
            self._put(Unseen(part, before + text))
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            self._make_room(lead)
            free = TEXT_WIDTH - line.naturalTextWidth()
            x = LEFT + (free / 2 if centred else 0 if right is None else max(0.0, free - right))
            words = ("" if index else before + text.removesuffix(layout.text())) + words_of(layout.text(), line)
            self._put(Line(layout, index, x, self._y + (lead - line.height()) / 2, part, words))
            self._y += lead

    def _table(self, table: PaperTable) -> None:
        if table.height > self._room() and table.height <= TEXT_HEIGHT:
            self._new_page()
        start = 0
        while start < table.rows:
            end = table.fitting(start, self._room())
            if end == start:
                self._new_page()
                end = max(table.fitting(start, TEXT_HEIGHT), start + 1)
            self._put(TableSlice(table, start, end, LEFT, self._y))
            self._y += table.extent(start, end)
            start = end

    def _listing(self, table: PaperListing, *, whole: bool) -> None:
        """Row after row, the head again on each page; one that is filled in by hand stays on one page."""
        height = sum(map(table.height, range(table.rows)))
        if whole and self._room() < height <= TEXT_HEIGHT:
            self._new_page()
        self._row(table, 0)
        for row in range(1, table.rows):
            if self._room() < table.height(row):
                self._new_page()
                self._row(table, 0, again=True)
            self._row(table, row)

    def _row(self, table: PaperListing, row: int, *, again: bool = False) -> None:
        """A row, or as many of its lines as a page has room for, and the others on the next."""
        start, lines = 0, table.lines(row)
        while start < lines:
            whole = not start and self._room() >= table.height(row)
            end = lines if whole else min(lines, start + table.fitting(self._room()))
            height = table.height(row) if whole else table.height(row, end - start)
            self._put(RowSlice(table, row, start, end, LEFT, self._y, height, whole, again))
            self._y += height
            start = end
            if start < lines:
                self._new_page()

    def _keep_with(self, following: Block | None) -> None:
        """A heading goes to the next page with what it heads."""
        needed = 2 * self._lead
        if isinstance(following, NumberTable):
            needed = self._lead + PaperTable(following, self._layout.table_pt).height
        elif isinstance(following, Listing):
            needed = self._lead + _least(PaperListing(following, self._layout.table_pt), whole=bool(following.row_pt))
        if self._room() < needed <= TEXT_HEIGHT:
            self._new_page()

    def _make_room(self, height: float) -> None:
        if self._room() < height:
            self._new_page()

    def _room(self) -> float:
        return TOP + TEXT_HEIGHT - self._y

    def _new_page(self) -> None:
        self.pages.append(Page(len(self.pages) + 1))
        self._y = float(TOP)

    def _new_page_with_words(self) -> None:
        """Begin a page with the end of the last paragraph: two lines, or all of a short one with its heading."""
        before = self.pages[-1].pieces
        last = [piece for piece in before if isinstance(piece, Line) and piece.part == _part(before[-1])]
        taken = len(last) if len(last) <= _SHORT else _CARRIED
        while taken < len(before) and taken >= len(last) and _is_heading(before[-taken - 1]):
            taken += 1
        if not last or taken == len(before):
            self._new_page()
            return
        carried = cast("list[Line]", before[-taken:])
        del before[-taken:]
        self._new_page()
        for line in carried:
            lead = self._lead
            self._put(replace(line, y=self._y + (lead - line.layout.lineAt(line.index).height()) / 2))
            self._y += lead

    def _put(self, piece: Piece) -> None:
        self.pages[-1].pieces.append(piece)


def _part(piece: Piece) -> Part | None:
    return piece.part if isinstance(piece, Line) else None


def _is_heading(piece: Piece) -> bool:
    return isinstance(piece, Line) and piece.part.role in ("H2", "H3")


def _least(table: PaperListing, *, whole: bool) -> float:
    """What of a table must stand under its heading: the head and a row, or all of what is filled in by hand."""
    return sum(map(table.height, range(table.rows if whole else min(table.rows, 2))))


def _set(text: str, font: QFont, indent: float, subheading: int) -> QTextLayout:
    """A paragraph broken into lines of the text's width."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if subheading:
        layout.setFormats([_subheading(text[:subheading], font)])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        first = indent if layout.lineCount() == 1 else 0
        line.setLineWidth(TEXT_WIDTH - first)
        line.setPosition(QPointF(first, 0))
    layout.endLayout()
    return layout


def _subheading(words: str, font: QFont) -> QTextLayout.FormatRange:
    """The format of a heading of the second level at the start of a paragraph."""
    span: Any = QTextLayout.FormatRange()
    span.start, span.length = 0, len(words.encode("utf-16-le")) // 2
    span.format = QTextCharFormat()
    span.format.setFont(_font(SUBHEADING_FAMILIES, font.pixelSize()))
    return cast("QTextLayout.FormatRange", span)


def _font(families: tuple[str, ...], size: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(round(size))
    font.setBold(bold)
    return font
