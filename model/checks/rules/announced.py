"""Checks on numbers that cannot be: lists shorter than announced, days that no calendar has, rates over 100 %."""

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from model.checks.passages import advisable
from model.checks.reasons import ANY
from model.checks.registry import Context, Problem, check, in_text
from model.checks.rules.slogans import miscounted
from model.language.numerals import count_of
from model.language.patterns import pattern
from model.language.sentences import beginning
from model.report.report import TEXT_IDS, Report

_COUNT = "[一二两三四五六七八九]|[2-9]"
_ANNOUNCED = pattern(
    rf"(?P<n>{_COUNT})(?:个|项|方面|点|类|大)(?:方面)?(?:的)?(?:突出|主要|明显|共性|薄弱)?(?:的)?(?:问题|不足|短板|差距|经验|做法|体会)"
    rf"|(?:问题|不足|短板)(?:主要|还|仍|共)?(?:有|是|为|(?:集中)?(?:表现|体现|反映|集中)(?:在|于|为))(?:以下|如下)?(?P<m>{_COUNT})(?:个方面|个|项|点|方面|条|类)?(?=[：:，。；])"
    rf"|(?:集中|主要|突出)(?:表现|体现|反映)(?:在|于|为)(?:以下|如下)?(?P<k>{_COUNT})(?:个方面|个|项|点|方面|条|类)(?=[：:，。；])"
    rf"|(?!一步)(?P<w>{_COUNT})(?:个|项|方面|点|件|条|类|招|大|步|种)(?:方面)?(?:的)?(?:重点|主要|具体|改进|整改|针对性)?"
    "(?:工作|任务|举措|措施|环节|事|办法|做法|对策|行动)[：:；]"
)
_MEASURES = pattern(rf"[有是为](?:以下|如下)?(?P<x>{_COUNT})(?:个方面|个|项|点|方面|条|类)?(?=[：:；])")
_OF_MEASURES = pattern(
    "(?:措施|举措|做法|办法|打算|改进|整改|对策|经验|体会|安排|亮点|特点|原因)(?:情况)?(?:主要|共|还|也|仍|同样|大致|重点)?$"
)
_AT_ONCE = pattern(
    rf"(?:从|按照?|分|在|围绕|聚焦|抓住|通过)(?:以下|如下|这)?(?P<f>{_COUNT})个?(?:方面|层面|环节|维度|步骤?)(?:来|着手|入手|展开|推进|开展|发力|用力|着力|落实|做起|抓起|报告|说明|改进|总结|汇报){{1,2}}"
    rf"[：:。，]|(?:做|抓|办|干|完成|落实|采取|推出)[了好实成]?(?:以下|如下)?(?P<d>{_COUNT})(?:个方面|件|项|点|条)的?(?:工作|措施|事情?|实事|举措)?[：:。，]"
    rf"|(?:概括|归纳|总结|体现|落实|做到|抓好|实行|坚持|突出)(?:起来)?[为成了到在是就]{{0,2}}“(?P<o>{_COUNT})个[一-鿿]{{1,3}}”[：:。，]"
    rf"|(?<![第每各0-9一二三四五六七八九十这前后上下])(?P<h>{_COUNT})(?:个(?:方面|层面|环节|维度|特点|亮点)|方面|点|(?:(?<=[有是为].)|(?<=[有是为]..))[条项处招])"
    "[^，。；：:、\n0-9]{0,12}[：:。，]"
)
"""An announcement that counts as one only where the list begins right behind it."""
_PARTED = pattern(
    rf"(?:从|分|按|有|采取了?)(?P<p>{_COUNT})(?:个?(?:方面|层面|环节|步|路)|项|条)(?:来|着手|入手|加以|予以|的|具体)?"
    "(?:改进|整改|推进|展开|落实|加强|发力|解决|完善|入手|着手|措施|举措|办法)：(?P<list>[^。：:\n]{4,200})(?=[。\n]|$)"
)
"""Ways that are announced, and behind the colon all of them without numbers."""
_BACK = pattern(
    rf"(?:以上|上述|这|前述)(?P<n>{_COUNT})(?:个方面|个|方面|项|条|点|类)(?:方面)?的?(?:突出|主要)?(?:问题|不足|短板|情况|差距|措施|举措|工作)"
)
"""The number of a list that stands before."""
_LIST = "[^，。；：、\n]{1,24}、(?:[^，。；：、\n]{1,14}、){0,8}[^，。；：、\n]{1,14}?"
_OFFICES = (
    "部门|科室|股室|处室|单位|站所|平台|渠道|载体|媒介|阵地|环节|要素|程序|关口?"
    "|方(?=[共同联会签代各]|$)|家(?=单位|部门|联合|共同|企业)"
)
_SIGN = (
    "(?:逐一|依次|共同|先后|分别|都|均|逐级|同时|联合)?"
    "(?:签[字名批发]|会签|审[签核批阅]|复核|把关|联签|核对|过目|校对|联审)"
)
_COUNTED_BEHIND = pattern(
    rf"(?:^|(?<=[，。；：\n]))(?:[（(][一二三四五六七八九十0-9]{{1,2}}[）)]|[一二三四五六]是|[一二三四五六七八九十]、(?![一二三四五六七八九十])|[0-9]、)?(?P<list>{_LIST})(?:[”》]|(?:全部|均|都)?(?:实行|做到|实现)?“)?"
    r"(?P<n>(?<![十百第每])[二两三四五六七八九](?![十百])|(?<![0-9])(?:[2-9]|1[0-9])(?=个(?:环节|阶段|步骤|要素|节点|关口|程序))|(?<![0-9])[2-9](?=(?:项|种|类)(?:内容|要素)?(?:[，。；）]|$)))"
    rf"(?:(?:个|项|类|种|大|级|道|件(?=[大实要]?事)|条(?=主?线|渠道|途径))(?=[一-鿿])(?!方面的|以上|以下|月|小时|半|补贴|工作日|自然日|交易日|星期|礼拜|学[期年]|季[度节]|年[度级]|昼夜|百分点|人工日|班次|批次|频次|梯次)|(?:大类|类|种|项|档)(?=[，。；）\n]|$)|(?<=“.)(?:公开|统一|到位|上墙|见面|同步|明确|落实|结合|对照)(?=”)"
    rf"|(?P<office>{_OFFICES})|(?P<signed>人{_SIGN}))",
    re.MULTILINE,
)
"""A list, and right behind it how many things it names: 法制、保密、宣传三个部门会签."""
_QUOTED_BEHIND = pattern(
    rf"(?P<list>“[^“”\n]{{1,20}}”(?:[、和及与]?“[^“”\n]{{1,20}}”){{1,7}})(?P<n>{_COUNT})(?:个|项|类|种|大)(?=[一-鿿])(?!以上|以下|月|小时|半)"
)
"""The same of names in quotation marks: “救助”“福利”两个子栏."""
_NO_LIST = pattern(
    "[0-9０-９]|”“|(?:[等各共的余减及和与由经向给被按]|增加|其他)$|^(?:也|还|再|又|以及|[及和与])|其中|[一-鿿]按|[一二三四五六七八九十](?:个|项|类|种|是)|[(（]"
    "|[一二两三四五六七八九十](?:台|部|本|套|册|块|份|张|幅|场|名|位|人|次|期|条|件|处|间|辆|把|盏|组|支|面|座|户)(?=、|$)"
)
"""What shows that the number is not of the list; also a count of each of its things: 配电脑一台、读本六种."""
_END = pattern("改进|整改|对此|针对|下一?步|措施|[解弥补]决")
_MARKS = (
    pattern("(?P<n>[一二三四五六七八九十]{1,2})是(?!否)"),
    pattern("(?:^|(?<=[，。；：、\n]))[（(](?P<n>[一二三四五六七八九十0-9]{1,2})[）)]"),
    pattern("(?:^|(?<=[，。；：\n]))(?P<n>[0-9])[.．、](?![0-9])"),
    pattern("[第其](?P<n>[一二三四五六七八九十])(?:[件点个条]事?|方面)?(?=[，、：])"),
    pattern("(?:^|(?<=\n))(?P<n>[一二三四五六七八九十]{1,2})、"),
)
_AT_ONCE_REACH = 8
_REACH = 900

