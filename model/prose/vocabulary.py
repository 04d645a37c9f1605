"""How official prose names what the form counts: for each role of a cell the words that mean it anywhere."""

from model.language.patterns import pattern

RESULTS = {
    "partly_granted": (
        "部分(?:予以|内容|信息|材料)?(?:予以|进行)?公开|公开(?:了)?(?:其中)?部分|区分处理|(?:公开|提供|给)了?一部分"
        "|部分(?:信息|内容|提供|满足)|(?:遮挡|遮盖|隐去)[^，不未]{0,12}公开"
    ),
    "refused_state_secret": "国家秘密|涉密|保密事项",
    "refused_by_law": "法律[、，]?(?:行政)?法规|法定禁止|(?:依法|法律|法规)(?:明确)?禁止|规定(?:不得|禁止)公开",
    "refused_security_stability": "三安全一稳定|(?:国家|公共|经济)安全|社会稳定",
    "refused_third_party": "第三[方人](?!评估|机构|意见|平台|检测|公司)|商业秘密|隐私",
    "refused_internal_affairs": "内部(?:事务|管理|信息|工作)",
    "refused_deliberative": "过程性|讨论记录|过程稿|磋商信函|请示报告",
    "refused_enforcement_file": "(?:执法|监察|稽查|处罚|监管|办案|检查)(?:案卷|卷宗)|案卷类",
    "refused_administrative_enquiry": "行政查询|查询事项|查询类|(?:账户|档案|登记)(?:资料|信息)?查询",
    "unavailable_not_held": (
        "不掌握|未掌握|没有掌握|查无(?:此|该)?(?:信息|件|项)?|不存在(?!结转|跨年|遗留|积压|超期|逾期|延期|拖延|[^，。；“”]{0,8}(?:情[况形]|现象|问题))|无此(?:项|类)?信息"
        "|没有(?:该|此|这|所需|相关|有关|这方面的?)[项类份个些]?(?:信息|材料|资料|文件|档案|记录)|未制作|未获取|未保存|不(?:属于|是)本(?:机关|单位)"
        "|(?:找|查|检索|查找|搜)不(?:到|着)|[未没](?:能|有)?(?:查|找|检索|查找|搜)到|(?:局|镇|乡|街道|委|厅|院|中心|我们|这)(?:里|内|上)?(?:也|就|本来|根本|确实)?没有的"
    ),
    "unavailable_must_be_created": (
        "(?:没有|无|非)?现成|(?:另行|重新|临时|专门|另外)(?:制作|汇总|加工|整理|统计)|加工(?![企户公店坊业点])|汇总"
    ),
    "unavailable_still_unclear": "不(?:够)?明确|不清",
    "unprocessed_petition": "信访|举报|投诉",
    "unprocessed_repeated": "重复|与(?:已|此前|之前|前次|上次)[^，]{0,8}(?:相同|一致)",
    "unprocessed_publication": "出版物",
    "unprocessed_excessive": "大量",
    "unprocessed_confirmation": "确认|重新出具|盖章",
    "other_not_corrected": "(?:逾期|未|不|没有)(?:按[期时要求]{1,2}|予|作)?补正|补正(?:后)?逾期|迟迟(?:不|未)补",
    "other_fee_unpaid": "(?:未|不)(?:按[^，]{0,6})?(?:缴|交)(?:纳)?费?",
    "other_misc": "撤回|撤销申请|撤件|放弃|去世|死亡|病故",
}
"""The rows of 本年度办理结果."""
GROUPS = {
    "refused": "不予公开|不公开|不同意公开|未(?:予)?公开|不能公开",
    "unavailable": "(?:无法|不能|未能|没有|无从)提供|(?:提供|给)不了",
    "unprocessed": "不予处理|不(?:作)?处理|不再处理(?!其)",
    "other": "其他(?:处理|情形|方式)|其他类",
}
"""The groups of these rows."""
GRANTED = pattern("公开|提供|满足|同意|拿到|获得|给予|给了|给出|给到|如愿")
"""An application that was granted, in words that hold only where nothing narrower is said."""
NOT_GRANTED = pattern(
    "主动公开|依?申请公开|要求(?:公开|提供|获取)|申请(?:获取|提供)|(?:政府)?信息公开|公开(?:的)?(?:申请|条例|指南|目录|平台|专栏|渠道|范围|工作|专区|制度)|提供(?:查询|便民)?服务|补充提供|沟通|另行提供|已经?(?:拿到|获得|取得|公开)过?的?"
)
"""The same words where they mean something else."""
APPLICANTS = {
    "natural_person": (
        "自然人|公民|个人|村民(?!委|小组)|居民(?!委|小组)|市民|群众|职工|农民(?!(?:专业)?合作)|农户|牧民|家长|学生|患者|教师|住户|渔民|[棉果茶菜花烟蔗林蚕药粮]农(?!场|合|业|机)"
    ),
    "enterprise": "企业|公司",
    "research": "科研|研究(?:机构|院|所)|高校",
    "public_welfare": "公益|慈善",
    "legal_service": "法律服务|律师|律所",
    "other_organisation": (
        "(?:其他|业主|自治|宗教|群众|群团|民间|社区|村级|经济|合作|互助)组织|业主委员会|"
        "合作社|村委会|居委会|[村居]民小组|社会团体"
    ),
    "organisation": "法人|各类组织|组织",
}
"""The columns of table three; `organisation` is all but natural persons."""
CARRIED_IN = pattern(
    "(?:上一?年度?|去年|往年|年初|上期|前一?年|(?<![至到入进往转])(?P<year>20[0-9]{2})年度?)[^，]{0,6}?(?:结转|接转|转来|转入|转过来|遗留|[未没](?:有)?办[结完]|在办|待办|剩余|结余|延续|跨年|留(?:下|有|存|件|转|过来|$)|接续|(?<!继)续办|带[入来]|接办|移(?:过来|交来|来|转)|带过来|余下|剩下|结下)|旧存|(?:转入|接转|转接)$"
    "|(?:承接?|接|加上?|连同|算上|外加)(?:上一?年度?|去年|(?P<since>20[0-9]{2})年度?)(?:末|底)?的?$"
    "|承接|(?:连同|加上|外加|算上|含|与|和|加)(?:[^，]{0,4}?)结转|(?:连同|加上|外加|算上|加)跨年"
)
"""Applications carried over from the year before."""
_MOVED = "(?:结转|转结|接续|延续|推迟|留待|顺延|[转结留带移推滚跨延流顺存放])"
CARRIED_OUT = pattern(
    f"{_MOVED}(?:至|到|入|进|往)?(?:下|次|明|翌|来)一?年"
    f"|(?:{_MOVED}(?:至|到|入|进|往)|(?:结转|转结|转|留待|待|拟于|顺延|延续))(?P<next>20[0-9]{{2}})年?"
    "|转出$|继续(?:办理|处理)|跨年|顺延|(?<!其他)[办处]理中(?!心|的“?其他)|期限?(?:尚|还)?未(?:满|到|届)|未(?:满|到|届)(?:法定|答复|办理)*(?:期限?|时限)|(?:仍|尚|还|正)在(?:法定)?(?:办理?(?!结)|期限)(?:之?中|内|期限)?|在办(?!结|完|毕|好|理过程|理期间)(?:理(?:之?中))?|[未没](?:有)?(?:办结|办完|到期|了结|届满)|(?:^|[尚还仍件])未办(?=$|的)|待办(?!申请|件|的)|[待未]结(?=$|的)|留待下"
)
"""Applications carried over to the next year."""
CARRIED = pattern("结转|遗留|剩余|剩下|还剩|仍剩|剩$|留存|结存")
"""Carried over, in words that do not say which way."""
_DONE = (
    "有了?(?:结果|结论)|答完|处理完|办结|办了|办出|已办|(?<![跟代试帮协承应需须待要])办$|办毕|办完|办好"
    "|办妥|(?<![未没])审结|结清|办复|办清|办竣|答毕|答清|(?<![未待])已?结了|已结(?!转|余|存|果)"
)
DONE = pattern(f"{_DONE}|完毕|作出处理")
"""What was done with, whatever came of it."""
CONCLUDED = pattern(f"{_DONE}|处理完毕|办理完毕|作出处理|作出答复|答复|回复|办理|处理")
"""Applications concluded."""
OWED = pattern("(?:应|需|须|待)(?:当|要|予以|依法)?(?:答复|处理|办理|办结|答)(?!中|的)|[应需须]办$")
"""What was to be done in the year: the new applications and those carried in."""
WITH_CARRIED = pattern("应办|待办|需办|合计|总计|累计|总共|共计|共处理|共办理|一共")
"""A total that may hold what was carried over as well."""
RECEIVED = pattern("新收|新到|收到|收件|来件|接到|接收|受理|登记|递交|提交|提出|申请|收")
"""Applications received."""

