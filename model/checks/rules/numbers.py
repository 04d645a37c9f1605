"""Checks on the figures of the three tables, and on what the texts owe to them."""

import re
from collections.abc import Iterator

from model.checks import laws
from model.checks.about import BlankCells, Unbalanced
from model.checks.reasons import FIGURES, IN_FORCE
from model.checks.registry import Context, Problem, check
from model.checks.rules.handling_fee import speaks_of_fee
from model.checks.wrong_column import WrongColumn, wrong_column
from model.form.form import Balance, Form, format_value
from model.language.patterns import pattern
from model.language.sentences import pieces
from model.report.evidence import unread
from model.report.past import past_count, past_value, year_before
from model.report.printed_totals import suspects
from model.report.proposals import carried, documents
from model.report.report import Report
from model.report.rule_making import cannot_make_rules, rules_cells

_TERMS = {"received": "本年新收", "carried_in": "上年结转", "concluded": "办理结果总计", "carried_out": "结转下年"}
_FEES_IN_YUAN = 10_000
_DELAY_LEAST, _DELAY_SHARE = 5, 4
_SUIT_AFTER_REVIEW_SINCE = laws.since("review").year
_EXPLAINING = (
    r"(?<!视为)(?<!视同)(?:撤(?:回|销|件)|放弃)|取消|终止|并案|合并|转(?:送|交|办)|移送|退(?:回|件)|无法(?:联系|送达)|联系不上"
    r"|申请人(?:已|因)?(?:死亡|去世|病故|失联)|无人承继|非政府信息公开|不属于政府信息|咨询(?:类|事项|件|答复)|(?:属于|为|系|作)[^，。；\n]{0,6}咨询"
)
_EXPLAINED = pattern(_EXPLAINING)
_TELLS_WHICH = pattern(
    "“?其他”?(?:处理)?[0-9一二两三四五六七八九十]{1,3}件[，（(：](?:均|都|全部|分别|其中[0-9一二两三四五六七八九十]{1,3}件)?(?:为|系|是|因|属|即|由于)[^，。；]{4}"
)
"""Right behind 其他…件 in what way they ended."""
_CASES = pattern("复议|诉讼|起诉")
_OF_OTHERS = pattern(f"其他处理[^。；]{{0,40}}?(?:{_EXPLAINING})")
_ABOUT_APPLICATIONS = pattern(r"申请|其他处理|[0-9０-９一二三四五六七八九十}]\s*件")


@check("T0-01", "error", "practice", reads=("tables", "source"))
def blank_cells(report: Report, context: Context) -> Iterator[Problem]:
    """三张表中没有填写的格，一条列出全部位置；空格不等于 0，确认后才按 0 导出。

    来源文件里写的不是数的，由 T2-01、T3-04、T4-02 提示。
    """
    odd = unread(report)
    blanks = tuple(cell_id for cell_id in report.blanks if cell_id not in odd) if odd else report.blanks
    if blanks:
        wanted = "请填上；没有发生的填 0" if context.handed_in else "导出前请填写或确认为0"
        yield Problem(f"还有{len(blanks)}格未填，{wanted}。", blanks, about=BlankCells())


_OF_CITY = pattern("市(?:人民)?政府$")


@check("T2-03", "warning", "law", reads=("tables", "agency"), may_read=("overview",), reasons=FIGURES)
def rules_without_power(report: Report, _context: Context) -> Iterator[Problem]:
    """规章只有国务院部门、省级和设区的市（自治州）人民政府可以制定（《立法法》第九十一条、第九十三条）。

    没有填级别的市，第一部分又没有说到规章的，也提示。
    """
    filled = tuple(cell_id for cell_id in rules_cells(report.form) if report.count(cell_id))
    if filled and cannot_make_rules(report.agency):
        message = "没有规章制定权，规章一行一般应为0；如填的是其他文件，请移到“行政规范性文件”。"
        yield Problem(f"{report.agency.name}{message}", filled)
    elif filled and not report.agency.level and _OF_CITY.search(report.agency.name) and _silent_on_rules(report):
        message = "第一部分没有说到规章；县级市没有规章制定权，如填的是其他文件，请移到“行政规范性文件”。"
        yield Problem(f"表二规章填了数，{message}", filled)


