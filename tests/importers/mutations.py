"""Real files and drafts, changed at random for as long as is wanted: `python -m tests.importers.mutations 1200`.

Whatever is done to a file, a reading comes out or a refusal in plain words; whatever is done to a draft, a draft that
can be checked and exported or a refusal. No figure is wrong without a doubt: where all digits of the file are still
there, a figure that is not read as from the file before has a doubt in its row, its column or about its table. Anything
else is printed with what repeats it, and the exit status is 1.
"""

import random
import re
import sys
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

from export.exporters import REPORT, WORD, Circumstances
from export.writer import Content
from importers import child
from importers.bounded import deadline
from importers.document.blocks import Document, Paragraph
from importers.files import from_bytes
from importers.read import read_document
from importers.reading import Reading
from importers.refused import TOO_LONG, Refused
from model import checks
from model.drafts import draft
from model.files.problems import FileProblem
from model.files.strict_json import JsonError
from tests.importers.samples import FOLDER

DATA = Path(__file__).parents[1] / "data"
READING = DATA / "reading"
ARCHIVE = (
    b"From: <Saved by Word>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: 8bit\r\n\r\n"
)
"""What a page is saved behind as an archive of the web."""
TODAY = date(2025, 1, 10)
SPLICES = (
    b"<", b">", b"{", b"}", b"[", b'"', b"\\", b"\0", b"\xff", b"9" * 30, b"-1", b"1e400", b"NaN", b"null", b"true",
    b"<table>", b"<tr><td rowspan=0 colspan=-1>", b"\\row", b"\\cell", b"\\u-1?", b"<!DOCTYPE a>", b"<![CDATA[",
    b"&#x0;", b'<w:sym w:char="110000"/>', b"<w:p/>" * 3, b"PK\x01\x02", b"\x80" * 8, "\u202e".encode(),
    b"\xed\xa0\x80",
)  # fmt: skip

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def originals() -> Iterator[tuple[str, Path]]:
    """Every sample with its kind: the ending of its name, `draft`, or `mht` for a page that is put into an archive."""
    for path in sorted([*FOLDER.rglob("*"), *READING.rglob("*")]):
        if path.is_file() and path.suffix != ".json":
            yield path.suffix[1:], path
        if path.suffix == ".html":
            yield "mht", path
    for path in sorted(DATA.rglob("*.nianbao")):
        yield "draft", path


def content_of(kind: str, path: Path) -> bytes:
    """The bytes of a sample."""
    data = path.read_bytes()
    return ARCHIVE + data if kind == "mht" else data


def spoiled(data: bytes, rng: random.Random) -> bytes:
    """The bytes after one to four changes: a flip, a cut, a splice, a move, an end."""
    for _ in range(rng.randint(1, 4)):
        at, to = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
        match rng.randrange(5):
            case 0 if at < len(data):
                data = data[:at] + bytes([data[at] ^ rng.randint(1, 255)]) + data[at + 1 :]
            case 1:
                data = data[:at] + data[min(to, at + 400) :]
            case 2:
                data = data[:at] + rng.choice(SPLICES) + data[at:]
            case 3:
                data = data[:to] + data[at : at + 200] + data[to:]
            case _ if rng.random() < 0.2:
                data = data[: max(at, 1)]
    return data


def spoiled_inside(data: bytes, rng: random.Random) -> bytes:
    """A zip file or a PDF file with one packed part spoiled and packed again; others as they are."""
    if data.startswith(b"%PDF") and rng.random() < 0.6:
        return spoiled_stream(data, rng)
    if not data.startswith(b"PK") or rng.random() < 0.2:
        return spoiled(data, rng)
    with suppress(zipfile.BadZipFile, NotImplementedError, RuntimeError), zipfile.ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
        name = rng.choice(sorted(members))
        members[name] = spoiled(members[name], rng)
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for each, content in members.items():
                packed.writestr(each, content)
        return out.getvalue()
    return spoiled(data, rng)


def spoiled_stream(data: bytes, rng: random.Random) -> bytes:
    """A PDF file with the words and lines of one page, or another packed stream, spoiled and packed again."""
    streams = [found for found in STREAM.finditer(data) if _unpacked(found[1])]
    if not streams:
        return spoiled(data, rng)
    found = rng.choice(streams)
    packed = zlib.compress(spoiled(_unpacked(found[1]), rng), 9).ljust(len(found[1]), b"\0")
    return data[: found.start(1)] + packed + data[found.end(1) :]


def _unpacked(data: bytes) -> bytes:
    with suppress(zlib.error):
        return zlib.decompressobj().decompress(data)
    return b""


