"""Reading last year's report: each kind of file against unzipping and parsing a Word file's main part.

Run with `uv run python -m benchmarks.importing`.
"""

import zipfile
from pathlib import Path

from lxml import etree

from benchmarks.timing import Work, medians, python, show
from importers.files import document

SAMPLES = Path(__file__).parents[1] / "tests" / "data" / "import"
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
IN_CHILD = ("02_lo_saved.doc", "18a_one_sheet.xlsx", "22_one_sheet.xls")


def main() -> None:
    """Print all measurements."""
    quick = {FLOOR: floor, **{name: reading(name) for name in IN_PROCESS}}
    show("reading a file", medians(quick, 40), FLOOR)
    slow = {FLOOR: floor, **{name: reading(name) for name in IN_CHILD}}
    show("reading a file in a process of its own", medians(slow, 7), FLOOR)
    bare = "bare Python with lxml"
    first = "the first Word file, with all imports"
    code = "import sys; from pathlib import Path; from importers.files import document; document(Path(sys.argv[1]))"
    show("from nothing", medians({bare: python("import lxml.etree"), first: python(code, WORD)}, 15), bare)


def floor() -> None:
    with zipfile.ZipFile(WORD) as archive:
        etree.fromstring(archive.read("word/document.xml"))


def reading(name: str) -> Work:
    return lambda: document(SAMPLES / name)


if __name__ == "__main__":
    main()
