"""The page of the checks is what the program says of itself."""

import re
import subprocess
import sys
from pathlib import Path

from model.checks import CHECKS
from model.checks.page import page

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date() -> None:
    """When it is not: python -m model.checks.page > docs/checks.md."""
    assert (ROOT / "docs" / "checks.md").read_text("utf-8") == page()


def test_the_page_has_one_row_a_check() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| ")]
    assert [row.split(" | ")[0] for row in rows[2:]] == [f"| {code}" for code in sorted(CHECKS)]
    assert all(row.count(" | ") == 3 for row in rows)


_COUNTED = re.compile(
    r"校验[^，。；：\n]{0,4}?[0-9一二三四五六七八九十百]{2,} ?[项条]"
    r"|[0-9一二三四五六七八九十百]{2,} ?[项条](?:校验|检查)"
    r"|\b(?:[0-9]{2,}|[a-z]+ty(?:-[a-z]+)?) (?:rules|checks)\b"
)
"""A number of checks, written out."""


def test_nobody_writes_down_how_many_checks_there_are() -> None:
    """The window and the 审签单 count them; a number in a document would be wrong with the next check."""
    written = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    sources = (path for room in ("cli", "export", "gui", "importers", "model") for path in (ROOT / room).rglob("*.py"))
    counted = {
        path.relative_to(ROOT).as_posix(): found.group()
        for path in (*written, *sources)
        if (found := _COUNTED.search(path.read_text("utf-8")))
    }
    assert counted == {}, "say it without the number"
    for words in ("校验八十项", "校验全部 81 项", "80 项校验", "checks eighty-one rules"):
        assert _COUNTED.search(words)


def test_the_program_prints_the_page_in_utf_8() -> None:
    ran = subprocess.run([sys.executable, "-m", "model.checks.page"], cwd=ROOT, check=True, capture_output=True)
    assert ran.stdout.decode("utf-8") == page()
    assert ran.stderr == b""
