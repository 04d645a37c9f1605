"""Correct reports of invented agencies, which no check has anything to say about, and ways to spoil them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from model.checks import Context, Finding, findings
from model.form.form import Value
from model.report.report import Agency, Report, TextId, Texts
from model.structs import replace
from tests.forms import FORM

TODAY = date(2025, 1, 10)
FEES = "disclosure.fees.amount"


def judged(report: Report, today: date = TODAY) -> tuple[Finding, ...]:
    """All findings on a day in January."""
    return findings(report, Context(today))


def in_substance(report: Report) -> tuple[Finding, ...]:
    """All findings but those on how a text is set down: punctuation, lost characters, numbering."""
    return tuple(finding for finding in judged(report) if finding.check not in ("F-01", "F-02", "F-05", "F-09"))


def codes(report: Report, today: date = TODAY) -> list[str]:
    """The codes of all findings."""
    return [finding.check for finding in judged(report, today)]


def added(report: Report, words: str) -> list[str]:
    """The codes of all findings once a paragraph more stands at the end of part one."""
    return codes(report.with_text("overview", f"{report.text.overview}\n{words}"))


def quotes(report: Report, code: str) -> list[str | None]:
    """The words that one check read, finding by finding; each span is shown to hold just these words."""
    found = [finding for finding in judged(report) if finding.check == code]
    for finding in found:
        if finding.span is not None and finding.section is not None:
            start, end = finding.span
            assert report.words(finding.section)[start:end] == finding.quote
    return [finding.quote for finding in found]


def filled(*values: Mapping[str, Value]) -> dict[str, Value]:
    """All typed cells, 0 where nothing is said."""
    cells: dict[str, Value] = {cell_id: Decimal(0) if cell_id == FEES else 0 for cell_id in FORM.typed}
    for some in values:
        assert some.keys() <= cells.keys()
        cells.update(some)
    return cells


def applications(column: str, **rows: int) -> dict[str, Value]:
    """Figures of one column of table three, by row."""
    return {f"applications.{row}.{column}": count for row, count in rows.items()}


def reworded(report: Report, section: TextId, old: str, new: str) -> Report:
    """The report with some words of one text replaced, wherever they stand."""
    assert old in report.text[section]
    return report.with_text(section, report.text[section].replace(old, new))


def titled(report: Report, title: str) -> Report:
    """The report with a title of the clerk's own."""
    return replace(report, title=title)


BUREAU = Report(
    year=2024,
    agency=Agency("青河县水务局", short_name="县水务局", type="department", level="county"),
    numbers=filled(
        {
            "disclosure.normative_documents.issued": 3,
            "disclosure.normative_documents.repealed": 1,
            "disclosure.normative_documents.in_force": 17,
            "disclosure.licences.decisions": 86,
            "disclosure.penalties.decisions": 12,
            FEES: Decimal("4166.241619"),
            "disputes.review.upheld": 1,
        },
        applications(
            "natural_person",
            received=9,
            carried_in=1,
            granted=5,
            partly_granted=1,
            unavailable_not_held=1,
            other_misc=1,
            carried_out=2,
        ),
        applications("enterprise", received=2, granted=1, refused_third_party=1),
    ),
    text=Texts(
        preamble=(
            "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）和《国务院办公厅政府信息与"
            "政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，"
            "由青河县水务局编制。全文包括总体情况等六个部分，所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
            "如对本报告有疑问，请与青河县水务局办公室联系（地址：青河县人民路8号；邮编：130000；电话：0431-89682735；"
            "邮箱：qinghe_shuiwu@example.com）。"
        ),
        overview=(
            "2024年，青河县水务局认真落实《条例》，围绕供水、防汛和工程建设推进公开，较2023年又有进步。\n"
            "（一）主动公开。通过县政府网站发布信息214条，其中政策解读12条，"
            "制发文件{{disclosure.normative_documents.issued}}件。\n"
            "（二）依申请公开。收到申请{{applications.received.total}}件，办结{{applications.concluded.total}}件，"
            "其中1件由申请人主动撤回；因政府信息公开引起的行政复议1件，结果为维持。\n"
            "（三）政府信息管理。落实三审三校，逐件清理规范性文件，保密审查与公文流转同步。\n"
            "（四）平台建设。县政府网站水务专栏改版，新增3×4宫格导航，维护政务公开专区1处。\n"
            "（五）监督保障。组织业务培训2次，公开工作纳入年度考核，全年未发生需要追究责任的情形。"
        ),
        problems=(
            "存在的主要问题：一是工程进度信息更新不够及时；二是政策解读形式较为单一，便民程度有待提升。\n"
            "改进情况：一是按月公布工程台账，由专人核对；二是制作图解和短视频，把解读送到用水户手中。"
        ),
        other_matters=(
            "按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）规定，本年度发出收费通知0件，"
            "收取信息处理费0元。没有其他需要报告的事项。"
        ),
    ),
    form=FORM,
)
"""A county bureau: applications from people and firms, one review, every sentence in order."""

