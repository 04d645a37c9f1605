"""Y-10: what is still to come, said of a year that is over, and a comparison with the year itself."""

import re
from collections.abc import Iterator
from functools import lru_cache

from model.checks.passages import unquoted
from model.checks.reasons import OLD_WORDS
from model.checks.registry import Context, Problem, check, in_text
from model.language.patterns import pattern
from model.language.sentences import beginning
from model.report.report import Report, TextId

_TEXTS: tuple[TextId, ...] = ("overview", "problems", "other_matters")
_YEAR = "(?<![0-9])(?P<year>20[0-9]{2})年(?:度)?"
_LATER = pattern(
    f"(?:结转|转|顺延|留待|延|移)(?:至|到|入){_YEAR}"
    "|(?:结转|转|顺延|留待)?(?<![0-9])(?P<later>20[0-9]{2})年(?:度)?继续(?:办理|答复)|结转(?P<next>20[0-9]{2})年(?:度)?(?:办理|(?=(?:的?申请)?[0-9一二两三四五六七八九十]))"
    "|(?:件|申请|在办|未办结|余下|剩余)的?，?(?:已|均|全部)?结转(?P<over>20[0-9]{2})年(?:度)?(?=[，。；、）)\n]|$)"
)
_FROM_EARLIER = pattern("20[0-9]{2}年|上一?年|去年|年初")
_TAKEN = (
    "将(?![^，。；\\n]{1,16}(?:提前|缩短|压缩|扩大|增加|调整)[到至为])"
    "(?![^，。；\\n把对]{1,24}(?:[列纳归融写并]入|贯穿|作为|移[交送]|改[为成]|转[为至]|一并|同(?:步|部署|推进|考核|检查|落实|研究)|上[墙网]|挂钩|汇[编总]成))"
)
"""将 of what is to come, and not as 把: 将发布时间提前到3月."""
_PLANNED = pattern(
    f"{_YEAR}(?<!度)(?:[0-9]{{1,2}}月)?(?:起|底前|年底前|[上下]半年)?，?(?:[我本][局委厅镇乡办院]|我们|本机关|本单位|街道)?(?:还?{_TAKEN}|准备(?!情况|工作)|计划(?!的|内|中|执行|任务|公开)|拟(?![定制稿写文])|力争|打算)(?!于?近日|军)"
)
_HEADED = pattern(f"{_YEAR}的?(?:努力|改进|工作)?(?:方向|打算|思路)(?=[：:，。是\\n])")
"""A year with what is to be done in it, as a heading: 2025年努力方向."""
_BY_THEN = pattern(
    f"{_YEAR}(?:(?:[0-9]{{1,2}}月(?:份)?)?(?:底|末)|[上下]半年|第?[一二三四]季度|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?|春节|汛期|雨季|暑假)(?:之|以)?前(?![期段后述])"
)
_IN_A_PLAN = pattern(
    "(?:计划(?!的|内|中|执行|任务|公开)|打算|下一?步|今后|拟(?!定|办|稿|公|发|制))[^。；\n]{0,60}?(?:[，、](?:并|再|同时|争取|力争|确保)?(?:于|在|从|自)|[，；](?:并|同时|另|此外|还)[，将要]?)"
    "(?P<year>20[0-9]{2})年(?:[0-9]{1,2}月(?:份|底|初)?|[上下]半年|第?[一二三四]季度|[年初底末])?[起前内]?(?![^，。；\n]{0,10}(?:的|以来|印发|发布|制定))"
)
"""A year further on in a sentence that tells what is planned: 计划增加图解，并于2021年10月轮训."""
_AT_ONCE = pattern(
    f"(?:(?:计划|打算|力争|争取|确保|预计)(?:于|在|到|至|从|自)?|将(?:在|于|从|自)|(?<![草制起编])拟(?:在|于|从|自)?|(?:下一?步|今后|接下来)(?:将|要|还要|计划)?(?:，)?(?:于|在|到|至|从|自)){_YEAR}"
    "(?![^，。；\n]{0,10}(?:的|以来|基础)|(?:印发|发布|制定)(?![，。；]))"
)
"""A year right behind the word that something is planned: 下步于2023年, 计划在2023年."""
_TO_COME = pattern("将|计划|下一?步|力争|继续|拟|争取|确保|打算|[一二三四]要(?!求|点|素|件|闻|事)|要在")
_DONE = pattern("已|完成了|当时|曾|原定|原计划")
_IMPROVING = pattern(
    "(?:^|(?<=[。；，\n]))[^，。；：:\n]{0,8}(?:改进|整改|举措|措施|打算|下一?步|对策|努力方向|今后|思路|设想|解决办法|准备|这[样么]改|改法)[^，。；：:\n]{0,8}(?:[：:，。\n]|是)"
    "|(?:^|(?<=[。；，\n]))[为对]此，"
    "|(?:^|(?<=[。；，\n]))(?:针对|围绕|对照|为解决|为了解决)[^，。；：:\n]{0,12}(?:问题|不足|短板|薄弱环节|差距)[^，。；：:\n]{0,8}[：:，]"
)
"""Where a section turns to how things will become better."""
_AHEAD = pattern("打算|下一?步|今后|计划|设想|思路|努力方向|工作方向|明年")
"""In such a turn: what is still to be done, not what was done already."""
_PROBLEMS = pattern(
    "(?:^|(?<=[。；\n]))(?!针对|围绕|对照|为了?解决)[^，。；：:\n]{0,10}(?:问题|不足|短板|薄弱环节|差距)[^，。；：:\n]{0,8}[：:，。\n]"
)
_BEGUN = pattern(
    "(?:^|(?<=[，。；：:\n）)、是面.．]))(?:自|从|在|于|到)?(?P<year>20[0-9]{2})年"
    "(?:(?=内[对把将由凡]|(?:[0-9]{1,2}月(?:份)?)?起(?![施执]行)|[上下]半年(?!的)|[对把将由请](?!外|口))"
    "|(?!度?(?:报告|年报|以来|版|同期|底?前|[初末底]?[^，。；\n]{0,10}的)|以|之|[《“]))"
    "(?P<rest>[^，。；\n]{1,40})"
)
"""A clause that begins with a year, and is not only about a thing of that year."""
_FROM_OR_BY = pattern(
    "(?<![0-9])(?P<year>20[0-9]{2})年(?P<rest>(?:(?:[0-9]{1,2}月(?:份)?)?起(?![施执实试]行|[^，。；\n]{0,8}的)"
    "|(?:(?:[0-9]{1,2}月)?[底末]?|春节|元旦|汛期|入冬|入汛|雨季|开学)(?:之)?前(?![期段后述三两一几]))[^，。；\n]{0,30})"
)
"""From or up to when, wherever in a clause: 清单内事项2022年起一律公开."""
_THE_REST = pattern(
    "(?:其余|余下|剩余|剩下|另外?|还有|尚有|未完成|没完成|其他)的?[^，。；\\n0-9]{0,8}[0-9一二两三四五六七八九十]{1,4}[个处件项块条份家所台套篇村户]?(?:[^，。；\\n0-9]{0,6}?)(?:将|拟|计划|预计|争取|力争|确保|安排|留待|推迟|顺延)?"
    "(?:于|在|到|至)?(?P<year>20[0-9]{2})年(?P<rest>(?:[上下]半年|第?[一二三四]季度|[0-9]{1,2}月(?:份|底|初)?|[年]?[底末初内])?(?:之?前|内)?"
    "(?:全部|全面|再|陆续|完成|建成|到位|更新|补|整改|迁|改|解决|实施|公开|上线|配|办|移)[^，。；\\n]{0,20})"
)
"""When the rest of something will be done: 其余5处2023年上半年完成."""
_FIXED = pattern(
    "(?<=定在|定于|排在|排到|放在|放到|推到|迟到|延到|列入|纳入|写入)(?P<year>20[0-9]{2})年(?P<rest>[^，。；\n]{0,30})"
)
"""The day that is set for something: 首场定在2026年3月."""
_DRAWN_UP = pattern(
    "(?<=制定|编制|拟定|起草)(?P<year>20[0-9]{2})年(?:度)?(?!以来)(?P<rest>[^，。；\n]{0,12}?(?:计划|打算))"
)
"""A plan for a year that is drawn up: 制定2022年公开计划."""
_AIM = pattern(
    f"{_TAKEN}|不少于|不低于|不超过|不多于|力争|确保|争取|达到[0-9]+[%％]以上|实现[^，。；]{{0,12}}全覆盖|计划|拟(?!定)|再(?![次度三无未没也])|继续|一律|要(?![求点素件闻事么])"
)
_ALREADY_WORDS = (
    "已|了|曾|当时|原(?!则|因|文|件)|(?<!公)共(?!同|享|公|建|性|用|识)|累计|过(?!半|程|度|高|低|渡)|至今|较(?!为|大|高)"
    "|(?<![占对])比(?!例|重|照|对)|上年|去年"
)
_ALREADY = pattern(_ALREADY_WORDS)
_ACHIEVED = pattern(
    f"{_ALREADY_WORDS}|实际|期间|显示|表明|发现|查出|印发|修订|制定的|建成|启用|开始|(?<=年)试行|试行(?:的|以来|后)"
)
_COMPARED = pattern(f"(?:较|比|与|同){_YEAR}(?:同期)?(?=[^，。；]{{0,8}}(?:增|减|多|少|上升|下降|持平|相同|一致|相比))")


