"""Counts beside one another that cannot all be right: classes that are more than the whole, each times how many."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from model.form.form import format_value
from model.language.numerals import AMOUNT, amount
from model.language.patterns import pattern
from model.language.sentences import spans

Span = tuple[int, int]

_UNITS = (
    "人次|家次|批次|部(?![门分队委级])|集(?![中体市])|台(?!账)|[个条项件处份篇家名人户张册块只期场轮次票所元卷盒批幅]"
)
_COUNTED = pattern(f"(?P<number>(?:{AMOUNT})万?)(?P<unit>{_UNITS})(?!月|小时|工作日|百分点|[级类]人)")
_ALIKE = {"名": "人", "张": "份", "票": "人", "家": "个", "处": "个", "所": "个"}
"""Measures of the same things: 45人, 43名, 43票."""


class Counted(NamedTuple):
    """A number of things and the words before it, from the number or the mark before."""

    label: str
    value: Decimal
    unit: str
    start: int
    end: int
    mark: str


def misfits(text: str) -> Iterator[tuple[Span, str]]:
    """The places of a text where counts of one sentence do not go together, with what is wrong."""
    for start, end in spans(text, "sentence"):
        counts = counted(text, start, end) if _TELLING.search(text, start, end) else []
        if len(counts) > 1:
            for judge in (_classes, _sums, _products, _among, _in_brackets):
                yield from judge(text, start, counts)


_TELLING = pattern(
    "每|[合共总]计|其中|，共|，全年|总共|一共|加起来|[优良差]|满意|[好中]评|合格|达标|一般|赞成|认可|肯定|反对|弃权|及格|采纳|否决|退回|驳回|未通过|不[彻规准]|有误|差错"
    "|[人只块轮所卷盒台批][一-鿿]{0,6}[（(]"
)
"""One of these is in every sentence that is judged: an each, a sum, a class, a bracket behind persons."""


def counted(text: str, start: int, end: int) -> list[Counted]:
    """The numbers of things in a stretch of a text, in order."""
    counts, last = list[Counted](), start
    for found in _COUNTED.finditer(text, start, end):
        value = amount(found["number"])
        if text[found.start() - 1 : found.start()] == "第" or _ONCE.match(text, found.start()):
            continue
        if value is not None:
            between = text[last : found.start()]
            label = _MARK.split(between)[-1]
            mark = between[len(between) - len(label) - 1 : len(between) - len(label)] or between[:1]
            counts.append(Counted(label, value, found["unit"], *found.span(), mark))
        last = found.end()
    return counts


_MARK = pattern("[，、；：:（(,;）)]")
_ONCE = pattern("[一二两]次(?=[^，。；、（(\\n0-9]{1,8}[0-9])")
"""At the first go, before what was counted then: 一次复查合格44次."""

# --- classes of those that were asked or examined ---

_CLASS = pattern(
    "(?:评[为价]?[“]?好[”]?|满意|优秀|优良|良好|良|优|好评|中评|差评|合格|达标|一般|较差|差|赞成|认可|肯定|反对|弃权|及格|采纳|否决|退回|驳回|未通过|不彻底|不规范|不准确|有误|差错)(?:及以上|以上)?(?:的|等次|等级|档次?|票|评价|意见|回答|者|群众|村|社区|单位)?(?:有|为|是|共|计|达)?$"
)
_CLASS_BEHIND = pattern("(?:不|基本|非常|比较|较)?(?:满意|优秀|良好|合格|达标|赞成|认可|反对|弃权)(?=[、，。；）)])")


def _is_class(counted: Counted, text: str) -> bool:
    """Whether a count is of a class, named before it or behind: 满意196份, 196份满意."""
    return bool(_CLASS.search(counted.label)) or (not counted.label and bool(_CLASS_BEHIND.match(text, counted.end)))


_JOINT = pattern("[和及与或]|以上|均|都|共")
_LOOKED_AT = pattern("评|审[查核]|核查|问卷|调查|走访|访问|考核|检查|打分|评分|测评|征求|座谈|回访|抽查|抽取|满意")
_RETURNED = pattern("(?:收回|回收|收到|有效)")
_ELSEWHERE = pattern("上年|去年|上次|累计|往年|20[0-9]{2}年")


def unit_of(each: Counted) -> str:
    """What a number counts, one word for measures of the same things."""
    return _ALIKE.get(each.unit, each.unit)


def _classes(text: str, start: int, counts: list[Counted]) -> Iterator[tuple[Span, str]]:
    """Classes that are more than those that were asked: each alone, and those that stand in one list together."""
    wholes = list[Counted]()
    run = list[Counted]()
    for each in counts:
        if not _is_class(each, text):
            wholes.append(each)
            run = []
            continue
        whole = _whole_of(each, wholes)
        run = [*run, each] if not _JOINT.search(each.label) else []
        total = sum((part.value for part in run), Decimal(0))
        if (
            whole is None
            or _is_class_itself(whole, text)
            or "每" in whole.label
            or whole.label.endswith(_TOGETHER_WITH)
            or _ELSEWHERE.search(text, whole.start - 8, each.end)
            or not _LOOKED_AT.search(text, start, each.end)
        ):
            continue
        said = f"“{text[whole.start : each.end]}”"
        more = f"多于{format_value(whole.value)}{whole.unit}，请核对。"
        if each.value > whole.value:
            yield (whole.start, each.end), f"{said}：{each.label}{format_value(each.value)}{each.unit}，{more}"
            return
        if (
            len(run) > 1
            and total > whole.value
            and len({part.label or text[part.end : part.end + 2] for part in run}) == len(run)
        ):
            yield (whole.start, each.end), f"{said}：相加是{format_value(total)}，{more}"
            return


_TOGETHER_WITH = ("和", "及", "与", "以及")
"""What is looked at besides: 9个县（市、区）和41个部门."""
_NAMED_CLASS = pattern("优秀|先进|优良|良好|好|优|一等|二等|三等|示范|达标|合格|满意")
_CLASS_NEXT = pattern("[一-鿿]{0,2}(?:优秀|先进|优良|良好|达标|合格|满意|示范)")


def _is_class_itself(whole: Counted, text: str) -> bool:
    """Whether what seems to be the whole is one of the classes: 先进8个村、达标18个村, 1个优秀、6个合格."""
    return bool(_NAMED_CLASS.search(whole.label) or _CLASS_NEXT.match(text, whole.end))


def _whole_of(part: Counted, wholes: list[Counted]) -> Counted | None:
    """Those asked of whom a class is told: what came back if that is told, otherwise the greatest number before."""
    alike = [each for each in wholes if unit_of(each) == unit_of(part)]
    back = [each for each in alike if _RETURNED.search(each.label)]
    return back[-1] if back else max(_added(alike), key=lambda each: each.value, default=None)


_NOUN = 6
"""The longest noun behind a number of a list: 12个乡镇、28个部门."""


def _added(counts: list[Counted]) -> list[Counted]:
    """The counts, those that stand in one list added up: 代表19人、群众20人."""
    added = list[Counted]()
    for each in counts:
        last = added[-1] if added else None
        if last and each.start - last.end <= len(each.label) + 1 + _NOUN and each.mark in _LISTED:
            added[-1] = each._replace(value=last.value + each.value, start=last.start)
        else:
            added.append(each)
    return added


# --- parts that are added up right behind ---

_LISTED = ("、", "和", "及", "与")
_SUM = pattern(
    "^(?:以上|上述|[两三四]者|[两三四五]类|[四两]个?季度|(?:[两三四五六七八九][类种家])?(?:渠道|平台|方面|部门|栏目|账号|活动|单位|村|社区)|各[类项][一-鿿]{1,4})?(?:合计|共计|总计|总共|加起来|一共|相加|(?<![公总])共)(?:正好|恰好|刚好)?(?:为|达|是)?(?:公开|发布|推送|更新|举办|开展)?$"
)
_NOT_PARTS = pattern(
    "(?<!依)申请|自然人|企业|法人|公民|收到|新收|结转|上年|办结|答复|予以公开|部分公开|累计|其中|分别|复议|诉讼|强制措施|维持|纠正"
)


def _sums(text: str, start: int, counts: list[Counted]) -> Iterator[tuple[Span, str]]:
    """A list of parts and, right behind it, another sum than theirs."""
    for place, whole in enumerate(counts):
        before = _without_number_of(counts[:place], whole)
        mark = whole.mark if len(before) == place else counts[place - 1].mark
        if mark not in ("，", "（", "(") or not (_SUM.search(whole.label) or _is_deed_of_all(whole, before)):
            continue
        parts = list[Counted]()
        for each in reversed(before):
            if unit_of(each) != unit_of(whole):
                break
            parts.append(each)
            if each.mark not in _LISTED:
                break
        several = counts[place - 1].value if len(before) < place else len(parts)
        if any(_NOT_ALONE.search(each.label) for each in parts) or several != len(parts):
            continue
        if parts and _ONE_MORE.search(text[start : parts[-1].start - len(parts[-1].label)][-_REACH:]):
            continue
        total = sum((part.value for part in parts), Decimal(0))
        if len(parts) < 2 or parts[0].end < whole.start - _REACH or total == whole.value:  # noqa: PLR2004
            continue
        said = text[parts[-1].start - len(parts[-1].label) : whole.end]
        if not _NOT_PARTS.search(text, parts[-1].start - len(parts[-1].label), whole.end):
            yield (parts[-1].start, whole.end), f"“{said}”：相加是{format_value(total)}{whole.unit}，请核对。"


def _is_deed_of_all(whole: Counted, before: list[Counted]) -> bool:
    """Whether the parts of a list and their sum tell of one deed: 线上培训3次、线下培训2次，全年培训6次."""
    deed = _OF_THE_YEAR.match(whole.label)
    return deed is not None and len(before) > 1 and all(each.label.endswith(deed["deed"]) for each in before[-2:])


_OF_THE_YEAR = pattern("^(?:全年|年内|本年度?)(?:一?共|共计|合计|累计)?(?P<deed>[一-鿿]{2,4})$")


def _without_number_of(counts: list[Counted], whole: Counted) -> list[Counted]:
    """The counts without the last one where it only tells how many are added up: 三个渠道共计."""
    return counts[:-1] if counts and counts[-1].end == whole.start - len(whole.label) else counts


_REACH = 16
_ONE_MORE = pattern("(?:^|[，；：。])[一-鿿（）“”]{2,14}、$")
"""Before a list of parts: one more of them, without a number: 县级中心、11个乡镇站."""
_NOT_ALONE = pattern("^(?:以及|及|和|与|另有|还有|加上)|[各每均]")
"""Before a part that goes on with a list of other measures, or that several have each: 各股室1人."""
_PERSONS = ("人", "只", "块", "轮", "票", "所", "卷", "盒", "台", "集", "批")
"""Measures of what the sums that are read with the tables leave out."""


def _among(text: str, _start: int, counts: list[Counted]) -> Iterator[tuple[Span, str]]:
    """A whole and, behind 其中, a list of parts that are more."""
    for place, whole in enumerate(counts[:-2]):
        first = counts[place + 1]
        if whole.unit not in _PERSONS or not _AMONG_THEM.match(text, whole.end, first.start):
            continue
        parts = [first]
        for each in counts[place + 2 :]:
            listed = each.mark in _LISTED or (each.mark == "，" and _OF_PERSONS.fullmatch(each.label))
            if unit_of(each) != unit_of(whole) or not listed or _SUM.search(each.label):
                break
            parts.append(each)
        total = sum((part.value for part in parts), Decimal(0))
        if len(parts) > 1 and unit_of(first) == unit_of(whole) and total > whole.value:
            said = f"“{text[whole.start : parts[-1].end]}”"
            if not _OVERLAPPING.search(text, whole.start, parts[-1].end):
                yield (
                    (whole.start, parts[-1].end),
                    f"{said}：明细相加是{format_value(total)}，多于{format_value(whole.value)}{whole.unit}，请核对。",
                )
                return


_AMONG_THEM = pattern("[一-鿿]{0,6}[，（(]其中[^，。；：]{0,20}$")
_OF_PERSONS = pattern(
    "(?:普通|一般|其他|其余|机关|基层|[县乡镇村局站所科股]级?|社区|街道)?(?:干事|干部|人员|职工|教师|民警|辅警|医护|代表|群众|居民|村民|学生|领导|工作人员|[一-鿿]{0,3}(?:员|长|主任|书记|经办人|负责人|联络人))(?:有|为|各)?"
)
"""A kind of persons alone, as a part of those named before."""
_OVERLAPPING = pattern("兼|以上|专职|女|党员|次|中级|高级|本科|持证|新任|岁")


def _in_brackets(text: str, _start: int, counts: list[Counted]) -> Iterator[tuple[Span, str]]:
    """A number of things and, in brackets behind it, all of them by their places: 3块（东门1块、南门1块）."""
    for place, whole in enumerate(counts[:-2]):
        opened = _OPENED.match(text, whole.end) if whole.unit in _PERSONS else None
        if not opened:
            continue
        closed = text.find(text[opened.end() - 1].translate(_CLOSING), opened.end())
        parts = [each for each in counts[place + 1 :] if each.end <= closed]
        if len(parts) < 2 or parts[-1].end != closed or not all(_is_named_part(each, whole) for each in parts):  # noqa: PLR2004
            continue
        total = sum((part.value for part in parts), Decimal(0))
        if total > whole.value or (total < whole.value and whole.unit not in _PEOPLE):
            said = f"“{text[whole.start : closed + 1]}”"
            yield (whole.start, closed + 1), f"{said}：相加是{format_value(total)}{whole.unit}，请核对。"
            return


def _is_named_part(part: Counted, whole: Counted) -> bool:
    name = _PERSONS_NAMED if whole.unit in _PEOPLE else _NAME
    return unit_of(part) == unit_of(whole) and bool(name.fullmatch(part.label)) and part.mark in _JOINED


_JOINED = ("、", "和", "及", "与", "，", "（", "(")
_OPENED, _NAME = pattern("[一-鿿]{0,6}[（(]"), pattern("(?!其中|含|包括|主要|重点|如|另|兼|女|党员|新)[一-鿿A-Z]{1,10}")
_PERSONS_NAMED = pattern(
    "(?!其中|含|包括|如|另|兼|女|党员|新|应|实|请假|缺|原)[一-鿿]{0,6}(?:代表|干部|群众|村民|居民|员(?<!党员)|长|师|民警|职工|学生|人员|人士|领导|主任|书记|负责人)"
)
_CLOSING = str.maketrans("（(", "）)")
_PEOPLE = ("人", "票", "批", "轮")
"""Measures of those who may be told of only in part."""

# --- so many, and so much for each of them ---

_EACH = pattern("^(?:平均)?每(?:一)?(?:个)?(?P<thing>[一-鿿]{1,4}?)(?:各|平均|有|设|配备|明确|安排|发放?|补助|不?)$")


def _products(text: str, _start: int, counts: list[Counted]) -> Iterator[tuple[Span, str]]:
    """So many things, so much for each, and another whole than that makes."""
    for place, each in enumerate(counts):
        thing = _EACH.match(each.label) or _EACH_ALONE.match(each.label)
        if not thing or thing["thing"] in _TIMES_OF_YEAR:
            continue
        many = next((m for m in reversed(counts[max(0, place - 2) : place]) if _is_of(m, thing["thing"], text)), None)
        if many is None:
            yield from _indivisible(text, counts, place, thing["thing"])
            continue
        wholes = [
            w
            for w in counts[max(0, place - 2) : place + 2]
            if w is not many and w is not each and unit_of(w) == unit_of(each)
        ]
        if _AVERAGE.search(each.label) and wholes and _is_rounded(wholes, many, each):
            continue
        behind = [w for w in wholes if w.start > each.start and _TOTAL.match(w.label)]
        before = [w for w in wholes if w.start < each.start]
        for whole in behind or before[-1:]:
            if whole.value != many.value * each.value and whole.value > each.value:
                begin, end = min(many.start, whole.start), max(whole.end, each.end)
                right = format_value(many.value * each.value)
                yield (begin, end), f"“{text[begin:end]}”：应是{right}{each.unit}，请核对。"
                return


_AVERAGE = pattern("平均|约")


def _is_rounded(wholes: list[Counted], many: Counted, each: Counted) -> bool:
    """Whether a mean is that of one of some numbers, rounded or cut off: 104场，接待6800人，平均每场65人."""
    return any(abs(whole.value - many.value * each.value) < many.value for whole in wholes)


_EACH_ALONE = pattern("^每(?:一)?(?:个)?(?P<thing>[一-鿿]{1,4})$")
_SHARED_OUT = pattern(
    "^(?:行政|自然)?村(?:（社区）|\\(社区\\))?|^社区|^街道|^乡镇|^镇街|^[县区市乡镇校班组站]$|^学校|^单位|^部门|^[科股处]室|^企业|^网格|^网点|^站点|^窗口|^小区"
)


def _indivisible(text: str, counts: list[Counted], place: int, thing: str) -> Iterator[tuple[Span, str]]:
    """So many in all, and so many for each, which leaves some over: 培训203人，每村2人."""
    each = counts[place]
    whole = counts[place - 1] if place else None
    if whole is None or unit_of(whole) != unit_of(each) or each.mark not in ("，", "（", "(") or each.value <= 1:
        return
    if each.start - whole.end - len(each.label) > 1 or not _SHARED_OUT.match(thing) or not whole.value % each.value:
        return
    if not _ENDS.match(text, each.end) or whole.value <= each.value or _MEAN.search(each.label):
        return
    said = (
        f"“{text[whole.start : each.end]}”：{format_value(whole.value)}不是{format_value(each.value)}的整数倍，请核对。"
    )
    yield (whole.start, each.end), said


_ENDS = pattern("(?:[。；）)\n]|，(?!另|其余|加|外加|还|再|镇|县|区|乡|机关)|$)")
_MEAN = pattern("平均|约|至少|不少于|最[多少]")
_TIMES_OF_YEAR = ("月", "季", "季度", "周", "年", "天", "日", "半年", "次", "人", "条")
_TOTAL = pattern("^(?:共|合计|共计|总计|总共|累计)")


def _is_of(many: Counted, thing: str, text: str) -> bool:
    """Whether a count is one of the things: 8个社区 of 社区, 2期 of 期."""
    return many.unit == thing or text.startswith(thing, many.end)
