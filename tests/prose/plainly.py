"""Figures and outcomes in other words: lists of the table as text, 旧存 and 新到, persons, words without figures.

Each figure stands in ⟦⟧: right it is quiet, one more is told. `NONE` says that there is none of a cell, `ENDED` how a
case or an application ended; what is moved in the table contradicts them. `SILENT` only looks like any of these.
"""

from decimal import Decimal

from model.report.report import Report
from model.structs import replace
from tests.checks.correct import BUREAU, FEES, applications, filled

ON, APPLIED, MANAGED = "（一）主动公开。", "（二）依申请公开。", "（三）政府信息管理。"

TOWN: Report = replace(
    BUREAU,
    numbers=filled(
        {
            "disclosure.normative_documents.issued": 1,
            "disclosure.normative_documents.repealed": 2,
            "disclosure.normative_documents.in_force": 3,
            "disclosure.licences.decisions": 22,
            "disclosure.penalties.decisions": 2688,
            FEES: Decimal("410.06"),
            "disputes.review.upheld": 1,
            "disputes.review.corrected": 1,
            "disputes.direct_suit.pending": 1,
        },
        applications(
            "natural_person",
            received=8,
            carried_in=2,
            granted=4,
            partly_granted=2,
            refused_third_party=1,
            unavailable_not_held=2,
            carried_out=1,
        ),
        applications("enterprise", received=1, unprocessed_petition=1),
    ),
    last_year=None,
)
"""新收9件、上年结转2件、办结10件、结转下年1件."""
ONE: Report = replace(
    BUREAU,
    numbers=filled(
        {"disputes.review.other": 1, "disputes.suit_after_review.upheld": 1},
        applications("natural_person", received=1, granted=1),
    ),
    last_year=None,
)
CORRECTED = ONE.with_numbers({"disputes.review.other": 0, "disputes.review.corrected": 1})
EMPTY: Report = replace(BUREAU, numbers=filled(), last_year=None)
"""A year in which nothing was to be counted."""