@check("Y-10", "hint", "inference", reads=(*_TEXTS, "agency"), group="年份已经过去", reasons=OLD_WORDS)
def plan_in_the_past(report: Report, _context: Context) -> Iterator[Problem]:
    """打算、期限、改进措施和结转去向写的是报告年度或更早的年份（应在以后），同报告年度本身或以后的年份作比较。"""
    for section in _TEXTS:
        words = report.text[section]
        text = unquoted(words)
        later, planned, compared = _years_told(text)
        gone_on = set[int]()
        for found in (found for found in later if not _may_go_on(found, text, report.year)):
            gone_on.update(range(*found.span()))
            yield _problem(section, found, words, f"结转下年度应是{report.year + 1}年")
        told = set[int]()
        for found in _already_over(planned, text, report.year):
            told.add(found.start("year"))
            yield _problem(section, found, words, "说的是以后的打算")
        for found, ahead in _improvements(text) if section == "problems" else ():
            year = int(found["year"])
            over = year < report.year or (year == report.year and (ahead or _AIM.search(found["rest"])))
            if over and found.start("year") not in told and not _is_listed(found, text):
                yield _problem(section, found, words, "改进措施里的打算应在以后")
        carried = _carried(text, report.year)
        yield from (_problem(section, each, words, why) for each, why in carried if each.start("year") not in gone_on)
        for found in compared:
            if int(found["year"]) >= report.year:
                yield _problem(section, found, words, f"同上年比应是{report.year - 1}年")


