"""Amounts in words, as a share of what was counted before: 均被维持, 无一结转下年度, 一半予以公开."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from model.form.form import Form
from model.language.fractions import Found, exactly, fractions
from model.language.patterns import pattern
from model.prose import vocabulary as words
from model.prose.disputes import cells_of
from model.prose.figures import Figure, Matter, Meaning, Portion, in_form
from model.prose.meant import CARRIED_OUT, CONCLUDED, RECEIVED
from model.prose.places import Text
from model.prose.shared.about import is_narrowed, of_applications
from model.prose.shared.named import (
    GATHERED,
    applicants_named,
    named,
    names,
    rows_by_words,
    together,
)
from model.prose.terms import result_name, row_total, with_result

_QUANTITY = pattern(
    "(?P<none>无一|没有一|无1|没有1)(?:件|例|起|宗)(?:申请|案件)?|(?P<none_of>无一)(?!例外|件|例|起|宗)"
    "|(?P<all>均|全部|全数|悉数|皆|都|俱)(?:均|已|系){0,2}(?!未|无|不是)"
    "|(?P<no>零|无|没有|未出现|未发生|未有|不存在|未(?=被))"
    "|(?<=[，；：(])(?:年底|年末|目前|至今|截至年底|当年)?(?P<single>(?:答复|办理|处理)?结果|为|维持|纠正|撤销|驳回|尚未审结|尚未判决|未判决|仍在审理|经查找|要求(?:提供|公开)的|所需信息|申请(?:公开)?的(?:信息|内容)|经审查|经查|经核|因|属于|未经|直接|复议后|经复议|原答复|原行政行为|原告|一审|终审|复议机关|复议结果|人民法院|法院|[市县区省州旗](?:人民)?政府|判决|裁定|申请(?:人|者|主体)(?:为|是|系)|由|系|是|来自|原因|理由|已|被|获|经|予以|决定|依法|同意)"
)
_LIGHT = pattern(
    "(?:[，、；：()。]|截至|(?:政府信息公开)?行政(?:诉讼|复议)|(?:政府|依申请)?(?:信息)?公开(?=申请)|其中|上述|办理结果|答复结果|处理结果|复议结果|诉讼结果|结果|申请人|申请主体|申请者|提出者|提出申请的|申请来源|复议机关|人民法院|法院|[市县区省州旗](?:人民)?政府|经审理|经审查|案件|申请|已?(?:按期|按时|依法|及时)?(?:答复|办结|办理完毕)|已|并|且|审结|判决|裁定|目前|年底|年末|当年|年内|本年度?"
    "|(?:较|比|与)(?:上一?年|去年|20[0-9]{2}年)(?:度)?(?:同期)?(?:持平|(?:增加|减少|多|少)(?:了)?[0-9]{1,5}件)"
    "|(?:系|属于?|为)?(?:(?:未经(?:行政)?复议(?:而)?)?直接|经?(?:行政)?复议后)(?:起诉|提起(?:行政)?诉讼)|(?:为|由|系|是)(?:自然人|公民|商业企业|企业|律师事务所|法律服务机构|科研机构|公益组织|村民|居民)(?:提出|申请|提交)?"
    "|(?:均|全部|都|一半|三分之[一二])[一-鿿]{2,8}[，、]"
    "|(?:查询|查阅|要求(?:公开|提供|获取)|申请(?:公开|获取|内容)|所需|内容(?:为|是|涉及)?|索要|涉及|关于)(?!.{0,6}秘密|.{0,6}隐私)[^，。；：()0-9]{2,20}，)*"
)
_STOP = pattern("[，。；、()\n]|并[于在按通]|后[于在]")
_TOLD_IN_BRACKETS = pattern("\\((?:[即为占约共]|[0-9一二两三四五六七八九十]{1,5}[件份宗]|[0-9.]{1,6}[%％]|[，、])+\\)")
"""Behind a share in words: 近八成(11件，78.6%)是企业."""
_OPENS = pattern(
    "(?:其中|这其中|换算过来|按比例[说看算]|算下来|也就是说|已?办结的?(?:申请|件)?[中里]|(?:新收|全部|所有|全年)的?(?:申请|件)[中里]"
    "|申请人?[中里]|答复[中里]|有|约|共|而|且|又)*"
)
"""What may stand before a share of the applications told of, when no figure stands right before."""
_OF_CONCLUDED, _OF_RECEIVED = pattern("办结"), pattern("新收")
_MARK = pattern("[，。；：\\n(]|--")
_OF_THE = pattern("的?(?:政府信息公开|公开)?(?:申请人?|件|答复|申请件|申请事项)|的")
_SATISFIED = pattern(
    "有(?:所获|所得|了?结果|着落)|如愿|(?:得到|获得)(?:了)?(?:满足|(?:全部(?:或者?|、)部分|所需的?|相关|想要的){0,2}信息|答案)"
)
_UPHELD = pattern(
    "维持|(?<!原告)(?<!对方)(?<!起诉人)胜诉|(?:原告|对方|起诉人)败诉|支持|驳回(?:原告|申请人)?(?:的)?(?:诉讼|复议)?请求|(?:诉讼请求|诉请)被(?:依法)?驳回"
)
_CORRECTED = pattern(
    "纠正|纠错|撤销(?:(?:并|后)?(?:责令)?重(?:作|新作出|新答复)(?:答复|决定)?|原(?:答复|决定|行政行为))?|确认违法|(?<!原告)(?<!对方)(?<!起诉人)败诉|责令重新答复|责令重新作出答复"
)
_PENDING = pattern("未审结|未判决|未宣判|在审|审理中|未结|待审")
_SETTLED = pattern(
    "(?:全部)?(?:依法|按期|按时|已经?|于年内|在(?:年内|法定期限内))*(?:审结|结案|审理完毕|办结|作出(?:决定|判决|裁[判定]))(?:完毕|了)?"
)
_ENDS = ("upheld", "corrected", "other")
_OTHER_END = pattern("撤回(?:复议申请|起诉|申请)?|终止|调解|和解")
_DIRECT = pattern("(?:未经(?:行政)?复议)?直接(?:向法院)?(?:提起)?(?:的)?(?:行政)?(?:起诉|诉讼)")
_AFTER = pattern("(?:经)?(?:行政)?复议(?:之|以)?后(?:再|又)?(?:向法院)?(?:提起)?(?:的)?(?:行政)?(?:起诉|诉讼)")
_CARRIED = pattern("(?:结转|转)(?:至|到|入)?(?:下|次)一?年(?:度)?(?:继续)?(?:办理)?|跨年(?:办理)?|结转")
_GRANTED = pattern("公开|提供")
_LOOSE = pattern("公开|提供(?:了)?")
_PUT_RIGHT = pattern(
    "告知[^，。；]{0,4}补正|(?:按[时期]|及时|如期|主动|逾期|未[按予作]?期?)补正|补正后?(?:受理|予以|公开|提供|答复|办结)"
)
"""Behind a reason why an applicant had to be asked, which tells not how the application ended."""
_LONGEST = 24
_FARTHEST = 16
"""How many characters of a predicate, and of what stands before the words for the amount, are looked at."""
_KINDS = {
    "行政复议、行政诉讼": "both",
    "行政复议": "review",
    "行政诉讼": "suit",
    "直接起诉": "direct",
    "复议后起诉": "after",
}
_WHOLES: tuple[Meaning, ...] = (RECEIVED, CONCLUDED, GATHERED)

Pairs = tuple[tuple[Meaning, Meaning], ...]
"""A part and its whole, by each reading."""


def portions(text: Text, figures: Sequence[Figure], form: Form) -> Iterator[Portion]:
    """The amounts in words of a text whose figures, one for each token, are given."""
    for said in fractions(text.plain.text):
        if shared := parts_named_behind(text, figures, said, form):
            yield shared
    for found in _QUANTITY.finditer(text.plain.text):
        before = _group_before(text, found) or _counted_before(text, figures, found.start())
        if before and found["single"] and not _is_alone(text, figures, found.start()):
            continue
        if found["single"] == "因" and _PUT_RIGHT.search(text.plain.text, found.end(), text.sentence(found.end())[1]):
            continue
        before = before[-1:] if found["single"] else before
        if before and (share := _share(found, before[-1])) is not None:
            end = _end(text, found.end() if not found["single"] else found.start())
            for matter, item, pairs in _read(text, found, before, end):
                if known := _in_form(pairs, form):
                    span = text.plain.span(found.start(), end)
                    yield Portion(span, exactly(share), matter, item, known)


def parts_named_behind(text: Text, figures: Sequence[Figure], share: Found, form: Form) -> Portion | None:
    """A share in words with its part behind it: 一半予以公开, 近八成(11件，78.6%)是企业, 五分之四的申请得到公开."""
    words = text.plain.text
    told = _TOLD_IN_BRACKETS.match(words, share.end)
    begin = told.end() if told else share.end
    of_them = _OF_THE.match(words, begin)
    begin = of_them.end() if of_them else begin
    end = _end(text, begin)
    index = bisect_left(text.token_places, begin)
    if begin >= end or (index < len(text.tokens) and text.tokens[index].start < end):
        return None
    before = _counted_before(text, figures, share.start)
    time = text.time(share.start)
    if not before and (time and not time.whole):
        return None
    lead = _MARK.split(words[max(0, share.start - _FARTHEST) : share.start])[-1]
    open_ = _OPENS.fullmatch(lead) and of_applications(text, share.start) and not is_narrowed(text, share.start)
    if not before and not open_:
        return None
    of = CONCLUDED if _OF_CONCLUDED.search(lead) else RECEIVED if _OF_RECEIVED.search(lead) else None
    for matter, item, pairs in _shared(words[begin:end], before):
        if known := _in_form(tuple(pair for pair in pairs if of in (None, pair[1])) or pairs, form):
            return Portion(text.plain.span(share.start, end), share.said, matter, item, known)
    return None


def _shared(predicate: str, before: list[Figure]) -> Iterator[tuple[Matter, str, Pairs]]:
    """What the words behind a share name a part of, of the figures before it or of the applications."""
    last = before[-1] if before else None
    if last and last.matter == "disputes":
        yield from _of_cases(predicate, before, all_of_them=False)
    elif last and last.matter == "carried":
        yield from _of_carried(predicate, last)
    elif last is None or last.matter in ("received", "concluded", "applicant", "result"):
        known = names(predicate)
        if not known and _SATISFIED.search(predicate):
            known = names("公开")
        if known and known[0].matter in ("result", "applicant"):
            pairs = tuple(
                pair
                for part in together(known)
                for pair in (_of_row(part, last) if known[0].matter == "result" else _of_columns(part))
            )
            yield known[0].matter, "、".join(each.item for each in known), pairs


def _in_form(pairs: Pairs, form: Form) -> Pairs:
    return tuple(
        (part, whole) for one, every in pairs for part in in_form((one,), form) for whole in in_form((every,), form)
    )


_WHY = pattern(
    f"(?:(?P<refused>{words.GROUPS['refused']})|(?P<unavailable>{words.GROUPS['unavailable']})|(?P<unprocessed>{words.GROUPS['unprocessed']}))"
    "(?:政府信息)?(?:类|的|申请|件)*(?:原因|理由|情形)(?:上|方面|来看)?[，：]?$"
)
"""Before what all of one group were decided for: 无法提供的原因均为本机关不掌握."""


def _group_before(text: Text, found: re.Match[str]) -> list[Figure]:
    """A group of the results whose reason is told without its figure, as one that counts it."""
    lead = text.plain.text[max(text.clause(found.start())[0], found.start() - _FARTHEST) : found.start()]
    why = _WHY.search(lead) if found["all"] and of_applications(text, found.start()) else None
    if not why:
        return []
    group, at = str(why.lastgroup), (found.start(), found.end())
    return [
        Figure(at, why[0], at, 1, 1, "件", "exact", "count", at, "result", ((row_total(group),),), result_name(group))
    ]


def _share(found: re.Match[str], last: Figure) -> Fraction | None:
    """What share the words give; None where one case only is spoken of as all and it is not one."""
    if found["single"]:
        return Fraction(1) if last.value == 1 else None
    return Fraction(1) if found["all"] else Fraction(0)


def _counted_before(text: Text, figures: Sequence[Figure], at: int) -> list[Figure]:
    """The figures right before that are counted together; none where other words stand between."""
    index = bisect_left(text.token_places, at) - 1
    while index > 0 and figures[index].kind == "comparison":
        index -= 1
    if index < 0 or text.paragraph(text.tokens[index].start) != text.paragraph(at):
        return []
    lead = text.plain.text[text.tokens[index].end : at]
    index = _meant_by(text, figures, index, at)
    if len(lead) > _FARTHEST * 2 or not _may_be_of(figures[index]):
        return []
    if not _LIGHT.fullmatch(lead) or lead.count("。") > 1:
        return []
    counted = [figures[index]]
    while index and _may_be_of(figures[index - 1]) and figures[index - 1].matter == figures[index].matter:
        between = text.plain.text[text.tokens[index - 1].end : text.tokens[index].start]
        if not re.match("[、，和及与]", between) or len(between) > _FARTHEST or "；" in between:
            break
        index -= 1
        counted.insert(0, figures[index])
    return counted


_AGAIN = pattern("(?:[，；：]|其中|这|上述|以上)*")
_CASES = frozenset(("件", "起", "宗"))
_ALL_SETTLED = pattern("(?:均|全部|都|皆|已){1,3}(?:按期|按时|依法)?(?:审结|结案|审理完毕)")


def _meant_by(text: Text, figures: Sequence[Figure], index: int, at: int) -> int:
    """Which figure of cases one beside 均 takes up again, or an outcome that ends a list of them; else the figure.

    行政诉讼4件，直接起诉2件、复议后起诉2件，4件均维持: the 4 of 行政诉讼.
    """
    last = figures[index] if index > 0 else None
    if last is None:
        return index
    outcome = last.matter == "disputes" and last.item not in _KINDS and _may_be_of(last)
    outcome = outcome and bool(_ALL_SETTLED.match(text.plain.text, at))
    begins, sentence = text.tokens[index].start, text.sentence(at)[0]
    bare = not last.meanings and last.unit in _CASES and text.tokens[index].end == at
    if not (outcome or (bare and _AGAIN.fullmatch(text.plain.text, text.tokens[index - 1].end, begins))):
        return index
    for place in range(index - 1, max(-1, index - _MOST_BACK), -1):
        told = figures[place]
        if text.tokens[place].start < sentence or told.matter != "disputes" or not _may_be_of(told):
            break
        if told.item in _KINDS and (outcome or told.value == last.value):
            return place
    return index


_MOST_BACK = 8


def _is_alone(text: Text, figures: Sequence[Figure], at: int) -> bool:
    """Whether the figure before a place is the only one of applicants in its sentence, if it is of applicants."""
    end = bisect_left(text.token_places, at)
    if figures[end - 1].matter != "applicant":
        return True
    first = bisect_left(text.token_places, text.sentence(text.tokens[end - 1].start)[0])
    return sum(each.matter == "applicant" for each in figures[first:end]) == 1


def _may_be_of(figure: Figure) -> bool:
    return bool(figure.meanings) and figure.kind == "count" and figure.is_whole


def _end(text: Text, start: int) -> int:
    """Where the predicate that begins at a place ends."""
    stop = _STOP.search(text.plain.text, start, start + _LONGEST)
    return stop.start() if stop else min(start + _LONGEST, len(text.plain.text))


def _read(text: Text, found: re.Match[str], before: list[Figure], end: int) -> Iterator[tuple[Matter, str, Pairs]]:
    """What the words behind name a part of."""
    predicate = text.plain.text[found.start() if found["single"] else found.end() : end]
    index = bisect_left(text.token_places, found.end())
    if index < len(text.tokens) and text.tokens[index].start < end:
        return
    last = before[-1]
    if last.matter == "carried":
        yield from _of_carried(predicate, last)
    elif last.matter == "disputes":
        yield from _of_cases(predicate, before, all_of_them=bool(found["all"] or found["single"]))
    elif found["no"] and last.matter == "received" and (kinds := applicants_named(predicate)):
        yield from map(_of_applicants, kinds)
    elif not found["no"] and not (found["single"] and last.matter not in ("received", "applicant", "result")):
        none = bool(found["none"] or found["none_of"])
        yield from _of_applications(predicate, last, none=none)


def _of_cases(predicate: str, before: list[Figure], *, all_of_them: bool) -> Iterator[tuple[Matter, str, Pairs]]:
    kinds = [_KINDS[figure.item] for figure in before if figure.item in _KINDS]
    if len(kinds) < len(before):
        return
    for name, expression, item in (
        ("upheld", _UPHELD, "维持"),
        ("corrected", _CORRECTED, "纠正"),
        ("pending", _PENDING, "尚未审结"),
        ("other", _OTHER_END, "其他结果"),
    ):
        if named(expression, predicate):
            for kind in kinds:
                cells = cells_of(kind)
                yield "disputes", item, ((with_result(cells, name), cells),)
            return
    if all_of_them and named(_SETTLED, predicate):
        for kind in kinds:
            cells = cells_of(kind)
            yield "disputes", "已审结", ((tuple(cell for end in _ENDS for cell in with_result(cells, end)), cells),)
        return
    if all_of_them and kinds[-1] == "suit":
        for expression, kind, item in ((_DIRECT, "direct", "直接起诉"), (_AFTER, "after", "复议后起诉")):
            if named(expression, predicate):
                yield "disputes", item, ((cells_of(kind), cells_of("suit")),)


def _of_applications(predicate: str, last: Figure, *, none: bool = False) -> Iterator[tuple[Matter, str, Pairs]]:
    """A result, a kind of applicants or what was carried over, of the applications counted before."""
    if last.matter not in ("received", "concluded", "applicant", "result"):
        return
    if none and last.matter in ("received", "concluded") and named(_CARRIED, predicate):
        yield "carried", "结转下年度", ((CARRIED_OUT, GATHERED),)
        return
    if last.matter == "received" and (kinds := applicants_named(predicate)):
        yield from map(_of_applicants, kinds if none else [tuple(chain.from_iterable(kinds))])
        return
    for row, expression in rows_by_words():
        if named(expression, predicate, again=True):
            yield "result", result_name(row), _of_row((row_total(row),), last)
            return
    if named(_GRANTED, predicate) and not words.NOT_GRANTED.search(predicate):
        pairs = _of_row((row_total("granted"),), last)
        if _LOOSE.fullmatch(predicate) or none:
            pairs += _of_row((row_total("granted"), row_total("partly_granted")), last)
        yield "result", "予以公开", pairs


def _of_carried(predicate: str, last: Figure) -> Iterator[tuple[Matter, str, Pairs]]:
    """Who had applied for what was carried over: 上年结转2件，均为企业."""
    row = {"上年结转": "carried_in", "结转下年度": "carried_out"}.get(last.item)
    columns = tuple(chain.from_iterable(applicants_named(predicate)))
    if row and columns:
        part = tuple(f"applications.{row}.{column}" for column in columns)
        yield "applicant", "、".join(words.APPLICANT_NAMES[column] for column in columns), ((part, last.meanings[0]),)


def _of_applicants(columns: tuple[str, ...]) -> tuple[Matter, str, Pairs]:
    """Some columns as a part of the applications received, or of those and the ones carried in."""
    new, old = (tuple(f"applications.{row}.{column}" for column in columns) for row in ("received", "carried_in"))
    return (
        "applicant",
        "、".join(words.APPLICANT_NAMES[column] for column in columns),
        ((new, RECEIVED), (new + old, GATHERED)),
    )


def _of_columns(part: Meaning) -> Pairs:
    """Columns as a part of the applications received, or of those and the ones carried in."""
    gathered = any(".carried_in." in cell for cell in part)
    return ((part, GATHERED),) if gathered else ((part, RECEIVED), (part, CONCLUDED))


def _of_row(part: Meaning, last: Figure | None) -> Pairs:
    """A row as a part of what the figure before counts, or of all applications."""
    if last and last.matter == "result":
        return ((part, last.meanings[0]),) if last.item in _GROUPS else ()
    pairs: Pairs = tuple((part, whole) for whole in _WHOLES)
    if last and last.matter == "applicant":
        columns = [cell.rpartition(".")[2] for cell in last.meanings[0]]
        for row in ("received", "concluded"):
            one = tuple(cell.replace(".total", f".{column}") for cell in part for column in columns)
            pairs += ((one, tuple(f"applications.{row}.{column}" for column in columns)),)
    return pairs


_GROUPS = frozenset(map(result_name, words.GROUPS))
