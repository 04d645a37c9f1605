"""Shares, in per cent and in words: 予以公开29件，占30.9%; 自然人36件（7.2%）; 企业占近三成; 两项相加占57.3%."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import chain
from typing import NamedTuple

from model.form.form import Form
from model.language.fractions import Found, Said, fractions, per_cent
from model.language.patterns import pattern
from model.prose.figures import Figure, Meaning, Share, in_form
from model.prose.places import Text
from model.prose.scope import TopicChange, scope_of
from model.prose.shared.about import is_narrowed, of_applications
from model.prose.shared.named import Name, names, together
from model.prose.shared.portions import parts_named_behind
from model.prose.shared.wholes import MOST_TOLD, PIECE, Told, rate, wholes
from model.prose.terms import applicants, results
from model.structs import replace

_PERCENT = ("%", "％")
_REACH = 60
"""How many characters before a share are looked at."""
_MATTERS = frozenset(("result", "applicant", "disputes", "decisions", "carried"))
_APPLICATIONS = frozenset(("result", "applicant"))


class _Mention(NamedTuple):
    """A share where it stands: how much it says, the token it is, and how many tokens stand before it."""

    start: int
    end: int
    said: Said
    figure: Figure
    before: int
    in_words: bool


def shares(text: Text, figures: Sequence[Figure], form: Form) -> Iterator[Share]:
    """The shares of a text whose figures, one for each token, are given."""
    listed = dict(_listed(text, figures))
    last: _Mention | None = None
    known: tuple[Share, ...] = ()
    for mention in _mentions(text, figures):
        if not mention.in_words and mention.before in listed:
            of = listed[mention.before]
            told = text.plain.text[text.sentence(mention.start)[0] : mention.start]
            known = (_share(mention, of.meanings, wholes(of.meanings, "", told, form)),) if of is not None else ()
        elif last is not None and _AGAIN.fullmatch(text.plain.text, last.end, mention.start):
            behind = None if known or not last.in_words else _behind(text, figures, last, form)
            known = tuple(replace(each, figure=mention.figure, said=mention.said) for each in known or behind or ())
        else:
            known = tuple(_read(text, figures, mention, form, last.end if last else 0))
        last = mention
        yield from known


_AGAIN = pattern("(?:\\(|，即|，也就是|，约)(?:[0-9一二两三四五六七八九十]{1,5}[件份宗]，?)?(?:即|占|约|为|达)*")
"""Between a share and the same one again: 三成四(34.3%), 近八成(11件，78.6%)."""


def _share(mention: _Mention, parts: tuple[Meaning, ...], wholes: tuple[Meaning, ...]) -> Share:
    return Share(mention.figure, parts, wholes, mention.said)


def _behind(text: Text, figures: Sequence[Figure], mention: _Mention, form: Form) -> tuple[Share, ...]:
    """What stands behind a share in words, as that of the per cent in its brackets: 近六成(59.1%)的申请有所获."""
    found = parts_named_behind(text, figures, Found(mention.start, mention.end, mention.said), form)
    if found is None:
        return ()
    return (_share(mention, tuple(part for part, _ in found.pairs), tuple(whole for _, whole in found.pairs)),)


def _mentions(text: Text, figures: Sequence[Figure]) -> Iterator[_Mention]:
    """The shares in per cent and in words, in order, but for those that are changes."""
    found = [
        _Mention(token.start, token.end, _said(figures[index]), figures[index], index, in_words=False)
        for index, token in enumerate(text.tokens)
        if token.unit in _PERCENT and figures[index].kind != "comparison" and token.value is not None
    ]
    for each in fractions(text.plain.text):
        span = text.plain.span(each.start, each.end)
        time = text.time(each.start)
        words = text.plain.text[each.start : each.end]
        year = time.year if time else None
        figure = Figure(span, words, span, None, 1, "%", "exact", "count", span, year=year)
        before = bisect_left(text.token_places, each.start)
        found.append(_Mention(each.start, each.end, each.said, figure, before, in_words=True))
    return iter(sorted(found, key=lambda mention: mention.start))


_ABOUT, _LITTLE = Fraction(5, 100), Fraction(15, 1000)
_ROUND = 5


def _said(figure: Figure) -> Said:
    """How much a figure in per cent says: rounded or cut off at its last place."""
    value, step = Fraction(figure.value or 0) / 100, Fraction(figure.step) / 100
    match figure.bound:
        case "over":
            return Said(value - step, Fraction(1))
        case "under":
            return Said(Fraction(0), value + step)
        case "about":
            off = _ABOUT if not value * 100 % _ROUND else max(step, _LITTLE)
            return Said(value - off, value + off)
        case "exact":
            return per_cent(value, step)


# --- what it is a share of ---

_TAIL = pattern(
    "(?:比|到|了|据|有|去)?(?:例)?(?P<whole>[一-鿿()0-9]{0,20}?)(?:的|为|是|达到?|约|比例|：|恰好?|正好|刚好|不过|仅|已)*"
)
"""Between 占 and a share."""
_COUNTED_WHOLE = pattern("[0-9](?![^()]{0,20}\\))")
"""A whole whose number is given: 占已审结23件的."""
_VERBS = ("占", "比例", "比重")
_PAIR = pattern("[两二三四](?:项|者|类)")
_ALSO = "(?:刚好|正好|恰好|恰|约|共|大体|也|就|又|均|都|则|已|只有|仅有|只|仅|才|不过|差不多)*"
_JOINT = pattern(
    f"(?:[一-鿿]{{0,10}}(?=[，、；()]|--))?(?:[，、；()]|--)*(?:其中|以上|上述|这|前)*(?P<many>[两二三四](?:项|者|类))?(?:申请|决定|答复|结果)?(?:合计|合起来|加起来|相加|加在一起|加总|总计|共计|之和|一起|合|共|计)*{_ALSO}"
)
_LINKED = (
    f"(?:等于|相当于|达到?|也就是|是|为|即)?{_ALSO}(?P<bound>将近|接近|近|不足|不到|超过|超出|超)?(?:了)?"
    "(?:(?P<whole>[一-鿿]{1,12})的)?"
)
_JOINED = pattern(f"(?P<joint>{_JOINT.pattern}){_LINKED}")
_STANDS_BEHIND = pattern(
    f"(?:[一-鿿]{{0,10}}|[^0-9。；()]{{0,40}}(?:不予处理|不予公开|无法提供|予以公开))(?:[，、；(]|--)+{_ALSO}"
)
_IS = pattern(f"[一-鿿]{{0,10}}(?:[，(]|--)+{_ALSO}{_LINKED}")
_ENDS = pattern("[，。；、()\\n]|$")
_REST = pattern("其余|剩余|另")
_SUMMED = pattern("[项者类合加和起计共]")
_OTHER_WHOLE = pattern(
    "全[市县区省州旗国系]|上年|去年|同期|发布|主动公开|网站|稿件|解读|信息总|乡镇|各部门|下属|计划|案卷|平台|渠道|材料"
)
"""What a share is of, where it is nothing of the report's tables."""
_OTHER_RATE = pattern(
    "(?:季度|月份?|半年|按[期时]|及时|如期|主动|[村党居政财事厂]务|合同|项目|结果|信息|目录)[^，。；]{0,8}公开率"
)
"""A rate of what was published, or of a part of the year, which no table has: 四季度按期公开率."""
_WITH_PARTLY = pattern("公开\\((?:含|包括|包含|加)部分(?:公开)?\\)")


