"""One line of a ledger as an application: when it came, from whom, what became of it; what is unclear is asked."""

from typing import Literal

from model.form.form import Cell, Form
from model.ledger.endings import of_ending
from model.ledger.ledger import Line, Place, Sheet
from model.ledger.questions import SKIP, Asked, Choice, Question
from model.ledger.vocabulary import Kind, Meaning, Vocabulary, applications
from model.ledger.when import EARLIEST, Day, Period, When, day
from model.ledger.words import says_nothing, squeezed_word, table
from model.structs import Struct

Answered = When | Literal["open"]
Left = Literal["outside", "skipped", "unclear"]
"""A line that is not counted: its application is not of the year, the clerk said so, or it is not clear."""
_SHOWN = 20
_IN_GROUP = 2
"""So many labels stand beside a row that is in no group."""
_BEHIND = " · "
_SKIPPED = Choice(SKIP, "这一行不计")


class Application(Struct, frozen=True):
    """An application of the year: when it came, when it was answered, its column and, where it is decided, its row."""

    place: Place
    received: When
    answered: Answered
    applicant: str
    outcome: str


class Lines:
    """Reads lines one by one; what they leave open is asked of `asked`."""

    def __init__(self, period: Period, vocabularies: dict[Kind, Vocabulary], asked: Asked, form: Form) -> None:
        """Take what is counted, the words that are known, where to ask, and the form."""
        self._period, self._known, self._asked = period, vocabularies, asked
        self._choices: dict[Kind, tuple[Choice, ...]] = {kind: choices(kind, form) for kind in vocabularies}
        self._skips = False
        self._reasons_beside = frozenset(table("outcomes")["with_detail"])

    def read(self, sheet: Sheet, line: Line, place: Place) -> Application | Left:
        """The application in a line, or why it is left out."""
        self._skips = False
        found = self._read(sheet, line, place)
        return "skipped" if self._skips and found == "unclear" else found

    def _read(self, sheet: Sheet, line: Line, place: Place) -> Application | Left:
        if line.doubtful:
            self._line("doubtful", place, "看不出这一行是不是一件申请", (_SKIPPED,))
            return "unclear"
        received, answered = self._days(sheet, line, place)
        if received == "after" or (received == "before" and answered == "before"):
            return "outside"
        applicant = self._applicant(sheet, line, place)
        outcome = self._outcome(line, place) if answered == "within" else ""
        if outcome == "open":
            answered, outcome = "open", ""
        if not received or not answered or applicant in ("", SKIP) or outcome == SKIP:
            return "unclear"
        if answered == "within" and not outcome:
            return "unclear"
        return Application(place, received, answered, applicant, outcome)

    def _ask(self, question: Question) -> str:
        answer = self._asked.ask(question)
        self._skips |= answer == SKIP
        return answer

    def _days(self, sheet: Sheet, line: Line, place: Place) -> tuple[When | None, Answered | None]:
        """When it came and was answered; None where that is not clear."""
        came, went = (self._day(sheet, line, place, field) for field in ("received", "answered"))
        if came and went and came.on and went.on and went.on < came.on:
            return self._in_wrong_order(place)
        received = self._when(came, line, place, "received")
        if received == "after":
            return received, "open"
        return received, self._answered(went, line, place)

    def _day(self, sheet: Sheet, line: Line, place: Place, field: str) -> Day | None:
        """The day in a column; None where nothing stands there, a day without its year is asked about once a sheet."""
        text = line.said.get(field, "")
        if says_nothing(text):
            return None
        found = day(text, sheet.year)
        if found.on is None and not found.has_year:
            found = day(text, int(self._year_of_sheet(place) or 0) or None)
        odd = found.on is not None and not EARLIEST <= found.on.year <= self._period.year + 1
        return Day(None) if odd else found

    def _year_of_sheet(self, place: Place) -> str:
        years = (self._period.year, self._period.year - 1)
        offered = tuple(Choice(str(year), f"都是 {year} 年的") for year in years)
        return self._ask(Question(f"year:{place.sheet}", "日期没有写年份", (place,), offered))

    def _when(self, found: Day | None, line: Line, place: Place, field: str) -> When | None:
        if found is not None and found.on is not None:
            return self._period.when(found.on)
        if found is not None and not found.has_year:
            return None  # asked already
        says = "没有写收到日期" if found is None else f"收到日期“{line.said[field][:_SHOWN]}”读不出来"
        year = self._period.year
        offered = (Choice("within", f"{year} 年收到"), Choice("before", f"{year} 年以前收到"), _SKIPPED)
        return _as_when(self._line(field, place, says, offered))

    def _answered(self, found: Day | None, line: Line, place: Place) -> Answered | None:
        if found is not None and found.on is not None:
            return self._period.when(found.on)
        if found is not None and not found.has_year:
            return None
        meaning = self._known["outcome"].meaning(line.said.get("outcome", ""))
        if found is None and (meaning.open or says_nothing(line.said.get("outcome", ""))):
            return "open"
        says = "有办理结果，没有答复日期" if found is None else f"答复日期“{line.said['answered'][:_SHOWN]}”读不出来"
        year = self._period.year
        offered = (
            Choice("within", f"{year} 年办结"),
            Choice("before", f"{year} 年以前已经办结"),
            Choice("open", "还没有办结"),
            _SKIPPED,
        )
        answer = self._line("answered", place, says, offered)
        return "open" if answer == "open" else _as_when(answer)

    def _in_wrong_order(self, place: Place) -> tuple[When | None, Answered | None]:
        year = self._period.year
        ways: dict[str, tuple[When, Answered]] = {
            "both": ("within", "within"),
            "carried": ("before", "within"),
            "open": ("within", "open"),
        }
        offered = (
            Choice("both", f"{year} 年收到，{year} 年办结"),
            Choice("carried", f"{year} 年以前收到，{year} 年办结"),
            Choice("open", f"{year} 年收到，还没有办结"),
            _SKIPPED,
        )
        answer = self._line("order", place, "答复日期早于收到日期", offered)
        return ways.get(answer, (None, None))

    def _applicant(self, sheet: Sheet, line: Line, place: Place) -> str:
        """The column of an applicant; empty while that is not clear."""
        word = line.said.get("applicant", "")
        if not says_nothing(word):
            return self._meant("applicant", word, place, self._known["applicant"].meaning(word))
        said = "applicant" in sheet.fields
        if not said and (by_name := of_ending(line.said.get("name", ""))):
            return by_name
        key = f"applicant:{place.sheet}" + (f":{place.row}" if said else "")
        offered = (*self._choices["applicant"], _SKIPPED)
        return self._ask(Question(key, "没有写申请人类别", (place,), offered))

    def _outcome(self, line: Line, place: Place) -> str:
        """The row of an outcome, `open`, or empty while that is not clear."""
        word, detail = line.said.get("outcome", ""), line.said.get("detail", "")
        offered = (*self._choices["outcome"], Choice("open", "还没有办结"), _SKIPPED)
        if says_nothing(word):
            return self._line("outcome", place, "有答复日期，没有办理结果", offered)
        known = self._known["outcome"]
        meaning = known.meaning(word)
        if not says_nothing(detail):
            meaning = self._with_detail(word, detail, meaning)
        if meaning.open:
            return self._line("outcome", place, f"有答复日期，办理结果却是“{word[:_SHOWN]}”", offered)
        return self._meant("outcome", word, place, meaning)

    def _with_detail(self, word: str, detail: str, meaning: Meaning) -> Meaning:
        """What an outcome means with the reason beside it; two that do not go together are asked about."""
        known = self._known["outcome"]
        beside = known.meaning(detail)
        if known.is_group(word):
            return beside if beside.line in meaning.choices else meaning
        apart = meaning.certain and beside.certain and beside.line not in ("", meaning.line)
        if apart and meaning.line not in self._reasons_beside:
            return Meaning(choices=(meaning.line, beside.line), reason="两栏写的不是一种", several=True)
        return meaning

    def _meant(self, kind: Kind, word: str, place: Place, meaning: Meaning) -> str:
        if meaning.certain:
            return meaning.line
        bare, lines = squeezed_word(word), self._choices[kind]
        offered = tuple(choice for choice in lines if choice.id in meaning.choices) or lines
        what = _WHAT[kind]
        if meaning.choices:
            says = "写了两种办理结果" if meaning.several else f"{what}只写了“{word[:_SHOWN]}”"
            return self._line(kind, place, says, (*offered, _SKIPPED), meaning)
        says = f"{what}“{word[:_SHOWN]}”" + ("要确认算哪一种" if meaning.line else "不认识")
        question = Question(
            f"word:{kind}:{bare}", says, (place,), (*offered, _SKIPPED), meaning.line, meaning.reason, bare, kind
        )
        return self._ask(question)

    def _line(
        self, about: str, place: Place, says: str, offered: tuple[Choice, ...], meaning: Meaning | None = None
    ) -> str:
        """The answer to a question about one line."""
        reason = meaning.reason if meaning else ""
        return self._ask(Question(f"{about}:{place.sheet}:{place.row}", says, (place,), offered, "", reason))


