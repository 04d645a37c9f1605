"""Checks on what must not be made public: numbers and names of persons, marks of secrecy."""

import re
from collections.abc import Iterator
from functools import lru_cache

from model.checks.fix import Fix, Replacement
from model.checks.parts import WORDS
from model.checks.passages import Passage, passages, without_addresses, word_list
from model.checks.registry import Context, Problem, check
from model.checks.rules.identity import (
    is_almost_identity_number,
    is_bank_card,
    is_identity_number,
    is_old_identity_number,
    masked,
    mobile_number,
    numbers,
)
from model.language.patterns import pattern
from model.language.squeezed import packed, squeezed
from model.report.report import Report

_AMOUNT = pattern(r"\.?[0-9]|[余多]?[万亿千百]?[元件条次人户号页个吨]|平方|立方|公里|[A-Za-z]")
_CODE_BEFORE = pattern(
    r"(?:[A-Za-z.×*]|(?:统一社会信用|信用|机构|项目|事项|编)[代编]?码[：是为]{0,2}|编号[：是为]{0,2})$"
)
_CONTACT = pattern(r"(?:电话|手机|传真|热线|联系|咨询|监督|举报|拨打|致电)[^。；\n]{0,40}$")
_BEFORE = 48

_STANDS_ALONE = r"(?:^|(?<=[（(【\[“★]))[ \t\u3000]{0,20}"
_END = r"[ \t\u3000]{0,20}(?:[）)】\]”★！!]|。?[ \t\u3000]{0,20}$)"
_GAP = r"[ \u3000]{0,3}"
_KEEP = (
    r"阅后(?:收回|销毁|即焚)|(?:请勿|严禁|不得|禁止)翻印"
    r"|免费交流|仅供(?:内部)?[参传][阅考]|(?:请勿|严禁|不得|禁止)外传|请?注意保[存密]"
)
_MARKS = pattern(
    r"(?P<a>(?:绝密|机密|秘密|内部)\s{0,3}[★☆※]|(?<!^)(?<!^[ \t\u3000])(?<!^[ \t\u3000]{2})★"
    r"|★(?![一-鿿])|★(?=长期|[一二三五十]{1,3}年))"  # as the mark of an item it begins a line: ★主动公开
    rf"|{_STANDS_ALONE}(?P<b>[绝机秘]{_GAP}密级?)(?={_END}|\s{{0,3}}[0-9]{{1,2}}年|\s{{0,3}}长期)"
    rf"|{_STANDS_ALONE}(?:[本此](?:材料|资料|文件|件|报告|页|稿|表)[，]?)?(?P<c>内部(?:资料|文件|材料|刊物)(?:[，、\s]{{0,3}}(?:{_KEEP}))?|(?:内部(?:使用|参阅|参考|传阅)[，、\s]{{0,3}})?(?:{_KEEP})(?:[，、\s]{{0,3}}(?:{_KEEP}))?)(?={_END})"
    r"|(?:^|(?<=[。；\n]))[ \t\u3000]{0,20}[本此](?:材料|资料|文件|件|报告|页|稿)"
    r"(?P<f>(?:为|系|属于?|是)?内部(?:资料|文件|材料|使用)[，、]?[^，。\n]{0,10})(?=[。\n]|$)"
    rf"|(?<=[，。；（(])(?:详?见|参见|摘自|载于|[本此](?:材料|资料|文件|件|报告|页|稿|表)?(?:系|为|是|属于?)?|系|为|属于?)?(?P<g>内部(?:资料|文件|材料|刊物)(?:第?[0-9]{{1,3}}[期号])?(?:[，、\s]{{0,3}}(?:{_KEEP}))?)(?=[。；）)\n]|$)"
    rf"|(?<=[，。；（(])(?:[本此该](?:材料|资料|文件|件|报告))?(?P<h>(?:仅[限供]内部(?:传阅|掌握|参阅|使用|参考|流转)|内部(?:传阅|掌握|参阅|使用|参考|流转)[，、\s]{{0,3}}(?:{_KEEP}|不(?:对外)?公开|不上网)|{_KEEP}))(?=[。；）)\n]|$)"
    r"|(?P<i>内部(?:资料|文件|材料)[，、\s]{1,3}请?注意保[存密管])"
    r"|(?P<d>绝密(?![级性信事计文、和或]))|(?P<e>仅供内部(?:参考|使用|掌握|交流|传阅)|(?:密级|保密期限)\s{0,3}[：:])",
    re.MULTILINE,
)
_SPOKEN_OF = pattern(
    '(?:[”"’』」](?:[、和或]?[“"‘『「][^”"’』」，。]{1,6}[”"’』」]){0,3})?[的等]?(?:字样|标[识志记注]|印章|等级)'
)
"""Behind a mark that the text only speaks of."""
_BORNE = pattern("(?:标[注有明记示志识]|印有|盖有|写有|注有|勾选|[表卡][上中]|两?栏)[“‘「『]$")
"""Before such a mark in quotation marks."""
_OF_OTHERS = pattern("(?:^|[。；，\n])(?:对|凡|将|涉及)[^。；\n]{2,40}(?:信息|材料|资料|数据|文件|名单|内容|线索)，$")
"""Before it: a rule for what others know, as in 对返乡登记信息，严禁外传."""
_LEVELS = pattern("(?:秘密|机密)[、和或与“”]{1,3}绝密|绝密[、和或与“”]{1,3}(?:秘密|机密)")
"""The levels of secrecy told one after the other, as those of a rule."""
_LEVEL_REACH = 5
_IN_MARKS = ("密", "★", "☆", "※", "内部", "注意保", "外传")
"""One of these is in every mark."""

