"""Checks on what each prose section must contain."""

import re
from collections.abc import Iterator

from model.checks.about import MissingAspects
from model.checks.aspects import ASPECTS, Aspect, any_of
from model.checks.fix import Fix, Replacement
from model.checks.reasons import CONTENTS
from model.checks.registry import Context, Problem, check, in_text
from model.checks.rules.bare_headings import bare_headings
from model.checks.rules.handling_fee import clauses_beside_fee, speaks_of_fee
from model.language.outline import paragraphs
from model.language.patterns import pattern
from model.language.sentences import pieces
from model.report.evidence import is_missing
from model.report.fields import resolve
from model.report.length import length
from model.report.report import Report

OVERVIEW_LIMIT = 1000
"""The length of section one that local notices ask for, in characters."""
PROBLEMS_LEAST = 10
"""The fewest characters that can name a problem and its improvement."""
_LEAST_SENTENCE = 8
"""The fewest characters of a sentence that tells either."""
STANDARD_HEADINGS = 2
"""With so many subheadings in the form's own words, an aspect without a subheading must be spoken of clearly."""


_SUPERVISION = ASPECTS[-1].name
_STANDARD_LINE = pattern(
    r"^[ \t\u3000]{0,12}(?:[0-9]{1,2}[.．、]|[一二三四五六][、是])?[ \u3000]{0,4}"
    r"(?P<name>主动公开|依申请公开|(?:政府)?信息管理|(?:政府信息公开)?平台(?:建设)?|监督保障)(?:方面|情况|工作)?(?=[。：:—－、，\n]|$)",
    re.MULTILINE,
)
"""A line that begins with an aspect as the form calls it, without brackets before it."""
_SUBHEADING = pattern(r"[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]([^。；，\n]{0,40})")
_OVERSIGHT = {
    "工作考核": "考核|考评|绩效|季度评估|年度评估|评估[^，。；]{0,6}(?:优秀|良好|第)",
    "社会评议": r"(?<![村组])评议|满意[度率]|民意调查|测评"
    r"|(?:群众|代表|居民|村民|企业|公众|监督员|对象|委员|网民|党员|乡贤|社会|问卷|参与者)[^，。；]{0,24}打分|打分[^，。；]{0,10}(?:群众|代表|居民|村民)",
    "责任追究": r"追究|追责|问责|诫勉|处分",
}

