"""Whether a figure of the prose agrees with the tables."""

from decimal import Decimal
from functools import lru_cache

from model.form.form import Form, Value
from model.language.once import once_of_each
from model.language.patterns import pattern
from model.prose.figures import Figure, Meaning, in_form
from model.prose.handled import AMONG_NEW
from model.prose.meant import CARRIED_IN
from model.report.names import is_agency, same_kind
from model.report.past import past_value
from model.report.report import Report
from model.structs import replace

_MOST_OVER = 2
"""A table with more than so many times what 余 or 超过 gives contradicts it."""
_NEAR = Decimal("0.2")
"""How far, as a share, 约 and 近 may be off."""
_WHOLE_AREA = ("各", "所属", "下属", *(f"全{area}" for area in ("市", "县", "区", "省", "州", "盟", "旗", "系统")))
"""Words for the whole of an area; the figures are the agency's own only when it is its government."""
_GOVERNMENT = pattern("(省|市|县|区|州|盟|旗|镇|乡)(?:人民)?政府")
_OTHERS = ("其他", "基层", "部分", "兄弟", "协助", "指导", "督促", "配合", "代", "全国")
_ELSEWHERE = ("该", "邻", "外", "某", "兄弟", "上级")
"""How an office of another place is called: 该镇, 邻县."""
_BRANCHES = ("分局", "支局", "分中心", "管理站")
_ABOVE = ("国家", "省", "自治区")
"""How the names of offices of a higher level begin when they are not the agency's own."""


@lru_cache(maxsize=256)
def typed_cells(meaning: Meaning, form: Form) -> tuple[str, ...]:
    """The cells the clerk fills in whose figures a meaning adds up."""
    found: list[str] = []
    for cell_id in meaning:
        found.extend(typed_cells(form.parts[cell_id], form) if cell_id in form.parts else (cell_id,))
    return tuple(found)


def table_value(report: Report, meaning: Meaning) -> Value | None:
    """What the tables say of a meaning, in 件 or 万元; None while a cell of it is not filled in."""
    if any(cell_id not in report.numbers for cell_id in typed_cells(meaning, report.form)):
        return None
    values = [report.value(cell_id) or 0 for cell_id in meaning]
    return values[0] if len(values) == 1 else int(sum(values))


def last_years_value(report: Report, meaning: Meaning) -> Value | None:
    """What last year's report says of a meaning, in 件 or 万元; None when a cell of it is not known."""
    past = report.last_year
    values = [past_value(past, cell, report.form) for cell in meaning] if past else []
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values):
        return None
    return known[0] if len(known) == 1 else int(sum(known))


def concerns(report: Report, figure: Figure) -> bool:
    """Whether a figure is one of the report's own year and agency."""
    if figure.past or not figure.meanings or figure.year not in (None, report.year):
        return False
    if figure.assumed and _DECIDES.search(report.agency.name):
        return False
    return not figure.subject or _is_own(report, figure.subject)


_DECIDES = pattern("司法|法院|检察|法制|[省市县区州盟旗](?:人民)?政府(?:办公[室厅])?$")
"""Agencies whose year has cases of others to decide, or to plead."""


def _is_own(report: Report, name: str) -> bool:
    """Whether a name before the verb is the agency, as far as one can tell: 我局, its name, or one of its kind."""
    if name.startswith(_WHOLE_AREA):
        return report.agency.type == "government"
    if name.endswith(("各级行政机关", "各级各部门")) or _OURS.match(name):
        return True
    if name.startswith(_ELSEWHERE + _OTHERS) or (
        name.endswith(_BRANCHES) and not report.agency.name.endswith(_BRANCHES)
    ):
        return False
    if _is_named(report, name) or _is_team(report, name):
        return True
    if name.startswith(_ABOVE):
        return False
    return report.agency.type != "government" and same_kind(name, report.agency)


_HEAD = pattern("(?:人民)?政府$|委员会$|[局委厅镇乡处]$")


def names_another(report: Report, figure: Figure) -> bool:
    """Whether a figure is said of an office whose name ends otherwise; 县林草局 may be 县林业和草原局."""
    name = figure.subject
    if not name or _OURS.match(name) or _is_named(report, name) or _is_team(report, name):
        return False
    return not set(_HEAD.sub("", name)[-2:]) <= set(report.agency.name + report.agency.short_name)


