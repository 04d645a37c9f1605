"""pdfplumber without what it never needs here: pictures of pages, and the ciphers of locked files."""

import sys
from types import ModuleType
from typing import Any

_CIPHERS = "cryptography.hazmat"


def pdfplumber() -> Any:  # noqa: ANN401 - the library is not typed
    """The library; to be loaded in a process of its own, whose modules are nobody else's."""
    _stand_in(f"{_CIPHERS}.backends", "default_backend")
    _stand_in(f"{_CIPHERS}.primitives.ciphers", "Cipher", "algorithms", "modes")
    import pdfplumber

    return pdfplumber


def _stand_in(name: str, *needed: str) -> None:
    """An empty module in the place of one that is left out, and the packages above it."""
    for end in range(1, name.count(".") + 2):
        part = ".".join(name.split(".")[:end])
        sys.modules.setdefault(part, ModuleType(part))
    for each in needed:
        setattr(sys.modules[name], each, None)
