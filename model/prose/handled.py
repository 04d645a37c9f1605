"""Applications received and concluded."""

import re

from model.language.patterns import pattern
from model.prose.figures import Meaning
from model.prose.meant import (
    CARRIED_IN,
    CONCLUDED,
    EXPLICIT,
    FILL,
    OBJECT,
    RECEIVED,
    Meant,
    goes_on,
    read_as,
    subject_of,
)
from model.prose.places import Place
from model.prose.scope import subject_before
from model.prose.terms import ANSWERED, PROCESSED
from model.structs import replace

_RECEIVED = pattern(f"(?P<verb>新收到|新收|新接收|新受理|收到|收悉|受理|接收|接到|新增)(?P<object>{OBJECT}*+)$")
_OF_APPLICATIONS = pattern(
    "(?:的|由|有效|书面|公民|法人|其他组织|、|和|或|提出|提交|新){0,12}+(?P<object>(?:政府信息公开|信息公开|依申请公开|政府信息|公开){0,6}+(?:的)?(?:申请|事项))?"
)
_NAMED = pattern(
    f"^(?P<lead>.*?)(?P<noun>(?:政府信息公开|信息公开|依申请公开政府信息|依申请公开|公开)(?:的)?申请|依申请公开(?:事项|件)|申请)(?:共|总)?(?:新收|收到|受理)?{FILL}*+$"
)


def received(place: Place, _before: str) -> Meant | None:
    """收到申请, 受理, 新收, 政府信息公开申请5件."""
    if found := _RECEIVED.search(place.before):
        return _received(place, found)
    if "申请" in place.before and not place.is_part and (named := _NAMED.match(place.before)):
        return _named(place, named)
    return None


def _received(place: Place, found: re.Match[str]) -> Meant | None:
    new = found["verb"].startswith("新")
    behind = _OF_APPLICATIONS.match(place.after)
    object_words = found["object"] + (behind["object"] or "" if behind else "")
    if found["verb"] == "新增" and "申请" not in object_words:
        return None
    subject = subject_of(place, found.start())
    explicit = bool(EXPLICIT.search(object_words))
    told = explicit or (place.about_applications and (new or "申请" in object_words or not goes_on(place)))
    alone = bool(applicant_kinds(object_words)) and len(applicant_kinds(object_words)) == 1
    if subject is None or not told or alone or (place.is_part and found["verb"] != "新收"):
        return None
    end = behind.end("object") if behind and behind["object"] and not found["object"].strip("到了的共") else 0
    if behind and not _ends_well(place, behind.end() if end else 0):
        return None
    meanings = (RECEIVED,) if new else (RECEIVED, RECEIVED + CARRIED_IN)
    meant = read_as(place, "received", "收到申请", meanings, found.start())
    return replace(meant, subject=subject, end=place.token.end + end)


def _ends_well(place: Place, end: int) -> bool:
    """Whether nothing but the end of a phrase, or a word that cannot change the noun, follows."""
    return not re.match("人|表|书|人次|公民|材料|复议|诉讼", place.after[end : end + 3])


def _named(place: Place, found: re.Match[str]) -> Meant | None:
    subject = subject_before(found["lead"].removesuffix("处理").removesuffix("办理"))
    explicit = "公开" in found["noun"]
    if subject is None or not (explicit or place.about_applications) or goes_on(place):
        return None
    if subject and _AN_APPLICANT.search(subject):
        return None
    if _OF_A_RESULT.search(found["lead"] + found["noun"]):
        return None
    if (
        found["lead"].endswith(("处理", "办理"))
        or "不再处理" in found["lead"]
        or _TO_ANOTHER.search(found["lead"][-_NEAR:])
    ):
        return None
    meanings: tuple[Meaning, ...] = (RECEIVED, RECEIVED + CARRIED_IN)
    if re.search("办理|答复|处理", place.sentence_before):
        meanings = (*meanings, CONCLUDED)
    meant = read_as(place, "received", "收到申请", meanings, found.start("noun"))
    return replace(meant, subject=subject)


_AN_APPLICANT = pattern("律师|律所|公司|研究[所院]|合作社|协会|基金会|业主|村委会|居委会")
"""What is no agency: before 申请 it has applied, and has not received."""
_OF_A_RESULT = pattern("(?:(?:予以|部分|不予|同意|准予)公开|提供|处理|掌握|存在)(?:类)?的(?:公开)?申请$")
"""Before 申请: those with one result, 予以公开的申请4件."""
_TO_ANOTHER = pattern("(?:指引|引导|告知|建议)[^，。；]*向[^，。；]*$")
_NEAR = 40


def applicant_kinds(words: str) -> set[str]:
    """Which applicants some words name: natural persons, and organisations of any kind."""
    natural = re.search("公民|自然人|个人", words)
    others = re.search("法人|组织|企业|机构|事务所", words)
    return {kind for kind, found in (("natural_person", natural), ("others", others)) if found}


