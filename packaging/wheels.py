"""The program's locked dependencies for any system: uv fetches them, and checks them by the hashes in the lock."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import bundle


def locked(uv: str, *groups: str) -> list[str]:
    """What the lock pins, as lines of requirements with their hashes.

    Args:
        uv: the program.
        groups: of `pyproject.toml`, beside what the program itself needs.

    Raises:
        subprocess.CalledProcessError: the lock is older than `pyproject.toml`.
    """
    wanted = [option for group in groups for option in ("--group", group)]
    export = [uv, "export", "--quiet", "--locked", "--no-dev", *wanted, "--no-emit-project"]
    done = subprocess.run(
        [*export, "--format", "requirements-txt"], cwd=bundle.ROOT, stdout=subprocess.PIPE, check=True
    )
    return done.stdout.decode().splitlines()


def install(uv: str, target: Path, requirements: list[str], platform: str, *options: str) -> None:
    """Unpack wheels into a folder.

    Args:
        uv: the program.
        target: the folder.
        requirements: lines with hashes.
        platform: what uv calls the system that they are for.
        options: more of uv's.

    Raises:
        subprocess.CalledProcessError: something cannot be fetched, or is not what was pinned.
    """
    with TemporaryDirectory() as name:
        wanted = Path(name) / "requirements.txt"
        wanted.write_text("\n".join(requirements), encoding="utf-8")
        version = ".".join(map(str, sys.version_info[:2]))
        system = ("--python", sys.executable, "--python-platform", platform, "--python-version", version)
        pinned = ("--only-binary", ":all:", "--require-hashes", "-r", str(wanted))
        subprocess.run([uv, "pip", "install", "--quiet", "--target", target, *system, *options, *pinned], check=True)
