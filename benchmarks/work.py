"""The work without a window: files written, loaded and read, and the checks, each against its floor in this process."""

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

import resources
from benchmarks.limits import Ratio, costs, is_short
from export.content import blocks
from export.exporters import REPORT, WORD, export
from export.writer import Content
from importers.files import document
from model import checks
from model.drafts import draft
from model.files import atomic
from model.language.sentences import pieces
from model.report.report import Report
from model.structs import replace

DATA = Path(__file__).parents[1] / "tests" / "data"
SEED, READ = DATA / "seed.nianbao", DATA / "import" / "01_base.docx"
ROUNDS = 12 if is_short() else 40
CONTEXT = checks.Context(date(2026, 1, 20))


def ratios() -> Iterator[Ratio]:
    """All of them."""
    report = draft.loads(resources.read_bytes("sample.nianbao")).report
    with TemporaryDirectory() as name:
        yield _export(report, Path(name))
    yield _load()
    yield _read()
    yield from _checks(draft.load(SEED).report)


def _export(report: Report, folder: Path) -> Ratio:
    content = Content(report, blocks(report))
    with zipfile.ZipFile(BytesIO(WORD.load().write(content))) as archive:
        parts = [(item.filename, archive.read(item)) for item in archive.infolist()]

    def floor() -> None:
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts:
                package.writestr(name, data)
        atomic.write(folder / "floor.docx", out.getvalue())

    works = {"floor": floor, "export": lambda: export(REPORT, report, folder / "a.docx", replace=True)}
    times = costs(works, ROUNDS)
    return Ratio("Word export, read back ÷ the same bytes zipped and written", times["export"] / times["floor"], 4)


def _load() -> Ratio:
    times = costs({"json": lambda: json.loads(SEED.read_bytes()), "draft": lambda: draft.load(SEED)}, ROUNDS * 5)
    return Ratio("draft loaded ÷ json.loads of the file", times["draft"] / times["json"], 5, f"{times['draft']:.2f} ms")


def _read() -> Ratio:
    def floor() -> None:
        with zipfile.ZipFile(READ) as archive:
            etree.fromstring(archive.read("word/document.xml"))

    times = costs({"floor": floor, "read": lambda: document(READ)}, ROUNDS)
    return Ratio(".docx read ÷ unzipped and parsed with lxml", times["read"] / times["floor"], 6)


def _checks(report: Report) -> Iterator[Ratio]:
    """All checks, on a text of which nothing is remembered, and on the same text again."""
    fresh = count(1)
    five, hundred = (_grown(report, length, fresh) for length in (5_000, 100_000))
    kept = five()
    works = {
        "sentences": lambda: list(pieces(kept.text.overview, "sentence")),
        "cold": lambda: checks.findings(five(), CONTEXT),
        "warm": lambda: checks.findings(kept, CONTEXT),
    }
    checks.findings(kept, CONTEXT)
    times = costs(works, ROUNDS)
    long = costs({"long": lambda: checks.findings(hundred(), CONTEXT)}, 1 if is_short() else 3)["long"]
    split = "÷ splitting the text into sentences"
    yield Ratio(f"checks of 5,000 characters, cold {split}", times["cold"] / times["sentences"], 280, wanted=140)
    yield Ratio(f"checks of 5,000 characters, warm {split}", times["warm"] / times["sentences"], 160, wanted=80)
    yield Ratio("checks of 100,000 characters ÷ of 5,000, both cold", long / times["cold"], 20)


def _grown(report: Report, length: int, fresh: Iterator[int]) -> Callable[[], Report]:
    """Reports whose first part has a length, no two of them alike in any paragraph."""
    paragraphs = report.text.overview.split("\n")

    def made() -> Report:
        number, text = next(fresh), ""
        while len(text) < length:
            text += "\n".join(f"{line}第{number}稿第{len(text)}字。" for line in paragraphs) + "\n"
        return replace(report, text=replace(report.text, overview=text[:length]))

    return made