_PENDING = pattern(
    f"(?:在办|未办结|未答复|未办完|未到期|结转|余下|尚有|还有)[^。；\\n]{{0,20}}，?(?:(?:计划|预计|将)?于?){_YEAR}(?P<month>[0-9]{{1,2}})月(?:[0-9]{{1,2}}日|底|初|上旬|中旬|下旬)?前?(?:答复|办结|到期|办理|作出)"
)
_BEFORE, _REACH = 24, 40
_SPRING = 3
"""Up to this month what was pending at the end of a year is answered in the next one."""
_ANSWERED_IN = pattern(
    f"[0-9一二两三四五六七八九十]件(?:申请)?(?:将|拟|[需须]|按规定)?(?:在|于|至|到|延至|留到|转到){_YEAR}(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日|份|底|初|上旬|中旬|下旬)?)?(?:继续)?(?:办理|答复|办结|处理|回复)(?!的)"
)
"""What is answered in another year than it was received, told with that year: 1件在2025年1月办理."""
_ONWARD = pattern(
    f"(?:结转|转|留待|顺延|留到)(?:至|到|入)?{_YEAR}(?=办理|继续|答复|[0-9一二两]{{1,3}}件|[，。；、（(]|$)"
)
_WHAT_GOES_ON = pattern(
    "(?:尚有|还有|仍有|另有|另一件|余下|剩余?|未办结|未到期|在办|期限内|期内|第三方意见|办[结完毕理]{1,3}[^，。；\n]{0,8}件|答复[0-9]{1,4}件)[^。；\n]{0,16}$"
)
"""Before it: what is still open at the end of the year, which can only go on to the next one."""
_OF_BEFORE = pattern("上一?年|去年|20[0-9]{2}年|结转|已")
_CARRIED_ON = pattern(f"(?:^|(?<=[，。；：\\n])){_YEAR}结转(?:至|到)?下(?:一)?年")