_IDLE = pattern(
    "(?:^|(?<=[，。；：:\n、]))(?:[（(]?[一二三四五六七八九十]{1,2}[）)]、?|[一二三四五六]是)?(?:本年度?|全年|今年|年度|年内|当年)?(?:的|关于)?"
    "(?:工作|社会|政务公开|政府信息公开|公开工作|绩效|年度)?(?:考核|考评|评议|满意度调查|责任追究|追责|问责)(?:结果|工作|情况|事宜|方面|制度)?[：:]?"
    "(?:将|正|已|均|一律|仍|尚|待)?(?:按|依|照|遵)?(?:有关|相关|上级|现行)?(?:规定|要求|程序|惯例|通知|规|常|例)?"
    "(?:研究|执行|办理|另行(?:通知|公布|研究|安排)|进行中?|待定|待补充?|正常(?:开展|进行)|有序(?:开展|进行|推进)|(?:安排|布置|筹备|推进|处理)(?:中)?)"
    "(?=[，。；\n]|$)",
    re.MULTILINE,
)
"""An aspect named with nothing that was done or came of it: 责任追究工作按规定研究."""
_NONE = pattern(
    r"(?:[本我](?:年度|年|单位|机关|街道|部门|[局委办镇乡县市区院厅社])|目前|总体|政府信息公开工作|20[0-9]{2}年度?|，|在|方面|中){0,40}"
    r"(?:暂?无|没有|不存在|未发现)[^，。；]{0,14}"
)
_BETTER = "加强|提升|提高|完善|改进|优化|强化|健全|加大|改善|深化|拓展|拓宽"
_LACKING_BETTER = pattern(
    rf"(?:有待|尚待|还需|仍需|尚需|还须|仍须|亟待|亟需|需要|需|待)[^，。；、\n]{{0,8}}(?:{_BETTER}|细化|补齐|压实)"
    rf"|(?:{_BETTER})的?空间"
    rf"|(?:没有?|未[能曾]?|尚未)[^，。；、\n]{{0,4}}(?:{_BETTER}|细化|补齐|压实)"
    "|整改(?:结果|情况|进展)的?(?:公开|公告|公布|公示)"
    rf"|(?<![为以])(?:{_BETTER})(?!上述|以上|前述|这|存在|有关|相关|工作中)[^，。；、\n]{{0,4}}(?:不够|不足|不到位|不及时|力度不|缓慢|滞后)"
    r"|不[够太尽甚]?(?:健全|完善|优化|深化|细化)"
    rf"|(?:(?:督[察查]|巡[察视]|审计|反馈|问题)?整改|措施|举措|对策)(?:的|[结情效进方台落清任通]|信息|力度|质量){{0,4}}[^，。；、：:\n]{{0,8}}?"
    "(?:不[够强深全多大到及细严好准实力高足明]|滞后|迟缓|缓慢|偏[低少慢弱晚长]|较[少慢弱低粗]|欠缺|缺乏|单一|薄弱|笼统|空泛|流于形式)"
)
_ACT = (
    "增[加设]|新增|制[作定]|编[印制写好排]|录制|邀请|聘请|举办|开展|组织|改[为由成]|统一|[实推]行|推[出广]|梳理|重新|合并|设[置立]|开[设通]"
    "|配[写发备]|选派|指定|印发|补充|进行|走访|发布|公布|征求|培训|建[立成]|启用|上线|协调|对照|逐[项条件]|清理|引入|并入|修订|调整|转为|拍摄"
    "|购置|安排|搭建|复盘|编入|归并|更新|替换|请"
)
_DONE = (
    rf"(?<![仅只])(?:{_ACT})(?:了|[^，。；、\n0-9靠]{{0,14}}[0-9一二两三四五六七八九十]{{1,5}}[个项份期次场张件家条篇名版处门])"
    rf"|(?:本年度?|当年|年内|[上下]半年|[0-9]{{1,2}}月|第?[一二三四]季度)(?:起|底前|，|已|内){{0,2}}(?:{_ACT})"
    rf"|(?:[局委厅镇乡办院县市区省里站关]|我们|街道|中心|政府|办公室|[支大]队|学校|单位)"
    rf"(?:先后|据此|随后|随即|统一|及时|专门|再|先|也|则|便|就此?|(?:[在以按把将对][^，。；\n]{{1,14}}?)){{0,3}}(?:{_ACT})"
    r"|[自从](?:第?[一二三四]季度|[上下]半年|[0-9一二三四五六七八九十]{1,2}月|年[中初底])份?起"
    r"|20[0-9]{2}年(?:[上下]半年)?(?:起|将|计划|拟|要|继续|引入)|从(?:20[0-9]{2}年)?[0-9]{1,2}月(?:份)?起|将[把由在对]|计划(?<![年工科][度作技]计划)(?!项目|生育|书|单列|任务|指标|[数表类内、，的和与及]|执行|完成)|据此"
)
"""What was done or will be done: an act with its number, its time or who does it."""
_IMPROVEMENT = pattern(
    rf"{_BETTER}|建立[^，。；]{{0,8}}(?:清单|台账|机制|制度)|写清|[张粘]贴到|贴(?:到|在)|"
    rf"下一?步|下一?阶段|今后|往后|日后|接下来|改进工作|明年|新的一年|整改|措施|补齐|压实|细化|狠抓|着力"
    r"|对此|为此|举措|对策|(?:补|改|解决|弥补)[^，。；\n]{0,4}的?(?:做法|办法|路子)|(?:(?<![未有])(?:已|拟)|(?<![未有纠修改公真更端不校补订指立方])正)(?!成为|超过|逾|经?[是有])[一-鿿]"
    r"|(?:修订|建立|安排|印发|制定|编制|增设|推行|实行|配备|组织|开展|举办|调整)了|[我本][局委厅镇乡办院县市区]将"
    r"|将(?:进一步|继续|聚焦|持续|重点|不断|严格|坚持|按照|针对|认真|切实|积极|通过|围绕|落实|会同|组织|从|以)"
    rf"|专项(?:整治|治理|整顿)|(?:^|[：；。\n])凡[^，。；\n]{{1,16}}，|予以(?:解决|改进|整改|克服|弥补)|{_DONE}"
)
_PROBLEM_TO_SOLVE = pattern(
    r"问题导向|(?:补齐|弥补|克服|解决|整改|破解|聚焦|针对|围绕|消除|正视|查找|剖析|梳理|坚持)"
    r"[^，。；、\n]{0,10}?(?:问题|短板|不足|弱项|薄弱环节|差距|困难|难题)"
    r"|(?:发现|查出|排查出?|反馈|指出|通报|移交|办结|收[到集])(?:各类|的|了)?(?:问题|隐患|不足)[0-9]{1,5}[个条处件项](?=[，。；]|[均已全])"
)
_PROBLEM = any_of(
    "[也还更](?:要|应当?|清醒地?|须){0,2}(?:看到|认识到|意识到)|(?:没有?|未)(?:细化|标注|统一|覆盖|跟上|做到|写明|列明|分开|区分|形成|体现|延伸)",
    "错在|教训|被[^，。；]{0,8}投诉|问题|不足|差距|薄弱|短板|欠缺|欠佳|缺[乏少失位]",
    "有待|[还仍尚]需|亟[待需]|尚[未不需待有存]|未能|没能|未及时|空间",
    "不[够高强深全多大到及细严好准熟规均平统完健畅善充明紧精尽太甚丰广新实力活宽快稳透顺]",
    "毛病|暴露|缺项|漏洞|滞后|迟缓|缓慢|单一|单调|困难|难度|参差|老旧|陈旧|疏漏|遗漏|粗放",
    "偏[低少慢弱多大长短高晚窄小粗浅紧旧散软松重难薄迟早杂]|[较还很][低少慢弱薄差难旧]|(?:较为|比较|相对)简单|过于|过[多少长短窄慢低高粗简晚迟]|拖沓|走过场|流于形式|脱节|笼统|空泛",
    "不[一易便懂清畅符]|吃力|费劲|费时|(?:受|因)[^，。；\\n]{1,12}(?:所限|限制|制约)|反映[^，。；\\n]{0,6}多",
    "(?<![减增提降升])[多少难旧慢低弱差窄浅乱散粗晚迟](?=[，；。、]|$|而)",
)
_IS_A_PROBLEM = pattern(r"是[^，。；\n]{0,16}(?:问题|短板|不足|弱项|薄弱环节|差距|难题)")
_EMPTY_END = pattern(
    "(?:^|(?<=[。；\n]))[^。；，：:\n]{0,14}(?:改进|整改|举措|措施|打算|下一?步)[^。；，：:\n]{0,8}"
    "(?:[：:][ \u3000]{0,8}"
    "(?:(?:(?:一|1)(?:是|[.．、]))?(?:暂?无|没有|略|从略|待定|同上年?|同去年|见附件|另行(?:研究|报告))[。；]?)?|(?<=[况施步划举措]))\\s{0,8}\\Z"
)
"""At the very end the heading of what is done about the problems, and nothing behind it."""
_OF_BETTER = pattern(
    "(?:^|(?<=[。；\n：]))[ \u3000]{0,4}(?:[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．]{1,2})?"
    "[^。；，：:\n]{0,10}(?:改进|整改|措施|举措|打算|下一?步|对策|做法)[^。；，：:\n]{0,8}[：:。\n]"
)
"""The heading of what is done about the problems."""
_LEAST_STATEMENT = 6
"""The fewest characters of a statement behind it that is looked at."""
_ONLY_ATTENTION = pattern(
    "(?:[我本][局委厅镇乡办院县市区]|我们|街道)?(?:对此|为此)[^，。；\n]{0,8}?(?:高度|十分|非常|深感|深表|极为)(?:重视|关注|认识|歉意|愧疚)"
)
"""Said in the place of what is done: 我们对此高度重视."""
_NO_PROBLEM = pattern(
    "(?:^|(?<=[。；\n]))[ \u3000]{0,4}(?:[（(]?[一1][）)、.．]{1,2})?"
    "(?:目前|存在的|存在|主要的?|工作中?的?){0,3}(?:问题|不足)"
    "(?:和不足|与不足|情况|方面)?[：:，]?(?:暂?无|没有|不存在)(?:问题)?(?=[。；\n]|$)"
)
"""Where a problem should stand it says that there is none."""
_LABELLED = pattern(
    "\\s{0,8}(?:[（(]?[一1][）)、.．]{1,2})?(?:当前|目前)?(?:存在的?|主要的?|工作中?的?){0,3}(?:问题|不足|短板)(?:和不足|与不足|情况|方面)?[：:。]"
)
_STATED_AGAIN = pattern(
    "(?:以上|上述|这些|前述|此类|类似|上面)的?(?:[0-9一二两三四五六几]个?)?(?:情况|问题|现象|不足|短板|方面|情形)?[^，。；\n]{0,14}?"
    "(?:普遍|(?<!对)存在(?!的)|常见|突出|严重|较?多见?$|影响|出现|显现|制约|困扰|有待|尚未|由来已久)"
    "|原因(?:主要)?(?:是|在于|有)|(?:敬?请|恳请|希望)[^，。；\n]{0,8}(?:理解|谅解|包涵)"
)
"""Said of the problems once more, in the place of what is done about them: 以上情况较为普遍."""
_PRAISE = pattern(
    "平稳|圆满|顺利|全部完成|成效(?:明显|显著|良好)|良好|稳步|好评|有序|取得[^，。；]{0,8}(?:成效|成绩|进展)|没有(?:发现)?问题|未发现"
)
"""Said in the place of a problem: 各项任务全部完成."""
_THE_ABOVE = pattern("(?:上述|以上)(?:问题|不足|短板)")
_NOTHING_ELSE = pattern(
    r"其[他它][^。；]{0,6}(?:事项|情况)[^。；]{0,2}无|(?:没有|无|未有|不存在|暂无)[^。；]{0,8}(?:其[他它])?[^。；]{0,8}(?:事项|情况|内容)|(?:事项|情况|方面|其[他它])\s*[：:。]?\s*(?:一概|一律|[均都则亦])?(?:暂?无|没有)"
    r"|别无|再无|没有别的|无其[他它](?=[。，；]|$)"
)
_SOMETHING_ELSE = pattern(r"(?:^|[。；\n])\s*(?:[（(]二[）)]|二、|2[.．、])|其[他它](?:事项|情况)?[：:。，]|另有")
"""A second item of part six, or what is told under 其他."""


