"""Checks on the preamble: its period, its legal basis, the contact, the agency's name, and words of a letter."""

import re
from collections.abc import Iterable, Iterator

from model.checks import laws
from model.checks.about import MissingContact
from model.checks.reasons import LOCAL_NOTICE
from model.checks.registry import Context, Problem, check, in_text, rewording
from model.checks.rules.placeholders import has_unfilled_date
from model.language.contact import PHONE, POSTCODE
from model.language.numerals import YEAR_WORDS, count_of, year_of
from model.language.outline import paragraphs
from model.language.patterns import pattern
from model.language.sentences import has_end, pieces
from model.language.squeezed import joined, packed, squeezed
from model.report.names import is_agency, regions, same_kind
from model.report.report import Report
from model.structs import replace

_YEAR = rf"[0-9]{{4}}|{YEAR_WORDS}"
_SAME_YEAR = r"本年度?|当年|同年|该年|报告年度"
_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元]"
_DAY = r"3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
_TO = r"[^，。；]{0,6}?(?:至|到|-{1,2})[^，。；]{0,2}?"
_PERIOD = pattern(
    rf"(?:(?P<from>{_YEAR}|{_SAME_YEAR})[年 ]?度?(?:全年)?\(?[-./]?)?(?P<m1>{_MONTH})[月\-./](?P<d1>{_DAY})[日号]?{_TO}"
    rf"(?:(?P<to>{_YEAR}|{_SAME_YEAR})[年 ]?[-./]?)?(?P<m2>{_MONTH})[月\-./](?P<d2>{_DAY})(?![0-9])"
)
_MONTHS = pattern(
    rf"(?P<from>{_YEAR}|{_SAME_YEAR})年?(?:1|一|元)月?份?起?(?:至|到|-{{1,2}})(?:(?P<to>{_YEAR})年?)?(?:12|十二)月(?![0-9])"
)
_WHOLE_YEAR = (1, 1, 12, 31)
_DATE = pattern(rf"(?:(?P<year>{_YEAR}|{_SAME_YEAR})年?)?(?P<date>(?:0?1|一|元)月0?1日|(?:12|十二)月(?:31|三十一)日)")
_STATISTICS = pattern(r"统计|数据|期限|时限|时间")
_NEAR = 24

_OLD_FORM = pattern(
    r"(?:国办公开[^，。；()]{0,4}|公开办函)\(?2019[)年]?第?(?:60|51)号|(?<![一-鿿])\(2019\)第?(?:60|51)号"
)

_OLD_ORDER, _NEW_ORDER = laws.order_of("regulations", "before"), laws.order_of("regulations")
_OLD_LAW = pattern(rf"(?:国务院)?令\(?第?{_OLD_ORDER}号|第?{_OLD_ORDER}号令")
_NEW_LAW = f"{_NEW_ORDER}号"

_BARE_POSTCODE = pattern(r"(?<=[，；、(：])[0-9]{6}(?=[，；、)。]|$)")
_POSTCODE = pattern(
    r"邮(?:政编[码号]|编|码)，?[^0-9Xx×_，。；、]{0,4}(?P<code>[0-9](?:[0-9 ]*[0-9])?)?(?P<then>[Xx×_]?)"
)
_POSTCODE_BEFORE = pattern(r"(?<![0-9])[0-9]{6}\(邮(?:政编码|编|码)\)")
_NUMBER = r"(?P<number>\(?\+?[0-9](?:[0-9()\- +]*[0-9])?)"
_PHONE = pattern(
    rf"(?:电话|手机|热线)，?[^0-9，。；Xx×_]{{0,12}}?(?:{_NUMBER}|(?=[×_]{{2}}|[Xx]{{3}}))(?P<then>-?[Xx×_])?"
)
_BARE_PHONE = pattern(r"(?<![0-9-])\(?0[0-9]{2,3}\)?[- ]{0,3}[0-9]{7,8}(?![0-9@])|(?<![0-9])1[3-9][0-9]{9}(?![0-9@])")
_FAX = 6
_MOST_DIFFERENT = 2
_ADDRESS = pattern(
    r"(?<!网站)(?<!网络)(?<!网页)(?<!邮箱)(?<!邮件)(?<!链接)(?<!访问)(?<!下载)地[址点][：，为是在]*(?!邮|电话|传真|联系)[^：，。；、()]{2}"
    r"|(?:位于|设在|设于)[^：，。；、()]{2}"
    r"|(?<=[一-鿿])(?<!第)[0-9]{1,5}号(?!文|令|公告)|驻地"
    r"|[路街巷道村](?:[东西南北中]段|[一-鿿]{0,2})[0-9]+(?:-[0-9]+)?号"
    r"|(?:大[楼厦院]|(?:服务|行政)中心|广场|办公楼)(?:[东西南北主副附综]?[楼座区院]|[A-Z]座|[0-9]{1,4}[楼层室])"
)

