"""Versions of the program and of what it is made of."""

import os
import sys

_OWN = "nianbao"
_START, _END = f"{_OWN}-", ".dist-info"


def own_version() -> str:
    """The installed version of the program: what the folder that tells of it is called.

    Asking `importlib.metadata` would take as long as Python's own start.
    """
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - see cli.output
        except OSError:
            continue
        for name in names:
            if name.startswith(_START) and name.endswith(_END):
                return name[len(_START) : -len(_END)]
    return version(_OWN)


def version(package: str) -> str:
    """The installed version of a package."""
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "（未安装）"
