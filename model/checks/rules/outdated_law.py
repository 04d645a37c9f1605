"""Checks on words of the regulations before their revision, and on numbers of documents that were mistyped."""

import re
from collections.abc import Iterator

from model.checks import laws
from model.checks.reasons import ANY, LOCAL_NOTICE
from model.checks.registry import Context, Problem, check, in_text, rewording
from model.language.characters import half_width
from model.language.patterns import pattern
from model.language.sentences import around, spans
from model.report.report import TEXT_IDS, Report

_OLD_WORDS = (
    (
        ("15", "十五"),
        pattern(
            "(?:15|十五)个?工作日[^，。；\n]{0,8}(?:答复|办结|法定|期限|时限)|(?:答复|办结|办理)[^，。；\n]{0,8}(?:15|十五)个?工作日"
        ),
        pattern(
            "之内|第三方|征求|许可|审批|补正|缩短|压缩|提速|承诺|平均|公示|最[长短慢快久多少]|用时|历时|耗时|实际|当[日天]"
            "|[快短少早优]于|提前|超过|已满|届满|仍未|尚未|仍在|未(?:办结|答复)|预警|督办|催办|提醒|倒计时|[黄红]灯|[黄红]牌|内控|内部|自我|自定|自行|加压|力争|争取"
            "|日以内(?:的|答复的|办结的)?[^，。；\n]{0,6}[0-9]+件|占|[0-9]件"
        ),
        "现行《条例》的答复期限是20个工作日",
    ),
    (
        ("检索", "复制", "邮寄"),
        pattern(
            "检索费(?![时力工])|复制费|邮寄费|(?:检索|复制|邮寄)(?:[、和及与](?:检索|复制|邮寄)){1,2}等?[一-鿿]{0,5}费(?!用)"
        ),
        pattern("不再|取消|停止|列支|承担|无关"),
        "现在只有“信息处理费”，检索费、复制费、邮寄费已不再收取",
    ),
    (
        ("需要",),
        pattern("(?:自身|本人)?(?:生产、生活、科研等?|自身)(?:的)?特殊需要|三需要"),
        pattern("不再|取消|删"),
        "2019年修订的《条例》已删去“特殊需要”的条件",
    ),
    (
        ("不予受理",),
        pattern(
            "(?:申请|对[^，。；\n]{0,20}申请)[^。；\n]{0,16}不予受理"
            "|(?:办理结果|答复结果|处理结果|办结|答复|公开[0-9]{1,4}件|提供[0-9]{1,4}件|处理[0-9]{1,4}件)[^。；\n]{0,40}?不予受理(?=[0-9]|的?有?[0-9])"
            "|不予受理的?[0-9]{1,4}件[、，](?:予以公开|同意公开|部分公开|不予公开|无法提供|不予处理)"
        ),
        pattern("复议|诉讼|法院|许可|不再|仲裁"),
        "现行《条例》没有“不予受理”，请按“不予处理”“不予公开”等说法写",
    ),
)
_ORDER = pattern(r"(?:国务院|总理)?令[（(]?第?\s?(?P<number>[0-9]{2,4})\s?号|国务院第?\s?(?P<before>[0-9]{2,4})\s?号令")
_REGULATIONS = pattern("政府信息公开条例|《条例》|(?<![一-鿿])条例[（(]|[按照据依]条例")
_ANY_LAW = pattern("《|条例|办法|规定|细则|[法规]律?(?=[，。；（(第])")
"""Words of some law in a sentence: an order without any is that of the regulations."""
_NUMBER = pattern(
    r"(?P<body>国办[一-鿿]{0,6}函|国[一-鿿]{0,3}公开办函|公开办函|国办公开[一-鿿]{0,2})"
    r"\s?[〔（(\[【［]?(?P<year>[0-9]{4})[〕）)\]】］]?\s?第?(?P<number>[0-9]{1,4})\s?号"
)
_NEAR = 14
_FEE_NAME = 30
"""How far the name of the notice on fees may stand from its number, in characters."""
_TOLD_AS_OLD = pattern("原|旧|废止|曾|以前|替代|修订前|20(?:19|20)年(?!度?报告)")


