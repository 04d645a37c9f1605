"""Checks on how things are said: lost 年 and 日, the measure of applications, 截止, and approximate figures."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from model.checks.fix import Fix, Replacement
from model.checks.parts import WORDS
from model.checks.passages import Passage, advisable, passages
from model.checks.reasons import WORDING
from model.checks.registry import Context, Problem, check, rewording
from model.language.patterns import pattern
from model.language.sentences import beginning
from model.prose.figures import Figure
from model.prose.reader import reading
from model.report.report import Report

_BLANK = "[ \t\u00a0\u3000]"
_FIGURE = "[0-9０-９]{1,80}|[一二两三四五六七八九十百]{1,5}"

_NO_FIRST_WORD = (
    "[件条份次个人名项家户元万千百亿余多篇期场例宗则起只台套张本册平公米吨亩里处所间座栋辆头株棵种类批组队位岁分秒点时天周"
    "号级版届款型路室幢工左以至到和与及股毫盒瓶床片块枚幅支根颗粒口架艘门节课学财字页码集部首段行列排步轮回趟"
    "遍双对副]"
)
"""What stands behind a number of things, or in the name of a school year, where a sentence begins with it."""
_EVENT = (
    r"[^，。；\n]{0,14}(?:论坛|大会|博览会|展[会览]|(?:旅游|文化|艺术|音乐|美食|购物|体育|采摘)节"
    "|[大联竞]赛|峰会|马拉松|奥运?会)"
)
"""What is named with its year: 2024青河旅游节."""
_LOST_YEAR = pattern(
    r"(?<=[局镇乡办委厅处县区市旗院道府心关位])20[0-9]{2}(?P<told>没有|未(?!来)|无(?=[收其信政])|(?:政府)?信息公开工作|政务公开工作|全年|共|主动公开|收到|新收|办结|受理|度)"
    r"|(?<![0-9.])20[0-9]{2}(?P<since>以来(?=[一-鿿，、])|起(?=[，凡按对将由])|相比|(?<=[较比与同].{4})(?=增|减|多|少|同期|持平|上升|下降|略)"
    r"|(?<=20[0-9]{2}年[至到].{4})(?=的|期间|之间|形成|[，。；、）])|(?<=20[0-9]{2}[至到].{4})(?=的|期间|之间|形成))"
    rf"|20[0-9]{{2}}(?P<month>{_BLANK}*(?:1[0-2]|[1-9])(?:月|(?=[至—-](?:1[0-2]|[1-9])月)))"
    r"|20[0-9]{2}(?P<word>度(?!数|假)|依托|以来|上半年|下半年|第?[一二三四]季度|[全本我][年县区市镇乡局委办厅街单机]"
    r"|共(?:收到|受理|公开|发布|主动|制发)|累计|收到|受理|将(?=[对在把进继全重完开])|按照|根据|通过|主动公开|持续|认真|收取|办结|制发|新[收增]|发布|公开|组织|开展|举办|印发|完成|废止|加强|[底末](?=[，。、前完])|(?P<comma>，))"
    rf"|20[0-9]{{2}}(?![年月日]|{_NO_FIRST_WORD}|{_EVENT})(?P<first>[一-鿿]{{1,4}})"
)
_SENTENCE_BEGINS = "\n。；）) \u3000"
_CLAUSE_BEGINS = "\n，。；、：（(自从至在截到于中对 \u3000"
_ODD_YEAR = pattern("(?<![0-9])20[0-9]{2}(?:[.．、]年|年年(?![底末初度中份报会均检]))")
_NO_MEASURE = f"(?!{_NO_FIRST_WORD}|日|号|月)[一-鿿]|组织|部署|首次|学习|期间"
"""A word that a day stands before, and no measure or other part of a number."""
_LOST_DAY = pattern(
    r"(?<!每)月(?:3[01]|[12][0-9]|[1-9])(?P<day>[起止](?![点码])|至(?![少多]|[0-9]{1,2}[日号])|(?=[，。；）)《“]|前|后|办结|办理|收到|公开|发布|印发|公布|出台|答复|之前|以前|正式|召开|举[办行]|开展|开始|完成|上线|启动))"
)
_DAY_BEFORE_WORD = pattern(f"月(?P<day>3[01]|[12][0-9]|[1-9])(?={_NO_MEASURE})")
_UNTIL_DAY = pattern(f"[日号][至到](?:3[01]|[12][0-9]|[1-9])(?={_NO_MEASURE})")
_MONTH_OF_YEAR = pattern("[0-9]年(?:1[0-2]|[1-9])$")
_MONTH_FIRST = pattern("(?:^|[，。；：、（(\n])[于在自从至]?(?:1[0-2]|[1-9])$")
_DONE_THEN = pattern(
    "我|本[局镇县区街乡市]|[局镇乡县]里|街道|全[局镇县区部面]|在|由|向|对|到|赴|将|把|被|已|起|首[次场批期]|依[法规照]|按[期时照规]|一[篇次场期条份]|邀请|联合|会同|组织|召集|召开|举[办行]"
    "|开[展始通放]|印发|发[出布]|公[布开示]|完成|上[线网午]|下[午发]|正式|重新|再次|修[订改]|启[动用]|当[天日]|部署|建成|成立|制[定发]|收到|受理|作出|答复|送达|晚"
)
"""What a day is told with that a month begins, as no number of things is."""

_RUN_TOGETHER = pattern(
    r"(?<![0-9])(?P<year>20[0-9]{2})年?(?P<rest>(?:0?[1-9]|1[0-2])(?:3[01]|[12][0-9]|0?[1-9]))(?=[日号])"
)
_YEARS = 10
"""How far from the report's year a number is still read as a year."""

