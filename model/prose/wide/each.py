"""Figures that count several things at once: 部分公开和无法提供各1件, 许可、处罚均为0件, 2023年结转至2024年2件."""

from collections.abc import Iterator

from model.language.patterns import pattern
from model.prose.meant import CARRIED_IN, CARRIED_OUT, Meant
from model.prose.places import Place
from model.prose.wide.disputes import ended_each
from model.prose.wide.meanings import readings
from model.structs import replace

_EACH = pattern(
    "(?P<names>[一-鿿“”]{2,30}(?:[、和及与][一-鿿“”]{2,30}){1,7}?)(?:等)?(?:[两三四二]类|[两三]项|这[两三]类)?(?:情形|情况|申请|案件|决定|方面)*"
    "(?:\\([^()0-9]{1,12}\\))?(?:[，]?(?:均|各|都|皆|各自|各有)(?:为|是|有|占)?(?:提出|提交|递交|申请)?)$"
)
_AND = pattern("[、和及与]")
_BEGINS = pattern("^(?:其中|另有|按照?|属于|涉及|属|作出|做出|实施|办理|因|由|为|是)*")
_BETWEEN_YEARS = pattern(
    "(?P<from>20[0-9]{2})年(?:度)?(?:结转|转|延续)(?:至|到|入)(?P<to>20[0-9]{2})年(?:度)?(?:继续)?(?:办理)?(?:的)?(?:申请)?(?:共|为|有)*$"
)
_OF_THEM = pattern("(?:被|获|予以|经|为|是|属|系|未|已)")
"""Behind the figure: what some of them met with, 复议、诉讼各有1件被纠正."""
_REACH = 80


def of_each(place: Place, before: str) -> Iterator[Meant]:
    """What each of several names means that share one figure, and what is carried over from one year to the next."""
    lead = place.text.plain.text[max(place.previous_end, place.token.start - _REACH) : place.token.start]
    if "结转" in lead or "年" in lead:
        yield from _between_years(place, lead)
        yield from _at_both_ends(place, lead)
    if _DEED.sub("", lead[-4:])[-2:].strip("为是有自占")[-1:] not in ("均", "各", "都", "皆"):
        return
    ended = tuple(ended_each(place))
    yield from ended
    found = _EACH.search(lead)
    if ended or _OF_THEM.match(place.after):
        return
    names = [_BEGINS.sub("", name).removesuffix("方面") for name in _AND.split(found["names"])] if found else []
    names = [name for name in names if name not in _FEES]
    meant = [next(readings(replace(place, listed_as=name), before), None) for name in names if name]
    known = [each for each in meant if each is not None and not each.partial]
    matters = {each.matter for each in known}
    if len(known) == len(names) and (len(matters) == 1 or matters == {"decisions", "documents"}):
        yield from known


_DEED = pattern("(?:提出|提交|递交|申请)$")
_FEES = frozenset(("收费", "行政事业性收费"))
"""What is not counted, beside what has as many."""


_BOTH_ENDS = pattern("年初[、和及与]?年[末底](?:都|均|各)有?$")
_LEFT_OVER = pattern("(?:申请)?(?:结转|在办|待办|未办结)")


def _at_both_ends(place: Place, lead: str) -> Iterator[Meant]:
    """年初、年末均有1件结转."""
    if _BOTH_ENDS.search(lead) and place.about_applications and _LEFT_OVER.match(place.after):
        start, end = place.token.start, place.token.end
        yield Meant("carried", "上年结转", (CARRIED_IN,), start, end)
        yield Meant("carried", "结转下年度", (CARRIED_OUT,), start, end)


def _between_years(place: Place, lead: str) -> Iterator[Meant]:
    found = _BETWEEN_YEARS.search(lead)
    if not found or int(found["to"]) != int(found["from"]) + 1 or not place.about_applications:
        return
    start, end = place.token.start, place.token.end
    yield Meant("carried", "上年结转", (CARRIED_IN,), start, end, year=int(found["to"]))
    yield Meant("carried", "结转下年度", (CARRIED_OUT,), start, end, year=int(found["from"]))
