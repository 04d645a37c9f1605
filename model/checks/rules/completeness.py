"""Checks on words for all and none of the applications and cases, against tables three and four."""

import re
from collections.abc import Iterator

from model.checks.reasons import PROSE
from model.checks.registry import Context, Problem, check, in_text
from model.language.patterns import pattern
from model.language.sentences import Span, beginning, spans
from model.prose.reader import reading
from model.report.report import Report, TextId
from model.structs import replace

_TEXTS: tuple[TextId, ...] = ("overview", "problems")
_ALL_DONE = pattern(
    "(?:均|全部|全数|悉数|都)(?:已|予以|依法|依规|及时|得到|给予|在?年内|、){0,4}(?:办结|办理完毕|处理完毕|办毕|办完|答复完毕)"
    "|(?:当年|年内|当年度)(?:全部|均|悉数|已){0,2}(?:办毕|办结|办完|办理完毕)(?=[，。；)）]|$)|办结率(?:为|达到?|是)?(?:100[%％]|百分之百)"
)
_OF_APPLICATIONS = pattern("申请|依申请|新收|收到|受理")
_OTHER = pattern(
    "信箱|热线|电话|业务|许可|审批|办件|留言|建议|提案|信访|投诉|举报|工单|诉求|平台|咨询|来信|来电|复议|诉讼|问题|任务|整改|意见|反馈|事项清单|线索|隐患|承诺|实事|议案"
)
_BY_TIME = pattern("应办|到期|时限|期限|按期|按时|结转|上年|去年|除|其余|余下")
_OF_LAST_YEAR = pattern("(?:上一?年(?:度)?|去年)(?:结转|遗留)(?:至?(?:本年|今年))?的[^，。；]{0,12}申请[，,]$")
"""Those carried in are what all is said of: 上年结转的2件申请，已全部办结."""
_ALL_UPHELD = pattern(
    "(?:均|全部|都)(?:获|被|予|予以|得到|由|为|是|结果为)?(?:复议机关|法院|人民法院|判决|裁定)?(?:维持|支持)"
)
_ALL_CORRECTED = pattern(
    "(?:均|全部|都)(?:被|予|予以|由|为|是)?(?:复议机关|法院|人民法院|判决|裁定)?(?:纠正|撤销|确认违法)"
)
_ALL_CLOSED = pattern(
    "(?:均|全部|都)(?:已经?|依法|在?年内|当年|予以|审理){0,2}(?:审结|结案|审理完[毕结]|审毕)|(?:没有|无)(?:尚未审结|未审结|未结案?|在审)(?:的)?"
)
_ONE_CLOSED = pattern(
    "(?<![0-9十])[1一][件起][，（(](?:年内|当年|本年内|现|目前|年底前)?(?:已经?|均已)(?:依法|全部)?(?:审结|结案)"
)
"""The same of the only case: 行政复议1件，年内已审结."""
_NOT_ALL = pattern("除|其余|其他|其它|另有|上年|去年|往年|结转")
"""Words with which those that are closed are only some."""
_THE_OTHERS = pattern(
    "除[^，。；]{1,20}外，?[^，。；]{0,6}$|(?:其余|其他|其它|余下|剩余)(?:案件|[0-9一二两三四五六七八九十]{1,3}件)?，?$"
)
"""Those that are left are what all is said of: 纠正2件，其余均维持."""
_OF_BOTH_KINDS = pattern(
    "[件起](?:行政)?(?:复议|诉讼)(?:案件?)?(?:[、和及与]|以及)[0-9一二两三四五六七八九十]{1,3}[件起](?:行政)?(?:复议|诉讼)(?:案件?)?$"
)
"""So many cases of both kinds, which are told as those that ended so: 4件复议、1件诉讼均被纠正."""
_KINDS = {
    "review": pattern("复议(?!(?:之|以)?后)"),
    "suit_after_review": pattern("复议(?:之|以)?后(?:再|又)?(?:提起|起诉|诉讼|的)|经过?复议"),
    "direct_suit": pattern("直接(?:提起|起诉|诉讼)"),
    "suit": pattern("诉讼|起诉|法院|判决"),
}
_GROUPS = {"suit": ("direct_suit", "suit_after_review")}
_RATE = pattern(
    "(?:答复|办结|办理|回复|及时|按时|按期)[一-鿿]{0,6}率(?:[、和及与][一-鿿]{2,6}率)?[一-鿿]{0,6}?(?:100[%％]|百分之百)"
)
_ALL_IN_TIME = pattern(
    "(?:申请|依申请公开)[^，。；]{0,10}?(?:已|均)?(?:100[%％]|百分之百)(?:按[期时]|及时|依法)?[^，。；]{0,4}(?:答复|办结)|"
    "(?:均|全部|都)(?:已|依法|、){0,2}(?:按时|按期|及时|依规|在[^，。；]{0,10}内)[^，。；]{0,6}(?:办结|答复)"
)
_APPLICATION, _BEFORE, _LEAD = pattern("申请"), 50, 100
"""What the sentence, or the end of the one before it, must speak of."""
_NEAR = 12
_ITSELF = pattern(
    "(?:申请|依申请公开)(?:按[时期]|及时|依法|的)?[^，。；]{0,6}$|申请[^，。；]{0,10}?(?:答复|办结|办理)[^，。；]{0,4}率|(?:申请|依申请公开)[^，。；]{0,12}(?:100[%％]|百分之百)"
)
"""The rate itself is said of applications."""
_BUSINESS = pattern("信箱|热线|留言|建议|提案|信访|投诉|举报|工单|诉求|咨询|来信|来电|许可|审批|政务服务|网民")