def _silent_on_rules(report: Report) -> bool:
    """Whether section one tells of its documents and not of any rules; an empty one is silent on everything."""
    return "文件" in report.text.overview and "规章" not in report.text.overview


_MANY_REPEALED, _TIMES_IN_FORCE = 10, 3
"""So many repealed, and so many times what is left, where the text does not tell their number, are hardly right."""


@check(
    "T2-06",
    "warning",
    "inference",
    reads=("tables", "agency", "last_year"),
    may_read=("overview", "notes"),
    reasons=IN_FORCE,
)
def in_force_too_few(report: Report, _context: Context) -> Iterator[Problem]:
    """没有上年数据时：现行有效件数不应少于本年制发减本年废止，废止不应多出现行有效几倍而正文没有写。

    没有规章制定权的，规章一行只由 T2-03 提示。
    """
    without_power = rules_cells(report.form) if cannot_make_rules(report.agency) else ()
    for row in documents(report.form):
        cells = row.cells
        if (
            row.in_force in without_power
            or past_count(report, cells[-1]) is not None
            or not all(cell_id in report.numbers for cell_id in cells)
        ):
            continue
        issued, repealed, in_force = (report.count(cell_id) for cell_id in cells)
        if in_force < issued - repealed:
            yield Problem(
                f"“{row.name}”现行有效{in_force}件，少于今年制发减废止（{issued - repealed}件），请核对。", cells
            )
        elif (
            repealed >= _MANY_REPEALED and repealed > _TIMES_IN_FORCE * in_force and not _is_told(report, row.repealed)
        ):
            message = (
                f"“{row.name}”废止{repealed}件，现行有效只有{in_force}件，正文也没有写到废止{repealed}件，请核对。"
            )
            yield Problem(message, cells)


def _is_told(report: Report, cell_id: str) -> bool:
    """Whether section one or a note writes the count of a cell, or has a field for it."""
    said = (report.text.overview, *report.notes.values())
    count = report.count(cell_id)
    return any(cell_id in words or re.search(f"(?<![0-9]){count}[件份个]", words) for words in said)


@check("T2-07", "hint", "inference", reads=("tables", "agency", "last_year"), reasons=("已核对，单位是万元",))
def fees_in_yuan(report: Report, _context: Context) -> Iterator[Problem]:
    """行政事业性收费是不小于 10000 的整数，或是上年的 100 倍以上：可能把“元”填成了“万元”。"""
    fees = fees_cell(report.form)
    amount = report.numbers.get(fees) if fees else None
    grown = fees_grew_a_hundredfold(report)
    if fees and amount is not None and (grown or (amount >= _FEES_IN_YUAN and amount == int(amount))):
        message = f"行政事业性收费填了{format_value(amount)}万元，请确认单位是“万元”而不是“元”"
        past = year_before(report)
        before = f"，上年是{format_value(past_value(past, fees, report.form))}万元" if grown and past else ""
        yield Problem(f"{message}{before}。", (fees,))


def fees_cell(form: Form) -> str | None:
    """行政事业性收费, in 万元; None where a form does not ask for it."""
    return form.cell_as("disclosure.fees.amount")


def fees_grew_a_hundredfold(report: Report) -> bool:
    """Whether 行政事业性收费 is a hundred times last year's or more, as when 元 are filled in for 万元."""
    past = year_before(report)
    fees = fees_cell(report.form)
    before = past_value(past, fees, report.form) if past and fees else None
    return bool(fees and before) and (report.numbers.get(fees or "") or 0) >= 100 * (before or 0)