_NO_MONTH = pattern("(?<![0-9.第至])(?:1[3-9]|[2-9][0-9]|0{1,2})月(?!龄|均|薪|租)")
_NO_YEAR = pattern("(?<![0-9])20[0-9]{3}年|(?<![0-9])20[6-9][0-9](?=年|[〕］)）]第?[0-9])")
_DATE = pattern("(?<![0-9])(?:(?P<year>20[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,3})(?=[日号])")
_MONTHLY = pattern("每月(?:的)?(?P<days>(?:[0-9]{1,2}[日号]?[、和及与，至到—-]){0,4}[0-9]{1,2})(?=[日号])")
_DAYS_LISTED = pattern(
    "[0-9]月[0-9]{1,2}[日号]?(?P<days>(?:[、和及与][0-9]{1,2}[日号]?){0,4}[、和及与至到—-][0-9]{1,2})(?=[日号])"
)
_NO_WEEKDAY = pattern(
    "(?:每周|星期|(?<=[、和及与每])周)[七八九](?![一-鿿]?[期次年天个])|每周[0８8９9](?![0-9次期条篇])"
)
_DAY = pattern("[0-9]{1,2}")
_LONGEST_MONTH, _LAST_MONTH, _LEAP_YEAR = 31, 12, 2024
_RATE = pattern(
    "(?:率|占比|比例|满意度|占(?![比道用地]))(?P<between>[^，。；\\n%％]{0,12}?)(?P<value>[0-9]{3,5}(?:\\.[0-9]+)?)[%％]"
)
_RATE_IN_WORDS = pattern(
    "(?:率|占比|比例|满意度)[^，。；\\n]{0,8}?百分之一百[零一二三四五六七八九]{1,2}[十一二三四五六七八九]{0,2}"
)
_POINTS = "[0-9]{1,3}(?:\\.[0-9]{1,2})?"
_OUT_OF = pattern(
    rf"(?:得分?|平均分?|均分?|评分|考核|打分|成绩|总分)(?:[为是了]|达到?)?(?P<value>{_POINTS})分?[，（(、]?(?:(?:卷面)?满分(?:值?[为是])?|总分[为是]?(?=[0-9]{{1,2}}0(?![0-9.])))(?P<whole>{_POINTS})分?(?![0-9、分])"
    rf"|(?:得分?|平均分?|均分?|评分|考核|打分|成绩)(?:[为是了]|达到?)?(?P<first>{_POINTS})分[（(](?:按|为|实行|采用)?(?P<of>百|[0-9]{{2,3}})分制"
    rf"|(?:满分(?:值?[为是])?|(?<![的加占])(?P<worth>分值|赋分)[为是]?)(?P<full>{_POINTS})分?(?:的[^，。；：、\n0-9]{{1,10}}[中里内，])?[，）)]{{0,2}}(?P<between>[^，。；：、\n0-9]{{0,12}})(?P<reached>{_POINTS})分(?![钟之值])"
    rf"|(?P<system>百|(?<![0-9])(?:10?|15|2|5)0)分制(?P<near>[^，。；：、\n0-9]{{0,12}}(?:，[^，。；：、\n0-9]{{0,10}})?)(?P<marked>{_POINTS})分(?![钟之值])"
)
"""A score and the full mark, either first: 得103分（满分100分）, 满分5分，我镇得5.6分, 得118分（百分制）."""
_SCORED = pattern(
    "(?:得[分了到]?|获得?|打了?|打出|评[为定]?|评分|均分?|考了?|成绩[为是]?|分数[为是]?|得分率?[为是]|[为是到达]|计|拿了?|[分制的）)])$"
)
"""What ends the words between the full mark and the score."""
_NOT_OF_IT = pattern(
    "[占扣加减]|权重|合计|累计|总[分计]|共|折算|考核|评估|评议|测评|上级|综合|整体|达标|优秀|以[上下]|附加|奖励|提高|与|和"
)
"""Between them: another score than the one with that full mark, or no score."""
_NOT_OF_HUNDRED = pattern("[占扣加减]|权重|合计|累计|共|折算|每|附加|提高")
_BONUS = pattern("加分|附加|奖励|另加")
_OF_ANOTHER_SCALE = 2
"""How many times what a part is worth no slip exceeds; more is the score of the whole."""
_NO_HOUR = pattern("日(?:上午|下午|晚)?(?:2[5-9]|[3-9][0-9])(?:时|点)(?!间|段)")
_MAY_EXCEED = pattern(
    "任务|目标|计划|指标|增长|增幅|增速|完成|同比|上升|增加|达标|回报|兑付|周转|负[载荷]|容积|入学|预期|续保"
)
_NEVER_OVER = pattern("(?:按[期时]|及时|如期)[一-鿿]{0,3}率(?:为|达到?|是|有)?[0-9.]+[%％]$")
"""The rate of what was done in time is at most 100 %, of tasks too: 年度任务按期办理率."""
_WHOLE = 100


