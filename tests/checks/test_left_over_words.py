"""Y-10, Y-11, H-15: years gone by, words of another agency's report, answers later than the law allows."""

import pytest

from model.report.report import Report
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP, judged

YEAR = BUREAU.year
WRONG = [
    (BUREAU, "Y-10", f"{YEAR}年将统一答复书的格式。"),
    (BUREAU, "Y-10", f"另有1件结转{YEAR}年办理。"),
    (BUREAU, "Y-10", f"信息条数比{YEAR}年多3条。"),
    (BUREAU, "Y-10", f"下一步，计划在{YEAR}年6月底前完成改版。"),
    (BUREAU, "Y-11", "全镇政务公开水平有新的提高。"),
    (BUREAU, "Y-11", "青河县审计局坚持以公开为常态。"),
    (TOWNSHIP, "Y-11", "松林镇在县委领导下推进公开。"),
    (BUREAU, "Y-11", "我镇的公开工作有新的提高。"),
    (BUREAU, "Y-11", "县财政局主要负责同志多次听取公开工作汇报。"),
    (BUREAU, "Y-10", f"另有结转{YEAR}年度3件。"),
    (BUREAU, "H-15", "未延期的政府信息公开申请，最长用时27个工作日。"),
    (BUREAU, "H-15", "依申请公开的件均在60个工作日内办结。"),
    (BUREAU, "H-15", "政府信息公开申请在收到后第26个工作日答复。"),
]
RIGHT = [
    (BUREAU, f"{YEAR + 1}年将统一答复书的格式。"),
    (BUREAU, f"{YEAR}年度计划公开的12项内容全部公开。"),
    (BUREAU, f"原计划{YEAR}年6月底前完成的改版已经完成。"),
    (BUREAU, f"{YEAR - 1}年结转至{YEAR}年的申请已经办结。"),
    (BUREAU, f"信息条数比{YEAR - 1}年多3条。"),
    (BUREAU, "全县政务公开工作培训会上作了发言。"),
    (TOWNSHIP, "全镇政务公开水平有新的提高。"),
    (COUNTY, "水务局在县政府网站公布供水信息。"),
    (BUREAU, "会同青河县审计局公布审计结果。"),
    (BUREAU, "依申请公开的件均在20个工作日内办结。"),
    (BUREAU, "征求第三方意见的申请在延长后的第35个工作日答复。"),
    (BUREAU, "12345热线工单均在60个工作日内办结。"),
]


def told(report: Report, words: str) -> list[str]:
    spoken = report.with_text("overview", f"{report.text.overview}\n{words}")
    return [finding.check for finding in judged(spoken) if finding.check in ("Y-10", "Y-11", "H-15")]


@pytest.mark.parametrize(("report", "code", "words"), WRONG)
def test_words_that_were_left_over_are_told(report: Report, code: str, words: str) -> None:
    assert told(report, words) == [code]


@pytest.mark.parametrize(("report", "words"), RIGHT)
def test_words_of_this_report_are_left_alone(report: Report, words: str) -> None:
    assert told(report, words) == []


LED_OR_SUED = [
    ("苍山岭县自然资源局", "以县人民政府为被申请人的行政复议3件，均维持。", True),
    ("苍山岭县自然资源局", "以县教育局为被告的行政诉讼1件，维持。", True),
    ("苍山岭县自然资源局", "以县教育局为共同被告的行政诉讼1件，维持。", True),
    ("普阳县公安局", "2024年，普阳县教育局党委把公开列入议程。", True),
    ("普阳县教育局", "县政府办公室坚持公开为民，公开信息32条。", True),
    ("普阳县公安局", "2022年，普阳县公安局党委将政府信息公开作为执法公开的重要内容。", False),
    ("普阳县公安局", "2024年，县公安局党委把公开列入议程。", False),
    ("普阳县公安局", "普阳县公安局纪委坚持每季度检查。", False),
    ("普阳县教育局", "2024年，中共普阳县教育局委员会将公开列入考核。", False),
    ("普阳县教育局", "普阳县教育局党组高度重视公开。", False),
    ("普阳县卫生健康委员会", "2024年，普阳县卫生健康委党委在年初部署公开。", False),
    ("普阳县人民政府", "2024年，普阳县纪委监委在监督中发现问题2个。", False),
    ("普阳县教育局", "2024年，普阳县委把政务公开纳入考核。", False),
    ("普阳县教育局", "普阳县委高度重视政务公开。", False),
    ("普阳县教育局", "普阳县委办公室坚持每季度通报。", False),
    ("普阳县教育局", "县政府办公室坚持每季度对各单位通报。", False),
    ("普阳县教育局", "县政府主要领导多次听取公开工作汇报。", False),
    ("普阳县教育局", "2024年，普阳县委在全会上部署公开工作。", False),
    ("青河县松林镇人民政府", "松林镇党委高度重视公开。", False),
    ("青河县松林镇人民政府", "2024年，松林镇党委把公开列入议程。", False),
    ("青河县松林镇人民政府", "松林镇纪委严格监督公开。", False),
    ("青河县松林镇人民政府", "2024年，青河县委把政务公开列入考核。", False),
    ("青河县金桂街道办事处", "金桂街道党工委高度重视公开。", False),
    ("青河县金桂街道办事处", "2024年，金桂街道纪工委坚持检查。", False),
    (
        "苍山岭县自然资源局",
        "此外，以县人民政府为被告、本局协助应诉的征地补偿类行政诉讼9件，不属于本局政府信息公开诉讼。",
        False,
    ),
    ("苍山岭县自然资源局", "以县人民政府为被申请人的信息公开复议3件，由县政府列报，不计入本报告。", False),
    ("苍山岭县司法局", "全年办理以县教育局为被申请人的行政复议3件。", False),
    ("普阳县公安局", "2024年，城关县公安局党委把公开列入议程。", False),
    ("普阳县教育局", "普阳县人民政府坚持公开为民。", False),
    ("普阳县人民政府", "2024年，普阳县委把政务公开纳入考核。", False),
    ("普阳县人民政府", "普阳县委高度重视公开。", False),
    ("青河县松林镇人民政府", "2024年，柳河镇党委把公开列入议程。", False),
    ("青河县松林镇人民政府", "柳河镇党委高度重视公开。", False),
    ("金桂街道办事处", "金桂街道党工委高度重视公开。", False),
    ("苍山岭县自然资源局", "以县教育局为被告、本局为第三人的行政诉讼1件，维持。", False),
]


@pytest.mark.parametrize(("agency", "words", "wrong"), LED_OR_SUED)
def test_those_who_lead_an_agency_and_cases_of_others(agency: str, words: str, wrong: bool) -> None:
    report = replace(BUREAU, agency=replace(BUREAU.agency, name=agency, short_name=""))
    assert ("Y-11" in told(report, words)) is wrong