@check("T3-01", "error", "official", reads=("tables", "source"), may_read=("as_typed",))
def unbalanced_column(report: Report, _context: Context) -> Iterator[Problem]:
    """表三逐列：本年新收＋上年结转＝办理结果总计＋结转下年度。

    总计列由各列相加，不单列一条；偏小的一边还有没填的格、填上可能就平的，由 T0-01 提示（填的不是数的由 R-02、
    来源文件里不是数的由 T3-04 提示）；来源文件印的总计表明是哪一格不对的，由 T3-03 提示。
    两列差得正好相反、像是一个数填错了列的，是一条。
    """
    known, misplaced = suspects(report), wrong_column(report)
    if misplaced:
        yield _in_wrong_column(report, misplaced)
        return
    for balance in report.form.balances:
        difference = report.difference(balance)
        if not difference or balance.is_sum or _wants_filling(report, balance, difference):
            continue
        if any(_column(cell_id) == balance.column and abs(off) == abs(difference) for cell_id, off in known.items()):
            continue
        column = _column_name(report, balance)
        yield Problem(
            f"{report.form.table_of(balance.left[0]).name}“{column}”列不平：{_added(report, balance.left)}，"
            f"{_added(report, balance.right)}，相差{abs(difference)}，请核对这一列。",
            balance.cells,
            about=Unbalanced(balance.column),
        )


def _in_wrong_column(report: Report, found: WrongColumn) -> Problem:
    """Two columns that one entry in the wrong one of them puts out of balance."""
    sides = "，".join(
        f"“{_column_name(report, each)}”列{_added(report, each.left)}，{_added(report, each.right)}"
        for each in (found.short, found.over)
    )
    table = report.form.table_of(found.short.left[0]).name
    message = f"{table}像是填错了列：{sides}，差的都是{found.count}件；{_where(report, found)}。"
    cells = (*(cell for move in found.moves for cell in move), *found.short.cells, *found.over.cells)
    return Problem(message, tuple(dict.fromkeys(cells)))


def _where(report: Report, found: WrongColumn) -> str:
    """Which entry should move, and where to, as far as the figures tell."""
    if not found.moves:
        return f"请核对有没有{found.count}件应填在一列、却填进了另一列"
    places = [[report.form.name(cell_id).split(" / ") for cell_id in move] for move in found.moves]
    if len(places) > 1:
        either = "，或".join(f"“{here[-2]}”的填在“{here[-1]}”、应在“{there[-1]}”" for here, there in places)
        return f"例如{either}，请核对"
    here, there = places[0]
    return f"“{here[-2]}”的{found.count}件现在填在“{here[-1]}”列，移到“{there[-1]}”列，两列就都平了"


def _column_name(report: Report, balance: Balance) -> str:
    return report.form.name(balance.cells[0]).rpartition(" / ")[2]


def _added(report: Report, cells: tuple[str, ...]) -> str:
    """One side of a balance as a sum: 本年新收5+上年结转1=6."""
    terms = "+".join(f"{_term(report.form, cell_id)}{report.count(cell_id)}" for cell_id in cells)
    return f"{terms}={report.sum(cells)}"


def _term(form: Form, cell_id: str) -> str:
    row = form.role(cell_id).split(".")[1:2]
    return _TERMS.get("".join(row)) or form.name(cell_id).partition(" / ")[0]


def _column(cell_id: str) -> str:
    return cell_id.rpartition(".")[2]


def _wants_filling(report: Report, balance: Balance, difference: int) -> bool:
    """Whether a column may be off only because it is not filled in: cells of it, or all of it but 上年结转."""
    return (
        _has_blank(report, balance, difference)
        or _is_only_carried_in(report, balance)
        or not unread(report).isdisjoint(_typed(report, balance.cells))
    )


def _typed(report: Report, cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for cell_id in cells for part in report.form.parts.get(cell_id, (cell_id,)))


