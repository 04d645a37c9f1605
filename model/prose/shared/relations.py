"""How two things of the year stand to each other: 许可比处罚多22件, 企业是个人的三倍, 二者之比15比1, 净减2件."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from model.form.form import Form
from model.language.fractions import Said, fractions, per_cent
from model.language.numerals import AMOUNT, amount
from model.language.patterns import pattern
from model.prose.figures import Figure, Meaning, Relation, in_form
from model.prose.places import Text
from model.prose.scope import scope_of
from model.prose.shared.about import of_applications
from model.prose.shared.named import Name, names

_LEFT = "(?:^|(?<=[，。；：、()\\n]))(?P<left>[一-鿿]{2,12}?)"
_RIGHT = "(?P<right>[一-鿿]{2,10}?)"
_NUMBER = "[0-9]{1,4}|[一二两三四五六七八九十]{1,3}"
_RATIO = f"(?:大?约)?(?:为|是)?(?:大?约)?(?P<one>{_NUMBER})(?:比|：)(?P<other>{_NUMBER})"
_MORE = pattern(
    f"(?:{_LEFT}|(?<=[件份宗]，))比(?!上|去|前|20){_RIGHT}(?:还|又|要|约)?(?P<change>[多少])(?:出|了)?(?P<by>{AMOUNT})(?P<unit>[件个份宗])"
)
_MORE_THAN = pattern(
    f"(?:{_LEFT}|(?<=[件份宗]，))(?:数量|件数|数)?(?:要|还|也|则|均)?(?P<change>多|少|超)(?:于|过|出)(?!上|去|前|20|[0-9]){_RIGHT}(?:数量|件数)?(?P<by>{AMOUNT})(?P<unit>[件个份宗])"
)
"""许可多于处罚626件."""
_TIMES = pattern(
    f"(?:{_LEFT}|(?<=[件份宗]，))(?:数量|件数|数|申请)?(?:是|为|达到?|相当于)(?!上|去|前|20){_RIGHT}(?:数量|件数|申请)?的(?:近|约|超过)?(?P<times>[0-9]{{1,3}}(?:\\.[0-9]{{1,2}})?|[一二两三四五六七八九十]{{1,3}})倍(?P<over>多)?(?!以上)"
)
_AS_ONE_TO_ANOTHER = pattern(
    f"{_LEFT}(?:[与和同、]{_RIGHT}(?:两者|二者)?(?:的?数量|的?件数)?(?:之比|的?比例)|[多少]于(?P<less>[一-鿿]{{2,10}})，){_RATIO}"
)
_OF_THE_TWO = pattern(f"(?:二者|两者|前者与后者|两项)(?:的?数量|的?件数)?(?:之比|的?比例){_RATIO}")
_ALIKE = pattern(
    f"{_LEFT}[与和同]{_RIGHT}(?:的?件数|的?数量|数)?(?:均|恰好|正好)?(?P<same>相同|相等|相抵|持平|一样多|相平)(?![一-鿿])"
)
_SHARE_OF = pattern(
    f"{_LEFT}(?:数量|件数|数|量)?(?:是|为|占|相当于|只有|仅为|仅)*(?P<bound>不到|不足|超过|接近|近)?{_RIGHT}(?:数量|件数|数|量)?的$"
)
_PER_CENT_OF = pattern(
    f"{_LEFT}(?:案件|决定)?(?:数量|件数|数|量)?(?:是|为|占|相当于|只有|仅为|仅占|仅)(?P<bound>不到|不足|超过|接近|近|约)?{_RIGHT}(?:案件|决定)?(?:数量|件数|数|量)?的(?P<bound_too>不到|不足|超过|接近|近|约)?(?P<share>[0-9]{{1,3}}(?:\\.[0-9]{{1,2}})?)[%％]"
)
"""处罚件数是许可的38.2%."""
_LONGEST = 40
_NET = pattern(f"净(?P<change>[增减])(?:加|少)?(?:了)?(?P<by>{AMOUNT})(?P<unit>[件个份部])")
Kind = Literal["more", "times"]
_NEEDED = ("比", "于", "超", "的", "倍", "相", "持平", "一样多", "净", "成", "分之", "半")


def relations(text: Text, figures: Sequence[Figure], form: Form) -> Iterator[Relation]:
    """The relations of a text whose figures, one for each token, are given."""
    words = text.plain.text
    if not any(word in words for word in _NEEDED):
        return
    for expression, read in _KINDS:
        for found in expression.finditer(words):
            if (value := read(found)) is not None and (pair := _pair(text, figures, found, form)):
                kind: Kind = "more" if expression in (_MORE, _MORE_THAN, _ALIKE) else "times"
                place = text.plain.span(*found.span())
                said = Said(value, value + 1) if found.groupdict().get("over") else None
                yield Relation(place, kind, *pair, value, said)
    yield from _net(text, figures)
    yield from _as_share(text, figures, form)


def _as_share(text: Text, figures: Sequence[Figure], form: Form) -> Iterator[Relation]:
    """What share of another thing one is: 处罚件数不到许可的三成."""
    words = text.plain.text
    for share in fractions(words):
        start = max(text.clause(share.start)[0], share.start - _LONGEST)
        found = _SHARE_OF.search(words, start, share.start) if words.endswith("的", start, share.start) else None
        pair = _pair(text, figures, found, form) if found else None
        if found and pair:
            said = share.said.bounded(found["bound"] or "")
            yield Relation(text.plain.span(found.start(), share.end), "times", *pair, Fraction(0), said)
    for found in _PER_CENT_OF.finditer(words) if "%" in words or "％" in words else ():
        pair = _pair(text, figures, found, form) if _are_decisions(found) else None
        if pair:
            step = Fraction(1, 100 * 10 ** len(found["share"].partition(".")[2]))
            exact = per_cent(Fraction(Decimal(found["share"])) / 100, step)
            said = exact.bounded(found["bound"] or found["bound_too"] or "")
            yield Relation(text.plain.span(*found.span()), "times", *pair, Fraction(0), said)


def _are_decisions(found: re.Match[str]) -> bool:
    """Whether decisions are compared; of applicants and results the shares are read elsewhere."""
    return all(_DECIDED.search(found[each]) for each in ("left", "right"))


_DECIDED = pattern("许可|处罚|强制")


def _net(text: Text, figures: Sequence[Figure]) -> Iterator[Relation]:
    """What there are more or fewer documents of by the end of a year: 制发6件，废止8件，净减2件."""
    for found in _NET.finditer(text.plain.text):
        start = text.sentence(found.start())[0]
        first, last = bisect_left(text.token_places, start), bisect_left(text.token_places, found.start())
        told = [figure for figure in figures[first:last] if figure.matter == "documents" and figure.meanings]
        rows = {cell.rpartition(".")[0] for figure in told for cell in figure.meanings[0]}
        counted = {cell for figure in told if figure.kind == "count" for cell in figure.meanings[0]}
        if any(f"{row}.issued" in counted and f"{row}.repealed" in counted for row in rows):
            continue  # the words' own numbers are compared
        by = amount(found["by"])
        if len(rows) == 1 and by is not None and not any(figure.is_of_another for figure in told):
            row = rows.pop()
            change = Fraction(by) * (1 if found["change"] == "增" else -1)
            issued, repealed = ((f"{row}.{name}",) for name in ("issued", "repealed"))
            yield Relation(text.plain.span(*found.span()), "more", (issued,), (repealed,), change)


def _difference(found: re.Match[str]) -> Fraction | None:
    by = amount(found["by"])
    return None if by is None else Fraction(by) * (-1 if found["change"] == "少" else 1)


def _times(found: re.Match[str]) -> Fraction | None:
    times = Decimal(found["times"]) if found["times"][0].isascii() else amount(found["times"])
    return Fraction(times) if times else None


def _ratio(found: re.Match[str]) -> Fraction | None:
    one, other = amount(found["one"]), amount(found["other"])
    return Fraction(one) / Fraction(other) if one and other else None


def _nothing(_found: re.Match[str]) -> Fraction | None:
    return Fraction(0)


_KINDS = (
    (_MORE, _difference),
    (_MORE_THAN, _difference),
    (_TIMES, _times),
    (_AS_ONE_TO_ANOTHER, _ratio),
    (_OF_THE_TWO, _ratio),
    (_ALIKE, _nothing),
)


def _pair(
    text: Text, figures: Sequence[Figure], found: re.Match[str], form: Form
) -> tuple[tuple[Meaning, ...], tuple[Meaning, ...]] | None:
    """The two things by every reading, where both are known and of one kind."""
    said = found.groupdict()
    at = found.start()
    time = text.time(at)
    if time and not (time.whole or time.once):
        return None
    before = [each for each in figures[: bisect_left(text.token_places, at)] if each.kind == "count"][-2:]
    if "right" not in said:
        known = [each.meanings for each in before if each.meanings and each.is_whole]
        alike = len(known) == 2 and len({each.matter for each in before}) == 1  # noqa: PLR2004 - two are compared
        return (known[0], known[1]) if alike else None
    right = _one(text, said["right"] or said.get("less") or "", at)
    if said["left"]:
        left = _one(text, said["left"], at)
    else:
        return (
            (before[-1].meanings[:1], in_form(right.readings, form))
            if right and before and before[-1].meanings
            else None
        )
    if left is None or right is None or left.matter != right.matter or left.item == right.item:
        return None
    return in_form(left.readings, form), in_form(right.readings, form)


def _one(text: Text, said: str, at: int) -> Name | None:
    """What one name means; None where it is not the agency's own for certain."""
    known = names(said)
    if len(known) != 1 or scope_of(text.plain.text[text.clause(at)[0] : at] + said):
        return None
    return known[0] if known[0].matter == "decisions" or of_applications(text, at) else None