@check("S-14", "error", "official", reads=("overview", "source"))
def overview_empty(report: Report, _context: Context) -> Iterator[Problem]:
    """第一部分不能空；来源文件缺了这一部分的，由 S-01 提示。"""
    if not paragraphs(report.text.overview) and not is_missing(report, "overview"):
        yield Problem("第一部分还是空的，请写总体情况。", section="overview")


@check("S-06", "hint", "official", reads=("overview", "agency"), reasons=CONTENTS)
def aspect_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """总体情况要写五个方面：主动公开、依申请公开、政府信息管理、平台建设、监督保障；一条列出所缺。

    小标题用表样的说法时，没有小标题的方面要有明确的文字；小标题自拟时，提到即可。监督保障由 S-07 提示的，不再提示。
    小标题下面什么也没有、只写“略”的，也提示。
    """
    overview = report.text.overview
    headings = [*_SUBHEADING.findall(overview), *_STANDARD_LINE.findall(overview)]
    missing = [aspect.name for aspect in ASPECTS if not _is_covered(aspect, headings, overview)]
    if _SUPERVISION in missing and _oversight_missing(report):
        missing.remove(_SUPERVISION)
    if missing and paragraphs(overview):
        about = MissingAspects(tuple(missing))
        yield Problem(f"总体情况没有写{_quoted(missing)}，请补写。", section="overview", about=about)
    for span, told in bare_headings(overview):
        yield in_text("overview", span, overview, f"总体情况的{told}，请补写。")


