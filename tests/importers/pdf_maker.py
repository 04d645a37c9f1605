"""PDF files of a report, made here: ruled or not, over pages, turned, with page numbers and running heads."""

from collections.abc import Iterator, Sequence

from importers.document.blocks import Document, Grid, GridCell, Paragraph
from model.structs import Struct, field

SIZE, LEADING, WIDTH, HEIGHT, MARGIN = 10.0, 16.0, 595.0, 842.0, 60.0
ACROSS = WIDTH - 2 * MARGIN
FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    "/DW 1000/W[1 95 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4"
    "/Ascent 880/Descent -120/FontBBox[0 -120 1000 880]/ItalicAngle 0/CapHeight 880/StemV 80>>>>]>>"
)


class Maker(Struct):
    """Lays out blocks on pages.

    Attributes:
        rules: tables have lines.
        running_head: what stands at the head of every page.
        numbered: pages have numbers.
        turned: how far each page's content is turned, 0 or 90 degrees.
        split_rows: a row may be broken by the end of a page.
    """

    rules: bool = True
    running_head: str = ""
    numbered: bool = True
    turned: int = 0
    pages: list[list[str]] = field(default_factory=list)
    y: float = 0.0

    def pdf(self, *documents: Document) -> bytes:
        """The file with some documents one after the other, each on a page of its own."""
        for document in documents:
            self._page()
            for block in document.blocks:
                self._paragraph(block) if isinstance(block, Paragraph) else self._table(block)
        return pdf_of(["\n".join(page) for page in self.pages], self.turned)

    def _page(self) -> None:
        self.pages.append([])
        self.y = HEIGHT - MARGIN
        if self.running_head:
            self._text(MARGIN, HEIGHT - 30, self.running_head)
        if self.numbered:
            self._text(WIDTH / 2 - 20, 30, f"— {len(self.pages)} —")

    def _room(self, height: float) -> None:
        if self.y - height < MARGIN:
            self._page()

    def _text(self, x: float, y: float, words: str) -> None:
        self.pages[-1].append(f"BT /F {SIZE} Tf 1 0 0 1 {x:.1f} {y:.1f} Tm <{words.encode('utf-16-be').hex()}> Tj ET")

    def _paragraph(self, block: Paragraph) -> None:
        for text in block.text.split("\n"):
            for index, line in enumerate(wrapped(f"　　{text}", int(ACROSS / SIZE))):
                self._room(LEADING)
                self.y -= LEADING
                self._text(MARGIN + 2 * SIZE * (not index), self.y, line.lstrip("　"))

    def _table(self, grid: Grid) -> None:
        wide = ACROSS / len(grid.rows[0])
        heights = [self._height(row, wide) for row in grid.rows]
        for index in range(len(grid.rows)):
            self._room(heights[index] + 2)
            for column, words, columns, rows in _cells(grid, index):
                down = sum(heights[index : index + rows])
                down = min(down, self.y - MARGIN + 2)
                self._cell(MARGIN + column * wide, words, columns * wide, down)
            self.y -= heights[index]
            if self.y - (heights[index + 1] if index + 1 < len(heights) else 0) < MARGIN + 2:
                self._page()
                self._hanging(grid, index + 1, heights, wide)
        self.y -= LEADING

    def _hanging(self, grid: Grid, index: int, heights: Sequence[float], wide: float) -> None:
        """The frames of cells that go on over the page's end."""
        if index >= len(grid.rows):
            return
        for column, cell in enumerate(grid.rows[index]):
            above = grid.rows[index - 1][column]
            line = grid.rows[index]
            if (
                above.text == cell.text
                and _goes_on(line, column, cell.text)
                and (not column or line[column - 1] != cell)
            ):
                down, across = index, column
                while down < len(grid.rows) and _goes_on(grid.rows[down], column, cell.text):
                    down += 1
                while across < len(line) and line[across] == cell:
                    across += 1
                self._cell(MARGIN + column * wide, "", (across - column) * wide, sum(heights[index:down]))

    def _height(self, row: Sequence[object], wide: float) -> float:
        texts = [(words, columns) for _, words, columns, rows in _cells(Grid((tuple(row),)), 0) if rows == 1]  # type: ignore[arg-type]
        return max((len(wrapped(words, int(columns * wide / SIZE))) for words, columns in texts), default=1) * 12 + 6

    def _cell(self, x: float, words: str, across: float, down: float) -> None:
        if self.rules:
            self.pages[-1].append(f"{x:.1f} {self.y - down:.1f} {across:.1f} {down:.1f} re S")
        lines = wrapped(words, int(across / SIZE))
        top = self.y - (down - 12 * len(lines)) / 2
        for index, line in enumerate(lines):
            self._text(x + (across - _width(line)) / 2, top - 12 * index - SIZE, line)


def _width(text: str) -> float:
    return sum(SIZE / 2 if character.isascii() else SIZE for character in text)


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of so many characters; digits stay together."""
    lines, line = [], ""
    for character in text:
        if len(line) >= max(width, 1) and not (character.isdigit() and line[-1].isdigit()):
            lines.append(line)
            line = ""
        line += character
    return [*lines, line] if line else lines


def _cells(grid: Grid, row: int) -> Iterator[tuple[int, str, int, int]]:
    """The cells that begin in a row: column, words, how many columns and rows they cover."""
    line = grid.rows[row]
    for column, cell in enumerate(line):
        if not cell.begins:
            continue
        columns = 1
        while (
            column + columns < len(line)
            and not line[column + columns].begins
            and line[column + columns].text == cell.text
        ):
            columns += 1
        rows = 1
        while row + rows < len(grid.rows) and _goes_on(grid.rows[row + rows], column, cell.text):
            rows += 1
        yield column, cell.text, columns, rows


def _goes_on(line: Sequence[GridCell], column: int, words: str) -> bool:
    """Whether a place is covered by a cell from a row above, not by one that begins left of it."""
    while column and not line[column].begins and line[column - 1].text == words:
        column -= 1
    return not line[column].begins and line[column].text == words


def pdf_of(
    contents: Sequence[str], turned: int = 0, objects: Sequence[str] = (), resources: str = "", font: str = FONT
) -> bytes:
    """A PDF file with pages of such content.

    Args:
        contents: the content of each page.
        turned: a turn of the content against the page, which a viewer turns back.
        objects: further objects, from number 3 on.
        resources: further resources of every page.
        font: the font named F.
    """
    first = 3 + len(objects)
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(contents)))
    rotate = f"/Rotate {turned}" if turned else ""
    found = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>", *objects]
    for index, content in enumerate(contents):
        found.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]{rotate}/Contents {first + 2 * index + 1} 0 R"
            f"/Resources<</Font<</F {font}>>{resources}>>>>"
        )
        found.append(f"<</Length {len(content.encode('latin-1'))}>>stream\n{content}\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(found, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(found) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(found) + 1}/Root 1 0 R>>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()