_PARTY = r"(?:申请人|当事人|被处罚人|信访人|投诉人|举报人|来访人|反映人|上诉人)(?:姓名为?|名叫|系)?[：:（(]?"
_NAME_ENDS = (
    r"[，。；、：（(）)\n]|$|申请|要求|提出|提交|不服|对|向|就|因|于|与|诉|的|在|来[电信函访]"
    r"|所[提述申诉需要]|名下|夫妇|等[人二三两2-9]|同志|身份证|住址"
    r"|[0-9]{1,3}件|多次|再次|屡次|数次|两次|三次|反复|继续|一直|先后|曾|称|表示|质疑|前来|及其|和|本人|再行|仍|又"
    r"|通过|认为|主动|撤回|自行|以及|反映|咨询|等|提起|起诉|已|沟通|联系|协商|签收|领取"
)


@check("P-01", "error", "law", reads=WORDS, group="疑似身份证号", private=True)
def identity_number(report: Report, context: Context) -> Iterator[Problem]:
    """正文、标题、表注里不能有身份证号：18 位，地区码、出生日期可能，校验码成立；全角数字、中间有空格的也查。"""
    for passage in passages(report):
        reading = squeezed(passage.words)
        for start, end, number in numbers(reading.text):
            if is_identity_number(number, context.today):
                span = reading.span(start, end)
                message = f"{passage.where(span[0])}疑似身份证号“{masked(number)}”，公开前请删除。"
                yield passage.problem(span, message, _removal(report, passage, span))


def _removal(report: Report, passage: Passage, span: tuple[int, int]) -> Fix | None:
    """The fix that takes out just the number; a title that the program composes has nothing to take it from."""
    composed = passage.section == "title" and report.title is None
    return None if composed else Fix("删去这个号码", (Replacement(passage.section, span, ""),))


@check("P-08", "warning", "law", reads=WORDS, group="密级或内部标志", reasons=("已作保密审查",))
def mark_of_secrecy(report: Report, _context: Context) -> Iterator[Problem]:
    """密级或内部标志：机密★、秘密★、绝密、内部资料、注意保存；“国家秘密”“保密审查”“不予公开”等用语不算。"""
    for passage in passages(report):
        if any(word in passage.words for word in _IN_MARKS):
            for found in _MARKS.finditer(passage.words):
                if _is_spoken_of(passage.words, found) or _is_of_a_rule(passage.words, found):
                    continue
                mark = found[found.lastgroup or 0]
                message = f"出现“{''.join(mark.split())}”，公开前请作保密审查。"
                yield passage.problem(found.span(found.lastgroup or 0), message)


def _is_spoken_of(words: str, mark: re.Match[str]) -> bool:
    """Whether the text tells only that papers bear a mark: 对标注“注意保存”的材料不予张贴."""
    start = mark.start(mark.lastgroup or 0)
    named = _BORNE.search(words, max(0, start - _LEVEL_REACH), start)
    of_others = _OF_OTHERS.search(words, max(0, start - _BEFORE), start)
    return bool(named or of_others or _SPOKEN_OF.match(words, mark.end()))


