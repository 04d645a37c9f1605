"""Totals with their parts, comparisons with last year, and what section six says of the fee."""

import pytest

from model.report.report import Report
from tests.checks.beside import PAST_BUREAU, with_past
from tests.checks.correct import BUREAU
from tests.checks.test_prose_against_tables import found


def of(report: Report, code: str) -> list[str | None]:
    return [finding.quote for finding in found(report) if finding.check == code]


@pytest.mark.parametrize(
    "words",
    [
        "公开信息12条，其中政策8条、解读5条。",
        "公开信息12条，其中政策15条。",
        "共公开信息12条，其中政策、解读分别为8条、3条。",
        "网站发布8条、新媒体发布5条，共计12条。",
        "共公开信息十二条（其中政策八条、解读五条）。",
        "共制发文件3件，其中公开、不公开分别为1件、1件。",
    ],
)
def test_parts_that_cannot_make_up_the_total_are_a_hint(words: str) -> None:
    assert len(of(BUREAU.with_text("overview", words), "X-06")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "公开信息12条，其中政策8条、解读4条。",
        "公开信息12条，其中政策8条。",
        "公开信息12条，其中政策、解读等分别为8条、3条。",
        "公开信息300余条，其中政策208条、解读100余条。",
        "公开信息12条，其中政策8条、解读3条，召开发布会9场。",
        "公开信息12条，其中政策8条，其中解读5条。",
        "发布信息3562条，“两微”平台发布信息分别为1200条、890条。",
        "网站发布8条、新媒体发布4条，共计12条。",
        "公开信息12条，其中政策8条（国家5条、省3条）、解读4条。",
        "公开信息12条，其中政策8条、解读4条；公开文件20件。",
        "公开信息1.2万条，其中政策8000条、解读4500条。",
        "发布解读12条，按形式分，图解3条、访谈9条。",
    ],
)
def test_parts_that_may_make_up_the_total_are_left_alone(words: str) -> None:
    assert of(BUREAU.with_text("overview", words), "X-06") == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("收到申请11件，比上年增加8件。", []),
        ("收到申请11件，较2023年增加8件，增长266.7%。", []),
        ("收到申请11件，同比增长266.6%。", []),
        ("收到申请11件，比上年增加6件。", ["X-08"]),
        ("收到申请11件，比去年减少8件。", ["X-08"]),
        ("收到申请11件，与上年持平。", ["X-08"]),
        ("收到申请11件，与上年基本持平。", []),
        ("收到申请11件，同比增长66%。", ["X-11"]),
        ("收到申请11件，同比下降266.7%。", ["X-11"]),
        ("收到申请11件，较2022年增加6件。", []),
        ("收到申请11件，同比增长约60%。", []),
        ("公开信息120条，同比增长5%。", []),
        ("政府信息公开申请量同比增长266.7%。", []),
        ("政府信息公开申请量同比增长100%。", ["X-11"]),
    ],
)
def test_comparisons_follow_from_both_years(words: str, codes: list[str]) -> None:
    report = with_past(BUREAU, PAST_BUREAU).with_text("overview", f"（二）依申请公开。{words}")
    assert [finding.check for finding in found(report)] == codes
    assert found(report.with_text("overview", f"（二）依申请公开。{words}")) == found(report)
    alone = BUREAU.with_text("overview", f"（二）依申请公开。{words}")
    assert found(alone) == []


@pytest.mark.parametrize(
    ("words", "contradicts"),
    [
        ("本年度未收取信息处理费。", False),
        ("发出收费通知2件，收取信息处理费120元。", False),
        ("本年度收取信息处理费0元。", False),
        ("本年度未收取信息处理费。其中收取信息处理费120元。", True),
        ("发出收费通知0件，收取信息处理费120元。", True),
        ("收取信息处理费120元。全年信息处理费合计0.012万元。", True),
        ("信息处理费按件计收，100元/件，本年度未收取信息处理费。", False),
        ("未收取信息处理费。行政事业性收费35.5万元。", False),
        ("本年度未收取信息处理费。2023年收取信息处理费120元。", False),
    ],
)
def test_section_six_does_not_contradict_itself(words: str, *, contradicts: bool) -> None:
    report = BUREAU.with_text("other_matters", words)
    assert bool(of(report, "X-07")) is contradicts
