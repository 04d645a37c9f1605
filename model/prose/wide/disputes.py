"""行政复议 and 行政诉讼 of table four by the words of a figure's item."""

import re
from collections.abc import Iterator

from model.language.patterns import pattern
from model.prose import vocabulary as words
from model.prose.disputes import BY_BOTH, OF_THE_CORRECTED, is_business
from model.prose.figures import Meaning
from model.prose.meant import Meant
from model.prose.places import FAR, Place
from model.prose.scope import whose
from model.prose.terms import AFTER, DIRECT, REVIEW, with_result
from model.prose.wide.item import item_of, statement_before
from model.structs import replace

_CELLS = {"review": REVIEW, "suit": DIRECT + AFTER, "direct": DIRECT, "after": AFTER}
_NAMES = {"review": "行政复议", "suit": "行政诉讼", "direct": "直接起诉", "after": "复议后起诉"}
_RESULT_NAMES = {"upheld": "维持", "corrected": "纠正", "other": "其他结果", "pending": "尚未审结", "settled": "审结"}
_RIGHT = pattern("可以?|有权|告知|途径|渠道|权利")
_NONE = pattern("(?:未|没有|无|不)(?:发生|收到|产生|出现|有|曾)?(?:任何)?$")
_BUSINESS = pattern(
    "其他类型|为复议机关的|法院受理|各类行政(?:复议|诉讼)|作为(?:案件)?(?:第三人|原告)|收到行政复议(?!答复|决定)|复议案件受理|复议申请[0-9]|出庭|(?:审理|办理|受理|(?<![未没])(?<!没有)审结|承办|办结|化解)(?:各类|各种|全[市县区省]|的|了)*(?:行政)?复议(?:案|申请)|(?:审理|办理|受理)行政复议|复议(?:办事)?机[关构]名义|(?:作为|履行)[^，。；]{0,8}复议机[关构]|复议机关收|受案|代理|案卷评查|法律顾问|法律援助|审理机关|听证|调解率|告知率|渠道"
)
_FOR_A_REASON = pattern("(?:[^，]{0,6})?因(?!(?:不服)?(?:政府|政务)?信息公开)")
"""Behind a figure: only the cases with that reason, 1件因未告知救济途径引发复议."""
_SUFFERED = pattern("被[^，。；]{0,8}(?:纠正|撤销|确认违法)|败诉|纠正(?:行政)?(?:复议|诉讼)")
_ANSWERED = pattern("答复|信息公开")
_OF_ONE_ANSWERED = pattern("申请[^，。；]{0,4}答复|信息公开|；[^；]{0,60}答复")
"""Behind words of other business: an answer to an application all the same, 补贴类申请答复时没有说明依据."""
_ANSWERS = pattern("答复|信息公开|公开|申请")


def dispute(place: Place, before: str) -> Meant | None:
    """A total or a result of the cases over disclosure."""
    if place.token.unit not in ("件", "起", "宗", "例", ""):
        return None
    if _RIGHT.search(place.before) or not _is_about(place, before) or _NONE.search(place.before):
        return None
    if "被告" in place.before and _SUED.search(place.before) and not is_business(place, _BUSINESS):
        return _meant(place, "行政复议、行政诉讼", (REVIEW + DIRECT + AFTER,))
    item = item_of(place)
    known = item.number_first or not item.heads or _TAIL.fullmatch(item.heads[0])
    for head in item.heads[: 3 if known else 1]:
        if found := _named(place, head):
            one = item.number_first and bool(_FOR_A_REASON.match(head))
            partial = found.partial or one
            found = replace(found, subject=whose(place.before), partial=partial)
            return None if is_business(place, _BUSINESS) else found
    return None


_KIND = "(?:政府)?(?:信息公开)?(?:行政)?(?:复议|诉讼)(?:案件?)?"
_ENDED = (
    "(?:均|都|先后|分别|各)?(?:"
    "(?P<corrected>(?:被|遭|遭到)(?:依法|上级|复议机关|人民法院|法院|予以){0,2}(?:纠[正错]|撤销|确认违法)|败诉)"
    "|(?P<upheld>(?:均|都)?(?:被|获|得到|予以)(?:维持|支持))"
    "|(?P<pending>(?:尚|仍|还)?(?:未(?:审结|结案?)|在(?:审理?|审查|办理?)(?:之?中)?)))"
)
_ENDED_TOGETHER = pattern(
    f"(?P<kind>{_KIND})(?:[、和及与]|以及)[0-9一二两三四五六七八九十]{{1,4}}[件宗起]{_KIND}{_ENDED}"
)
_ENDED_LAST = pattern(f"(?P<kind>{_KIND}){_ENDED}")
_WITH_FIRST = pattern(f"[0-9一二两三四五六七八九十][件宗起]{_KIND}(?:[、和及与]|以及)$")