def _is_only_carried_in(report: Report, balance: Balance) -> bool:
    """Whether a column holds nothing but 上年结转, as in a report begun from last year's."""
    typed = _typed(report, balance.cells)
    return all(cell_id in carried(report.form) for cell_id in typed if cell_id in report.numbers)


def _has_blank(report: Report, balance: Balance, difference: int) -> bool:
    """Whether a cell without a number is on the side that is too small."""
    small = balance.left if difference < 0 else balance.right
    return any(cell_id not in report.numbers for cell_id in _typed(report, small))


@check("T3-08", "hint", "law", reads=("tables",), reasons=FIGURES)
def much_carried_out(report: Report, _context: Context) -> Iterator[Problem]:
    """结转下年度不少于 5 件且超过全年新收的四分之一（答复期见《条例》第三十三条）。"""
    cells = report.form.each_as("applications.carried_out.total", "applications.received.total")
    if not cells:
        return
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
    cell_id = report.form.cell_as("applications.other_fee_unpaid.total")
    unpaid = report.count(cell_id) if cell_id else 0
    if cell_id and unpaid and not speaks_of_fee(report.text.other_matters):
        message = f"表三有{unpaid}件“逾期未按收费通知缴费”，但第六部分没有写信息处理费情况，请补写。"
        yield Problem(message, (cell_id,), section="other_matters")


@check("T3-10", "hint", "practice", reads=("tables",), may_read=("notes", "overview", "other_matters"), reasons=FIGURES)
def other_results_unexplained(report: Report, _context: Context) -> Iterator[Problem]:
    """“其他处理—其他”有件数，正文和表下的注都没有说明是哪些情形。"""
    cell_id = report.form.cell_as("applications.other_misc.total")
    others = report.count(cell_id) if cell_id else 0
    note = report.notes.get(report.form.table_of(cell_id).id, "") if cell_id else ""
    said = (report.text.overview, report.text.other_matters, note)
    if cell_id and others and not any(_explains(words) for words in said):
        yield Problem(f"“其他处理—其他”有{others}件，建议在正文说明是哪些情形（如申请人撤回）。", (cell_id,))


def _explains(words: str) -> bool:
    """Whether a sentence about applications tells how some of them ended otherwise."""
    return bool(_TELLS_WHICH.search(words)) or any(map(_tells_how, pieces(words, "statement")))


def _tells_how(said: str) -> bool:
    """Whether a statement tells how applications ended; cases of review and suits have an end of their own."""
    if not _ABOUT_APPLICATIONS.search(said):
        return False
    case = _CASES.search(said)
    return bool(_EXPLAINED.search(said, 0, case.start() if case else len(said)) or _OF_OTHERS.search(said))


