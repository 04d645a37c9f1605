"""The endings of organisations' names that tell which kind of applicant they are."""

from collections.abc import Mapping
from functools import cache

from model.ledger.words import squeezed_word, table, without_aside


def name_ending(name: str) -> str:
    """The ending of an organisation's name that tells its kind, as 公司 does; empty for any other name."""
    bare = without_aside(squeezed_word(name))
    return max((word for word in _endings() if bare.endswith(word) and bare != word), key=len, default="")


def of_ending(word: str) -> str:
    """The column of the applicants whose names end so; empty where the ending tells nothing."""
    return _endings().get(word, "")


@cache
def _endings() -> Mapping[str, str]:
    return {word: entry["column"] for entry in table("applicants")["endings"] for word in entry["words"]}
