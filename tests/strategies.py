"""Hypothesis strategies: any valid report, any valid draft, and the JSON and text they are made of."""

from collections.abc import Mapping
from datetime import date, timedelta, timezone
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import Any, get_args

from hypothesis import strategies as st

from model.drafts.draft import Draft
from model.drafts.exported import Exported
from model.drafts.reading import LINE_PT, TABLE_PT
from model.form.form import COUNT_LIMIT, TOTAL_LIMIT, Value
from model.report.fields import unknown
from model.report.report import (
    TEXT_IDS,
    Agency,
    AgencyLevel,
    AgencyType,
    Approval,
    Charged,
    Dismissal,
    Event,
    Evidence,
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
)
from model.structs import replace
from tests.forms import FORM

FEES = "disclosure.fees.amount"
COUNTS = tuple(cell_id for cell_id in FORM.typed if cell_id != FEES)
COMPUTED = tuple(FORM.parts)
USUAL_LIMIT = 9_999_999

_PIECES = (
    "\n",
    "\n\n　　",
    "2024年，收到申请5件，办结5件。",
    "（一）强化组织引领，推进政务公开工作。",
    "<w:p a='1'>&amp;<![CDATA[ ]]>\"--><?x?>",
    "\x00\x01\x08\x0b\x0c\x0e\x1b\x1f\x7f",
    "\x80\x85\x9f\u2028\u2029\ufeff\ufffe\uffff",
    "\u200b\u200d\u202e\u0301\u00a0\u00ad",
    "👨‍👩‍👧‍👦🇨🇳1️⃣",
    "𠮷𬭬𰻝㐀",
    "{{applications.received.total}}",
    "{{ disclosure.fees.amount }}",
    "{{no.such.cell}}",
    "{{{{",
    "}}",
    "{{",
    "\r\n\t",
    "=SUM(A1)",
    "_x000D_",
    "%s{0}\\n",
    "长" * 3000,
)


def texts(max_pieces: int = 6) -> st.SearchStrategy[str]:
    """Any text a file can hold: prose, live fields, and what breaks XML, JSON, grids and fonts."""
    piece = st.sampled_from(_PIECES) | st.text(max_size=12)
    return st.lists(piece, max_size=max_pieces).map("".join)


def words() -> st.SearchStrategy[str]:
    """A short text, often empty."""
    return st.just("") | st.text(max_size=8) | st.sampled_from(_PIECES[2:-1])


def counts() -> st.SearchStrategy[int]:
    """A count in 件: mostly usual ones, sometimes the largest."""
    return st.sampled_from((0, 0, 1, 5, COUNT_LIMIT)) | st.integers(0, USUAL_LIMIT) | st.integers(0, COUNT_LIMIT)


def amounts() -> st.SearchStrategy[Decimal]:
    """An exact amount in 万元 with up to six decimals."""
    places = st.integers(0, 6)
    return st.builds(lambda digits, point: Decimal(digits).scaleb(-point), st.integers(0, 10**13), places)


def extras() -> st.SearchStrategy[Mapping[str, Any]]:
    """Keys that this version does not know, with any JSON."""
    keys = st.just("") | st.text(max_size=6).map(lambda text: f"备用{text}")
    some = st.dictionaries(keys, json_values(), min_size=1, max_size=2)
    return st.one_of(st.just({}), st.just({}), st.just({}), some).map(MappingProxyType)


def json_values() -> st.SearchStrategy[Any]:
    """Any JSON as a draft is read: whole numbers, exact decimals, no halves of characters."""
    decimals = st.decimals(allow_nan=False, allow_infinity=False)
    leaves = st.none() | st.booleans() | st.integers() | decimals | words()
    return st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | _objects(inner), max_leaves=6)


