"""X-14: one figure given twice, differently."""

import re
from collections import defaultdict
from collections.abc import Iterator

from model.checks.reasons import PROSE
from model.checks.registry import Context, Problem, check, in_text
from model.language.numerals import AMOUNT, amount
from model.language.patterns import pattern
from model.language.sentences import beginning, has_end
from model.prose.figures import Figure
from model.prose.reader import reading
from model.report.report import Report, TextId

_TEXTS: tuple[TextId, ...] = ("overview", "problems")
_WORDS = pattern("[一-鿿]{4,}")
_OTHER_SCOPE = pattern(
    "其中|上年|去年|季度|上半年|下半年|每[月年周]|20[0-9]{2}年|第[一二三]|由[^，。；]{0,12}(?:增|减|降|升|压)|提高到|累计|增加|减少|分别"
)
_BEHIND, _BEFORE, _LONG = 12, 12, 4
_LEAST, _FEWEST = 12, 5


@check("X-14", "hint", "practice", reads=("agency", *_TEXTS), reasons=PROSE)
def said_twice(report: Report, _context: Context) -> Iterator[Problem]:
    """同一件事前后写了两个相近的数（只差一位或两位对调），名称、单位相同，中间没有“其中”。

    全年公开信息的总数、紧接着又写一遍“共”几场几人的，前后不同也是。
    """
    told = set[tuple[TextId, int]]()
    for section, span, message in (*_totals(report), *_beside(report)):
        told.add((section, span[0]))
        yield in_text(section, span, report.text[section], message)
    yield from (problem for where, problem in _slips(report) if where not in told)


def _slips(report: Report) -> Iterator[tuple[tuple[TextId, int], Problem]]:
    """The figures that are one that stands before, but for a slip."""
    seen: dict[str, list[tuple[Figure, set[str], TextId]]] = defaultdict(list)
    for section in _TEXTS:
        words = report.text[section]
        for figure in reading(words, report.form).figures:
            if (
                figure.meanings
                or figure.kind != "count"
                or figure.bound != "exact"
                or not isinstance(figure.value, int)
            ):
                continue
            if figure.value < _FEWEST or figure.unit in ("%", "％", "元", "万元"):
                continue
            names = _names(words, figure, report.year)
            for other, their, where in seen[figure.unit][-30:]:
                in_one_list = where == section and _in_one_sentence(words, other, figure)
                alike = set[str]()
                if is_slip := _is_slip(figure, other):
                    may_be = _may_be_one(words, figure, report.text[where], other, _HUNDRED)
                    alike = names & their if may_be else alike
                slip = is_slip and (alike or (_are_long(figure, other) and not _is_some(words, figure)))
                if not in_one_list and (slip or (where == section and _is_repeated(words, other, figure, report.year))):
                    name = f"“{max(alike, key=len)}”" if alike else "像是同一个数："
                    message = f"{name}这里写{figure.value}{figure.unit}，前面写{other.value}{other.unit}，请核对。"
                    yield (section, figure.number[0]), in_text(section, figure.span, words, message)
                    break
            seen[figure.unit].append((figure, names, section))


def _may_be_one(words: str, figure: Figure, their: str, other: Figure, least: int) -> bool:
    """Whether two figures are told of in the same words, or are large and of no two sides: 线上、线下."""
    mine, before = _thing(words, figure), _thing(their, other)
    if mine == before:
        return True
    alike = mine.endswith(before) or before.endswith(mine)
    return int(figure.value or 0) >= least and alike and _SIDE.findall(mine) == _SIDE.findall(before)


def _thing(words: str, figure: Figure) -> str:
    """The words before a figure, without those that every figure of the year may have."""
    return _OF_ANY.sub("", _label(words, figure))


