"""F-09: characters and words written twice, and common misspellings."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from model.checks.parts import WORDS
from model.checks.passages import HIDDEN, Passage, advisable, passages, word_list
from model.checks.reasons import WORDING
from model.checks.registry import Context, Problem, check, rewording
from model.checks.rules.once_too_many import SMALL_WORDS, one_too_many
from model.checks.rules.sound_alike import sound_alikes
from model.checks.rules.term_slips import make_a_word, term_slips, usual_words
from model.language.characters import characters, pairs, places
from model.language.patterns import pattern
from model.report.report import Report
from resources import read_text

_Slips = tuple[tuple[str, str], ...]
"""Misspellings, each with the right word."""
_WORD_TWICE = pattern(r"(?P<word>[一-鿿]{2,4})(?P<again>(?P=word))")
_COUNTED = tuple("一二两三四五六七八九十百千万几每各许")
"""A word that begins so may be said twice on purpose: 一件一件."""
_TWICE_ON_PURPOSE = ("标投", "差评", "研究", "讨论", "商量", "考虑", "了解", "比较", "尝试")
_GOVERNMENT = pattern("[省市州盟县区旗镇乡民]政府政府(?:信息|办公)|(?:[^民]|^)(?:人民政府){2}办公[室厅]")
"""A government and what it discloses, or its office: 镇政府政府信息公开工作, 县人民政府人民政府办公室."""
_MEASURE_TWICE = pattern(
    "(?P<one>[件条次项名个份场期篇家人位张册元批届轮座亩吨])(?<=[0-9].)(?!个)(?P=one)(?!月)"
    "|[次份条](?<=[0-9].)(?:(?<=次)条|(?<=份)期|(?<=条)件(?=[，。；])|(?<=次)数(?=[，。；]))"
)
_TEN_THOUSAND_TWICE = pattern(
    "(?P<one>[万亿千百])(?<=[0-9].)(?P=one)(?![一-鿿]?没想)|个(?<=[0-9].)个(?![体人性案股例别税])"
)
_NUMBER_TWICE = pattern(
    "(?<![统唯同之第])一1|二2|两2|三3|四4|五5|六6|七7|八8|九9"
    "|(?P<one>[一二三四五六七八九])(?<=[（；。：，\\n].)(?P=one)(?=[）是、])"
)
_CHARACTER_TWICE = pattern(
    "(?P<one>[的了和在是与及由并就将进共已对把从向按以于被未其该请为局年好不第各也仍这那没还至])(?P=one)"
)
_MAY_STAND_TWICE = {
    "的": pattern("[目标]的的|的的[确士]"),
    "了": pattern("为了了|了了[解然]"),
    "和": pattern("[温平谐]和和|和和[美气平睦谐]"),
    "在": pattern("[存现所正实内潜旨自好]在在|在在[校线职建]"),
    "是": pattern("求是是|是是否"),
    "与": pattern("参与与"),
    "共": pattern("公共共|共共[产青享]"),
    "已": pattern("而已已"),
    "及": pattern("[涉以]及及|及及时"),
    "由": pattern("[自理事缘]由由"),
    "并": pattern("合并并"),
    "就": pattern("成就就|就就[业近地医学]"),
    "将": pattern("即将将"),
    "局": pattern("局局[长务机党领属办部直班内里级所域限面势]"),
    "年": pattern("[^全]年年|^年年|年年[度均初末底报鉴龄检审]"),
    "好": pattern("[^做办]好好|^好好|好好[学处事坏评]"),
    "对": pattern("[一成结]对对|对对[联方手象外口称应比照策账接门]"),
    "把": pattern("[火拖]把把|把把[握关手柄门]"),
    "从": pattern("[服跟顺听侍]从从|从从[业事严宽速简重]"),
    "向": pattern("[方意一面倾志导定双去走流单转]向向|向向[上下导]"),
    "按": pattern("按按[时期月季钮键摩]"),
    "以": pattern("[所可得足难予加给何]以以|以以[上下及往来前后内外]"),
    "于": pattern("于于[是都田洪]"),
    "被": pattern("[棉植]被被|被被[告褥害申套]"),
    "未": pattern("未未[来成名]"),
    "其": pattern("[尤极与]其其"),
    "该": pattern("[应本]该该"),
    "请": pattern("[申邀聘提报敬恳]请请|请请[求示假]"),
    "为": pattern("[行作]为为|为为[民何数了主期]|[以因]为为"),
    "不": pattern("[无莫从要]不不"),
    "没": pattern("[淹埋吞出]没没|没没[收落]"),
    "还": pattern("[归返偿退生]还还|还还[款原清本贷]"),
    "至": pattern("[甚截直乃以]至至|至至[今少诚]"),
    "进": pattern("[推促改增先演跟引]进进|进进[一行度出村入]"),
}
"""Two words of which one ends and the other begins with the character."""


@check("F-09", "hint", "practice", reads=(*WORDS, "agency"), group="错字、叠字", reasons=WORDING)
def slip_of_typing(report: Report, _context: Context) -> Iterator[Problem]:
    """重复的字词（公开公开、的的）、词里多打的一个字（恢复复更新）和常见的错别字（以经、做为、布署、其它）。

    固定说法里写错的一个字（主体则任），固定用语里丢了、多了一个字或前后颠倒的（政信息管理、行复政议）。
    拼音输入选错的同音字（申情、规饭）。
    词表见 resources/words/slips.json、usual.txt、doubled.txt、homophones.txt、phrases.txt、terms.txt、known.txt。
    """
    for passage in passages(report):
        if passage.section != "title":
            text = advisable(passage.words)
            yield from _twice(passage, text)
            yield from _sentence_twice(passage, text)
            name = report.agency.name
            yield from _misspelt(passage, text.replace(name, HIDDEN * len(name)) if name else text)


def _twice(passage: Passage, text: str) -> Iterator[Problem]:
    for found in _WORD_TWICE.finditer(text):
        word = found["word"]
        if _GOVERNMENT.match(text, max(0, found.start() - 1)):
            continue
        if word not in _TWICE_ON_PURPOSE and not word.startswith(_COUNTED) and len(set(word)) > 1:
            yield _said_twice(passage, found.span("again"), word)
    for expression in (_MEASURE_TWICE, _TEN_THOUSAND_TWICE, _NUMBER_TWICE):
        for found in expression.finditer(text):
            if expression is _MEASURE_TWICE and make_a_word(found[0][1], text[found.end() : found.end() + 1]):
                continue
            yield passage.problem(found.span(), f"“{found[0]}”像是多写了一个字，请核对。")
    for start in one_too_many(text):
        yield _said_twice(passage, (start, start + 1), text[start])
    for found in _CHARACTER_TWICE.finditer(text):
        around = text[max(0, found.start() - 1) : found.end() + 1]
        if not ((may := _MAY_STAND_TWICE.get(found["one"])) and may.search(around)):
            yield _said_twice(passage, (found.end() - 1, found.end()), found["one"])


_SHORTEST = 4
"""So many characters have the shortest sentences that are compared."""
_SENTENCE = pattern("[^。；！？\\n\ue000]{4,60}[。；]")


def _sentence_twice(passage: Passage, text: str) -> Iterator[Problem]:
    """A sentence that stands once more right behind itself, however often."""
    stretches = text.replace("；", "。").split("。")
    if not any(len(behind) >= _SHORTEST and before.endswith(behind) for before, behind in pairwise(stretches)):
        return
    first, end = None, -1
    for found in _SENTENCE.finditer(text):
        if first is not None and found.start() == end and found[0] == first[0]:
            end = found.end()
            continue
        if first is not None and end > first.end():
            yield _repeated(passage, first, end)
        first, end = found, found.end()
    if first is not None and end > first.end():
        yield _repeated(passage, first, end)


def _repeated(passage: Passage, first: re.Match[str], end: int) -> Problem:
    message = f"“{first[0]}”连写了不止一遍，请核对后只留一遍。"
    again = first.end(), end
    return passage.problem(again, message, rewording(passage.section, again, ""))


def _said_twice(passage: Passage, again: tuple[int, int], word: str) -> Problem:
    span = (again[0] - len(word), again[1])
    message = f"“{word}”连写了两次，请核对后删去一个。"
    return passage.problem(span, message, rewording(passage.section, again, ""))


def _misspelt(passage: Passage, text: str) -> Iterator[Problem]:
    """What is misspelt, each place told once."""
    told = list[tuple[int, int]]()
    for span, right in (*_listed(text), *_wrong_phrases(text), *term_slips(text), *sound_alikes(text)):
        if any(start < span[1] and span[0] < end for start, end in told):
            continue
        told.append(span)
        message = f"“{text[slice(*span)]}”像是错字，应为“{right}”。"
        yield passage.problem(span, message, rewording(passage.section, span, right))


@lru_cache(maxsize=16)
def _listed(text: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """The places of misspellings that are listed, each with what it should be."""
    told, end = list[tuple[tuple[int, int], str]](), 0
    for at, slips in _slips_begun(text):
        if at < end:
            continue
        any_of_them, each = _together(slips)
        if not (said := any_of_them.match(text, at)):
            continue
        end = said.end()
        told.append((said.span(), next(right for slip, right in each if slip.match(text, said.start()))))
    return tuple(told)


def _slips_begun(text: str) -> list[tuple[int, _Slips]]:
    """Where misspellings can begin, in order, and those that can at each place."""
    slips = _slips()
    by_one = {at: slips[one] for one in slips.keys() & characters(text) for at in places(text, one)}
    by_two = {at: slips[two] for two in slips.keys() & pairs(text) for at in places(text, two)}
    return sorted((by_one | by_two).items())


@lru_cache(maxsize=16)
def _wrong_phrases(text: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """Usual phrases with one character that is another, where it makes no usual word with its neighbours."""
    told = list[tuple[tuple[int, int], str]]()
    for said in _phrases().finditer(text):
        right = next(each for each in _phrases_of(said[0][0]) if _differs_once(said[0], each))
        at = next(place for place, (a, b) in enumerate(zip(said[0], right, strict=True)) if a != b)
        behind = said[0][at : at + 2] if at + 1 < len(right) else text[said.end() - 1 : said.end() + 1]
        if (
            not make_a_word(*said[0][at - 1 : at + 1])
            and not make_a_word(behind[:1], behind[1:])
            and said[0][at] not in _JOINING
            and not (at == 1 and text[max(0, said.start() - 1) : said.start() + 1] in usual_words())
            and not (at == len(right) - 2 and text[said.end() - 1 : said.end() + 1] in usual_words())
            and not _LEADS.match(text, said.end() - 2)
        ):
            told.append((said.span(), right))
    told += (each for each in _wrongly_begun(text) if not any(a < each[0][1] and each[0][0] < b for (a, b), _ in told))
    return tuple(told)


_JOINING = frozenset("而的了和与或不为以被先再后未已并均也都全要须应可将正仍还又较最由按经在从到对向是有能会把")
"""Characters that join two words of a phrase: 因失责而追究."""
_LEADS = pattern("任组长|任组员|任副组")
"""What a phrase only seems to end with: 局主要领导任组长."""


def _wrongly_begun(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The same where the first character is the wrong one, and makes no usual word with either neighbour."""
    expression, firsts = _tails()
    for found in expression.finditer(text):
        start, first = found.start() - 1, firsts[found[0]]
        wrong, before = text[start : start + 1], text[max(0, start - 1) : start]
        if not "一" <= wrong <= "鿿" or wrong in first or wrong in SMALL_WORDS or wrong in _AT_EDGES:
            continue
        if not make_a_word(before, wrong) and not make_a_word(wrong, found[0][0]):
            yield (start, found.end()), first[0] + found[0]


