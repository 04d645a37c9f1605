"""Reading a text: its figures in order with what they count, then comparisons and announced sums."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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
from model.prose.figures import Figure, Matter, Reading, in_form
from model.prose.meant import CARRIED_IN, CONCLUDED, RECEIVED, Meant
from model.prose.places import Place, Text, cut, places
from model.prose.plain import plain
from model.prose.shared.portions import portions
from model.prose.shared.relations import relations
from model.prose.shared.shares import shares
from model.prose.sums import sums, whole_before
from model.prose.vocabulary import APPLICANTS, DOCUMENT
from model.prose.wide.acts import document_at_start
from model.prose.wide.applicants import PERSONS, all_of_a_kind
from model.prose.wide.changes import changes
from model.prose.wide.each import of_each
from model.prose.wide.meanings import readings
from model.prose.wide.none_of import none_of_table_two
from model.prose.wide.nothing import none_words
from model.prose.wide.rulings import rulings
from model.prose.wide.stories import applications_of_some, stories
from model.prose.wide.together import told_together
from model.prose.wide.totals import is_bare_total, is_of_all, is_of_those_above, total_of

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
    "|[，(](?:均|都|并|亦|但)?(?:不属于?|不是|不算|不计入|不列入|不纳入|不含在)(?:本机关|本报告)?(?:的)?(?:政府|政务)?(?:信息公开|依申请公开|上述|本报告|表[三四])"
    "|(?:与|和|同)(?:此|上述|本报告|(?:政府)?信息公开|公开)(?:工作)?(?:均|都|并)?(?:无关|不相关|没有关系|不相干)"
    "|(?:为|系|作为|列为)(?:案件)?第三人(?![一-鿿])|其他业务"
    "|(?:均|都|并)(?:不|未)(?:涉及|关乎)(?:政府)?信息公开(?!申请|行政|复议|诉讼)"
    "|(?:不明确|不清楚|不清晰|不具体)，[^。；]{0,24}(?:按[时期]|及时|如期|主动)补正"
    "|[，(][一-鿿]{0,6}?(?:不|未|没有)(?:再|另)?(?:按照?|作为?|当作|列为|视为)[^，。；0-9]{0,10}申请[^，。；0-9]{0,3}(?:办理|受理|处理|统计|登记|计算|对待)"
    "|[，(](?:均|都|并|亦|也)?(?:不|未)(?:计入|列入|纳入|算入)[^，。；0-9]{0,10}(?:统计|数据|申请|件数|总数|范围)"
    "|[，(](?:均|都|并|亦)?属于?(?:日常|常规|业务|便民|窗口)[一-鿿]{0,4}(?:服务|业务|工作|事项)"
    "|[，(](?:均|都|并|亦|已)?(?:分别|另行|各自|单独)?(?:计入|列入|记入|统计在)(?:被申请(?:人|机关)|被告|该|其(?!他)|各(?:部门|单位|乡镇|机关))"
)
"""Words that take the figures of their statement out of what the report counts."""
_LEFT_OUT = pattern("的?(?:申请|案件|件)?(?:均|都|并|亦)?(?:不计|未计|不列|除外)(?=[入在内，。；)]|$)")
"""Behind a figure that the report's own leave out: 行政诉讼213件不计."""
_AMONG_THEM = pattern(
    "的?申请(?:因|由于)?涉及(?:第三方|他人)[^。；，]{0,6}，(?:需|须|分别|已|依法|先后)*征求|"
    "的?(?:申请|件)?[，(](?:均|都)?(?:已|也)?(?:包含|包括|含|计入|统计|列入)在(?:上述|前述|以上|总[数量计]|合计|全[县区市镇])"
)
"""Behind a figure that is a part of others, or of those that waited for others: 58件，已包含在上述数字中."""
_NOT_OF_DISCLOSURE = pattern(
    "(?:不属于?|不是|非)(?:政府)?(?:信息)?公开(?:类|方面|领域|工作)?的?(?:行政)?(?:复议|诉讼|案件|申请)?$"
)
_WITH_CARRIED = pattern(
    "(?:连同|加上|加|算上|连)[^，。；、0-9]{0,6}(?:结转|转来|转入|遗留)的?，?(?:一?共|合计|共计|总计|总共)(?:有|为|是)?$"
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
            meant = None
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
        for meant in of_each(place, told) if not unrelated else ():
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
    meant = next(readings(place, before), None) if alone else None
    if meant is None or meant.partial:
        return figure
    known = in_form(meant.meanings, form)
    return replace(figure, matter=meant.matter, meanings=known, item=meant.item, subject=meant.subject, past=True)


def _is_of_another_thing(place: Place, last: Figure | None) -> bool:
    """Whether last year's figure is not of what the figure before it counts, as far as its words say."""
    if is_at_years_end(place):
        return last is None or not last.item.startswith("现行有效")
    return last is not None and last.matter in _PARTS and bool(_A_NEW_STATEMENT.search(place.sentence_before))


def _or_of_the_whole(figure: Figure, counted: Sequence[Figure]) -> Figure:
    """Last year's figure behind a list of parts, which is most likely that of the whole they add up to."""
    whole = whole_before(counted) if figure.past else None
    return replace(figure, meanings=(*whole.meanings, *figure.meanings), item=whole.item) if whole else figure


_OUT_OF = pattern("[中里]的(?:$|[0-9一二两三四五六七八九十])")
"""Behind a figure of which another one tells a part: 44件中的42件."""


_THAN_ANOTHER = pattern("[比较](?:新收|收到|收件|受理|办结|答复|许可|处罚|前者|后者)[一-鿿]{0,3}[多少](?:出|了)?$")
"""The difference of two figures of this year: 办结30件，比新收还多2件."""


_NAMED = pattern("[、和及与][一-鿿]{2,12}$")
_ALL_NAMED = pattern("(?:均|都|皆|全部?)(?:为|是|没有|无|不|未)")
"""Around the number of what was just named: 行政许可、行政处罚、行政强制三项均为零."""
_IN_EVERY = pattern(
    "每[0-9一二两三四五六七八九十]{0,4}$|每[0-9一二两三四五六七八九十]{1,4}[件宗份][申请]{0,2}[中里]?(?:就|便|约)?有?$"
)
"""Before a figure that is a rate: 每四件里有三件."""
_SOME_OF = pattern(
    "[0-9一二两三四五六七八九十][件宗起](?:[一-鿿]{0,6}的)?(?:行政)?(?:复议|诉讼|申请|案件)(?:案件)?[中里](?:，|有)+$"
)
"""Before a part of those just counted: 4件维持的复议里有2件."""
_OF_ONE_KIND = pattern(f"(?:{'|'.join(APPLICANTS.values())})[一-鿿]{{0,4}}--(?:新收|收到|受理|接收|办结|答复)$")
"""Before what one kind of applicants has: 自然人——新收37件."""
_FOR_ITS_OWN_REASON = pattern("[件宗](?:列入|计入|归入|纳入)[^，。；、0-9]{2,12}，(?:原因|理由|因|系|由于)")
"""A figure of one reason, which need not be all of its row: 1件列入“其他处理”，原因是申请人去世."""


def _is_no_count(place: Place) -> bool:
    """Whether a figure counts names, or is one of a rate."""
    if place.token.unit == "项" and _NAMED.search(place.before) and _ALL_NAMED.match(place.after):
        return True
    lead = place.sentence_before[-_NEAR:]
    if _OF_ONE_KIND.search(lead):
        return True
    return bool(_IN_EVERY.search(lead) or _SOME_OF.search(lead) or _counts_others(place, lead))


def _counts_others(place: Place, lead: str) -> bool:
    """Whether a figure is of one applicant, of subjects or telephone calls, of days, or of another year."""
    if _OF_ONE_APPLICANT.search(place.before) or _IS_NONE_OF_THESE.match(place.after):
        return True
    if _is_of_other_things(place, lead) or _of_one_kind_alone(place):
        return True
    if place.token.unit == "个" and place.after.startswith(_TIME_SPANS):
        return True
    said = place.sentence_before
    by_telephone = "申请" not in said and _BY_TELEPHONE.search(said)
    return bool(by_telephone or ("涉及" in said and _OF_A_SUBJECT.search(lead)))


def _is_of_other_things(place: Place, lead: str) -> bool:
    """Whether a figure is of some offices, of subjects, of other business, or of a part of what the tables count."""
    before, said = place.before, place.sentence_before
    return bool(
        _OF_SOME.search(before)
        or _BY_SUBJECT.search(lead)
        or _OF_OTHER_BUSINESS.search(before)
        or _OF_OTHER_LISTS.search(lead)
        or _OF_A_WHOLE.search(said)
        or _OF_SOME_ONLY.search(said[-_FAR_BACK:])
        or _ISSUED.search(before)
        or _AMONG_THEM.match(place.text.plain.text, place.token.end)
    )


_NEAR = 30
_OF_ONE_APPLICANT = pattern(
    "(?:同一|该|上述|某)(?:申请人|当事人|企业|公司|村民|居民)[^，。；]{0,20}(?:提出|提交|申请|递交)(?:了|共|的)?$"
    "|(?:自然人|申请人|村民|居民|公民|当事人|公司|企业)[^，。；、0-9]{0,8}(?<=[一-鿿])对(?:其中|此|上述)?(?:的)?$"
)
"""Before what one applicant has asked for, or what he is not content with: 自然人王某某对其中1件答复不服."""
_IS_NONE_OF_THESE = pattern(
    "的(?:构成|组成|去向|分布)|申请(?:经|在|因)[^，。；0-9]{0,8}(?:由|请)申请人(?:修改|变更|调整|补充|补正)|分别(?:为|是|属于|作出)?(?:予以|部分|不予|主动|全部|同意|无法|本机关|按|以)?[一-鿿]{2,6}[、和](?![0-9一二两三四五六七八九十])"
    "|分别(?:为|是|属于)(?![0-9一二两三四五六七八九十])"
    "|(?:由|系|是)[一-鿿]{2,10}(?:、|和|及|与|以及)[一-鿿]{2,8}[^，。；0-9]{0,14}(?:提出|提交|申请|递交)"
    "|(?:申请)?，?(?:将|拟|已|才)?(?:在|于|至|到)20[0-9]{2}年[0-9]{1,2}月[^，。；0-9]{0,4}(?:办理|答复|办结|处理|回复)"
)
"""Behind what are several things together, or what comes in another year: 其余3件分别为部分公开、本机关不掌握."""
_ISSUED = pattern(
    "(?:出具|核发|颁发|开具|制发|换发|补发)(?:了)?[^，。；0-9]{0,12}(?:证明|证书|证照|执照|报告书?|凭证|回执|收据|发票|清单|函)$"
)
"""Before papers that the office issues, to whomever: 向保险公司出具气象证明213份."""
_OF_SOME = pattern(
    "(?:其余|其他|其它|剩余|另外)[^，。；0-9]{0,4}(?:单位|部门|乡镇|镇街|街道|机关|县区|科室)[^，。；0-9]{0,4}$"
    "|(?:主动公开|依申请公开|不予公开)(?:类|属性)?的?(?:公文|文件)$"
    f"|(?:{'|'.join(APPLICANTS.values())}|企业|个人|公民|律师事务所)的?申请(?:办结|答复)$"
)
"""Before what some offices have together, how many papers may be open, and what one kind of applicants was answered."""
_BY_SUBJECT = pattern("(?:提出|提交|申请|递交)，?分别(?:是|为|涉及|关于|要求)[^，。；0-9]{2,16}$")
"""Before the first of several subjects: 均为个人提出，分别是房屋拆迁2件、物业纠纷1件."""
_OF_OTHER_BUSINESS = pattern(
    "(?:申领|换领|补领|领取|补换|换发|换证|补证|补办|新办|查账|查档|查阅|开户|销户|缴费|退费|退税|减免|复工|备案|年审|年检|检验|验收|变更|注销|延续"
    "|报名|培训|就业|入园|入托|入学|落户|迁移|调动|休学|资助|奖励|补偿|赔偿|理赔|维修|报修|占道|挖掘|移植|施工|安装|接入|用章|借阅|场地|参观|调解|援助"
    "|认证|认定|评定|鉴定|检测|测绘|许可|审批|登记|注册|贷款|救助|补助|补贴|津贴|低保|住房)申请(?:共|累计|合计)?$"
    "|(?:办理|开具|出具|核发|打印|提供)[^，。；0-9]{0,12}(?:证明|证书|证件|凭证)(?:共|累计|合计)?$"
    "|(?:办理|受理|审核|完成)[^，。；0-9]{2,12}(?:审批|登记|备案|注册|认定|纠纷|调解|公证|过户|签证)(?:共|累计|合计)?$"
    "|”的?申请$|(?<!复议)(?<!诉讼)(?<!信息公开)(?<![查本])案$"
)
"""Before applications for other things, and papers that are made out for them: 办理优待证申领申请2711件."""
_OF_OTHER_LISTS = pattern(
    "”的?申请[0-9]{1,6}件，(?:已|均|全部)?(?:办结|办理)$|(?:目录|清单|事项|职能|权责|职权)[0-9]{1,5}项，(?:新增|增加|核减|取消|调整|删除|修改)$"
)
"""Before what was added to a list of things: 核减目录7项，新增3项."""
_OF_A_WHOLE = pattern(
    "(?:公开|公布|发布)全?[县市区](?:本级|政府|直)?[^，。；0-9]{0,14}清理结果[^。]{0,60}$|入库(?:的)?文件[^，。；0-9]{0,6}$"
)
"""What is told of the documents of a whole county, or of a store of documents."""
_OF_SOME_ONLY = pattern(
    "(?:(?:其余|另外|剩余|余下)[0-9]{1,5}件|(?:自然人|个人|公民|村民|居民|企业|公司|律师|律所|组织|机构)(?:提出|提交|申请|递交)?的[0-9]{1,5}件)(?:申请)?[里中]，?[^。；]{0,40}$"
    "|(?:集中[在于]|主要涉及)[^。；0-9]{2,20}\\([^。；]{0,60}$"
    "|诉讼[^。；]{0,12}，被?(?:纠正|纠错|维持)的?(?:各有|分别有|分别为|依次为)[^，。；]{0,8}$"
)
"""Before the results of some applications, the subjects of all, and the figures of two kinds of cases in turn."""
_FAR_BACK = 80
_KIND_ALONE = pattern("(?:自然人|个人|公民|村民|居民|企业|公司|律师|律所|组织|机构)(?:提出|提交|申请|递交)?的$")
_ALL_OF_THEM = pattern("申请(?:全部|均|都)")
_A_SUBJECT_OF_ONE = pattern("(?:自然人|个人|公民|村民|居民|企业|公司)申请(?:公开)?的[一-鿿]{3,14}$")


def _of_one_kind_alone(place: Place) -> bool:
    """Whether a figure tells what became of one kind's applications: 社会公益组织的3件申请全部予以公开."""
    if _A_SUBJECT_OF_ONE.search(place.before):
        return True
    return bool(_KIND_ALONE.search(place.before) and _ALL_OF_THEM.match(place.after))


_OF_A_SUBJECT = pattern("[0-9][件宗]、[^，。；、0-9]{1,12}的$")
"""Before one of several subjects, whoever is named in it: 涉及招生的17件、教师职称的9件."""
_BY_TELEPHONE = pattern("(?:接听|接待|受理|解答)[^，。；]{0,10}(?:电话|来电|来访|咨询)")
_TIME_SPANS = ("工作日", "自然日", "月", "小时", "季度", "星期")


def _meant(place: Place, before: str) -> Meant | None:
    """What a figure means when its sentence leaves no doubt of the time."""
    if _is_no_count(place) or _OUT_OF.match(place.after) or _THAN_ANOTHER.search(place.before):
        return None
    if _SUBORDINATE.search(place.sentence_before) or _UNRELATED.search(place.statement):
        return None
    if _LEFT_OUT.match(place.after) or ("公开" in place.before and _NOT_OF_DISCLOSURE.search(place.before)):
        return None
    time = place.text.time(place.token.start)
    if time and not time.whole:
        return next((meant for meant in readings(place, before) if meant.matter == "carried"), None)
    meant = next(readings(place, before), None)
    if meant is None or meant.matter != "result" or not _FOR_ITS_OWN_REASON.search(place.statement):
        return meant
    return replace(meant, partial=True)


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


def _told(whole: Text, text: str, form: Form, said: Iterable[tuple[tuple[int, int], Meant]]) -> Iterator[Figure]:
    """The words that say none, as figures of 0, or that there is one, as 1 at least; not those of another time."""
    for (start, end), meant in said:
        time = whole.time(start)
        if time and not time.whole and meant.matter != "carried":
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
