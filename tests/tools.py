"""What the tests use where a machine has it: absent, a test is skipped, or fails when everything is asked for."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

SHARED = Path(__file__).parents[2] / "shared"
"""Material beside the checkout: the form as it was published, figures of real reports."""


def need(tool: str) -> str:
    """The path of a program; without it the test is skipped, or fails when NIANBAO_ALL_TOOLS is 1."""
    return shutil.which(tool) or lacking(f"{tool} is not installed")


def lacking(reason: str) -> NoReturn:
    """Skip the test for want of something, or fail it when NIANBAO_ALL_TOOLS is 1."""
    if os.environ.get("NIANBAO_ALL_TOOLS") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
