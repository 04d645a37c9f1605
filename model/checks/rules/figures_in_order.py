"""Figures of one statement in their order that cannot all be right; what X-16 says of parts, repeats and shares."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from model.form.form import format_value
from model.language.numerals import number
from model.language.patterns import found_from, pattern
from model.language.sentences import spans

Told = tuple[tuple[int, int], str]
"""Where something is wrong in a text, and what."""

_CHINESE = "一二两三四五六七八九十百"
_BEGINS = pattern(f"(?<![0-9.{_CHINESE}])[0-9{_CHINESE}]")
_AMOUNT = pattern(
    f"(?<![0-9.第每同A-Za-z/{_CHINESE}-])(?P<value>[0-9]{{1,7}}(?:\\.[0-9]{{1,2}})?|[{_CHINESE}]{{1,5}})"
    "(?P<unit>万元|亿元|万人次|万次|万人|人次|件次|家次|个(?!月|工作日|方面|小时|百分点|季度|是|数)|[条项件处份篇种家次名人户张册块只元期场组村则批轮部位支台座本类辆所幅盏枚套节座分](?!之|钟|别|成|目|析|管|工|队))"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with its measure; `lead` are the words since the one before it, or since the statement began."""

    start: int
    end: int
    value: Decimal
    unit: str
    lead: str


def told_in_order(text: str) -> Iterator[Told]:
    """What the figures of each statement of a text contradict."""
    for start, end in spans(text, "statement"):
        found = tuple(amounts(text, start, end))
        if found:
            yield from _each(text, (start, end), found)
        if len(found) > 1:
            yield from _parts(text, found)
            yield from _grades(text, found)
            yield from _kept(text, found)
            yield from _added(text, found)


def amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """The figures of a stretch of a text, in order."""
    found, last = _all(text), start
    for index in range(bisect_left(found, start, key=lambda each: each.start), len(found)):
        each = found[index]
        if each.end > end:
            return
        yield replace(each, lead=text[last : each.start])
        last = each.end


