"""Ledgers as offices keep them: random applications in a random office's manner, with what they are in truth."""

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from openpyxl import Workbook

from model.form import forms
from model.ledger.words import table
from model.structs import Struct, replace

YEAR = 2025
FORM = forms.newest()
TABLE = FORM.tables[1]
KINDS = [line.id for line in TABLE.column_lines if "applicant" in line.roles]
RESULTS = [line.id for line in TABLE.row_lines if "result" in line.roles]
STRANGE = ("已按程序回复", "电话沟通后了结", "另函告知", "见附件")
NAMES = ("张三", "李四", "王五", "赵六", "欧阳七")


class Truth(Struct, frozen=True):
    """An application as it is in truth; `asked` says that the office wrote something that cannot be known."""

    number: str
    kind: str
    received: date
    answered: date | None
    result: str
    asked: bool = False


def naive(truths: Sequence[Truth], year: int = YEAR) -> Counter[str]:
    """The count by hand, told again from the words of the form."""
    found: Counter[str] = Counter()
    for each in truths:
        done = each.answered.year if each.answered else year + 1
        if each.received.year > year or done < year:
            continue
        row = "received" if each.received.year == year else "carried_in"
        found[f"applications.{row}.{each.kind}"] += 1
        row = each.result if done == year else "carried_out"
        found[f"applications.{row}.{each.kind}"] += 1
    return found


def applications(random: Random, most: int = 30) -> list[Truth]:
    """Applications of three years, most of them of the year."""
    found = []
    for index in range(random.randint(1, most)):
        received = date(YEAR - 1, 9, 1) + timedelta(days=random.randrange(500))
        done = received + timedelta(days=random.randrange(60))
        answered = done if random.random() < 0.8 else None
        number = random.choice(("〔{0.year}〕{1}号", "{0.year}-{1:03}", "依申{0.year}{1:03}")).format(
            received, index + 1
        )
        found.append(Truth(number, random.choice(KINDS), received, answered, random.choice(RESULTS)))
    return found


class Office:
    """One office's manner."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.heads = {field: random.choice(names) for field, names in table("columns")["fields"].items()}
        self.days = random.choice(DAYS)
        self.by_month = random.random() < 0.3
        self.titles = random.randrange(3)
        self.two_levels = random.random() < 0.3
        self.ticks = not self.two_levels and random.random() < 0.2
        self.extra = random.sample(
            ["序号", "申请内容", "联系电话", "申请渠道", "备注", "承办科室"], random.randrange(5)
        )
        self.order = ["number", "received", "name", "applicant", "answered", "outcome", *self.extra]
        random.shuffle(self.order)
        if self.two_levels:
            self.order = ["name", "applicant", *self.order]
            self.order = [*dict.fromkeys(self.order)]
            self.order = [field for field in self.order if field not in ("answered", "outcome")] + [
                "answered",
                "outcome",
            ]
        self.cells: list[tuple[str, int]] = []

    def workbook(self, truths: Sequence[Truth]) -> tuple[bytes, dict[tuple[int, int], Truth]]:
        """A workbook, and which line is which application."""
        book = Workbook()
        book.remove(book.active)
        places: dict[tuple[int, int], Truth] = {}
        for index, (name, part) in enumerate(self._sheets(truths)):
            places.update({(index, row): each for row, each in self._write(book.create_sheet(name), part).items()})
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue(), places

    def _sheets(self, truths: Sequence[Truth]) -> list[tuple[str, list[Truth]]]:
        if not self.by_month:
            return [("台账", list(truths))]
        months = sorted({(each.received.year, each.received.month) for each in truths})
        return [
            (
                f"{year}年{month}月",
                [each for each in truths if (each.received.year, each.received.month) == (year, month)],
            )
            for year, month in months
        ]

    def _write(self, sheet: Any, truths: Sequence[Truth]) -> dict[int, Truth]:
        for _ in range(self.titles):
            sheet.append([self.random.choice(("政府信息公开申请登记台账", "某局依申请公开办理情况"))])
            sheet.merge_cells(
                start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=len(self.order)
            )
        self._head(sheet)
        places = {}
        for serial, each in enumerate(truths, 1):
            if self.random.random() < 0.05:
                sheet.append([])
                sheet.append([None] * len(self.order))
            sheet.append(self._row(each, serial))
            places[sheet.max_row] = each
            self._style(sheet)
        if self.random.random() < 0.5:
            sheet.append(["合计", f"{len(truths)}件"])
        if self.random.random() < 0.3:
            sheet.append(["填表人：张三", None, "审核人：李四"])
        return places

    def _head(self, sheet: Any) -> None:
        words = [self.heads.get(field, field) for field in self.order]
        if self.ticks:
            at = self.order.index("outcome")
            words[at : at + 1] = [_own_label(result) for result in RESULTS]
        if not self.two_levels:
            sheet.append(words)
            return
        upper, lower = list(words), [""] * len(words)
        for field, top, bottom in (
            *(("name", "申请人情况", "姓名"), ("applicant", "申请人情况", "类别")),
            *(("answered", "答复", "日期"), ("outcome", "答复", "类型")),
        ):
            at = self.order.index(field)
            upper[at], lower[at] = top, bottom
        sheet.append(upper)
        sheet.append(lower)
        row = sheet.max_row
        for first in (self.order.index("name"), self.order.index("answered")):
            sheet.merge_cells(start_row=row - 1, end_row=row - 1, start_column=first + 1, end_column=first + 2)
        for at, word in enumerate(lower, 1):
            if not word:
                sheet.merge_cells(start_row=row - 1, end_row=row, start_column=at, end_column=at)

    def _row(self, each: Truth, serial: int) -> list[Any]:
        said = {
            "number": each.number,
            "received": self.days(each.received),
            "answered": self.days(each.answered) if each.answered else self.random.choice((None, "", "/", "-")),
            "name": self.random.choice(NAMES),
            "applicant": self.kind(each),
            "outcome": self.result(each),
            "序号": serial,
            "申请内容": "某年某项目的批复文件",
            "联系电话": "13800000000",
        }
        row = [said.get(field) for field in self.order]
        if self.ticks:
            at = self.order.index("outcome")
            row[at : at + 1] = ["√" if each.answered and result == each.result else None for result in RESULTS]
        return row

    def _style(self, sheet: Any) -> None:
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, date):
                cell.number_format = "yyyy/m/d"

    def kind(self, each: Truth) -> str:
        """The office's word for an applicant."""
        return self.random.choice(words_for("applicants", "column", each.kind))

    def result(self, each: Truth) -> str:
        """The office's word for an outcome, or for none."""
        if each.answered is None:
            return self.random.choice(("", "办理中", "未办结", "—"))
        if self.random.random() < 0.03:
            return self.random.choice((*STRANGE, "不予公开", "无法提供"))
        return self.random.choice(words_for("outcomes", "row", each.result))


