"""The names of WordprocessingML and its neighbours that the reader knows, as lxml writes them."""

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": WORD[1:-1]}
VAL = f"{WORD}val"
BODY, STYLE_ELEMENT = f"{WORD}body", f"{WORD}style"
P, TBL, TR, TC, R, T = (f"{WORD}{name}" for name in ("p", "tbl", "tr", "tc", "r", "t"))
PPR, RPR, TRPR, TCPR = (f"{WORD}{name}" for name in ("pPr", "rPr", "trPr", "tcPr"))
SDT, SDT_CONTENT = f"{WORD}sdt", f"{WORD}sdtContent"
INS, DEL, MOVE_FROM, MOVE_TO = (f"{WORD}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
COMMENT, FOOTNOTE, ENDNOTE = (f"{WORD}{name}Reference" for name in ("comment", "footnote", "endnote"))
"""Where the text leads to what stands outside of it."""
TEXT_BOX = f"{WORD}txbxContent"
BREAKS = {
    f"{WORD}tab": "\t",
    f"{WORD}ptab": "\t",
    f"{WORD}br": "\n",
    f"{WORD}cr": "\n",
    f"{WORD}noBreakHyphen": "-",
}
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
MATHS_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{urn:schemas-microsoft-com:vml}imagedata",
)


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return WORD + name


OFF = frozenset({"0", "false", "off", "none"})
"""What an on-off property says when it is off."""
