"""Decisions of table two, 行政许可、行政处罚、行政强制, by the words of a figure's item."""

from model.language.patterns import pattern
from model.prose import vocabulary as words
from model.prose.acts import ALL_MEASURES, is_told_with_others
from model.prose.meant import Meant
from model.prose.places import Place
from model.prose.scope import scope_of
from model.prose.wide.item import item_of, statement_before

_FINES = ("disclosure.penalties.decisions",)
_DECISION_NAMES = {"licences": "行政许可", "penalties": "行政处罚", "compulsory_measures": "行政强制"}
_NOT_DECIDED = pattern(
    "当场处罚|(?:简易|普通|一般|快速)程序|快速办理|公示|(?<!不)公开|发布|上网|归集|信息|事项目录|清单|推送|录入|案卷|评查|听证|查询|申请|受理|目录|依据|流程|指南|案例|典型|撤销|注销|其中|复议|诉讼"
)
_PUBLISHED = pattern(
    "(?:公示|公开|公布|归集)(?:信息)?(?:了|包括|包含|含有|含)?(?:行政)?(?:许可|处罚|强制)(?:决定|结果|案件|文书|决定书)?$"
    "|^(?:行政)?(?:许可|处罚|强制)(?:结果|文书|决定书)$|行政执法信息(?:包括|包含|含有|含|有)(?:行政)?(?:许可|处罚|强制)$"
)
"""Decisions that were published: no more of them than were made."""
_LISTS = pattern("清单|事项|权责|目录")
_AT_END = pattern(
    "(?:行政)?(?:许可|处罚|强制|罚没(?=案件))(?:等?(?:行政)?(?:决定|案件|事项))?(?:的|由|从|类|方面|事项|本年度?|全年|决定书?|案件|案|措施|执行|拆除|扣押|查封|处理|办理|办结|结果|文书|信息|事项|(?:并)?(?:依法)?作出(?:准予)?(?:决定)?|等|共计|合计|共|为|是|总计|数量|数|：|，|、|总)*$"
)
_ONLY_COUNT = pattern("(?:本年度?|全年|处理|决定|数量|数|共|为|的)*")
_SORT = pattern("\\((?!其中|不含)[一-鿿、]{1,24}\\)$")
"""What all of the decisions are, or what is among them: 行政许可（建房）9件, 行政许可（含备案）9件."""
_SOME_MEASURES = pattern("强制(?:措施|执行|拆除|扣押|查封)")
_ALL_THE_WAY = pattern("(?:受理|审查|办理)(?:并|、|，|和|(?=[^，。；]*作出(?:准予)?决定))")
"""Before what was decided: applications for it that were received as well, 受理并办结行政许可5件."""
_LIST = pattern("^[一-鿿]{2,12}等(?=(?:行政)?许可)")
"""The last of what the decisions are about, 注销等许可: no word of what became of them."""
_ALONE = pattern(
    "^(?:[①-⑳]|[0-9]{1,2}[.、])?(?:处罚|强制(?:措施)?)$|^(?:处罚|强制)(?:文书|决定书)$|^(?:处罚|强制|许可)方面|执法(?:罚没|处罚)"
)
"""Words for decisions that need no 行政: behind a mark of a list, ④处罚：512件, and in 执法处罚."""
_FINED = pattern("^(?!当场|简易|普通|一般|从[重轻]|不予|减轻|免[予于]|首违)(?:[^，。；：]{0,6}?)(?:处)?罚$")
"""处罚, in short, beside other decisions: 许可86件，罚13件."""
_FINED_WHOM = pattern(
    "^(?:依法)?(?:行政)?处罚(?:违[法规章]|无证|未)?[一-鿿]{2,8}(?:机构|企业|单位|商户|当事人|个人|车辆|场所|门店|经营者)$"
)
"""Who was fined: 处罚违规培训机构15件, which may be only some."""
_FINED_FOR = pattern("^(?:依法)?(?:行政)?处罚[一-鿿]{2,12}(?:等)?(?:违[法规])?(?:行为|案件)$")
"""What somebody was fined for: 处罚非法采砂等违法行为14件."""


def decision(place: Place, before: str) -> Meant | None:
    """行政许可, 行政处罚, 行政强制: what stands right before a figure, however it is described."""
    told = before == "decisions" or any(word in place.sentence_before for word in _NAMES_OF_DECISIONS)
    if place.token.unit not in _UNITS or not (told or place.after.startswith(_NUMBER_FIRST)):
        return None
    head = _head_of(place)
    short = (before == "decisions" and _fined(place, head)) or _behind_number(place, before)
    return short or _approved(place, head) or _named(place, head, before)


_UNITS = frozenset(("件", "宗", "起", "例", "项", "份", "条", ""))
_NUMBER_FIRST = ("行政许可", "行政处罚", "行政强制", "许可", "处罚", "强制", "的行政")


