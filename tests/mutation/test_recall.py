"""Every check finds the mistakes that are planted for it, in whatever words they are made."""

from functools import cache

import pytest

from model.checks import CHECKS
from tests.mutation.plant import PLANTS
from tests.mutation.recall import LEAST, Tally, bases, recall


@cache
def tallies() -> dict[str, Tally]:
    return recall(bases(40), each=1)


def test_every_check_has_plants() -> None:
    assert {plant.code for plant in PLANTS} == set(CHECKS)
    assert len({plant.label for plant in PLANTS}) == len(PLANTS)


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_planted_mistakes_are_found(code: str) -> None:
    tally = tallies()[code]
    assert tally.planted > 0
    assert tally.share >= LEAST[CHECKS[code].severity], list(tally.missed)
