"""Word files of 1997 to 2003 (.doc) and WPS files of the same make, by way of a Word file of today."""

from pathlib import Path
from tempfile import TemporaryDirectory

from doc2docx import convert
from doc2docx.errors import EncryptedDocumentError

from importers.document.blocks import Document
from importers.formats.word import docx, old_stories
from importers.refused import PASSWORD, Refused
from model.structs import replace


def read(data: bytes) -> Document:
    """The document in an old Word file. To be run in a process of its own.

    Raises:
        Refused: it has a password, or it is broken.
    """
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "a.doc", Path(folder) / "a.docx"
        source.write_bytes(data)
        try:
            convert(source, target)
        except EncryptedDocumentError:
            raise Refused(PASSWORD) from None
        found = docx.read(target.read_bytes(), "doc")
        return replace(found, residues=(*found.residues, *old_stories.lost(source, found.blocks, found.residues)))