_DRAFTS = (
    r"|[妥当可]否[，,]?(?=请|[。？?，,；]|$|\n)"
    r"|(?<![一-鿿])(?:现|谨|一并|兹)(?:予以?)?(?:上报|报上|呈报|呈上|报送|报请|送上|呈送)(?=[，。；！\n]|$|贵|审|备案|市|县|区|省|上级)"
    r"|(?:附|随文附上?|另附|附件)[：:]?[^，。；\n]{0,6}(?:(?:报送|送审|审稿|报审)(?:审稿)?说明|送审[稿单表]|审稿[单表]|报送函|呈批[件表单])"
    r"|[（(【](?:送审|审议|讨论|征求意见|初|草|报审|代拟|修改)稿[^）)】\n]{0,8}[）)】](?=[。\n]|$)"
    r"|(?<![一-鿿])(?:以上|上述)?(?:意见|内容|情况|报告|材料)?(?:如有?不妥|如无不妥|如有不当|不妥之处|不当之处)[，,]?(?:之处)?[，,]?(?:敬|恳|并)?请"
    r"|(?<![一-鿿])(?:[敬恳特并即]?请|[望盼希])(?:[各贵]|上级|[市县区省局厅]|领导|单位|位|机关){0,4}予以?"
    r"(?:审[核定查批阅议示]|核[定准实示备查]|查[收照]|备案|批[转准复示]|转报|汇总)(?=[，。；！\n]|$)"
    r"|(?<![一-鿿])(?:[敬恳特]请|请(?:各位)?领导|请上级|呈(?:各位)?领导|供(?:各位)?领导)(?:审[核定查]|参阅|阅示|把关)(?=[，。；！\n]|$)"
    r"|(?<![一-鿿])(?:此致|敬礼|专此函达|特此函告|此复)(?=[，。！\n]|$|敬礼)"
)
"""What is written to those who will look through a draft; nowhere in a report that is published."""
_LETTER = pattern(
    r"(?:现[^，。；\n]{0,40}?)?(?:报送|呈报|上报|汇报)如下"
    r"|(?<![一-鿿])(?:敬|恳|并)?请[各位领导予以]{0,6}(?:审[阅议核示定查批]|批示|批复|核示|核准|查收)"
    r"|(?<![一-鿿])请[^，。；\n]{1,10}(?:审阅|审定|审批(?!服务|局|大厅|中心|处|科|办)|批示)"
    r"|[特专]此(?:报告|请示|呈报|上报|汇报|报送|呈送)"
    r"|(?:根据|按照|依据|遵照|按)贵(?:局|办|厅|委|单位|部门|中心|府)(?:的|《|[^，。；\n]{0,8}(?:要求|通知|来函|部署))?"
    r"|以上报告[^。\n]{0,6}请(?:予以?)?(?:[审批指核查][一-鿿])?" + _DRAFTS
)
_LETTER_WITHIN = pattern(
    r"现[^，。；\n]{0,40}?(?:报送|呈报|上报|呈送)(?:如下|于后)|(?:报送|呈报|上报|呈送)如下"
    r"|(?<![一-鿿])(?:[敬恳并特]?请[各位领导予以]{0,6}(?:审[阅议示批]|批示|批复|核示|指正|批评指正))(?=[，。：:；！]|$)"
    r"|[特专]此(?:报告|请示|呈报|上报|汇报|报送|呈送|函告|报请)" + _DRAFTS
)
"""The same in the sections, in the midst of which other things are handed in, reviewed and reported to others."""
_RECIPIENT = pattern(
    r"(?![本现请如根依按联])[一-鿿、（）()]{1,22}?(?:政府|办公室|办公厅|委员会|管委会|领导小组|[局厅委办]|中心)[：:]|(?:各位)?领导[：:]"
)
_RECIPIENT_ALONE = pattern(
    r"\s{0,8}(?P<name>(?![本现请如根依按联])[一-鿿、（）()]{1,22}?"
    r"(?:政府|办公室|办公厅|委员会|管委会|领导小组|[局厅委办])[：:])"
    r"(?:[ \u3000]{0,4}\n|(?=[^，。；：\n]{0,24}20[0-9]{2}年))"
)
"""The same as the whole of the first line of a section, or right before what the report begins with."""

