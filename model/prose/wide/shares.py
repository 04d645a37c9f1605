"""Shares: 予以公开29件，占30.9%; 自然人36件（7.2%）; 予以公开和部分公开共占51.1%; 办结率89.4%."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from model.form.form import Form
from model.language.patterns import pattern
from model.prose.figures import Figure, Meaning, Share, in_form
from model.prose.meant import CARRIED_IN, CONCLUDED, RECEIVED
from model.prose.places import Text
from model.prose.terms import AFTER, DIRECT, REVIEW, Term, applicants, results, row_total, with_result

_SHARE = pattern(
    "^(?P<lead>[（(，、]?(?:(?P<both>(?:两项|二者|两者|上述两项|两类|上述两类)(?:合计|共)?|合(?=占))|合计)?[，]?)"
    "(?:约|均)?占(?:比|到|全部|了)?(?P<whole>[一-鿿]{0,12}?)(?:的|为|达|约|比例|比|：)*$"
)
_CORRECTED = pattern("(?:纠错率|被纠错率|纠正率)(?:为|达到?|是|约|仍|还|高|偏|已|升|降|至|到|，)*$")
_RATE = pattern(
    r"(?:(?P<granted>(?<![动主])(?:予以)?公开率)|(?P<done>(?<!按期)(?<!按时)(?<!时)(?<!及时)(?<!限)办结率))(?:\([^()]*\))?(?:为|达|是|到|约|：)*$"
)
_OF_APPLICATIONS = pattern("申请|新收|结转|办结[0-9]|予以公开")
"""What shows that a rate is one of applications."""
_APPLICATIONS = frozenset(("result", "applicant"))
_BEHIND = pattern("[0-9](?:件|份|宗)(?P<words>[一-鿿]+)$")
"""What a figure counts, where that stands behind it: 29件予以公开."""
_PAIR = pattern("[两二](?:项|者|类)")
_JOINT = pattern("[、和与及加]|以及|连同")
_OF_CONCLUDED = pattern("办结|办理|答复|处理")
_OF_RECEIVED = pattern("新收|收到|收件|申请")
_TOLD_LAST = pattern(
    "(?P<concluded>办结|答复情况|答复中|办理(?:结果|情况)|处理结果)|(?P<received>新收|收到|受理|接收|申请[0-9])"
)
_REACH = 48
_GATHERED = RECEIVED + CARRIED_IN


def shares(text: Text, figures: Sequence[Figure], form: Form) -> Iterator[Share]:
    """The shares of a text whose figures, one for each token, are given."""
    listed = dict(_listed(text, figures))
    for index, token in enumerate(text.tokens):
        if index in listed:
            of = listed[index]
            if of is not None:
                told = text.plain.text[text.sentence(text.tokens[index].start)[0] : token.start]
                yield Share(figures[index], of.meanings, _wholes(of.meanings, "", told, form))
            continue
        if token.unit not in ("%", "％") or figures[index].kind == "comparison" or token.value is None:
            continue
        topic = text.topic(token.start)
        if topic is not None and topic.topic == "other" and topic.at >= text.sentence(token.start)[0]:
            continue
        before = [
            each
            for each in range(max(0, index - 3), index)
            if not _PAIR.match(text.plain.text, text.tokens[each].start)
        ]
        sentence = text.sentence(token.start)[0]
        start = max(sentence, text.tokens[before[-1]].end if before else 0, token.start - _REACH)
        lead = text.plain.text[start : token.start]
        if before and (behind := _BEHIND.search(figures[before[-1]].words)):
            lead = lead.removeprefix(behind["words"])
        alone = text.plain.text.startswith(")", token.end)
        if _RATE.search(lead) and not _OF_APPLICATIONS.search(text.plain.text, sentence, token.start):
            continue
        parts, whole = _parts(lead, [figures[each] for each in before[-2:]], form, alone=alone)
        if parts:
            told = text.plain.text[sentence : token.start]
            yield Share(figures[index], parts, _wholes(parts, whole, told, form))


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


def _parts(lead: str, before: Sequence[Figure], form: Form, *, alone: bool) -> tuple[tuple[Meaning, ...], str]:
    """What the share is one of, by every reading, and the words that say of what; `alone`: a bracket closes behind."""
    if _CORRECTED.search(lead):
        return in_form((with_result(REVIEW, "corrected"),), form), ""
    if rate := _RATE.search(lead):
        row, whole = ("granted", "办结") if rate["granted"] else ("concluded", "")
        parts: tuple[Meaning, ...] = ((row_total(row),),)
        if rate["granted"]:
            parts += ((row_total("granted"), row_total("partly_granted")),)
        return in_form(parts, form), whole
    if named := _names().search(lead):
        return _named(_JOINT.split(named["names"]), form), named["whole"]
    said = _SHARE.match(lead)
    known = bool(before) and before[-1].matter in _APPLICATIONS and not before[-1].partial
    if not known or not (said or (alone and lead == "(")):
        return (), ""
    if said and said["both"]:
        pair = len(before) == 2 and before[0].matter == before[1].matter and before[0].meanings  # noqa: PLR2004
        return ((before[0].meanings[0] + before[1].meanings[0],) if pair else ()), said["whole"]
    return (*before[-1].meanings, *_of_both(before, said)), said["whole"] if said else ""


def _of_both(before: Sequence[Figure], said: re.Match[str] | None) -> tuple[Meaning, ...]:
    """The two figures before together, of which a share behind a comma may be one too: 公开5件、部分公开1件，占60%."""
    if not said or not said["lead"].startswith("，") or len(before) < 2:  # noqa: PLR2004 - two are joined
        return ()
    first, last = before
    alike = first.matter == last.matter == "result" and first.meanings and not first.partial
    return (first.meanings[0] + last.meanings[0],) if alike else ()


@cache
def _term() -> str:
    """A result or a kind of applicants, as it is called."""
    return "(?:" + re.sub(r"\?P<t[0-9]+>", "?:", f"{results().words}|{applicants().words}") + ")"


@cache
def _names() -> re.Pattern[str]:
    """Names of results or applicants whose share follows: 予以公开和部分公开合计占, 行政查询类申请比重偏高，占."""
    behind = (
        "(?:类|的|申请人?|答复|决定|件|两项|两类|两者|二者|之和|共|总|合计|一起"
        "|相加|加总|加起来|”|比重|数量|偏高|较高|较大|最多|为主|，)"
    )
    return pattern(
        f"(?P<names>(?:{_GRANTED_TOO}|{_term()})(?:类|申请|答复)?(?:(?:[、和与及加]|以及|连同){_term()}){{0,3}}|公开\\(含部分(?:公开)?\\)){behind}{{0,5}}"
        "占(?:比|到|全部|了)?(?P<whole>[一-鿿]{0,12}?)(?:的|为|达到?|约|比例|比|：)*$"
    )


def _named(names: Sequence[str], form: Form) -> tuple[Meaning, ...]:
    """The rows or the columns that the names mean, together."""
    terms = [_term_of(name) for name in names]
    known = [term for term in terms if term is not None]
    if len(known) < len(terms) or len({term.matter for term in known}) > 1:
        return ()
    cells = tuple(cell for term in known for cell in term.cells)
    if known[0].matter == "result":
        return in_form((cells,), form)
    rows = (("received",), ("received", "carried_in"))
    return in_form(tuple(tuple(f"applications.{row}.{cell}" for row in each for cell in cells) for each in rows), form)


@cache
def _of_one_group() -> re.Pattern[str]:
    """What is divided next: 不予公开中，执法案卷10件，占76.9%."""
    return pattern(
        f"(?:{results().words})(?:的|决定|答复|申请|案件|[0-9]{{1,5}}件|件|之)*(?:中[，：]|里，?|(?<=的)(?:以|主要|多))"
    )


_GRANTED_TOO = "公开(?=(?:[、和与及加]|以及)部分公开)"
"""The row 予以公开, named short beside the one that begins like it: 公开和部分公开占58.8%."""


def _term_of(name: str) -> Term | None:
    name = "予以公开" if name == "公开" else name
    for terms in (results(), applicants()):
        if found := re.match(terms.words, name):
            return None if terms.of(found).partial else terms.of(found)
    return None


def _wholes(parts: tuple[Meaning, ...], whole: str, told: str, form: Form) -> tuple[Meaning, ...]:
    """What a share of these may be a share of: what the words name, or what the sentence last told the number of."""
    if any(cell.startswith("disputes") for part in parts for cell in part):
        return in_form((REVIEW, REVIEW + DIRECT + AFTER), form)
    if whole and (named := re.match(results().words, whole)):
        return in_form((results().of(named).cells,), form)
    if _OF_CONCLUDED.search(whole):
        return in_form((CONCLUDED,), form)
    if all(any(".concluded." in cell for cell in part) for part in parts) or _OF_RECEIVED.search(whole):
        return in_form((RECEIVED, _GATHERED), form)
    narrowed = [results().of(found).cells for found in _of_one_group().finditer(told)][-1:]
    last = [found.lastgroup for found in _TOLD_LAST.finditer(told)]
    if (
        not narrowed
        and last
        and last[-1] == "concluded"
        and not any(".received." in cell for part in parts for cell in part)
    ):
        return in_form((CONCLUDED,), form)
    return in_form((*narrowed, CONCLUDED, *(() if narrowed else (RECEIVED, _GATHERED))), form)
