"""Reading last year's report: all of it against a bare window, each kind of file against parsing a Word file's XML.

Run with `uv run python -m benchmarks.importing`.
"""

import zipfile
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

from lxml import etree

from benchmarks.timing import Work, medians, python, show
from benchmarks.window import BARE
from importers import child
from importers.files import document
from importers.formats.pdf.library import pdfplumber
from importers.formats.pdf.reader import read as read_pdf
from importers.read import read

DATA = Path(__file__).parents[1] / "tests" / "data"
SAMPLES = DATA / "import"
PDF = DATA / "reading" / "ruled.pdf"
COPIED = DATA / "reading" / "ruled.layout.txt"
WORD = SAMPLES / "01_base.docx"
FLOOR = "floor: unzip and parse document.xml"
IN_PROCESS = (
    "01_base.docx",
    "02_lo_saved.docx",
    "17a_portal_utf8.html",
    "02_lo_saved.html",
    "02_lo_saved.rtf",
    "21_lo_saved.odt",
)
WHOLE = ("01_base.docx", "19a_seed_report.docx", "17a_portal_utf8.html", "02_lo_saved.doc")
IN_CHILD = ("02_lo_saved.doc", "18a_one_sheet.xlsx", "22_one_sheet.xls")
MANY = 12


def main() -> None:
    """Print all measurements."""
    window = "bare QApplication and QMainWindow"
    whole = {window: python(BARE), **{f"{name}, read and recognised": recognising(SAMPLES / name) for name in WHOLE}}
    whole |= {f"{path.name}, read and recognised": recognising(path) for path in (COPIED, PDF)}
    show("a whole report, against a bare window", medians(whole, 20), window)
    quick = {FLOOR: floor, **{name: reading(name) for name in IN_PROCESS}}
    show("reading a file", medians(quick, 40), FLOOR)
    slow = {FLOOR: floor, **{name: reading(name) for name in IN_CHILD}}
    slow[f"{MANY} files in one such process, its start included"] = many
    show("reading a file in a process of its own", medians(slow, 7), FLOOR)
    library = "pdfplumber alone: words and tables of the same pages"
    pages = {library: by_library(), f"{PDF.name}, read": lambda: read_pdf(PDF.read_bytes())}
    show("a PDF file of several pages, in one process", medians(pages, 15), library)
    bare = "bare Python with lxml"
    first = "the first Word file, read and recognised, with all imports"
    code = "import sys; from pathlib import Path; from importers.read import read; read(Path(sys.argv[1]))"
    show("from nothing", medians({bare: python("import lxml.etree"), first: python(code, WORD)}, 15), bare)


def floor() -> None:
    with zipfile.ZipFile(WORD) as archive:
        etree.fromstring(archive.read("word/document.xml"))


def reading(name: str) -> Work:
    return lambda: document(SAMPLES / name)


def many() -> None:
    """Read many files in one process of its own, as the command line does."""
    with child.kept():
        for name in islice(cycle(IN_CHILD), MANY):
            document(SAMPLES / name)


def recognising(path: Path) -> Work:
    return lambda: read(path)


def by_library() -> Work:
    library, data = pdfplumber(), PDF.read_bytes()

    def work() -> None:
        with library.open(BytesIO(data)) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.extract_tables()

    return work


if __name__ == "__main__":
    main()