_CONCLUDED = pattern(f"(?P<verb>办结|办理完毕|办毕|办复|答复|回复)(?P<object>{OBJECT}*+)$")
_HANDLED = pattern(f"(?P<verb>办理|处理)(?P<object>{OBJECT}*+)$")
_CONCLUDED_AFTER = pattern(
    "(?:政府信息公开)?(?:申请)?(?:均|全部|都|已|依法|依规|按时|按期|及时|在(?:法定|规定)(?:的)?(?:期限|时限)内|予以|、){0,6}?"
    "(?P<verb>办结|办理完毕|答复)(?:完毕|到位|了|申请人)*+(?=$|[，；。)])"
)


def concluded(place: Place, _before: str) -> Meant | None:
    """办结, 答复, 办理."""
    if found := _CONCLUDED.search(place.before):
        return _concluded(place, found)
    if found := _HANDLED.search(place.before):
        return _handled(place, found)
    if told := _already_done(place):
        return told
    if not place.next_figure and place.about_applications and (found := _CONCLUDED_AFTER.match(place.after)):
        plain_before = re.fullmatch("(?:其中)?(?:对)?(?:上述|该|这)?", place.before)
        meant = read_as(place, "concluded", "办结", _concluding(found["verb"]), len(place.before))
        end, narrowed = place.token.end + found.end(), among_new(place)
        return plain_before and replace(meant, partial=place.is_part, end=end, narrowed=narrowed)
    return None


_DONE_BEFORE = pattern("^(?:全部|对|全年|年内|，)*已(?:经)?办结的$")
_DONE_AFTER = pattern("^已(?:经)?办结的(?:政府信息公开|信息公开|依申请公开)?申请")
_APPLICATION = pattern("^(?:政府信息公开|信息公开|依申请公开)?申请")


def _already_done(place: Place) -> Meant | None:
    """已办结的37件申请, 88件已办结的政府信息公开申请."""
    if not (place.about_applications or "公开" in place.after):
        return None
    if (_DONE_BEFORE.match(place.before) and _APPLICATION.match(place.after)) or (
        _DONE_AFTER.match(place.after) and not place.is_part
    ):
        return read_as(place, "concluded", "办结", (CONCLUDED,), len(place.before))
    return None


def _concluding(verb: str) -> tuple[Meaning, ...]:
    """办结 is all results; 答复 may leave out what was not answered."""
    return (CONCLUDED,) if verb.startswith("办") else (CONCLUDED, PROCESSED, ANSWERED)


def _concluded(place: Place, found: re.Match[str]) -> Meant | None:
    lead = place.before[: found.start()]
    subject = subject_before(lead.removesuffix("其中").removesuffix("其中，") if place.is_part else lead)
    explicit = bool(EXPLICIT.search(found["object"]))
    if (
        _ITS_RESULT.search(found["object"])
        or (found["verb"] in ("答复", "回复") and _GRANTED.search(found["object"]))
        or _LOOKED_INTO.search(lead + found["verb"])
        or lead.endswith(("应", "需", "须", "待", "应当", "应予"))
    ):
        return None
    if subject is None or not (explicit or (place.about_applications and _is_of_applications(place))):
        return None
    meant = read_as(place, "concluded", "办结", _concluding(found["verb"]), found.start())
    quick = bool(_QUICK.search(place.sentence_before[-_NEAR:]))
    return replace(meant, subject=subject, partial=place.is_part or quick, narrowed="" if quick else among_new(place))


_AMONG_NEW = pattern(
    "(?:收到|受理|接收|新收)[^，。；0-9]{0,14}[0-9]{1,5}[件宗份](?:申请)?(?:[，。；(](?![^0-9]{0,40}(?:结转|转入))[^0-9]{0,40})?"
    "其中，?(?:已|当年|年内|本年|全年|按期|按时)*(?:办结|答复|办理完毕)?$"
)
AMONG_NEW = "其中"


def among_new(place: Place) -> str:
    """What makes a figure partial where it tells of the new applications, which may be all there were: 其中9件办结."""
    return AMONG_NEW if place.is_part and _AMONG_NEW.search(place.sentence_before[-_LONGEST:]) else ""


_LONGEST = 100


_ITS_RESULT = pattern("：[^，]*公开(?:政府)?(?:信息)?(?:的)?$")
_GRANTED = pattern("^(?:为|的|：)*公开(?:的|共|：)*$")
"""Behind 答复: the result, 答复公开11件."""
_LOOKED_INTO = pattern("抽查|检查|评查|复核|抽取|评估|回访|由[^，。；]{2,12}(?:答复|办结|办理)$")
_QUICK = pattern(
    "(?:工作日|小时|天|日)(?:之?内|以内)|提前|当[场天日]|即时|按期|首次|电话|口头|逾期|临期|临近|超期|踩点"
)


def _is_of_applications(place: Place) -> bool:
    return not goes_on(place) or bool(re.match("(?:政府信息公开|依申请公开)?申请|(?:，|均|已|全部|并)", place.after))


def _handled(place: Place, found: re.Match[str]) -> Meant | None:
    subject = subject_of(place, found.start())
    if subject is None or place.is_part or not EXPLICIT.search(found["object"]) or "申请" not in found["object"]:
        return None
    meanings = (CONCLUDED, RECEIVED, RECEIVED + CARRIED_IN)
    return replace(read_as(place, "concluded", "办理", meanings, found.start()), subject=subject)
