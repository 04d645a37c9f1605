"""The kinds of file that are painted: registered with the others, their libraries and Qt imported when first used."""

from export.exporters import REPORT, FileFormat, register
from export.writer import Writer
from model.report.report import Report


def _pdf() -> Writer:
    from export.pdf import readback
    from gui.paper import pdf

    return Writer(pdf.write, readback.compare, readback.read)


def _typefaces(_report: Report) -> list[str]:
    from gui.paper import typefaces

    return typefaces.notices()


PDF = FileFormat("PDF", ".pdf", _pdf, _typefaces)


def register_painted() -> None:
    """Make them kinds of file that the report can become; a second call changes nothing."""
    register(REPORT, PDF)
