"""Figures told by shares, times, lists and bare cases: the wrong ones are found by the check they belong to."""

import pytest

from model.report.report import Report
from tests.checks.correct import judged
from tests.prose.kinds import EVEN, LITTLE

ON = "（二）依申请公开。"
WRONG = [
    (LITTLE, "X-01", "收到政府信息公开申请5件；上年结转1件。"),
    (LITTLE, "X-09", "收到政府信息公开申请4件，其中自然人4件、企业1件。"),
    (LITTLE, "X-04", "全年发生行政复议2件，结果为维持。"),
    (LITTLE, "X-04", "监督保障方面：全年行政复议2件，没有行政诉讼。"),
    (EVEN, "X-11", "办结政府信息公开申请12件，予以公开6件（占45%）。"),
    (EVEN, "X-11", "予以公开和部分公开占办结件的60%。"),
    (EVEN, "X-11", "收到政府信息公开申请12件，是上年的2倍。"),
    (EVEN, "X-11", "收到政府信息公开申请12件，比上年增加五成多。"),
    (EVEN, "X-08", "收到政府信息公开申请12件，自然人申请较上年多了3件。"),
    (EVEN, "X-08", "收到政府信息公开申请12件，比上年有所减少。"),
    (EVEN, "X-10", "21件行政处罚均在作出决定后7个工作日内公示。"),
    (EVEN, "X-02", "已办结的11件申请全部归档。"),
    (EVEN, "X-11", "收到政府信息公开申请12件，为上年的110%。"),
    (EVEN, "X-06", "公开信息326条，其中网站214条、公众号121条。"),
    (EVEN, "X-06", "全年公开信息95条，其中预算类41条、采购类23条、其他22条。"),
    (EVEN, "X-06", "发布解读41篇（负责人解读9篇、图文解读31篇）。"),
    (EVEN, "X-06", "公开信息305条，由网站200条、公众号100条组成。"),
]
RIGHT = [
    (LITTLE, "收到政府信息公开申请4件；上年结转1件。"),
    (LITTLE, "收到政府信息公开申请5件（含上年结转1件）。"),
    (LITTLE, "收到政府信息公开申请4件，其中自然人3件、企业1件。"),
    (LITTLE, "全年发生行政复议1件，结果为维持。"),
    (LITTLE, "作为复议机关，全年办理行政复议20件。"),
    (EVEN, "办结政府信息公开申请12件，予以公开6件（占50%）。"),
    (EVEN, "予以公开和部分公开占办结件的66.7%。"),
    (EVEN, "收到政府信息公开申请12件，是上年的1.2倍。"),
    (EVEN, "收到政府信息公开申请12件，比上年增加两成。"),
    (EVEN, "收到政府信息公开申请12件，自然人申请较上年多了2件。"),
    (EVEN, "收到政府信息公开申请12件，比上年有所增加。"),
    (EVEN, "20件行政处罚均在作出决定后7个工作日内公示。"),
    (EVEN, "12345热线工单办结率99%。"),
    (EVEN, "已办结的12件申请全部归档。"),
    (EVEN, "予以公开的申请6件，部分公开的申请2件。"),
    (EVEN, "收到政府信息公开申请12件。申请均已办结：公开信息的6件，部分公开的2件。"),
    (EVEN, "收到政府信息公开申请12件。有3件答复被申请行政复议，均维持。"),
    (EVEN, "收到政府信息公开申请12件，为上年的120%。"),
    (EVEN, "公开信息326条，其中网站214条、公众号60条。"),
    (EVEN, "全年公开信息86条，其中预算类41条、采购类23条、其他22条。"),
    (EVEN, "发布解读41篇（负责人解读9篇、图文解读32篇）。"),
    (EVEN, "公开信息300条，由网站200条、公众号100条组成。"),
]


def told(report: Report, words: str) -> list[str]:
    codes = [finding.check for finding in judged(report.with_text("overview", f"{ON}{words}"))]
    return [code for code in codes if code.startswith("X-")]


@pytest.mark.parametrize(("report_", "code", "words"), WRONG)
def test_a_figure_that_is_wrong_is_told_by_its_check(report_: Report, code: str, words: str) -> None:
    assert told(report_, words) == [code]


@pytest.mark.parametrize(("report_", "words"), RIGHT)
def test_a_figure_that_is_right_is_left_alone(report_: Report, words: str) -> None:
    assert told(report_, words) == []
