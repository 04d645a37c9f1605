"""Reading last year's report: all of it against a bare window, each kind of file against parsing a Word file's XML.

Run with `uv run python -m benchmarks.importing`. The exit status is 1 when a limit is exceeded: a Word file, a text or
a page takes more than WINDOW_LIMIT of a bare window's start, a PDF file more than PDF_LIMIT of the time that
pdfplumber itself takes for its pages, or many files start more than one process. All is in seconds of the processor.
"""

import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from unittest.mock import patch

from lxml import etree

from benchmarks.gui.window import BARE
from benchmarks.timing import Work, medians, processor, python, show
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
WINDOW_LIMIT, PDF_LIMIT = 0.3, 1.3
LIMITED = ("01_base.docx", "17a_portal_utf8.html", COPIED.name)


def main() -> int:
    """Print all measurements; 1 when a limit is exceeded."""
    over = [*whole_reports(), *kinds(), *pdf_pages()]
    from_nothing()
    print("\n".join(("", *over, "a limit is exceeded" if over else "all within their limits")))
    return int(bool(over))


def whole_reports() -> Iterator[str]:
    """Whole reports against a bare window; those over their limit."""
    window = "bare QApplication and QMainWindow"
    whole = {window: python(BARE), **{f"{name}, read and recognised": recognising(SAMPLES / name) for name in WHOLE}}
    whole |= {f"{path.name}, read and recognised": recognising(path) for path in (COPIED, PDF)}
    times = medians(whole, 20, clock=processor)
    show("a whole report, against a bare window", times, window)
    yield from exceeded(times, window, WINDOW_LIMIT, [f"{name}, read and recognised" for name in LIMITED])


def kinds() -> Iterator[str]:
    """Each kind of file against parsing a Word file's XML; how many processes many files started, if over one."""
    quick = {FLOOR: floor, **{name: reading(name) for name in IN_PROCESS}}
    show("reading a file", medians(quick, 40, clock=processor), FLOOR)
    slow = {FLOOR: floor, **{name: reading(name) for name in IN_CHILD}}
    slow[f"{MANY} files in one such process, its start included"] = many
    show("reading a file in a process of its own", medians(slow, 7, clock=processor), FLOOR)
    with patch.object(child, "_start", wraps=child._start) as start:  # noqa: SLF001 - counted here alone
        many()
    print(f"  {MANY} files: {start.call_count} process started")
    if start.call_count > 1:
        yield f"{MANY} files started {start.call_count} processes"


def pdf_pages() -> Iterator[str]:
    """A PDF file against the library that takes it apart, if over its limit."""
    library = "pdfplumber alone: words and tables of the same pages"
    pages = {library: by_library(), f"{PDF.name}, read": lambda: read_pdf(PDF.read_bytes())}
    times = medians(pages, 15, clock=processor)
    show("a PDF file of several pages, in one process", times, library)
    yield from exceeded(times, library, PDF_LIMIT, [f"{PDF.name}, read"])


def exceeded(times: Mapping[str, float], baseline: str, limit: float, names: Sequence[str]) -> Iterator[str]:
    """Those of some times that are more than a share of the baseline's."""
    for name in names:
        if (share := times[name] / times[baseline]) > limit:
            yield f"{name}: {share:.2f} × {baseline}, and {limit} is the limit"


def from_nothing() -> None:
    """The first file in a fresh interpreter, no limit."""
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
    sys.exit(main())