def words_for(name: str, part: str, line: str) -> list[str]:
    """All words for a line of the form: from the table, and the form's own."""
    entries = [entry["words"] for entry in table(name)["words"] if entry[part] == line]
    own = _own_label(line) if name == "outcomes" else _column_label(line)
    return [own, *(word for words in entries for word in words)]


def _own_label(result: str) -> str:
    cell = next(cell for cell in TABLE.number_cells if cell.id.split(".")[1] == result)
    return TABLE.row_labels(cell)[-1].label if result != RESULTS[-1] else "其他处理-其他"


def _column_label(kind: str) -> str:
    cell = next(cell for cell in TABLE.number_cells if cell.id.split(".")[2] == kind)
    return TABLE.column_labels(cell)[-1].label


def _chinese(day: date) -> str:
    digits = "〇一二三四五六七八九"
    tens = {1: "十", 2: "二十", 3: "三十"}
    small = [*digits, *(tens[n // 10] + (digits[n % 10] if n % 10 else "") for n in range(10, 32))]
    return "".join(digits[int(each)] for each in str(day.year)) + f"年{small[day.month]}月{small[day.day]}日"


DAYS = (
    lambda day: day,
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%Y%m%d}",
    lambda day: int(f"{day:%Y%m%d}"),
    lambda day: (day - date(1899, 12, 30)).days,
    lambda day: f"{day.year}年{day.month}月{day.day}日上午",
    lambda day: f"{day:%Y-%m-%d} 10:20:00",
    lambda day: f"{day.year % 100}.{day.month}.{day.day}",
    lambda day: f"{day.year}—{day.month:02}—{day.day:02}",
    _chinese,
)


def with_oddities(random: Random, truths: Sequence[Truth]) -> list[Truth]:
    """Some applications written so that nobody can know: answered before received, the same number twice."""
    odd = list(truths)
    if odd and random.random() < 0.3:
        at = random.randrange(len(odd))
        if odd[at].answered:
            odd[at] = replace(odd[at], answered=odd[at].received - timedelta(days=3), asked=True)
    if len(odd) > 1 and random.random() < 0.3:
        odd[1] = replace(odd[1], number=odd[0].number, asked=True)
        odd[0] = replace(odd[0], asked=True)
    return odd


def answers_in_truth(questions: Sequence[Any], places: Mapping[tuple[int, int], Truth]) -> dict[str, str]:
    """What the office would answer, as far as one answer can be true."""
    found = {}
    for question in questions:
        truths = [places[place.sheet, place.row] for place in question.places if (place.sheet, place.row) in places]
        if question.key.startswith("twice:"):
            found[question.key] = "all"
        elif question.kind == "applicant" or question.key.startswith("applicant"):
            found.update(_shared(question.key, {truth.kind for truth in truths}))
        elif question.kind == "outcome" or question.key.startswith("outcome"):
            found.update(_shared(question.key, {truth.result for truth in truths}))
    return found


def _shared(key: str, values: set[str]) -> dict[str, str]:
    return {key: values.pop()} if len(values) == 1 else {}
