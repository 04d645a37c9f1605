"""No text, however odd, keeps the reader of figures busy."""

from tests.tools import faults_of


def test_hostile_texts_are_read_soon() -> None:
    """Run apart, so that an expression that never ends fails the test and does not hang it."""
    assert faults_of("tests.prose.hostile") == ""
