"""Words that say none: 未收到申请, 没有上年结转, 未发生行政复议."""

import re
from collections.abc import Iterator
from functools import cache

from model.language.patterns import pattern
from model.prose.acts import FEES
from model.prose.disputes import cells_of
from model.prose.meant import CARRIED_IN, CARRIED_OUT, RECEIVED, Meant
from model.prose.places import Text
from model.prose.scope import subject_before
from model.prose.terms import decisions, with_result

_NO = "(?:未曾|尚未|暂未|均未|从未|并未|未有|没有|不存在|暂无|未|没|无)"
_PUBLIC = (
    "(?:任何|公民|法人|其他组织|非法人组织|组织|社会公众|公众|群众|个人|单位|企业|向本机关|向我局|向本单位|本机关|提出|提交|要求|关于|有关|相关|政府信息公开"
    "|政府信息|政务信息公开|信息公开|依申请公开|依申请|申请公开|公开|方面|书面|新|或者|以及|和|或|及|与|、|的|过|到|类)"
)
_APPLICATIONS = pattern(
    f"{_NO}(?:收到|接到|接收|受理|收取|收|发生|产生|出现|办理)(?:到|过)?(?P<object>{_PUBLIC}*+(?:申请)?(?:事项|件|信息|案件|业务|情况|办件)*+)"
    r"(?=$|[，。；、！)\n和及与，的])"
    f"|{_NO}(?P<noun>{_PUBLIC}*+(?:申请)?)(?:事项|件|案件|情况|发生|办件|受理)*+(?=$|[，。；！)\\n])"
    "|(?P<zero>零申请)"
    r"|(?:没有|无)(?:任何)?(?:人|公民|单位|企业|群众|组织)(?:向[一-鿿]{1,10})?(?:提出|提交)?(?P<nobody>申请(?:公开)?(?:政府信息|信息)(?:公开)?)(?=$|[，。；、！)\n])"
)
_MEANS_APPLICATION = pattern("申请|依申请公开")
_CARRIED = pattern(
    f"{_NO}(?:一件)?(?:办理)?(?:(?P<both>上一?年(?:度)?结转(?:、|和|及|与|以及|或)(?:结转)?下一?年(?:度)?(?:结转)?)"
    "|(?P<inn>(?:上一?年(?:度)?|去年|20[0-9]{2}年(?:度)?)(?:末|底)?(?:的)?(?:结转|遗留)(?!至?下))"
    "|(?P<out>(?:需|需要)?(?:结转|留待|留到)(?:至|到|入)?(?:下|次|明)一?年(?:度)?(?:继续)?(?:办理)?)|(?P<bare>结转))"
    r"(?:的|政府信息公开|申请|情况|事项|案件|件)*+(?=$|[，。；、！)\n])"
)
_OPEN = (
    "(?:一起|一件|一例|以本[局机关单位厅委]{1,2}为被申请人|为被申请人|被告|发生|产生|引发|引起|出现|收到|涉及|被申请|被提起|被|因|由|由此|此|依申请公开|依申请|政府信息公开|信息公开|政务公开|公开|答复|申请|工作|问题"
    "|事项|行为|处理|而|所|方面|相关|有关|任何|提起|对|不服|导致|造成|的|类|和|及|、|人)"
)
_DISPUTES = pattern(
    f"(?P<no>{_NO}){_OPEN}{{0,14}}?(?P<review>行政复议|复议(?!机关|委|法))?(?:案件|申请|案|事项|情况)?(?:、|和|及|与|或|或者|以及|，|也未|也没有|未|无|亦未){{0,3}}"
    "(?:被)?(?:提起|发生|引发|申请)?(?:的)?(?P<suit>行政诉讼|诉讼(?!法))?(?P<corrected>[^，。；\\n]{0,6}(?:纠错|纠正|败诉))?"
    r"(?:的)?(?:案件|申请|情况|情形|事项|案|现象|发生|等)*+(?=$|[，。；！)\n])"
)
_NONE_BEHIND = pattern(
    "(?:行政)?(?:(?P<review>复议)|(?P<suit>诉讼)|(?P<both>复议(?:、|和|与|及|或|，)(?:行政)?诉讼))(?:案件|申请|案|情况)?"
    "(?:数量|数|案件数)?[：，]?(?:均|皆|都|也|同样)?(?:无|没有|为零|为0|未发生|零发生|未出现|未有)(?:发生)?(?=$|[，。；！)\n])"
    "|(?P<zero>零(?:行政)?(?:复议(?P<z2>、?零?(?:行政)?诉讼)?|(?P<z3>诉讼)))(?=$|[，。；！)\n])"
)
_NO_SUIT = pattern(
    f"{_NO}(?:发生|出现|产生|有)?(?:(?P<after>(?:经)?(?:行政)?复议(?:之|以)?后(?:再|又)?(?:起诉|提起(?:的)?(?:行政)?诉讼))|打官司|(?:被)?(?:诉至|告上)法院)"
    r"(?:的)?(?:情形|情况|案件)?(?=$|[，。；！)\n])"
)
_DISCLOSURE = pattern("信息公开|依申请|公开申请|申请公开|政务公开")
_OTHERS = pattern("(?<![无未有])应诉|出庭|逾期|超期|延期|(?:作为|履行)[^，。；]{0,8}复议机[关构]")


