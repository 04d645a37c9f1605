"""Words that say none of what table two counts: 没有行政许可、处罚和收费, 规范性文件零制发, 其余各项为零."""

import re
from collections.abc import Iterator

from model.language.patterns import pattern
from model.prose.acts import FEES
from model.prose.meant import Meant
from model.prose.places import FAR, Text
from model.prose.scope import scope_of, subject_before
from model.prose.vocabulary import DECISION_ROWS

Found = Iterator[tuple[tuple[int, int], Meant]]

_NO = "(?:没有|未曾|尚未|暂未|从未|未有|不存在|暂无|尚无|未|无|不(?=承担|具有|具备|行使|涉及|收取|办理))"
_END = r"(?=$|[，。；、：！()\n])"
_ITEM = (
    "(?:行政)?(?:许可|处罚|强制(?!性))(?:措施|执行|决定|案件)?"
    "|(?:行政事业性)?收费(?!站|员|窗口|通知)|(?:行政)?规范性文件"
)
_LIST = f"(?:{_ITEM})(?:(?:、|和|及|或|与|以及|、?(?:没有|无))(?:{_ITEM})){{0,4}}+"
_HELD = "(?:事项|职能|职权|职责|权力|权限|权|项目|决定|案件|行为|情况|业务|任务|的)"
_FORWARD = pattern(
    f"(?<![有并])(?<![0-9][件起宗次例户家])(?P<no>{_NO})(?:作出|做出|实施|发生|产生|涉及|办理|采取|开展|承担|行使|承接|具有|具备|收取|征收|有|自己的|本级的?|任何|过)*+(?P<new>新的?)?(?P<valid>(?:现行|继续)有效的?)?"
    f"(?P<list>{_LIST})(?:等)?{_HELD}*+{_END}"
)
"""没有行政许可、行政处罚、行政强制和行政事业性收费事项."""
_BEHIND = pattern(
    f"(?P<list>{_LIST})(?:等)?(?:方面|事项|决定|案件|项目|情形)*+(?:[，：]?(?:[两二三四]项|[两二三四]者|[两二三四]类))?"
    "(?:均|都|皆|一概|全部?|也|亦|同样|全年|本年度?|当年|今年|年内|目前|数量|件数|暂时?)*+(?:没有发生|未发生|没有|未有|未出现|不涉及|为零|是零|无)(?:发生|过|的)?"
    f"{_END}"
)
"""行政处罚、行政强制、收费均未发生; 行政强制没有."""
_REST = pattern(
    r"(?:其余|其他|余下)(?:的)?(?:各项|事项|项目|[两二三]项|几项|数据|指标)?(?P<list>\([^()]{2,30}\))?(?:本年度?|全年|年内)?(?:均|都|皆|一概|全部?)*+"
    f"(?:没有发生|未发生|没有|未有|为零|是零|无)(?:发生)?{_END}"
)
"""Behind decisions that were told: none of the others."""
_TABLE_EMPTY = pattern(
    f"表二(?:中|里|的)?(?:上述|相关|这|各|三|几|有关|行政许可、行政处罚、行政强制)*(?:项|栏|数据|数字)*(?:均|都|皆|全)*(?:没有|为零|为0|是0|填0|是零)(?:件)?{_END}"
)
"""不承担执法职能，故表二各项为0."""
_KIND = pattern("许可|处罚|强制")
_ISSUED, _IN_FORCE = "disclosure.normative_documents.issued", "disclosure.normative_documents.in_force"
_OF_TABLE_TWO = pattern("行政(?:许可|处罚|强制|事业性收费)|规范性文件|(?:许可|处罚|强制)(?:决定)?[0-9]|主动公开")
_OF_FEES_FOR_ANSWERS = pattern("处理费|申请|依申请")
_ASKED = pattern("申请|复议|诉讼|案例|清单|公示|公开(?:的)?$")


def none_of_table_two(text: Text) -> Found:
    """Each stretch of the plain text that says none, with what of table two there is none of."""
    words = text.plain.text
    for found in _FORWARD.finditer(words):
        yield from _listed(text, found, "valid" if found["valid"] else "new" if found["new"] else "")
    for found in _BEHIND.finditer(words):
        if not _ASKED.search(_clause_before(text, found.start())):
            yield from _listed(text, found, "")
    for found in _TABLE_EMPTY.finditer(words):
        yield (
            found.span(),
            _none_decided(list(DECISION_ROWS), *found.span(), scope_of(_clause_before(text, found.start()))),
        )
    yield from _rest(text)
    yield from _documents(text)


def _clause_before(text: Text, at: int) -> str:
    return text.plain.text[max(text.clause(at)[0], at - FAR) : at]


def _listed(text: Text, found: re.Match[str], told: str) -> Found:
    """What there is none of, by kinds: decisions together, fees, documents, `told` as new or as in force."""
    if not _is_of_table_two(text, found):
        return
    start, end = found.span()
    clause = _clause_before(text, start)
    subject = subject_before(clause) or scope_of(clause)
    listed = found["list"]
    kinds = list(dict.fromkeys(_KIND.findall(listed)))
    if kinds:
        yield found.span(), _none_decided(kinds, start, end, subject)
    if "收费" in listed and not _OF_FEES_FOR_ANSWERS.search(_sentence(text, start)):
        yield found.span(), Meant("fees", "行政事业性收费", (FEES,), start, end, subject=subject)
    if "规范性文件" in listed:
        meanings = {"valid": ((_IN_FORCE,),), "new": ((_ISSUED,),)}.get(told, ((_IN_FORCE,), (_ISSUED,)))
        yield found.span(), Meant("documents", "规范性文件", meanings, start, end, subject=subject)


