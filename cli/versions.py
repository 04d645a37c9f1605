"""Versions of the program and of what it is made of."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


def version(package: str) -> str:
    """The installed version of a package."""
    try:
        return installed(package)
    except PackageNotFoundError:
        return "（未安装）"
