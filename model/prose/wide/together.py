"""What figures that stand together tell of each other: which of several readings all of them share."""

from collections.abc import Sequence

from model.form.form import Form
from model.language.patterns import pattern
from model.language.sentences import has_end
from model.prose.comparisons import CHANGED_TO
from model.prose.figures import Figure, Meaning, in_form
from model.prose.meant import CARRIED_IN, RECEIVED, Meant
from model.prose.places import FAR, Place
from model.structs import replace

_INSIDE = pattern("由|其中|包括|包含|含|有|连同|加上|加|合计|共|算上|[（(]")
"""Words after which applications carried over are among those counted before."""
_CLOSED = pattern("[（(][^（）()]*[）)]")
_BOTH = 2


def told_together(figures: tuple[Figure, ...], text: str, form: Form) -> tuple[Figure, ...]:
    """The figures of a stored text, in order, each with what its neighbours leave of its readings."""
    told = list(figures)
    for index, figure in enumerate(figures):
        if (of_list := _by_its_list(figures, index, text, form)) is not figure:
            told[index] = of_list
        if index + 1 == len(figures):
            break
        following = figures[index + 1]
        between = text[figure.number[1] : following.number[0]]
        if has_end(between, "sentence", 0, len(between)):
            continue
        if _is_without_carried(figures, index, text) or _is_of_new_ones(figure, text):
            told[index] = replace(figure, meanings=_new_only(figure))
        elif in_force := _documents_left(told, index, text):
            told[index : index + 2] = in_force
        elif (
            figure.kind == "count"
            and not figure.meanings
            and following.meanings
            and following.kind == "count"
            and following.unit == figure.unit
            and CHANGED_TO.search(between)
        ):
            told[index] = replace(
                figure, matter=following.matter, meanings=following.meanings, item=following.item, past=True
            )
    return tuple(told)


_OPENS_PARTS = pattern("[件份宗](?:申请)?[（(][^（）()\\n0-9]{0,12}$")
_NEXT_PART = pattern("[件份宗]?(?:申请)?[、，和及][^（）()，。；\\n0-9]{0,12}$")


def _is_of_a_part(figures: Sequence[Figure], index: int, text: str) -> bool:
    """Whether applicants are those of some applications alone: 其中3件（村民2件、公司1件）全部或部分公开."""
    first = index
    while first > max(0, index - _MOST) and figures[first].matter == "applicant":
        lead = text[figures[first - 1].number[1] : figures[first].number[0]]
        first -= 1
        if _OPENS_PARTS.fullmatch(lead):
            whole = figures[first]
            among = text[max(whole.clause[0], whole.number[0] - FAR) : whole.number[0]]
            return whole.kind == "count" and (whole.matter == "result" or (not whole.matter and "其中" in among))
        if not _NEXT_PART.fullmatch(lead):
            return False
    return False


_A_FEW = 3


def is_one_alone(place: Place, meant: Meant) -> bool:
    """Whether a result is told of a few applications by themselves: 1件申请补偿协议，予以公开；1件申请…，予以公开."""
    few = place.token.value is not None and place.token.value.value <= _A_FEW
    return few and meant.matter == "result" and meant.start == place.token.start and not meant.partial


def _is_of_some(figures: Sequence[Figure], index: int, text: str) -> bool:
    """Whether a result is told of only some applications."""
    return _is_one_of_some(figures, index, text) or is_of_one_kind(figures[index].number[0], text)


def _is_one_of_some(figures: Sequence[Figure], index: int, text: str) -> bool:
    """Whether a result is told of a few applications, and of a few more further on in the sentence."""
    figure = figures[index]
    if not figure.meanings or (figure.amount or _A_FEW + 1) > _A_FEW:
        return False
    return any(
        each.partial
        and each.meanings[:1] == figure.meanings[:1]
        and each.number[0] == each.span[0]
        and not has_end(text, "sentence", figure.number[1], each.number[0])
        for each in figures[index + 1 : index + _MOST]
        if each.matter == "result"
    )


