"""行政复议 and 行政诉讼 over disclosure of information: their figures and results."""

import re

from model.language.patterns import pattern
from model.prose.figures import Meaning
from model.prose.meant import Meant
from model.prose.places import Place
from model.prose.scope import whose
from model.prose.terms import AFTER, DIRECT, REVIEW, with_result
from model.structs import replace

_FILL = "(?:共计|共有|共|总计|合计|总数|数量|件数|数|量|达|均|都|也|还|为|是|有|仅|的|了|案件|案|申请|情况|结果|各|：)"
_REVIEW = "(?:行政)?复议(?!后|法|机关|委|局)"
_SUIT = "(?<!民事)(?<!刑事)(?:行政)?诉讼(?!法)|(?:被)?起诉"
_KINDS = (
    f"(?P<both>{_REVIEW}(?:案件|申请)?(?:、|和|及|与|或|或者|以及)(?:被)?(?:提起|发生)?(?:{_SUIT}))"
    "|(?P<after>(?<!未)经过?(?:行政)?复议的?(?:起诉|提起(?:行政)?诉讼|(?:行政)?诉讼)|经过?(?:行政)?复议(?!机关|委|局|决定)(?=[，。；、]|$)|(?:经|先)?(?:行政)?复议(?:之|以)?后(?:再)?(?:又)?(?:向法院)?(?:被?起诉|被诉|提起(?:的)?(?:(?:政府)?信息公开)?(?:行政)?诉讼|提起|的?(?:行政)?诉讼|(?=$|[0-9的])))"
    "|(?P<direct>(?:未经(?:行政)?复议)?直接(?:向(?:人民)?法院)?(?:起诉|提起(?:的)?(?:(?:政府)?信息公开)?(?:行政)?诉讼|诉讼)|未经(?:行政)?复议(?:(?:而|即|就)?(?:被)?(?:起诉|提起(?:的)?(?:行政)?诉讼))?)"
    f"|(?P<review>{_REVIEW})|(?P<suit>{_SUIT})"
)
_BEFORE = pattern(f"(?:{_KINDS}){_FILL}*+$")
_AFTER = pattern(
    f"(?:因|由)?(?:(?:政府)?信息公开|依申请公开)?(?:的|工作|引发|引起|类|提起|被|继而|又|随后|向(?:人民)?法院){{0,8}}+(?:{_KINDS})(?:案件|申请|案)*+(?=$|[、，。；)])"
)
_VERB = pattern("(?:发生|产生|引发|引起|涉及|有|共|出现|被申请|被提起|收到)(?:了|过)?$")
_LAST = pattern(_KINDS)
_ASIDE = pattern("\\([^()]*\\)")
_RESULTS = (
    "(?P<upheld>维持)|(?P<corrected>纠正|纠错)|(?P<other>其他(?:处理)?结果)"
    "|(?P<pending>(?:尚|仍|暂)?未审结|未结|(?:正在|尚在|仍在)?审理(?:中|之中)|(?:正在|尚在|仍在)审理)"
)
_RESULT_BEFORE = pattern(f"(?:{_RESULTS})(?:原行政行为|原决定|的|{_FILL})*+$")
_RESULT_AFTER = pattern(
    "(?:案件|被|为|已|均|结果|获|予以|由|经|复议机关|复议|人民法院|法院|决定|判决|裁定|是|申请|全部){0,5}?"
    f"(?:{_RESULTS})(?:原行政行为|原决定|原具体行政行为|的|了)*+(?=$|[、，。；)])"
)
_PASSIVE = pattern("(?:已|均|都)?(?:被|获|得到|予以)")
"""Right behind a figure: what follows says how those cases ended: 行政复议有2件被纠正."""
BUSINESS = pattern(
    "其他业务|其他类型|为复议机关的|法院受理|各类行政(?:复议|诉讼)|作为(?:案件)?(?:第三人|原告)|应诉|出庭|(?:审理|办理|受理|(?<![未没])(?<!没有)审结|承办|办结|化解)(?:各类|各种|全[市县区省]|的|了)*(?:行政)?复议(?:案|申请)|(?:审理|办理|受理)行政复议|复议(?:办事)?机[关构]名义|(?:作为|履行)[^，。；]{0,8}复议机[关构]|复议机关收|受案|收到行政复议(?!答复|决定)|代理|案卷|法律顾问"
)
_OTHER_CAUSE = pattern(
    "(?:不服|因|对|涉及|针对)(?:(?!公开|答复|告知)[^，。；、]){0,16}(?:处罚|强制|征收|征地|拆迁|补偿|许可|认定|登记|裁决|执法)"
    "(?:(?!公开|答复|告知)[^，。；、]){0,10}(?:复议|诉讼|起诉)"
    "|(?:举报|投诉|信访)(?:(?!申请)[^，。；、]){0,4}答复(?:不服)?[^，。；、]{0,8}(?:复议|诉讼|起诉)"
    "|(?:处罚|强制|征收|征地|拆迁|补偿|许可|认定|登记|裁决|执法)类(?:的)?(?:行政)?(?:复议|诉讼)"
)
_RIGHT = pattern("可以?|有权|告知|途径|渠道|权利")
NAMES = {
    "both": "行政复议、行政诉讼",
    "review": "行政复议",
    "suit": "行政诉讼",
    "direct": "直接起诉",
    "after": "复议后起诉",
}
_RESULT_NAMES = {"upheld": "维持", "corrected": "纠正", "other": "其他结果", "pending": "尚未审结"}


