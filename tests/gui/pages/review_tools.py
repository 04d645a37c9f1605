"""Readings with doubts of our choosing, made from a Word file as the program writes it and as a clerk changes it."""

from collections.abc import Mapping
from pathlib import Path

from export.exporters import REPORT, export
from gui.pages.review.page import ReviewPage
from gui.shell.window import MainWindow
from importers.document.blocks import Block, Grid
from importers.files import document
from importers.read import read_document
from importers.reading import Reading
from model.report.report import Report
from model.structs import replace
from tests.gui.driving import wait


def of_last_year(seed: Report) -> Report:
    """The seed as the report of the year before."""
    words = {name: seed.text[name].replace("2024", "2023") for name in ("overview", "problems", "other_matters")}
    text = replace(seed.text, preamble=seed.text.preamble.replace("2024", "2023"), **words)  # type: ignore[arg-type]
    return replace(seed, year=2023, title=None, text=text)


def word_file(report: Report, folder: Path, name: str = "2023年报（报送稿）.docx") -> Path:
    """The report as Word."""
    path = folder / name
    export(REPORT, report, path, replace=True)
    return path


def printed(path: Path, cells: Mapping[str, str], *, known: bool = False) -> Reading:
    """A reading of a Word file in which some cells have other words; without what our own export carries along."""
    found = document(path)
    locations = read_document(found, path.name).locations
    blocks = list(found.blocks)
    for cell, words in cells.items():
        location = locations[cell]
        assert location.row is not None
        assert location.column is not None
        blocks[location.block] = _with(blocks[location.block], location.row, location.column, words)
    changed = replace(found, blocks=tuple(blocks), known=found.known if known else None)
    return read_document(changed, path.name)


def _with(block: Block, row: int, column: int, words: str) -> Grid:
    assert isinstance(block, Grid)
    rows = [list(line) for line in block.rows]
    rows[row][column] = replace(rows[row][column], text=words)
    return Grid(tuple(map(tuple, rows)))


def reviewed(window: MainWindow, reading: Reading, name: str = "上年.docx") -> ReviewPage:
    """The page over a reading, in the window."""
    window.activateWindow()
    wait(window.isActiveWindow)
    window.importing._review(name, reading)
    wait(lambda: isinstance(window.importing.page, ReviewPage))
    page = window.importing.page
    assert isinstance(page, ReviewPage)
    wait(lambda: page.source.laid_out)
    return page
