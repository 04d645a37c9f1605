"""Who had applied, told by persons, and that all were of one kind: 八名自然人各1件, 申请人均为企业."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from model.language.patterns import pattern
from model.prose import vocabulary as words
from model.prose.figures import Meaning, Portion
from model.prose.meant import CARRIED_IN, RECEIVED, Meant
from model.prose.places import FAR, Place, Text
from model.prose.scope import scope_of

PERSONS = frozenset(("名", "家", "位", "人", "个", "户"))
"""Measures in which applicants are counted."""
_ANY = "|".join(words.APPLICANTS.values())
_WHERE = "(?:外地|本地|辖区|县外|市外|商业|合作|当地)?"
_KIND_BEHIND = pattern(
    f"^{_WHERE}(?P<kind>{_ANY})(?:机构|组织|团体|单位|所)?(?:申请人)?(?P<more>[^，。；、()]{{0,24}})"
)
_KIND_BEFORE = pattern(
    f"(?:^|[，、；：()有为是括含和及中里]){_WHERE}(?P<kind>{_ANY})(?:申请人|机构|组织|团体|事务所|单位)?(?:共|有|为|：)*$"
)
_APPLICANTS = pattern("申请人(?:共|有|为|是|总共)*$")
_APPLICANTS_BEHIND = pattern("^申请人(?=[，。；、()都均全中里]|$)")
_JOINT = pattern(
    "联名|共同|联合|代表|合伙|一起|委托|代理|律师函|工作人员|答复|走访|接待|回访|座谈|邀请|评议|监督|培训|会议|宣传"
)
"""Of several who applied together, or of people who did not apply."""
_EACH_ONE = pattern("^各(?:自)?(?:提出|提交|递交|申请)?(?:了)?[1一]件")
_TELLS_OF_APPLICANTS = pattern("申请|收件|收到|新收|提出|提交")


_BY_A_WAY = pattern(
    "(?:以|通过|经)?(?:书面|信函|邮寄|挂号信|网络|网上|在线|线上|当面|现场|平台|传真|邮件|电子邮件)(?:方式|形式|渠道)?|向[我本][局委厅镇乡机街][一-鿿]?"
)


def persons(place: Place, before: str) -> Meant | None:
    """How many applicants there were, of a kind or of all: no more than there were applications."""
    if not _is_about(place.text, place.token.start) or _JOINT.search(place.sentence) or scope_of(place.statement):
        return None
    ahead, behind = _KIND_BEFORE.search(place.before), _KIND_BEHIND.match(place.after)
    start, end = place.token.start, place.token.end
    if behind and (each := _EACH_ONE.match(_rest(place, behind))):
        kind = _kind_of(behind["kind"])
        return Meant("applicant", words.APPLICANT_NAMES[kind], _meanings(kind), start, end + each.end())
    told = before in ("received", "applicant", "concluded") or _TELLS_OF_APPLICANTS.search(place.sentence)
    alone = behind if behind and not _BY_A_WAY.sub("", behind["more"]).strip("的申请人提出交递共") else None
    if not told or (not ahead and _may_be_joint(place)):
        return None
    if _APPLICANTS.search(place.before) or _APPLICANTS_BEHIND.match(place.after):
        return Meant("received", "收到申请", (RECEIVED + CARRIED_IN,), start, end, partial=True)
    found = ahead or alone
    if not found or (found["kind"] == "律师" and "事务所" not in place.sentence):
        return None
    kind = _kind_of(found["kind"])
    return Meant("applicant", words.APPLICANT_NAMES[kind], _meanings(kind)[1:], start, end, partial=True)


def _may_be_joint(place: Place) -> bool:
    """Whether fewer applications are told of right beside so many persons: 3名村民提出申请1件."""
    tokens, index = place.text.tokens, bisect_left(place.text.token_places, place.token.start)
    many = place.token.value.value if place.token.value else 0
    beside = (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2])
    counted = (each for each in beside if each.unit == "件" and place.text.plain.text[each.start - 1] != "各")
    return any(each.value and 0 < each.value.value < many for each in counted)


def _is_about(text: Text, at: int) -> bool:
    """Whether the paragraph is about applications, and the sentence about nothing else."""
    change = text.topic(at)
    own = change is not None and change.topic != "applications" and change.at >= text.sentence(at)[0]
    return text.is_of_applications(at) and not own


_NEAR = 8


def _rest(place: Place, behind: re.Match[str]) -> str:
    return place.text.plain.text[
        place.token.end + behind.start("more") : place.token.end + behind.end() + len("各提出了1件")
    ]


def _kind_of(name: str) -> str:
    return next(kind for kind, expression in words.APPLICANTS.items() if re.search(expression, name))


def _meanings(kind: str) -> tuple[Meaning, ...]:
    new, old = f"applications.received.{kind}", f"applications.carried_in.{kind}"
    return (new,), (new, old)


_OTHER_KINDS = tuple(kind for kind in words.APPLICANT_NAMES if kind != "organisation")


@cache
def _all_of_a_kind() -> re.Pattern[str]:
    return pattern(
        "(?:(?:申请人|申请者|申请主体|提出者|提出人|申请来源)(?:本年度?|全年)?|(?:申请人|申请者|申请主体|申请)?(?:中|里)?，?(?P<but>除[^，。；]{0,6}[0-9一二两三](?:家|名|位|个|件)"
        f"(?:由|来自|为|是|系)?(?P<other>{_ANY})[^，。；0-9]{{0,8}}?(?:以|之)?外，?(?:其余|其他|余下)?(?:[0-9]{{1,4}}件)?(?:申请人?)?))"
        "(?:都|均|全部?|皆|一律|清一色)(?:都|均)?(?:为|是|系|属于?|来自)"
        f"(?:本[县市区镇乡]|外地|当地|辖区|县内|市内|商业)?(?P<kind>{_ANY})(?:机构|组织|团体|事务所|单位|人)?(?:提出|提交|申请)?(?:的)?(?=[，。；、()]|$)"
    )


def all_of_a_kind(text: Text, portions: Sequence[Portion]) -> Iterator[tuple[tuple[int, int], Meant]]:
    """申请人均为企业: none had another kind of applicant; not where the words are read as an amount."""
    for found in _all_of_a_kind().finditer(text.plain.text):
        start, end = found.span()
        first, last = text.plain.span(start, end)
        if any(each.span[0] < last and first < each.span[1] for each in portions):
            continue
        lead = text.plain.text[max(text.sentence(start)[0], start - FAR) : start]
        if not _is_about(text, start) or _SOME_ONLY.search(lead[lead.rfind("；") + 1 :]):
            continue
        kind = _kind_of(found["kind"])
        if kind != "organisation":
            known = {kind, _kind_of(found["other"])} if found["but"] else {kind}
            others = tuple(f"applications.received.{other}" for other in _OTHER_KINDS if other not in known)
            name = f"{words.APPLICANT_NAMES[kind].removesuffix('申请')}以外的申请"
            yield found.span(), Meant("applicant", name, (others,), start, end)


_SOME_ONLY = pattern("其中|不予|公开的|公开[0-9]|部分|结转|上年|补正|涉及|关于|复议|诉讼|起诉|不掌握|第三")
"""Words of a part of the applications, whose applicants only are told of."""
