"""A district's reports in mixed kinds of file: everything planted is on the board, and nothing is there that is not."""

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from export.many import workbook
from export.many.sheets import many_sheets
from importers.many.crew import Crew
from importers.many.one_file import row
from importers.many.review import Step, Work, steps, work
from model.review.board import Line, board
from model.review.desk import Desk, decided, judgement
from model.review.row import Row, from_plain, plain
from model.structs import replace
from tests.checks.correct import TODAY
from tests.review.corpus import District, district


def reviewed(found: Work) -> list[Step]:
    crew = Crew(2)
    try:
        return list(steps(found, crew, lambda problem: pytest.fail(str(problem))))
    finally:
        crew.end()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> District:
    return district(tmp_path_factory.mktemp("district") / "区", 24)


def _digests(folder: Path) -> dict[Path, str]:
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def done(made: District) -> Iterator[tuple[Work, list[Step]]]:
    before = _digests(made.folder.parent)
    found = work([made.folder], made.last_year, TODAY)
    yield found, reviewed(found)
    assert _digests(made.folder.parent) == before


@pytest.fixture(scope="module")
def rows(done: tuple[Work, list[Step]]) -> list[Row]:
    return [step.row for step in done[1] if step.row]


@pytest.fixture(scope="module")
def times(done: tuple[Work, list[Step]]) -> dict[str, float]:
    return {source.name: source.changed for source in done[0].files}


@pytest.fixture(scope="module")
def lines(made: District, rows: list[Row], times: dict[str, float]) -> dict[str, Line]:
    return {line.name: line for line in board(Desk("", names=tuple(made.names)), rows, times)}


def test_every_step_is_told(done: tuple[Work, list[Step]]) -> None:
    found, told = done
    whole = len(found.before) + len(found.files)
    assert [step.done for step in told] == list(range(1, whole + 1))
    assert {step.of for step in told} == {whole}


def test_what_is_planted_is_on_the_board(made: District, lines: dict[str, Line]) -> None:
    for name, mistake in made.planted.items():
        line = lines[name]
        assert mistake.check in [found.check for found in line.findings if found.column == mistake.column], name
        assert line.mark(mistake.column).count >= 1
        assert line.row is not None
        assert line.row.has_last_year
    assert [name for name, line in lines.items() if line.state == "missing"] == made.missing
    assert [name for name, line in lines.items() if line.state == "unreadable"] == made.unreadable
    for name in made.of_another_year:
        assert "是2023年的报告，不是2024年的" in lines[name].trouble


def test_copied_texts_are_told_and_no_others(made: District, lines: dict[str, Line]) -> None:
    told = {name for name, line in lines.items() if line.alike}
    assert told == {*made.copied, *made.copied.values(), *made.kept}
    for name, other in made.copied.items():
        assert f"与{other}相同" in lines[name].alike_words
    for name in made.kept:
        assert "与本单位上年相同" in lines[name].alike_words


def test_the_later_of_two_versions_counts_and_what_it_mended_is_known(made: District, lines: dict[str, Line]) -> None:
    for name, mistake in made.versions.items():
        line = lines[name]
        assert mistake.check not in [found.check for found in line.findings]
        assert [row.file for row in line.others] == [f"第一次报的/{line.row.file}" if line.row else ""]
        assert line.changes is not None
        assert mistake.check in [found.check for found in line.changes.mended]


def test_a_correct_report_is_open_and_has_no_marks_that_want_something(made: District, lines: dict[str, Line]) -> None:
    special = {*made.planted, *made.missing, *made.unreadable, *made.copied, *made.copied.values(), *made.kept}
    plain_ones = set(made.names) - special - set(made.versions) - set(made.of_another_year)
    assert {name for name in plain_ones if lines[name].state != "open"} == set()
    assert len(plain_ones) >= 8


def test_a_row_travels_between_processes_and_is_the_same_on_its_own(made: District, rows: list[Row]) -> None:
    assert [from_plain(plain(each)) for each in rows] == rows
    some = next(each for each in rows if not each.error and each.file.endswith(".xlsx"))
    alone = row(made.folder / some.file, TODAY, some.file)
    assert alone.numbers == some.numbers
    assert (alone.digest, alone.content, alone.has_last_year) == (some.digest, some.content, False)


def test_a_decision_holds_for_the_version_it_was_made_on(
    made: District, rows: list[Row], times: dict[str, float], lines: dict[str, Line]
) -> None:
    name, mistake = next(iter(made.planted.items()))
    judged = lines[name].row
    assert judged is not None
    desk = Desk("", names=tuple(made.names))
    desk = decided(desk, name, judgement(judged, "returned", judged.findings, "请改正", TODAY))
    line = next(each for each in board(desk, rows, times) if each.name == name)
    assert (line.state, line.changes) == ("returned", None)
    new = row(made.folder / judged.file, TODAY, judged.file)
    mended = [each if each.file != judged.file else _mended(new) for each in rows]
    line = next(each for each in board(desk, mended, times) if each.name == name)
    assert line.state != "returned"
    assert line.changes is not None
    assert mistake.check in [found.check for found in line.changes.mended]
    assert line.changes.still == ()


def _mended(found: Row) -> Row:
    return replace(found, digest="0" * 64, findings=())


def test_the_workbook_holds_every_unit_figure_and_finding(lines: dict[str, Line], tmp_path: Path) -> None:
    path = tmp_path / "汇总.xlsx"
    cells = workbook.write(many_sheets(list(lines.values())), path)
    book = load_workbook(path)
    assert book.sheetnames == ["总表", "数据", "问题", "指标"]
    assert [row[0].value for row in book["总表"].iter_rows(min_row=2)] == list(lines)
    readable = [line for line in lines.values() if line.row and not line.row.error]
    assert book["数据"].max_row == len(readable) + 1
    assert book["数据"].max_column == 202
    first = readable[0]
    assert first.row is not None
    report = first.row.report
    found = [Decimal(str(cell.value)) for cell in book["数据"][2][2:]]
    assert found == [report.value(cell) for cell in report.form.cells]
    assert book["问题"].max_row == 1 + sum(len(line.findings) for line in lines.values())
    filled = sum(cell.value is not None for page in book for line in page.iter_rows() for cell in line)
    assert cells == filled