TOLD = (
    # received, carried in and out
    (TOWN, APPLIED, "旧存⟦2⟧件，新到⟦9⟧件，已结⟦10⟧件，待结⟦1⟧件。"),
    (TOWN, APPLIED, "⟦9⟧件新申请，⟦2⟧件旧申请，⟦10⟧件当年办清。"),
    (TOWN, APPLIED, "承上年⟦2⟧件。全年办出⟦10⟧件。"),
    (TOWN, APPLIED, "上年移转⟦2⟧件，本年来件⟦9⟧件。"),
    (TOWN, APPLIED, "收到申请⟦9⟧件。上年带来⟦2⟧件。办好⟦10⟧件，⟦1⟧件跨入2025年。"),
    (TOWN, APPLIED, "办结⟦10⟧件，待办⟦1⟧件滚入下年。"),
    (TOWN, APPLIED, "收到申请⟦9⟧件，信访⟦1⟧件。⟦1⟧件转至2025年。"),
    (TOWN, APPLIED, "办结⟦10⟧件，留⟦1⟧件至下一年度。"),
    (TOWN, APPLIED, "新收⟦9⟧件，加上2023年的⟦2⟧件，共⟦11⟧件。"),
    (TOWN, APPLIED, "新收⟦9⟧件，加上年的⟦2⟧件，共⟦11⟧件。"),
    (TOWN, APPLIED, "全年办结⟦10⟧件，转到2025年继续办理⟦1⟧件。"),
    (TOWN, APPLIED, "复议2件，维持1件，上年留有⟦2⟧件。"),
    (TOWN, APPLIED, "承接上年结转⟦2⟧件。⟦10⟧件已办结。结转⟦1⟧件。"),
    (TOWN, APPLIED, "全年⟦9⟧件，多由村民当面提交。"),
    (ONE, MANAGED, "年内⟦1⟧件申请对应的登记表、检索单、送达回证全部入卷。"),
    # a table as text, and a heading with a mark of its own
    (TOWN, APPLIED, "答复如下：公开｜⟦4⟧件；部分公开｜⟦2⟧件；不掌握｜⟦2⟧件；信访类｜⟦1⟧件；合计｜10件。"),
    (TOWN, APPLIED, "答复如下：公开 | ⟦4⟧件 | 部分公开 | ⟦2⟧件 | 不掌握 | ⟦2⟧件。"),
    (TOWN, "", "◆主动公开\n行政许可⟦22⟧件。\n◆依申请公开\n本年收到⟦9⟧件申请，公开的⟦4⟧件，部分公开的⟦2⟧件。"),
    (TOWN, "", "主动公开情况\n行政许可⟦22⟧件。\n依申请公开情况\n收到⟦9⟧件申请。"),
    # whose they were
    (TOWN, APPLIED, "新收申请⟦9⟧件。⟦八⟧名自然人各1件，⟦1⟧家企业。"),
    (TOWN, APPLIED, "收到的申请个人多、企业少：个人⟦8⟧件，企业⟦1⟧件。"),
    (TOWN, APPLIED, "申请人里，棉农⟦8⟧件、轧花企业⟦1⟧件。"),
    (
        TOWN,
        APPLIED,
        "新收⟦9⟧件。\n复议2件（维持1、纠正1）。新收申请中企业只有⟦1⟧件，其余⟦8⟧件均为居民个人提出。",
    ),
    # results
    (TOWN, APPLIED, "征求第三方意见后不予公开的⟦一⟧件，不掌握的⟦2⟧件。"),
    (TOWN, APPLIED, "公开⟦4⟧件，部分公开⟦2⟧件，即有⟦6⟧件满足或部分满足了需求；第三方商业秘密⟦1⟧件，即不予公开⟦1⟧件。"),
    # documents
    (TOWN, ON, "规范性文件保持⟦3⟧件。"),
    (TOWN, ON, "有效规范性文件余⟦3⟧件。"),
    (TOWN, ON, "规范性文件制发⟦1⟧件，有效数⟦3⟧件。"),
    (TOWN, ON, "制定《门诊慢特病评审规程》⟦1⟧件，同步废止旧规程⟦2⟧件，留存有效的仍是⟦3⟧件。"),
    (TOWN, ON, "新印发《救助细则》，老细则同时废止，有效文件⟦3⟧件。"),
    (TOWN, ON, "废止行政规范性文件⟦2⟧件，制定⟦1⟧件，由4件减为⟦3⟧件。"),
    (TOWN, ON, "制定行政规范性文件⟦1⟧件，废止⟦2⟧件，减去1件后为⟦3⟧件。"),
    (TOWN, ON, "清理废止规范性文件⟦2⟧件，全年新制发⟦1⟧件，保留⟦3⟧件。"),
    (TOWN, ON, "为防止“土政策”，废止⟦2⟧件临时性规范性文件，尚存⟦3⟧件。"),
    (EMPTY, ON, "镇里有⟦0⟧件行政规范性文件。"),
    # decisions and fees
    (TOWN, ON, "行政处罚以违停、占道为主，⟦2,688⟧件，平均每天7.4件；垃圾处理费等收费⟦410.06⟧万元。"),
    (TOWN, ON, "许可信息⟦22⟧条、处罚信息⟦2688⟧条、强制信息⟦0⟧条，全部归集。"),
    (TOWN, MANAGED, "与表二对应的⟦22⟧件许可和⟦2688⟧件处罚，均在作出之日起7个工作日内上网公示。"),
    (TOWN, ON, "⟦22⟧件行政许可结果全部公示。"),
    (EMPTY, ON, "行政许可暂由市里统一办理，本街道为⟦0⟧。"),
    (EMPTY, ON, "许可事项已划转市行政审批服务局，本机关计⟦0⟧件。"),
    (TOWN, ON, "行政处罚⟦2688⟧件（上年没有统计）；行政强制⟦0⟧件。"),
    # cases
    (TOWN, APPLIED, "行政复议⟦2⟧件，有⟦1⟧件提起诉讼。"),
    (TOWN, APPLIED, "行政复议⟦2⟧件，维持⟦1⟧件，纠正⟦1⟧件；直接起诉⟦1⟧件，在办⟦1⟧件。"),
    (ONE, APPLIED, "经复议的诉讼⟦1⟧件，判决驳回。"),
    (TOWN, "", "依申请答复的规范程度不一，复议、诉讼中仍有⟦1⟧件被纠正。"),
    (EMPTY, APPLIED, "我局自身作为被申请人、被告的共⟦0⟧件。"),
)

