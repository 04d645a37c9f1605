"""Comparisons with last year: 比上年增加3件, 同比增长25%, 与上年持平."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from model.form.form import Form
from model.language.fractions import Found, Said, fractions
from model.language.patterns import pattern
from model.prose.figures import Comparison, Figure, Matter, Meaning, Span, in_form
from model.prose.meant import CONCLUDED, RECEIVED
from model.prose.places import FAR, Place, Text
from model.prose.shared.about import of_applications
from model.prose.sums import whole_before
from model.prose.terms import REVIEW, applicants, decisions, results, with_result
from model.prose.tokens import COUNT_UNITS, MONEY
from model.prose.vocabulary import DECISIONS
from model.structs import replace

_FEW = 8
"""How many figures before a comparison it may be about."""
_DID = "(?:收到?|受理|接收|办结?|办理|答复|作出|制发|发生)"
_RISE = f"增加|增长|增幅|涨幅|升幅|上升|提高|提升|新增|增收|增征|多{_DID}?|增"
_FALL = f"减少|下降|降低|回落|降幅|减幅|减收|少{_DID}?|减"
_CHANGE = pattern(f"(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?:了|幅度|为|约|：)*+$")
_COMPARED = pattern(
    "(?:较|比|与|同|和|相比于?)(?:上一?年(?:度)?(?P<end>[末底])?|去年(?:度)?|(?P<year>20[0-9]{2})年(?:度)?|(?P<start>年初))(?:同期)?|同比"
)
_SAME = pattern(
    "(?:与|和|同|较|比)(?:上一?年(?:度)?|去年(?:度)?|(?P<year>20[0-9]{2})年(?:度)?)(?:同期)?(?:数量|件数)?(?:相比)?(?P<same>持平|相同|一致)"
)
_NET = pattern("净[增减]")
"""Of documents: what was issued less what was repealed."""
_ELSEWHERE = pattern("公示|公开(?:行政|的行政)|发布|案例|案卷|复议|诉讼|全(?:市|县|区|省|州|国|系统)|[市县省]级|各")
"""What is compared is what was published, or is not the agency's."""
_OF_A_PART = pattern("网站|发布|推送|解读|网上|网络|线上|信函|邮寄|当面|现场|渠道|电话|咨询|其中")
_OF_A_KIND = pattern(
    "(?:书面|口头|个人|单位|(?:[^，。；、0-9]{1,6}(?:类|方面|领域|事项|内容)))(?:的)?(?:政府信息公开|信息公开|公开)?申请(?:数?量|件?数|数目)?(?:同|比|较|与|增|减|上|下)"
)
"""Applications of one way or about one thing alone: 书面申请比上年减少3件."""
_GROWS = pattern(
    "(?:新收|收件|受理|来件|申请)(?:申请|件)?(?:总量|总数|数量|量|数)(?:增长|增加|上升|下降|减少|降低)(?:了|约)?"
)
"""The growth of a year alone: 新收量增长23.8%."""
_YEARLY = pattern("年均|月均|平均|[近连][0-9一二两三四五六七八九十]+年")
_APART = pattern("分别|依次|各[增减多少]")
_NEXT_OF_LIST = pattern(f"(?:、|和|及|与|以及)(?:{_RISE}|{_FALL})(?:了|加)?")
"""Words before a list of changes, each of a thing of its own."""
_GROWTH = pattern(
    "[，、]?(?:同比)?(?:增长|下降|增幅|涨幅|升幅|降幅|减幅|上升|减少|增加|回落|多|少)(?:了|幅度|为|约|达|：)*"
)
_THAN = "(?:较|比|与|和|同)(?:上一?年(?:度)?|去年(?:度)?|20[0-9]{2}年(?:度)?)(?:同期)?"
_CHANGES = "(?=[，]?(?:与|和|同|较|比|相比|增|减|上升|下降|提高|回落|降|多|少|净))"
_ABOUT = pattern(
    f"(?P<applications>(?:政府信息公开|信息公开|依申请公开|公开)?申请(?:数量|总量|总数|件数|量|数)|(?<![一-鿿])(?:今年|本年度?|全年)?(?:的)?(?:新收|收件|来件|受理|收到|办理)(?:申请|件)?(?:总?量|总数|数量|件数|数)?{_CHANGES}"
    f"|(?:收件|受理|来件|办件)(?:总?量|总数|数量|数)(?={_THAN})"
    f"|(?<![一-鿿])(?:今年|本年度?|全年)?(?:政府信息公开|信息公开|依申请公开|公开)?申请{_CHANGES}"
    f"|(?:新收|收到)到?的?(?:政府信息公开|信息公开|依申请公开|公开)?申请(?:{_CHANGES}|(?=[是为达]))|全年收件数?{_CHANGES})"
    f"|行政(?:(?P<licences>许可)|(?P<penalties>处罚)|(?P<compulsory_measures>强制))(?:决定)?(?:数量|件数|总量|数|量)?{_CHANGES}"
)


