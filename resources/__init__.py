"""What ships with the program as data: the official form, the base of the Word report, the sample report."""

from pathlib import Path

_HERE = Path(__file__).parent
"""In a checkout, installed from a wheel and frozen alike; `importlib.resources` would load a dozen modules for it."""


def read_bytes(name: str) -> bytes:
    """The content of one resource.

    Args:
        name: its path below `resources/`, with forward slashes.

    Raises:
        FileNotFoundError: there is no such resource in this copy of the program.
    """
    return _HERE.joinpath(name).read_bytes()


def read_text(name: str) -> str:
    """The content of one resource as UTF-8 text; see `read_bytes`."""
    return read_bytes(name).decode("utf-8")
