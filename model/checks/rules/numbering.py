"""F-05: subheadings of one section written in different ways, and numbers that skip one."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from model.checks.passages import advisable
from model.checks.reasons import WORDING
from model.checks.registry import Context, Problem, check, in_text
from model.language.excerpt import excerpt
from model.language.numerals import chinese, count_of
from model.language.outline import subheading_end
from model.language.patterns import pattern
from model.report.fields import resolve
from model.report.report import Report
from model.structs import replace

_NUMBERED = pattern(
    r"^[ \t\u3000\u00a0]*(?P<opening>[（(])[ \u3000]?(?P<number>[一二三四五六七八九十]{1,3})[ \u3000]?"
    r"(?P<closing>[）)])(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_ITEM = pattern(
    r"(?:^|[，。；：、,;:（(\s]|(?<=今后)|(?<=一步)|(?<=[将拟])(?=一是))[ \u3000]{0,8}"
    r"(?P<number>[一二三四五六七八九十]{1,2})是(?!否)",
    re.MULTILINE,
)
_OF_THEM = pattern("(?:^|[，。；：\\s])其(?P<number>[一二三四五六七八九])[，、：]", re.MULTILINE)
_POINT = pattern(
    "(?:^|[。；：\\n]|，(?=1[.．、]))[ \u3000]{0,8}(?P<number>[0-9]{1,2})[.．、](?=20[0-9]{2}年|[^0-9]|$)", re.MULTILINE
)
_NO_CLASSES = (
    "(?!(?:(?<=一、)二|(?<=二、)三|(?<=三、)四|(?<=四、)五|(?<=五、)六|(?<=六、)七|(?<=七、)八|(?<=八、)九"
    "|[一二三四五六七八九十]{1,2}、))"
)
"""Behind a number: not the next class, as in 二、三级河长; 二、二级机构 is a number and a word."""
_COMMA = pattern(f"^[ \t\u3000\u00a0]{{0,8}}(?P<number>[一二三四五六七八九十]{{1,3}})、{_NO_CLASSES}", re.MULTILINE)
_COMMA_WITHIN = pattern(
    f"[。；：][ \u3000]{{0,4}}(?P<number>[一二三四五六七八九十]{{1,2}})、{_NO_CLASSES}", re.MULTILINE
)
_SQUARE = pattern("^[ \u3000]{0,8}[【〔［](?P<number>[一二三四五六七八九十]{1,2})[】〕］]", re.MULTILINE)
_ORDINAL = pattern(
    "(?:^|[。；：\n])[ \u3000]{0,8}第(?P<number>[一二三四五六七八九])[件点个]?[，、：](?![一二三四五六七八九十])",
    re.MULTILINE,
)
_BRACKET = pattern("(?:^|[。；：])[ \u3000]{0,8}[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]", re.MULTILINE)
_SMALL_BRACKET = pattern("(?:^|[。；：\\n])[ \u3000]{0,8}[（(](?P<number>[0-9]{1,2})[）)]", re.MULTILINE)
_A_PAIR = 2
"""Of two subheadings neither is in the usual way; only their brackets are compared."""
_SHOWN = 16


@check(
    "F-05",
    "hint",
    "practice",
    reads=("overview", "problems", "other_matters"),
    may_read=("tables",),
    reasons=WORDING,
    aspect="format",
)
def subheadings(report: Report, _context: Context) -> Iterator[Problem]:
    """同一部分的小标题写法统一：全角括号、是否独占一段、末尾有无句号。

    （一）（二）、“一、二、”“第一、第二”和“一是、二是”的序号不跳号、不重号、不缺开头，“一、”后的标点一致。
    """
    for part in report.form.sections:
        if part.text is None:
            continue
        section, words, name = part.text, report.text[part.text], f"第{part.heading[0]}部分"
        headings = list(_NUMBERED.finditer(words))
        yield from _unlike(section, name, words, headings, report)
        yield from _numbers(section, words)


@lru_cache(maxsize=16)
def _numbers(section: str, words: str) -> tuple[Problem, ...]:
    """What is wrong with the numbers of a section, whatever they are written like."""
    plain = advisable(words)
    return (
        *_skipping(section, words, list(_NUMBERED.finditer(words)), "（{}）"),
        *_in_other_ways(section, words),
        *(each for marks, form in _LISTS for each in _skipping(section, words, list(marks.finditer(plain)), form)),
        *_wrong_mark(section, words),
        *_unlike_marks(section, words),
        *_skipping_within(section, words, list(_BRACKET.finditer(plain))),
        *_beside_each_other(section, words, plain),
    )


def _beside_each_other(section: str, words: str, plain: str) -> Iterator[Problem]:
    """Numbers that are written twice."""
    for found in _ONE_AGAIN.finditer(plain):
        if plain[found.start() - 1 : found.start()] in _BEFORE_ITEM:
            yield in_text(section, found.span("again"), words, "“一是”之后又是“一是”，序号重复。")
    for found in _TWO_NUMBERS.finditer(plain):
        if _OF_A_LAW.search(plain, max(0, found.start() - _NEAR), found.start()):
            continue
        start = plain.rfind("（", 0, found.start()) if found[0][0] in "）)" else found.start() - 1
        span = max(start, 0), found.end()
        yield in_text(section, span, words, f"“{words[slice(*span)]}”连着写了两个序号，请删去一个。")


_OF_A_LAW, _NEAR = pattern("第[^，。；\n]{0,12}$|(?:周|星期|礼拜)[一二三四五六日]?$"), 16
"""Before the items of an article, or days of the week: 第二十条第（五）（六）（八）项, 每周一、三、五."""
_ONE_AGAIN = pattern("一是(?!否)[^。：\\n]{2,80}[；，](?P<again>一是)(?!否)")
_BEFORE_ITEM = ("", "，", "。", "；", "：", "\n")
_TWO_NUMBERS = pattern(
    "、(?<=[一二三四五六七八九十]、)(?<![一二三四五六七八九十]、[一二三四五六七八九十]、)[一二三四五六七八九十]{1,2}(?:是(?!否)|、)"
    "|[）)](?<=[（(][一二三四五六七八九十0-9][）)])[（(]?(?:[一二三四五六七八九十]{1,2}|[0-9])[、）)]"
    "|[是](?<=[一二三四五六七八九]是)(?<![一-鿿]{2}是)(?:[一二三四五六七八九]是(?!否)|[（(][一二三四五六七八九0-9][）)]|[0-9][.．、](?![0-9]))"
)
"""Two numbers of headings or items beside each other; 一、二、三 alone are a list of classes."""


_LISTS = (
    (_ITEM, "{}是"),
    (_OF_THEM, "其{}"),
    (_POINT, "{}."),
    (_SMALL_BRACKET, "（{}）"),
    (_COMMA, "{}、"),
    (_COMMA_WITHIN, "{}、"),
    (_SQUARE, "【{}】"),
    (_ORDINAL, "第{}"),
)
"""The ways of numbering that have one level, and how their numbers are shown."""


_MARKED = pattern(
    r"^[ \t\u3000\u00a0]*(?:(?P<bracket>[（(][一二三四五六七八九十]{1,3}[）)])|(?P<comma>[一二三四五六七八九十]{1,3}、)"
    r"|(?P<point>[0-9]{1,2}[.．、](?![0-9]))|(?P<item>[一二三四五六七八九十]{1,2}是(?!否)))",
    re.MULTILINE,
)


def _in_other_ways(section: str, words: str) -> Iterator[Problem]:
    """The first paragraph whose number goes on from the one before in another way of numbering."""
    before: re.Match[str] | None = None
    last = dict[str | None, int]()
    for found in _MARKED.finditer(words):
        mark = found[0].strip()
        number = count_of(_BARE.sub("", mark))
        goes_on = last.get(found.lastgroup) == number - 1
        last[found.lastgroup] = number
        if before and not goes_on and number == count_of(_BARE.sub("", before[0].strip())) + 1:
            message = f"“{before[0].strip()}”之后是“{mark}”，同一层的序号写法不一致。"
            span = found.end() - len(mark), found.end()
            yield in_text(section, span, words, message)
            return
        before = found


_MARK_BEHIND = pattern(
    "^[ \t\u3000\u00a0]{0,8}(?P<number>[一二三四五六七八九十]{1,3})(?P<mark>[、，,.．])", re.MULTILINE
)


_MARK_LOST = pattern(
    "^[ \t\u3000\u00a0]{0,8}(?P<number>[一二三四五六七八九])"
    "(?=主动公开|依申请公开|政府信息管理|平台建设|政府信息公开平台|监督保障|存在的?(?:主要)?问题|改进)",
    re.MULTILINE,
)
"""The number of a known heading with no mark behind it: 一主动公开情况."""


def _wrong_mark(section: str, words: str) -> Iterator[Problem]:
    """A paragraph whose number has another mark behind it than those of the others: 一， beside 二、."""
    for lost in _MARK_LOST.finditer(words):
        message = f"“{lost[0].strip()}”后面丢了“、”，应写“{lost['number']}、”。"
        yield in_text(section, lost.span("number"), words, message)
    found = list(_MARK_BEHIND.finditer(words))
    if not any(each["mark"] == "、" for each in found):
        return
    for each in found:
        if each["mark"] != "、":
            message = f"“{each[0].strip()}”应写“{each['number']}、”，与其他各条一致。"
            yield in_text(section, each.span("number")[:1] + each.span("mark")[1:], words, message)
            return


_POINT_MARK = pattern("^[ \t\u3000\u00a0]{0,8}(?P<number>[0-9]{1,2})(?P<mark>[.．、])(?![0-9])", re.MULTILINE)


def _unlike_marks(section: str, words: str) -> Iterator[Problem]:
    """The first paragraph of a list in figures with another mark behind its number than most: 1、 beside 2. and 3."""
    run = list[re.Match[str]]()
    for each in (*_POINT_MARK.finditer(words), None):
        if each and run and int(each["number"]) == int(run[-1]["number"]) + 1:
            run.append(each)
            continue
        marks = Counter(found["mark"] for found in run)
        if len(marks) > 1:
            usual = max(marks, key=lambda mark: (marks[mark], mark == run[-1]["mark"]))
            odd = next(found for found in run if found["mark"] != usual)
            message = f"“{odd[0].strip()}”应写“{odd['number']}{usual}”，与其他各条一致。"
            yield in_text(section, (odd.start("number"), odd.end("mark")), words, message)
        run = [each] if each else []


_BEGUN_AT = {"（{}）": 9, "{}.": 9, "{}是": 2, "第{}": 2}
"""The last number with which a list that lacks its first ones is told of, by its form."""
_BARE = pattern("[^一二三四五六七八九十0-9]")


def _unlike(section: str, name: str, words: str, headings: list[re.Match[str]], report: Report) -> Iterator[Problem]:
    """One finding a section: the first subheading in a way that fewer of them are written in."""
    styles = [_style(heading, report) for heading in headings]
    if len(styles) == _A_PAIR:
        styles = [(wide, "") for wide, _ in styles]
    plain = [way for _, way in styles if way != _EITHER]
    common = Counter(plain).most_common(1)[0][0] if plain else ""
    styles = [(wide, common if way == _EITHER else way) for wide, way in styles]
    if len(set(styles)) <= 1:
        return
    usual = Counter(styles).most_common(1)[0][0]
    unlike = [heading for heading, style in zip(headings, styles, strict=True) if style != usual]
    odd = unlike[0]
    model = headings[styles.index(usual)]
    differ = _differ(styles[headings.index(odd)], usual)
    message = f"{name}小标题写法不一致：“{_shown(odd)}”{differ}，与“{_shown(model)}”不同，请改成一样的写法。"
    start = odd.start("opening")
    problem = in_text(section, (start, start + len(_shown(odd).rstrip("…"))), words, message)
    yield replace(problem, state="\n".join(_shown(heading) for heading in unlike[1:]))


def _style(heading: re.Match[str], report: Report) -> tuple[bool, str]:
    """Whether its brackets are wide, and how it goes on; a live field counts as the figure it prints."""
    wide = heading["opening"] + heading["closing"] == "（）"
    rest = resolve(heading["rest"], report).strip()
    end = subheading_end("（一）" + rest) - len("（一）")
    if end <= 0:
        return wide, "running on"
    if rest[end - 1 : end] in ("；", ";"):
        return wide, _EITHER
    if "，" in rest[:end] and _A_FIGURE.search(rest[:end]):  # a short statement with its figures, no heading
        return wide, "running on"
    return wide, "with a stop" if end < len(rest) or rest.endswith("。") else "alone"


_A_FIGURE = pattern("[0-9]|[一二两三四五六七八九十百千][件条次个份名期家]")
_EITHER = "to a semicolon"
"""A first statement that is short: a heading with a stop, or a text that runs on."""
_WAYS = {
    "running on": "没有标点、直接接正文",
    "with a stop": "后面有标点、接着写正文",
    "alone": "独占一段、末尾没有标点",
    "": "",
}


def _differ(odd: tuple[bool, str], usual: tuple[bool, str]) -> str:
    """In what one way of writing differs from the usual one, for the clerk."""
    if odd[0] != usual[0]:
        return "的括号是全角" if odd[0] else "的括号有半角的"
    return _WAYS[odd[1]]


def _shown(heading: re.Match[str]) -> str:
    """The number and the words of a subheading, to its first mark; cut where they are long."""
    whole = heading[0][heading.start("opening") - heading.start() :]
    return excerpt(whole, 0, heading.end("closing") - heading.start("opening") + 1, _SHOWN)


def _skipping_within(section: str, words: str, found: list[re.Match[str]]) -> Iterator[Problem]:
    """The same for （一） within paragraphs, which may go on from there or from the subheadings around."""
    last = last_within = 0
    for each in found:
        number = count_of(each["number"])
        within = each[0][:1] in "。；："
        if (
            within
            and number != 1
            and (last or section != "other_matters")
            and number not in (last + 1, last_within + 1)
        ):
            message = f"“（{chinese(last)}）”之后是“（{each['number']}）”，序号不连续。"
            if not last:
                message = f"“（{each['number']}）”前面没有“（一）”，序号不连续。"
            yield in_text(section, each.span("number"), words, message)
        last, last_within = number, number if within else last_within


def _has_first(words: str, at: int, form: str) -> bool:
    """Whether the first number stands before a place, if not where an item begins.

    That is in its paragraph, 我镇一是…，二是…; a subheading may stand behind the introduction: 坚持公开。（一）公开.
    """
    begin = 0 if form == "（{}）" else words.rfind("\n", 0, at) + 1
    return form.format("一") in words[begin:at]


_BESIDE = 3
"""So many numbers on each side show whether all items have the same one."""


def _is_the_mark_of_all(found: list[re.Match[str]], place: int) -> bool:
    """Whether 一 stands four times around a place: then it is a mark of each item, and no slip."""
    around = [count_of(each["number"]) for each in found[max(0, place - _BESIDE) : place + _BESIDE]]
    return around.count(1) > _BESIDE


def _skipping(section: str, words: str, found: list[re.Match[str]], form: str) -> Iterator[Problem]:
    """Numbers that do not follow the one before; one that begins again at 一 begins another list."""
    last = 0
    for place, each in enumerate(found):
        number = count_of(each["number"])
        unseen = not last and _has_first(words, each.start(), form)
        if not last and (unseen or number > _BEGUN_AT.get(form, 0) or section == "other_matters"):
            last = number
            continue
        if number != last + 1 and place and form.format("一") in words[found[place - 1].end() : each.start()]:
            last = number
            continue
        twice = number == last == 1 and form != "{}是" and not _is_the_mark_of_all(found, place)
        if twice and _goes_on(words, found[place - 1].end(), each.start("number")):
            yield in_text(
                section, each.span("number"), words, f"“{form.format(each['number'])}”连着出现了两次，序号重复。"
            )
        if number != 1 and number != last + 1:
            before = str(last or 1) if each["number"].isdecimal() else chinese(last or 1)
            message = f"“{form.format(before)}”之后是“{form.format(each['number'])}”，序号不连续。"
            if not last:
                message = f"“{form.format(each['number'])}”前面没有“{form.format(before)}”，序号不连续。"
            yield in_text(section, each.span("number"), words, message)
        last = number


_LEVEL = pattern(
    "[（(][一二三四五六七八九十0-9]{1,2}[）)]?|[一二三四五六七八九十]{1,2}(?:、|是(?!否))|[0-9]{1,2}[.．、]|[第其][一二三四五六]"
    "|[【〔［]|改进|整改|措施|举措|下一?步|对此|为此|针对|打算"
)
"""Another number, or a turn to what is done about the problems."""


def _goes_on(words: str, start: int, end: int) -> bool:
    """Whether between two numbers there is no other one, and no turn: the second one belongs to the same list."""
    stop = max(start, end - 1)
    return not _LEVEL.search(words, start, stop) and any(mark in words[start:end] for mark in "。；\n，")
