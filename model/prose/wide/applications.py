"""Applications: received, carried over, concluded, with which result and from whom, by the words of a figure's item."""

import re

from model.language.patterns import pattern
from model.prose import vocabulary as words
from model.prose.carried import either_way
from model.prose.figures import Meaning
from model.prose.meant import CARRIED_IN, CARRIED_OUT, CONCLUDED, RECEIVED, Meant
from model.prose.outcomes import goes_on, is_of_a_result
from model.prose.places import Place
from model.prose.scope import scope_of
from model.prose.terms import ANSWERED, PROCESSED, WITH_PARTLY, result_name, row_total
from model.prose.wide.item import PART_OF_ALL, Item, item_of, statement_before
from model.prose.wide.moved import carried_around, carried_beside_cases, of_year
from model.structs import replace

_OF_APPLICATIONS = frozenset(("received", "concluded", "carried", "result", "applicant"))
_OTHER_BUSINESS = pattern(
    "信箱|热线|12345|留言|建议|提案|网民|网友|来信|来电|来访|工单|舆情|督办|问卷|出庭|审理|招聘|公文|求助"
)
_REACH = 90
_PAPERS = pattern("公文|公开属性|属性审查|范本|模板|文书格式|示范文本|案例|栏目|专栏|主动公开信息|标注")
_OTHER_WORK = pattern(
    "意见书|退回|返工|素材|送达|回证|答复书(?!面)|文书|培训|会议|检查|抽查|督查|指南|目录|流程|时限|制度|台账|满意|提前|缩短|上网|推送|阅读|电话|短信|(?<!信)函|(?<!收费)通知书|(?:发出|发送)收费|清理|失效|修订|转来|座谈|申请[书表]|转办|转送|转交|移送|协助|配合|指导|归档|档案|代为|代办|查阅点|回访|复议|诉讼|起诉|发放|编印|印制|张贴|附送|附上|随附|手册|折页|海报|传单|明白纸|宣传[品单册页画资材]"
)
_ALL_BUT = pattern("以外|之外")
_PROCEDURE = pattern(
    "(?<!因)征求|临期|临近|踩点|卡点|压线|告知补正|补正(?:通知|告知)(?!书?后逾期)|[发出]补正|延期|延长|听证|(?:工作日|小时|天)(?:之?内|以内)|提前|当[场天日](?!事)|最[快早慢晚长短]的?"
)
_WERE_ASKED = pattern("[均都已全部先依法]{0,4}(?:书面)?征求")
"""Right behind a figure: how those applications were dealt with, and not how they ended."""
_SHARED = pattern("各(?!类|种|级)自?|平均|均(?!已|按|在|获|依|由|予|未)|每")
_CHANNEL = pattern(
    "网络|网上|线上|在线|平台|当面|现场|信函|邮寄|邮件|传真|渠道|类|方面|涉及|关于|有关|主要|集中|补正(?!的?不|仍)|征求|延期|延长|听证|由[一-鿿]{1,6}(?:科|股|处|室)"
)
_PUBLISHED = pattern("公开(?:了)?(?:各类)?(?:(?:行政)?规范性文件|文件|政策|信息|目录|清单|通知|公告|公报|数据)$")
_ANSWERED = pattern("答复|信息公开|依申请|申请人")
_PETITIONS = pattern(
    "(?<!不予)(?<!不再)(?<!不作)(?:受理|接待|接听|接收|处理|办理|办结|答复|收到|化解|转办)[^，]{0,6}(?:信访|投诉|举报)"
)
_GATHERED = RECEIVED + CARRIED_IN


def application(place: Place, before: str) -> Meant | None:
    """What of table three a figure of the paragraph on applications counts."""
    if told := carried_around(place) if place.about_applications else carried_beside_cases(place):
        return told
    if told := _plainly(place) or _under_heading(place):
        return told
    known = place.token.unit in ("件", "份", "宗", "笔", "") or bool(_COUNTED.match(place.after))
    about = _is_about(place, before) or bool(_COUNTED.match(place.after))
    if not known or not about or _OF_FEES.match(place.after):
        return None
    meant = _applications(place) or _but_some(place) or _by_item(place, before)
    return replace(meant, partial=True) if meant and PART_OF_ALL.search(place.sentence_before) else meant


def _applications(place: Place) -> Meant | None:
    """So many new applications, or so many applications of which more is told."""
    if not _OPENS.fullmatch(place.before):
        return None
    if _NEW_APPLICATIONS.match(place.after):
        return _meant(place, "received", "新收申请", (RECEIVED,))
    if _OF_ALL_THESE.match(place.text.plain.text, place.token.end):
        return _meant(place, "received", "申请", (_GATHERED, RECEIVED, CONCLUDED))
    every = _EACH_OF_THEM.match(place.after) and _ALL_OF_THE_YEAR.search(place.before)
    if every or _THE_APPLICATIONS.match(place.after) or _is_divided(place):
        return _meant(place, "received", "申请", (RECEIVED, _GATHERED, CONCLUDED))
    return None