@check("F-07", "hint", "practice", reads=("overview", "problems"), reasons=ANY)
def list_unlike_announced(report: Report, _context: Context) -> Iterator[Problem]:
    """写“三个方面的问题”，后面列出的不是三条；个数与列出的不同。

    按一是、二是，（1）（2），1. 2.，第一、第二，其一、其二数。
    “从五个方面展开”“三条措施：”“六个一”“四公开”“以上两个问题”“五统一”也是；冒号后没有编号的，按分号、顿号数。
    “3个账号（微信、抖音）”“立项、验收6个环节”“法制、保密四部门”“公开“四项清单”：权责清单、服务清单”也是。
    """
    for section in ("overview", "problems"):
        yield from _lists_told(section, report.text[section])


@lru_cache(maxsize=16)
def _lists_told(section: str, written: str) -> tuple[Problem, ...]:
    """All such places of a section."""
    words, told = advisable(written), set[int]()
    return (
        *_plainly_announced(section, written, words, told),
        *_begun_at_once(section, written, told),
        *_too_few(section, words, told),
        *_miscounted_slogans(section, written, told),
        *_named_behind(section, written, told),
        *_counted_back(section, written),
        *_named_before(section, written),
        *_miscounted_steps(section, written),
    )


def _miscounted_slogans(section: str, written: str, told: set[int]) -> Iterator[Problem]:
    for span, slogan, listed in miscounted(written):
        told.update(range(*span))
        message = f"写的是“{slogan}”，列出的是{listed}个，请核对。"
        yield in_text(section, span, written, message)


