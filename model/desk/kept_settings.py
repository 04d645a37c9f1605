"""The settings that go into a backup, read from the window's file without a window."""

import configparser
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

NAMES = ("zoom", "appearance")
_MOST = 1024 * 1024


def settings_of(data: Path) -> Mapping[str, str]:
    """Zoom and appearance, as far as the file in the data folder says them."""
    parser = configparser.RawConfigParser(strict=False)
    with suppress(OSError, ValueError, configparser.Error):
        file = data / "settings.ini"
        if file.stat().st_size <= _MOST:
            parser.read_string(file.read_text("utf-8", "replace"))
    return {name: value for name in NAMES if (value := parser.get("General", name, fallback=""))}