def _but_some(place: Place) -> Meant | None:
    """Applicants of a kind that all others are not: 除1件来自企业外全部为居民提出."""
    found = _ALL_BUT_SOME.match(place.after) if place.before.endswith("除") else None
    if not found:
        return None
    kinds = _kind_of(found["name"])
    meanings = _of_kinds(statement_before(place), place.statement, kinds)
    return _meant(place, "applicant", words.APPLICANT_NAMES[kinds[0]], meanings)


_IN_THE_YEAR = pattern("(?:20[0-9]{2}年度?|全年|本年度?|今年|年内|一年|当年)(?:共计?|总共|累计|合计|一共|有)*")
_BY_ONE_WAY = pattern(
    "(?:全年|本年度?|年内|均|都)?(?:通过|以|经|由|凭)(?:信函|邮寄|挂号信|网络|网上|在线|当面|现场|书面|平台|传真|邮件|电子邮件|窗口)(?:方式|形式|渠道|平台|提交)?(?:共|累计)?(?:收到|受理|接收|收)的?(?:政府信息公开)?申请(?:共|有|为)*"
)
_WAY = pattern("信函|邮寄|挂号|网络|网上|在线|当面|现场|平台|传真|邮件|窗口|来访|口头")
_FILED = pattern(
    "应办的?申请的?(?:往来)?(?:材料|案卷|档案|登记|答复)|(?:新|政府信息公开)?申请(?:对应的?|所涉的?|的)(?:登记表|检索单|答复书|送达回证|往来材料|案卷|全部材料)|申请各有各的"
)


def _plainly(place: Place) -> Meant | None:
    """All applications, where little is said of them: 全年4件，…; 13件申请对应的登记表; no more by one way alone."""
    whole = (RECEIVED, _GATHERED)
    if place.token.unit not in ("件", "份", "宗"):
        return None
    if place.after.startswith(_FILED_FIRST) and _OPENS.fullmatch(place.before) and _FILED.match(place.after):
        other = _OTHER_BUSINESS.search(place.sentence)
        return None if other else _meant(place, "received", "申请", (*whole, CONCLUDED))
    if place.after or not place.about_applications or _OTHER_BUSINESS.search(place.sentence):
        return None
    if _BY_ONE_WAY.fullmatch(place.before) and len(_WAY.findall(place.sentence)) == 1:
        return _meant(place, "received", "收到申请", (_GATHERED,), partial=True)
    first = place.text.paragraph(place.token.start)[0] >= place.previous_end
    if first and _IN_THE_YEAR.fullmatch(place.before) and place.text.sentence(place.token.start)[0] == place.start:
        return _meant(place, "received", "收到申请", whole)
    return None


_HEADED = "依申请公开情况：。"
_HEADING = pattern("依申请公开(?:情况|工作|方面)?[。：]$")
"""The heading right before the number of all: 2.依申请公开。9件。申请人：自然人6件，企业3件."""


def _under_heading(place: Place) -> Meant | None:
    """All applications, right behind the heading of what is told of them."""
    at, words = place.token.start, place.text.plain.text
    headed = not place.before and _HEADING.search(words, max(0, at - len(_HEADED)), at)
    if not headed or place.token.unit not in ("件", "份", "宗") or not words.startswith("。", place.token.end):
        return None
    return _meant(place, "received", "收到申请", (RECEIVED, _GATHERED))


_FILED_FIRST = ("申请", "应办", "新申请", "政府信息公开申请")


def _by_item(place: Place, before: str) -> Meant | None:
    item = item_of(place)
    if _WERE_ASKED.match(place.after) or (item.heads and (_PROCEDURE.search(item.heads[0]) or _is_shared(place, item))):
        return None
    if item.number_first and item.heads and (found := _carried(place, item.heads[-1], before)):
        return found
    if given := _given_behind(place, item):
        return _result(place, given, before) or _by_heads(place, item, before)
    return _by_heads(place, item, before)


def _given_behind(place: Place, item: Item) -> str:
    """What the words behind a figure say became of it, where that is given by its reason."""
    behind = _behind(place)
    if _PARTLY_FOR_A_REASON.match(behind):
        return "部分公开"
    if _GRANTED_FOR_ALL_THAT.match(behind):
        return "予以公开"
    found = _GIVEN_BEHIND.search(behind) if item.number_first else None
    return found["reason"] if found else ""


