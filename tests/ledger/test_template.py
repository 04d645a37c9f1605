"""The ledger to be filled in: offered words are read back as they are, formulas count the same, next year goes on."""

import re
from collections import Counter
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from cli import main
from export.ledger.template import save, workbook
from importers.ledger.read import read, read_whole
from model.form import forms
from model.ledger.applications import template_words
from model.ledger.counting import count
from model.ledger.vocabulary import Kind, built_in
from model.ledger.when import period
from tests.ledger.offices import FORM, YEAR, Truth, applications, naive
from tests.tools import need
from tests.word.readers import office_convert

pytestmark = pytest.mark.prepared

FIELDS = ("登记号", "收到日期", "申请人", "申请人类别", "申请内容", "答复日期", "办理结果")


def offered(sheet: object, book: object, column: int) -> list[str]:
    """What the drop-down list of a column offers, as Excel finds it."""
    letter = sheet.cell(1, column).column_letter  # type: ignore[attr-defined]
    validation = next(
        each
        for each in sheet.data_validations.dataValidation  # type: ignore[attr-defined]
        if each.type == "list" and str(each.sqref).startswith(f"{letter}2:")
    )
    name, _, area = validation.formula1.partition("!")
    return [row[0].value for row in book[name][area.replace("$", "")]]  # type: ignore[index]


def filled(path: Path, truths: list[Truth]) -> Path:
    """The template as a person fills it: days, and words out of the lists alone."""
    save(path, FORM, YEAR)
    book = load_workbook(path)
    sheet = book["台账"]
    at = {sheet.cell(1, column).value: column for column in range(1, sheet.max_column + 1)}
    kinds, outcomes = (offered(sheet, book, at[head]) for head in ("申请人类别", "办理结果"))
    words = {kind: template_words(kind, FORM) for kind in ("applicant", "outcome")}
    assert (kinds, outcomes) == tuple(list(each.values()) for each in words.values())
    for row, each in enumerate(truths, 2):
        outcome = words["outcome"][each.result] if each.answered else None
        line = (each.number, each.received, "张三", words["applicant"][each.kind], "批复", each.answered, outcome)
        for head, value in zip(FIELDS, line, strict=True):
            sheet.cell(row, at[head]).value = value
    book.save(path)
    return path


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Truth], Path]:
    """Random applications, and the template with them after LibreOffice has opened, calculated and saved it."""
    folder = tmp_path_factory.mktemp("template")
    truths = applications(Random(7), 60)
    return truths, office_convert(need("soffice"), [filled(folder / "台账.xlsx", truths)], "xlsx", folder)[0]


def test_what_was_filled_in_and_saved_by_an_office_program_is_read_back_exactly(
    used: tuple[list[Truth], Path],
) -> None:
    truths, path = used
    found = count(read(path), FORM, period(YEAR))
    assert found.unanswered == ()
    assert Counter({cell: number for cell, number in found.numbers.items() if number}) == naive(truths)


def test_the_formulas_of_the_template_count_the_same(used: tuple[list[Truth], Path]) -> None:
    truths, path = used
    sheet = load_workbook(path, data_only=True)["计数"]
    kinds = {word: line for line, word in template_words("applicant", FORM).items()}
    rows = {word: line for line, word in template_words("outcome", FORM).items()}
    rows |= {"本年新收": "received", "上年结转": "carried_in", "结转下年度": "carried_out"}
    told = {
        f"applications.{rows[row[0].value]}.{kinds[head.value]}": cell.value
        for row in sheet.iter_rows(min_row=3)
        for head, cell in zip(sheet[2][1:7], row[1:7], strict=True)
        if row[0].value in rows
    }
    assert Counter({cell: number for cell, number in told.items() if number}) == naive(truths)
    assert {cell.value for cell in sheet[len(rows) + 3][1:7]} == {0}


@pytest.mark.parametrize("form", forms.IDS)
def test_every_word_of_the_lists_is_read_back_as_its_line(form: str) -> None:
    kinds: tuple[Kind, ...] = ("applicant", "outcome")
    for kind in kinds:
        known = built_in(kind, forms.named(form))
        for line, word in template_words(kind, forms.named(form)).items():
            assert (known.meaning(word).line, known.is_certain(word)) == (line, True), word


def test_next_year_begins_with_what_was_left_open(
    used: tuple[list[Truth], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    truths, path = used
    new = tmp_path / "下一年.xlsx"
    assert main(["ledger", str(path), "--year", str(YEAR), "--template", str(new)]) == 0
    left = [each for each in truths if each.received.year <= YEAR and (not each.answered or each.answered.year > YEAR)]
    assert f"带来没有办结的 {len(left)} 件" in capsys.readouterr().out
    lines = read_whole(new).sheets[0].lines
    assert [line.said["number"] for line in lines] == [each.number for each in left]
    assert {line.said["name"] for line in lines} == {"张三"}
    found = count(read(new), FORM, period(YEAR + 1))
    assert sum(number for cell, number in found.numbers.items() if ".carried_in." in cell) == len(left)
    assert main(["ledger", str(path), "--year", str(YEAR), "--template", str(new)]) == 2


def test_words_that_begin_like_a_formula_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    save(path, FORM, YEAR, [{"number": "=1+1", "received": "2025-3-4", "name": "@SUM(A1)", "content": "+cmd"}])
    cells = {cell.value: cell for cell in load_workbook(path)["台账"][2] if cell.value}
    for words in ("=1+1", "@SUM(A1)", "+cmd"):
        assert (cells[words].data_type, cells[words].quotePrefix) == ("s", True)


def test_the_same_lines_give_the_same_bytes_and_no_time_is_in_them(tmp_path: Path) -> None:
    lines = [{"number": "〔2025〕1号", "received": "2025-3-4", "applicant": "自然人"}]
    save(path := tmp_path / "台账.xlsx", FORM, YEAR, lines)
    assert path.read_bytes() == workbook(FORM, YEAR, lines)
    with ZipFile(path) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name, part in parts.items() if re.search(rb"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:", part)]
    assert "依申请公开台账" in parts["docProps/core.xml"].decode()


def test_a_blank_one_is_written_for_those_who_have_none(tmp_path: Path) -> None:
    path = tmp_path / "台账模板.xlsx"
    assert main(["ledger", "--template", str(path)]) == 0
    assert load_workbook(path).sheetnames == ["台账", "计数", "选项", "说明"]
    found = count(read(path), FORM, period(YEAR))
    assert (found.unanswered, set(found.numbers.values())) == ((), {0})
    assert main(["ledger", "--template", str(tmp_path / "台账.xls")]) == 2
    assert main(["ledger"]) == 2
