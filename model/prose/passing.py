"""Statements that tell of applications in passing, where the text is about something else, as in 问题 and 改进."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from model.language.patterns import pattern
from model.language.sentences import Span
from model.prose.scope import TopicChange

_NUMBER = "(?:[0-9]{1,6}|[一二两三四五六七八九十]{1,4})"
_NOUN = "(?:政府信息公开|信息公开|依申请公开|公开)?申请"
_ALL_OF_THEM = (
    "(?=$|[，。；：、)\\n“]|[中里均都全已无未没逐悉按在经当一只仅共]|大多|多数|办理|答复|办结|实行|实施|开展|进行|建立)"
)
_RESULT = "(?:(?:不予|部分|予以)公开|无法提供|不予处理|本机关不掌握|不掌握)"
_FRAME = pattern(
    "(?:新收|收到|受理|接收|接到|登记|办理|办结|办复|答复|回复|全年|本年度?|今年|年内|全部)(?:到|了|的|过){0,2}"
    f"{_NUMBER}[件宗份起](?:{_NOUN}{_ALL_OF_THEM}|[中里](?=[，有仍无]))"
    f"|(?:新收|收到|受理|接收|接到|登记|办理|办结)(?:到|了|的)?{_NOUN}(?:一?共|共计|合计|总计)?{_NUMBER}[件宗份起]{_ALL_OF_THEM}"
    f"|{_NUMBER}[件宗份起]{_NOUN}(?:均|都|全部|悉数|中)?已?(?:经)?(?:按[时期]|及时|依法)?(?:答复|办结|办理|回复)"
    f"|{_NUMBER}[件宗份起]{_RESULT}的?(?:申请|答复)|{_RESULT}(?:类|的){{0,2}}(?:申请|答复)?(?:一?共|共计|合计|有|达){{0,2}}{_NUMBER}[件宗份起]"
)
"""So many applications that were received or answered, with nothing that says which of them, or for what."""
_IN_THE_YEAR = pattern(
    f"[，(：](?:全年度?|本年度?|年内|当年|20[0-9]{{2}}年度?)(?:一?共|累计|总共)?(?:新收|收到|受理|办结|答复){_NUMBER}件(?=[，。；)\\n]|$)"
)
"""The same with the noun left out: 对申请的答复尺度不统一（全年办结98件）."""
_ANSWERED = pattern("申请|答复")
_SOME = pattern("(?:抽[查取检评选]|随机|其中|选取|挑选|评查|回访|重点|部分|组织|上一?年|去年|往年)[^，。；]{0,12}$")
"""Before applications that are only some, or of another year; 组织 is no organisation there: 组织复盘."""
_OF_DISCLOSURE = pattern("答复|信息|复议|法定期限|依申请|公开申请")
_CERTAIN = pattern("答复|依申请|公开申请|信息公开|法定期限|复议")
"""Words beside applications that leave no doubt that they are those for disclosure."""
_OF_ANYTHING = pattern("登记|办理|件[中里]$")
_SPOKEN = pattern("公开|答复|信息")
"""What is spoken of near applications that are dealt with, where they are those for disclosure."""
_OF_SERVICES = pattern("政务服务|窗口|大厅|一体化|平台|承诺|许可|审批|事项|业务|办事")
_OTHER_ITEM = pattern("[^。；\\n]{0,12}(?:主动公开|信息管理|平台|监督保障|办事公开)")
"""The beginning of a paragraph on another thing, as the items of section one have it."""
_NEAR, _BEFORE, _BEHIND = 24, 120, 16


def told_in_passing(words: str, changes: Sequence[TopicChange]) -> Iterator[Span]:
    """From each such place of a plain text to the end of its statement, as far as that is near."""
    places = [change.at for change in changes]
    for expression in (_FRAME, _IN_THE_YEAR):
        for found in expression.finditer(words):
            at, end = found.span()
            start = max(at - _FAR, *(words.rfind(mark, max(0, at - _FAR), at) + 1 for mark in "；。\n"))
            index = bisect_left(places, end) - 1
            last = changes[index] if index >= 0 else None
            if _SOME.search(words[max(start, at - _NEAR) : at]) or not _may_be(words, (start, end), last):
                continue
            closed = _STATEMENT_END.search(words, end, end + _FAR)
            until = closed.start() if closed else min(len(words), end + _FAR)
            bare = expression is _IN_THE_YEAR and not _ANSWERED.search(words, start, at)
            if not bare and _is_likely(words, start, found, until):
                yield at, until


def _is_likely(words: str, start: int, found: re.Match[str], until: int) -> bool:
    """Whether applications, of which no word says for what they are, can hardly be for anything but disclosure."""
    if _CERTAIN.search(words, start, min(until, found.end() + _BEHIND)):
        return True
    near = max(0, start - _BEFORE)
    if _OF_ANYTHING.search(found[0]) and not _SPOKEN.search(words, near, found.end()):
        return False
    if found[0].endswith(("中", "里")) and not _ANSWERED.search(words, start, found.end()):
        return False
    line = max(words.rfind("\n", near, found.start()) + 1, near)
    return not (_OTHER_ITEM.match(words, line) or _OF_SERVICES.search(words, start, until))


_STATEMENT_END = pattern("[；。！？\\n]")
_FAR = 400


def _may_be(words: str, span: Span, last: TopicChange | None) -> bool:
    """Whether nothing says that the applications are for something else: a licence, a subsidy, a letter."""
    start, end = span
    if last is None or last.topic != "other" or "\n" in words[max(last.at, start - _FAR) : start]:
        return True
    return last.at < start and bool(_OF_DISCLOSURE.search(words, start, end))