def _none_decided(kinds: list[str], start: int, end: int, subject: str) -> Meant:
    cells = tuple(f"disclosure.{DECISION_ROWS[kind]}.decisions" for kind in kinds)
    return Meant("decisions", "、".join(f"行政{kind}" for kind in kinds), (cells,), start, end, subject=subject)


def _sentence(text: Text, at: int) -> str:
    start, end = text.sentence(at)
    return text.plain.text[max(start, at - FAR) : min(end, at + FAR)]


def _is_of_table_two(text: Text, found: re.Match[str]) -> bool:
    """Whether the words leave no doubt that the year's decisions are meant, not those of a case or of one answer."""
    if "行政" in found["list"] or "规范性文件" in found["list"]:
        return True
    line = text.paragraph(found.start())[0]
    heading = text.plain.text[line : line + _HEADING]
    return bool(_OF_TABLE_TWO.search(_sentence(text, found.start())) or "主动公开" in heading)


_HEADING = 24


def _rest(text: Text) -> Found:
    """行政许可14件，其余各项为零."""
    for found in _REST.finditer(text.plain.text):
        start, end = found.span()
        lead = text.plain.text[max(text.sentence(start)[0], start - FAR) : start]
        lead = lead[lead.rfind("。") + 1 :]
        told = set(_KIND.findall(lead))
        if not told or _ASKED.search(lead):
            continue
        among = set(_KIND.findall(found["list"])) if found["list"] else set(DECISION_ROWS)
        if kinds := [kind for kind in DECISION_ROWS if kind in among - told]:
            yield found.span(), _none_decided(kinds, start, end, scope_of(lead))


_VERBS = {"issued": "新?(?:制发|制定|出台|印发|新制|新增|新出|新发|发(?=$|[，。；、！)\\n：]))", "repealed": "废止"}
_NONE_LEFT = pattern(f"(?:没有|无)(?:现行|继续|仍)有效的?(?:行政)?(?:文件)?{_END}")
"""废止规范性文件1件，废后已无现行有效的文件."""
_MADE = f"(?:{'|'.join(_VERBS.values())})"
_NO_VERB = pattern(
    f"(?<![有并])(?:{_NO}|零)(?P<verbs>{_MADE}(?:(?:[、和或及与]|[，、也亦]{{0,2}}(?:{_NO}|零)){_MADE}){{0,2}}+)"
    f"(?:过|任何|行政|新|旧|的|地方|政府|本级|件)*+(?P<noun>规范性文件|规章(?!制度)|文件)?(?:的)?{_END}"
)
"""没有制发、废止行政规范性文件; 未新制发; 零制发、零废止."""
_LED = pattern(
    "(?:[^，。；]{0,12}(?:行政)?规范性文件(?:\\([^()]*\\))?|[镇乡局委办厅街道里]{1,3}|我们|本机关|本级|本年度?|全年|年内|当年|今年|也|亦|均|都|并|同时|且|仍|一件|只减不增|不增反减|[0-9一二两三四五六七八九十]{1,3}件?|[，、：；-])*"
)
"""Before such words, since the last figure or clause: nothing else that may be meant."""
_NOT_MADE = pattern("解读|审查|备案|草案|目录|征求|转发|起草|意见稿")


def _in_sentences_on_documents(text: Text, expression: re.Pattern[str]) -> Iterator[re.Match[str]]:
    changes = (change.at for change in text.topic_changes if change.topic == "documents")
    for start, end in dict.fromkeys(map(text.sentence, changes)):
        yield from expression.finditer(text.plain.text, start, end + 1)


def _documents(text: Text) -> Found:
    words = text.plain.text
    for found in _NONE_LEFT.finditer(words):
        if "规范性文件" in words[text.sentence(found.start())[0] : found.start()]:
            meaning = (_IN_FORCE,)
            yield found.span(), Meant("documents", "现行有效规范性文件", (meaning,), *found.span())
    for found in _in_sentences_on_documents(text, _NO_VERB):
        start, end = found.span()
        sentence = words[max(text.sentence(start)[0], start - FAR) : end]
        rule = found["noun"] == "规章"
        named = rule or found["noun"] == "规范性文件"
        if not named and ("规范性文件" not in sentence or re.search("规章(?!制度)", sentence)):
            continue
        clause = _clause_before(text, start)
        if _NOT_MADE.search(clause) or not (named or _LED.fullmatch(clause)):
            continue
        row = "rules" if rule else "normative_documents"
        for column, verb in (("issued", "制发"), ("repealed", "废止")):
            if re.search(_VERBS[column], found["verbs"]):
                name = f"{verb}{'规章' if rule else '规范性文件'}"
                meaning = (f"disclosure.{row}.{column}",)
                yield found.span(), Meant("documents", name, (meaning,), start, end, subject=scope_of(clause))