_BOOK = pattern(r"《[^《》]*》")
_REPORT_BOOK = pattern(r"信息公开(?:工作)?年度报告》$")
_NO_VERB = r"(?:(?!公布|公开|发布|编制|社会)[一-鿿])"
_KIND = (
    "人民政府|人民(?:府|政(?!府))|政府(?!信息)|委员会|办事处|办公室|管委会|联?合社|供销社|中心|街道"
    "|[局厅署院镇乡处委办]"
)
_ORGAN = rf"{_NO_VERB}{{1,40}}?(?:{_KIND})"
_NAMED = pattern(
    rf"(?:公布|公开|发布|报告|编制|结合|涵盖|将)《?(?:[0-9]{{4}}年?度?)?(?P<a>{_ORGAN})(?:\([^()]{{0,30}}\))?(?:[0-9]{{4}}年?度?)?"
    r"的?(?:本级)?(?:政府)?信息(?:公开)?(?:工作)?的?(?:年度)?(?:工作)?(?:报告|情况)"
    rf"|(?:^|(?<=[。\n]))《(?P<c>{_ORGAN})(?:[0-9]{{4}}年?度?)政府信息公开"
    rf"|(?:^|(?<=[。；，\n]))(?P<d>{_ORGAN})(?:机关|本级)?(?:[和及与、][^，。；]{{0,12}})?[0-9]{{4}}年[^，。；]{{0,24}}的?数据"
    rf"|(?:请与|请同|请联系|可联系|可与)(?P<e>{_ORGAN})(?:(?:办公室|[^，。；()]{{1,6}}[科股室])?联系|办公室)"
    rf"|(?:^|(?<=[。；，\n]))(?P<f>(?!由){_ORGAN})(?:机关|本级)?编制(?=[了。，；]|并(?:公布|发布|公开|向)|本(?:年|报)|完成|20)"
    rf"|^(?P<g>{_ORGAN})(?:机关|本级)?(?:依据|根据|按照|依照|对照|遵照)(?=《)"
    rf"|(?:^|(?<=[。；，\n]))(?P<h>(?![由按经]){_ORGAN})(?:机关|本级)?(?=(?:现|就|将|已)?(?:面?向社会)(?:公布|公开|发布)"
    r"|(?:依据|根据|按照|依照|对照|遵照)(?=《|国办)|(?:制作|形成|编写|撰写|编报)(?:了|本|20)|对(?:全年|20)[^，。；]{0,20}(?:梳理|总结)|[梳汇][理总]了)"
    rf"|由(?P<b>{_ORGAN})(?:负责|统一|组织)?(?:依据|根据|按照|依照|编制|汇总)"
)


@check("H-06", "warning", "practice", reads=("preamble", "agency"), reasons=LOCAL_NOTICE)
def period_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """引言写明统计期限：报告年度的 1 月 1 日至 12 月 31 日。引言空着时只提这一条。"""
    preamble, year = report.text.preamble, report.year
    reading = squeezed(preamble)
    if has_unfilled_date(preamble):
        return
    periods = list(_PERIOD.finditer(reading.text))
    right = any(_is_of(period, year) for period in (*periods, *_MONTHS.finditer(reading.text)))
    right = right or any(_has_both_ends(sentence, year) for sentence in pieces(reading.text, "sentence"))
    wrong = [period for period in periods if _dates(period) == _WHOLE_YEAR and not _is_of(period, year)]
    wrong = [period for period in wrong if period["from"] or period["to"] or not right]
    message = f"请写明数据统计期限：{year}年1月1日至{year}年12月31日。"
    if not right and not wrong:
        wrong = [period for period in periods if _is_about_statistics(period)][:1]
        if not wrong:
            yield Problem(message, section="preamble")
    for period in wrong:
        yield in_text("preamble", reading.span(*period.span()), preamble, message)