def _plainly_announced(section: str, written: str, words: str, told: set[int]) -> Iterator[Problem]:
    """Announcements of the usual kinds; `told` gets where those end that are told of."""
    for found in _ANNOUNCED.finditer(words):
        said = count_of(found["n"] or found["m"] or found["k"] or found["w"])
        listed = _listed(words, found.end(), of_measures=bool(found["w"]))
        listed = listed if listed > 1 else _plainly(words, found.end())
        if listed > 1 and said not in (0, listed):
            whole = _listed(words, found.end(), of_measures=True)
            if said != whole:
                told.add(found.end())
                yield _unlike(section, written, found, max(listed, whole))
    for found in _MEASURES.finditer(words):
        listed = _listed(words, found.end(), of_measures=True)
        before = _OF_MEASURES.search(words, max(0, found.start() - _AT_ONCE_REACH), found.start())
        if before and listed > 1 and listed != count_of(found["x"]):
            told.add(found.end() + 1)
            yield _unlike(section, written, found, listed)


def _unlike(section: str, words: str, found: re.Match[str], listed: int) -> Problem:
    shown = words[slice(*found.span())].rstrip("：:；。，")
    return in_text(section, found.span(), words, f"前面写“{shown}”，后面列出的是{listed}条，请核对。")


_PLAIN_LIST = pattern("[：:]?(?P<list>(?<=[：:])[^。：:\n]{4,160})(?=[。\n]|$)")
_NUMBERED = pattern(
    "[一二三四五六]是|[一二三四五六七八九十1-9][、.．]|[第其][一二三四五六]|[（(][一二三四五六1-9][）)]|[0-9]"
)


