"""A document as one HTML file for reading and printing: no script, no style or picture from elsewhere."""

from collections.abc import Iterable, Iterator
from html import escape

from export.content import Block, Heading, Listing, Paragraph, Signature, Title
from export.writer import Content

_STYLE = """
body { font: 16px/1.8 FangSong, 仿宋, "Noto Serif CJK SC", serif; max-width: 48em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; text-align: center; line-height: 1.4; } h2 { font: bold 1em/1.8 SimHei, 黑体, sans-serif; }
p { text-indent: 2em; margin: 0; } p.signature { text-indent: 0; text-align: right; }
table { border-collapse: collapse; width: 100%; margin: .5em 0; font-size: .85em; line-height: 1.4; }
th, td { border: 1px solid #555; padding: .3em .4em; text-align: left; } tr { break-inside: avoid; }
thead { display: table-header-group; } @media print { body { margin: 0; max-width: none; } }
"""


def write(content: Content) -> bytes:
    """The bytes of the page."""
    return page(content.blocks).encode("utf-8")


def page(content: Iterable[Block]) -> str:
    """The whole page."""
    blocks = tuple(content)
    title = "".join(line for block in blocks if isinstance(block, Title) for line in block.lines)
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    body = "\n".join(part for block in blocks for part in _parts(block))
    return f'<!DOCTYPE html>\n<html lang="zh-CN"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Title(lines):
            yield f"<h1>{'<br>'.join(map(escape, lines))}</h1>"
        case Heading(text):
            yield f"<h2>{escape(text)}</h2>"
        case Paragraph(text):
            yield f"<p>{escape(text)}</p>"
        case Signature(lines):
            yield from (f'<p class="signature">{escape(line)}</p>' for line in lines)
        case Listing():
            yield _table(block)


def _table(block: Listing) -> str:
    total = sum(block.shares)
    columns = "".join(f'<col style="width:{share * 100 / total:.1f}%">' for share in block.shares)
    head = "".join(f"<th>{escape(words)}</th>" for words in block.head)
    rows = "\n".join(f"<tr>{''.join(f'<td>{escape(words)}</td>' for words in row)}</tr>" for row in block.rows)
    return f"<table><colgroup>{columns}</colgroup>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
