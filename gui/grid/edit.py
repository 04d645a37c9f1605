"""The text being typed into a cell: characters and a caret."""

from model.form.entry import TEXT_LIMIT
from model.structs import Struct


class CellEdit(Struct):
    """What stands in a cell while it is edited.

    Attributes:
        text: the characters typed so far.
        caret: before which of them the next one goes.
        preedit: what an input method is composing and has not handed over yet.
        keeps_arrows: whether arrows move the caret, as after F2; else they leave the cell.
        wrong: why the text is not a number that the cell can hold; empty when it is one.
    """

    text: str = ""
    caret: int = 0
    preedit: str = ""
    keeps_arrows: bool = False
    wrong: str = ""

    def insert(self, text: str) -> None:
        """Put characters at the caret; line ends become spaces, and what is absurdly long is left out."""
        room = max(0, TEXT_LIMIT - len(self.text))
        piece = " ".join(text.splitlines())[:room]
        self.text = self.text[: self.caret] + piece + self.text[self.caret :]
        self.caret += len(piece)

    def backspace(self) -> None:
        """Take away the character before the caret."""
        if self.caret:
            self.text = self.text[: self.caret - 1] + self.text[self.caret :]
            self.caret -= 1

    def delete(self) -> None:
        """Take away the character behind the caret."""
        self.text = self.text[: self.caret] + self.text[self.caret + 1 :]

    def move(self, steps: int) -> None:
        """Move the caret; it stops at the ends."""
        self.caret = min(max(self.caret + steps, 0), len(self.text))

    @property
    def shown(self) -> str:
        """The text as painted, with what is being composed at the caret."""
        return self.text[: self.caret] + self.preedit + self.text[self.caret :]

    @property
    def shown_caret(self) -> int:
        """The place of the caret in `shown`."""
        return self.caret + len(self.preedit)
