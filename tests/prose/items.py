"""Wordings in which reports give the figures of their tables: each figure stands in ⟦⟧ with the name of its cells.

The report they belong to is `REPORT`; last year's figures stand under names with `上年`.
"""

from dataclasses import replace
from decimal import Decimal

from model.report.report import PastReport, Report
from tests.checks.correct import BUREAU, FEES, applications, filled
from tests.forms import FORM

NUMBERS = filled(
    {
        "disclosure.normative_documents.issued": 7,
        "disclosure.normative_documents.repealed": 4,
        "disclosure.normative_documents.in_force": 33,
        "disclosure.licences.decisions": 1286,
        "disclosure.penalties.decisions": 357,
        "disclosure.compulsory_measures.decisions": 46,
        FEES: Decimal("512.38"),
        "disputes.review.upheld": 11,
        "disputes.review.corrected": 4,
        "disputes.review.other": 2,
        "disputes.review.pending": 1,
        "disputes.direct_suit.upheld": 2,
        "disputes.suit_after_review.upheld": 6,
        "disputes.suit_after_review.corrected": 1,
    },
    applications(
        "natural_person",
        received=74,
        carried_in=5,
        granted=21,
        partly_granted=8,
        refused_third_party=3,
        refused_internal_affairs=2,
        refused_enforcement_file=6,
        unavailable_not_held=14,
        unavailable_must_be_created=2,
        unavailable_still_unclear=1,
        unprocessed_petition=4,
        unprocessed_repeated=2,
        other_not_corrected=3,
        other_misc=2,
        carried_out=11,
    ),
    applications("enterprise", received=17, granted=9, unavailable_not_held=6, unprocessed_petition=2),
    applications("legal_service", received=6, partly_granted=4, refused_third_party=2),
)
PAST = filled(
    {
        "disclosure.normative_documents.issued": 5,
        "disclosure.normative_documents.repealed": 2,
        "disclosure.normative_documents.in_force": 30,
        "disclosure.licences.decisions": 1100,
        "disclosure.penalties.decisions": 420,
        FEES: Decimal("480.5"),
    },
    applications("natural_person", received=80, granted=40, unavailable_not_held=35, carried_out=5),
)
REPORT: Report = replace(BUREAU, numbers=NUMBERS, last_year=PastReport(FORM, 2023, PAST))

PUBLISHED, APPLIED, DISPUTED, PROBLEMS = "（一）主动公开。", "（二）依申请公开。", "（二）依申请公开。", ""