@check("Y-09", "hint", "law", reads=TEXT_IDS, reasons=ANY)
def outdated_words(report: Report, _context: Context) -> Iterator[Problem]:
    """条例修订前的说法：15个工作日内答复，检索费、复制费、邮寄费，自身特殊需要，申请不予受理。"""
    for section in TEXT_IDS:
        words = report.text[section]
        for marks, expression, unless, why in _OLD_WORDS:
            told = any(mark in words for mark in marks) and expression.search(words)
            for start, end in spans(words, "statement") if told else ():
                found = expression.search(words, start, end)
                near = max(start, found.start() - _NEAR) if found else start
                if found and not unless.search(words, near, min(end, found.end() + _NEAR)):
                    yield in_text(
                        section, found.span(), words, f"“{found[0]}”是《条例》修订以前的说法：{why}，请核对。"
                    )
        yield from _replaced(section, report.text[section])


def _replaced(section: str, words: str) -> Iterator[Problem]:
    """Numbers of documents that newer ones have replaced, given as those in force; in the preamble H-07 tells."""
    for old, new in laws.replaced().items() if section != "preamble" else ():
        at = words.find(old)
        if at < 0:
            continue
        start, end = around(words, (at, at + len(old)), "sentence")
        if new not in words[start:end] and not _TOLD_AS_OLD.search(words[start:end].replace(old, "")):
            yield in_text(section, (at, at + len(old)), words, f"“{old}”已由{new}替代，请核对。")


@check("H-12", "warning", "official", reads=TEXT_IDS, reasons=LOCAL_NOTICE, aspect="format")
def mistyped_basis(report: Report, _context: Context) -> Iterator[Problem]:
    """条例的令号、年度报告格式的文号与正确的只差一两个字、一位数字，像是打错了。"""
    for section in TEXT_IDS:
        if "号" not in report.text[section]:
            continue
        words = half_width(report.text[section])
        yield from _orders(section, report.text[section])
        for found in _NUMBER.finditer(words):
            said = report.text[section][slice(*found.span())]
            of_fee = (
                not report.form.issued_as.startswith(found["body"])
                and "处理费" in words[max(0, found.start() - _FEE_NAME) : found.end() + _FEE_NAME]
            )
            right, name = (
                (laws.number("fee"), "信息处理费管理办法") if of_fee else (report.form.issued_as, "年度报告格式")
            )
            named = section == "preamble" or "报告格式" in words[max(0, found.start() - _NEAR) : found.start()]
            if _is_mistyped(found, right) or (named and _is_another_of_its_year(found, right)):
                message = f"文号“{said}”像是打错了，{name}的文号是{right}，请改正。"
                fix = rewording(section, found.span(), right)
                yield in_text(section, found.span(), report.text[section], message, fix)


def _orders(section: str, words: str) -> Iterator[Problem]:
    right = laws.order_of("regulations")
    if "令" not in words:
        return
    for start, end in spans(words, "sentence"):
        if not _REGULATIONS.search(words, start, end) and _ANY_LAW.search(words, start, end):
            continue
        for found in _ORDER.finditer(words, start, end):
            group = "number" if found["number"] else "before"
            said = found[group]
            known = any(f"令第{said}号" in number for number in laws.numbers())
            if not known and _is_slip(said, right):
                message = f"“{found[0]}”像是打错了，现行《条例》是{laws.number('regulations')}，请改正。"
                span = found.span(group)
                yield in_text(section, span, words, message, rewording(section, span, right))


def _is_mistyped(found: re.Match[str], right: str) -> bool:
    """Whether a number is nearly that of the form in force, and that of no other document that is known."""
    body, year, number = found["body"], found["year"], found["number"]
    own = _parts_of(right)
    if own is None or f"{body}〔{year}〕{number}号" in laws.numbers():
        return False
    if (year, number) == own[1:]:
        return body != own[0]
    if body != own[0]:
        return False
    return (year == own[1] and _is_slip(number, own[2])) or (number == own[2] and _is_slip(year, own[1]))


def _is_another_of_its_year(found: re.Match[str], right: str) -> bool:
    """Whether behind the form's own name another number stands, of the same body and year, with a figure of it."""
    own = _parts_of(right)
    if own is None or (found["body"], found["year"]) != own[:2] or found["number"] == own[2]:
        return False
    return bool(set(found["number"]) & set(own[2]))


def _parts_of(number: str) -> tuple[str, str, str] | None:
    """Body, year and number of a document's number."""
    found = _NUMBER.fullmatch(number)
    return (found["body"], found["year"], found["number"]) if found else None


def _is_slip(written: str, right: str) -> bool:
    """Whether one figure is another, missing or too much, or two are exchanged."""
    if written == right:
        return False
    if len(written) == len(right):
        return sum(a != b for a, b in zip(written, right, strict=True)) == 1 or sorted(written) == sorted(right)
    short, long = sorted((written, right), key=len)
    return len(long) - len(short) == 1 and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
