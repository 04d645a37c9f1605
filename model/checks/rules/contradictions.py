"""X-16: figures of one sentence that cannot all be right: a rise to less, more mended than were found."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from model.checks.passages import advisable
from model.checks.reasons import PROSE
from model.checks.registry import Context, Problem, check, in_text
from model.checks.rules import growth_told, parts_told, rearranged, shares_told, through_the_year, told_again, wholes
from model.form.form import format_value
from model.language.numerals import AMOUNT, amount
from model.language.patterns import pattern
from model.prose.figures import Sum
from model.prose.reader import reading
from model.report.report import Report, TextId

_TEXTS: tuple[TextId, ...] = ("overview", "problems", "other_matters")
_UNIT = "个百分点|工作日|个工作日|小时|分钟|%|％|[一-鿿]"
_RISES = "延长|拉长|加长|放宽|提高|增加|提升|上升|增长|增|升|扩大|扩展|扩充|拓展|延伸|增设|调增|调高"
_FALLS = "减少|降低|下降|减|降|缩短|压缩|压减|压|削减|调减|调降|精简|缩减|并|合并|整合|回落|清理"
_CHANGED = pattern(
    f"(?:由|从)(?:[^，。；\\n0-9]{{0,10}}?)(?P<from>{AMOUNT})(?P<unit>{_UNIT})[^，。；\\n0-9]{{0,6}}?"
    f"(?:(?P<rise>{_RISES})|(?P<fall>{_FALLS})|改|变|调整)(?:至|到|为|成)(?:了|约)?(?P<to>{AMOUNT})(?P<same>{_UNIT})"
)
_CHANGED_INTO = pattern(f"(?P<from>{AMOUNT})(?P<unit>{_UNIT})改为(?P<to>{AMOUNT})(?P<same>{_UNIT})")
"""A change that says of no direction, where no 由 stands before it: 全年4次改为12次."""
_POINTS = pattern(
    "[，、（(]?(?:提高|提升|上升|下降|降低|回落|减少|增加)(?:了)?(?P<points>[0-9]{1,3}(?:\\.[0-9]{1,2})?)个百分点"
)
_MEASURE = "[个条项件处份篇家次名人户张册块只元封](?!次)"
_FOUND = (
    "发现|扣分|评议意见|听取|征求|排查(?:出)?|(?:清[查理]|评估)(?![^，。；\\n0-9]{0,14}[0-9]{1,5}[个家])|梳理(?:出)?|查找|查出|反馈|征集|收集|收到|收回|发放|发出|提出|交办|转办|指出|移交|检出|受理"
    "|通报|审核|审查|总金额|应收|下发|应参[训会加]|应到|议题|审议|送审|初审|投稿|来稿|报送|上报|留言|来信|来电|工单|提问"
)
_MENDED = (
    "(?:督促)?整改(?:完成|到位)?|(?:调整|转)为?主动公开|完成整改|办理|采纳|吸收采纳|回收|收回|办结|答复|解决|化解|销号|落实|改好|改完|改了|改(?=[0-9])|改正|纠正|更正|补(?:公示|公开|发布?|录|齐|登|正|充|传|报|填|贴|上|办)|退改|退回|实际收取"
    "|实收|实到|实参[训会加]|满意|好评|优良|回复|回应|解答|议决|(?:表决|审核|审查|审议)?通过|审定|采用|录用|刊用|刊发|选用|驳回|打回|退稿|修复"
)
_SOME_OF = pattern(
    f"(?P<whole>(?:{_FOUND})(?:20[0-9]{{2}}年(?:度)?)?[^，。；\\n0-9]{{0,14}}?(?P<all>{AMOUNT})(?P<unit>{_MEASURE}))(?:[^，。；、\\n0-9]{{0,6}})?(?:[，、]|(?=均?已))"
    f"(?P<part>(?:其中|现|目前|(?:截至)?(?:当?年[底末内]|年度内|[0-9]{{1,2}}月底?|月[底内])之?前?|均|全部|已|共|依法|当[场天日即]|被(?:上级|[省市县区]级?)?|现场|即时|立即|随即|逐一|按期|限期){{0,3}}(?:{_MENDED})(?:完成|到位|了|意见|问题|建议|修改|重报|重写|补充|完善|整改){{0,2}}(?P<some>{AMOUNT})(?P<same>{_MEASURE}))"
)
_MORE = pattern("次|累计|上年|往年|以前(?!形成|制[发作定]|印发|产生)|此前|历年|结转|(?<!依)申请|(?:予以|部分|不予)公开")
_MEASURED_SHARE = pattern(
    f"(?P<part>{AMOUNT})(?P<unit>{_MEASURE})[^。；\\n0-9]{{0,8}}占[^，。；\\n0-9]{{0,8}}(?P<whole>{AMOUNT})(?P<same>{_MEASURE})的"
    "(?P<share>[0-9]{1,3}(?:\\.[0-9]{1,2})?)[%％]"
)
_COUNTABLE = "[件条篇个次家份项期场人名则分处册块张]"
_BEFORE = "(?:比|较|与|同|和)(?:20[0-9]{2}年(?:度)?|上一?年(?:度)?|去年(?:度)?)(?:同期)?(?:相比|比较?)?，?"
_MORE_OR_LESS = "(?:(?P<rise>增加|增长|多|上升)|(?P<fall>减少|下降|少|降低))(?:了)?"
_COMPARED = pattern(
    f"(?P<now>{AMOUNT})(?P<unit>{_COUNTABLE}|[万亿]?元)(?:(?<=元)的?(?:行政事业性)?(?:收费|费用|资金|经费))?，(?:{_BEFORE}|(?:上一?年|去年|20[0-9]{{2}}年)(?:同期)?(?:为|是)?)"
    f"的?(?:[一-鿿]{{0,6}}的)?(?P<then>{AMOUNT})(?P<same>{_COUNTABLE}|[万亿]?元)(?:相比)?，?(?:同比)?{_MORE_OR_LESS}"
    f"(?P<by>{AMOUNT})(?P<how>{_COUNTABLE}|[万亿]?元|[%％])"
)
_CHANGED_BY = pattern(
    f"(?P<now>{AMOUNT})(?P<unit>{_COUNTABLE})，{_BEFORE}{_MORE_OR_LESS}(?P<by>{AMOUNT})(?P<same>{_COUNTABLE})[，、（(]"
    "(?:同比)?(?:增长|下降|增幅|降幅|上升)(?:为|达|约)?(?P<share>[0-9]{1,3}(?:\\.[0-9]{1,2})?)[%％]"
)
_REACHED = pattern(
    f"(?P<whole>{AMOUNT})(?P<unit>{_MEASURE})[^，。；\\n0-9]{{0,12}}，(?P<deed>[^，。；\\n0-9]{{1,10}})(?P<part>{AMOUNT})(?P<same>{_MEASURE})"
    "[^，。；\\n0-9]{0,6}[，、（(](?P<name>[一-鿿]{2,4})率(?:为|达|达到|是)?(?P<share>[0-9]{1,3}(?:\\.[0-9]{1,2})?)[%％]"
)


_SHARE_BEHIND = pattern(
    "[，、（(](?:同比)?(?:增长|下降|增幅|降幅|上升)(?:为|达|约)?(?P<share>[0-9]{1,3}(?:\\.[0-9]{1,2})?)[%％]"
)
_CLASS = (
    "优秀|良好|合格|达标|满意|主动公开|依申请公开|不予公开|当场|现场|会后|事后|采纳|通过|线上|线下|网上"
    "|一等|二等|三等|[甲乙]等|[ABC][级类]|保留|继续有效|修改|修订|废止|失效"
)
_CLASSED = pattern(
    f"(?P<all>{AMOUNT})(?P<unit>{_MEASURE})[^。；，\\n0-9]{{0,14}}，"
    f"(?P<list>[^，。；、\\n0-9]{{0,6}}(?:{_CLASS})[^，。；、\\n0-9]{{0,4}}(?:[0-9]{{1,5}})(?P<same>{_MEASURE})"
    f"(?:、[^，。；、\\n0-9]{{0,4}}(?:{_CLASS})[^，。；、\\n0-9]{{0,4}}[0-9]{{1,5}}{_MEASURE}){{1,4}})(?=[，。；）)])"
)


@check("X-16", "hint", "practice", reads=_TEXTS, group="前后数字不合", reasons=PROSE)
def contradicts(report: Report, _context: Context) -> Iterator[Problem]:
    """同一句里合不上的数：由4分“提高”到3分，发现85个却整改92个，收回288份却满意291份，每季度一次却全年6次。

    写明了占几件的几成、由几提高到几、每村几名、制发几件废止几件，差数、比例、乘积或合计不对的，
    同一个数写成两个的（92篇，复核为93篇），名次和“全部”合不上、全覆盖而覆盖率不到 100% 的也是。
    """
    for section in _TEXTS:
        words = report.text[section]
        text = advisable(words)
        for span, told in _contradicting(text):
            if any(start < span[1] and span[0] < end for start, end in _told_elsewhere(report, words)):
                continue
            message = told.replace(text[slice(*span)], words[slice(*span)])
            yield in_text(section, span, words, message)


def _told_elsewhere(report: Report, words: str) -> Iterator[tuple[int, int]]:
    """The whole sums of a text, which X-06 compares with their parts, and the shares that are those of the tables."""
    read = reading(words, report.form)
    yield from (entry.span for entry in read.sums if entry.exhaustive or _is_too_much(entry))
    yield from (entry.figure.number for entry in read.shares)
    yield from (entry.span for entry in read.portions)


def _is_too_much(entry: Sum) -> bool:
    """Whether parts of one measure are more than their total, which X-06 tells."""
    values = [figure.value for figure in entry.parts if figure.unit == entry.total.unit]
    known = [value for value in values if value is not None]
    return len(known) == len(entry.parts) and entry.total.value is not None and sum(known) > entry.total.value


@lru_cache(maxsize=16)
def _contradicting(text: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """The places of a text whose figures contradict each other, none inside another, with what is wrong."""
    told = dict[tuple[int, int], str]()
    for needed, read, judge in _KINDS:
        for found in read.finditer(text) if not needed or any(word in text for word in needed) else ():
            start, end = found.span()
            if any(begin < end and start < stop for begin, stop in told):
                continue
            if message := judge(found, text):
                told[start, end] = message
    for (start, end), message in chain(
        *(
            kind.misfits(text)
            for kind in (rearranged, wholes, parts_told, through_the_year, told_again, shares_told, growth_told)
        )
    ):
        if not any(begin < end and start < stop for begin, stop in told):
            told[start, end] = message
    return tuple(told.items())


def _of_change(found: re.Match[str], text: str) -> str:
    """What is wrong with 由 … 提高到 …: its direction, or the difference that is given behind it."""
    before, after = amount(found["from"]), amount(found["to"])
    if before is None or after is None or found["unit"] != found["same"]:
        return ""
    if (found["rise"] and after < before) or (found["fall"] and after > before):
        size, verb = "小" if after < before else "大", found["rise"] or found["fall"]
        return f"“{found[0]}”：后一个数{size}于前一个，与“{verb}”不合，请核对。"
    if found["unit"] not in "%％" and (why := _of_change_behind(found, text, before, after)):
        return why
    points = _POINTS.match(text, found.end()) if found["unit"] in "%％" else None
    if points and Decimal(points["points"]) != abs(after - before):
        span = f"由{found['from']}%到{found['to']}%"
        return f"{span}相差{format_value(abs(after - before))}个百分点，这里写{points['points']}个，请核对。"
    return ""


def _of_change_alone(found: re.Match[str], text: str) -> str:
    """What is wrong with the difference behind a change that may go either way."""
    before, after = amount(found["from"]), amount(found["to"])
    if before is None or after is None or found["unit"] != found["same"]:
        return ""
    return _of_change_behind(found, text, before, after)


_CHANGE_BEHIND = pattern(
    "[，、（(](?:(?:净|新|共|累计|合计|总共|一共){0,2}(?:增设|增|减|延长|缩短|压缩|压减|压降|压|缩减|削减|精简|精减|提前|提速|节[省约]|合并|归并|撤并|裁撤|取消|提高|提升|上升|下降|降低|回落|扩大|多|少)(?:加|少)?(?:了)?(?P<many>[0-9]{1,6}(?:\\.[0-9]{1,2})?)(?P<same>[一-鿿])(?!百分)(?![^。；，、\\n]{0,8}[、，](?:另|撤|减|并|合|关|整|注|取消|停|淘|退|新?增|新|加|设))"
    "|(?:增幅|增长|降幅|下降)(?:了|为|达|约)?(?P<share>[0-9]{1,3}(?:\\.[0-9]{1,2})?)[%％])"
)


def _of_change_behind(found: re.Match[str], text: str, before: Decimal, after: Decimal) -> str:
    """What is wrong with the difference, or the per cent, that stands right behind 由 … 增加到 …."""
    behind = _CHANGE_BEHIND.match(text, found.end())
    if not behind or not before:
        return ""
    if behind["many"] and behind["same"] == found["unit"][:1] and Decimal(behind["many"]) != abs(after - before):
        return f"“{found[0]}”相差{format_value(abs(after - before))}{found['unit']}，这里写{behind['many']}，请核对。"
    if behind["share"]:
        right = abs(after - before) * 100 / before
        if abs(right - Decimal(behind["share"])) >= _step(behind["share"]):
            exact = format_value(right.quantize(Decimal("0.1")))
            return f"“{found[0]}”变化了{exact}%，这里写{behind['share']}%，请核对。"
    return ""


def _of_part(found: re.Match[str], text: str) -> str:
    whole, some = amount(found["all"]), amount(found["some"])
    if whole is None or some is None or found["unit"] != found["same"] or _MORE.search(found[0]):
        return ""
    things = _THINGS.findall(found["part"])
    if (things and _THING.search(found["whole"]) and things[0] not in found["whole"]) or _ADDED.match(
        text, found.end()
    ):
        return ""
    return f"“{found['part']}”多于“{found['whole']}”，请核对。" if some > whole else ""


_THINGS = pattern("意见|问题|建议")
_THING = pattern("(?:意见|问题|建议|单位|部门|企业|线索|栏目|[村镇乡户人店])[0-9]")
"""What is found and what is mended, where both are named: 通报单位3个，整改问题11个."""
_ADDED = pattern(
    "[，（(](?:其中)?(?:含|包括|连同|加上)|[，（(]其中[^，。；）)]{0,6}(?:上年|去年|往年|以前|20[0-9]{2}年)"
)
"""Behind more that were mended than were found: some of them are of another time."""


def _of_share(found: re.Match[str], text: str) -> str:
    """A share whose part and whole are both given in figures; the whole is not one of several."""
    part, whole = amount(found["part"]), amount(found["whole"])
    if part is None or not whole or found["unit"] != found["same"] or part > whole:
        return ""
    behind = found.start("whole") < found.start("part")
    if behind and _IN_A_LIST.search(text, max(0, found.start() - _LEAD), found.start()):
        return ""
    said, places = Decimal(found["share"]), len(found["share"].partition(".")[2])
    right = part * 100 / whole
    if abs(right - said) < Decimal(1).scaleb(-places):
        return ""
    exact = format_value(right.quantize(Decimal(1).scaleb(-max(places, 1))))
    return (
        f"{found['part']}{found['unit']}是{found['whole']}{found['unit']}的{exact}%，这里写{found['share']}%，请核对。"
    )


def _of_comparison(found: re.Match[str], text: str) -> str:
    """A number, last year's and how much more or less it is."""
    now, then, by = amount(found["now"]), amount(found["then"]), amount(found["by"])
    if now is None or then is None or by is None or found["unit"] != found["same"]:
        return ""
    if _IN_A_LIST.search(text, max(0, found.start() - _LEAD), found.start()):
        return ""
    change = now - then if found["rise"] else then - now
    if found["how"] in "%％":
        right = change * 100 / then if then else Decimal(0)
        wrong, said = abs(right - by) >= _step(found["by"]), f"{format_value(right.quantize(Decimal('0.1')))}%"
    else:
        wrong, said = change != by and found["how"] == found["unit"], f"{format_value(change)}{found['how']}"
    verb = found["rise"] or found["fall"]
    if wrong:
        return f"“{found[0]}”：按这两个数应{verb}{said}，请核对。"
    behind = _SHARE_BEHIND.match(text, found.end())
    if not behind or not then or found["how"] in "%％":
        return ""
    right = change * 100 / then
    if abs(right - Decimal(behind["share"])) < _step(behind["share"]):
        return ""
    return f"“{found[0]}”变化了{format_value(right.quantize(Decimal('0.1')))}%，这里写{behind['share']}%，请核对。"


