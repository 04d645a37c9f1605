"""Reading a text: its figures in order with what they count, then comparisons and announced sums."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from model.form.form import Form
from model.language.patterns import pattern
from model.prose.comparisons import (
    comparisons,
    is_at_years_end,
    is_changed_from,
    is_difference,
    is_last_years,
    is_times,
    may_be_either,
    year_named,
)
from model.prose.disputes import is_some_of_them
from model.prose.figures import Figure, Matter, Reading, in_form
from model.prose.meant import CARRIED_IN, CONCLUDED, RECEIVED, Meant
from model.prose.places import Place, Text, cut, places
from model.prose.plain import plain
from model.prose.shared.portions import portions
from model.prose.shared.relations import relations
from model.prose.shared.shares import shares
from model.prose.sums import sums, whole_before
from model.prose.vocabulary import DOCUMENT
from model.prose.wide.acts import document_at_start
from model.prose.wide.applicants import PERSONS, all_of_a_kind
from model.prose.wide.changes import changes
from model.prose.wide.disputes import OF_EACH
from model.prose.wide.each import of_each
from model.prose.wide.meanings import readings
from model.prose.wide.none_of import none_of_table_two
from model.prose.wide.nothing import none_words
from model.prose.wide.of_others import is_left_out, is_of_a_lesson, owner_of
from model.prose.wide.rulings import rulings
from model.prose.wide.something_else import counts_something_else
from model.prose.wide.stories import applications_of_some, stories
from model.prose.wide.together import is_of_one_kind, is_one_alone, told_together
from model.prose.wide.totals import is_bare_total, is_of_all, is_of_those_above, total_of
from model.structs import replace

_SUBORDINATE = pattern(
    "其中，?[一-鿿]{1,16}(?:局|委|厅|镇|乡|街道|办事处|部门|单位|政府|中心)(?:共|新|累计)?(?:收到|收|受理|接收)"
    r"|(?:政府|[省市县区州局厅委])本级(?:\([^()]{0,20}\))?(?:共|新|累计)?(?:收到|收|受理|接收|办理|新收)"
)
"""Words after which the figures are those of a subordinate agency."""
_UNRELATED = pattern(
    "(?:与|和|同)(?:本机关)?(?:政府|政务)?信息公开(?:工作|事项|申请)?(?:均|都|并)?(?:无关|不相关|没有关系|不相干)"
    "|(?:与|和|同)(?:本|我)(?:机关|单位|街道|[局委厅镇乡办院中心]{1,2})(?:均|都|并)?(?:无关|不相关|没有关系|不相干)"
    "|上一?年(?:度)?(?:的)?(?:报告|年报)"
    "|不在此列|不涉及(?:政府)?信息公开(?:工作|事项)?[)）]|不涉及(?:本|我)(?:机关|单位|街道|[局乡镇县市区委办])"
    "|，(?:均|都)?由(?:该|其|(?:[省市县区州旗])?[一-鿿]{1,6}[局委厅])[^，。；]{0,4}(?:统计|填报|上报|公开|公示|自报|列报|另报|汇总|计入|列入)"
    "|，(?:均|都|已)?由(?:该(?:[局委厅镇乡]|部门|单位|机关)|上级[一-鿿]{0,6}?)[^，。；]{0,4}(?:答复|办理|处理|受理|审查)"
    "|[，(](?:均|都|并|亦|但)?(?:不属于?|不是|不算|不计入|不列入|不纳入|不含在)(?:本机关|本报告)?(?:的)?(?:政府|政务)?(?:信息公开|依申请公开|上述|本报告|表[三四])"
    "|(?:与|和|同)(?:此|上述|本报告|(?:政府)?信息公开|公开)(?:工作)?(?:均|都|并)?(?:无关|不相关|没有关系|不相干)"
    "|(?:为|系|作为|列为)(?:案件)?第三人(?![一-鿿])|其他业务"
    "|(?:均|都|并)(?:不|未)(?:涉及|关乎)(?:政府)?信息公开(?!申请|行政|复议|诉讼)"
    "|(?:不明确|不清楚|不清晰|不具体)，[^。；]{0,24}(?:(?:按[时期]|及时|如期|主动)补正|补正后，?(?:申请人)?(?:已|即|才)?(?:明确|说[清明]|补齐|写明|符合|具体))"
    "|[，(][一-鿿]{0,6}?(?:不|未|没有)(?:再|另)?(?:按照?|作为?|当作|列为|视为)[^，。；0-9]{0,10}申请[^，。；0-9]{0,3}(?:办理|受理|处理|统计|登记|计算|对待)"
    "|[，(](?:均|都|并|亦|也)?(?:不|未)(?:计入|列入|纳入|算入)[^，。；0-9]{0,10}(?:统计|数据|申请|件数|总数|范围|本(?:镇|乡|局|委|街道|机关|单位|报告|年报|级))"
    "|[，(](?:均|都|并|亦|也)?不在[^，。；0-9]{0,8}统计(?:范围)?(?:之?内|中)?"
    "|[，(](?:均|都|并|亦)?属于?(?:日常|常规|业务|便民|窗口)[一-鿿]{0,4}(?:服务|业务|工作|事项)"
    "|[，(](?:均|都|并|亦|已)?(?:分别|另行|各自|单独)?(?:计入|列入|记入|统计在)(?:被申请(?:人|机关)|被告|该|其(?!他)|各(?:部门|单位|乡镇|机关))"
)
"""Words that take the figures of their statement out of what the report counts."""
_OUTSIDE = pattern("[件宗份]?(?:申请)?(?:以|之)?外")
"""Behind how many are left out of what follows: 除1件外都是自然人提的."""
_TO_DO = pattern("[件宗份]?(?:申请)?(?:待办|应办|需办)[，：(](?:其中|含|包括)?(?:新收|上年)")
"""Behind all there was to do in the year: 共有29件待办，其中新收27件."""
_LEFT_OUT = pattern("的?(?:申请|案件|件)?(?:均|都|并|亦)?(?:不计|未计|不列|除外)(?=[入在内，。；)]|$)")
"""Behind a figure that the report's own leave out: 行政诉讼213件不计."""
_NOT_OF_DISCLOSURE = pattern(
    "(?:不属于?|不是|非)(?:政府)?(?:信息)?公开(?:类|方面|领域|工作)?的?(?:行政)?(?:复议|诉讼|案件|申请)?$"
)
_WITH_CARRIED = pattern(
    "(?:连同|加上|加|算上|连|上年|去年|20[0-9]{2}年)[^，。；、0-9]{0,6}(?:结转|转来|转入|遗留)的?(?:申请)?(?:[0-9]{1,4}件)?，?(?:一?共|合计|共计|总计|总共|合并|计)(?:有|为|是)?$"
)
"""Before the total of the new applications and those carried in: 连同上年结转，共36件."""
_LONGEST = 200_000
"""More characters than any text of a report has; nothing beyond is read."""


