"""What a ledger leaves open: each question says what is unclear, on which lines, and what may be meant."""

from collections.abc import Mapping

from model.ledger.ledger import Place
from model.structs import Struct, field, replace

SKIP = "skip"
"""The answer that a line, or a case, is not counted."""

Answers = Mapping[str, str]
"""The id of the choice by the key of the question."""


class Choice(Struct, frozen=True):
    """One answer: its id, and what it says."""

    id: str
    says: str


class Question(Struct, frozen=True):
    """A question.

    Attributes:
        key: the same for the same question whenever the same file is counted.
        says: what is unclear, without the places.
        places: the lines that it is about.
        choices: what may be meant.
        suggested: the id of the choice that is meant most often; empty where there is none.
        reason: why that one.
        word: the word that is asked about, where the answer holds for the word wherever it stands.
        kind: whose word it is, an applicant's or an outcome's.
    """

    key: str
    says: str
    places: tuple[Place, ...]
    choices: tuple[Choice, ...]
    suggested: str = ""
    reason: str = ""
    word: str = ""
    kind: str = ""


class Asked(Struct):
    """The questions so far, in the order in which they came up; one that comes up again gets the line added."""

    answers: Answers
    _found: dict[str, tuple[Question, dict[Place, None]]] = field(default_factory=dict)

    def ask(self, question: Question) -> str:
        """The id of the choice that was answered; empty while nobody has answered."""
        _, places = self._found.setdefault(question.key, (question, {}))
        places.update(dict.fromkeys(question.places))
        return answer_to(question, self.answers)

    def all(self) -> tuple[Question, ...]:
        """Every question that came up, answered or not, with all its lines."""
        return tuple(replace(question, places=tuple(places)) for question, places in self._found.values())


def answer_to(question: Question, answers: Answers) -> str:
    """The id of the choice that was answered; empty where nobody has, or with a choice that there is not."""
    answer = answers.get(question.key, "")
    return answer if any(choice.id == answer for choice in question.choices) else ""
