"""How to reach the office, as the preamble says it: address, postcode, telephone, fax, e-mail, the office's name."""

import re
from collections.abc import Mapping

from model.language.contact import PHONE, POSTCODE
from model.language.patterns import pattern
from model.report.names import is_agency
from model.report.report import Agency

_NAMES = r"(?:邮\s*政?\s*编|邮箱|电子邮|(?:联系|咨询|办公|监督)?电\s*话|传\s*真|联系人|网\s*址|网站)"
_ADDRESS = pattern(
    rf"(?<!网站)(?<!网络)(?<!邮箱)(?<!邮件)(?<!链接)(?<!I[Pp])(?:地\s*址|办公地点)\s*[:：为是]?\s*"
    rf"(?P<value>[^；;，,、。\n]{{3,60}}?)\s*(?:[；;，,、。\n]|[)）](?![^(（]*[)）])|{_NAMES}|$)"
)
_POSTCODE = pattern(rf"邮\s*(?:政\s*编\s*[码号]|\s*编|\s*码)[^0-9，。；]{{0,4}}(?P<value>{POSTCODE.pattern})")
_DASHED = PHONE.pattern.replace("[- ]", "[-—－–―‐ ]")
_PHONE = pattern(rf"(?:电\s*话|热\s*线|手\s*机)[^0-9，。；(（+]{{0,6}}(?P<value>{_DASHED})")
_FAX = pattern(rf"传\s*真[^0-9，。；(（+]{{0,6}}(?P<value>{_DASHED})")
_EMAIL = pattern(r"(?P<value>(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_OFFICE = pattern(r"(?:请[与和向]|可[与和]|[与和]|联系方式[:：])(?P<value>[一-鿿]{2,40}?)(?:联系|[(（]地址)")
_SEAT = pattern(r"(?:[局厅委署院]|政府|委员会|街道办事处|街道|[镇乡]|管委会|联合社)(?=.)")
_FIELDS: Mapping[str, re.Pattern[str]] = {
    "address": _ADDRESS,
    "postcode": _POSTCODE,
    "phone": _PHONE,
    "fax": _FAX,
    "email": _EMAIL,
}
_LIKE_AN_OFFICE = pattern(r".{0,60}(?:室|科|股|处|组|中心|部|站|所)")


def contacts(preamble: str, name: str) -> Mapping[str, str]:
    """The fields of the agency that a preamble gives, as printed; those it does not give are absent.

    Args:
        preamble: its text.
        name: the agency's name, which stands before the office's.
    """
    found = {field: match["value"].strip() for field, shape in _FIELDS.items() if (match := shape.search(preamble))}
    office = _office(preamble, name)
    short = re.search(rf"{re.escape(name)}[（(]以下简称[:：]?[“\"]?(?P<value>[一-鿿]{{2,20}}?)[”\"]?[)）]", preamble)
    found |= {"office": office} if office else {}
    return found | ({"short_name": short["value"]} if name and short else {})


def _office(preamble: str, name: str) -> str:
    """The office that questions go to, without the agency's name before it."""
    for found in _OFFICE.finditer(preamble):
        words = found["value"]
        if name and words.startswith(name):
            return words[len(name) :]
        seats = [seat.end() for seat in _SEAT.finditer(words)]
        own = next((end for end in reversed(seats) if name and is_agency(words[:end], Agency(name))), 0)
        own = own or (seats[-1] if seats else 0)
        if _LIKE_AN_OFFICE.fullmatch(words[own:]):
            return words[own:]
    return ""