_OF_ONE_KIND = pattern(
    "(?:自然人|公民|个人|村民|居民|农户|企业|公司|科研机构|公益组织|法律服务机构|律师事务所|律所|律师|媒体|其他组织)(?:所?提[出交]|申请)?的?(?:申请)?[0-9]{1,4}[件份宗](?:申请)?"
    "(?:[（(][^（）()]{0,20}[）)])?(?:申请)?(?:当)?[中里][，：]?[^。；\\n]{0,60}$"
)
_ENDS, _REACH = pattern("[。；\\n]"), 120


_KIND = "(?:自然人|公民|个人|村民|居民|商业企业|企业|公司|科研机构|公益组织|法律服务机构|律师事务所|律所|其他组织)"
_RESULTS_OF_A_KIND = pattern(
    f"(?:^|[：，])(?:其中[：，]?)?(?P<kind>{_KIND})(?:所?提[出交])?的?申请[^；。0-9]{{0,6}}(?:公开|提供)(?:[0-9]{{1,4}}[^；。]{{0,80}})?$"
)
"""The results of the applicants of one kind, which another kind follows: 自然人申请予以公开6件、…；企业申请1件，…."""
_ANOTHER_KIND = pattern(f"[^。\n；]{{0,60}}；(?:其中)?{_KIND}(?:所?提[出交])?的?申请")


def is_of_one_kind(at: int, text: str) -> bool:
    """Whether a result is told of one kind of applicants: 企业的4件中，予以公开3件、部分公开1件."""
    lead = _ENDS.split(text[max(0, at - _REACH) : at])[-1]
    return ("中" in lead or "里" in lead) and bool(_OF_ONE_KIND.search(lead))


def _of_a_column(figure: Figure, text: str) -> Figure:
    """A result of the applicants of one kind, as that of its column of table three as well."""
    at = figure.number[0]
    lead = _ENDS.split(text[max(0, at - _REACH) : at])[-1]
    found = _RESULTS_OF_A_KIND.search(lead) if "申请" in lead else None
    if not found or not _ANOTHER_KIND.match(text, at):
        return figure
    column = next(column for column, said in _COLUMNS if said in found["kind"])
    own = tuple(tuple(cell.replace(".total", f".{column}") for cell in meaning) for meaning in figure.meanings)
    return replace(figure, meanings=(*own, *figure.meanings))


_COLUMNS = (
    ("research", "科研"),
    ("public_welfare", "公益"),
    ("legal_service", "法律"),
    ("legal_service", "律"),
    ("other_organisation", "其他"),
    ("enterprise", "企业"),
    ("enterprise", "公司"),
    ("natural_person", ""),
)


_OTHER_RESULTS, _OTHER_ROW = "其他处理", "applications.other_"


_DIVIDED = pattern("[件份宗]?[（(]")


def _beside_its_rows(figures: Sequence[Figure], index: int, text: str) -> Figure:
    """其他处理 beside 逾期不补正 or 逾期不缴费, which may be what is left of that group: its last row.

    Not where they divide it in a bracket: 其他处理4件（逾期未缴费1件、撤回3件）.
    """
    figure, last = figures[index], (f"{_OTHER_ROW}misc.total",)
    before, behind = figures[max(0, index - 2) : index], figures[index + 1 : index + 3]
    inside = _DIVIDED.match(text, figure.number[1]) and any(
        _is_other_row(each) and last not in each.meanings for each in behind
    )
    named = any(map(_is_other_row, before)) or (not inside and any(map(_is_other_row, behind)))
    return replace(figure, meanings=tuple(dict.fromkeys((*figure.meanings, last)))) if named else figure


def _is_other_row(figure: Figure) -> bool:
    return bool(figure.meanings) and len(figure.meanings[0]) == 1 and figure.meanings[0][0].startswith(_OTHER_ROW)


def _by_its_list(figures: Sequence[Figure], index: int, text: str, form: Form) -> Figure:
    """A figure with what the list that it is part of, or stands before, leaves of its readings."""
    figure = figures[index]
    if figure.item == _OTHER_RESULTS:
        return _beside_its_rows(figures, index, text)
    of_one = figure.matter == "carried" and index and figures[index - 1].matter == "applicant"
    if of_one and _OPENS_PARTS.fullmatch(text, figures[index - 1].number[1], figure.number[0]):
        return replace(figure, partial=True)
    if _is_of_a_part(figures, index, text) or (figure.matter == "result" and _is_of_some(figures, index, text)):
        return replace(figure, partial=True)
    if figure.matter == "result" and (of_kind := _of_a_column(figure, text)) is not figure:
        return of_kind
    if _is_the_rest(figures, index, text):
        return _with_rest(figures, index)
    listed = _listed_behind(figures, index, text)
    return _whole_of(figure, listed, form) if listed else figure


