"""Whose figures and of which year: what a sentence says before a figure about its time."""

from collections.abc import Iterator
from typing import Literal

from model.language.patterns import pattern
from model.structs import Struct

_YEAR = "20[0-9]{2}年(?:度)?"
_EARLIER = f"(?:上一?年(?:度)?|去年(?:度)?|前年|{_YEAR})"
_TIME = pattern(
    # the whole year of the report, however it is written
    r"(?P<period>(?:20[0-9]{2}年)?1月1日?起?(?:至|-|到)(?:20[0-9]{2}年|当年)?12月(?:31日|底)?|1(?:月)?[-至]12月"
    r"|截[至止到](?:20[0-9]{2}年)?(?:12月(?:31日|底)|年底|年末|当年底|目前)"
    r"|(?<![0-9日月年起])[至到](?:20[0-9]{2}年)?12月(?:31日|底)"
    # what is only compared with, and what is carried over
    rf"|(?:较|比|与|同|和|相比于?){_EARLIER}(?:同期)?"
    rf"|(?<=[加上含续办接承同括]){_EARLIER}(?:末|底)?的?(?=[0-9一二两三四五六七八九十]{{1,4}}[件份宗])"
    rf"|(?<=[及和与加、]){_EARLIER}(?:末|底)?(?:的)?(?:尚?未审结|未结案?|在审)的?(?=(?:(?:政府)?信息公开)?(?:行政)?(?:复议|诉讼))"
    rf"|(?:是|为|达到?|相当于){_EARLIER}(?:同期)?的(?=[0-9一二两三四五六七八九十.]{{1,6}}倍)"
    rf"|(?:[只仅]有|[仅为是约占]|不[到足]|相当于){_EARLIER}(?:同期)?的(?=[近约]?(?:一?半|[一二两三四五六七八九十]分之|[0-9一二两三四五六七八九]成|[0-9.]{{1,5}}[%％]))"
    rf"|(?:结转|转|延|移|带|留|顺延|推迟)(?:至|到|入|转入|自|于|来自)?{_YEAR}"
    rf"|(?:上一?年(?:度)?|去年(?:度)?|往年|历年|{_YEAR})(?:末|底)?[^，。；、0-9\n]{{0,6}}?(?:结转|留转|接续|结余|遗留|转入|转来|转过来|留下|接转|未办[结完]|没(?:有)?办[结完]))"
    r"|(?P<past>20[0-9]{2}(?:年)?[-至到]20[0-9]{2}年|近[0-9一二两三四五六七八九十]{1,3}年(?!来?(?:之?最|新[高低]|首次|第一))|[两二三四五六七八九十多数0-9]年来|(?<!今年)(?<!年初)以来|试(?:运行|行|点|用)期间?|此前|往年|历年(?![一-鿿、]{0,14}(?:数据|资料|档案|信息|图纸|台账|结果))|历史(?![一-鿿]{0,4}(?:档案|资料|图纸|卷宗|材料|遗留|原因))|同期|[“]?十[一二三四五六七八九]五[”]?(?![”]?(?:规划|时期规划))(?:期间|以来|时期|前)?"
    r"|(?<!加)上一?年度?(?:同期)?|去年|以前年度|(?<!以)前年)"
    r"|(?P<portion>(?:20[0-9]{2}年)?[0-9]{1,2}月(?:份|[0-9]{1,2}日)?|季度|半年|月均|日均|年均|平均|每[年月周日季次个件名人收十百千万]|逐月)"
    r"|(?P<plan>明年|下一步|(?<![转至到入待])下一?年(?!度?继续|度?办理)|来年|(?:(?<=[，。；：、\n局委厅镇乡府])|^)计划|预计|拟(?=[废制出印修新开公完推启建编组在于将对从])|20[0-9]{2}年(?:度)?(?:工作)?(?:计划|打算|安排|思路)|力争|目标(?![一-鿿]{0,2}(?:管理|考核|责任|考评))|指标|如果|例如|比如|原则上)"
    r"|(?P<own>全年|本年|今年|年内|当年)"
    r"|(?P<year>20[0-9]{2})年(?:[，,]?当年)?"
)

