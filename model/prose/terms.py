"""The words of official reports for what a form counts, each with the role of the cells it means."""

import re
from functools import cache
from itertools import chain

from model.language.patterns import pattern
from model.prose.figures import Matter, Meaning
from model.structs import Struct

_APPLICATIONS = "applications"

_ROWS = {
    "granted": ("予以公开", "予以公开|同意公开|全部(?:予以)?公开|准予公开|决定公开"),
    "partly_granted": ("部分公开", "(?:予以|同意)?部分(?:予以)?公开|区分处理"),
    "refused_state_secret": ("属于国家秘密", "(?:属于|涉及)?国家秘密"),
    "refused_by_law": ("其他法律行政法规禁止公开", "(?:其他)?法律[、，]?行政法规(?:明确|规定)?禁止公开"),
    "refused_security_stability": ("危及“三安全一稳定”", '(?:危及)?[“"]?三安全一稳定[”"]?'),
    "refused_third_party": ("保护第三方合法权益", "(?:保护|涉及|侵害|损害)?第三方(?:的)?(?:合法)?权益"),
    "refused_internal_affairs": ("属于三类内部事务信息", "(?:属于)?(?:三类)?内部事务(?:性)?(?:信息)?"),
    "refused_deliberative": ("属于四类过程性信息", "(?:属于)?(?:四类)?过程性信息"),
    "refused_enforcement_file": ("属于行政执法案卷", "(?:属于)?行政执法案卷(?:信息)?"),
    "refused_administrative_enquiry": ("属于行政查询事项", "(?:属于)?行政查询(?:事项)?"),
    "unavailable_not_held": (
        "本机关不掌握相关政府信息",
        "(?:本机关|本单位|本局|我局)?不掌握(?:相关|该)?(?:政府)?(?:信息)?|(?:政府)?信息不存在",
    ),
    "unavailable_must_be_created": (
        "没有现成信息需要另行制作",
        "没有现成(?:的)?(?:政府)?信息(?:[、，]?需要?另行制作)?|需要?另行制作",
    ),
    "unavailable_still_unclear": ("补正后申请内容仍不明确", "(?:经)?补正后?(?:的)?(?:申请)?(?:内容)?仍不明确"),
    "unprocessed_petition": ("信访举报投诉类申请", "信访[、，]?举报[、，]?投诉类?"),
    "unprocessed_repeated": ("重复申请", "重复申请"),
    "unprocessed_publication": ("要求提供公开出版物", "(?:要求)?(?:提供)?公开出版物"),
    "unprocessed_excessive": ("无正当理由大量反复申请", "(?:无正当理由)?大量[、，]?反复(?:提出)?申请"),
    "unprocessed_confirmation": (
        "要求行政机关确认或重新出具已获取信息",
        "(?:要求(?:行政机关)?)?确认或者?重新出具(?:已获取(?:的)?信息)?",
    ),
    "other_not_corrected": ("逾期不补正", "(?:申请人)?(?:无正当理由)?逾期(?:不|未)补正"),
    "other_fee_unpaid": ("逾期未缴费", "(?:申请人)?逾期(?:未|不)(?:按)?(?:收费)?(?:通知)?(?:要求)?缴(?:纳费用|费)"),
}
"""The rows of 本年度办理结果 by role: what the form calls each, and as a regular expression how texts do."""

_GROUPS = {
    "refused": ("不予公开", "(?:决定)?(?:不予公开|不同意公开)"),
    "unavailable": ("无法提供", "(?:本机关)?(?:无法|不能)提供"),
    "unprocessed": ("不予处理", "不予处理"),
    "other": ("其他处理", "(?:作出)?其他处理"),
}
"""The same for the groups of these rows, （三） to （六）."""
_SOME = {
    "refused_third_party": (_ROWS["refused_third_party"][0], "个人隐私|商业秘密"),
    "other_misc": ("其他处理—其他", "(?:申请人)?(?:主动|自行|自愿)?(?:撤回|撤销|撤件)"),
}
"""Words for only some of what a row holds."""