def _plainly(words: str, start: int) -> int:
    """How many things a list without numbers names right behind a colon; 0 where that is not plain."""
    found = _PLAIN_LIST.match(words, start)
    if not found or _NUMBERED.search(found["list"]) or "等" in found["list"]:
        return 0
    if "；" in found["list"]:
        return len([each for each in found["list"].split("；") if each.strip()])
    names = found["list"].split("、")
    plain = "，" not in found["list"] and not any(_JOINED.search(name) for name in names)
    whole = all(len(name) >= _LEAST_NAME or _TELLS.search(name) for name in names)
    return len(names) if plain and whole else 0


_TELLS = pattern("^[一-鿿]{2}[少慢低弱差旧乱窄浅散粗难晚缺]$")
"""A problem told in three characters: 人员少."""
_LEAST_NAME = 4
"""The fewest characters that tell a problem; shorter ones may be the objects of one verb."""


def _begun_at_once(section: str, words: str, told: set[int]) -> Iterator[Problem]:
    """Announcements of the looser kind, and the list that begins right behind them."""
    for found in _AT_ONCE.finditer(words):
        said = count_of(found["f"] or found["d"] or found["o"] or found["h"])
        if _NAMED_ALREADY.search(words, max(0, found.start("h") - _NAMES_REACH), max(0, found.start("h"))):
            continue
        for marks in _MARKS:
            first = marks.search(words, found.end(), found.end() + _AT_ONCE_REACH)
            if first and count_of(first["n"]) == 1:
                items = list(marks.finditer(words, found.end()))
                numbers = [count_of(each["n"]) for each in items]
                run = _run(numbers)
                turned = run < len(items) and _TURN.search(words, items[run - 1].end(), items[run].start())
                counts = {run} if turned else {run, _greatest(numbers)}
                if said not in counts and max(counts) > 1 and told.isdisjoint((found.end(), found.end() - 1)):
                    told.add(found.end())
                    yield _unlike(section, words, found, run)
                break


_NAMED_ALREADY, _NAMES_REACH = pattern("[一-鿿”][、和与及][一-鿿“”]{1,12}(?<![有是为在于从分如的])$"), 24
"""Before a number: the things that it counts, so that the list behind is another: 在规划、项目、价格三个方面推进."""
_TURN = pattern("[。\n][^，。；：\n]{0,12}(?:改进|整改|下一?步|对此|为此|针对|措施|举措|对策|打算)")
"""Between two lists: the second one tells what is done about the problems of the first."""


def _too_few(section: str, words: str, told: set[int]) -> Iterator[Problem]:
    """Ways to become better that are announced, where their plain list is of another number, or too short for it."""
    for found in _PARTED.finditer(words):
        said, listed = count_of(found["p"]), found["list"]
        if _NUMBERED.search(listed) or "等" in listed or told.intersection(range(found.start(), found.end())):
            continue
        parts = [each for each in listed.split("；") if each.strip()]
        if len(parts) == 1:
            parts = [each for each in _COMMAS.split(listed) if each.strip()]
            if len(parts) >= said:
                continue
        if len(parts) != said:
            start, end = found.start(), found.start("list")
            shown = words[start:end].rstrip("：")
            yield in_text(section, (start, end), words, f"前面写“{shown}”，后面列出的是{len(parts)}条，请核对。")


_COMMAS = pattern("[，、]")
_IN_STEPS = pattern(
    f"[“「](?P<list>[一-鿿]{{1,8}}(?:(?:—{{1,2}}|-{{1,2}}|→)[一-鿿]{{1,8}}){{1,8}})[”」](?P<n>{_COUNT})(?:步|级|道|环节?|段|审)"
    "(?=[一-鿿]{0,8}[，。；、])"
)
"""Steps named in quotation marks, and right behind them how many: “起草—审核—发布”三步闭环."""
_BETWEEN_STEPS = pattern("—{1,2}|-{1,2}|→")


def _miscounted_steps(section: str, words: str) -> Iterator[Problem]:
    """Steps that are more or fewer than the number behind them says."""
    for found in _IN_STEPS.finditer(words):
        named = len(_BETWEEN_STEPS.split(found["list"]))
        if named != count_of(found["n"]):
            message = f"“{found[0].strip('“「')}”：列出的是{named}项，后面写的是{found['n']}，请核对。"
            yield in_text(section, found.span(), words, message)


