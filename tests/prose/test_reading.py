"""What is read in sentences of official reports, and what is not."""

import pytest

from model.prose.figures import Figure
from model.prose.reader import reading
from tests.forms import FORM
from tests.prose.sentences import NAMES, READ, UNREAD


def shown(figure: Figure) -> str:
    """A figure as the table of sentences has it."""
    names = [name for name, cells in NAMES.items() if sorted(cells) == sorted(figure.meanings[0])]
    return f"{figure.words}={figure.value} {''.join(names)}"


def of_the_form(text: str, year: int = 2024) -> list[Figure]:
    return [figure for figure in reading(text, FORM).figures if figure.meanings and figure.year in (None, year)]


@pytest.mark.parametrize(("sentence", "expected"), READ, ids=[sentence[:24] for sentence, _ in READ])
def test_figures_are_read_with_what_they_count(sentence: str, expected: list[str]) -> None:
    assert [shown(figure) for figure in of_the_form(sentence)] == expected
    for figure in reading(sentence, FORM).figures:
        assert sentence[slice(*figure.span)] == figure.words
        assert figure.clause[0] <= figure.number[0] < figure.number[1] <= len(sentence)


@pytest.mark.parametrize("sentence", UNREAD)
def test_other_figures_count_nothing_of_the_form(sentence: str) -> None:
    assert [figure.words for figure in of_the_form(sentence)] == []
