"""Running heads in copied text: the same line at the top or foot of every page, beside the page's number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from importers.document.blocks import Block, Document, Paragraph
from importers.recognition.texts.noise import is_page_number
from importers.recognition.texts.title import is_title

_LEAST = 3
"""A line stands on so many pages before it counts as a running head."""
_LONGEST = 60


def without_running_heads(document: Document) -> Document:
    """The document with every running head but its first emptied, so that all other blocks keep their places."""
    texts = [block.text.strip() if isinstance(block, Paragraph) else "" for block in document.blocks]
    often = {text for text, count in Counter(texts).items() if text and count >= _LEAST and len(text) <= _LONGEST}
    seen: set[str] = set()
    blocks: list[Block] = []
    for index, block in enumerate(document.blocks):
        text = texts[index]
        repeated = text in often and text in seen and (is_title(text) or _is_at_an_end(texts, index))
        seen.add(text)
        blocks.append(Paragraph("") if repeated else block)
    return replace(document, blocks=tuple(blocks))


def _is_at_an_end(texts: Sequence[str], index: int) -> bool:
    """Whether a page's number stands right above or below a line."""
    above = next((text for text in reversed(texts[:index]) if text), "")
    below = next((text for text in texts[index + 1 :] if text), "")
    return is_page_number(above) or is_page_number(below)
