"""Lists that divide the applications by the way they came or by who took them in, against table three."""

from collections.abc import Iterator

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

Span = tuple[int, int]


def misfits(report: Report, text: str) -> Iterator[tuple[Span, int, int]]:
    """The lists that divide the applications and do not add up to them: where, what they add up to, and the table."""
    if "件" not in text:
        return
    listed = list(_lists(text)) if any(word in text for word in ("分别", "依次", "渠道", "方式", "途径")) else []
    subjects = [found for found in _BY_SUBJECT.finditer(text) if not _NO_SUBJECT.search(found["list"])]
    listed += [found.span("list") for found in subjects]
    cells = in_form((RECEIVED, RECEIVED + CARRIED_IN, CONCLUDED), report.form) if listed else ()
    whole = [value for each in cells if (value := table_value(report, each)) is not None]
    if not whole or len(whole) < len(cells) or is_unsettled(report):
        return
    open_ended = {found.span("list") for found in subjects if not _THE_OTHERS.search(found["list"])}
    for start, end in listed:
        lead = text[max(text.rfind("\n", 0, start) + 1, start - _REACH) : start]
        sentence = lead[lead.rfind("。") + 1 :] + text[start:end]
        if not _APPLICATION.search(lead) or _OTHERS.search(sentence):
            continue
        added = sum(int(amount(number) or 0) for number in _NUMBER.findall(text, start, end))
        if added > max(whole) if (start, end) in open_ended else added not in whole:
            yield (start, end), added, int(whole[0] or 0)


def _lists(text: str) -> Iterator[Span]:
    """The numbers of each such list, from the first to the last."""
    for found in _RESPECTIVELY.finditer(text):
        if _NAMES.search(text, max(0, found.start() - _LONGEST), found.start()):
            yield found.span("list")
    for found in _WAYS_BEHIND.finditer(text):
        end = found.start() + 1 + (text[found.start() + 1] in "）)")
        if listed := _IN_TURN.search(text, max(0, end - _LONGEST), end):
            yield listed.span()
