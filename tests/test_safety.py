"""The page on safety names tests that exist."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "docs" / "safety.md").read_text(encoding="utf-8")


def test_every_test_that_the_page_names_is_there() -> None:
    named, file = list[tuple[str, str]](), ""
    for found, test in re.findall(r"`([\w/]*(?:\.py)?)::(test_\w+)`", PAGE):
        file = found or file
        named.append((file, test))
    assert len({line.split("|")[1] for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)}) == 23
    missing = [
        (file, test) for file, test in named if f"\ndef {test}(" not in (TESTS / file).read_text(encoding="utf-8")
    ]
    assert missing == []
