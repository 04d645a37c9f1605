"""Y-11: words of another agency's report: 全镇 in a county's, another office of the county as the writer."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from model.checks.passages import unquoted
from model.checks.reasons import OLD_WORDS
from model.checks.registry import Context, Problem, check, in_text
from model.language.patterns import pattern
from model.language.sentences import Span, beginning
from model.language.squeezed import packed
from model.report.names import is_agency, regions
from model.report.report import Report, TextId

_TEXTS: tuple[TextId, ...] = ("overview", "problems", "other_matters")
_LOWER = ("镇", "乡", "街道")
_SIBLINGS = ("县", "区", "旗")
_OFFICES = ("局", "委员会", "委")
_BARE = 8
"""The longest name of an office without its region, such as 人力资源社会保障局 cut short."""
_JOINING = str.maketrans("", "", "和与及、")
_WE = pattern("[我本](?P<kind>局|镇|乡|街道|委(?![托派任员屈婉会]))(?!面|部|限|势|里|内|长|属|级)")
_WHOLE = pattern(
    "(?<![安健完齐保周顾双俱整镇乡])(?<!(?<!完)成)全(?P<level>镇|乡|街道|县|区|旗|市)(?=[一-鿿0-9“《])(?!场|值|面|价|容|长|域|权|系统|自治|村[振民]|镇|分|别|间|块|划|下|里)"
)
_CITYWIDE = pattern(
    "(?:^|(?<=[。；，：、\n对向为和在及]))(?:[^，。；：、\n]{0,6}?(?:指导|督促|组织|面向|覆盖|推动|检查|走访|汇总|培训|梳理))?"
    "全市(?:范围内?)?的?(?:各个?|所有|[0-9]{1,3}个)(?:镇街?|乡镇?|街道|行政村|村(?![民振])|社区|股室|科室|村居)"
)
"""All the city's towns and villages, of which an office of one of its districts has only its own."""
_FROM_ABOVE = pattern("市|上级|省|参加|参会|按照|根据")
"""Before it in the sentence: the city, or another one above, acts there."""
_OF_THE_WHOLE = pattern("考核|排名|评比|评估|测评|通报|经验|推广|平台|[市省]")
_HAS_NOTHING = pattern(
    "(?:^|(?<=[。；\n]))(?P<name>[县区市旗镇乡][一-鿿]{2,14}?(?:局|委员会|委|中心))"
    "(?=(?:无|没有|未)(?:制[发定]|收[到取]|发生|作出|实施|办理|行政|规范性|政府信息|公开|依申请|因|任何|现行)|(?:全年|本年度?)(?:未?收到|共|未|主动公开))"
)
"""Another office as the one of which it is told what it has, or has not."""
_OF_ALL = (
    "累计|主动公开|公开(?:信息|各类|政府信息|[0-9])|未?收到|没有收到|受理"
    "|发布信息|新收|办结|制发|推送|共?(?:办理|作出|实施)(?:[一-鿿]{2,8})?(?:许可|处罚|强制|申请)|共(?:收到|公开|发布|受理|办[结理]|作出)"
)
_WIDER = pattern(
    "(?:^|(?<=[。；\n])|(?<=[年度]，)|(?<=[年度]))"
    f"(?:全(?P<level>县|区|市|旗)(?=在|通过|依托|认真|坚持|严格|围绕|聚焦|紧扣|立足|{_OF_ALL})|[我本](?P<own>县|区|市|旗)(?={_OF_ALL}))"
    "|全(?P<around>县|区|市|旗)(?:共|的)?(?=[0-9一二三四五六七八九十]{1,2}个(?:行政村|村|社区|居委会|自然村|网格))"
)
"""The whole county as the one that did what the report tells, or that has no more villages than a town."""
_NOT_OF_ONE = pattern(
    "考核|排名|评比|评估|评议|测评|前列|先进|优秀|统一|会议|大会|通报|第[一二三四五六七八九0-9]|平台|系统|推广|首[个家批创次]|唯一|试点|部署|要求|中心工作|大局|高质量|平均|均值|中位|各[县市区旗]"
)
"""Behind 全区 and the like: what is spoken of as the whole of which the agency is a part."""
_PLACE_NAMED = {
    "镇": "镇",
    "乡": "乡",
    "街道": "街道",
    "县": "县",
    "市": "市",
    "区": "[一-鿿](?<![牧社园景城校厂库片灾山林农郊市地辖矿湖])区",
    "旗": "旗",
}
_NEAR, _DIRECTLY = 20, 4
"""How far behind it they may stand: 全区 may be said of an autonomous region, and of that in many words."""
_LED = pattern(
    "(?:^|(?<=[。；，：\n、由经在开了向到年度月次对照）]))(?P<level>镇|乡|街道|县|区|旗|局)"
    "(?:长(?:办公会|专题会|主持|召集|任组长)|(?:人民)?政府(?:常务会|党组)|委(?:常委会|、[县区旗市](?:人民)?政府)"
    "|党(?:工?委|组)(?=会|书记|[^，。；\n]{0,4}(?:研究|听取|专题|部署|带队|召开))|(?<=局)(?:务会|领导班子))"
)
"""Those who lead a county, a city or a town, as they do at a meeting of their own."""
_SEATED = pattern(
    "(?:^|(?<=[。；，：\n、由经在]))(?P<level>镇|乡|街道)(?:党政(?:综合)?办(?:公室)?|(?:便民|为民)服务(?:中心|大厅)|(?:人民)?政府主要(?:领导|负责))(?=[一-鿿0-9，、])"
)
"""An office that only a town has."""
_INSIDE = pattern(
    "(?:^|(?<=[。；，：\n]))(?P<level>镇|乡|街道|县|区|旗|局)里(?=没|未|不|单独|对|组织|召开|安排|建|把|将|的|无|共|全|统一|坚持)"
)
"""镇里 and the like as the one that did what the report tells."""
_WHOLE_OFFICE = pattern(
    "(?:^|(?<=[。；，\n]))全(?P<level>局)(?=共|上下|干部|职工|各[股科]室|主动公开|公开信息|发布|[0-9])"
)
"""The whole of an office as the one that did what the report tells."""
_SELF = (
    "坚持|认真|严格|高度重视|积极|全面贯彻|切实|深入|始终|持续|紧紧围绕|在(?:上级|[市县区]委)|无其他|没有其他|未收取"
    "|未发生"
)
_OFFICE = pattern(
    "(?:^|(?<=[。；\\n]))(?:20[0-9]{2}年度?+，?|过去的?一年(?:里|中)?，|一年来，|本年度，)?"
    "(?:除[^，。；\n]{2,10}外，|此外，|另外，)?"
    f"(?P<name>[一-鿿]{{2,16}}(?:局|委员会|委|办公室|中心|镇|乡|街道办事处|街道))(?=(?:20[0-9]{{2}}年)?(?:{_SELF}))"
)
_YEARS_OFFICE = pattern(
    "(?:^|(?<=\n))(?:[（(]?[一二三四五六七八九十]{1,2}[）)、][^，。；：\n]{0,12}[：:。])?20[0-9]{2}年度?+，?"
    "(?P<name>(?![我本全](?![县市区旗省]))[一-鿿]{2,16}?(?:局|委员会|委|中心|医院|学校|[中小]学|公司|集团))(?=在|把|以|围绕|将|按照|全年|共|坚持|认真|未|没有|通过|依托|主动|积极|准确|深入|紧扣|聚焦|立足|结合|高度|严格|持续|始终|切实|全面)"
)
"""The office that a paragraph begins with, behind its year."""
_LEADERS = pattern(
    "(?:^|(?<=[。；，\n]))(?P<name>(?!分管|主管|主要|有关|相关)[一-鿿]{2,16}(?:局|委员会|委|办公室|中心|政府))(?:党组|党委)?(?:主要|分管)?(?:负责同志|负责人|领导)"
    "(?:多次|定期|每[季月]度?|亲自)*(?:听取|研究|部署|审签|过问)"
)
_DEFENDANT = pattern(
    "(?<!(?:审|办|受|代)理)(?<!审结|承办|参与)以(?P<name>[一-鿿]{2,16}(?:局|委员会|办公室|中心|政府|办事处))为(?:共同)?(?:被申请人|被告)"
    "(?![^。\n]{0,60}(?:不(?:属于?|计入?|列入?|纳入|统计|含|包括|由|在[我本]|归|算|涉及)|另案|无关|与[我本][局委办镇乡街区县市]|由[^，。；\n]{1,12}(?:统计|填报|应诉|列报)|(?<=被告)的?[^，。；\n]{0,4}(?:补偿|征收|拆迁|工伤|许可|处罚|规划|登记|土地|房屋|劳动|劳务|民事|合同)|[未另]行?(?:计入|列入|纳入|统计|列报|填报)|列报|(?:协助|配合|参与|代理|负责|承担|出庭)应诉|第三人))"
)
"""Another office that is sued, unless the sentence says that its case is none of the agency's own."""
_PARTY = pattern("(?:机关)?(?:党(?:工)?委|党组|党总支|党支部|[纪团]工?委)$")
"""The committee of an office, or of a town, that is named behind it."""
_ABOVE = pattern("^(?:委|(?:人民)?政府|纪委(?:监委)?|监委)(?P<staff>办公室)?$")
"""Those above an office of a county, behind the county's name: its committee, its government."""
_FROM_THEM = pattern("[我本各][局委办镇乡街单部]|通报|考核|检查|抽查|督查|督促|指导|评估|测评|调度|培训")
"""What their staff do to the offices below them."""