NO_MORE = (
    (TOWN, APPLIED, "收件⟦9⟧件，申请人包括自然人⟦10⟧名、商业企业⟦1⟧家。"),
    (TOWN, APPLIED, "通过信函收到申请⟦11⟧件。"),
)
"""The most there can be of persons and of what came by one way."""

NONE = (
    (EMPTY, ON, "没有行政许可、行政处罚、行政强制和行政事业性收费事项。", {"disclosure.licences.decisions": 3}),
    (EMPTY, ON, "没有行政许可、行政处罚、行政强制和行政事业性收费事项。", {FEES: Decimal(3)}),
    (EMPTY, ON, "我局不具有行政许可、行政处罚职权，没有收费。", {"disclosure.penalties.decisions": 3}),
    (EMPTY, ON, "没有行政许可，处罚、强制、收费三项全无。", {"disclosure.compulsory_measures.decisions": 3}),
    (EMPTY, ON, "行政处罚、行政强制、收费均未发生。", {"disclosure.penalties.decisions": 3}),
    (EMPTY, ON, "无处罚无强制。", {"disclosure.compulsory_measures.decisions": 3}),
    (TOWN, ON, "行政许可22件，行政处罚2688件，其余各项为零。", {"disclosure.compulsory_measures.decisions": 3}),
    (EMPTY, ON, "不承担行政执法职能，故表二各项为0。", {"disclosure.penalties.decisions": 3}),
    (EMPTY, ON, "许可为零。", {"disclosure.licences.decisions": 3}),
    (EMPTY, ON, "行政规范性文件无新增、无废止。", {"disclosure.normative_documents.repealed": 3}),
    (EMPTY, ON, "规范性文件零制发、零废止。", {"disclosure.normative_documents.issued": 3}),
    (EMPTY, ON, "没有制发、废止行政规范性文件。", {"disclosure.normative_documents.repealed": 3}),
    (EMPTY, ON, "行政规范性文件一件未发。", {"disclosure.normative_documents.issued": 3}),
    (
        EMPTY,
        ON,
        "没有行政规范性文件。",
        {"disclosure.normative_documents.issued": 1, "disclosure.normative_documents.in_force": 3},
    ),
    (EMPTY, APPLIED, "年初、年末均无结转。", applications("enterprise", carried_in=3, granted=3)),
    (EMPTY, APPLIED, "年初无结转，年末没有在办件。", applications("enterprise", carried_in=3, granted=3)),
    (EMPTY, APPLIED, "上年也无结转。", applications("enterprise", carried_in=3, granted=3)),
    (EMPTY, APPLIED, "亦无上年留件。", applications("enterprise", carried_in=3, granted=3)),
    (ONE, APPLIED, "收到1件申请，年末没有结转。", applications("enterprise", carried_in=3, carried_out=3)),
    (ONE, APPLIED, "收到1件申请，没有跨年件。", applications("enterprise", carried_in=3, carried_out=3)),
    (ONE, APPLIED, "年内都办完了，没有带到2025年的。", applications("enterprise", carried_in=3, carried_out=3)),
    (EMPTY, APPLIED, "2024年乡里没有收到政府信息公开申请。", applications("enterprise", received=3, granted=3)),
    (EMPTY, APPLIED, "没有直接起诉的案件。", {"disputes.direct_suit.upheld": 3}),
    (EMPTY, APPLIED, "没有人就信息公开向区政府申请复议。", {"disputes.review.upheld": 3}),
    (ONE, APPLIED, "收到申请，公开1件。申请人均为自然人。", applications("enterprise", received=3, partly_granted=3)),
)

