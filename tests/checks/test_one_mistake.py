"""One mistake in a correct report is one finding, in the words of the catalogue."""

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from model.checks import CHECKS
from model.report.publication import published
from model.report.report import Report, Summed, SummedUnit
from model.structs import replace
from tests.checks.beside import BESIDE_MISTAKES
from tests.checks.correct import (
    BUREAU,
    CORRECT,
    COUNTY,
    FEES,
    TODAY,
    TOWNSHIP,
    applications,
    codes,
    judged,
    reworded,
    titled,
)
from tests.checks.prose_mistakes import PROSE_MISTAKES
from tests.forms import FORM

MANY_VILLAGES = "".join(f"{one}{two}村的公开平稳有序。" for one in "东西南北上下前后" for two in "山河湖岭坡桥塘湾沟坪")

GENERAL = (
    "石桥镇各级干部通过政府网站、公开栏等渠道积极主动公开信息，及时公布政策文件及解读材料，方便群众了解政策。"
    "不断规范依申请公开流程，健全登记、审核、办理、答复等制度。加强政府信息管理和平台建设，维护公开栏目。"
    "强化监督保障，完善工作考核、社会评议和责任追究机制，定期开展业务培训，不断提升公开水平。"
)
CATALOGUE = Path(__file__).parents[1] / "data" / "catalogue.json"
SPRING = date(2025, 5, 1)

Spoil = Callable[[], Report]


def _all_by_research() -> Report:
    """Everything that the bureau received, in the column of research institutes."""
    none = {cell_id: 0 for cell_id in BUREAU.numbers if cell_id.startswith("applications.")}
    moved = applications(
        "research",
        received=11,
        carried_in=1,
        granted=6,
        partly_granted=1,
        refused_third_party=1,
        unavailable_not_held=1,
        other_misc=1,
        carried_out=2,
    )
    return BUREAU.with_numbers({**none, **moved})


def _units_of(*reports: Report) -> Summed:
    return Summed(tuple(SummedUnit(each.agency.name, each.numbers) for each in reports))


