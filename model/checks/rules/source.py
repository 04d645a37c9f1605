"""Checks on what the source of a draft printed, as the draft keeps it; a finding ends when its place is edited."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import pairwise

from model.checks.parts import WORDS
from model.checks.passages import passages
from model.checks.reasons import CONTENTS, OLD_WORDS
from model.checks.registry import Context, Printed, Problem, check, in_text, rewording
from model.checks.wrong_column import wrong_column
from model.form.form import Form, Section, format_value, parse_amount
from model.language.patterns import pattern
from model.language.squeezed import packed
from model.report.evidence import HEADING, MISSING, OTHER_HEADING, RESIDUE, evidence, unread
from model.report.printed_totals import WrongTotal, number, wrong_totals
from model.report.report import TEXT_IDS, Evidence, Report
from model.report.rule_making import cannot_make_rules, rules_cells

_NUMBERING = pattern(
    r"(?:第?\s{0,8}[一二三四五六七八九十0-9０-９]{1,3}\s{0,8}(?:部分|章|[)）、.．,，:：])|[（(]\s{0,8}[一二三四五六七八九十0-9０-９]{1,3}\s{0,8}[)）]|[①-⑩])"
    r"[、.．,，:：\s　]*"
)
_STROKE = pattern(r"\s{0,20}[/／—–－-]{1,2}\s{0,20}")
_DIGITS = pattern(r"[0-9]+")
_QUOTED = 3
_WANTED = {"count": "0或正整数", "decimal": "不小于0的数", "change": "整数"}
_TAIL = "。.：:；;"
_LEFT_OVER = pattern(
    r"\[bookmark:[^\]\n]{0,80}\]"
    r"|错误\s*[!！]\s*(?:未找到引用源|未定义书签|链接无效|未知的?文档属性名)[。.]?"
    r"|Error!\s*(?:Reference source not found|Bookmark not defined)\.?"
    r"|(?<!\{)\{\s*(?:HYPERLINK|PAGEREF|REF|TOC|MERGEFIELD|PAGE|SEQ)\b[^{}\n]{0,200}\}(?!\})"
    r"|错误\s*[!！]\s*(?:书签未定义|文档中没有指定样式的文字)[。.]?|错误\s*[!！]\s*使用[^。；\n]{0,60}[。.]?"
    r'|(?<![A-Za-z])HYPERLINK\s{1,4}(?:\\l\s{1,4})?["“][^"“”\n]{0,200}["”]?'
    r"|_(?:Toc|Hlk|Ref)[0-9]{6,12}|_GoBack\b|&(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|quot|amp|lt|gt|ensp|emsp|hellip|middot|#[0-9]{1,6}|#[Xx][0-9A-Fa-f]{1,5});"
    r"|(?<![A-Za-z])(?:REF|PAGEREF|NOTEREF|STYLEREF|TOC|SEQ|PAGE|NUMPAGES|DATE|TIME|CREATEDATE|SAVEDATE|MERGEFIELD"
    r"|DOCPROPERTY|EMBED|LINK|INCLUDEPICTURE|FORMTEXT|EQ)"
    r"(?:[ \t]{1,4}[^\\\s，。；]{1,60}){0,3}[ \t]{0,4}\\{1,2}[a-z*#@!](?![A-Za-z])(?:[ \t]{1,2}MERGEFORMAT)?"
    r"|(?<![A-Za-z])(?:REF|PAGEREF|NOTEREF)[ \t]{1,4}_(?:Toc|Ref|Hlk)[0-9]{1,12}"
    r"|</?(?:p|br|span|div|td|tr|table|strong|font|img|o:p|b|u|a)(?:\s[^<>\n]{0,200})?/?>"
    r"|<!--[^<>\n]{0,200}-->|\[(?:end)?if[^\]\n]{0,60}\]|\\\*\s*MERGEFORMAT|\\u[0-9A-Fa-f]{4}"
    r"|批注[ \u00a0]?\[[^\[\]\n]{0,20}\][：:]?"
    r"|[\[【（(]批注[^\[\]【】（）()\n]{0,80}[\]】）)]"
)


@check("T2-01", "error", "inference", reads=("tables", "source"), may_read=("agency",))
def odd_words_in_table_two(report: Report, context: Context) -> Iterator[Problem]:
    """来源文件的表二里写的不是数：件数只能是 0 或正整数，收费金额不小于 0。同样的写法一条。"""
    yield from _odd_words(report, context, "disclosure")


@check("T3-04", "error", "inference", reads=("tables", "source"))
def odd_words_in_table_three(report: Report, context: Context) -> Iterator[Problem]:
    """来源文件的表三里写的不是 0 或正整数，如“/”“无”“5件”、小数、负数。同样的写法一条。"""
    yield from _odd_words(report, context, "applications")


@check("T4-02", "error", "inference", reads=("tables", "source"))
def odd_words_in_table_four(report: Report, context: Context) -> Iterator[Problem]:
    """来源文件的表四里写的不是 0 或正整数。同样的写法一条。"""
    yield from _odd_words(report, context, "disputes")


def _odd_words(report: Report, context: Context, role: str) -> Iterator[Problem]:
    """The typed cells of a table in which something else than a number stood, put together by what it was.

    5件 and 12件 are the same mistake, unless one was read and the other was not; some of the words are given.
    """
    table = report.form.table_as(role)
    typed = [cell.id for cell in table.number_cells if not cell.computed] if table else []
    alike: dict[tuple[str, bool, str], dict[str, str]] = {}
    for entry in evidence(report):
        if entry.place in typed and not _is_plain(report, entry):
            shape = _DIGITS.sub("#", unicodedata.normalize("NFKC", entry.printed))
            kind = report.form.cells[entry.place].kind, entry.place in report.numbers, shape
            alike.setdefault(kind, {})[entry.place] = entry.printed.strip()
    for found in alike.values():
        cells = tuple(sorted(found, key=typed.index))
        read = {words: format_value(report.numbers.get(cell_id)) for cell_id, words in found.items()}
        words, numbers = "”“".join(list(read)[:_QUOTED]), "、".join(dict.fromkeys(list(read.values())[:_QUOTED]))
        wanted = _WANTED[report.form.cells[cells[0]].kind]
        taken = (
            _taken(numbers, context)
            if cells[0] in report.numbers
            else f"，这是原文印的，没有读入{_by_totals(report, cells)}，请核对后填写"
        )
        name = report.form.table_of(cells[0]).name
        message = f"{name}“{_named(report.form, cells)}只能填{wanted}，现为“{words}”{taken}。"
        yield Problem(message, cells, quote=words, evidence=_kept(report, cells))


def _taken(numbers: str, context: Context) -> str:
    if context.handed_in:
        return "，请改成数字；没有发生的填 0"
    return f"，这是原文印的，已按{numbers}读入，请核对"


def _by_totals(report: Report, cells: tuple[str, ...]) -> str:
    """What the printed totals make of the one cell without a number; nothing when they do not say, or more are."""
    found = {wrong.suspect: wrong.missing for wrong in wrong_totals(report)}
    missing = found.get(cells[0])
    return f"，按原文的总计应是{missing}" if len(cells) == 1 and missing and missing > 0 else ""


def _is_plain(report: Report, entry: Evidence) -> bool:
    """Whether the words are the number in the cell, only set otherwise (１２, 1,234); or a stroke for no rules."""
    if (
        entry.place in rules_cells(report.form)
        and cannot_make_rules(report.agency)
        and _STROKE.fullmatch(entry.printed)
    ):
        return True
    words = re.sub(r"[\s,'’]", "", unicodedata.normalize("NFKC", entry.printed))
    try:
        return bool(words) and parse_amount(words) == report.numbers.get(entry.place)
    except ValueError:
        return False


def _named(form: Form, cells: tuple[str, ...]) -> str:
    name = form.name(cells[0]).replace(" / ", "/")
    return f"{name}”" if len(cells) == 1 else f"{name}等{len(cells)}格”"


@check("T3-02", "error", "official", reads=("tables", "source"), group="（七）总计一行对不上的")
def wrong_column_total(report: Report, _context: Context) -> Iterator[Problem]:
    """来源文件的表三逐列：（七）总计等于 21 行分项之和；某一格同时使一行、一列不对的，由 T3-03 提示。"""
    for wrong in _wrong(report, "applications"):
        if _is_column(report.form, wrong):
            column = report.form.name(wrong.total).rpartition(" / ")[2]
            yield _problem(report, wrong, f"表三“{column}”列的（七）总计应为{_should(report, wrong)}。")


@check("T3-03", "error", "official", reads=("tables", "source"), group="总计一列对不上的")
def wrong_row_total(report: Report, _context: Context) -> Iterator[Problem]:
    """来源文件的表三逐行：总计等于六类申请人之和；能断定是哪一格的，指出那一格；没有填的总计只列一条。"""
    rows = [wrong for wrong in _wrong(report, "applications") if not _is_column(report.form, wrong)]
    for wrong in _blank_ones_together(rows):
        row = report.form.name(wrong.total).partition(" / ")[0]
        others = "，另有总计也没有填" if wrong.missing is None and wrong.others else ""
        suspect = f"，可能是“{report.form.name(wrong.suspect).replace(' / ', '/')}”这一格不对" if wrong.suspect else ""
        message = f"表三“{row}”一行的总计应为{_should(report, wrong)}{others}{suspect}。"
        yield _problem(report, wrong, message)


@check("T4-01", "error", "practice", reads=("tables", "source"), group="总计对不上的")
def wrong_group_total(report: Report, _context: Context) -> Iterator[Problem]:
    """来源文件的表四逐组：总计等于维持、纠正、其他、尚未审结之和。"""
    for wrong in _wrong(report, "disputes"):
        group = report.form.name(wrong.total).partition(" / ")[0]
        yield _problem(report, wrong, f"表四“{group}”总计应为{_should(report, wrong)}。")


def _problem(report: Report, wrong: WrongTotal, message: str) -> Problem:
    return Problem(message, wrong.cells, about=wrong, evidence=_kept(report, wrong.cells))


def _kept(report: Report, places: Collection[str]) -> tuple[Printed, ...]:
    """The evidence at some places, each once; what a finding rests on."""
    return tuple(dict.fromkeys((entry.place, entry.printed) for entry in evidence(report) if entry.place in places))


def _wrong(report: Report, table: str) -> list[WrongTotal]:
    """The wrong totals of a table; not those with parts that are no number, nor those of an entry in a wrong column."""
    odd, misplaced = unread(report), wrong_column(report)
    told = misplaced.totals if misplaced else frozenset[str]()
    return [
        wrong
        for wrong in wrong_totals(report)
        if report.form.table_of(wrong.total).role == table
        and odd.isdisjoint((*report.form.parts[wrong.total], wrong.suspect or ""))
        and wrong.total not in told
    ]


def _is_column(form: Form, wrong: WrongTotal) -> bool:
    """Whether a total adds up its column."""
    column = wrong.total.rpartition(".")[2]
    return any(part.rpartition(".")[2] == column for part in form.parts[wrong.total])


def _blank_ones_together(rows: list[WrongTotal]) -> Iterator[WrongTotal]:
    """The wrong rows; those whose total was not filled in are one."""
    blank = [wrong for wrong in rows if number(wrong.printed) is None and not wrong.printed.strip()]
    yield from (wrong for wrong in rows if wrong not in blank)
    if blank:
        others = tuple(wrong.total for wrong in blank[1:])
        yield WrongTotal(blank[0].total, blank[0].printed, None, None, others)


def _should(report: Report, wrong: WrongTotal) -> str:
    """What a total is and what was printed."""
    printed = wrong.printed.strip()
    said = "空" if not printed else printed if number(printed) is not None else f"“{printed}”"
    return f"{report.total(wrong.total)}，现为{said}"


@check("S-01", "error", "official", reads=("source",), aspect="format")
def section_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """来源文件的六个部分齐全、顺序正确；导出时由程序按表样排好。"""
    places = {entry.place for entry in evidence(report)}
    for section in report.form.sections:
        if MISSING + section.id in places:
            message, kept = f"缺少“{section.heading}”部分，请补写。", _kept(report, (MISSING + section.id,))
            yield Problem(message, section=section.id, evidence=kept)
    order = [section for _, section in _headings(report)]
    for before, after in pairwise(order):
        if report.form.sections.index(before) > report.form.sections.index(after):
            message = f"“{before.heading}”排在了“{after.heading}”的前面，六个部分要按顺序写。"
            yield Problem(message, section=before.id, evidence=_kept(report, (HEADING + before.id,)))


@check("S-02", "warning", "official", reads=("source",), reasons=CONTENTS, aspect="format")
def heading_worded_otherwise(report: Report, _context: Context) -> Iterator[Problem]:
    """来源文件的一级标题用表样的写法；导出时由程序印标准标题，确认即可。"""
    for entry, section in _headings(report):
        words, standard = _bare(entry.printed), _bare(section.heading)
        if packed(words) != packed(standard):
            message = f"“{words}”建议改为标准写法“{standard}”。"
            yield Problem(message, section=section.id, quote=entry.printed, evidence=_kept(report, (entry.place,)))


@check("S-03", "warning", "practice", reads=("source",), reasons=CONTENTS, aspect="format")
def heading_numbered_otherwise(report: Report, _context: Context) -> Iterator[Problem]:
    """来源文件的一级标题序号写“一、”至“六、”；导出时由程序印标准标题，确认即可。几个标题不对是一条。"""
    wrong = _misnumbered(report)
    if wrong:
        said = [f"“{entry.printed.strip()}”的序号应写作“{_numeral(section)}”" for entry, section in wrong]
        section, quote = wrong[0][1].id, "\n".join(entry.printed for entry, _ in wrong)
        kept = tuple((entry.place, entry.printed) for entry, _ in wrong)
        yield Problem("，".join(said) + "。", section=section, quote=quote, evidence=kept)


@check("S-04", "warning", "official", reads=("source",), reasons=CONTENTS, aspect="format")
def seventh_section(report: Report, _context: Context) -> Iterator[Problem]:
    """来源文件在六个部分之外还有一级标题。"""
    for entry in evidence(report):
        if entry.place == OTHER_HEADING:
            message = f"格式只有六个部分，多出了“{entry.printed.strip()}”，请并入相应部分。"
            kept = ((entry.place, entry.printed),)
            yield Problem(message, section=report.form.sections[-1].id, quote=entry.printed, evidence=kept)


def _headings(report: Report) -> list[tuple[Evidence, Section]]:
    """The level-one headings that were found, in the source's order; of one found twice the first."""
    known = {HEADING + section.id: section for section in report.form.sections}
    found = {entry.place: entry for entry in reversed(evidence(report)) if entry.place in known}
    return [(entry, known[entry.place]) for entry in reversed(found.values())]


