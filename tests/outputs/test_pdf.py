"""The report as PDF: by readers of others, page by page as the preview, with any text."""

import io
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings

from export.content import NumberTable, blocks
from export.exporters import REPORT as DOCUMENT
from export.exporters import export
from export.identity import Version
from export.pdf.objects import Objects
from export.writer import Content, Difference
from gui.paper import pages as paper
from gui.paper import typefaces
from gui.paper.outputs import PDF, register_painted
from importers.read import read
from model.drafts import draft
from model.report.report import TEXT_IDS, Report
from model.structs import replace
from tests.outputs import reading
from tests.strategies import reports
from tests.tools import examples, need

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
RARE = (
    "（一）罕见的字：𠮷𬭬㐀。含é、e\u0301、Ａ、①、㎡、“引号”——破折号……和 2024 年；表情👨\u200d👩\u200d👧🇨🇳；"
    "零宽\u200b\u200d；"
    "\u05e2\u05d1\u05e8 \u0627\u0644\u0639；⼀⼆⼈"
)


@pytest.fixture
def seed() -> Report:
    return draft.load(SEED).report


def written(report: Report, version: Version | None = None) -> bytes:
    return PDF.load().write(Content(report, blocks(report), version=version))


def all_words(report: Report) -> str:
    """Everything that is printed, without blanks, in reading order."""
    figures = [text for grid in tables(report) for text in grid]
    return "".join("".join([*reading.paragraphs(report), *figures]).split())


def tables(report: Report) -> list[list[str]]:
    """The words of each table's cells."""
    found = [block for block in blocks(report) if isinstance(block, NumberTable)]
    return [[block.values.get(cell.id, cell.label) for cell in block.table.cells] for block in found]


_READ = """
import json, sys
from importers.formats.pdf.library import pdfplumber
with pdfplumber().open(sys.argv[1]) as found:
    seen = "".join(character["text"] for page in found.pages for character in page.chars)
    print(json.dumps([seen, [table for page in found.pages for table in page.extract_tables()]]))
"""