def _by_heads(place: Place, item: Item, before: str) -> Meant | None:
    """What the stretches that may name a figure mean, the nearest first."""
    if item.heads and (_ABOUT_A_THING.fullmatch(item.heads[0]) or _are_papers(place, item.heads[0])):
        return None
    for head in item.heads:
        if _OTHER_WORK.search(words.CARRIED_IN.sub("", head)) or _ALL_BUT.search(head):
            return None
        if found := _named(place, head, before):
            return found
    return None


def _are_papers(place: Place, head: str) -> bool:
    """Whether sheets that were handed over are counted, and not applications: 提供有关资料55份."""
    return place.token.unit == "份" and bool(_HANDED_OVER.search(head))


_HANDED_OVER = pattern("提供(?:了)?(?:有关|相关|各类)?(?:资料|数据|材料)$")
_ABOUT_A_THING = pattern(
    "(?:其中)?(?:涉及|关于|有关|针对)(?![^，。；]{0,4}(?:秘密|隐私|第三[方人]|安全|内部|过程性|案卷|查询|信访|举报|投诉|重复))[^，。；]{2,20}(?:确认|出具|处理|办理|公开|提供)[^，。；]{0,6}的"
)
"""What applications are about, though its words are those of a result: 涉及加油站规划确认的6件."""
_PARTLY_FOR_A_REASON = pattern(
    "(?:[^。；、0-9]{0,16}，)?[^。；、0-9]{0,6}(?:因|由于|涉及|含有|包含)[^。；，0-9]{2,30}，[^。；0-9]{0,24}(?:部分公开|区分处理)(?:处理|了|的)?(?=[，。；]|$)"
)
"""Behind a figure: a reason, and what came of it, 1件，因涉及商业秘密，区分处理后作部分公开."""
_GRANTED_FOR_ALL_THAT = pattern(
    "(?:[^。；、0-9]{0,16}，)?[^。；、0-9]{0,6}(?:因|由于|涉及|含有|包含)[^。；，0-9不未无拒]{2,30}，(?:[^。；0-9不未无拒部]{0,24})(?:同意|后)[^，。；0-9不未无拒部]{0,8}(?:予以公开|公开|提供)(?:了|的)?(?=[，。；]|$)"
)
"""Behind a figure: a reason to refuse, and that it was granted all the same, 1件涉及第三方，征得同意后予以公开."""
_GIVEN_BEHIND = pattern(
    "，(?:经[一-鿿]{1,4}，|该信息|所需信息|因)?(?P<reason>(?:属于?|系|涉及)[^，。；]{2,24}(?:，(?:不予公开|无法提供|不予处理))?|(?:因|以)[^，。；]{2,16}(?:不予公开|不公开|未予公开|无法提供|不予处理)|[一-鿿]{0,6}(?:不掌握|不存在|未制作|没有现成)[^，。；]{0,12})"
)
"""Why an application that is told of by what it asked for was not granted: 1件要求…，属于内部事务信息，不予公开."""


def _behind(place: Place) -> str:
    """The words of the statement from a figure up to the next one."""
    end = min(place.following, place.text.sentence(place.token.start)[1], place.token.end + _REACH)
    return place.text.plain.text[place.token.end : end].partition("；")[0]


def _is_about(place: Place, before: str) -> bool:
    """Whether the figure stands where applications are spoken of, and no other business since."""
    if _PAPERS.search(place.sentence):
        return False
    if place.about_applications:
        return True
    if place.topic != "other" or _OTHER_BUSINESS.search(place.sentence):
        return False
    if before in _OF_APPLICATIONS:
        return True
    change, start = place.text.topic(place.token.start), place.text.sentence(place.token.start)[0]
    known = (change is not None and change.at < start) or bool(_ANSWERED.search(place.sentence_before))
    return known and place.text.is_of_applications(place.token.start)


def _is_shared(place: Place, item: Item) -> bool:
    """Whether each of several has so many: 三位市民各提出1件."""
    some = place.token.value is not None and bool(place.token.value.value)
    return some and not item.number_first and bool(_SHARED.search(item.heads[0][-6:]))


def _named(place: Place, head: str, before: str) -> Meant | None:
    rules = (_owed, _carried, _result, _applicant, _concluded, _received)
    for rule in rules if place.about_applications else rules[:5]:
        if found := rule(place, head, before):
            return found
    return None


def _meant(place: Place, matter: str, name: str, meanings: tuple[Meaning, ...], *, partial: bool = False) -> Meant:
    scope = scope_of(statement_before(place))
    start = place.token.start
    return Meant(matter, name, meanings, start, place.token.end, partial, scope)  # type: ignore[arg-type]


