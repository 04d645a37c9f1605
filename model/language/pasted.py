"""Text from another program, cleaned to the plain paragraphs a report is made of."""

from model.language.characters import whole_characters
from model.language.patterns import pattern

_PARAGRAPH_END = pattern("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANK_BETWEEN_LATIN = pattern("(?<=[A-Za-z0-9])[\u00a0\u2007\u202f]+(?=[A-Za-z0-9])|\t")
_DROPPED = pattern(
    "["
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00a0\u2007\u202f"  # spaces that do not break
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # no width, or a direction only
    "\uf000-\uf0ff"  # bullets from Word's symbol fonts, which no other font has
    "\ufdd0-\ufdef\ufffc\ufffe\uffff"  # places of objects, and no characters at all
    "]"
)


def clean(text: str) -> str:
    """The paragraphs of a copied text, separated by a line feed: no formats, no blanks around them, nothing invisible.

    Word, WPS and web pages end paragraphs in many ways, indent them with blanks, and mix in characters that cannot be
    seen. A tab becomes a space, so that two figures side by side do not become one.
    """
    text = _PARAGRAPH_END.sub("\n", whole_characters(text))
    text = _DROPPED.sub("", _BLANK_BETWEEN_LATIN.sub(" ", text))
    return "\n".join(line for line in (line.strip() for line in text.split("\n")) if line)
