"""Several reports in one file, such as an agency's behind its district's: only one of them is read."""

from collections.abc import Iterable, Iterator, Sequence

from importers.document.blocks import Block, Document, Grid, Paragraph
from importers.reading import Doubt, Location
from importers.recognition.tables.grids import scan
from importers.recognition.texts.headings import is_heading
from importers.recognition.texts.lines import Line
from importers.recognition.texts.title import Title, agency_in_title, titles, year_in
from model.form.form import Form
from model.structs import replace

_HEADINGS_OF_A_REPORT = 2
_LEFT_OUT = "文件里还有另一份报告“{}”，没有读入；如果要读的是它，请把它另存成单独的文件再导入。"


def one_report(document: Document, form: Form) -> tuple[Document, list[Doubt]]:
    """The first report in a file that has tables, all other blocks emptied, and a doubt for each report left out.

    A title of another agency or year begins another report; so does a portal's link to one, which nothing follows.
    """
    begun = list(_begun(plain_lines(document), form))
    if len(begun) <= 1:
        return document, []
    ends = [*(at for at, _ in begun[1:]), len(document.blocks)]
    parts = [document.blocks[at:end] for (at, _), end in zip(begun, ends, strict=True)]
    chosen = next((index for index, part in enumerate(parts) if _has_tables(part, form)), 0)
    doubts = [
        _left_out(title, at)
        for index, (at, title) in enumerate(begun)
        if index != chosen and _is_report(parts[index], form)
    ]  # fmt: skip
    return _only(document, range(begun[chosen][0], ends[chosen])), doubts


def agencies_left_out(doubts: Iterable[Doubt]) -> tuple[str, ...]:
    """Whose reports stand in a file behind the one that was read, from its doubts."""
    titles = (doubt.printed for doubt in doubts if doubt.message == _LEFT_OUT.format(doubt.printed))
    return tuple(filter(None, map(agency_in_title, titles)))


def plain_lines(document: Document) -> list[Line]:
    """The paragraphs of a document as lines, its grids as empty ones."""
    return [
        Line("".join(block.text.splitlines()), Location(index))
        if isinstance(block, Paragraph)
        else Line("", Location(index), table="other")
        for index, block in enumerate(document.blocks)
    ]


def _begun(lines: Sequence[Line], form: Form) -> Iterator[tuple[int, Title]]:
    """The block in which each report begins, and its title."""
    first, since, known = True, 0, None
    for title in titles(lines):
        named = (agency_in_title(title.text), year_in(title.text))
        at = title.lines[0]
        if all(named) and (first or (named != known and _is_report(lines[since:at], form))):
            yield (0 if first else lines[at].location.block), title
            first, since, known = False, at, named


def _is_report(blocks: Sequence[Block | Line], form: Form) -> bool:
    """Whether some blocks or lines hold a table, or headings of parts."""
    grids = any(isinstance(block, Grid) or (isinstance(block, Line) and block.table) for block in blocks)
    headings = sum(not isinstance(block, Grid) and is_heading(block.text, form) for block in blocks)
    return grids or headings >= _HEADINGS_OF_A_REPORT


def _has_tables(blocks: Sequence[Block], form: Form) -> bool:
    return any(isinstance(block, Grid) and scan(block, None, form).places for block in blocks)


def _left_out(title: Title, block: int) -> Doubt:
    return Doubt("title", title.text, "", _LEFT_OUT.format(title.text), Location(block))


def _only(document: Document, kept: range) -> Document:
    """The document with the blocks outside of a range emptied, so that all others keep their places."""
    empty = Paragraph("")
    blocks = tuple(block if index in kept else empty for index, block in enumerate(document.blocks))
    return replace(document, blocks=blocks, residues=tuple(each for each in document.residues if each.block in kept))
