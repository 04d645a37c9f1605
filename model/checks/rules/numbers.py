"""Checks on the figures of the three tables, and on what the texts owe to them."""

from collections.abc import Iterator

from model.checks.about import BlankCells, Unbalanced
from model.checks.reasons import FIGURES, IN_FORCE
from model.checks.registry import Context, Problem, check
from model.checks.rules.handling_fee import speaks_of_fee
from model.form.form import Balance, format_value, official
from model.language.patterns import pattern
from model.language.sentences import pieces
from model.report.past import past_count, year_before
from model.report.printed_totals import suspects
from model.report.proposals import CARRIED_IN
from model.report.report import Report
from model.report.rule_making import RULES_CELLS, cannot_make_rules

_APPLICATIONS = "applications."
FEES = "disclosure.fees.amount"
"""行政事业性收费, in 万元."""
_FEES_IN_YUAN = 10_000
_DELAY_LEAST, _DELAY_SHARE = 5, 4
_SUIT_AFTER_REVIEW_SINCE = 2024
_EXPLAINED = pattern(
    r"其他处理|撤(?:回|销|件)|放弃|取消|终止|并案|合并|转(?:送|交|办)|移送|退(?:回|件)|无法(?:联系|送达)|联系不上"
    r"|非政府信息公开|不属于政府信息|咨询(?:类|事项|件|答复)|(?:属于|为|系|作)[^，。；\n]{0,6}咨询"
)
_ABOUT_APPLICATIONS = pattern(r"申请|其他处理|[0-9０-９一二三四五六七八九十}]\s*件")


@check("T0-01", "error", "practice", reads=("tables",))
def blank_cells(report: Report, _context: Context) -> Iterator[Problem]:
    """三张表中没有填写的格，一条列出全部位置。空格不等于 0，确认后才按 0 导出。"""
    if report.blanks:
        yield Problem(f"还有{len(report.blanks)}格未填，导出前请填写或确认为0。", report.blanks, about=BlankCells())


@check("T2-03", "warning", "law", reads=("tables", "agency"), reasons=FIGURES)
def rules_without_power(report: Report, _context: Context) -> Iterator[Problem]:
    """规章只有国务院部门、省级和设区的市（自治州）人民政府可以制定（《立法法》第九十一条、第九十三条）。"""
    filled = tuple(cell_id for cell_id in RULES_CELLS if report.count(cell_id))
    if filled and cannot_make_rules(report.agency):
        message = "没有规章制定权，规章一行一般应为0；如填的是其他文件，请移到“行政规范性文件”。"
        yield Problem(f"{report.agency.name}{message}", filled)


@check("T2-06", "warning", "inference", reads=("tables", "agency", "last_year"), reasons=IN_FORCE)
def in_force_too_few(report: Report, _context: Context) -> Iterator[Problem]:
    """没有上年数据时：现行有效件数不应少于本年制发减本年废止。没有规章制定权的，规章一行只由 T2-03 提示。"""
    rows = {"rules": "规章", "normative_documents": "行政规范性文件"}
    if cannot_make_rules(report.agency):
        del rows["rules"]
    for row, name in rows.items():
        cells = tuple(f"disclosure.{row}.{column}" for column in ("issued", "repealed", "in_force"))
        if past_count(report, cells[-1]) is not None or not all(cell_id in report.numbers for cell_id in cells):
            continue
        issued, repealed, in_force = (report.count(cell_id) for cell_id in cells)
        if in_force < issued - repealed:
            yield Problem(f"“{name}”现行有效{in_force}件，少于今年制发减废止（{issued - repealed}件）。", cells)


@check("T2-07", "hint", "inference", reads=("tables", "agency", "last_year"), reasons=("已核对，单位是万元",))
def fees_in_yuan(report: Report, _context: Context) -> Iterator[Problem]:
    """行政事业性收费是不小于 10000 的整数，或是上年的 100 倍以上：可能把“元”填成了“万元”。"""
    amount = report.numbers.get(FEES)
    grown = fees_grew_a_hundredfold(report)
    if amount is not None and (grown or (amount >= _FEES_IN_YUAN and amount == int(amount))):
        message = f"行政事业性收费填了{format_value(amount)}万元，请确认单位是“万元”而不是“元”"
        past = year_before(report)
        before = f"，上年是{format_value(past.numbers.get(FEES))}万元" if grown and past else ""
        yield Problem(f"{message}{before}。", (FEES,))


def fees_grew_a_hundredfold(report: Report) -> bool:
    """Whether 行政事业性收费 is a hundred times last year's or more, as when 元 are filled in for 万元."""
    past = year_before(report)
    before = past.numbers.get(FEES) if past else None
    return bool(before) and (report.numbers.get(FEES) or 0) >= 100 * (before or 0)


