"""The command that README gives for the tests installs what they need: on another machine nothing is missing."""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.tools import need

ROOT = Path(__file__).parents[1]
INSTALLING = [line for name in ("README.md", ".ci/run") for line in (ROOT / name).read_text().splitlines()]
NEEDED = sorted(
    {name for path in (ROOT / "tests").rglob("*.py") for name in re.findall(r'need\("(.+?)"', path.read_text())}
)


def _words() -> set[str]:
    """The words of every command that installs packages: among them their names."""
    commands = " ".join(line.removesuffix("\\") for line in INSTALLING)
    return set(commands.split())


@cache
def _depends() -> dict[str, list[str]]:
    """What each package of this machine depends on."""
    lines = _asked("-W", "-f", "${Package}\t${Depends},${Pre-Depends}\n").splitlines()
    return {line.split("\t")[0]: re.findall(r"(?:^|[\t,|])\s*([a-z0-9][a-z0-9.+-]+)", line) for line in lines}


def _asked(*call: str) -> str:
    return subprocess.run([need("dpkg-query"), *call], capture_output=True, check=False, encoding="utf-8").stdout


def _package_of(program: str) -> str:
    path = Path(shutil.which(program) or "")
    real = str(path.resolve())
    files = [str(path), real, real.removeprefix("/usr")]
    return next((line.partition(":")[0] for line in _asked("-S", *files).splitlines()), "")


@cache
def _installed() -> frozenset[str]:
    """The packages that are named, and all that they depend on."""
    seen, waiting = set[str](), sorted(_words() & _depends().keys())
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += _depends().get(name, [])
    return frozenset(seen)


@pytest.mark.parametrize("program", NEEDED)
def test_every_program_that_a_test_needs_is_installed_by_name(program: str) -> None:
    need(program)
    package = _package_of(program)
    assert package, f"{program} is of no package"
    if "yes" in _asked("-W", "-f", "${Essential}", package):
        return
    assert package in _installed()