def _is_covered(aspect: Aspect, headings: list[str], overview: str) -> bool:
    if aspect.spoken.search(overview) or any(aspect.heading.search(heading) for heading in headings):
        return True
    standard = sum(any(each.name[-4:] in heading for each in ASPECTS) for heading in headings)
    return standard < STANDARD_HEADINGS and bool(aspect.touched.search(overview))


@check("S-07", "warning", "law", reads=("overview", "agency"), reasons=CONTENTS)
def oversight_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """各级人民政府（含乡镇）的年度报告要写工作考核、社会评议和责任追究结果（《条例》第五十条）；一条列出所缺。"""
    missing = _oversight_missing(report)
    if missing and paragraphs(report.text.overview):
        message = f"政府年度报告应写工作考核、社会评议和责任追究结果情况，现缺{_quoted(missing)}。"
        yield Problem(message, section="overview")


def _oversight_missing(report: Report) -> list[str]:
    if report.agency.type not in ("government", "township"):
        return []
    told = _IDLE.sub("", report.text.overview)
    return [name for name, words in _OVERSIGHT.items() if not re.search(words, told)]


@check("S-13", "hint", "practice", reads=("overview", "tables"), reasons=CONTENTS)
def overview_long(report: Report, _context: Context) -> Iterator[Problem]:
    """总体情况超过 1000 字（不少地方的通知要求原则上不超过一千字）。"""
    found = length(report.text.overview, report)
    if found > OVERVIEW_LIMIT:
        yield Problem(f"第一部分现有{found}字；不少地方要求原则上不超过一千字，请按当地通知精简。", section="overview")


