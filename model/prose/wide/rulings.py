"""How cases ended, told in words without a figure: 行政复议1件，复议机关予以维持; 1件直接起诉，法院判决驳回."""

import re
from collections.abc import Iterator, Sequence

from model.language.patterns import pattern
from model.prose.disputes import BUSINESS, has_other_cause
from model.prose.figures import Meaning, Portion
from model.prose.meant import Meant
from model.prose.places import FAR, Text
from model.prose.plain import FIELD
from model.prose.terms import AFTER, DIRECT, REVIEW, with_result
from model.prose.vocabulary import DISPUTE_KINDS
from model.prose.wide.nothing import may_be_over_disclosure

_STOP = "(?=[，。；、()”]|$)"
_BY = (
    "(?:被|予以|获|获得|得到|[作做]出了?|机关|政府|法院|复议|结果为?|判决|裁定|决定|判|审)"
    "(?:依法|予以|均|最终|终审|一审|判决|决定)?"
)
_RULING = pattern(
    "(?P<upheld>维持(?!率|比|秩序|运|稳|[0-9一二两三四五六七八九十])|(?<!原告)(?<!对方)(?<!起诉人)胜诉(?!率)|(?:原告|对方|起诉人)败诉(?!率))"
    "|(?P<dismissed>驳回)"
    f"|(?P<corrected>{_BY}(?:纠[正错](?!率)|撤销|确认违法|责令|变更)|判令|(?<!原告)(?<!对方)(?<!起诉人)败诉(?!率)|(?:判决|责令|判|决定)[一-鿿]{{0,8}}?重新(?:作出)?答复)"
    f"|(?P<pending>(?:(?:尚|仍|正|还)在(?:审理|进行|审查)(?:之?中)?|(?:尚?未|没有)(?:审结|判决|宣判|开庭|结案|裁决|作出(?:决定|判决|裁判|结论))|审理中|待(?:判决?|审理?|开庭)|在审){_STOP})"
    f"|(?P<other>(?:撤诉|(?:和解|调解)(?<!涉及..)(?!、)|撤回了?(?:复议|行政复议|起诉|诉讼)?(?:申请)?|终止(?:审理|审查)?)(?:而|后)?(?:告终|结案|处理|了结)?{_STOP}|“?其他结果)"
)
"""The words for an outcome, by the column of table four."""
_ENDS: dict[str, tuple[str, ...]] = {
    "upheld": ("upheld",),
    "dismissed": ("upheld", "other"),
    "corrected": ("corrected",),
    "pending": ("pending",),
    "other": ("other",),
}
"""The columns that they may mean: what was dismissed may be either."""
_CELLS: dict[str, tuple[Meaning, ...]] = {
    "review": (REVIEW,),
    "suit": (DIRECT + AFTER,),
    "direct": (DIRECT, DIRECT + AFTER),
    "after": (AFTER, DIRECT + AFTER),
}
_NAMES = {"review": "行政复议", "suit": "行政诉讼", "direct": "直接起诉", "after": "复议后起诉"}
_RESULTS = {
    "upheld": "维持",
    "dismissed": "驳回",
    "corrected": "纠正",
    "pending": "尚未审结",
    "other": "其他结果",
}
_COUNTED = pattern(
    f"[0-9零{FIELD}]|[一二两三四五六七八九十]{{1,3}}[件起宗]|均|都|全部|各|一半|半数|分之|成[，。；被获]|率"
)
"""Words of a clause whose figures, or amounts in words, are read as such."""
_NOT_SO = pattern("(?:没有|未(?!经)|无|不(?!服)|避免|防止|杜绝|减少|如|若|可能|可以|应当?|争取|以免|风险)[^，]{0,8}$")
_NO_CASE = pattern("(?:没有|未(?!经)|无|不存在|零)[^，；：。0-9]{0,30}$")
"""Before a kind of case: there was none."""
_TOLD_OF = pattern("[0-9一二两三四五六七八九十](?:件|起|宗|例|人|家|名|位)")
"""That there was a case, not only what would happen to one."""
_FINAL = pattern('(?:结果|列入?|计入|计为|归入?|算作)(?:为|是)?[“"]?$')
_FEW = 6
"""Before the outcome that counts in the end, whatever else befell the case: 经调解，列入“其他结果”."""
_IN_A_RULING = pattern("驳回起诉|驳回诉讼|..?(?:判决|法院)|法院|判决|.{2}诉讼请求")
"""Around words that name a kind of case elsewhere, and here only say how one ended."""
_OF_ANOTHER_KIND = pattern("民事|刑事|仲裁|纠纷|合同|国家赔偿|劳动|公益诉讼|检察|出庭|其他业务|所属|下属|局属")
_BY_COURT = pattern("法院|[一二终再]审|判|起诉|诉讼|撤诉|[胜败]诉")


