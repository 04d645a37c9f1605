"""Figures known only by what stands beside them: lists, last year's, kinds told in turn, and stories of one case."""

from dataclasses import replace
from decimal import Decimal

import pytest

from model.report.report import PastReport, Report
from tests.checks.correct import BUREAU, FEES, applications, filled
from tests.forms import FORM
from tests.prose.test_told_in_other_ways import told

OFFICE: Report = replace(
    BUREAU,
    numbers=filled(
        {
            "disclosure.normative_documents.issued": 1,
            "disclosure.normative_documents.in_force": 6,
            "disclosure.licences.decisions": 53,
            "disclosure.penalties.decisions": 14,
            "disclosure.compulsory_measures.decisions": 2,
            FEES: Decimal("3.2"),
            "disputes.review.corrected": 1,
            "disputes.direct_suit.upheld": 1,
        },
        applications(
            "natural_person",
            received=5,
            carried_in=1,
            granted=3,
            refused_third_party=1,
            unavailable_not_held=1,
            carried_out=1,
        ),
        applications("enterprise", received=2, partly_granted=1, unprocessed_repeated=1),
        applications("other_organisation", received=1, unavailable_not_held=1),
    ),
    last_year=PastReport(
        FORM,
        2023,
        filled(
            {
                "disclosure.normative_documents.in_force": 5,
                "disclosure.licences.decisions": 50,
                "disclosure.penalties.decisions": 20,
                "disclosure.compulsory_measures.decisions": 2,
                FEES: Decimal("3.9"),
            },
            applications("natural_person", received=5, granted=4, carried_out=1),
            applications("enterprise", received=1, granted=1),
        ),
    ),
)
WRONG = [
    # against last year, in short
    ("X-08", "今年收件比去年多3件。"),
    ("X-08", "上年收到过6件，今年增加4件。"),
    ("X-08", "上年收到过5件，今年增加2件。"),
    ("X-08", "受理量较上年的6件增加3件。"),
    ("X-08", "申请比上年多1件。"),
    ("X-08", "全年来件同比增加4件。"),
    ("X-08", "许可、处罚分别比上年增加3件、减少7件。"),
    ("X-08", "许可、处罚、强制与上年相比分别增加3件、减少6件和增加1件。"),
    ("X-08", "行政许可53件（2023年50件）、行政处罚14件（2023年22件）。"),
    ("X-10", "（一）主动公开。行政许可决定同比增长6%，达35件。"),
    ("X-08", "（一）主动公开。行政处罚由上年的26件降至14件。"),
    # lists
    ("X-09", "公开3件、部分公开1件、不予公开1件、无法提供2件、与上次内容雷同3件。"),
    (
        "X-11",
        "公开3件、部分公开1件、不予公开1件、无法提供2件、不予处理1件，占比依次为37.5%、12.5%、12.5%、50%、12.5%。",
    ),
    ("X-09", "办结8件：给了资料的4件，部分公开1件，第三方不同意的1件，局里没有的2件，重复的1件。"),
    ("X-01", "收到的申请很少，共12件：村民5件，企业2件，合作社1件。"),
    ("X-01", "1.新收18件。申请人构成为：自然人5件、企业2件、其他1件。"),
    ("X-03", "新收8件（自然人5件、企业2件、其他组织1件），上年结转1件，合计10件。"),
    ("X-03", "上年自然人2件接续办理。"),
    ("X-03", "年初有2件在办。"),
    # against last year, by what is received
    ("X-08", "与2023年相比，新收少了1件。"),
    ("X-08", "新收件较上年多1件。"),
    ("X-11", "新收量较上年增长23.3%。"),
    ("X-11", "新收申请较上年多了一半。"),
    # shares in words
    ("X-09", "办结8件，予以公开3件，恰为办结数的一半。"),
    ("X-09", "新收8件，自然人占八成，即5件。"),
    ("X-11", "“不掌握”占办结件的35%。"),
    ("X-11", "公开和部分公开相加，占60%。"),
    ("X-09", "公开（含部分）3件。"),
    # stories of one application
    ("X-09", "一件要求公开中标合同，部分公开；另一件要求提供志书，按要求提供公开出版物不予处理。"),
    ("X-09", "全年办理情况举例：1件申请公开补偿标准，最后告知补正后仍不明确；1件申请公开预算，部分公开。"),
    # how one case ended
    ("X-04", "因政府信息公开引发行政复议1件，复议机关维持了本局的答复。"),
    ("X-04", "因政府信息公开引发行政诉讼1件（直接起诉），法院撤销原答复。"),
    ("X-04", "因政府信息公开引发行政诉讼1件，尚未判决。"),
    ("X-04", "因政府信息公开引发行政复议1件，已由申请人撤回。"),
    # kinds told in turn
    ("X-10", "（一）主动公开。取水、排水行政许可35件，行政处罚14件，没有新增机构。"),
    ("X-10", "（一）主动公开。行政许可53件，行政处罚14件，强制拆除1件。"),
    ("X-10", "（一）主动公开。行政许可53件，行政处罚14件，收费2.3万元。"),
    ("X-10", "（一）主动公开。行政许可53件，行政处罚14件，工本费2.3万元。"),
]
RIGHT = [
    "今年收件比去年多2件。",
    "上年收到过6件，今年增加2件。",
    "受理量较上年的6件增加2件，增长33.3%。",
    "申请比上年多2件。",
    "许可、处罚分别比上年增加3件、减少6件。",
    "许可、处罚、强制与上年相比分别增加3件、减少6件和持平。",
    "行政许可53件（2023年50件）、行政处罚14件（2023年20件）。",
    "（一）主动公开。行政许可决定同比增长6%，达53件。",
    "（一）主动公开。行政处罚由上年的20件降至14件。",
    "公开3件、部分公开1件、不予公开1件、无法提供2件、与上次内容雷同1件。",
    "公开3件、部分公开1件、不予公开1件、无法提供2件、延期答复3件。",
    "公开3件、部分公开1件、不予公开1件、无法提供2件、不予处理1件，占比依次为37.5%、12.5%、12.5%、25%、12.5%。",
    "办结8件：给了资料的3件，部分公开1件，第三方不同意的1件，局里没有的2件，重复的1件。",
    "新收8件，接上年1件，共办结8件，转2025年1件。",
    "公开3件，一直没有补正、不再处理0件。",
    "自然人申请5件，商业企业2件，其他组织1件。",
    "收到的申请很少，共8件：村民5件，企业2件，合作社1件。",
    "1.新收8件。申请人构成为：自然人5件、企业2件、其他1件。",
    "新收8件（自然人5件、企业2件、其他组织1件），上年结转1件，合计9件。",
    "上年自然人1件接续办理，年初有1件在办。",
    "与2023年相比，新收多了2件。",
    "新收申请较上年多了三成。",
    "办结8件，比新收少0件，予以公开3件，不到办结数的一半。",
    "新收8件，自然人占六成，即5件。",
    "“不掌握”占办结件的25%。",
    "公开和部分公开相加，占50%。",
    "公开（含部分）4件，占50%。",
    "网上收到5件，窗口收到3件。",
    "申请中，5件由个人提出，其余3件由企业和其他组织提出。",
    "剩余1件（自然人提出）在2025年1月继续办理。",
    "公开3件，国家秘密一件没有。",
    "公开3件，部分公开1件，属于个人参保缴费记录查询的1件。企业申请2件，律师事务所申请0件，个人申请5件。",
    "一件要求公开中标合同，部分公开；另一件要求提供名单，第三方不同意，不予公开。",
    "如果1件申请公开内容不明确，告知补正后仍不明确，应当说明理由。",
    "临期答复有4件。旧版指南加盖作废标记，共处理1206份。",
    "因政府信息公开引发行政复议1件，复议机关纠正了本局的答复。",
    "因政府信息公开引发行政诉讼1件（直接起诉），法院维持原答复。",
    "（一）主动公开。取水、排水行政许可53件，行政处罚14件，没有新增机构。",
    "（一）主动公开。取水、排水行政许可31件，其余许可22件，行政处罚14件。",
    "（一）主动公开。行政许可53件，行政处罚14件，强制拆除2件，收费3.2万元。",
    "（一）主动公开。行政许可53件，行政处罚14件，工本费3.2万元，比上年少0.7万元。",
]


@pytest.mark.parametrize(("code", "words"), WRONG)
def test_a_figure_that_its_neighbours_make_known_is_told_where_it_is_wrong(code: str, words: str) -> None:
    assert told(OFFICE, words) == [code]


@pytest.mark.parametrize("words", RIGHT)
def test_the_same_words_with_the_right_figures_are_left_alone(words: str) -> None:
    assert told(OFFICE, words) == []