_COUNTING = ("overview", "problems", "other_matters")
_OTHER_MEASURE = "例|份|条|宗|起|项|事件"
_RECEIVING = "收到|受理|接收|新收|收件|办理|办结|答复|处理|结转|收悉|提出|提交|递交"
_APPLICATIONS = "依申请公开(?:政府信息)?(?:的?申请)?|(?:政府|政务)?信息公开的?申请"
_MEASURED_BEHIND = pattern(
    rf"(?:{_RECEIVING})[^，。；\n]{{0,16}}?(?:{_APPLICATIONS})(?:申请)?(?:事项)?(?:数量|总量|总数)?{_BLANK}*(?:共计?|合计|总计)?[：:为]?"
    rf"{_BLANK}*(?:{_FIGURE}){_BLANK}*(?P<measure>{_OTHER_MEASURE})(?![人款例目件])"
)
_MEASURED_BEFORE = pattern(
    rf"(?:{_RECEIVING})(?:了|共计?)?{_BLANK}*(?:{_FIGURE}){_BLANK}*(?P<measure>{_OTHER_MEASURE})"
    rf"(?:[^，。；\n0-9信材]{{0,12}}?)(?:{_APPLICATIONS})(?![人表书材渠条内信指])"
)
_PLAIN_APPLICATIONS = pattern(
    rf"(?:收到|受理|新收|接收|接到|共收)(?:了)?(?P<whose>[^，。；\n0-9]{{0,14}}?)申请(?:事项)?(?:共计?|合计|总计)?[：:]?{_BLANK}*(?:{_FIGURE}){_BLANK}*"
    rf"(?P<measure>{_OTHER_MEASURE})(?![人款例目件])"
)
"""Applications that are called no more than that; they are those of this law under its heading."""
_COUNTED_APPLICATIONS = pattern(
    "(?<![0-9第])[0-9]{1,5}(?P<measure>[条份例宗起])(?:政府信息公开|信息公开)?申请(?=[，、。；）]|都|均|全部|已|按期|按时|当年|皆|中|里|的?答复|办结|经|为|来自|由|[仍尚还未在因被系属]|涉及|结转)"
)
"""Applications behind their number: 4条申请."""
_RESULTS_OTHERWISE = pattern(
    "(?:新收|收件|承接|结转|转入|转来|移转|接续|跨年|留下|办结|办毕|办完|答复|予以公开|同意公开|部分公开|不予公开|不掌握|无法提供|不予处理|撤回)"
    "(?:的|了|共计?|合计|申请|上一?年|去年|本年|当年|下一?年|年[初末底内]|[至到入]?20[0-9]{2}年(?:度)?(?:办理|继续办理)?){0,4}"
    f"(?:{_FIGURE}){_BLANK}*(?P<measure>[宗例]|(?<!一)起)(?![诉点草])"
)
_CALLED_SO = pattern(
    f"申请(?:事项|数量|数)?(?:共计?|共有|合计|总计|[为有是])?[：:]?{_BLANK}*(?:{_FIGURE}){_BLANK}*(?P<measure>[例份宗起])(?![人款例目件诉点草])"
)
"""Applications before their number, whoever made them: 自然人提出申请6份."""
_KIND_OF_THEM = "(?:疑难|复杂|敏感|涉密|批量|新类型|(?:政府)?信息公开|依申请公开)(?:类|复杂)?(?:的)?"
_OF_A_KIND = pattern(
    f"{_KIND_OF_THEM}申请(?:事项)?(?:共|计|合计)?[0-9]{{1,5}}(?P<measure>[宗例起])(?![诉点草])"
    f"|[0-9]{{1,5}}(?P<whole>[宗例起]){_KIND_OF_THEM}申请"
)
"""Applications that can be no others, by what they are called: 疑难申请26宗."""
_DUE = pattern(
    f"(?:(?:应办|[需须]办|应答复|应办理|[需须]办理)(?:共|为|的)?(?:{_FIGURE}){_BLANK}*(?P<measure>[宗例份])"
    f"|(?:合计|总计|共计|总共|(?:全部|上述|以上|所有)(?=[0-9]{{1,5}}[宗例起份](?:申请)?(?:全部|均|都|已|皆|一律)))(?:{_FIGURE}){_BLANK}*(?P<whole>[宗例起份]))(?![诉点草])"
)
"""All of them together, right behind those that are counted in 件."""
_IN_RIGHT_MEASURE = pattern("[0-9]件[^。\n]{0,30}$")
_COUNTED_ABOVE = pattern("[0-9]件[^0-9\n]{0,30}$")
"""The same before all of them, of which a new sentence may tell."""
_OTHERWISE = pattern("[0-9一二两三四五六七八九十][ \u3000]?[宗例起]")
"""What became of them, in a measure that only applications have where they are spoken of: 承接上年3宗."""
_UNDER = pattern(
    "依申请公开|《条例》[^。\\n]{0,20}申请|第三方意见|信息公开申请|公开申请|[新共]?收到?[^，。；\n]{0,6}[0-9]{1,5}件"
)
_OTHER_APPLICATIONS = pattern(
    "许可|低保|救助|复议|仲裁|补贴|补助|认定|执行|资助|入学|备案|注册|登记|核准|贷款|职称|审批|住房|政务服务|调解|援助|赔偿|专利|退税|证"
)
_HEADING, _PARAGRAPH = 60, 240