def _of_classes(found: re.Match[str], text: str) -> str:
    """What a number is divided into, each by its class: 考核14个村，优秀6个、合格9个."""
    whole, parts = amount(found["all"]), [Decimal(each) for each in _DIGITS.findall(found["list"])]
    if (
        whole is None
        or found["unit"] != found["same"]
        or "以上" in found["list"]
        or _IN_A_LIST.search(text, max(0, found.start() - _LEAD), found.start())
        or sum(parts) == whole
        or max(parts) > whole
    ):
        return ""
    if sum(parts) < whole and not (_is_all_of_it(found["list"]) and not _GOES_ON.match(text, found.end())):
        return ""
    size = "多" if sum(parts) > whole else "少"
    return f"“{found[0]}”：明细相加是{format_value(sum(parts))}，{size}于{found['all']}，请核对。"


_GOES_ON = pattern("[，、；][^，。；\n]{0,16}[0-9]")


def _is_all_of_it(listed: str) -> bool:
    """Whether documents that were looked through are told as those that stay, are changed and go, which is all."""
    return all(
        any(word in listed for word in words) for words in (("保留", "有效"), ("修改", "修订"), ("废止", "失效"))
    )


_LEAD = 12
_IN_A_LIST = pattern("[0-9](?P<unit>[一-鿿])[、，][^。；\\n0-9]{0,10}$")
"""Before a figure that is itself one of several parts."""
_DIGITS = pattern("[0-9]+")