@cache
def as_it_was(kind: str, path: Path) -> Reading | None:
    """What is read from a sample before anything is done to it; None where that is refused."""
    try:
        return read_document(from_bytes(content_of(kind, path)), "file")
    except (Refused, FileProblem):
        return None


def read_report(data: bytes, kind: str, path: Path) -> str:
    """What comes of a file: `read`, `read with doubts`, `refused`, `too long`, or `WRONG` and the cells.

    ` *` follows where the file's own digits were changed, so that its figures cannot be compared.
    """
    before = as_it_was(kind, path)
    try:
        reading = read_document(from_bytes(data), "file")
    except (Refused, FileProblem) as refused:
        return "too long" if refused.reason == TOO_LONG else "refused" if refused.reason else "FAILED"
    with suppress(FileProblem, ValueError):
        reading.report("file")
    outcome = "read with doubts" if reading.doubts else "read"
    if before is None or before.form is not reading.form or digits(before.document) != digits(reading.document):
        return f"{outcome} *"
    wrong = wrong_figures(before, reading)
    return f"WRONG {', '.join(wrong)}" if wrong else outcome


def digits(document: Document) -> Counter[str]:
    """How often each number stands in a document, in paragraphs and grids."""
    words = (
        (block.text,)
        if isinstance(block, Paragraph)
        else (cell.text for row in block.rows for cell in row if cell.begins)
        for block in document.blocks
    )
    return Counter(number for texts in words for text in texts for number in re.findall(r"[0-9]+", text))


def wrong_figures(before: Reading, after: Reading) -> list[str]:
    """The cells with another figure than before, and no doubt about them, their row, their column or their table."""
    doubted = {found.place for found in (*after.doubts, *after.changed)}

    def is_doubted(cell_id: str) -> bool:
        table, row, column = cell_id.split(".")
        near = (place.split(".") for place in doubted if place.startswith(f"{table}."))
        return not {table, "lines"}.isdisjoint(doubted) or any(row in place or column in place for place in near)

    return [
        cell_id
        for cell_id, value in after.numbers.items()
        if before.numbers.get(cell_id) != value and not is_doubted(cell_id)
    ]


def read_draft(data: bytes) -> str:
    """What comes of a draft: `read` after it was checked, written and read back, or `refused`."""
    try:
        found = draft.loads(data)
    except JsonError as refused:
        return "refused" if str(refused) else "FAILED"
    report = found.report
    checks.findings(report, checks.Context(TODAY))
    writer, content = WORD.load(), Content(report, REPORT.blocks(report, Circumstances(TODAY)))
    writer.verify(writer.write(content), content)
    return "read"


def main(seconds: float, seed: int) -> int:
    """Go on for some seconds of processor time, the children's not counted; returns the exit status."""
    samples = list(originals())
    kinds = sorted({kind for kind, _ in samples})
    counts: Counter[tuple[str, str]] = Counter()
    failed = number = 0
    end = time.process_time() + seconds
    with child.kept():
        while time.process_time() < end:
            number += 1
            rng = random.Random(f"{seed}/{number}")
            kind = rng.choice(kinds)
            path = rng.choice([path for each, path in samples if each == kind])
            data = spoiled_inside(content_of(kind, path), rng)
            try:
                with deadline.within(60):
                    outcome = read_draft(data) if kind == "draft" else read_report(data, kind, path)
            except Exception:  # noqa: BLE001 - what this looks for
                failed += 1
                outcome = "FAILED"
                print(f"{path.name}, seed {seed}, number {number}:\n{traceback.format_exc()}", flush=True)
            if outcome.startswith("WRONG"):
                print(f"{path.name}, seed {seed}, number {number}: {outcome}", flush=True)
                outcome = "WRONG"
            counts[kind, outcome] += 1
    return told(counts, number, len(samples), failed)


def told(counts: "Counter[tuple[str, str]]", number: int, originals: int, failed: int) -> int:
    """Print what came of all, kind by kind; returns the exit status."""
    wrong = sum(count for (_, outcome), count in counts.items() if outcome == "WRONG")
    slow = sum(count for (_, outcome), count in counts.items() if outcome == "too long")
    print(
        f"{number} files from {originals} originals: {failed} failures, {slow} too long, "
        f"{wrong} with a wrong figure and no doubt (* own digits changed, figures not compared)"
    )
    for (kind, outcome), count in sorted(counts.items()):
        print(f"  {kind:8} {outcome:18} {count}")
    return 1 if failed or slow or wrong else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