_UNTIL = pattern(
    rf"(?P<until>截止(?:到|至)?){_BLANK}*"
    r"(?=[0-9０-９]|目前|当前|现在|今[年日天]|本[年月季]|年[底末]|月[底末]|去年|上年|同期|二〇|二○|十一?月|十二月)"
)
_OTHER_ENDS = "名报标款费稿料集投订购请办"
"""Behind these 截止 is a verb, as in 报名截止."""

_ODD_MORE = pattern(
    "(?<![0-9.,])(?:[0-9]{1,3},)?[0-9]{0,3}[1-9]余(?=[件条份次个人名项家户篇期场例宗册本卷张块处所种批组门台套])"
)
"""More than a number that is not round: 12余次."""
_NOT_EXACT = pattern("[%％分](?:左右|上下)|[约近][0-9为]|将近|大约")
_ABOUT_RATES = pattern(
    "(?:满意[率度]|合格率|答复率|办结率|达标率|好评率|正确率|准确率|及时率|整改率|得分|平均分|评分)(?:为|达到?|是|在)?(?:[0-9]{1,3}(?:\\.[0-9]{1,2})?[%％分](?:左右|上下)|(?:约|近|大约|将近)(?:为)?[0-9]{1,3}(?:\\.[0-9]{1,2})?[%％分])"
)
"""The office's own rates and marks with a figure that is not exact."""
_OWN_COUNT = (
    "公开|公布|发布|推送|推出|播出|收到|受理|办结|答复|办理|制发|制定|废止|更新|解读|回应|转载|印发|编发|发稿"
    "|移交|抽查|核查|自查|核验|扫描|数字化|编印|入库|归档|梳理|清理|整理|公示|上传|审查|决定|许可|处罚|强制|复议|诉讼"
)
_COUNTED = "条(?![例款路河次])|件(?!套)|篇|份(?!额)|期(?!间|限)|则|宗|卷(?!宗)|册"
_ABOUT = pattern(
    rf"(?:[0-9０-９][0-9０-９.,]{{0,80}}{_BLANK}*[千百万]?|(?P<vague>[数上])(?=[十百千万])|(?<!之)[一二三四五六七八九十百千万])"
    rf"[一二三四五六七八九十百千万]{{0,8}}(?P<more>[余多几来])?[千百万]?{_BLANK}*(?:{_COUNTED})(?P<about>左右(?![两侧岸手邻])|以上(?!的))?"
)
_STAFF = (
    "专职|兼职|专兼职|工作人员|信息员|联络员|审核员|办事员|经办人"
    "|机关干部|街道干部|[镇乡村局区县]干部|全体干部|干部职工|业务骨干"
)
"""Those of the office itself, whom it can count."""
_ROUGHLY = pattern("[余多](?<=[0-9十百].)|左右|上下|[近约逾过超](?=[0-9])")
"""One of these is in everything that the office did and counts roughly."""
_ABOUT_ACTS = pattern(
    r"(?:抽查|检查|巡查|督查|培训|举办|召开|开展|组织|走访|约谈|通报|下发)[^，。；\n0-9]{0,12}[0-9]{1,6}(?:家|次|场|期|人次|人|个|户|处)(?:左右(?![两侧岸手邻])|上下(?![班级]))"
    r"|(?:宣讲|审[批查核]|校[对核]|抽查|检查|巡查|督查|督导|巡检|自查|排查|演练|培训班?|讲座|(?:推进|部署|调度|座谈|专题|联席|党组|工作|办公|碰头|分析|评审|现场|动员|总结|讲评|局务|镇务|点评|例)会|会商|会议|学习|调度|调研|交叉评查|回头看”?)[^，。；\n0-9人员]{0,8}"
    r"(?:(?:将?近|大?约|超过?|逾)[0-9]{1,6}|(?:[0-9]{1,6}|[一二三四五六七八九]?十|百)[余多])(?:次|场|期|轮)(?!以上的)"
    r"|播[报放出][^，。；\n0-9]{0,8}大?约[0-9]{1,6}(?:次|期)"
    rf"|(?:{_STAFF})[^，。；\n0-9]{{0,8}}(?:(?:将?近|大?约)[0-9]{{1,5}}(?:人次|[人名位])|[0-9]{{1,5}}(?:[余多](?:人次|[人名位])|(?:人次|[人名位])(?:左右|上下)))"
    rf"|(?<![0-9.])[0-9]{{1,4}}(?:(?:人次|[人名位])(?:左右|上下)|[余多][人名位])(?:的)?(?:{_STAFF})"
)
"""What the office did itself, however often, with a figure that is not exact."""
_ABOUT_WORD = "(?<![节契预大条公制合特签履集])(?<!规民)约"
"""约 that ends no word such as 公约 or 集约."""
_NEARLY = pattern(rf"(?:(?<![最附新邻亲远])近|{_ABOUT_WORD}有?|大约|将近|接近|超过?|逾){_BLANK}*$")
_EXACTLY_MORE = pattern("[比较][^，。；\\n]{2,16}超(?:过|出)?$")
"""Before by how many there are more than something: 较计划数300条超57条."""
_ABOUT_TWICE = pattern(
    "(?:约|大约|将近|接近|近|大概)[0-9]{1,8}(?:[余多][一-鿿]{1,3}|[一-鿿]{1,3}(?:左右|上下))(?![两侧班级])|[0-9]{1,8}[余多][万千]?[一-鿿]{1,3}?(?:左右|上下)(?![两侧班级])"
    "|(?<![一-鿿]{2}在)(?<![前向控])(?:左右|上下)[0-9]{1,8}(?:人次|[一-鿿](?<![侧边手岸翼]))"
)
"""Approximate in two ways at once, or in words that stand in the wrong place: 约30余次, 左右530人次."""
_UNITS = (
    "(?:件|条(?![路河])|份(?!额)|人次|批次|人(?!月)|[名项家户篇期场例宗册本卷张块批组位次]|处"
    "|个(?!月|小时|工作日|百分点|季度|学期|半|时辰))"
)
_ODD_ABOUT = pattern(
    f"(?:(?<![最附新邻亲远相就])近|{_ABOUT_WORD}|大约|将近|接近)(?:为|有)?(?P<n>[0-9]{{1,4}}(?<!0))(?![0-9.]){_UNITS}(?P<few>(?=[一-鿿“]))?"
    f"|(?<![0-9.])(?P<m>[0-9]{{0,3}}[1-9]){_UNITS}(?:左右(?![两侧岸手邻])|上下(?![班级]))"
)
"""A figure that is exact to the last one, and yet approximate: 近31人, 9次左右."""
_OWN_ACT = pattern("(?:责令(?:改正|整改)|立案|处罚|约谈|抽查|检查|整改|下架|关停|清理|公示)(?:了|共)?$")
"""Right before such a figure: what the office did itself, whoever it was done to."""
_LATELY = 10
"""Up to so many, 近 with a word behind them may be the last ones of all: 近3次会议."""
_MORE_OR_LESS = pattern("[余多](?<=[0-9].)|左右|上下")
"""One of these is in everything approximate that is told twice or in the wrong place."""
_OWN = pattern(_OWN_COUNT)
_NOT_OWN = pattern(
    r"[月日周年人户均]均|平均|每[月周日天季年]|(?:群众|企业|居民|村民|市民|公众(?!号))(?!关[注心切]|需[要求]|普遍|急需|最?想|热议)|(?<![在于向为到对0-9])[0-9]{1,3}个(?:社区|村|行政村|村居|乡镇|镇街|街道|部门|单位|学校)(?:均|都|各)?(?:通过|利用|借助)|藏书|村级(?:公开|公示)栏|点击|浏览|阅读|访问|参与|惠及|来电|来访|咨询|热线|诉求|投诉"
)
_NOT_COUNTED = pattern(
    f"{_NOT_OWN.pattern}|人口|面积|每[一-鿿]{{1,2}}(?:约|近)?$|估|预计|预估|力争|计划|客流|用户|粉丝"
)
_CLAUSE, _SHORT_CLAUSE = 40, 8
_WORD = 5
_MONTHS, _DAYS, _BOTH_TWO_FIGURES = 12, 31, 4