_FROM = pattern(
    "[，；、（(](?:有效文件|文件|总数|数量|存量|现行有效(?:的|文件)?)*(?:由|从)(?:上一?年(?:度)?的?|去年的?|原来的?|年初的?)?$"
)
_LEFT_AFTER = pattern("[件份个部]?(?:[一-鿿]{0,4}后|相抵|，)(?:现|尚|仍|还)*(?:为|剩余?|余|有|存)$")
_TAKEN_OFF = pattern("(?:减去|扣除|除去|抵减|核减|增减|加上)[^，。；\\n0-9]{0,6}$")


def _documents_left(figures: Sequence[Figure], index: int, text: str) -> list[Figure]:
    """Two figures behind what was issued and repealed that tell what is in force: 由3件减为2件, 减去3件后为76件.

    The first is last year's number, or how many fewer there are, which is left as it is.
    """
    first, last = figures[index : index + 2]
    before = figures[index - 1] if index else None
    if before is None or before.matter != "documents" or not before.meanings or before.past:
        return []
    if first.meanings or last.meanings or last.kind != "count" or last.unit not in ("件", "份", "个", "部"):
        return []
    lead, between = text[before.number[1] : first.number[0]], text[first.number[1] : last.number[0]]
    if has_end(lead, "sentence", 0, len(lead)):
        return []
    cells = (f"{before.meanings[0][0].rpartition('.')[0]}.in_force",)
    left = replace(last, matter="documents", item="现行有效规范性文件", meanings=(cells,))
    if _FROM.search(lead) and CHANGED_TO.search(between):
        return [
            replace(left, number=first.number, span=first.span, words=first.words, value=first.value, past=True),
            left,
        ]
    return [first, left] if _TAKEN_OFF.search(lead) and _LEFT_AFTER.fullmatch(between) else []


_OTHERS, _LISTED = (
    "其他组织申请",
    pattern("[件份宗][^，。；\n0-9]{0,20}[，、；]?[^，。；\n0-9]{0,20}其[他它余][^，。；\n0-9]{0,10}"),
)
_ORGANISATIONS = ("enterprise", "research", "public_welfare", "legal_service", "other_organisation")


def _is_the_rest(figures: Sequence[Figure], index: int, text: str) -> bool:
    """Whether 其他组织 ends a list that names other organisations, and may stand for all that it does not name."""
    figure = figures[index]
    if figure.item != _OTHERS or not index or figures[index - 1].matter != "applicant":
        return False
    return bool(_LISTED.fullmatch(text, figures[index - 1].number[1], figure.number[0]))


def _with_rest(figures: Sequence[Figure], index: int) -> Figure:
    """The figure of 其他组织, which may count all organisations that the list before it does not name as well."""
    figure, named = figures[index], set[str]()
    for before in reversed(figures[max(0, index - _MOST) : index]):
        kinds = {cell.rpartition(".")[2] for cell in before.meanings[0]} if before.matter == "applicant" else set[str]()
        if not kinds or kinds.issuperset(_ORGANISATIONS):
            break
        named |= kinds
    left = [kind for kind in _ORGANISATIONS if kind not in named]
    rows = [
        dict.fromkeys(cell.rpartition(".")[0] for cell in meaning) for meaning in figure.meanings if "." in meaning[0]
    ]
    rest = tuple(tuple(f"{row}.{kind}" for row in each for kind in left) for each in rows)
    return replace(figure, meanings=tuple(dict.fromkeys((*figure.meanings, *rest))))


_OPENED = pattern(
    "[件份宗]?(?:的?(?:政府信息公开|信息公开)?申请)?[：，（(](?:其中|包括|按[一-鿿]{2,6}分?[：，]?|有|都是)?[^，。；：、（()\\n0-9]{0,14}"
)
_JOINED = pattern("[^。；\\n0-9]{0,40}")
_COUNTED_IN = frozenset(("件", "份", "宗"))
_SOME = pattern("网上|网络|线上|在线|平台|邮|信函|当面|现场|窗口|渠道|传真|上年|去年|结转|其中|涉及|关于|每|各有?$")
"""Words of applications that are only some of those received."""
_OF_A_SHARE, _NEAR = pattern("占[^，。；]{0,10}[0-9][%％]，(?:一?共|共计|合计)?$"), 24
"""Before the number that a share is: 自然人占80.9%，共38件，商业企业6件."""
_MOST = 8
"""No list of applicants is longer."""


