"""What several figures changed by, told of all of them together: 许可5件、处罚3件，同比分别增长6%和8%."""

from collections.abc import Iterator, Sequence

from model.form.form import Form
from model.language.patterns import pattern
from model.prose.comparisons import of_term
from model.prose.figures import Comparison, Figure
from model.prose.places import Text
from model.prose.tokens import COUNT_UNITS
from model.structs import replace

_YEAR = "(?:(?:较|比|与|同)(?:上一?年(?:度)?|去年(?:度)?|(?P<year>20[0-9]{2})年(?:度)?)(?:同期)?(?:相比)?，?|同比)"
_OTHER_YEAR = _YEAR.replace("P<year>", "P<other>")
_CHANGED = "(?:(?P<rise>增长|增加|上升|提高|多|增)|(?:减少|下降|降低|少|减))(?:了|加)?"
_RESPECTIVELY = pattern(f"[，；、(]{_YEAR}?分别{_OTHER_YEAR}?{_CHANGED}$")
_BY_NAMES = pattern(
    "(?:^|[，；。：(])(?:其中|全年|本年度?|今年)?(?P<names>[一-鿿]{2,8}(?:[、和及与][一-鿿]{2,8}){0,2}?[、和及与][一-鿿]{2,8}?)(?:[两三]项|[两三]类|等)?"
    f"(?:决定|案件)?(?:数量|件数|数|量)?，?(?:{_YEAR}|分别|依次|各){{1,3}}{_CHANGED}$"
)
"""许可、处罚、强制分别比上年减少: what the figures behind are changes of."""
_AND = pattern("[、和及与]")
_JOINED = pattern(f"(?:、|和|及|与|以及)(?:{_CHANGED})?")
_TOLD_APART = pattern("分别|依次|各")
_LEAST, _MOST, _REACH = 2, 6, 60


def changes(text: Text, figures: Sequence[Figure], form: Form) -> Iterator[Comparison]:
    """The comparisons of a text whose figures, one for each token, are given."""
    words, tokens = text.plain.text, text.tokens
    for first, token in enumerate(tokens):
        start = max(tokens[first - 1].end if first else 0, token.start - _REACH)
        lead = words[start : token.start] if _TOLD_APART.search(words, start, token.start) else ""
        if not lead:
            continue
        if found := _RESPECTIVELY.search(lead):
            run = _run(text, first, rise=bool(found["rise"]))
            many = len(run)
            of = [*figures[first - many : first]] if _LEAST <= many <= first else []
            known = [each if _is_counted(each) else None for each in of]
        elif found := _BY_NAMES.search(lead):
            run = _run(text, first, rise=bool(found["rise"]))
            names = _AND.split(found["names"])
            known = [of_term(f"{name}增加", form) for name in names] if len(names) == len(run) else []
        else:
            continue
        year = found["year"] or found.groupdict().get("other")
        for place, (each, rises) in enumerate(zip(known, run, strict=False)):
            if each is not None:
                change = replace(figures[first + place], kind="comparison")
                yield Comparison(change, rises, (each,), int(year) if year else None)


def _is_counted(figure: Figure) -> bool:
    counted = figure.meanings and figure.kind == "count" and figure.unit in COUNT_UNITS
    return bool(counted) and not (figure.partial or figure.past)


def _run(text: Text, first: int, *, rise: bool) -> list[bool]:
    """For each figure that is listed from one on, whether it is a rise: 少6件和少3件."""
    run = [rise]
    while first + len(run) < len(text.tokens) and len(run) < _MOST:
        before, after = text.tokens[first + len(run) - 1], text.tokens[first + len(run)]
        found = _JOINED.fullmatch(text.plain.text, before.end, after.start)
        if not found:
            break
        said = found[0].strip("、和及与以")
        run.append(bool(found["rise"]) if said else run[-1])
    return run