@check("F-02", "hint", "practice", reads=(*WORDS, "agency"), group="丢了“年”字", one_cure=True, reasons=WORDING)
def lost_character(report: Report, _context: Context) -> Iterator[Problem]:
    """日期里丢了字：“20241月1日”“2024依托”丢了“年”，句首的“2024局机关”也算；“12月31止”丢了“日”，“20241231日”丢了“年”“月”。"""
    for passage in _prose(report):
        text = advisable(passage.words)
        for found in _LOST_YEAR.finditer(text):
            if _begins(text, found) and abs(int(found[0][:4]) - report.year) <= _YEARS:
                yield _lost(passage, found.span(), found.start() + 4, "年")
        for found in _ODD_YEAR.finditer(text):
            yield passage.problem(
                found.span(),
                f"“{found[0]}”像是多打了字符，请改成“{found[0][:4]}年”。",
                rewording(passage.section, found.span(), f"{found[0][:4]}年"),
            )
        for found in _RUN_TOGETHER.finditer(text):
            yield _run_together(passage, found)
        told = set[int]()
        for found in _LOST_DAY.finditer(text):
            told.add(found.start())
            yield _lost(passage, found.span(), found.start("day"), "日")
        for start, end in _days_before_words(text):
            if not any(start <= place < end for place in told):
                yield _lost(passage, (start, end), end, "日")