def _carried(place: Place, head: str, _before: str) -> Meant | None:
    if _NONE_CARRIED.search(head):
        return None
    if _WITH_THE_NEW.search(place.before):
        return _meant(place, "received", "收到和结转的申请", (_GATHERED,))
    if found := words.CARRIED_IN.search(head):
        meant = _meant(place, "carried", "上年结转", (CARRIED_IN,))
        year = found["year"] or found["since"]
        return of_year(meant, int(year) + 1) if year else meant
    if found := words.CARRIED_OUT.search(head):
        meant = _meant(place, "carried", "结转下年度", (CARRIED_OUT,))
        return of_year(meant, int(found["next"]) - 1) if found["next"] else meant
    if words.CARRIED.search(head):
        return _meant(place, "carried", "结转", either_way(place))
    return None


_WITH_THE_NEW = pattern(
    "(?:新收|新增|收到|本年)(?:申请)?(?:与|和|加|及|、)(?:上年)?结转(?:申请|件)?(?:的|两项)?(?:之和|合计|总和|总数|总计|相加|共)(?:为|是)?$"
)
"""Before the sum of the new applications and those carried in: 新收与结转之和58件."""
_NONE_CARRIED = pattern("(?:没有|无|不存在|未有|不再有)[^，。]{0,6}(?:[未没](?:有)?办|结转|在办|待办|遗留|剩余)")


def _result(place: Place, head: str, before: str) -> Meant | None:
    """A row of the results, a group of them, or several that are joined."""
    partly = _WITH_PARTLY.search(statement_before(place)) or WITH_PARTLY.match(place.text.plain.text, place.token.end)
    if partly or _EITHER_GRANTED.search(head):
        both = (row_total("granted"), row_total("partly_granted"))
        return _meant(place, "result", "予以公开、部分公开", (both,))
    said = words.NOT_GRANTED.sub("", head)
    said = {"全部": "全部公开", "部分": "部分公开"}.get(said.strip("，"), said) if before in _OF_APPLICATIONS else said
    if _ONE_OR_OTHER.search(said):
        return None
    rows = [row for row, expression in words.RESULTS.items() if _found(expression, said)]
    groups = [group for group, expression in words.GROUPS.items() if _found(expression, said)]
    rest = said
    for row in rows:
        rest = re.sub(words.RESULTS[row], "", rest)
    for group in groups:
        rest = re.sub(words.GROUPS[group], "", rest)
    if rows == ["partly_granted"] and _ALSO_GRANTED.search(statement_before(place)):
        rows = ["granted", *rows]
    if _PUBLISHED.search(rest) and "申请" not in rest:
        rest = ""
    if not [row for row in rows if row != "partly_granted"] and not groups and words.GRANTED.search(rest):
        rows = ["granted", *rows]
    if not rows and not groups:
        return None
    rows = [*_rows_listed_before(statement_before(place), head), *rows] if len(rows) > 1 else rows
    if rows == ["unprocessed_petition"] and (_PETITIONS.search(head) or _LETTERS.search(head)):
        return None
    meanings = _readings(rows, groups, said if "部分公开" not in place.sentence or "公开类" in said else "")
    partial = bool(_CHANNEL.search(rest)) and (place.is_part or rows == ["granted"])
    partial = partial or (place.is_part and "同时" in place.after) or (rows == ["granted"] and "第三" in said)
    partial = partial or (not rows and bool(_ROW.search(item_of(place).heads[-1])))
    return _meant(place, "result", "、".join(map(result_name, rows or groups)), meanings, partial=partial)


_ADDED_UP = pattern("(?:一共|总共|共计?|合计|总计)(?:有|为|是)?$")


def _rows_listed_before(statement: str, head: str) -> list[str]:
    """The rows, each by its name, of a list that the head ends: 不掌握、需另行制作和补正后不明确共19件."""
    found, lead = list[str](), statement.removesuffix(head) if _ADDED_UP.search(head) else ""
    names = re.split("[，；：。]", lead)[-1].split("、") if lead.endswith("、") else []
    for name in reversed(names[:-1]):
        rows = [row for row, expression in words.RESULTS.items() if _found(expression, name)]
        if len(rows) != 1 or re.search("[0-9]", name):
            break
        found = rows + found
    return found


_WITH_PARTLY = pattern("公开\\((?:含|包括|包含)部分(?:公开)?的?\\)(?:的|共|计|：)*$")
_EITHER_GRANTED = pattern("实质性?公开(?!率)|(?:满足|公开|提供|全部)(?:或者?|、)部分(?:予以)?(?:满足|公开|提供)")
"""全部或部分公开, 实质公开: both rows."""
_ONE_OR_OTHER = pattern("(?:答复|处理|办结|办理)(?:或|或者)(?:作|作出)?(?:其他)?(?:处理|答复|办理)")
"""All the results together: 均已答复或作其他处理."""
_ALSO_GRANTED = pattern("(?<![动请不分])公开(?:[、和及与]|以及)部分公开[^，。；、0-9]{0,6}$")
"""What was granted and what was granted in part, counted together: 公开、部分公开29件."""
_LETTERS = pattern("^(?:另)?(?:外)?(?:有|办理|转办|收到|接收|接到|收)?(?:群众)?信访件")
_ROW = pattern("|".join(words for row, words in words.RESULTS.items() if row != "partly_granted"))
"""A row of the results: words that may say why a group was decided on, farther before its figure."""