MISTAKES: list[tuple[str, Spoil]] = [
    ("F-09", lambda: reworded(BUREAU, "overview", "组织业务培训2次", "组织组织业务培训2次")),
    ("F-09", lambda: reworded(COUNTY, "overview", "完成政府网站", "以经完成政府网站")),
    (
        "P-11",
        lambda: replace(BUREAU, layout=replace(BUREAU.layout, signature=True, signature_date=date(2024, 12, 20))),
    ),
    ("T0-01", lambda: BUREAU.with_number("applications.granted.enterprise", None)),
    ("T0-01", lambda: COUNTY.with_number(FEES, None)),
    ("T2-03", lambda: BUREAU.with_number("disclosure.rules.in_force", 2)),
    ("T2-03", lambda: TOWNSHIP.with_number("disclosure.rules.issued", 4)),
    (
        "T2-06",
        lambda: BUREAU.with_number("disclosure.normative_documents.in_force", 1),
    ),
    ("T2-07", lambda: BUREAU.with_number(FEES, Decimal(355000))),
    ("T3-01", lambda: BUREAU.with_number("applications.received.natural_person", 99)),
    ("T3-01", lambda: TOWNSHIP.with_number("applications.received.research", 1)),
    ("T3-01", lambda: COUNTY.with_number("applications.granted.natural_person", 5)),
    ("T3-08", lambda: BUREAU.with_numbers(applications("natural_person", granted=1, carried_out=6))),
    (
        "T3-09",
        lambda: BUREAU.with_numbers(applications("research", received=1, other_fee_unpaid=1)).with_text(
            "other_matters", "没有其他需要报告的事项。"
        ),
    ),
    ("T3-10", lambda: reworded(BUREAU, "overview", "，其中1件由申请人主动撤回", "")),
    ("T4-05", lambda: COUNTY.with_number("disputes.direct_suit.upheld", 3)),
    (
        "S-06",
        lambda: reworded(
            BUREAU,
            "overview",
            "（五）监督保障。组织业务培训2次，公开工作纳入年度考核，全年未发生需要追究责任的情形。",
            "",
        ),
    ),
    ("S-07", lambda: reworded(COUNTY, "overview", "，责任追究0人次", "")),
    ("S-08", lambda: TOWNSHIP.with_text("problems", "无")),
    ("S-09", lambda: BUREAU.with_text("problems", BUREAU.text.problems.splitlines()[0])),
    ("S-10", lambda: COUNTY.with_text("other_matters", "无其他需要报告的事项。")),
    ("C-01", lambda: replace(BUREAU, agency=replace(BUREAU.agency, postcode="130010"))),
    (
        "X-12",
        lambda: reworded(BUREAU, "overview", "办结{{applications.concluded.total}}件", "均已办结"),
    ),
    ("T4-08", lambda: COUNTY.with_number("disputes.review.upheld", 400)),
    ("Y-09", lambda: reworded(COUNTY, "other_matters", "信息处理费", "信息处理费和邮寄费")),
    ("H-12", lambda: reworded(BUREAU, "preamble", "第711号", "第771号")),
    (
        "T2-09",
        lambda: reworded(
            BUREAU, "other_matters", "收费通知0件，收取信息处理费0元", "收费通知3件，收取信息处理费300元"
        ).with_number(FEES, Decimal("0.03")),
    ),
    (
        "X-13",
        lambda: reworded(BUREAU, "other_matters", "收费通知0件，收取信息处理费0元", "收费通知1件，收取信息处理费405元"),
    ),
    ("T3-13", _all_by_research),
    (
        "X-14",
        lambda: reworded(BUREAU, "problems", "由专人核对", "由专人核对，县政府网站发布信息241条逐条复查"),
    ),
    ("F-07", lambda: reworded(BUREAU, "problems", "存在的主要问题", "存在三个方面的主要问题")),
    ("F-08", lambda: reworded(BUREAU, "overview", "组织业务培训2次", "11月31日组织业务培训")),
    (
        "T3-14",
        lambda: reworded(
            TOWNSHIP, "overview", "没有收到政府信息公开申请，也未", "收到政府信息公开申请2件，未"
        ).with_numbers(applications("natural_person", received=2, unprocessed_excessive=2)),
    ),
    ("X-15", lambda: reworded(TOWNSHIP, "overview", "公开申请，也", "公开申请，申请按时答复率100%，也")),
    (
        "S-15",
        lambda: COUNTY.with_number("disputes.review.corrected", 6).with_text("problems", BUREAU.text.problems),
    ),
    ("X-16", lambda: COUNTY.with_text("overview", f"{COUNTY.text.overview}政务公开考核权重由4分提高到3分。")),
    ("Y-10", lambda: COUNTY.with_text("problems", f"{COUNTY.text.problems}{COUNTY.year}年将统一答复书的格式。")),
    ("Y-11", lambda: BUREAU.with_text("overview", f"{BUREAU.text.overview}全镇政务公开水平有新的提高。")),
    ("H-15", lambda: COUNTY.with_text("overview", f"{COUNTY.text.overview}依申请公开的件均在60个工作日内办结。")),
    ("H-14", lambda: COUNTY.with_text("other_matters", f"{COUNTY.text.other_matters}依据《条例》第六十三条办理。")),
    ("H-13", lambda: reworded(BUREAU, "preamble", "@example.com", "@163.com")),
    ("S-11", lambda: reworded(BUREAU, "other_matters", "没有其他需要报告的事项。", "")),
    ("S-13", lambda: TOWNSHIP.with_text("overview", TOWNSHIP.text.overview + MANY_VILLAGES)),
    ("S-14", lambda: COUNTY.with_text("overview", "")),
    ("H-01", lambda: titled(TOWNSHIP, "石桥镇人民政府政府信息公开工作年度报告")),
    ("H-02", lambda: titled(COUNTY, "青河县人民政府2023年政府信息公开工作年度报告")),
    ("H-03", lambda: titled(TOWNSHIP, "石桥镇人民政府2024年政务公开工作总结")),
    ("H-04", lambda: titled(COUNTY, "2024度青河县人民政府政府信息公开工作年度报告")),
    ("H-05", lambda: titled(TOWNSHIP, "石桥镇2024年政府信息公开工作年度报告")),
    ("H-06", lambda: reworded(COUNTY, "preamble", "2024年1月1日", "2023年1月1日")),
    ("H-06", lambda: TOWNSHIP.with_text("preamble", "")),
    ("H-07", lambda: reworded(BUREAU, "preamble", "〔2021〕30号", "〔2019〕60号")),
    ("H-08", lambda: reworded(TOWNSHIP, "preamble", "邮编：130012\n", "")),
    ("H-10", lambda: TOWNSHIP.with_text("preamble", f"青河县人民政府：\n{TOWNSHIP.text.preamble}")),
    ("H-10", lambda: COUNTY.with_text("other_matters", f"{COUNTY.text.other_matters}特此报告。")),
    ("H-11", lambda: reworded(TOWNSHIP, "preamble", "现公布石桥镇", "现公布石板镇")),
    ("Y-03", lambda: reworded(BUREAU, "overview", "2024年，青河县水务局", "2024年，白石县水务局")),
    ("Y-06", lambda: TOWNSHIP.with_text("overview", GENERAL)),
    ("Y-07", lambda: reworded(BUREAU, "overview", "认真落实《条例》", "认真落实新修订《条例》")),
    ("P-01", lambda: reworded(BUREAU, "overview", "申请人主动撤回", "申请人（11010519491231002X）主动撤回")),
    ("P-06", lambda: published(BUREAU, TODAY).with_text("problems", f"{BUREAU.text.problems}按季通报。")),
    ("P-08", lambda: TOWNSHIP.with_text("overview", f"内部资料 注意保存\n{TOWNSHIP.text.overview}")),
    ("P-09", lambda: reworded(BUREAU, "overview", "由申请人主动撤回", "由申请人张三主动撤回")),
    ("F-01", lambda: reworded(BUREAU, "overview", "发布信息214条，", "发布信息 214 条，")),
    ("F-01", lambda: reworded(BUREAU, "overview", "发布信息214条，", "发布信息214条,")),
    ("F-02", lambda: reworded(BUREAU, "overview", "2024年，青河县", "2024度，青河县")),
    ("F-03", lambda: reworded(TOWNSHIP, "overview", "全年没有收到政府信息公开申请", "全年收到政府信息公开申请0条")),
    ("F-04", lambda: reworded(BUREAU, "overview", "2024年，青河县", "截止2024年底，青河县")),
    ("F-05", lambda: reworded(BUREAU, "overview", "（四）平台建设。", "（四）平台建设\n")),
    ("F-06", lambda: reworded(BUREAU, "overview", "发布信息214条", "发布信息210余条")),
    ("H-09", lambda: reworded(BUREAU, "preamble", "〔2021〕30号", "[2021]30号")),
    ("Y-04", lambda: reworded(COUNTY, "overview", "县政府网站公开信息1.2万条", "县政府网站公开信息 条")),
    ("N-01", lambda: reworded(BUREAU, "other_matters", "收取信息处理费0元", "收取信息公开处理费0元")),
    ("R-01", lambda: reworded(BUREAU, "overview", "{{applications.received.total}}", "{{applications.received.sum}}")),
    ("P-02", lambda: replace(BUREAU, deadline=date(2025, 1, 5))),
    ("P-03", lambda: replace(COUNTY, deadline=date(2025, 1, 5))),
    ("P-10", lambda: replace(BUREAU, hand_in_by=date(2025, 1, 5))),
    ("R-02", lambda: BUREAU.unread("signature_date", "后天")),
    ("R-02", lambda: BUREAU.unread("year", "二六")),
    ("R-02", lambda: BUREAU.unread("disclosure.licences.decisions", "5件")),
    ("R-03", lambda: replace(BUREAU, agency=replace(BUREAU.agency, fax="12"))),
    ("Z-01", lambda: replace(BUREAU, summed=_units_of(BUREAU.with_number("disclosure.licences.decisions", 85)))),
    *BESIDE_MISTAKES,
    *PROSE_MISTAKES,
]