_END = r"(?=$|[，。；、！)\n])"
_DOCUMENTS = pattern(
    f"{_NO}(?:新)?(?P<verb>制发|制定|出台|印发|废止)(?:任何|行政|新|的|地方|政府)*+(?P<noun>规范性文件|规章(?!制度)){_END}"
)
_NEITHER = pattern(
    f"(?:{_NO}(?:制发|制定|出台|印发)(?P<noun>规范性文件)?(?:和|、|也|，也|，)?(?:{_NO})?废止(?P<behind>规范性文件)?"
    f"|{_NO}(?:新)?(?P<one>制发|制定|出台|印发|废止)(?:新|旧)?(?:的)?文件){_END}"
)
"""The same where the noun stands once, or was named before in the sentence."""
_FEES = pattern(f"{_NO}(?:收取|征收|发生|产生|涉及|有|任何)*+行政事业性收费{_END}")


@cache
def _decisions() -> re.Pattern[str]:
    full = re.sub(r"\?P<t[0-9]>", "?:", decisions().words)
    term = f"{full}|(?<=[、和及或与])(?:许可|处罚|强制)|(?<=[作做]出)(?:许可|处罚|强制)"
    return pattern(
        f"(?<!有){_NO}(?:作出|做出|实施|发生|产生|涉及|办理|有)*+(?P<list>(?:{term})(?:(?:、|和|及|或|与|以及)(?:{term}))*+)"
        f"(?:决定|案件|事项|措施|情况|行为)?{_END}"
    )


