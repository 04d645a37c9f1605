"""The pieces of a stream gathered into runs: figures with no words between them, and the words before them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.recognition.stream.pieces import Line
from importers.recognition.stream.shape import Row

_TAIL = 4
"""A label is broken into at most so many pieces."""


@dataclass
class Run:
    """Figures with no words between them, and the words before them.

    Attributes:
        before: the pieces of words between the figures before and these.
        figures: the figures.
        together: the last words before them and all the figures stand on one line.
        key: the row that the words before name.
        label: those words, where they are not the form's own.
        named: how many labels of rows stand among the words before.
        rows: the rows that the figures were taken for.
    """

    before: list[str]
    figures: list[str] = field(default_factory=list)
    together: bool = True
    key: str = ""
    label: str = ""
    named: int = 0
    rows: tuple[Row, ...] = ()

    @property
    def words(self) -> str:
        """What is printed, for a doubt."""
        return " ".join((*self.before[-_TAIL:], *self.figures)).strip()


def runs_of(lines: Sequence[Line]) -> tuple[list[Run], list[str]]:
    """Figures that stand together, with the words before them, and the words behind the last."""
    runs: list[Run] = []
    words: list[str] = []
    for line in lines:
        for index, piece in enumerate(line.pieces):
            if not piece.figure:
                words.append(piece.words)
            elif words or not runs:
                runs.append(Run(words, [piece.words], together=index > 0))
                words = []
            else:
                runs[-1].figures.append(piece.words)
                runs[-1].together &= index > 0
    return runs, words


def tails(words: Sequence[str]) -> list[str]:
    """The last pieces of some words put together, the fewest first."""
    return ["".join(words[-count:]) for count in range(1, min(_TAIL, len(words)) + 1)]
