"""Documents and decisions of table two by the words of a figure's item."""

import re
from dataclasses import dataclass

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


_DOCUMENT_NAMES = {"issued": "制发", "repealed": "废止", "in_force": "现行有效"}
_NOT_COUNTED = pattern(
    "解读|审查|备案|宣传|培训|征求|意见|草案|送审|目录|转发|上级|审核|问答|图解|查阅|下载|网站|专栏|净增|净减|在办|案件"
)
_FOR_ANOTHER = pattern("(?:以(?P<name>[一-鿿]{2,16}?)(?:的)?)?(?<!本机关)(?<!本单位)(?<![我本][局委厅])名义")
"""In whose name documents are made, where it is said."""
_ONLY_HAPPENED = pattern(
    f"(?:{words.IN_FORCE}|{words.REPEALED}|{words.ISSUED}|新订|新修订|修订|新|修改|目前|现|仍|还|继续|保持|总数|全年|本年|当年|均|的|共|共计|合计|为|有|是|，|由)+"
)
"""Words that say only what happened to documents named before: 没有新出台规范性文件，继续执行的1件."""
_NONE_BEHIND = pattern("[、，；](?:另外?|也|均|同时)?(?:无|没有|未|零)")
"""Where another statement begins: 新出规范性文件2件、无废止."""
_EARLIER = pattern("年初|上一?年|去年|此前|原有")
_DECISION_NAMES = {"licences": "行政许可", "penalties": "行政处罚", "compulsory_measures": "行政强制"}
_NOT_DECIDED = pattern(
    "公示|(?<!不)公开|发布|上网|归集|信息|事项目录|清单|推送|录入|案卷|评查|听证|查询|申请|受理|目录|依据|流程|指南|案例|典型|撤销|注销|其中|复议|诉讼"
)
_PUBLISHED = pattern(
    "(?:公示|公开|公布)(?:了)?(?:行政)?(?:许可|处罚|强制)(?:决定|结果)?$|^(?:行政)?(?:许可|处罚|强制)结果$"
)
"""Decisions that were published: no more of them than were made."""
_LISTS = pattern("清单|事项|权责|目录")
_AT_END = pattern(
    "(?:行政)?(?:许可|处罚|强制)(?:等?(?:行政)?(?:决定|案件|事项))?(?:的|由|从|类|方面|事项|作出|做出|本年度?|全年|决定书?|案件|案|措施|执行|拆除|处理|办理|办结|等|共计|合计|共|为|是|总计|数量|数|：|，|、|总)*$"
)
_ONLY_COUNT = pattern("(?:本年度?|全年|处理|决定|数量|数|共|为|的)*")
_SORT = pattern("\\((?!其中|含|不含|包括)[一-鿿、]{1,24}\\)$")
"""What all of the decisions are: 行政许可（建房）9件."""
_SOME_MEASURES = pattern("强制(?:措施|执行|拆除)")


@dataclass(frozen=True, slots=True)
class _Act:
    cells: tuple[str, ...]
    name: str


def document(place: Place, before: str) -> Meant | None:
    """制发, 废止, 现行有效 of the documents that the statement speaks of."""
    if place.token.unit not in ("件", "部", "项", "个", "份", ""):
        return None
    spoken = list(words.DOCUMENT.finditer(place.sentence_before + place.after))
    spoken = spoken or _headed(place)
    item = item_of(place)
    another = _FOR_ANOTHER.search(place.sentence_before)
    if another and not another["name"]:
        return None
    after = _NONE_BEHIND.split(place.after, 1)[0]
    heads = [head for head in (*item.heads[:1], after) if words.DOCUMENT_VERBS.search(head)]
    if not spoken or not heads or _is_of_other_things(place, heads[0]):
        return None
    near = words.DOCUMENT.search(heads[0]) or words.DOCUMENT.search(item.heads[0] if item.heads else "")
    goes_on = (before == "documents" or bool(_headed(place))) and place.topic in ("documents", "published")
    told_before = words.DOCUMENT.search(place.sentence_before) and _ONLY_HAPPENED.fullmatch(heads[0])
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