_OF_ANY = pattern(
    "回头看|总的看|全年度?|本年度?|年内|今年|当年|20[0-9]{2}年度?|一共|总共|共计?|合计|总计|累计|先后|实际|统一后的?|[我本](?:局|委|办|镇|乡|街道|机关|单位|院)|[了已为是有对向在]|达到?"
    "|(?:主动|及时|定期|集中|组织){0,2}(?:发布|公开(?!栏|点|专[区栏])|公布|推送|刊发|发出|举办|开展|组织|召开|举行|吸引|邀请|接待|参加)"
)
_SIDE = pattern(
    "线[上下]|网[上站]|窗口|来[访电信]|[上下]半年|[春秋冬夏]季|[省市县区镇乡村社][级区]?|街道|公众号|视频号|微[信博]|客户端|审[核查]|转[载发]|原创|[机局]关|学校|企业"
)
"""What tells one of two figures from another of the same thing."""


_WHOLLY, _NAMED_WHOLLY = 6, 20
_OF_THE_WHOLE_YEAR = pattern("全年|年内|本年")


def _is_some(words: str, figure: Figure) -> bool:
    """Whether 其中 stands before a figure."""
    return "其中" in _label(words, figure)


def _is_repeated(words: str, one: Figure, two: Figure, year: int) -> bool:
    """Whether a sentence tells in the words of an earlier one of a thing of the year, by another number."""
    start = beginning(words, two.number[0], "sentence")
    lead = words[start : two.number[0]].replace(f"{year}年", "")
    if one.value == two.value or _OTHER_SCOPE.search(lead):
        return False
    if _OTHER_SCOPE.search(words[beginning(words, one.number[0], "sentence") : one.number[0]].replace(f"{year}年", "")):
        return False
    before = words[max(0, one.number[0] - _NAMED_WHOLLY) : one.number[0]]
    if words[max(0, two.number[0] - _NAMED_WHOLLY) : two.number[0]] == before:
        return True
    first, again = _flat(words, one), _flat(words, two)
    if len(again) < _WHOLLY or not first.endswith(again) or not _OF_THE_WHOLE_YEAR.search(lead):
        return False
    return not _OF_OTHERS.search(first.removesuffix(again))


_OF_OTHERS = pattern("[所下]属|各|全[市县区镇省]|[省市县区镇乡村][级里]|乡镇|街道|系统|单位|部门|学校|企业")
"""Before the first of two figures: it is of others, while the second one is the agency's own."""


def _flat(words: str, figure: Figure) -> str:
    """The last words of a sentence before a figure, without its marks and the words of any figure of the year."""
    lead = words[max(beginning(words, figure.number[0], "sentence"), figure.number[0] - _NEAR) : figure.number[0]]
    return _OF_ANY.sub("", _MARK.sub("", lead.translate(_QUOTES)))


def _in_one_sentence(words: str, other: Figure, figure: Figure) -> bool:
    """Whether one list tells of both, each of a thing of its own."""
    start, end = other.number[1], figure.number[0]
    return start <= end and not has_end(words, "sentence", start, end)


def _are_long(figure: Figure, other: Figure) -> bool:
    """Whether both have four digits or more, two of them exchanged: no two numbers of one measure do by chance."""
    mine, theirs = str(figure.value), str(other.value)
    return len(mine) >= _LONG and sorted(mine) == sorted(theirs) and figure.unit not in _ROUND


_ROUND = frozenset(("", "人", "人次", "次"))
"""Measures of audiences, whose large numbers are many."""


def _names(words: str, figure: Figure, year: int) -> set[str]:
    """Runs of four characters near a figure, before it and behind it in its clause, but for the report's own year."""
    start, end = figure.clause
    begin, until = figure.number[0], figure.number[1]
    before = words[max(start, begin - _BEFORE) : begin]
    behind = words[until : min(end, until + _BEHIND)].removeprefix(figure.unit)
    before = before.replace(f"{year}年度", "").replace(f"{year}年", "")
    if _OTHER_SCOPE.search(before):
        return set()
    runs = [run for part in (before, behind) for run in _WORDS.findall(part)]
    return {run[place : place + _LONG] for run in runs for place in range(len(run) - _LONG + 1)}


