"""What words alone name, without a figure: 公开和部分公开, 企业与科研机构, 行政许可, 复议后起诉, 转入."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain

from model.language.patterns import pattern
from model.prose import vocabulary as words
from model.prose.figures import Matter, Meaning
from model.prose.meant import CARRIED_IN, CARRIED_OUT, CONCLUDED, RECEIVED
from model.prose.terms import AFTER, DIRECT, REVIEW, result_name, row_total, with_result
from model.structs import Struct

_FILL = pattern(
    "(?:申请人|逾期|原告|一审|终审|为|是|由|系|属于|属|被|获得?|予以?|得到|以|因|作出|做出|决定|依法|了|的|来自|复议机关|人民法院|法院|判决|裁定|结果|提出|提交|递交|案件|申请|情形|情况|范围|信息|需要?|须|涉及|损害|保护|合法权益|补正后|原因"
    "|相关|政府|答复|告知|本机关|我局|处理|类|要求|提供|公开的|所需|内容|经查|经核|尚|仍|还|已|原|行政行为|行政复议|机关|并|经|[市县区省州旗镇乡](?:人民)?政府|街道办事处|街道|[我本][局委厅镇乡办院]|局|审理|审查|审结|复议)*"
)
_OR = pattern("以及|连同|[或和及与、]|(?<=公开)加(?=部分)")
_OTHERS = tuple(kind for kind in words.APPLICANT_NAMES if kind not in ("natural_person", "organisation"))
GATHERED: Meaning = RECEIVED + CARRIED_IN
SUITS: Meaning = DIRECT + AFTER


def named(expression: re.Pattern[str], predicate: str, *, again: bool = False) -> re.Match[str] | None:
    """The name, when nothing but words without weight stands around it, or it is named `again` in other words."""
    found = expression.search(predicate)
    if not found or not _FILL.fullmatch(predicate[: found.start()]):
        return None
    behind = predicate[found.end() :]
    return found if _FILL.fullmatch(behind) or (again and _FILL.fullmatch(expression.sub("", behind))) else None


@cache
def rows_by_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each row of the results, and each group of them, with its words."""
    groups = "(?:" + "|".join(words.GROUPS.values()) + ")?"
    rows = [(row, pattern(f"(?:{expression}){groups}")) for row, expression in words.RESULTS.items()]
    return (*rows, *((group, pattern(expression)) for group, expression in words.GROUPS.items()))


