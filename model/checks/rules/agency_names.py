"""Y-03: names that are nearly the agency's own, as after copying from another report or from before a reform."""

import re
from collections.abc import Iterator
from functools import lru_cache

from model.checks.passages import HIDDEN, unquoted
from model.checks.reasons import OLD_WORDS
from model.checks.registry import Context, Problem, check, in_text
from model.language.characters import places
from model.language.patterns import pattern
from model.language.squeezed import packed, squeezed
from model.report.names import LONGEST_NAME, is_agency, is_cut_from, regions
from model.report.report import Agency, Report

_SECTIONS = ("overview", "problems", "other_matters")
_LONG = 6
"""The fewest characters of a name without its region by which a slip can be told from another agency."""
_SHARE = 5
_LAST_REGION = 3
"""One character in so many may be lost or added; one may be another."""
_ANCHOR = 2
_JOINING = str.maketrans("", "", "和与及、")
_WIDER = pattern(r"(?:[省市州盟]|国家|全国|中央|自治区)$")
_LEVEL = pattern(r"(?:街道|[县区旗镇乡])$")
_CITY = pattern(r"(?:街道|[县区旗镇乡市])$")
_NAMED = pattern(r"[一-鿿](?<![由本全我该各经请向与和在对将为被按])$")
"""A region before 县: a character that is no word of its own."""
_BRANCHES = "总分支"
_OTHER = pattern(
    rf"(?:^|(?<=[，。；：、（(“”）)\s年月日{HIDDEN}]))(?:[一-鿿]{{2,4}}[市州盟县区旗])?(?P<region>[一-鿿]{{2,4}})$",
    re.MULTILINE,
)
"""Another county, town or street without 县, 镇 or 街道, where a name may begin."""
_REGION = 12
_WITH = ("会同", "联合", "配合", "协助", "协同", "赴", "学习", "借鉴", "参观", "考察", "对标", "参照")
"""Words before the name of another office that one worked with."""
_NO_REGION = pattern(
    r"[县区旗镇乡市省州经请全我本各该对在与和报于由向为将被并到从至当所及的了是某外邻两三多]"
    r"|[今去全本明当]年|年度|配合|会同|联合|协助|按照|根据|依据|通过|针对|督促|指导|依托|组织|协调|结合|参加|接受|作为|关于|涉及|包括|以及|其[中他它]|同时"
    r"|比如|例如|特别|有关|相关|上级|下级|基层|周边|同级|受理|收到|落实|加强|推[动进]|做好|支持|得到|提交|转交|移交|征求|提请|成立"
)


@check(
    "Y-03",
    "warning",
    "practice",
    reads=("overview", "problems", "other_matters", "agency"),
    group="别的机关的名称",
    reasons=OLD_WORDS,
    aspect="format",
)
def nearly_the_agency(report: Report, _context: Context) -> Iterator[Problem]:
    """正文里与本机关全称只差少数字的名称（漏字、错字、旧名），或别的县区的同名机关；简称、其他部门、上级机关不算。"""
    name = packed(report.agency.name)[:LONGEST_NAME]
    short = packed(report.agency.short_name)
    for section in _SECTIONS:
        words = report.text[section]
        reading = squeezed(unquoted(words))
        found = {
            *_misspelt(reading.text, name),
            *_elsewhere(reading.text, name, report.agency.level == "city"),
            *_other_branch(reading.text, name),
            *_other_word(reading.text, name, report.agency),
            *_shortened(reading.text, name, report.agency),
            *_without_and(reading.text, name),
            *_wrong_level(reading.text, name),
            *_rearranged(reading.text, name),
        }
        for start, end in sorted(found):
            if any(a <= start and end <= b and (a, b) != (start, end) for a, b in found):
                continue
            span = reading.span(start, end)
            quote = words[slice(*span)]
            said = reading.text[start:end]
            another = said not in (short, name) and not _MENTIONED.match(said)
            if "\n" not in quote and another and not _is_visited(reading.text, start, end):
                message = f"出现“{quote}”，本机关是“{report.agency.name}”，请确认不是套用别处材料。"
                yield in_text(section, span, words, message)


