"""Wordings by kinds, right against the tables of three reports; marked as in `items`."""

from model.report.report import PastReport, Report
from model.structs import replace
from tests.checks.correct import BUREAU, applications, filled
from tests.forms import FORM
from tests.prose.items import APPLIED, PUBLISHED, REPORT

MANAGED, OVERSEEN = "（三）政府信息管理。", "（五）监督保障。"

LITTLE: Report = replace(
    BUREAU,
    numbers=filled(
        {
            "disclosure.normative_documents.in_force": 6,
            "disclosure.licences.decisions": 38,
            "disputes.review.upheld": 1,
        },
        applications("natural_person", received=3, carried_in=1, granted=2, partly_granted=1, carried_out=1),
        applications("enterprise", received=1, unavailable_not_held=1),
    ),
    last_year=None,
)
EVEN: Report = replace(
    BUREAU,
    numbers=filled(
        {
            "disclosure.normative_documents.issued": 2,
            "disclosure.normative_documents.in_force": 15,
            "disclosure.licences.decisions": 60,
            "disclosure.penalties.decisions": 20,
            "disputes.review.upheld": 3,
            "disputes.direct_suit.upheld": 2,
        },
        applications("natural_person", received=12, granted=6, partly_granted=2, unavailable_not_held=4),
    ),
    last_year=PastReport(FORM, 2023, filled(applications("natural_person", received=10, granted=10))),
)

