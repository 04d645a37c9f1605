"""Checks on figures beside those of the year before; they say nothing where that year's figure is not known."""

from collections.abc import Iterator
from decimal import Decimal

from model.checks.fix import Fix
from model.checks.reasons import FIGURES, IN_FORCE
from model.checks.registry import Context, Problem, check
from model.checks.rules.numbers import fees_cell, fees_grew_a_hundredfold
from model.form.form import COUNT_LIMIT, Value, format_value
from model.language.patterns import pattern
from model.language.sentences import pieces
from model.report.past import past_count, past_value, year_before
from model.report.proposals import Documents, carried, documents, following
from model.report.report import Report
from model.report.rule_making import cannot_make_rules, rules_cells

_RECEIVED = "applications.received.total"
_CARRIED_IN, _CARRIED_OUT = "applications.carried_in.total", "applications.carried_out.total"
_GROUPS = ("review", "direct_suit", "suit_after_review")
_WORK = tuple(f"disclosure.{row}.decisions" for row in ("licences", "penalties", "compulsory_measures"))
_FEW = 10
"""A change by so many 件 or 万元, or by fewer, is none to speak of."""
_TIMES = 5
_SAME_LEAST = 5
_BY_CHANCE = 2
"""Counts up to this are often the same in two years."""
_EXPLAINED_IN_NOTE = pattern(r"清理|失效|废止|机构改革|调整|划转|移交|移送|核减|核实|口径|重新统计|更正|有误")
_EXPLAINED_IN_TEXT = pattern(
    r"失效|机构改革|划转|移交|核减|统计口径|重新统计|清理[^。；\n]{0,16}(?:后|现行有效|保留|宣布)|上年[^。；\n]{0,12}(?:有误|更正)"
)
_ABOUT_DOCUMENTS = pattern(r"规范性文件|规章|现行有效")
_TAKEN_OVER = pattern(
    r"(?:文件|有效)(?=[^。；\n]{0,40}(?:计入|列入|纳入)[^。；\n]{0,8}(?:废止|有效|制发))"
    r"|(?:划|转|并|移)[入来][^。；\n]{0,16}文件|文件[^。；\n]{0,16}(?:划|转|并|移)[入来出交]"
    r"|(?:有效|文件)[^。；\n]{0,12}(?:与|和|较|比|同)上一?年[^。；\n]{0,14}(?:衔接|相差|差额|不一致|不符|不衔接)"
    r"|(?:文件|有效)[^。；\n]{0,10}(?:到期|届满|期满)[^。；\n]{0,6}(?:失效|不再)"
)
"""Why the documents in force are not as many as those of last year and this year make."""


@check(
    "T2-04",
    "warning",
    "practice",
    reads=("tables", "agency", "last_year"),
    may_read=("notes", "overview"),
    reasons=IN_FORCE,
    aspect="years",
)
def in_force_unlike_last_year(report: Report, _context: Context) -> Iterator[Problem]:
    """现行有效＝上年现行有效＋本年制发－本年废止；正文或表下的注已说明清理、失效、调整的不再提示。"""
    for row in _document_rows(report):
        issued, repealed, in_force = (report.count(cell_id) for cell_id in row.cells)
        expected = following(report, row.in_force)
        if expected is None or expected < 0 or in_force == expected or _says_why(report):
            continue
        before = expected - issued + repealed
        yield Problem(
            f"“{row.name}”现行有效{in_force}，按上年{before}+制发{issued}-废止{repealed}应为{expected}。"
            "若因清理、失效、机构改革调整，请在表下或正文加一句说明。",
            row.cells,
            fix=Fix(f"改为 {expected}", numbers=((row.in_force, expected),)) if expected <= COUNT_LIMIT else None,
        )


