"""RTF cut into its pieces: control words, bytes of text, groups."""

import re
from collections.abc import Iterator
from typing import Literal

from importers.refused import TOO_MUCH, Refused
from model.structs import Struct

MOST_TOKENS = 300_000
DEEPEST = 500
"""How deep groups may lie in each other."""
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?[0-9]{1,10})? ?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)


class Token(Struct, frozen=True):
    """A piece.

    Attributes:
        kind: a control word, a control sign, text, a group's begin or end.
        text: the word, the sign, or characters that stand for one byte each.
        number: the word's number; None when it has none.
    """

    kind: Literal["word", "sign", "text", "begin", "end"]
    text: str = ""
    number: int | None = None


_BEGIN, _END = Token("begin"), Token("end")


def tokens(data: bytes) -> Iterator[Token]:
    """The pieces up to the end of the first group; binary data is left out.

    Raises:
        Refused: there are more, or they lie deeper, than in any report.
    """
    text = data.decode("latin-1")
    place = depth = count = 0
    while match := _TOKEN.search(text, place):
        place, count = match.end(), count + 1
        if count > MOST_TOKENS or depth > DEEPEST:
            raise Refused(TOO_MUCH)
        token = _token(match)
        depth += (token is _BEGIN) - (token is _END)
        if token.kind == "word" and token.text == "bin":
            place += max(token.number or 0, 0)
        yield token
        if depth <= 0 and token is _END:
            return


def _token(match: re.Match[str]) -> Token:
    match match.lastgroup:
        case "word" | "number":
            number = match["number"]
            return Token("word", match["word"], None if number is None else int(number))
        case "byte":
            return Token("text", chr(int(match["byte"], 16)))
        case "sign":
            return Token("sign", match["sign"])
        case "brace":
            return _BEGIN if match["brace"] == "{" else _END
    return Token("text", match["text"])
