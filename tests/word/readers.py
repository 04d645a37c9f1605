"""Programs that others wrote, reading our Word files: what they make of the three tables."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx2txt

from export.content import NumberTable, blocks
from model.report.report import Report
from tests.tools import PATIENCE_S

OFFICE_SECONDS = 600
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
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(folder / ending)]
    for start in range(0, len(paths), OFFICE_BATCH):
        batch = paths[start : start + OFFICE_BATCH]
        subprocess.run([*call, *batch], check=True, capture_output=True, timeout=OFFICE_SECONDS)
    return [folder / ending / f"{path.stem}.{ending}" for path in paths]
