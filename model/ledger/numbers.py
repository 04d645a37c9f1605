"""Registration numbers: which lines have the same, and what of them may be kept in a draft."""

from collections.abc import Iterator, Mapping

from model.language.patterns import pattern
from model.language.squeezed import packed
from model.ledger.ledger import Ledger, Place
from model.ledger.questions import Asked, Choice, Question
from model.ledger.words import says_nothing

_NOT_KEPT = pattern(r"[^0-9A-Za-z()\[\]（）〔〕【】_./#\-依申请公开信息第号年字收]")
_TOO_LONG = 40
_PERSONAL = pattern(r"(?<![0-9])(?:1[3-9][0-9]{9}|[0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9])|[A-Za-z]{4,}|[@]")
"""Telephone numbers, numbers of identity cards, and what may be a name in letters."""
_SERIAL = pattern(r"[0-9]{1,4}")


def kept_number(ledger: Ledger, place: Place, number: str) -> str:
    """What stands for a line in a draft: its number, or its place where the number is none or could be personal."""
    kept = _NOT_KEPT.sub("", number)
    is_number = any(character.isdigit() for character in kept) and len(kept) <= _TOO_LONG and not says_nothing(number)
    if is_number and not _PERSONAL.search(kept) and not _SERIAL.fullmatch(kept):
        return kept
    if len(ledger.sheets) > 1:
        return f"第{place.sheet + 1}张表第{place.row}行"
    return f"第{place.row}行"


def left_out(ledger: Ledger, asked: Asked) -> tuple[frozenset[Place], frozenset[Place]]:
    """The lines not to be counted because another has their number: as answered, and as long as nobody has answered."""
    left: set[Place] = set()
    waiting: set[Place] = set()
    for number, places in _twice(ledger):
        says = f"编号“{number[:_TOO_LONG]}”有 {len(places)} 行"
        offered = (
            Choice("first", "是同一件，只计第一行"),
            Choice("last", "是同一件，只计最后一行"),
            Choice("all", "是不同的申请，都计"),
        )
        answer = asked.ask(Question(f"twice:{number}", says, tuple(places), offered))
        left |= {"first": set(places[1:]), "last": set(places[:-1])}.get(answer, set())
        waiting |= set() if answer else set(places)
    return frozenset(left), frozenset(waiting)


def _twice(ledger: Ledger) -> Iterator[tuple[str, list[Place]]]:
    found: dict[str, list[Place]] = {}
    for index, sheet in enumerate(ledger.sheets):
        for line in sheet.lines:
            number = packed(line.said.get("number", ""))
            if number and not says_nothing(number):
                key = f"{index + 1}/{number}" if _SERIAL.fullmatch(number) else number
                found.setdefault(key, []).append(Place(index, line.row))
    yield from ((number, places) for number, places in found.items() if len(places) > 1)


def numbers_by_place(ledger: Ledger) -> Mapping[Place, str]:
    """What stands for each line in a draft."""
    return {
        place: kept_number(ledger, place, line.said.get("number", ""))
        for index, sheet in enumerate(ledger.sheets)
        for line in sheet.lines
        for place in (Place(index, line.row),)
    }
