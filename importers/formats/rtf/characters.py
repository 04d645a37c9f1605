"""The characters of an RTF file: bytes in the code of a font or of the file, and Unicode with a stand-in behind."""

_FONTS = {2: "", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 204: "cp1251", 238: "cp1250"}
"""Python's codes by the character set of a font; symbols have none."""
_PAGES = {932: "cp932", 936: "gb18030", 949: "cp949", 950: "big5", 1250: "cp1250", 1251: "cp1251", 1252: "cp1252"}
_HIGH, _LOW, _BEHIND = range(0xD800, 0xDC00), range(0xDC00, 0xE000), 0xE000
_BEYOND = 0x10000
_PRIVATE = range(0xF000, 0xF100)
"""Where symbol fonts have their signs."""


class Characters:
    """What is known of the file's codes, and the bytes whose meaning is not decided yet."""

    def __init__(self) -> None:
        """Begin as a Chinese Word does."""
        self._page = "gb18030"
        self._fonts: dict[int, str] = {}
        self._bytes: list[str] = []
        self._half = 0
        self.to_skip = 0

    def tell_page(self, number: int) -> None:
        """The file's code page."""
        self._page = _PAGES.get(number, "gb18030")

    def tell_font(self, font: int, character_set: int) -> None:
        """The character set of a font."""
        if character_set in _FONTS:
            self._fonts[font] = _FONTS[character_set]

    def add(self, text: str) -> None:
        """Bytes, but for those that only stand in for a Unicode character before them.

        Args:
            text: a character for each byte.
        """
        skipped = min(self.to_skip, len(text))
        self.to_skip -= skipped
        if skipped < len(text):
            self._bytes.append(text[skipped:])

    def decided(self, font: int) -> str:
        """The characters of the bytes since the last call.

        Args:
            font: in which they were written.
        """
        if not self._bytes:
            return ""
        data = "".join(self._bytes).encode("latin-1")
        self._bytes.clear()
        code = self._fonts.get(font, self._page)
        return data.decode(code, "replace") if code else data.decode("ascii", "ignore")

    def character(self, number: int, stand_in: int) -> str:
        """A Unicode character; one beyond the first 65,536 comes in two halves.

        Args:
            number: as the file has it, negative ones too.
            stand_in: how many characters behind it stand in for it.
        """
        self.to_skip = stand_in
        code, half = number % _BEYOND, self._half
        self._half = code if code in _HIGH else 0
        if code in _LOW and half:
            return chr(_BEYOND + ((half - _HIGH[0]) << 10) + (code - _LOW[0]))
        return "" if _HIGH[0] <= code < _BEHIND or code in _PRIVATE or not code else chr(code)
