"""How often a thing is done and how many times in all: 每季度一次，全年6次."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from model.form.form import format_value
from model.language.numerals import AMOUNT, amount
from model.language.patterns import pattern
from model.language.sentences import spans

_COUNTED = "(?:人次|[次期例场篇条批轮个件])"
_TIMES = {
    "天": (247, 366),
    "日": (247, 366),
    "两周": (22, 27),
    "双周": (22, 27),
    "半个月": (22, 24),
    "半月": (22, 24),
    "两个月": (6, 6),
    "双月": (6, 6),
    "半年": (2, 2),
    "上、下半年": (2, 2),
    "上下半年": (2, 2),
    "季": (4, 4),
    "旬": (36, 36),
    "周": (48, 53),
    "月": (12, 12),
}
"""How many there are in a year, at least and at most; holidays leave out some weeks."""
_REGULAR = "每(?:两周|双周|半个?月|两个月|双月|个?季度?|个?月|半年|旬|周|天|日)|上、?下半年各"
_EACH = f"{_REGULAR}|按(?:季度?|月)"
_DOES = "(?:各|均|都|为|是|固定|定期|开展|组织|召开|举办|举行|发布|推送|公开|编发|印发|更新|通报|检查|进行|出)"
_PER = pattern(
    f"(?<![第至])(?P<whole>{AMOUNT})(?P<unit>{_COUNTED})(?P<open>[，（(])(?P<each>{_REGULAR}){_DOES}{{0,3}}(?P<part>{AMOUNT})(?P<same>{_COUNTED})"
    "(?=[。；）)\\n]|，[^0-9，。；]{2,30}[，。；]|$)"
)
"""So many in a year, and how many each month: no other number of the list may be added to those."""
_PER_FIRST = pattern(
    f"(?P<each>{_EACH})(?P<deed>[^，。；\\n0-9至不]{{0,10}}?)(?P<part>{AMOUNT})(?P<unit>{_COUNTED})(?P<object>[^，。；\\n0-9]{{0,14}})[，、（(]"
    f"(?P<of>(?:全年|年内|本年度?|一年|共|合计|累计|总计)[^，。；\\n0-9]{{0,8}}?)(?P<whole>{AMOUNT})(?P<same>{_COUNTED})(?=[，。；、）)])"
)
_REGULARLY = pattern(
    f"(?P<each>{_EACH})(?P<object>[^，。；\\n0-9至不多]{{2,20}})，(?P<of>(?:全年|年内|本年度?)(?:共|累计)?[一-鿿]{{2,4}}?(?:了|共)?)"
    f"(?P<whole>{AMOUNT})(?P<same>[次期])(?=[，。；、）)])"
)
"""Without saying once: 按季度公布进展，全年公布4次."""
_PERIODICAL = pattern(
    f"(?P<each>每(?:两个月|双月|个?季度?|个?月|半年)|按(?:季度?|月))(?:定期)?(?P<deed>发布|公布|公开|编发|编印|印发|编制|出刊|出版|刊发|通报|推出|制作)[^，。；\n0-9至不多各]{{0,18}}"
    f"(?:报告|简报|通报|专刊|快报|公报|月报|季报|监测|分析|报表|榜单?|红黑榜|一览表|价格|排名|动态|期刊|专报|指数|数据)[，（(](?:全年|年内|本年度?)(?:一?共|共计|累计|合计)?(?P<whole>{AMOUNT})(?P<same>期)(?=[，。；、）)]|$)"
)
"""What comes out each month or quarter, and how many issues there were."""
_ON_AVERAGE = pattern(
    f"(?<![第至])(?P<whole>{AMOUNT})(?P<unit>{_COUNTED})[，（(](?:平均(?P<each>{_EACH})|(?P<short>[月季周日]均))(?:约|为|达到?|召开|开展|举办|发布|更新|推送|有|公开|制作|发稿)?"
    f"(?P<part>[0-9]{{1,4}}(?:\\.[0-9])?|[一二两三四五六七八九十]{{1,3}})(?P<same>{_COUNTED})(?!左右|以上|多)(?=[，。；、）)])"
)
_DEED = "通报|检查|抽查|督查|巡查|调度|考评|考核|评比|评议|统计|监测|点评|讲评|自查|汇报|会商|研判|例会|小结"
_NAMED = pattern(
    f"(?:月|季度?|周)(?<![0-9一二三四五六七八九十个本当上下每各两前后第单双逐按这该][月季周])(?<![0-9一二三四本当上下每各前后第按]季度)(?:{_DEED})"
    "(?P<whole>[0-9]{1,3})(?P<same>[次期轮])(?=[，。；、）)])"
)
"""A deed that bears its frequency in its name: 月通报12期、季检查4次."""
_MONTH = "(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|[0-9]{1,2}日|[上中下]旬|[初底末])?|第?[一二三四1-4]季度"
_WHEN = pattern(
    f"(?<![第至])(?P<whole>{AMOUNT})(?P<unit>[次期场轮])(?P<open>，分别(?:安排|选择)?(?:在|于|为|是)?|[（(](?:分别)?(?:在|于|为|是)?|，时间(?:分别)?(?:在|为|是))"
    f"(?P<list>(?:{_MONTH})(?:[、和及与](?:{_MONTH}))+)(?:召开|举办|开展|进行|组织|举行|发布|印发|实施)?(?=[。；）)]|，(?!其中)[^0-9，。；]{{0,20}}[，。；])"
)
"""How often, and in which months: 全年4次，分别在1月、4月、7月和10月."""
_EACH_MONTH = pattern(_MONTH)
_FREQUENCY = pattern(
    f"每|[月季周日]均|按[季月]|下半年各|(?:月|季度?|周|半年)(?:{_DEED})[0-9]|[次期场轮](?:，分别|，时间|[（(])"
)
"""One of these is in every sentence that tells how often."""
_FILLING = pattern("全年|年内|本年度?|一年|共计?|合计|累计|总计|开展|进行|完成|组织|实施|[了计已达均为]")
_ROUNDED, _WEEKS = Decimal("0.99"), 53


def misfits(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The places of a text where a yearly number is not what the frequency beside it makes."""
    for start, end in spans(text, "sentence"):
        if _FREQUENCY.search(text, start, end):
            for read, judge in _KINDS:
                for found in read.finditer(text, start, end + 1):
                    lead = text[start : found.start()]
                    if (message := judge(found)) and not _PART_OF_YEAR.search(lead) and not _is_of_several(found, lead):
                        yield found.span(), message