BY_KIND = (
    # words that only look as if they took figures out
    (APPLIED, "收到申请⟦97⟧件，其中有的不属于政府信息公开申请，均已告知。"),
    # numerals
    (APPLIED, "新收申请⟦97⟧件，绝大多数由自然人提出；全部申请中仅⟦6⟧件来自律师事务所。"),
    (APPLIED, "收到申请⟦97⟧件。其中没有科研机构和社会公益组织提出的申请。"),
    # how cases ended
    (
        APPLIED,
        "因政府信息公开被申请复议⟦18⟧件，其中⟦11⟧件获维持，⟦4⟧件被责令重新答复，⟦2⟧件以撤回申请等其他方式结案，⟦1⟧件未结。",
    ),
    # comparisons behind a part
    (APPLIED, "收到申请⟦97⟧件，较上年增加⟦17⟧件；予以公开⟦30⟧件，较上年减少⟦10⟧件。"),
    (APPLIED, "予以公开由40件减至⟦30⟧件，本机关不掌握由35件降至⟦20⟧件。"),
    (APPLIED, "新收申请由上年80件升至⟦97⟧件，净增⟦17⟧件。"),
    (PUBLISHED, "行政许可⟦1286⟧件，同比增长⟦16.9⟧%；行政处罚⟦357⟧件，同比下降⟦15⟧%。"),
    (PUBLISHED, "行政许可⟦1286⟧件（上年1100件），行政处罚⟦357⟧件（上年420件）。"),
    (MANAGED, "制发规范性文件⟦7⟧件，较上年增加⟦2⟧件。"),
    # change against last year
    (APPLIED, "与上年相比，新收申请数量增加⟦17⟧件。"),
    (APPLIED, "全年新收申请⟦97⟧件，为上年的121%。"),
    (APPLIED, "收到申请⟦97⟧件，上年为⟦80⟧件，一增17件。"),
    (PUBLISHED, "行政事业性收费⟦512.38⟧万元，较上年增加⟦31.88⟧万元。"),
    # figures in brackets behind names
    (
        APPLIED,
        "办理结果包括予以公开（⟦30⟧件）、部分公开（⟦12⟧件）、不予公开（⟦13⟧件）、无法提供（⟦23⟧件）、不予处理（⟦8⟧件）、其他处理（⟦5⟧件）。",
    ),
    (APPLIED, "不予公开⟦13⟧件（涉及第三方⟦5⟧件，内部事务信息⟦2⟧件，行政执法案卷⟦6⟧件）。"),
    (APPLIED, "无法提供的原因有：本机关不掌握（⟦20⟧件）、没有现成信息需另行制作（⟦2⟧件）、补正后仍不明确（⟦1⟧件）。"),
    (APPLIED, "办结⟦91⟧件（含上年结转⟦5⟧件），结转下年⟦11⟧件。"),
    (
        APPLIED,
        "行政复议⟦18⟧件（维持⟦11⟧件、纠正⟦4⟧件、其他⟦2⟧件、未审结⟦1⟧件），行政诉讼⟦9⟧件（维持⟦8⟧件、纠正⟦1⟧件）。",
    ),
    (PUBLISHED, "作出行政许可（⟦1286⟧件）、行政处罚（⟦357⟧件）、行政强制（⟦46⟧件）决定，均依法公示。"),
    # totals at the end
    (
        APPLIED,
        "予以公开⟦30⟧件、部分公开⟦12⟧件、不予公开⟦13⟧件、无法提供⟦23⟧件、不予处理⟦8⟧件、其他处理⟦5⟧件，合计⟦91⟧件。",
    ),
    (APPLIED, "自然人⟦74⟧件、企业⟦17⟧件、律所⟦6⟧件，总计收到申请⟦97⟧件。"),
    (APPLIED, "本年新收申请⟦97⟧件，加上年结转⟦5⟧件，共需办理⟦102⟧件，实际办结⟦91⟧件。"),
    (APPLIED, "不予公开⟦13⟧件、无法提供⟦23⟧件、不予处理⟦8⟧件，三项合计⟦44⟧件。"),
    (PUBLISHED, "行政许可⟦1286⟧件，行政处罚⟦357⟧件，行政强制⟦46⟧件，总计作出决定⟦1689⟧件。"),
    # names and figures apart
    (APPLIED, "自然人、商业企业、法律服务机构分别提出申请⟦74⟧件、⟦17⟧件、⟦6⟧件。"),
    (APPLIED, "予以公开、部分公开、不予公开、无法提供、不予处理及其他处理数分别是⟦30⟧、⟦12⟧、⟦13⟧、⟦23⟧、⟦8⟧、⟦5⟧件。"),
    (APPLIED, "政府信息公开行政复议维持、纠正、其他结果、尚未审结的分别为⟦11⟧件、⟦4⟧件、⟦2⟧件和⟦1⟧件。"),
    (APPLIED, "政府信息公开诉讼中直接起诉、复议后起诉分别有⟦2⟧件和⟦7⟧件。"),
    (PUBLISHED, "本年度行政许可、行政处罚和行政强制分别作出⟦1286⟧件、⟦357⟧件、⟦46⟧件。"),
    (MANAGED, "规范性文件制发数、废止数、现行有效数依次是⟦7⟧件、⟦4⟧件、⟦33⟧件。"),
    # measures
    (APPLIED, "全年收到依申请公开⟦97⟧份，答复⟦91⟧份。"),
    (APPLIED, "受理政府信息公开申请⟦97⟧条，其中自然人⟦74⟧条。"),
    (APPLIED, "共有⟦97⟧起政府信息公开申请，办结⟦91⟧起。"),
    (PUBLISHED, "行政事业性收费⟦5123800⟧元。"),
    (PUBLISHED, "全年行政事业性收费⟦512.38⟧万元，较上年的⟦480.5⟧万元有所增加。"),
    (APPLIED, "发生政府信息公开行政复议⟦18⟧宗，行政诉讼⟦9⟧宗。"),
    # parts over several sentences
    (
        APPLIED,
        "收到申请⟦97⟧件。其中，自然人⟦74⟧件，法人和其他组织⟦23⟧件。法人和其他组织中，商业企业⟦17⟧件，法律服务机构⟦6⟧件。",
    ),
    (
        APPLIED,
        "全年办结申请⟦91⟧件。无法提供⟦23⟧件，其中本机关不掌握⟦20⟧件，需另行制作⟦2⟧件，补正后仍不明确⟦1⟧件。不予处理⟦8⟧件，其中信访投诉类⟦6⟧件，重复申请⟦2⟧件。",
    ),
    (
        APPLIED,
        "政府信息公开行政复议⟦18⟧件。其中，维持⟦11⟧件，纠正⟦4⟧件，其他结果⟦2⟧件。行政诉讼⟦9⟧件。其中，维持⟦8⟧件，纠正⟦1⟧件。",
    ),
    (APPLIED, "其他处理⟦5⟧件，其中逾期未补正视为放弃⟦3⟧件，申请人撤回等其他情形⟦2⟧件。"),
    (
        APPLIED,
        "共处理申请⟦102⟧件，其中新收⟦97⟧件、上年结转⟦5⟧件。截至年底办结⟦91⟧件，其中公开⟦30⟧件、部分公开⟦12⟧件；未办结⟦11⟧件。",
    ),
    (MANAGED, "现行有效规范性文件⟦33⟧件，其中本年度制发⟦7⟧件；年内另废止⟦4⟧件。"),
    # a subject left out
    (APPLIED, "本机关收到政府信息公开申请⟦97⟧件，上年结转⟦5⟧件。上述申请中，已办结⟦91⟧件，结转下年⟦11⟧件。"),
    (APPLIED, "全年共办结申请⟦91⟧件。这些申请中，公开⟦30⟧件，部分公开⟦12⟧件，其余作了说明。"),
    (APPLIED, "依法受理⟦97⟧件。按期办结⟦91⟧件。"),
    (APPLIED, "新收⟦97⟧件，办结⟦91⟧件，结转⟦11⟧件。"),
    (APPLIED, "以上申请，予以公开的⟦30⟧件，部分公开的⟦12⟧件，不予公开的⟦13⟧件。"),
    (APPLIED, "因政府信息公开申请复议⟦18⟧件，上述案件中维持⟦11⟧件，纠正⟦4⟧件。"),
    # numbered lists
    (
        APPLIED,
        "\n1.收到申请情况。新收政府信息公开申请⟦97⟧件，上年结转⟦5⟧件。\n2.办理情况。办结⟦91⟧件，结转下年⟦11⟧件。\n3.复议诉讼情况。行政复议⟦18⟧件，行政诉讼⟦9⟧件。",
    ),
    (APPLIED, "具体如下：（1）新收申请⟦97⟧件；（2）结转上年申请⟦5⟧件；（3）办结91件；（4）结转下年⟦11⟧件。"),
    (APPLIED, "一是收到申请⟦97⟧件；二是办结⟦91⟧件；三是发生政府信息公开行政复议⟦18⟧件。"),
    (APPLIED, "收到申请：⟦97⟧件；办结：⟦91⟧件；结转：⟦11⟧件。"),
    (APPLIED, "\n1、收到申请：⟦97⟧件\n2、予以公开：⟦30⟧件\n3、部分公开：⟦12⟧件\n4、不予公开：⟦13⟧件"),
    (MANAGED, "\n1.规范性文件。制发⟦7⟧件，废止⟦4⟧件，现行有效⟦33⟧件。\n2.公文。审查公文公开属性210件。"),
    # decisions and fees
    (PUBLISHED, "公示行政许可决定1286件、行政处罚决定⟦357⟧件、行政强制决定⟦46⟧件。"),
    (PUBLISHED, "本年度行政许可办理⟦1286⟧件，行政处罚办理⟦357⟧件，行政强制办理⟦46⟧件。"),
    (PUBLISHED, "作出许可类决定⟦1286⟧件、处罚类决定⟦357⟧件、强制类决定⟦46⟧件。"),
    (PUBLISHED, "行政许可处理决定数量⟦1286⟧件，行政处罚处理决定数量⟦357⟧件。"),
    (PUBLISHED, "收取各类行政事业性收费共计⟦512.38⟧万元，全部上缴国库。"),
    (PUBLISHED, "共实施行政处罚⟦357⟧起，行政强制⟦46⟧起。"),
    # documents
    (MANAGED, "全年出台行政规范性文件⟦7⟧件，清理后废止4件，现行有效⟦33⟧件。"),
    (PUBLISHED, "集中公开现行有效规范性文件⟦33⟧件，更新本年制发的⟦7⟧件，标注失效⟦4⟧件。"),
    (MANAGED, "本机关现有规范性文件⟦33⟧件，其中本年制定⟦7⟧件。"),
    (PUBLISHED, "公布规范性文件⟦7⟧件。目前继续执行的规范性文件⟦33⟧件。"),
    (MANAGED, "规范性文件“立”⟦7⟧件、“废”⟦4⟧件，有效⟦33⟧件。"),
    # cases
    (APPLIED, "行政复议⟦18⟧件：结果维持⟦11⟧件、结果纠正⟦4⟧件、其他结果⟦2⟧件、尚未审结⟦1⟧件。"),
    (OVERSEEN, "全年因政府信息公开产生行政复议⟦18⟧件，被纠错⟦4⟧件；产生行政诉讼⟦9⟧件，被纠错⟦1⟧件。"),
    (APPLIED, "申请人对政府信息公开答复不服申请行政复议的⟦18⟧件，提起行政诉讼的⟦9⟧件。"),
    (APPLIED, "信息公开被复议⟦18⟧次、被诉9次。"),
    (APPLIED, "不服信息公开答复的，先复议后诉讼⟦7⟧件，直接诉讼⟦2⟧件。"),
    (APPLIED, "法院审理我局政府信息公开行政诉讼⟦9⟧件，驳回原告诉讼请求8件，判决撤销⟦1⟧件。"),
    # carried over
    (APPLIED, "上年度结转本年度办理的申请⟦5⟧件，本年度结转下年度办理⟦11⟧件。"),
    (APPLIED, "年初在办⟦5⟧件，年内新收⟦97⟧件，年末在办⟦11⟧件。"),
    (APPLIED, "由2023年结转至2024年的申请⟦5⟧件，由2024年结转至2025年的⟦11⟧件。"),
    (APPLIED, "收到申请⟦97⟧件，另有上一年度未办结转入⟦5⟧件。"),
    (APPLIED, "截至年底，尚有⟦11⟧件未到答复期限。"),
)

