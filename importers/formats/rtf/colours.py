"""The colours of an RTF file by number: all that is asked of them is which are the paper's."""

_PAPER = 252
"""From so much red, green and blue on, a colour cannot be told from white."""
_PARTS = ("red", "green", "blue")
_END = ";"


class Colours:
    """The table of colours, told piece by piece."""

    def __init__(self) -> None:
        """Begin without colours; one without parts is the usual one."""
        self._told: list[dict[str, int]] = []
        self._coming: dict[str, int] = {}

    def tell(self, word: str, value: int) -> None:
        """Take in one part of a colour."""
        if word in _PARTS:
            self._coming[word] = value

    def end(self, text: str) -> None:
        """End as many colours as a text has ends."""
        for _ in range(text.count(_END)):
            self._told.append(self._coming)
            self._coming = {}

    def is_white(self, number: int) -> bool:
        """Whether a colour is white."""
        parts = self._told[number] if 0 <= number < len(self._told) else {}
        return all(parts.get(part, 0) >= _PAPER for part in _PARTS)