_ALL_OF_SO_MANY = pattern(
    "(?:办理|处理|收到|受理|应办)[^，。；0-9]{0,10}(?P<many>[0-9]{1,5})件(?:申请)?，(?:已)?(?:均|全部|全数|悉数|都)(?:已)?(?:按[期时]|如期|及时|依法)(?:办结|办理完毕|办毕)(?!率|的)"
)
"""So many applications that were all done in time, 共办理24件，全部按期办结: all there were, if they are so many."""
_BEFORE_ALL = "(?:已经?|现|目前|当年|年内|年[末底]前?|最终|(?<=申请)事项|(?<=申请)件|于?(?:截至)?年[末底]){0,3}"
_EACH_DONE = pattern(
    "(?:(?:全部|所有|全年|收到|新收|受理|上述|以上)的?(?:政府)?(?:信息)?(?:公开)?申请|(?:^|(?<=[。；：，\n])|(?<=[公展]开)|(?<=年度)|(?<=[年末底终])|(?<=本年))申请)"
    rf"{_BEFORE_ALL}，?(?:已经?|均已?|全部|全数|悉数|都|件件|逐件){{1,3}}(?:依法|得到|当年|年内|按[时期]|如期|及时|按规定)?"
    "(?:予以|作出|给予|得到)?(?:办理完[毕结]|办[结毕完]|(?<![按如][期时])(?<!及时)(?<!规定)答复|了结|结清|清零)(?:完毕)?(?=[，。；：、）)\n]|$)"
    "|(?:没有|无)跨年(?:度的|度?结转的?)申请(?=[，。；）)\n]|$)|当年收件，?当年(?:全部)?(?:办[结毕完]|结清)"
    "|(?<=申请)(?:事项|件)?(?:没有|无)一?件?(?:积压|遗留)(?=[，。；、）)\n]|$)"
)
"""All applications as done, 全部申请已按时办结, or none as left, 申请无一积压.

An answer within the days that the law gives is said of those that were answered.
"""
_STILL_OPEN = pattern(
    "除|另有|[尚还仍]有|下一?年|次年|在办|待办|正在办|未办结|其余|其他申请|余下|剩余|要求|确保|力争|保证|下一?步"
)
"""Beside it: that some are not done, or that it is what shall be so."""
_CARRIED = pattern("结转|上年|去年|年初")
_ALL = (_ALL_DONE, _ALL_OF_SO_MANY, _EACH_DONE, _ALL_UPHELD, _ALL_CORRECTED, _ALL_CLOSED, _ONE_CLOSED)