Moved = dict[str, int]
"""Cells of the tables with what is added to them."""

_GRANTED_NATURAL_PERSON: Moved = {
    "applications.granted.natural_person": 1,
    "applications.unavailable_not_held.natural_person": -1,
}
_RECEIVED_ENTERPRISE: Moved = {
    "applications.granted.enterprise": 1,
    "applications.granted.natural_person": -1,
    "applications.received.enterprise": 1,
    "applications.received.natural_person": -1,
}
_CARRIED_OUT_NATURAL_PERSON: Moved = {
    "applications.carried_out.natural_person": 1,
    "applications.granted.natural_person": -1,
}
_UNAVAILABLE_NOT_HELD_NATURAL_PERSON: Moved = {
    "applications.granted.natural_person": -1,
    "applications.unavailable_not_held.natural_person": 1,
}
_DIRECT_SUIT_UPHELD: Moved = {"disputes.direct_suit.upheld": 1}
_REVIEW_CORRECTED: Moved = {"disputes.review.corrected": 1, "disputes.review.upheld": -1}
_DIRECT_SUIT_CORRECTED: Moved = {"disputes.direct_suit.corrected": 1, "disputes.direct_suit.upheld": -1}
_SUIT_AFTER_REVIEW_UPHELD: Moved = {"disputes.direct_suit.upheld": -1, "disputes.suit_after_review.upheld": 1}
_SUIT_AFTER_REVIEW_UPHELD_2: Moved = {"disputes.suit_after_review.upheld": 1}
_REVIEW_PENDING: Moved = {"disputes.review.pending": 1, "disputes.review.upheld": -1}
_DIRECT_SUIT_PENDING: Moved = {"disputes.direct_suit.pending": 1, "disputes.direct_suit.upheld": -1}
_PENALTIES_DECISIONS: Moved = {"disclosure.penalties.decisions": 1}
_COMPULSORY_MEASURES_DECISIONS: Moved = {"disclosure.compulsory_measures.decisions": 1}
_NORMATIVE_DOCUMENTS_ISSUED: Moved = {"disclosure.normative_documents.issued": 1}
_NORMATIVE_DOCUMENTS_REPEALED: Moved = {"disclosure.normative_documents.repealed": 1}