def none_words(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    """Each stretch of the plain text that says none, with what there is none of."""
    yield from _applications(text)
    yield from _carried(text)
    yield from _disputes(text)
    yield from _disputes_behind(text)
    yield from _acts(text)


def _applications(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    for found in _APPLICATIONS.finditer(text.plain.text):
        words = found["object"] or found["noun"] or found["zero"] or found["nobody"] or ""
        explicit = bool(re.search("公开|零申请", words))
        if not _MEANS_APPLICATION.search(words) or _about_one_kind(words):
            continue
        topic = text.topic(found.start())
        known = explicit or (topic is not None and topic.topic == "applications")
        lead = text.plain.text[text.clause(found.start())[0] : found.start()]
        subject = subject_before(lead)
        if found["zero"] and _APPLICANTS.search(lead):
            continue
        if known and (subject is not None or found["zero"]) and (explicit or not _is_other(text, found.start())):
            meant = Meant("received", "收到申请", (RECEIVED,), *found.span(), subject=subject or "")
            yield found.span(), meant


_APPLICANTS = pattern("自然人|企业|机构|组织|事务所|个人|公民")


def _about_one_kind(words: str) -> bool:
    """Whether only applications of citizens, or only of organisations, are meant."""
    natural, others = re.search("公民|个人", words), re.search("法人|组织|企业", words)
    return bool(natural) != bool(others)


def _is_other(text: Text, at: int) -> bool:
    topic = text.topic(at)
    start = text.sentence(at)[0]
    return topic is not None and topic.topic == "other" and topic.at >= start and topic.words != "复议机关"


def _carried(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    meanings = {
        "both": (CARRIED_IN + CARRIED_OUT,),
        "inn": (CARRIED_IN,),
        "out": (CARRIED_OUT,),
        "bare": (CARRIED_OUT, CARRIED_IN),
    }
    names = {"both": "结转", "inn": "上年结转", "out": "结转下年度", "bare": "结转"}
    for found in _CARRIED.finditer(text.plain.text):
        kind = str(found.lastgroup)
        yield found.span(), Meant("carried", names[kind], meanings[kind], *found.span())


def _disputes(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    for found in _DISPUTES.finditer(text.plain.text):
        if not (found["review"] or found["suit"]):
            continue
        start, end = text.sentence(found.start())
        sentence = text.plain.text[start:end]
        if _may_be_over_disclosure(text, sentence, found.start()):
            yield found.span(), _no_disputes(found)


def _may_be_over_disclosure(text: Text, sentence: str, at: int) -> bool:
    """Whether cases that did not come about are those over disclosure, or of any kind in the item on supervision."""
    about = _DISCLOSURE.search(sentence) or text.heading_topic(at) == "applications" or text.in_oversight(at)
    return bool(about) and not _OTHERS.search(sentence) and not _is_other(text, at)


def _disputes_behind(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    """复议、诉讼皆无; 行政诉讼没有."""
    for found in _NONE_BEHIND.finditer(text.plain.text):
        start, end = text.sentence(found.start())
        sentence = text.plain.text[start:end]
        if _may_be_over_disclosure(text, sentence, found.start()):
            kind = (
                "both"
                if found["z2"]
                else "suit"
                if found["z3"]
                else "review"
                if found["zero"]
                else str(found.lastgroup)
            )
            name = {"both": "行政复议、行政诉讼", "review": "行政复议", "suit": "行政诉讼"}[kind]
            yield found.span(), Meant("disputes", name, (cells_of(kind),), *found.span())
    for found in _NO_SUIT.finditer(text.plain.text):
        start, end = text.sentence(found.start())
        if _may_be_over_disclosure(text, text.plain.text[start:end], found.start()):
            kind, name = ("after", "复议后起诉") if found["after"] else ("suit", "行政诉讼")
            yield found.span(), Meant("disputes", name, (cells_of(kind),), *found.span())


def _no_disputes(found: re.Match[str]) -> Meant:
    kind = "both" if found["review"] and found["suit"] else "review" if found["review"] else "suit"
    cells, item = cells_of(kind), {"both": "行政复议、行政诉讼", "review": "行政复议", "suit": "行政诉讼"}[kind]
    if found["corrected"]:
        cells, item = with_result(cells, "corrected"), f"{item}纠正"
    return Meant("disputes", item, (cells,), *found.span())


def _acts(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    """未制发规范性文件, 未作出行政处罚决定, 未收取行政事业性收费."""
    words = text.plain.text
    for found in _DOCUMENTS.finditer(words):
        row = "rules" if found["noun"] == "规章" else "normative_documents"
        column, verb = ("repealed", "废止") if found["verb"] == "废止" else ("issued", "制发")
        cell = f"disclosure.{row}.{column}"
        yield found.span(), Meant("documents", f"{verb}{found['noun']}", ((cell,),), *found.span())
    for found in _NEITHER.finditer(words):
        sentence = words[text.sentence(found.start())[0] : found.end()]
        if "规范性文件" in sentence and not re.search("规章(?!制度)", sentence):
            for column, verb in (("issued", "制发"), ("repealed", "废止")):
                if not found["one"] or (found["one"] == "废止") == (column == "repealed"):
                    cell = f"disclosure.normative_documents.{column}"
                    yield found.span(), Meant("documents", f"{verb}规范性文件", ((cell,),), *found.span())
    for found in _decisions().finditer(words):
        named = [f"行政{kind}" for kind in re.findall("许可|处罚|强制", found["list"])]
        cells = tuple(cell for term in decisions().by_group.values() if term.item in named for cell in term.cells)
        yield found.span(), Meant("decisions", "、".join(named), (tuple(dict.fromkeys(cells)),), *found.span())
    for found in _FEES.finditer(words):
        yield found.span(), Meant("fees", "行政事业性收费", (FEES,), *found.span())
