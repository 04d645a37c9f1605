"""What the review page says about a question, which replies it offers, and how a typed reply is understood."""

from importers.answers import RIGHT, Question, Reply
from model.form.entry import parse_entry
from model.form.form import CellError, Kind, Value, format_value
from model.structs import Struct

FIELDS = {
    "title": "标题",
    "year": "报告年度",
    "agency.name": "机关全称",
    "agency.short_name": "机关简称",
    "agency.office": "办公室",
    "agency.address": "地址",
    "agency.postcode": "邮编",
    "agency.phone": "电话",
    "agency.fax": "传真",
    "agency.email": "邮箱",
    "preamble": "引言",
    "lines": "断开的行",
}
"""What is read besides the six parts."""

_FIRST_YEAR, _LAST_YEAR = 2008, 2121
"""The years a yearly report can be about: since 《条例》 first came into force."""


class Answer(Struct, frozen=True):
    """A reply that is offered: its name, its words, and what it says; None asks for words."""

    name: str
    words: str
    reply: Reply | None


def place_words(question: Question) -> str:
    """What a question is about: 表二 · 行政规范性文件 / 现行有效件数, 第三部分的标题."""
    place, form = question.first.place, question.form
    if place in form.cells:
        table = form.table_of(place)
        names = [form.name(cell_id) for cell_id in question.places]
        rows = {name.partition(" / ")[0] for name in names}
        if len(names) == 1:
            return f"{table.name} · {names[0].replace(' / ', '，')}"
        return f"{table.name} · {rows.pop()}" if len(rows) == 1 else f"{table.name} · {len(rows)} 行"
    if place in FIELDS:
        return FIELDS[place]
    if question.about_section:
        return f"第{form.section(place).heading[0]}部分"
    return "文件里的其他内容"


def quick_words(question: Question) -> str:
    """A question in one line."""
    first = question.first
    if question.about_cells and len(question.places) > 1:
        taken = f"读作 {first.taken}" if first.taken else "没有读出数"
        return f"{len(question.places)} 格写的是“{first.printed}”，{taken}"
    if question.about_cells and first.printed:
        return f"“{first.printed}”读作 {first.taken}" if first.taken else f"“{first.printed}”没有读出数"
    return first.message


def full_words(question: Question) -> str:
    """What is doubtful and what to do."""
    many = question.about_cells and len(question.places) > 1
    return f"{quick_words(question)}，请核对。" if many else question.first.message


def taken_words(question: Question, reply: Reply) -> str:
    """What was replied, in one line."""
    if question.could_be:
        return "没有采用" if reply.right else f"已用作{_table_name(question)}"
    if question.about_lines:
        return "已接成整段" if reply.right else "已照原样分行"
    if question.about_section:
        return "已确认" if reply.right else "不是，没有采用"
    value = question.first.taken if reply.right else said(reply.value)
    if question.about_cells:
        many = f"{len(question.places)} 格都" if len(question.places) > 1 else ""
        return f"已确认，{many}是 {value}" if value else f"已确认，{many}留空"
    return f"已确认：{value}" if value else "已看过"


def said(value: object) -> str:
    """A reply's value as it is shown."""
    if value is None:
        return ""
    return value if isinstance(value, str) else format_value(value) if not isinstance(value, bool) else ""  # type: ignore[arg-type]


def answers(question: Question) -> tuple[Answer, ...]:
    """The replies that are offered, the likeliest first."""
    taken = question.first.taken
    if question.could_be:
        take = Answer("take", f"用作{_table_name(question)}", Reply(right=False, value=question.could_be))
        return take, Answer("right", "不是，不用", RIGHT)
    if question.about_cells:
        return _about_cells(question)
    if question.about_words:
        right = (Answer("right", "对", RIGHT),) if taken else ()
        return (*right, Answer("other", "改成别的" if taken else "填写", None))
    if question.about_lines:
        return Answer("right", "接成整段", RIGHT), Answer("wrong", "照原样分行", Reply(right=False))
    if question.about_section and taken:
        return Answer("right", "对", RIGHT), Answer("wrong", "不是", Reply(right=False))
    return (Answer("right", "知道了", RIGHT),)


def _table_name(question: Question) -> str:
    return question.form.table(question.could_be).name


def _about_cells(question: Question) -> tuple[Answer, ...]:
    taken, blank = question.first.taken, Answer("blank", "留空", Reply(right=False))
    if taken:
        right = Answer("right", f"对，是 {taken}", RIGHT)
        return (right, blank) if len(question.places) > 1 else (right, Answer("other", "改成别的", None), blank)
    if len(question.places) > 1:
        return Answer("zero", "填 0", Reply(right=False, value=_zero(question))), blank
    return Answer("other", "填一个数", None), blank


def _zero(question: Question) -> Value:
    found = parse_entry("0", _kind(question))
    assert found is not None
    return found


def _kind(question: Question) -> Kind:
    """What kind of figure the cells hold; those of one question hold the same."""
    cells = [question.form.cells[place] for place in question.places]
    return next(cell.kind for cell in cells if not cell.computed)


def entered(question: Question, words: str) -> object:
    """What the clerk typed as a reply: a figure as in the tables, a year, or words; None for a blank cell.

    Raises:
        CellError: it cannot be that; the message says why.
    """
    place = question.first.place
    if question.about_cells:
        return parse_entry(words, _kind(question))
    if question.could_be:
        return words
    plain = " ".join(words.split())
    if place == "year":
        return entered_year(plain)
    if place in ("agency.name", "title") and not plain:
        raise CellError(f"请填写{FIELDS[place]}")
    return plain


def entered_year(words: str) -> int:
    """A report year as typed, with or without 年.

    Raises:
        CellError: it is no year.
    """
    figure = parse_entry(words.strip().removesuffix("度").removesuffix("年"), "count")
    if not isinstance(figure, int) or not _FIRST_YEAR <= figure <= _LAST_YEAR:
        raise CellError("填四位年份，例如 2024")
    return figure
