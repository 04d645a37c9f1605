"""审签单: which version is signed, who signs it, and what the checks found in it, as a document.

The lines for signatures stand on the first page, under what tells the version: never alone on a last page.
Whoever signed before finds what was changed since; the main figures stand beside those of last year.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from export.content import Block, Heading, Listing, Paragraph, Title, printable
from export.identity import DIGEST, Version, report_digest, short
from export.sheet.main_figures import MainFigure, main_figures
from export.sheet.signed import signed_words, since_signed
from model.checks import BASES, CHECKS, SEVERITIES, Context, Finding
from model.checks.dismissal import bound, dismissed_by
from model.checks.places import place_name
from model.checks.run import all_findings, still_open
from model.form.form import Balance, Form, format_value
from model.language.numerals import chinese
from model.report.past import year_before
from model.report.publication import ROUTE
from model.report.rates import Rate, rates
from model.report.report import Report
from model.structs import replace

TITLE = ("政府信息公开工作年度报告", "审签单")
_CHANGED_PART = "签批后改了哪里"
_CHANGED = (("序号", 8), ("位置", 24), ("签批时", 34), ("现在", 34))
_MAIN = (("项目", 46), ("本年", 18), ("上年", 18), ("增减", 18))
_SIGNING = (("环节", 14), ("姓名", 16), ("意见", 40), ("签字和日期", 30))
_HANDWRITING_PT = 34
_FOUND = (("序号", 6), ("级别", 7), ("位置", 18), ("问题", 50), ("依据", 8), ("编号", 9))
_ANSWERED = (("序号", 6), ("位置", 18), ("问题", 40), ("理由", 26), ("编号", 9))
_RATES = (("指标", 19), ("算法", 26), ("本年", 21), ("上年", 18), ("变化", 16))


def check_sheet(
    report: Report, today: date, version: Version | None = None, signed: Report | None = None
) -> tuple[Block, ...]:
    """The whole sheet: which report, who signs, what was changed since, the figures, what is open, what was answered.

    Args:
        report: the report as it is now; every check runs on it.
        today: the day of the check, printed and used by checks on deadlines.
        version: the save of the draft that holds the report; None where none does.
        signed: the report as it was signed; None where that was not, or is not kept.
    """
    every = all_findings(report, Context(today))
    report = bound(report, every)
    parts = tuple(_numbered_parts(_parts(report, every, signed)))
    changed = next((number for number, name in parts_of(parts) if name == _CHANGED_PART), "")
    opening = (*_about(report, today, every), *_which(report, version), *signed_words(report, changed))
    return (Title(TITLE), *map(Paragraph, opening), *parts)


def parts_of(sheet: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """The number and the name of each part of a sheet."""
    for block in sheet:
        if isinstance(block, Heading):
            number, _, name = block.text.partition("、")
            yield number, name


def _numbered_parts(blocks: Iterable[Block]) -> Iterator[Block]:
    numbers = count(1)
    for block in blocks:
        yield Heading(f"{chinese(next(numbers))}、{block.text}") if isinstance(block, Heading) else block


def _parts(report: Report, every: Iterable[Finding], signed: Report | None) -> Iterator[Block]:
    """The parts of the sheet; their headings are numbered later."""
    open_ones = still_open(report, every)
    answered = [(finding, report.dismissed[number].reason) for finding, number in _answers(report, every)]
    yield Heading("审签")
    yield _signing(report)
    yield from _changed(report, signed)
    yield from _main(report)
    yield Heading(f"{_balanced(report.form)}勾稽关系")
    yield _listing(_balance_head(report.form), (_balance(report, balance) for balance in report.form.balances))
    yield Heading("需要处理的问题")
    yield from _rows_or("没有发现问题。", _FOUND, (_found(finding, report.form) for finding in open_ones))
    if answered:
        yield Heading("已说明理由、不作改动的")
        yield _listing(_ANSWERED, _numbered(_answered(*answer, report.form) for answer in answered))
    yield from _rates(report)


def _changed(report: Report, signed: Report | None) -> Iterator[Block]:
    """What was changed since it was signed; nothing where it was not, where it is that, or where that is not kept."""
    found = since_signed(report, signed)
    if found is not None:
        yield Heading(_CHANGED_PART)
        rows = ((each.place, each.before or "（无）", each.after or "（无）") for each in found)
        yield from _rows_or("数据和文字都没有改；改的是标题的分行、落款或空格。", _CHANGED, rows)


def _main(report: Report) -> Iterator[Block]:
    """The main figures beside those of last year, as far as that is known."""
    yield Heading("主要数据（本年、上年都是 0 的不列）")
    found = main_figures(report)
    known = 4 if year_before(report) else 2
    if found:
        yield _listing(_MAIN[:known], (_figures(each)[:known] for each in found))
    else:
        yield Paragraph("各项都是 0。")


def _figures(each: MainFigure) -> tuple[str, ...]:
    before = "不详" if each.before is None else format_value(each.before)
    return each.name, format_value(each.now), before, each.change_words


def _rates(report: Report) -> Iterator[Block]:
    """What supervisors compute from the tables; nothing on a form without these cells."""
    if found := rates(report):
        yield Heading("常用指标（供参考，按表中数据计算）")
        yield _listing(_RATES, ((each.name, each.formula, *_shares(each)) for each in found))


def _shares(rate: Rate) -> tuple[str, ...]:
    return rate.now_words, rate.before_words, rate.change_words


def _about(report: Report, today: date, every: Iterable[Finding]) -> Iterator[str]:
    severities = [finding.severity for finding in still_open(report, every)]
    counts = "，".join(f"{word} {severities.count(severity)}" for severity, word in SEVERITIES.items())
    lines = (
        f"报告：{report.title_text}",
        f"机关：{report.agency.name}　年度：{report.year}",
        f"校验日期：{_day_words(today)}　校验项目：{len(CHECKS)} 项",
        f"结果：{counts}；已说明理由 {len(list(_answers(report, every)))} 个。",
    )
    for said in lines:
        yield from printable(said)


def _which(report: Report, version: Version | None) -> Iterator[str]:
    """Which version it is; a time is said in the zone that the draft has it in, the same on every machine."""
    if version is None or version.revision < 1:
        yield "版本：没有存成草稿，只能按摘要辨认"
    else:
        at = f"（{version.saved_at:%Y-%m-%d %H:%M}）" if version.saved_at else ""
        yield f"版本：草稿的第 {version.revision} 次保存{at}"
    told = "导出的文件属性里有同样的摘要，据此可知文件是不是审签的这一版"
    yield f"{DIGEST}：{short(report_digest(report))}（{told}）"


def _signing(report: Report) -> Listing:
    names, days = report.approval.names, report.approval.days
    rows = ((step, names.get(key, ""), "", _day_words(days.get(key))) for key, step in ROUTE.items())
    return replace(_listing(_SIGNING, rows), row_pt=_HANDWRITING_PT)


def _day_words(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _rows_or(nothing: str, head: tuple[tuple[str, int], ...], rows: Iterable[tuple[str, ...]]) -> Iterator[Block]:
    found = tuple(_numbered(rows))
    yield _listing(head, found) if found else Paragraph(nothing)


def _listing(head: tuple[tuple[str, int], ...], rows: Iterable[tuple[str, ...]]) -> Listing:
    plain = tuple(tuple(" ".join(printable(words)) for words in row) for row in rows)
    return Listing(tuple(name for name, _ in head), tuple(share for _, share in head), plain)


def _numbered(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    return ((str(number), *row) for number, row in enumerate(rows, 1))


def _found(finding: Finding, form: Form) -> tuple[str, ...]:
    basis = BASES[CHECKS[finding.check].basis]
    return SEVERITIES[finding.severity], place_name(finding, form), finding.message, basis, finding.check


def _answers(report: Report, every: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """The findings that a dismissal answers, each with its number."""
    for finding in every:
        if (number := dismissed_by(report, finding)) is not None:
            yield finding, number


def _answered(finding: Finding, reason: str, form: Form) -> tuple[str, ...]:
    return place_name(finding, form), finding.message, reason, finding.check


def _balanced(form: Form) -> str:
    return next(table.name for table in form.tables if table.balanced)


def _balance_head(form: Form) -> tuple[tuple[str, int], ...]:
    """The columns of the balance: the applicants, each term as the form calls it, and how far it is off."""
    terms = (full for _, full in form.balances[0].terms)
    return (("申请人", 28), *((term, 14) for term in terms), ("相差", 10))


def _balance(report: Report, balance: Balance) -> tuple[str, ...]:
    column = report.form.name(balance.cells[0]).rpartition(" / ")[2]
    difference = report.difference(balance)
    return (
        column,
        *(str(report.count(cell_id)) for cell_id in balance.cells),
        "平" if not difference else str(difference),
    )
