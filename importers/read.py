"""Any file of a published report as a reading: the one way in for the window and the command line."""

from pathlib import Path

from importers.document.blocks import Document
from importers.reading import Reading
from importers.recognition.recognise import NotAReport, recognise
from model.files.problems import FileProblem


def read(path: Path) -> Reading:
    """Read a report from a file of any kind.

    Raises:
        FileProblem: the file cannot be read, or is no such report; the message names it and says what to do.
    """
    from importers.files import document

    return read_document(document(path), str(path))


def read_document(document: Document, name: str) -> Reading:
    """Read a report from a document, such as one from the clipboard.

    Args:
        document: the document.
        name: what a message calls it.

    Raises:
        FileProblem: it is no such report.
    """
    try:
        return recognise(document)
    except NotAReport as problem:
        raise FileProblem(name, str(problem)) from None
