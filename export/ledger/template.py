"""The ledger to be filled in: drop-down lists, days, a colour for what is overdue, and a count by formulas."""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from export.excel.properties import plain_core
from export.excel.workbook import escaped, packed
from model.files import atomic
from model.files.problems import FileProblem, from_os_error
from model.form.form import Form
from model.ledger.applications import template_words
from model.ledger.when import EARLIEST, day
from model.ledger.words import table

LAST_ROW = 2000
"""The last row that lists and formulas reach."""
_FORMULA = re.compile(r"[=+\-@\t\r]")
_DUE_DAYS, _SOON = 20, 5
_LINE = Side("thin", "BFBFBF")
_HEAD, _INPUT = PatternFill("solid", "DDEBF7"), PatternFill("solid", "FFF2CC")
_LATE, _NEAR = PatternFill("solid", bgColor="F8CBAD"), PatternFill("solid", bgColor="FFE699")

Line = Mapping[str, str]
"""What stands in a line, by field."""


def save(path: Path, form: Form, year: int, lines: Sequence[Line] = ()) -> None:
    """Write a ledger for a year.

    Args:
        path: the new file.
        form: whose rows and columns are offered and counted.
        year: what the sheet of formulas counts.
        lines: what it begins with.

    Raises:
        FileProblem: it cannot be written; what stood there before is as it was.
    """
    data = workbook(form, year, lines)

    def verify(written: Path) -> None:
        if written.read_bytes() != data:
            raise FileProblem(path, "写出后核对不一致，未保存，磁盘或共享文件夹可能有故障")

    try:
        atomic.write(path, data, verify=verify)
    except OSError as error:
        raise from_os_error(path, error) from None


def workbook(form: Form, year: int, lines: Sequence[Line] = ()) -> bytes:
    """The bytes of the ledger, the same for the same lines; see `save`."""
    book, names = Workbook(), table("template")["sheets"]
    sheets = {part: book.create_sheet(name) for part, name in names.items()}
    book.remove(book.active)
    lists = _lists(form)
    _write_lists(sheets["lists"], lists)
    _write_ledger(sheets["ledger"], lists, lines)
    _write_count(sheets["count"], form, year)
    for row, words in enumerate(table("template")["help"], 1):
        _put(sheets["help"], row, 1, words).alignment = Alignment(wrap_text=True, vertical="top")
    sheets["help"].column_dimensions["A"].width = 100
    raw = BytesIO()
    book.save(raw)
    return packed(raw, plain_core("依申请公开台账"))


def _lists(form: Form) -> dict[str, Sequence[str]]:
    words = {kind: list(template_words(kind, form).values()) for kind in ("applicant", "outcome")}
    return {**words, **table("template")["lists"]}


def _put(sheet: Any, row: int, column: int, words: str) -> Any:  # noqa: ANN401 - openpyxl is not typed
    """Write words, never a formula."""
    cell = sheet.cell(row, column)
    cell.value = escaped(words)
    cell.data_type = "s"
    if _FORMULA.match(words):
        cell.quotePrefix = 1
    return cell


def _write_lists(sheet: Any, lists: Mapping[str, Sequence[str]]) -> None:  # noqa: ANN401
    for column, (_, words) in enumerate(lists.items(), 1):
        for row, word in enumerate(words, 1):
            _put(sheet, row, column, word)
        sheet.column_dimensions[get_column_letter(column)].width = 36


def _write_ledger(sheet: Any, lists: Mapping[str, Sequence[str]], lines: Sequence[Line]) -> None:  # noqa: ANN401
    columns = table("template")["columns"]
    letters = {each["field"]: get_column_letter(at) for at, each in enumerate(columns, 1)}
    for at, each in enumerate(columns, 1):
        head = _put(sheet, 1, at, each["head"])
        head.font, head.fill = Font(bold=True), _HEAD
        head.border = Border(_LINE, _LINE, _LINE, _LINE)
        head.alignment = Alignment("center", "center", wrap_text=True)
        sheet.column_dimensions[letters[each["field"]]].width = each["width"]
        _write_column(sheet, at, each, lists, letters)
    for row, line in enumerate(lines, 2):
        _write_line(sheet, row, columns, line)
    sheet.freeze_panes = "B2"
    sheet.row_dimensions[1].height = 32
    received, due, answered = letters["received"], letters["due"], letters["answered"]
    waits = f'AND(${received}2<>"",${answered}2="",'
    area = f"A2:{get_column_letter(len(columns))}{LAST_ROW}"
    late = f"{waits}TODAY()>${due}2)"
    sheet.conditional_formatting.add(area, FormulaRule([late], fill=_LATE, stopIfTrue=True))
    sheet.conditional_formatting.add(area, FormulaRule([f"{waits}TODAY()+{_SOON}>=${due}2)"], fill=_NEAR))


