"""Every kind of file that the program writes, written in two places and compared: what differs is a fault of one."""

import sys
from pathlib import Path

import bundle

sys.path.append(str(bundle.ROOT))
from export.pdf import readback

DRAFT = bundle.ROOT / "resources" / "sample.nianbao"
PUBLISHED = bundle.ROOT / "tests" / "data" / "import" / "02_lo_saved.docx"
"""A report of another agency: a review has something to say of it."""
DATED = ("--today", "2026-01-10")
REPORTS = tuple(f"export.{kind}" for kind in ("docx", "html", "xlsx", "pdf"))
SHEETS = tuple(f"sheet.{kind}" for kind in ("docx", "html", "pdf"))
_OTHERS = (
    ("copy", "copy.nianbao"),
    ("table", "table.csv"),
    ("ledger", "ledger.xlsx"),
    ("sheets", "sheets.docx"),
    ("sheets", "sheets.xlsx"),
    ("review", "review"),
)


def calls(draft: Path, both: Path, target: Path) -> dict[Path, list[str | Path]]:
    """The calls of the command line by the file or folder that each writes.

    Args:
        draft: the draft.
        both: a folder with two reports.
        target: the folder that they are written into.
    """
    made: dict[Path, list[str | Path]] = {}
    for name in (*REPORTS, *SHEETS):
        made[target / name] = [name.partition(".")[0], draft, *DATED]
    for command, name in _OTHERS:
        made[target / name] = [command, *_told(command, name, draft, both)]
    return {path: [*call, "-o" if call[0] != "ledger" else "--template", path] for path, call in made.items()}


def _told(command: str, name: str, draft: Path, both: Path) -> list[str | Path]:
    match command:
        case "ledger":
            return ["--year", "2025"]
        case "sheets":
            return [draft, "--give", "规章=法制科", "--to", name.partition(".")[2]]
        case "review":
            return [both, "--year", "2025", *DATED]
        case _:
            return [draft]


def compare(there: Path, here: Path) -> int:
    """Compare what was written at two places; how many files were compared.

    All but PDF files must be the same to the last byte. A PDF file has the outlines of the letters as Qt rounded them,
    and of Qt each processor has its own version: its words and what it says of itself must be the same.

    Raises:
        SystemExit: something differs.
    """
    found, wanted = _files(there), _files(here)
    if not found or found.keys() != wanted.keys():
        raise SystemExit(f"{there} has {sorted(found)}, {here} has {sorted(wanted)}")
    for name in found:
        same = _same_pdf if there.suffix == ".pdf" else bytes.__eq__
        if not same(found[name], wanted[name]):
            raise SystemExit(f"{there / name} is not {here / name}")
    return len(found)


def _same_pdf(one: bytes, other: bytes) -> bool:
    return one == other or readback.read(one) == readback.read(other)


def _files(place: Path) -> dict[str, bytes]:
    """The files below a folder, or a single one."""
    if place.is_file():
        return {"": place.read_bytes()}
    return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}