@check("Y-11", "hint", "practice", reads=(*_TEXTS, "agency"), group="像是别处的话", reasons=OLD_WORDS)
def another_voice(report: Report, _context: Context) -> Iterator[Problem]:
    """像是套用别处的话：县直部门写“全镇”，区里写“全县”，句首或被告、被申请人写的是别的单位。"""
    own = packed(report.agency.name)
    if not own:
        return
    for section in _TEXTS:
        words = report.text[section]
        text = unquoted(words)
        for span in sorted({*_wholes(text, own), *_others(text, own, report)}):
            yield _problem(section, span, words, own)


def _wholes(text: str, own: str) -> Iterator[Span]:
    """Where 全镇, 全县 and the like are said of what the agency neither is nor belongs to, or of more than it is."""
    foreign = _not_own(own)
    for found in _voices(text)[0]:
        if found["level"] in foreign and not _of_another(found, text):
            yield found.span()
    for found in _WIDER.finditer(text) if own.endswith(_SMALL) else ():
        yield found.span()
    for found in _CITYWIDE.finditer(text) if "全市" in text and _is_of_district(own) else ():
        start = beginning(text, found.start(), "sentence")
        at = text.index("全市", found.start())
        if not (_FROM_ABOVE.search(text, start, at) or _OF_THE_WHOLE.search(text, found.end(), found.end() + _NEAR)):
            yield at, found.end()
    yield from _led_or_inside(text, own, foreign)