IN_WORDS = (
    (EVEN, APPLIED, "全年收到申请12件，其中一半予以公开。", _GRANTED_NATURAL_PERSON),
    (EVEN, APPLIED, "收到政府信息公开申请12件，申请人全部为自然人。", _RECEIVED_ENTERPRISE),
    (EVEN, APPLIED, "收到申请12件，均由自然人提出，全部在法定期限内办结。", _RECEIVED_ENTERPRISE),
    (EVEN, APPLIED, "12件申请均已办结，无一结转下年度。", _CARRIED_OUT_NATURAL_PERSON),
    (EVEN, APPLIED, "本年度共收到依申请公开12件，没有一件来自企业或其他组织。", _RECEIVED_ENTERPRISE),
    (LITTLE, APPLIED, "全年共办结申请4件，半数予以公开。", _UNAVAILABLE_NOT_HELD_NATURAL_PERSON),
    (LITTLE, OVERSEEN, "因政府信息公开引起的行政复议1件，结果为维持，无行政诉讼。", _DIRECT_SUIT_UPHELD),
    (LITTLE, OVERSEEN, "因政府信息公开引起的行政复议1件，结果为维持，无行政诉讼。", _REVIEW_CORRECTED),
    (EVEN, APPLIED, "因政府信息公开申请复议3件，均被维持。", _REVIEW_CORRECTED),
    (EVEN, APPLIED, "信息公开类行政复议3件、行政诉讼2件，结果均为维持。", _REVIEW_CORRECTED),
    (EVEN, APPLIED, "信息公开类行政复议3件、行政诉讼2件，结果均为维持。", _DIRECT_SUIT_CORRECTED),
    (EVEN, APPLIED, "政府信息公开行政复议3件，复议机关全部维持；行政诉讼2件，法院均驳回诉讼请求。", _REVIEW_CORRECTED),
    (EVEN, APPLIED, "政府信息公开行政复议案件3件，无一被纠正。", _REVIEW_CORRECTED),
    (EVEN, APPLIED, "全年因信息公开被提起行政诉讼2件，均为直接起诉，没有败诉案件。", _SUIT_AFTER_REVIEW_UPHELD),
    (EVEN, APPLIED, "全年因信息公开被提起行政诉讼2件，均为直接起诉，没有败诉案件。", _DIRECT_SUIT_CORRECTED),
    (EVEN, OVERSEEN, "政府信息公开行政复议3件、诉讼2件，全部审结，零纠错。", _REVIEW_CORRECTED),
    (EVEN, APPLIED, "未发生复议后再起诉的情形。", _SUIT_AFTER_REVIEW_UPHELD_2),
    (LITTLE, APPLIED, "政府信息公开行政复议1件，复议机关予以维持；政府信息公开行政诉讼为零。", _REVIEW_CORRECTED),
    (LITTLE, APPLIED, "政府信息公开行政复议1件，复议机关予以维持；政府信息公开行政诉讼为零。", _DIRECT_SUIT_UPHELD),
    (LITTLE, APPLIED, "全年未发生因政府信息公开引起的行政诉讼。", _DIRECT_SUIT_UPHELD),
    (LITTLE, APPLIED, "全年因政府信息公开工作引发行政复议1起，诉讼未发生。", _DIRECT_SUIT_UPHELD),
    (LITTLE, OVERSEEN, "全年政府信息公开工作零诉讼，行政复议1件，已审结并维持。", _DIRECT_SUIT_UPHELD),
    (LITTLE, OVERSEEN, "全年政府信息公开工作零诉讼，行政复议1件，已审结并维持。", _REVIEW_PENDING),
    (LITTLE, APPLIED, "结转下年度1件，与上年持平。", _CARRIED_OUT_NATURAL_PERSON),
    (EVEN, APPLIED, "公开6件，部分公开2件，无法提供4件，以上共12件，全部按期答复。", _CARRIED_OUT_NATURAL_PERSON),
    (EVEN, APPLIED, "收到申请12件，已全部办结。公开6件，部分公开2件，不掌握4件。", _CARRIED_OUT_NATURAL_PERSON),
    (LITTLE, PUBLISHED, "全年办理行政许可38件，未作出行政处罚、行政强制决定，无行政事业性收费。", _PENALTIES_DECISIONS),
    (
        LITTLE,
        PUBLISHED,
        "全年办理行政许可38件，未作出行政处罚、行政强制决定，无行政事业性收费。",
        _COMPULSORY_MEASURES_DECISIONS,
    ),
    (LITTLE, PUBLISHED, "作出行政许可38件，行政处罚、行政强制均为0件。", _PENALTIES_DECISIONS),
    (LITTLE, PUBLISHED, "作出行政许可38件，行政处罚、行政强制均为0件。", _COMPULSORY_MEASURES_DECISIONS),
    (EVEN, PUBLISHED, "行政许可60件，行政处罚20件，没有实施行政强制。", _COMPULSORY_MEASURES_DECISIONS),
    (LITTLE, MANAGED, "本年度未制发、未废止规范性文件，现行有效6件。", _NORMATIVE_DOCUMENTS_ISSUED),
    (LITTLE, MANAGED, "本年度未制发、未废止规范性文件，现行有效6件。", _NORMATIVE_DOCUMENTS_REPEALED),
    (EVEN, MANAGED, "出台规范性文件2件，没有废止文件，现行有效规范性文件15件。", _NORMATIVE_DOCUMENTS_REPEALED),
    (
        EVEN,
        MANAGED,
        "制发规范性文件两件，现行有效的规范性文件15件，规章制定、废止均为零。",
        _NORMATIVE_DOCUMENTS_ISSUED,
    ),
    (LITTLE, OVERSEEN, "因政府信息公开引起的行政复议案件有1件，维持1件，没有行政诉讼案件。", _DIRECT_SUIT_UPHELD),
    (EVEN, APPLIED, "发生政府信息公开行政复议3件、行政诉讼2件，均为维持，无纠正、无未审结。", _REVIEW_CORRECTED),
    (EVEN, APPLIED, "发生政府信息公开行政复议3件、行政诉讼2件，均为维持，无纠正、无未审结。", _REVIEW_PENDING),
    (EVEN, APPLIED, "收到申请12件，无上年结转，无结转下年度。", _CARRIED_OUT_NATURAL_PERSON),
    (EVEN, APPLIED, "全年收到申请12件，办结12件，结转为零。", _CARRIED_OUT_NATURAL_PERSON),
)
"""Amounts in words, and a change of the tables that makes them wrong."""

