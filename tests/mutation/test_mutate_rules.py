"""A change of any module of the rules is one that tests are run for."""

import pytest

from model.checks.registry import rule_modules
from tests.mutation import mutate_rules


@pytest.mark.parametrize("name", rule_modules())
def test_the_mistakes_for_every_check_are_tried_on_every_module_of_the_rules(name: str) -> None:
    assert mutate_rules.tests_of(name)[0].endswith(mutate_rules.FIRST)