def _named(place: Place, head: str, before: str) -> Meant | None:
    """Decisions whose name ends the words before their number."""
    head, part = (head.removeprefix("其中"), False) if _is_of_names(place, head) else (head, place.is_part)
    ending = _AT_END.search(head)
    if not ending or not (found := words.DECISIONS.search(ending[0])):
        return None
    if place.token.unit == "项" and _LISTS.search(place.sentence_before):
        return None
    several = {str(each.lastgroup) for each in words.DECISIONS.finditer(place.sentence_before)}
    own = (place.listed_as is not None and len(several) > 1) or _is_own(head, ending[0], before)
    published = _PUBLISHED.search(head) or _as_messages(place, head)
    if (
        not own
        or (_NOT_DECIDED.search(_LIST.sub("", _ALL_THE_WAY.sub("", head))) and not published)
        or place.topic == "applications"
        or place.about_applications
    ):
        return None
    kinds = _joined(statement_before(place)) or [str(found.lastgroup)]
    only = "" if "等" in ending[0] else _only(head[: ending.start()])
    some = part or bool(published) or place.token.unit == "条"
    measures = None if ALL_MEASURES.fullmatch(head) and is_told_with_others(place) else _SOME_MEASURES.search(head)
    only = measures[0] if measures else only
    meaning = (tuple(f"disclosure.{kind}.decisions" for kind in kinds),)
    scope = _another(head[: ending.start()]) or scope_of(statement_before(place))
    return Meant(
        "decisions",
        "、".join(_DECISION_NAMES[kind] for kind in kinds),
        meaning,
        place.token.start,
        place.token.end,
        some or bool(only),
        scope,
        narrowed="" if some else only,
    )


_APPROVED = pattern(
    "许可(?:[、和及与][^，。；：0-9]{2,14}){1,3}等(?:事项|业务)?(?:的)?审批(?:事项)?(?:共|计|合计|共计|办结|达|为)*$"
)
"""Licences told with other approvals, which may be all of them: 取水许可、水土保持方案等审批87件."""
_APPROVED_ENDS = ("审批", "事项", "共", "计", "办结", "达", "为")
_DIGIT = pattern("[0-9]")


def _approved(place: Place, head: str) -> Meant | None:
    """Licences by the name of what is approved, which may be only some of them."""
    if not head.endswith(_APPROVED_ENDS) or not _APPROVED.search(statement_before(place)):
        return None
    cells = ("disclosure.licences.decisions",)
    return Meant("decisions", "行政许可", (cells,), place.token.start, place.token.end, partial=True, narrowed="等审批")


def _is_of_names(place: Place, head: str) -> bool:
    """Whether 其中 takes up what is only named before, not counted: 核发规划许可、备案等，其中许可决定44件."""
    return head.startswith("其中") and not _DIGIT.search(statement_before(place))


_MADE = pattern(
    "(?:[我本][局委厅镇乡办院]|全年度?|本年度?|今年|年内|当年|20[0-9]{2}年度?|[共已，、；]|一共|累计|总共|依法|另|新|：|和|及|以及){0,8}"
    "(?:办理|办结|作出|做出|完成|核发|颁发|发放|下达|批准|审批|实施|采取|给予|有)了?(?:准予)?$"
)
_LISTED_BEFORE = pattern("(?:(?:行政)?(?:许可|处罚|强制)(?:决定|案件|事项|措施)?[、，和及与])?")
_OF_THIS_KIND = pattern("(?:的)?(?:行政)?(?P<kind>许可|处罚|强制)(?:决定|案件|事项|措施)?(?=[，。；、)]|$)")


def _behind_number(place: Place, before: str) -> Meant | None:
    """Decisions whose number stands before their name: 办理44件行政许可、作出6件行政处罚."""
    made = _MADE.fullmatch(place.before) or (before == "decisions" and _LISTED_BEFORE.fullmatch(place.before))
    found = _OF_THIS_KIND.match(place.after) if made else None
    if not found or place.about_applications or place.listed_as is not None or place.is_part:
        return None
    kind = words.DECISION_ROWS[found["kind"]]
    meaning = (f"disclosure.{kind}.decisions",)
    scope = scope_of(statement_before(place))
    return Meant(
        "decisions", _DECISION_NAMES[kind], (meaning,), place.token.start, place.token.end, partial=False, subject=scope
    )


_ANOTHER = pattern(
    "^(?P<name>(?![我本全该])[一-鿿]{2,16}(?:局|委员会|厅|政府|办事处|中心|大队|支队))(?:全年|本年度?|年内|当年|共|另|累计|也|则)*$"
)


_NAMES_OF_DECISIONS = ("许可", "处罚", "强制", "罚没")
_AS_MESSAGES = pattern("(?:行政)?(?:许可|处罚|强制)(?:决定|类)?信息$")
_TOLD_KIND = pattern("(?P<kind>许可|处罚|强制)[^，。；、0-9]{0,8}[0-9]")
_KINDS_OF_DECISIONS = 3


