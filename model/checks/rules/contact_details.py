"""Checks on how the public reaches the office: the preamble against the agency's own data, and broken addresses."""

import re
from collections.abc import Iterator
from functools import lru_cache

from model.checks.fix import Fix
from model.checks.reasons import ANY
from model.checks.registry import Context, Problem, check, in_text, rewording
from model.language.characters import exchanged
from model.language.patterns import pattern
from model.report.report import Report, TextId

_PLAIN = dict(zip("０１２３４５６７８９（）＋＠．－—–―‐‑−─：", "0123456789()+@." + "-" * 8 + ":", strict=True))
_SEPARATE = r"[：:，,为是\s]{0,3}"
_POSTCODE = pattern(rf"邮(?:政编码|编|码){_SEPARATE}(?P<value>[0-9]{{6}})(?![0-9])")
_PHONE = pattern(
    rf"(?<!监督)(?<!举报)(?<!投诉)电话{_SEPARATE}"
    r"(?P<value>\(?0[0-9]{2,3}\)?[- ]{0,2}[0-9]{7,8}|[0-9]{7,8})(?![0-9])"
)
_FAX = pattern(rf"传真{_SEPARATE}(?P<value>\(?0[0-9]{{2,3}}\)?[- ]{{0,2}}[0-9]{{7,8}}|[0-9]{{7,8}})(?![0-9])")
_EMAIL = pattern(r"(?P<value>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})")
_ADDRESS = pattern(r"(?<!网)(?<!页)(?<!站)地[址点][：:，为是]{0,2}(?P<value>[^，。；、：:（）()\s]{6,60})")
_LEAST_DIGITS = 7

_WEB = pattern(
    r"(?:https?[：:]|https?(?=//)|(?<![A-Za-z0-9@.])ww(?=\.[a-z])|www[.．。，,])[^\s\u4e00-\u9fff（）()《》“”]{2,120}",
    2,
)
_APART = pattern(r"[A-Za-z0-9] [.．]|[.．] [A-Za-z0-9]")
_IN_WEB = ("ww", "WW", "Ww", "http", "HTTP", "Http")
_GOOD_WEB = pattern(
    r"(?<![A-Za-z0-9.-])(?:https?://)?[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++(?::[0-9]++)?(?:/[!-~]*+)?", re.IGNORECASE
)
_SPACED_WEB = pattern(
    r"(?<![A-Za-z0-9@./])(?:www {0,2}[.．] {0,2})?[A-Za-z0-9-]{2,40}(?: {0,2}[.．] {0,2}[A-Za-z0-9-]{2,40}){0,3}"
    r" {0,2}[.．] {0,2}(?:gov|com|org|net|edu)(?: {0,2}[.．] {0,2}cn)?(?![A-Za-z0-9])",
    2,
)
"""An address whose parts may stand apart."""
_BLANK = "[ \\u3000]"
_BROKEN_WEB = pattern(
    rf"(?:https?(?={_BLANK}{{0,2}}[:：/])|www(?=[.．]))[!-~．：]{{0,80}}(?:{_BLANK}{{1,2}}[!-~．：]{{1,80}}){{1,4}}",
    re.IGNORECASE,
)
"""An address and what stands behind blanks, which may be the rest of it."""
_BEGINS_ANOTHER = pattern("https?[:：]|www[.．]|[0-9+(-]+$", re.IGNORECASE)
_REST_OF_WEB = pattern(
    r"[.．/:：]|[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){0,3}\.(?:gov|com|org|net|cn)(?![A-Za-z0-9])", re.IGNORECASE
)
_CUT_WEB = pattern(r"(?:www\.[A-Za-z0-9-]+|https?://[A-Za-z0-9-]*)(?=[\s（）()《》“”，。；、]|$)")
_SAID_EMAIL = pattern(
    r"(?:邮箱|电子邮件|E-?mail|[信意]见?箱|建议箱|邮址)[：:为是，（(]{0,2}(?P<value>(?!www[.]|https?:|[A-Za-z0-9.-]{1,60}[/:])[A-Za-z0-9][A-Za-z0-9._@＠#-]{4,80})",
    2,
)
_PROVIDERS = "(?:vip[.])?(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|hotmail|outlook|gmail)[.](?:com|net|cn)"
_PRIVATE = pattern(rf"@{_PROVIDERS}")
_ODD_EMAIL = pattern(
    r"[A-Za-z0-9._%+-]{1,64}[@＠]{1,3}[A-Za-z0-9.,@＠-]{1,80}"
    r"(?:[，．][A-Za-z]{2,3}(?![A-Za-z])| [A-Za-z]{2,12}\.[A-Za-z]{2,3})?"
)
_AT_LOST = pattern(rf"(?<![A-Za-z0-9@./_-])(?!www)[A-Za-z0-9_]{{3,30}}?{_PROVIDERS}(?![A-Za-z0-9.@/])")
"""The address of a box at one of the great providers, without the sign before it."""
_TEXTS: tuple[TextId, ...] = ("preamble", "overview", "problems", "other_matters")