def ended_together(place: Place, _before: str) -> Meant | None:
    """Cases of both kinds that ended in one way: 2件复议、1件诉讼被纠正."""
    if place.token.unit not in ("件", "起", "宗"):
        return None
    words, end = place.text.plain.text, place.token.end
    first, last = (each.match(words, end, end + _LONGEST) for each in (_ENDED_TOGETHER, _ENDED_LAST))
    found = first or (last if _WITH_FIRST.search(place.sentence_before[-_LONGEST:]) else None)
    if not found or is_business(place, _BUSINESS):
        return None
    both = _BOTH_SO.search(found[0])
    kind, name = ("review" if "复议" in found["kind"] else "suit"), str(found.lastgroup)
    every = (_CELLS[kind],) if first and not both else ()
    doubtful = first and not both and _GIVEN_RISE.search(place.before)
    meanings = () if doubtful else (*_results(kind, name), *every)
    return replace(_meant(place, f"{_NAMES[kind]}{_RESULT_NAMES[name]}", meanings), subject=whose(place.before))


_BOTH_SO = pattern("均|都|分别|先后")
_GIVEN_RISE = pattern("(?:引发|引起|导致|发生|产生|收到)(?:了)?$")
"""Before all cases of a kind, of which it is told of the last alone how they ended: 引发2件复议、1件诉讼被维持."""
_LONGEST = 40
_IN_EACH = pattern("(?:行政)?复议(?:案件)?(?:[、和及与]|以及)(?:行政)?诉讼(?:案件)?[中里]?，?各自?有?$")
OF_EACH = pattern(f"(?:的?(?:答复|决定|告知书?))?{_ENDED}")


def ended_each(place: Place) -> Iterator[Meant]:
    """So many cases of each kind that ended in one way: 复议、诉讼中各有1件被纠正."""
    ended = OF_EACH.match(place.after)
    if ended and _IN_EACH.search(place.before) and not is_business(place, _BUSINESS):
        name = str(ended.lastgroup)
        for kind in ("review", "suit"):
            yield _meant(place, f"{_NAMES[kind]}{_RESULT_NAMES[name]}", _results(kind, name))


_SUED = pattern("被申请人(?:或|和|、|及)被告的?(?:案件|复议、?诉讼)?(?:均|共|合计|总计|有|为)*$")
"""Cases of both kinds against the agency: 作为被申请人、被告的共2件."""


def _is_about(place: Place, before: str) -> bool:
    """Whether the case can only be one over disclosure of information."""
    if before == "disputes" or place.about_disclosure or place.opens_bare:
        return True
    change = place.text.topic(place.token.start)
    if change is not None and change.topic == "other" and change.words != "复议机关":
        own = change.at >= place.text.sentence(place.token.start)[0]
        of_applications = place.text.heading_topic(place.token.start) == "applications"
        if not own:
            return of_applications and bool(_ANSWERED.search(place.sentence))
        since = place.text.plain.text[max(change.at, place.token.start - FAR) : place.token.start]
        return bool(_OF_ONE_ANSWERED.search(since) and _SUFFERED.search(place.statement))
    if change is not None and change.topic == "other" and place.text.heading_topic(place.token.start) == "applications":
        return True
    if _SUFFERED.search(place.sentence) or place.text.opens_with_cases(place.token.start):
        return True
    return place.text.follows_applications(place.token.start) or bool(_ANSWERS.search(place.sentence))


def _of_both(place: Place, head: str) -> Meant | None:
    """Cases of both kinds with one result."""
    ruled = words.DISPUTE_RESULTS.search(head) if BY_BOTH.search(place.before) else None
    if ruled and ruled.lastgroup != "settled":
        return _any_kind(place, str(ruled.lastgroup))
    both = _OF_BOTH.search(place.sentence_before)
    said = f"{head}{place.after}" if both and both[0].endswith("有") else head
    result = both and (words.DISPUTE_RESULTS.search(both[0]) or words.DISPUTE_RESULTS.search(said))
    if not result:
        return None
    name = str(result.lastgroup)
    return _meant(place, f"复议、诉讼{_RESULT_NAMES[name]}", (with_result(REVIEW + DIRECT + AFTER, name),))


def _named(place: Place, head: str) -> Meant | None:
    if told := _of_both(place, head):
        return told
    result = words.DISPUTE_RESULTS.search(head)
    kinds = list(words.DISPUTE_KINDS.finditer(head))
    if not result and not kinds:
        return None
    if place.token.value and place.token.value.value and ("均" in head[-4:] or "各" in head[-4:]):
        return None
    if not result:
        return _ended_behind(place, head, kinds) or _of_kinds(place, head, kinds)
    spoken = kinds or list(words.DISPUTE_KINDS.finditer(_ASIDE.sub("", place.sentence_before)))
    if not spoken:
        return _any_kind(place, "corrected") if result.lastgroup == "corrected" and result[0] != "撤销" else None
    kind, name = _suit_of(place, spoken[-1]), str(result.lastgroup)
    more = _results(kind, "other") if "驳回" in result[0] else ()
    return _meant(place, f"{_NAMES[kind]}{_RESULT_NAMES[name]}", (*_results(kind, name), *more))


