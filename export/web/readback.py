"""Reading a written page back and comparing it with the document, by a parser of its own that knows few elements."""

from collections.abc import Iterator
from html.parser import HTMLParser

from export.content import Block, Heading, Listing, Paragraph, Signature, Title
from export.writer import Comparison, Content, Difference

Line = tuple[str, str]
"""An element with words in it, `h1`, `h2`, `p`, `th` or `td`, and its words."""

_WORDS = ("h1", "h2", "p", "th", "td")
_AROUND = {"html", "head", "meta", "title", "style", "body", "br", "table", "colgroup", "col", "thead", "tbody", "tr"}
_ATTRIBUTES = {
    ("html", "lang"): "zh-CN",
    ("meta", "charset"): "utf-8",
    ("p", "class"): "signature",
    ("col", "style"): None,
}


class _Reader(HTMLParser):
    """The words of a page by element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _WORDS and tag not in _AROUND:
            raise Difference(f"网页里有不该有的 {tag}")
        for name, value in attrs:
            if _ATTRIBUTES.get((tag, name), "") not in (value, None):
                raise Difference(f"网页里 {tag} 的属性 {name} 不对")
        if tag == "br":
            self.handle_data("\n")
        elif self._open:
            raise Difference(f"网页里 {self._open} 没有结束")
        elif tag in _WORDS:
            self._open = tag
            self.lines.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            tag, words = self.lines.pop()
            self.lines.append((tag, words + data))


def verify(data: bytes, content: Content) -> Comparison:
    """Compare a page as it was read from the disk with what was to be written.

    Raises:
        Difference: at the first place that differs, or when the file is no such page.
    """
    reader = _Reader()
    try:
        reader.feed(data.decode("utf-8"))
        reader.close()
    except UnicodeDecodeError as error:
        raise Difference(f"写出的文件无法读回（{error}）") from None
    wanted = list(_expected(content.blocks))
    for index, (want, have) in enumerate(zip(wanted, reader.lines, strict=False)):
        if want != have:
            raise Difference(f"第 {index + 1} 处应为“{want[1][:40]}”，读回为“{have[1][:40]}”")
    if len(wanted) != len(reader.lines):
        raise Difference(f"应有 {len(wanted)} 段和格，读回 {len(reader.lines)}")
    kinds = [tag for tag, _ in wanted]
    return Comparison(0, kinds.count("h2"), kinds.count("h1") + kinds.count("h2") + kinds.count("p"))


def _expected(blocks: tuple[Block, ...]) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Title(lines):
                yield "h1", "\n".join(lines)
            case Heading(text):
                yield "h2", text
            case Paragraph(text):
                yield "p", text
            case Signature(lines):
                yield from (("p", line) for line in lines)
            case Listing(head, _, rows):
                yield from (("th", words) for words in head)
                yield from (("td", words) for row in rows for words in row)
            case _:
                raise Difference(f"网页还不能写 {type(block).__name__}")