def _days_before_words(text: str) -> Iterator[tuple[int, int]]:
    """The days without 日 that a word stands right behind: 2025年9月16邀请, 16日至18召开."""
    for found in _DAY_BEFORE_WORD.finditer(text):
        before = text[max(0, found.start() - _WORD) : found.start()]
        first = _MONTH_FIRST.search(before) and _DONE_THEN.match(text, found.end())
        if first or _MONTH_OF_YEAR.search(before):
            yield found.span()
    yield from (
        found.span() for found in _UNTIL_DAY.finditer(text) if text[found.start() - 1 : found.start()].isdecimal()
    )


def _run_together(passage: Passage, found: re.Match[str]) -> Problem:
    """A day whose 年 or 月 is lost; it is put right where its figures can be one day only."""
    rest = found["rest"]
    days = {
        (int(rest[:cut]), int(rest[cut:]))
        for cut in (1, 2)
        if 1 <= int(rest[:cut] or 0) <= _MONTHS and 1 <= int(rest[cut:] or 0) <= _DAYS
    }
    shown = passage.words[slice(*found.span())]
    message = f"“{shown}日”像是丢了“年”“月”，请改成完整的日期。"
    if len(days) != 1 or len(rest) != _BOTH_TWO_FIGURES:
        return passage.problem(found.span(), message)
    month, day = days.pop()
    return passage.problem(
        found.span(), message, rewording(passage.section, found.span(), f"{found['year']}年{month}月{day}")
    )