WORDINGS = (
    (PUBLISHED, "规范性文件本年制发件数⟦7⟧件，本年废止件数⟦4⟧件，现行有效件数⟦33⟧件。"),
    (APPLIED, "办理结果：（一）予以公开⟦30⟧件；（二）部分公开⟦12⟧件；（三）“不予公开”⟦13⟧件；（四）无法提供⟦23⟧件。"),
    (DISPUTED, "信息公开行政诉讼⟦9⟧件，其中经复议后被诉⟦7⟧件。"),
    (APPLIED, "规范登记、审核、答复流程，收到申请⟦97⟧件，转结下年⟦11⟧件。"),
    (APPLIED, "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请⟦3⟧件，其他（申请人撤回）⟦2⟧件。"),
    (
        "（二）依申请公开\n新收政府信息公开申请97件。\n",
        "本年度共办结申请⟦91⟧件，其中予以公开⟦30⟧件，无法提供⟦23⟧件。转入下年度办理⟦11⟧件。",
    ),
    (APPLIED, "统计表｜新收申请：⟦97⟧件｜办结：⟦91⟧件｜结转下年度：⟦11⟧件"),
    (PUBLISHED, "第（五）项行政许可⟦1286⟧件；第（六）项行政处罚⟦357⟧件、行政强制⟦46⟧件。"),
    (PUBLISHED, "行政许可本年决定数量⟦1286⟧件，行政处罚方面⟦357⟧件，行政事业性收费本年金额⟦512.38⟧万元。"),
    (APPLIED, "结果为公开⟦30⟧件，部分公开⟦12⟧件，提供不了⟦23⟧件。"),
    (APPLIED, "不予公开⟦13⟧件（案卷类⟦6⟧件），申请人补正逾期的⟦3⟧件。"),
    (APPLIED, "新收申请⟦97⟧件，年初移过来⟦5⟧件，办理中⟦11⟧件。"),
    (DISPUTED, "政府信息公开行政复议⟦18⟧件，支持原答复⟦11⟧件，改变原答复⟦4⟧件，还没有结论⟦1⟧件。"),
    (PROBLEMS, "面对⟦97⟧件政府信息公开申请，人手偏紧。"),
    (APPLIED, "予以公开⟦30⟧件，部分公开⟦12⟧件，两者合计⟦42⟧件。"),
    (APPLIED, "收到申请⟦97⟧件，企业和法律服务机构两类申请合计⟦23⟧件。"),
    (APPLIED, "⟦91⟧件已有结果，结转下年⟦11⟧件。"),
    (PUBLISHED, "许可、处罚、强制三类决定分别为⟦1286⟧件、⟦357⟧件、⟦46⟧件。"),
    (PUBLISHED, "许可、处罚、强制决定共⟦1689⟧件。"),
    (PUBLISHED, "行政许可由1100件增至⟦1286⟧件，行政处罚由420件减至⟦357⟧件。"),
    (PUBLISHED, "行政处罚⟦357⟧件，报名费、考试费等收费⟦512.38⟧万元。"),
    ("（五）监督保障。", "行政复议⟦18⟧件，维持⟦11⟧件，纠正⟦4⟧件，未审结⟦1⟧件。"),
    (APPLIED, "本年度共收悉公众提交的公开申请⟦97⟧件。"),
    (APPLIED, "2024年，我局收到社会公众提出的政府信息公开申请共⟦97⟧件（上年⟦80⟧件），其中部分公开⟦12⟧件。"),
    (APPLIED, "一年来先后有⟦97⟧件申请递到我局。"),
    (APPLIED, "今年新登记的申请有⟦97⟧件，加上去年没办完的⟦5⟧件，要办的一共⟦102⟧件。"),
    (APPLIED, "新增申请⟦97⟧件，承接上年度未办结申请⟦5⟧件；全年办结⟦91⟧件，余下⟦11⟧件转入下一年度。"),
    (APPLIED, "⟦97⟧件申请均为网上提交，⟦91⟧件已在年内办结，⟦11⟧件尚在办理期限内。"),
    (APPLIED, "接收申请⟦97⟧件，比上年增加⟦17⟧件，增长⟦21.3⟧%。"),
    (APPLIED, "新收申请⟦97⟧件，较上年⟦80⟧件增长⟦21.3⟧%。"),
    (APPLIED, "全年新收申请⟦97⟧件，上年同期为⟦80⟧件。"),
    (APPLIED, "收到申请⟦97⟧件，其中自然人⟦74⟧件，商业企业⟦17⟧件，法律服务机构⟦6⟧件。"),
    (APPLIED, "收到申请⟦97⟧件。从申请人看，自然人⟦74⟧件、企业⟦17⟧件、律师事务所⟦6⟧件。"),
    (APPLIED, "收到申请⟦97⟧件：个人提出的⟦74⟧件，公司提出的⟦17⟧件，律所提出的⟦6⟧件。"),
    (APPLIED, "收到⟦97⟧件申请，⟦74⟧件来自公民个人，⟦17⟧件来自企业，⟦6⟧件由律师事务所提交。"),
    (APPLIED, "收到申请⟦97⟧件，自然人占⟦76.3⟧%。"),
    (APPLIED, "本年新收申请⟦97⟧件，申请人为自然人、商业企业、法律服务机构的分别有⟦74⟧件、⟦17⟧件和⟦6⟧件。"),
    (
        APPLIED,
        (
            "办结的⟦91⟧件中，予以公开⟦30⟧件，占⟦33.0⟧%；部分公开⟦12⟧件，占⟦13.2⟧%；不予公开⟦13⟧件；无法提供⟦23⟧件；"
            "不予处理⟦8⟧件；其他处理⟦5⟧件。"
        ),
    ),
    (
        APPLIED,
        (
            "答复情况：公开⟦30⟧件、部分公开⟦12⟧件、不予公开⟦13⟧件（第三方权益⟦5⟧件，内部事务⟦2⟧件，执法案卷⟦6⟧件）、无法提供"
            "⟦23⟧件、不予处理⟦8⟧件。"
        ),
    ),
    (
        APPLIED,
        (
            "处理结果为：⟦30⟧件予以公开，⟦12⟧件区分处理后公开了部分内容，⟦5⟧件因第三方不同意未予公开，⟦20⟧件告知信息不存在，"
            "⟦6⟧件按信访渠道引导，⟦2⟧件属重复申请。"
        ),
    ),
    (APPLIED, "予以公开、部分公开、不予公开、无法提供的分别为⟦30⟧件、⟦12⟧件、⟦13⟧件、⟦23⟧件。"),
    (
        APPLIED,
        "按办理结果分，同意公开的⟦30⟧件，不同意公开的⟦13⟧件，本机关不掌握的⟦20⟧件，需要加工汇总的⟦2⟧件，补正后仍不清楚的⟦1⟧件。",
    ),
    (APPLIED, "因申请人未按期补正而终止办理的⟦3⟧件，申请人主动撤回的⟦2⟧件。"),
    (APPLIED, "全年办理完毕⟦91⟧件，其中提供信息⟦30⟧件，部分提供⟦12⟧件，未能提供⟦23⟧件。"),
    (APPLIED, "答复申请人后被认定属于信访投诉的⟦6⟧件，重复提出的⟦2⟧件。"),
    (APPLIED, "截至12月31日，未办结的⟦11⟧件依法延至2025年办理。"),
    (APPLIED, "去年转过来⟦5⟧件，今年收⟦97⟧件，办⟦91⟧件，年底还剩⟦11⟧件。"),
    (APPLIED, "申请⟦九十七⟧件，办结⟦九十一⟧件，结转下年度⟦十一⟧件。"),
    (APPLIED, "收到申请⟦９７⟧件，办结⟦９１⟧件。"),
    (DISPUTED, "因政府信息公开引起行政复议⟦18⟧件，维持⟦11⟧件，纠正⟦4⟧件，其他结果⟦2⟧件，尚未审结⟦1⟧件。"),
    (DISPUTED, "申请人不服答复提起复议⟦18⟧件：复议机关维持⟦11⟧件，撤销或确认违法⟦4⟧件，仍在审理⟦1⟧件。"),
    (DISPUTED, "发生⟦18⟧起行政复议，其中⟦11⟧起维持、⟦4⟧起被纠正。"),
    (DISPUTED, "被提起行政诉讼⟦9⟧件，其中直接起诉⟦2⟧件、复议后起诉⟦7⟧件，法院维持⟦8⟧件、纠正⟦1⟧件。"),
    (DISPUTED, "全年信息公开类复议案⟦18⟧件、诉讼案⟦9⟧件。"),
    (DISPUTED, "举办培训1次；全年发生行政复议⟦18⟧件。"),
    (PROBLEMS, "一是答复不够规范，全年有⟦4⟧件答复在复议中被纠正。"),
    (PROBLEMS, "问题主要是说理不足，复议被纠正⟦4⟧件、诉讼败诉⟦1⟧件。"),
    (PUBLISHED, "全年制发行政规范性文件⟦7⟧件，废止⟦4⟧件，目前有效⟦33⟧件。"),
    (PUBLISHED, "出台规范性文件⟦7⟧件、宣布失效⟦4⟧件，至年底继续有效的共⟦33⟧件。"),
    (PUBLISHED, "规范性文件新增⟦7⟧件，停止执行和废止⟦4⟧件，年末存量⟦33⟧件。"),
    (PUBLISHED, "行政规范性文件由年初的⟦30⟧件增加到⟦33⟧件，其中新制定⟦7⟧件。"),
    (PUBLISHED, "公开现行有效的⟦33⟧件规范性文件，随文公开解读。"),
    (PUBLISHED, "规范性文件制定、废止、现行有效数分别为⟦7⟧件、⟦4⟧件、⟦33⟧件。"),
    (
        PUBLISHED,
        "办理取水、河道管理范围建设项目等行政许可⟦1286⟧件，查处水事违法行为、作出行政处罚⟦357⟧件，实施行政强制⟦46⟧件。",
    ),
    (PUBLISHED, "作出行政许可、行政处罚、行政强制决定分别为⟦1286⟧件、⟦357⟧件、⟦46⟧件。"),
    (PUBLISHED, "行政许可决定⟦1286⟧项，较上年的⟦1100⟧项增长⟦16.9⟧%；处罚决定⟦357⟧件，下降⟦15.0⟧%。"),
    (PUBLISHED, "全年行政许可⟦1,286⟧件，处罚⟦357⟧件，强制⟦46⟧件。"),
    (PUBLISHED, "水资源费等行政事业性收费共⟦512.38⟧万元，上年为⟦480.5⟧万元。"),
    (PUBLISHED, "收取行政事业性收费⟦512.38⟧万元，比上年增长⟦6.6⟧%。"),
)

