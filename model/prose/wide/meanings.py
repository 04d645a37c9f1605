"""What a figure counts, by the words right before and right behind it; silent where they leave a doubt."""

from collections.abc import Iterator

from model.language.patterns import pattern
from model.prose.acts import decided, documents, fees
from model.prose.carried import carried
from model.prose.disputes import disputed
from model.prose.handled import concluded, received
from model.prose.meant import Meant, Rule
from model.prose.outcomes import applicant, result
from model.prose.places import Place
from model.prose.tokens import COUNT_UNITS, MONEY
from model.prose.vocabulary import RESULTS
from model.prose.wide.acts import document
from model.prose.wide.applicants import PERSONS, persons
from model.prose.wide.applications import application
from model.prose.wide.decisions import decision
from model.prose.wide.disputes import dispute, ended_together
from model.prose.wide.fees import fee
from model.structs import replace

COUNTED: tuple[Rule, ...] = (
    ended_together,
    disputed,
    carried,
    received,
    applicant,
    concluded,
    result,
    documents,
    decided,
)
"""The rules for what is counted in 件 and the like, in the order they are tried."""

WIDE: tuple[Rule, ...] = (document, decision, dispute, application)
"""The rules by the words of the whole item, tried when none of the others knows a figure."""

_RATES = ("率为", "率是", "率达", "率：", "率")
"""Words right before a rate, such as 败诉率为0."""


def readings(place: Place, before: str) -> Iterator[Meant]:
    """What a figure may mean by each rule that knows it."""
    if place.token.unit in MONEY:
        rules: tuple[Rule, ...] = (fees, fee)
    elif place.token.unit in COUNT_UNITS:
        rules = WIDE if place.listed_as is not None else (*COUNTED, *WIDE)
    elif place.token.unit in PERSONS:
        rules = (persons,)
    else:
        return
    for rule in rules if not place.before.endswith(_RATES) else COUNTED:
        meant = rule(place, before)
        if meant and not _is_group_of_row(place, meant):
            yield replace(meant, partial=True) if _is_of_some(place, meant) else meant


_OF_SOME = pattern(
    "(?:涉及|关于|有关|针对|属于|要求|索取)(?!政府信息公开)[^，]{1,24}的?申请(?:答复|办结|办理)?$|[一-鿿]{2}类的?申请(?:答复|办结|办理)?$"
    "|由[^，]{1,16}(?:答复|办理|受理|处理)的?申请$"
)


def _is_of_some(place: Place, meant: Meant) -> bool:
    """Whether only the applications about one thing, or those that somebody answered, are counted."""
    return meant.matter in ("received", "concluded") and bool(_OF_SOME.search(place.before))


_GROUPS = frozenset(("不予公开", "无法提供", "不予处理", "其他处理"))
_ANY_ROW = pattern("|".join(RESULTS.values()))


def _is_group_of_row(place: Place, meant: Meant) -> bool:
    """Whether a group stands behind a figure whose row is named before it: 索要公开出版物1件不予处理."""
    before = place.before.rpartition("、")[2]
    return meant.item in _GROUPS and meant.start >= place.token.start and bool(_ANY_ROW.search(before))
