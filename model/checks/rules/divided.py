"""Lists that divide the applications by the way they came or by who took them in, against table three."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from model.language.fractions import Said, fraction_at, per_cent
from model.language.numerals import amount
from model.language.patterns import pattern
from model.prose.agreement import is_unsettled, table_value
from model.prose.figures import in_form
from model.prose.meant import CARRIED_IN, CONCLUDED, RECEIVED
from model.report.report import Report

_OFFICE = "[一-鿿]{0,6}(?:政府|部门|乡镇|镇街|街道|单位|本级|机关|[县区市州]直)"
_WAY = "(?:网络|网上|线上|在线|互联网|平台|信函|邮寄|信件|邮件|传真|当面|现场|窗口)(?:提交|申请|方式|渠道|递交)?"
_JOINT = "[、和及与]"
_LIST = f"[0-9]{{1,5}}件(?:{_JOINT}[0-9]{{1,5}}件){{1,5}}"
_RESPECTIVELY = pattern(f"(?:分别|依次)(?:为|是|有|收到|受理)(?P<list>{_LIST})")
_NAMES = pattern(
    f"(?:{_OFFICE}(?:{_JOINT}{_OFFICE}){{1,4}}|{_WAY}(?:{_JOINT}{_WAY}){{1,4}})"
    "(?:提出|提交|受理|收到|接收|承办)?的?(?:政府信息公开)?(?:申请)?(?:件数|数量)?$"
)
"""Before 分别: several offices, or several ways."""
_WAYS_BEHIND = pattern("件[）)]?(?:[两二三四五]种|等)?(?:提交|申请)?(?:渠道|方式|途径|形式)")
_IN_TURN = pattern(f"{_WAY}[（(]?[0-9]{{1,5}}件[）)]?(?:{_JOINT}{_WAY}[（(]?[0-9]{{1,5}}件[）)]?){{1,5}}$")
_NUMBER = pattern("([0-9]{1,5})件")
_APPLICATION, _OTHERS = (
    pattern("申请"),
    pattern("上年|去年|结转|信箱|热线|咨询|留言|许可|复议|诉讼|其中|等[两二三四五]?种?"),
)
_SUBJECT = "[^，。；、：（(0-9\\n]{2,16}[（(]?[0-9]{1,5}件[）)]?"
_BY_SUBJECT = pattern(
    "申请(?:的)?(?:事项|内容|主题|信息|类型)?(?:主要|多|大多|均)?(?:集中在|集中于|集中为|涉及|分布在|分为|包括|有|为)(?:的)?"
    f"(?P<list>{_SUBJECT}(?:[、，和及]{_SUBJECT}){{1,8}})(?=[。；）)]|等|$)"
)
"""What the applications are about: 申请事项集中在旧区改造（8件）、违建拆除（5件）、其他（2件）."""
_NO_SUBJECT = pattern("公开|不掌握|不予|无法|自然人|企业|法人|个人|公民|组织|机构|结转|其中|[每各]|上年")
_THE_OTHERS = pattern("(?:其他|其它|其余)[^，。；、0-9]{0,8}[0-9]{1,5}件[）)]?$")
_REACH, _LONGEST = 160, 60

_A_WAY = (
    "(?:由|以|通过|经)?(?:网络|网上|线上|在线|互联网|平台|信函|邮寄|邮政|信件|邮件|传真|当面|现场|窗口)"
    "(?:提交|申请|方式|渠道|递交|寄送|提出|收到)?的?(?:申请)?[（(]?[0-9]{1,5}件[）)]?"
)
_BY_WAYS = pattern(f"{_A_WAY}(?:[，、；和及与]{_A_WAY}){{1,4}}(?=[，。；）)\\n]|$)")
"""The ways by which the applications came, one after another: 网络申请5件、信函申请2件."""
_SOME_WAYS = pattern("其中[^，。；]{0,4}$|主要[^，。；]{0,4}$|上年[^，。；]{0,8}$|去年[^，。；]{0,8}$|复议|诉讼")
_BY_WAY = pattern("(?:方式|渠道|途径|形式)(?:上|来看|看|划分|分|统计)?(?:以[^，。；0-9]{2,8}为主)?[，：]$")
_NEAR, _THREE = 16, 3


def _are_some(found: re.Match[str], text: str) -> bool:
    """Whether the words before a list of ways say that it is one of only some, or of something else."""
    return bool(_SOME_WAYS.search(text, max(0, found.start() - _NEAR), found.start()))


def _are_all_ways(found: re.Match[str], text: str) -> bool:
    """Whether a list of ways is said, or long enough, to be one of all."""
    said = _BY_WAY.search(text, max(0, found.start() - 2 * _NEAR), found.start())
    return bool(said) or found[0].count("件") >= _THREE


Span = tuple[int, int]


def misfits(report: Report, text: str) -> Iterator[tuple[Span, int, int]]:
    """The lists that divide the applications and do not add up to them: where, what they add up to, and the table."""
    if "件" not in text:
        return
    listed = list(_lists(text)) if any(word in text for word in ("分别", "依次", "渠道", "方式", "途径")) else []
    subjects = [found for found in _BY_SUBJECT.finditer(text) if not _NO_SUBJECT.search(found["list"])]
    listed += [found.span("list") for found in subjects]
    ways = [found for found in _BY_WAYS.finditer(text) if not _are_some(found, text)]
    listed += [found.span() for found in ways]
    cells = in_form((RECEIVED, RECEIVED + CARRIED_IN, CONCLUDED), report.form) if listed else ()
    whole = [value for each in cells if (value := table_value(report, each)) is not None]
    if not whole or len(whole) < len(cells) or is_unsettled(report):
        return
    open_ended = {found.span("list") for found in subjects if not _THE_OTHERS.search(found["list"])}
    open_ended |= {found.span() for found in ways if not _are_all_ways(found, text)}
    for start, end in listed:
        lead = text[max(text.rfind("\n", 0, start) + 1, start - _REACH) : start]
        sentence = lead[lead.rfind("。") + 1 :] + text[start:end]
        if not _APPLICATION.search(lead) or _OTHERS.search(sentence):
            continue
        added = sum(int(amount(number) or 0) for number in _NUMBER.findall(text, start, end))
        if added > max(whole) if (start, end) in open_ended else added not in whole:
            yield (start, end), added, int(whole[0] or 0)


_OF_A_SUBJECT = pattern(
    "(?:类(?:的)?申请(?:共|有|为|达)?|(?:涉及|关于|有关|针对)[^，。；（(0-9]{2,20}的申请(?:共|有|为|达)?|集中(?:在|于)[^，。；（(0-9]{2,16}[（(])"
    "(?P<part>[0-9]{1,5})件[，、（(](?:大?约)?占(?:比|到|了|新收|收件|收到|申请|全部|总数|总量|办结|全年|件|数|量|总){0,4}的?(?=近|约|超|不|[0-9一二三四五六七八九半])"
)
"""So many applications about one thing, before the share of all that they are: 物业类申请21件，占新收的六成."""
_PER_CENT = pattern(r"(?P<share>[0-9]{1,3}(?:\.[0-9]{1,2})?)[%％]")


def shares_of_subjects(report: Report, text: str) -> Iterator[tuple[Span, int, int]]:
    """The shares that some applications are of none of the wholes there are: where, how many and of how many."""
    found = list(_OF_A_SUBJECT.finditer(text)) if "占" in text and "件" in text else []
    cells = in_form((RECEIVED, RECEIVED + CARRIED_IN, CONCLUDED), report.form) if found else ()
    wholes = [value for each in cells if (value := table_value(report, each))]
    if not wholes or is_unsettled(report):
        return
    for each in found:
        lead = text[max(text.rfind("\n", 0, each.start()) + 1, each.start() - _REACH) : each.end()]
        share = _share_at(text, each.end())
        if share is None or not _APPLICATION.search(lead) or _OTHERS.search(each[0]):
            continue
        part = int(each["part"])
        if part <= max(wholes) and not any(share[1].fits(part, Fraction(whole)) for whole in wholes):
            yield (each.start("part"), share[0]), part, int(wholes[0])


def _share_at(text: str, at: int) -> tuple[int, Said] | None:
    """Where the share that begins at a place ends, and what it says."""
    if found := _PER_CENT.match(text, at):
        step = Fraction(1, 100 * 10 ** len(found["share"].partition(".")[2]))
        return found.end(), per_cent(Fraction(Decimal(found["share"])) / 100, step)
    words = fraction_at(text, at)
    return (words.end, words.said) if words else None


def _lists(text: str) -> Iterator[Span]:
    """The numbers of each such list, from the first to the last."""
    for found in _RESPECTIVELY.finditer(text):
        if _NAMES.search(text, max(0, found.start() - _LONGEST), found.start()):
            yield found.span("list")
    for found in _WAYS_BEHIND.finditer(text):
        end = found.start() + 1 + (text[found.start() + 1] in "）)")
        if listed := _IN_TURN.search(text, max(0, end - _LONGEST), end):
            yield listed.span()
