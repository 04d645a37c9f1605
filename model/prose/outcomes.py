"""The results of applications, and who had applied."""

import re
from functools import cache

from model.language.patterns import pattern
from model.prose.figures import Meaning
from model.prose.meant import FILL, STOP, Meant, is_zero, read_as
from model.prose.places import Place
from model.prose.scope import subject_before
from model.prose.terms import WITH_PARTLY, Term, applicants, result_name, results, row_total
from model.prose.vocabulary import GROUPS, RESULTS
from model.structs import replace


@cache
def _result_before() -> re.Pattern[str]:
    return pattern(f"(?:(?:{results().words}){FILL}*+|(?P<granted>公开)(?:的|为|共|：)*+)$")


@cache
def _result_joined() -> re.Pattern[str]:
    return pattern(f"(?:{results().words}){FILL}*?(?P<and>、|和|及|与|或|以及|或者)$")


@cache
def _result_after() -> re.Pattern[str]:
    lead = (
        "申请人|政府信息公开|申请|依法|作出|做出|决定|答复|告知|予以|被|由|因|属于|属|系|为|是|按照|按|经|本机关|已|均|的|以"
        "|涉及|认定|要求"
    )
    tail = "的|申请|决定|答复|处理|信息|范围|情形|事项|类|了|并答复|的原因|原因|而|不予公开|不予处理|无法提供"
    return pattern(f"(?:{lead}){{0,5}}?(?:{results().words})(?:{tail})*+{STOP}")


_DISPUTES = pattern("复议|诉讼|起诉")
_THIRD = pattern("第三[方人](?:均|明确)?(?:的?意见(?:之)?后|不同意(?:公开)?(?:而|后)?)?$")
_ANY_THIRD = pattern("第三[方人]|隐私|商业秘密")
_REASON = pattern("(?:因|由于|以)[^，。；、]{1,40}$")


@cache
def _row_before() -> re.Pattern[str]:
    return pattern(f"(?:{results().words})(?:的|而|信息|事项|情形|原因|被|依法|，){{0,3}}$")


_CONNECTED = pattern("(?:、|和|(?<!涉)及|与|或|或者|[未无])$")
"""What makes the words behind it only a part of what is counted."""


def result(place: Place, before: str) -> Meant | None:
    """A row of the results: 予以公开3件, 3件不予公开, 1件由申请人撤回; those granted with those granted in part."""
    meant, granted = _alone(place, before), row_total("granted")
    if meant and meant.meanings == ((granted,),) and WITH_PARTLY.match(place.text.plain.text, place.token.end):
        return replace(meant, meanings=(*meant.meanings, (granted, row_total("partly_granted"))))
    return meant


def _alone(place: Place, _before: str) -> Meant | None:
    """The row that the words beside a figure name."""
    if not place.may_name_results or (place.topic == "disputes" and _DISPUTES.search(place.sentence)):
        return None
    if found := _result_before().search(place.before):
        return _result(place, found)
    after = _result_after().match(place.after)
    if not after or (place.next_figure and not place.after[after.end() :].startswith("、")):
        return None
    term = results().of(after)
    if term.cells == (row_total("refused_third_party"),) and _ENDED_OTHERWISE.match(
        place.text.plain.text, place.token.end + after.end()
    ):
        return None
    meant = read_as(place, "result", term.item, (term.cells,), len(place.before))
    some = term.partial and not _is_all_of_third(place)
    return replace(meant, partial=some, end=place.token.end + after.end())


_ENDED_OTHERWISE = pattern("，[^。；0-9不未无拒]{0,24}(?:部分(?:予以)?公开|区分处理|予以公开|提供)")
"""Behind a reason, what came of it all the same: 1件涉及商业秘密，征求意见后部分公开."""


def _is_all_of_third(place: Place) -> bool:
    """Whether 第三方商业秘密 is all that the sentence tells of third parties."""
    own = place.before + place.after
    return "第三" in own and len(_ANY_THIRD.findall(place.sentence)) == len(_ANY_THIRD.findall(own))