_NAMED_APPLICATIONS = pattern("(?:申请|收件)(?:总量|总数|数量|件数|量)")
_TIMES = pattern("(?:是|为|达到?|相当于)(?:上一?年(?:度)?|去年(?:度)?|(?P<year>20[0-9]{2})年(?:度)?)(?:同期)?的$")


def is_times(place: Place) -> bool:
    """Whether a figure is how many times last year's this year's is."""
    return place.token.unit in ("倍", "%", "％") and bool(_TIMES.search(place.before))


def is_difference(place: Place) -> bool:
    """Whether a figure is how much more or less there is than last year, or how many times it is."""
    if is_times(place):
        return True
    if not _CHANGE.search(place.before) or _YEARLY.search(place.before):
        return False
    if place.token.unit in ("%", "％") and _GROWTH.fullmatch(place.before):
        return True
    if place.token.unit in ("%", "％") and _GROWS.fullmatch(place.before):
        return True
    if _is_only_changed(place) or place.before.endswith(("净增", "净增加", "净减", "净减少")):
        return True
    return bool(place.before.endswith("同比")) or bool(_COMPARED.search(place.sentence_before))


def _is_only_changed(place: Place) -> bool:
    """Whether nothing but a change stands behind the figure before: 上年收到1件，今年减少1件."""
    lead = place.text.plain.text[place.previous_end : place.token.start]
    bare = _ONLY_CHANGED.fullmatch(place.before) and not place.after and lead.lstrip(")") == f"，{place.before}"
    if bare and not _FLOW.search(place.sentence):
        return True
    said = place.sentence_before[: len(place.sentence_before) - len(place.before)]
    return bool(_THIS_YEAR_CHANGED.fullmatch(place.before) and _SAID_OF_LAST_YEAR.search(said))


_LAST_YEARS = pattern(
    "(?:上一?年(?:度)?|去年(?:度)?|(?P<year>20[0-9]{2})年(?:度)?|年初)(?P<end>[末底])?(?:同期)?(?:的|为|是|有|共|数|数量|数据为|同期|收到|过|了|只有|才|收件|受理量|收件量|申请|新收|受理|办结|仅|只|：)*$"
)
_OTHER_YEAR = pattern(
    "^(?:而|上年|去年|[(])*(?P<year>20[0-9]{2})年(?:度)?(?:同期)?(?:为|是|有|共|数量|收到|收件|仅|只|：)*$"
)


_FLOW = pattern("年初|年末|期初|期末|新增|净增|新制")
_ONLY_CHANGED = pattern("(?:增加|减少|上升|下降|增收|减收)(?:了)?")
_THIS_YEAR_CHANGED = pattern("(?:而?今年|而?本年度?|相比|则|同比|，){0,3}+(?:增加|减少|上升|下降|增|减|多|少)(?:了)?")
_SAID_OF_LAST_YEAR = pattern(
    "(?:上一?年(?:度)?|去年(?:度)?)[^，。；0-9]{0,8}[0-9一二两三四五六七八九十]{1,5}[件宗份]?\\)?，$"
)
"""Last year's figure and nothing behind it: 上年收到1件，今年减少1件."""
_FROM = pattern("[由从](?:上一?年(?:度)?|去年(?:度)?|20[0-9]{2}年(?:度)?|原来)?的?$")
CHANGED_TO = pattern(
    "(?:增|减|升|降|变|扩|上升|下降|增长|增加|减少|提高|提升|回落|扩大|缩减|压减|调整)(?:加|少|长)?(?:到|至|为)"
)


def is_changed_from(place: Place) -> bool:
    """Whether a figure is the first of 由3件增至4件."""
    return bool(_FROM.search(place.before) and CHANGED_TO.match(place.after))