def _read(text: Text, figures: Sequence[Figure], mention: _Mention, form: Form, last: int) -> Iterator[Share]:
    """What a share is one of, by the words before it; `last` is where the share before it ends."""
    words, at = text.plain.text, mention.start
    sentence = text.sentence(at)[0]
    topic, time = text.topic(at), text.time(at)
    if (
        topic is not None
        and topic.topic == "other"
        and topic.at >= sentence
        and not _is_a_row(text, figures, topic, at)
    ):
        return
    if time and not time.whole and (mention.in_words or (time.once and time.at >= text.clause(at)[0])):
        return
    begin = max(sentence, at - _REACH)
    found = None
    if not _OTHER_RATE.search(words, text.clause(at)[0], at):
        found = rate(text, figures, mention.start, max(begin, last))
    found = found or _told(text, figures, mention, begin, last)
    if found is None or _OTHER_WHOLE.search(found.whole):
        return
    said = mention.said.bounded(found.bound)
    for readings in found.parts:
        parts = in_form(readings, form) if found.roles else readings
        every = wholes(parts, found.whole, words[sentence:at], form) if parts else ()
        if every:
            yield Share(mention.figure, parts, every, said)


def _is_a_row(text: Text, figures: Sequence[Figure], topic: TopicChange, at: int) -> bool:
    """Whether words of another topic only name a row of the applications: 信访类2件."""
    if not topic.words.startswith(_ROWS):
        return False
    before = figures[max(0, bisect_left(text.token_places, at) - 2) : bisect_left(text.token_places, at)]
    return text.heading_topic(at) == "applications" or any(each.matter == "result" for each in before)


_ROWS = ("信访", "举报", "投诉", "登记", "不动产")


def _told(text: Text, figures: Sequence[Figure], mention: _Mention, begin: int, last: int) -> Told | None:
    words, at = text.plain.text, mention.start
    start = max(begin, last)
    verb = max(_VERBS, key=lambda each: words.rfind(each, start, at))
    place = words.rfind(verb, start, at)
    of = _TAIL.fullmatch(words, place + len(verb), at) if place >= 0 else None
    if of is None:
        return _without_verb(text, figures, mention, begin)
    found = None if _COUNTED_WHOLE.search(of["whole"]) else _before_verb(text, figures, place, begin)
    return found and found._replace(whole=of["whole"])


