"""Y-11: words of another agency's report: 全镇 in a county's, another office of the county as the writer."""

import re
from collections.abc import Iterator
from functools import lru_cache

from model.checks.passages import advisable
from model.checks.reasons import OLD_WORDS
from model.checks.registry import Context, Problem, check, in_text
from model.language.patterns import pattern
from model.language.squeezed import packed
from model.report.names import is_agency, regions
from model.report.report import Report, TextId

_TEXTS: tuple[TextId, ...] = ("overview", "problems", "other_matters")
_LOWER = ("镇", "乡", "街道")
_SIBLINGS = ("县", "区", "旗")
_JOINING = str.maketrans("", "", "和与及、")
_WE = pattern("[我本](?P<kind>局|镇|乡|街道)(?!面|部|限|势|里|内|长|属|级)")
_WHOLE = pattern("(?:^|(?<=[，。；：、\n）)]))全(?P<level>镇|乡|街道|县|区|旗)(?=[一-鿿])(?!域|权|系统|自治)")
_SELF = (
    "坚持|认真|严格|高度重视|积极|全面贯彻|切实|深入|始终|持续|紧紧围绕|在(?:上级|[市县区]委)|无其他|没有其他|未收取"
    "|未发生"
)
_OFFICE = pattern(
    "(?:^|(?<=[。；\\n]))(?:20[0-9]{2}年(?:度)?，?|过去的?一年(?:里|中)?，|一年来，|本年度，)?"
    f"(?P<name>[一-鿿]{{2,16}}(?:局|委员会|委|办公室|中心|镇|乡|街道办事处|街道))(?=(?:20[0-9]{{2}}年)?(?:{_SELF}))"
)
_LEADERS = pattern(
    "(?:^|(?<=[。；，\n]))(?P<name>[一-鿿]{2,16}(?:局|委员会|委|办公室|中心|政府))(?:党组|党委)?(?:主要|分管)?(?:负责同志|负责人|领导)"
    "(?:多次|定期|每[季月]度?|亲自)*(?:听取|研究|部署|审签|过问)"
)
_DEFENDANT = pattern("以(?P<name>[一-鿿]{2,16}(?:局|委员会|办公室|中心|政府|办事处))为(?:被申请人|被告)")


@check("Y-11", "hint", "practice", reads=(*_TEXTS, "agency"), group="像是别处的话", reasons=OLD_WORDS)
def another_voice(report: Report, _context: Context) -> Iterator[Problem]:
    """像是套用别处的话：县直部门写“全镇”，区里写“全县”，句首或被告、被申请人写的是别的单位。"""
    own = packed(report.agency.name)
    if not own:
        return
    for section in _TEXTS:
        words = report.text[section]
        text = advisable(words)
        whole, we, names = _voices(text)
        for found in whole:
            if found["level"] in _not_own(own):
                yield _problem(section, found.span(), words, own)
        for found in we:
            if _is_another_kind(found["kind"], own):
                yield _problem(section, found.span(), words, own)
        for found in names:
            if _is_other(found, report, own):
                yield _problem(section, found.span("name"), words, own)


@lru_cache(maxsize=16)
def _voices(text: str) -> tuple[tuple[re.Match[str], ...], tuple[re.Match[str], ...], tuple[re.Match[str], ...]]:
    """Where a text says 全镇 and the like, 我局 and the like, and names an office as the one that writes."""
    names = (*_OFFICE.finditer(text), *_DEFENDANT.finditer(text), *_LEADERS.finditer(text))
    return tuple(_WHOLE.finditer(text)), tuple(_WE.finditer(text)), names


def _not_own(name: str) -> tuple[str, ...]:
    """The levels that the agency neither is of nor belongs to."""
    if own_level := next((level for level in _LOWER if level in name), None):
        return tuple(level for level in _LOWER if level != own_level)
    levels = [region[-1] for region in regions(name)]
    siblings = tuple(level for level in _SIBLINGS if level not in levels) if set(levels) & set(_SIBLINGS) else ()
    return (*_LOWER, *siblings) if levels else ()


def _is_another_kind(kind: str, own: str) -> bool:
    """Whether 我局 or 我镇 is said by what is plainly another kind of agency."""
    if kind == "局":
        return own.endswith(("镇人民政府", "乡人民政府", "街道办事处"))
    return own.endswith("局") and kind not in own


def _is_other(found: re.Match[str], report: Report, own: str) -> bool:
    """Whether a name is an office of the agency's own kind and region, and not the agency."""
    name = found["name"]
    bare = own.translate(_JOINING)
    if is_agency(name, report.agency) or name.translate(_JOINING) in bare:
        return False
    if name.endswith(("镇", "乡", "街道")):
        return own.endswith(("镇人民政府", "乡人民政府", "街道办事处"))
    place = regions(own)
    return bool(place) and name.startswith((place[-1], "县", "区", "市"))


def _problem(section: str, span: tuple[int, int], words: str, own: str) -> Problem:
    quote = words[slice(*span)]
    return in_text(section, span, words, f"出现“{quote}”，本机关是“{own}”，请确认不是套用别处材料。")