def _found(expression: str, said: str) -> bool:
    return bool(re.search(expression, said))


def _readings(rows: list[str], groups: list[str], said: str) -> tuple[Meaning, ...]:
    """The rows together and each alone; a lone word for granted may hold what was granted in part."""
    if not rows:
        return (*((row_total(group),) for group in groups),)
    together = tuple(map(row_total, rows))
    each = tuple((row_total(row),) for row in rows) if len(rows) > 1 else ()
    more: tuple[Meaning, ...] = ()
    if rows == ["granted"] and re.search("(?<!予以)(?<!同意)(?<!全部)(?<!准予)(?<!决定)公开(?:类|的|件|$)", said):
        more = ((row_total("granted"), row_total("partly_granted")),)
    return (together, *each, *more)


def _applicant(place: Place, head: str, before: str) -> Meant | None:
    if before == "applicant" and _THE_OTHERS.fullmatch(head) and not _OF_MATTERS.search(statement_before(place)):
        return _meant(place, "applicant", "其他组织申请", _of_kinds("", "", ["other_organisation"]))
    named = _NAMED_AS.search(head)
    kinds = _kind_of(named["name"]) if named else []
    kinds = kinds or [kind for kind, expression in words.APPLICANTS.items() if _found(expression, head)]
    if "other_organisation" in kinds or "public_welfare" in kinds or "legal_service" in kinds:
        kinds = [kind for kind in kinds if kind != "organisation"]
    if re.search("法人|各类组织", head):
        kinds = ["organisation", *(kind for kind in kinds if kind == "natural_person")]
    joined = _joined_kinds(statement_before(place))
    if "natural_person" in joined and len(joined) > 1 and {"organisation", "other_organisation"} & set(joined):
        return _meant(place, "received", "收到申请", (RECEIVED, _GATHERED), partial=bool(_CHANNEL.search(head)))
    lead = statement_before(place).rpartition("：")[2]
    beside = len(joined) < 2 and _JOINED_TO_ANOTHER.search(lead[-_NEAR:])  # noqa: PLR2004 - two are joined
    kinds = joined if len(joined) > 1 else kinds
    if beside or not kinds or (len(kinds) > 1 and not joined) or _CHANNEL.search(re.sub("[两三]类", "", head)):
        return None
    with_others = bool(place.after) and place.after == head and goes_on(place, len(head))
    if with_others or is_of_a_result(place) or _FOR_ELSE.search(head) or _ASKED.search(head) or _ABOUT_ONE.search(head):
        return None
    if _COUNTED_APART.search(statement_before(place)):
        meanings = _of_kinds("", "", kinds)[1:]
        return _meant(place, "applicant", words.APPLICANT_NAMES[kinds[0]], meanings, partial=True)
    meanings = _of_kinds(statement_before(place), place.statement, kinds)
    if re.search("收到|受理|接到|接收|登记", head) and not _ONE_COLUMN.search(head):
        meanings = (*meanings, RECEIVED, _GATHERED)
    return _meant(place, "applicant", "、".join(words.APPLICANT_NAMES[kind] for kind in kinds), meanings)


_OF_MATTERS = pattern("涉及|关于|内容|事项|主题")
"""Words of a list of what the applications are about, whose last is no applicant: 涉及征地的3件、其他1件."""
_ONE_COLUMN = pattern("自然人|企业|公司|科研|公益|律师|律所|法律服务")
"""Words that only one column of table three is called by; 群众 and the like may be all that applied."""


def _of_kinds(before: str, statement: str, kinds: list[str]) -> tuple[Meaning, ...]:
    """The rows of table three whose applicants of some kinds may be meant, the likeliest first."""
    rows = [("received",), ("received", "carried_in")]
    if _OF_NEW_ONES.search(before) or (_NEW.search(before) and not _WITH_OLD_ONES.search(before)):
        rows = rows[:1]
    if re.search("办结|答复|处理|审结", before):
        rows.append(("concluded",))
    if any(carried.search(statement) for carried in (words.CARRIED, words.CARRIED_IN, words.CARRIED_OUT)):
        rows += [("carried_in",), ("carried_out",)]
    return tuple(tuple(f"applications.{row}.{kind}" for row in some for kind in kinds) for some in rows)