@check("X-12", "warning", "practice", reads=("tables", *_TEXTS), reasons=PROSE)
def not_all(report: Report, _context: Context) -> Iterator[Problem]:
    """正文说申请全部办结，表三却有结转下年；说复议、诉讼均维持（均纠正），表四却有纠正（维持）；说均已审结，却有尚未审结。

    说的是应办、到期、时限内的不算；写了件数、而且就是全部的，或者写“全部申请”“申请全部”的除外。
    """
    cells = report.form.each_as("applications.carried_out.total")
    carried = report.count(cells[0]) if cells else 0
    for section in _TEXTS:
        words = report.text[section]
        if not any(said.search(words) for said in _ALL):
            continue
        for span in spans(words, "sentence"):
            if carried and (said := _said_done(report, section, span)):
                message = f"正文写“{words[slice(*said)]}”，表三结转下年度继续办理是{carried}件，请核对。"
                yield replace(in_text(section, said, words, message), cells=cells)
            yield from _cases(report, section, span)


def _said_done(report: Report, section: TextId, span: Span) -> Span | None:
    """Where a sentence says that all applications are done."""
    words, (start, end) = report.text[section], span
    sentence = words[start:end]
    found = _ALL_DONE.search(sentence)
    if not (found and _is_of_applications(report, section, span, found.start())):
        found = _ALL_OF_SO_MANY.search(sentence)
        if not (found and _is_all(report, found["many"])):
            found = _EACH_DONE.search(sentence)
            if not (found and _is_of_each(words, span, found)):
                return None
    return start + found.start(), start + found.end()


def _is_of_each(words: str, span: Span, found: re.Match[str]) -> bool:
    """Whether applications, and no other business, are done, and nothing near says that some are not."""
    start, end = span
    at = start + found.start()
    if _OTHER.search(words, start, at) or not _OF_APPLICATIONS.search(words, max(0, at - _LEAD), start + found.end()):
        return False
    after = words[start + found.end() : end + _BEFORE].split("\n", 1)[0]
    if _STILL_OPEN.search(words, start, at) or _STILL_OPEN.search(after) or "结转" in after:
        return False
    return not _CARRIED.search(words, beginning(words, at, "clause"), at)


def _is_all(report: Report, many: str) -> bool:
    """Whether so many are all applications of the year, the new ones and those carried in."""
    cells = report.form.each_as("applications.received.total", "applications.carried_in.total")
    return bool(cells) and report.sum(cells) == int(many)


def _is_of_applications(report: Report, section: TextId, span: tuple[int, int], at: int) -> bool:
    words, start, sentence = report.text[section], span[0], report.text[section][slice(*span)]
    clause = max(sentence.rfind(mark, 0, at) for mark in "，；。") + 1
    if _BY_TIME.search(sentence, clause) and not sentence.startswith("100", at):
        return False
    if _OF_LAST_YEAR.search(sentence[:clause]):
        return False
    lead = words[max(words.rfind("\n", 0, start) + 1, start - _LEAD) : start + at]
    if not _OF_APPLICATIONS.search(lead) or _OTHER.search(sentence[:at]):
        return False
    return not _of_others(report, section, start, start + at)


def _of_others(report: Report, section: TextId, start: int, at: int) -> bool:
    """Whether the last figure of the sentence before a place counts other cases: 教师资格认定1126件，办结率100%."""
    figures = reading(report.text[section], report.form).figures
    before = [figure for figure in figures if start <= figure.number[0] < at and figure.unit == "件"]
    return bool(before) and before[-1].kind == "count" and not before[-1].meanings


def _cases(report: Report, section: str, span: tuple[int, int]) -> Iterator[Problem]:
    """Words that all cases were upheld, or all corrected, where the table has the other."""
    words = report.text[section]
    for expression, said, other, name in (
        (_ALL_UPHELD, "upheld", "corrected", "纠正"),
        (_ALL_CORRECTED, "corrected", "upheld", "维持"),
        (_ALL_CLOSED, "closed", "pending", "尚未审结"),
        (_ONE_CLOSED, "closed", "pending", "尚未审结"),
    ):
        for found in expression.finditer(words, *span):
            if said == "closed" and _NOT_ALL.search(words, span[0], found.start()):
                continue
            lead = words[span[0] : found.start()]
            if (
                _THE_OTHERS.search(lead)
                or _OF_BOTH_KINDS.search(lead)
                or _is_of_another_year(words, found, report.year)
            ):
                continue
            groups = _spoken(words[span[0] : found.end()])
            cells = tuple(cell for group in groups for cell in report.form.each_as(f"disputes.{group}.{other}"))
            count = report.sum(cells) if cells else 0
            if expression is _ONE_CLOSED and not _is_only_one(report, groups):
                continue
            if groups and count:
                message = f"正文写“{found[0]}”，表四有{name}{count}件，请核对。"
                yield replace(in_text(section, found.span(), words, message), cells=cells, state=said)


