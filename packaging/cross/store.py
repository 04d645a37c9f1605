"""Whether a finished package lies as the store of UOS asks; see `layouts.py`."""

import json
import os
import re
import subprocess
from pathlib import Path

_YES = True
_PARTS = frozenset(("entries", "files", "info"))


def check(package: Path, root: Path, identity: str) -> str:
    """All is below one folder, no script comes along, the description fits, the menu entry starts what is there.

    Args:
        package: the file.
        root: the folder of the system that it is installed in.
        identity: the name that the store knows it by.

    Returns:
        What was found, in words.

    Raises:
        SystemExit: it does not lie so.
    """
    home = root / "opt" / "apps" / identity
    outside = [path for path in _listed("--fsys-tarfile", package) if not _is_inside(path, identity)]
    _expect(outside, [], "lies outside of its folder")
    _expect(_listed("--ctrl-tarfile", package), ["control"], "is what the package manager gets")
    fields = ("Package", "Version", "Architecture")
    control = [_said("dpkg-deb", "--field", package, field).decode().strip() for field in fields]
    told = json.loads((home / "info").read_text("utf-8"))
    _expect([told["appid"], told["version"], *told["arch"]], control, "is what the description says")
    _expect(told["version"].count("."), 3, "dots are in the version")
    entry = (home / "entries" / "applications" / f"{identity}.desktop").read_text("utf-8")
    _expect(re.findall(r"^Exec=(\S+)", entry, re.MULTILINE), [program(identity)], "is what the menu entry starts")
    _expect(os.access(root / program(identity)[1:], os.X_OK), _YES, "is whether that can be started")
    drawings = sorted(path.name for path in (home / "entries" / "icons").rglob("*.svg"))
    _expect(f"{identity}.svg" in drawings, _YES, "is whether the menu entry has its icon")
    return f"{len(_listed('--fsys-tarfile', package))} files, all below /opt/apps/{identity}, no scripts"


def program(identity: str) -> str:
    """The program of the package in the system that it is installed in."""
    return f"/opt/apps/{identity}/files/nianbao"


def _is_inside(path: str, identity: str) -> bool:
    parts = path.split("/")
    return parts[:3] == ["opt", "apps", identity] and parts[3] in _PARTS


def _listed(which: str, package: Path) -> list[str]:
    """The files of one of the two parts of a package, without folders."""
    listed = subprocess.run(["tar", "-t"], input=_said("dpkg-deb", which, package), stdout=subprocess.PIPE, check=True)
    names = listed.stdout.decode().splitlines()
    return [name.removeprefix("./") for name in names if not name.endswith("/")]


def _said(*command: str | Path) -> bytes:
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def _expect(found: object, wanted: object, words: str) -> None:
    if found != wanted:
        raise SystemExit(f"{found!r} {words} instead of {wanted!r}")
