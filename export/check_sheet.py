"""校验单: what the checks found in a report, as a document for the person who signs it."""

from collections.abc import Iterable, Iterator
from datetime import date

from export.content import Block, Heading, Listing, Paragraph, Signature, Title, blocks, printable
from export.identity import digest, short, words
from model.checks import BASES, CHECKS, SEVERITIES, Context, Finding
from model.checks.dismissal import bound, dismissed_by
from model.checks.places import place_name
from model.checks.run import all_findings, still_open
from model.form.form import Balance, Form
from model.report.rates import Rate, rates
from model.report.report import Report

_FOUND = (("序号", 6), ("级别", 7), ("位置", 18), ("问题", 50), ("依据", 8), ("编号", 9))
_ANSWERED = (("序号", 6), ("位置", 18), ("问题", 40), ("理由", 26), ("编号", 9))
_RATES = (("指标", 22), ("算法", 34), ("本年", 16), ("上年", 13), ("变化", 15))


def check_sheet(report: Report, today: date) -> tuple[Block, ...]:
    """The whole sheet: whose report, the balance of table three, what is open, what was answered and why, who signs.

    Args:
        report: the report as it is now; every check runs on it.
        today: the day of the check, printed and used by checks on deadlines.
    """
    return tuple(_sheet(report, today))


def _sheet(report: Report, today: date) -> Iterator[Block]:
    every = all_findings(report, Context(today))
    report = bound(report, every)
    open_ones = still_open(report, every)
    answered = [(finding, report.dismissed[number].reason) for finding, number in _answers(report, every)]
    yield Title(("政府信息公开工作年度报告", "校验单"))
    yield from _about(report, today, open_ones, len(answered))
    yield Heading(f"一、{_balanced(report.form)}勾稽关系")
    yield _listing(_balance_head(report.form), (_balance(report, balance) for balance in report.form.balances))
    yield Heading("二、需要处理的问题")
    yield from _rows_or("没有发现问题。", _FOUND, (_found(finding, report.form) for finding in open_ones))
    if answered:
        yield Heading("三、已说明理由、不作改动的")
        yield _listing(_ANSWERED, _numbered(_answered(*answer, report.form) for answer in answered))
    yield from _rates(report, "四" if answered else "三")
    yield Signature(("填报人：＿＿＿＿＿＿　审核人：＿＿＿＿＿＿", "　　年　　月　　日"))


def _rates(report: Report, numeral: str) -> Iterator[Block]:
    """What supervisors compute from the tables; nothing on a form without these cells."""
    if found := rates(report):
        yield Heading(f"{numeral}、常用指标（供参考，按表中数据计算）")
        yield _listing(_RATES, ((each.name, each.formula, *_shares(each)) for each in found))


def _shares(rate: Rate) -> tuple[str, ...]:
    return rate.now_words, rate.before_words, rate.change_words


def _about(report: Report, today: date, found: Iterable[Finding], answered: int) -> Iterator[Paragraph]:
    severities = [finding.severity for finding in found]
    counts = "，".join(f"{word} {severities.count(severity)} 个" for severity, word in SEVERITIES.items())
    lines = (
        f"报告：{report.title_text}",
        f"机关：{report.agency.name}　年度：{report.year}",
        f"校验日期：{today.year}年{today.month}月{today.day}日　校验项目：{len(CHECKS)} 项",
        f"结果：{counts}；已说明理由 {answered} 个。",
        f"报告内容的摘要：{short(digest(words(blocks(report))))}（导出的文件属性里有同样的摘要，据此可知文件是不是审核的这一版）",
    )
    yield from (Paragraph(line) for said in lines for line in printable(said))


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
