"""What table two counts: documents, decisions and fees."""

import re
from functools import cache

from model.language.patterns import pattern
from model.prose.figures import Meaning
from model.prose.meant import FILL, STOP, Meant, goes_on, read_as, subject_of
from model.prose.places import Place
from model.prose.scope import subject_before
from model.prose.terms import decisions
from model.prose.tokens import MONEY
from model.prose.vocabulary import DECISION_ROWS
from model.structs import replace

_DOCUMENTS = pattern(
    "(?P<verb>制定出台|制定印发|新制定|新制发|新出台|制发|制定|印发|出台|废止|现行有效)(?:并|了|的|本年|新|件数)*+"
    f"(?P<noun>(?:各类)?(?:行政)?规范性文件|(?:政府|部门|地方政府|地方)?规章(?!制度))?{FILL}*+$"
)
_DOCUMENT = pattern("(?:的)?(?:行政)?(?P<noun>规范性文件|规章(?!制度))(?=$|[，；。、)])")
_COLUMNS = {"废止": "repealed", "现行有效": "in_force"}


def documents(place: Place, _before: str) -> Meant | None:
    """制发, 废止, 现行有效 of 规范性文件 and 规章; what a clean-up (清理) or 其中 gives may be only some of it."""
    found = _DOCUMENTS.search(place.before)
    if not found:
        return None
    noun, end = found["noun"], place.token.end
    if not noun and (behind := _DOCUMENT.match(place.after)):
        noun, end = behind["noun"], end + behind.end()
    elif not noun and not goes_on(place):
        noun = _documents_spoken_of(place)
    subject = subject_before(place.before[: found.start()])
    if not noun or subject is None or "以" in place.before[: found.start()]:
        return None
    row = "rules" if "规章" in noun else "normative_documents"
    cell = f"disclosure.{row}.{_COLUMNS.get(found['verb'], 'issued')}"
    verb = found["verb"] if found["verb"] in _COLUMNS else "制发"
    name = "规章" if row == "rules" else "规范性文件"
    meant = read_as(place, "documents", f"{verb}{name}", ((cell,),), found.start())
    cleaned = found["verb"] == "废止" and "清理" in place.sentence and not is_all_told(place.sentence)
    part = place.is_part and not _OF_THOSE_IN_FORCE.search(place.sentence_before)
    return replace(meant, end=end, subject=subject, partial=part or cleaned)


_OF_THOSE_IN_FORCE = pattern(
    "有效[^，。；、0-9]{0,12}[0-9]{1,5}[件部个]?[，(]其中(?:，|有|为)?(?:本年度?|今年|当年|年内|新){1,3}(?:制[发定]|出台|印发)?(?:的|了)?$"
)
"""Before what was made in the year, among what is in force: 现行有效14件，其中本年新制发2件."""
_ALL_TOLD = pattern(
    "(?:制[发定]|出台|印发|新[增发出]|未发|不发)[^。]{0,40}(?:有效|保留|[留尚现]存|尚余|总[量数])|(?:有效|保留|[留尚现]存)[^。]{0,40}(?:制[发定]|出台|新[增发出])"
)
_CLEANED = pattern("清理(?:并)?废止[^，。；、0-9]{0,12}[0-9]{1,4}[件部个]?，[^。；、0-9]{0,10}(?:有效|保留|[留尚现]存)")
_LAPSED = pattern("失效|修[改订]")


def is_all_told(sentence: str) -> bool:
    """Whether all is told of the documents, and not only what a clean-up did away with."""
    return bool(_ALL_TOLD.search(sentence) or (_CLEANED.search(sentence) and not _LAPSED.search(sentence)))


def _documents_spoken_of(place: Place) -> str:
    """The noun that the sentence used last; nothing when it spoke of both."""
    nouns = set(re.findall("规范性文件|规章(?!制度)", place.sentence_before))
    return nouns.pop() if len(nouns) == 1 and place.topic == "documents" else ""


_UNITS_OF_DECISIONS = frozenset(("件", "宗", "起", "例", "份", "个", "条", ""))


@cache
def _decision_before() -> re.Pattern[str]:
    return pattern(f"(?:作出|做出|办理|办结|实施|下达)?(?:{decisions().words})(?:处理|{FILL})*+$")


@cache
def _decision_after() -> re.Pattern[str]:
    return pattern(f"(?:的)?(?:{decisions().words})(?:处理)?(?:决定|案件|结果)?(?:的信息)?(?:{STOP}|(?=均|全部|都))")