def _already_over(planned: tuple[re.Match[str], ...], text: str, this_year: int) -> Iterator[re.Match[str]]:
    """The plans for a year that is over, and that are not told as done."""
    for found in planned:
        end = _ENDS.search(text, found.end())
        out = "计划" in found[0] and _TURNED_OUT.search(text, found.end(), end.start() if end else len(text))
        if int(found["year"]) <= this_year and not out and not _is_done(found, text, found.end() + 6):
            yield found


_ENDS = pattern("[。；\n]")
_TURNED_OUT = pattern("实际|完成率|超额|如期|均已|全部完成")
"""Behind what was planned for the year, in its sentence: 2024年计划发布36期，实际发布38期."""


def _is_done(found: re.Match[str], text: str, end: int) -> bool:
    """Whether the words before a plan in its clause, or those of it, tell it as done."""
    start = max(found.start() - 8, beginning(text, found.start(), "clause"))
    return bool(_DONE.search(text, start, end))


@lru_cache(maxsize=16)
def _carried(text: str, this_year: int) -> tuple[tuple[re.Match[str], str], ...]:
    return tuple(_carried_wrongly(text, this_year))


def _carried_wrongly(text: str, this_year: int) -> Iterator[tuple[re.Match[str], str]]:
    """Where what goes on to the next year has its limit in this one, or comes from another one."""
    for found in _PENDING.finditer(text):
        if int(found["year"]) == this_year and int(found["month"]) <= _SPRING and not _was_pending_before(found, text):
            yield found, "还没有办结的，期限应在下一年"
    for found in _ANSWERED_IN.finditer(text):
        before = text[max(beginning(text, found.start(), "statement"), found.start() - _BEFORE) : found.start()]
        if int(found["year"]) < this_year and not _OF_BEFORE.search(before):
            yield found, "在报告年度以前，像是写错了年份"
    for found in _ONWARD.finditer(text):
        before = text[max(beginning(text, found.start(), "statement"), found.start() - _REACH) : found.start()]
        if int(found["year"]) <= this_year and _WHAT_GOES_ON.search(before):
            yield found, f"结转下年度应是{this_year + 1}年"
    for found in _CARRIED_ON.finditer(text):
        if int(found["year"]) != this_year:
            yield found, f"结转下年度的应是{this_year}年的申请"


def _was_pending_before(found: re.Match[str], text: str) -> bool:
    """Whether what was pending is told as answered by now, or came in from the year before."""
    return "已" in found[0] or bool(_LAST_YEAR.search(text[max(0, found.start() - 4) : found.start()]))


_LAST_YEAR = pattern("上一?年(?:度)?$|去年$")


def _may_go_on(found: re.Match[str], text: str, this_year: int) -> bool:
    """Whether the year to which something goes on may be that: the next one, or this one for what is from earlier."""
    year = int(found["year"] or found["later"] or found["next"] or found["over"])
    if (found["next"] or found["over"]) and year == this_year - 1:
        return True
    before = _CLAUSE.split(text[max(0, found.start() - 12) : found.start()])[-1]
    return year == this_year + 1 or (year == this_year and bool(_FROM_EARLIER.search(before)))