_PART_OF_YEAR = pattern(
    "期间|时期|汛期|时段|季节|[0-9一二三四五六七八九十]月[^，。；]{0,3}(?:起|开始)|[上下]半年|以来|自[^，。；]{1,10}[起后]|[起后]，?$|季度起"
    "|(?:防火|高温|冰冻|采暖|供暖|旅游|招生|开学|农忙|试运行|试点|换届)[季期]?"
)
"""Before what is done so often in a part of the year only."""
_SEVERAL = pattern(f"(?P<doers>{AMOUNT})[个家]|各|每[村镇乡校站所户家店]")


def _is_of_several(found: re.Match[str], lead: str) -> bool:
    """Whether several do it so often, each as often as told: 6个村按季度公布财务，全年公布24期."""
    whole = amount(found["whole"])
    for several in _SEVERAL.finditer(lead):
        doers = amount(several["doers"]) if several["doers"] else None
        if whole is None or not doers or whole % doers == 0:
            return True
    return False


def _in_a_year(each: str) -> tuple[int, int]:
    return next(times for name, times in _TIMES.items() if name in each)


_TWICE = 2


def _is_off(whole: Decimal, each: str, part: Decimal, *, of_year: bool = True) -> bool:
    """Whether a number is not what a year has at so many each; from twice as many on, several may do it.

    What is done each week or day may be so in a part of the year, unless it is said to be of the whole of it.
    """
    least, most = _in_a_year(each)
    return part * most < whole < part * most * _TWICE or ((of_year or least == most) and whole < part * least)


