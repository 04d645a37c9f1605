"""Documents of table two by the words of a figure's item."""

import re

from model.language.patterns import pattern
from model.prose import vocabulary as words
from model.prose.acts import is_all_told
from model.prose.meant import Meant
from model.prose.places import Place
from model.prose.plain import NAMED
from model.prose.scope import scope_of
from model.prose.wide.item import Item, item_of, statement_before
from model.structs import replace

_HEADING = pattern("(?<![一-鿿])(?:行政)?规范性文件(?:管理|制定|清理)?(?:情况|工作)?[。：]\n?$")
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
    f"(?:{words.IN_FORCE}|{words.REPEALED}|{words.ISSUED}|新订|新修订|修订|修改|新|在|目前|现|仍|还|继续|保持|总数|全年|本年|当年|至此|截至目前|至今|年[末底]|均|的|共|共计|合计|为|有|是|，|由|时|中|后|同步|同时|另|又|旧|老|原|只|仅|实|也|亦|{NAMED}|规程|细则|办法|规定|文件|数)+"
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


_VALID_FILES = pattern(
    "有效的?(?P<normative>文件)|(?:^|[，；、。])(?P<unchanged>文件)(?=(?:无|没有|未)(?:新|任何)?(?:增|减|变))"
)
"""Documents in short: 有效文件3件, 文件无增减."""
_BESIDE = pattern("废止|(?:许可|处罚|强制)[^，。；]{0,8}[0-9]|规范性|制[定发]|出台|新?印发|规程|细则|办法")
"""What shows that such documents are those of the table."""
_COUNT = "[0-9一二两三四五六七八九十]"
_NAMED_FILES = pattern(
    f"(?P<normative>(?:制[发定]|出台|印发)了?{NAMED}[^，。；0-9]{{0,8}}?{_COUNT}{{1,2}}[件部个项])"
    f"(?=[^。]{{0,40}}(?:废止[^，。；0-9]{{0,6}}{_COUNT}|有效(?:的|仍|是|为|有|共|文件)*{_COUNT}))"
)
"""Documents by the title of one, where the others are told as well: 出台《…办法》1件，现行有效3件."""
_TOTAL_LEFT = pattern(
    f"(?:，|^)(?:现行有效|有效|总数|数量|文件)*由{_COUNT}{{1,4}}件(?:[减增变降升]|减少|增加|下降|上升)(?:为|至|到|成)$"
    f"|(?:增减相抵|相抵|减去{_COUNT}{{1,3}}件|净[增减]{_COUNT}{{1,3}}件|一[增立进出][一二两]?[减废出退])后?，?(?:现|尚|实|总数|仍)?(?:为|有|余|剩|存)$"
)
"""Behind documents made and repealed, before what is left: 由3件减为2件, 减去3件后为76件."""


def _spoken(place: Place) -> list[re.Match[str]]:
    """The nouns for documents that the statement uses, or those of its heading or list, or what stands for one."""
    found = list(words.DOCUMENT.finditer(place.sentence_before + place.after))
    found = found or _headed(place) or list(_LISTED_FILES.finditer(place.sentence))
    if not found and ("文件" in place.sentence or NAMED in place.sentence) and _BESIDE.search(place.sentence):
        found = list(_NAMED_FILES.finditer(place.sentence))
        found += list(_VALID_FILES.finditer(place.sentence))
    return found


def document(place: Place, before: str) -> Meant | None:
    """制发, 废止, 现行有效 of the documents that the statement speaks of."""
    if place.token.unit not in ("件", "部", "项", "个", "份", ""):
        return None
    spoken, another = _spoken(place), _FOR_ANOTHER.search(place.sentence_before)
    if not spoken or (another and not another["name"]):
        return None
    if before == "documents" and _TOTAL_LEFT.search(place.sentence_before):
        return _meant(place, spoken[-1], "in_force", partial=False)
    item = item_of(place)
    return _among_files(place) or _bare(place, item, before) or _by_verb(place, item, spoken, before)


_AMONG_FILES = pattern(
    "(?P<verb>印发|制发|制定|出台|公布|公开|发布)[^。；]{0,40}文件[^，。；、0-9]{0,4}[0-9]{1,5}[件份]，其中(?:，|有)?(?:行政)?规范性文件(?:有|共|为)*$"
)
_OTHERS_TOLD = pattern("废止[^，。；]{0,10}[0-9零无][^。]{0,20}有效")


def _among_files(place: Place) -> Meant | None:
    """What was made, among documents of all kinds: 印发文件76件，其中行政规范性文件3件."""
    found = _AMONG_FILES.search(place.sentence_before[-_NEAR:]) if place.is_part else None
    if found is None:
        return None
    published = found["verb"].startswith(("公", "发")) and not _OTHERS_TOLD.search(place.sentence)
    return _meant(place, None, "issued", partial=published)


_NEAR = 80