SILENT = (
    (APPLIED, "案卷类不予公开6件，因查无此信息（本机关不掌握）无法提供20件，信访类不予处理6件。"),
    (APPLIED, "收到申请97件，答复91件，其余11件按程序办理。"),
    (APPLIED, "另有2件在办理过程中由申请人撤回。"),
    (APPLIED, "上年结转数与上年报告的结转2件不一致，系机构改革划入。"),
    (DISPUTED, "因市场投诉处理引发行政复议95件，不在统计之内。"),
    (DISPUTED, "征收补偿纠纷引起的行政诉讼4件，与公开工作是两回事。"),
    (PUBLISHED, "有效期届满自动失效规范性文件5件。"),
    (APPLIED, "受理营业性演出申请12件，举办演出86场。"),
    (APPLIED, "市政府本级收到申请47件，其余由部门收到。"),
    (APPLIED, "收到申请97件。\n（三）其他业务。收到车位退费申请6件，均已退费。"),
    (APPLIED, "收到申请97件。另受理资格认定委托书45件。"),
    (APPLIED, "收到申请97件。企业主动申请复产验收21件，通过19件。"),
    (APPLIED, "“十四五”期间累计办理公开申请1544件。"),
    (APPLIED, "市本级收到申请18件，办结15件。"),
    (APPLIED, "涉及校车的申请41件，全部按期答复；学籍类申请答复12件；会商后由县级答复的申请9件。"),
    (APPLIED, "予以公开30件，其中自然人20件、企业10件；上年结转申请5件，其中自然人5件。"),
    (APPLIED, "上级转来的6件申请已移交属地办理，由属地统计。"),
    (DISPUTED, "每百件申请引起的复议不到9件。"),
    (PUBLISHED, "2025年计划。拟制定规范性文件9件。"),
    (APPLIED, "收到申请97件。四位居民各提出一件申请，内容相同，已分别答复。"),
    (APPLIED, "公民、法人和其他组织全年共递交申请97件。"),
    (APPLIED, "收到申请97件，加上结转的5件，应答复102件；实际答复91件。"),
    (APPLIED, "收到申请97件。剩下2件经核实属于咨询，已电话解释。"),
    (APPLIED, "91件申请的办理结果是公开30件、部分公开12件。"),
    (APPLIED, "依申请公开信息处理费收入为零。"),
    (APPLIED, "收到申请97件，自然人由80件减至74件。"),
    (PUBLISHED, "行政许可、行政处罚、行政强制决定共1689件。"),
    (PUBLISHED, "行政许可1286件、行政处罚357件、行政强制46件，分别比上年增加20件、9件和3件。"),
    ("（五）监督保障。", "推动复议纠错案件整改，已闭环9件。"),
    (DISPUTED, "政府信息公开行政复议18件；因道路运输执法引起的行政复议7件、行政诉讼3件，不在其内。"),
    (DISPUTED, "作为行政复议机构，全年办理各类行政复议案件212件；政府信息公开行政复议18件。"),
    (APPLIED, "收到申请97件，网上提交60件、当面提交37件，其中涉及征地的41件。"),
    (
        APPLIED,
        "收到申请97件，涉及项目审批的30件、工程建设的22件、其他方面的45件，发出补正通知15件，征求第三方意见9件，延期答复7件。",
    ),
    (APPLIED, "全市共收到申请1203件，我局收到97件。"),
    (APPLIED, "建立台账97件次，对30件疑难申请逐件会商，抽查答复文书12份。"),
    (APPLIED, "收到申请97件，平均每件办理用时9天，最短1天；电话沟通140次，当面解释8次。"),
    (APPLIED, "办结热线工单310件，答复网民留言22件，受理投诉13件。"),
    (APPLIED, "配合县政府办公室答复申请3件，转办其他部门申请5件。"),
    (APPLIED, "2023年收到申请80件，办结75件。2024年收到申请97件。"),
    (APPLIED, "上半年收到申请41件，下半年收到56件，合计97件。"),
    (APPLIED, "四个季度收到申请分别为20件、25件、31件、21件。"),
    (APPLIED, "答复书统一格式，附法律依据2条，告知救济途径，可依法申请行政复议的91件。"),
    (DISPUTED, "作为复议机关办理行政复议案件63件，维持41件，纠正12件；出庭应诉5件。"),
    (DISPUTED, "因政府信息公开引起行政复议18件，涉及征地类9件、执法类9件。"),
    (PUBLISHED, "公开规范性文件解读14件，转发上级规范性文件21件，征求意见稿6件。"),
    (PUBLISHED, "公示行政许可信息1500条、行政处罚信息400条，更新权责清单事项行政许可24项。"),
    (PUBLISHED, "审查规范性文件草案9件，向市政府报备规范性文件7件，提出审查意见11条。"),
    (PUBLISHED, "制定工作方案3件，发布政策文件56件，其中规范性文件7件。"),
    (PUBLISHED, "减免行政事业性收费12.5万元，非税收入30万元。"),
    (PUBLISHED, "全年行政许可1286件，其中取水许可300件、河道许可986件，按时办结率100%。"),
    (PUBLISHED, "近五年累计制发规范性文件26件；计划2025年制定规范性文件2件。"),
    (PROBLEMS, "一是公开内容不够，2个栏目更新慢；二是答复中有3件格式不规范，已全部整改。"),
    (PROBLEMS, "将对全部97件申请组织复盘，目标是零纠错，纠错率低于5%。"),
)
"""Figures that count something else: nothing is said of any."""