_SUIT_EXPLAINED = pattern(
    "案由[^。]{0,20}(?:不涉及|不属于|与不予公开无关|并非)|(?:直接|未经)[^。]{0,30}(?:不涉及不予公开|2023年|信息公开指南|主动公开|逾期|未按期|不履行)"
    "|(?:直接(?:向[^。；，]{0,12})?(?:提起|起诉)|未经复议)[^。；，]{0,20}件[，（](?:案由|[一二两三四五2-9]案|[一二两三四五2-9]件)?(?:均|都|全部|分别|其中)?(?:为|系|是|因|由|涉及|针对|对|不服)(?!维持|纠正|驳回|撤诉|胜诉|败诉|法院|其)"
    "(?:(?!不予公开)[^。；]|(?<=不属于)不予公开|(?<=不涉及)不予公开|(?<=非)不予公开){2,60}(?=[。；\n]|$)"
    "|(?:对|因|针对)(?:(?!不予公开|不公开|未公开|拒绝公开|复议)[^。；，\n]){2,40}(?:不服|[有提]出?异议)，?(?:而|后|故|未经复议|申请人|当事人|原告|向[^。；，]{1,10}?){0,3}(?:直接|径直|径行)"
    "|(?:直接|径直|径行)(?:向[^。；，]{1,10})?(?:提起[^。；，（(]{0,8}|起诉)[0-9一二两三四五件，（(]{0,5}(?:系|均|为|是|都){0,2}(?:对|因|针对)(?:(?!不予公开|不公开|未公开|拒绝公开|复议)[^。；，\n]){2,40}不服"
    "|(?:不属于|不适用|无需|不需要|并非)[^。，]{0,8}复议前置"
    "|复议法[^。，]{0,8}(?:修订|修正|修改|施行|实施)(?:以|之)?前"
    "|(?:诉讼|起诉)[^。]{0,24}(?:逾期|未按期|不履行|不作为|(?:不|未)(?:予|作)?答复|补正)"
    "|20(?:1[0-9]|2[0-3])年[^。，]{0,12}(?:作出|答复|告知|决定)[^。]{0,20}(?:起诉|诉讼)"
    "|(?:不属于?|不在|不是|不适用|无需|无须|毋须|不需要?|不必|并非|可以?不|未规定|没有规定)[^。，；]{0,12}(?:复议|不予公开)"
    "|可以?(?:依法)?直接(?:起诉|提起|诉讼|向)"
)
_DIRECT_SUIT = pattern(
    "(?:(?:直接|径直|径行|未经复议|未经行政复议|未先行?复议)[^。；]{0,12}(?:诉|法院|提起)|该案|此案|本案|案由|所诉|诉请)[^。]{0,120}"
)
"""From the words for a suit without a review before it, or for the case, to the end of the sentence."""
_ITS_CAUSE = pattern(
    "所诉|诉请|诉求|就[^，。；]{2,12}(?:决定|行为|答复)|理由|争议|异议|不服|不满|质疑|针对|涉及|案由|对象|诉的是|要求|(?<!诉讼)请求|认为|在于|指向|源于|起因|缘于|系因|是因|由于|因(?!案情|案件|疫情|此)"
)
_NOT_ON_REFUSAL = pattern(
    "(?:不属于?|不在|不是|不涉及|未涉及|不针对|并非|非|无关)[^，。；]{0,8}(?:不予公开|不公开|拒绝公开)"
)
_ON_REFUSAL = pattern("不予公开|不公开|未予?公开|拒绝公开|不同意公开")


def _tells_cause(words: str) -> bool:
    """Whether a statement on such a suit tells what it was about, and it was no refusal."""
    behind = (found[0] for found in _DIRECT_SUIT.finditer(words))
    whole = (each for each in pieces(words, "clause") if _DIRECT_SUIT.search(each))
    told = (_NOT_ON_REFUSAL.sub("", said) for said in (*behind, *whole))
    return any(_ITS_CAUSE.search(said) and not _ON_REFUSAL.search(said) for said in told)


@check("T4-05", "hint", "law", reads=("tables", "agency"), may_read=("overview", "notes"), reasons=FIGURES)
def direct_suit_after_2023(report: Report, _context: Context) -> Iterator[Problem]:
    """2024 年起，对不予公开不服的，应先申请行政复议（《行政复议法》的规定，条号见 resources/words/laws.json）。

    正文或表注说明了案由的不算。
    """
    cell_id = report.form.cell_as("disputes.direct_suit.total")
    suits = report.count(cell_id) if cell_id else 0
    if cell_id and suits and report.year >= _SUIT_AFTER_REVIEW_SINCE:
        said = (report.text.overview, *report.notes.values())
        if any(_SUIT_EXPLAINED.search(words) or _tells_cause(words) for words in said):
            return
        later = laws.wording("review_in_detail", report.year)
        rule = later or f"{_SUIT_AFTER_REVIEW_SINCE}年起，对“不予公开”不服须先复议再起诉"
        yield Problem(f"{rule}；“未经复议直接起诉”有{suits}件，请核对案由。", (cell_id,))
