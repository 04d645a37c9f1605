"""A document as one HTML file for reading and printing: plain elements, no class, no script, nothing from elsewhere."""

from collections.abc import Iterable, Iterator
from html import escape

from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title
from export.identity import IDENTIFIER, MODIFIED, REVISION
from export.seal import BLANK, sealed
from export.title import pieces
from export.web.tables import listing, number_table
from export.writer import Content

STYLE = """
body { font: 16px/1.8 FangSong, 仿宋, "Noto Serif CJK SC", serif; max-width: 48em; margin: 2em auto; padding: 0 1em;
  overflow-wrap: anywhere; }
h1 { font-size: 1.5em; text-align: center; line-height: 1.4; word-break: keep-all; text-wrap: balance; }
h2, h3 { font: 1em/1.8 SimHei, 黑体, sans-serif; margin: 0; text-indent: 2em; break-after: avoid; }
h3, strong { font-family: KaiTi, 楷体, "Noto Serif CJK SC", serif; font-weight: normal; }
p { text-indent: 2em; margin: 0; }
footer { text-align: right; padding-right: 2em; margin-top: 2em; break-before: avoid; break-inside: avoid; }
small { font-size: .85em; }
table { border-collapse: collapse; width: 100%; margin: .5em 0; font-size: .85em; line-height: 1.4; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { border: 1px solid #555; padding: .3em .2em; font-weight: normal; text-align: center;
  text-wrap: balance; }
th[scope=row] { text-align: left; } td:empty + td:empty { height: 3em; width: 30%; }
tr { break-inside: avoid; } thead { display: table-header-group; }
@media (max-width: 40em) { body { margin: 1em auto; padding: 0 .5em; } table { font-size: .65em; } }
@media print { @page { size: A4; margin: 37mm 26mm 35mm 28mm; } body { margin: 0; padding: 0; max-width: none; } }
"""
BREAK = "<wbr>"
"""Where a line of the title may be broken; nowhere else, as long as a page has room for what stands between."""
META = {IDENTIFIER: "dcterms.identifier", REVISION: "revision", MODIFIED: "dcterms.modified"}
"""The names under which a page says which version it is."""


def write(content: Content) -> bytes:
    """The bytes of the page."""
    title = "".join(line for block in content.blocks if isinstance(block, Title) for line in block.lines)
    said = content.identity.properties().items()
    metas = "".join(f'\n<meta name="{META[name]}" content="{escape(value)}">' for name, value in said)
    head = (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'{metas}\n<meta name="file-digest" content="{BLANK}">'
        f"\n<title>{escape(title)}</title>\n<style>{STYLE}</style>"
    )
    elements = body(content.blocks)
    page = f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n{head}\n</head>\n<body>\n{elements}\n</body>\n</html>\n'
    return sealed(page.encode("utf-8"))


def body(blocks: Iterable[Block]) -> str:
    """The elements of a page's body, a line each."""
    return "\n".join(part for block in blocks for part in _parts(block))


def _title_line(line: str) -> str:
    """A line of the title, with the places where a narrow page may break it."""
    return BREAK.join(map(escape, pieces(line)))


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Title(lines):
            yield f"<h1>{'<br>'.join(map(_title_line, lines))}</h1>"
        case Heading(text):
            yield f"<h2>{escape(text)}</h2>"
        case Paragraph(text, subheading) if subheading == len(text):
            yield f"<h3>{escape(text)}</h3>"
        case Paragraph(text, subheading):
            level = f"<strong>{escape(text[:subheading])}</strong>" if subheading else ""
            yield f"<p>{level}{escape(text[subheading:])}</p>"
        case Note(text):
            yield f"<p><small>{escape(text)}</small></p>"
        case Signature(lines):
            yield f"<footer>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</footer>"
        case NumberTable():
            yield number_table(block)
        case Listing():
            yield listing(block)
