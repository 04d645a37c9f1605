"""Where each of the words stands that some blocks print, for the clerk: beside `export.identity.words`, one by one."""

from collections.abc import Iterable, Iterator

from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title
from model.form.form import Form


def places(printed: Iterable[Block], form: Form) -> list[str]:
    """As many places as words: 标题, 引言第 1 段, 一、总体情况第 2 段, 表二 行政处罚 / 处理决定."""
    heading, number, found = "引言", 0, list[str]()
    for block in printed:
        if isinstance(block, Heading):
            heading, number = block.text, 0
        number += isinstance(block, Paragraph)
        found.extend(_places(block, form, heading, number))
    return found


def _places(block: Block, form: Form, heading: str, number: int) -> Iterator[str]:
    match block:
        case Title():
            yield "标题"
        case Heading(text):
            yield f"标题“{text}”"
        case Paragraph():
            yield f"{heading}第 {number} 段"
        case Note():
            yield f"{heading}表下的注"
        case Signature(lines):
            yield from ("落款" for _ in lines)
        case NumberTable(table, _, values):
            yield from (
                f"{table.name} {form.name(cell.id)}" if cell.id in values else f"{table.name}的栏目“{cell.label}”"
                for cell in table.cells
            )
        case Listing(head, _, rows):
            yield from (f"{heading}的表头" for _ in head)
            yield from (f"{heading}第 {line} 行" for line, row in enumerate(rows, 1) for _ in row)