def _ended_behind(place: Place, head: str, kinds: list[re.Match[str]]) -> Meant | None:
    """So many of the cases of a kind that ended as the words behind say."""
    ended = OF_EACH.match(place.after) if _OPEN_HEAD.search(head) else None
    if ended is None:
        return None
    kind, name = _suit_of(place, kinds[-1]), str(ended.lastgroup)
    return _meant(place, f"{_NAMES[kind]}{_RESULT_NAMES[name]}", _results(kind, name))


_OPEN_HEAD = pattern("(?:复议|诉讼|案件)[中里]?[，]?(?:共|也|还|仍|各)?有$")
"""Before some of the cases: 行政复议中有1件被纠正."""


def _suit_of(place: Place, spoken: re.Match[str]) -> str:
    """The kind of cases spoken of; the court's are of the suits told of right before: 直接起诉2件，法院支持我局1件."""
    if spoken[0] in _COURTS:
        told = [each for each in words.DISPUTE_KINDS.finditer(statement_before(place)) if each[0] not in _COURTS]
        if told and told[-1].lastgroup in ("direct", "after"):
            return str(told[-1].lastgroup)
    return str(spoken.lastgroup)


_COURTS = frozenset(("法院", "判决"))
_BOTH = pattern(
    "复议(?:案件|申请|案)?(?:、|和|及|与|以及)(?:被)?(?:提起)?(?:行政)?诉讼(?:案件|案)?(?:一共|共计|共|合计|总计|总量|有|为)?$"
)
"""Both kinds, which a figure counts together: 行政复议、行政诉讼7件."""
_OF_BOTH = pattern(
    "(?:纠正|维持)?(?:的)?(?:行政)?复议(?:案件)?(?:、|和|及|与|以及)?(?:行政)?诉讼(?:案件)?(?:[的中里]|当中)?，?"
    "(?:被?纠[正错](?:的|了)?(?:案件)?|维持)?(?:一?共|合计|共计|总计|累计|仍|还|也)?(?:被?纠[正错]|维持)?(?:的)?(?:有)?$"
)
"""Cases of both kinds with one result: 复议、诉讼合计纠正4件."""
_ASIDE = pattern("\\([^()]*\\)")
_TAIL = pattern(
    "(?:\\((?:政府)?信息公开(?:类|方面|领域)?\\)|案件|案|申请|的|共|共计|总计|合计|为|是|有|数量|数|情况|了|：|，|后|行政|由|属于?|均|提起|引发|发生|被|当年|全年|提出|人|机关|政府信息公开|信息公开|类|中)*"
)


def _of_kinds(place: Place, head: str, kinds: list[re.Match[str]]) -> Meant | None:
    """The cases of a kind, or of both."""
    if OF_THE_CORRECTED.search(place.sentence_before):
        kind = str(kinds[-1].lastgroup)
        return _meant(place, f"{_NAMES[kind]}纠正", _results(kind, "corrected"))
    if _BOTH.search(place.before):
        return _meant(place, "行政复议、行政诉讼", (REVIEW + DIRECT + AFTER,))
    return _total(place, str(kinds[-1].lastgroup)) if _ends(head, kinds[-1].end()) else None


def _ends(head: str, end: int) -> bool:
    """Whether nothing behind the kind says what else is counted."""
    return bool(_TAIL.fullmatch(head, end))


def _total(place: Place, kind: str) -> Meant:
    return _meant(place, _NAMES[kind], (_CELLS[kind],))


def _results(kind: str, name: str) -> tuple[Meaning, ...]:
    """A result of the cases spoken of; after 复议后起诉 the court's may be meant of all suits."""
    if name == "settled":
        return (tuple(cell for each in ("upheld", "corrected", "other") for cell in with_result(_CELLS[kind], each)),)
    meanings = [with_result(_CELLS[kind], name)]
    if kind in ("direct", "after"):
        meanings.append(with_result(DIRECT + AFTER, name))
    return tuple(meanings)


def _any_kind(place: Place, name: str) -> Meant:
    """被纠正3件, where it is not said by whom."""
    every = with_result(REVIEW + DIRECT + AFTER, name)
    meanings = (every, with_result(REVIEW, name), with_result(DIRECT + AFTER, name))
    return _meant(place, f"复议、诉讼{_RESULT_NAMES[name]}", meanings)


def _meant(place: Place, name: str, meanings: tuple[Meaning, ...]) -> Meant:
    return Meant("disputes", name, meanings, place.token.start, place.token.end)