def _misnumbered(report: Report) -> list[tuple[Evidence, Section]]:
    return [(entry, section) for entry, section in _headings(report) if not _is_numbered(entry.printed, section)]


def _is_numbered(printed: str, section: Section) -> bool:
    return packed(printed).startswith(_numeral(section))


def _numeral(section: Section) -> str:
    return section.heading[: section.heading.index("、") + 1]


def _bare(heading: str) -> str:
    """A heading without its number and the mark behind it."""
    words = heading.strip()
    number = _NUMBERING.match(words)
    return words[number.end() if number else 0 :].rstrip(_TAIL).strip()


_UNREADABLE = pattern(
    "[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]+|(?:锟斤拷)+锟?|烫烫烫+|屯屯屯+|锘[挎縿]|[ÃÂäåæçèé][\x80-\xbf]{1,2}"
)
"""What stands where a character was lost, was read in another encoding, or has a shape in one typeface only."""

_BOX = pattern("(?<=[一-鿿0-9])[□▯]{2,8}(?=[，。；、：\n]|$)|(?<=[一-鿿])[□▯](?=[一-鿿])")
"""The box that a program shows for it, once it is a character itself."""


@check("Y-05", "warning", "practice", reads=(*WORDS, "source"), group="残留", reasons=OLD_WORDS)
def word_residue(report: Report, _context: Context) -> Iterator[Problem]:
    """文中残留书签、“错误！未找到引用源”、域代码和认不出的字；来源文件残留修订痕迹、批注、图片的也提示，同样的一条。"""
    for passage in passages(report):
        for found in _UNREADABLE.finditer(passage.words):
            yield passage.problem(found.span(), _unreadable(passage.words, *found.span()))
        for found in _BOX.finditer(passage.words) if "□" in passage.words or "▯" in passage.words else ():
            yield passage.problem(found.span(), _unreadable(passage.words, *found.span()))
    for text_id in TEXT_IDS:
        words = report.text[text_id]
        for found in _LEFT_OVER.finditer(words):
            cure = rewording(text_id, found.span(), "")
            yield in_text(text_id, found.span(), words, _residue(found[0]), cure)
    places = {*(section.id for section in report.form.sections), "title", "preamble"}
    for place, printed in dict.fromkeys((entry.place, entry.printed) for entry in evidence(report)):
        section = place.removeprefix(RESIDUE)
        if place.startswith(RESIDUE) and section in places and not _stands_in_text(report, section, printed):
            yield Problem(_residue(printed.strip()), section=section, quote=printed, evidence=((place, printed),))


def _unreadable(words: str, start: int, end: int) -> str:
    around = f"{words[max(0, start - 4) : start]}□{words[end : end + 4]}".replace("\n", "")
    return f"“{around}”里有认不出的字（方框或问号），请改成原来的字。"


def _residue(words: str) -> str:
    return f"文中残留“{words}”，请删除。"


def _stands_in_text(report: Report, section: str, printed: str) -> bool:
    """Whether a residue is among the words of its text, where it is found anyway."""
    return section in TEXT_IDS and printed.strip() in report.text[section]
