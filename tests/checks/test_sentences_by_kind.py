"""Kinds of mistakes, each in ways that different clerks write, with what is right and looks alike."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from model.checks import Context, findings
from model.form.form import Value
from model.report.names import with_likely
from model.report.report import Agency, AgencyType, Report, TextId, Texts
from model.structs import replace
from tests.checks.correct import BUREAU, filled

_FILES = sorted((Path(__file__).parents[1] / "data").glob("*_by_kind.txt"))
_SECTIONS: dict[str, TextId] = {"o": "overview", "p": "problems", "m": "other_matters", "i": "preamble"}


def _cases() -> Iterator[tuple[str, str]]:
    codes = ""
    for line in (line for file in _FILES for line in file.read_text("utf-8").splitlines()):
        if line.startswith("# "):
            codes = line[2:]
        elif line and not line.startswith("//"):
            yield codes, line


def _report(parts: list[str]) -> Report:
    """A report of nothing but one section, by the words and what stands behind them."""
    section, year, name, kind = "o", 2024, "平湖县水利局", "department"
    figures = dict[str, Value]()
    for part in parts[1:]:
        if part in _SECTIONS:
            section = part
        elif part.isdecimal():
            year = int(part)
        elif part in get_args(AgencyType):
            kind = part
        elif "=" in part:
            figures[part.partition("=")[0]] = int(part.partition("=")[2])
        else:
            name = part
    agency = with_likely(Agency(name, type=kind))  # type: ignore[arg-type]
    blank = replace(BUREAU, year=year, agency=agency, text=Texts(), last_year=None)
    told = blank.with_text(_SECTIONS[section], parts[0].replace("⏎", "\n"))
    return told.with_numbers(filled(figures))


@pytest.mark.parametrize(("codes", "line"), list(_cases()))
def test_a_kind_is_found_where_it_is_and_only_there(codes: str, line: str) -> None:
    report = _report(line[1:].split("|"))
    told = [each for each in findings(report, Context(date(report.year + 1, 1, 20))) if each.check in codes.split()]
    assert bool(told) is line.startswith("+"), told