def _has_both_ends(sentence: str, year: int) -> bool:
    """Whether a sentence names the first and the last day of a year, however they are joined, and no other year's."""
    dates = list(_DATE.finditer(sentence))
    named = [found["year"] for found in dates if found["year"]]
    months = {found["date"][0] in "0元一" or found["date"].startswith("1月") for found in dates}
    return months == {True, False} and bool(named) and all(_names(each, year) for each in named)


def _dates(period: re.Match[str]) -> tuple[int, ...]:
    """Month and day of both ends, where months only are named the whole of them; a part that is no figure is 0."""
    if "m1" not in period.re.groupindex:
        return _WHOLE_YEAR
    return tuple(count_of("一" if part == "元" else part) for part in period.group("m1", "d1", "m2", "d2"))


def _is_of(period: re.Match[str], year: int) -> bool:
    """Whether a period is the whole of a year, which at least one of its ends names."""
    ends = [end for end in (period["from"], period["to"]) if end]
    return bool(ends) and _dates(period) == _WHOLE_YEAR and all(_names(end, year) for end in ends)


def _names(end: str, year: int) -> bool:
    """Whether the words for a year mean that year; 本年 does."""
    return bool(re.fullmatch(_SAME_YEAR, end)) or year_of(end) == year


def _is_about_statistics(period: re.Match[str]) -> bool:
    return bool(_STATISTICS.search(period.string, max(0, period.start() - _NEAR), period.start()))


@check("H-07", "warning", "practice", reads=("preamble",), reasons=LOCAL_NOTICE)
def old_basis(report: Report, _context: Context) -> Iterator[Problem]:
    """引言不再引用 2019 年的旧格式（60 号、51 号）或修订前的条例（492 号，同时写明 711 号修订的除外）。"""
    preamble = report.text.preamble
    reading = squeezed(preamble)
    basis = report.form.issued_as
    old: Iterable[re.Match[str]] = () if _OLD_FORM.search(squeezed(basis).text) else _OLD_FORM.finditer(reading.text)
    spans = [(reading.span(*found.span()), basis) for found in old if not _is_past(reading.text, found)]
    if _NEW_LAW not in reading.text:
        laws = (reading.span(*found.span()) for found in _OLD_LAW.finditer(reading.text))
        spans.extend((span, preamble[slice(*span)].replace(_OLD_ORDER, _NEW_ORDER)) for span in laws)
    for span, right in sorted(spans):
        message = (
            f"现行格式依据是{basis}，请更新引用。"
            if right == basis
            else f"现行《条例》是国务院令第{_NEW_LAW}，请更新引用。"
        )
        fix = None if right in preamble else rewording("preamble", span, right)
        yield in_text("preamble", span, preamble, message, fix)


_NO_LONGER = pattern("[^。；]{0,24}?(?:不再|停止?使?用|废止|失效|取代|替代)")


def _is_past(text: str, found: re.Match[str]) -> bool:
    """Whether the old form is named as one that is no longer used."""
    return text.endswith("原", 0, found.start()) or bool(_NO_LONGER.match(text, found.end()))


@check("H-08", "hint", "practice", reads=("preamble", "agency"), reasons=LOCAL_NOTICE)
def contact_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """引言写明地址、六位邮编和电话，一条列出所缺；引言空着时由 H-06 提示。"""
    preamble = report.text.preamble
    if not paragraphs(preamble):
        return
    reading = squeezed(preamble)
    own = packed(report.agency.address)
    has_address = _ADDRESS.search(reading.text) or (own and own in reading.text)
    missing = {} if has_address else {"address": "地址"}
    wrong: list[tuple[int, int]] = []
    for field, name, right, (found, span) in (
        ("postcode", "邮编", "正确的邮编（6位数字）", _postcode(reading.text)),
        ("phone", "电话", "正确的电话", _phone(reading.text)),
    ):
        if not found:
            missing[field] = right if span else name
            wrong.extend([span] if span else [])
    if not missing:
        return
    problem = Problem(f"联系方式缺{'、'.join(missing.values())}，请补上。", section="preamble")
    if len(wrong) == len(missing):
        problem = in_text("preamble", reading.span(*wrong[0]), preamble, problem.message)
    yield replace(problem, about=MissingContact(tuple(missing)), state="、".join(missing.values()))


_Place = tuple[bool, tuple[int, int] | None]