_NEW = pattern("新收|新申请")
_OF_NEW_ONES = pattern("新[收提申增][^，。；：]{0,4}$")
_WITH_OLD_ONES = pattern("(?:新收|新申请)[^。]*[^公](?:共|合计|连同|加上)")
"""The new applications, and then a total with those carried in: 新收22件，上年结转3件，共25件."""
_NAMED_AS = pattern(
    "(?:等|\\((?:归入|计入|列入|归为|计为|列为|按|属于?|即)?)(?P<name>自然人|商业企业|企业|科研机构|社会公益组织|公益组织|法律服务机构|其他组织)\\)?$"
)
"""What the form calls applicants whose own name comes before: 农民专业合作社（其他组织）, 家长委员会等其他组织."""
_ALL_BUT_SOME = pattern(
    f"^(?:来自|为|是|由|系|属于|属)(?P<name>[一-鿿]{{0,4}}?(?:{'|'.join(words.APPLICANTS.values())})[一-鿿]{{0,3}}?)(?:提出|提交|递交|申请|的)*(?:以|之)?外"
    f"，?(?:其余|其他|全部|全|均|都|皆)*(?:为|是|由|系|来自)[^，。；]{{0,6}}(?:{'|'.join(words.APPLICANTS.values())})"
)
"""Behind 除 and a figure: 除1件来自企业外全部为居民提出."""
_COUNTED_APART = pattern(
    f"[0-9一二两三四五六七八九十](?:家|位|名|个){'(?:' + '|'.join(words.APPLICANTS.values()) + ')'}[^，。；、]{{1,24}}$"
)
"""So many companies or persons, and not applications, stand right before the figure: 1家企业提出申请5件."""
_ABOUT_ONE = pattern(
    "(?:查询|记录|材料|档案|名单)(?:的|类)*$"
    "|个人(?:[^，。；、]{0,6})(?:信息|查询|缴费|参保|账户|记录|档案|材料|资料|证明)|(?:企业|公司|职工|居民|学生|村民)[^，。；、]{0,2}(?:登记|参保|缴费|学籍|户籍|档案|社保|医保|养老)(?:信息|资料|查询|记录|情况)"
    "|(?:告知|引导|指引|建议|转|移送|请其)[^，。；0-9]{0,10}[向由到至]"
)
"""What was asked for, though somebody is named in it: 属于个人参保缴费记录查询的1件."""
_ASKED = pattern("要求(?:公开|提供|获取)|申请(?:获取|提供)")
"""Applicants who asked for something: some of those with one result."""
_THE_OTHERS = pattern("(?:及|和)?其他(?:类|组织|申请人|主体)?(?:申请)?")
"""Behind kinds of applicants: the last column of the form."""
_FOR_ELSE = pattern(
    "接待|来访|走访|咨询(?!公司|机构|服务|企业)"
    "|(?:延续|变更|注销|经营|开业|复产|验收|年检|转让|减免|复核|评审|认定|鉴定|资格|职称|学籍|补贴|补助|救助|低保|用地|登记|许可|备案|报销|贷款|入学|休学|转学|退费)[一-鿿]{0,6}申请|申请(?=[一-鿿])(?!人|主体|来源|方|者|居|最|公开|获取|查阅|政府|信息|表|书|的|件|数|量|共|有|为|是|均|都|总|达|提|合|和|占|约|较|比|各|仅|只|中|构成|组成)"
)
"""An application for something else: 企业申请复产验收; or other business: 接待群众咨询."""
_ANY_KIND = "(?:" + "|".join(words.APPLICANTS.values()) + ")(?:机构|组织|单位|人员|事务所|所|者|申请)*"
_KINDS_JOINED = pattern(
    f"{_ANY_KIND}(?:(?:[、和及与或]|以及){_ANY_KIND})+"
    "(?:[两二三]类|全年|本年度?|今年|当年|年内|累计|一共|总共|向[一-鿿]{1,5}|的|先后|提出|提交|递交|政府|信息|公开|申请|共|合计|共计|总计|来件|件|有|是|为)*$"
)


_NEAR = 24
_JOINED_TO_ANOTHER = pattern(
    f"(?<![其中])(?![件份宗起例条个为是人业构织所民位])[一-鿿](?:[、和与及]|以及)[一-鿿]{{0,4}}{_ANY_KIND}"
)
"""A kind of applicants behind other people, who may be of any kind: 灌区农户和用水企业."""


def _joined_kinds(lead: str) -> list[str]:
    """The kinds of applicants that a figure counts together: 企业和法律服务机构两类申请合计52件."""
    found = _KINDS_JOINED.search(lead)
    if not found:
        return []
    listed = re.split("[、和及与或]|以及", found[0])
    return list(dict.fromkeys(kind for each in listed for kind in _kind_of(each)))


