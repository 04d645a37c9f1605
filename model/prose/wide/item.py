"""The item a figure is one of: the words that belong to it and to no other figure, in the order they are tried."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from model.language.patterns import pattern
from model.prose.places import FAR, Place
from model.structs import Struct

_PIECE = pattern("[，、：；()]|--")
_STATEMENT = pattern("[；。！？\n]")
_JOINED = pattern("^(?:的)?(?:新)?(?:申请|案件)?(?:和|与|及|以及|或)")
_EMPTY = pattern(
    "(?:[一二三四五六七八九十]是|首先|其次|导致|致使|造成|出现|对|至|已|其中|另外|另|还有|尚有|仍有|外加|再加|加上|有|的|共计|共有|共|总计|合计|累计|计|各|仅此|仅|只|余下|其余|剩下|剩余|全部|全数|约|近|为|是|达|即|而|并|等"
    "|和|与|及|或|以及|分别|均|都|也|亦|全年|本年度?|年内|当年|20[0-9]{2}年度?|[1-9][.]?)*+$"
)
_TOTAL = pattern("(?:一共|总共|共计|合计|总计|累计|共)$")
_CHANGED_TO = pattern(
    "[，]?(?:增|减|升|降|变|扩|上升|下降|增长|增加|减少|提高|提升|回落|扩大|缩减|压减|调整)(?:加|少|长)?(?:到|至|为)(?:了)?(?:今年|本年|当年)?的?$"
)
_MARK = pattern("^(?:\\((?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})\\)|[0-9]{1,2}[.、](?=[一-鿿])|[①-⑳])")
"""The mark of an item of a list, which says nothing."""
_LAST_MARK = pattern("(?<=[：，])(?:\\((?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})\\)|[①-⑳])$")
"""The same right before a figure, behind what announces the list: 主要问题：（一）2件答复被纠正."""
_NUMBER_OF_TITLE = pattern("\\([^()，。；]{1,16}[〔\\[]20[0-9]{2}[〕\\]][0-9]{1,4}号\\)")
"""The number of a document behind its title, which says nothing: 《…办法》（浔文旅规〔2024〕1号）."""
_SIDE = pattern("[一-鿿]方面[，：](?:全年|本年度?|年内|共|计|为|有)*$")
"""Before a figure of what its statement is about: 处罚方面，全年8420件，比上年多515件."""
_IN_BRACKET = pattern("\\((?:全年|本年度?|一?共|共?计|合计|总计|累计)*$")
_AFTER_SHARE = pattern("[，、]?(?:\\(|即|为|共|计|有|达到?|至)(?:到|至)?")
_TOLD = pattern(
    "(?:^|[，；：、。)])(?P<what>[^，；：、。()0-9%]{2,24}?)(?:的)?(?:占比?|(?:(?:同比|较上年|比上年|较去年|比去年)(?:略有|有所)?(?:增长|下降|上升|减少|增加))|率)(?:了|为|约|达|到|全部|总数|申请|办结件?的?)*[0-9.]{1,6}[%％]$"
)
"""What a figure in per cent is told of."""
_NEW_STATEMENT = pattern("(?:[年]?(?:底|末)|全年|没有|无|未|不存在|另|亦|也|其[一二三余中]|剩)")
TAIL_OF_ROW = pattern(
    "(?<=补正)[、，](?:也|便|就|故)?不再(?:作)?处理|(?<=补正)[、，]?(?:被?视为|视同|按|作)放弃(?:申请)?(?:处理)?|[、，]?(?:行政机关)?不再处理其(?:政府信息公开)?申请|(?<=[不未]补正)[、，]?不再处理|(?<=缴费)[、，]?不再处理"
)
"""What the form says behind 逾期不补正 and 逾期未缴费, with a comma that ends no item."""
_WORDS_OF_ONE = 90
"""How many characters of an item are looked at."""


class Item(Struct, frozen=True):
    """The words of one figure.

    Attributes:
        heads: the stretches that may name it, the nearest first, each longer than the one before.
        number_first: the figure stands before its words: 3件不予公开.
    """

    heads: tuple[str, ...]
    number_first: bool


@lru_cache(maxsize=4)
def item_of(place: Place) -> Item:
    """The item of a figure; its words begin behind the figure before and end before the words of the next."""
    if place.listed_as is not None:
        return Item((place.listed_as,) if place.listed_as else (), number_first=False)
    left, right = _left(place), _right(place)
    pieces = _pieces(left)
    if left.endswith(")") or (_IN_BRACKET.search(left) and right[:1] in ("", ")") and pieces[-2]):
        return Item(tuple(_by_bracket(left, pieces)), number_first=False)
    behind = tuple(_longer_behind(right, place))
    total = bool(_TOTAL.search(pieces[-1])) and right[:1] in "，、：；"
    if total and len(pieces) == 1:
        return Item((pieces[0],), number_first=False)
    if not _EMPTY.match(pieces[-1]) or total:
        nearest, *others = _longer(pieces)
        return Item((nearest, *behind[:1], *others), number_first=False)
    named = left.endswith(("：", "--")) or _SIDE.search(left)
    if behind and not (named and right.startswith("，")):
        return Item(behind, number_first=True)
    return Item(tuple(_longer(pieces)), number_first=False)


def _by_bracket(left: str, pieces: list[str]) -> Iterator[str]:
    """The words of a figure that stands in brackets by itself, or right behind some."""
    if left.endswith(")"):
        yield from (re.split("[，；]", left)[-1], left)
    else:
        yield re.split("有|包括|：", pieces[-2])[-1] or pieces[-2]


def _left(place: Place) -> str:
    """The words since the figure before, of the same statement."""
    at, words = place.token.start, place.text.plain.text
    start = max(place.text.sentence(at)[0], place.previous_end, at - _WORDS_OF_ONE)
    left = TAIL_OF_ROW.sub("", _NUMBER_OF_TITLE.sub("", words[start:at]))
    left = _LAST_MARK.sub("", _MARK.sub("", left[left.rfind("；") + 1 :]))
    if place.previous_end == start and _NAME_BEHIND.fullmatch(left) and _NAME_BEHIND_TOO.match(place.after):
        return ""
    if found := PART_OF_ALL.search(left):
        left = found["part"]
    if _REACHES.fullmatch(left) and (named := _before_growth(place)):
        return named
    if _AFTER_SHARE.fullmatch(left) and (told := _before_share(place)):
        return told
    if _CHANGED_TO.match(left):
        counted = _before_change(place)
        return counted + left if "文件" in counted or "规章" in counted else counted
    return left[found.end() :] if (found := _JOINED.match(left)) and place.previous_end == start else left


_NAME_BEHIND = pattern("[一-鿿]{2,8}申请(?:和|与|及|以及|、)")
_NAME_BEHIND_TOO = pattern("[一-鿿]{2,8}申请")
"""The names of two figures that stand behind each of them: 8件自然人申请和3件企业申请."""
PART_OF_ALL = pattern("。(?P<part>其中(?:，|有)*)$")
"""What begins a sentence of its own: 均为企业提出。其中1件要求公开合同."""
_REACHES = pattern("[，(](?:达到?|为|共计?|合计|总计|有|至|增至|减至|降至|升至)")
_GROWN = pattern(
    "(?:[，]?(?:(?:较|比|与|同)(?:上一?年(?:度)?|去年(?:度)?|20[0-9]{2}年(?:度)?)(?:同期)?(?:相比)?，?|同比))(?:增长|增加|上升|下降|减少|降低|多|少|增|减)(?:了)?$"
)


def _before_growth(place: Place) -> str:
    """The words before a growth that stands first: 行政许可决定同比增长8.3%，达17320件."""
    words, tokens = place.text.plain.text, place.text.tokens
    index = bisect_left(place.text.token_places, place.token.start) - 1
    start = max(place.text.sentence(place.token.start)[0], tokens[index - 1].end if index > 0 else 0)
    lead = words[max(start, tokens[index].start - _WORDS_OF_ONE) : tokens[index].start]
    lead = lead[lead.rfind("；") + 1 :]
    return _PIECE.split(lead[: found.start()])[-1] if (found := _GROWN.search(lead)) else ""


def _before_share(place: Place) -> str:
    """The words of what a share or a growth right before is told of: 行政处罚同比下降11.5%，为1955件."""
    words, end = place.text.plain.text, place.previous_end
    if words[end - 1 : end] not in ("%", "％"):
        return ""
    lead = words[max(place.text.sentence(end - 1)[0], end - _WORDS_OF_ONE) : end]
    found = _TOLD.search(lead)
    return found["what"] if found else ""


def _before_change(place: Place) -> str:
    """The words before 由3件增至: what both figures count."""
    words, end = place.text.plain.text, place.previous_end
    lead = words[max(place.text.sentence(end - 1)[0], end - _WORDS_OF_ONE) : end]
    return _PIECE.split(re.split("[由从]", lead)[-2])[-1] if re.search("[由从]", lead) else ""


def _right(place: Place) -> str:
    """The words up to the next figure, of the same statement."""
    end, words = place.token.end, place.text.plain.text
    until = min(place.text.sentence(place.token.start)[1], place.following, end + _WORDS_OF_ONE)
    right = TAIL_OF_ROW.sub("", words[end:until])
    found = _STATEMENT.search(right)
    right = right[: found.start()] if found else right
    closed = right.find(")")
    return right[:closed] if closed >= 0 and "(" not in right[:closed] and _is_last_of_several(place) else right


def _is_last_of_several(place: Place) -> bool:
    """Whether a figure ends a list in brackets, behind which the words are those of the figure before the bracket."""
    before = place.text.plain.text[max(0, place.token.start - _WORDS_OF_ONE) : place.token.start]
    opened = before.rfind("(")
    return opened > before.rfind(")") and place.previous_end > place.token.start - len(before) + opened


def _pieces(words: str) -> list[str]:
    return _PIECE.split(words)


def _longer(pieces: list[str]) -> Iterator[str]:
    """The last piece that says anything, then ever more before it."""
    taken = ""
    for index in range(len(pieces) - 1, max(-1, len(pieces) - 5), -1):
        taken = f"{pieces[index]}，{taken}" if taken else pieces[index]
        if taken:
            yield taken


def _longer_behind(right: str, place: Place) -> Iterator[str]:
    """The first piece behind, then more; the last before another figure is that one's own."""
    divided = place.following < place.token.end + len(right) + 1
    pieces = _pieces(right.partition("(")[0] + "，" if divided and "(" in right else right)
    if place.following < place.token.end + len(right) + 1:
        pieces = pieces[:-1]
    taken = ""
    for number, piece in enumerate(pieces[:3]):
        if number and _NEW_STATEMENT.match(piece):
            return
        taken = f"{taken}，{piece}" if taken else piece
        if taken.strip("，"):
            yield taken


def statement_before(place: Place) -> str:
    """The statement up to the figure, as far as it is near."""
    words = place.sentence_before[-FAR:]
    return words[words.rfind("；") + 1 :]
