"""What was understood of a figure, and the words that all rules share."""

import re
from collections.abc import Callable

from model.language.patterns import pattern
from model.prose.figures import Matter, Meaning
from model.prose.places import Place
from model.prose.scope import subject_before
from model.prose.terms import row_total
from model.structs import Struct

FILL = (
    "(?:共计|共有|累计|总共|一共|共|总计|合计|总数|总量|数量|件数|数|量|达到|达|均|都|为|是|有|仅|只|的|了|案件|案|事项|情况|情形|申请|信息|决定|答复"
    '|总|约|类|[：，“”"])'
)
"""Words between what is counted and its figure."""
OBJECT = (
    "(?:政府信息公开|政府信息|政务信息公开|信息公开|依申请公开|依申请|申请公开|公开|书面|有效|各类|公民|法人|其他组织|组织|群众|社会公众"
    f"|提出|提交|件|或者|以及|及其|或|及|和|、|到|{FILL})"
)
"""Words for applications, however they are called."""
EXPLICIT = pattern("公开|依申请|政府信息")
STOP = "(?=$|[、，；。：)和及与])"

RECEIVED: Meaning = (row_total("received"),)
CARRIED_IN: Meaning = (row_total("carried_in"),)
CARRIED_OUT: Meaning = (row_total("carried_out"),)
CONCLUDED: Meaning = (row_total("concluded"),)


class Meant(Struct, frozen=True):
    """What was understood: its meanings, and from where to where in the plain text it was read."""

    matter: Matter
    item: str
    meanings: tuple[Meaning, ...]
    start: int
    end: int
    partial: bool = False
    subject: str = ""
    year: int | None = None
    narrowed: str = ""
    assumed: bool = False


Rule = Callable[[Place, str], Meant | None]
"""Reads one kind of matter at a place; the second argument is the matter of the figure before in the sentence."""


def read_as(place: Place, matter: Matter, item: str, meanings: tuple[Meaning, ...], start: int) -> Meant:
    """What was understood from a place of `before` up to the end of the figure."""
    return Meant(matter, item, meanings, place.start + start, place.token.end)


def is_zero(place: Place) -> bool:
    """Whether the figure is 0, of which one may say 均为0."""
    return place.token.value is not None and place.token.value.value == 0


def goes_on(place: Place) -> bool:
    """Whether the words behind a figure name what is counted: 收到5件投诉."""
    return bool(re.match("(?![并均已且后])[一-鿿]", place.after))


def subject_of(place: Place, start: int) -> str | None:
    """Who does what begins at a place of `before`; see `subject_before`."""
    return subject_before(place.before[:start])
