"""How single applications ended that are told of one by one: 一件要评分表，不予公开；一件要历史地图，乡里不掌握."""

from collections import Counter
from collections.abc import Iterator, Sequence

from model.form.form import Form
from model.language.patterns import pattern
from model.prose.figures import Figure, Meaning, in_form
from model.prose.meant import Meant
from model.prose.places import Place, Text
from model.prose.shared.named import named, rows_by_words
from model.prose.terms import result_name, row_total
from model.prose.vocabulary import APPLICANTS, NOT_GRANTED
from model.prose.wide.item import TAIL_OF_ROW
from model.structs import replace

_ENDS = pattern("[；。！？\\n]|[一1]件|另一件")
_CLAUSE = pattern("[，、：()]|并(?=[作告按在于向])")
_LEAD = pattern(
    "(?:当[场天日月年周]|(?:隐去|遮挡|遮盖|脱敏|处理)[一-鿿]{0,6}后|(?:[县区市镇乡]|街道)(?:人民)?(?:政府|办事处)|(?:在|于)?(?:收到[一-鿿]{0,4}后)?的?第?[0-9一二三四五六七八九十]{1,3}个?(?:工作)?[日天]之?内?"
    "|(?:书面)?(?:答复|告知|决定|作出)(?:其|申请人|对方)?|向其|如实|[乡镇局委厅]里|街道|[我本][局委厅镇乡办院]|本机关|最[后终]|结果|按照?|以|故|就|便|已|也|依法|按?规定|及时|如期|当即|均|都|但|因此|于是|也?就)*"
)
_SUPPOSED = pattern(
    "如(?!期补)|若|凡|对于|的，应|应当|可以|可能|避免|防止|误|不服|复议|诉讼|延期|(?:按[时期]|及时|如期|主动)补正|补正后(?:受理|予以|公开|提供|答复|办结|，?(?:申请人)?(?:已|即|才)?(?:明确|说[清明]|补齐|写明|符合|具体))"
)
_GRANTED = pattern(
    "(?:予以|全部|全文|同意|给予|准予|决定){0,2}公开(?:了|给了(?:他|她|其|申请人|对方)|给(?:他|她|其|申请人))?|(?:同意|予以)提供了?"
)
_MATTERS = frozenset(("received", "concluded", "carried", "applicant", "result", ""))
_LONGEST = 160


def stories(stands: Sequence[Place], figures: Sequence[Figure], form: Form) -> Iterator[Figure]:
    """For each result so told, how many applications with it the paragraph tells of: the table has at least as many."""
    told = Counter[tuple[int, str]]()
    for place, figure in zip(stands, figures, strict=True):
        one = place.token.value is not None and place.token.value.value == 1 and place.token.unit in ("件", "宗")
        own = figure.matter in _MATTERS and not (figure.past or figure.is_of_another)
        if not one or not own or not place.about_applications:
            continue
        row = _ended(place.text.plain.text, place.token.end)
        if not row:
            continue
        paragraph = place.text.paragraph(place.token.start)[0]
        told[paragraph, row] += 1
        if figure.matter == "result" and told[paragraph, row] == 1:
            continue
        yield replace(
            figure,
            kind="several",
            matter="result",
            value=told[paragraph, row],
            meanings=in_form(_meanings(row), form),
            item=result_name(row),
            partial=True,
            narrowed="",
        )


_APPLIED = pattern(
    f"(?:^|[，。；：\\n])[一-鿿]{{0,4}}?(?:{'|'.join(APPLICANTS.values())})的(?:那件|这件|该件)?申请(?=[，因被已经获全均未依得])"
)


def applications_of_some(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    """How the application of somebody ended, of which there is one at least: 农户的申请因含他人账号，部分公开."""
    for found in _APPLIED.finditer(text.plain.text):
        start, end = found.end() - len("申请"), found.end()
        topic = text.topic(start)
        about = text.is_of_applications(start) and (topic is None or topic.topic in ("applications", "published"))
        if about and (row := _ended(text.plain.text, end)):
            meant = Meant("result", result_name(row), _meanings(row), start, end, partial=True)
            yield (start, end), meant


def _meanings(row: str) -> tuple[Meaning, ...]:
    """The row; what was granted may be so in part."""
    both = (row_total("granted"), row_total("partly_granted"))
    return ((row_total(row),), both) if row == "granted" else ((row_total(row),),)


def _ended(words: str, start: int) -> str:
    """The row that the words behind one application name, and no other."""
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