_CARRIED = pattern(
    "结转|承(?=[接上去2])|[衔续]?接(?=[上去])|接续|续办|留[转有存件]|遗留|转入|移转|带来|加(?=[上去2])|连同"
)
_LEFT = pattern("(?:申请|[一-鿿]{2,6}件)?(?:[还尚仍]?(?:未|没有?)(?:办|答)|[在待]办|接续|续办|结转|转入|遗留)")
"""Behind a figure: what was left of the year before, 年初有3件在办."""
_COMPARING = pattern("少于|多于|低于|高于")
_MORE_OR_BY = pattern("[多少低高]于(?:上一?年(?:度)?|去年(?:度)?|20[0-9]{2}年(?:度)?)$")
"""多于上年3件: last year's may be 3, or this year's more by 3."""


def is_last_years(place: Place) -> bool:
    """Whether a figure stands right behind words for last year: 上年3件, 比2023年的105件多."""
    if is_changed_from(place):
        return True
    found = _LAST_YEARS.search(place.before)
    if not found or _CARRIED.search(place.before) or _LEFT.match(place.after):
        return False
    if found["end"]:
        return "有效" in place.sentence_before and (found["year"] is None or _is_bracketed(place))
    if found["year"] and _OTHER_YEAR.match(place.before):
        return _is_after_a_later(place, int(found["year"]))
    return found["year"] is None or bool(_COMPARED.search(place.before) or _COMPARING.search(place.before))


def _is_after_a_later(place: Place, year: int) -> bool:
    """Whether a figure of a later year, or of the year of the report, stands before: 收到12件，2023年10件."""
    years = _YEARS.findall(place.sentence_before[: -len(place.before)])
    bracketed = _is_bracketed(place)
    later = all(int(each) > year or (bracketed and int(each) == year) for each in years)
    told = place.previous_end > place.text.sentence(place.token.start)[0]
    return later and (told or bool(_NONE_BEFORE.search(place.sentence_before)))


_NONE_BEFORE = pattern("(?:没有|未)(?:收到|接到|受理|发生|产生|新收)")
"""Before last year's figure, where this year's is none: 没有收到申请，而2021年收到1件."""


def _is_bracketed(place: Place) -> bool:
    return place.text.plain.text.startswith("(", place.start - 1)


def is_at_years_end(place: Place) -> bool:
    """Whether a figure of last year's is that of its end, 上年末14件, as only what is in force is told."""
    found = _LAST_YEARS.search(place.before)
    return found is not None and found["end"] is not None


_YEARS = pattern("(20[0-9]{2})年")


def may_be_either(place: Place) -> bool:
    """Whether a figure behind 多于上年 is last year's or the difference."""
    return bool(_MORE_OR_BY.search(place.before))


def year_named(place: Place) -> int | None:
    """The year that the words right before such a figure name."""
    found = _LAST_YEARS.search(place.before)
    return int(found["year"]) if found and found["year"] else None


def comparisons(
    text: Text, figures: tuple[Figure, ...], form: Form, nothing: Sequence[Figure] = ()
) -> Iterator[Comparison]:
    """The comparisons of a text whose figures, one for each token, and words that say none are given."""
    by_sentence: dict[int, list[Figure]] = {}
    changes: list[tuple[int, int]] = []
    for index, token in enumerate(text.tokens):
        start = text.sentence(token.start)[0]
        if figures[index].kind == "comparison":
            changes.append((index, start))
        elif figures[index].meanings and not figures[index].past:
            by_sentence.setdefault(start, []).append(figures[index])
    _add(text, by_sentence, nothing)
    brackets = [text.plain.span(*found.span()) for found in _BRACKETED.finditer(text.plain.text)] if changes else []
    told: Comparison | None = None
    apart = -1
    for index, start in changes:
        if _is_told_apart(text, index, after=apart):
            apart, told = index, None
            continue
        if told and figures[index - 1] is told.figure and _grows(text, index):
            yield replace(told, figure=figures[index])
            continue
        counted = _outside_brackets(brackets, by_sentence.get(start, []), figures[index])
        told_before = any(each.kind != "none" for each in counted)
        counted = counted if told_before else _of_last_years(text, figures, index) or counted
        found = _by_its_lead(text, figures, counted, index, form) or _comparison(text, figures, counted, index, form)
        told = found and replace(found, figure=figures[index])
        if found:
            yield found
    yield from _same(text, figures, by_sentence, form)
    yield from _directions(text, by_sentence, form)
    yield from _in_words(text, by_sentence, form)