def _document_rows(report: Report) -> Iterator[Documents]:
    """The rows of documents that are filled in; 规章 of an agency that can have none are for T2-03 alone."""
    without_power = rules_cells(report.form) if cannot_make_rules(report.agency) else ()
    for row in documents(report.form):
        if row.in_force not in without_power and all(cell_id in report.numbers for cell_id in row.cells):
            yield row


def _says_why(report: Report) -> bool:
    """Whether the note under table two or a sentence about documents tells why their number is another."""
    notes = {report.form.table_of(row.in_force).id for row in documents(report.form)}
    if any(_EXPLAINED_IN_NOTE.search(report.notes.get(table, "")) for table in notes):
        return True
    said = pieces(report.text.overview, "statement")
    return any(
        (_ABOUT_DOCUMENTS.search(words) and _EXPLAINED_IN_TEXT.search(words)) or _TAKEN_OVER.search(words)
        for words in said
    )


@check(
    "T2-05",
    "warning",
    "inference",
    reads=("tables", "agency", "last_year"),
    reasons=("清理以前年度的文件", "机构改革，文件划转"),
    aspect="years",
)
def repealed_too_many(report: Report, _context: Context) -> Iterator[Problem]:
    """废止件数不应多于上年现行有效加本年制发；这时 T2-04 不再提示。"""
    for row in _document_rows(report):
        expected = following(report, row.in_force)
        if expected is not None and expected < 0:
            repealed = report.count(row.repealed)
            message = f"“{row.name}”废止{repealed}件，多于上年有效加今年制发（{expected + repealed}件），请核对。"
            yield Problem(message, row.cells)


@check(
    "T2-08",
    "hint",
    "inference",
    reads=("tables", "agency", "last_year"),
    may_read=("overview", "notes"),
    group="与上年相差很大的数",
    reasons=FIGURES,
    aspect="years",
)
def work_changed_much(report: Report, _context: Context) -> Iterator[Problem]:
    """许可、处罚、强制、收费：上年有（3 件以上）而今年为 0，或变化超过 5 倍（相差不超过 10 不算）。

    上年为 0 而今年超过 100 件的也是，收费除外。

    疑为填错单位由 T2-07 提示。
    """
    past, fees = year_before(report), fees_cell(report.form)
    for cell_id in filter(None, (*map(report.form.cell_as, _WORK), fees)):
        now, before = report.numbers.get(cell_id), past_value(past, cell_id, report.form) if past else None
        if now is None or before is None or (cell_id == fees and (not before or fees_grew_a_hundredfold(report))):
            continue
        if _came_or_went(now, before) or _changed_much(Decimal(now), Decimal(before)):
            if _text_says_why(report, cell_id):
                continue
            name = report.form.name(cell_id).partition(" / ")[0]
            yield Problem(
                f"“{name}”上年{format_value(before)}，今年{format_value(now)}，变化很大，请核对。", (cell_id,)
            )


_WHY = pattern(
    "划转|移交|承接|下放|收回|取消|集中行使|调整|改革|转由|不再|停征|停止|赋权|由于|受[^，。；]{1,12}影响|原因"
)
_SOME = 3
"""So many there were last year where none this year is worth a word."""
_MANY = 100
"""More there are this year where none last year is worth a word."""
_OF_LAST_YEAR = pattern("上年|上一年|去年|20[0-9]{2}年")
_WHY_CARRIED = pattern(
    "有误|误[填报统计]|更正|漏[填报统计]|核[对实减定]|不一致|口径|机构改革|划[转入出]|移交|合并(?!办理|计算|统计|答复|审理)|并入|承接|接收"
    "|(?:上年|上一年|去年|20[0-9]{2}年)[^。；]{0,40}不同"
)
_ABOUT_WORK = {"licences": "许可", "penalties": "处罚", "compulsory_measures": "强制", "fees": "收费"}


def _text_says_why(report: Report, cell_id: str) -> bool:
    """Whether a sentence of section one or a note says why this figure changed."""
    name = _ABOUT_WORK.get(cell_id.split(".")[1], "")
    said = (part for words in (report.text.overview, *report.notes.values()) for part in pieces(words, "sentence"))
    return bool(name) and any(name in part and _WHY.search(part) for part in said)