_CLAUSE = pattern("[，。；、\n]")


def _improvements(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """What is said to begin in a year, among the ways to become better, and is not told as done.

    With it whether the text speaks there of what is still to be done.
    """
    turns = sorted(
        (found.end(), better, bool(_AHEAD.search(found[0])))
        for marks, better in _TURNS
        for found in marks.finditer(text)
    )
    for found in _once(
        *_BEGUN.finditer(text),
        *_FROM_OR_BY.finditer(text),
        *_FIXED.finditer(text),
        *_DRAWN_UP.finditer(text),
        *_THE_REST.finditer(text),
    ):
        turn = max((turn for turn in turns if turn[0] <= found.start("year")), default=(0, False, False))
        if turn[1] and not _achieved(found, text, ahead=turn[2]) and not _is_done(found, text, found.end()):
            rest_at_the_end = found[0].startswith(_REST) and _AT_THE_END.search(
                text, beginning(text, found.start(), "sentence"), found.start()
            )
            yield found, turn[2] or bool(rest_at_the_end)


_REST = ("其余", "余下", "剩余", "剩下", "另", "还有", "尚有", "未完成", "没完成")
_AT_THE_END = pattern("年[底末]|截至|截止|目前|现已")
"""Before the rest of something: how far it had come when the year was over."""
_YEARS_LISTED = pattern("20[0-9]{2}年(?:[0-9]{1,6}[一-鿿]{1,2}|度)?[、和，]$|(?:19|20)[0-9]{2}年、$")


def _is_listed(found: re.Match[str], text: str) -> bool:
    """Whether a year is one of several: 1982年、2008年两轮; 2021年12个、2022年19个."""
    start = found.start("year")
    return bool(_YEARS_LISTED.search(text, max(0, start - _BEFORE), start))


def _achieved(found: re.Match[str], text: str, *, ahead: bool) -> bool:
    """Whether the clause tells of what was done; where things to come are told, fewer words say so."""
    aims = (ahead and _HALF.match(text, found.end("year"))) or _AIM.search(found["rest"])
    return bool((_ALREADY if aims else _ACHIEVED).search(text, found.start(), found.end()))


_HALF = pattern("年(?:[上下]半年|第?[一二三四]季度|[0-9]{1,2}月底?前|[年]?底前|内)")
_TURNS = ((_IMPROVING, True), (_PROBLEMS, False))


@lru_cache(maxsize=16)
def _years_told(text: str) -> tuple[tuple[re.Match[str], ...], tuple[re.Match[str], ...], tuple[re.Match[str], ...]]:
    """Where a text tells to which year something goes on, what it plans for a year, and with which it compares."""
    return (
        tuple(_LATER.finditer(text)),
        _once(*_PLANNED.finditer(text), *_IN_A_PLAN.finditer(text), *_by_then(text), *_headed(text)),
        tuple(_COMPARED.finditer(text)),
    )


def _headed(text: str) -> Iterator[re.Match[str]]:
    """A year right behind the word that something is planned, or before it as in a heading."""
    yield from _AT_ONCE.finditer(text)
    yield from _HEADED.finditer(text)


def _once(*told: re.Match[str]) -> tuple[re.Match[str], ...]:
    """Those of some matches that are the first of their year."""
    return tuple({found.start("year"): found for found in reversed(told)}.values())


def _by_then(text: str) -> Iterator[re.Match[str]]:
    """A limit that the sentence sets for what is to come."""
    for found in _BY_THEN.finditer(text):
        start = max(text.rfind(sign, 0, found.start()) for sign in "。；\n") + 1
        ends = [end for sign in "。；\n" if (end := text.find(sign, found.end())) >= 0]
        if _TO_COME.search(text, start, min(ends, default=len(text))):
            yield found


def _problem(section: str, found: re.Match[str], words: str, why: str) -> Problem:
    return in_text(section, found.span(), words, f"“{words[slice(*found.span())]}”：{why}，请核对年份。")
