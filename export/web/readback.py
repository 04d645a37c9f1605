"""Reading a written page back and comparing it with the document, by a parser of its own that knows few elements."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title
from export.identity import Identity
from export.identity import read as read_identity
from export.seal import blank
from export.web.page import write
from export.writer import Comparison, Content, Difference, Found
from model.structs import Struct, field

_WORDS = frozenset(("h1", "h2", "h3", "p", "caption", "th", "td"))
_INLINE = frozenset(("strong", "small"))
_BREAKS = frozenset(("br", "wbr"))
_AROUND = frozenset(("html", "head", "meta", "title", "style", "body", "footer", "table", "thead", "tbody", "tr"))
_KNOWN = _WORDS | _INLINE | _BREAKS | _AROUND
_VOID = _BREAKS | {"meta"}
_SPAN = re.compile(r"[2-9]|[1-9]\d")
_ATTRIBUTES = {
    ("html", "lang"): re.compile(r"zh-CN"),
    ("meta", "charset"): re.compile(r"utf-8"),
    ("meta", "name"): re.compile(r"viewport|dcterms\.identifier|dcterms\.modified|revision|file-digest"),
    ("meta", "content"): re.compile(r"[\w=, :.-]{1,99}"),
    ("th", "scope"): re.compile(r"row|col"),
    ("th", "rowspan"): _SPAN,
    ("th", "colspan"): _SPAN,
    ("td", "rowspan"): _SPAN,
    ("td", "colspan"): _SPAN,
}
"""The attributes that elements may have, with all that they may say."""
_METAS = {"dcterms.identifier": "identifier", "revision": "revision", "dcterms.modified": "modified"}


class _Line(Struct):
    """An element with words in it: where it stands in which row of which table, how far it spans, and its words."""

    tag: str
    words: str = ""
    row: tuple[int, int] = (0, 0)
    span: tuple[int, int] = (1, 1)
    scope: str = ""
    inline: str = ""


class _State(Struct):
    """How far a page is read; `inside` is the element with words that is open, if any."""

    lines: list[_Line] = field(default_factory=list)
    metas: dict[str, str | None] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
    inside: str = ""
    table: int = 0
    row: int = 0


class _Reader(HTMLParser):
    """The words of a page by element; whatever is not ours is refused."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.state = _State()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        state = self.state
        if tag not in _KNOWN:
            raise Difference(f"网页里有不该有的 {tag}")
        said = {name: value or "" for name, value in attrs}
        for name, value in said.items():
            pattern = _ATTRIBUTES.get((tag, name))
            if pattern is None or not pattern.fullmatch(value):
                raise Difference(f"网页里 {tag} 的属性 {name} 不对")
        if state.inside and tag not in _INLINE | _BREAKS:
            raise Difference(f"网页里 {state.inside} 没有结束")
        self._begin(tag, said)
        if tag not in _VOID:
            state.open.append(tag)

    def _begin(self, tag: str, said: dict[str, str]) -> None:
        state = self.state
        if tag == "meta" and said.get("name") in _METAS:
            state.metas[_METAS[said["name"]]] = said.get("content")
        elif tag == "table":
            state.table, state.row = state.table + 1, 0
        elif tag == "tr":
            state.row += 1
        elif tag == "br":
            self.handle_data("\n")
        elif tag in _INLINE and state.lines:
            state.lines[-1].inline += f"{tag}@{len(state.lines[-1].words)};"
        elif tag in _WORDS:
            span = int(said.get("rowspan", "1")), int(said.get("colspan", "1"))
            row = (state.table, state.row) if tag in ("th", "td") else (0, 0)
            state.lines.append(_Line(tag, "", row, span, said.get("scope", "")))
            state.inside = tag

    def handle_endtag(self, tag: str) -> None:
        state = self.state
        if not state.open or state.open.pop() != tag:
            raise Difference(f"网页里的 {tag} 没有开始或没有结束")
        if tag in _WORDS:
            state.inside = ""
        if tag in _INLINE:
            state.lines[-1].inline += f"/{tag}@{len(state.lines[-1].words)};"

    def handle_data(self, data: str) -> None:
        if self.state.inside:
            self.state.lines[-1].words += data
        elif data.strip() and self.state.open[-1:] not in (["title"], ["style"]):
            raise Difference(f"网页里有不该有的文字“{data.strip()[:20]}”")

    def handle_comment(self, data: str) -> None:
        raise Difference(f"网页里有不该有的注释“{data[:20]}”")


