"""No text, however odd, keeps the reader of figures busy."""

import subprocess
import sys
from pathlib import Path


def test_hostile_texts_are_read_soon() -> None:
    """Run apart, so that an expression that never ends fails the test and does not hang it."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.prose.hostile"],
        cwd=Path(__file__).parents[2],
        timeout=300,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
