"""Word files (.docx, .docm, .dotx, flat XML): what a reader would see, as blocks.

Insertions, content controls and the results of fields are kept; deletions, hidden words and field codes are not.
"""

from typing import TYPE_CHECKING

from importers.bounded import xml
from importers.bounded.package import Flat, Package
from importers.bounded.zipped import Zipped
from importers.document.blocks import Document
from importers.document.layout import finished
from importers.formats.word.body import Body
from importers.formats.word.known_part import known_figures, origin
from importers.formats.word.names import BODY
from importers.formats.word.numbering import Numbering
from importers.formats.word.outside import PARTS, Outside
from importers.formats.word.styles import Styles
from importers.refused import DAMAGED, Refused

if TYPE_CHECKING:
    from lxml import etree


def read(data: bytes, kind: str = "docx") -> Document:
    """The document in a Word file.

    Args:
        data: the zipped package, or the package as one XML file.
        kind: what the file was before it became a Word file.

    Raises:
        Refused: a part is broken or too much, or there is no text body.
    """
    package = Package(Zipped(data) if data.startswith(b"PK") else Flat(data))
    links = package.targets(package.main)

    def part(name: str) -> "etree._Element | None":
        content = package.read(links[name]) if name in links else None
        return None if content is None else xml.parse(content)

    main = package.read(package.main)
    body = None if main is None else xml.parse(main).find(BODY)
    if body is None:
        raise Refused(DAMAGED)
    outside = Outside({kind: part(name) for kind, name in PARTS.items()})
    items = Body(body, Styles(part("styles")), Numbering(part("numbering")), outside).items(body)
    blocks, residues = finished(items)
    figures = known_figures(lambda name: package.read(name) or b"", package.names)
    custom = package.targets("").get("custom-properties")
    return Document(kind, blocks, residues, figures, draft=origin(package.read(custom) if custom else None))
