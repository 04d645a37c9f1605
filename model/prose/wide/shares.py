"""Shares: 予以公开29件，占30.9%; 自然人占比90.1%; 两项合计占51.1%."""

from collections.abc import Iterator, Sequence

from model.form.form import Form
from model.language.patterns import pattern
from model.prose.figures import Figure, Meaning, Share, in_form
from model.prose.meant import CARRIED_IN, CONCLUDED, RECEIVED
from model.prose.places import Text
from model.prose.terms import AFTER, DIRECT, REVIEW, with_result

_SHARE = pattern(
    "^(?P<lead>[，、]?(?:(?P<both>(?:两项|二者|两者|上述两项|两类)(?:合计|共)?)|合计)?[，]?)"
    "(?:约|均)?占(?:比|到|全部|了)?(?P<whole>[一-鿿]{0,12}?)(?:的|为|达|约|比例|比|：)*$"
)
_NAMED = pattern("(?P<name>自然人|公民|个人|企业|法人)[一-鿿]{0,4}?占(?:比|全部)?(?:[一-鿿]{0,8}?)(?:的|为|达|约)*$")
_CORRECTED = pattern("(?:纠错率|被纠错率|纠正率)(?:为|达|是|约)*$")
_COLUMNS = {
    "自然人": "natural_person",
    "公民": "natural_person",
    "个人": "natural_person",
    "企业": "enterprise",
    "法人": "organisation",
}
_APPLICATIONS = frozenset(("result", "applicant"))
_BEHIND = pattern("[0-9](?:件|份|宗)(?P<words>[一-鿿]+)$")
"""What a figure counts, where that stands behind it: 29件予以公开."""
_PAIR = pattern("[两二](?:项|者|类)")
_REACH = 30


def shares(text: Text, figures: Sequence[Figure], form: Form) -> Iterator[Share]:
    """The shares of a text whose figures, one for each token, are given."""
    for index, token in enumerate(text.tokens):
        if token.unit not in ("%", "％") or figures[index].kind == "comparison" or token.value is None:
            continue
        before = [
            each
            for each in range(max(0, index - 3), index)
            if not _PAIR.match(text.plain.text, text.tokens[each].start)
        ]
        start = max(text.sentence(token.start)[0], text.tokens[before[-1]].end if before else 0, token.start - _REACH)
        lead = text.plain.text[start : token.start]
        if before and (behind := _BEHIND.search(figures[before[-1]].words)):
            lead = lead.removeprefix(behind["words"])
        parts = _parts(lead, [figures[each] for each in before[-2:]], form)
        if parts:
            yield Share(figures[index], parts, _wholes(parts, form))


def _parts(lead: str, before: Sequence[Figure], form: Form) -> tuple[Meaning, ...]:
    """What the share is one of, by every reading."""
    if _CORRECTED.search(lead):
        return in_form((with_result(REVIEW, "corrected"),), form)
    if named := _NAMED.search(lead):
        column = _COLUMNS[named["name"]]
        return in_form(((f"applications.received.{column}",), _both_rows(column)), form)
    said = _SHARE.match(lead)
    if not said or not before or before[-1].matter not in _APPLICATIONS or before[-1].partial:
        return ()
    if said["both"]:
        pair = len(before) == 2 and before[0].matter == before[1].matter  # noqa: PLR2004
        return (before[0].meanings[0] + before[1].meanings[0],) if pair and before[0].meanings else ()
    return before[-1].meanings


def _both_rows(column: str) -> Meaning:
    return (f"applications.received.{column}", f"applications.carried_in.{column}")


def _wholes(parts: tuple[Meaning, ...], form: Form) -> tuple[Meaning, ...]:
    """What a share of these may be a share of."""
    if any(cell.startswith("disputes") for part in parts for cell in part):
        return in_form((REVIEW, REVIEW + DIRECT + AFTER), form)
    return in_form((CONCLUDED, RECEIVED, RECEIVED + CARRIED_IN), form)