ISSUED = (
    "制定|制发|新订|出台|印发|公布|发布|新增|新制|新出|新立|推出|颁布|发了|新发|^[“]?[立进][”]?$|文件[“]?[立进][”]?$"
)
REPEALED = "废止|(?<!自动)(?<!自行)(?<!自然)(?<!届满)(?<!到期)失效|停用|取消|减少|清理|^[“]?[废出][”]?$"
IN_FORCE = (
    "现行有效|现行|有效(?!期)|有效期(?:限)?内|在用|现有|现存|保留|存量|适用|库存|继续"
    "|保持|尚余|[留尚剩]存|余$|存$|剩下?$|仍为|还有|年末|年底|保有|沿用|执行|总数|总量|(?<!制发)(?<!制定)(?<!出台)(?<!印发)(?<!废止)件数|增至|降至|升至|减至|变为|增加到|减少到|增加至|减少至"
)
"""What happens to documents; the nearest to the figure counts."""
DOCUMENT = pattern("(?P<normative>规范性文件)|(?P<rule>规章(?!制度|立法|项目|草案|计划|起草|建议))")
DOCUMENT_VERBS = pattern(f"(?P<in_force>{IN_FORCE})|(?P<repealed>{REPEALED})|(?P<issued>{ISSUED})")

DECISIONS = pattern("(?:行政)?(?:(?P<licences>许可)|(?P<penalties>处罚|罚没(?=案件))|(?P<compulsory_measures>强制))")
"""What is decided; which of them ends the words before a figure."""
DECISION_ROWS = {"许可": "licences", "处罚": "penalties", "强制": "compulsory_measures"}
"""The rows of table two by the words for them."""