def _of_each(found: re.Match[str]) -> str:
    """A yearly number beside what each quarter, month or half of the year has."""
    whole, part = amount(found["whole"]), amount(found["part"])
    of = found.groupdict().get("of")
    of_year = of is None or bool(_OF_YEAR.search(of))
    alike = found["unit"] == found["same"]
    if whole is None or part is None or not alike or not _is_off(whole, found["each"], part, of_year=of_year):
        return ""
    least, most = _in_a_year(found["each"])
    about = "约" if least < most else ""
    return f"“{found[0]}”：全年应{about}是{format_value(part * most)}{found['unit']}，请核对。"


_OF_YEAR = pattern("年")


def _of_each_first(found: re.Match[str]) -> str:
    """The same, told the other way round, of the same deed only: 每月检查一次，全年检查9次."""
    deed = _FILLING.sub("", found["of"])
    return _of_each(found) if deed in found["deed"] + found["object"] else ""


def _of_regular(found: re.Match[str]) -> str:
    """What is done each quarter or month, and how often it was: the deed said again."""
    deed, whole = _FILLING.sub("", found["of"]), amount(found["whole"])
    _, times = _in_a_year(found["each"])
    if len(deed) < _TWICE or found["each"][-1] in "周天日" or whole is None or deed not in found["object"]:
        return ""
    if not _is_off(whole, found["each"], Decimal(1)):
        return ""
    return f"“{found[0]}”：{found['each']}一{found['same']}，全年应是{times}{found['same']}，请核对。"


def _of_periodical(found: re.Match[str]) -> str:
    """What comes out each month, in more or fewer issues than a year has months."""
    whole, (_, times) = amount(found["whole"]), _in_a_year(found["each"])
    if whole is None or whole == times - 1 or not _is_off(whole, found["each"], Decimal(1)):
        return ""
    return f"“{found[0]}”：{found['each']}一期，全年应是{times}期，请核对。"


def _of_average(found: re.Match[str]) -> str:
    """A yearly number and the average of a month, however rounded."""
    whole, part = amount(found["whole"]), amount(found["part"])
    least, most = _in_a_year(found["each"] or found["short"])
    if whole is None or part is None or found["unit"] != found["same"]:
        return ""
    step = _ROUNDED if part == part.to_integral_value() else _ROUNDED / 10
    up = step / 2 if most > _WEEKS else step
    if whole / most - step <= part <= whole / least + up:
        return ""
    right = (whole / most).quantize(Decimal("0.1"))
    exact = format_value(int(right) if right == right.to_integral_value() else right)
    return f"“{found[0]}”：按全年{format_value(whole)}{found['unit']}算，平均是{exact}{found['unit']}，请核对。"


def _of_named(found: re.Match[str]) -> str:
    """A yearly number of what is done each month or quarter by its name; several may do it."""
    whole = amount(found["whole"])
    least, most = _in_a_year(found[0])
    enough = least * _MOST_LEFT_OUT if most > _MONTHS else most - (most == _MONTHS)
    if whole is None or enough <= whole <= most or whole >= most * _TWICE:
        return ""
    return f"“{found[0]}”：全年应是{most}{found['same']}，请核对。"


_MONTHS, _MOST_LEFT_OUT = 12, Decimal("0.8")


def _of_months(found: re.Match[str]) -> str:
    """How often something was done, and more or fewer months than that."""
    whole, listed = amount(found["whole"]), len(_EACH_MONTH.findall(found["list"]))
    if (
        whole is None
        or whole == listed
        or (whole > listed and "分别" not in found["open"] and "时间" not in found["open"])
    ):
        return ""
    return f"“{found[0]}”：列出的时间有{listed}个，这里写{found['whole']}{found['unit']}，请核对。"


_Judge = Callable[[re.Match[str]], str]
_KINDS: tuple[tuple[re.Pattern[str], _Judge], ...] = (
    (_PER, _of_each),
    (_PER_FIRST, _of_each_first),
    (_REGULARLY, _of_regular),
    (_PERIODICAL, _of_periodical),
    (_ON_AVERAGE, _of_average),
    (_NAMED, _of_named),
    (_WHEN, _of_months),
)
