"""A document as a Word file: our own base, the body, and the figures with their ids.

Same content, same bytes: the package carries no time, no user and no machine.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from export import fonts
from export.seal import sealed_parts
from export.word import base, figures_part
from export.word.body import document
from export.writer import Content

_OLDEST = (1980, 1, 1, 0, 0, 0)


def write(content: Content) -> bytes:
    """The bytes of the Word file; the same content gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sealed_parts(_parts(content)):
            archive.writestr(zipfile.ZipInfo(name, _OLDEST), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts(content: Content) -> Iterator[tuple[str, bytes]]:
    chosen = fonts.choose(content.report.layout.fonts, content.installed)
    yield from base.parts(content.report, content.blocks, chosen, content.identity, content.draft)
    yield figures_part.NAME, figures_part.part(content.report, content.blocks)
    yield "word/document.xml", document(content.blocks, content.report.layout)