_AT_EDGES = frozenset(
    "不再已有无未其该此各本我全或及至到从以于因为由可能应要需使让给请把将也还更最很较做抓促推"
    "个条件项份次种类篇则家处年月日"
)
"""Characters that are words by themselves, or end one, before the rest of a phrase."""


_MANY_WORDS = "人务政密"
"""With these as their end many words are made that no list has: 参保人隐私, 林政处罚, 脱密审查."""


@lru_cache(maxsize=1)
def _tails() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What the phrases look like without their first character, and the characters that belong before it."""
    firsts: dict[str, str] = {}
    for entry in (phrase for line in word_list("phrases.txt") for phrase in line.split()):
        phrase = entry.rstrip("*")
        if phrase[1:3] not in usual_words() and phrase[1] not in _MANY_WORDS:
            firsts[phrase[1:]] = firsts.get(phrase[1:], "") + phrase[0]
    return pattern("|".join(firsts)), firsts


def _differs_once(said: str, right: str) -> bool:
    return len(said) == len(right) and sum(a != b for a, b in zip(said, right, strict=True)) == 1


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    """What the phrases look like with one character wrong, those with one beginning together."""
    by_first: dict[str, list[str]] = {}
    for entry in (phrase for line in word_list("phrases.txt") for phrase in line.split()):
        phrase = entry.rstrip("*")
        for at in range(1, len(phrase) - (entry == phrase)):
            other = f"{phrase[1:at]}(?!{phrase[at]})[一-鿿]{phrase[at + 1 :]}"
            by_first.setdefault(phrase[0], []).append(other)
    return pattern("|".join(f"{first}(?:{'|'.join(each)})" for first, each in by_first.items()))


@lru_cache(maxsize=64)
def _phrases_of(first: str) -> tuple[str, ...]:
    phrases = (phrase.rstrip("*") for line in word_list("phrases.txt") for phrase in line.split())
    return tuple(phrase for phrase in phrases if phrase[0] == first)


@lru_cache(maxsize=1)
def _slips() -> Mapping[str, _Slips]:
    """The misspellings by their first two characters, or the first one alone, so that few are tried at a place."""
    begun: dict[str, list[tuple[str, str]]] = {}
    for entry in json.loads(read_text("words/slips.json"))["slips"]:
        for first, second in _beginnings(entry["pattern"]):
            for beginning in (one + two for one in first for two in second or ("",)):
                begun.setdefault(beginning, []).append((entry["pattern"], entry["right"]))
    for beginning, found in begun.items():
        found.extend(begun.get(beginning[:1], ()) if len(beginning) > 1 else ())
    return {beginning: tuple(dict.fromkeys(found)) for beginning, found in begun.items()}


@lru_cache(maxsize=1024)
def _together(found: _Slips) -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Misspellings that begin alike: as one pattern, and each alone with what it should be."""
    whole = pattern("|".join(expression for expression, _ in found), re.MULTILINE)
    return whole, tuple((pattern(expression, re.MULTILINE), right) for expression, right in found)


def _beginnings(expression: str) -> Iterator[tuple[str, str]]:
    """The first and second characters of each branch of a misspelling; no second ones where a look around follows."""
    depth, branch = 0, list[str]()
    for sign, klass in (*_SIGNS.findall(expression), ("|", "")):
        if sign == "|" and not depth:
            second = "".join(branch[1:2])
            yield branch[0], "" if second == "(" else second
            branch = []
        else:
            depth += (sign == "(") - (sign == ")")
            branch.append(klass or sign)


_SIGNS = pattern(r"(\\.|[^\[])|\[([^\]]*)\]")
"""One sign of an expression, or the characters of a class."""