_OURS = pattern("[我本全]|(?:局|委|厅|镇|乡|县|市|区|街道|办事处)?(?:机关|本级|机关本级)$")
"""How the office is called in its own report: 我局, 局机关."""
_OWN_TEAM = pattern(
    "(?P<kind>街道|镇|乡|局)(?:的)?(?:综合)?(?:行政)?(?:执法)?(?:大队|中队|支队|队|所|中心|办公室|[一-鿿]{2,4}[科股室])$"
)
"""A team of the agency itself, as its report calls it: 街道综合执法大队."""
_ENFORCING = pattern("(?:综合(?:行政)?|行政)执法(?:大队|中队|队|所|中心|办公室|办|局)")
"""The same without its kind, as a town or a street has one: 综合执法中心."""
_OF_KINDS = {"街道": "街道办事处", "镇": "镇人民政府", "乡": "乡人民政府", "局": "局"}


def _is_team(report: Report, name: str) -> bool:
    if _ENFORCING.fullmatch(name) and report.agency.type in ("township", "subdistrict"):
        return True
    own = _OWN_TEAM.match(name)
    return own is not None and report.agency.name.endswith(_OF_KINDS[own["kind"]])


def _is_named(report: Report, name: str) -> bool:
    """Whether a name is the agency's, in full, short, or as 省政府 for the government of its level."""
    short, area = report.agency.short_name, _GOVERNMENT.match(name)
    of_level = area is not None and f"{area[1]}人民政府" in report.agency.name
    return of_level or bool(short and name.startswith(short)) or is_agency(name, report.agency)


@once_of_each
def is_unsettled(report: Report) -> bool:
    """Whether table three does not balance, so that its figures are not to be relied on yet."""
    return any(report.difference(balance) for balance in report.form.balances)


def disagrees(report: Report, figure: Figure) -> bool:
    """Whether a figure is certainly not what the tables say, whatever it may mean; False while cells are blank."""
    if figure.amount is None or not concerns(report, figure):
        return False
    values = [table_value(report, meaning) for meaning in figure.meanings]
    if figure.partial and (_is_named_after(report, figure.narrowed) or _are_all_new(report, figure)):
        figure = replace(figure, partial=False)
    wrong = all(value is not None and not agrees(figure, value) for value in values)
    return wrong and not (figure.is_of_applications and is_unsettled(report))


def _are_all_new(report: Report, figure: Figure) -> bool:
    """Whether what is told of the new applications is told of all, as none was carried in: 收到10件，其中9件办结."""
    return figure.narrowed == AMONG_NEW and table_value(report, in_form((CARRIED_IN,), report.form)[0]) == 0


def _is_named_after(report: Report, narrowed: str) -> bool:
    """Whether what seems to narrow decisions is only what the agency is for: 税务行政处罚 of a tax office."""
    own = _UNLAWFUL.sub("", narrowed)
    return len(own) >= _SHORTEST and set(own) <= set(report.agency.name)


_UNLAWFUL = pattern("(?:违法|(?:综合)?(?:行政)?执法)$")
_SHORTEST = 2


def agrees(figure: Figure, value: Value) -> bool:
    """Whether a figure can stand for a value in 件 or 万元, rounded or approximate as it is written."""
    if figure.amount is None:
        return True
    said = Decimal(figure.amount)
    if figure.partial and value >= said:
        return not (figure.bound == "exact" and figure.cell_id is None and has_exchanged(said, Decimal(value)))
    match figure.bound:
        case "over":
            return said <= value <= said * _MOST_OVER
        case "under":
            return value <= said
        case "about":
            return abs(value - said) <= abs(said) * _NEAR
        case "exact":
            return value == said or (_is_rounded(figure) and abs(value - said) < _step(figure))


def has_exchanged(said: Decimal, value: Decimal) -> bool:
    """Whether two different numbers have the same digits but for two beside each other that are exchanged: 53, 35."""
    one, other = (f"{number.normalize():f}" for number in (said, value))
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(places) != 2:  # noqa: PLR2004 - two digits are exchanged
        return False
    first, last = places
    return last - first <= 2 and (one[first], one[last]) == (other[last], other[first])  # noqa: PLR2004 - or about a point


def _is_rounded(figure: Figure) -> bool:
    """Whether the figure is written to larger steps than it is counted in."""
    return figure.matter == "fees" or figure.step > 1


def _step(figure: Figure) -> Decimal:
    value, amount = figure.value, figure.amount
    if not value or amount is None:
        return Decimal(0)
    return Decimal(figure.step) * (Decimal(amount) / Decimal(value))


def value_of(report: Report, figure: Figure) -> Value | None:
    """The number a figure stands for in its own measure: a live field's cell, or what is written."""
    if figure.cell_id is None:
        return figure.value
    return report.value(figure.cell_id) if figure.cell_id in report.form.cells else None