def _add(text: Text, by_sentence: dict[int, list[Figure]], nothing: Sequence[Figure]) -> None:
    """Add words that say none, to be compared where their sentence has no figure: 没有收到申请，比上年减少1件."""
    for figure in nothing:
        start = text.sentence(bisect_left(text.plain.starts, figure.number[0]))[0]
        if figure.kind == "none" and all(other.kind == "none" for other in by_sentence.get(start, ())):
            by_sentence.setdefault(start, []).append(figure)


def _is_told_apart(text: Text, index: int, *, after: int) -> bool:
    """Whether a change is one of a list, each of a thing of its own: 分别增长3.4%、下降9.5%、下降12.4%."""
    if not index:
        return False
    lead = text.plain.text[max(text.tokens[index - 1].end, text.tokens[index].start - FAR) : text.tokens[index].start]
    return bool(_APART.search(lead)) or (after == index - 1 and bool(_NEXT_OF_LIST.fullmatch(lead)))


def _of_last_years(text: Text, figures: tuple[Figure, ...], index: int) -> list[Figure]:
    """What the figure before counts, where that is last year's and of the sentence: 上年1件，今年少1件."""
    before = figures[index - 1] if index else None
    if before is None or not (before.past and before.meanings):
        return []
    alone = text.sentence(text.tokens[index - 1].start) == text.sentence(text.tokens[index].start)
    return [replace(before, past=False, value=None, cell_id=None, year=None)] if alone else []


def _grows(text: Text, index: int) -> bool:
    """Whether a change is only the per cent of the one before: 处罚增加14件，增幅21.9%."""
    per_cent = text.tokens[index].unit in ("%", "％")
    return per_cent and bool(_GROWTH.fullmatch(text.plain.text[text.tokens[index - 1].end : text.tokens[index].start]))


_BRACKETED = pattern("\\([^()\\n]{1,200}\\)")


def _outside_brackets(brackets: Sequence[Span], counted: list[Figure], change: Figure) -> list[Figure]:
    """The figures that a change may be of: not those that a bracket closed before it divides a total into."""
    closed = brackets[: bisect_left(brackets, change.number[0], key=lambda bracket: bracket[1])][-_FEW:]
    return [figure for figure in counted if not any(start < figure.number[0] < end for start, end in closed)]


def _by_its_lead(
    text: Text, figures: tuple[Figure, ...], counted: list[Figure], index: int, form: Form
) -> Comparison | None:
    """A comparison whose words right before the figure say all: 是上年的2倍, 商业企业多了3件."""
    figure, at, words = figures[index], text.tokens[index].start, text.plain.text
    lead = words[max(text.clause(at)[0], text.tokens[index - 1].end if index else 0) : at]
    if times := _TIMES.search(lead):
        if _NAMED_APPLICATIONS.search(lead):
            of: tuple[Figure, ...] = (_named(lead, "received", (RECEIVED,), form),)
        else:
            before = _of_its_kind(_before(counted, figure.number), lead)
            whole = [each for each in before if each.matter == "received"] if "数量" in lead else []
            of = _meant(words[max(text.sentence(at)[0], at - FAR) : at], whole[:1] or before, form)
        year = int(times["year"]) if times["year"] else None
        return Comparison(figure, rise=True, of=of[:1], year=year, times=True) if of else None
    named = of_term(lead, form) if figure.unit != "条" else None
    return Comparison(figure, _rises(lead), (named,)) if named else None


def _of_its_kind(counted: list[Figure], lead: str) -> list[Figure]:
    """The figures that a comparison may be of, by the act that it names: 处罚数为上年的1.2倍."""
    named = DECISIONS.search(lead)
    cell = f"disclosure.{named.lastgroup}.decisions" if named else ""
    return [figure for figure in counted if any(cell in meaning for meaning in figure.meanings)] if cell else counted


