"""Whatever stands in a report, its Word file is sound, and programs of others read the same 200 figures in it."""

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openxml_audit
import pytest
from hypothesis import given, settings

from export.content import blocks, why_not
from export.exporters import REPORT, export
from export.word import second_reader
from model.files.problems import FileProblem
from model.report.report import Report
from tests.strategies import reports, without_unknown_fields
from tests.tools import PATIENCE_S, need, ooxml_validator
from tests.word import readers
from tests.word.structure import faults

Written = list[tuple[Path, Report]]

FILES = 500 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 25
PARTS = 10 if FILES > 100 else 1
"""In so many tests the slowest validator looks at them: one that takes ten minutes is called hanging."""
_FALSE_ALARM = "relationships/theme"
"""openxml-audit asks for a theme part, which the format leaves out at will."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Word files of many random reports; each was read back when it was written."""
    folder = tmp_path_factory.mktemp("随机 报告")
    made: Written = []

    @settings(max_examples=FILES)
    @given(reports())
    def write(report: Report) -> None:
        path = folder / f"{len(made)}.docx"
        if why_not(report):
            with pytest.raises(FileProblem):
                export(REPORT, report, path, replace=False)
            assert not path.exists()
            report = without_unknown_fields(report)
        assert export(REPORT, report, path, replace=False).numbers == 200
        made.append((path, report))

    write()
    return made


def test_files_are_sound_and_python_docx_agrees(written: Written) -> None:
    for path, report in written:
        assert faults(path) == []
        assert second_reader.compare(path, blocks(report)) == 200


@pytest.mark.parametrize("part", range(PARTS))
def test_openxml_audit_finds_only_its_known_false_alarm(written: Written, part: int) -> None:
    for path, _ in written[part::PARTS]:
        errors = openxml_audit.OpenXmlValidator().validate(str(path)).errors
        assert [error.description for error in errors if _FALSE_ALARM not in error.description] == []


def test_the_open_xml_sdk_finds_nothing(written: Written) -> None:
    validator = ooxml_validator()

    def complaints(path: Path) -> object:
        done = subprocess.run([validator, str(path)], capture_output=True, check=False, timeout=PATIENCE_S)
        return json.loads(done.stdout)["errors"]

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(complaints, (path for path, _ in written)))
    assert found == [[]] * len(written)


def test_docx2txt_reads_every_figure_in_its_place(written: Written) -> None:
    for path, report in written:
        found = readers.docx2txt_lines(path)
        assert all(readers.holds(found, table) for table in readers.printed_tables(report))


def test_pandoc_reads_every_figure_in_its_place(written: Written) -> None:
    pandoc = need("pandoc")
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda path: readers.pandoc_cells(pandoc, path), (path for path, _ in written)))
    for cells, (_, report) in zip(found, written, strict=True):
        assert cells == [text for table in readers.printed_tables(report) for text in table]


def test_libreoffice_reads_every_figure_in_its_place(written: Written, tmp_path: Path) -> None:
    made = readers.office_convert(need("soffice"), [path for path, _ in written], "txt:Text (encoded):UTF8", tmp_path)
    for text, (_, report) in zip(made, written, strict=True):
        found = readers.lines(text.read_text("utf-8-sig"))
        assert all(readers.holds(found, table) for table in readers.printed_tables(report))