TOWNSHIP = Report(
    year=2024,
    agency=Agency("石桥镇人民政府", short_name="石桥镇", type="township", level="county"),
    numbers=filled({"disclosure.penalties.decisions": 4}),
    text=Texts(
        preamble=(
            "根据《中华人民共和国政府信息公开条例》规定，现公布石桥镇人民政府2024年政府信息公开工作年度报告。"
            "本报告由六个部分组成，统计期限为2024年1月1日—12月31日。全文可在青河县人民政府网站查阅。\n"
            "地址：青河县石桥镇中心街2号\n邮编：130012\n电话：（0431）8968273"
        ),
        overview=(
            "一年来，石桥镇严格落实各项公开要求，镇村两级公开工作平稳有序。\n"
            "（一）强化组织领导，健全工作机制。成立由镇长任组长的领导小组，党政办公室具体负责，召开调度会4次。\n"
            "（二）聚焦群众关切，推进主动公开。在镇村公开栏公布救助、低保、危房改造等信息63条。\n"
            "（三）规范办理程序。全年没有收到政府信息公开申请，也未发生由此引起的行政复议、行政诉讼。\n"
            "（四）严把信息审核关，做好平台维护。“石桥之声”公众号由专人管理，先审后发。\n"
            "（五）接受各方评价。公开工作纳入村级考核，开展社会评议1次，未出现责任追究情形。"
        ),
        problems="一是村级公开栏更新偏慢，二是工作人员业务不熟。下一步，将按季抽查公开栏，年内对各村信息员轮训一遍。",
        other_matters="本年度未收取信息处理费。\n此外，办理县人大代表建议2件，均已答复并公开。",
    ),
    form=FORM,
)
"""A township: nothing but zeros in table three, subheadings in its own words, the contact line by line."""

COUNTY = Report(
    year=2024,
    agency=Agency("青河县人民政府", short_name="青河县政府", type="government", level="county", consolidated=True),
    numbers=filled(
        {
            "disclosure.normative_documents.issued": 20,
            "disclosure.normative_documents.repealed": 33,
            "disclosure.normative_documents.in_force": 140,
            FEES: Decimal("18651.06"),
            "disputes.review.upheld": 6,
            "disputes.review.corrected": 2,
            "disputes.suit_after_review.upheld": 3,
        },
        applications(
            "natural_person", received=95, granted=50, partly_granted=9, unavailable_not_held=31, carried_out=5
        ),
        applications("legal_service", received=4, carried_in=1, refused_deliberative=2, unprocessed_repeated=3),
    ),
    text=Texts(
        preamble=(
            "本年度报告依据《中华人民共和国政府信息公开条例》编制，汇总全县数据，由青河县政务服务和数据管理局编制。"
            "数据统计时间为2024年1月1日至当年12月31日。电子版可从“青河县人民政府”门户网站（网站地址："
            "www.qinghe.example.com）下载。联系地址：青河县府前路1号，邮政编码：130000，联系电话：0431—89680000。"
        ),
        overview=(
            "2024年，全县各级行政机关依法公开政府信息。\n"
            "（一）主动公开情况。县政府网站公开信息1.2万条，发布解读材料86篇，召开新闻发布会9场。\n"
            "（二）依申请公开情况。全县共收到申请99件，上年结转1件，办结95件，结转下年度5件，均在法定期限内。\n"
            "（三）政府信息管理情况。开展行政规范性文件集中清理，废止33件并公布目录。\n"
            "（四）政府信息公开平台建设情况。完成政府网站集约化改造，政务新媒体备案41个，出版政府公报4期。\n"
            "（五）监督保障情况。政府信息公开工作考核占绩效考核的4%，第三方评议满意度为96.5%，"
            "对2个单位提出整改意见，责任追究0人次。"
        ),
        problems=(
            "2024年，全县政府信息公开工作取得一定成效，但与群众期待相比仍有差距，主要是基层公开标准化水平不高，"
            "部分单位答复文书不规范。对此，县政府办公室已组织专项培训，印发答复文书示范文本；"
            "今后将建立案件会商制度，逐案复盘被纠正的案件。"
        ),
        other_matters="本年度全县各级行政机关未产生信息处理费。无其他需要报告的事项。",
    ),
    form=FORM,
)
"""A county government: a report for the whole county, written by another office, read in several ways."""

CORRECT = {"bureau": BUREAU, "township": TOWNSHIP, "county": COUNTY}