def _comparison(
    text: Text, figures: tuple[Figure, ...], counted: list[Figure], index: int, form: Form
) -> Comparison | None:
    figure, at, words = figures[index], text.tokens[index].start, text.plain.text
    start = max(text.sentence(at)[0], at - FAR)
    compared = list(_COMPARED.finditer(words, start, at))
    if _APART.search(words, text.tokens[index - 1].end if index else start, at):
        return None
    time = text.time(at)
    if not counted and time and not time.whole:
        return None
    lead = words[max(text.clause(at)[0], text.tokens[index - 1].end if index else 0) : at]
    named = _meant(words[start:at], _before(counted, figure.number), form)
    bare = _of_all_applications(text, figures, compared[-1].start(), form) if compared and not named else ()
    if (
        _OF_A_PART.search(lead)
        or _OF_A_KIND.search(lead)
        or (not bare and _follows_a_part(text, figures, index, start))
    ):
        return None
    change = _CHANGE.search(words[max(start, at - 12) : at])
    of = named or bare
    if compared and (compared[-1]["end"] or compared[-1]["start"]):
        of = tuple(each for each in of if each.item.startswith("现行有效"))[:1]
    if of and _GROWTH.fullmatch(words[text.tokens[index - 1].end : at]):
        of = _nearest(of, _before(counted, figure.number))
    if of and of[0].matter == "documents" and _NET.search(words[max(start, at - 12) : at]):
        of = tuple(each for each in of if each.item.startswith("现行有效"))[:1] if compared else ()
    of = tuple(each for each in of if not (change and change["rise"] and each.kind == "none"))
    if not change or not of:
        return None
    begin = compared[-1].start() if compared else at
    span = text.plain.span(begin, text.tokens[index].end)
    year = compared[-1]["year"] if compared else None
    return Comparison(replace(figure, span=span), bool(change["rise"]), of, int(year) if year else None)


def _nearest(of: tuple[Figure, ...], counted: list[Figure]) -> tuple[Figure, ...]:
    """The nearest figure; behind a list of parts the whole that they add up to first."""
    whole = whole_before(counted)
    return (whole, of[0]) if whole and of[0] is counted[-1] else of[:1]


_BARE = pattern("(?:[，：（(]|仅|只|才|共|有|为|是|收到|收|全年|本年度?|当年|今年|年内|总计|合计|一共)*")
_HEADED = pattern("^\\([^()]{0,12}\\)")
_DIGIT = pattern("[0-9一二两三四五六七八九十]{1,5}[件份宗](?:申请)?[，(]$")
_LONGEST_COUNT = 24


def _of_all_applications(text: Text, figures: tuple[Figure, ...], at: int, form: Form) -> tuple[Figure, ...]:
    """What a change that nothing is named for is of, where the applications are told of: 仅1件，比上年少1件.

    It stands first in its sentence, or right behind a figure that nothing is named for either.
    """
    start, words = text.sentence(at)[0], text.plain.text
    topic = text.topic(at)
    if topic is None or topic.topic != "applications" or not of_applications(text, at):
        return ()
    index = bisect_left(text.token_places, at) - 1
    if index >= 0 and text.tokens[index].start >= start:
        lead = words[max(start, at - _LONGEST_COUNT) : at]
        counted = _DIGIT.search(lead)
        opening = _HEADED.sub("", lead[: counted.start()]) if counted else "-"
        if figures[index].meanings or not _BARE.fullmatch(opening):
            return ()
    elif words[start:at].strip("，、；： "):
        return ()
    received = _named("收到申请", "received", (RECEIVED, CONCLUDED), form)
    last = figures[index] if index >= 0 and figures[index].meanings else None
    if last is None or last.matter in ("received", "concluded"):
        return (received,)
    alone = text.paragraph(text.tokens[index].start) != text.paragraph(at)
    return (received,) if alone else (received, last) if last.is_whole else ()


@cache
def _term_changed() -> re.Pattern[str]:
    """A kind of applicants, a result or what courts found, as what has become more or less: 商业企业多了3件."""
    term = re.sub(r"\?P<t[0-9]+>", "?:", f"{applicants().words}|{results().words}|{decisions().words}")
    return pattern(
        f"^(?:[，、；]|主要|其中|是|因|原因|为|由于|{_THAN}(?:相比)?，?)*(?P<scope>全[市县区省州旗])?(?P<term>{term}|(?:许可|处罚|强制)(?:类|决定)?|(?P<corrected>(?:复议)?被?纠正|纠错)|(?P<all>申请总?量|申请总数|总量|(?:新收|收件|受理|来件)(?:申请|件)?(?:总量|总数|数量|量|数)?))(?:类|的|申请|答复|决定|案件)*"
        f"(?:数量|件数|数|量)?(?:较|比|与|同比)?(?:上一?年(?:度)?|去年(?:度)?|20[0-9]{{2}}年(?:度)?)?(?:同期|相比)?(?:{_RISE}|{_FALL})(?:了|加)?$"
    )


