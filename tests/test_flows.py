"""The pictures of `docs/architecture.md` show modules that exist, as the program has them today."""

from pathlib import Path
from runpy import run_path

import pytest

ROOT = Path(__file__).parents[1]
DRAWN = run_path(str(ROOT / "docs" / "flow_pictures.py"))


@pytest.mark.parametrize("name", DRAWN["FLOWS"])
def test_each_flow_passes_modules_that_exist_and_its_picture_is_current(name: str) -> None:
    title, steps = DRAWN["FLOWS"][name]
    assert [step.module for step in steps if not (ROOT / step.module).is_file()] == []
    drawn = (ROOT / "docs" / "pictures" / f"flow-{name}.svg").read_text("utf-8")
    assert drawn == DRAWN["picture"](title, steps)
    assert f"pictures/flow-{name}.svg" in (ROOT / "docs" / "architecture.md").read_text("utf-8")
