"""The page of the checks is what the program says of itself."""

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


def test_the_program_prints_the_page_in_utf_8() -> None:
    ran = subprocess.run([sys.executable, "-m", "model.checks.page"], cwd=ROOT, check=True, capture_output=True)
    assert ran.stdout.decode("utf-8") == page()
    assert ran.stderr == b""
