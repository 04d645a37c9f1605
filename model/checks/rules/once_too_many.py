"""A character of a usual word that stands once too many: 恢复复更新, 自然村村获取."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from model.checks.passages import word_list
from model.checks.rules.term_slips import usual_words
from model.language.characters import pairs, places
from model.language.patterns import pattern

_OFTEN_TWICE = frozenset(
    "天年人个日月件条步层处家户常慢多少大小好早渐仅刚往上下一二三四五六七八九十百千万点种事样时代回次场篇份项名句字门平细深轻默频屡历"
    "办科股局市县省区镇乡村会院所任组委部厅校队站社国到高开打作请为"
)
"""Characters that are doubled on purpose, or end one word and begin the next: 局局长, 主任任组长, 提高高科技."""
_OFTEN_FIRST = _OFTEN_TWICE - frozenset("任步层频渐历份句字厅平深轻细屡") | frozenset(
    "化类性型式度率力者室品经据依随需须应可"
)
"""Those that are words by themselves before a word that begins with them, or end any noun: 信息化化解, 网站类类别."""
_NEVER = frozenset("天年人个家任一二三四五六七八九十下的了和在是与及由并就将共已以对把从向按于被未其该")
"""Of these two alike are told elsewhere, or never: 人人, 年年, 的的."""
_COUNTED = pattern("[0-9][天日月年件条次个份人家户元倍篇期]")
"""Before a character once too many at the beginning of a word: 11天左左右."""
_ENDINGS = frozenset("表员栏册卡簿室率制化类费库屏箱栋案书图证料录结号")
"""Before a mark or a figure a word ends with one of these, and never with two: 审核表表172份."""
_BEGIN_VERBS = frozenset("开国组办结制发受申予提")
_MARKS = ("", "，", "。", "；", "：", "、", "\n", "）")
"""Behind one of these a word begins, and none with two alike: ；开开展."""
SMALL_WORDS = frozenset("的了和与及在均已须并都应经把对向被等")
_BEFORE_UP = frozenset("算搭赶补接加晚以早网路会线马身手台墙纸地街村场面天世事报书桌车船岗之际")
"""Before 上 they make a word: 网上上报."""


def one_too_many(text: str) -> Iterator[int]:
    """The places of a character that is once too many in a usual word: 恢复复更新, 持证上上岗."""
    twice = (two for two in pairs(text) if two[0] == two[1] and "一" <= two[0] <= "鿿")
    for at, one in sorted((at, two[0]) for two in twice for at in places(text, two)):
        before, behind = text[max(0, at - 2) : at], text[at + 2 : at + 4]
        in_pairs = (len(before) == 2 and before[0] == before[1]) or (len(behind) == 2 and behind[0] == behind[1])  # noqa: PLR2004
        if (
            in_pairs
            or before[-1:].isdecimal()
            or before[-1:] == "一"
            or one in (before[-1:], behind[:1])
            or f"{one}、" in text[max(0, at - _SAME_END) : at]
        ):
            continue
        ends = f"{before[-1:]}{one}" in usual_words() or f"{before}{one}" in usual_words()
        begins = f"{one}{behind[:1]}" in usual_words()
        if (one in _ENDINGS and "一" <= before[-1:] <= "鿿" and not "一" <= behind[:1] <= "鿿") or (
            one in _BEGIN_VERBS and begins and before[-1:] in _MARKS
        ):
            yield at + 1
            continue
        if one == "上":
            told = begins and behind[:1] != "下" and bool(before) and before[-1] not in _BEFORE_UP
        elif ends == begins or one in _NEVER:
            continue
        elif ends:
            told = _ends_there(one, behind)
        else:
            told = one not in _OFTEN_FIRST and (_stands_off(before[-1:], before) or bool(_COUNTED.match(before)))
        if told:
            yield at + 1


def _ends_there(one: str, behind: str) -> bool:
    """Whether a usual word ends before a character once too many, as what stands behind begins no other with it."""
    if "一" <= behind[:1] <= "鿿" and (others := _begun().get(one)) is not None:
        return behind[0] not in others
    if one in _OFTEN_TWICE:
        return one in _begun() and behind[:1] in _MARKS
    return _stands_off(behind[:1], behind)


@lru_cache(maxsize=1)
def _begun() -> Mapping[str, str]:
    """By the last character of a usual word those that make another word, standing behind it."""
    return {line[0]: line[1:].strip() for line in word_list("doubled.txt")}


_SAME_END = 8
"""So near before it stands an item of a list that ends with the same character: 数据准、对象准、标准准."""


def _stands_off(neighbour: str, word: str) -> bool:
    """Whether beside two alike a mark, a figure, the end of the text or a usual word stands."""
    return not "一" <= neighbour <= "鿿" or neighbour in SMALL_WORDS or word in usual_words()