def decided(place: Place, _before: str) -> Meant | None:
    """行政许可, 行政处罚, 行政强制 decided on in the year."""
    if place.token.unit not in _UNITS_OF_DECISIONS or "行政" not in place.before + place.after:
        return _of_table_two(place)
    found = _decision_before().search(place.before)
    if found:
        if re.search("申请|信息|事项|类", found[0]) or goes_on(place):
            return None
        start, end = found.start(), place.token.end
    else:
        lead = re.search("(?:作出|做出|办结|实施|下达)(?:了)?$", place.before)
        found = _decision_after().match(place.after)
        if not found or not (lead or _of_several(place) or _OF_ALL.match(place.after, found.end())):
            return None
        start, end = lead.start() if lead else len(place.before), place.token.end + found.end()
    term, subject = decisions().of(found), subject_of(place, start)
    meant = read_as(place, "decisions", term.item, (term.cells,), start)
    partial = term.partial and not is_told_with_others(place)
    narrowed = _MEASURES if partial and not place.is_part else ""
    if subject and found[0].startswith("行政") and _OBJECTS.search(subject):
        return replace(meant, end=end, partial=True, narrowed="" if place.is_part else subject)
    return None if subject is None else replace(meant, end=end, subject=subject, partial=partial, narrowed=narrowed)


_OBJECTS = pattern("(?:学校|公司|医院|诊所|药店|企业|幼儿园|网吧|餐饮|场所|门店)$")
"""What decisions are about where no verb stands between: 民办学校行政许可61件."""
ALL_MEASURES = pattern("(?:采取|实施|作出)?行政强制措施(?:决定|案件|事项)?")
_OTHERS = (pattern("许可[^，。；、0-9]{0,8}[0-9]"), pattern("处罚[^，。；、0-9]{0,8}[0-9]"))
_ENFORCED = pattern("强制(?:执行|拆除)|代履行")


def is_told_with_others(place: Place) -> bool:
    """Whether 强制措施 are all there is of 行政强制: told beside licences and penalties, and no 强制执行."""
    return all(other.search(place.sentence) for other in _OTHERS) and not _ENFORCED.search(place.sentence)


_SHORT = pattern("的?(?:行政)?(?P<kind>许可|处罚|强制)(?:决定|案件)?(?=[，。；、和及与均都)]|$)")


def _of_table_two(place: Place) -> Meant | None:
    """What is told again of the table itself: 与表二对应的22件许可和1件处罚."""
    found = _SHORT.match(place.after) if place.token.unit == "件" and "表二" in place.statement else None
    if found is None or _EXAMPLES.search(place.before):
        return None
    cells = (f"disclosure.{DECISION_ROWS[found['kind']]}.decisions",)
    meant = read_as(place, "decisions", f"行政{found['kind']}", (cells,), len(place.before))
    return replace(meant, end=place.token.end + found.end())


_MEASURES = "强制措施"
_OF_ALL = pattern(
    "[中里]，?(?:仍|还|尚)?有[0-9一二两三四五六七八九十]|(?:均|全部|都)(?:[已按在于经依]|(?:如期|及时)?(?:公示|公开|上网|归集))"
)
"""Behind decisions of which all is told: 12件行政处罚均在7个工作日内公示."""
_EXAMPLES = pattern("案例|典型|信息|事项|评查|案卷|申请")
_ANOTHER = pattern("(?:行政(?:许可|处罚|强制)(?:决定)?[、，和])?")
_ONE_OF_SEVERAL = pattern("[0-9][件宗起项]行政(?:许可|处罚|强制)")


def _of_several(place: Place) -> bool:
    """Whether it is one of several such figures: 12件行政许可、3件行政处罚."""
    if _EXAMPLES.search(place.statement):
        return False
    return bool(_ANOTHER.fullmatch(place.before)) and len(_ONE_OF_SEVERAL.findall(place.statement)) > 1


_FEE_BEFORE = pattern("行政事业性收费(?:金额|收入|总额|总计|合计|共计|共|为|是|达|数额|：|约)*+$")
FEES: Meaning = ("disclosure.fees.amount",)


def fees(place: Place, _before: str) -> Meant | None:
    """行政事业性收费 in money."""
    found = _FEE_BEFORE.search(place.before)
    if place.token.unit not in MONEY:
        return None
    if found:
        subject = subject_of(place, found.start())
        meant = read_as(place, "fees", "行政事业性收费", (FEES,), found.start())
        return None if subject is None else replace(meant, subject=subject)
    behind = re.match(f"(?:的)?行政事业性收费{STOP}", place.after)
    lead = re.search("收取(?:了)?$", place.before)
    if not lead or not behind:
        return None
    meant = read_as(place, "fees", "行政事业性收费", (FEES,), lead.start())
    return replace(meant, end=place.token.end + behind.end())