def _of_growth(found: re.Match[str], _text: str) -> str:
    """A number, how much more or less it is than last year's, and by how many per cent."""
    now, by = amount(found["now"]), amount(found["by"])
    if now is None or by is None or found["unit"] != found["same"]:
        return ""
    then = now - by if found["rise"] else now + by
    right = by * 100 / then if then > 0 else None
    if right is None or abs(right - Decimal(found["share"])) < _step(found["share"]):
        return ""
    return f"“{found[0]}”：按这两个数应是{format_value(right.quantize(Decimal('0.1')))}%，请核对。"


def _step(words: str) -> Decimal:
    """The last place a number is written to."""
    return Decimal(1).scaleb(-len(words.partition(".")[2]))


def _of_reached(found: re.Match[str], text: str) -> str:
    return _of_share(found, text) if found["name"][0] in found["deed"] and found["name"][-1] in found["deed"] else ""


_ALL_OF_IT = pattern(
    "(?:(?P<covered>全覆盖|覆盖(?:全部|所有)[一-鿿]{1,6})|(?<![不未])(?:均|全部|全都|悉数|都)(?:已经?|按[时期]|及时|依法|如期|得到|予以){0,2}(?P<done>整改|办结|完成|回复|答复|采纳|落实|解决|合格|达标|销号|公开|公示|更新|到位|参训|满意)(?:完毕|到位|完成|完)?)"
    "[，、（(；](?:其中)?(?:总体|综合|平均|实际)?(?P<name>[一-鿿]{2,4})(?P<kind>率|面)(?:为|达到?|是|约)?(?P<share>[0-9]{1,2}(?:\\.[0-9]{1,2})?)[%％]"
)
"""All of something, and a rate of it below 100 %."""


