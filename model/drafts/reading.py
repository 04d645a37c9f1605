"""Reading a draft: JSON into a report, every value looked at, anything wrong refused with its place."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from model.files.strict_json import JsonError, key_place, shown
from model.form import forms
from model.form.form import CellError, Form, Value, parse_amount
from model.language.patterns import pattern
from model.report.report import (
    NOTHING,
    TEXT_IDS,
    Agency,
    AgencyLevel,
    AgencyType,
    Approval,
    Charged,
    Dismissal,
    Event,
    Evidence,
    Extra,
    FontSet,
    FromLedger,
    Layout,
    Passed,
    PastReport,
    Posted,
    Report,
    Signed,
    Source,
    Summed,
    SummedUnit,
    Texts,
    TitleOrder,
    check_year,
)

T = TypeVar("T")

WHOLE_LIMIT = 10**12
"""The largest whole number outside the tables, such as a revision."""
AGENCY_WORDS = ("short_name", "office", "address", "postcode", "phone", "fax", "email")
_DAY = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LINE_PT = (Decimal(28), Decimal(30))
"""The line spacings a report can be set in, in points."""
TABLE_PT = (Decimal(8), Decimal(12))
"""The type sizes its tables can be set in, in points."""


def read_report(root: "Fields", form: Form) -> Report:
    """The report in a draft on its form, taken key by key from its outermost object; JsonError for anything wrong."""
    return Report(
        form=form,
        year=root.need("year", partial(_year, form)),
        agency=root.need("agency", _agency),
        deadline=root.take("deadline", _day, None),
        title=root.take("title", _text_or_none, None),
        text=root.take("text", _texts, Texts()),
        numbers=root.take("numbers", partial(_numbers, form), NOTHING),
        layout=root.take("layout", _layout, Layout()),
        notes=root.take("notes", _words, NOTHING),
        remarks=root.take("remarks", _words, NOTHING),
        last_year=root.take("last_year", partial(_past_report, form), None),
        dismissed=root.take("dismissed", read_listed(partial(_dismissal, form)), ()),
        events=root.take("events", read_listed(_event), ()),
        source=root.take("source", _source, None),
        hand_in_by=root.take("hand_in_by", _day, None),
        handed_in=root.take("handed_in", _passed, None),
        published=root.take("published", _passed, None),
        as_typed=root.take("as_typed", _words, NOTHING),
        given_by=root.take("sources", _words, NOTHING),
        approval=root.take("approval", _approval, Approval()),
        ledger=root.take("ledger", partial(_ledger, form), None),
        summed=root.take("summed", partial(_summed, form), None),
        posts=root.take("posts", _posts, NOTHING),
    )


class Fields:
    """A JSON object whose keys are taken one by one; what is left over is unknown and kept."""

    def __init__(self, place: str, value: object) -> None:
        """Take hold of an object.

        Args:
            place: where it stands in the file, for messages.
            value: the object.

        Raises:
            JsonError: it is no object.
        """
        if not isinstance(value, dict):
            raise _wrong(place, value, "一组 { } 内容")
        self._place = place
        self._left: dict[str, Any] = dict(value)

    def need(self, key: str, read: "Callable[[str, Any], T]") -> T:
        """The value of a key that must be there, read and checked."""
        place = key_place(self._place, key)
        if key not in self._left:
            raise JsonError(f"{place}: 缺少这一项")
        return read(place, self._left.pop(key))

    def take(self, key: str, read: "Callable[[str, Any], T]", default: T) -> T:
        """The value of a key, read and checked, or its natural empty value."""
        return self.need(key, read) if key in self._left else default

    def rest(self) -> Extra:
        """The keys nobody took."""
        return MappingProxyType(self._left) if self._left else NOTHING


def _wrong(place: str, value: object, wanted: str) -> JsonError:
    return JsonError(f"{place}: {shown(value)} 应为{wanted}")


def read_text(place: str, value: Any) -> str:  # noqa: ANN401
    """A text; JsonError otherwise."""
    if not isinstance(value, str):
        raise _wrong(place, value, "文字")
    return value


def _text_or_none(place: str, value: Any) -> str | None:  # noqa: ANN401
    return None if value is None else read_text(place, value)


def _flag(place: str, value: Any) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        raise _wrong(place, value, " true 或 false")
    return value


def read_whole_number(place: str, value: Any) -> int:  # noqa: ANN401
    """A whole number from 0; JsonError otherwise."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _wrong(place, value, "从 0 起的整数")
    if value > WHOLE_LIMIT:
        raise _wrong(place, value, f"不超过 {WHOLE_LIMIT} 的整数")
    return value


