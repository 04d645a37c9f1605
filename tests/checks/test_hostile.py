"""No text, however long and odd, keeps a check busy."""

from tests.tools import faults_of


def test_every_check_is_done_with_hostile_texts_soon() -> None:
    """Run apart, so that an expression that never ends fails the test and does not hang it."""
    assert faults_of("tests.checks.hostile") == ""