@check("C-01", "warning", "practice", reads=("preamble", "agency"), reasons=("单位信息有变，以引言为准", *ANY))
def contact_differs(report: Report, context: Context) -> Iterator[Problem]:
    """引言里的地址、邮编、电话、传真、邮箱与单位信息不同；分机、连字符、全半角、区号不同不算。"""
    words, agency = report.text.preamble, report.agency
    plain = exchanged(words, _PLAIN)
    for name, expression, own in (
        ("邮编", _POSTCODE, (agency.postcode,)),
        ("电话", _PHONE, (agency.phone,)),
        ("传真", _FAX, (agency.fax,)),
        ("邮箱", _EMAIL, (agency.email,)),
        ("地址", _ADDRESS, (agency.address,)),
    ):
        known = [value for value in own if value]
        for found in expression.finditer(plain) if known else ():
            span = found.span("value")
            if not any(_is_same(name, found["value"], value) for value in known):
                said = words[slice(*span)]
                message = f"引言写的{name}是“{said}”，{context.elsewhere}是“{known[0]}”，请核对后改成一致。"
                yield in_text("preamble", span, words, message, _cure(span, known))


def _cure(span: tuple[int, int], known: list[str]) -> Fix | None:
    return rewording("preamble", span, known[0]) if len(known) == 1 else None


def _is_same(name: str, written: str, own: str) -> bool:
    own = exchanged(own, _PLAIN)
    if name in ("电话", "传真"):
        return any(_same_number(written, part) for part in own.replace("、", "，").replace("；", "，").split("，"))
    if name == "邮箱":
        return written.casefold() in own.casefold()
    if name == "邮编":
        return written == "".join(filter(str.isdigit, own))
    return _same_address(written, "".join(own.split()))


def _same_number(written: str, own: str) -> bool:
    """Whether two numbers reach the same: one may lack the area's code, or have an extension more."""
    mine, theirs = "".join(filter(str.isdigit, written)), "".join(filter(str.isdigit, own))
    short, long = sorted((mine, theirs), key=len)
    return len(short) >= _LEAST_DIGITS and (long.endswith(short) or long.startswith(short))


def _same_address(written: str, own: str) -> bool:
    """Whether an address differs from one's own otherwise than in a figure; other words may name the same place."""
    if written in own or own in written:
        return True
    digits = str.maketrans("", "", "0123456789")
    bare, other = written.translate(digits), own.translate(digits)
    return not (bare.endswith(other) or other.endswith(bare) or bare in other or other in bare)


