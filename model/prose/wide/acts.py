"""Documents of table two by the words of a figure's item."""

import re

from model.language.patterns import pattern
from model.prose import vocabulary as words
from model.prose.meant import Meant
from model.prose.places import Place
from model.prose.scope import scope_of
from model.prose.wide.item import item_of, statement_before

_HEADING = pattern("规范性文件(?:管理|制定|清理)?(?:情况|工作)?[。：]\n?$")
_LONGEST_HEADING = 16


def _headed(place: Place) -> list[re.Match[str]]:
    """The noun of the heading right before the sentence: 1.规范性文件。制发3件."""
    start = place.text.sentence(place.token.start)[0]
    heading = place.text.plain.text[max(0, start - _LONGEST_HEADING) : start]
    return list(words.DOCUMENT.finditer(heading)) if _HEADING.search(heading) else []


_LISTED_FILES = pattern(
    "^(?:[①-⑳]|[0-9][.、])(?:制度|政策)?(?P<normative>文件)(?:：|--)(?=.{0,12}制[发定].{0,12}废止.{0,12}有效)"
)
"""Documents by the heading of an item of a list: ②文件：未制发，废止2件，有效3件."""
_DOCUMENT_NAMES = {"issued": "制发", "repealed": "废止", "in_force": "现行有效"}
_NOT_COUNTED = pattern(
    "解读|审查|备案|宣传|培训|征求|意见|草案|送审|目录|转发|上级|审核|问答|图解|查阅|下载|网站|专栏|净增|净减|在办|案件"
)
_FOR_ANOTHER = pattern(
    "(?:以(?P<name>[一-鿿]{2,16}?(?:[、和及与][一-鿿]{2,16}?)?)(?:的)?)?(?<!本机关)(?<!本单位)(?<![我本][局委厅])名义"
)
"""In whose name documents are made, where it is said."""
_ONLY_HAPPENED = pattern(
    f"(?:{words.IN_FORCE}|{words.REPEALED}|{words.ISSUED}|新订|新修订|修订|修改|新|在|目前|现|仍|还|继续|保持|总数|全年|本年|当年|均|的|共|共计|合计|为|有|是|，|由)+"
)
"""Words that say only what happened to documents named before: 没有新出台规范性文件，继续执行的1件."""
_NONE_BEHIND = pattern("[、，；](?:另外?|也|均|同时)?(?:无|没有|未|零)")
"""Where another statement begins: 新出规范性文件2件、无废止."""
_OF_ALL = pattern("均|都|全部|已全")
"""Behind documents of which all is told: 4件现行规范性文件均能查到."""
_UNCHANGED = pattern("(?:(?:本局|我局|现有|行政)*规范性文件)(?:共|有|为|仍|维持|保持|数量|总数)*")
_UNCHANGED_BEHIND = pattern(
    "(?:，|数量|总数|本年|全年){0,3}(?:(?:没有|无|未|不)(?:发生)?(?:任何)?(?:变化|变动|增减|变)|(?:[^，。；0-9]{0,8}[，、])?(?:今年|本年|目前)?(?:仍|仍然|仍在)?继续(?:执行|有效))"
)
"""Documents that are in force as they were: 规范性文件1件，没有变化."""
_REACH = 30
_EARLIER = pattern("年初|上一?年|去年|此前|原有")


def document(place: Place, before: str) -> Meant | None:
    """制发, 废止, 现行有效 of the documents that the statement speaks of."""
    if place.token.unit not in ("件", "部", "项", "个", "份", ""):
        return None
    spoken = list(words.DOCUMENT.finditer(place.sentence_before + place.after))
    spoken = spoken or _headed(place) or list(_LISTED_FILES.finditer(place.sentence))
    item = item_of(place)
    another = _FOR_ANOTHER.search(place.sentence_before)
    if another and not another["name"]:
        return None
    after = _NONE_BEHIND.split(place.after, 1)[0]
    first = _OF_ALL.split(item.heads[0], 1)[0] if item.number_first else "".join(item.heads[:1])
    heads = [head for head in (first, after) if words.DOCUMENT_VERBS.search(head)]
    if not heads and _UNCHANGED.fullmatch(first) and _UNCHANGED_BEHIND.match(_behind(place)):
        heads = [f"{first}继续有效"]
    if not spoken or not heads or _is_of_other_things(place, heads[0]):
        return None
    near = words.DOCUMENT.search(heads[0]) or words.DOCUMENT.search(item.heads[0] if item.heads else "")
    goes_on = (before == "documents" or bool(_headed(place))) and place.topic in ("documents", "published")
    told_before = bool(spoken) and spoken[0].start() < len(place.sentence_before) and _ONLY_HAPPENED.fullmatch(heads[0])
    named = near or told_before or "文件" in heads[0] or words.DOCUMENT.search("".join(item.heads[1:2]))
    if not named and not goes_on:
        return None
    noun = near or spoken[-1]
    verb = str(list(words.DOCUMENT_VERBS.finditer(heads[0]))[-1].lastgroup)
    row = "rules" if noun.lastgroup == "rule" else "normative_documents"
    name = f"{_DOCUMENT_NAMES[verb]}{'规章' if row == 'rules' else '规范性文件'}"
    meaning = ((f"disclosure.{row}.{verb}",),)
    partial = place.is_part or (verb == "repealed" and "清理" in place.sentence)
    whose = another["name"] if another else scope_of(statement_before(place))
    return Meant("documents", name, meaning, place.token.start, place.token.end, partial, whose)


def _behind(place: Place) -> str:
    """The words of the statement right behind a figure."""
    end = min(place.text.sentence(place.token.start)[1], place.token.end + _REACH)
    return place.text.plain.text[place.token.end : end].partition("；")[0]


def _is_of_other_things(place: Place, head: str) -> bool:
    """Whether what is told of is no document that was made, repealed or is in force; one looked through is none."""
    if _NOT_COUNTED.search(head) or _EARLIER.search(head):
        return True
    if list(words.DOCUMENT_VERBS.finditer(head))[-1][0] == "清理":
        return True
    return bool(words.DECISIONS.search(place.before)) and not words.DOCUMENT.search(place.before)


def document_at_start(place: Place) -> Meant | None:
    """规范性文件年初12件: what was in force when the year began."""
    spoken = list(words.DOCUMENT.finditer(place.sentence_before))
    if "年初" not in place.before or not spoken:
        return None
    row, name = ("rules", "规章") if spoken[-1].lastgroup == "rule" else ("normative_documents", "规范性文件")
    meaning = ((f"disclosure.{row}.in_force",),)
    return Meant("documents", f"现行有效{name}", meaning, place.token.start, place.token.end)