def _came_or_went(now: Value, before: Value) -> bool:
    """Whether there was some of it last year and none is now, or many now and none last year."""
    return (not now and before >= _SOME) or (not before and now > _MANY)


def _changed_much(now: Decimal, before: Decimal) -> bool:
    return bool(now and before) and max(now, before) > _TIMES * min(now, before) and abs(now - before) > _FEW


@check(
    "T3-06",
    "warning",
    "practice",
    reads=("tables", "agency", "last_year"),
    may_read=("overview", "notes"),
    reasons=("机构改革，职能划转", "上年报告有误", "上级统一口径"),
    aspect="years",
)
def carried_in_unlike_last_year(report: Report, _context: Context) -> Iterator[Problem]:
    """本年“上年结转”的总计与上年报告“结转下年度继续办理”的总计相同；写明原因的不算，还没有填的由 T0-01 提示。"""
    wrong, totals = _carried_otherwise(report), report.form.each_as(_CARRIED_OUT, _CARRIED_IN)
    if not wrong or not totals:
        return
    before, now = past_count(report, totals[0]), report.count(totals[1])
    if before is not None and now != before:
        yield Problem(
            f"上年报告写“结转下年度继续办理”{before}件，今年“上年结转”填了{now}件，两年对不上。"
            "若有机构改革或上年报告有误，请写明原因。",
            (*wrong, totals[1]),
        )


@check(
    "T3-07",
    "warning",
    "inference",
    reads=("tables", "agency", "last_year"),
    may_read=("overview", "notes"),
    reasons=("上年申请人类别有误", "机构改革，职能划转"),
    aspect="years",
)
def carried_in_elsewhere(report: Report, _context: Context) -> Iterator[Problem]:
    """各类申请人的“上年结转”与上年报告相同；写明原因的不算，总计也不同的由 T3-06 提示。几类填错了列是一条。"""
    wrong, totals = _carried_otherwise(report), report.form.each_as(_CARRIED_OUT, _CARRIED_IN)
    if not wrong or (totals and past_count(report, totals[0]) not in (None, report.count(totals[1]))):
        return
    columns = "”“".join(report.form.name(cell_id).rpartition(" / ")[2] for cell_id in wrong)
    counts = "、".join(f"{report.count(cell_id)}对{following(report, cell_id)}" for cell_id in wrong)
    yield Problem(f"上年结转的“{columns}”件数与上年报告不同（{counts}），请核对申请人类别。", wrong)


def _carried_otherwise(report: Report) -> tuple[str, ...]:
    """The cells of 上年结转 that differ from what last year's report carried out, and no words say why."""
    said = (part for words in (report.text.overview, *report.notes.values()) for part in pieces(words, "sentence"))
    if any("结转" in part and _OF_LAST_YEAR.search(part) and _WHY_CARRIED.search(part) for part in said):
        return ()
    cells = (cell_id for cell_id in carried(report.form) if cell_id in report.numbers)
    return tuple(cell_id for cell_id in cells if following(report, cell_id) not in (None, report.count(cell_id)))


@check(
    "T3-12",
    "hint",
    "inference",
    reads=("tables", "agency", "last_year"),
    may_read=("overview",),
    reasons=FIGURES,
    aspect="years",
)
def received_changed_much(report: Report, _context: Context) -> Iterator[Problem]:
    """新收件数与上年相差 50% 以上，而且超过 10 件；正文说明了原因的不再提示。"""
    received = report.form.cell_as(_RECEIVED)
    if received is None:
        return
    before, now = past_count(report, received), report.count(received)
    filled = all(part in report.numbers for part in report.form.parts.get(received, (received,)))
    if filled and before is not None and abs(now - before) > max(_FEW, before / 2):
        if _CHANGE_EXPLAINED.search(report.text.overview):
            return
        message = f"今年新收{now}件，上年{before}件，变化较大，请确认没有填错列或少填一位。"
        yield Problem(message, (received,))


