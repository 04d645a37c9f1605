"""Words that say none: 未收到申请, 没有上年结转, 未发生行政复议."""

import re
from collections.abc import Iterator
from itertools import chain

from model.language.patterns import pattern
from model.prose.disputes import NAMES, cells_of
from model.prose.meant import CARRIED_IN, CARRIED_OUT, RECEIVED, Meant
from model.prose.places import Text
from model.prose.scope import subject_before
from model.prose.terms import with_result

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
_LEFT = "(?:结转|遗留|转来|转入|带来|移来|留)(?:来|下|过来|的|政府信息公开|申请|情况|事项|案件|件)*+"
_NEXT = "(?:(?:下|次|明|来|翌)一?年(?:度)?|20[0-9]{2}年(?:度)?)"
_CARRIED = pattern(
    "(?P<opening>上一?年(?:度)?|去年|年初|期初|上期|(?P<year>20[0-9]{2})年(?:度)?)(?P<closing>、(?:年末|年底|期末))?(?:也|亦|均|都|皆|同样)*+"
    f"(?:没有|未有|无|不存在)(?:任何)?{_LEFT}(?=$|[，。；、：！)\n])"
    f"|(?P<end>(?:年末|年底|期末)(?:也|亦|均|都|皆|同样)*+(?:没有|未有|无)(?:任何)?(?P<word>结转|未办结|在办|待办|遗留|剩余|跨年)?(?:的|申请|情况|事项|件)*+)(?=$|[，。；、：！)\n])"
    f"|(?:{_NO}|不再有|再无|不再|不)(?:一件)?(?:办理)?(?:(?P<both>上一?年(?:度)?结转(?:、|和|及|与|以及|或)(?:结转)?下一?年(?:度)?(?:结转)?|转入(?:也|、|，|和)*(?:没有|无|未)?转出)"
    "|(?P<inn>(?:上一?年(?:度)?|去年|20[0-9]{2}年(?:度)?)(?:末|底)?(?:的)?(?:结转|遗留|留|转来|转入|带来)(?:来|下|过来)?(?!至?下))"
    f"|(?P<out>(?:需|需要)?(?:结转|留待|[转带留跨滚移])(?:至|到|入)?{_NEXT}(?:继续)?(?:办理)?|跨年(?:件|申请|办理)|未办[结完]的?申请)|(?:任何)?(?:申请)?(?P<bare>结转))"
    r"(?:的|政府信息公开|申请|情况|事项|案件|件)*+(?=$|[，。；、：！)\n])"
)
"""没有上年结转; 年初、年末均无结转; 没有带到2026年的."""
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
    f"{_NO}(?:发生|出现|产生|有)?(?:(?P<after>(?:经)?(?:行政)?复议(?:之|以)?后(?:再|又)?(?:起诉|提起(?:的)?(?:行政)?诉讼))"
    "|(?P<direct>(?:未经(?:行政)?复议(?:而|即|就)?)?直接(?:向(?:人民)?法院)?(?:起诉|提起(?:的)?(?:行政)?诉讼|诉讼))"
    "|(?P<review>(?:任何)?人(?:就|因|对)[^，。；、\\n]{0,20}(?:申请|提起|提出)(?:过)?(?:行政)?复议)"
    "|(?:人|被)(?:起诉|提起(?:行政)?诉讼)|打官司|(?:被)?(?:诉至|告上)法院)"
    r"(?:的)?(?:情形|情况|案件)?(?=$|[，。；！)\n])"
)
_NEVER_SUED = pattern("被申请人(?:或|和|、|及)被告的?(?:案件)?(?:均|都|皆)?(?:为零|为0|没有|无)(?=$|[，。；！)\\n])")
_DISCLOSURE = pattern("信息公开|依申请|公开申请|申请公开|政务公开")
_OTHERS = pattern("(?<![无未有])应诉|出庭|逾期|超期|延期|(?:作为|履行)[^，。；]{0,8}复议机[关构]")