def _of_all(found: re.Match[str], text: str) -> str:
    """What covers all and is told to cover less: 全覆盖，覆盖率为90%."""
    deed = "覆盖" if found["covered"] else found["done"]
    before = found["name"].removesuffix(deed)
    if before == found["name"] or not _RATE_OF_ALL.fullmatch(before):
        return ""
    if _OTHER_TIME.search(text, max(0, found.start() - _LEAD), found.end()):
        return ""
    return f"“{found[0]}”：前面说的是全部，这里不到100%，请核对。"


_RATE_OF_ALL = pattern("(?:问题|意见|任务|事项|工单|建议|留言|总体|综合|实际|[村镇乡组户]|村级)?")
"""Before the deed in the name of a rate that is of all of it, unlike 及时整改率."""
_OTHER_TIME = pattern("上年|去年|上半年|季度|由|从")
_TWO_SIDES = pattern(
    f"(?P<all>{AMOUNT})(?P<unit>[个人名块台处所家])[^，。；、（(\n0-9]{{0,6}}[，（(：](?P<one>[一-鿿]{{1,6}})(?P<some>[0-9]{{1,5}})(?P<same>[人名个块台处所家])"
    "[，、；](?P<other>[一-鿿]{1,6})(?P<rest>[0-9]{1,5})(?P<last>[人名个块台处所家])(?=[，。；）)]|$)"
)
"""A number and its two parts, each by its side: 19人，镇上4人，村上15人."""
_ABOVE = "(?:[镇乡区县市州局]|街道)(?:里|上|级|本级|直|机关|层面|直机关|直单位|直部门)?|机关(?:本级|内部)?|本级"
_BELOW = "各?(?:村|社区|村社|村居|村（社区）|乡镇|镇街|基层|站所|(?:所属|下属|二级)单位|股室)(?:里|上|级|层面)?"
_SIDES = tuple(
    (pattern(f"(?:其中)?(?:{one})(?:有|为)?"), pattern(f"(?:{other})(?:有|为)?"))
    for one, other in (
        (_ABOVE, _BELOW),
        ("专职(?:人员|信息员)?", "兼职(?:人员|信息员)?"),
        ("线上|网上", "线下|现场"),
        ("室内|内部", "室外|外部|户外"),
        ("城区", "农村|乡镇|乡村"),
        ("男性?", "女性?"),
    )
)


