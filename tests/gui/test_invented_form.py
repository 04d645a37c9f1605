"""A report on a form that nobody has issued goes through the whole program, beside reports on the forms of today."""

import random
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from lxml import etree
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from export.exporters import REPORT, export
from export.word.tables import TEXT_WIDTH
from export.word.wordml import w
from gui.findings.balance_words import columns_off, equation
from gui.shell.window import MainWindow
from importers.read import read
from model.checks import Context
from model.checks.run import all_findings
from model.drafts import draft
from model.drafts.draft import Draft
from model.form import forms
from model.form.form import Form, Value
from model.prose.reader import reading as prose
from model.report.next_year import next_year, past_report
from model.report.report import Agency, Report, Texts, new_report
from model.session.edits import set_number
from model.session.session import Session
from model.structs import replace
from tests import invented
from tests.gui.grid.grid_tools import OpenDesk

AGENCY = Agency(
    "青河县水务局", "水务局", "department", "county", address="人民路8号", postcode="130000", phone="0431-89682735"
)
TODAY = date(2032, 1, 10)


@pytest.fixture(scope="module")
def form() -> Iterator[Form]:
    found = invented.invented()
    with invented.known(found):
        yield found


def filled(form: Form, year: int, seed: int = 1) -> Report:
    """A report with another figure in every cell whose columns balance, and prose about some of them."""
    chosen = random.Random(seed)
    numbers: dict[str, Value | None] = {}
    for cell_id in form.typed:
        kind = form.cells[cell_id].kind
        numbers[cell_id] = Decimal("35.50") if kind == "decimal" else chosen.randrange(0, 90)
    report = new_report(year, AGENCY).with_numbers(numbers)
    for balance in form.balances:
        if not balance.is_sum:
            received, lacking = balance.left[0], report.difference(balance)
            report = report.with_number(received, report.count(received) + max(0, -lacking))
            report = report.with_number(balance.right[-1], report.count(balance.right[-1]) + max(0, lacking))
    return replace(report, text=_texts(report))


def _texts(report: Report) -> Texts:
    total, refused = (report.form.cells_as(f"applications.{row}.total") for row in ("received", "refused"))
    overview = f"本年新收政府信息公开申请{report.sum(total)}件，其中不予公开{report.sum(refused)}件。"
    return Texts(f"由{AGENCY.name}编制。", overview, "存在的问题是人手不足，下一步将加强培训。", "没有收取信息处理费。")


def test_the_form_differs_as_it_should(form: Form) -> None:
    today = forms.named("2021")
    assert [(table.rows, table.columns) for table in form.tables] == [(15, 4), (28, 9), (4, 15)]
    assert not form.cells.keys() & today.cells.keys()
    assert forms.of(2031) is form
    assert forms.of(2030) is today


def test_a_draft_opens_under_its_own_form(form: Form) -> None:
    report = filled(form, 2031)
    found = draft.loads(draft.dumps(Draft(report))).report
    assert found == report
    assert found.form is form


def test_totals_and_balances_follow_its_own_sums(form: Form) -> None:
    report = filled(form, 2031)
    for balance in form.balances:
        assert report.difference(balance) == 0
    for column in ("xnatural_person", "xenterprise"):
        results = [
            cell_id for cell_id in form.typed if cell_id.startswith("xapplications.") and cell_id.endswith(f".{column}")
        ]
        wanted = sum(
            report.count(cell_id)
            for cell_id in results
            if cell_id.split(".")[1] not in ("xreceived", "xcarried_in", "xcarried_out")
        )
        assert report.total(f"xapplications.xconcluded.{column}") == wanted
    assert [balance.is_sum for balance in form.balances] == [False] * 5 + [True]


def test_its_prose_is_read_by_what_its_rows_mean(form: Form) -> None:
    figures = [
        figure for figure in prose("收到政府信息公开申请5件，其中不予公开3件。", form).figures if figure.meanings
    ]
    received, refused = (figure.meanings[0] for figure in figures)
    assert received == ("xapplications.xreceived.xtotal",)
    assert "xapplications.xrefused_work_secret.xtotal" in refused
    assert len(refused) == 8


def test_the_checks_judge_it_and_are_silent_where_it_lacks_a_cell(form: Form) -> None:
    report = filled(form, 2031)
    assert not {finding.check for finding in all_findings(report, Context(TODAY))} & {"T0-01", "T3-01", "X-01", "X-09"}
    off = report.with_number("xapplications.xgranted.xnatural_person", 999)
    assert "T3-01" in {finding.check for finding in all_findings(off, Context(TODAY))}
    said = replace(report, text=replace(report.text, overview="本年收到政府信息公开申请99999件。"))
    assert "X-01" in {finding.check for finding in all_findings(said, Context(TODAY))}
    blank = new_report(2031, AGENCY)
    assert "T0-01" in {finding.check for finding in all_findings(blank, Context(TODAY))}


