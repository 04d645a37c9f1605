"""The kinds of file that are painted: registered with the others; Qt and the painter are imported when first used."""

from typing import TYPE_CHECKING

from export.exporters import CHECK_SHEET, REPORT, FileFormat, register

if TYPE_CHECKING:
    from types import ModuleType


def _painter() -> "ModuleType":
    from gui.paper import pdf

    return pdf


PDF = FileFormat(
    "PDF",
    ".pdf",
    lambda: _painter().WRITER,
    lambda report: _painter().notices(report),
    lambda printed: _painter().refusal(printed),
)


def register_painted() -> None:
    """Make them kinds of file that the documents can become; a second call changes nothing."""
    for document in (REPORT, CHECK_SHEET):
        register(document, PDF)
