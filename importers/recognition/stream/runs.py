"""The pieces of a stream gathered into runs: figures with no words between them, and the words before them."""

from collections.abc import Callable, Sequence

from importers.recognition.stream.pieces import Line
from importers.recognition.stream.shape import Row
from model.structs import Struct, field, replace

_TAIL = 4
"""A label is broken into at most so many pieces."""


class Run(Struct):
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


def runs_of(lines: Sequence[Line], *, is_one_row: bool = False) -> tuple[list[Run], list[str]]:
    """Figures that stand together, with the words before them, and the words behind the last.

    Args:
        lines: where they stand.
        is_one_row: the figures are one row, which empty cells of a line above do not belong to.
    """
    runs: list[Run] = []
    words: list[str] = []
    for line in lines:
        begins_anew = is_one_row and bool(runs) and not any(runs[-1].figures)
        for index, piece in enumerate(line.pieces):
            if not piece.figure:
                words.append(piece.words)
            elif words or not runs or (begins_anew and index == 0):
                runs.append(Run(words, [piece.words], together=index > 0))
                words = []
            else:
                runs[-1].figures.append(piece.words)
                runs[-1].together &= index > 0
    return runs, words


def without_blanks_of_heads(runs: Sequence[Run], is_head: Callable[[str], bool]) -> list[Run]:
    """The runs without the empty cells that stand behind words of heads; those words go to the next run."""
    kept: list[Run] = []
    before: list[str] = []
    for run in runs:
        before += run.before
        if any(run.figures) or not all(map(is_head, run.before)):
            kept.append(replace(run, before=before))
            before = []
    return kept


def tails(words: Sequence[str]) -> list[str]:
    """The last pieces of some words put together, the fewest first."""
    return ["".join(words[-count:]) for count in range(1, min(_TAIL, len(words)) + 1)]