@lru_cache(maxsize=16)
def reading(text: str, form: Form) -> Reading:
    """All that is read in a stored text of a report on a form.

    Takes time in proportion to the text's length, and none for a text read before.
    """
    whole = cut(plain(text[:_LONGEST]))
    stands = tuple(places(whole))
    figures = told_together(tuple(_counted(stands, whole, text, form)), text, form)
    ended = stories(stands, figures, form)
    shared, in_words = tuple(shares(whole, figures, form)), tuple(portions(whole, figures, form))
    said = (
        *none_words(whole),
        *none_of_table_two(whole),
        *applications_of_some(whole),
        *rulings(whole, in_words),
        *all_of_a_kind(whole, in_words),
    )
    several = tuple(_of_several(stands, figures, text, form))
    nothing = (*ended, *several, *_apart((*_told(whole, text, form, said),), (*figures, *several)))
    every = tuple(sorted((*figures, *nothing), key=lambda figure: figure.number))
    compared = (*comparisons(whole, figures, form, nothing), *changes(whole, figures, form))
    related = tuple(relations(whole, figures, form))
    return Reading(every, compared, tuple(sums(whole, figures)), shared, in_words, related)


def _apart(nothing: tuple[Figure, ...], figures: tuple[Figure, ...]) -> Iterator[Figure]:
    """The figures of words that say none, but for those whose number, a zero of the same matter, is read as such."""
    zeros = [figure for figure in figures if figure.value == 0 and figure.meanings]
    for each in nothing:
        start, end = each.span
        if not any(zero.matter == each.matter and start <= zero.number[0] < end for zero in zeros):
            yield each


