"""Y-06 and Y-07: texts that could be any agency's, and words that were right some years ago."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from model.checks.parts import WORDS
from model.checks.passages import HIDDEN, advisable, passages
from model.checks.reasons import OLD_WORDS
from model.checks.registry import Context, Problem, check
from model.language.patterns import pattern
from model.language.sentences import around
from model.language.squeezed import packed, squeezed
from model.report.report import Report
from resources import read_text

_LEAST = 100
"""The fewest characters by which a text without any figure can be told to be general."""
_SET_PHRASE = pattern(
    "紧紧围绕|紧扣|围绕中心|服务大局|认真贯彻|严格按照|依法依规|(?:加强|强化)(?:组织)?领导|(?:健全|完善)[^，。；]{0,8}(?:制度|机制)|规范[^，。；]{0,10}(?:程序|流程)|(?:强化|加强)监督|(?:优化|畅通|拓宽)[^，。；]{0,6}(?:栏目|渠道|平台)?|压实|责任落实|不断|圆满|良好|成效|稳步|有序|进一步|切实|满意度|平台建设|信息管理"
    "|做到|落到实处|抓在手上|抓[实细]|应公开尽公开|常抓不懈|落实到位|高度重视|扎实推进|走深走实|有[审申]|件件有|有人管|有制度|阳光|公开透明|专人"
)
_MOSTLY, _SHORT = 5, 60
"""So many set phrases tell that a shorter text, of so many characters at least, is a general one."""
_FIGURE = pattern(
    r"(?<![0-9])[0-9]+(?:(?:\.[0-9]+)?[余多]?[万亿千百]*(?![0-9.年月日号-])|年(?:来|内))"
    r"|(?<![一二两三四五六七八九十百千])[一二两三四五六七八九十百千]+余?[条件篇次份个场期处项例名人家户]"
)
_NOT_COUNTED = pattern(
    r"[每任第某同][一二三][条件篇次份个场期处项例名人家户]|[(][0-9]{4}[)][0-9]+号|第[0-9一二三四五六七八九十]+[条款项号]|[0-9]{4}年?|(?<![一二三四五六七八九十])[一二三四五六七八九十]+是"
)
_NONE = pattern(r"未(?:收到|接收|受理|发生|接到|产生)|没有(?:收到|接到|受理|发生)|零申请")


@check("Y-06", "hint", "practice", reads=("overview", "agency"), reasons=OLD_WORDS)
def without_figures(report: Report, _context: Context) -> Iterator[Problem]:
    """第一部分通篇没有一个数（年份、文号、序号不算），也没有写明本机关没有收到申请的，像通用套话；不足一百字的，套话占了大半才查。"""
    overview = report.text.overview
    text = squeezed(overview).text
    general = len(text) >= _LEAST or (len(text) >= _SHORT and len(_SET_PHRASE.findall(text)) >= _MOSTLY)
    if not general or "{{" in text or _FIGURE.search(_NOT_COUNTED.sub(HIDDEN, text)):
        return
    names = [name for name in (packed(report.agency.name), packed(report.agency.short_name)) if name]
    if not (_NONE.search(text) and any(name in text for name in names)):
        yield Problem("第一部分没有本机关的具体数字，像通用套话，请写上今年的数。", section="overview")


@check("Y-07", "hint", "practice", reads=(*WORDS, "agency"), group="可能过时的说法", reasons=OLD_WORDS)
def outdated(report: Report, _context: Context) -> Iterator[Problem]:
    """可能过时的提法，如“新修订《条例》”用于 2021 年以后、机构改革前的部门名称；词表见 resources/words。"""
    expressions = outdated_expressions(report.year)
    own = packed(report.agency.name)
    for passage in passages(report):
        if passage.section == "title":
            continue
        readable = advisable(passage.words)
        for found in expressions.finditer(passage.words):
            whole = passage.words[max(0, found.start() - 1) : found.end()]
            if readable[found.start()] == HIDDEN or (found[0] in own and (whole[:1] not in _SEATS or whole in own)):
                continue
            if _is_of_a_place_visited(readable, found.start(), own):
                continue
            start, end = around(readable, found.span(), "sentence")
            if not _HISTORY.search(readable, start, end) and not _FORMER.search(readable, start, found.start()):
                yield passage.problem(found.span(), f"“{found[0]}”可能过时，请核对。")


_VISITED = pattern(
    "(?:赴|[到与同和向]|邀请|走访|前往|会同|联合|学习|借鉴|参观|考察|对标)(?P<place>[一-鿿]{1,10}[省市州盟县区旗])[一-鿿]{0,6}$"
)
_NEAR = 20


def _is_of_a_place_visited(text: str, at: int, own: str) -> bool:
    """Whether an office is that of another place, which has offices of its own: 赴兴仁市乡村振兴局交流."""
    found = _VISITED.search(text, max(0, at - _NEAR), at)
    return found is not None and found["place"] not in own and len(found["place"]) > _WORD


_WORD = 2
"""So many characters has 我县, which is no other place."""
_SEATS = tuple("省市县区州旗")
"""Before the name of an office, which is then that of another one unless one's own name has it so."""
_HISTORY = pattern(
    "机构改革|划入|划归|划转|并入|更名|改名|改称|前身|撤销|挂牌|组建|合并为|移交|施行以来|实施以来|修订以来|(?:曾|时)任|当时|旧档|历史档案"
)
"""A sentence with one of these tells how things were."""
_FORMER = pattern("(?:[原前]|旧称)[一-鿿]{0,4}$")


@lru_cache(maxsize=4)
def outdated_expressions(year: int) -> re.Pattern[str]:
    """What is outdated in a report on a year."""
    entries = json.loads(read_text("words/outdated.json"))["expressions"]
    return pattern("|".join(entry["pattern"] for entry in entries if year >= entry["since"]) or "(?!)")