def test_last_years_report_on_the_form_before_is_compared_by_meaning(form: Form) -> None:
    before = filled(forms.named("2021"), 2030)
    begun = next_year(past_report(before), AGENCY, 2031)
    assert begun.report.form is form
    assert len(begun.carried) == 5
    assert begun.report.count("xapplications.xcarried_in.xresearch") == before.count(
        "applications.carried_out.research"
    )
    assert {finding.check for finding in all_findings(begun.report, Context(TODAY))}


def test_its_word_tables_have_its_columns_and_are_read_back(form: Form, tmp_path: Path) -> None:
    report, path = filled(form, 2031), tmp_path / "报告.docx"
    assert export(REPORT, report, path, replace=False).numbers == len(form.cells)
    body = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    for table, element in zip(form.tables, body.iter(w("tbl")), strict=True):
        widths = [int(column.get(w("w"), "0")) for column in element.iter(w("gridCol"))]
        assert (len(widths), sum(widths)) == (table.columns, TEXT_WIDTH)


@pytest.mark.parametrize("known", [True, False])
def test_its_word_file_is_imported_figure_by_figure(form: Form, tmp_path: Path, *, known: bool) -> None:
    report, path = filled(form, 2031), tmp_path / "报告.docx"
    export(REPORT, report, path, replace=False)
    reading = read(path if known else _without_figures(path))
    assert reading.form is form
    assert (reading.year, dict(reading.numbers)) == (2031, dict(report.numbers))


def _without_figures(path: Path) -> Path:
    """The file as another program saves it, without the part that carries the figures."""
    bare = path.with_name("别的程序存的.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bare, "w") as target:
        for item in source.infolist():
            if not item.filename.startswith("customXml/item1.xml"):
                target.writestr(item, source.read(item))
    return bare


@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_cell_of_its_tables_is_painted(form: Form, opened: OpenDesk, number: int) -> None:
    table = form.tables[number]
    desk = opened(table.id, filled(form, 2031), size=(1376, 1300))
    bands = desk.grid.sheet.bands
    image: QImage = desk.grid.viewport().grab().toImage()
    ratio = image.devicePixelRatio()

    assert desk.grid.sheet.layout.x[-1] <= desk.grid.viewport().width() + 1
    for cell in table.cells:
        area = bands.visible(cell)
        assert area.width() > 20
        assert area.height() > 20
        assert _inks(image, area.topLeft() * ratio, area.bottomRight() * ratio) > 1, cell
    covered = sum(bands.rect(cell).width() * bands.rect(cell).height() for cell in table.cells)
    layout = desk.grid.sheet.layout
    assert covered == layout.x[-1] * layout.y[-1]


def _inks(image: QImage, first: QPoint, last: QPoint) -> int:
    """How many colours there are inside of an area; a cell that was not painted has one."""
    return len(
        {image.pixel(x, y) for x in range(first.x() + 2, last.x() - 2) for y in range(first.y() + 2, last.y() - 2)}
    )


def test_the_window_takes_pages_columns_and_balance_from_the_form(form: Form, window: MainWindow) -> None:
    report = filled(form, 2031)
    path = window.library.folder / "青河县水务局2031年度报告.nianbao"
    path.parent.mkdir(parents=True, exist_ok=True)
    draft.save(Draft(report), path, datetime.now().astimezone())
    assert window.open_file(path)
    assert window.wizard is not None
    for page in ("xdisclosure", "xapplications", "xdisputes", "overview", "finish", "agency"):
        window.wizard.show_page(page)
    window.wizard.show_page("xapplications")
    assert window.wizard.rail.items["xapplications"].text() == "收到和处理申请"
    strip = cast("QWidget", window.wizard.findChild(QWidget, "balance_strip"))
    labels = cast("list[QLabel]", strip.findChildren(QLabel))
    words = " ".join(label.text() for label in labels)
    assert "六列都平" in words
    assert not columns_off(report)
    assert equation(report, "xtotal").difference == 0
    buttons = cast("list[QAbstractButton]", strip.findChildren(QAbstractButton))
    assert [button for button in buttons if button.isVisible()] == []


@pytest.mark.parametrize(
    ("year", "form_id", "cell"),
    [
        (2025, "2021", "disclosure.rules.issued"),
        (2020, "2019", "disclosure.licences.items_change"),
        (2031, "2031", "xdisclosure.xinspections.xdecisions"),
    ],
)
def test_drafts_on_three_forms_open_edit_save_and_export_beside_each_other(
    form: Form, tmp_path: Path, year: int, form_id: str, cell: str
) -> None:
    own = forms.named(form_id)
    path = tmp_path / f"{year}.nianbao"
    draft.save(Draft(filled(own, year)), path, datetime.now().astimezone())
    session = Session(draft.load(path), TODAY)
    value = -3 if own.cells[cell].kind == "change" else 7
    session.do(set_number(cell, value))
    assert session.report.form is own
    draft.save(replace(session.draft, report=session.report), path, datetime.now().astimezone())
    again = draft.load(path).report
    assert (again.form, again.value(cell)) == (own, value)
    word = tmp_path / f"{year}.docx"
    assert export(REPORT, again, word, replace=False).numbers == len(own.cells)
    reading = read(word)
    assert (reading.form, dict(reading.numbers)) == (own, dict(again.numbers))
    assert form.id == invented.ID
