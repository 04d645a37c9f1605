"""A file that names two years is read as one of the year that is reviewed, where that is among them."""

from pathlib import Path
from typing import Any

import pytest

from export.exporters import REPORT, export
from importers.many.crew import Crew
from importers.many.one_file import row
from importers.many.review import left, steps, work
from model.report.report import TEXT_IDS
from model.review.board import board
from model.review.desk import Desk
from model.review.row import Row
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, TODAY, TOWNSHIP

WRONG = replace(BUREAU, title=BUREAU.title_text.replace("2024", "2023"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, report in (("a", WRONG), ("b", TOWNSHIP), ("c", COUNTY)):
        export(REPORT, report, tmp_path / f"{name}.docx", replace=False)
    return tmp_path


def reviewed(folder: Path, year: int = 0) -> dict[str, Row]:
    crew = Crew(1)
    try:
        found = steps(work([folder], None, TODAY, year), crew, lambda problem: pytest.fail(str(problem)))
        return {step.row.file: step.row for step in found if step.row}
    finally:
        crew.end()


def test_a_wrong_year_in_the_title_is_told_as_that_and_nothing_else_is_asked_for(folder: Path) -> None:
    alone = row(folder / "a.docx", TODAY, "a.docx")
    assert (alone.year, alone.lacks_year) == (2023, True)
    assert "2023年1月1日" in " ".join(each.message for each in alone.findings), "the preamble would be made wrong"
    rows = reviewed(folder)
    told = rows["a.docx"]
    assert told.year == 2024
    (finding,) = (each for each in told.findings if each.severity == "error")
    assert (finding.check, finding.message) == ("H-02", "标题年份是2023，本报告是2024年，请改成一致。")
    assert "2023年1月1日" not in " ".join(each.message for each in told.findings)
    line = next(each for each in board(Desk(""), list(rows.values()), {}) if each.name == BUREAU.agency.name)
    assert not any("年的报告" in said for said in line.trouble)


def test_when_files_are_added_it_is_read_again_as_one_of_that_year(folder: Path) -> None:
    rows = reviewed(folder)
    again = left(work([folder], None, TODAY), rows, ())
    assert [(each.name, again.year) for each in again.files] == [("a.docx", 2024)]


def test_a_report_of_another_year_stays_one(folder: Path) -> None:
    texts: dict[str, Any] = {part: BUREAU.text[part].replace("2024", "2023") for part in TEXT_IDS}
    old = replace(BUREAU, year=2023, text=replace(BUREAU.text, **texts))
    export(REPORT, old, folder / "a.docx", replace=True)
    found = reviewed(folder)["a.docx"]
    assert (found.year, found.lacks_year) == (2023, False)
