"""H-15: time for an answer longer than the regulations allow (article 33: 20 working days, once more at most 20)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from model.checks.parts import WORDS
from model.checks.passages import advisable, passages
from model.checks.reasons import PROSE
from model.checks.registry import Context, Problem, check
from model.language.numerals import number
from model.language.patterns import pattern
from model.language.sentences import around
from model.report.report import Report

_NUMBER = "[0-9]{1,3}(?:\\.[0-9])?|[一二三四五六七八九十]{1,3}"
_UNIT = "(?:个)?(?P<{}>工作日|天|日)"
_ANSWERED = pattern(
    f"(?:答复|办结|办理完毕|回复|历时|最[长慢久]的?[1一]件用了|(?<!平均)用时|耗时|最长(?:的)?(?:一件|一次)?(?:用时|用了|历时|耗时|达到?|为)|平均(?:每件|办理|办结|答复|处理){{0,2}}(?:用时|时长|时间|周期)?)"
    f"[^，。；\\n最]{{0,12}}?(?P<behind>{_NUMBER}){_UNIT.format('unit')}"
    f"|(?:缩短|压缩|压减|减少)(?:到|至|为)(?P<cut>{_NUMBER}){_UNIT.format('left')}"
    f"|最[长慢久][^，。；、\\n0-9]{{0,12}}?(?P<longest>{_NUMBER}){_UNIT.format('span')}"
    f"|(?P<before>{_NUMBER}){_UNIT.format('measure')}(?:之?内|以内)?[^，。；\\n最]{{0,10}}?(?:答复|办结|办理完毕|办完|办毕|寄出|作出|发出|告知|送达|书面回复|予以公开|给予公开)"
)
_ABOUT = pattern("申请|依申请|答复|信息公开|部分公开|不予公开|予以公开")
_OTHER = pattern(
    "复议|诉讼|起诉|审结|留言|热线|12345|信箱|信访|投诉|举报|工单|建议|提案|许可(?!证|决定|信息)|审批(?!表|单|件|材料|信息|手续|文件|档案|结果)|咨询|诉求"
)
_LONGER = pattern(
    "(?<!未)(?<!没有)延长|(?<!未)(?<!没有)延期|征求|第三方|补正|缩短|压缩|提前|不超过|逾期|超期|超过|期限为|时限为"
)
_CUT_TO = pattern("(?:缩短|压缩|压减|减少)(?:到|至|为)")
"""Before the time that is taken now."""
_NOT_LONGER = pattern(
    "(?:未|没有|无|不曾|不存在)[^，。；\n]{0,4}(?:延[长期]|逾期|超期)|(?:均|都)?不超过(?:[1-9]|1[0-9]|20|十[一二三四五六七八九]?|二十)个?工作日"
)
_AND_MORE = pattern(f"(?:[、和及与，]|以及){{1,2}}(?P<more>{_NUMBER}){_UNIT.format('again')}")
"""One more time behind the first: 分别为3个工作日和36个工作日."""
_AS_RESULT = pattern(
    "(?:[0-9一二两三四五六七八九十]{1,3}件(?:为|属于?|系|按|是|因)?(?:以信息公开名义进行)?|(?:属于?|作为?|系|告知))信访(?:、?举报)?(?:、?投诉)?|实[质际]上?[为是]信访(?:、?举报)?(?:、?投诉)?|(?:通过|走|向)信访(?:渠道|部门|途径)|信访(?:、?举报)?(?:、?投诉)?(?:类|事项)?(?:申请)?(?:不予处理)?[0-9一二两三四五六七八九十]{1,3}件"
)
"""What in table three is a result of applications, not another business."""
_OF_ONE = pattern("最[长慢久]的?[一1]件")
"""The longest of things that are counted as applications are, where nothing else is spoken of."""
_OF_SOMETHING_ELSE = pattern("公示|公告|间?隔|保留|保存|挂网|晚|停留|更新|归档|整改|审[核查批]|开庭|办会")
_TIME_TAKEN = pattern("用时|时长|时间|周期|办|答复|处理")
_OF_ANSWER = pattern("答复|办结|办理|申请(?!公开)")
_ALLOWED, _AT_MOST = 20, 40
_NEAR = 60


@check("H-15", "hint", "law", reads=WORDS, group="答复期限", reasons=PROSE)
def answered_too_late(report: Report, _context: Context) -> Iterator[Problem]:
    """写的答复、办结用时超过《条例》第三十三条的20个工作日；写明延长、征求第三方意见或补正的，超过40个工作日才算。"""
    for passage in passages(report):
        for span, message in _too_late(advisable(passage.words)):
            yield passage.problem(span, message)


@lru_cache(maxsize=16)
def _too_late(text: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """The places of a text that tell of an answer after more time than the law allows."""
    late = (found for found in _ANSWERED.finditer(text) if _is_too_late(found, text))
    message = "“{}”超过了《条例》规定的答复期限（20个工作日，延长的不超过40个），请核对。"
    return tuple((found.span(), message.format(found[0])) for found in late)


def _longest_of(found: re.Match[str], text: str) -> int | Decimal:
    """The most days that are told at a place, those told beside them included; 0 where they are no number."""
    days = number(found["behind"] or found["longest"] or found["before"] or found["cut"])
    if days is None:
        return 0
    most, end = days.value, found.end()
    while found["behind"] and (more := _AND_MORE.match(text, end)):
        end, another = more.end(), number(more["more"])
        most = max(most, another.value if another else 0)
    return most


def _is_about_another(said: str, sentence: str) -> bool:
    """Whether the statement, or where it names no application the sentence, tells of another business."""
    return bool(_OTHER.search(_AS_RESULT.sub("", said if _ABOUT.search(said) else sentence)))


def _is_too_late(found: re.Match[str], text: str) -> bool:
    start, end = around(text, found.span(), "sentence")
    sentence, before = text[start:end], text[max(0, start - _NEAR) : start]
    days = _longest_of(found, text)
    about = _ABOUT.search(before + sentence) or _OF_ONE.match(found[0])
    if (
        days <= _ALLOWED
        or not about
        or _is_about_another(text[slice(*around(text, found.span(), "statement"))], sentence)
    ):
        return False
    if _OF_SOMETHING_ELSE.search(sentence if found["longest"] else found[0]):
        return False
    unit = found["unit"] or found["span"] or found["measure"] or found["left"]
    longer = (not _CUT_TO.search(found[0]) and _LONGER.search(_NOT_LONGER.sub("", sentence))) or unit != "工作日"
    if found[0].startswith("平均") and not _TIME_TAKEN.search(found[0]) and not _OF_ANSWER.search(sentence):
        return False
    return days > (_AT_MOST if longer else _ALLOWED)
