"""One number told twice beside itself: corrected in brackets, taken up again as all of them, or run on."""

import re
from collections.abc import Callable, Iterator

from model.form.form import format_value
from model.language.numerals import AMOUNT, amount
from model.language.patterns import pattern

_MEASURE = "[个条项件处份篇家名人户张册块只次场期卷部批幅本](?!次)"
_FIGURE = "[0-9](?<![0-9.,][0-9])[0-9,]{0,8}(?:\\.[0-9]{1,2})?"


def misfits(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The places of a text where one number stands twice, differently, with what is wrong."""
    for gate, read, judge in _KINDS:
        if gate.search(text):
            for found in read.finditer(text):
                if message := judge(found, text):
                    yield found.span(), message


_CORRECTED = pattern(
    f"(?P<one>{_FIGURE})(?P<unit>{_MEASURE})(?![的中内])[^，。；、（(\\n0-9]{{0,6}}[（(，]"
    "(?P<why>(?:加上[^，。；\\n0-9]{1,12}，)?(?:年[末底]|现|后|经|据|按|另据|重新){0,3}"
    "(?:(?:复核|核实|核对|核查|核定|统计|清点|清查|盘点|台账|档案|后台|更正|修正|实际)[^，。；、\\n0-9]{0,6}?(?:为|是|应为|应是|显示)"
    "|(?:实为|应为|应是)|(?:年[末底])?(?:复核|核实|清点|盘点)(?:数|后)?))"
    f"(?P<two>{_FIGURE})(?P<same>{_MEASURE})"
)
_CORRECTING = pattern(
    "复核|核实|核对|核查|核定|统计|清点|清查|盘点|台账|档案|后台|系统|登记|更正|修正|实际|实有|实为|应为|应是"
)
_PART = pattern("其中|新增|增加|减少|通过|不|未|合格|发现|纠正|整改|录入|上传|归集|接入|入库|入驻|对接|联通|处理|查看")


def _of_correction(found: re.Match[str], _text: str) -> str:
    """A number, and in brackets or behind a comma what it is by another count."""
    if found["unit"] != found["same"] or amount(found["one"]) == amount(found["two"]) or _PART.search(found["why"]):
        return ""
    return f"“{found[0]}”：同一个数写了两个，请核对后只留一个。"


_ALL_OF_THEM = pattern(
    f"[，、](?P<two>{AMOUNT})(?P<same>{_MEASURE})(?P<again>[^，。；、\\n0-9]{{0,6}}?)"
    "(?:全部|全都|均|都(?!是)|悉数|一律|有效|合格|评[为价]|打出|给出|投出|表示|认为)"
)
_THEM = pattern(f"(?P<one>{AMOUNT})(?P<unit>{_MEASURE})(?P<thing>[^，。；、（(\\n0-9]{{0,8}})$")
_ADDED = pattern("(?:加上|连同|算上|外加|并上)[^，。；\\n]{1,30}$")
"""Before all of them with those added: 加上2023年的1件，16件全部办结."""
_ALL = pattern("全部|全都|均|都|悉数|一律|有效|合格|评[为价]|[打给投]出|表示|认为")


def _of_all(found: re.Match[str], text: str) -> str:
    """So many, and behind a comma more of them than that, as all of them."""
    before = _SENTENCE.split(text[max(0, found.start() - 2 * _BACK) : found.start()])[-1]
    them = _THEM.search(before)
    one, two = amount(them["one"]) if them else None, amount(found["two"])
    if _ADDED.search(before):
        return ""
    if not them or one is None or two is None or them["unit"] != found["same"] or two <= one:
        return ""
    if "评为" in them["thing"] or _A_CLASS.search(them["thing"]):
        return ""
    again = found["again"].strip("已也则")
    if again and again not in them["thing"]:
        return ""
    if _NOT_THE_SAME.search(before + found[0]) or _ANOTHER.search(before[max(0, them.start() - _BACK) : them.start()]):
        return ""
    return f"“{them[0]}{found[0]}”：后一个数多于前一个，请核对。"


_A_CLASS = pattern("优秀|先进|优良|良好|达标|合格|满意|示范|较差")
"""Of the first number: 1个优秀、6个合格."""
_NOT_THE_SAME = pattern("申请|结转|上年|去年|累计|历年|合计|复议|诉讼")
_SENTENCE = pattern("[。；\\n]")
_ANOTHER = pattern(f"[0-9一二两三四五六七八九十]{_MEASURE}|第$|至$|[每各][^，；\\n]{{1,12}}$")

_CHANGED = pattern(
    f"(?:清理|关停|注销|整合|压减|减少|精简|撤销|撤并|合并|取消|归并|关闭|(?P<more>新增|增加|增设|新建|净增))[^，。；、\\n0-9]{{0,20}}(?P<by>{AMOUNT})(?P<unit>{_MEASURE})"
    f"[，（(](?:总数|总量|数量|保有量|全[县市区镇乡省州旗])?由(?:原来的?|上年的?|年初的?)?(?P<from>{AMOUNT})(?P<same>{_MEASURE})?"
    f"[^，。；\\n0-9]{{0,6}}(?P<verb>减少|增加|减|增|压缩|压减|缩减|精简|扩大|扩|降|升|变|调整|整合)(?:至|到|为|成)(?P<to>{AMOUNT})(?P<last>{_MEASURE})"
)
_FROM = pattern("[，（(][^，。；\\n0-9]{0,6}由")


def _of_change(found: re.Match[str], _text: str) -> str:
    """By how many there are more or fewer, and from what to what."""
    by, before, now = amount(found["by"]), amount(found["from"]), amount(found["to"])
    if (
        by is None
        or before is None
        or now is None
        or len({found["unit"], found["same"] or found["last"], found["last"]}) > 1
    ):
        return ""
    right = now - before if found["more"] else before - now
    if right == by or right <= 0:
        return ""
    return f"“{found[0]}”：两数相差{format_value(right)}{found['unit']}，前面写{found['by']}{found['unit']}，请核对。"


_RUN_ON = pattern(
    f"(?P<one>{_FIGURE})(?P<unit>{_MEASURE})(?P<joint>[，、；])(?P<said>[一-鿿]{{0,10}}?)(?P<two>{_FIGURE})(?P<same>(?P=unit))(?!次)(?=[，。；、）)\\n]|$)"
)
_BRACKET = pattern("[个条项件处份篇家名人户张册块只次场期卷部批幅][（(]")
_TWO = pattern("[0-9][个条项件处份篇家名人户张册块只次场期卷部批幅本][，、；]")
_EACH_OF_THEM = pattern(
    "分别|各|依次|前者|第[一二三四]|季度|[0-9一二三四]月|上年|去年|年|比|较|其中|由|从|[增减升降]|至|到|和|与|及"
)
_LISTED, _MARK, _IGNORED = pattern("分别|依次|各"), pattern("[，。；、：:\\n（(]"), pattern("全年|20[0-9]{2}年(?:度)?")
_WORDS_OF_SUM = pattern(
    "^(?:全年|本年度?|年内|实际|实有|共计?|累计|总计|合计|一共|现|已){0,3}|(?:全年|本年度?|年内|共计?|累计|总计|合计|一共|了|总数|总量){0,3}$"
)
_BACK, _LONG = 24, 4
_OF_THE_YEAR = pattern(
    "^(?:全年|本年度?|年内|一年|今年)(?:内|来|里)?(?:一?共|累计|总共|合计|共计|总计)*|^(?:一共|总共|共计|合计|总计)"
)
_DEED_WORDS = pattern(
    "^(?:[我本][局委厅镇乡办院]|街道|全年度?|本年度?|年内|今年|当年|20[0-9]{2}年度?|共计?|累计|先后|已|还|并|定期|组织|开展|进行|完成|实施)+|(?:工作|活动|情况)?(?:共计?|累计|一共|达|了)*$"
)
_NARROW = pattern(
    "专项|专题|重点|联合|集中|现场|实地|书面|随机|第三方|日常|其中|上半年|下半年|季度|[0-9]月|牵头|参加|另|又|再|新|首|不定期|线上|线下|网上|分别|各|每|上年|去年|[到至]$"
)


def _is_near(one: str, other: str) -> bool:
    """Whether two numbers are different, but not more than by one, or by a fifth."""
    first, last = amount(one), amount(other)
    if first is None or last is None or first == last:
        return False
    return abs(first - last) <= 1 or abs(first - last) * 5 <= max(first, last)


def _same_deed(before: str, said: str) -> bool:
    """Whether the second of two numbers is of the whole year, of just what the first tells: 督查4次，全年督查5次."""
    if not _OF_THE_YEAR.match(said) or _NARROW.search(before):
        return False
    one, two = _DEED_WORDS.sub("", before), _DEED_WORDS.sub("", _OF_THE_YEAR.sub("", said))
    return len(one) > 1 and one == two


def _of_run_on(found: re.Match[str], text: str) -> str:
    """Two numbers of one thing that differ by a slip: 推文703篇，全年推文730篇; 信息1,116条、1,161条."""
    if found["unit"] != found["same"]:
        return ""
    window = text[max(0, found.start() - _BACK) : found.start()]
    alone = _ALTOGETHER.match(found["said"]) and not _NUMBERED.search(window) and not _EACH.search(window)
    if alone and _is_near(found["one"], found["two"]):
        return f"“{found[0]}”：同一个数写了两个，请核对后只留一个。"
    if _is_near(found["one"], found["two"]) and _same_deed(_MARK.split(window)[-1], found["said"]):
        return f"“{found[0]}”：同一件事全年的数前后写了两个，请核对后只留一个。"
    return _of_slip(found, window) if _is_slip(found["one"], found["two"]) else ""


_ALTOGETHER = pattern("(?:一共|总共|共计?|合?计|总计)(?:有|为|是)?$")
_EACH = pattern("[各每均][^，。；\n]{0,6}$")
_NUMBERED = pattern(f"[0-9]{_MEASURE}[^。；\\n]{{0,30}}$")


def _of_slip(found: re.Match[str], window: str) -> str:
    """Two numbers that are one but for a slip, beside each other, with the words before them."""
    before = _IGNORED.sub("", _MARK.split(window)[-1])
    said = _IGNORED.sub("", _WORDS_OF_SUM.sub("", found["said"]))
    if _EACH_OF_THEM.search(before + said) or _LISTED.search(window):
        return ""
    exchanged = sorted(found["one"]) == sorted(found["two"])
    if not exchanged and (found["one"].endswith("00") or "共" in found["said"]):
        return ""
    of_one = set(said) <= set(before) or (
        exchanged and bool(_OF_THE_YEAR.match(found["said"])) and _ends_alike(before, said)
    )
    if said and not (exchanged and len(found["one"].replace(",", "")) >= _LONG) and not of_one:
        return ""
    return f"“{found[0]}”：像是同一个数写了两个，请核对后只留一个。"


_OF_ALL = 3
_ONLY_SOME = pattern("发放|发出|收回|回收|整改|办结|采纳|答复|解决|印[制发]|退|未|不|审核通过|录用")


def _ends_alike(before: str, said: str) -> bool:
    """Whether both numbers are of things of one name: 填写审核表67份，全年留存审核表76份."""
    alike = before[-_OF_ALL:] == said[-_OF_ALL:] and len(said) >= _OF_ALL
    return alike and not _ONLY_SOME.search(before + said)


_IN_BRACKETS = pattern(
    f"(?P<one>{_FIGURE})(?P<unit>{_MEASURE})[（(](?P<said>[一-鿿“”]{{2,14}}?)(?P<two>{_FIGURE})(?P<same>{_MEASURE})[）)]"
)
_OF_ALL_OF_IT = pattern("全年|总数|总量|总计|合计|一共|共|统计|后台|台账|全部")
_OF_OTHERS = pattern("上年|去年|20|比|较|其中|[由从含不未新减]|包括|累计|历年|分别|各|自|计划|目标|原")


def _of_brackets(found: re.Match[str], text: str) -> str:
    """A number, and in brackets the same one with two figures exchanged: 提问415个（提问总数451个）."""
    if found["unit"] != found["same"] or not _is_slip(found["one"], found["two"]) or _OF_OTHERS.search(found["said"]):
        return ""
    before = _MARK.split(text[max(0, found.start() - _BACK) : found.start()])[-1]
    pairs = {before[at : at + 2] for at in range(len(before) - 1)}
    if not _OF_ALL_OF_IT.search(found["said"]) and not any(pair in found["said"] for pair in pairs):
        return ""
    return f"“{found[0]}”：像是同一个数写了两个，请核对后只留一个。"


def _is_slip(one: str, other: str) -> bool:
    """Whether two numbers are one with two figures beside each other exchanged, or a long one with one otherwise."""
    one, other = one.replace(",", ""), other.replace(",", "")
    if one == other or len(one) != len(other):
        return False
    different = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (len(different) == 1 and len(one) >= _LONG) or (
        len(different) == 2 and different[1] - different[0] == 1 and sorted(one) == sorted(other)  # noqa: PLR2004
    )


_RANKS = pattern(
    "(?:由|从)(?:上年的?|去年的?|上一年的?)?第(?P<from>[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:名|位)?[^，。；\\n第]{0,6}?"
    "(?:(?P<up>上升|提升|前进|跃升|进步|升|进)|(?P<down>下降|后退|退步|降|退|下滑|滑))(?:至|到|为)?第(?P<to>[一二三四五六七八九十]{1,3}|[0-9]{1,3})"
)
_UP = pattern("[由从][^，。；\\n]{0,4}第[一二三四五六七八九十0-9]")


def _of_ranks(found: re.Match[str], _text: str) -> str:
    """A rank that rises to a larger number, or falls to a smaller one."""
    before, now = amount(found["from"]), amount(found["to"])
    if before is None or now is None or before == now or (now < before) == bool(found["up"]):
        return ""
    return f"“{found[0]}”：名次与“{found['up'] or found['down']}”不合，请核对。"


_NTH = "(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})"
_RANK_CHANGED = pattern(
    f"第(?P<now>{_NTH})[名位]?[，（(](?:排名|名次|位次)?(?:比|较|与)(?:上一?年|去年|20[0-9]{{2}}年)(?:度)?(?:同期)?(?:的?[（(]?第(?P<then>{_NTH})[名位]?[）)]?)?(?:相比，?)?"
    f"(?:(?P<up>上升|提升|前进|进步|跃升|提高|前移|进|升)|(?P<down>下降|后退|退步|下滑|后移|降低|退|降))(?:了)?(?P<by>{_NTH})(?:名|位|个(?:位次|名次|位))"
    f"(?:[（(，](?:上一?年|去年|20[0-9]{{2}}年)(?:度)?(?:为|是|列|排|居|位列|排名)?第(?P<last>{_NTH})[名位]?(?=[）)，。；]))?"
)
"""A place, by how many it is better than last year's, and which that was."""


def _of_changed_rank(found: re.Match[str], _text: str) -> str:
    """Places of two years that are not so many apart, or the other way round."""
    now, then, by = amount(found["now"]), amount(found["then"] or found["last"] or ""), amount(found["by"])
    if now is None or then is None or by is None or (then - now if found["up"] else now - then) == by:
        return ""
    return f"“{found[0]}”：名次与“{found['up'] or found['down']}{found['by']}名”不合，请核对。"


_RANKED = pattern(f"(?P<many>{AMOUNT})(?:个|家)(?P<behind>[^。；\\n]{{1,40}})")
_RANK = pattern(
    "(?:第(?P<rank>[0-9]{1,3})(?:名|位|(?<=[列居排]第.)(?=[，、）)]|$)|(?<=[列居排]第..)(?=[，、）)]|$))"
    "|(?:前|后|末|倒数)(?P<some>[0-9]{1,3})(?:名|位))"
)


def _of_rank_among(found: re.Match[str], _text: str) -> str:
    """A place in an order of fewer than that."""
    many = amount(found["many"])
    if many is None or many <= 1 or not _COMPETING.search(found["behind"]):
        return ""
    for rank in _RANK.finditer(found["behind"]):
        if _OTHERS.search(found["behind"], 0, rank.start()):
            return ""
        if int(rank["rank"] or rank["some"]) > many:
            return f"“{found['many']}个…{rank[0]}”：名次多于{found['many']}，请核对。"
    return ""


_OTHERS = pattern("[0-9一二两三四五六七八九十百][个家]")
"""Between a number of those that compete and a place: the place may be one among these."""
_PLACE = pattern("[第前后末数][0-9]{1,3}[名位]|[列居排]第[0-9]{1,2}(?![0-9])")
_COMPETING = pattern("单位|部门|村|社区|街道|乡镇|镇|局|考核|评|排|列|居|打分")
_THAN_LAST_YEAR = pattern("第[^，。；\n]{1,4}[，（(][^，。；\n]{0,2}[比较与]")
_MORE_IN = pattern(
    f"(?<![第至])(?P<whole>{AMOUNT})个(?P<thing>[一-鿿]{{1,6}}(?:[（(][一-鿿]{{1,4}}[）)])?)(?:中|里|当中|之中)(?:(?P<of>的)|有|已有|共有|已|仅有|只有)?(?P<part>{AMOUNT})个(?P<same>[一-鿿]{{0,2}})"
)
_SOME_IN = pattern("[中里][的有已共仅只]{0,2}[0-9一二两三四五六七八九十]{1,5}个")


_DOES = pattern("已|均|都|被|获|达|建|设|开[通展设]|实[现行]|完成|通过|公[开示]|配备|落实|未|不|没|参|评|列|发布")


def _of_more_in(found: re.Match[str], _text: str) -> str:
    """More of some things than there are: 12个村中的13个."""
    whole, part = amount(found["whole"]), amount(found["part"])
    if whole is None or part is None or part <= whole or not (found["of"] or _DOES.match(found["same"])):
        return ""
    return f"“{found[0]}”：后一个数多于前一个，请核对。"


_LEFT_OF = pattern(
    f"(?<![第至])(?P<whole>{AMOUNT})[个家](?P<thing>[一-鿿]{{1,6}})[中里](?:的|已有|已|有)(?P<part>{AMOUNT})[个家][^。；\\n0-9]{{0,10}}[，、](?:还|尚|仍|目前|现){{0,2}}(?:剩下?|余下?|有)(?:下)?(?P<left>{AMOUNT})[个家](?P<same>[一-鿿]{{0,6}}?)(?=[未没尚正在待，。；、]|$)"
)
_LEFT_IN = pattern("[剩余][下]?[0-9一二两三四五六七八九十]{1,3}[个家]")


def _of_left(found: re.Match[str], _text: str) -> str:
    """Some of so many, and what is left of them: 12个村中的8个，还剩4个."""
    whole, part, left = amount(found["whole"]), amount(found["part"]), amount(found["left"])
    if whole is None or part is None or left is None or whole - part == left or part > whole:
        return ""
    return f"“{found[0]}”：应剩{format_value(whole - part)}个，请核对。"


_MORE_BY = pattern(
    f"(?:由|从)(?:上年的?|去年的?)?(?P<from>{AMOUNT})(?P<unit>{_MEASURE})?(?:增加?|增长|上升|升)[至到](?P<to>{AMOUNT})(?P<same>{_MEASURE})，(?:多出|增加|新增)的(?P<by>{AMOUNT})(?P<last>{_MEASURE})"
)
_BY = pattern("[多增][出加]?的[0-9一二两三四五六七八九十]{1,5}[件条个]")


def _of_more_by(found: re.Match[str], _text: str) -> str:
    """From what to what, and by how many that is more: 由35件增至40件，多出的5件."""
    before, now, by = amount(found["from"]), amount(found["to"]), amount(found["by"])
    if before is None or now is None or by is None or now - before == by or found["same"] != found["last"]:
        return ""
    return f"“{found[0]}”：两数相差{format_value(now - before)}{found['same']}，请核对。"


_ALL_AGAIN = pattern(
    f"(?<![第至])(?P<one>(?:{_FIGURE})万?)余?(?P<unit>{_MEASURE})(?P<thing>[一-鿿]{{0,8}})[，、](?:一共|总共|共计?|合计|总计)(?:有|为|是)?(?P<two>(?:{_FIGURE})万?)余?(?P<same>{_MEASURE})(?P<again>[一-鿿]{{0,8}})(?=[，。；）)\n]|$)"
)
_RUN_ALL = pattern("[，、](?:一共|总共|共计?|合计|总计)[有为是]?[0-9]")


def _of_all_again(found: re.Match[str], text: str) -> str:
    """So many things, and behind a comma all of them once more by their name: 14个县级分局，共15个分局."""
    if found["unit"] != found["same"] or found["again"] not in found["thing"]:
        return ""
    if not _is_near(found["one"], found["two"]):
        return ""
    if not found["again"] and not ("万" in found[0] or "余" in found[0]):
        return ""
    window = text[max(0, found.start() - _BACK) : found.start()]
    before = _STATEMENT.split(window)[-1]
    if _NUMBERED.search(before) or _COMPARED.search(before):
        return ""
    return f"“{found[0]}”：同一个数写了两个，请核对后只留一个。"


_COMPARED = pattern("上年|去年|比|较|其中|由|从|[增减]|线[上下]|网上|现场|各[^，。；\n]{0,3}$")
_STATEMENT = pattern("[。；\n]")
_Judge = Callable[[re.Match[str], str], str]
_KINDS: tuple[tuple[re.Pattern[str], re.Pattern[str], _Judge], ...] = (
    (_CORRECTING, _CORRECTED, _of_correction),
    (_ALL, _ALL_OF_THEM, _of_all),
    (_FROM, _CHANGED, _of_change),
    (_TWO, _RUN_ON, _of_run_on),
    (_BRACKET, _IN_BRACKETS, _of_brackets),
    (_UP, _RANKS, _of_ranks),
    (_THAN_LAST_YEAR, _RANK_CHANGED, _of_changed_rank),
    (_PLACE, _RANKED, _of_rank_among),
    (_SOME_IN, _MORE_IN, _of_more_in),
    (_RUN_ALL, _ALL_AGAIN, _of_all_again),
    (_LEFT_IN, _LEFT_OF, _of_left),
    (_BY, _MORE_BY, _of_more_by),
)