def _write_column(
    sheet: Any,  # noqa: ANN401
    at: int,
    column: Mapping[str, Any],
    lists: Mapping[str, Sequence[str]],
    letters: Mapping[str, str],
) -> None:
    letter, kind = get_column_letter(at), column.get("kind")
    area = f"{letter}2:{letter}{LAST_ROW}"
    if "list" in column:
        where = get_column_letter(list(lists).index(column["list"]) + 1)
        source = f"{table('template')['sheets']['lists']}!${where}$1:${where}${len(lists[column['list']])}"
        _validate(sheet, area, "请从下拉的选项里选", type="list", formula1=source)
    elif kind == "day":
        first = f"DATE({EARLIEST},1,1)"
        _validate(sheet, area, "请填日期，例如 2025-3-4", type="date", operator="greaterThanOrEqual", formula1=first)
    elif kind == "amount":
        _validate(sheet, area, "请填多少元", type="decimal", operator="greaterThanOrEqual", formula1="0")
    if kind in ("day", "due"):
        for row in range(2, LAST_ROW + 1):
            cell = sheet.cell(row, at)
            cell.number_format = "yyyy-mm-dd"
            if kind == "due":
                came = f"{letters['received']}{row}"
                cell.value = f'=IF({came}="","",WORKDAY({came},{_DUE_DAYS}))'


def _validate(sheet: Any, area: str, error: str, **rule: str) -> None:  # noqa: ANN401
    validation = DataValidation(allow_blank=True, showErrorMessage=True, errorTitle="台账", error=error, **rule)
    validation.add(area)
    sheet.add_data_validation(validation)


def _write_line(sheet: Any, row: int, columns: Sequence[Mapping[str, Any]], line: Line) -> None:  # noqa: ANN401
    for at, each in enumerate(columns, 1):
        words = line.get(each["field"], "")
        found = day(words, None).on if each.get("kind") == "day" and words else None
        if found is not None:
            sheet.cell(row, at).value = found
        elif words and each.get("kind") != "due":
            _put(sheet, row, at, words)


def _write_count(sheet: Any, form: Form, year: int) -> None:  # noqa: ANN401
    """The count by formulas, one row for each row of the form that is typed."""
    _put(sheet, 1, 1, "年份")
    sheet["B1"].value, sheet["B1"].fill = year, _INPUT
    kinds, outcomes = template_words("applicant", form), template_words("outcome", form)
    rows = ["本年新收", "上年结转", *outcomes.values(), "结转下年度", "勾稽（应为 0）"]
    for column, word in enumerate(kinds.values(), 2):
        _put(sheet, 2, column, word)
        sheet.column_dimensions[get_column_letter(column)].width = 12
    for row, word in enumerate(rows, 3):
        _put(sheet, row, 1, word)
        for column in range(2, len(kinds) + 2):
            sheet.cell(row, column).value = f"={_formula(row, get_column_letter(column), len(rows))}"
    sheet.column_dimensions["A"].width = 40
    sheet.freeze_panes = "B3"


def _formula(row: int, letter: str, rows: int) -> str:
    """The formula of a row of the count for the applicants of a column."""
    columns = [each["field"] for each in table("template")["columns"]]

    def area(field: str) -> str:
        at = get_column_letter(columns.index(field) + 1)
        return f"{table('template')['sheets']['ledger']}!${at}$2:${at}${LAST_ROW}"

    came, went, kind, result = (area(field) for field in ("received", "answered", "applicant", "outcome"))
    whose, first, last = f"{kind},{letter}$2", "DATE($B$1,1,1)", "DATE($B$1,12,31)"
    received = f'COUNTIFS({whose},{came},">="&{first},{came},"<="&{last})'
    if row == 3:  # noqa: PLR2004 - the first row
        return received
    before = f'{whose},{came},"<"&{first}'
    if row == 4:  # noqa: PLR2004 - the second
        return f'COUNTIFS({before},{went},"")+COUNTIFS({before},{went},">="&{first})'
    if row == rows + 1:
        upto = f'{whose},{came},"<="&{last}'
        return f'COUNTIFS({upto},{went},"")+COUNTIFS({upto},{went},">"&{last})'
    if row == rows + 2:
        return f"{letter}3+{letter}4-SUM({letter}5:{letter}{rows + 1})"
    return f'COUNTIFS({whose},{went},">="&{first},{went},"<="&{last},{result},$A{row})'