def _is_of_district(own: str) -> bool:
    """Whether an office, or a government, is that of a county or district."""
    return (regions(own) or [""])[-1].endswith(_SIBLINGS) and not own.endswith(_SMALL)


def _led_or_inside(text: str, own: str, foreign: tuple[str, ...]) -> Iterator[Span]:
    """Where those who lead another level, or 镇里 and the like, act as the agency."""
    wrong = (*foreign, "局") if own.endswith(_GOVERNMENTS) else foreign
    seated = () if own.endswith(_GOVERNMENTS) else _SEATED.finditer(text)
    inside = _INSIDE.finditer(text) if "里" in text else ()
    for found in chain(_LED.finditer(text), _WHOLE_OFFICE.finditer(text), inside, seated):
        if found["level"] in wrong and not _is_named(found, text):
            yield found.span()


def _is_named(found: re.Match[str], text: str) -> bool:
    """Whether a place of that level, or another office where it is 局, was spoken of before in the sentence."""
    return found["level"] in text[beginning(text, found.start(), "sentence") : found.start()]


def _others(text: str, own: str, report: Report) -> Iterator[Span]:
    """Where another kind of agency says 我局 and the like, or another office is the one that writes."""
    _, we, names = _voices(text)
    yield from (found.span() for found in we if _is_another_kind(found["kind"], own))
    beside = _HAS_NOTHING.finditer(text) if own.endswith(_OFFICES) else ()
    yield from (found.span("name") for found in chain(names, beside) if _is_other(found, report, own))


@lru_cache(maxsize=16)
def _voices(text: str) -> tuple[tuple[re.Match[str], ...], tuple[re.Match[str], ...], tuple[re.Match[str], ...]]:
    """Where a text says 全镇 and the like, 我局 and the like, and names an office as the one that writes."""
    office = tuple(_OFFICE.finditer(text))
    begun = {found.span("name") for found in office}
    by_year = (found for found in _YEARS_OFFICE.finditer(text) if found.span("name") not in begun)
    names = (*office, *by_year, *_DEFENDANT.finditer(text), *_LEADERS.finditer(text))
    return tuple(_WHOLE.finditer(text)), tuple(_WE.finditer(text)), names


_WRITERS = {"镇": "镇人民政府", "乡": "乡人民政府", "街道": "街道办事处"}
_NO_BUREAUS = ("联合会", "总工会", "委员会", "供销合作社", "供销合作社联合社")
_SMALL = ("镇人民政府", "乡人民政府", "街道办事处")
_GOVERNMENTS = ("人民政府", "街道办事处")


