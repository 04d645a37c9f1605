"""Checks on the title, the preamble, and words that belong to a letter and not to a published report."""

import re
from collections.abc import Iterator

from model.checks.registry import Context, Problem, check, in_text
from model.form import official
from model.outline import paragraphs
from model.report import Agency, Report

SHORT_FORM_SHARE = 0.6
"""How much of the full name a short form may have; a longer one is the name with words left out."""

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_YEAR_WORDS = re.compile(r"[二2][〇○零0０][〇○零一二三四五六七八九]{2}(?=年)")
_WORK_PAPERS = re.compile(r"政务公开|工作总结|工作报告")
_DOUBLE_YEAR = re.compile(r"(?:\d{4})年度(?=.*年度报告)|工作的年度报告")
_PERIOD = re.compile(
    r"(?P<from>\d{4})年?1月1日[^，。；]{0,4}?(?:至|到|—|-|－|~|～)(?:(?P<to>\d{4})年?|当年|同年|本年)?12月31日"
)
_OLD_BASIS = re.compile(r"[〔\[【(（]2019[〕\]】)）]\s*(?:60|51)\s*号|(?:第)?\s*492\s*号")
_NEW_BASIS = re.compile(r"711\s*号")
_POSTCODE = re.compile(r"邮(?:政编码|编)[：:为是\s]*(?P<code>[0-9０-９]*)")
_PHONE = re.compile(r"(?:电话|手机)(?:号码)?[：:为是\s]*(?P<number>[0-9０-９（）()—–\-－‐‑ 转、,，/／]*)")
_ADDRESS = re.compile(r"地址|地点|(?:位于|设在|设于)")
_GOOD_NUMBER = re.compile(r"(?:\(?0\d{2,3}\)?[-—–－‐‑ ]{0,3})?\d{7,8}|1\d{10}|1\d{4,5}|[48]00[-—–－‐‑ ]?\d{3}[-—–－‐‑ ]?\d{4}")
_LETTER = re.compile(
    r"现?(?:将[^。；\n]{0,40})?报送如下|请(?:予以?)?审[阅议核示]|特此报告|特此(?:呈|上)报|妥否|请批示|请指示|以上报告[^。]{0,6}请"
)
_RECIPIENT = re.compile(r"^[^，。；、：:《》]{2,24}[：:]$")
_ORGAN = r"[一-鿿]{2,40}?(?:人民政府|委员会|办事处|办公室|管委会|[局厅署院镇乡处]|中心|街道)"
_NAMED = re.compile(
    rf"(?:公布|公开|发布|报告)(?:\d{{4}}年度?)?(?P<a>{_ORGAN})(?:\d{{4}}年度?)?(?:的)?政府信息(?:公开)?(?:工作)?年度?报告"
    rf"|由(?P<b>{_ORGAN})(?:依据|根据|按照|编制|汇总)"
)


@check("H-01", "error", "practice")
def title_without_year(report: Report, _context: Context) -> Iterator[Problem]:
    """标题要有年份。"""
    title = report.title_text
    if not _YEAR.search(title) and not _YEAR_WORDS.search(title):
        right = f"{report.agency.name}{report.year}年{official().report_name}"
        yield in_text("title", (0, len(title)), title, f"标题缺少年份，应为“{right}”。")


@check("H-02", "error", "inference")
def title_of_another_year(report: Report, _context: Context) -> Iterator[Problem]:
    """标题的年份是报告的年份。"""
    title = report.title_text
    years = list(_YEAR.finditer(title))
    if years and not any(int(year[1]) == report.year for year in years):
        message = f"标题年份是{years[0][1]}，本报告是{report.year}年。"
        yield in_text("title", years[0].span(), title, message)


@check("H-03", "warning", "practice")
def title_of_another_paper(report: Report, _context: Context) -> Iterator[Problem]:
    """标题写“政府信息公开工作年度报告”：不缺“公开”“工作”，不写成政务公开、工作总结、工作报告。"""
    title = report.title_text
    if _WORK_PAPERS.search(title) or not re.search(r"政府信息公开工作的?年度报告", title):
        message = f"标题应为“{official().report_name}”，现为“{title}”。"
        yield in_text("title", (0, len(title)), title, message)


@check("H-04", "hint", "practice")
def title_doubles_year(report: Report, _context: Context) -> Iterator[Problem]:
    """标题不重复“年度”，不写“工作的年度报告”。"""
    title = report.title_text
    if double := _DOUBLE_YEAR.search(title):
        message = f"建议写“{report.year}年{official().report_name}”，不重复“年度”。"
        yield in_text("title", double.span(), title, message)