_OTHER_MATTERS = frozenset(("decisions", "fees"))
"""What a figure right behind is of too, where it names no documents: 强制3件，取消1件."""


def _by_verb(place: Place, item: Item, spoken: list[re.Match[str]], before: str) -> Meant | None:
    """What was done with so many documents, by the verb nearest to the figure."""
    after = _NONE_BEHIND.split(place.after, 1)[0]
    first = _OF_ALL.split(item.heads[0], 1)[0] if item.number_first else "".join(item.heads[:1])
    heads = [head for head in (first, after) if words.DOCUMENT_VERBS.search(head)]
    if not heads and _UNCHANGED.fullmatch(first) and _UNCHANGED_BEHIND.match(_behind(place)):
        heads = [f"{first}继续有效"]
    if not heads or _is_of_other_things(place, heads[0]):
        return None
    near = words.DOCUMENT.search(heads[0]) or words.DOCUMENT.search(item.heads[0] if item.heads else "")
    goes_on = (before == "documents" or bool(_headed(place))) and place.topic in ("documents", "published")
    told_before = spoken[0].start() < len(place.sentence_before) and _ONLY_HAPPENED.fullmatch(heads[0])
    named = (
        near
        or told_before
        or _ANY.match(place.after)
        or "文件" in heads[0]
        or words.DOCUMENT.search("".join(item.heads[1:2]))
    )
    if (not named and not goes_on) or (
        before in _OTHER_MATTERS and not near and not words.DOCUMENT.search(statement_before(place))
    ):
        return None
    verb = str(list(words.DOCUMENT_VERBS.finditer(heads[0]))[-1].lastgroup)
    cleaned = verb == "repealed" and "清理" in place.sentence and not is_all_told(place.sentence)
    return _meant(place, near or spoken[-1], verb, partial=place.is_part or cleaned)


def _meant(place: Place, noun: re.Match[str] | None, verb: str, *, partial: bool) -> Meant:
    another = _FOR_ANOTHER.search(place.sentence_before)
    rule = noun is not None and noun.lastgroup == "rule"
    name = f"{_DOCUMENT_NAMES[verb]}{'规章' if rule else '规范性文件'}"
    meaning = ((f"disclosure.{'rules' if rule else 'normative_documents'}.{verb}",),)
    whose = another["name"] if another else scope_of(statement_before(place))
    return Meant("documents", name, meaning, place.token.start, place.token.end, partial, whose)


_HAVE = pattern(
    "(?:[^，。；]{0,4}[镇乡局委厅办街道里]|[我本][局委厅镇乡办院]|本机关|本级|本年度?|全年|目前|现|共|只|仅|总共|也|另|并|，)*"
    "(?:有|为)?"
)
_ANY = pattern("(?:的)?(?:自己的)?(?:行政)?规范性文件(?=[，。；、)]|$)")
_ANY_BEFORE = pattern(
    "^(?:[我本][局委厅镇乡办院]|本机关|目前|现|共|只|仅|有|、|，|和|及|收费|许可|处罚|强制|行政事业性)*(?:本级)?(?:行政)?规范性文件(?:共|有|各|共有|为|：)*"
)


_PUBLISHED = pattern("公开|发布|公布|解读|上网|推送|清单|目录|图解")
"""Words of a list of what was published, in which documents may be of any year."""


def _bare(place: Place, item: Item, before: str) -> Meant | None:
    """Documents of which nothing more is said, either made or in force: 镇里有1件行政规范性文件."""
    lead = place.before[place.before.rfind("；") + 1 :] if place.listed_as is None else place.listed_as
    behind = _HAVE.fullmatch(lead) and _ANY.match(place.after)
    ahead = (not place.after or place.listed_as) and len(item.heads) > 0 and _ANY_BEFORE.fullmatch(lead)
    beside = before in ("decisions", "documents", "fees")
    if not beside and (lead.startswith(("、", "和", "及", "与")) or _PUBLISHED.search(statement_before(place))):
        return None
    if not (behind or ahead) or place.is_part or words.DOCUMENT_VERBS.search(_behind(place)):
        return None
    meant = _meant(place, None, "in_force", partial=False)
    issued = (("disclosure.normative_documents.issued",),)
    return replace(meant, item="规范性文件", meanings=(*meant.meanings, *issued))


def _behind(place: Place) -> str:
    """The words of the statement right behind a figure."""
    end = min(place.text.sentence(place.token.start)[1], place.token.end + _REACH)
    return place.text.plain.text[place.token.end : end].partition("；")[0]


_AS_BEFORE = pattern("(?:与|和|同|较)(?:上一?年|去年)(?:度|末|底|同期)?(?:相同|持平|一致|相比没有变化)")
"""As many as a year ago, and so those of this year too."""


def _is_of_other_things(place: Place, head: str) -> bool:
    """Whether what is told of is no document that was made, repealed or is in force; one looked through is none."""
    if _NOT_COUNTED.search(head) or _EARLIER.search(_AS_BEFORE.sub("", head)):
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