def _kind_of(name: str) -> list[str]:
    """The column that one name of applicants means."""
    return [kind for kind, expression in words.APPLICANTS.items() if _found(expression, name)][:1]


def _owed(place: Place, head: str, _before: str) -> Meant | None:
    """应办, 应答复: the new applications and those carried in."""
    return _meant(place, "received", "应办的申请", (_GATHERED,)) if words.OWED.search(head) else None


_BY_SOME_OFFICE = pattern("由[^，。；]{2,12}(?:答复|办结|办理)$")
"""Before what one of several offices answered: 由局机关答复9件、下属单位答复3件."""
_OF_ONE_KIND = pattern("[一-鿿]{2}类的?申请(?:\\([^()]{1,40}\\))?(?:一?共|合计|总计|共计)$")
"""A total of the applications of one kind: 法人类申请（企业和法律服务机构）合计6件."""
_BARE_DEED = pattern("(?:一共|累计|总计|合计|共)*(?:处理|办理)(?:了)?")
_REST = pattern("(?:其余|余下|剩余|剩下|其他|另外|另有)的?$")
_BARE_TOTAL = pattern("(?:[两二]者|[两二]项|以上|上述|，|共计|共|合计|总计|累计|总共|一共)*")


_OF_THE_WHOLE = pattern("[0-9一二两三四五六七八九十百]{1,6}[件份宗](?:新)?(?:申请)?[中里]")
"""All there is before the number of those done: 8件中7件在年内办结."""


def _concluded(place: Place, head: str, before: str) -> Meant | None:
    bare = _BARE_TOTAL.fullmatch(head) and before not in ("received", "carried")
    papers = _BARE_DEED.fullmatch(head) and _OTHER_WORK.search(statement_before(place)[-_REACH:])
    of_one_kind = _OF_ONE_KIND.search(place.sentence_before) or _BY_SOME_OFFICE.search(place.before)
    if bare or papers or of_one_kind or re.search("费|收入|金额|不再处理|不予处理|复议|诉讼|起诉|终止|死亡", head):
        return None
    done = words.DONE.search(head)
    if not done and words.WITH_CARRIED.search(head) and not words.RECEIVED.search(head.replace("申请", "")):
        return _meant(place, "received", "收到和结转的申请", (_GATHERED, RECEIVED, CONCLUDED))
    if not words.CONCLUDED.search(head) or place.is_part or _REST.search(place.before) or _CHANNEL.search(head):
        return None
    if done:
        some = place.before.endswith("中") and not _OF_THE_WHOLE.fullmatch(place.sentence_before)
        return _meant(place, "concluded", "办结", (CONCLUDED,), partial=some)
    if "答复" in head or "回复" in head:
        return _meant(place, "concluded", "答复", (CONCLUDED, PROCESSED, ANSWERED))
    return _meant(place, "concluded", "办理", (CONCLUDED, _GATHERED, RECEIVED))


_COUNTED = pattern("(?:的)?(?:政府信息公开|信息公开|依申请公开|公开)申请")
"""Behind 起, 条, 项 and the like: applications all the same."""
_NEW_APPLICATIONS = pattern(
    "新收(?:到)?的?(?:政府信息公开|信息公开|依申请公开|公开)?申请|新(?:到|来)?的?(?:政府信息公开|信息公开|公开)?申请(?=[加和与及，、。；]|$)"
)
_DIVIDED = pattern(
    "(?:申请)?(?:当)?[中里]，?(?:有)?(?:予以|全文|同意|全部|已|得到)*公开[^，。；、0-9一二两三四五六七八九十]{0,6}[0-9一二两三四五六七八九十]"
)
"""Behind a number that opens its sentence: those concluded, whose results follow: 27件中，全文公开14件."""
_OF_ALL_THESE = pattern(
    "(?:申请)?(?:当)?[中里]，?(?:已)?(?:办结|答复|办理完毕)[^，。；0-9]{0,4}[0-9]|的(?:办理|处理|答复)?结果(?:分别)?(?:为|是|如下)[：，]?"
)
"""Behind the number of all of them: 全部19件中，办结18件; 7件的结果为：…."""
_THE_APPLICATIONS = pattern(
    "(?:新|政府信息公开|信息公开|依申请公开|公开)?申请(?:的(?:处理|办理|答复|受理|登记|审查|审核|过程|结果|流转|答复书)|(?:均|都|已)?(?:于|在)(?:当年|本年|年内)|(?:均|都|已|全部|悉数)?(?:按[时期]|及时|依法)?(?:答复|办结|办理)|(?:中|里|当中|之中)?(?=[，。；]|$))"
)
_EACH_OF_THEM = pattern("申请(?=均|都|全部|悉数|逐|一律|实行|实施|开展|进行|建立)")
_ALL_OF_THE_YEAR = pattern("全部|全年|本年|今年|当年|年内")
"""Around all of the applications, of which something is told: 对全部46件申请实行台账管理."""
_OPENS = pattern(
    "(?:全年|全部|合计|总计|总共|上述|以上|这|本年度?|今年|当年|年内|本机关|我[局委厅]|共|面对|针对|对|收到的|新收的|答复|办理|处理|，)*"
)
_OF_FEES = pattern("(?:的)?(?:政府)?(?:信息)?(?:处理费|费用|收费)")