@check("S-08", "error", "practice", reads=("problems", "tables", "source"))
def problems_empty(report: Report, _context: Context) -> Iterator[Problem]:
    """第五部分不能空、只写“无”，或少于 10 字；来源文件缺了这一部分的，由 S-01 提示。"""
    if _says_nothing(report) and not is_missing(report, "problems"):
        yield Problem("“存在的主要问题及改进情况”不能空，也不能只写“无”，请写明问题和改进。", section="problems")


def _says_nothing(report: Report) -> bool:
    text = "".join(resolve(report.text.problems, report).split())
    letters = sum(character.isalnum() for character in text)
    return letters < PROBLEMS_LEAST or bool(_NONE.fullmatch(text.rstrip("。.")))


@check("S-09", "hint", "practice", reads=("problems", "tables"), reasons=CONTENTS)
def half_of_problems(report: Report, _context: Context) -> Iterator[Problem]:
    """第五部分既要写问题，也要写改进；“有待提升”只算问题，“针对不足”只算改进。

    有好几句时，没有改进用语的第一句算问题，没有问题用语的最后一句算改进：写法各种各样。
    “改进情况”下面只有问题的，算没有改进。
    """
    text = _without_idle_heading(_EMPTY_END.sub("", report.text.problems))
    problem, improvement = _tells_problem(text), _tells_improvement(text)
    told = [
        sentence
        for sentence in pieces(_ONLY_ATTENTION.sub("", text), "sentence")
        if sum(map(str.isalnum, sentence)) >= _LEAST_SENTENCE
    ]
    if len(told) > 1:
        problem = problem or not _tells_improvement(told[0])
        improvement = improvement or not (_tells_problem(told[-1]) or _STATED_AGAIN.search(told[-1]))
    if (
        _LABELLED.match(text)
        and _PRAISE.search(told[0] if told else "")
        and not _PROBLEM.search(_LABELLED.sub("", told[0] if told else ""))
    ):
        problem = any(_tells_problem(each) and not _tells_improvement(each) for each in told[1:])
    problem = (problem or bool(_THE_ABOVE.search(text))) and not _NO_PROBLEM.search(text)
    if not _says_nothing(report) and not (problem and improvement):
        half = "问题" if improvement else "改进情况" if problem else "问题和改进情况"
        yield Problem(f"第五部分要同时写问题和改进，现在没有读到“{half}”，请补写。", section="problems")