_LAST_YEAR = pattern("同期|上一?年度?(?:同期)?|去年|以前年度|前年")


class Time(Struct, frozen=True):
    """What is said about the time of what follows: `whole` is False for other years, parts of a year and plans."""

    at: int
    whole: bool
    year: int | None = None
    end: int = 0
    once: bool = False
    """Said of one figure, such as 上年3件, unless more is told of that time."""
    brief: bool = False
    """A part of a year, which holds up to a semicolon: 每季度听取汇报；收到申请5件."""
    again: bool = False
    """当年: the year that the sentence has named before, where it has named one."""


_OF_A_YEAR, _NEAR_YEAR = pattern("20[0-9]{2}年(?:度)?[^，。；：、0-9\n]{0,8}$"), 20
"""Right before 全年: the year that is meant, 2018年街道全年收到申请7件."""


def times(text: str) -> Iterator[Time]:
    """Each place of a plain text that says of which time the following is."""
    for found in _TIME.finditer(text):
        match found.lastgroup:
            case "past" | "portion" | "plan":
                once, brief = bool(_LAST_YEAR.fullmatch(found[0])), found.lastgroup == "portion"
                yield Time(found.start(), whole=False, end=found.end(), once=once, brief=brief)
            case "own":
                again = found[0] == "当年" or (
                    found[0] == "全年"
                    and bool(_OF_A_YEAR.search(text, max(0, found.start() - _NEAR_YEAR), found.start()))
                )
                yield Time(found.start(), whole=True, end=found.end(), again=again)
            case "year":
                yield Time(found.start(), whole=True, year=int(found["year"]), end=found.end())


Topic = Literal["applications", "documents", "disputes", "published", "other"]

_TOPIC = pattern(
    r"(?P<none>信访[、，]?举报[、，]?投诉类|(?<![理待访到收办处结转次解民])信访(?:类|类申请|事项)?(?=[：有为共]?[0-9一二两三四五六七八九十]{1,3}件)|无正当理由|政府信息公开(?:指南|目录|条例|专栏|平台))"
    r"|(?P<other>公文|公开属性|(?:依申请公开|主动公开|不予公开)(?:类|属性)|信箱|热线|12345|留言|建议|提案|信访|网民|网友|咨询"
    r"|投诉|举报|来信|来电|来访|工单|诉求|许可申请|(?:采伐|宅基地|建房|用地|用水|用电|取水|入学|转学|转诊|住房|公租房|低保|困难补助|调解|法律援助|鉴定|认定|登记|审批|报销|理赔|年检|检定|检测|报装)申请|补贴|补助|救助|低保|贷款|专利|商标|仲裁|公证|(?:不动产|婚姻|离婚|结婚|工商|企业|主体|注册|户籍|户口|商事|土地|房屋|车辆|抵押|权属|股权|社团|失业|法人)登记(?!的?(?:政府|信息|公开|依)*申请)|登记(?:注册|业务|机关|中心|大厅|证书)|舆情|执法案件|纠纷|督办|问卷"
    r"|求助|招聘|应诉|(?<!正在)(?<![仍尚]在)(?<!经)(?<!终止)审理(?!中|之中)|复议机关|复议案件审|受理行政复议|办理行政复议|出庭)"
    r"|(?P<applications>依申请|(?:政府)?信息公开申请|公开申请|申请公开|政府信息申请|(?:群众|公众|市民)的?申请(?:办好|办实|办理|答复|办结))"
    r"|(?P<documents>规范性文件|规章(?!制度))"
    r"|(?P<disputes>行政复议|复议|诉讼|起诉)"
    r"|(?P<published>主动公开|公开信息|发布|公布|新媒体|公众号|微博|政策解读)"
)


class TopicChange(Struct, frozen=True):
    """A place where the text changes to a topic."""

    at: int
    topic: Topic
    words: str