@cache
def templates() -> dict[str, re.Pattern[str]]:
    """The messages of the catalogue, with anything in their slots; S-07 goes on to say what is missing."""
    entries = json.loads(CATALOGUE.read_text("utf-8"))
    return {entry["code"]: _template(entry["message"]) for entry in entries}


def _template(message: str) -> re.Pattern[str]:
    """The slots take any words; so does a day, which a draft may set, and a full stop that gives way to more."""
    parts = re.split(r"\{[^}]*\}", message.removesuffix("。"))
    pattern = ".*".join(map(re.escape, parts))
    return re.compile(re.sub(r"(?<=已过)\d+月\d+日", ".*", pattern) + "(?:，.*)?。?")


@pytest.mark.parametrize("report", CORRECT.values(), ids=CORRECT)
def test_a_correct_report_has_no_findings(report: Report) -> None:
    assert judged(report) == ()
    assert judged(report, TODAY.replace(day=31)) == ()


@pytest.mark.parametrize(("code", "spoil"), MISTAKES, ids=[code for code, _ in MISTAKES])
def test_one_mistake_is_one_finding(code: str, spoil: Spoil) -> None:
    report = spoil()
    (finding,) = judged(report)
    assert finding.check == code
    assert finding.cells or finding.section or code.startswith("P-")
    for cell_id in finding.cells:
        assert cell_id in FORM.cells
    if finding.span and finding.section:
        assert report.words(finding.section)[slice(*finding.span)] == finding.quote


@pytest.mark.parametrize(("code", "spoil"), MISTAKES, ids=[code for code, _ in MISTAKES])
def test_what_the_catalogue_asks_for_is_said_in_its_words(code: str, spoil: Spoil) -> None:
    (finding,) = judged(spoil())
    asked = templates().get(code)
    assert finding.message.endswith("。")
    assert asked is None or asked.fullmatch(finding.message), finding.message


@pytest.mark.parametrize(("code", "spoil"), MISTAKES, ids=[code for code, _ in MISTAKES])
def test_every_message_says_what_to_do(code: str, spoil: Spoil) -> None:
    message = next(finding.message for finding in judged(spoil()) if finding.check == code)
    assert re.search("请|应|建议|只能|不必|改为|要同时|写“", message), message


def test_every_check_has_a_mistake_here() -> None:
    assert {code for code, _ in MISTAKES} == set(CHECKS)


def test_a_late_report_has_one_finding_more() -> None:
    assert [codes(report, SPRING) for report in CORRECT.values()] == [["P-02"], [], ["P-03"]]