def _counted(stands: tuple[Place, ...], whole: Text, text: str, form: Form) -> Iterator[Figure]:
    """One figure for each token, in order."""
    before, sentence, subject, seen = "", -1, "", set[tuple[object, ...]]()
    last: Figure | None = None
    counted: list[Figure] = []
    earlier: list[Figure] = []
    for place in stands:
        start = whole.sentence(place.token.start)[0]
        if start != sentence:
            before, sentence, subject, seen, last = "", start, "", set(), None
            earlier, counted = counted, []
        if is_bare_total(place):
            total = total_of(counted, text) or (total_of(earlier, text) if is_of_those_above(place) else None)
            figure = _total(place, total, text, form)
            if _WITH_CARRIED.search(place.sentence_before) and place.about_applications:
                meanings = in_form((RECEIVED + CARRIED_IN, CONCLUDED), form)
                figure = replace(figure, matter="received", meanings=meanings, item="收到和结转的申请")
            elif not figure.meanings and is_of_all(place, [each for each in counted if each.unit not in PERSONS]):
                meanings = in_form((RECEIVED, RECEIVED + CARRIED_IN, CONCLUDED), form)
                figure = replace(figure, matter="received", meanings=meanings, item="收到申请")
            counted.append(figure)
            yield figure
            continue
        if is_last_years(place) and not is_times(place):
            figure = _or_of_the_whole(_past(place, last, before, text, form), counted)
            before = figure.matter or before
            yield figure
            continue
        differs = is_difference(place)
        meant = None if differs else _meant(place, before)
        before = "documents" if differs and DOCUMENT.search(place.before) else before
        key = meant and (meant.matter, meant.meanings)
        if key in seen and meant and meant.matter != "applicant" and meant.item != "结转":
            meant = replace(meant, partial=True) if is_one_alone(place, meant) else None
        subject = (meant and meant.subject) or subject
        assumed = meant is not None and (meant.assumed or (meant.matter == "disputes" and _is_assumed(last)))
        figure = _figure(place, meant and replace(meant, subject=subject, assumed=assumed), text, form)
        counted.append(figure)
        if figure.matter:
            seen.add(key or ())
            before, last = figure.matter, figure
        yield figure


def _is_assumed(last: Figure | None) -> bool:
    return last is not None and last.assumed


def _of_several(stands: tuple[Place, ...], figures: tuple[Figure, ...], text: str, form: Form) -> Iterator[Figure]:
    """What a figure says of each of several things, where it is not known as the figure of one."""
    sentence, told = -1, ""
    for place, known in zip(stands, figures, strict=True):
        start = place.text.sentence(place.token.start)[0]
        told = known.matter or (told if start == sentence else "")
        sentence = start
        if known.meanings and not known.partial and known.matter != "carried":
            continue
        time, unrelated = place.text.time(place.token.start), bool(_UNRELATED.search(place.statement))
        for meant in of_each(place, told) if not (unrelated or is_of_one_kind(known.number[0], text)) else ():
            if meant.matter == "carried" or not (time and not time.whole):
                yield replace(_figure(place, meant, text, form), kind="several")


def _total(place: Place, total: Figure | None, text: str, form: Form) -> Figure:
    """A bare total with what it adds up, or with nothing where that is not known."""
    figure = _figure(place, None, text, form)
    if total is None:
        return figure
    return replace(figure, matter=total.matter, meanings=total.meanings, item=total.item, subject=total.subject)


_PARTS = ("applicant", "result")
_A_NEW_STATEMENT = pattern("；(?:较|比|与|同|和)(?:上一?年(?:度)?|去年(?:度)?|20[0-9]{2}年(?:度)?)(?:同期)?的?$")
"""Before last year's figure, behind a list of parts: 9件企业、4件律所；比上年的20件增三成."""


def _past(place: Place, last: Figure | None, before: str, text: str, form: Form) -> Figure:
    """A figure of last year's: of what the figure before it counts, or what its own words name."""
    figure = replace(_figure(place, None, text, form), year=year_named(place))
    if may_be_either(place):
        return figure
    if meant := document_at_start(place):
        return replace(figure, matter="documents", meanings=in_form(meant.meanings, form), item=meant.item, past=True)
    if _is_of_another_thing(place, last):
        return figure
    alike = last is not None and last.unit in ("", figure.unit)
    if not is_changed_from(place) and last is not None and alike and not last.partial:
        return replace(
            figure, matter=last.matter, meanings=last.meanings, item=last.item, subject=last.subject, past=True
        )
    alone = last is None or is_changed_from(place)
    meant = _last_years_own(place, before) if alone else None
    if meant is None or meant.partial:
        return figure
    known = in_form(meant.meanings, form)
    return replace(figure, matter=meant.matter, meanings=known, item=meant.item, subject=meant.subject, past=True)