def _is_slip(figure: Figure, other: Figure) -> bool:
    """Whether two numbers are one with two figures exchanged, or with one of at least four otherwise."""
    mine, theirs = str(figure.value), str(other.value)
    if mine == theirs or len(mine) != len(theirs) or int(figure.value or 0) < _LEAST:
        return False
    different = [place for place, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b]
    swapped = len(different) == 2 and sorted(mine) == sorted(theirs) and different[1] - different[0] == 1  # noqa: PLR2004
    return swapped or (len(different) == 1 and len(mine) >= _LONG)


# --- a number told again in the next clause or sentence, said to be all ---

_MARK = pattern("[，。；、：:\\n（(]")
_QUOTES = str.maketrans("", "", "“”《》")
_ALTOGETHER = pattern("(?:一共|总共|共计?|合计|总计)(?:有|为|是|达|吸引|邀请|接待)?(?:[一-鿿]{0,2})$")
_COPULA = pattern("(?:一共|总共|共计?|合计|总计|累计|为|是|有|达到?|了)+$")
_SAID_OF_ALL = pattern("共|总|全年|合计|统一后|实际")
_ONLY_SOME = pattern(
    "发放|发出|收回|回收|整改|办结|采纳|答复|解决|印[制发]|退|未|不|通过|录用|新增|增加|减少|其中|分别|线上|线下"
)
_NEAR, _NOUN, _HUNDRED = 60, 2, 100


def _beside(report: Report) -> Iterator[tuple[TextId, tuple[int, int], str]]:
    """Figures that are told once more right behind, with another number."""
    for section in _TEXTS:
        words = report.text[section]
        counts = [figure for figure in reading(words, report.form).figures if _is_plain(figure)]
        for place in range(1, len(counts)):
            for before in counts[max(0, place - 2) : place]:
                if _told_again(words, before, counts[place], adjacent=before is counts[place - 1]):
                    one, two = before, counts[place]
                    message = f"这里写{two.value}{two.unit}，前面写{one.value}{one.unit}，像是同一个数，请核对。"
                    yield section, two.number, message
                    break


def _is_plain(figure: Figure) -> bool:
    return (
        not figure.meanings
        and figure.kind == "count"
        and figure.bound == "exact"
        and isinstance(figure.value, int)
        and figure.unit not in ("", "%", "％", "元", "万元")
    )


def _label(words: str, figure: Figure) -> str:
    """The words before a figure in its clause."""
    start = max(figure.number[0] - _NEAR, beginning(words, figure.number[0], "clause"))
    return _MARK.split(words[start : figure.number[0]])[-1].translate(_QUOTES)


def _told_again(words: str, one: Figure, two: Figure, *, adjacent: bool) -> bool:
    """Whether a figure is one before it once more: of one noun, and said to be all or the same but for a slip."""
    if one.unit != two.unit or one.value == two.value or two.number[0] - one.number[1] > _NEAR:
        return False
    if words.startswith(_OPENED, one.number[1] + len(one.unit)):
        return False
    before, again = _label(words, one), _label(words, two)
    noun, core = _COPULA.sub("", again)[-_NOUN:], _COPULA.sub("", before)
    if len(noun) < _NOUN or not core.endswith(noun) or _ONLY_SOME.search(before + again):
        return False
    least, mine = min(int(one.value or 0), int(two.value or 0)), _COPULA.sub("", again)
    of_all = _LEAST if _SAID_OF_ALL.search(again) else _HUNDRED
    if _OTHER_SCOPE.search(f"{before}，{again}") or not _may_be_one(words, two, words, one, of_all):
        return False
    if least >= _LEAST and _is_slip(two, one):
        alike = least >= _HUNDRED or core[-_LONG:] == mine[-_LONG:]
        apart = has_end(words, "statement", one.number[1], two.number[0])
        same = len(mine) >= _LONG and core.endswith(mine)
        return bool(_SAID_OF_ALL.search(again)) or (alike and apart) or same
    of_one = _thing(words, one) == _thing(words, two)
    return adjacent and bool(_ALL_OF_IT.search(again)) and len(mine) > _NOUN and of_one


