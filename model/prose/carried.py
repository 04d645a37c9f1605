"""上年结转 and 结转下年度."""

import re

from model.language.patterns import pattern
from model.prose.figures import Meaning
from model.prose.meant import CARRIED_IN, CARRIED_OUT, FILL, OBJECT, STOP, Meant, is_zero, read_as
from model.prose.places import FAR, Place
from model.structs import replace

_CARRIED_IN = (
    "结转(?:过)?来|"
    "(?:上一?年(?:度)?|去年|上期|(?P<year>20[0-9]{2})年(?:度)?)(?:末|底)?(?:的)?(?:结转|遗留|转入)"
    "(?:至|到)?(?:本年(?:度)?|今年)?(?:继续)?(?:办理)?"
)
_CARRIED_OUT = (
    "(?:结转|转入|留待|顺延)(?:至|到|入)?(?:(?:下|次|翌)一?年(?:度)?|明年|(?P<next>20[0-9]{2})年(?:度)?)"
    "(?:继续)?(?:办理|处理|答复)?"
    "|(?:仍|尚|正)在(?:法定)?(?:期限内)?(?:办理|处理)(?:之中|过程中|中)?|尚未办结"
)
_CARRIED_BEFORE = pattern(
    f"(?:(?P<both>上一?年(?:度)?结转(?:、|和|及|与|以及)(?:结转)?下一?年(?:度)?(?:结转)?)|(?P<inn>{_CARRIED_IN})|(?P<out>{_CARRIED_OUT})"
    f"|(?P<bare>结转)(?!至|到|下|上)){OBJECT}*+$"
)
_CARRIED_AFTER = pattern(
    f"(?:{FILL}|已|需|将|于|从|由|系|属于|属){{0,4}}?(?:(?P<inn>{_CARRIED_IN})|(?P<out>{_CARRIED_OUT}))(?:的|继续|办理|申请|了)*+{STOP}"
)


def carried(place: Place, _before: str) -> Meant | None:
    """上年结转, 结转下年度."""
    words = place.before + place.after
    if "结转" not in words and not (place.about_applications and re.search("[仍尚正]在|尚未办结|转入|遗留", words)):
        return None
    if _NONE_AND_THEN.search(place.before) or _is_of_other_work(place):
        return None
    if found := _CARRIED_BEFORE.search(place.before):
        return _carried(place, found, found.start())
    after = None if place.next_figure and "、" not in place.after else _CARRIED_AFTER.match(place.after)
    if not after:
        return None
    meant = _carried(place, after, len(place.before))
    return meant and replace(meant, end=place.token.end + after.end())


_NONE_AND_THEN = pattern("(?:没有|无|未有?|不)结转(?:下年|下一年|申请|件|的|情况)*：$")
"""Before what is told of next: 全部办结，无结转：2件公开."""
_DECIDES_CASES = pattern("复议机[关构]|(?:审理|审结|受理)[^，。；]{0,8}复议")


def _is_of_other_work(place: Place) -> bool:
    """Whether the sentence tells of letters, complaints, cases to decide and the like, and not of applications."""
    if _DECIDES_CASES.search(place.statement):
        return True
    change = place.text.topic(place.token.start)
    own = change is not None and change.topic == "other" and change.at >= place.text.sentence(place.token.start)[0]
    return own and not re.search("信息公开|依申请|公开申请", place.sentence)


def _carried(place: Place, found: re.Match[str], start: int) -> Meant | None:
    groups = found.groupdict()
    if groups.get("both"):
        return read_as(place, "carried", "结转", (CARRIED_IN + CARRIED_OUT,), start) if is_zero(place) else None
    if groups["inn"]:
        meant = read_as(place, "carried", "上年结转", (CARRIED_IN,), start)
        return replace(meant, year=int(groups["year"]) + 1) if groups["year"] else meant
    if groups["out"]:
        meant = read_as(place, "carried", "结转下年度", (CARRIED_OUT,), start)
        return replace(meant, year=int(groups["next"]) - 1) if groups["next"] else meant
    return read_as(place, "carried", "结转", either_way(place), start)


_DONE = pattern("办结|办理完毕|办毕|办复|已?答复|作出处理")


_ADDED = pattern("(?:加上|连同|连带|外加|算上)[^，。；、0-9]{0,6}结转的?$")


_LAST_YEARS = pattern("(?:上一?年(?:度)?|去年)[^，。；、0-9]{0,10}结转的?(?:申请)?$")
"""Before what last year left: 上年未办结而结转的2件."""
_AT_THE_END = pattern(
    "(?:^|[，；、：])(?:至|到|截至)?(?:年[末底]|期末|12月31日)(?:尚|还|仍|另)?(?:有)?结转(?:申请)?(?:共|有|为|：)*$"
)
_BY_RULE = pattern("(?:申请)?(?:按|依照?|按照)(?:相关|有关)?(?:规定|要求|程序)(?:办理)?(?:予以)?结转(?=[，。；、]|$)")
_ALONE = pattern("(?:另|尚|还|仍)?(?:有)?结转(?:申请)?(?:共|有|为|：)*")
_TOLD_IN = pattern("(?:上一?年(?:度)?|去年|年初)[^，。；]{0,8}结转|承接|旧存")
"""What was carried in and what was done, told before a sentence that begins with 结转."""


def either_way(place: Place) -> tuple[Meaning, ...]:
    """What 结转 without a direction may be: what is left over where the statement told before what was done."""
    if _ADDED.search(place.before) or _LAST_YEARS.search(place.before):
        return (CARRIED_IN,)
    if "结转" in place.before + place.after and (_AT_THE_END.search(place.before) or _BY_RULE.match(place.after)):
        return (CARRIED_OUT,)
    statement = place.sentence_before[place.sentence_before.rfind("；") + 1 :]
    if _ALONE.fullmatch(statement) and place.about_applications:
        start = place.text.sentence(place.token.start)[0]
        told = place.text.plain.text[max(place.text.paragraph(start)[0], start - FAR) : start]
        if _TOLD_IN.search(told) and _DONE.search(told):
            return (CARRIED_OUT,)
    left = place.about_applications and _DONE.search(statement)
    return (CARRIED_OUT,) if left else (CARRIED_OUT, CARRIED_IN)