_YEAR = pattern("20[0-9]{2}(?=年(?!以来))")


def _is_of_another_year(words: str, found: re.Match[str], year: int) -> bool:
    """Whether the clause names a year, and not the report's: 2023年的复议案件4件已全部审结."""
    years = _YEAR.findall(words, beginning(words, found.start(), "clause"), found.start())
    return bool(years) and str(year) not in years


def _is_only_one(report: Report, groups: tuple[str, ...]) -> bool:
    cells = tuple(cell for group in groups for cell in report.form.each_as(f"disputes.{group}.total"))
    return bool(cells) and report.sum(cells) == 1


def _spoken(before: str) -> tuple[str, ...]:
    """The groups of table four that were last spoken of."""
    last = [(found.start(), kind) for kind, words in _KINDS.items() for found in words.finditer(before)]
    kind = _narrowed(max(last)[1], last) if last else ""
    return _GROUPS.get(kind, (kind,) if kind else ())


def _narrowed(kind: str, spoken: list[tuple[int, str]]) -> str:
    """Suits as those of one kind, where the words that name it are the last that name any but a court."""
    at = {each: start for start, each in sorted(spoken)}
    named = max(("direct_suit", "suit_after_review"), key=lambda each: at.get(each, -1))
    return named if kind == "suit" and at.get(named, -1) >= 0 and at["suit"] - at[named] < _NEAR else kind


@check("X-15", "hint", "practice", reads=("tables", *_TEXTS), reasons=PROSE)
def rate_of_nothing(report: Report, _context: Context) -> Iterator[Problem]:
    """没有新收也没有结转的申请，却写答复率、办结率 100% 或全部按时答复。"""
    cells = report.form.each_as("applications.received.total", "applications.carried_in.total")
    parts = tuple(part for cell in cells for part in report.form.parts.get(cell, (cell,)))
    if not cells or report.sum(cells) or any(part not in report.numbers for part in parts):
        return
    for section in _TEXTS:
        words = report.text[section]
        for start, end in spans(words, "sentence"):
            for found in (_RATE.search(words, start, end), _ALL_IN_TIME.search(words, start, end)):
                if found and (_is_rate_of_applications(words, (start, end), found) or _is_bare(words, start, found)):
                    message = f"本年没有申请（新收和上年结转都是0），不必写“{found[0]}”。"
                    yield replace(in_text(section, found.span(), words, message), cells=cells)


def _is_rate_of_applications(words: str, sentence: Span, found: re.Match[str]) -> bool:
    """Whether a rate is said of applications, and of no other business of the office."""
    start, end = sentence
    before = max(0, start - _BEFORE) if found[0].startswith("答复") else start
    if not _APPLICATION.search(words, before, end):
        return False
    itself = _ITSELF.search(words, max(start, found.start() - _NEAR), found.end())
    return bool(itself) or not _BUSINESS.search(words, start, end)


_BARE_RATE = pattern(
    "(?:全年|本年度?|年内|当年|总体)?(?:(?:按[时期]|及时|依法)?(?:办结|答复|回复|办理)率?[和与、及]){0,2}"
    "(?:按[时期]|及时|依法)?(?:办结|答复|回复|办理)率(?:[、和及与][一-鿿]{2,6}率)?(?:均|都|达到?|为|是|保持|继续){0,3}(?:100[%％]|百分之百)"
)


def _is_bare(words: str, start: int, found: re.Match[str]) -> bool:
    """Whether a statement begins with the rate, and nothing before it tells of what else it may be."""
    at = beginning(words, found.start(), "statement")
    return bool(_BARE_RATE.match(words, at)) and not _BUSINESS.search(words, max(0, start - _BEFORE), found.end())