def _of_two_sides(found: re.Match[str], text: str) -> str:
    """A number whose two halves, which are all of it, make another one."""
    whole, parts = amount(found["all"]), Decimal(found["some"]) + Decimal(found["rest"])
    units = {_PERSON.get(found[each], found[each]) for each in ("unit", "same", "last")}
    if whole is None or whole == parts or len(units) > 1:
        return ""
    if parts < whole and (found["one"].startswith("其中") or _MORE_PARTS.match(text, found.end())):
        return ""
    if not any(one.fullmatch(found["one"]) and other.fullmatch(found["other"]) for one, other in _SIDES):
        return ""
    return f"“{found[0]}”：明细相加是{format_value(parts)}，不是{found['all']}{found['unit']}，请核对。"


_MORE_PARTS = pattern("[，、；](?:其余|其他|另|还|外加|[^，。；\n0-9]{0,8}[0-9])")
_PERSON = {"名": "人"}
_AMONG = pattern(
    f"(?P<whole>{AMOUNT})(?P<unit>[件条篇个次家份项])[^。；\\n0-9]{{0,16}}其中[^。；，\\n0-9]{{0,20}}(?P<part>{AMOUNT})(?P<same>[件条篇个次家份项])"
    "[，、（(]占(?:比|总数|总量|全部|[^，。；0-9]{0,6})?(?P<share>[0-9]{1,3}(?:\\.[0-9]{1,2})?)[%％]"
)
_KINDS = (
    ((), _CHANGED, _of_change),
    (("率", "覆盖面"), _ALL_OF_IT, _of_all),
    ((), _TWO_SIDES, _of_two_sides),
    (("改为",), _CHANGED_INTO, _of_change_alone),
    ((), _SOME_OF, _of_part),
    ((), _CLASSED, _of_classes),
    (("占",), _MEASURED_SHARE, _of_share),
    (("率",), _REACHED, _of_reached),
    ((), _COMPARED, _of_comparison),
    ((), _CHANGED_BY, _of_growth),
    ((), _AMONG, _of_share),
)