def _rises(lead: str) -> bool:
    found = _CHANGE.search(lead)
    return bool(found and found["rise"])


def of_term(lead: str, form: Form) -> Figure | None:
    """What a change is of, where the words right before it name a row or a column and no figure of it."""
    found = _term_changed().match(lead)
    named = _of_found(found, form) if found else None
    return replace(named, subject=found["scope"]) if named and found and found["scope"] else named


def _of_found(found: re.Match[str], form: Form) -> Figure | None:
    if found["all"]:
        return _named(found["term"], "received", (RECEIVED,), form)
    if found["corrected"]:
        return _named(found["term"], "disputes", (with_result(REVIEW, "corrected"),), form)
    if decided := DECISIONS.fullmatch(re.sub("(?:类|决定)$", "", found["term"])):
        return _named(found["term"], "decisions", ((f"disclosure.{decided.lastgroup}.decisions",),), form)
    for terms in (applicants(), results(), decisions()):
        named = re.match(terms.words, found["term"])
        if named and not terms.of(named).partial:
            cells = terms.of(named).cells
            received = tuple(f"applications.received.{cell}" for cell in cells)
            meaning = received if terms.of(named).matter == "applicant" else cells
            return _named(found["term"], terms.of(named).matter, (meaning,), form)
    return None


def _follows_a_part(text: Text, figures: tuple[Figure, ...], index: int, start: int) -> bool:
    """Whether the figure right before, which is then compared, counts nothing of the form."""
    for each in range(index - 1, max(-1, index - _FEW), -1):
        figure, at = figures[each], text.tokens[each].start
        if at < start:
            return False
        if _OF_ITS_YEAR.search(text.plain.text, max(start, at - _NEAR), at):
            continue
        if each == index - 1 and figure.meanings and figure.unit in MONEY:
            return False
        if figure.kind == "count" and not figure.past and figure.unit in COUNT_UNITS:
            each_has = text.plain.text[max(0, text.tokens[each].start - 2) : text.tokens[each].start].endswith(_EACH)
            return not (figure.meanings or each_has or _in_brackets(text.plain.text[start:at]))
    return False


_OF_ITS_YEAR = pattern("(?:上一?年(?:度)?|去年(?:度)?|20[0-9]{2}年(?:度)?)(?:同期)?的?$")
_NEAR = 12
_EACH = ("各", "各有", "均为", "都是")


def _in_brackets(words: str) -> bool:
    return words.rfind("(") > words.rfind(")")


def _before(counted: list[Figure], place: tuple[int, int]) -> list[Figure]:
    """The last few figures before a place."""
    end = bisect_left(counted, place, key=lambda figure: figure.number)
    return counted[max(0, end - _FEW) : end]


def _meant(words: str, counted: list[Figure], form: Form) -> tuple[Figure, ...]:
    """The figures a comparison may be about, the nearest first; the applications when only their number is named."""
    exact = [figure for figure in reversed(counted) if not figure.partial]
    if counted and counted[-1].partial:
        return (counted[-1],)
    found = None if exact or _ELSEWHERE.search(words) else _ABOUT.search(words)
    if found is None:
        return tuple(exact)
    if found.lastgroup == "applications":
        return (_named(found[0], "received", (RECEIVED,), form),)
    return (_named(found[0], "decisions", ((f"disclosure.{found.lastgroup}.decisions",),), form),)


def _named(words: str, matter: Matter, meanings: tuple[Meaning, ...], form: Form) -> Figure:
    """What 申请量 stands for when the sentence gives no figure of it."""
    meant, place = in_form(meanings, form), (0, 0)
    return Figure(place, words, place, None, 1, "", "exact", "count", place, matter, meant, words)