DISPUTE_RESULTS = pattern(
    "(?P<pending>未审结|在办(?!结)|没有审结|未结|未决|待[决审结判]|待开庭|未(?:开庭|宣判)|在审|审理(?:之?中)|(?:正|仍|尚|还)在审理|(?:尚未|[没未]有?)(?:作出|形成)?(?:裁判|判决|决定|结论|结果))"
    "|(?P<corrected>纠正|纠错|撤销|确认违法|责令|判令|重新答复|败诉|变更|改变原|推翻)|(?P<upheld>维持|胜诉|支持(?:我[方局委厅镇]|本[局机]|行政机关|(?:区|县|市|镇|乡)?政府|原(?:答复|决定|行政)|被申请人|被告)|驳回(?:原告|申请人|其)?(?:的)?(?:诉讼|复议)?(?:请求|诉求|诉请|起诉)|(?:法院|判决|裁定)?(?:均|全部|都)?驳回)|(?P<other>其他|调解|终止|撤回|撤诉|和解)|(?P<settled>已(?:全部)?(?:审结|结案)的?$)"
)
"""The results of 行政复议 and 行政诉讼."""
DISPUTE_KINDS = pattern(
    "(?P<after>(?<!未)经过?(?:行政)?复议的?(?:起诉|提起(?:行政)?诉讼|(?:行政)?诉讼)|均?经过?(?:行政)?复议(?!机关|委|局|决定)(?=[，。；、]|$)|(?:先)?(?:行政)?复议(?:之|以)?后(?:再|又)?(?:向(?:人民)?法院)?(?:(?:提起)?(?:的)?(?:(?:政府)?信息公开)?(?:行政)?(?:被?起?诉讼?|提起)|的?$))"
    "|(?P<direct>(?:未经(?:行政)?复议)?直接(?:向(?:人民)?法院)?(?:提起)?(?:的)?(?:(?:政府)?信息公开)?(?:行政)?(?:起?诉讼?)|未经(?:行政)?复议(?:(?:而|即|就)?(?:被)?(?:起诉|提起(?:的)?(?:行政)?诉讼))?)"
    "|(?P<review>复议(?!机关法制|委员会|法|局|渠道|权))|(?P<suit>(?<!民事)(?<!刑事)诉讼(?!法|渠道|权)|起诉(?!讼)|被诉|应诉|法院|判决|官司)"
)
"""Which of them."""
APPLICANT_NAMES = {
    "natural_person": "自然人申请",
    "enterprise": "商业企业申请",
    "research": "科研机构申请",
    "public_welfare": "社会公益组织申请",
    "legal_service": "法律服务机构申请",
    "other_organisation": "其他组织申请",
    "organisation": "法人或其他组织申请",
}
"""What the window calls applications of each kind of applicants; 法人或其他组织 are all but natural persons."""