def _last_years_own(place: Place, before: str) -> Meant | None:
    """What a figure of last year's means by its own words."""
    meant = next(readings(place, before), None)
    all_of_them = (meant is None or meant.matter == "applicant") and (
        _WAS_RECEIVED.search(place.before)
        or _THAN_LAST_YEARS.search(place.before)
        or _OF_NONE.search(place.sentence_before)
    )
    if all_of_them and place.about_applications:
        return Meant("received", "收到申请", (RECEIVED,), place.token.start, place.token.end)
    return meant


_OF_NONE = pattern(
    "(?:没有|未)(?:收到|接到|受理|新收)[^，。；0-9]{0,24}申请\\(?[^，。；0-9]{0,4}(?:20[0-9]{2}年|上一?年|去年)(?:度)?(?:同期)?[^，。；0-9]{0,2}$"
)
_THAN_LAST_YEARS = pattern(
    "^(?:全年|本年度?|政府信息公开)?(?:申请|收件|新收|受理)(?:申请)?(?:数量|总量|件数|总数|量|数)?(?:较|比|与|同)(?:上一?年(?:度)?|去年(?:度)?|20[0-9]{2}年(?:度)?)的?$"
)
_WAS_RECEIVED = pattern("年(?:度)?(?:同期)?(?:共|则|为|是)?(?:收到|受理|新收|接收)(?:了)?$")
"""Before last year's applications where this year there were none: 没有收到申请，而2023年收到1件."""


def _is_of_another_thing(place: Place, last: Figure | None) -> bool:
    """Whether last year's figure is not of what the figure before it counts, as far as its words say."""
    if is_at_years_end(place):
        return last is None or not last.item.startswith("现行有效")
    named = _NAMED_BEHIND.match(place.after)
    if named and last is not None and named[1] not in last.item:
        return True
    return last is not None and last.matter in _PARTS and bool(_A_NEW_STATEMENT.search(place.sentence_before))


_NAMED_BEHIND = pattern("(?:的|行政|政府信息公开){0,2}(许可|处罚|强制|复议|诉讼)(?!申请)")
"""Behind last year's figure what it counts: 许可27件，比上年多4件；上年有1件处罚."""


def _or_of_the_whole(figure: Figure, counted: Sequence[Figure]) -> Figure:
    """Last year's figure behind a list of parts, which is most likely that of the whole they add up to."""
    whole = whole_before(counted) if figure.past else None
    return replace(figure, meanings=(*whole.meanings, *figure.meanings), item=whole.item) if whole else figure


_OUT_OF = pattern("[中里]的(?:$|[0-9一二两三四五六七八九十])")
"""Behind a figure of which another one tells a part: 44件中的42件."""


_SO_MANY_KINDS = pattern(
    "[两二三四五六][项类](?:(?:行政)?(?:数据|指标|内容|数字|决定|职权|工作|执法)?(?:数量?)?(?:均|都|之和|相加|合计|分别|依次)|数据|指标|内容|数字)"
)
"""A figure of how many things were named: 制发、废止、现行有效三项数据为0."""


_THAN_ANOTHER = pattern("[比较](?:新收|收到|收件|受理|办结|答复|许可|处罚|前者|后者)[一-鿿]{0,3}[多少](?:出|了)?$")
"""The difference of two figures of this year: 办结30件，比新收还多2件."""


_FOR_ITS_OWN_REASON = pattern("[件宗](?:列入|计入|归入|纳入)[^，。；、0-9]{2,12}，(?:原因|理由|因|系|由于)")
"""A figure of one reason, which need not be all of its row: 1件列入“其他处理”，原因是申请人去世."""


