"""Mistakes that those look for who read reports for a living: contacts, words for all, lists, days, figures."""

from datetime import date
from decimal import Decimal
from random import Random

from model.report.names import regions
from model.report.report import Report
from model.structs import replace
from tests.checks.correct import FEES
from tests.mutation.plant import every, plant, swapping, text_of

_COLUMNS = ("natural_person", "enterprise", "research", "public_welfare", "legal_service", "other_organisation")


def _total(report: Report, role: str) -> int:
    return report.count(f"applications.{role}.total")


def _said(report: Report, words: str) -> Report:
    """The report with a sentence more in the item on applications."""
    lines = report.text.overview.split("\n")
    place = next(index for index, line in enumerate(lines) if line.startswith("（三）")) - 1
    lines[place] += words
    return report.with_text("overview", "\n".join(lines))


every(
    "C-01",
    (
        ("邮编", swapping("130000", "130010", ("preamble",))),
        ("电话", swapping("89682735", "89682753", ("preamble",))),
        ("门牌", swapping("人民路8号", "人民路18号", ("preamble",))),
    ),
)
every(
    "H-12",
    (
        ("令号", swapping("第711号", "第717号", ("preamble",))),
        ("文号", swapping("〔2021〕30号", "〔2021〕3号", ("preamble",))),
        ("机关代字", swapping("国办公开办函〔2021〕30号", "国办公开函〔2021〕30号", ("preamble",))),
    ),
)
every("H-14", (("没有的条", swapping("第五十条", "第六十条", ("preamble",))),))
every("H-13", (("私人邮箱", swapping("@qinghe.example.com", "@126.com", ("preamble",))),))


@plant("X-12", "均已办结")
def _all_done(report: Report, _random: Random) -> Report | None:
    if not _total(report, "carried_out"):
        return None
    return _said(report, "所收到的政府信息公开申请均已办结。")


@plant("X-15", "按时答复率")
def _rate(report: Report, _random: Random) -> Report | None:
    if _total(report, "received") or _total(report, "carried_in"):
        return None
    return _said(report, "政府信息公开申请按时答复率100%。")


@plant("T4-08", "复议多于申请", by=("X-04", "Y-05", "T4-06"))
def _many_reviews(report: Report, _random: Random) -> Report:
    return report.with_number("disputes.review.upheld", _total(report, "concluded") * 4 + 2000)


every(
    "Y-09",
    (
        ("复制费", text_of("other_matters", "本年度未收取检索费、复制费，信息处理费为0元。没有其他需要报告的事项。")),
        ("特殊需要", lambda report, _random: _said(report, "申请人未说明自身特殊需要的，请其补正。")),
        ("十五个工作日", lambda report, _random: _said(report, "坚持在15个工作日的法定期限内答复申请人。")),
    ),
)


@plant("T2-09", "处理费填进表二", by=("T2-07", "T2-08", "X-10"))
def _fee_in_table_two(report: Report, _random: Random) -> Report | None:
    if not _total(report, "received"):
        return None
    words = "本年度发出收费通知1件，收取信息处理费400元。没有其他需要报告的事项。"
    return report.with_text("other_matters", words).with_number(FEES, Decimal("0.04"))


@plant("X-13", "不是十元的倍数")
def _odd_fee(report: Report, _random: Random) -> Report | None:
    if not _total(report, "received"):
        return None
    words = "本年度发出收费通知1件，收取信息处理费123元。没有其他需要报告的事项。"
    return report.with_text("other_matters", words)


@plant("T3-13", "全在一列", by=("X-09", "T3-07", "T3-06"))
def _one_column(report: Report, _random: Random) -> Report | None:
    rows = {cell.split(".")[1] for cell in report.form.typed if cell.startswith("applications.")}
    moved = {f"applications.{row}.{column}": 0 for row in rows for column in _COLUMNS}
    for row in rows:
        moved[f"applications.{row}.research"] = report.count(f"applications.{row}.total")
    return report.with_numbers(moved) if _total(report, "received") >= len(_COLUMNS) else None


@plant("X-14", "两位对调")
def _twice(report: Report, _random: Random) -> Report:
    lines = report.text.overview.split("\n")
    lines[1] += "县政府网站发布民生信息2614条。"
    lines[-1] += "对县政府网站发布民生信息2641条逐条复查。"
    return report.with_text("overview", "\n".join(lines))


every(
    "F-07",
    (
        ("三个问题", text_of("problems", "存在三个方面的问题：一是更新不及时；二是解读不够。下一步，将加强培训。")),
        ("问题有二", text_of("problems", "问题有二：一是更新慢；二是解读少；三是栏目散。下一步，将加强培训。")),
    ),
)
every(
    "F-08",
    (
        ("十一月三十一日", lambda report, _random: _said(report, "11月31日召开答复规范座谈会。")),
        ("超过百分之百", lambda report, _random: _said(report, "栏目更新率达到105%。")),
    ),
)

every(
    "X-16",
    (
        ("提高到更低", lambda report, _random: _said(report, "政务公开考核权重由4分提高到3分。")),
        ("改的多于发现的", lambda report, _random: _said(report, "栏目检查发现问题12个，已整改15个。")),
    ),
)
every("Y-10", (("往年的打算", lambda report, _random: _said(report, f"{report.year}年将统一答复书的格式。")),))
every("H-15", (("答复超期", lambda report, _random: _said(report, "政府信息公开申请均在60个工作日内办结。")),))


@plant("Y-11", "别处的话")
def _of_a_town(report: Report, _random: Random) -> Report | None:
    if not regions(report.agency.name) or set("镇乡街") & set(report.agency.name):
        return None
    return _said(report, "全镇政务公开水平有新的提高。")


@plant("T3-14", "大量反复", by=("T3-12", "X-09", "X-01", "Y-05", "T3-06", "T3-07"))
def _excessive(report: Report, _random: Random) -> Report:
    rows = {cell: 0 for cell in report.form.typed if cell.startswith("applications.")}
    few = {"applications.received.natural_person": 2, "applications.unprocessed_excessive.natural_person": 2}
    return replace(report, last_year=None).with_numbers({**rows, **few})


@plant("S-15", "纠正多而不提", by=("X-04", "T4-06", "Y-05"))
def _silent(report: Report, _random: Random) -> Report:
    words = "一是栏目更新不够及时，二是解读形式单一。下一步，将按月更新栏目，多做图解。"
    return report.with_number("disputes.review.corrected", 30).with_text("problems", words)


@plant("P-11", "落款在年底以前")
def _signed_early(report: Report, _random: Random) -> Report:
    return replace(report, layout=replace(report.layout, signature=True, signature_date=date(report.year, 12, 25)))