_WORDS_MORE = 3
"""So many characters more may a name have that had another department's words joined to it, or lost them since."""
_SHORTEST = 5
"""The fewest characters without the region of a name one of which may be lost."""
_PART_OF = pattern("稽查|执法|监察|监督|综合|分|支|总|大队|和|与|、")
_LEVELS = (("街道", "镇", "乡"), ("县", "区", "旗", "市"))
"""The levels of which a clerk may write one for another, in the name of one place."""


def _other_word(text: str, name: str, agency: Agency) -> Iterator[tuple[int, int]]:
    """Where behind the agency's own region another office of it is named: words put in, one lost, or 乡 for 镇."""
    own = regions(name)
    core = name.removeprefix("".join(own))
    if not own or not core:
        return
    yield from _other_level(text, own, core)
    for found in re.finditer(re.escape(own[-1] + core[:_ANCHOR]), text):
        start = found.start() + len(own[-1])
        if len(core) <= _ANCHOR or text.startswith(core, start):
            continue
        end = text.find(core[-1], start + _ANCHOR, start + len(core) + _WORDS_MORE) + 1
        said = text[start:end]
        if end and _is_put_in_or_lost(said, core) and not is_agency(own[-1] + said, agency):
            yield found.start(), end


def _other_level(text: str, own: list[str], core: str) -> Iterator[tuple[int, int]]:
    """Where the agency, or the county that its town is in, stands with another level: 乡 for 镇, 区 for 县."""
    for place, region in enumerate(own):
        levels = next((levels for levels in _LEVELS if region.endswith(levels)), ())
        level = next((level for level in levels if region.endswith(level)), "")
        stem = region.removesuffix(level)
        if not level or len(stem) < _ANCHOR or region.endswith("自治县"):
            continue
        rest = "".join(own[place + 1 :]) + core
        for found in re.finditer(f"(?<!原){re.escape(stem)}(?P<level>{'|'.join(levels)}){re.escape(rest)}", text):
            if found["level"] != level:
                yield found.span()


def _is_put_in_or_lost(said: str, core: str) -> bool:
    said, core = said.translate(_JOINING), core.translate(_JOINING)
    if len(said) < len(core):
        return len(core) >= _SHORTEST and len(said) == len(core) - 1 and is_cut_from(said, core)
    more = len(said) - len(core)
    if not 0 < more <= _WORDS_MORE or not is_cut_from(core, said):
        return False
    return not _PART_OF.search(said) or bool(_PART_OF.search(core))


_LEFT_OUT = pattern("行政|监督|社会|资源|城乡|广电|综合")
_FIRST_WORD = pattern("(?:住房|人力资源|自然资源|文化|教育|发展|农业|工业|交通|科技|林业|民族)[^局委]{0,4}?和")
"""The first of two words of a name: 城乡建设局 for 住房和城乡建设局."""
_WHOLE_NAME = 8
"""The fewest characters of a whole name one of which may be lost, in the region or behind it."""


def _shortened(text: str, name: str, agency: Agency) -> Iterator[tuple[int, int]]:
    """Where the whole name stands with a character lost, or with one word of two: 望江镇 for 望江坪镇."""
    place = "".join(regions(name))
    if len(name) < _WHOLE_NAME or not place or place not in name or len(name) == len(place):
        return
    cuts = [(at, at + 1) for at in range(2, len(name) - 1) if name[at] not in "和与及、县市区旗镇乡省州"]
    cuts += [found.span() for found in _LEFT_OUT.finditer(name, len(place) + 1)]
    if first := _FIRST_WORD.match(name, len(place)):
        cuts.append(first.span())
    for start, end in cuts:
        cut = name[:start] + name[end:]
        at = text.find(cut)
        if at >= 0 and text[at - 1 : at] != "原" and not is_agency(cut, agency):
            yield at, at + len(cut)
            return


_AND = pattern("[一-鿿](?P<and>和)[一-鿿]")
_SHORT_NAME = 6
"""Longer names are often written without it, and nobody minds."""