def topic_changes(text: str) -> Iterator[TopicChange]:
    """Each place of a plain text that says what the following is about."""
    for found in _TOPIC.finditer(text):
        match found.lastgroup:
            case "applications" | "documents" | "disputes" | "published" | "other" as topic:
                yield TopicChange(found.start(), topic, found[0])


_ADVERBS = pattern(
    "(?:也|亦|共计|累计|总共|一共|合计|共|全年度?|本年度?|今年|当年|年内|年度|20[0-9]{2}年(?:度)?|1月?[至-]12月|依法依规|依法|依规"
    "|及时|按时|按期|按照规定|按规定|如期|已经|已|均|全部|全|并|新|实际|同时|只|仅|才|虽然|尽管|由于|因为|不过|但|换言之|也就是说|据统计|经统计|统计|期间|截至|目前|年底|积极|认真|规范|妥善|严格|高效|准确|予以|宣布"
    '|在法定期限内|在规定期限内|法定期限内|收取|征收|实现|完成|[乡镇局委厅县市区州院]里|我们|[，：“”"、和及-]|以及|因此|因|总)*+$'
)
_HEAD = pattern(
    "(?:局|委|(?<![转协交督承经])办|厅|镇|乡|街道|办事处|部门|单位|机关|中心|站|所|院|(?<!查)处|政府|县|市|区|省|州|盟|旗|公司|委员会|学校|大队|支队|分局|管委会)$"
)
_OPENING = pattern(
    "(?:日|底|止|来|方面|情况|工作|期间|中|内|[0-9]件|申请|依申请公开|政府信息公开|信息公开|规范性文件|规章|[)(。；！？\ue000\ue001-]|(?<![0-9])[0-9]{1,2}[.、])$"
)
_OBJECT = pattern("(?<!应)(?<!面)对[一-鿿]{1,40}$")
_FOR_OTHERS = pattern("其中|协助|指导|督促|配合|代")
_LONGEST_NAME = 43
"""A name, and the word before it that ends what is said otherwise, in characters."""
_NAME = pattern("(?:.{0,42}(?:其中|年度|[由向对在与年，：、；。()]))?(?P<name>[一-鿿]{1,40})$")


_MARK = pattern("^(?:[0-9]{1,2}[.、](?![0-9])|[①-⑳])")
"""The mark of an item of a list."""
_ACCORDING = pattern("^(?:依照|依据|根据|按照?)[^，。；]{1,16}?(?:清单|目录|规定|要求)")
"""By what right something is done: 依照赋权清单作出行政处罚."""
_WIDER = pattern(
    "全(?:市|县|区|省|州|盟|旗|系统|国)(?!性)|(?:各|所属|下属|基层|兄弟|其他)[一-鿿]{0,3}?(?:乡|镇|街道|部门|单位|县|区|地|局|站所|级|旗)"
    "|(?:协助|指导|督促|配合|代为)"
)


def scope_of(words: str) -> str:
    """The words that say whose figures follow, where they are wider than the agency or another's: 全市, 各部门."""
    found = _WIDER.search(words)
    return found[0] if found else ""


_OWN = pattern("我[局委厅镇乡办院县市区]|本(?:局|机关|单位|镇|乡|级)")


def whose(words: str) -> str:
    """The words of a clause that say whose figures follow, wider than the agency or its own: 全市, 我局."""
    own = _OWN.search(words)
    return own[0] if own else scope_of(words)


def subject_before(words: str) -> str | None:
    """Who does what follows, by the words of the clause before the verb: a name, or nothing when none is said.

    None when the words are neither, such as 通过网络 or 其中: then what follows is no figure of the whole.
    """
    words = _ACCORDING.sub("", _MARK.sub("", words))
    adverbs = _ADVERBS.search(words)
    head = words[: adverbs.start()] if adverbs else words
    if not head:
        return ""
    if _HEAD.search(head):
        if _OBJECT.search(head[-_LONGEST_NAME:]):
            return ""
        name = _NAME.search(head[-_LONGEST_NAME:])
        return name["name"] if name and not _FOR_OTHERS.search(head) else None
    return "" if _OPENING.search(head) else None
