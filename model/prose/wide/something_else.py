"""Figures that count something else than what the tables count: others' cases, papers, subjects, some of a whole."""

from model.language.patterns import pattern
from model.prose.places import Place
from model.prose.vocabulary import APPLICANTS

_NAMED = pattern("[、和及与][一-鿿]{2,12}$")
_ALL_NAMED = pattern("(?:均|都|皆|全部?)(?:为|是|没有|无|不|未)")
"""Around the number of what was just named: 行政许可、行政处罚、行政强制三项均为零."""
_IN_EVERY = pattern(
    "每[0-9一二两三四五六七八九十]{0,4}$|每[0-9一二两三四五六七八九十]{1,4}[件宗份][申请]{0,2}[中里]?(?:就|便|约)?有?$"
)
"""Before a figure that is a rate: 每四件里有三件."""
_SOME_OF = pattern(
    "[0-9一二两三四五六七八九十][件宗起](?:[一-鿿]{0,6}的)?(?:行政)?(?:复议|诉讼|申请|案件)(?:案件)?[中里](?:，|有)+$"
)
"""Before a part of those just counted: 4件维持的复议里有2件."""
_OF_ONE_KIND = pattern(f"(?:{'|'.join(APPLICANTS.values())})[一-鿿]{{0,4}}--(?:新收|收到|受理|接收|办结|答复)$")
"""Before what one kind of applicants has: 自然人——新收37件."""


def counts_something_else(place: Place) -> bool:
    """Whether a figure counts names, or is one of a rate."""
    if place.token.unit == "项" and _NAMED.search(place.before) and _ALL_NAMED.match(place.after):
        return True
    lead = place.sentence_before[-_NEAR:]
    if _OF_ONE_KIND.search(lead):
        return True
    return bool(_IN_EVERY.search(lead) or _SOME_OF.search(lead) or _counts_others(place, lead))


def _is_told_behind(place: Place) -> bool:
    """Whether the words behind a figure are of all of a list of channels, or of an answer that is disputed."""
    words, unit = place.text.plain.text, place.token.end - 1
    disputed = place.before.endswith(("就", "对", "针对", "因")) and _DISPUTED.match(words, unit)
    return bool(disputed or (_BY_CHANNEL.search(place.before) and _ALL_OF_THE_LIST.match(words, unit)))


def _counts_others(place: Place, lead: str) -> bool:
    """Whether a figure is of one applicant, of subjects or telephone calls, of days, or of another year."""
    if _EACH_ASKED.search(place.before) or _MADE_PUBLIC.search(place.before) or _is_told_behind(place):
        return True
    if _OF_ONE_APPLICANT.search(place.before) or _IS_NONE_OF_THESE.match(place.after):
        return True
    if _is_of_other_things(place, lead) or _of_one_kind_alone(place):
        return True
    if place.token.unit == "个" and place.after.startswith(_TIME_SPANS):
        return True
    said = place.sentence_before
    by_telephone = "申请" not in said and _BY_TELEPHONE.search(said)
    return bool(by_telephone or ("涉及" in said and _OF_A_SUBJECT.search(lead)))


def _is_of_other_things(place: Place, lead: str) -> bool:
    """Whether a figure is of some offices, of subjects, of other business, or of a part of what the tables count."""
    before, said = place.before, place.sentence_before
    return bool(
        _OF_SOME.search(before)
        or _BY_SUBJECT.search(lead)
        or _OF_OTHER_BUSINESS.search(before)
        or _OF_OTHER_LISTS.search(lead)
        or _OF_A_WHOLE.search(said)
        or _OF_SOME_ONLY.search(said[-_FAR_BACK:])
        or _ISSUED.search(before)
        or _AMONG_THEM.match(place.text.plain.text, place.token.end)
    )