def _objects(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(words(), inner, max_size=3)


@st.composite
def numbers(draw: st.DrawFn) -> Mapping[str, Value]:
    """Figures of the typed cells: all blank, all zero or all filled, and some cells otherwise."""
    found: dict[str, Value] = {}
    base = draw(st.sampled_from(("blank", "zero", "filled")))
    if base != "blank":
        seed = Random(draw(st.integers(0, 2**16)) if base == "filled" else 0)
        most = draw(st.sampled_from((9, USUAL_LIMIT, COUNT_LIMIT))) if base == "filled" else 0
        found = {cell_id: seed.randint(0, most) for cell_id in COUNTS}
    found |= draw(st.dictionaries(st.sampled_from(COUNTS), counts(), max_size=8))
    for cell_id in draw(st.lists(st.sampled_from(COUNTS), max_size=4)):
        found.pop(cell_id, None)
    amount = draw(st.none() | amounts())
    return MappingProxyType(found if amount is None else {**found, FEES: amount})


def agencies() -> st.SearchStrategy[Agency]:
    """Any agency with a name."""
    return st.builds(
        Agency,
        name=words().map(lambda text: f"某局{text}"),
        short_name=words(),
        type=st.sampled_from(get_args(AgencyType)),
        level=st.sampled_from(get_args(AgencyLevel)),
        consolidated=st.booleans(),
        office=words(),
        address=words(),
        postcode=words(),
        phone=words(),
        fax=words(),
        email=words(),
        extra=extras(),
    )


def layouts() -> st.SearchStrategy[Layout]:
    """Any setting of the Word report."""
    return st.just(Layout()) | st.builds(
        Layout,
        title_order=st.sampled_from(get_args(TitleOrder)),
        fonts=st.sampled_from(get_args(FontSet)),
        line_pt=st.decimals(*LINE_PT, places=2),
        table_pt=st.decimals(*TABLE_PT, places=1),
        signature=st.booleans(),
        signature_date=st.none() | st.dates(),
        rules_slash=st.booleans(),
        extra=extras(),
    )


def report_texts(max_pieces: int = 6) -> st.SearchStrategy[Texts]:
    """Any preamble and prose sections."""
    text = texts(max_pieces)
    return st.builds(Texts, preamble=text, overview=text, problems=text, other_matters=text, extra=extras())


def _past_reports() -> st.SearchStrategy[PastReport]:
    years = st.integers(2008, 2121)
    return st.builds(
        PastReport, form=st.just(FORM), year=years, numbers=numbers(), text=report_texts(max_pieces=1), extra=extras()
    )


def _cells_about() -> st.SearchStrategy[Mapping[str, Value | None]]:
    typed = st.dictionaries(st.sampled_from(COUNTS), st.none() | counts(), max_size=2)
    totals = st.dictionaries(st.sampled_from(COMPUTED), st.integers(0, TOTAL_LIMIT), max_size=2)
    amount = st.dictionaries(st.just(FEES), st.none() | amounts())
    return st.builds(lambda *parts: MappingProxyType(parts[0] | parts[1] | parts[2]), typed, totals, amount)


def _dismissals() -> st.SearchStrategy[Dismissal]:
    return st.builds(
        Dismissal,
        check=st.sampled_from(("T2-04", "T3-01", "不认识")),
        cells=_cells_about(),
        quote=st.none() | words(),
        reason=words(),
        about_extra=extras(),
        extra=extras(),
    )


def _sources() -> st.SearchStrategy[Source]:
    prefixes, sections = ("heading.", "missing.", "residue."), ("overview", "applications", "title", "other")
    known = [prefix + section for prefix in prefixes for section in sections]
    places = st.sampled_from(COMPUTED) | st.sampled_from(COUNTS) | st.sampled_from(known) | words()
    printed = st.sampled_from(("", "/", "7", "5件", "１２", "3、总体情况", "修订痕迹")) | words()
    evidence = st.builds(Evidence, place=places, printed=printed, extra=extras())
    return st.builds(Source, file=words(), evidence=_few(evidence), extra=extras())


def _from_ledger() -> st.SearchStrategy[FromLedger]:
    cells = st.dictionaries(st.sampled_from(COUNTS), _few(words()), max_size=3).map(MappingProxyType)
    amounts = st.decimals(0, 9999, places=2, allow_nan=False, allow_infinity=False).map(abs)
    fees = st.none() | st.builds(Charged, count=st.integers(0, 99), amount=amounts, extra=extras())
    return st.builds(FromLedger, digest=words(), year=st.integers(2000, 2100), cells=cells, fees=fees, extra=extras())


def _posts() -> st.SearchStrategy[Mapping[str, Posted]]:
    posted = st.builds(Posted, count=st.integers(0, 9999), given_by=words(), extra=extras())
    return st.dictionaries(st.sampled_from(("website", "wechat")) | words(), posted, max_size=2).map(MappingProxyType)


def _summed() -> st.SearchStrategy[Summed]:
    units = st.builds(SummedUnit, name=words(), numbers=numbers(), extra=extras())
    return st.builds(Summed, units=_few(units), extra=extras())


def _few(part: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(part, max_size=2).map(tuple)


def _named_words() -> st.SearchStrategy[Mapping[str, str]]:
    places = st.sampled_from(("disclosure", "applications", "disputes", COUNTS[0])) | words()
    return st.dictionaries(places, words(), max_size=2).map(MappingProxyType)


def _days() -> st.SearchStrategy[Mapping[str, date]]:
    return st.dictionaries(words(), st.dates(), max_size=2).map(MappingProxyType)


def reports() -> st.SearchStrategy[Report]:
    """Any valid report; every other one that has a past report has that of the year before."""
    return _any_reports().map(_with_the_year_before)


def _with_the_year_before(report: Report) -> Report:
    if report.last_year is None or report.last_year.year % 2:
        return report
    return replace(report, last_year=replace(report.last_year, year=report.year - 1))


def _any_reports() -> st.SearchStrategy[Report]:
    return st.builds(
        Report,
        form=st.just(FORM),
        year=st.integers(2021, 2121),
        agency=agencies(),
        numbers=numbers(),
        text=report_texts(),
        title=st.none() | words(),
        deadline=st.none() | st.dates(),
        layout=layouts(),
        notes=_named_words(),
        remarks=_named_words(),
        last_year=st.none() | _past_reports(),
        dismissed=_few(_dismissals()),
        events=_few(st.builds(Event, at=st.dates(), what=words(), content=words(), extra=extras())),
        source=st.none() | _sources(),
        given_by=_named_words(),
        hand_in_by=st.none() | st.dates(),
        handed_in=st.none() | _passed(),
        published=st.none() | _passed(),
        approval=st.builds(Approval, names=_named_words(), signed=st.none() | _signed(), days=_days()),
        ledger=st.none() | _from_ledger(),
        summed=st.none() | _summed(),
        posts=_posts(),
        as_typed=st.dictionaries(st.sampled_from(("year", "deadline", COUNTS[1])), words(), max_size=2).map(
            MappingProxyType
        ),
    )


def _passed() -> st.SearchStrategy[Passed]:
    return st.builds(
        Passed,
        at=st.dates(),
        where=st.none() | words(),
        content=words(),
        digest=words(),
        revision=st.integers(0, 10**9),
        extra=extras(),
    )


def _signed() -> st.SearchStrategy[Signed]:
    return st.builds(
        Signed,
        at=st.dates(),
        digest=words(),
        scan=st.none() | words(),
        revision=st.integers(0, 10**9),
        extra=extras(),
    )


def drafts() -> st.SearchStrategy[Draft]:
    """Any valid draft."""
    offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
    return st.builds(
        Draft,
        report=reports(),
        id=words(),
        revision=st.integers(0, 10**9),
        saved_at=st.none() | st.datetimes(timezones=st.none() | offsets),
        extra=extras(),
        exports=_few(st.builds(Exported, kind=words(), name=words(), digest=words(), content=words(), extra=extras())),
    )


def without_unknown_fields(report: Report) -> Report:
    """The report with each live field that stands for no cell as plain words, braces and all."""
    for text_id in TEXT_IDS:
        words = report.text[text_id]
        for field in sorted(unknown(words, FORM), key=lambda each: each.start, reverse=True):
            words = f"{words[: field.start]}{{{{{{{{{words[field.start + 2 :]}"
        report = report.with_text(text_id, words)
    return report