def by_pdfplumber(data: bytes, folder: Path) -> tuple[str, list[list[list[str | None]]]]:
    """All characters of a file, and the rows of its tables; the library is loaded in a process of its own."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    call = [sys.executable, "-c", _READ, str(path)]
    seen, found = json.loads(subprocess.run(call, check=True, capture_output=True, cwd=SEED.parents[2]).stdout)
    return seen, found


def test_pdfplumber_reads_every_character_and_figure_and_no_radical(seed: Report, tmp_path: Path) -> None:
    seen, found = by_pdfplumber(written(seed), tmp_path)
    assert [sign for sign in seen if "RADICAL" in unicodedata.name(sign, "")] == []
    footers = "".join(f"—{page}—" for page in range(1, 6))
    assert Counter("".join(seen.split())) == Counter(all_words(seed)) + Counter(footers)
    wanted = reading.grids(seed)
    large = max(found, key=len)
    assert [row[3:] for row in large[3:]] == [row[3:] for row in wanted[1][3:]]
    assert found[-1][-1] == wanted[2][-1]
    assert [row for table in found[:-1] for row in table if table is not large][2] == wanted[0][2]


def test_pdftotext_reads_every_paragraph_in_order(seed: Report, tmp_path: Path) -> None:
    report = seed.with_text("overview", f"{seed.text.overview}\n{RARE}")
    path = tmp_path / "a.pdf"
    path.write_bytes(written(report))
    call = [need("pdftotext"), "-raw", str(path), "-"]
    seen = subprocess.run(call, check=True, capture_output=True, encoding="utf-8").stdout
    directions = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))
    flat = "".join(seen.translate(directions).split())
    for number in range(1, 7):
        flat = flat.replace(f"—{number}—", "")
    left_to_right = [text for text in reading.paragraphs(report) if "\u05e2" not in text]
    place = 0
    for text in left_to_right:
        place = flat.index("".join(text.split()), place)
    assert "罕见的字：𠮷𬭬㐀。" in flat


@settings(max_examples=examples(12))
@given(reports())
def test_any_report_is_sound_and_read_back_to_the_last_character(report: Report) -> None:
    content = Content(report, blocks(report), version=Version(7))
    writer = PDF.load()
    data = writer.write(content)
    assert writer.verify(data, content).numbers == 200
    with pikepdf.open(io.BytesIO(data)) as found:
        assert found.check_pdf_syntax() == []
        assert len(found.pages) == len(paper.pages(content.blocks, report.layout))
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        checked = subprocess.run([need("qpdf"), "--check", file.name], capture_output=True, check=False)
        assert b"No syntax or stream encoding errors found" in checked.stdout, checked.stdout + checked.stderr
        call = [need("pdftotext"), "-raw", file.name, "-"]
        seen = subprocess.run(call, check=True, capture_output=True).stdout.decode()
    flat = "".join(seen.split())
    assert [row for row in figures_by_row(report) if row not in flat] == []


def figures_by_row(report: Report) -> list[str]:
    """The figures of each row of each table, without blanks: narrow columns may stand too close for a reader."""
    rows: dict[tuple[str, int], list[str]] = {}
    for block in blocks(report):
        if isinstance(block, NumberTable):
            for cell in block.table.number_cells:
                rows.setdefault((block.table.id, cell.row), []).append(block.values[cell.id])
    assert sum(map(len, rows.values())) == 200
    return ["".join(row) for row in rows.values()]


@pytest.mark.parametrize("short", [False, True])
def test_the_signature_never_stands_on_a_page_alone(seed: Report, *, short: bool) -> None:
    """At any length of the last part, in one long paragraph or in many short ones; every line is still painted."""
    counts = set()
    for number in range(1, 40):
        text = "按规定办理。\n" * number if short else "按照有关规定办理了各项工作。" * 3 * number
        report = replace(seed.with_text("other_matters", text), layout=replace(seed.layout, signature=True))
        content = blocks(report)
        found = paper.pages(content, report.layout)
        counts.add(len(found))
        parts = [piece.part for piece in found[-1].pieces if isinstance(piece, paper.Line)]
        assert {part.block for part in parts} > {len(content) - 1}
        for page in found:
            last = page.pieces[-1]
            assert not (isinstance(last, paper.Line) and last.part.role == "H2")
            assert last is not page.pieces[0] or page is found[0]
    assert len(counts) > 1


def test_a_changed_word_merge_or_heading_is_found(seed: Report) -> None:
    writer, content = PDF.load(), Content(seed, blocks(seed))
    data = writer.write(content)
    file = Objects(data)
    trailer = {
        "Root": b"%d 0 R" % file.reference(file.trailer, "Root"),
        "Info": b"%d 0 R" % file.reference(file.trailer, "Info"),
    }
    assert writer.verify(file.write(trailer), content).numbers == 200

    def changed(old: bytes, new: bytes) -> bytes:
        other = Objects(data)
        number = next(number for number, body in other.bodies.items() if old in body)
        other.bodies[number] = other.bodies[number].replace(old, new, 1)
        return other.write(trailer)

    for old, new in (
        (b"/RowSpan 3 /ColSpan 3", b"/RowSpan 2 /ColSpan 3"),
        (b"/S /H2", b"/S /P"),
        (b"/MCID 3 ", b"/MCID 4 "),
        (b"/Title <FEFF4E00", b"/Title <FEFF4E01"),
        (b"sha256:".decode().encode("utf-16-be").hex().upper().encode(), b"0073"),
    ):
        with pytest.raises(Difference):
            writer.verify(changed(old, new), content)
    other = seed.with_number("applications.received.natural_person", 9)
    with pytest.raises(Difference, match="应为“9”"):
        writer.verify(data, Content(other, blocks(other)))
    for broken in (b"", data[:-100], b"%PDF-1.7\n", data.replace(b"xref\n0 ", b"xref\n9 ")):
        with pytest.raises(Difference):
            writer.verify(broken, content)


def test_it_has_bookmarks_a_title_a_language_and_its_version_and_nothing_of_the_machine(seed: Report) -> None:
    data = written(seed, Version(42, draft.load(SEED).saved_at))
    with pikepdf.open(io.BytesIO(data)) as found:
        with found.open_outline() as outline:
            marks = [str(entry.title) for entry in outline.root]
        info, root = found.docinfo, found.Root
        assert str(root.Lang) == "zh-CN"
        assert bool(root.MarkInfo.Marked)
        assert str(info["/Title"]) == reading.paragraphs(seed)[0].replace("\n", "")
        assert str(info["/revision"]) == "42"
        assert str(info["/identifier"]).startswith("sha256:")
        assert "/CreationDate" not in info
        assert "/Producer" not in info
        boxes = [[float(side) for side in page.MediaBox] for page in found.pages]
        fonts = [font for page in found.pages for font in page.Resources.Font.values()]
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)
    assert marks == [section.heading for section in seed.form.sections]
    assert all(box == [0, 0, 595, 842] for box in boxes)


def test_the_same_save_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "cli", "export", str(SEED), "-o"]
    for name in ("a.pdf", "b.pdf"):
        subprocess.run([*call, str(tmp_path / name)], check=True, capture_output=True, cwd=SEED.parents[2])
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_it_is_an_output_like_the_others(seed: Report, tmp_path: Path) -> None:
    register_painted()
    register_painted()
    assert DOCUMENT.formats.count(PDF) == 1
    compared = export(DOCUMENT, seed, tmp_path / "a.pdf", replace=False)
    assert (compared.numbers, compared.headings, compared.paragraphs) == (200, 6, 16)


def test_a_typeface_that_is_missing_or_may_not_be_embedded_is_named_with_what_stands_in(seed: Report) -> None:
    assert "正文用的“仿宋”没有安装，用“Noto Serif CJK SC”代替" in typefaces.notices(seed)
    allowed = {0x0000: True, 0x0008: True, 0x0004: True, 0x0002: False, 0x0200: False, 0x0100: True}
    for bits, embedded in allowed.items():
        assert typefaces.may_be_embedded(bytes(8) + bits.to_bytes(2, "big") + bytes(80)) is embedded
    assert typefaces.may_be_embedded(b"")


def test_the_program_reads_its_own_pdf_whole_and_doubts_nothing(seed: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(written(seed))
    reading = read(path)
    assert {cell: reading.numbers.get(cell) for cell in seed.form.typed} == {
        cell: seed.value(cell) or 0 for cell in seed.form.typed
    }
    assert (reading.year, reading.agency.name, reading.title) == (seed.year, seed.agency.name, seed.title_text)
    assert [reading.text[text].split() for text in TEXT_IDS] == [seed.text[text].split() for text in TEXT_IDS]
    assert not reading.doubts


def test_signs_that_typefaces_join_or_share_are_read_as_they_were_written(seed: Report, tmp_path: Path) -> None:
    """With Noto CJK —— is one glyph, which is also ⸺; ～ and 〜 share one, and … was taken for three full stops."""
    said = [
        "存在的问题：解读形式单一——群众看不懂……图解偏少。",
        "时限为5～10个工作日，气温−5℃，共①②两类，面积300㎡。",
        "改进：﹁竖排﹂的用……，——也要读得出。",
    ]
    report = seed.with_text("problems", "\n".join(said))
    path = tmp_path / "报告.pdf"
    path.write_bytes(written(report))
    reading = read(path)
    assert reading.text["problems"].splitlines() == said
    assert not reading.doubts


@pytest.mark.parametrize("digits", [6, 9])
def test_a_number_of_many_digits_stays_within_its_cell(seed: Report, tmp_path: Path, digits: int) -> None:
    """So that a reader who goes by the lines of the table finds each number whole."""
    report = seed
    for number, cell in enumerate(seed.form.table("applications").number_cells):
        if not cell.computed:
            report = report.with_number(cell.id, (number + 1) * 10 ** (digits - 3))
    path = tmp_path / "报告.pdf"
    path.write_bytes(written(report))
    numbers = read(path).numbers
    assert {cell: numbers.get(cell) for cell in report.form.typed} == {
        cell: report.value(cell) or 0 for cell in report.form.typed
    }
