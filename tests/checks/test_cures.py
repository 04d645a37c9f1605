"""The fix of a finding: done with one step, and afterwards the finding is gone and no other has come."""

import pytest

from model.checks.fix import fixed
from model.report.report import Agency, Report
from model.structs import replace
from tests.checks.correct import BUREAU, TOWNSHIP, codes, judged, reworded, titled

SPOILT = {
    "H-01": titled(BUREAU, "青河县水务局政府信息公开工作年度报告"),
    "H-02": titled(BUREAU, "青河县水务局2023年政府信息公开工作年度报告"),
    "H-03": titled(BUREAU, "青河县水务局2024年政务公开工作总结"),
    "H-04": titled(BUREAU, "2024度青河县水务局政府信息公开工作年度报告"),
    "H-05": titled(BUREAU, "水务局2024年政府信息公开工作年度报告"),
    "H-07": reworded(BUREAU, "preamble", "〔2021〕30号", "〔2019〕60号"),
    "H-09": reworded(BUREAU, "preamble", "〔2021〕30号", "[2021]30号"),
    "H-11": reworded(BUREAU, "preamble", "由青河县水务局编制", "由白石县水务局编制"),
    "N-01": reworded(BUREAU, "other_matters", "收取信息处理费0元", "收取信息公开处理费0元"),
    "F-01": reworded(BUREAU, "overview", "发布信息214条，", "发布信息 214 条，"),
    "F-02": reworded(BUREAU, "overview", "2024年，青河县", "2024度，青河县"),
    "Y-01": reworded(BUREAU, "overview", "2024年，青河县", "2023年，青河县"),
    "F-03": reworded(BUREAU, "overview", "收到申请{", "收到信息公开申请4份，收到申请{"),
    "F-04": reworded(BUREAU, "overview", "2024年，青河县", "截止2024年底，青河县"),
}


@pytest.mark.parametrize(("code", "report"), SPOILT.items(), ids=SPOILT)
def test_a_fix_ends_its_finding(code: str, report: Report) -> None:
    (finding,) = [each for each in judged(report) if each.check == code]
    assert finding.fix is not None
    after = fixed(report, finding.fix)
    assert code not in codes(after)
    assert set(codes(after)) <= set(codes(report))


def test_the_sentence_that_there_is_nothing_else_is_added_where_the_text_ends() -> None:
    for text, right in (
        ("本年度未收取信息处理费。", "本年度未收取信息处理费。没有其他需要报告的事项。"),
        ("本年度未收取信息处理费\n", "本年度未收取信息处理费。没有其他需要报告的事项。\n"),
    ):
        report = BUREAU.with_text("other_matters", text)
        (finding,) = judged(report)
        assert (finding.check, finding.fix is not None) == ("S-11", True)
        assert finding.fix is not None
        assert fixed(report, finding.fix).text.other_matters == right


def test_an_old_basis_beside_the_new_one_is_not_doubled() -> None:
    both = reworded(BUREAU, "preamble", "30号）要求", "30号）、国办公开办函〔2019〕60号要求")
    (finding,) = judged(both)
    assert (finding.check, finding.fix) == ("H-07", None)


def test_the_old_law_gets_the_number_of_the_new_one_as_it_was_written() -> None:
    report = reworded(BUREAU, "preamble", "国务院令第711号", "国务院令第 492 号")
    (finding,) = [each for each in judged(report) if each.check == "H-07"]
    assert finding.fix is not None
    assert "国务院令第 711 号" in fixed(report, finding.fix).text.preamble


def test_a_composed_title_and_a_note_have_nothing_to_give_back() -> None:
    composed = replace(TOWNSHIP, agency=Agency("石桥镇2023年人民政府", type="township"), title=None)
    assert [finding.fix for finding in judged(composed) if finding.check == "H-02"] == [None]
    noted = replace(BUREAU, notes={"applications": "不含信息公开处理费 。"})
    assert {finding.check: finding.fix for finding in judged(noted)} == {"N-01": None, "F-01": None}