def _result(place: Place, found: re.Match[str]) -> Meant | None:
    if found["granted"]:
        lead = re.fullmatch("(?:其中)?[：，]?(?:已|依法|同意|答复|决定|结果为)*", place.before[: found.start()])
        alone, partly = (row_total("granted"),), (row_total("granted"), row_total("partly_granted"))
        meanings = (alone,) if "部分公开" in place.sentence else (alone, partly)
        return lead and read_as(place, "result", "予以公开", meanings, found.start())
    term, start = results().of(found), found.start()
    cells, item = term.cells, term.item
    while joined := _result_joined().search(place.before[:start]):
        other = results().of(joined)
        cells, item, start = other.cells + cells, f"{other.item}、{item}", joined.start()
    words, partial = place.before[:start], term.partial and not _is_all_of_third(place)
    if term.group and "、" not in item:
        if reason := _reason(words):
            cells, item, partial = reason.cells or cells, reason.item or item, reason.partial
        else:
            partial = _is_qualified(place, words)
    if _CONNECTED.search(words) or ("均" in found[0] and not is_zero(place)):
        return None
    name = re.search("(?:局|委|办|厅|镇|乡|街道|部门|单位|政府|中心)$", words)
    subject = subject_before(words) if name else ""
    several = (tuple(dict.fromkeys(cells)), *_reason_behind(place, cells))
    meant = read_as(place, "result", item, several, start)
    return None if subject is None else replace(meant, partial=partial, subject=subject)


_UNQUALIFIED = pattern(
    "(?:[0-9]{1,2}[.、]|其中|全年|本年度?|当年|今年|年内|对|经审查|依法|依规|决定|作出|做出|答复|告知|结果|为|的|已|共|均|申请人?|政府|信息|公开|件|并|分别|另|还|有|是|以|由|累计|即|合计|共计|也就是|加起来"
    "|我局|本局|本机关|该|此类|情形|办结|办理|类)*"
)
_PIECE = pattern('[，、；：()“”"]')
_SAID_IN_BRACKETS = pattern("[一-鿿]{3}\\)$")
_NEAR = 6


_SAID_TO_BE = pattern("(?:均|都|全部)?(?:为|系|是)[一-鿿]")


def _reason_behind(place: Place, cells: Meaning) -> tuple[Meaning, ...]:
    """The row that the words behind a group give as the reason: 其他处理的2件为申请人主动撤回."""
    group = next((group for group in GROUPS if cells == (row_total(group),)), None)
    if not group or not place.before.endswith("的") or not _SAID_TO_BE.match(place.after):
        return ()
    rows = [row for row, said in RESULTS.items() if row.startswith(f"{group}_") and re.search(said, place.after)]
    return ((row_total(rows[0]),),) if len(rows) == 1 else ()


def _is_qualified(place: Place, words: str) -> bool:
    """Whether something before a group says which of its decisions are meant: 执法案卷类不予公开, 撤回等其他处理."""
    behind_bracket = not words and _SAID_IN_BRACKETS.search(
        place.text.plain.text[max(0, place.start - _NEAR) : place.start]
    )
    return bool(behind_bracket) or not _UNQUALIFIED.fullmatch(_PIECE.split(words)[-1])


_OF_REASON = "(?:为由|类|信息|事项|情形|材料|的|而|，)*"
_SOME_OF_THEIRS = frozenset(("partly_granted", "other_misc", "refused_third_party"))
"""Rows that such words may name only a part of: 商业秘密, 撤回."""


_ALTERNATIVES = pattern("或者?|和|及|与")
_ONE_ROW = pattern("(?:(?:本机关|信息|需要?|属于?|涉及|补正后|的|而|，|原因|为由|因)*)")
_AND_OTHERS = pattern("等(?:原因|情形|情况|理由|类|信息|的|而|事项)*$")


def _several(given: str) -> Term | None:
    """Several reasons of one group that are counted together: 因不掌握或需另行制作而无法提供5件."""
    names = _ALTERNATIVES.split(_GIVEN_BY.sub("", given))
    rows = [
        row
        for name in names
        for row, said in RESULTS.items()
        if (found := re.search(said, name))
        and _ONE_ROW.fullmatch(name[: found.start()])
        and _ONE_ROW.fullmatch(name[found.end() :])
    ]
    if len(rows) < _TWO or len(rows) != len(names) or len({row.partition("_")[0] for row in rows}) > 1:
        return None
    return Term("result", "、".join(map(result_name, rows)), tuple(map(row_total, rows)))