_SORT = "(?:商业|民营|外地|本地|辖区|普通|个体|社会|[本外]?[省市县区乡镇村](?:内|外)?的?)?"
_SUFFIX = "(?:法人|机构|组织|团体|事务所|院所|单位|人员|个人)?"


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each kind of applicants with what it is called."""
    return tuple((kind, pattern(f"{_SORT}(?:{expression}){_SUFFIX}")) for kind, expression in words.APPLICANTS.items())


def applicants_named(predicate: str) -> list[tuple[str, ...]]:
    """The columns that a list of applicants names; empty where a name is none."""
    found: list[tuple[str, ...]] = []
    for name in _OR.split(predicate):
        kind = next((kind for kind, expression in _kinds() if named(expression, name)), None)
        if kind is None:
            return []
        found.append(_OTHERS if kind == "organisation" else (kind,))
    return found


class Name(Struct, frozen=True):
    """What a name means: its matter, what the form calls it and its cells by every reading."""

    matter: Matter
    item: str
    readings: tuple[Meaning, ...]


_BEFORE = (
    "(?:其中|反之|而|且|则|，|：|、|本年度?|今年|全年|收到的|新收的|已?办结的|申请人?中|办结件?中|答复中"
    "|被|得到了?|获得了?|获|涉及|属于|来自|由|因|以|“)*"
)
_BEHIND = (
    "(?:的|了|类|件|仅|只|有|申请人?|申请量|答复|决定|案件|件数|数量|总量|总数|数|量|占比|比重|比例|[两二三]项|[两二三]类|[两二三]者|之和|总和|合计|合|共|总|相加|加总|加起来|合起来|一起"
    "|最多|居多|为主|偏高|较高|较大|提出|提交|”|，)*"
)
_TRIMMED = pattern(f"^{_BEFORE}(?P<name>.*?){_BEHIND}$")
_BOTH = pattern("(?:予以)?公开(?:类(?:的|合计|共|申请|答复|件)*|\\((?:含|包括|包含|加)部分(?:公开)?\\))")
_SOME_OF = pattern("本[省市县区镇乡地村]|外[省市县地]|辖区")
_VAGUE = ("unavailable_still_unclear", "unprocessed_excessive", "unprocessed_confirmation")
"""Rows that their short words may not mean: 内容不明确, 大量, 确认."""
_CLEAR = pattern("补正|仍|反复|重新出具")
_ANY_OFFICE = ("单位", "单位申请人", "机构")
_GRANTED = pattern("(?:予以|同意|全部|全文|依法|已|给予|准予)*(?:公开|提供)(?:申请|信息)?")
_DECIDED = pattern(f"(?:{words.DECISIONS.pattern})")
_FLOWS: tuple[tuple[re.Pattern[str], str, Meaning], ...] = (
    (
        pattern("上年度?(?:结转|转入|转来|接转|带来|留下)|(?:转|移|结转|带)(?:入|进|来)|年初(?:结转|结存)|承接上年"),
        "上年结转",
        CARRIED_IN,
    ),
    (pattern("(?:结转|转|移|留)(?:出|至?下年度?|下一年度?)|结转|年末(?:结转|结存)"), "结转下年度", CARRIED_OUT),
    (pattern("新收|收件|收到|受理|新申请"), "收到申请", RECEIVED),
    (pattern("已?(?:办结|办完|答复)"), "办结", CONCLUDED),
)
_CASES: tuple[tuple[re.Pattern[str], str, Meaning], ...] = (
    (pattern("(?:未经(?:行政)?复议)?直接(?:提起)?(?:行政)?(?:起诉|诉讼)"), "直接起诉", DIRECT),
    (pattern("(?:经)?(?:行政)?复议(?:之|以)?后(?:再|又)?(?:提起)?(?:的)?(?:行政)?(?:起诉|诉讼)"), "复议后起诉", AFTER),
    (pattern("(?:行政)?复议"), "行政复议", REVIEW),
    (pattern("(?:行政)?诉讼"), "行政诉讼", SUITS),
)


def names(listed: str, cases: str = "") -> list[Name]:
    """What a list of names means, one by one; empty where one of them is not known, or they are of several matters.

    `cases` says which cases were told of last, whose ends are named then.
    """
    whole = _TRIMMED.match(listed)
    if _BOTH.fullmatch(listed.lstrip("，、；：")):
        return [_both()]
    found = [_name(each, cases) for each in _OR.split(whole["name"])] if whole else []
    known = [each for each in found if each is not None]
    return known if len(known) == len(found) and len({each.matter for each in known}) == 1 else []


def together(known: Sequence[Name]) -> tuple[Meaning, ...]:
    """What several names mean together, by every reading; 公开 beside 部分公开 is the row of that name."""
    if len(known) == 1:
        return known[0].readings
    most = min(len(each.readings) for each in known)
    return tuple(tuple(dict.fromkeys(chain(*(each.readings[row] for each in known)))) for row in range(most))


def _both() -> Name:
    return Name("result", "予以公开和部分公开", ((row_total("granted"), row_total("partly_granted")),))


@lru_cache(maxsize=128)
def _name(said: str, cases: str) -> Name | None:
    """What one name means."""
    trimmed = _TRIMMED.match(said)
    name = trimmed["name"] if trimmed else said
    if not name or words.NOT_GRANTED.search(name):
        return None
    if decided := _DECIDED.fullmatch(name):
        return Name("decisions", f"行政{name[-2:]}", ((f"disclosure.{decided.lastgroup}.decisions",),))
    for expression, item, cells in _FLOWS:
        if expression.fullmatch(name):
            return Name("received", item, (cells,))
    for expression, item, cells in _CASES:
        if expression.fullmatch(name):
            return Name("disputes", item, (cells,))
    return _ended(name, cases) if cases else _of_applications(name)


def _of_applications(name: str) -> Name | None:
    if _SOME_OF.search(name):
        return None
    name = "组织" if name in _ANY_OFFICE else name
    if columns := applicants_named(name):
        rows = (("received",), ("received", "carried_in"))
        readings = tuple(
            tuple(f"applications.{row}.{column}" for row in each for column in columns[0]) for each in rows
        )
        kind = columns[0][0] if len(columns[0]) == 1 else "organisation"
        return Name("applicant", words.APPLICANT_NAMES[kind], readings)
    if _GRANTED.fullmatch(name):
        granted, partly = row_total("granted"), row_total("partly_granted")
        loose = () if name.startswith("予以") else ((granted, partly),)
        return Name("result", "予以公开", ((granted,), *loose))
    row = next((row for row, expression in rows_by_words() if named(expression, name)), None)
    if row in _VAGUE and not _CLEAR.search(name):
        return None
    return Name("result", result_name(row), ((row_total(row),),)) if row else None


_ENDS = (("维持", "upheld"), ("纠正", "corrected"), ("撤销", "corrected"), ("败诉", "corrected"), ("胜诉", "upheld"))
_KINDS: dict[str, Meaning] = {
    "行政复议": REVIEW,
    "行政诉讼": SUITS,
    "直接起诉": DIRECT,
    "复议后起诉": AFTER,
}


def _ended(name: str, cases: str) -> Name | None:
    """How cases ended, those told of last."""
    end = next((end for said, end in _ENDS if name.endswith(said)), None)
    cells = _KINDS.get(cases)
    return Name("disputes", name, (with_result(cells, end),)) if end and cells else None