def rulings(text: Text, portions: Sequence[Portion]) -> Iterator[tuple[tuple[int, int], Meant]]:
    """Where words say how a case ended, that there is at least one such case; not where they are read otherwise."""
    words = text.plain.text
    told: dict[tuple[int, str], list[re.Match[str]]] = {}
    for found in _outcomes(text):
        at = found.start()
        if not (kind := _kind(text, at, found)) or _is_read(text, at, found.end(), portions):
            continue
        statement = max(words.rfind("；", 0, at), text.sentence(at)[0])
        told.setdefault((statement, kind), []).append(found)
    for (_, kind), stages in told.items():
        final = [each for each in stages if _FINAL.search(words, max(0, each.start() - _FEW), each.start())]
        every = final or stages
        first = every[0]
        ends = dict.fromkeys(end for each in every for end in _ENDS[str(each.lastgroup)])
        meanings = tuple(with_result(cells, end) for end in ends for cells in _CELLS[kind])
        item = f"{_NAMES[kind]}{_RESULTS[str(first.lastgroup)]}"
        yield (
            first.span(),
            Meant("disputes", item, meanings, *first.span(), partial=True, assumed=not _says(text, first)),
        )


def _outcomes(text: Text) -> Iterator[re.Match[str]]:
    """The words for an outcome in the sentences that speak of cases."""
    sentences = dict.fromkeys(text.sentence(change.at) for change in text.topic_changes if change.topic == "disputes")
    for start, end in sentences:
        yield from _RULING.finditer(text.plain.text, start, end)


def _says(text: Text, found: re.Match[str]) -> bool:
    """Whether the sentence says that the case is one over disclosure."""
    start, end = text.sentence(found.start())
    return "公开" in text.plain.text[start : min(end, start + FAR)]


def _kind(text: Text, at: int, found: re.Match[str]) -> str:
    """Which kind of case the outcome is of; nothing where it is no case of this report's."""
    words, (start, end), clause = text.plain.text, text.sentence(at), text.clause(at)
    start, end = max(start, at - FAR), min(end, at + FAR)
    lead, sentence = words[start:at], words[start:end]
    spoken = [each for each in DISPUTE_KINDS.finditer(lead) if not _IN_A_RULING.match(lead, max(0, each.start() - 2))]
    told = spoken and _TOLD_OF.search(lead) and not _COUNTED.search(words, clause[0], min(clause[1], end))
    if not told or _NOT_SO.search(words[clause[0] : at]) or _is_other(text, sentence, at):
        return ""
    if _NO_CASE.search(lead[: spoken[-1].start()]):
        return ""
    kind, said = str(spoken[-1].lastgroup), words[clause[0] : found.end()]
    if _BY_COURT.search(said):
        return "suit" if kind == "review" else kind
    return "" if kind != "review" and "复议" in said else kind


def _is_other(text: Text, sentence: str, at: int) -> bool:
    """Whether the sentence tells of cases of another kind or time."""
    if _OF_ANOTHER_KIND.search(sentence) or BUSINESS.search(sentence) or has_other_cause(sentence):
        return True
    time = text.time(at)
    return bool(time and not time.whole and not time.brief) or not may_be_over_disclosure(text, sentence, at)


def _is_read(text: Text, start: int, end: int, portions: Sequence[Portion]) -> bool:
    first, last = text.plain.span(start, end)
    return any(each.span[0] < last and first < each.span[1] for each in portions)