def cells_of(kind: str) -> Meaning:
    """The totals of 行政复议, 行政诉讼 and their two kinds."""
    return {
        "both": REVIEW + DIRECT + AFTER,
        "review": REVIEW,
        "suit": DIRECT + AFTER,
        "direct": DIRECT,
        "after": AFTER,
    }[kind]


_CAUSED = pattern("(?:^|[，：])(?P<cause>[^，。；：、0-9]{2,24}?)(?:引发|引起|导致|造成)的?(?:行政)?(?:复议|诉讼)")
_NO_OTHER_CAUSE = pattern("公开|答复|告知|申请|信息|政务|上述|该|此|其中|这些")
_ANY_CAUSE = pattern(
    "(?:全年|本年度?|年内|当年|今年|[我本][局委厅镇乡办院]|本机关|本单位|没有|未|无|共|因|由|工作|中|而|被|案件|发生)*"
)


def has_other_cause(statement: str) -> bool:
    """Whether the words say what gave rise to the cases, and it is nothing of disclosure: 因投诉处理引发行政复议."""
    return bool(_OTHER_CAUSE.search(statement)) or any(
        not _NO_OTHER_CAUSE.search(found["cause"]) and not _ANY_CAUSE.fullmatch(found["cause"])
        for found in _CAUSED.finditer(statement)
    )


def is_business(place: Place, business: re.Pattern[str]) -> bool:
    """Whether the cases are those an agency decides or pleads, or are about other acts than answers of its own.

    A part of the sentence with cases of its own is judged by itself.
    """
    if business.search(place.statement) or has_other_cause(place.statement):
        return True
    return bool(business.search(place.sentence)) and not _LAST.search(place.statement)


def disputed(place: Place, before: str) -> Meant | None:
    """行政复议2件, 1起行政诉讼, and 维持1件 after them."""
    known = place.about_disclosure or place.opens_bare
    if not (known or place.has_cases_alone):
        return None
    meant = _disputed(place, before)
    if meant is None or is_business(place, BUSINESS):
        return None
    return replace(meant, subject=whose(place.before), assumed=not known)


def _disputed(place: Place, before: str) -> Meant | None:
    if _ON_BOTH.search(place.sentence_before) and _CASES_OF_BOTH.match(place.after):
        return Meant("disputes", NAMES["both"], (cells_of("both"),), place.token.start, place.token.end)
    if found := _BEFORE.search(place.before):
        if "各" not in found[0] and _PASSIVE.match(place.after) and (ended := _result(place)):
            return ended
        return _counted(place, found, found.start(), place.token.end)
    after = _AFTER.match(place.after)
    verb = _VERB.search(place.before)
    if after and verb:
        return _counted(place, after, verb.start(), place.token.end + after.end())
    return _result(place) if before == "disputes" else None


_ON_BOTH = pattern(
    "复议(?:案件)?(?:、|和|及|与|以及)(?:行政)?诉讼(?:案件)?(?:方面|情况)[，：](?:20[0-9]{2}年(?:度)?|全年|本年度?|年内|当年)?[一-鿿]{0,6}?(?:共有?|有|发生|收到|产生|出现)(?:了)?$"
)
_CASES_OF_BOTH = pattern("(?:[^，。；0-9]{0,20}案件)?(?=[，。；]|$)")
"""Around a figure of cases of either kind: 行政复议、行政诉讼方面，全年有1件因信息公开引发的案件."""
_OF_A_RESULT = pattern("(?:(?:维持|纠正|撤销)的?|(?:审结|未结|待[决审结判])的)$")
"""Before the kind: only those with that result, 未审结的复议案件1件."""