def _without_and(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the whole name, a short one, stands without its 和: 青河县文化旅游局 for 青河县文化和旅游局."""
    place = "".join(regions(name))
    joined = _AND.search(name, len(place)) if place and name.startswith(place) else None
    if joined and len(name) - len(place) <= _SHORT_NAME:
        cut = name[: joined.start("and")] + name[joined.end("and") :]
        yield from (found.span() for found in re.finditer(re.escape(cut), text))


def _begins_clause(text: str, at: int) -> bool:
    return text[at - 1 : at] in _CLAUSE_BEGINS if at else True


_CLAUSE_BEGINS = tuple("，。；：\n）年度")


def _wrong_level(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a clause begins with the office of another kind of place: 县教育局 of a 区's, 双塔乡 for 双塔镇."""
    own = regions(name)
    office = name.removeprefix("".join(own))
    found = list[re.Match[str]]()
    if own and len(office) >= _LAST_REGION and own[-1][-1] in _COUNTIES and "政府" not in office and office in text:
        others = "".join(level for level in _COUNTIES if not any(region.endswith(level) for region in own))
        found.extend(re.finditer(f"[{others}]{re.escape(office)}", text))
    stem, level = _town(name)
    if len(stem) >= _ANCHOR:
        others = "|".join(each for each in _LEVELS[0] if each != level)
        found.extend(re.finditer(f"{re.escape(stem)}(?:{others})(?=[^，。；\n]{{3}})(?!办事处|[镇乡村街社路])", text))
    yield from (each.span() for each in found if _begins_clause(text, each.start()))
    yield from _town_misspelt(text, stem, level)


def _town_misspelt(text: str, stem: str, level: str) -> Iterator[tuple[int, int]]:
    """Where a clause begins with the town that writes, and a character of its name is another, lost or added.

    Another town altogether is told of where the clause tells of it what a report tells of its own.
    """
    for found in re.finditer(f"{level}(?:(?P<itself>{_OF_ITSELF})|{_WRITES})", text) if len(stem) >= _ANCHOR else ():
        before = _LAST_WORDS.search(text, max(0, found.start() - _LAST_REGION - 2), found.start())
        said = _YEAR_ENDS.split(before[0])[-1] if before else ""
        start = found.start() - len(said)
        if len(said) < _ANCHOR or said.endswith(stem) or stem.endswith(said) or not _begins_clause(text, start):
            continue
        others = [a for a, b in zip(said, stem, strict=False) if a != b]
        if len(said) == len(stem) and len(others) == 1:
            told = not _NO_REGION.search(others[0])
        else:
            told = bool(found["itself"] or _has_one_more(said, stem)) and not _NO_REGION.search(said)
        if told:
            yield start, found.start() + len(level)


_OF_ITSELF = "(?:地处|位于|下辖|辖区?[0-9]|总面积|辖区面积|境内)"
"""Behind the name of a town: what a report tells of the one that it is about."""
_LAST_WORDS = pattern("[一-鿿]{2,5}$")
_YEAR_ENDS = pattern("[年度]")
_WRITES = (
    "(?:办事处)?(?=20[0-9]{2}年|在|把|以|围绕|坚持|通过|依托|全年|主动|紧扣|聚焦|结合|持续|始终|认真|共"
    "|党[工政委]|纪[工委])"
)
"""Behind the name of the one whose report it is."""
_COUNTIES = "县区旗"
_IN_A_REGION = pattern("[一-鿿]{2}[省市州盟县区旗镇乡]$")
_FEWEST = 4
"""The fewest characters of an office's name that are known in another order, wherever they stand."""


def _rearranged(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the name stands with its characters in another order: 发展改革和局, 行政综合执法局, 店新街道."""
    own = regions(name)
    place = own[-1] if own else ""
    core = name.removeprefix("".join(own))
    starts = {at + len(place) for at in places(text, place)} if place and len(core) > _ANCHOR else set()
    if len(core) >= _FEWEST:
        starts.update(places(text, core[:_ANCHOR]))
    letters = sorted(core)
    for start in sorted(starts):
        said, before = text[start : start + len(core)], text[max(0, start - _REGION) : start]
        if _IN_A_REGION.search(before) and not before.endswith(place):
            continue
        if said != core and said[-1:] in core and sorted(said) == letters:
            yield start - len(place) * text.endswith(place, 0, start), start + len(core)
    stem, level = _town(name)
    for at in range(len(stem) - 1):
        said = f"{stem[:at]}{stem[at + 1]}{stem[at]}{stem[at + 2 :]}{level}"
        if said != stem + level:
            yield from ((start, start + len(said)) for start in places(text, said) if _begins_clause(text, start))
    for other in _LEVELS[0] if level else ():
        said = stem + other + level
        for start in places(text, said) if other != level else ():
            if text.startswith(("办事处", "人民政府"), start + len(said)):
                yield start, start + len(said)


def _has_one_more(one: str, other: str) -> bool:
    """Whether one of two names is the other with one character lost."""
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and is_cut_from(short, long)


@lru_cache(maxsize=4)
def _town(name: str) -> tuple[str, str]:
    """The name of the town whose government the agency is, and its level; nothing for others."""
    region = next(iter(reversed(regions(name))), "") or name.removesuffix("办事处")
    level = next((level for level in _LEVELS[0] if region.endswith(level)), "")
    return (region.removesuffix(level), level) if level else ("", "")


_BRANCH = pattern("(?P<whole>[一-鿿]{3,40}局)(?P<own>[一-鿿]{2,4})(?P<kind>分局|支局)")


def _other_branch(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where another branch of the office stands of which the agency is one."""
    own = _BRANCH.fullmatch(name)
    if own is None:
        return
    for found in re.finditer(f"{re.escape(own['whole'])}(?P<other>[一-鿿]{{2,4}}?){own['kind']}", text):
        if found["other"] != own["own"] and found["other"] not in ("其他", "各个", "所属", "下属"):
            yield found.span()


_VISITING = pattern("(?:赴|到|与|同|和|向|邀请|走访|前往)")
_GOING = pattern("(?:赴|[到与同和向]|邀请|走访|前往|会同|联合|学习|借鉴|参观|考察)(?:[一-鿿]{2,4}[省市州盟县区旗])?$")
_COMING = pattern(
    "(?:一行|有关同志|同志|同行)?(?:(?:来|到|赴)(?:我|本|访)|来[函电信文人]|致函|转来|转送来|函[请询商告]|商请|派[员人]|提供的|移[送交]|转[办送交])"
)
_VISITED = pattern(
    "[^，。；]{0,4}?(?:学习|考察|交流|调研|会商|座谈|取经|对接|互查|联合|共同|共享|共建|合作|签订|互认"
    "|结对|对标|观摩|参观|跟班|的?(?:做法|经验))"
)


_MENTIONED = pattern("(?:到|含|赴|往|给|向|从|含?对(?!口))")
"""What begins what seems to be a name, and tells that another office is only spoken of: 含对田家街道办事处的建议."""


def _is_visited(text: str, start: int, end: int) -> bool:
    """Whether a name is that of an office one went to or worked with."""
    if _COMING.match(text, end):
        return True
    going = _VISITING.search(text[max(0, start - 2) : start + 1]) or _GOING.search(text, max(0, start - _REGION), start)
    return bool(going and _VISITED.match(text, end))


def _misspelt(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the name stands with a few characters lost, added or changed behind its first two."""
    own = "".join(regions(name))
    core = name.removeprefix(own)
    if len(core) < _LONG:
        yield from _one_other(text, own, core)
        return
    for anchor in re.finditer(re.escape(core[:_ANCHOR]), text):
        start = anchor.start()
        begin = _begin(text, start, own)
        end = _end(text, start, core) if begin is not None else None
        if begin is not None and end is not None:
            yield begin, end


_RATHER_SHORT = 5


def _one_other(text: str, own: str, core: str) -> Iterator[tuple[int, int]]:
    """Where behind the agency's region a name of five characters stands with one within it another: 科技技术厅."""
    for at in places(text, own) if own and len(core) == _RATHER_SHORT else ():
        said = text[at + len(own) : at + len(own) + len(core)]
        if len(said) == len(core) and said[0] == core[0] and said[-1] == core[-1] and _is_near(said, core):
            yield at, at + len(own) + len(core)


def _begin(text: str, start: int, own: str) -> int | None:
    """Where a name begins whose words without the region begin at a place; None when the region is another one."""
    for region in (own, own[-_LAST_REGION:]):
        if region and text.endswith(region, 0, start):
            return start - len(region)
    before = text[max(0, start - 4) : start]
    level = _LEVEL.search(before)
    if level and _NAMED.search(before[: level.start()]):
        return None
    if _WIDER.search(before):
        return None
    return start - len(level[0]) if level else start


def _end(text: str, start: int, core: str) -> int | None:
    """Where a name ends that is nearly the agency's; None when it is that name itself, or another one."""
    if text.startswith(core, start):
        return None
    margin = max(1, len(core) // _SHARE) + 1
    for end in range(start + len(core) - margin, min(len(text), start + len(core) + margin) + 1):
        if (
            text[end - 1 : end] == core[-1]
            and (text[end - 2] not in _BRANCHES or text[end - 2] == core[-2])
            and _is_near(text[start:end].translate(_JOINING), core.translate(_JOINING))
        ):
            return end
    return None


def _is_near(written: str, core: str) -> bool:
    difference = len(written) - len(core)
    if difference == 0:
        return sum(a != b for a, b in zip(written, core, strict=True)) == 1
    if abs(difference) > len(core) // _SHARE:
        return False
    return is_cut_from(written, core) if difference < 0 else is_cut_from(core, written)


_BEGINS = pattern(
    "(?:^|[\n。；])(?:(?:20[0-9]{2}|[二2][〇○零][〇○零一二三四五六七八九]{2})年(?:度)?，?|今年，?|本年度，?|一年来，)?$"
)
"""Where a sentence begins, with or without its year."""
_CITY_NAME = 3
"""The fewest characters of a region, its level included, whose misspelling can be told."""


def _region_misspelt(text: str, own: tuple[str, ...], office: str) -> Iterator[tuple[int, int]]:
    """Where the office stands with its region short of the level (珞川 for 珞川市), or with one character otherwise."""
    region = own[-1] if own else ""
    if len(region) < _CITY_NAME or not office:
        return
    for found in re.finditer(re.escape(office), text):
        start = found.start()
        short = region[:-1]
        if text.endswith(short, 0, start):
            yield start - len(short), found.end()
            continue
        written = text[max(0, start - len(region)) : start]
        if (
            len(written) == len(region)
            and written[-1] == region[-1]
            and (written[0] == region[0] or written[1:] == region[1:])
        ):
            others = [a for a, b in zip(written, region, strict=True) if a != b]
            begins = text[start - len(region) - 1 : start - len(region)] in ("由", "经") or bool(
                _BEGINS.search(text[max(0, start - len(region) - 8) : start - len(region)])
            )
            if len(others) == 1 and begins and (others[0] == "州" or not _NO_REGION.search(others[0])):
                yield start - len(region), found.end()


def _elsewhere(text: str, name: str, of_city: bool) -> Iterator[tuple[int, int]]:  # noqa: FBT001
    """Where a name stands that is the agency's but for its county, town or street, or the city of a city's office."""
    own = regions(name)
    office = name.removeprefix("".join(own))
    yield from _region_misspelt(text, tuple(own), office)
    levels = _CITY if of_city and office != "人民政府" else _LEVEL
    level = levels.search(own[-1]) if own else None
    if level is None or not office:
        return
    for found in re.finditer(re.escape(level[0] + office), text):
        other = _OTHER.search(text, max(0, found.start() - _REGION), found.start())
        if other and (other[0].startswith(_WITH) or text[other.start() - 1 : other.start()] == "、"):
            continue
        if other and not f"{other['region']}{level[0]}".endswith(own[-1]) and not _NO_REGION.search(other["region"]):
            yield other.start(), found.end()