_CHANGE_EXPLAINED = pattern(
    "申请[^。\n]{0,40}(?:增长|增加|上升|减少|下降|回落|激增|骤增|多|少)[^。\n]{0,24}(?:原因|主要是|主要因|由于|源于|系因|因为|缘于|受[^。\n，]{2,16}影响)"
)
"""Why there were many more or fewer applications than last year."""


@check("T4-04", "hint", "inference", reads=("tables", "agency", "last_year"), reasons=FIGURES, aspect="years")
def pending_disputes_lost(report: Report, _context: Context) -> Iterator[Problem]:
    """上年“尚未审结”的案件，今年应计入同一组的总计。"""
    for group in _GROUPS:
        cells = report.form.each_as(f"disputes.{group}.total", f"disputes.{group}.pending")
        if not cells:
            continue
        total, pending, now = cells[0], past_count(report, cells[1]), report.count(cells[0])
        filled = all(part in report.numbers for part in report.form.parts.get(total, (total,)))
        if filled and pending and now < pending:
            yield Problem(
                f"上年报告有{pending}件“尚未审结”，今年该组总计只有{now}件，请核对上年未结案件今年是否已计入。",
                (total,),
            )


@check("T4-06", "hint", "inference", reads=("tables", "agency", "last_year"), reasons=FIGURES, aspect="years")
def disputes_without_applications(report: Report, _context: Context) -> Iterator[Problem]:
    """今年和上年都没有申请（含结转），表四却有件数。"""
    rows = report.form.each_as(_RECEIVED, _CARRIED_IN)
    totals = filter(None, (report.form.cell_as(f"disputes.{group}.total") for group in _GROUPS))
    disputed = tuple(total for total in totals if report.count(total))
    none = bool(rows) and all(past_count(report, row) == 0 and not report.count(row) for row in rows)
    parts = (part for row in rows for part in report.form.parts.get(row, (row,)))
    if disputed and none and not any(part in report.blanks for part in parts):
        message = f"今年和去年都没有申请，表四却有{report.sum(disputed)}件，请核对。"
        yield Problem(message, disputed)


def _repeats_a_table(report: Report, same: set[str]) -> bool:
    """Whether so many of the larger counts of a table, or of all, are last year's that it can hardly be chance."""
    in_force = {row.in_force for row in documents(report.form)}
    for table in ("", *(f"{table.id}." for table in report.form.tables)):
        counts = [cell_id for cell_id, value in report.numbers.items() if value > _BY_CHANCE]
        telling = [cell_id for cell_id in counts if cell_id.startswith(table) and cell_id not in in_force]
        if len(same.intersection(telling)) >= max(_SAME_LEAST, len(telling) / 2):
            return True
    return False


@check(
    "Y-08",
    "warning",
    "inference",
    reads=("tables", "agency", "last_year"),
    reasons=("已与台账核对，情况属实",),
    aspect="years",
)
def same_as_last_year(report: Report, _context: Context) -> Iterator[Problem]:
    """不少于 5 个非零数据与上年完全相同：占全部非零数据的一半以上，

    或三张表、其中一张的较大数据（不计 1、2 和自然相同的现行有效）的一半以上。
    """
    past = year_before(report)
    filled = [cell_id for cell_id, value in report.numbers.items() if value]
    same = {cell_id for cell_id in filled if past and past_value(past, cell_id, report.form) == report.numbers[cell_id]}
    if len(same) >= _SAME_LEAST and (len(same) * 2 >= len(filled) or _repeats_a_table(report, same)):
        cells = tuple(cell_id for cell_id in report.form.typed if cell_id in same)
        yield Problem(f"{len(cells)}个非零数据与上年完全相同，请确认不是旧表。", cells)
