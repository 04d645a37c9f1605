"""What a workbook says of itself."""

from html import escape

from export.content import Title, printable
from export.word.base import core_version
from export.writer import Content

CORE = "docProps/core.xml"
"""Where it stands in the package."""
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{agency}</dc:creator>'
    "<cp:lastModifiedBy>{agency}</cp:lastModifiedBy><dc:language>zh-CN</dc:language>{version}</cp:coreProperties>"
)


_PLAIN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
)


def plain_core(title: str) -> bytes:
    """The properties of a workbook that is made of no report: its title alone."""
    return _PLAIN.format(title=escape(title, quote=False)).encode()


def core(content: Content) -> bytes:
    """The properties of the workbook: title, agency, and which version it is; no time but that of the save."""
    title = "".join(line for block in content.blocks if isinstance(block, Title) for line in block.lines)
    agency = " ".join(printable(content.report.agency.name))
    version = core_version(content.identity)
    return _CORE.format(title=escape(title, quote=False), agency=escape(agency, quote=False), version=version).encode()
