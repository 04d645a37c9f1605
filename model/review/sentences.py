"""The sentences by which texts of two agencies are compared: long enough, and not what every report must say."""

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from types import MappingProxyType

from model.language.patterns import pattern
from model.language.sentences import Span, spans
from model.language.squeezed import packed
from model.report.report import Agency, Texts
from resources import read_text

LEAST = 15
"""The fewest characters of a sentence that is compared, without marks, citations and set phrases."""
COMPARED = ("overview", "problems")
"""The texts that are compared: parts one and five."""

Sentence = tuple[int, int]
"""What a sentence comes to: a number that tells its words, and how many characters they have."""

_OWN = "□"
_CITED = pattern("《[^《》]{2,60}》(?:[(][^()]{4,40}[)])?")
_MARKS = pattern(r"[\s，。；：、！？,;:!?“”‘’「」『』()《》〈〉\-—…·.]+")
_NUMBER = pattern(r"^(?:[(]?[一二三四五六七八九十0-9]{1,3}[)、.．]|[一二三四五六七八九十]是)+")
_STATUTORY = pattern(
    "(?:本年度|全年|[0-9]{4}年度?)?(?:□|本机关|本单位|我[局镇乡办委])?"
    "(?:未|没有|无)(?:收到|接到|发生|产生|收取|受理)[^，。；]{0,40}"
    "|(?:没有|无)其他需要报告的事项"
    "|(?:由各级)?行政机关制作或者?获取的|以一定形式记录保存的信息"
    "|公民法人(?:和|或者?)其他组织|政府信息公开(?:工作)?(?:年度报告|申请|平台|条例|指南|目录)?"
    "|以公开为常态不公开为例外|公开为常态不公开为例外|应公开尽公开|依法依规"
)
"""What the law and the form say, and what every report says of nothing that happened."""


def sentences_of(texts: Texts, agency: Agency) -> Mapping[str, tuple[Sentence, ...]]:
    """What the sentences of the compared texts come to, each once, in the order of the text."""
    names = names_of(agency)
    keys = {text: tuple(dict.fromkeys(key for _, key in keyed(texts[text], names))) for text in COMPARED}
    return MappingProxyType(keys)


def names_of(agency: Agency) -> tuple[str, ...]:
    """The agency's names, the longest first: in a copied text only they are changed."""
    names = {packed(agency.name), packed(agency.short_name)} - {""}
    return tuple(sorted(names, key=len, reverse=True))


def keyed(text: str, names: tuple[str, ...]) -> Iterator[tuple[Span, Sentence]]:
    """The sentences that are compared, with their places and what they come to."""
    for start, end in spans(text, "sentence"):
        words = _plain(text[start:end], names)
        if len(_STATUTORY.sub("", words)) >= LEAST and not any(phrase in words for phrase in _formulae()):
            yield (start, end), (_key(words), len(words))


def _plain(sentence: str, names: tuple[str, ...]) -> str:
    """The words of a sentence without blanks, marks, its number and citations, with one sign for the agency's names."""
    words = packed(sentence)
    for name in names:
        words = words.replace(name, _OWN)
    return _MARKS.sub("", _CITED.sub("", _NUMBER.sub("", words)))


def _key(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


@cache
def _formulae() -> tuple[str, ...]:
    lines = read_text("words/formulae.txt").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
