"""One report as offices, portals and converters write it: every file of the collection gives what it holds, exactly."""

import json
from pathlib import Path
from typing import Any

import pytest

from importers.read import read
from importers.reading import Reading
from model.files.problems import FileProblem
from model.form.form import format_value
from model.report.report import Report
from tests.forms import FORM

FOLDER = Path(__file__).parents[1] / "data" / "import"
TRUTH = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
FILES: dict[str, dict[str, Any]] = TRUTH["files"]
READ = [name for name, truth in FILES.items() if "refused_because" not in truth]
REFUSED = [name for name, truth in FILES.items() if "refused_because" in truth]
NO_WORDS = ("18a_one_sheet.xlsx",)
"""Files that hold nothing but tables: no word of their title is in them."""

OF_FILLER = {"year": 1, "agency.name": 1}
"""The texts of the collection are another year's and agency's, so that title and preamble contradict each other."""
DOUBTS = {
    "05a_blank_for_zero.docx": {"disclosure.rules.issued": 1},
    "06a_slash_for_zero.docx": {"cells": 60},
    "06e_wu_for_zero.docx": {"cells": 60},
    "20_06a_slash_for_zero.doc": {"cells": 60},
    "16a_decoy_tables.docx": {"preamble": 1, "disclosure": 1},
    "16c_old_form_2019_2020.docx": {"disclosure": 1},
    "18a_one_sheet.xlsx": {"title": 1, "agency.name": 1, "overview": 1, "problems": 1, "other_matters": 1},
    "19a_seed_report.docx": {},
}
"""What is doubtful beside year and agency; nothing in the files not named."""


def numbers(truth: dict[str, Any]) -> dict[str, Any]:
    return TRUTH["base"] if truth["numbers"] == "base" else truth["numbers"]  # type: ignore[no-any-return]


def doubts(reading: Reading) -> dict[str, int]:
    found: dict[str, int] = {}
    for doubt in reading.doubts:
        place = "cells" if "按 0 读入" in doubt.message else doubt.place
        found[place] = found.get(place, 0) + 1
    return found


@pytest.mark.parametrize("name", READ)
def test_every_number_and_what_the_title_says(name: str) -> None:
    truth, reading = FILES[name], read(FOLDER / name)
    report = Report(2024, reading.agency, numbers=reading.numbers, form=FORM)
    assert {cell: format_value(report.value(cell)) for cell in numbers(truth)} == {
        cell: str(value) for cell, value in numbers(truth).items()
    }
    assert set(reading.numbers) <= set(numbers(truth))
    assert reading.form.id == "2021", "all are of years of the form in force, also where the tables follow an older one"
    if name not in NO_WORDS:
        assert (reading.title, reading.year, reading.agency.name) == (truth["title"], truth["year"], truth["agency"])


@pytest.mark.parametrize("name", READ)
def test_only_what_is_doubtful_is_doubted(name: str) -> None:
    ordinary = {} if FILES[name].get("year") == 2024 else OF_FILLER
    assert doubts(read(FOLDER / name)) == DOUBTS.get(name, {}) | ordinary


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_by_name(name: str) -> None:
    with pytest.raises(FileProblem, match=name):
        read(FOLDER / name)