def _without_verb(text: Text, figures: Sequence[Figure], mention: _Mention, begin: int) -> Told | None:
    """What a share is told of that no 占 stands before: 合计过半, 自然人过半, 公开4件（50%）, 公开4件，恰好一半."""
    words, at = text.plain.text, mention.start
    if mention.figure.words.startswith(("过半", "超半")) and (known := _names(text, figures, at, begin)):
        return Told((together(known),))
    if mention.in_words and words.startswith("各", at - 1) and mention.figure.words in _HALVES:
        both = _names(text, figures, at - 1, begin)
        return Told(tuple(name.readings for name in both)) if len(both) == len(_HALVES) else None
    index = _before(text, at, begin)
    if index is None:
        opening = _OPENING_NAME.search(words, begin, at) if not mention.in_words else None
        return _of_name(text, figures, mention, f"，{opening['name']}") if opening else None
    gap = words[text.tokens[index].end : at]
    if (joint := _JOINED.fullmatch(gap)) and _SUMMED.search(joint["joint"]):
        parts = _sums(text, figures, index, joint["many"])
        return Told(parts, joint["whole"] or "", joint["bound"] or "", roles=False)
    if not mention.in_words:
        alone = gap == "/" or (gap == "(" and words.startswith(")", mention.end))
        return _of_figure(text, figures, index, gap) if alone else _of_name(text, figures, mention, gap)
    linked = _IS.fullmatch(gap) if _ENDS.match(words, mention.end) else None
    found = _of_figure(text, figures, index, gap) if linked else None
    return found and linked and found._replace(whole=linked["whole"] or "", bound=linked["bound"] or "")


_HALVES = ("一半", "半数")
_OPENING_NAME = pattern(
    "(?:申请(?:人|主体|人类型|来源)|主体|类别|类型|结果)[^，。；0-9]{0,4}(?:看|来看|分|划分|统计|中|里)?，(?P<name>[一-鿿]{2,8})$"
)
"""Before the first share of a list: 从申请主体看，自然人87.5%、企业9.7%."""


def _of_name(text: Text, figures: Sequence[Figure], mention: _Mention, gap: str) -> Told | None:
    """A name right before a share of a list: 新收8件：自然人62.5%、企业25%."""
    name = _LISTED_NAME.fullmatch(gap)
    if not name or not _ENDS.match(text.plain.text, mention.end):
        return None
    known = _names(text, figures, mention.start, mention.start - len(name["name"]))
    return Told((together(known),)) if known and known[0].matter in _APPLICATIONS else None


def _before(text: Text, at: int, begin: int) -> int | None:
    """The last token between two places, that is not 两项 and the like."""
    index = bisect_left(text.token_places, at) - 1
    while index >= 0 and _PAIR.match(text.plain.text, text.tokens[index].start):
        index -= 1
    return index if index >= 0 and text.tokens[index].start >= begin else None


def _before_verb(text: Text, figures: Sequence[Figure], at: int, begin: int) -> Told | None:
    """What stands before 占: a sum of figures, names, or one figure."""
    index = _before(text, at, begin)
    start = text.tokens[index].end if index is not None else begin
    gap = text.plain.text[start:at]
    joint = _JOINT.fullmatch(gap)
    if index is not None and joint and _SUMMED.search(gap):
        return Told(_sums(text, figures, index, joint["many"]), roles=False)
    each = gap.endswith(("各", "均"))
    if known := _names(text, figures, at - each, start):
        return Told(tuple(name.readings for name in known) if each else (together(known),))
    if index is None or _REST.search(gap) or not (_STANDS_BEHIND.fullmatch(gap) or gap in ("", "的")):
        return None
    return _of_figure(text, figures, index, gap)


def _sums(text: Text, figures: Sequence[Figure], index: int, many: str | None) -> tuple[tuple[Meaning, ...], ...]:
    """The sums of the last figures of the sentence that are known, up to a token, as one part by every reading."""
    start = text.sentence(text.tokens[index].start)[0]
    told = list[Figure]()
    for place in range(index, max(-1, index - MOST_TOLD), -1):
        figure = figures[place]
        if text.tokens[place].start < start or (figure.meanings and figure.matter not in _MATTERS):
            break
        if figure.meanings and figure.kind == "count" and not figure.past:
            if figure.partial or (told and figure.matter != told[0].matter):
                break
            told.append(figure)
    numbers = (_NUMBERS[many[0]],) if many else range(2, _MOST_SUMMED + 1)
    sums = (tuple(dict.fromkeys(chain(*(figure.meanings[0] for figure in told[:number])))) for number in numbers)
    return (tuple(sums),) if len(told) >= numbers[0] else ()


