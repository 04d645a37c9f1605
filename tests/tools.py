"""What the tests use where a machine has it: absent, a test is skipped, or fails when everything is asked for."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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


def ooxml_validator() -> str:
    """The Open XML SDK validator, installed below the checkout by `npm`; see `docs/development.md`."""
    found = Path(__file__).parents[1] / ".cache" / "node_modules" / ".bin" / "ooxml-validator"
    return str(found) if found.exists() else lacking("the Open XML SDK validator is not installed")


def faults_of(module: str) -> str:
    """What a module says when it is run apart, for at most five minutes; empty when it ended well and in silence."""
    call = [sys.executable, "-m", module]
    root = Path(__file__).parents[1]
    ran = subprocess.run(call, cwd=root, timeout=300, check=False, capture_output=True, encoding="utf-8")
    return ran.stderr or ("" if ran.returncode == 0 else f"ended with {ran.returncode}")


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A small file system of its own in memory."""
    folder.mkdir()
    mount = [need("mount"), "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        lacking(f"cannot mount here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run([need("umount"), str(folder)], check=True)