def _meant(place: Place, before: str) -> Meant | None:
    """What a figure means when its sentence leaves no doubt of the time."""
    if counts_something_else(place) or _OUT_OF.match(place.after) or _THAN_ANOTHER.search(place.before):
        return None
    if _SUBORDINATE.search(place.sentence_before) or _is_left_out(place):
        return None
    time = place.text.time(place.token.start)
    if time and not time.whole:
        return next((meant for meant in readings(place, before) if meant.matter == "carried"), None)
    meant = next(readings(place, before), None)
    if meant is None or (meant.matter == "disputes" and (is_of_a_lesson(place) or _BEGUN_BEFORE.search(place.before))):
        return None
    meant = replace(meant, subject=owner_of(place)) if not meant.subject else meant
    own_reason = meant.matter == "result" and _FOR_ITS_OWN_REASON.search(place.statement)
    some_cases = meant.matter == "disputes" and is_some_of_them(place) and not OF_EACH.match(place.after)
    return replace(meant, partial=True) if own_reason or some_cases else meant


_BEGUN_BEFORE = pattern(
    "(?<![及和与、加])(?:上一?年(?:度)?|去年|20[0-9]{2}年(?:度)?)(?:末|底)?(?:尚|仍)?未(?:审结|结案?|办结)[^，。；0-9]{0,8}$"
)
"""Before cases that are among this year's, begun in an earlier one: 含上年尚未审结转入的5件."""


def _is_left_out(place: Place) -> bool:
    """Whether the words say that a figure is none of what the report counts, or only how many things they name."""
    if _SO_MANY_KINDS.match(place.text.plain.text, place.token.start) or _UNRELATED.search(place.statement):
        return True
    if is_left_out(place):
        return True
    other = "公开" in place.before and _NOT_OF_DISCLOSURE.search(place.before)
    but_for = place.before.endswith(("除", "除了", "除去")) and _OUTSIDE.match(place.after)
    to_do = _TO_DO.match(place.text.plain.text, place.token.end)
    return bool(other or but_for or to_do or _LEFT_OUT.match(place.after))


def _figure(place: Place, meant: Meant | None, text: str, form: Form) -> Figure:
    token, plain_text = place.token, place.text.plain
    start, end = (meant.start, meant.end) if meant else (token.start, token.end)
    span = plain_text.span(start, end)
    time = place.text.time(token.start)
    year = time.year if time else None
    matter: Matter = meant.matter if meant else ""
    return Figure(
        span=span,
        words=text[slice(*span)],
        number=plain_text.span(token.start, token.number_end),
        value=token.value.value if token.value else None,
        step=token.value.step if token.value else 1,
        unit=token.unit,
        bound=token.bound,
        kind="comparison" if is_difference(place) else "count",
        clause=_clause(place.text, token.start),
        matter=matter,
        meanings=in_form(meant.meanings, form) if meant else (),
        item=meant.item if meant else "",
        partial=meant.partial if meant else False,
        year=(meant.year or year) if meant else year,
        subject=meant.subject if meant else "",
        cell_id=token.cell_id,
        narrowed=meant.narrowed if meant else "",
        assumed=meant.assumed if meant else False,
    )


def _clause(whole: Text, at: int) -> tuple[int, int]:
    start, end = whole.clause(at)
    return whole.plain.span(start, min(end, len(whole.plain.text)))


def _is_of_others(whole: Text, at: int) -> bool:
    """Whether the sentence says that its cases have nothing to do with the report."""
    return bool(_UNRELATED.search(whole.plain.text[slice(*whole.sentence(at))]))


def _told(whole: Text, text: str, form: Form, said: Iterable[tuple[tuple[int, int], Meant]]) -> Iterator[Figure]:
    """The words that say none, as figures of 0, or that there is one, as 1 at least; not those of another time."""
    for (start, end), meant in said:
        time = whole.time(start)
        of_a_case = meant.matter == "disputes" and meant.partial and time is not None and time.brief
        if meant.matter == "disputes" and meant.partial and _is_of_others(whole, start):
            continue
        if time and not time.whole and meant.matter != "carried" and not of_a_case:
            continue
        span = whole.plain.span(start, end)
        yield Figure(
            span=span,
            words=text[slice(*span)],
            number=span,
            value=int(meant.partial),
            step=1,
            unit="",
            bound="exact",
            kind="several" if meant.partial else "none",
            clause=_clause(whole, start),
            matter=meant.matter,
            meanings=in_form(meant.meanings, form),
            item=meant.item,
            partial=meant.partial,
            year=meant.year or (time.year if time else None),
            subject=meant.subject,
            assumed=meant.assumed,
        )
