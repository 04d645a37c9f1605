"""What a postcode, a telephone number, an e-mail address and the name of an agency look like."""

import re

from model.language.patterns import pattern

POSTCODE = pattern(r"[0-9]{3} ?[0-9]{3}(?![0-9])")
"""A postcode of six digits, from its first one."""
PHONE = pattern(
    r"(?:\(?\+?(?:00)?86\)?[- ]?)?(?:\(?0?[0-9]{2,3}\)?[- ]{1,3}|\(?0[0-9]{2,3}\)?)?"
    r"(?:[0-9]{7,8}|[0-9]{3,4}[- ][0-9]{4})(?![0-9])"
    r"|\(?\+?(?:86)?\)?[- ]?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9])"
    r"|1[0-9]{4}(?![0-9])|9[0-9]{4,5}(?![0-9])|[48]00[- ]?[0-9]{3,4}[- ]?[0-9]{3,4}(?![0-9])"
)
"""A telephone number with or without the area's, a mobile one, or a hotline, from its first character."""

_TOO_SHORT = pattern(r"\(?0[0-9]{2,3}\)?[- ][0-9]{4}(?![- 0-9])")
"""An area's number before four digits."""
_EMAIL = pattern(r"(?<![^@\s])[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_PLAIN = str.maketrans(
    "０１２３４５６７８９（）＋＠．－—–―‐‑−─",
    "0123456789()+@." + "-" * 8,
)
_NO_NAME = pattern(r"[^\u3400-\u4dbf\u4e00-\u9fff]|[年月日号时分秒第]")
"""What makes no name: figures, marks and letters, and the words around the figures of a day or a number."""
_LEAST_NAME = 2
_WORDS = {
    "name": "不像机关的名称，请核对",
    "postcode": "邮编是 6 位数字",
    "phone": "不像电话号码，请核对",
    "fax": "不像传真号码，请核对",
    "email": "不像邮箱地址，请核对",
}


def contact_problem(name: str, value: str) -> str:
    """Why a field of the agency cannot be its name or a way to reach it; empty when it can, or is empty."""
    plain = value.translate(_PLAIN).strip()
    if name not in _WORDS or not plain or _can_be(name, plain):
        return ""
    return _WORDS[name]


def _can_be(name: str, plain: str) -> bool:
    if name == "name":
        return len(_NO_NAME.sub("", plain)) >= _LEAST_NAME
    if name == "postcode":
        return bool(POSTCODE.fullmatch(plain))
    if name == "email":
        return bool(_EMAIL.search(plain))
    first = re.search(r"[(+]?[0-9]", plain)
    return bool(first and PHONE.match(plain, first.start()) and not _TOO_SHORT.match(plain, first.start()))
