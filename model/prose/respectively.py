"""Names and figures listed apart: 予以公开、部分公开、不予公开分别为6件、2件、1件."""

import re
from collections.abc import Iterator, Sequence

from model.language.patterns import pattern
from model.prose.tokens import Token

_RESPECTIVELY = pattern(
    "(?:数量|件数|数)?(?:分别|依次)(?:为|是|有|达到|达|(?:作出|做出|实施|办理|提出|提交|递交|收到|受理|制发)(?:了)?(?:申请|决定)?)?$"
)
_EACH_OWN = pattern("各(?:为|是|有)?$")
_BETWEEN = pattern("[、，和及与]{1,2}")
_NAMES_END = pattern(
    "(?:的)?[，：]?(?:[两三四五][类项]|各[类项])?(?:决定|案件|申请|工作|职权|事项)?(?:全年|本年度?)?(?:共|新)?(?:(?<=[府门镇道位级关直局])(?:受理|接收|收到|承办))?(?:数量|件数|数)?(?:的)?[，]?(?:各)?$"
)
_NAMES_BEGIN = pattern("[：；。]|(?:类型|结果|种类|情况|来源|构成)(?:分)?(?:为|是|有)")
_ONE_NAME = pattern("法人(?:和|及|与|、|或者?)其他组织")
_ONE = "\ue003"
"""Stands for the sign within such a name."""
_LONGEST = 12
_REACH = 160


def respective_names(words: str, tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The index of each figure of such a list and its name; an empty name where they cannot be told apart."""
    index = 0
    while index < len(tokens):
        start = tokens[index - 1].end if index else 0
        lead = words[max(start, tokens[index].start - _REACH) : tokens[index].start]
        last = index
        if said := _RESPECTIVELY.search(lead) or _EACH_OWN.search(lead):
            while last + 1 < len(tokens) and last - index < _LONGEST and _follows(words, tokens, last):
                last += 1
            names, listed = _names(lead[: said.start()]), range(index, last + 1)
            if said[0].startswith("各") and (len(names) != len(listed) or len(names) == 1):
                index += 1
                continue
            matched = names if len(names) == len(listed) else [""] * len(listed)
            yield from zip(listed, matched, strict=True)
        index = last + 1


def _follows(words: str, tokens: Sequence[Token], index: int) -> bool:
    return bool(_BETWEEN.fullmatch(words, tokens[index].end, tokens[index + 1].start))


def _names(lead: str) -> list[str]:
    """The names that stand before 分别, since the last sign or word that begins their list."""
    begins = [found.end() for found in _NAMES_BEGIN.finditer(lead)]
    listed = _NAMES_END.sub("", lead[begins[-1] if begins else 0 :])
    if "，" in listed:
        listed = listed.rpartition("，")[2]
    return [name.replace(_ONE, "、") for name in re.split("、|和|及|与", _ONE_NAME.sub(f"法人{_ONE}其他组织", listed))]
