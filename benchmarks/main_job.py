"""The main job: Word export against its floor and against other ways, all checks, the start of the command line.

Run with `uv run --group bench python -m benchmarks.main_job`.
"""

import zipfile
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import docx as python_docx

import resources
from benchmarks.timing import Work, medians, python, show
from export.content import Heading, NumberTable, Paragraph, Title, blocks
from export.exporters import REPORT, export
from export.word import docx
from export.writer import Content
from model import checks
from model.drafts import draft
from model.files import atomic
from model.form import forms
from model.report.report import TEXT_IDS, Report

ROUNDS = 60


def main() -> None:
    """Print all measurements."""
    report = draft.loads(resources.read_bytes("sample.nianbao")).report
    with TemporaryDirectory() as folder:
        word_export(report, Path(folder))
        all_checks(report)
    imports()


def word_export(report: Report, folder: Path) -> None:
    """Writing the Word report, with reading back, against zipping and writing the same bytes."""
    ready = docx.write(Content(report, blocks(report)))
    with zipfile.ZipFile(BytesIO(ready)) as archive:
        parts = [(item.filename, archive.read(item)) for item in archive.infolist()]

    def zipped() -> bytes:
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts:
                package.writestr(name, data)
        return out.getvalue()

    times = medians(
        {
            "floor: zip and write the same bytes": lambda: (folder / "floor.docx").write_bytes(zipped()),
            "floor, flushed to the disk": lambda: atomic.write(folder / "flushed.docx", zipped()),
            "Word export, flushed and read back": lambda: export(REPORT, report, folder / "a.docx", replace=True),
            "Word export, in memory": lambda: docx.write(Content(report, blocks(report))),
        },
        ROUNDS,
    )
    show("Word export, 200 numbers", times, "floor: zip and write the same bytes")
    slow = medians(_other_ways(report, folder), 3)
    show(
        "the same content in other ways",
        {**slow, "Word export, flushed and read back": times["Word export, flushed and read back"]},
        "Word export, flushed and read back",
    )


def _other_ways(report: Report, folder: Path) -> dict[str, Work]:
    template = folder / "template.docx"
    _template(template)
    values = {f"v{index}": str(report.value(cell_id) or 0) for index, cell_id in enumerate(forms.newest().cells)}

    def by_template() -> None:
        from docxtpl import DocxTemplate

        filled = DocxTemplate(str(template))
        filled.render(values)
        filled.save(str(folder / "template-out.docx"))

    return {"docxtpl": by_template, "python-docx, cell by cell": lambda: _by_cells(report, folder / "cells.docx")}


def _template(path: Path) -> None:
    document = python_docx.Document()
    numbers = iter(f"{{{{ v{index} }}}}" for index in range(len(forms.newest().cells)))
    for table in forms.newest().tables:
        grid = document.add_table(table.rows, table.columns)
        for cell in table.cells:
            grid.cell(cell.row, cell.column).text = next(numbers) if cell.id else cell.label
    document.save(str(path))


def _by_cells(report: Report, path: Path) -> None:
    document = python_docx.Document()
    for block in blocks(report):
        match block:
            case Title(lines):
                document.add_heading("\n".join(lines), 0)
            case Heading(text):
                document.add_heading(text, 1)
            case Paragraph(text):
                document.add_paragraph(text)
            case NumberTable(table, _, values):
                grid = document.add_table(table.rows, table.columns)
                for cell in table.cells:
                    last = grid.cell(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1)
                    merged = grid.cell(cell.row, cell.column).merge(last)
                    merged.text = values.get(cell.id, cell.label)
    document.save(str(path))


def all_checks(report: Report) -> None:
    """Every check on a full report whose texts have 5,000 characters, against reading those texts once."""
    overview = report.text.overview
    long = report.with_text("overview", (overview + "\n") * (5000 // len(overview) + 1))
    words = "".join(long.text[text_id] for text_id in TEXT_IDS)
    context = checks.Context(date(2026, 1, 20))
    edits = count()
    times = medians(
        {
            f"looking at each of {len(words)} characters": lambda: sum(map(str.isspace, words)),
            f"all {len(checks.CHECKS)} checks": lambda: checks.findings(long, context),
            "the same, one text edited since": lambda: checks.findings(
                long.with_text("overview", f"{long.text.overview}{next(edits)}"), context
            ),
        },
        ROUNDS,
    )
    show("checks", times, next(iter(times)))


def imports() -> None:
    """Starting the interpreter on the command line's module, against starting it on nothing."""
    times = medians({"bare Python": python("pass"), "import cli": python("import cli")}, 15)
    show("start of the command line", times, "bare Python")


if __name__ == "__main__":
    main()