def _is_of_a_rule(words: str, mark: re.Match[str]) -> bool:
    """Whether a mark is only one of the levels of secrecy that are named together."""
    return bool(_LEVELS.search(words, max(0, mark.start() - _LEVEL_REACH), mark.end() + _LEVEL_REACH))


@check(
    "P-09",
    "warning",
    "law",
    reads=(*WORDS, "agency"),
    group="疑似个人信息",
    reasons=("对外公布的办公电话", "已经本人同意公开"),
    private=True,
)
def personal_data(report: Report, context: Context) -> Iterator[Problem]:
    """疑似个人信息：手机号（本机关的电话、邮箱名除外）、银行卡号、账号、紧接“申请人”“当事人”的姓名。

    15 位的、校验码不对的身份证号也是。
    """
    own = _own_numbers(report)
    for passage in passages(report):
        done = 0
        for start, end in sorted((*_personal_numbers(passage, context, own), *_personal_names(passage))):
            if start >= done:
                said, done = masked(packed(passage.words[start:end])), end
                yield passage.problem((start, end), f"{passage.where(start)}疑似个人信息“{said}”，公开前请核对。")


_ACCOUNT = pattern(
    "(?:[账帐][号户]|卡号|银行卡|储蓄卡|存折)(?:号码?|示例|样例|编号|信息|举例)?[：:是为（(]{0,2}"
    "(?P<number>[0-9](?:[ -]?[0-9]){8,23})(?![0-9万亿元个])"
)
"""The number of an account, whoever's: it belongs in the notice to the one who pays."""


_IDENTITY = pattern(
    "(?:身份证|公民身份)(?:证件)?(?:号码?|证号|编号)?[：:是为（(]{0,2}"
    "(?P<number>[0-9](?:[ -]?[0-9]){13,17}(?:[ -]?[Xx])?)(?![0-9])"
)
"""What is said to be the number of an identity card, whether it can be one or not."""


def _own_numbers(report: Report) -> str:
    """The digits of the office's own telephones: as entered, and those in the preamble."""
    entered = packed(f"{report.agency.phone}，{report.agency.fax}").replace("-", "")
    reading = squeezed(report.text.preamble).text
    contact = (
        number
        for start, _, number in numbers(reading)
        if mobile_number(number) and _CONTACT.search(reading, max(0, start - _BEFORE), start)
    )
    return "，".join((entered, *contact))


def _personal_numbers(passage: Passage, context: Context, own: str) -> Iterator[tuple[int, int]]:
    reading = squeezed(passage.words)
    text = reading.text
    for found in _ACCOUNT.finditer(text):
        yield reading.span(*found.span("number"))
    for found in _IDENTITY.finditer(text):
        if not is_identity_number(packed(found["number"]).replace("-", ""), context.today):
            yield reading.span(*found.span("number"))
    for start, end, number in numbers(text):
        mobile = mobile_number(number)
        if not (mobile and mobile not in own) and not _is_of_person(number, context):
            continue
        if _AMOUNT.match(text, end) or _CODE_BEFORE.search(text, max(0, start - _BEFORE), start):
            continue
        span = reading.span(start, end)
        if without_addresses(passage.words)[slice(*span)] == passage.words[slice(*span)]:
            yield span


def _is_of_person(number: str, context: Context) -> bool:
    if is_identity_number(number, context.today):
        return False
    kinds = (is_old_identity_number, is_almost_identity_number)
    return any(is_kind(number, context.today) for is_kind in kinds) or is_bank_card(number)


def _personal_names(passage: Passage) -> Iterator[tuple[int, int]]:
    reading = squeezed(passage.words)
    for found in _name().finditer(reading.text):
        yield reading.span(*found.span("name"))


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    """A party followed by a surname, one or two characters, and a word that ends a name."""
    surnames = "|".join(" ".join(word_list("surnames.txt")).split())
    others = "|".join(" ".join(word_list("not_names.txt")).split())
    given = r"(?:(?![某先女的了在与或之不及等向对就因于并未已须需])[一-鿿]){1,2}?"
    return pattern(rf"{_PARTY}(?P<name>(?!{others})(?:{surnames}){given})(?={_NAME_ENDS})")
