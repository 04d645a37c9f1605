"""Checks that a text was written for this year: years left over from an older draft, and last year's sentences."""

import re
from collections.abc import Iterator

from model.checks.fix import Fix, Replacement
from model.checks.reasons import OLD_WORDS
from model.checks.registry import Context, Problem, check, in_text
from model.language.characters import half_width
from model.language.numerals import YEAR_WORDS, year_of
from model.language.patterns import pattern
from model.language.sentences import Span, around, pieces, spans
from model.language.squeezed import Paragraphs
from model.prose.agreement import agrees, last_years_value
from model.prose.reader import reading
from model.report.fields import resolve
from model.report.moved_years import year_like
from model.report.names import regions
from model.report.past import earlier_report
from model.report.report import PastReport, Report

_WITHIN = pattern(
    "(?<=，)(?P<year>20[0-9]{2})(?P<rest>年(?:度)?，?(?:(?:在|通过|依托|利用)[^，。；\\n]{2,20}?|共|全年|累计|[我本](?:局|镇|乡|街道|单位|机关|委|办)){0,3}"
    "(?:主动公开|公开|发布|公布|收到|受理|新收|办结|答复|制发|推送|开展|举办|组织)[^，。；\\n《]{0,16}?[0-9]{1,6}[条件篇份场次期])"
)
"""A clause further on that tells what the year brought, as the sentence's first ones do of this year."""
_WITHIN_YEAR = pattern(
    "(?P<year>20(?<=[，。；]20)[0-9]{2})(?P<rest>年(?P<whole>度)?，?(?:共|全年|全[县市区镇乡省州旗]|本[局镇乡县市区]){0,2}(?P<told>[^，。；\n《0-9]{0,16}?)[0-9]{1,6}(?:\\.[0-9])?万?(?P<unit>人次|[条件篇份场次期个人家名户处]))"
)
"""A count of one year only, in a sentence that tells of none else."""
_THIS_YEAR = pattern(
    "(?:上一?年|去年)(?:度)?(?:相比|比较)，(?P<year>20[0-9]{2})年(?!度?(?:的?(?:数据|报告)|[^，。；\\n]{0,6}底))"
)
"""What is compared with last year is this one."""
_SHOWN = pattern(
    "(?:^|(?<=[，。；：\n]))(?P<year>20[0-9]{2})(?P<rest>年(?:度)?[^，。；\n《0-9]{0,12}(?:统计|数据|调查|测评|评估|检查|监测|抽查|自查|反馈)"
    "(?:结果)?(?:显示|表明|反映|发现|来看)(?!的))"
)
"""What the year's figures or a look at it have shown, as the reason of a problem."""
_NUMBER_OF_DOCUMENT = pattern("[〔（(\\[][0-9]{4}[〕）)\\]]")
_OF_PLACE = pattern(
    "印发|制定|出台|修订|建成|启用|开通|成立|上线|开始|实施|施行|预算|决算|聘|以|底|初|^[一-鿿]{0,6}的|的[^，。；]{0,3}$|届|版|前|后|原|老|旧|发布的"
)
_COUNTED = pattern("[0-9][条件篇份场次期]")
_OTHER_YEARS = pattern(
    "今年|本年|当年|比|较|上年|上一年|去年|同比|增|减|累计至|以来|曾|起|结转|历年|近[两三]年|先后|整改"
)

