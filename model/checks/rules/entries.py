"""Checks on what was entered and could not be read, and on a name or ways to reach the office that cannot be any."""

from collections.abc import Iterator

from model.checks.about import AgencyField
from model.checks.registry import Context, Problem, check
from model.form.entry import parse_entry
from model.form.form import CellError
from model.language.contact import contact_problem
from model.report.comparison import FIELD_NAMES
from model.report.report import Report

_DAY = "请写成 {year}年1月15日 这样的日期"
_REMEDIES = {
    "title": "请改短，最多 800 字",
    "year": "请填四位年份；现在仍按 {last} 年度办",
    "deadline": _DAY,
    "hand_in_by": _DAY,
    "signature_date": f"{_DAY}；现在落款不印日期",
    "line_pt": "请填 28 到 30 之间的磅数，如 28.95",
    "table_pt": "请填 8 到 12 之间的磅数，如 10.5",
}
_SHOWN = 20


@check("R-02", "error", "practice", reads=("as_typed",), may_read=("agency", "tables"))
def unread_entry(report: Report, _context: Context) -> Iterator[Problem]:
    """填了而读不出来的内容：日期、年度、磅数、机关全称空着、表里不是数的。原样保留在填的地方，改好或清空后不再提示。"""
    for name, text in report.as_typed.items():
        if name in report.form.cells:
            if name not in report.numbers:
                yield Problem(f"{_reason(report, name, text)}，这一格现在没有数，请改正；没有发生填 0。", (name,))
        else:
            yield Problem(_sentence(report, name, text), section="agency", quote=text, about=AgencyField(name))


def _reason(report: Report, cell_id: str, text: str) -> str:
    """Why a text is no number that a cell can hold."""
    try:
        parse_entry(text, report.form.cells[cell_id].kind)
    except CellError as error:
        return str(error)
    return f"“{_short(text)}”没有填进去"


def _sentence(report: Report, name: str, text: str) -> str:
    label = FIELD_NAMES.get(name, name[:_SHOWN])
    if not text.strip():
        return f"{label}空着，请填写；现在仍按“{report.agency.name}”办。"
    remedy = _REMEDIES.get(name, "请改短，最多 200 字").format(year=report.year + 1, last=report.year)
    return f"{label}“{_short(text)}”读不出来，{remedy}。"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


@check("R-03", "warning", "practice", reads=("agency",))
def doubtful_contact(report: Report, _context: Context) -> Iterator[Problem]:
    """单位信息里的机关全称不像名称（“135日”），邮编、电话、传真、邮箱不像能用的：邮编 6 位，号码位数要对，邮箱有@。"""
    for name in ("name", "postcode", "phone", "fax", "email"):
        words = str(getattr(report.agency, name))
        if wrong := contact_problem(name, words):
            yield Problem(
                f"{FIELD_NAMES[name]}“{_short(words)}”：{wrong}。",
                section="agency",
                quote=words,
                about=AgencyField(name),
                state=f"{name}\0{words}",
            )