def _is_divided(place: Place) -> bool:
    end = place.token.end
    return not place.sentence_before and bool(_DIVIDED.match(place.text.plain.text, end, end + _REACH))


_EVERY = pattern("均|都|全部|全数|悉数")


def _received(place: Place, head: str, _before: str) -> Meant | None:
    head = _EVERY.split(head)[0] if place.after.startswith(head[:2]) else head
    if not words.RECEIVED.search(head) or "不再处理" in head or place.is_part:
        return None
    if _OF_ONE_SUBJECT.fullmatch(head) and not place.after:
        return _meant(place, "received", "申请", (_GATHERED,), partial=True)
    if _CHANNEL.search(head):
        others = len(_WAY.findall(place.statement)) > len(_WAY.findall(head))
        if others or place.next_figure or place.listed_as is not None:
            return None
        ways = _WAYS.sub("", head)
        whole = ways != head and not _CHANNEL.search(ways) and _is_whole(_EVERY.split(ways)[0])
        return _meant(place, "received", "收到申请", (_GATHERED,), partial=True) if whole else None
    by_one_way = "窗口" in head and _ANOTHER_WAY.search(place.statement)
    if (
        by_one_way
        or not _is_whole(_EVERY.split(head)[0])
        or (_BARE_VERB.fullmatch(head) and _BY_SOMEBODY.search(statement_before(place)))
    ):
        return None
    return _meant(place, "received", "收到申请", (RECEIVED,) if "新" in head else (RECEIVED, _GATHERED))


_OF_ONE_SUBJECT = pattern("(?:其中)?(?:涉及|关于|有关|针对)(?!政府信息公开)[^，。；]{2,20}的申请(?:共|有|为|达|计)*")
"""Applications about one thing: no more than there were."""
_BARE_VERB = pattern("(?:共|累计|全年|先后)*(?:提出|提交|递交|申请)(?:了)?(?:申请)?")
_BY_SOMEBODY = pattern("(?:" + "|".join(words.APPLICANTS.values()) + ")(?:仍|依然|依旧)?(?:是|为|占|最多|居多|集中)")
"""Before a bare verb: those of whom it is told, 自然人是主要申请群体，提出66件."""
_WAYS = pattern(
    "(?:群众|公众|申请人)?(?:通过|以|经|由)?(?:网络|网上|线上|在线|互联网|平台|当面|现场|信函|邮寄|信件|邮件|传真|窗口)(?:[、和及与或]?(?:网络|网上|线上|在线|互联网|平台|当面|现场|信函|邮寄|信件|邮件|传真|窗口)){0,4}"
    "等?(?:[两三四]种|多种)?(?:渠道|方式|形式|途径)?"
)
"""The ways by which applications came: no more by them than there are."""
_ANOTHER_WAY = pattern("网上|网络|线上|在线|信函|邮寄|邮件|传真")
_PLAIN_WORDS = pattern(
    "(?:20[0-9]{2}年|1月?[至-]12月|[一-鿿]{0,10}(?:政府|办公室|局|委|厅|镇|乡|街道|中心))?(?:[，、：]|及|办公[室厅]|向[省市县区州旗本我](?:人民)?政府|[省市县区州旗](?:人民)?政府|我[局委厅镇乡办院]|本[局委厅镇乡办院]|本级|机关|收发室|窗口|单位|街道|镇里|乡里|局里|向|由|的|了|有|中|到|过|共|总|计|本|全|年度?|年内|当年|今年|一年|收悉|依法|依规|事项|[一二三四五六]是|我们|针?对|第[一二三四]项|累计|截至|至|底|末|仍|依然|依旧|登记簿?|递交|递来|提交|提出|收到|收件|收|接到|接收"
    "|受理|新增|新|办理|申请人?|公开|政府|信息|依|书面|一年(?:里|来|到头)?|下来|来|各类|公民|群众|村民|居民|市民|社会|公众|法人|其他|组织|和|或|等|先后|另|又|以来|情况|件数?|数量?|量|为|是|达|到|上|记|即|包括|含|内)*"
)


def _is_whole(head: str) -> bool:
    """Whether nothing but words that any application has names what was received."""
    return bool(_PLAIN_WORDS.fullmatch(head))