@check("H-05", "warning", "practice")
def title_without_agency(report: Report, _context: Context) -> Iterator[Problem]:
    """标题用机关全称。"""
    title, name = report.title_text, report.agency.name
    if _packed(name) not in _packed(title):
        yield in_text("title", (0, len(title)), title, f"标题请用机关全称“{name}”。")


@check("H-06", "warning", "practice")
def period_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """引言写明统计期限：报告年度的 1 月 1 日至 12 月 31 日。"""
    preamble, year = report.text.preamble, str(report.year)
    message = f"请写明数据统计期限：{year}年1月1日至{year}年12月31日。"
    packed, origin = _pack(preamble)
    periods = list(_PERIOD.finditer(packed))
    if not periods:
        yield Problem(message, section="preamble")
    for period in periods:
        if period["from"] != year or period["to"] not in (None, year):
            span = (origin[period.start()], origin[period.end() - 1] + 1)
            yield in_text("preamble", span, preamble, message)


@check("H-07", "warning", "practice")
def old_basis(report: Report, _context: Context) -> Iterator[Problem]:
    """引言不再引用 2019 年的旧格式（60 号、51 号）或修订前的条例（492 号）。"""
    preamble = report.text.preamble
    if _NEW_BASIS.search(preamble):
        return
    for basis in _OLD_BASIS.finditer(preamble):
        message = f"现行格式依据是{official().issued_as}，请更新引用。"
        yield in_text("preamble", basis.span(), preamble, message)


@check("H-08", "hint", "practice")
def contact_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """引言写明地址、六位邮编和电话。"""
    preamble = report.text.preamble
    if not paragraphs(preamble):
        return
    postcode, phone = _POSTCODE.search(preamble), _PHONE.search(preamble)
    missing = [] if _ADDRESS.search(preamble) else ["地址"]
    if postcode is None:
        missing.append("邮编")
    elif not re.fullmatch(r"\d{6}", postcode["code"]):
        missing.append("正确的邮编（6位数字）")
    if phone is None:
        missing.append("电话")
    elif not _GOOD_NUMBER.match(_packed(phone["number"]).replace("（", "(").replace("）", ")")):
        missing.append("正确的电话")
    if missing:
        yield Problem(f"联系方式缺{'、'.join(missing)}。", section="preamble")


@check("H-10", "warning", "practice")
def letter_words(report: Report, _context: Context) -> Iterator[Problem]:
    """公布的报告没有主送机关，也没有“现报送如下”“特此报告”“妥否”等送审函用语。"""
    preamble = report.text.preamble
    first = next(iter(paragraphs(preamble)), "")
    if _RECIPIENT.match(first):
        start = preamble.index(first)
        yield _letter("preamble", (start, start + len(first)), preamble)
    for section in ("preamble", "other_matters"):
        words = report.words(section)
        for found in _LETTER.finditer(words):
            yield _letter(section, found.span(), words)


def _letter(section: str, span: tuple[int, int], words: str) -> Problem:
    quote = words[span[0] : span[1]]
    return in_text(section, span, words, f"开头或结尾像报送函（“{quote}”），对社会公布的报告请去掉。")


@check("H-11", "warning", "practice")
def another_agency(report: Report, _context: Context) -> Iterator[Problem]:
    """引言里的机关名称与单位信息相同；简称可以，漏字、别的机关不可以。"""
    preamble = report.text.preamble
    for found in _NAMED.finditer(preamble):
        group = "a" if found["a"] else "b"
        if not _is_agency(found[group], report.agency):
            message = f"引言写“{found[group]}”，单位信息是“{report.agency.name}”。"
            yield in_text("preamble", found.span(group), preamble, message)


def _is_agency(name: str, agency: Agency) -> bool:
    """Whether a name is the agency's: full or short, with or without the region before it, or cut down to its bones."""
    if name in ("本机关", "本单位", "本局", "我局", "我单位", "本级人民政府", "本办公室", "我办公室"):
        return True
    known = [word for word in (agency.name, agency.short_name) if word]
    if any(name.endswith(word) or word.endswith(name) for word in known):
        return True
    short = len(name) <= len(agency.name) * SHORT_FORM_SHARE
    return short and any(_is_cut_from(name[cut:], agency.name) for cut in range(len(name) - 2))


def _is_cut_from(short: str, full: str) -> bool:
    """Whether the characters of a short form stand in the full name, in order."""
    left = iter(full)
    return all(character in left for character in short)


def _packed(text: str) -> str:
    return "".join(text.split())


def _pack(text: str) -> tuple[str, list[int]]:
    """The text without white space, and where each of its characters stood."""
    kept = [(index, character) for index, character in enumerate(text) if not character.isspace()]
    return "".join(character for _, character in kept), [index for index, _ in kept]
