"""Announced sums: 共12条，其中政策8条、解读4条; 分别为8条、4条; 政策8条、解读4条，共计12条."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from model.language.patterns import pattern
from model.language.sentences import has_end
from model.prose.figures import Figure, Sum
from model.prose.places import FAR, Text
from model.prose.tokens import COUNT_UNITS, MONEY, Token

_STOP = pattern(
    r"[。！？；\n]|其中|分别|依次|[，、](?:不?含|包括)|另外|此外|另有|同时|较|比|同比|办结|(?<![议案信])答复|结转|收到|受理|占(?![道地用])|率|(?<!公)共"
)
_AMONG = pattern(
    r"[，、(]?(?:其中|包括|含)|[，、(：](?:通过|以|经)?(?:网络|网上|线上|在线|互联网|信函|邮寄|当面|现场(?!整改|检查|指导|反馈|督导|纠正|解答|答疑|发现|办公)|窗口)[一-鿿]{0,4}(?:提交|申请|递交|渠道|方式)?"
)
_NAMED_PARTS = pattern("其中|包括|含")
_RESPECTIVELY = pattern("分别(?:(?:为|是|有|达到|发布|公开)?|(?:为|是)[一-鿿]{2,8})$")
_OTHER_DEED = pattern("发布|公开|公布|收到|办理|制发|推送|开设|召开|印发|(?<![益他会社])组织|开展|平台|举办|受理|答复")
"""Words that tell of something else than what the total before them counts."""
_JOINED = pattern(r"[、，和及与]|以及")
_EACH = pattern(
    "(?:^|(?<=[，；：。(0-9件条份项篇次个]))(?P<things>(?![件条份项篇次个期])[一-鿿、]{0,30})各(?:有|为|占|自)?$"
)
"""What has so many each, right before the figure."""
_ALTOGETHER = pattern(
    r"[，、]?(?:现|[两三四]者|[两三四]项|以上|[两三四五][类者]|季度|渠道|方面|平台)?(?:共计|合计|总计|一共|共|(?:相加|之和|加起来)(?:正好|恰好|刚好|恰|正)?(?:为|是|等于)?)$"
)
_EVERY = pattern("每[^，。；、(0-9]{1,8}$")
"""Before what every month or village has, which is no part."""
_HAS_EACH = pattern("各(?:有|为|占|自)?$")
"""Before a figure that each of several has: it is no total."""
_EXTREME = pattern("最[高多大低少长短]|平均|单[条篇期次]|人均")
"""Of one of them, or of each: no part of the total."""
_YEAR = pattern("20[0-9]{2}年|上一?年|去年|前年")
_REST = pattern("[，、](?:其他|其它|其余)(?!处理)[^，。；、0-9中里]{0,8}$")
"""Before the last part: the list is one of all there is."""
_BEFORE_MANY = pattern("，[一-鿿]{0,6}")
"""Between a total and how many parts it has: 96次，东西南北四个社区分别为…."""
_NUMBERING = pattern("^[（(]?[0-9]{1,2}[）).、．]")
_ALL_THERE_IS = pattern(
    "[(：](?!其中|包括|含|如|主要|截至|另有|另外|还有|此外|不含|除)|，即(?![可将便为每各按])|，由(?!于)|，(?:共|具体|可)?分(?:为|成)|[，；]?(?:按|分)[一-鿿]{1,8}(?:计|分|看|统计|划分|来看)?："
)
"""What opens a list of all the parts of a total: 41篇（负责人解读9篇、图文解读32篇）, 367条，按类别计：…."""
_GOES_ON = pattern("[。；]\n?(?=其中)")
"""Behind a total, before 其中 that tells of it in a statement of its own."""
_ASIDE = pattern(
    "[，(](?:信息|数量|总数|总量|其数量)?(?:同比|环比|(?:较|比|与|同)(?:上一?年|去年|20[0-9]{2}年))[^。；\\n]{1,36}?(?=[。；]\\n?(?:其中|按|从))"
)
"""A comparison right behind a total, before its parts: 76条，同比增加11条。其中工作动态41条."""
_BY_KIND = pattern("[，。；：]\\n?(?:按照?|从)[一-鿿“”]{1,10}?(?:分类?|看|来看|计|统计|划分)[，：]")
"""What opens a list that divides a total by one of its marks: 147条信息，按渠道分，网站96条、公众号51条."""
_ON_ITS_OWN = pattern(
    "(?:政府|公开|各类|主动){0,3}(?:信息|文件|稿件|消息|推文|内容)?[，。；：]\\n?(?:按|从)[^，：。；]{1,16}[，：][^，：。；]{1,20}$"
)
_REST_OF = pattern("(?:其余|余下|剩余|剩下|其他|另外)的?$")
_REST_IS = pattern("(?:申请)?(?:，|里，|中，|当中，)?(?:分别)?(?:为|是|系|属于?|：|，)(?!其中|包括|含|如|主要)")
"""Around what is left of a total, before a list of all that it is: 其余4件为内部事务信息1件、不掌握3件."""
_CLOSED = {
    "(": pattern("\\)"),
    "：": pattern("[。；\n]|$"),
    "为": pattern("[。；\n]|$"),
    "，": pattern("(?:等)?(?:组成|构成)"),
    "即": pattern("[。；\n]|$"),
}
"""What must stand behind the last part then."""
_KINDS = frozenset(("类", "项", "者"))
_SIGNS = frozenset(("，", "、"))
_PIECES = frozenset(("条", "期", "篇", "则", "次", "份", "部", "集", "幅"))
_LONGEST_JOINT = 40
_LONGEST_CHAIN = 24
"""The most parts that a total is compared with."""
_COUNTABLE = COUNT_UNITS | {
    "篇",
    "期",
    "场",
    "人次",
    "万元",
    "元",
    "幅",
    "则",
    "家",
    "处",
    "名",
    "户",
    "册",
    "张",
    "位",
}


def sums(text: Text, figures: tuple[Figure, ...]) -> Iterator[Sum]:
    """The sums of a text whose figures, one for each token, are given."""
    for index, token in enumerate(text.tokens):
        if token.unit in _COUNTABLE and figures[index].kind == "count":
            if every := _all_behind(text, figures, index):
                parts, exhaustive = every, True
            elif behind := _parts_behind(text, index):
                parts, exhaustive = behind
            else:
                parts, exhaustive = tuple(_chain_before(text, index)), True
            if counted := _as_often_as_told(text, parts):
                yield _sum(figures, index, counted, exhaustive)


def _as_often_as_told(text: Text, parts: Sequence[int]) -> tuple[int, ...]:
    """The parts, one of several things that have so many each as often as there are things: 信访和重复申请各1件.

    None of them where it is not told how many things there are.
    """
    counted: list[int] = []
    for part in parts:
        found = _EACH.search(text.plain.text, max(0, text.tokens[part].start - _LONGEST_JOINT), text.tokens[part].start)
        things = len(_JOINED.findall(found["things"].strip("、，和及与"))) + 1 if found else 1
        start = max(0, text.tokens[part].start - _LONGEST_JOINT)
        if (found and things == 1) or _EVERY.search(text.plain.text, start, text.tokens[part].start):
            return ()
        counted += [part] * things
    return tuple(counted)


def _sum(figures: tuple[Figure, ...], total: int, parts: Sequence[int], exhaustive: bool) -> Sum:  # noqa: FBT001
    ends = [figures[each].span for each in (total, *parts)]
    span = min(start for start, _ in ends), max(end for _, end in ends)
    return Sum(span, figures[total], tuple(figures[each] for each in parts), exhaustive)


def _parts_behind(text: Text, index: int) -> tuple[tuple[int, ...], bool] | None:
    """The parts that follow a total with 其中 or 分别为, and whether they are said to be all."""
    words, total = text.plain.text, text.tokens[index]
    aside = _ASIDE.match(words, total.end)
    begin = aside.end() if aside else total.end
    following = bisect_left(text.token_places, begin)
    if following + 1 < len(text.tokens) and _BEFORE_MANY.fullmatch(words, begin, text.tokens[following].start):
        following += _tells_how_many(text, following) and text.tokens[following].unit == "个"
    each = _HAS_EACH.search(words, max(0, total.start - _NEAR), total.start)
    if each or following >= len(text.tokens) or not (opening := _opening(words, begin, text.tokens[following])):
        return None
    first = text.tokens[following]
    among, between = opening
    if index and among and first.unit == total.unit == text.tokens[index - 1].unit:
        before = words[text.tokens[index - 1].end : total.start]
        if _joint(before) == "、" and "共" not in before:
            return None
    if (total.unit in MONEY) != (first.unit in MONEY) or first.unit not in _COUNTABLE:
        return None
    foreign = among and first.unit != total.unit and not _NAMED_PARTS.search(between)
    if foreign or _EXTREME.search(between) or (not among and _YEAR.search(between)):
        return None
    chain = _chain(text, following, inside=between.startswith("("))
    if _BY_KIND.search(between):
        more = any(_more(text.tokens[each], total) for each in chain)
        return None if more else _divided(text, index, chain)
    apart = bool(_GOES_ON.match(words, begin)) and (
        len(chain) == 1 or first.unit != total.unit or any(_more(text.tokens[each], total) for each in chain)
    )
    return None if apart or _is_told_again(text, index, chain) else _named_or_apart(text, chain, between, among=among)


def _is_told_again(text: Text, index: int, chain: tuple[int, ...]) -> bool:
    """Whether the parts only say once more what the figures before them said: 三件…，一件…，分别为3件和1件."""
    before = text.tokens[max(0, index + 1 - len(chain)) : index + 1]
    values = [each.value.value if each.value else None for each in (*before, *(text.tokens[one] for one in chain))]
    return len(chain) > 1 and values[: len(before)] == values[len(before) :]


def _divided(text: Text, index: int, chain: tuple[int, ...]) -> tuple[tuple[int, ...], bool] | None:
    """The parts of a list by one mark, at least two of the measure of the total; all there is where it ends so.

    The total is the first figure of that measure in its sentence.
    """
    total, last = text.tokens[index], text.tokens[chain[-1]]
    start = bisect_left(text.token_places, text.sentence(total.start)[0])
    if len(chain) == 1 or last.unit != total.unit or any(each.unit == total.unit for each in text.tokens[start:index]):
        return None
    return chain, bool(_REST.search(text.plain.text, text.tokens[chain[-2]].end, last.start))


def _more(part: Token, total: Token) -> bool:
    """Whether a figure is too large for a part of another: then that is not its total."""
    return part.value is not None and total.value is not None and part.value.value > total.value.value


def _named_or_apart(
    text: Text, chain: tuple[int, ...], between: str, *, among: bool
) -> tuple[tuple[int, ...], bool] | None:
    """The parts behind 其中, or behind 分别为 where there are several; those are all unless 等 says otherwise."""
    several = len(chain) > 1
    respectively = bool(_RESPECTIVELY.search(between)) and (among or not _OTHER_DEED.search(_OF_PARTS.sub("", between)))
    if not among and not (respectively and several):
        return None
    words, last = text.plain.text, text.tokens[chain[-1]]
    with_rest = several and bool(_REST.search(words, text.tokens[chain[-2]].end, last.start))
    open_ended = "等" in between or words[last.end : last.end + 1] == "等"
    return chain, (respectively or with_rest) and not open_ended and several and not _LARGEST.search(between)


_OF_PARTS = pattern("(?<=分别)[为是](?:予以|部分|不予)公开$")
"""Behind 分别, the name of the first part, which is no deed."""
_LARGEST = pattern("集中|[较最居]多|最大|突出|主要|前[两三]")
"""Between a total and parts that are only the largest of it: 121条，比较集中的是安置和优抚，分别为37条和41条."""


def _all_behind(text: Text, figures: Sequence[Figure], index: int) -> tuple[int, ...]:
    """The list behind a total that is opened and closed as one of all its parts: 41篇（解读9篇、图文32篇）.

    Parts that the form counts are left out: an office may name only the larger ones.
    """
    words, total = text.plain.text, text.tokens[index]
    if index + 1 == len(text.tokens) or not (opening := _opening(words, total.end, text.tokens[index + 1])):
        return ()
    between = opening[1]
    if _REST_OF.search(words, max(0, total.start - _NEAR), total.start):
        return _rest_behind(text, index, between)
    opened = _ALL_THERE_IS.match(between)
    if not opened or text.tokens[index + 1].unit != total.unit:
        return ()
    chain = _chain(text, index + 1, inside=between.startswith("("))
    if _YEAR.search(words, total.end, text.tokens[chain[-1]].start):
        return ()
    closed = _CLOSED["，" if "由" in opened[0] else opened[0][-1].replace("成", "为")].match(
        words, text.tokens[chain[-1]].end
    )
    if not closed or len(chain) == 1:
        return ()
    with_rest = _REST.search(words, text.tokens[chain[-2]].end, text.tokens[chain[-1]].start)
    return chain if with_rest or not any(figures[each].meanings for each in chain) else ()


_NEAR = 6


def _rest_behind(text: Text, index: int, between: str) -> tuple[int, ...]:
    """The list of all that the rest of a total is, up to the end of its statement."""
    if not _REST_IS.match(between) or text.tokens[index + 1].unit != text.tokens[index].unit:
        return ()
    chain = _chain(text, index + 1, inside=False)
    closed = _CLOSED["为"].match(text.plain.text, text.tokens[chain[-1]].end)
    return chain if closed and len(chain) > 1 else ()


def _opening(words: str, begin: int, first: Token) -> tuple[bool, str] | None:
    """Whether 其中 stands right behind the total and what is told aside, and the words up to its first part."""
    between = _GOES_ON.sub("，", words[begin : first.start])
    if _GOES_ON.match(words, begin):
        return (True, between) if len(between) < _LONGEST_JOINT and "。" not in between else None
    if len(between) > 60:  # noqa: PLR2004
        return None
    if _BY_KIND.search(between):
        return (False, between) if _ON_ITS_OWN.match(between) else None
    if has_end(words, "statement", begin, first.start):
        return None
    among = _AMONG.match(re.sub("^[一-鿿]{0,14}(?=，|\\(|其中)", "", between))
    return bool(among), between


def _chain(text: Text, first: int, *, inside: bool) -> tuple[int, ...]:
    """Figures of one measure that follow each other by one and the same sign, from a first one on."""
    chain, sign = [first], ""
    words, found = text.plain.text, text.tokens
    depth_end = words.find(")", found[first].end) if inside else -1
    while (following := chain[-1] + 1) < len(found) and len(chain) < _LONGEST_CHAIN:
        joint = _joint(words[found[chain[-1]].end : found[following].start])
        if joint is None or found[following].unit != found[first].unit or (sign and joint != sign):
            break
        if depth_end >= 0 and found[following].start > depth_end:
            break
        sign = joint
        chain.append(following)
    return tuple(chain)


def _joint(between: str) -> str | None:
    """The sign that joins two figures of a list; None when other things stand between them."""
    return _short_joint(between) if len(between) <= _LONGEST_JOINT else None


@lru_cache(maxsize=256)
def _short_joint(between: str) -> str | None:
    found = _JOINED.match(between.lstrip("的"))
    if not found or _STOP.search(between) or "(" in between or ")" in between:
        return None
    rest = between[found.end() :]
    if "，" in rest or "、" in rest:
        return None
    return "，" if found[0] == "，" else "、"


def _chain_before(text: Text, index: int) -> range:
    """At least two figures that a total behind them adds up; before 合计 may stand how many they are: 三类合计."""
    words, found = text.plain.text, text.tokens
    last = index - 1
    if index > 2 and _tells_how_many(text, last) and words[found[last - 1].end : found[last].start] in _SIGNS:  # noqa: PLR2004
        last -= 1
    if last < 1 or not _ALTOGETHER.fullmatch(words[found[index - 1].end : found[index].start]):
        return range(0)
    first, sign = last, ""
    while first > max(0, last + 1 - _LONGEST_CHAIN):
        joint = _joint(words[found[first - 1].end : found[first].start])
        if joint is None or (sign and joint != sign) or not _alike(found[first - 1], found[index]):
            break
        sign, first = joint, first - 1
    first += bool(_THESE.search(words, max(0, found[first].start - _NEAR), found[first].start))
    alone = _alike(found[last], found[index]) and first < last
    starts_sentence = alone and not re.search(r"[0-9]", _THESE_ALL.sub("", _before_in_sentence(text, found[first])))
    many = _SO_MANY.match(words, found[last].end)
    told = alone and many is not None and _NUMERALS.index(many["many"]) == last + 1 - first
    return range(first, last + 1) if starts_sentence or told else range(0)


_SO_MANY = pattern("[件份条项篇次个]*[，、](?P<many>[两三四五])(?:者|项|类|个季度|个渠道|个方面|个平台)")
_NUMERALS = "零一两三四五"
"""How many are added up, said before their total: 许可12件，其中食品8件、药品3件，两者合计11件."""
_IN_PARTS = ("季度", "渠道", "方面", "平台", "社区", "村", "乡镇", "街道", "科室", "股室", "部门", "单位", "站所")


def _tells_how_many(text: Text, index: int) -> bool:
    """Whether a figure is how many the others are: 三类, 四个季度."""
    token = text.tokens[index]
    return token.unit in _KINDS or (token.unit == "个" and text.plain.text.startswith(_IN_PARTS, token.end))


_THESE = pattern("(?:以上|上述|前述|这)的?$")
_THESE_ALL = pattern("^(?:以上|上述|前述|这)的?[0-9]{1,6}[件份宗](?:申请)?[中里]?，")
"""The number of those told of before, which is divided: 以上10件，公开3件、不掌握2件、信访类5件，合计10件."""


def _alike(one: Token, other: Token) -> bool:
    """Whether two figures are of one measure, or of pieces that are added up all the same: 公报6期、任免18条."""
    return one.unit == other.unit or (one.unit in _PIECES and other.unit in _PIECES)


def _before_in_sentence(text: Text, token: Token) -> str:
    start = max(text.sentence(token.start)[0], token.start - FAR)
    words = _NUMBERING.sub("", text.plain.text[start : token.start].rpartition("；")[2])
    return re.sub(r"20[0-9]{2}年|1月1日|12月31日", "", words)


_PARTS, _WHOLES = ("applicant", "result"), ("received", "concluded")
_LONGEST_LIST = 12


def whole_before(figures: Sequence[Figure]) -> Figure | None:
    """The figure that the last of some figures of a sentence and those before it add up to.

    新收49件，其中自然人42件、商业企业6件、法律服务机构1件: 比上年增加5件 behind it is most likely said of the 49.

    Args:
        figures: the figures so far, in order.
    """
    matter, added, parts = figures[-1].matter if figures else "", 0, 0
    for figure in reversed(figures[-_LONGEST_LIST:] if matter in _PARTS else ()):
        if figure.unit in ("%", "％"):
            continue
        if figure.kind != "count" or not isinstance(figure.value, int):
            return None
        if figure.matter in _WHOLES:
            return figure if parts > 1 and figure.value == added else None
        if figure.matter != matter:
            return None
        added, parts = added + figure.value, parts + 1
    return None