def _run(numbers: list[int]) -> int:
    """How far some numbers count from 1 before another one comes."""
    return next((place for place, number in enumerate(numbers) if number != place + 1), len(numbers))


def _greatest(numbers: list[int]) -> int:
    """How far they count when those of another list between them are passed over."""
    last = 0
    for number in numbers:
        last += number == last + 1
    return last


_KINDS_TOLD = pattern(
    r"(?<![0-9.第每各年月])(?P<n>[2-9]|(?<![一二三四五六七八九十百第每])[二两三四五六七八九])(?:个|项|类|种|张|本|套|份|条|大类?)(?P<what>[一-鿿]{0,8}?)(?<!等)(?<!问题)(?<!不足)(?<!短板)”?"
    r"(?:[：:]|——|，?(?:即|也就是|分别[是为]|依次[是为]))[：:]?(?P<list>[^，。；：:、“”（(《\n]{2,12}(?:、[^，。；：:、“”（(《\n]{2,12}){1,9})(?P<end>[。；\n）)]|$)"
)
"""A number of things, and their plain names behind it: 公开“四项清单”：权责清单、服务清单、财务清单。"""
_SOME_OF_THEM = pattern(
    "等|其中|[0-9一二三四五六七八九十][.．、是）)]|[0-9]|第[一二三四五六七八九]|其[一二三四他]|[各余]|若干|以及"
)


def _named_behind(section: str, words: str, told: set[int]) -> Iterator[Problem]:
    """Things that are named right behind their number, and are fewer or more."""
    for found in _KINDS_TOLD.finditer(words):
        names, said = found["list"].split("、"), count_of(found["n"])
        counts = _counts(names)
        if found["end"] == "；":
            whole = words[found.start("list") : _end_of_list(words, found.end())].split("；")
            groups = list(takewhile(lambda group: not _SOME_OF_THEM.search(group), whole))
            counts |= {len(groups), len([name for group in groups for name in group.split("、")])}
        begun = range(found.start(), found.start("list") + 2)
        if said not in counts and not _SOME_OF_THEM.search(found["list"]) and told.isdisjoint(begun):
            start, end = found.start("n"), found.end("what")
            message = f"前面写“{words[start:end]}”，后面列出的是{len(names)}个，请核对。"
            yield in_text(section, (start, end), words, message)


def _counts(names: list[str]) -> set[int]:
    """How many names there may be, as 和 may join two of them or stand in one."""
    return {len(names), len(names) - 1 + len(_AND.split(names[-1])), sum(len(_AND.split(name)) for name in names)}


def _end_of_list(words: str, at: int) -> int:
    return min(end for mark in "。\n" if (end := words.find(mark, at) + 1 or len(words) + 1)) - 1


def _counted_back(section: str, words: str) -> Iterator[Problem]:
    """Where a number is given of a list before, and no list before is of so many."""
    for found in _BACK.finditer(words):
        runs = {run for marks in _MARKS for run in _runs(marks, words, found.start())}
        if runs and count_of(found["n"]) not in runs:
            message = f"前面列出的是{max(runs)}条，这里写“{found[0]}”，请核对。"
            yield in_text(section, found.span(), words, message)


def _runs(marks: re.Pattern[str], words: str, end: int) -> Iterator[int]:
    """The lengths of the lists numbered in one way that stand before a place, those of one item left out."""
    last = 0
    for number in (*(count_of(each["n"]) for each in marks.finditer(words, 0, end)), 1):
        if number == 1 and last > 1:
            yield last
        last = number


_IN_BRACKETS = pattern(
    "(?<![0-9第])(?P<n>[2-9]|[二两三四五六七八九])(?:个|类|种|家|项|大类?)(?P<things>[^，。；、（(\n0-9]{1,10})"
    "[（(](?P<list>[^（）()，。；：:、\n0-9]{2,14}(?:、[^（）()，。；：:、\n0-9]{2,14}){1,8})[）)]"
)
_ONLY_SOME = pattern(
    "等|如|含|包括|其中|除|不|为主|另|和|与|及|或|见|共|均|各|占|以上|以下|主要|部分|重点|至|—"
    "|[（、](?:街道|园区|乡镇|镇街|社区|部门|单位|村居|居委会|村委会|林场|农场|开发区|景区|科室|中心|站所|县区|市区|旗县)(?=[）、])"
)


