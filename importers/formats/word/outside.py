"""What a Word file keeps outside of its text: comments, footnotes and endnotes, with the places that lead to them."""

from typing import TYPE_CHECKING

from importers.document.layout import Mark, note
from importers.formats.word.names import COMMENT, ENDNOTE, FOOTNOTE, T, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

PARTS = {COMMENT: "comments", FOOTNOTE: "footnotes", ENDNOTE: "endnotes"}
"""The part that each kind of reference leads to."""
_NOTES = {FOOTNOTE: "脚注", ENDNOTE: "尾注"}


class Outside:
    """What stands outside of the text, by what leads to it."""

    def __init__(self, parts: "Mapping[str, etree._Element | None]") -> None:
        """Know what each part says.

        Args:
            parts: the parts by the kind of reference that leads to them.
        """
        self._said = {kind: _words(root, kind.removesuffix("Reference")) for kind, root in parts.items()}

    def mark(self, kind: str, name: str) -> list[Mark]:
        """What is told where a reference stands; nothing of a note without words.

        Args:
            kind: the kind of reference.
            name: the id that it leads to.
        """
        words = self._said.get(kind, {}).get(name, "")
        if kind == COMMENT:
            return [Mark("comment", words)]
        return note(_NOTES[kind], words)


def _words(root: "etree._Element | None", tag: str) -> dict[str, str]:
    elements = () if root is None else root.iterchildren(tag)
    return {each.get(w("id"), ""): "".join(text.text or "" for text in each.iter(T)) for each in elements}