def _is_of_other_things(place: Place, head: str) -> bool:
    """Whether what is told of is no document that was made, repealed or is in force; one looked through is none."""
    if _NOT_COUNTED.search(head) or _EARLIER.search(head):
        return True
    if list(words.DOCUMENT_VERBS.finditer(head))[-1][0] == "清理":
        return True
    return bool(words.DECISIONS.search(place.before)) and not words.DOCUMENT.search(place.before)


def decision(place: Place, before: str) -> Meant | None:
    """行政许可, 行政处罚, 行政强制: what stands right before a figure, however it is described."""
    if place.token.unit not in ("件", "宗", "起", "例", "项", "份", ""):
        return None
    item = item_of(place)
    if item.number_first or not item.heads:
        return None
    head = next((head for head in item.heads[:2] if not _ONLY_COUNT.fullmatch(head)), item.heads[0])
    head = _SORT.sub("", head)
    ending = _AT_END.search(head)
    if not ending or not (found := words.DECISIONS.search(ending[0])):
        return None
    if place.token.unit == "项" and _LISTS.search(place.sentence_before):
        return None
    several = {str(each.lastgroup) for each in words.DECISIONS.finditer(place.sentence_before)}
    own = place.listed_as is not None and len(several) > 1
    own = own or "行政" in head or before == "decisions" or "许可" in ending[0] or "决定" in ending[0] or "作出" in head
    published = _PUBLISHED.search(head)
    if (
        not own
        or (_NOT_DECIDED.search(head) and not published)
        or place.topic == "applications"
        or place.about_applications
    ):
        return None
    kinds = _joined(statement_before(place)) or [str(found.lastgroup)]
    only = "" if "等" in ending[0] else _only(head[: ending.start()])
    some = place.is_part or bool(published)
    measures = _SOME_MEASURES.search(head)
    only = measures[0] if measures else only
    meaning = (tuple(f"disclosure.{kind}.decisions" for kind in kinds),)
    scope = scope_of(statement_before(place))
    return Meant(
        "decisions",
        "、".join(_DECISION_NAMES[kind] for kind in kinds),
        meaning,
        place.token.start,
        place.token.end,
        some or bool(only),
        scope,
        narrowed="" if some else only,
    )


_KIND = "(?:行政)?(?:许可|处罚|强制)(?:决定|措施|案件)?"
_SEVERAL = pattern(
    f"(?:{_KIND}(?:[、和及与]|以及)){{1,2}}{_KIND}(?:等|的|类|三类|两类|决定书?|案件|事项|合计|共计|总计|共|总数|为|：)*$"
)


def _joined(lead: str) -> list[str]:
    """The kinds of a list of decisions that are counted together: 许可、处罚、强制决定共3件."""
    found = _SEVERAL.search(lead)
    return [str(each.lastgroup) for each in words.DECISIONS.finditer(found[0])] if found else []


_ANY_DECISION = pattern(
    "(?:第二十条第|项|全年|本年度?|年内|共|累计|依法|准予|批准|作出|做出|办理|办结|实施|下达|采取|核发|审批|颁发|的|各类|等|所|我[局委厅]|本[局委厅]|全[县市区省]|镇本级|本级|[省市县区]级|[省市县区]?政府本级|各执法部门|和|与|及|、|，|各项|年度)*"
)


def _only(lead: str) -> str:
    """The words before that name only one kind of decision and do not end their list with 等; nothing else."""
    if lead.endswith(("等", "作出", "做出", "实施", "给予")):
        return ""
    found = _ANY_DECISION.match(lead)
    return lead[found.end() :] if found else lead


def document_at_start(place: Place) -> Meant | None:
    """规范性文件年初12件: what was in force when the year began."""
    spoken = list(words.DOCUMENT.finditer(place.sentence_before))
    if "年初" not in place.before or not spoken:
        return None
    row, name = ("rules", "规章") if spoken[-1].lastgroup == "rule" else ("normative_documents", "规范性文件")
    meaning = ((f"disclosure.{row}.in_force",),)
    return Meant("documents", f"现行有效{name}", meaning, place.token.start, place.token.end)