@check("H-13", "hint", "practice", reads=_TEXTS, reasons=ANY)
def broken_address(report: Report, _context: Context) -> Iterator[Problem]:
    """网址里有空格、全角符号或缺少域名，邮箱缺“@”；公布的邮箱是 qq、163 等私人邮箱。"""
    for section in _TEXTS:
        words = report.text[section]
        for span in _broken_webs(words):
            said = words[slice(*span)]
            yield in_text(section, span, words, f"网址“{said}”写法不对（多了符号、少了斜杠或域名），请核对。")
        for span, message in _broken_emails(words):
            yield in_text(section, span, words, message)


@lru_cache(maxsize=16)
def _broken_emails(words: str) -> tuple[tuple[tuple[int, int], str], ...]:
    return tuple(_emails_told(words))


def _emails_told(words: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Addresses of mailboxes that reach nobody, or are private, with what is wrong."""
    said = [found.span("value") for found in _SAID_EMAIL.finditer(words)]
    for start, end in said:
        if "@" not in words[start:end]:
            yield (start, end), f"邮箱“{words[start:end]}”缺“@”，请核对。"
    for found in _AT_LOST.finditer(words):
        if not any(start <= found.start() < end for start, end in said):
            yield found.span(), f"邮箱“{found[0]}”像是缺了“@”，请核对。"
    for found in _ODD_EMAIL.finditer(words) if "@" in words or "＠" in words else ():
        if not _EMAIL.fullmatch(found[0]):
            yield found.span(), f"邮箱“{found[0]}”写法不对，请核对。"
    for found in _EMAIL.finditer(words):
        if _PRIVATE.search(found["value"].casefold()):
            yield found.span("value"), f"“{found['value']}”是私人邮箱，联系方式一般写单位的政务邮箱，请核对。"


def _broken_webs(words: str) -> Iterator[tuple[int, int]]:
    """Addresses of sites with a blank inside, or that lack something, none inside another."""
    told = list[tuple[int, int]]()
    with_blanks = (*_spaced_webs(words), *_webs_apart(words))
    for start, end in (*with_blanks, *_webs_lacking(words)):
        if not any(start < until and begin < end for begin, until in told):
            told.append((start, end))
    yield from told


def _spaced_webs(words: str) -> Iterator[tuple[int, int]]:
    for found in _SPACED_WEB.finditer(words) if _APART.search(words) else ():
        if " " in found[0] and not any(part in found[0].casefold() for part in ("http", "@")):
            yield found.span()


def _webs_apart(words: str) -> Iterator[tuple[int, int]]:
    """Addresses that go on behind a blank: http://www.x .gov.cn, http:// www.x.gov.cn, www.x.gov.cn /col."""
    for found in _BROKEN_WEB.finditer(words) if any(part in words for part in _IN_WEB) else ():
        end = found.start()
        for part in _PARTS_OF_WEB.finditer(found[0]):
            at = found.start() + part.start()
            before, until = words[found.start() : end], at + len(part[0])
            if before and not _goes_on(before, part[0], words[until : until + 1]):
                break
            end = until
        said = words[found.start() : end].rstrip("，。；、,;.．)")
        if any(blank in said for blank in " \u3000"):
            yield found.start(), found.start() + len(said)


_PARTS_OF_WEB = pattern("[^ \u3000]+")


def _goes_on(before: str, behind: str, next_one: str) -> bool:
    """Whether what stands behind a blank is the rest of an address, and no other one and no other word."""
    if _BEGINS_ANOTHER.match(behind):
        return before.endswith(("//", ":", "：")) and not behind.casefold().startswith("http")
    if _REST_OF_WEB.match(behind):
        return True
    return before.endswith((".", "．", "/")) and behind[:1].isalnum() and not "一" <= next_one <= "鿿"


def _webs_lacking(words: str) -> Iterator[tuple[int, int]]:
    for found in _WEB.finditer(words) if any(part in words for part in _IN_WEB) else ():
        said = found[0].rstrip("，。；、,;.．")
        if not _GOOD_WEB.fullmatch(said) or _CUT_WEB.fullmatch(said):
            yield found.start(), found.start() + len(said)
