"""How single applications ended that are told of one by one: 一件要评分表，不予公开；一件要历史地图，乡里不掌握."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.form.form import Form
from model.language.patterns import pattern
from model.prose.figures import Figure, Meaning, in_form
from model.prose.places import Place
from model.prose.shared.named import named, rows_by_words
from model.prose.terms import result_name, row_total
from model.prose.vocabulary import NOT_GRANTED
from model.prose.wide.item import TAIL_OF_ROW

_ENDS = pattern("[；。！？\\n]|[一1]件|另一件")
_CLAUSE = pattern("[，、：()]|并(?=[作告按在于向])")
_LEAD = pattern(
    "(?:当[场天日]|[乡镇局委厅]里|街道|[我本][局委厅镇乡办院]|本机关|最[后终]|结果|按照?|以|故|就|便|已|也|依法|按?规定|及时|如期|当即|均|都|但|因此|于是|也?就)*"
)
_SUPPOSED = pattern("如|若|凡|对于|的，应|应当|可以|可能|避免|防止|误|不服|复议|诉讼|延期")
_GRANTED = pattern("予以公开|全部公开|同意公开|同意提供|予以提供|给予公开|准予公开|决定公开|公开了?")
_MATTERS = frozenset(("received", "concluded", "carried", "applicant", "result", ""))
_LONGEST = 160


def stories(stands: Sequence[Place], figures: Sequence[Figure], form: Form) -> Iterator[Figure]:
    """For each result so told, how many applications with it the paragraph tells of: the table has at least as many."""
    told = Counter[tuple[int, str]]()
    for place, figure in zip(stands, figures, strict=True):
        one = place.token.value is not None and place.token.value.value == 1 and place.token.unit in ("件", "宗")
        if not one or figure.matter not in _MATTERS or figure.past or figure.subject or not place.about_applications:
            continue
        row = _ended(place)
        if not row:
            continue
        paragraph = place.text.paragraph(place.token.start)[0]
        told[paragraph, row] += 1
        if figure.matter == "result" and told[paragraph, row] == 1:
            continue
        meanings: tuple[Meaning, ...] = ((row_total(row),),)
        if row == "granted":
            meanings += ((row_total("granted"), row_total("partly_granted")),)
        yield replace(
            figure,
            kind="several",
            matter="result",
            value=told[paragraph, row],
            meanings=in_form(meanings, form),
            item=result_name(row),
            partial=True,
            narrowed="",
        )


def _ended(place: Place) -> str:
    """The row that the words behind one application name, and no other."""
    words, start = place.text.plain.text, place.token.end
    stop = _ENDS.search(words, start, min(len(words), start + _LONGEST))
    story = TAIL_OF_ROW.sub("", words[start : stop.start() if stop else start + _LONGEST])
    if _SUPPOSED.search(story):
        return ""
    found = {row for clause in _CLAUSE.split(story) if (row := _row(clause[_lead(clause) :]))}
    return found.pop() if len(found) == 1 else ""


def _lead(clause: str) -> int:
    lead = _LEAD.match(clause)
    return lead.end() if lead else 0


def _row(clause: str) -> str:
    clause = clause.replace("公开出版物", "出版物")
    for row, expression in rows_by_words():
        if named(expression, clause):
            return row
    granted = _GRANTED.match(clause)
    return "granted" if granted and granted.end() == len(clause) and not NOT_GRANTED.search(clause) else ""