def _listed_behind(figures: Sequence[Figure], index: int, text: str) -> list[Figure]:
    """The list of applicants, at least two, that a figure not known by its words stands before: 共4件：农户3件，…."""
    figure = figures[index]
    unknown = figure.kind == "count" and not (figure.matter or figure.meanings or figure.past)
    lead = text[max(figure.clause[0], figure.number[0] - FAR) : figure.number[0]]
    if not unknown or figure.unit not in _COUNTED_IN or figure.value is None or _SOME.search(lead):
        return []
    if _OF_A_SHARE.search(text, max(0, figure.number[0] - _NEAR), figure.number[0]):
        return []
    listed, last, joint = list[Figure](), figure, _OPENED
    for each in figures[index + 1 : index + 1 + _MOST]:
        whole = each.matter == "applicant" and each.kind == "count" and each.is_whole
        if not whole or not joint.fullmatch(text, last.number[1], each.number[0]):
            break
        listed.append(each)
        last, joint = each, _JOINED
    return listed if len(listed) >= _BOTH else []


def _whole_of(figure: Figure, listed: Sequence[Figure], form: Form) -> Figure:
    """Such a figure as the applications received, with those carried in or not, or as what its list adds up to."""
    rows = min(len(each.meanings) for each in listed)
    sums = tuple(tuple(dict.fromkeys(cell for each in listed for cell in each.meanings[row])) for row in range(rows))
    meanings = (*in_form((RECEIVED, RECEIVED + CARRIED_IN), form), *sums)
    return replace(figure, matter="received", meanings=meanings, item="收到申请")


_NEW = pattern("[件份宗](?:为|是|系)?新(?:的|收|受理|提出|增)?(?:政府信息公开|公开)?申请")


def _is_of_new_ones(figure: Figure, text: str) -> bool:
    """Whether the words behind a figure tell of new applications only: 7件新申请."""
    return figure.matter == "received" and bool(_NEW.match(text, figure.number[1]))


def _is_without_carried(figures: Sequence[Figure], index: int, text: str) -> bool:
    """Whether what was received is told apart from what was carried in: 收到申请7件；上年结转1件."""
    figure = figures[index]
    if figure.matter not in _GATHERED or len(figure.meanings) < _BOTH or figure.partial or figure.kind != "count":
        return False
    for each in figures[index + 1 : index + 1 + _MOST]:
        between = text[figure.number[1] : each.number[0]]
        if has_end(between, "sentence", 0, len(between)):
            return False
        if each.matter == "carried" and each.item == "上年结转" and each.kind == "count":
            return _is_apart(_CLOSED.sub("", between))
    return False


_GATHERED = frozenset(("received", "applicant"))
_ADDED = pattern(
    "[，；。](?:另外?|再)?加上?(?:上一?年度?|去年|20[0-9]{2}年度?)?(?:末|底)?(?:的)?(?:结转|转入|遗留|转来)?(?:的|申请)*$"
)
_PARTS_LISTED = pattern(
    "新收|本年|今年|当年|其[中]：|包括：|由[^，；]{0,12}(?:和|及|与|加)|[0-9][件宗份]；[^；]*[0-9][件宗份]；"
)


def _is_apart(between: str) -> bool:
    """Whether the words between leave no doubt that what was carried in is told besides: 收到7件，…；上年结转1件."""
    if not _INSIDE.search(between):
        return True
    if _PARTS_LISTED.search(between):
        return False
    return bool(_ADDED.search(between)) or not _INSIDE.search(
        between.rpartition("；")[2] if "；" in between else between
    )


def _new_only(figure: Figure) -> tuple[Meaning, ...]:
    """The readings of what was received, or of applicants, that hold nothing carried in."""
    new = tuple(each for each in figure.meanings if not any(".carried_" in cell for cell in each)) or figure.meanings
    return new[:1] if figure.matter == "received" else new
