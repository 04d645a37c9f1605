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
_REACH, _LONGEST = 160, 60

Span = tuple[int, int]


def misfits(report: Report, text: str) -> Iterator[tuple[Span, int, int]]:
    """The lists that divide the applications and do not add up to them: where, what they add up to, and the table."""
    if "件" not in text or not any(word in text for word in ("分别", "依次", "渠道", "方式", "途径")):
        return
    listed = list(_lists(text))
    cells = in_form((RECEIVED, RECEIVED + CARRIED_IN, CONCLUDED), report.form) if listed else ()
    whole = [table_value(report, each) for each in cells]
    if not whole or None in whole or is_unsettled(report):
        return
    for start, end in listed:
        lead = text[max(text.rfind("\n", 0, start) + 1, start - _REACH) : start]
        sentence = lead[lead.rfind("。") + 1 :] + text[start:end]
        if not _APPLICATION.search(lead) or _OTHERS.search(sentence):
            continue
        added = sum(int(amount(number) or 0) for number in _NUMBER.findall(text, start, end))
        if added not in whole:
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