def verify(data: bytes, content: Content) -> Comparison:
    """Compare a page as it was read from the disk with what was to be written.

    Raises:
        Difference: at the first place that differs, or when the file is no such page.
    """
    state = _parsed(data)
    wanted, found = list(_expected(content.blocks)), state.lines
    for index, (want, have) in enumerate(zip(wanted, found, strict=False)):
        if want.words != have.words:
            raise Difference(f"第 {index + 1} 处应为“{want.words[:40]}”，读回为“{have.words[:40]}”")
        if want != have:
            raise Difference(f"第 {index + 1} 处“{want.words[:40]}”的合并或格式不对")
    if len(wanted) != len(found):
        raise Difference(f"应有 {len(wanted)} 段和格，读回 {len(found)}")
    if read_identity(state.metas) != content.identity:
        raise Difference("网页写明的版本不对")
    if blank(data) != blank(write(content)):
        raise Difference("网页的样式、标题或别的标记不是写出时的")
    kinds = [line.tag for line in wanted]
    return Comparison(
        sum(len(block.values) for block in content.blocks if isinstance(block, NumberTable)),
        kinds.count("h2"),
        sum(map(kinds.count, ("h1", "h2", "h3", "p"))),
    )


def read(data: bytes) -> Found:
    """What a page that we wrote holds now.

    Raises:
        Difference: it cannot be read as a page of ours.
    """
    state = _parsed(data)
    said: Identity | None = read_identity(state.metas)
    return Found(said, [line.words for line in state.lines if line.tag != "caption"])


def _parsed(data: bytes) -> _State:
    reader = _Reader()
    try:
        reader.feed(data.decode("utf-8"))
        reader.close()
    except UnicodeDecodeError:
        raise Difference("文件已损坏，不能作为网页读取") from None
    if reader.state.open:
        raise Difference(f"网页里 {reader.state.open[-1]} 没有结束")
    return reader.state


def _expected(blocks: tuple[Block, ...]) -> Iterator[_Line]:
    tables = 0
    for block in blocks:
        tables += isinstance(block, NumberTable | Listing)
        match block:
            case Listing(head, _, rows):
                yield from (_Line("th", words, (tables, 1), scope="col") for words in head)
                for number, row in enumerate(rows, 2):
                    yield from (_Line("td", words, (tables, number)) for words in row)
            case NumberTable():
                yield _Line("caption", block.caption)
                yield from _wanted_cells(block, tables)
            case _:
                yield from _wanted_paragraphs(block)


def _wanted_paragraphs(block: Block) -> Iterator[_Line]:
    match block:
        case Title(lines):
            yield _Line("h1", "\n".join(lines))
        case Heading(text):
            yield _Line("h2", text)
        case Paragraph(text, level) if level == len(text):
            yield _Line("h3", text)
        case Paragraph(text, level):
            yield _Line("p", text, inline=f"strong@0;/strong@{level};" if level else "")
        case Note(text):
            yield _Line("p", text, inline=f"small@0;/small@{len(text)};")
        case Signature(lines):
            yield from (_Line("p", line) for line in lines)


def _wanted_cells(block: NumberTable, number: int) -> Iterator[_Line]:
    """The cells of a form's table, each in the row in which it begins; a label left of figures heads its row."""
    table = block.table
    with_figures = {row for cell in table.number_cells for row in cell.rows}
    for cell in table.cells:
        span = cell.row_span, cell.column_span
        heads_row = not cell.id and bool(with_figures.intersection(cell.rows))
        scope = "" if cell.id else "row" if heads_row else "col"
        words = block.values[cell.id] if cell.id else cell.label
        yield _Line("td" if cell.id else "th", words, (number, cell.row + 1), span, scope)