_APPLICANTS = {
    "natural_person": ("自然人", "自然人|公民个人|公民|个人"),
    "enterprise": ("商业企业", "商业企业|企业"),
    "research": ("科研机构", "科研机构|科研单位"),
    "public_welfare": ("社会公益组织", "社会公益组织|公益组织"),
    "legal_service": ("法律服务机构", "法律服务机构|律师事务所"),
    "organisation": (
        "法人或其他组织",
        "法人(?:或者|和|或|及|、)其他组织|法人(?:或者|和|或|及|、)组织|法人(?:及|和|或)?非法人组织|法人",
    ),
}
"""The same for the columns of table three; `organisation` is all but natural persons."""
WITH_PARTLY = pattern(
    "(?:(?:予以)?公开(?:的)?)?[(，](?:其中)?(?:含|包括|包含)(?:了)?部分(?:予以)?公开(?:的)?(?:[0-9]{1,5}|[一二三四五六七八九十]{1,3})件"
)
"""Behind those granted, where those granted in part are among them: 3件公开（含部分公开1件）."""


class Term(Struct, frozen=True):
    """Words for something a form counts, and the roles of the cells it is; a group is a role of several rows."""

    matter: Matter
    item: str
    cells: Meaning
    partial: bool = False
    group: bool = False


class Terms(Struct, frozen=True):
    """Terms of one kind, found by one expression with a group each."""

    words: str
    by_group: dict[str, Term]

    def of(self, found: re.Match[str]) -> Term:
        """The term that an expression made from `words` has found."""
        return next(term for group, term in self.by_group.items() if found[group] is not None)


def _terms(entries: list[tuple[str, Term]]) -> Terms:
    groups = {f"t{index}": term for index, (_, term) in enumerate(entries)}
    words = "|".join(f"(?P<t{index}>{words})" for index, (words, _) in enumerate(entries))
    return Terms(words, groups)


def row_total(row: str) -> str:
    """The role of a row's total in table three."""
    return f"{_APPLICATIONS}.{row}.total"


def result_name(role: str) -> str:
    """What the form calls a row of the results or a group of them."""
    return {**_ROWS, **_GROUPS, "other_misc": ("其他处理—其他", "")}[role][0]


@cache
def results() -> Terms:
    """The rows of the results and their groups."""
    rows = [(words, Term("result", item, (row_total(row),))) for row, (item, words) in _ROWS.items()]
    rows += [(words, Term("result", item, (row_total(row),), group=True)) for row, (item, words) in _GROUPS.items()]
    some = [(words, Term("result", item, (row_total(row),), partial=True)) for row, (item, words) in _SOME.items()]
    return _terms(rows + some)


@cache
def applicants() -> Terms:
    """The columns of the applicants; a cell is given by its column alone."""
    return _terms([(words, Term("applicant", item, (column,))) for column, (item, words) in _APPLICANTS.items()])


ANSWERED: Meaning = tuple(map(row_total, ("granted", "partly_granted", "refused", "unavailable")))
"""The results that are an answer in substance: （一） to （四）."""
PROCESSED: Meaning = (*ANSWERED, row_total("unprocessed"))
"""All results but （六）其他处理."""


REVIEW: Meaning = ("disputes.review.total",)
DIRECT: Meaning = ("disputes.direct_suit.total",)
AFTER: Meaning = ("disputes.suit_after_review.total",)


def with_result(cells: Meaning, result: str) -> Meaning:
    """The cells of one result of disputes, instead of their totals."""
    return tuple(chain(cell.replace(".total", f".{result}") for cell in cells))


_DECISIONS = {
    "licences": "行政许可",
    "penalties": "行政处罚",
    "compulsory_measures": "行政强制",
}


@cache
def decisions() -> Terms:
    """行政许可, 行政处罚, 行政强制; measures and their execution are some of the last."""
    some = Term("decisions", "行政强制", ("disclosure.compulsory_measures.decisions",), partial=True)
    entries = [("行政强制(?:措施|执行)", some)]
    for row, words in _DECISIONS.items():
        entries.append((words, Term("decisions", words, (f"disclosure.{row}.decisions",))))
    return _terms(entries)