def _of_another(found: re.Match[str], text: str) -> bool:
    """Whether 全镇 is that of a town named before, or 全区 the whole that the agency is a part of."""
    start = beginning(text, found.start(), "sentence")
    if re.search(_PLACE_NAMED[found["level"]], text[start : found.start()]):
        return True
    if found["level"] == "市" and _AS_PART.search(text, max(start, found.start() - _DIRECTLY), found.start()):
        return True
    reach = _NEAR if found["level"] == "区" else _DIRECTLY * (1 + (found["level"] == "市"))
    return found["level"] not in _LOWER and bool(_excuse(found["level"]).search(text, found.end(), found.end() + reach))


def _excuse(level: str) -> re.Pattern[str]:
    """What is spoken of as the whole; a county's is nothing for an agency that belongs to none."""
    return _RANKED if level in ("县", "旗") else _NOT_OF_ONE


_RANKED = pattern("平均|均值|考核|排名|评比|评估|评议|测评|前列|先进|优秀|第[一二三四五六七八九0-9]|各[县市区旗]")
_AS_PART = pattern(
    "在|比|较|超|高于|居|列|为|被|获|由|与|向|对|是|作为|纳入|参加|按照|代表|走在|落实|根据|承担|推荐|入选|成为"
)
"""Before 全市: of which the county is a part."""


def _not_own(name: str) -> tuple[str, ...]:
    """The levels that the agency neither is of nor belongs to."""
    if own_level := next((level for level in _LOWER if level in name), None):
        above = [region[-1] for region in regions(name) if region[-1] in _SIBLINGS]
        wider = tuple(level for level in _SIBLINGS if above and level not in above)
        return (*(level for level in _LOWER if level != own_level), *wider)
    levels = [region[-1] for region in regions(name)]
    if levels == ["市"] and not name.endswith("人民政府"):
        return (*_LOWER, "县", "旗")
    siblings = tuple(level for level in _SIBLINGS if level not in levels) if set(levels) & set(_SIBLINGS) else ()
    city = ("市",) if siblings and "市" not in name and name.endswith("人民政府") else ()
    return (*_LOWER, *siblings, *city) if levels else ()


def _is_another_kind(kind: str, own: str) -> bool:
    """Whether 我局 or 我镇 is said by what is plainly another kind of agency."""
    if kind == "局":
        return own.endswith((*_GOVERNMENTS, *_NO_BUREAUS)) and kind not in own
    if own_level := next((level for level, office in _WRITERS.items() if own.endswith(office)), ""):
        return kind != own_level
    if kind == "委":
        return own.endswith(("局", "人民政府")) and kind not in own
    return kind not in own


def _is_other(found: re.Match[str], report: Report, own: str) -> bool:
    """Whether a name is an office of the agency's own kind and region, and not the agency."""
    name = _MY.sub("", found["name"])
    bare = own.translate(_JOINING)
    if is_agency(name, report.agency) or name.translate(_JOINING) in bare or _is_over_it(found, name, report, own):
        return False
    if name.endswith(("镇", "乡", "街道")):
        return own.endswith(("镇人民政府", "乡人民政府", "街道办事处"))
    place = regions(own)
    if own.endswith(_OFFICES) and name.endswith(_OFFICES) and not regions(name):
        return len(name) <= _BARE or name[0] in "县区市旗"
    return bool(place) and name.startswith((place[-1], "县", "区", "市"))


def _is_over_it(found: re.Match[str], name: str, report: Report, own: str) -> bool:
    """Whether a name is the committee that leads the agency, or the committee or the government of its county."""
    place, led = regions(own), _PARTY.sub("", name)
    if led != name and (is_agency(led, report.agency) or led in own):
        return True
    if not place or found[0].startswith("以"):
        return False
    known = next((region for region in place if name.startswith(region)), "")
    level = name[:1] if name[0] in {region[-1] for region in place} else ""
    above = _ABOVE.match(name.removeprefix(known or level)) if known or level else None
    if above is None:
        return False
    return not above["staff"] or bool(_FROM_THEM.search(found.string, found.end(), found.end() + _NEAR))


_MY = pattern("^[我本](?=[县市区旗省])")


def _problem(section: str, span: tuple[int, int], words: str, own: str) -> Problem:
    quote = words[slice(*span)]
    return in_text(section, span, words, f"出现“{quote}”，本机关是“{own}”，请确认不是套用别处材料。")
