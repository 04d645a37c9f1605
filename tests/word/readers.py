"""Programs that others wrote, reading our Word files: what they make of the three tables."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx2txt
import pytest

from export.content import NumberTable, blocks
from model.report.report import Report
from tests.tools import PATIENCE_S, need

_DATA = Path(__file__).parents[1] / "data"

OFFICE_SECONDS = 300
OFFICE_ATTEMPTS = 3
OFFICE_BATCH = 100


def printed_tables(report: Report) -> list[list[str]]:
    """The words and figures of each table in reading order, as a reader meets them."""
    tables = (block for block in blocks(report) if isinstance(block, NumberTable))
    return [[table.values.get(cell.id, cell.label) for cell in table.table.cells] for table in tables]


def holds(found: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the wanted words stand somewhere in the found ones, without a gap and in order."""
    width = len(wanted)
    return any(found[start : start + width] == list(wanted) for start in range(len(found) - width + 1))


def lines(text: str) -> list[str]:
    """The lines of a text that hold something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def docx2txt_lines(path: Path) -> list[str]:
    """What docx2txt reads."""
    return lines(docx2txt.process(str(path)))


def pandoc_cells(pandoc: str, path: Path) -> list[str]:
    """The cells of all tables that pandoc reads, in order."""
    done = subprocess.run(
        [pandoc, "-f", "docx", "-t", "json", str(path)], check=True, capture_output=True, timeout=PATIENCE_S
    )
    return [text for table in _tables(json.loads(done.stdout)["blocks"]) for text in _table_cells(table) if text]


def _tables(blocks: list[Any]) -> Iterator[Any]:
    return (block["c"] for block in blocks if block["t"] == "Table")


def _table_cells(table: Any) -> Iterator[str]:
    _attributes, _caption, _columns, head, bodies, _foot = table
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3]))]
    for row in rows:
        for cell in row[1]:
            yield _words(cell[4]).strip()


def _words(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(_words, node))
    if node["t"] == "Str":
        return str(node["c"])
    if node["t"] in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if node["t"] == "Quoted":
        return "“" + _words(node["c"][1]) + "”"
    content = node.get("c", [])
    return _words(content if content and isinstance(content[0], dict) else content[-1] if content else [])


def office_convert(soffice: str, paths: Sequence[Path], kind: str, folder: Path) -> list[Path]:
    """Files that LibreOffice made of others, in the same order; one start takes a hundred, it stops after some 240."""
    ending = kind.partition(":")[0]
    for start in range(0, len(paths), OFFICE_BATCH):
        files = paths[start : start + OFFICE_BATCH]
        _run_office(soffice, ["--convert-to", kind, "--outdir", str(folder / ending), *map(str, files)], folder)
    return [folder / ending / f"{path.stem}.{ending}" for path in paths]


FONT_SETS = ("fonts.conf", "fonts-office.conf")
"""Typefaces with wide digits for those that are missing, and with digits of half an em, as an office PC has them."""


def printed_pages(paths: Sequence[Path], font_set: str, folder: Path) -> list[list[str]]:
    """The words of each page of each file as LibreOffice prints it with a set of typefaces, line by line."""
    soffice, pdftotext = need("soffice"), need("pdftotext")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(_DATA / font_set))
        printed = office_convert(soffice, paths, "pdf", folder)
    texts = [subprocess.run([pdftotext, "-raw", pdf, "-"], check=True, capture_output=True).stdout for pdf in printed]
    return [text.decode().split("\f")[:-1] for text in texts]


def _run_office(soffice: str, arguments: Sequence[str], folder: Path) -> None:
    """Run LibreOffice to its end; where it hangs, which it does now and then at its start, it is killed and run anew.

    Killed with all its processes, and nothing waits for a pipe: `soffice` is a script, and what it started would
    keep a pipe open for ever.
    """
    for attempt in range(OFFICE_ATTEMPTS):
        profile = f"-env:UserInstallation={(folder / f'profile{attempt}').as_uri()}"
        call = [soffice, profile, "--headless", *arguments]
        with (
            (folder / "office.log").open("wb") as log,
            subprocess.Popen(call, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True) as office,
        ):
            try:
                code = office.wait(OFFICE_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(office.pid, signal.SIGKILL)
                continue
        assert code == 0, (folder / "office.log").read_text(errors="replace")
        return
    raise TimeoutError(f"LibreOffice hung {OFFICE_ATTEMPTS} times")
