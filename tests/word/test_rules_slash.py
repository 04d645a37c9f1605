"""The local habit of a slash in the row 规章: printed where the agency can make none, read back as 0."""

import zipfile
from pathlib import Path

import pytest

from export.content import NumberTable, blocks
from export.exporters import REPORT, export
from export.word import second_reader
from importers.formats.word.known_part import known_figures
from model.report.report import Agency, AgencyLevel, AgencyType, Report
from model.report.rule_making import rules_cells
from model.structs import replace
from tests.checks.correct import BUREAU
from tests.forms import FORM


def _printed(report: Report) -> set[str]:
    """What the row 规章 prints."""
    tables = [block for block in blocks(report) if isinstance(block, NumberTable)]
    return {table.values[cell_id] for table in tables for cell_id in rules_cells(FORM) if cell_id in table.values}


def _slashed(report: Report) -> Report:
    return replace(report, layout=replace(report.layout, rules_slash=True))


def test_a_zero_is_printed_unless_the_habit_is_set() -> None:
    assert _printed(BUREAU) == {"0"}
    assert _printed(_slashed(BUREAU)) == {"/"}
    assert _printed(_slashed(replace(BUREAU, numbers={}))) == {"/"}


@pytest.mark.parametrize(
    ("type_", "level", "printed"),
    [
        ("township", "", "/"),
        ("subdistrict", "", "/"),
        ("government", "county", "/"),
        ("department", "city", "/"),
        ("government", "city", "0"),
        ("government", "province", "0"),
        ("department", "national", "0"),
        ("government", "", "0"),
        ("", "", "0"),
    ],
)
def test_only_an_agency_without_the_power_prints_it(type_: AgencyType, level: AgencyLevel, printed: str) -> None:
    assert _printed(_slashed(replace(BUREAU, agency=Agency("某机关", "", type_, level)))) == {printed}


def test_a_figure_is_printed_whatever_the_habit() -> None:
    report = _slashed(BUREAU.with_number("disclosure.rules.issued", 2))
    assert _printed(report) == {"2", "/"}


def test_the_file_reads_back_and_carries_zeros(tmp_path: Path) -> None:
    path, report = tmp_path / "报告.docx", _slashed(BUREAU)
    assert export(REPORT, report, path, replace=False).numbers == 200
    assert second_reader.compare(path, blocks(report)) == 200
    with zipfile.ZipFile(path) as archive:
        known = known_figures(archive.read, archive.namelist())
    assert known is not None
    assert [known.numbers[cell_id] for cell_id in rules_cells(FORM)] == [0, 0, 0]
