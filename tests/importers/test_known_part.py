"""The figures our own Word file carries: taken when whole, and as if they were not there when anything is wrong."""

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from export.exporters import REPORT, export
from importers.document.blocks import KnownFigures
from importers.formats.word.known_part import known_figures
from model.drafts import draft
from tests.forms import FORM

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"


def of(parts: dict[str, bytes]) -> KnownFigures | None:
    return known_figures(parts.__getitem__, parts)


@pytest.fixture(scope="module")
def part(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("报告") / "报告.docx"
    export(REPORT, draft.load(SEED).report, path, replace=False)
    with zipfile.ZipFile(path) as archive:
        return archive.read("customXml/item1.xml")


def test_every_figure_comes_back_under_its_id(part: bytes) -> None:
    seed = draft.load(SEED).report
    known = of({"customXml/item1.xml": b"<b/>", "customXml/item7.xml": part})
    assert known is not None
    assert (known.form, known.year, known.agency) == ("2021", 2024, seed.agency.name)
    assert known.numbers == {cell_id: seed.value(cell_id) for cell_id in FORM.cells}


WRONG = {
    "another vocabulary": (b"figures:1", b"figures:2"),
    "another form": (b'form="2021"', b'form="2031"'),
    "no year": (b'year="2024"', b'year="next"'),
    "a cell the form does not have": (b"disclosure.rules.issued", b"disclosure.rules.printed"),
    "no figure": (b">5<", b">five<"),
    "a figure no cell can hold": (b">5<", b">-5<"),
    "digits of another script": (b">5<", ">٥<".encode()),
    "damaged": (b"</", b"<"),
    "entities": (b"?>", b'?><!DOCTYPE r [<!ENTITY a "5">]>'),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_part_that_is_not_wholly_right_counts_as_none(part: bytes, fault: str) -> None:
    wrong = part.replace(*WRONG[fault])
    assert wrong != part
    if fault == "entities":
        wrong = wrong.replace(b">5<", b">&a;<")
    assert of({"customXml/item1.xml": wrong}) is None


def test_the_amount_keeps_its_last_digit(part: bytes) -> None:
    wanted = FORM.cells["disclosure.fees.amount"]
    start = part.index(f'id="{wanted.id}"'.encode())
    longer = part[:start] + part[start:].replace(b"</", b".100</", 1)
    known = of({"customXml/item1.xml": longer})
    assert known is not None
    assert str(known.numbers[wanted.id]).endswith(".100")
    assert isinstance(known.numbers[wanted.id], Decimal)