_EACH_ASKED = pattern("各(?:自)?(?:提|提出|提交|递交|申请)(?:了|出)?$")
"""Before how many each of several has asked for: 五名自然人和一家企业各提一件."""
_MADE_PUBLIC = pattern("(?:新增|新|补充|增加|扩大|陆续|集中|主动|重新|再)公开(?:了)?$")
"""Before what was made public of its own accord: 新增公开11件历史规划."""
_BY_CHANNEL = pattern("(?:当面|邮寄|信函|网络|网上|线上|线下|现场|窗口|传真|邮件)(?:提交|提出|申请|递交)?$")
_ALL_OF_THE_LIST = pattern("[件宗份]，(?:全部?|均|都)(?:部)?(?:为|是|系|由|来自)")
"""Behind the last channel of a list, what all of it is: 邮寄5件、当面提交2件，全为自然人申请."""
_DISPUTED = pattern(
    "[件宗][^，。；0-9]{0,10}(?:答复|决定|告知书?)[^，。；0-9]{0,6}(?:申请(?:行政)?复议|提起|提出|不服|起诉)"
)
"""Behind an answer that somebody is not content with: 村民就1件征地答复申请行政复议."""
_NEAR = 30
_OF_ONE_APPLICANT = pattern(
    "(?:最后|最早|最先|最晚|头)的?$|(?:同一|该|上述|某)(?:申请人|当事人|企业|公司|村民|居民)[^，。；]{0,20}(?:提出|提交|申请|递交)(?:了|共|的)?$"
    "|(?:自然人|申请人|村民|居民|公民|当事人|公司|企业)[^，。；、0-9]{0,8}(?<=[一-鿿])对(?:其中|此|上述)?(?:的)?$"
)
"""Before what one applicant has asked for, or what he is not content with: 自然人王某某对其中1件答复不服."""
_IS_NONE_OF_THESE = pattern(
    "的(?:构成|组成|去向|分布)|申请(?:经|在|因)[^，。；0-9]{0,8}(?:由|请)申请人(?:修改|变更|调整|补充|补正)|分别(?:为|是|属于|作出)?(?:予以|部分|不予|主动|全部|同意|无法|本机关|按|以)?[一-鿿]{2,6}[、和](?![0-9一二两三四五六七八九十])"
    "|分别(?:为|是|属于)(?![0-9一二两三四五六七八九十])"
    "|(?:由|系|是)[一-鿿]{2,10}(?:、|和|及|与|以及)[一-鿿]{2,8}[^，。；0-9]{0,14}(?:提出|提交|申请|递交)"
    "|(?:申请)?(?:均|都|全)?(?:来自|出自|分属|分别属于|分布在|包括|涵盖|由|系|是|为|属于?)(?!第三|[一-鿿]{2,12}外(?:全|均|都|其))[一-鿿]{2,16}(?:、|和|及|与|以及)(?![0-9一二两三四五六七八九十]{1,3}[件份宗])[一-鿿]{2,16}(?=[，。；、和及与]|$)"
    "|(?:申请)?，?(?:将|拟|已|才)?(?:在|于|至|到)20[0-9]{2}年[0-9]{1,2}月[^，。；0-9]{0,4}(?:办理|答复|办结|处理|回复)"
)
"""Behind what are several things together, or what comes in another year: 其余3件分别为部分公开、本机关不掌握."""
_ISSUED = pattern(
    "(?:出具|核发|颁发|开具|制发|换发|补发)(?:了)?[^，。；0-9]{0,12}(?:证明|证书|证照|执照|报告书?|凭证|回执|收据|发票|清单|函)$"
)
"""Before papers that the office issues, to whomever: 向保险公司出具气象证明213份."""
_OF_SOME = pattern(
    "(?:其余|其他|其它|剩余|另外)[^，。；0-9]{0,4}(?:单位|部门|乡镇|镇街|街道|机关|县区|科室)[^，。；0-9]{0,4}$"
    "|(?:主动公开|依申请公开|不予公开)(?:类|属性)?的?(?:公文|文件)$"
    f"|(?:{'|'.join(APPLICANTS.values())}|企业|个人|公民|律师事务所)的?申请(?:办结|答复)$"
)
"""Before what some offices have together, how many papers may be open, and what one kind of applicants was answered."""
_BY_SUBJECT = pattern("(?:提出|提交|申请|递交)，?分别(?:是|为|涉及|关于|要求)[^，。；0-9]{2,16}$")
"""Before the first of several subjects: 均为个人提出，分别是房屋拆迁2件、物业纠纷1件."""
_OF_OTHER_BUSINESS = pattern(
    "(?:经营|复核|复查|复审|停业|歇业|开业|复产|转让|过户|立项|采购|担保|申领|换领|补领|领取|补换|换发|换证|补证|补办|新办|查账|查档|查阅|开户|销户|缴费|退费|退税|减免|复工|备案|年审|年检|检验|验收|变更|注销|延续"
    "|报名|培训|就业|入园|入托|入学|落户|迁移|调动|休学|资助|奖励|补偿|赔偿|理赔|维修|报修|占道|挖掘|移植|施工|安装|接入|用章|借阅|场地|参观|调解|援助"
    "|认证|认定|评定|鉴定|检测|测绘|许可|审批|登记|注册|贷款|救助|补助|补贴|津贴|低保|住房)申请(?:共|累计|合计)?$"
    "|(?:办理|开具|出具|核发|打印|提供)[^，。；0-9]{0,12}(?:证明|证书|证件|凭证)(?:共|累计|合计)?$"
    "|(?:办理|受理|审核|完成)[^，。；0-9]{2,12}(?:审批|登记|备案|注册|认定|纠纷|调解|公证|过户|签证)(?:共|累计|合计)?$"
    "|”的?申请$|(?<!复议)(?<!诉讼)(?<!信息公开)(?<![查本])案$"
)
"""Before applications for other things, and papers that are made out for them: 办理优待证申领申请2711件."""
_AMONG_THEM = pattern(
    "(?:申请)?(?:分属|分别属于|分为|归入|涉及|包括)[^，。；0-9]{0,40}[、和及与][^，。；0-9]{0,16}[两二三四五六](?:种|类|项|个)|"
    "的?申请(?:\\([^()]{1,24}\\))?(?:已|均|都|先后|依法|经|曾){0,3}(?:书面)?征求(?:了)?[^，。；]{0,8}(?:第三|意见)|的?申请(?:因|由于)?涉及(?:第三方|他人)[^。；，]{0,6}，(?:需|须|分别|已|依法|先后)*征求|"
    "的?(?:申请|件)?[，(](?:均|都)?(?:已|也)?(?:包含|包括|含|计入|统计|列入)在(?:上述|前述|以上|总[数量计]|合计|全[县区市镇])"
)
"""Behind a figure that is a part of others, or of those that waited for others: 58件，已包含在上述数字中."""
_OF_OTHER_LISTS = pattern(
    "”的?申请[0-9]{1,6}件，(?:已|均|全部)?(?:办结|办理)$|(?:目录|清单|事项|职能|权责|职权)[0-9]{1,5}项，(?:新增|增加|核减|取消|调整|删除|修改)$"
)
"""Before what was added to a list of things: 核减目录7项，新增3项."""
_OF_A_WHOLE = pattern(
    "(?:公开|公布|发布)全?[县市区](?:本级|政府|直)?[^，。；0-9]{0,14}清理结果[^。]{0,60}$|入库(?:的)?文件[^，。；0-9]{0,6}$"
)
"""What is told of the documents of a whole county, or of a store of documents."""
_OF_SOME_ONLY = pattern(
    "(?:(?:其余|另外|剩余|余下)[0-9]{1,5}件|(?:自然人|个人|公民|村民|居民|企业|公司|律师|律所|组织|机构)(?:提出|提交|申请|递交)?的[0-9]{1,5}件)(?:申请)?[里中]，?[^。；]{0,40}$"
    "|(?:集中[在于]|主要涉及)[^。；0-9]{2,20}\\([^。；]{0,60}$"
    "|诉讼[^。；]{0,12}，被?(?:纠正|纠错|维持)的?(?:各有|分别有|分别为|依次为)[^，。；]{0,8}$"
)
"""Before the results of some applications, the subjects of all, and the figures of two kinds of cases in turn."""
_FAR_BACK = 80
_KIND_ALONE = pattern("(?:自然人|个人|公民|村民|居民|企业|公司|律师|律所|组织|机构)(?:提出|提交|申请|递交)?的$")
_ALL_OF_THEM = pattern("申请(?:全部|均|都)")
_A_SUBJECT_OF_ONE = pattern("(?:自然人|个人|公民|村民|居民|企业|公司)申请(?:公开)?的[一-鿿]{3,14}$")


def _of_one_kind_alone(place: Place) -> bool:
    """Whether a figure tells what became of one kind's applications: 社会公益组织的3件申请全部予以公开."""
    if _A_SUBJECT_OF_ONE.search(place.before):
        return True
    return bool(_KIND_ALONE.search(place.before) and _ALL_OF_THEM.match(place.after))


_OF_A_SUBJECT = pattern("[0-9][件宗]、(?!属|因)[^，。；、0-9]{1,12}的$")
"""Before one of several subjects, whoever is named in it: 涉及招生的17件、教师职称的9件."""
_BY_TELEPHONE = pattern("(?:接听|接待|受理|解答)[^，。；]{0,10}(?:电话|来电|来访|咨询)")
_TIME_SPANS = ("工作日", "自然日", "月", "小时", "季度", "星期")
