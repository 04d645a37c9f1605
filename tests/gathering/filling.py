"""What a 科室 does with a sheet: figures and remarks written into it with other programs' libraries."""

from collections.abc import Mapping
from pathlib import Path

from docx import Document
from openpyxl import load_workbook

from export.gathering.folder import write_all
from model.form import forms
from model.gathering.items import items
from model.gathering.plan import Plan, by_giver, plan_of
from model.report.report import Agency, Report, new_report

FORM = forms.newest()
YEAR = 2025
AGENCY = "某县某局"
ITEMS = {item.id: item for item in items(FORM)}
LICENCES, PENALTIES, COMPULSORY = (
    f"disclosure.{row}.decisions" for row in ("licences", "penalties", "compulsory_measures")
)
FEES, WEBSITE = "disclosure.fees.amount", "posts.website"
LINES = {LICENCES: "审批科", PENALTIES: "法规科、执法队", COMPULSORY: "执法队", FEES: "财务科", WEBSITE: "办公室"}


def report() -> Report:
    """An empty report."""
    return new_report(YEAR, Agency(AGENCY))


def plan(lines: Mapping[str, str] = LINES) -> Plan:
    """A plan from lines of names."""
    return plan_of(lines, FORM)


def sheets(folder: Path, suffix: str, lines: Mapping[str, str] = LINES, of: Report | None = None) -> dict[str, Path]:
    """Blank sheets by 科室."""
    asked = by_giver(plan(lines), FORM)
    written = write_all(of or report(), asked, folder, suffix)
    assert not written.failed
    return dict(zip(asked, written.new, strict=True))


def fill(path: Path, figures: Mapping[str, str], remark: str = "", *, twice: bool = False) -> Path:
    """Write figures into a sheet, by the id of the item."""
    named = {(ITEMS[item].row, ITEMS[item].column): words for item, words in figures.items()}
    if path.suffix == ".docx":
        document = Document(str(path))
        table = document.tables[0]
        for row in table.rows:
            words = named.get((row.cells[1].text, row.cells[2].text))
            if words is not None:
                row.cells[3].text, row.cells[5].text = words, remark
        if twice:
            table.add_row()  # type: ignore[no-untyped-call]
            for into, cell in zip(table.rows[-1].cells, table.rows[1].cells, strict=True):
                into.text = cell.text
            table.rows[-1].cells[3].text = "77"
        document.save(str(path))
        return path
    book = load_workbook(path)
    for line in book.active.iter_rows(max_col=6):
        words = named.get((line[1].value, line[2].value))
        if words is not None:
            line[3].value = int(words) if words.isdigit() and words.isascii() else words
            line[5].value = remark or None
    book.save(path)
    return path