@lru_cache(maxsize=2)
def _all(text: str) -> tuple[Amount, ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[Amount]:
    for found in found_from(_BEGINS, _AMOUNT, text):
        value = number(found["value"])
        if value is None or found["value"].startswith("00") or _COUNT_OF_PARTS.match(text, found.start("unit")):
            continue
        yield Amount(found.start(), found.end(), Decimal(value.value), found["unit"], "")


_COUNT_OF_PARTS = pattern("[项类者](?:共|合计|总计|一共)")
"""Behind a figure that only says how many parts are added up: 两项共计15部."""


def quoted(text: str, first: Amount, end: int) -> str:
    """The words from a figure, with those right before it, up to a place."""
    before = _SIGNS.split(first.lead)[-1][-_LEAD:]
    return text[first.start - len(before) : end]


_LEAD = 10
_SIGNS = pattern("[，、；：。（(）)\n]")

_ASKED = pattern(
    "发放|发出|收回|回收|收集|征集|征求|收到|参加|参与|邀请|请|走访|访问|抽查|抽检|检查|巡查|排查|发现|查出|查找|梳理|反馈|提出|调查|受理|考核|评议|听取|审核|审查|交办|打分"
    "|评价|测评|问卷|整治|通报|认定"
)
"""What a number of papers, people or problems was asked, found or looked at for."""
_OF_THEM = pattern(
    "(?:^|[，、：；（(])(?:其中|现|目前|均|全部|已|共|依法|表示|评价|评为|认为|有|实际|当场|按期|及时|年底前?|年内)*"
    "(?:回收|收回|满意|基本满意|非常满意|很满意|好评|优良|优秀|良好|合格|达标|整改|完成整改|采纳|吸收|办结|答复|解决|化解|销号|落实|改正|纠正|更正|退改|退回)"
    "(?:和良好|和合格|和满意|、良好|和基本满意|并采纳|吸收|完成|到位|了|意见|问题|建议|问卷|票|的|者|有|为|共){0,3}$"
)
_OTHER_TIME = pattern("累计|上年|往年|以前|此前|历年|结转|去年|20[0-9]{2}年|申请|次均|每|公开信息")
_RETURNED = pattern("收回|回收")
_FAR = 24


def _parts(text: str, found: Sequence[Amount]) -> Iterator[Told]:
    """More mended, satisfied or returned than there were: 回收问卷500份，满意512份."""
    for at, (whole, part) in enumerate(itertools.pairwise(found)):
        if whole.unit != part.unit or part.value <= whole.value or len(part.lead) > _FAR:
            continue
        returned = _RETURNED.search(whole.lead)
        around = whole.lead[-_FAR:] + text[whole.end : part.start]
        asked = _ASKED.search(whole.lead[-_FAR:]) or _ASKED.search(part.lead)
        apart = bool(_OTHER_TIME.search(around) or _GRADE.search(whole.lead))
        apart = apart or bool(not returned and (_OF_THEM.search(whole.lead) or _is_listed(found, at)))
        if asked and _OF_THEM.search(part.lead) and not apart:
            yield (whole.start, part.end), f"“{quoted(text, whole, part.end)}”：后一个数多于前一个，请核对。"


def _is_listed(found: Sequence[Amount], at: int) -> bool:
    """Whether a figure is one of a list, so that what follows may be of all of it: 代表19人、群众20人参加，满意38人."""
    return at > 0 and found[at - 1].unit == found[at].unit and found[at].lead[:1] in "、和及与"


_GRADE = pattern(
    "(?:^|[，、：；（(])(?:其中|评为|评出|定为|确定为?|为|得|有|被评为)*"
    "(?P<name>优秀|优良|优|良好|良|一般|中等|中|合格|不合格|基本合格|达标|未达标|较好|较差|差评|差|好评|中评|好|满意|基本满意|不满意|非常满意|很满意|较满意|比较满意"
    "|前|后|末|[一二三]等|[甲乙丙ABC][级等类]|[123一二三]星|红色|黄色|绿色|90分以上|80分以上|80分以下|已整改|整改中|未整改|已完成|正在办理|采纳|部分采纳|未采纳|赞成|反对|弃权|同意|不同意)"
    "(?:等次|档次|等|的|票|者|为|有|意见|等级|档|评价|名次)*$"
)
_GRADES_LEAST = 2


def _grades(text: str, found: Sequence[Amount]) -> Iterator[Told]:
    """More graded than there were: 对22个单位评分，优秀9个、良好11个、一般4个."""
    at = 0
    while at < len(found):
        end = at + 1
        while end < len(found) and _GRADE.search(found[end].lead):
            end += 1
        graded, whole = found[at + 1 : end], found[at]
        if len(graded) >= _GRADES_LEAST and not _GRADE.search(whole.lead) and not _is_listed(found, at):
            added = sum((each.value for each in graded), Decimal(0))
            if (
                _are_of(whole, graded)
                and added > whole.value
                and not _TIMES_TWO.search(text, whole.end, graded[-1].end)
            ):
                sums = f"分项相加是{format_value(added)}，多于{format_value(whole.value)}"
                yield (whole.start, graded[-1].end), f"“{quoted(text, whole, graded[-1].end)}”：{sums}，请核对。"
        at = max(end - 1, at + 1)


_TIMES_TWO = pattern("半年|[各每]季度|分别|每|两次|上年")
_PLACES = frozenset("名个家村位人")


def _are_of(whole: Amount, graded: Sequence[Amount]) -> bool:
    """Whether grades can be of a whole: by its measure, or 名 and 个 of villages, offices and people."""
    units = {each.unit for each in graded}
    return units == {whole.unit} or (units | {whole.unit}) <= _PLACES


_ALTOGETHER = pattern(
    "^[^，、；：（(]{0,10}[，、](?:以上|上述)?(?:[两三四]者|[两三四五]项|[两三四五]类)?(?:共计|合计|总计|一共|共)(?:有|为|是)?$"
)
_ITEM = pattern("^[^，、；：（(]{0,10}[，、][^，、；：]{0,16}$")
_OF_THE_FORM = pattern("申请|办结|答复[0-9]|予以公开|不予公开|公开[0-9]|复议|诉讼|结转|许可|处罚|强制|规范性文件")
_LEAST_PARTS = 2


def _added(text: str, found: Sequence[Amount]) -> Iterator[Told]:
    """A total behind parts with words behind them: 红色37项不公开、黄色22项限定公开，合计69项; others X-06 adds up."""
    first = 0
    for at, total in enumerate(found):
        if at and (found[at - 1].unit != total.unit or not (_ITEM.match(total.lead) or _ALTOGETHER.match(total.lead))):
            first = at
        parts = found[first:at]
        if len(parts) < _LEAST_PARTS or first or not _ALTOGETHER.match(total.lead) or total.unit == "次":
            continue
        bare = all(each.lead[:1] in "，、" for each in (*parts[1:], total))
        added = sum((each.value for each in parts), Decimal(0))
        if not bare and added != total.value and not _OF_THE_FORM.search(text, parts[0].start - _LEAD, total.end):
            message = f"“{quoted(text, parts[0], total.end)}”：相加是{format_value(added)}，请核对。"
            yield (parts[0].start, total.end), message


_HAD = pattern(
    "(?P<had>原有|已有|年初有?|上年末有?|此前有|原|现有)[一-鿿]{0,12}$|(?P<made>制发|制定|出台|印发|新发|新制发|新制定|新增|增加|新设|发布)[一-鿿“”]{0,10}$"
)
_MORE = pattern(
    "^[一-鿿]{0,4}[，、](?:又|当年|本年|年内|全年|今年)?(?:新增|增设|新建|新设|增加|添置|新添|增添|增|新购|加装|新开|开设)(?:了)?[一-鿿]{0,6}$"
)
_LESS = pattern(
    "^[一-鿿]{0,6}[，、](?:并|又|当年|本年|年内|同时)?(?:减少|撤销|关停|注销|淘汰|撤并|合并|废止|停用|拆除|关闭|核减|失效|清理|取消)(?:了)?[一-鿿]{0,6}$"
)
_NOW = pattern(
    "^[一-鿿]{0,6}[，、](?:年底|年末|现|目前|至年底|截至年底|总数|总量|，)?(?:现共有?|现有|共有?|总数达?|达到?|累计|合计|保有|存有|增至|减至)(?:有|为|达)?$"
)
_NET = pattern("^[一-鿿]{0,6}[，、]净(?P<rise>增)?(?:减)?(?:加|少)?(?:了)?$")


def _kept(text: str, found: Sequence[Amount]) -> Iterator[Told]:
    """What there was, what came and went, and what there is: 原有4块、新增2块，现共4块; 制定3件，废止2件，净增2件."""
    for at, first in enumerate(found[:-2]):
        had = _HAD.search(first.lead)
        if not had:
            continue
        sum_, last = first.value, at
        for index in range(at + 1, min(at + 4, len(found))):
            each = found[index]
            if each.unit != first.unit:
                break
            if had["had"] and _MORE.search(each.lead):
                sum_, last = sum_ + each.value, index
            elif _LESS.search(each.lead):
                sum_, last = sum_ - each.value, index
            elif last > at and index == last + 1 and (message := _now(text, first, each, sum_, made=bool(had["made"]))):
                yield (first.start, each.end), message
                break
            else:
                break


def _now(text: str, first: Amount, each: Amount, value: Decimal, *, made: bool) -> str:
    """What is wrong with the total, or with the net change, that ends such a row."""
    net, quote = _NET.search(each.lead), quoted(text, first, each.end)
    if net:
        right = value if net["rise"] else -value
        return "" if not made or right == each.value else f"“{quote}”：净增减应为{format_value(abs(value))}，请核对。"
    if made or not _NOW.search(each.lead) or value == each.value:
        return ""
    return f"“{quote}”：按前面的数应为{format_value(value)}，请核对。"


_PER = pattern(
    "每(?:个|一)?(?P<name>村|社区|期|次|组|人|户|家|块|场|处|所|站|乡镇|镇|街道|科室|股室|网格|小区|单位|部门|行政村|批|册|轮|届|名)(?:各|均|都|平均)?"
    "[^，。；、\\n0-9至不]{0,6}?$"
)
_BOUNDED = pattern("至少|不少于|不低于|以上|左右|约|近|最多|不超过|左右|原则上|余|[至到]")
_NAMES = pattern(
    "^(?:个)?(?P<name>村|社区|乡镇|镇|街道|科室|股室|网格|小区|单位|部门|行政村|期|次|组|人|户|家|块|场|处|所|站|批|册|轮|届|名)"
)
_MOST_APART = 40


def _each(text: str, span: tuple[int, int], found: Sequence[Amount]) -> Iterator[Told]:
    """So many of something with so many each are another total: 编印2期，每期600册，共1400册."""
    for at, each in enumerate(found):
        per = _PER.search(each.lead[-_FAR:])
        if not per or _BOUNDED.search(text, max(span[0], each.start - _FAR), min(span[1], each.end + 2)):
            continue
        holders = {one.value for one in found if one is not each and _is_named(text, one, per["name"])}
        totals = [one for one in (*found[max(0, at - 2) : at], *found[at + 1 : at + 2]) if one.unit == each.unit]
        totals = [one for one in totals if not _is_named(text, one, per["name"]) and "每" not in one.lead[-_FAR:]]
        if len(holders) != 1 or len(totals) != 1 or abs(totals[0].start - each.start) > _MOST_APART:
            continue
        many = holders.pop()
        right = many * each.value
        mean = "平均" in each.lead
        if many > 1 and (abs(totals[0].value - right) * 2 > many if mean else totals[0].value != right):
            first, last = sorted((totals[0], each), key=lambda one: one.start)
            product = f"{format_value(many)}与{format_value(each.value)}相乘是{format_value(right)}"
            yield (first.start, last.end), f"“{quoted(text, first, last.end)}”：{product}，请核对。"


def _is_named(text: str, amount: Amount, name: str) -> bool:
    """Whether a figure counts what the words behind 每 name: 8个社区 or 2期."""
    if amount.unit == name:
        return True
    return bool(re.match(f"(?:行政)?{name}", text[amount.end : amount.end + 6])) and amount.unit in "个家所"