def _named_in_brackets(section: str, words: str) -> Iterator[Problem]:
    """A number of things and, in brackets behind it, the names of fewer or more: 3个账号（微信、抖音）."""
    for found in _IN_BRACKETS.finditer(words):
        names = found["list"].split("、")
        if len(names) != count_of(found["n"]) and not _ONLY_SOME.search(words, found.start("things"), found.end()):
            message = f"“{found[0]}”：括号里列出的是{len(names)}个，请核对。"
            yield in_text(section, found.span(), words, message)


def _named_before(section: str, words: str) -> Iterator[Problem]:
    """A list whose number, right behind it, is another."""
    for found in _COUNTED_BEHIND.finditer(words):
        listed = _A_TERM.sub("年限", _BEFORE_A_LIST.sub("", found["list"]))
        said, names = count_of(found["n"]), listed.split("、")
        if (
            said
            and said not in _counts(names)
            and not _NO_LIST.search(listed)
            and _is_plain(found, words, said - len(names))
        ):
            start, end = found.start("n"), found.end()
            message = f"前面列出的是{len(names)}个，这里写“{words[start:end]}”，请核对。"
            yield in_text(section, (start, end), words, message)

    yield from _named_in_brackets(section, words)
    for found in _QUOTED_BEHIND.finditer(words):
        quoted = found["list"].count("“")
        if quoted != count_of(found["n"]) and words[found.start() - 1 : found.start()] not in "、和及与":
            shown = words[slice(*found.span())]
            yield in_text(section, found.span(), words, f"“{shown}”前面列出的是{quoted}个，请核对。")


def _is_plain(found: re.Match[str], words: str, more: int) -> bool:
    """Whether the names of a list are all that its number counts: not the agency besides, or some of each name."""
    if more == 1 and _WITH_US.search(words, beginning(words, found.start(), "sentence"), found.start("n")):
        return False
    if (found["office"] or found["signed"]) and _BEGUN_LATER.search(found["list"]):
        return False
    if found["signed"]:
        return all(_ONE_PERSON.search(name) for name in found["list"].split("、"))
    if found["office"]:
        return not _MANY.search(found["list"])
    return not (found["n"].isdigit() and found[0][-1:] in "项种类") or bool(_OF_WHAT.search(found["list"]))


_WITH_US = pattern("会同|联合|协同|配合|携手|牵头|[我本][局委办镇乡街]|(?:^|[，；])[与和同]")
_BEGUN_LATER = pattern("、[^、]{1,12}?(?:等|实行|由|经(?![办济理费营])|须|交由|报(?![告送]))[^、]")
"""What is done with the first of them by the later ones: 造价、名单由办公室、纪检、分管领导三方会签."""
_ONE_PERSON = pattern(
    "(?:[员长任]|领导|负责人|书记|主管|[承经]办人|复核人|审[核批签]人|签发人|撰稿人|起草人|编辑|律师)$"
)
_MANY = pattern("各|所有|全体|有关|相关|乡镇|镇街|街镇|下属|直属|基层|多个|若干")
_OF_WHAT = pattern("(?:包括|包含|含有?|涵盖|分为?|明确|[注载标列写]明|内容[为有是]|项目[为有是])[^、]{1,12}、")
"""What tells of the list as a whole: 公示内容包括价格、标准、监督电话3项."""
_A_TERM = pattern("[0-9]{1,2}年(?=、|$)")
"""A term for which files are kept, as the name of a class: 10年、永久两种."""
_BEFORE_A_LIST = pattern("^[^、]{0,20}?(?:围绕|聚焦|紧盯|突出|做好|抓好|落实|做到|实现|[“《])(?=[^、]{1,14}、)")
_AND = pattern("[和与]|及(?!时)|(?<=[一-鿿]{2})到(?=[一-鿿]{2})")
_JOINED = pattern("和|与|及(?!时)")