_PROSE = ("overview", "problems", "other_matters")
_OPENING = pattern(
    r"\s{0,20}(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]\s{0,8}(?:[^，。；：:\n]{2,20}[：:]\s{0,8})?"
    r"|[一二三四五六七八九十]是"
    r"|(?:总体|总的|整体)来看，|过去的?)?"
    r"(?:[我本全](?:[局委办镇乡县市区院厅]|单位|机关|街道|部门)?(?:在)?|(?:截至|截止到?|截止至|回顾|在)\s{0,8})?"
    rf"(?P<year>20[0-9]{{2}}|{YEAR_WORDS})(?P<rest>\s{{0,8}}年.*)"
)
_LEAD = pattern(
    r"\s{0,8}(?:(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]\s{0,8})?[^，。；：:\n0-9]{2,16}[：:]"
    r"|(?:根据|依据|按照|依照|遵照|对照|为[了]?(?!期))[^。；\n]{2,60}?(?:，|,))"
)
"""What may stand before the year that a sentence is about: its heading, or what it goes by."""
_TOLD_OF = pattern(
    r"(?:现?将|现就|现对|形成|编制(?:了|完成)?|汇总)[^，。；\n0-9]{0,16}(?P<year>20[0-9]{2})(?P<rest>年(?:度)?[^，。；\n]{0,24}?"
    r"(?:如下|(?:予以)?(?:公布|公开|报告|总结|通报|说明)(?=[，。：:；])))"
)
"""The year of which the report says that it tells."""
_TOLD_BELOW = pattern(
    "(?:^|(?<=[，。；：\n]))(?:[我本](?:局|委|办|镇|乡|街道|单位|机关|厅|院|中心))?(?P<year>20[0-9]{2})"
    "(?P<rest>年(?:度)?的?(?:政府信息|政务|信息|政府信息和政务)公开[^，。；：\n0-9]{0,12}"
    "(?:如下|(?:从|分|按)(?:以下|如下)?[一-鿿]{1,2}个?(?:方面|部分)[^，。；：\n]{0,6}))"
)
"""The same without such words: 2024年信息公开工作情况如下."""
_OF_OLD = pattern(
    r"年(?:度)?[“\"][^”\"，。；\n]{1,12}[”\"]|年[^，。；]{1,10}以来"
    r"|年(?:度)?[初末底][^，。；]{1,8}的[0-9一二两三四五六七八九十]{1,4}[名个项件份位家]"
    r"|年(?:度|初|底)?(?:版|以来|起|至今|之前|(?:及|或)?(?:以前|更早)|以后|之后|同期|相比)"
    r"|年(?:度)?[^，。；]{0,8}(?:[至到~～—–-])\s*20[0-9]{2}"
    r"|年(?:度|末|底)?[^，。；]{0,4}(?:结转|接转|续办|遗留|转来|转入|转过来|带过来|带来|带入|接过来|留下|未办)"
    r"|年[^，。；]{0,12}?(?:[月日度期季]起|施行|实施|生效|修订|修正)"
    r"|年[^，。；]{0,8}(?:印发|制定|出台|发布|颁布|公布|建成|成立|开通|上线|获得|荣获|下发|编印|编制|启用|投用|聘任|聘请|签订|购置|配发|确定|评定|使用|撤并|撤销|合并|划转|新设|设立|试运行|停用|注销|关停|移交|组建|更名|搬迁|新建|改版|招录|投运|承建|立项)的"
    r"|年(?:度)?[^，。；]{0,10}的[^，。；]{0,16}(?:档案|卷宗|台账)"
    r"|年(?:度)?(?:尚|仍)?未(?:审结|办结|结案|办理完毕|答复)的"
    r"|年[^，。；]{0,12}(?:《|预算|决算|年报|年度报告)"
    r"|年(?:度)?[^，。；0-9]{0,12}普查(?:时|结果|数据|显示|登记|为|，)"
    r"|年[^，。；]{0,12}由?原[^，。；]{2,30}(?:整合|组建|合并|改制|划转|改建|更名|撤[乡县镇]设)"
    r"|年[^，。；]{0,8}由[^，。；]{2,30}(?:更名|合并|组建|整合|撤[乡县镇]设[镇区市])"
    r"|年(?:度)?的[^，。；]{0,8}[0-9]{1,4}件(?:申请|案件)?(?:已|均已|都已|全部已)"
    r"|年[^，。；]{0,10}(?:调整|改革|撤并|合并|组建|改制|搬迁|划转|划入|挂牌|设立|成立|换届)(?:以?前|之前|以?后|之后|时)"
)
_ONLY_A_DAY = pattern(
    "年\\s{0,4}(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日)?\\s{0,8}"
)
"""What follows the year where a report is signed; that it is too early is told elsewhere."""
_TOLD_AS_PAST = pattern(r"曾|当时|此后|从此|回顾|旧版|原版|同时(?:停止|废止)|停止使用|已不再")
_TOLD_AS_LONG_AGO = pattern(r"机构改革|当年|首次|至今|沿用|起步|率先|近年|期间|20[0-9]{2}\s{0,8}年")
_BUDGET = pattern(r"预算|决算|预决算")
_AHEAD = pattern(r"改进|下一?步|方向|措施|举措|打算|目标|计划|安排|思路|对策")
_PLAN = pattern(r"将|预告|元旦|春节|提前|计划|拟|下一?步|继续|着力|力争|重点|进一步|要|年工作|思路|打算|安排")
_BY_MONTH = pattern(r"年\s*[0-9一二三四五六七八九十]{1,3}\s*月")
_SAYS_WHICH_YEAR = pattern(r"今年|本年度?[均都已全]|(?:上一?年(?:度)?|去年)的?(?:年度)?(?:报告|年报)")
_LAST_YEARS_PROBLEMS = pattern(
    r"(?:存在|指出|反馈|提出|查找)[^，。；]{0,12}(?:问题|不足|任务|要求|意见|建议|目标)"
    r"|报告中?(?:所)?(?:提到|指出|反映|列出|写[到明])"
    r"|整改(?:到位|完成|完毕|销号|率|措施|工作|清单|[，；]|$)|(?:完成|均|全部|已|了|逐[项条一])[^，。；]{0,6}整改"
)