def none_words(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    """Each stretch of the plain text that says none, with what there is none of."""
    yield from _applications(text)
    yield from _carried(text)
    yield from _disputes(text)
    yield from _disputes_behind(text)


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


_CELLS = {
    "both": ("结转", (CARRIED_IN + CARRIED_OUT,)),
    "inn": ("上年结转", (CARRIED_IN,)),
    "out": ("结转下年度", (CARRIED_OUT,)),
    "bare": ("结转", (CARRIED_OUT, CARRIED_IN)),
}


_LEFT_WORDS = pattern(
    "结转|遗留|转来|转入|带来|移来|留[件下来]|跨年|[未在待]办|年[末底]|期末|[带转留滚跨移][至到入](?=[0-9下次明来])"
)
"""Words without which nothing is said of what was carried over."""


def _words_left(text: Text) -> Iterator[re.Match[str]]:
    """Words that say that nothing was carried over, in the clauses that speak of it."""
    clauses = dict.fromkeys(text.clause(found.start()) for found in _LEFT_WORDS.finditer(text.plain.text))
    for start, end in clauses:
        yield from _CARRIED.finditer(text.plain.text, start, end + 1)


_ALL_DONE = pattern(
    "(?:办结|答复|办毕|办完|办理完毕|处理完毕)(?:完毕|了)?(?:[，、；]|且|并)?(?:也|均|都|同时|当年|年[末底])*$"
)
_SOME, _LONG = 24, 200
_CARRIED_IN_TOLD = pattern(
    "(?:上一?年(?:度)?|去年)[^，。；\\n]{0,8}(?:结转|转来|转入|遗留)[^。\\n]{0,40}[0-9一二两三四五六七八九十]件|(?:上一?年(?:度)?|去年)(?:没有|无|未)[^，。；\\n]{0,4}结转"
)
_DONE_TOLD = pattern("办结|答复|办理完毕|予以公开")


def _is_done(text: Text, at: int) -> bool:
    """Whether what was done stands right before 没有结转: nothing is left for the next year then."""
    start = max(text.sentence(at)[0], at - _SOME)
    lead = text.plain.text[start:at]
    if _ALL_DONE.search(lead):
        return not _LAST_YEARS.search(lead)
    told = text.plain.text[max(text.paragraph(at)[0], at - _LONG) : at]
    return bool(_CARRIED_IN_TOLD.search(told)) and bool(_DONE_TOLD.search(told))


_LAST_YEARS = pattern("上一?年|去年")


def _carried(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    for found in _words_left(text):
        if (
            found["end"]
            and not found["word"]
            and "结转" not in text.plain.text[text.sentence(found.start())[0] : found.start()]
        ):
            continue
        named = next((kind for kind in ("both", "inn", "out", "bare") if found[kind]), "")
        kind = "out" if named == "bare" and _is_done(text, found.start()) else named
        kind = kind or ("both" if found["closing"] else "inn" if found["opening"] else "out")
        name, meanings = _CELLS[kind]
        year = int(found["year"]) + 1 if found["year"] else None
        yield found.span(), Meant("carried", name, meanings, *found.span(), year=year)


def _disputes(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    for found in _DISPUTES.finditer(text.plain.text):
        if not (found["review"] or found["suit"]):
            continue
        start, end = text.sentence(found.start())
        sentence = text.plain.text[start:end]
        if may_be_over_disclosure(text, sentence, found.start()):
            yield found.span(), _no_disputes(found)


def may_be_over_disclosure(text: Text, sentence: str, at: int) -> bool:
    """Whether cases that did not come about are those over disclosure, or of any kind in the item on supervision."""
    about = _DISCLOSURE.search(sentence) or text.heading_topic(at) == "applications" or text.in_oversight(at)
    about = about or text.opens_with_cases(at) or text.follows_applications(at) or _are_all(text, at)
    return bool(about) and not _OTHERS.search(sentence) and not _is_other(text, at)


_OF_THE_YEAR = pattern(
    "(?:全年度?|本?年度?|年内|今年|20[0-9]{2}年(?:度)?|截至[^，。；]{0,12}|[我本全][局委办镇乡县市区院厅单机街][位关道]?|期间|均|也|亦|都|，|、|：)*"
)


def _are_all(text: Text, at: int) -> bool:
    """Whether the sentence says it of all cases of the year, those over disclosure among them: 没有发生行政复议."""
    return bool(_OF_THE_YEAR.fullmatch(text.plain.text, text.sentence(at)[0], at))


def _disputes_behind(text: Text) -> Iterator[tuple[tuple[int, int], Meant]]:
    """复议、诉讼皆无; 行政诉讼没有."""
    for found in _NONE_BEHIND.finditer(text.plain.text):
        start, end = text.sentence(found.start())
        sentence = text.plain.text[start:end]
        if may_be_over_disclosure(text, sentence, found.start()):
            kind = (
                "both"
                if found["z2"]
                else "suit"
                if found["z3"]
                else "review"
                if found["zero"]
                else str(found.lastgroup)
            )
            yield found.span(), Meant("disputes", NAMES[kind], (cells_of(kind),), *found.span())
    for found in chain(_NO_SUIT.finditer(text.plain.text), _NEVER_SUED.finditer(text.plain.text)):
        start, end = text.sentence(found.start())
        if may_be_over_disclosure(text, text.plain.text[start:end], found.start()):
            kind = found.lastgroup or ("both" if found[0].startswith("被申请人") else "suit")
            yield found.span(), Meant("disputes", NAMES[kind], (cells_of(kind),), *found.span())


def _no_disputes(found: re.Match[str]) -> Meant:
    kind = "both" if found["review"] and found["suit"] else "review" if found["review"] else "suit"
    cells, item = cells_of(kind), NAMES[kind]
    if found["corrected"]:
        cells, item = with_result(cells, "corrected"), f"{item}纠正"
    return Meant("disputes", item, (cells,), *found.span())
