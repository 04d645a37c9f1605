"""Where 落款 stands: GB/T 9704-2012, 7.3.5.2, two characters from the right, the day two characters behind the name."""

import re

from export.title import width

RIGHT = 2
"""The characters that stay free at the right of the longer line."""
_DAY = re.compile(r"\d+年\d+月\d+日")


def rights(lines: tuple[str, ...]) -> list[float]:
    """How many characters are left free at the right of each line; a name and a day stand apart from each other."""
    if len(lines) != 2 or not _DAY.fullmatch(lines[1]):  # noqa: PLR2004 - a name and a day
        return [RIGHT] * len(lines)
    name, day = map(width, lines)
    room = name - day
    if room >= RIGHT:
        return [RIGHT, room]
    return [2 * RIGHT - room, RIGHT]