_NUMERALS = "〇零一二三四五六七八九十百千万两"
_FIGURES = pattern(rf"[0-9０-９]+(?:[.,，][0-9０-９]+)*|(?<![{_NUMERALS}])[{_NUMERALS}]{{1,12}}(?=[件条次篇份人期个])")
_NOT_WORDS = pattern(r"[\s“”‘’「」『』（）()《》、：:]+")
_ALIKE = 80
_SHORTEST = 60
"""The fewest characters of a section that can be last year's over again."""
_SHORTEST_WHOLE, _WHOLE = 12, 100
"""The fewest of the part on problems that are told where every word of it is last year's."""
_COMPARED = {"overview": "总体情况", "problems": "存在的主要问题及改进情况"}


@check(
    "Y-01",
    "warning",
    "practice",
    reads=("overview", "problems", "other_matters", "agency", "tables", "last_year"),
    group="不是本年的年份",
    reasons=OLD_WORDS,
)
def another_year(report: Report, _context: Context) -> Iterator[Problem]:
    """句首、小标题里、“某年共公开几条”或“现将某年情况报告如下”的年份不是报告年度，像是沿用旧稿。

    文件名、文号、施行日期、同上年的比较、上年问题的整改、预算决算、下一年的打算、回顾往年的话，写明了今年或者又说到
    别的年份的句子，以及数据就是上年报告的那些的句子不算。
    """
    names = tuple(name for name in (report.agency.name, report.agency.short_name, *_places(report)) if name)
    for section in _PROSE:
        words = report.text[section]
        found = sorted({*_left_over(words, report.year, names), *_within(words, report.year)})
        paragraphs = Paragraphs(words) if found else None
        told = list(_of_last_years_report(report, section)) if found else []
        for span, year in found:
            if section == "problems" and year == report.year + 1:  # what is to be done
                continue
            if year == report.year - 1 and any(start <= span[0] < end for start, end in told):
                continue
            if year < report.year and (_is_compared(words, span) or _is_first_of_years(words, span, report.year)):
                continue
            number = paragraphs.number(span[0]) if paragraphs else 1
            message = f"第{number}段出现“{year}年”，本报告是{report.year}年，请确认不是沿用旧稿。"
            yield in_text(section, span, words, message, _this_year(section, span, words, report.year))


_COMPARED_WITH = pattern("(?:较|相?比|对比)(?P<year>20[0-9]{2})年(?:度)?[^，。；\n]{0,6}(?:[增减多少升降]|持平)")
"""The year before, with which this year's figures are compared."""
_AS_COMPARISON = pattern("(?:(?:作为|作)?(?:对照|比较|对比|参照|参考)|相比之下|相较而言)，?$")
_OF_ALL_TEXTS = pattern(
    "公开|信息|政府|政务|工作|全年|申请|主动|情况|开展|组织|完成|发布|公布|推送|召开|举办|举行|收到|受理|办理|编制|制[作发]|更新"
)
"""Words that say nothing of what a figure counts."""
_WORD, _BEFORE_IT, _SHORT = 2, 40, 40


def _is_compared(words: str, span: Span) -> bool:
    """Whether a year's figure stands right behind this year's of the same thing: 平均96分；2023年平均94分."""
    if _AS_COMPARISON.search(words, max(0, span[0] - _BEFORE_IT), span[0]):
        return True
    begin, end = around(words, span, "statement")
    if _SAYS_NOT_OF_WHAT.match(words, span[1], end) and _TOLD_BEFORE.search(words, max(0, begin - _BEFORE_IT), span[0]):
        return True
    now = words[max(words.rfind("\n", 0, begin) + 1, begin - _BEFORE_IT) : begin]
    then = words[span[1] : end]
    if len(then) > _SHORT or not (_A_FIGURE.search(now) and _A_FIGURE.search(then)):
        return False
    told = {then[at : at + _WORD] for at in range(len(then) - 1)}
    return any(word in now and _TWO_CHARACTERS.fullmatch(word) and not _OF_ALL_TEXTS.fullmatch(word) for word in told)