def _begins(text: str, year: re.Match[str]) -> bool:
    """Whether a year is no end of a longer number, and, with only a word behind it, begins a clause."""
    before = text[year.start() - 1] if year.start() else "\n"
    if year["told"] or year["since"]:
        return True
    if year["comma"] or year["first"]:
        return before in _SENTENCE_BEGINS
    return before in _CLAUSE_BEGINS if year["word"] else not before.isdigit()


def _lost(passage: Passage, span: tuple[int, int], place: int, lost: str) -> Problem:
    fix = Fix(f"补上“{lost}”", (Replacement(passage.section, (place, place), lost),))
    return passage.problem(span, f"“{passage.words[slice(*span)]}”像是丢了“{lost}”字，请补上。", fix)


@check("F-03", "hint", "practice", reads=WORDS, group="数量的单位", reasons=WORDING)
def measure_of_applications(report: Report, _context: Context) -> Iterator[Problem]:
    """政府信息公开申请用“件”计数，不用例、份、条、宗，办理结果、申请人的件数也是；公开的信息、申请表、申请渠道不在此列。"""
    for passage in _prose(report):
        text, told = advisable(passage.words), list[tuple[int, int]]()
        if "申请" in text:
            for found in chain(_MEASURED_BEHIND.finditer(text), _MEASURED_BEFORE.finditer(text), _plain(text)):
                if any(found.start() < end and start < found.end() for start, end in told):
                    continue
                message = f"申请数量建议统一用“件”，这里是“{passage.words[slice(*found.span())]}”。"
                group = found.lastgroup if found.lastgroup == "whole" else "measure"
                fix = rewording(passage.section, found.span(group), "件")
                told.append(found.span())
                yield passage.problem(found.span(), message, fix)
        if passage.section in _COUNTING:
            yield from _measured_otherwise(report, passage, told)


