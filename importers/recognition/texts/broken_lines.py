"""Sentences that a converter or a copy broke over several lines, joined again."""

import unicodedata
from collections.abc import Iterator, Sequence

from importers.reading import Doubt, Location
from importers.recognition.texts.furniture import is_furniture, is_under_title
from importers.recognition.texts.headings import is_heading
from importers.recognition.texts.lines import Line
from importers.recognition.texts.noise import is_footer, is_noise, is_page_number
from importers.recognition.texts.title import is_title
from model.form.form import Form
from model.language.patterns import pattern
from model.structs import Struct, replace

_STOPS = pattern(r"[。！？；：…!?;:][”’）)》」]*$")
_LABEL = pattern(r"[：:]$")
_GOES_ON = pattern(r"[，、,（(《〈“‘—]$")
_CONTINUES = pattern(r"[，。、；：！？）》〉”’,;!?%％]")
_UNIT = pattern(r"[年月日号件条项次个起宗篇份期人场%％.．0-9]")
_BEGINS = pattern(
    r"[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+[部分条章]|[（(][一二三四五六七八九十0-9]{1,3}[）)]"
    r"|[0-9]{1,2}[、.．](?![0-9])|[①-⑳]|[一二三四五六七八九十]是"
)
_PAIRS = (("《", "》"), ("〈", "〉"), ("“", "”"), ("（", "）"), ("〔", "〕"))
_WRAPPED = frozenset(("text", "clipboard"))
"""The kinds of document whose lines may be those of a page."""
_SAME_WIDTH, _NARROWEST, _LEAST_FULL = 6, 40, 3
"""Lines of a page are all but so much of the widest, in half-width characters, and there are several of them."""
_LONGEST = 4000
_SHOWN, _BEFORE = 200, 80
"""So much of a joined sentence is shown in a doubt, in characters, and of that so much before the first break."""


class Joined(Struct, frozen=True):
    """Lines with broken sentences joined: for each joined line what it was, and one doubt for all."""

    lines: tuple[Line, ...]
    broken: dict[str, str]
    doubts: tuple[Doubt, ...] = ()


def join(lines: Sequence[Line], kind: str, form: Form) -> Joined:
    """Join the lines of one sentence.

    Args:
        lines: the lines of a document.
        kind: the kind of document; in plain text also lines that fill the width go on.
        form: the form whose headings end a sentence.
    """
    lines = [line for line in lines if not is_page_number(line.text)]
    width = _page_width(lines, form) if kind in _WRAPPED else 0
    found = [_put_together(group) for group in _groups(lines, width, form)]
    broken = {line.text: whole for line, whole in found if whole}
    locations = [line.location for line, whole in found if whole]
    doubts = (_doubt(broken, locations[0]),) if broken else ()
    return Joined(tuple(line for line, _ in found), broken, doubts)


def _doubt(broken: dict[str, str], location: Location) -> Doubt:
    joined, lines = next(iter(broken.items()))
    message = f"有 {len(broken)} 段文字在原件里断成了几行，已接成整段，请核对。"
    start = 0 if len(joined) <= _SHOWN else max(0, lines.index("\n") - _BEFORE)
    shown = slice(start, start + _SHOWN)
    return Doubt("lines", lines[shown].replace("\n", "⏎"), joined[shown], message, location)


def _groups(lines: Sequence[Line], width: int, form: Form) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not _belongs(group, line, width, form):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _put_together(group: Sequence[Line]) -> tuple[Line, str]:
    """A group as one line, and the lines that it was, empty when it was one."""
    if len(group) == 1:
        return group[0], ""
    text = ""
    for line in group:
        latin = text[-1:].isascii() and text[-1:].isalpha() and line.text[0].isascii() and line.text[0].isalpha()
        text += f" {line.text}" if latin else line.text
    marks = "".join(line.left_out for line in group)
    return replace(group[0], text=text, left_out=marks), "\n".join(line.text for line in group)


def _belongs(group: Sequence[Line], line: Line, width: int, form: Form) -> bool:
    """Whether a line goes on with the sentence of those before it."""
    before, text = group[-1].text, line.text
    if not _is_prose(group[-1], form) or not _is_prose(line, form) or _BEGINS.match(text):
        return False
    whole = "".join(each.text for each in group)
    if len(whole) > _LONGEST:
        return False
    full = bool(width) and _width(before) >= width - _SAME_WIDTH
    if _LABEL.search(before) and text[0].isascii() and text[0].isalnum():
        return True
    if _STOPS.search(before):
        return full and _width(before) >= width - 1
    return full or _is_cut(whole, before, text)


def _is_cut(whole: str, before: str, text: str) -> bool:
    """Whether the words themselves say that a sentence goes on."""
    if _GOES_ON.search(before) or _CONTINUES.match(text) or (before[-1:].isdigit() and _UNIT.match(text)):
        return True
    return any(whole.count(opens) > whole.count(closes) and closes in text for opens, closes in _PAIRS)


def _is_prose(line: Line, form: Form) -> bool:
    if line.table or line.level or not line.text:
        return False
    if is_furniture(line.text) or is_under_title(line.text):
        return False
    return not (is_heading(line.text, form) or is_title(line.text) or is_noise(line.text) or is_footer(line.text))


def _page_width(lines: Sequence[Line], form: Form) -> int:
    """The width of a page whose lines all end near it; 0 where lines end anywhere."""
    widths = sorted(
        (_width(line.text) for line in lines if _is_prose(line, form) and not _STOPS.search(line.text)), reverse=True
    )
    if len(widths) < _LEAST_FULL or widths[0] < _NARROWEST:
        return 0
    widest = widths[min(len(widths) // 10, len(widths) - 1)]
    full = sum(abs(width - widest) <= _SAME_WIDTH for width in widths)
    return widest if full >= _LEAST_FULL and full * 2 >= len(widths) else 0


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
