"""Rich text files (.rtf), as Word, WPS, WordPad and LibreOffice write them."""

import re

from importers.bounded.encodings import LARGEST
from importers.document.blocks import Document, Paragraph
from importers.document.layout import Item, Mark, faint, finished, lowered, note, raised, struck
from importers.formats.rtf.characters import Characters
from importers.formats.rtf.colours import Colours
from importers.formats.rtf.state import State
from importers.formats.rtf.tables import RowShape, Tables
from importers.formats.rtf.tokens import Token, tokens
from importers.refused import TOO_MUCH, Refused
from model.structs import replace

_SKIPPED_WORDS = """
    info header headerl headerr headerf footer footerl footerr footerf nonesttables sn sv sp xe tc
    shprslt nonshppict objdata fldinst background upr bkmkstart bkmkend listtable revtbl
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_STARRED = frozenset({"shpinst", "shppict", "nesttableprops", "annotation", "pntext", "dptxbxtext", "footnote"})
"""Groups that older programs were to leave out, and that are read."""
_GATHERED = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "listtext": "number",
    "pntext": "number",
    "annotation": "comment",
    "footnote": "note",
    "colortbl": "colours",
}
"""Groups whose words are something other than the text."""
_CHARACTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SIGNS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}"}
_ROW_WORDS = frozenset({"trleft", "clvmrg", "clmrg", "cellx", "clcbpat"})
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])\b.*", re.IGNORECASE | re.DOTALL)
_LOOKS = frozenset({"plain", "v", "deleted", "strike", "striked", "super", "sub", "nosupersub", "fs", "cf"})
_GROUNDS = frozenset({"cb", "chcbpat", "highlight", "cbpat"})
_LEVELS = 9
_TINY = 4
"""Two points, in halves."""
_REVISION_SHOWN = 40


def read(data: bytes) -> Document:
    """The document in a rich text file.

    Raises:
        Refused: it is too much, or nested too deep.
    """
    if len(data) > LARGEST:
        raise Refused(TOO_MUCH)
    reader = _Reader()
    for token in tokens(data.lstrip()):
        reader.take(token)
    blocks, residues = finished(reader.finished())
    return Document("rtf", blocks, residues)


class _Reader:
    """One pass over the pieces of a file."""

    def __init__(self) -> None:
        self._state = State()
        self._around: list[State] = []
        self._characters = Characters()
        self._tables = Tables()
        self._row, self._nested_row = RowShape(), RowShape()
        self._words: list[str] = []
        self._struck: list[str] = []
        self._gathered: list[str] = []
        self._interrupted: list[list[str]] = []
        self._number = ""
        self._colours = Colours()
        self._style_levels: dict[int, int] = {}

    def take(self, token: Token) -> None:
        """Take in one piece."""
        if token.kind == "text":
            self._characters.add(token.text)
            return
        self._say(self._characters.decided(self._state.font))
        match token.kind:
            case "begin":
                self._characters.to_skip = 0
                self._around.append(self._state)
                self._state = replace(self._state, fresh=True, starred=False)
            case "end":
                self._close()
            case "sign":
                self._sign(token.text)
            case _:
                self._word(token.text, token.number)

    def finished(self) -> list[Item]:
        """Everything that was read."""
        self._say(self._characters.decided(self._state.font))
        self._end_paragraph(0)
        return self._tables.finished()

    def _say(self, text: str) -> None:
        state = self._state
        if state.into == "colours":
            self._colours.end(text)
        elif state.struck and state.into == "text" and text.strip():
            self._tables.add(Mark("revision", text[:_REVISION_SHOWN]), state.table)
            self._struck.append(text)
        elif text and state.into and not state.hidden and not state.struck:
            in_text = state.into == "text"
            (self._words if in_text else self._gathered).append(self._set(text) if in_text else text)

    def _set(self, text: str) -> str:
        """Words of the text as they are set."""
        state = self._state
        shown = raised(text) if state.above else lowered(text) if state.below else text
        on_ground = state.grounded or state.box or (state.table > 0 and (self._row.shaded or self._nested_row.shaded))
        white = self._colours.is_white(state.colour) and not on_ground
        return faint(shown, tiny=state.tiny) if white or state.tiny else shown

    def _close(self) -> None:
        """End a group; its words are put to their use."""
        self._characters.to_skip = 0
        ended = self._state
        self._state = self._around.pop() if self._around else State()
        if ended.box and not self._state.box:
            self._end_paragraph(ended.table)
            self._words = self._interrupted.pop()
        if ended.into == "styles":
            self._name_style(ended)
        elif ended.into and ended.into != self._state.into:
            said = "".join(self._gathered).strip()
            self._gathered.clear()
            if ended.into == "number":
                self._number = said
            elif ended.into == "comment":
                self._tables.add(Mark("comment", said), self._state.table)
            elif ended.into == "note":
                for mark in note("尾注" if ended.endnote else "脚注", said):
                    self._tables.add(mark, self._state.table)

    def _name_style(self, ended: State) -> None:
        heading = _HEADING.fullmatch("".join(self._gathered).strip())
        if heading and ended.style is not None:
            self._style_levels[ended.style] = int(heading[1])
        self._gathered.clear()

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state.starred = True
        elif sign in "\r\n":
            self._word("par", None)
        else:
            self._characters.to_skip = 0
            self._say(_SIGNS.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        fresh, starred = state.fresh, state.starred
        state.fresh = state.starred = False
        if not state.into:
            return
        if state.into == "colours":
            self._colours.tell(word, number or 0)
        elif (fresh and word in _SKIPPED) or (starred and word not in _STARRED):
            state.into = ""
        elif word in _GATHERED and state.into == "text":
            state.into = _GATHERED[word]
        elif word == "pict" and state.into != "text":
            state.into = ""
        elif word == "ftnalt" and state.into == "note":
            state.endnote = True
        elif word in _CHARACTERS:
            self._say(_CHARACTERS[word])
        elif word == "u" and number is not None:
            self._say(self._characters.character(number, state.stand_in))
        elif state.into == "text" or word in ("f", "s", "fcharset", "uc"):
            self._structure(word, number) if state.into == "text" else None
            self._property(word, number)

    def _structure(self, word: str, number: int | None) -> None:
        """What ends a paragraph, a cell or a row, and what tells a row's shape."""
        state = self._state
        match word:
            case "par" | "sect":
                self._end_paragraph(state.table)
            case "cell" | "nestcell":
                depth = 1 if word == "cell" else max(state.table, 2)
                self._end_paragraph(depth)
                self._tables.end_cell(depth)
            case "row":
                self._tables.end_row(self._row, 1)
            case "nestrow":
                self._tables.end_row(self._nested_row, max(state.table, 2))
            case "trowd" if state.nested_row:
                self._nested_row = RowShape()
            case "trowd":
                self._row = RowShape()
            case _ if word in _ROW_WORDS:
                (self._nested_row if state.nested_row else self._row).tell(word, number or 0)
            case "pict" | "revised" | "shptxt" | "dptxbxtext":
                self._beside(word)

    def _beside(self, word: str) -> None:
        state = self._state
        if word == "pict":
            state.into = ""
            self._tables.add(Mark("picture"), state.table)
        elif word == "revised":
            self._tables.add(Mark("revision"), state.table)
        elif not state.box:
            state.box = True
            self._interrupted.append(self._words)
            self._words = []

    def _property(self, word: str, number: int | None) -> None:
        state, value = self._state, number or 0
        match word:
            case "pard":
                state.in_table, state.depth, state.level, state.style = False, 0, None, None
                state.grounded = False
            case "intbl":
                state.in_table = True
            case "itap":
                state.depth = value
            case "outlinelevel":
                state.level = value + 1 if 0 <= value < _LEVELS else 0
            case "s":
                state.style = value
            case "nesttableprops":
                state.nested_row = True
            case _ if word in _LOOKS:
                self._look(word, value, on=number != 0)
            case _ if word in _GROUNDS:
                state.grounded = value > 0 and not self._colours.is_white(value)
            case _:
                self._code(word, value)

    def _look(self, word: str, value: int, *, on: bool) -> None:
        """How the words that follow are shown."""
        state = self._state
        match word:
            case "plain":
                state.hidden = state.struck = state.above = state.below = state.tiny = False
                state.colour = 0
            case "v" | "deleted":
                state.hidden = on
            case "strike" | "striked":
                state.struck = on
            case "fs":
                state.tiny = 0 < value <= _TINY
            case "cf":
                state.colour = value
            case _:
                state.above, state.below = on and word == "super", on and word == "sub"

    def _code(self, word: str, value: int) -> None:
        state = self._state
        match word:
            case "f" | "deff":
                state.font = value
            case "fcharset":
                self._characters.tell_font(state.font, value)
            case "uc":
                state.stand_in = min(max(value, 0), 9)
            case "ansicpg":
                self._characters.tell_page(value)

    def _end_paragraph(self, depth: int) -> None:
        state = self._state
        level = state.level if state.level is not None else self._style_levels.get(state.style or -1)
        text = "".join(self._words).strip()
        self._tables.add(Paragraph(text, self._number, level or None), depth)
        for mark in struck(self._struck, text):
            self._tables.add(mark, depth)
        self._words.clear()
        self._struck.clear()
        self._number = ""