_OPENED = ("（", "(")
"""Right behind a figure: what the bracket says of it is looked at within the sentence."""
_ALL_OF_IT = pattern("(?:一共|总共|共计?|合计|总计)(?:有|为|是|达)?$")

# --- what was made public in all ---

_TOTAL = pattern(
    f"公开(?P<what>[^，。；、：\\n0-9]{{0,14}}?)信息(?:共计?|总数|总量|合计|总计|累计|达到?|为|的)?(?P<number>{AMOUNT})条"
)
_GENERAL = pattern("(?:各类|各项|有关)?(?:政府|政务)?$")
_OF_THE_YEAR = pattern("全年|本年|年内|合计|总计|共")
_OWN = pattern(
    "20[0-9]{2}年度?|全年|本年度?|年内|一年来?|[我本全](?:局|委|办|镇|乡|街道|机关|单位|院|中心|厅)|街道|主动|向社会|对|已|共计?|累计|合计|总计"
)
_CHANNEL = pattern(
    "网站|公众号|平台|微信|微博|专栏|栏目|公报|渠道|[村社]|客户端|其中|上半年|下半年|季度|上年|去年|[0-9]月"
)
_ANY = pattern("[0-9](?<![0-9.,][0-9])[0-9,]{0,8}条")


def _totals(report: Report) -> Iterator[tuple[TextId, tuple[int, int], str]]:
    """The number of all that was made public in the year, told again with another one."""
    overview, problems = report.text.overview, report.text.problems
    general = [found for found in _TOTAL.finditer(overview) if _is_general(overview, found, report.year)]
    for found in general[1:]:
        if amount(found["number"]) != amount(general[0]["number"]):
            yield "overview", found.span("number"), _of_total(found, general[0])
    later = [found for found in _TOTAL.finditer(problems) if _is_of_the_year(problems, found, report.year)]
    known = {amount(found[0][:-1]) for found in _ANY.finditer(overview)} if later else set()
    for found in later if known else ():
        value = amount(found["number"])
        alike = _is_general(problems, found, report.year) or any(_are_exchanged(value, each) for each in known)
        if value not in known and alike:
            yield "problems", found.span("number"), _of_total(found, None)


def _of_total(found: re.Match[str], first: re.Match[str] | None) -> str:
    other = f"前面写{first['number']}条" if first else "总体情况里没有这个数"
    return f"全年公开信息这里写{found['number']}条，{other}，请核对。"


def _lead(words: str, found: re.Match[str]) -> str:
    return words[beginning(words, found.start(), "clause") : found.start()]


def _is_general(words: str, found: re.Match[str], year: int) -> bool:
    """Whether it tells of all that the agency made public: neither by one channel nor of one kind."""
    lead = _lead(words, found)
    start = beginning(words, found.start(), "sentence")
    others = any(int(each) != year for each in _YEARS.findall(lead))
    return (
        bool(_GENERAL.match(found["what"]))
        and not others
        and not _OWN.sub("", lead)
        and bool(_OF_THE_YEAR.search(lead) or str(year) in lead or "主动" in lead)
        and not _CHANNEL.search(words, start, found.start())
    )


def _is_of_the_year(words: str, found: re.Match[str], year: int) -> bool:
    lead = _lead(words, found)
    return bool(_OF_THE_YEAR.search(lead) or f"{year}年" in lead) and not _CHANNEL.search(lead)


_YEARS = pattern("20[0-9]{2}(?=年)")


def _are_exchanged(one: object, other: object) -> bool:
    """Whether two numbers have the same digits otherwise."""
    return one != other and sorted(str(one)) == sorted(str(other))