@check("T3-01", "error", "official", reads=("tables", "source"))
def unbalanced_column(report: Report, _context: Context) -> Iterator[Problem]:
    """表三逐列：本年新收＋上年结转＝办理结果总计＋结转下年度。

    总计列由各列相加，不单列一条；一列只有一格未填、填上即平的，除上年结转外还没填的，由 T0-01 提示；
    来源文件印的总计表明是哪一格不对的，由 T3-03 提示。
    """
    known = suspects(report)
    for balance in official().balances:
        difference = report.difference(balance)
        if not difference or balance.column == "total" or _wants_filling(report, balance, difference):
            continue
        if any(_column(cell_id) == balance.column and abs(off) == abs(difference) for cell_id, off in known.items()):
            continue
        received, carried_in, concluded, carried_out = (report.count(cell_id) for cell_id in balance.cells)
        column = official().name(balance.cells[0]).rpartition(" / ")[2]
        yield Problem(
            f"表三“{column}”列不平：本年新收{received}+上年结转{carried_in}={received + carried_in}，"
            f"办理结果总计{concluded}+结转下年{carried_out}={concluded + carried_out}，相差{abs(difference)}。",
            balance.cells,
            about=Unbalanced(balance.column),
        )


def _column(cell_id: str) -> str:
    return cell_id.rpartition(".")[2]


def _wants_filling(report: Report, balance: Balance, difference: int) -> bool:
    """Whether a column is off only because it is not filled in: one cell of it, or all of it but 上年结转."""
    return _is_one_blank(report, balance, difference) or _is_only_carried_in(report, balance)


def _is_only_carried_in(report: Report, balance: Balance) -> bool:
    """Whether a column holds nothing but 上年结转, as in a report begun from last year's."""
    typed = (part for cell_id in balance.cells for part in official().parts.get(cell_id, (cell_id,)))
    return all(cell_id.startswith(CARRIED_IN) for cell_id in typed if cell_id in report.numbers)


def _is_one_blank(report: Report, balance: Balance, difference: int) -> bool:
    """Whether a column is off only for want of one cell, on the side that is too small."""
    blanks = [cell_id for cell_id in report.blanks if cell_id.endswith(f".{balance.column}")]
    blanks = [cell_id for cell_id in blanks if cell_id.startswith(_APPLICATIONS)]
    return len(blanks) == 1 and (blanks[0] in balance.left) == (difference < 0)


@check("T3-08", "hint", "law", reads=("tables",), reasons=FIGURES)
def much_carried_out(report: Report, _context: Context) -> Iterator[Problem]:
    """结转下年度不少于 5 件且超过全年新收的四分之一（答复期见《条例》第三十三条）。"""
    cells = ("applications.carried_out.total", "applications.received.total")
    carried_out, received = (report.count(cell_id) for cell_id in cells)
    if carried_out >= _DELAY_LEAST and carried_out * _DELAY_SHARE > received:
        share = f"占全年新收{carried_out * 100 // received}%" if received else "而全年没有新收"
        yield Problem(
            f"结转下年{carried_out}件，{share}。法定答复期一般为20个工作日（可延长20个工作日），请核对是否都在期限内。",
            cells,
        )


@check("T3-09", "warning", "inference", reads=("tables",), may_read=("other_matters",), reasons=FIGURES)
def fee_unpaid_but_unmentioned(report: Report, _context: Context) -> Iterator[Problem]:
    """表三有“逾期未按收费通知缴费”，第六部分却没有写信息处理费。"""
    cell_id = "applications.other_fee_unpaid.total"
    unpaid = report.count(cell_id)
    if unpaid and not speaks_of_fee(report.text.other_matters):
        message = f"表三有{unpaid}件“逾期未按收费通知缴费”，但第六部分没有写信息处理费情况。"
        yield Problem(message, (cell_id,), section="other_matters")


@check("T3-10", "hint", "practice", reads=("tables",), may_read=("notes", "overview", "other_matters"), reasons=FIGURES)
def other_results_unexplained(report: Report, _context: Context) -> Iterator[Problem]:
    """“其他处理—其他”有件数，正文和表下的注都没有说明是哪些情形。"""
    cell_id = "applications.other_misc.total"
    others = report.count(cell_id)
    said = (report.text.overview, report.text.other_matters, report.notes.get("applications", ""))
    if others and not any(_explains(words) for words in said):
        yield Problem(f"“其他处理—其他”有{others}件，建议在正文说明是哪些情形（如申请人撤回）。", (cell_id,))


def _explains(words: str) -> bool:
    """Whether a sentence about applications tells how some of them ended otherwise."""
    said = pieces(words, "statement")
    return any(_EXPLAINED.search(part) and _ABOUT_APPLICATIONS.search(part) for part in said)


@check("T4-05", "hint", "law", reads=("tables", "agency"), reasons=FIGURES)
def direct_suit_after_2023(report: Report, _context: Context) -> Iterator[Problem]:
    """2024 年起，对不予公开不服的，应先申请行政复议（《行政复议法》第二十三条）。"""
    cell_id = "disputes.direct_suit.total"
    suits = report.count(cell_id)
    if suits and report.year >= _SUIT_AFTER_REVIEW_SINCE:
        yield Problem(
            f"2024年起，对“不予公开”不服须先复议再起诉；“未经复议直接起诉”有{suits}件，请核对案由。", (cell_id,)
        )