def _same(
    text: Text, figures: tuple[Figure, ...], by_sentence: dict[int, list[Figure]], form: Form
) -> Iterator[Comparison]:
    for found in _SAME.finditer(text.plain.text):
        start = text.sentence(found.start())[0]
        words = text.plain.text[max(start, found.start() - FAR) : found.start()]
        if words.endswith("基本"):
            continue
        place = text.plain.span(*found.span())
        counted = _before(by_sentence.get(start, []), place)
        of = _meant(words, counted, form) or _of_all_applications(text, figures, found.start(), form)
        if of:
            said = text.plain.span(*found.span("same"))
            figure = Figure(place, found[0], said, 0, 1, "件", "exact", "comparison", place)
            yield Comparison(figure, rise=True, of=of, year=int(found["year"]) if found["year"] else None)


_DIRECTION = pattern(
    "(?:较|比|与|同)(?:上一?年(?:度)?|去年(?:度)?|(?P<year>20[0-9]{2})年(?:度)?)(?:同期)?(?:相比)?，?(?:均|都|也|略|明显|总体)?有所?"
    "(?P<change>(?P<rise>增加|增长|上升|提高)|减少|下降|降低|回落)(?![0-9了])"
)


def _directions(text: Text, by_sentence: dict[int, list[Figure]], form: Form) -> Iterator[Comparison]:
    """比上年有所增加: the direction alone, of the figure right before it."""
    for found in _DIRECTION.finditer(text.plain.text):
        start = text.sentence(found.start())[0]
        lead = text.plain.text[max(start, found.start() - FAR) : found.start()]
        place = text.plain.span(*found.span())
        if of := _meant(lead, _before(by_sentence.get(start, []), place), form):
            said = text.plain.span(*found.span("change"))
            figure = Figure(place, found[0], said, None, 1, "", "exact", "comparison", place)
            year = int(found["year"]) if found["year"] else None
            yield Comparison(figure, bool(found["rise"]), of[:1], year)


_COMPARED_SO = (
    "(?P<compared>(?:较|比|与|同)(?:上一?年(?:度)?|去年(?:度)?|(?P<year>20[0-9]{2})年(?:度)?)(?P<past>的?[0-9]{1,7}[件条宗份])?(?:同期)?(?:相比)?，?|同比|(?<=[件宗份])(?P<mark>[，、(])(?:同比)?)"
    "(?:均|约|近)?"
)
_RISES, _FALLS = "增长|增加|上升|提高|多|[增涨升]幅?", "减少|下降|降低|少|[减降]幅?"
_GROWN = pattern(f"{_COMPARED_SO}(?:(?P<rise>{_RISES})|(?:{_FALLS}))(?:了|幅|幅?[达为])?$")
_DOUBLED = pattern(f"{_COMPARED_SO}(?:(?P<rise>(?:{_RISES})(?:了)?一倍|翻(?:了)?一番))")
_LONGEST_COMPARED = 30


def _grown(words: str) -> Iterator[tuple[re.Match[str], Found | None]]:
    """Each growth in words: the comparison before it, and the share, unless it is twice as much."""
    for share in fractions(words):
        found = _GROWN.search(words, max(0, share.start - _LONGEST_COMPARED), share.start)
        if found:
            yield found, share
    yield from ((found, None) for found in _DOUBLED.finditer(words))


def _in_words(text: Text, by_sentence: dict[int, list[Figure]], form: Form) -> Iterator[Comparison]:
    """比上年增加三成多, 翻了一番, 下降四分之一: a growth in words, of the figure right before it."""
    for found, share in _grown(text.plain.text):
        start, end = text.sentence(found.start())[0], share.end if share else found.end()
        place = text.plain.span(found.start(), end)
        lead = text.plain.text[text.clause(found.start())[0] : found.start()]
        named = of_term(f"{lead}增加", form) if lead else None
        before = _before(by_sentence.get(start, []), place)
        if found["mark"]:
            before = [each for each in before[-1:] if place[0] - each.number[1] <= _MARKED]
        of = (named,) if named else _meant(text.plain.text[start : found.start()], before, form)
        if not of:
            continue
        said = share.said._replace(off=Fraction(0)) if share else Said(_NEARLY_TWICE, _TWICE)
        figure = Figure(place, text.plain.text[found.start() : end], place, None, 1, "%", "exact", "comparison", place)
        year, rise = found["year"], bool(found["rise"])
        meant = of if found["past"] else of[:1]
        yield Comparison(figure, rise, meant, int(year) if year else None, said=said)


_MARKED = 3
"""How far behind a figure's number its growth begins, where nothing says that it is one of a year: 14件，下降三成."""
_NEARLY_TWICE, _TWICE = Fraction(95, 100), Fraction(105, 100)