def _plain(text: str) -> Iterator[re.Match[str]]:
    """Where applications called no more than that are counted under their heading."""
    others = _RESULTS_OTHERWISE.finditer(text) if _OTHERWISE.search(text) else ()
    called = (found for found in _CALLED_SO.finditer(text) if not _is_another(text, found.start()))
    for found in chain(_PLAIN_APPLICATIONS.finditer(text), _COUNTED_APPLICATIONS.finditer(text), others, called):
        under = _UNDER.search(text, max(0, found.start() - _HEADING), found.end())
        if under and not _OTHER_APPLICATIONS.search(text, found.start(), found.end()):
            yield found
    yield from _OF_A_KIND.finditer(text) if _OTHERWISE.search(text) else ()
    for found in _DUE.finditer(text):
        start = max(0, found.start() - (_PARAGRAPH if found["whole"] else _HEADING))
        counted = _COUNTED_ABOVE if found["whole"] else _IN_RIGHT_MEASURE
        if counted.search(text, start, found.start()) and "申请" in text[start : found.start()]:
            yield found


def _is_another(text: str, end: int) -> bool:
    """Whether the clause before a place tells of applications for something else."""
    return bool(_OTHER_APPLICATIONS.search(text, max(end - _BESIDE, beginning(text, end, "clause")), end))


def _is_of_applications(words: str, figure: Figure) -> bool:
    """Whether a figure tells of applications received, or of a result of theirs; 份 only beside 申请."""
    if figure.matter not in ("received", "result", "applicant", "carried_in", "carried_out"):
        return False
    near = words[max(0, figure.number[0] - _BESIDE) : figure.number[1] + _BESIDE]
    said = words[figure.clause[0] : figure.number[1] + _BESIDE_IT]
    if figure.matter == "received" and (figure.unit != "份" or "申请" in said):
        return True
    if "申请" in said[figure.number[0] - figure.clause[0] :]:
        return True
    listed = _LISTED_SO.match(words, figure.number[1]) and not _OF_PAPER.search(said)
    return "件" in near.replace("文件", "") and (
        figure.unit in ("例", "宗", "起") or bool(figure.unit == "份" and listed)
    )


_LISTED_SO = pattern("份(?=[，、；。（）(：\n]|占|$|(?:为|予以公开|部分公开|不予公开|无法提供|不予处理|属于?|系))")
_OF_PAPER = pattern("书|表|材料|复印|资料|文件|目录|档案|清单|册|函|单|文书|张贴|发放|印")
"""With these a figure in 份 counts papers."""
_BESIDE, _BESIDE_IT = 30, 4


def _measured_otherwise(report: Report, passage: Passage, told: list[tuple[int, int]]) -> Iterator[Problem]:
    """Figures that are read as applications received, in another measure than 件."""
    for figure in reading(passage.words, report.form).figures:
        start, end = figure.number
        if figure.unit not in tuple(_OTHER_MEASURE.split("|")) or not _is_of_applications(passage.words, figure):
            continue
        if not any(start < until and begin < end for begin, until in told):
            place = passage.words.find(figure.unit, end)
            span = (start, place + len(figure.unit))
            message = f"申请数量建议统一用“件”，这里是“{passage.words[slice(*span)]}”。"
            yield passage.problem(span, message, rewording(passage.section, (place, span[1]), "件"))


@check("F-04", "hint", "practice", reads=WORDS, group="“截止”", reasons=WORDING)
def until(report: Report, _context: Context) -> Iterator[Problem]:
    """“截止到某日”应为“截至某日”；“截止日期”“报名截止”等不在此列。"""
    for passage in _prose(report):
        for found in _UNTIL.finditer(advisable(passage.words)):
            span = found.span("until")
            if passage.words[max(0, span[0] - 1) : span[0]] in tuple(_OTHER_ENDS):
                continue
            yield passage.problem(span, "“截止”建议改为“截至”。", rewording(passage.section, span, "截至"))


