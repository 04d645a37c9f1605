"""Any file of a published report as a reading: the one way in for the window and the command line."""

from pathlib import Path
from threading import Event

from importers.bounded import deadline
from importers.document.blocks import Document
from importers.reading import Reading
from importers.recognition.recognise import NotAReport, recognise
from importers.refused import Refused
from model.files.problems import FileProblem


def read(path: Path, stop: Event | None = None) -> Reading:
    """Read a report from a file of any kind.

    Args:
        path: the file.
        stop: set by another thread to give up.

    Raises:
        FileProblem: the file cannot be read, or is no such report; the message names it and says what to do.
    """
    from importers.files import document

    return read_document(document(path, stop), str(path), stop)


def read_document(document: Document, name: str, stop: Event | None = None) -> Reading:
    """Read a report from a document, such as one from the clipboard.

    Args:
        document: the document.
        name: what a message calls it.
        stop: set by another thread to give up.

    Raises:
        FileProblem: it is no such report.
    """
    try:
        with deadline.within(deadline.SECONDS, stop):
            return recognise(document)
    except NotAReport as problem:
        raise FileProblem(name, str(problem)) from None
    except Refused as refused:
        raise FileProblem(name, refused.reason) from None