def _as_messages(place: Place, head: str) -> bool:
    """Whether decisions are called messages where all kinds are told: 许可信息66条、处罚信息38条、强制信息2条."""
    kinds = {found["kind"] for found in _TOLD_KIND.finditer(place.statement)}
    return len(kinds) == _KINDS_OF_DECISIONS and bool(_AS_MESSAGES.search(head))


def _is_told_in_pieces(place: Place, head: str) -> bool:
    """Whether decisions are counted as messages are: 公示许可66条, 许可决定66条."""
    return bool(_PUBLISHED.search(head) or _DECIDED.search(head)) or _as_messages(place, head)


_DECIDED = pattern("行政(?:许可|处罚|强制)决定$")


def _another(lead: str) -> str:
    """The agency named before its decisions: 县生态环境局全年许可77件."""
    found = _ANOTHER.match(lead)
    return found["name"] if found else ""


def _head_of(place: Place) -> str:
    """The words that name the decisions; empty where the figure stands first, or counts what hardly is a decision."""
    item = item_of(place)
    if (
        item.number_first
        or not item.heads
        or (place.token.unit == "条" and not _is_told_in_pieces(place, item.heads[0]))
    ):
        return ""
    if told := _TOLD_FIRST.search(statement_before(place)):
        return str(told["kind"] or told["moved"])
    head = next((head for head in item.heads[:2] if not _ONLY_COUNT.fullmatch(head)), item.heads[0])
    return _SORT.sub("", head)


_TOLD_FIRST = pattern(
    "(?P<kind>(?:行政)?(?:许可|处罚|强制)(?:决定|案件)?)(?:主要)?(?:以|集中在|为|是|涉及)[^，。；：0-9()]{1,30}(?:为主|居多|为多|类)，(?:共|计|全年|累计|总计|合计|达|有)*$"
    "|(?P<moved>(?:行政)?(?:许可|处罚|强制))(?:事项|职能|职权|职责|决定|权)?(?:已经?|均|都|暂|现|仍|改|全部)*(?:统一)?(?:由|划转|移交|划归|划入|集中|归|上收|交)[^，。；0-9()]{1,24}"
    "，(?:故|因此|所以)?(?:[本我](?:机关|单位|街道|[局委厅镇乡办院]))(?:全年|本年度?|自身|直接|年内)?(?:办理|作出|计|为|有|是|共|列|记|填)*$"
)
"""Decisions named in the clause before: 行政处罚以违停为主，2688件; 许可事项已划转市局，本机关计0件."""


def _fined(place: Place, head: str) -> Meant | None:
    """处罚 in short, or with those who were fined."""
    some, why = bool(_FINED_WHOM.search(head)), head if _FINED_FOR.search(head) and not place.is_part else ""
    if not some and not why and not _FINED.search(head):
        return None
    start, end = place.token.start, place.token.end
    return Meant("decisions", "行政处罚", (_FINES,), start, end, partial=some or bool(why), narrowed=why)


def _is_own(head: str, ending: str, before: str) -> bool:
    """Whether the words leave no doubt that decisions of table two are meant."""
    if before == "decisions" or "行政" in head or "作出" in head or "表二" in head:
        return True
    return "许可" in ending or "决定" in ending or bool(_ALONE.search(head))


_KIND = "(?:行政)?(?:许可|处罚|强制)(?:决定|措施|案件)?"
_SEVERAL = pattern(
    f"(?:{_KIND}(?:[、和及与]|以及)){{1,2}}{_KIND}(?:等|的|类|三类|两类|决定书?|案件|事项|合计|共计|总计|共|总数|为|：)*$"
)


def _joined(lead: str) -> list[str]:
    """The kinds of a list of decisions that are counted together: 许可、处罚、强制决定共3件."""
    found = _SEVERAL.search(lead)
    return [str(each.lastgroup) for each in words.DECISIONS.finditer(found[0])] if found else []


_ANY_DECISION = pattern(
    "(?:[①-⑳]|故|表二|中|有|第二十条第|项|全年|本年度?|年内|共|累计|依法|准予|批准|作出|做出|办理|办结|实施|下达|采取|核发|审批|颁发|的|各类|等|所|我[局委厅]|本[局委厅]|全[县市区省]|镇本级|本级|[省市县区]级|[省市县区]?政府本级|各执法部门|和|与|及|、|，|各项|年度)*"
)


def _only(lead: str) -> str:
    """The words before that name only one kind of decision and do not end their list with 等; nothing else."""
    if lead.endswith(("等", "作出", "做出", "实施", "给予", "及其他", "和其他")):
        return ""
    lead = _ALL_THE_WAY.sub("", lead)
    found = _ANY_DECISION.match(lead)
    return lead[found.end() :] if found else lead