def _without_idle_heading(text: str) -> str:
    """The text without the last heading of what is done, where every statement behind it only tells problems."""
    heading = max(_OF_BETTER.finditer(text), key=lambda found: found.start(), default=None)
    behind = text[heading.end() :] if heading else ""
    said = [part for part in pieces(behind, "statement") if sum(map(str.isalnum, part)) >= _LEAST_STATEMENT]
    if heading is None or not said or _tells_improvement(behind) or not all(map(_tells_problem, said)):
        return text
    return text[: heading.start()] + behind


def _tells_problem(text: str) -> bool:
    return bool(_IS_A_PROBLEM.search(text) or _PROBLEM.search(_PROBLEM_TO_SOLVE.sub("", text)))


def _tells_improvement(text: str) -> bool:
    return bool(_IMPROVEMENT.search(_LACKING_BETTER.sub("", _ONLY_ATTENTION.sub("", text))))


@check("S-10", "warning", "practice", reads=("other_matters", "tables", "source"), reasons=CONTENTS)
def fee_missing(report: Report, _context: Context) -> Iterator[Problem]:
    """第六部分要写信息处理费收取情况，没有收取也写明；表三有逾期未缴费时由 T3-09、来源文件缺这部分时由 S-01 提示。"""
    unpaid = report.form.cell_as("applications.other_fee_unpaid.total")
    silent = (unpaid and report.count(unpaid)) or is_missing(report, "other_matters")
    if not silent and not speaks_of_fee(report.text.other_matters):
        message = "第六部分请先写明信息处理费收取情况（没有收取也写明），再写其他事项。"
        yield Problem(message, section="other_matters")


@check("S-11", "hint", "inference", reads=("other_matters",), reasons=CONTENTS)
def only_the_fee(report: Report, _context: Context) -> Iterator[Problem]:
    """第六部分只写了信息处理费一项时，可加一句没有其他事项。"""
    text = report.text.other_matters
    beside = clauses_beside_fee(text) or _SOMETHING_ELSE.search(text)
    if speaks_of_fee(text) and not beside and not _NOTHING_ELSE.search(_without_fee_clauses(text)):
        message = "没有其他事项时，在信息处理费之后写“没有其他需要报告的事项”。"
        yield Problem(message, section="other_matters", fix=_nothing_else(text))


def _nothing_else(text: str) -> Fix:
    """The fix that adds the sentence behind the last one."""
    end = len(text.rstrip())
    stop = "" if text[end - 1] in "。！？；" else "。"
    sentence = "没有其他需要报告的事项。"
    return Fix(f"补上“{sentence}”", (Replacement("other_matters", (end, end), stop + sentence),))


def _without_fee_clauses(text: str) -> str:
    """The text without the clauses about the fee, whose 没有收取 must not be taken for 没有其他事项."""
    return "，".join(clause for clause in pieces(text, "clause") if "费" not in clause)


def _quoted(words: list[str]) -> str:
    return "".join(f"“{word}”" for word in words)