def _year(form: Form, place: str, value: Any) -> int:  # noqa: ANN401
    try:
        return check_year(read_whole_number(place, value), form)
    except CellError as error:
        raise JsonError(f"{place}: {error}") from None


def _day(place: str, value: Any) -> date | None:  # noqa: ANN401
    if value is None:
        return None
    try:
        if _DAY.fullmatch(read_text(place, value)):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise _wrong(place, value, " 2025-01-31 这样的日期")


def read_time(place: str, value: Any) -> datetime | None:  # noqa: ANN401
    """A time in ISO 8601, or none; JsonError otherwise."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(read_text(place, value))
    except ValueError:
        raise _wrong(place, value, " 2025-01-09T10:02:03+08:00 这样的时间") from None


def _choice(*words: str) -> "Callable[[str, Any], Any]":
    def read(place: str, value: Any) -> Any:  # noqa: ANN401
        if value not in words:
            raise _wrong(place, value, "：" + "、".join(word or "（空）" for word in words))
        return value

    return read


def _points(least: Decimal, most: Decimal) -> "Callable[[str, Any], Decimal]":
    def read(place: str, value: Any) -> Decimal:  # noqa: ANN401
        try:
            points = parse_amount(value) if isinstance(value, str) else Decimal(0)
        except CellError:
            points = Decimal(0)
        if not least <= points <= most:
            raise _wrong(place, value, f" {least} 到 {most} 的小数（加引号）")
        return points

    return read


def read_listed(read: "Callable[[str, Any], T]") -> "Callable[[str, Any], tuple[T, ...]]":
    """A reader of a list, by one of its parts."""

    def read_all(place: str, value: Any) -> tuple[T, ...]:  # noqa: ANN401
        if not isinstance(value, list):
            raise _wrong(place, value, "一组 [ ] 内容")
        return tuple(read(f"{place}[{index}]", part) for index, part in enumerate(value))

    return read_all


def _words(place: str, value: Any) -> Mapping[str, str]:  # noqa: ANN401
    words = Fields(place, value).rest()
    for key, part in words.items():
        if not isinstance(part, str):
            read_text(key_place(place, key), part)
    return words


def _amount(value: Any) -> Decimal:  # noqa: ANN401
    if not isinstance(value, str):
        raise CellError(f'{shown(value)} 不是金额，应写成 "35.5" 这样的小数（加引号）')
    return parse_amount(value)


def _numbers(form: Form, place: str, value: Any) -> Mapping[str, Value]:  # noqa: ANN401
    numbers: dict[str, Value] = {}
    for cell_id, number in Fields(place, value).rest().items():
        try:
            cell = form.typed_cell(cell_id)
            numbers[cell_id] = cell.check(_amount(number) if cell.kind == "decimal" else number)
        except CellError as error:
            raise JsonError(f"{key_place(place, cell_id)}: {error}") from None
    return MappingProxyType(numbers)


def _cells_about(form: Form, place: str, value: Any) -> Mapping[str, Value | None]:  # noqa: ANN401
    numbers: dict[str, Value | None] = {}
    for cell_id, number in Fields(place, value).rest().items():
        if cell_id not in form.cells:
            raise JsonError(f"{key_place(place, cell_id)}: 表样里没有这一格")
        cell = form.cells[cell_id]
        try:
            known = _amount(number) if cell.kind == "decimal" and number is not None else number
            numbers[cell_id] = None if known is None else cell.check(known)
        except CellError as error:
            raise JsonError(f"{key_place(place, cell_id)}: {error}") from None
    return MappingProxyType(numbers)


def _agency(place: str, value: Any) -> Agency:  # noqa: ANN401
    found = Fields(place, value)
    name = found.need("name", read_text)
    if not name.strip():
        raise JsonError(f"{place}.name: 机关全称不能是空的")
    return Agency(
        name=name,
        type=found.take("type", _choice(*get_args(AgencyType)), ""),
        level=found.take("level", _choice(*get_args(AgencyLevel)), ""),
        consolidated=found.take("consolidated", _flag, default=False),
        **{key: found.take(key, read_text, "") for key in AGENCY_WORDS},
        extra=found.rest(),
    )


def _texts(place: str, value: Any) -> Texts:  # noqa: ANN401
    found = Fields(place, value)
    return Texts(**{key: found.take(key, read_text, "") for key in TEXT_IDS}, extra=found.rest())


def _layout(place: str, value: Any) -> Layout:  # noqa: ANN401
    found, usual = Fields(place, value), Layout()
    return Layout(
        title_order=found.take("title_order", _choice(*get_args(TitleOrder)), usual.title_order),
        fonts=found.take("fonts", _choice(*get_args(FontSet)), usual.fonts),
        line_pt=found.take("line_pt", _points(*LINE_PT), usual.line_pt),
        table_pt=found.take("table_pt", _points(*TABLE_PT), usual.table_pt),
        signature=found.take("signature", _flag, usual.signature),
        signature_date=found.take("signature_date", _day, None),
        rules_slash=found.take("rules_slash", _flag, usual.rules_slash),
        extra=found.rest(),
    )


def _past_report(form: Form, place: str, value: Any) -> PastReport | None:  # noqa: ANN401
    if value is None:
        return None
    found = Fields(place, value)
    own = _past_form(found.take("form", read_text, form.id), value.get("numbers"), form)
    return PastReport(
        form=own,
        year=found.need("year", read_whole_number),
        numbers=found.take("numbers", partial(_numbers, own), NOTHING),
        text=found.take("text", _texts, Texts()),
        extra=found.rest(),
    )


def _past_form(form_id: str, numbers: object, form: Form) -> Form:
    """The form of last year's report: its own, or the report's where the numbers are not under the ids of its own.

    Drafts of version 0.1 kept the figures of an older form under the ids of the report's.
    """
    if form_id not in forms.IDS:
        return form
    own = forms.named(form_id)
    return own if not isinstance(numbers, dict) or numbers.keys() <= own.cells.keys() else form


def _dismissal(form: Form, place: str, value: Any) -> Dismissal:  # noqa: ANN401
    found = Fields(place, value)
    about = Fields(f"{place}.about", found.take("about", _anything, {}))
    return Dismissal(
        check=found.need("check", read_text),
        cells=about.take("cells", partial(_cells_about, form), NOTHING),
        quote=about.take("quote", _text_or_none, None),
        reason=found.take("reason", read_text, ""),
        section=about.take("section", _text_or_none, None),
        sentence=about.take("sentence", _text_or_none, None),
        digest=about.take("digest", _text_or_none, None),
        about_extra=about.rest(),
        extra=found.rest(),
    )


def _event(place: str, value: Any) -> Event:  # noqa: ANN401
    found = Fields(place, value)
    day = _a_day(f"{place}.at", found.need("at", _day))
    return Event(day, found.need("what", read_text), found.take("content", read_text, ""), found.rest())


def _passed(place: str, value: Any) -> Passed | None:  # noqa: ANN401
    if value is None:
        return None
    found = Fields(place, value)
    day = _a_day(f"{place}.at", found.need("at", _day))
    return Passed(
        day,
        found.take("where", _text_or_none, None),
        found.take("content", read_text, ""),
        found.take("digest", read_text, ""),
        found.take("revision", read_whole_number, 0),
        found.rest(),
    )


def _approval(place: str, value: Any) -> Approval:  # noqa: ANN401
    found = Fields(place, value)
    return Approval(
        found.take("names", _words, NOTHING),
        found.take("signed", _signed, None),
        found.take("days", _days, NOTHING),
        found.rest(),
    )


def _days(place: str, value: Any) -> Mapping[str, date]:  # noqa: ANN401
    days = Fields(place, value).rest()
    read = {key: _a_day(key_place(place, key), _day(key_place(place, key), day)) for key, day in days.items()}
    return MappingProxyType(read)


def _ledger(form: Form, place: str, value: Any) -> FromLedger | None:  # noqa: ANN401
    if value is None:
        return None
    found = Fields(place, value)
    return FromLedger(
        found.need("digest", read_text),
        found.need("year", read_whole_number),
        found.take("cells", partial(_numbers_behind, form), NOTHING),
        found.take("fees", _charged, None),
        found.rest(),
    )


def _charged(place: str, value: Any) -> Charged | None:  # noqa: ANN401
    if value is None:
        return None
    found = Fields(place, value)
    return Charged(found.need("count", read_whole_number), found.need("amount", _money), found.rest())


def _money(place: str, value: Any) -> Decimal:  # noqa: ANN401
    try:
        return _amount(value)
    except CellError as error:
        raise JsonError(f"{place}: {error}") from None


def _posts(place: str, value: Any) -> Mapping[str, Posted]:  # noqa: ANN401
    listed = Fields(place, value).rest().items()
    return MappingProxyType({channel: _posted(key_place(place, channel), each) for channel, each in listed})


def _posted(place: str, value: Any) -> Posted:  # noqa: ANN401
    found = Fields(place, value)
    return Posted(found.need("count", read_whole_number), found.take("given_by", read_text, ""), found.rest())


def _numbers_behind(form: Form, place: str, value: Any) -> Mapping[str, tuple[str, ...]]:  # noqa: ANN401
    cells = {}
    for cell_id, listed in Fields(place, value).rest().items():
        inner = key_place(place, cell_id)
        if cell_id not in form.cells:
            raise JsonError(f"{inner}: 表样里没有这一格")
        cells[cell_id] = read_listed(read_text)(inner, listed)
    return MappingProxyType(cells)


def _summed(form: Form, place: str, value: Any) -> Summed | None:  # noqa: ANN401
    if value is None:
        return None
    found = Fields(place, value)
    return Summed(found.need("units", read_listed(partial(_summed_unit, form))), found.rest())


def _summed_unit(form: Form, place: str, value: Any) -> SummedUnit:  # noqa: ANN401
    found = Fields(place, value)
    numbers = found.take("numbers", partial(_numbers, form), NOTHING)
    return SummedUnit(found.need("name", read_text), numbers, found.rest())


def _signed(place: str, value: Any) -> Signed | None:  # noqa: ANN401
    if value is None:
        return None
    found = Fields(place, value)
    return Signed(
        _a_day(f"{place}.at", found.need("at", _day)),
        found.need("digest", read_text),
        found.take("scan", _text_or_none, None),
        found.take("revision", read_whole_number, 0),
        found.take("content", read_text, ""),
        found.rest(),
    )


def _a_day(place: str, day: date | None) -> date:
    if day is None:
        raise _wrong(place, None, " 2025-01-31 这样的日期")
    return day


def _source(place: str, value: Any) -> Source | None:  # noqa: ANN401
    if value is None:
        return None
    found = Fields(place, value)
    return Source(found.need("file", read_text), found.take("evidence", read_listed(_evidence), ()), found.rest())


def _evidence(place: str, value: Any) -> Evidence:  # noqa: ANN401
    found = Fields(place, value)
    return Evidence(found.need("place", read_text), found.need("printed", read_text), found.rest())


def _anything(_place: str, value: Any) -> Any:  # noqa: ANN401
    return value