def _is_first_of_years(words: str, span: Span, this_year: int) -> bool:
    """Whether this year's figure follows in the sentence: 2022年611件；2023年582件，2024年590件."""
    end = around(words, span, "sentence")[1]
    return any(int(found["year"]) == this_year for found in _YEARS_FIGURE.finditer(words, span[1], end))


_YEARS_FIGURE = pattern("[，；、](?P<year>20[0-9]{2})年(?:度)?[^，。；0-9]{0,6}[0-9]")
_SAYS_NOT_OF_WHAT = pattern(
    "(?:度|同期|全年){0,2}(?:则|仅|只|也|曾|共|同样){0,2}(?:没有|无|[为是]?零"
    "|(?:有|为|是|达到?)?过?(?:[0-9.]{1,9}[万亿]?(?:人次|余?[一-鿿]{1,2})|[一二两三四五六七八九十]{1,3}[件条份次期场个人名起宗]))"
    "(?=[，。；）\n]|$)"
)
"""Of what a figure is only the words before it say: …公开行政复议，2023年有1件."""
_TOLD_BEFORE = pattern("(?:[0-9]|没有|未|无)[^。；\n]{0,20}[，。；（]?$")
_A_FIGURE = pattern("[0-9]")
_TWO_CHARACTERS = pattern("[一-鿿]{2}")


def _places(report: Report) -> tuple[str, ...]:
    """The town, street, county or city of a government or a street's office, by which it calls itself."""
    found = regions(report.agency.name)
    return (found[-1],) if found and report.agency.name.endswith(("人民政府", "办事处")) else ()


def _this_year(section: str, span: tuple[int, int], words: str, year: int) -> Fix:
    """The cure: the report's year, in the digits or numerals that the other is written in."""
    start, end = span[0], span[1] - 1
    old = words[start:end].rstrip()
    return Fix(f"改为{year}年", (Replacement(section, (start, start + len(old)), year_like(year, old)),))


def _of_last_years_report(report: Report, section: str) -> Iterator[Span]:
    """The statements whose figures, as far as they can be compared, are all those of last year's report.

    That there was none of something shows nothing.
    """
    words = report.text[section]
    of_last_year = dict[Span, bool]()
    for figure in reading(words, report.form).figures:
        if figure.year == report.year - 1 and figure.amount:
            values = [last_years_value(report, meaning) for meaning in figure.meanings]
            if known := [value for value in values if value is not None]:
                statement = around(words, figure.span, "statement")
                fits = any(agrees(figure, value) for value in known)
                of_last_year[statement] = of_last_year.get(statement, True) and fits
    return (statement for statement, fits in of_last_year.items() if fits)


def _left_over(words: str, this_year: int, names: tuple[str, ...]) -> Iterator[tuple[tuple[int, int], int]]:
    """The years that sentences begin with and that are not of this report, each with 年 as a span.

    Before the year may stand one of the agency's names.
    """
    text = half_width(words)
    for begin, end in spans(text, "statement"):
        opening = _opening(text, begin, end, names)
        if not opening or (year := year_of(opening["year"])) == this_year:
            continue
        if year == this_year + 1 and _AHEAD.search(text, begin, opening.start("year")):
            continue
        if not _belongs(opening["rest"], year, this_year):
            start = opening.start("year")
            yield (start, opening.start("rest") + opening["rest"].index("年") + 1), year


def _within(words: str, this_year: int) -> Iterator[tuple[Span, int]]:
    """The years of clauses further on that tell what was done, in sentences that tell of no other year."""
    for found in _WITHIN.finditer(words):
        if (year := int(found["year"])) == this_year:
            continue
        begin, end = around(words, found.span(), "sentence")
        others = words[begin : found.start()] + words[found.end() : end]
        told_before = _COUNTED.search(words, begin, found.start())
        if "20" not in others and not told_before and not _OTHER_YEARS.search(words, begin, end):
            yield (found.start(), found.start("rest") + 1), year
    for found in _THIS_YEAR.finditer(words):
        if int(found["year"]) != this_year:
            yield (found.start("year"), found.end()), int(found["year"])
    yield from _of_one_year(words, this_year)
    for found in _SHOWN.finditer(words) if "年" in words else ():
        begin, end = around(words, found.span(), "statement")
        of_another = _OTHER_YEARS.search(words, begin, end) or "20" in words[found.end() : end]
        if int(found["year"]) != this_year and not of_another:
            yield (found.start("year"), found.start("rest") + 1), int(found["year"])