def _listed(words: str, start: int, *, of_measures: bool) -> int:
    """How many items the list has that begins behind a place, by the first way of numbering that is used there."""
    stop = None if of_measures else _END.search(words, start, start + _REACH)
    end = stop.start() if stop else min(len(words), start + _REACH)
    return max(_highest(list(marks.finditer(words, start, end))) for marks in _MARKS)


def _highest(found: list[re.Match[str]]) -> int:
    last = 0
    for each in found:
        number = count_of(each["n"])
        if number != last + 1:
            break
        last = number
    return last


@check("F-08", "warning", "practice", reads=TEXT_IDS, reasons=ANY)
def impossible_number(report: Report, _context: Context) -> Iterator[Problem]:
    """不存在的日期（如11月31日、13月、每月35日），超过 100% 的比率，多于满分的得分；增长率、增幅、完成率、同比不算。

    满分写在得分前、后，写“百分制”的都算；写了加分的不算。
    """
    for section in TEXT_IDS:
        words = report.text[section]
        for span, message in _impossible(words):
            yield in_text(section, span, words, message)


@lru_cache(maxsize=16)
def _impossible(words: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """The places of a text with a day, a month, a year or a rate that cannot be, each with what is wrong."""
    return tuple((found.span(), message) for found, message in (*_no_days(words), *_over_all(words)))


def _no_days(words: str) -> Iterator[tuple[re.Match[str], str]]:
    for found in _DATE.finditer(words):
        if not _is_day(int(found["month"]), int(found["day"]), int(found["year"] or _LEAP_YEAR)):
            yield found, f"没有“{found[0]}日”这一天，请核对。"
    for found in _NO_HOUR.finditer(words):
        yield found, f"没有“{found[0]}”这个时间，请核对。"
    for found in _NO_MONTH.finditer(words):
        yield found, f"没有“{found[0]}”这个月份，请核对。"
    for found in _NO_YEAR.finditer(words):
        yield found, f"没有“{found[0]}”这样的年份，请核对。"
    for found in (*_MONTHLY.finditer(words), *_DAYS_LISTED.finditer(words)):
        wrong = [day for day in _DAY.findall(found["days"]) if not 0 < int(day) <= _LONGEST_MONTH]
        if wrong:
            yield found, f"没有“{wrong[0]}日”这一天，请核对。"
    for found in _NO_WEEKDAY.finditer(words):
        yield found, f"没有“{found[0]}”这一天，请核对。"


def _over_all(words: str) -> Iterator[tuple[re.Match[str], str]]:
    for found in _RATE.finditer(words):
        clause = words[max(0, found.start() - 10) : found.end()]
        if float(found["value"]) > _WHOLE and (_NEVER_OVER.search(clause) or not _MAY_EXCEED.search(clause)):
            yield found, f"“{found[0]}”超过了100%，请核对。"
    for found in _RATE_IN_WORDS.finditer(words) if "百分之一百" in words else ():
        yield found, f"“{found[0]}”超过了100%，请核对。"
    for found in _OUT_OF.finditer(words) if "分" in words else ():
        if _is_over_full(found) and not _BONUS.search(
            words, beginning(words, found.start(), "sentence"), found.end() + 10
        ):
            yield found, f"“{found[0]}”：得分多于满分，请核对。"


def _is_over_full(found: re.Match[str]) -> bool:
    """Whether a score is more than the full mark beside it."""
    if found["full"] or found["system"]:
        other, between = (_NOT_OF_IT, found["between"]) if found["full"] else (_NOT_OF_HUNDRED, found["near"])
        if other.search(between) or not _SCORED.search(between):
            return False
    value = float(found["value"] or found["first"] or found["reached"] or found["marked"])
    named = found["whole"] or found["of"] or found["full"] or found["system"]
    full = _WHOLE if named == "百" else float(named)
    return value > full and not (found["worth"] and value > _OF_ANOTHER_SCALE * full)


def _is_day(month: int, day: int, year: int) -> bool:
    return 1 <= month <= _LAST_MONTH and 1 <= day <= monthrange(year, month)[1]