_WITH_THE_NEW = pattern("(?:新收|新增|本年)(?:[及和加与、]|加上)(?:上一?年度?)?(?:末|底)?(?:尚?未审结|未结案?)的$")
"""Before the kind: the new cases and those of last year."""
OF_THE_CORRECTED = pattern("[件起]?(?:案件)?(?:已|均|曾)?被?纠[正错](?:的|案件)?[，：(]其中[^。；]{0,24}$")
"""Before the kinds of cases that were corrected: 合计有3件被纠正，其中复议2件、诉讼1件."""


def _counted(place: Place, found: re.Match[str], start: int, end: int) -> Meant | None:
    kind = str(found.lastgroup)
    each = "均" in found[0] or "各" in found[0] or "都" in found[0]
    zero = place.token.value is not None and place.token.value.value == 0
    of_a_result = _OF_A_RESULT.search(place.before[:start]) and not _WITH_THE_NEW.search(place.before[:start])
    if _RIGHT.search(place.before) or of_a_result:
        return None
    if (each and not zero) or place.before[:start].endswith(
        ("上年度", "上一年度", "去年度", "上年", "去年", "未", "不")
    ):
        return None
    if OF_THE_CORRECTED.search(place.sentence_before):
        corrected = with_result(cells_of(kind), "corrected")
        return Meant("disputes", f"{NAMES[kind]}纠正", (corrected,), place.start + start, end)
    return Meant("disputes", NAMES[kind], (cells_of(kind),), place.start + start, end)


BY_BOTH = pattern("复议(?:机关|机构)?(?:[、和与及或]|以及)(?:人民)?法院|法院(?:[、和与及或]|以及)复议机关")
"""Who has ruled, where both did: 被复议机关、法院纠正3件."""
_BOTH_AT_ONCE = pattern("(?:行政)?复议(?:或|或者|和|、)?(?:行政)?诉讼[^，。；0-9]{0,4}，[^，。；0-9]{0,12}$")
"""Both kinds in one breath, before how many of either ended so: 容易引发复议诉讼，本年有一件被纠正."""
_NEW_CASES = pattern("新(?:发生|增|收|受理|立|发)[^，。；0-9及和与加、]{0,10}$")
_OLD_CASES = pattern(
    "(?:上一?年|去年|往年|以前年度|20[0-9]{2}年)[^。；，0-9]{0,12}(?:未审结|未结|结转|延续|遗留)[^。；，0-9]{0,12}(?:复议|诉讼|案件)[^，。；]{0,4}[0-9一二两三四五六七八九十]"
)
"""The new cases, beside those of last year that had not ended."""
_AMONG_CASES = pattern("(?:复议|诉讼|案件)[^，。；0-9]{0,4}[中里]，?(?:也|还|仍|另|共|仅|就)?有?$")
_CAUSED_CASES = pattern("(?:引发|引起|导致|造成|招致|带来)(?:了)?[^，。；0-9]{0,6}(?:复议|诉讼|案件)[^，。；0-9]{0,3}$")
_A_FAULT = pattern(
    "不及时|不规范|不到位|不充分|不足|不当|不准|不够|不严|不清|不全|不齐|逾期|超期|延误|迟延|疏漏|遗漏|漏|错|瑕疵|失误|偏差|过宽|过窄|滞后|缺失|缺陷|误解|未[一-鿿]{2,6}"
)


def is_some_of_them(place: Place) -> bool:
    """Whether only some of the cases are told of: 复议案件中有2件属于告知不完整, 登记不及时，引发诉讼1件."""
    said = place.sentence_before
    if _AMONG_CASES.search(said) or (_NEW_CASES.search(place.before) and _OLD_CASES.search(place.sentence)):
        return True
    caused = _CAUSED_CASES.search(said)
    return bool(caused and _A_FAULT.search(said, said.rfind("；") + 1, caused.start()))


def _result(place: Place) -> Meant | None:
    """A result of what the sentence last spoke of; none when it spoke of both in one breath and means neither."""
    start, end = 0, place.token.end
    found = _RESULT_BEFORE.search(place.before)
    if found:
        start = found.start()
    else:
        found = _RESULT_AFTER.match(place.after)
        if not found:
            return None
        start, end = len(place.before), end + found.end()
    spoken = list(_LAST.finditer(_ASIDE.sub("", place.sentence_before)))
    if not spoken or BY_BOTH.search(place.before) or _BOTH_AT_ONCE.search(place.sentence_before):
        return None
    kind, name = str(spoken[-1].lastgroup), str(found.lastgroup)
    meanings = [with_result(cells_of(kind), name)]
    if kind in ("direct", "after"):
        meanings.append(with_result(cells_of("suit"), name))
    meant = Meant("disputes", f"{NAMES[kind]}{_RESULT_NAMES[name]}", tuple(meanings), place.start + start, end)
    return replace(meant, partial=False)