def _of_one_year(words: str, this_year: int) -> Iterator[tuple[Span, int]]:
    """The same of any deed, where no other count of the sentence is in the same measure."""
    for found in _WITHIN_YEAR.finditer(words):
        year = int(found["year"])
        if year == this_year or _WITHIN.match(words, found.start()) or _OF_PLACE.search(found["told"]):
            continue
        begin, end = around(words, found.span(), "sentence")
        others = _NUMBER_OF_DOCUMENT.sub("", words[begin : found.start()] + words[found.end() : end])
        if "20" in others or _OTHER_YEARS.search(others) or _LAST_YEARS_PROBLEMS.search(words, begin, end):
            continue
        if f"{found['unit']}" not in _measures(others) and (begin < found.start() or found["whole"]):
            yield (found.start(), found.start("rest") + 1), year


def _measures(words: str) -> set[str]:
    """The measures of the counts in some words."""
    return {found["unit"] for found in _MEASURED.finditer(words)}


_MEASURED = pattern("[0-9万](?P<unit>人次|[条件篇份场次期个人家名户处])")


def _opening(text: str, begin: int, end: int, names: tuple[str, ...]) -> re.Match[str] | None:
    """The year that a statement begins with, if it does: behind a name of the agency, a heading, or what it goes by."""
    if text.find("年", begin, end) < 0:
        return None
    if text.find("20", begin, end) >= 0:
        told = _TOLD_OF.search(text, begin, end) or _TOLD_BELOW.search(text, begin, end)
        if told:
            return told
    lead = _LEAD.match(text, begin, end)
    for start in (begin, lead.end() if lead else begin):
        name = next((name for name in names if text.startswith(name, start, end)), "")
        if opening := _OPENING.match(text, start + len(name), end):
            return opening
    return None


def _belongs(rest: str, year: int, this_year: int) -> bool:
    """Whether a sentence may well begin with that year; `rest` is what follows it, from 年 on."""
    rest = rest.lstrip()
    if (compared := _COMPARED_WITH.search(rest)) and year < int(compared["year"]) < this_year:
        return False
    if (
        _ONLY_A_DAY.fullmatch(rest)
        or _OF_OLD.match(rest)
        or _BUDGET.search(rest)
        or f"{this_year}" in rest
        or _SAYS_WHICH_YEAR.search(rest)
    ):
        return True
    if year == this_year - 1 and _LAST_YEARS_PROBLEMS.search(rest):
        return True
    if _TOLD_AS_PAST.search(rest) or (year < this_year - 1 and _TOLD_AS_LONG_AGO.search(rest)):
        return True
    return year == this_year + 1 and bool(_PLAN.search(rest) or _BY_MONTH.match(rest))


LIKE_LAST_YEAR = "Y-02"
"""The check that tells the agency's own words of last year."""


@check(
    LIKE_LAST_YEAR,
    "warning",
    "official",
    reads=("overview", "problems", "tables", "agency", "last_year"),
    reasons=("工作有连续性，情况属实", "问题仍在整改"),
    aspect="years",
)
def like_last_year(report: Report, _context: Context) -> Iterator[Problem]:
    """总体情况、存在的主要问题及改进情况与上年同一部分逐句相同的不到 80%；只改了数字和年份的算相同。

    没有上年报告的，同导入的更早一年比。
    """
    past = earlier_report(report)
    for section, name in _COMPARED.items():
        likeness = _likeness(report, past, section) if past else 0
        if likeness >= _ALIKE:
            which = f"{past.year}年" if past and past.year != report.year - 1 else "上年"
            yield Problem(
                f"“{name}”与{which}报告相似{likeness}%，请按今年情况重写，只改数字和年份不算。", section=section
            )


def _likeness(report: Report, past: PastReport, section: str) -> int:
    """How much of a section stood in the earlier report's, figures aside, in per cent; 0 for one too short to tell."""
    shorter = min(len(report.text[section]), len(past.text[section]))
    if shorter < (_SHORTEST_WHOLE if section == "problems" else _SHORTEST):
        return 0
    then = set(
        _clauses(resolve(past.text[section], Report(past.year, report.agency, numbers=past.numbers, form=past.form)))
    )
    now = _clauses(resolve(report.text[section], report))
    likeness = sum(len(clause) for clause in now if clause in then) * 100 // max(1, sum(map(len, now)))
    return likeness if shorter >= _SHORTEST or likeness == _WHOLE else 0


def _clauses(text: str) -> list[str]:
    """The clauses of a text without figures, blanks and marks."""
    clauses = pieces(_FIGURES.sub("0", text), "clause")
    return [key for key in (_NOT_WORDS.sub("", clause) for clause in clauses) if key]