@check("F-06", "hint", "practice", reads=WORDS, group="约数", reasons=WORDING)
def approximate(report: Report, _context: Context) -> Iterator[Problem]:
    """本机关自己的统计数不用“余”“近”“约”“左右”；访问量、群众来电、月均数等不在此列。约数不说两遍（约30余次、12余次），准确到个位的不说约（近31人）。"""
    for passage in _prose(report):
        yield from _approximately(passage)


@lru_cache(maxsize=32)
def _approximately(passage: Passage) -> tuple[Problem, ...]:
    own = tuple(_about_own(passage))
    others = (*_about_exactly(passage), *_about_acts(passage))
    return (*own, *(each for each in others if not any(_overlap(each, one) for one in own)))


def _overlap(one: Problem, other: Problem) -> bool:
    return bool(one.span and other.span and one.span[0] < other.span[1] and other.span[0] < one.span[1])


def _about_own(passage: Passage) -> Iterator[Problem]:
    """What the office counts itself, and yet gives approximately."""
    text = advisable(passage.words)
    for found in _ABOUT.finditer(text):
        start, end = found.span()
        nearly = _NEARLY.search(text, max(0, start - _WORD), start)
        if nearly and _EXACTLY_MORE.search(text, max(0, start - _CLAUSE), start):
            continue
        if (nearly or found["more"] or found["about"] or found["vague"]) and _is_own(_clause(text, start)):
            span = (nearly.start() if nearly else start, end)
            message = f"“{passage.words[slice(*span)]}”用了约数，报告数据应写准确数。"
            yield passage.problem(span, message)


def _about_exactly(passage: Passage) -> Iterator[Problem]:
    """Figures that are approximate in two ways, or exact to the last one."""
    text = advisable(passage.words)
    for found in _ABOUT_TWICE.finditer(text) if _MORE_OR_LESS.search(text) else ():
        said = passage.words[slice(*found.span())]
        yield passage.problem(found.span(), f"“{said}”约数说了两遍或者位置不对，请改成准确数。")
    for found in _ODD_ABOUT.finditer(text) if _ROUGHLY.search(text) else ():
        lately = found["n"] and found[0][0] == "近" and int(found["n"]) < _LATELY
        clause = _clause(text, found.start())
        act = _OWN_ACT.search(clause, max(0, len(clause) - _SHORT_CLAUSE))
        if not (lately and found["few"] is not None) and (act or not _NOT_COUNTED.search(clause)):
            yield passage.problem(found.span(), f"“{found[0]}”：准确到个位的数前后不用约数，请写准确数。")
    for found in _ODD_MORE.finditer(text) if "余" in text else ():
        yield passage.problem(found.span(), f"“{found[0]}”不是整数，后面不能用“余”，请写准确数。")


def _about_acts(passage: Passage) -> Iterator[Problem]:
    """Rates and acts of the office with a figure that is not exact."""
    text = advisable(passage.words)
    for found in _ABOUT_RATES.finditer(text) if _NOT_EXACT.search(text) else ():
        yield passage.problem(found.span(), f"“{found[0]}”用了约数，报告数据应写准确数。")
    for found in _ABOUT_ACTS.finditer(text) if _ROUGHLY.search(text) else ():
        yield passage.problem(found.span(), f"“{passage.words[slice(*found.span())]}”用了约数，报告数据应写准确数。")


def _is_own(clause: str) -> bool:
    return bool(_OWN.search(clause)) and not _NOT_OWN.search(
        clause, clause.rfind("，", 0, len(clause) - _SHORT_CLAUSE) + 1
    )


def _clause(text: str, end: int) -> str:
    """The words of the same clause, and the clause before it when it is short of them, before a place."""
    return text[max(end - _CLAUSE, beginning(text, end, "sentence")) : end]


def _prose(report: Report) -> Iterator[Passage]:
    """The texts and the notes; the title has checks of its own."""
    return (passage for passage in passages(report) if passage.section != "title")