_WHAT: dict[Kind, str] = {"applicant": "申请人类别", "outcome": "办理结果"}


def choices(kind: Kind, form: Form) -> tuple[Choice, ...]:
    """The lines of the form that an applicant or an outcome may be, as the clerk knows them."""
    its, role = applications(form), table("form")["main"][kind]
    part, lines = (1, its.row_lines) if kind == "outcome" else (2, its.column_lines)
    wanted = [line.id for line in lines if role in line.roles]
    cells = {cell.id.split(".")[part]: cell for cell in reversed(its.number_cells)}
    labels = (its.row_labels(cells[line]) if kind == "outcome" else its.column_labels(cells[line]) for line in wanted)
    return tuple(Choice(line, _name(kind, said)) for line, said in zip(wanted, labels, strict=True))


def template_words(kind: Kind, form: Form) -> dict[str, str]:
    """The word for each line of the form in a drop-down list, such as 不予公开-属于国家秘密; it is read back so."""
    return {choice.id: _listed(choice.says) for choice in choices(kind, form)}


def _listed(said: str) -> str:
    return "-".join(squeezed_word(part.removeprefix("其他处理—")) for part in said.split(_BEHIND))


def _name(kind: Kind, labels: tuple[Cell, ...]) -> str:
    """A line of the form in full, behind the group that it is numbered in."""
    own = labels[-1].label if len(labels[-1].label) <= _SHOWN else labels[-1].short_label
    return (
        f"{labels[-2].label}{_BEHIND}{own}"
        if kind == "outcome" and len(labels) > _IN_GROUP
        else labels[-1].short or own
    )


def _as_when(answer: str) -> When | None:
    known: dict[str, When] = {"within": "within", "before": "before", "after": "after"}
    return known.get(answer)