_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4}
_MOST_SUMMED = 5


def _names(text: Text, figures: Sequence[Figure], at: int, begin: int) -> list[Name]:
    """The names that stand right before a place, in their clause."""
    pieces = PIECE.split(_WITH_PARTLY.sub("公开和部分公开", text.plain.text[begin:at]))
    said = next((piece for piece in reversed(pieces[-2:]) if not _NOTHING.fullmatch(piece)), "")
    said = mostly["name"] if (mostly := _MOSTLY.search(said)) else said
    if not said or _OTHER_WHOLE.search(said):
        return []
    index = bisect_left(text.token_places, at) - 1
    cases = figures[index].item if index >= 0 and figures[index].matter == "disputes" else ""
    known = names(said, cases.removesuffix("维持").removesuffix("纠正"))
    strict = bool(known) and _strict().fullmatch(said.replace("“", "").replace("”", "")) is not None
    apart = bool(known) and (known[0].matter == "decisions" or (known[0].matter == "disputes" and bool(cases)))
    if not known or scope_of(said) or is_narrowed(text, at) or not (strict or apart or of_applications(text, at)):
        return []
    return known


@cache
def _strict() -> re.Pattern[str]:
    """Names that hardly mean anything but results or applicants."""
    term = re.sub(r"\?P<t[0-9]+>", "?:", f"{results().words}|{applicants().words}")
    return pattern(
        f"(?:其中)?(?:公开(?=[、和与及加]|以及)|{term})(?:(?:类|申请人?|答复|决定)*(?:[、和与及加]|以及|连同)(?:{term}))*[一-鿿]{{0,10}}"
    )


def _of_figure(text: Text, figures: Sequence[Figure], index: int, gap: str) -> Told | None:
    """What the figure right before is one of; where it is not known, its names or how many there are."""
    figure = figures[index]
    if figure.kind != "count" or figure.past or figure.is_of_another:
        return None
    if figure.matter in _MATTERS and figure.meanings and not figure.partial:
        both = _of_both(figures[max(0, index - 1) : index + 1], gap)
        return Told(((*figure.meanings, *both),), roles=False)
    at = text.tokens[index].start
    start = max(text.sentence(at)[0], text.tokens[index - 1].end if index else 0, at - _REACH)
    known = _names(text, figures, at, start) if figure.unit in _COUNTED else []
    if known and known[0].matter in _APPLICATIONS:
        return Told((together(known),))
    return None


_COUNTED = frozenset(("件", "份", "宗"))
_LISTED_NAME = pattern("(?:件?[：，、；(]|件)(?:其中)?(?P<name>[一-鿿]{2,10})")
_NOTHING = pattern("(?:为|是|有|共|计|新收|收到|达|约)*")
_MOSTLY = pattern("以(?P<name>[^以，。；]{2,12})(?:居多|为主|最多)$")
"""What most of a group are: 无法提供的以不掌握居多，为57件."""


def _of_both(before: Sequence[Figure], gap: str) -> tuple[Meaning, ...]:
    """The two figures before together, of which a share behind a comma may be one too: 公开5件、部分公开1件，占60%."""
    if "，" not in gap or len(before) < 2:  # noqa: PLR2004 - two are joined
        return ()
    first, last = before
    alike = first.matter == last.matter == "result" and first.meanings and not first.partial
    alike = alike and not set(first.meanings[0]) & set(last.meanings[0])
    return (first.meanings[0] + last.meanings[0],) if alike else ()


# --- lists of shares ---

_LIST_OF_SHARES = pattern("占[一-鿿]{0,8}?(?:分别|依次)(?:为|是|达|占)*$|(?:分别|依次)占[一-鿿]{0,8}?(?:的|为|达)*$")
_AND = frozenset(("、", "和", "及", "与", "以及"))


def _listed(text: Text, figures: Sequence[Figure]) -> Iterator[tuple[int, Figure | None]]:
    """Each share of a list, with what of the list before it is a share of: 公开3件、部分公开1件，占比依次为75%、25%."""
    index, words, tokens = 0, text.plain.text, text.tokens
    while index < len(tokens):
        last = index
        begin = max(tokens[index - 1].end if index else 0, tokens[index].start - _REACH)
        if tokens[index].unit in ("%", "％") and _LIST_OF_SHARES.search(words[begin : tokens[index].start]):
            while last + 1 < len(tokens) and words[tokens[last].end : tokens[last + 1].start] in _AND:
                last += 1
            many = last + 1 - index
            before = figures[max(0, index - many) : index]
            known = len(before) == many and all(each.matter in _APPLICATIONS and not each.partial for each in before)
            yield from ((index + place, before[place] if known else None) for place in range(many))
        index = last + 1
