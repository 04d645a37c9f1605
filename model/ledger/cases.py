"""行政复议 and 行政诉讼 in a ledger: which case, how it ended and in which year; what is not clear is asked."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from model.form.form import Form
from model.language.patterns import pattern
from model.ledger.ledger import Line, Place, Sheet
from model.ledger.questions import SKIP, Asked, Choice, Question
from model.ledger.when import Period, day
from model.ledger.words import says_nothing, squeezed_word, table
from model.structs import Struct

Way = Literal["review", "direct", "after", "suit"]
_PIECES = pattern(r"[;；。\n，,]")
_DAY = pattern(r"20[0-9]{2}(?:年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[-./][0-9]{1,2}[-./][0-9]{1,2})")
_YEAR_DIGITS = 4
_SHOWN = 24
_FIELDS: tuple[tuple[str, Way | None], ...] = (("review", "review"), ("suit", "suit"), ("dispute", None))


class Case(Struct, frozen=True):
    """A case that is counted: the line it is of, and the row and the column of the form by their roles."""

    place: Place
    way: str
    column: str


class _Piece(Struct, frozen=True):
    words: str
    way: Way | None
    day_field: str
    key: str


class Cases:
    """Reads the cases of lines; what they leave open is asked of `asked`."""

    def __init__(self, period: Period, asked: Asked, form: Form) -> None:
        """Take what is counted, where to ask, and the form."""
        self._period, self._asked = period, asked
        its = form.table_as(table("form")["cases"]["table"])
        columns = its.column_lines if its else ()
        names = {cell.id.split(".")[2]: its.column_labels(cell)[-1] for cell in its.number_cells} if its else {}
        computed = {cell.id.split(".")[2] for cell in its.number_cells if cell.computed} if its else set()
        self._choices = tuple(
            Choice(line.id, names[line.id].short_label) for line in columns if line.id not in computed
        )

    def read(self, sheet: Sheet, line: Line, place: Place) -> Iterator[Case]:
        """The cases of a line that count in the year."""
        pieces = list(_pieces(line, place))
        ways = [self._way(sheet, piece, place, pieces) for piece in pieces]
        for piece, way in zip(pieces, ways, strict=True):
            column = self._column(piece, place)
            if column and column != SKIP and way and (counted := self._counted(line, piece, place, column)):
                yield Case(place, way, counted)

    def _way(self, sheet: Sheet, piece: _Piece, place: Place, pieces: list[_Piece]) -> str:
        """Which kind of case: a suit without a word about it follows the review on the same line, if there is one."""
        if piece.way != "suit":
            return piece.way or self._ask_way(piece, place)
        if any(other.way == "review" for other in pieces):
            return "after"
        return "direct" if sheet.fields & {"review", "dispute"} else self._ask_way(piece, place)

    def _ask_way(self, piece: _Piece, place: Place) -> str:
        offered = (
            Choice("review", "行政复议"),
            Choice("direct", "未经复议直接起诉"),
            Choice("after", "复议后起诉"),
        )
        says = f"“{piece.words[:_SHOWN]}”是复议还是诉讼"
        return self._asked.ask(Question(f"way:{piece.key}", says, (place,), offered))

    def _column(self, piece: _Piece, place: Place) -> str:
        found = _outcomes(piece.words)
        if len(found) == 1 and not any(word in piece.words for word in table("cases")["appeal"]):
            return found.pop()
        says = f"复议、诉讼写的是“{piece.words[:_SHOWN]}”，看不出结果"
        return self._asked.ask(
            Question(f"case:{piece.key}", says, (place,), (*self._choices, Choice(SKIP, "不是复议、诉讼，不计")))
        )

    def _counted(self, line: Line, piece: _Piece, place: Place, column: str) -> str:
        """The column in which a case counts in the year; empty where it does not count, or that is not clear."""
        pending = _pending()
        if column == pending:
            return column
        when = self._when(line, piece)
        if when == "within":
            return column
        if when == "before":
            return ""
        year = self._period.year
        offered = [Choice("before", f"{year} 年以前审结，不计"), Choice("after", f"{year} 年底还没有审结")]
        if when is None:
            offered.insert(0, Choice("within", f"{year} 年审结"))
        else:
            offered[0] = Choice("before", f"{year} 年底还没有受理，不计")
        says = f"“{piece.words[:_SHOWN]}”" + ("没有写哪年审结" if when is None else f"在 {year} 年以后才审结")
        answer = self._asked.ask(Question(f"decided:{piece.key}", says, (place,), tuple(offered)))
        return {"within": column, "after": pending}.get(answer, "")

    def _when(self, line: Line, piece: _Piece) -> str | None:
        said = _DAY.findall(piece.words)
        if len(said) > 1:
            return None
        text = said[0] if said else line.said.get(piece.day_field, "")
        if not text:
            return None
        found = day(text, None).on
        if found is not None:
            return self._period.when(found)
        year = text[:_YEAR_DIGITS]
        if not year.isdigit() or (int(year) == self._period.year and self._period.is_partial):
            return None
        return "within" if int(year) == self._period.year else "before" if int(year) < self._period.year else "after"


def _pieces(line: Line, place: Place) -> Iterator[_Piece]:
    nothing = frozenset(map(squeezed_word, table("cases")["nothing"]))
    for field, usual in _FIELDS:
        text = line.said.get(field, "")
        if says_nothing(text) or squeezed_word(text) in nothing:
            continue
        parts = [part.strip() for part in _PIECES.split(text) if part.strip()]
        if sum(bool(_outcomes(part)) for part in parts) < 2:  # noqa: PLR2004 - one case, told in several clauses
            parts = [text]
        for number, part in enumerate(parts):
            if squeezed_word(part) not in nothing and not says_nothing(part):
                yield _Piece(
                    part, _said_way(part) or usual, f"{field}_day", f"{place.sheet}:{place.row}:{field}:{number}"
                )


def _said_way(words: str) -> Way | None:
    """The kind of case that some words say themselves."""
    rows: Mapping[Way, list[str]] = table("cases")["rows"]
    order: tuple[Way, ...] = ("after", "direct", "suit", "review")
    return next((way for way in order if any(word in words for word in rows[way])), None)


def _outcomes(words: str) -> set[str]:
    """The outcomes that some words name; a longer word hides the shorter ones in it, a denied one counts as unclear."""
    left, found = words, set[str]()
    for word, column in _by_length():
        at = left.find(word)
        if at < 0:
            continue
        if left[:at].endswith(tuple(table("cases")["not"])):
            return set()
        found.add(column)
        left = left.replace(word, "□")
    return found


@cache
def _by_length() -> tuple[tuple[str, str], ...]:
    entries = table("cases")["words"]
    words = [(word, str(entry["column"])) for entry in entries for word in entry["words"]]
    return tuple(sorted(words, key=lambda each: -len(each[0])))


@cache
def _pending() -> str:
    return str(next(entry["column"] for entry in table("cases")["words"] if entry.get("open")))