_GIVEN_BY, _TWO = pattern("^(?:因|由于|以)"), 2


def _reason(words: str) -> Term | None:
    """The row that gives the reason of a group, as in 因保护第三方合法权益不予公开; one not known may be any part."""
    if _THIRD.search(words):
        return Term("result", result_name("refused_third_party"), (row_total("refused_third_party"),))
    given = reason[0] if (reason := _REASON.search(words)) else ""
    if given and (several := _several(given)):
        return several
    if found := _row_before().search(words):
        joined = _CONNECTED.search(words[: found.start()])
        return Term("result", "", (), partial=True) if joined else results().of(found)
    rows = [row for row, words_of in RESULTS.items() if re.search(f"(?:{words_of}){_OF_REASON}$", words)]
    rows = rows or [row for row, words_of in RESULTS.items() if given and re.search(words_of, given)]
    if len(rows) == 1 and not _AND_OTHERS.search(given) and (rows[0] not in _SOME_OF_THEIRS or "第三" in words):
        return Term("result", result_name(rows[0]), (row_total(rows[0]),))
    return Term("result", "", (), partial=True) if given else None


@cache
def _applicant_before() -> re.Pattern[str]:
    return pattern(f"(?P<join>[、和及或与])?(?:{applicants().words})(?:提出|提交|{FILL})*+$")


@cache
def _applicant_after() -> re.Pattern[str]:
    return pattern(f"(?:申请)?(?:为|是|由|来自|系|属于|属)(?:{applicants().words})(?:提出|提交|申请|的)*+{STOP}")


def applicant(place: Place, before: str) -> Meant | None:
    """A column of table three: 自然人4件, 由企业提出的1件; of the row that was spoken of before."""
    if before not in ("received", "concluded", "applicant") or not place.about_applications:
        return None
    if found := _applicant_before().search(place.before):
        lead = place.before[: found.start()]
        if found["join"] or not re.fullmatch("(?:.*(?:其中|中|收到|新收|受理|办结|来自|由|：))?", lead):
            return None
        start = found.start()
    elif (found := _applicant_after().match(place.after)) and not place.next_figure:
        if goes_on(place, found.end()):
            return None
        start = len(place.before)
    else:
        return None
    if is_of_a_result(place):
        return None
    term = applicants().of(found)
    return read_as(place, "applicant", term.item, _by_row(place, term), start)


def goes_on(place: Place, length: int) -> bool:
    """Whether others follow those named behind a figure, up to so many characters: 3件由企业(2件)和公益组织提出."""
    return bool(_AND_ANOTHER.match(place.text.plain.text, place.token.end + length))


_AND_ANOTHER = pattern("(?:\\([0-9]{1,4}[件宗份]?\\))?(?:[、和及与]|以及)|\\([0-9]")
"""Behind applicants: others who are counted with them, 其余3件由企业和其他组织提出."""


def _by_row(place: Place, term: Term) -> tuple[Meaning, ...]:
    rows: tuple[tuple[str, ...], ...] = (("received",), ("received", "carried_in"))
    if re.search("办结|答复", place.sentence_before):
        rows = (*rows, ("concluded",))
    if "结转" in place.statement:
        rows = (*rows, ("carried_in",), ("carried_out",))
    return tuple(tuple(f"applications.{row}.{column}" for row in some for column in term.cells) for some in rows)


_SPOKEN = pattern(
    "(?P<result>予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)|新收|收到|受理|接收|申请|办结|答复|结转"
)


def is_of_a_result(place: Place) -> bool:
    """Whether applicants are those of one result only: 予以公开23件，其中自然人22件."""
    said = place.sentence_before.rpartition("；")[2]
    spoken = list(_SPOKEN.finditer(said)) if place.is_part else []
    return bool(spoken) and spoken[-1]["result"] is not None