ENDED = (
    (
        ONE,
        APPLIED,
        "行政复议1件，经调解由申请人撤回，列入“其他结果”。",
        "disputes.review.other",
        "disputes.review.upheld",
    ),
    (
        ONE,
        APPLIED,
        "1件复议后起诉的案件，法院判决驳回诉讼请求，计入维持。",
        "disputes.suit_after_review.upheld",
        "disputes.suit_after_review.corrected",
    ),
    (
        TOWN,
        APPLIED,
        "有1家企业未经复议直接起诉，案件尚在审理。",
        "disputes.direct_suit.pending",
        "disputes.direct_suit.upheld",
    ),
    (
        CORRECTED,
        APPLIED,
        "一件申请人不服“不掌握”的答复，申请复议，县政府予以纠正。",
        "disputes.review.corrected",
        "disputes.review.other",
    ),
    (
        ONE,
        APPLIED,
        "收到1件，是一名职工通过邮寄提出的，申请公开补助审核表，镇政府在第8个工作日予以公开。",
        "applications.granted.natural_person",
        "applications.unavailable_not_held.natural_person",
    ),
    (
        ONE,
        APPLIED,
        "全年收到申请一件，是村民个人要求公开土地确权登记信息，当月答复公开。",
        "applications.granted.natural_person",
        "applications.refused_by_law.natural_person",
    ),
    (
        TOWN,
        APPLIED,
        "农户的申请因含他人账号，隐去后部分公开。",
        "applications.partly_granted.natural_person",
        "applications.unprocessed_repeated.natural_person",
    ),
)

SILENT = (
    (TOWN, APPLIED, "收到申请9件：8件（含邮寄5件、当面3件）是农户个人提出，还有1件来自企业。"),
    (TOWN, APPLIED, "收到申请9件（窗口关闭，网上7件、邮寄2件），几乎都是个人。"),
    (TOWN, APPLIED, "行政复议2件（不属公开的行政复议213件不计）。"),
    (EMPTY, ON, "本局不审批，许可为零（县生态环境局全年许可77件，由其自报）。"),
    (TOWN, APPLIED, "12名村民联名提出申请1件。"),
    (TOWN, APPLIED, "收到申请9件。其中1件由12名村民提出。"),
    (ONE, APPLIED, "收到申请1件，由3名村民提出。"),
    (TOWN, ON, "公开政策文件35件、规范性文件12件、解读10件。"),
    (TOWN, ON, "其他部门没有行政许可、行政处罚事项。"),
    (TOWN, ON, "备案审查规范性文件12件。"),
    (TOWN, ON, "对首次违法的12户没有行政处罚记录。"),
    (TOWN, APPLIED, "企业的申请不予公开的，应当说明理由。"),
    (TOWN, APPLIED, "行政复议2件，对复议中指出的问题及时纠正。"),
    (TOWN, APPLIED, "行政复议2件，均未出现被责令重新答复的风险。"),
    (EMPTY, APPLIED, "复议、诉讼均为零。局属福利院因合同纠纷有民事诉讼1件，已调解。"),
    (TOWN, APPLIED, "上年经复议维持的1件，申请人起诉后撤诉。"),
    (TOWN, ON, "网站公布有效文件1214件。"),
    (TOWN, ON, "公开典型案例类处罚信息3条。"),
    (TOWN, ON, "清理历年文件，废止规范性文件1件。"),
    (TOWN, "（五）监督保障。", "接待信访3件，发放宣传册12份。"),
    (TOWN, APPLIED, "第三方商业秘密1件，另有第三方不同意公开的同类情形。"),
    (TOWN, APPLIED, "没有信息处理费，没有收费。"),
)
