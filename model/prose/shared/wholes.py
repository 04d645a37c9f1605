"""What a rate is told of by its name, and what a share may be one of: 公开率, 结转率, 占办结的, 占应办总量的."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from model.form.form import Form
from model.language.patterns import pattern
from model.prose import vocabulary as words
from model.prose.figures import Figure, Meaning, in_form
from model.prose.meant import CARRIED_OUT, CONCLUDED, RECEIVED
from model.prose.places import Text
from model.prose.scope import scope_of
from model.prose.shared.about import of_applications
from model.prose.shared.named import GATHERED, SUITS
from model.prose.terms import AFTER, DIRECT, REVIEW, results, row_total, with_result

PIECE = pattern("[，。；：()\\n]|--")
"""What ends the words of a share."""


class Told(NamedTuple):
    """What a share is told of: its parts by every reading, one of them or several apart, and of what."""

    parts: tuple[tuple[Meaning, ...], ...]
    whole: str = ""
    bound: str = ""
    roles: bool = True
    """Whether the parts are given by their roles; those of figures are cells of the form."""


# --- rates ---

_RATE = pattern(
    "(?:(?P<granted>(?<![动主])(?:实质性?|总体|整体|予以|同意)?公开(?P<inner>\\([^()]{0,12}\\))?(?:率|面|占比|比例))|(?P<done>(?<!按期)(?<!按时)(?<!时)(?<!及时)(?<!限)办结率)"
    "|(?P<upheld>(?:被)?维持率|胜诉率)|(?P<corrected>(?:被)?(?:纠错|纠正|败诉)率)|(?P<carried>结转率))"
    "(?P<aside>\\([^()]{0,20}\\))?(?:为|达到?|是|约|仍|还|高|偏|已|升|降|至|到|，|：|应办总量的|办结(?:量|数)的|新收的|收件的|的)*$"
)
_CASES = pattern(
    "(?:(?P<review>复议)|(?P<suit>诉讼|起诉))(?:案件|申请)?(?:中，?)?(?:被|被依法)?(?:(?P<upheld>维持|胜诉|驳回)|(?P<corrected>纠正|纠错|撤销|败诉))(?:的)?(?:案件数量?|件数|数量|数|案件|比例|的){0,2}"
    "占(?:比|到|了|已|全部|全年|审结|办结|结案|复议|诉讼|总|案件|件数|件|数|量|比例){0,6}(?:的|为|达到?|约|：)?$"
)
"""Cases with one end, as a share of those that were settled or of all: 行政复议纠正件数占审结件数的25%."""
_LONGEST = 48
MOST_TOLD = 8
"""How many figures before a share are looked at."""


def rate(text: Text, figures: Sequence[Figure], at: int, begin: int) -> Told | None:
    """What a share at a place is told of, where it is a rate: 公开率（含部分公开）, 复议维持率, 结转率."""
    plain = text.plain.text
    lead = plain[max(begin, at - _LONGEST) : at]
    if "占" in lead and (of_cases := _CASES.search(lead)):
        kind = "复议" if of_cases["review"] else "诉讼"
        return _of_cases(kind, (), "upheld" if of_cases["upheld"] else "corrected")
    found = _RATE.search(lead) if "率" in lead or "公开" in lead else None
    if found is None:
        return None
    index = bisect_left(text.token_places, at)
    start = text.sentence(at)[0]
    told = [figures[each] for each in range(max(0, index - MOST_TOLD), index) if text.tokens[each].start >= start]
    if found["upheld"] or found["corrected"]:
        named = any(figure.matter == "disputes" for figure in told) or of_applications(text, at)
        named = named or (text.follows_applications(at) and not text.in_oversight(at))
        named = named and not scope_of(plain[text.clause(at)[0] : at])
        return _of_cases(lead, told, "upheld" if found["upheld"] else "corrected") if named else None
    known = any(figure.matter in _MATTERS for figure in told)
    if known or _OF_APPLICATIONS.search(plain, start, at) or _opens(text, lead, found, at):
        return _of_found(found)
    return None


def _of_found(found: re.Match[str]) -> Told:
    if found["carried"]:
        return Told(((CARRIED_OUT,),))
    if found["done"]:
        return Told(((CONCLUDED,),))
    both = (row_total("granted"), row_total("partly_granted"))
    if "部分" in (found["aside"] or "") + (found["inner"] or ""):
        return Told(((both,),), "办结")
    return Told((((row_total("granted"),), both),), "办结")


_MATTERS = frozenset(("result", "concluded", "received", "carried"))
_OF_APPLICATIONS = pattern("(?<!依)申请|新收|结转|予以公开")
"""What shows that a rate is one of applications."""
_LIGHT = pattern("(?:总体|整体|全年|综合|，|。|；|的)*")


def _opens(text: Text, lead: str, found: re.Match[str], at: int) -> bool:
    """Whether a rate opens its clause where the paragraph is about applications."""
    opening = PIECE.split(lead[: found.start()])[-1]
    return bool(_LIGHT.fullmatch(opening)) and of_applications(text, at)


def _of_cases(lead: str, told: Sequence[Figure], end: str) -> Told:
    """The rate of the cases named with it, or of those told of last."""
    kinds = [figure.item for figure in told if figure.matter == "disputes"]
    last = "复议" if "复议" in lead else "诉讼" if "诉" in lead else (kinds[-1] if kinds else "")
    if "复议" in last and "诉" not in last:
        return Told(((with_result(REVIEW, end),),), "复议")
    if "诉" in last and "复议" not in last:
        readings: tuple[Meaning, ...] = (SUITS, DIRECT, AFTER)
    else:
        readings = (REVIEW, SUITS, REVIEW + SUITS)
    return Told((tuple(with_result(each, end) for each in readings),))


# --- wholes ---

_OF_CONCLUDED = pattern("办结|办理|答复|处理|已结|办完|办出|了结")
_OF_OWED = pattern("[应须需待]办|应办|承办")
_OF_RECEIVED = pattern("新收|收到|收件|申请|受理|来件")
_OF_SUM = pattern("三项|三类|之和|总和|合计|总")
_TOLD_LAST = pattern(
    "(?P<concluded>办结|答复情况|答复中|办理(?:结果|情况)|处理结果)|(?P<received>新收|收到|受理|接收|申请[0-9])"
)
_DECIDED: Meaning = tuple(f"disclosure.{kind}.decisions" for kind in ("licences", "penalties", "compulsory_measures"))


@cache
def _of_one_group() -> re.Pattern[str]:
    """What is divided next: 不予公开中，执法案卷10件，占76.9%; 无法提供的以不掌握居多，占79.2%."""
    return pattern(
        f"(?:{results().words})(?:的|决定|答复|申请|案件|[0-9]{{1,5}}件|件|之)*(?:中[，：]|[里内]|以|(?<=的)(?:主要|多)|(?=，其中))"
    )


def wholes(parts: tuple[Meaning, ...], whole: str, told: str, form: Form) -> tuple[Meaning, ...]:
    """What a share of these may be a share of: what the words name, or what the sentence last told the number of."""
    cells = tuple(cell for part in parts for cell in part)
    return in_form(_of_cells(cells, whole, told) or _of_applications(cells, whole, told), form)


def _of_cells(cells: Meaning, whole: str, told: str) -> tuple[Meaning, ...]:
    """What cases, decisions and what was carried over may be a share of."""
    if any(cell.startswith("disputes") for cell in cells):
        if whole == "复议":
            return (REVIEW, tuple(chain(*(with_result(REVIEW, end) for end in _SETTLED))))
        groups = {_group(cell) for cell in cells}
        kinds = tuple(kind for kind in (REVIEW, DIRECT, AFTER) if _group(kind[0]) in groups)
        settled = (tuple(chain(*(with_result(kind, end) for end in _SETTLED))) for kind in (*kinds, REVIEW + SUITS))
        return (*kinds, *settled, SUITS, REVIEW + SUITS, *((CONCLUDED, RECEIVED) if whole else ()))
    if any(cell.startswith("disclosure") for cell in cells):
        return (_DECIDED,) if _OF_SUM.search(whole) or "三" in told else (_NONE,)
    over = any("carried" in cell for cell in cells) and not any("received" in cell for cell in cells)
    return (GATHERED, RECEIVED, CONCLUDED) if over else ()


_SETTLED = ("upheld", "corrected", "other")
_NONE: Meaning = ("",)
"""Cells of no form: the whole is not one of the tables."""


def _of_applications(cells: Meaning, whole: str, told: str) -> tuple[Meaning, ...]:
    if whole and (named := re.match(results().words, whole)):
        return (results().of(named).cells,)
    if _OF_OWED.search(whole):
        return (GATHERED,)
    if _OF_CONCLUDED.search(whole):
        return (CONCLUDED,)
    if (cells and all(".concluded." in cell for cell in cells)) or _OF_RECEIVED.search(whole):
        return (RECEIVED, GATHERED)
    group = next((name for name in words.GROUPS if cells and all(f".{name}_" in cell for cell in cells)), None)
    groups = ((row_total(group),),) if group else ()
    narrowed = [results().of(found).cells for found in _of_one_group().finditer(told)][-1:]
    last = [found.lastgroup for found in _TOLD_LAST.finditer(told)]
    applicants_told = any(".received." in cell for cell in cells)
    if not narrowed and last and last[-1] == "concluded" and not applicants_told:
        return (CONCLUDED, *groups)
    return (*narrowed, CONCLUDED, *(() if narrowed else (RECEIVED, GATHERED)), *groups)


def _group(cell: str) -> str:
    return cell.rpartition(".")[0]
