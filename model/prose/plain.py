"""A text as the reader of figures takes it: no blanks, one width, fields and document names as one sign each."""

import re

from model.language.characters import exchanged
from model.language.patterns import pattern
from model.structs import Struct

FIELD = "\ue000"
"""Stands for a live field."""
NAMED = "\ue001"
"""Stands for the name or number of a document, whose words and figures say nothing about the agency's year."""

_TAKEN = pattern(
    r"(?P<field>\{\{(?P<cell>[^{}\n]{0,80})\}\}(?!\}))"
    r"|(?P<named>《[^《》\n]{0,120}》|[〔［\[(（]20[0-9]{2}[〕］\])）][  ]?第?[  ]?[0-9]{1,5}[  ]?号)"
    r"|(?P<thousands>(?<=[0-9])(?<![0-9]{4}),(?=[0-9]{3}(?![0-9]))|(?<=[０-９])(?<![０-９]{4})，(?=[０-９]{3}(?![０-９])))"
    r"|(?P<bar>(?<=[一-鿿）)])[  ]?[｜|](?=[  ]?[0-9０-９一二两三四五六七八九十]))"
    r"|(?P<blank>[^\S\n]+|[\u200b-\u200d\u2060\ufeff]+)"
)
_PLAIN = dict(
    zip(
        "０１２３４５６７８９％．（〔［[﹝【）〕］]﹞】:,;｜|!?—–－―‐‑‒−─～~" + FIELD + NAMED,
        "0123456789%." + "(" * 6 + ")" * 6 + "：，；；；！？" + "-" * 11 + "  ",
        strict=True,
    )
)
_YEAR_BEFORE = pattern("(?<=[较比与同和])前一年")
"""What is compared with: 较前一年增加3件."""
_DIGITS = frozenset("0123456789")
_MEASURES = frozenset("件条宗起项份例次个元")
"""Signs behind which a bar parts two figures, and not a name from its figure: 公开3件｜部分公开1件."""


class Plain(Struct, frozen=True):
    """The plain text; character i stands for the stretch `starts[i]` to `ends[i]` of the stored text."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    cells: dict[int, str]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the stored text of some characters here, at least one."""
        return self.starts[start], self.ends[end - 1]


def plain(text: str) -> Plain:
    """The plain form of a stored text; a blank stays only between two figures, so that they are not joined."""
    pieces, starts, ends, cells, done = list[str](), list[int](), list[int](), dict[int, str](), 0
    same_width = _YEAR_BEFORE.sub("上一年", exchanged(text, _PLAIN)) if "前一年" in text else exchanged(text, _PLAIN)
    for taken in _TAKEN.finditer(text):
        start, end = taken.span()
        pieces.append(same_width[done:start])
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        if sign := _sign(taken, same_width):
            if sign == FIELD:
                cells[len(starts)] = taken["cell"].strip()
            pieces.append(sign)
            starts.append(start)
            ends.append(end)
        done = end
    pieces.append(same_width[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return Plain("".join(pieces), tuple(starts), tuple(ends), cells)


def _sign(taken: re.Match[str], text: str) -> str:
    if taken["field"]:
        return FIELD
    if taken["named"]:
        return NAMED
    if taken["bar"]:
        return "；" if text[taken.start() - 1] in _MEASURES else "："
    start, end = taken.span()
    between = taken["blank"] and start and end < len(text) and text[start - 1] in _DIGITS and text[end] in _DIGITS
    return " " if between else ""