def _postcode(text: str) -> _Place:
    """Whether a good postcode is there, and where a bad one is; one not filled in is left to Y-04."""
    first: tuple[int, int] | None = None
    for found in _POSTCODE.finditer(text):
        if found["then"] or (found["code"] and POSTCODE.match(found["code"])):
            return True, None
        first = first or (found.span("code") if found["code"] else None)
    if _POSTCODE_BEFORE.search(text):
        return True, None
    return (True, None) if first is None and _BARE_POSTCODE.search(text) else (False, first)


def _phone(text: str) -> _Place:
    """Whether a good telephone number is there, and where a bad one is; one not filled in is left to Y-04."""
    first: tuple[int, int] | None = None
    for found in _PHONE.finditer(text):
        if found["then"] or not found["number"] or PHONE.match(found["number"]):
            return True, None
        first = first or found.span("number")
    bare = (found.start() for found in _BARE_PHONE.finditer(text))
    if any("传真" not in text[max(0, start - _FAX) : start] for start in bare):
        return True, None
    return False, first


@check(
    "H-10",
    "warning",
    "practice",
    reads=("preamble", "overview", "problems", "other_matters"),
    reasons=LOCAL_NOTICE,
    aspect="format",
)
def letter_words(report: Report, _context: Context) -> Iterator[Problem]:
    """公布的报告没有主送机关（哪一部分的开头都没有），也没有“现报送如下”“特此报告”“妥否”等送审函用语；一句话一条。"""
    preamble = report.text.preamble
    first = next(iter(paragraphs(preamble)), "")
    if recipient := _RECIPIENT.match(first):
        start = preamble.index(first)
        yield _letter("preamble", (start, start + recipient.end()), preamble)
    for section, expression in _LETTERS:
        words = report.words(section)
        if section != "preamble" and (recipient := _RECIPIENT_ALONE.match(words)):
            yield _letter(section, recipient.span("name"), words)
        for span in _by_sentence(words, expression.finditer(words)):
            yield _letter(section, span, words)


_LETTERS = (
    ("preamble", _LETTER),
    ("overview", _LETTER_WITHIN),
    ("problems", _LETTER_WITHIN),
    ("other_matters", _LETTER),
)


def _by_sentence(words: str, found: Iterator[re.Match[str]]) -> Iterator[tuple[int, int]]:
    return joined(found, lambda end, start: not has_end(words, "sentence", end, start))


def _letter(section: str, span: tuple[int, int], words: str) -> Problem:
    quote = words[span[0] : span[1]]
    return in_text(section, span, words, f"开头或结尾像报送函（“{quote}”），对社会公布的报告请去掉。")


@check("H-11", "warning", "practice", reads=("preamble", "agency"), reasons=LOCAL_NOTICE, aspect="format")
def another_agency(report: Report, context: Context) -> Iterator[Problem]:
    """引言里的机关名称与单位信息相同；简称可以，漏字、别的机关不可以。"""
    preamble = report.text.preamble
    reading = squeezed(preamble)
    text = _BOOK.sub(_hidden, reading.text)
    for found in _NAMED.finditer(text):
        group = str(found.lastgroup)
        name = found[group]
        if is_agency(name, report.agency) or (group in "bdfgh" and not same_kind(name, report.agency)):
            continue
        if group == "h" and not regions(name):
            continue
        if group == "g" and not _has_seat(name, report.agency.name):
            continue
        if group == "e" and not _is_near(name, packed(report.agency.name)):
            continue
        message = f"引言写“{name}”，{context.elsewhere}是“{report.agency.name}”，请改成一致。"
        span = reading.span(*found.span(group))
        yield in_text("preamble", span, preamble, message, rewording("preamble", span, report.agency.name))


def _has_seat(name: str, own: str) -> bool:
    """Whether a name begins with the regions of the agency: only such an office can be taken for its writer."""
    seat = "".join(regions(packed(own)))
    return bool(seat) and name.startswith(seat)


def _is_near(name: str, own: str) -> bool:
    """Whether a name differs from the agency's in two characters at most, and neither at its beginning nor its end."""
    different = sum(a != b for a, b in zip(name, own, strict=False))
    return len(name) == len(own) and name[:2] == own[:2] and name[-1] == own[-1] and different <= _MOST_DIFFERENT


def _hidden(book: re.Match[str]) -> str:
    """The name of a document as nothing that is read; the report's own stays."""
    return book[0] if _REPORT_BOOK.search(book[0]) else "《" * len(book[0])