OTHERS = (
    # other years, other people, other business
    (EVEN, APPLIED, "收到申请12件。与2022年相比变化明显，2022年，当年收到申请31件。"),
    (EVEN, APPLIED, "回看2021年，当年收到申请44件，办结40件。"),
    (EVEN, APPLIED, "养殖户和水产企业共提交政府信息公开申请12件。"),
    (EVEN, APPLIED, "用水户、灌区企业累计提出申请12件，均已登记。"),
    (EVEN, OVERSEEN, "县政府受理的渔业行政复议5件，均与政府信息公开无关。"),
    (EVEN, OVERSEEN, "全年水事类行政复议案件17件，行政诉讼9件，与信息公开工作无关。"),
    (EVEN, OVERSEEN, "行政诉讼6件，均不涉及政府信息公开。"),
    (EVEN, PUBLISHED, "公布地方政府规章立法计划5个，规章草案征求意见3件。"),
    (REPORT, APPLIED, "因政府信息公开被直接起诉2件；复议之后再起诉7件。"),
    (REPORT, APPLIED, "本年办结申请91件，结转下年度11件，其中予以公开30件，部分公开12件，不予公开13件。"),
    (EVEN, APPLIED, "有1件经与申请人沟通后补充提供了图纸。"),
    (EVEN, APPLIED, "收到申请12件，其中一半以上通过网络提交，三分之一涉及征地。"),
    (EVEN, APPLIED, "收到申请12件，申请人全部满意，无一投诉。"),
    (EVEN, APPLIED, "一半以上的申请在5个工作日内答复。"),
    (EVEN, PUBLISHED, "全局三分之二的科室开设专栏，全部公开事项录入目录。"),
    (EVEN, APPLIED, "收到申请12件，均通过网络提交，各科室协助查找资料各2件。"),
    (EVEN, APPLIED, "全部12件申请均做到当日登记，无一超期。"),
    (REPORT, APPLIED, "收到申请97件，其中半数涉及取水许可，三成通过信函提交。"),
    (REPORT, APPLIED, "办结91件，均按时答复，无一件逾期。"),
    (REPORT, OVERSEEN, "全年接受行政复议机构业务指导3次，未发生责任追究。"),
    (REPORT, APPLIED, "全市法院审结信息公开案件85件，维持62件；我局9件。"),
    (EVEN, APPLIED, "执法类行政诉讼1件，被纠正；政府信息公开行政诉讼2件，均维持。"),
    (EVEN, OVERSEEN, "未发生因公开不当引发的舆情，未发生泄密事件，未收到投诉举报。"),
    (REPORT, PUBLISHED, "网站发布信息2310条，较上年减少2件次；办理政协提案由5件增至8件。"),
    (REPORT, PUBLISHED, "发布信息2310条，同比增长20%，政策解读由30篇增至36篇，净增6篇。"),
    (REPORT, APPLIED, "收到申请97件，其中网上申请60件，较上年增加12件。"),
    (REPORT, APPLIED, "收到申请97件，电话咨询320次，比上年增加40次。"),
    (REPORT, PUBLISHED, "政务新媒体粉丝数同比增长35%，关注人数净增2000人。"),
    (REPORT, APPLIED, "平均办理时间由9天缩短至6天，减少3天。"),
    (REPORT, PUBLISHED, "近三年行政许可累计3120件，年均增长5%。"),
    (REPORT, PUBLISHED, "上半年作出行政许可620件，同比增加45件。"),
    (REPORT, PUBLISHED, "全市行政许可同比增长12.3%，我局行政许可1286件。"),
    (REPORT, APPLIED, "2024年一季度申请量同比上升40%。"),
    (REPORT, PUBLISHED, "培训（3期）、座谈会（2场）、公开日活动（1次）有序开展。"),
    (REPORT, APPLIED, "答复文书模板（5份）、流程图（2张）统一印发各科室。"),
    (REPORT, APPLIED, "不予公开理由说明模板（3件）、部分公开示范文书（2件）已印发。"),
    (REPORT, PUBLISHED, "公开指南（2024年版）、目录（12类）同步更新。"),
    (REPORT, PUBLISHED, "门户网站发布1200条、公众号450条、公告栏60条，合计1710条。"),
    (REPORT, OVERSEEN, "组织培训3次、检查2次、通报1次，共计6次。"),
    (REPORT, APPLIED, "网上提交60件、信函20件、当面17件，合计97件。"),
    (REPORT, APPLIED, "收到申请97件，涉及征地21件、水利工程36件、其他40件，以上合计97件。"),
    (REPORT, PUBLISHED, "网站、微信、微博分别发布信息1200条、450条、60条。"),
    (REPORT, APPLIED, "第一至第四季度分别收到申请20件、25件、31件、21件。"),
    (REPORT, APPLIED, "网络、信函、当面提交分别为60件、20件、17件。"),
    (REPORT, PUBLISHED, "取水许可、河道许可、水土保持许可分别办理300件、486件、500件。"),
    (REPORT, OVERSEEN, "向社会公众、企业、律师分别发放问卷200份、50份、10份。"),
    (REPORT, APPLIED, "发放政府信息公开申请表120份，答复书送达回证88份。"),
    (REPORT, APPLIED, "申请涉及人数215人次，答复文书页数1500页。"),
    (REPORT, PUBLISHED, "信息处理费0元，公益诉讼检察建议2份。"),
    (REPORT, PUBLISHED, "减免企业行政事业性收费120万元，退还保证金35万元。"),
    (REPORT, APPLIED, "举办依申请公开培训3次，其中市级1次；编发案例12件，其中不予公开类3件。"),
    (REPORT, APPLIED, "收到申请97件，其中中心城区60件，乡镇37件。"),
    (REPORT, APPLIED, "办结91件。其中，提前办结50件，当日办结12件。"),
    (REPORT, APPLIED, "抽查依申请公开答复20件。其中，规范18件，存在瑕疵2件。"),
    (REPORT, APPLIED, "全市各单位共收到申请2100件。其中，予以公开800件，不予公开300件。"),
    (REPORT, PUBLISHED, "上述信息中，政策类120件，业务类300件。"),
    (REPORT, APPLIED, "全市共收到申请2103件。上述申请中，自然人申请1800件。"),
    (REPORT, OVERSEEN, "县长信箱收到来信210件。已答复205件，结转5件。"),
    (REPORT, PUBLISHED, "12345热线受理2310件。办结2300件，转下年10件。"),
    (REPORT, PUBLISHED, "工作安排：\n1.印发工作要点1件；\n2.召开会议2次；\n3.部分公开事项调整3件。"),
    (REPORT, OVERSEEN, "\n1.监督检查4次。\n2.培训3次，参训120人次。\n3.考核单位25家。"),
    (REPORT, PUBLISHED, "梳理行政许可事项46项、行政处罚事项357项、行政强制事项18项。"),
    (REPORT, PUBLISHED, "公示双公示信息，其中行政许可信息1300条，行政处罚信息360条。"),
    (REPORT, PUBLISHED, "行政处罚案卷评查20件，行政许可案卷评查15件。"),
    (REPORT, PUBLISHED, "全市作出行政许可25600件，行政处罚4200件。"),
    (REPORT, MANAGED, "征求规范性文件意见12件，备案审查规范性文件9件，合法性审核21件。"),
    (REPORT, MANAGED, "公开规范性文件解读7篇，转发上级规范性文件11件。"),
    (REPORT, MANAGED, "全县现行有效规范性文件210件，我局33件。"),
    (REPORT, MANAGED, "向社会公开文件56件，其中通知40件、公告16件。"),
    (REPORT, MANAGED, "历年累计制发规范性文件118件，其中已失效85件。"),
    (REPORT, OVERSEEN, "参加全市信息公开行政复议应诉培训3次，组织旁听庭审2次。"),
    (REPORT, OVERSEEN, "作为复议机关审理行政复议案件63件，维持41件，纠正12件，结转下年4件。"),
    (REPORT, APPLIED, "告知申请人行政复议权利91件，出庭应诉9件。"),
    (REPORT, PUBLISHED, "建议提案上年结转3件，本年承办22件，结转下年2件。"),
    (REPORT, OVERSEEN, "信访事项结转下年度办理4件，年初在办信访事项6件。"),
    (REPORT, PUBLISHED, "结转项目资金350万元，结转结余3件。"),
    (LITTLE, APPLIED, "收到申请4件。申请人中有1名律师，1名教师。"),
    (LITTLE, OVERSEEN, "全市发生政府信息公开行政复议120件，行政诉讼36件；我局行政复议1件。"),
    (EVEN, APPLIED, "其中一件申请经电话沟通后申请人表示理解，另一件申请补充材料后受理。"),
    (EVEN, APPLIED, "收到申请12件，网上提交的占一半，均在10个工作日内答复。"),
    (EVEN, APPLIED, "收到申请12件，涉及多个科室，均由办公室统一答复。"),
    (EVEN, APPLIED, "收到申请12件，一半为重复咨询事项后转为正式申请。"),
    (EVEN, APPLIED, "政府信息公开行政复议3件，均由县司法局审理。"),
    (EVEN, APPLIED, "政府信息公开行政复议3件，全部通过听证方式审理，维持3件。"),
    (EVEN, APPLIED, "政府信息公开行政诉讼2件，均为一审案件。"),
    (EVEN, APPLIED, "政府信息公开行政诉讼2件，负责人均出庭应诉。"),
    (REPORT, APPLIED, "予以公开30件，均通过邮寄方式提供；部分公开12件，均已遮挡个人信息。"),
    (REPORT, APPLIED, "不予公开13件，均说明理由并告知救济途径。"),
    (REPORT, APPLIED, "收到申请97件，全部登记编号，无一遗漏。"),
    (REPORT, APPLIED, "无一件因程序问题被纠正；全年政府信息公开行政复议18件，纠正4件。"),
    (REPORT, OVERSEEN, "未发生因信息公开引发的重大舆情、泄密事件，未发生责任追究。"),
    (REPORT, OVERSEEN, "无信访复议类投诉件，未收到行政复议机关的建议书、意见书。"),
    (LITTLE, OVERSEEN, "全年未发生因未依法公开而引发的行政诉讼败诉案件。"),
    (LITTLE, OVERSEEN, "未发生行政处罚引发的行政复议和行政诉讼。"),
    (REPORT, APPLIED, "1.登记环节。逐件登记，专人2名。\n2.答复环节。制作答复书模板5件。\n3.归档环节。归档案卷91件。"),
    (REPORT, PUBLISHED, "1.决策公开。公开重大决策事项6件，征求意见12件。\n2.执行公开。公开项目进展40件。"),
    (
        REPORT,
        MANAGED,
        "1.清理文件。对历年规范性文件逐件清理，提出废止建议9件。\n2.属性审查。公文210件，其中主动公开120件、依申请公开30件、不予公开60件。",
    ),
    (REPORT, APPLIED, "政策咨询（320件）、依申请公开指引（45件）、办事查询（80件）均由窗口受理。"),
    (REPORT, APPLIED, "收到申请97件（2023年之前未统计渠道），平均用时9天（法定20个工作日）。"),
    (REPORT, PUBLISHED, "2024年发布信息2310条，2023年2200条，增加110条。"),
    (REPORT, APPLIED, "2024年收到申请97件，2023年80件；接听咨询电话320次，2023年280次，增加40次。"),
    (REPORT, APPLIED, "收到申请97件，网上渠道净增12件，信函渠道净减3件。"),
    (REPORT, PUBLISHED, "行政许可事项各科室各12件、8件、5件，均已录入系统。"),
    (REPORT, OVERSEEN, "检查、培训、考核分别开展4次、3次、1次；通报、约谈各1次。"),
    (REPORT, PUBLISHED, "公众号、微博、网站依次发布450、120、1200条。"),
    (REPORT, APPLIED, "两类申请情况：涉及征地、项目审批的各20件左右。"),
    (REPORT, APPLIED, "收到申请97件，不予公开、无法提供的均逐件说明理由。"),
    (REPORT, APPLIED, "其中一件疑难申请由第三方评估机构论证，二者结论一致。"),
    (REPORT, PUBLISHED, "12件行政许可、5件行政处罚典型案例在网站公布。"),
    (LITTLE, APPLIED, "收到申请4件，1件予以公开前征求了第三方意见。"),
    (REPORT, PUBLISHED, "行政事业性收费目录12项，较上年减少2项；收取512.38万元。"),
    (REPORT, PUBLISHED, "行政事业性收费512.38万元，其中考试费较上年增加12.5万元。"),
    (REPORT, PUBLISHED, "三公经费较上年减少31.5万元，行政事业性收费512.38万元。"),
    (REPORT, OVERSEEN, "政府信息公开行政复议18件，应诉准备会各类案件均提前介入，胜诉率88.9%。"),
    (REPORT, APPLIED, "收到申请97件，由法制科办理60件，由业务科办理37件。"),
    (REPORT, PUBLISHED, "统计违法行政处罚案例3件在系统内通报。"),
    (REPORT, APPLIED, "收到申请97件。其中，第一季度20件，第二季度25件，第三季度31件，第四季度21件。"),
    (REPORT, APPLIED, "办结91件。上述申请中涉及征地补偿的41件，涉及河道的12件。"),
    (EVEN, APPLIED, "收到申请12件，均属于政府信息公开范围。"),
    (EVEN, APPLIED, "收到申请12件，全部为依申请公开事项，均按程序登记。"),
    (EVEN, APPLIED, "政府信息公开行政复议3件，已全部提交答复材料；行政诉讼2件，均由法制科承办。"),
    (EVEN, APPLIED, "收到申请12件，自然人约占四分之三，近半数在当周答复。"),
    (EVEN, OVERSEEN, "围绕零复议、零诉讼目标开展培训；予以公开、不予公开典型案例各编发2件。"),
    (LITTLE, APPLIED, "收到申请4件，其中企业申请1件，经补正后受理，已转有关科室办理。"),
)
"""Figures and amounts in words of something else: nothing is said of any."""
